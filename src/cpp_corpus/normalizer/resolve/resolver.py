"""Resolution of one reference: the steps find the articles, then versions and parts are checked."""

from __future__ import annotations

from collections.abc import Sequence

from cpp_corpus.errors import CorpusError, described
from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Reference, Via
from cpp_corpus.model.resolution import IndexedArticle, ReferenceState, Resolution
from cpp_corpus.normalizer.resolve.index import CorpusIndex
from cpp_corpus.normalizer.resolve.indexed import indexed_part_exists
from cpp_corpus.normalizer.resolve.question import Answer, Citations, Places, Question
from cpp_corpus.normalizer.resolve.steps import STEPS
from cpp_corpus.normalizer.resolve.versions import chosen, day_meant, day_of, former

__all__ = ["resolve"]


_REWRITINGS = 8  # answers that are another reference; more would be an endless loop


def resolve(
    index: CorpusIndex, source: IndexedArticle, reference: Reference, citations: Citations | None = None
) -> Resolution:
    """State and targets of a reference in the article ``source``; ``citations`` are all references of the article.

    Targets are ids of articles, divisions and acts; where the corpus does not have the target, the id that it would
    have (``act/number``, ``act#division``, ``act``). A step that fails leaves the reference unknown.
    """
    question = Question(index, source, reference, citations or Citations())
    try:
        return _resolved(question)
    except CorpusError:
        raise
    except Exception as error:  # noqa: BLE001 - one reference must not end a night's work; the reason says so
        return Resolution(ReferenceState.UNKNOWN, reason=Reason.STEP_FAILED, detail=described(error))


def _resolved(question: Question) -> Resolution:
    for _ in range(_REWRITINGS):
        answer = _answer(question)
        if isinstance(answer, Places):
            return _standing(question, answer)
        if isinstance(answer, Resolution):
            return answer
        if not isinstance(answer, Reference):
            break
        question = question._replace(reference=answer)
    return Resolution(ReferenceState.UNKNOWN, reason=Reason.TARGET_UNCLEAR)


def _answer(question: Question) -> Answer:
    """That of the first step that has one."""
    for step in STEPS.ordered:
        try:
            answer = step(question)
        except Exception as error:
            name = next(name for name, each in STEPS.items() if each is step)
            error.add_note(f"in the step {name!r}")
            raise
        if answer is not None:
            return answer
    return None


def _standing(question: Question, answer: Places) -> Resolution:
    """The versions on the day of the citing article, and whether a single target has the part."""
    index, source, reference, _ = question
    day = day_meant(reference.version) or index.at or day_of(source)
    old = reference.version == "former"
    found = [each for place in answer.places for each in (old and former(place, day)) or chosen(place, day)]
    if reference.act == source.act and reference.via != Via.EXPLICIT:
        found = _of_file(found, source.file)
    targets = {indexed.id: indexed.is_law_on(day) for indexed in found}
    law = any(targets.values())
    exists = None
    if reference.locator is not None and len(answer.places) == 1:
        exists_in = [indexed_part_exists(indexed, reference.locator) for indexed in found]
        exists = None if None in exists_in or (not any(exists_in) and _shared_out(question, found)) else any(exists_in)
    reason, detail = (answer.reason, answer.detail) if answer.reason else _not_yet(found, day)
    return Resolution(
        ReferenceState.RESOLVED if law else ReferenceState.REPEALED,
        tuple(targets),
        reason,
        detail,
        exists,
        tuple(name for name, is_law in targets.items() if not is_law) if law and len(targets) > 1 else (),
    )


def _of_file(found: list[IndexedArticle], file: str | None) -> list[IndexedArticle]:
    """The articles found, without those that another file has with the number of one of ``file``.

    An act that has no number is named by its day, as another one is: "le présent décret" is that of the same file.
    """
    own = {each.number for each in found if each.file == file}
    return [each for each in found if each.file == file or each.number not in own] if len(found) > 1 else found


def _shared_out(question: Question, found: Sequence[IndexedArticle]) -> bool:
    """Whether "b du 1 et du 2" may mean b of 1 and the whole of 2: 1 has a b, and 2 exists."""
    reference = question.reference
    inner = reference.locator or ""
    while "/" in inner:
        inner = inner.partition("/")[2]
        outer = (reference.locator or "").removesuffix(f"/{inner}")
        for other in question.citations.around(reference):
            if (other.start, other.end, other.note) == (reference.start, reference.end, reference.note):
                shared = (other.locator or "").endswith(f"/{inner}") and other.locator != reference.locator
                if shared and any(
                    indexed_part_exists(b, other.locator or "") and indexed_part_exists(b, outer) for b in found
                ):
                    return True
    return False


def _not_yet(found: Sequence[IndexedArticle], day: str | None) -> tuple[Reason | None, str | None]:
    """The reason and first day where all articles found are future law; else ``None``."""
    if not found or any(indexed.status_on(day) is not ArticleState.FUTURE for indexed in found):
        return None, None
    return Reason.NOT_YET_LAW, min((indexed.valid_from for indexed in found if indexed.valid_from), default=None)
