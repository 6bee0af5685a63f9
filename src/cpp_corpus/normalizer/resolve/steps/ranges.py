"""Ranges of articles: ``L. 1 à L. 9``, ``L. 1 et suivants``."""

from __future__ import annotations

from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.normalizer.resolve.question import Answer, Places, Question

__all__ = ["article_range"]


def article_range(question: Question) -> Answer:
    """All members that the act has, in its order; ``None`` where it has neither end."""
    reference = question.reference
    act, first, last = reference.act, reference.article, reference.to
    if reference.kind != ReferenceKind.ARTICLE or act is None or first is None or not (last or reference.open):
        return None
    ends = [first] if last is None else [first, last]
    found = [place for place in (question.corpus.bearers(act, end) for end in ends) if place]
    if not found:
        return None
    sequence = question.corpus.sequence(act)
    if last is None:
        members = sequence.onwards(first)
        lost = "which articles follow is not known: the divisions of the act are not"
    else:
        members = sequence.between(first, last)
        lost = "its ends do not follow each other in the act"
    if members is None:
        return Places(found, lost)
    gone = [end for end in ends if not question.corpus.bearers(act, end)]
    return Places(members, f"the act has no article {gone[0]}, one end of the range" if gone else None)
