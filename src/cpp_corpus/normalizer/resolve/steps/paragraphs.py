"""Paragraphs cited as if they were of the number: ``l'article 112-1`` for ``1`` of article 112."""

from __future__ import annotations

import re

from cpp_corpus.normalizer.resolve.indexed import indexed_part_exists
from cpp_corpus.normalizer.resolve.question import Answer, Question

__all__ = ["paragraph"]

_HYPHENED = re.compile(r"([0-9]+)-([0-9]+)")


def paragraph(question: Question) -> Answer:
    """The part ``1`` of article 112, where the act has no article 112-1 and hardly any with a hyphen at all.

    Where articles are numbered so as a rule, the one that is not there was repealed.
    """
    reference, corpus = question.reference, question.corpus
    match = _HYPHENED.fullmatch(reference.article or "")
    if match is None or reference.act is None or reference.to is not None or corpus.hyphens(reference.act):
        return None
    number, part = match.groups()
    if not any(indexed_part_exists(indexed, part) for indexed in corpus.lookup(reference.act, number)):
        return None
    locator = part if reference.locator is None else f"{part}/{reference.locator}"
    return reference.replaced(article=number, locator=locator)
