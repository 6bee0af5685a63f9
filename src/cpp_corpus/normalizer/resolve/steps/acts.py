"""Acts: whole ones, those that the corpus does not have, those that are not known."""

from __future__ import annotations

from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.model.resolution import ReferenceState, Resolution
from cpp_corpus.normalizer.resolve.question import Answer, Question

__all__ = ["outside", "unnamed", "whole_act"]


def unnamed(question: Question) -> Answer:
    """Where the text does not tell the act, nothing is looked up, with the reason that the recogniser gave."""
    reference = question.reference
    if reference.act is not None:
        return None
    return Resolution(ReferenceState.UNKNOWN, reason=reference.reason or Reason.ACT_UNCLEAR)


def whole_act(question: Question) -> Answer:
    """An act as a whole."""
    act = question.reference.act
    if question.reference.kind != ReferenceKind.ACT or act is None:
        return None
    has = question.corpus.has_act(act)
    return Resolution(ReferenceState.RESOLVED if has else ReferenceState.EXTERNAL, (act,))


def outside(question: Question) -> Answer:
    """A place in an act that the corpus does not have: the id it would have; of a range, those of its ends."""
    reference = question.reference
    act = reference.act
    if act is None or question.corpus.has_act(act):
        return None
    if reference.kind == ReferenceKind.DIVISION:
        return Resolution(ReferenceState.EXTERNAL, (f"{act}#{reference.division}",))
    ends = dict.fromkeys(number for number in (reference.article, reference.to) if number is not None)
    if not ends:
        return None
    return Resolution(ReferenceState.EXTERNAL, tuple(f"{act}/{number}" for number in ends))
