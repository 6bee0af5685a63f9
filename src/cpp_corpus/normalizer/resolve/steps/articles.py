"""Single articles by act and number."""

from __future__ import annotations

from cpp_corpus.model.resolution import ReferenceState, Resolution
from cpp_corpus.normalizer.resolve.question import Answer, Places, Question

__all__ = ["article", "missing"]


def article(question: Question) -> Answer:
    """The article under that number."""
    reference = question.reference
    if reference.article is None or reference.to is not None:
        return None
    found = question.corpus.lookup(reference.act, reference.article)
    return Places([found]) if found else None


def missing(question: Question) -> Answer:
    """Neither article nor end of a range is there: the id that it would have; of a range, those of its ends."""
    reference = question.reference
    ends = dict.fromkeys(number for number in (reference.article, reference.to) if number is not None)
    if not ends:
        return None
    return Resolution(ReferenceState.MISSING, tuple(f"{reference.act}/{number}" for number in ends))
