"""Divisions told by where the sentence stands: ``présent titre``, ``même section``, ``chapitre précédent``."""

from __future__ import annotations

from collections.abc import Sequence

from cpp_corpus.model.division import DivisionWay, RelativeStep, division_steps
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.model.resolution import IndexedArticle, ReferenceState, Resolution
from cpp_corpus.normalizer.resolve.question import Answer, Question

__all__ = ["relative_division"]

_BESIDE = {DivisionWay.PREVIOUS: -1, DivisionWay.NEXT: 1}


def relative_division(question: Question) -> Answer:
    """The reference with the path that is meant, from the act down; ``None`` where its words are no such."""
    reference = question.reference
    path = reference.division
    if reference.kind != ReferenceKind.DIVISION or path is None or _is_own_annexe(path, question.source):
        return None
    steps = division_steps(path)
    at, step = next(((at, step) for at, step in enumerate(steps) if isinstance(step, RelativeStep)), (0, None))
    if step is None:
        return None
    kind, way = step.kind, step.way
    if way is DivisionWay.SAME:
        return _same(question, kind, steps[at + 1 :])
    if reference.act is None:
        return None
    near = question.near
    inside = next((depth for depth, own in enumerate(near) if own.partition(".")[0] == kind), None)
    if inside is None:
        return Resolution(ReferenceState.UNKNOWN, reason=Reason.OUTSIDE_DIVISION, detail=kind)
    outer: tuple[str, ...] | None = near[: inside + 1]
    if way in _BESIDE:
        outer = question.corpus.divisions.beside(reference.act, near[: inside + 1], _BESIDE[way])
    if outer is None:
        return Resolution(ReferenceState.UNKNOWN, reason=Reason.NO_DIVISION_BESIDE, detail=kind)
    return reference.replaced(division="/".join((*outer, *steps[at + 1 :])))


def _same(question: Question, kind: str, below: Sequence[str]) -> Answer:
    """That of the division named last of this kind, in its act."""
    reference = question.reference
    for other in question.citations.before(reference):
        steps = () if other.division is None else division_steps(other.division)
        at = next((at for at, step in enumerate(steps) if step.kind == kind != step), None)
        if at is not None and steps[at] != f"{kind}.same" and not any(step.is_range for step in steps):
            return reference.replaced(act=other.act, division="/".join((*steps[: at + 1], *below)))
    return Resolution(ReferenceState.UNKNOWN, reason=Reason.NO_DIVISION_BEFORE, detail=kind)


def _is_own_annexe(path: str, source: IndexedArticle) -> bool:
    """Whether "présente annexe" is the article itself; in other articles it is a division."""
    return path == "annexe.present" and (source.number or "").startswith("annexe")
