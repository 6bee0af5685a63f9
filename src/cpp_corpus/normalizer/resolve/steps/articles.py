"""Articles: single ones, ranges, neighbours, and paragraphs cited as if they belonged to the number."""

from __future__ import annotations

import re

from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.model.resolution import ReferenceState, Resolution
from cpp_corpus.normalizer.resolve.index import CorpusIndex
from cpp_corpus.normalizer.resolve.indexed import indexed_part_exists
from cpp_corpus.normalizer.resolve.question import Answer, Places, Question

__all__ = ["article", "article_range", "completed", "missing", "neighbour", "paragraph", "range_members"]


def article(question: Question) -> Answer:
    """The article under that number."""
    reference = question.reference
    if reference.article is None or reference.to is not None:
        return None
    found = question.corpus.lookup(reference.act, reference.article)
    return Places([found]) if found else None


def missing(question: Question) -> Answer:
    """``missing``: the id that the article would have; for a range, those of its ends."""
    reference = question.reference
    ends = dict.fromkeys(number for number in (reference.article, reference.to) if number is not None)
    if not ends:
        return None
    return Resolution(ReferenceState.MISSING, tuple(f"{reference.act}/{number}" for number in ends))


def article_range(question: Question) -> Answer:
    """All members that the act has, in its order; ``None`` where it has neither end."""
    reference = question.reference
    act, first, last = reference.act, reference.article, reference.to
    if reference.kind != ReferenceKind.ARTICLE or act is None or first is None or not (last or reference.open):
        return None
    return range_members(question.corpus, act, first, last)


def range_members(
    corpus: CorpusIndex, act: str, first: str, last: str | None, *, is_doubted: bool = True
) -> Places | None:
    """The articles of ``act`` from ``first`` to ``last``, or where that is ``None``, to the end of its division.

    Where they are not all known, the ends that the act has; ``None`` where it has neither. ``is_doubted``: an end in
    another chapter that the act does not have is taken for a misprint, and then those between are not known.
    """
    ends = range_ends(corpus, act, first, last)
    last = None if last is None else ends[1]
    gone = [end for end in ends if not corpus.lookup(act, end)]
    found = [corpus.lookup(act, end) for end in ends if end not in gone]
    if not found:
        return None
    if last is None:
        members = corpus.sequence(act).onwards(first)
        lost, detail = Reason.RANGE_OPEN, None
    else:
        members = corpus.sequence(act).between(first, last)
        lost, detail = Reason.RANGE_OUT_OF_ORDER, None
    if gone:
        lost, detail = Reason.RANGE_END_MISSING, gone[0]
        members = None if is_doubted and _far(first, last or first) else members
    if members is None:
        return Places(found, lost, detail)
    return Places(members, lost, detail) if gone else Places(members)


def range_ends(corpus: CorpusIndex, act: str | None, first: str, last: str | None) -> list[str]:
    """The numbers at the ends of a range, the last one completed where ``act`` has that; one where it has no end."""
    if last is None:
        return [first]
    whole = completed(first, last)
    return [first, whole if corpus.lookup(act, whole) else last]


def completed(first: str, last: str) -> str:
    """The last number of a range, completed where only its end is printed.

    >>> completed("l2241-7", "17"), completed("l2241-7", "l2241-17"), completed("7", "17")
    ('l2241-17', 'l2241-17', '17')
    """
    head, dash, _ = first.rpartition("-")
    return f"{head}-{last}" if dash and last.isdecimal() else last


def _far(first: str, last: str) -> bool:
    """Whether two hyphenated numbers are in different chapters, so that one that does not exist may be a misprint.

    >>> _far("r213-13", "r231-16"), _far("r213-13", "r213-16"), _far("706", "712")
    (True, False, False)
    """
    return "-" in first and "-" in last and first.partition("-")[0] != last.partition("-")[0]


_STEPS = {Reason.ARTICLE_BEFORE: -1, Reason.ARTICLE_AFTER: 1}


def neighbour(question: Question) -> Answer:
    """The neighbour in the order of the act, even if repealed: it was there when the sentence was written."""
    reference, source = question.reference, question.source
    if reference.kind != ReferenceKind.ARTICLE or reference.article is not None or source.act is None:
        return None
    step = None if reference.reason is None else _STEPS.get(reference.reason)
    if step is None or reference.act != source.act:
        return Resolution(ReferenceState.UNKNOWN, reason=reference.reason or Reason.NUMBER_UNCLEAR)
    place = question.corpus.sequence(source.act).neighbour(source, step)
    if place is None:
        return Resolution(ReferenceState.UNKNOWN, reason=Reason.NEIGHBOUR_UNKNOWN)
    if (lost := question.corpus.missing_between(source, place[0])) is not None:
        return Resolution(ReferenceState.UNKNOWN, reason=Reason.NEIGHBOUR_MISSING, detail=lost)
    return Places([place])


_HYPHENED = re.compile(r"([0-9]+)-([0-9]+)")


def paragraph(question: Question) -> Answer:
    """Part 1 of article 112 for "l'article 112-1", where the act has hardly any hyphenated numbers.

    Where hyphenated numbers are usual, the missing article was probably repealed.
    """
    reference, corpus = question.reference, question.corpus
    match = _HYPHENED.fullmatch(reference.article or "")
    if match is None or reference.act is None or reference.to is not None or corpus.uses_hyphens(reference.act):
        return None
    number, part = match.groups()
    if not any(indexed_part_exists(indexed, part) for indexed in corpus.lookup(reference.act, number)):
        return None
    locator = part if reference.locator is None else f"{part}/{reference.locator}"
    return reference.replaced(article=number, locator=locator)
