"""Two corpora, of different dates as a rule, compared.

``versions`` says which version of each article counts; ``matching``, with ``numbered`` and ``texts``, which old and
which new article are one; ``articles``, with ``alineas``, ``words``, ``references`` and ``divisions``, what happened.
``view`` and ``page`` show it.
"""

from cpp_corpus.comparison.corpora import diff

__all__ = ["diff"]
