"""Divisions by their path: ``titre II du livre IV``."""

from __future__ import annotations

from cpp_corpus.model.division import DivisionId, DivisionPath
from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.model.resolution import ReferenceState, Resolution
from cpp_corpus.normalizer.resolve.divisions import differ
from cpp_corpus.normalizer.resolve.question import Answer, Question

__all__ = ["division"]


def division(question: Question) -> Answer:
    """The divisions of that path; livre Ier of the law and of the regulations of a code are both meant."""
    reference = question.reference
    act = reference.act
    if reference.kind != ReferenceKind.DIVISION or act is None or reference.division is None:
        return None
    divisions = question.corpus.divisions
    if not divisions.has(act):
        return Resolution(ReferenceState.UNKNOWN, reason="the divisions of that act are not known")
    path = DivisionPath(reference.division)
    found = [divisions.find(act, end.steps, question.near) for end in path.ends]
    if not any(found):
        return Resolution(ReferenceState.MISSING, (DivisionId.build(act, path),))
    if unclear := next(filter(differ, found), None):
        several = ", ".join("/".join(path) for path in unclear[:3])
        return Resolution(ReferenceState.UNKNOWN, reason=f"the act has {len(unclear)} such divisions: {several} …")
    targets = tuple(DivisionId.build(act, "/".join(steps)) for each in found for steps in each)
    lost = None if all(found) else "one end of the range is no division of the act"
    return Resolution(ReferenceState.RESOLVED, targets, lost)
