"""The article before or after the citing act: ``l'article précédent``."""

from __future__ import annotations

from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.model.resolution import ReferenceState, Resolution
from cpp_corpus.normalizer.resolve.question import Answer, Places, Question

__all__ = ["neighbour"]

_STEPS = {Reason.ARTICLE_BEFORE: -1, Reason.ARTICLE_AFTER: 1}


def neighbour(question: Question) -> Answer:
    """The neighbour in the order of the act, repealed or not: it stood there when the sentence was written."""
    reference, source = question.reference, question.source
    if reference.kind != ReferenceKind.ARTICLE or reference.article is not None or source.act is None:
        return None
    step = None if reference.reason is None else _STEPS.get(reference.reason)
    if step is None or reference.act != source.act:
        return Resolution(ReferenceState.UNKNOWN, reason=reference.reason or Reason.NUMBER_UNCLEAR)
    place = question.corpus.sequence(source.act).neighbour(source, step)
    if place is None:
        return Resolution(ReferenceState.UNKNOWN, reason=Reason.NEIGHBOUR_UNKNOWN)
    if (lost := question.corpus.left_out(source, place[0])) is not None:
        return Resolution(ReferenceState.UNKNOWN, reason=Reason.NEIGHBOUR_MISSING, detail=lost)
    return Places([place])
