"""Two corpora, of different dates as a rule, compared.

``versions`` says which version of each article counts, ``matching`` which old and which new article are one, ``articles``
what happened to it, with the help of ``alineas``, ``words``, ``references`` and ``divisions``.
"""

from cpp_corpus.comparison.corpora import diff

__all__ = ["diff"]
