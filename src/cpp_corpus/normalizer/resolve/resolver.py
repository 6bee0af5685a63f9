"""What a reference points to: the steps, then which versions, then the part."""

from __future__ import annotations

from collections.abc import Sequence

from cpp_corpus.model.reference import Reference
from cpp_corpus.model.resolution import Bearer, ReferenceState, Resolution
from cpp_corpus.normalizer.resolve.bearers import has_part_of
from cpp_corpus.normalizer.resolve.index import CorpusIndex
from cpp_corpus.normalizer.resolve.question import Places, Question, Speech
from cpp_corpus.normalizer.resolve.steps import STEPS
from cpp_corpus.normalizer.resolve.versions import chosen, day_of, is_law

__all__ = ["resolve"]


_REWRITINGS = 8  # relative words in one path; more lead round in a circle


def resolve(index: CorpusIndex, source: Bearer, reference: Reference, speech: Speech | None = None) -> Resolution:
    """State and targets of a reference that stands in the article ``source``; ``speech`` is all that it refers to.

    Targets are ids of articles of the corpus and of divisions; where it has none, the id that the target would have
    (``act/number``, ``act#division``, ``act``).
    """
    question = Question(index, source, reference, speech or Speech())
    for _ in range(_REWRITINGS):
        answer = next(filter(None, (step(question) for step in STEPS)), None)
        if isinstance(answer, Places):
            return _standing(question, answer)
        if isinstance(answer, Resolution):
            return answer
        if not isinstance(answer, Reference):
            break
        question = question._replace(reference=answer)
    return Resolution(ReferenceState.UNKNOWN, reason="the text does not tell what is meant")


def _standing(question: Question, answer: Places) -> Resolution:
    """The versions of the day on which the article speaks, and whether the one target has the part."""
    index, source, reference, _ = question
    day = index.at or day_of(source)
    found = [bearer for place in answer.places for bearer in chosen(place, day)]
    law = any(is_law(bearer, day) for bearer in found)
    exists = None
    if reference.locator is not None and len(answer.places) == 1:
        told = [has_part_of(bearer, reference.locator) for bearer in found]
        exists = None if None in told or (not any(told) and _shared_out(question, found)) else any(told)
    return Resolution(
        ReferenceState.RESOLVED if law else ReferenceState.REPEALED,
        tuple(dict.fromkeys(bearer.id for bearer in found)),
        answer.reason or _not_yet(found, day),
        exists,
    )


def _shared_out(question: Question, found: Sequence[Bearer]) -> bool:
    """Whether "b du 1 et du 2" may be b of 1, and the whole of 2: there is a b of 1, and 2 is there."""
    reference = question.reference
    inner = reference.locator or ""
    while "/" in inner:
        inner = inner.partition("/")[2]
        outer = (reference.locator or "").removesuffix(f"/{inner}")
        for other in question.speech.around(reference):
            if (other.start, other.end, other.note) == (reference.start, reference.end, reference.note):
                shared = (other.locator or "").endswith(f"/{inner}") and other.locator != reference.locator
                if shared and any(has_part_of(b, other.locator or "") and has_part_of(b, outer) for b in found):
                    return True
    return False


def _not_yet(found: Sequence[Bearer], day: str | None) -> str | None:
    first = min((bearer.valid_from or "" for bearer in found), default="")
    return f"not yet law on {day}: from {first}" if day is not None and first > day else None
