"""Divisions by their path: ``titre II du livre IV``."""

from __future__ import annotations

from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.model.resolution import ReferenceState, Resolution
from cpp_corpus.normalizer.resolve.divisions import Path, differ
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
    found = [divisions.find(act, end, question.near) for end in _ends(tuple(reference.division.split("/")))]
    if not any(found):
        return Resolution(ReferenceState.MISSING, (f"{act}#{reference.division}",))
    if unclear := next(filter(differ, found), None):
        several = ", ".join("/".join(path) for path in unclear[:3])
        return Resolution(ReferenceState.UNKNOWN, reason=f"the act has {len(unclear)} such divisions: {several} …")
    targets = tuple(f"{act}#{'/'.join(path)}" for each in found for path in each)
    lost = None if all(found) else "one end of the range is no division of the act"
    return Resolution(ReferenceState.RESOLVED, targets, lost)


def _ends(steps: Path) -> list[Path]:
    """The two ends of a range of divisions (``titre.ii..iv``); what is no range as it is.

    >>> _ends(("livre.i", "titre.ii..iv"))
    [('livre.i', 'titre.ii'), ('livre.i', 'titre.iv')]
    """
    first, dots, last = steps[-1].partition("..")
    if not dots:
        return [steps]
    kind = first.partition(".")[0]
    return [(*steps[:-1], first), (*steps[:-1], f"{kind}.{last}")]
