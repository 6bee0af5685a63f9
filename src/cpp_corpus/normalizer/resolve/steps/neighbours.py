"""The article before or after the citing act: ``l'article précédent``."""

from __future__ import annotations

from cpp_corpus.model.reference import ARTICLE_AFTER, ARTICLE_BEFORE, ReferenceKind
from cpp_corpus.model.resolution import ReferenceState, Resolution
from cpp_corpus.normalizer.resolve.question import Answer, Places, Question

__all__ = ["neighbour"]

_STEPS = {ARTICLE_BEFORE: -1, ARTICLE_AFTER: 1}


def neighbour(question: Question) -> Answer:
    """The neighbour in the order of the act, repealed or not: it stood there when the sentence was written."""
    reference, source = question.reference, question.source
    if reference.kind != ReferenceKind.ARTICLE or reference.article is not None or source.act is None:
        return None
    step = _STEPS.get(reference.reason or "")
    if step is None or reference.act != source.act:
        return Resolution(ReferenceState.UNKNOWN, reason=reference.reason or "the text does not tell the number")
    place = question.corpus.sequence(source.act).neighbour(source, step)
    if place is None:
        return Resolution(ReferenceState.UNKNOWN, reason="the corpus does not tell what stands beside the article")
    if (lost := question.corpus.left_out(source, place[0])) is not None:
        return Resolution(ReferenceState.UNKNOWN, reason=f"the corpus lacks {lost}, which may stand beside the article")
    return Places([place])
