"""Divisions: by their path, by the place of the sentence, and annexes."""

from __future__ import annotations

from collections.abc import Sequence

from cpp_corpus.model.division import DivisionId, DivisionPath, DivisionWay, RelativeStep, division_steps
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.model.resolution import IndexedArticle, ReferenceState, Resolution
from cpp_corpus.normalizer.resolve.division_index import differ
from cpp_corpus.normalizer.resolve.question import Answer, Places, Question

__all__ = ["annexe", "division", "relative_division"]

_SHOWN = 3


def division(question: Question) -> Answer:
    """The divisions with that path; "livre Ier" means both that of the legislative and that of the regulatory part."""
    reference = question.reference
    act = reference.act
    if reference.kind != ReferenceKind.DIVISION or act is None or reference.division is None:
        return None
    divisions = question.corpus.divisions
    if not divisions.has(act):
        return Resolution(ReferenceState.UNKNOWN, reason=Reason.DIVISIONS_UNKNOWN)
    path = DivisionPath(reference.division)
    found = [divisions.find(act, end.steps, question.near) for end in path.ends]
    if not any(found):
        return Resolution(ReferenceState.MISSING, (DivisionId.build(act, path),))
    if unclear := next(filter(differ, found), None):
        several = ", ".join("/".join(steps) for steps in unclear[:_SHOWN])
        if len(unclear) > _SHOWN:
            several += f", … ({len(unclear)})"
        return Resolution(ReferenceState.UNKNOWN, reason=Reason.SEVERAL_DIVISIONS, detail=several)
    targets = tuple(DivisionId.build(act, "/".join(steps)) for each in found for steps in each)
    lost = None if all(found) else Reason.DIVISION_END_MISSING
    return Resolution(ReferenceState.RESOLVED, targets, lost)


_BESIDE = {DivisionWay.PREVIOUS: -1, DivisionWay.NEXT: 1}


def relative_division(question: Question) -> Answer:
    """The reference with the full path of "présent titre" and the like; ``None`` where the path is not relative."""
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
    """The division of this kind that was named last, in its act."""
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


def annexe(question: Question) -> Answer:
    """The annex with that heading; "présente annexe" in an annex is the citing article itself."""
    reference, source = question.reference, question.source
    if reference.kind != ReferenceKind.DIVISION or reference.division is None:
        return None
    step = division_steps(reference.division)[-1]
    if not step.kind.startswith("annexe"):
        return None
    if step == "annexe.present":
        return Places([(source,)])
    found = question.corpus.lookup(reference.act, step.replace(".", "-"))
    return Places([found]) if found else None
