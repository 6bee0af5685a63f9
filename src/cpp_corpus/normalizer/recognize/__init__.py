"""From French text to references.

:func:`find_references` reads a text once: ``text`` makes its typography uniform, ``grammar`` reads the phrases that
refer, ``discourse`` decides what they mean.
"""

from __future__ import annotations

from collections.abc import Sequence

from cpp_corpus.model.number import ArticleNumber, normalize_number
from cpp_corpus.model.reference import Reference
from cpp_corpus.normalizer.recognize.discourse import Speaker, references_of
from cpp_corpus.normalizer.recognize.grammar import phrases
from cpp_corpus.normalizer.recognize.text import reading

__all__ = ["find_references", "recognize"]


def find_references(text: str, *, act: str | None = None, article: str | ArticleNumber | None = None) -> list[Reference]:
    """The references in ``text``, in order; positions index ``text`` as it was passed.

    ``act`` (an id) and ``article`` (in any form) say who speaks: an article cited without an act belongs to ``act``.

    >>> [(r.act, r.article) for r in find_references("aux articles 706-73 et L. 811-2 du code pénal")]
    [('code-penal', '706-73'), ('code-penal', 'l811-2')]
    """
    read = reading(text)
    speaker = Speaker(act, normalize_number(str(article)) if article else None)
    found = references_of(read.text, list(phrases(read.text)), speaker)
    return found
