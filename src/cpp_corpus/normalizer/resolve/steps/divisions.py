"""Divisions by their path: ``titre II du livre IV``."""

from __future__ import annotations

from cpp_corpus.model.division import DivisionId, DivisionPath
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.model.resolution import ReferenceState, Resolution
from cpp_corpus.normalizer.resolve.divisions import differ
from cpp_corpus.normalizer.resolve.question import Answer, Question

__all__ = ["division"]

_SHOWN = 3


def division(question: Question) -> Answer:
    """The divisions of that path; livre Ier of the law and of the regulations of a code are both meant."""
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
