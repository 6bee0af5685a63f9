"""Comparison of two corpora, usually of different dates.

``versions`` chooses the version of each article that is compared; ``matching``, with ``pairs``, decides which old and
which new article are the same; ``articles``, with ``alineas``, ``words``, ``references`` and ``moves``, finds what
changed. ``view`` and ``page`` present the result.
"""

from cpp_corpus.comparison.corpora import diff

__all__ = ["diff"]
