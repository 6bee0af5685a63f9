"""The citations that the recogniser finds in sentences, and parts beside them that it has left over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from cpp_corpus.lang.acts import ACTS
from cpp_corpus.model.division import RelativeStep, division_steps
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Basis, ReferenceKind, Via
from cpp_corpus.normalizer.recognize import Placed
from cpp_corpus.verification.cited import Cited
from cpp_corpus.verification.lists import goes_on

__all__ = ["of_sentences"]


def of_sentences(
    text: str,
    placed: Sequence[Placed],
    taken: Sequence[tuple[int, int]],
    alone: Sequence[tuple[int, int]],
    acts: Collection[str],
) -> Iterator[Cited]:
    """The citations that the recogniser has found outside the lines that are taken.

    ``alone`` are the places of lines that have nothing but citations; ``acts`` are ids of known acts beside those of
    French law.
    """
    every = frozenset(each.reference.act for each in placed if each.act is not None and each.reference.act is not None)
    unknown = [each for each in placed if each.act is not None and each.reference.reason == Reason.UNKNOWN_NAME]
    last_named: dict[str, int] = {}
    several = {each.start for each, after in pairwise(placed) if each.start == after.start}
    for at, each in enumerate(placed):
        reference = each.reference
        if each.act is not None and reference.act is not None:
            last_named[reference.act] = reference.start
        if _is_in(reference.start, taken) or _is_internal(text, each):
            continue
        if (
            each.act is None
            and _HEADING.search(text, max(each.start - _HASHES, 0), each.start)
            and _LINE_END.match(text, each.stop)
        ):
            continue
        start, end = (reference.start, reference.end) if each.start in several else (each.start, each.stop)
        naming = each if each.act is not None or reference.reason != Reason.UNKNOWN_NAME else _nearest(each, unknown)
        named = None if naming is None or naming.act is None else text[naming.act.slice]
        problem = _unread_part(text, each, placed[at + 1] if at + 1 < len(placed) else None)
        successor = None if reference.successor is None else placed[reference.successor].reference
        more = "" if each.act is None or reference.act is not None else text[each.act.end : each.act.end + _LONG_NAME]
        is_alone = _is_in(reference.start, alone)
        if is_alone and _is_misspelt(each, acts) and _is_of_line_before(text, each, last_named, alone):
            reference = reference.replaced(act=None, via=Via.DEFAULT, basis=Basis.NONE, reason=Reason.NO_ACT_NAMED)
        yield Cited(start, end, reference, None, problem, named, more, successor, None if is_alone else every)


# ---------------------------------------------------------------------------------------------------------------------

_ADJECTIVE = 12  # characters
_PRESENT = re.compile(r"\bprésente?s?\b", re.IGNORECASE)
_HASHES = 12
_HEADING = re.compile(r"^#+[ ]*\Z", re.MULTILINE)
_LINE_END = re.compile(r"[ ]*$", re.MULTILINE)
"""Around the heading of an article in Markdown, which cites nothing: "# Article L. 1"."""
_UNIT = re.compile(r"\b(?:alin[ée]as?|phrases?|tirets?)\b|§", re.IGNORECASE)
_RANK = (
    r"(?:\d+\s?(?:ers?|ères?|nde?s?|d|[eè]mes?|es?)|premi\w+|dern\w+|second\w*|[\w-]+ième)"
    r"\s(?:alin\w+|phrases?|tirets?)"
)
_MARK = r"(?:(?-i:\b[IVXLC]+\b)|\d+\s?°|\b[a-z]{1,2}\s?\))(?:\s(?:bis|ter|quater))?"
_PART_BEHIND = re.compile(
    rf"[\s]{{0,3}},?[\s]{{0,3}}\(?(?:§\s*\d+|(?:al(?:in[ée]as?)?|ph(?:rases?)?|tirets?)\b\.?\s*\d+|{_RANK})"
    rf"|\s{{0,3}},\s{{0,3}}{_MARK}(?=\s{{0,3}}(?:[,;.)]|$|du\b|de\b))",
    re.IGNORECASE,
)
_BEFORE = 40  # characters
_LONG_NAME = 100  # characters
_PART_BEFORE = re.compile(
    rf"(?:{_RANK}|{_MARK}|\b(?:alin\w+|phrases?|tirets?))\s+d(?:u|es|e\sla|e)\s*(?:l['’])?\s*$", re.IGNORECASE
)
"""Parts that the recogniser left over beside an article: it has read less than what is cited."""


def _is_in(place: int, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether a place is in one of some lines, which are in order."""
    at = bisect_right(lines, place, key=itemgetter(0)) - 1
    return at >= 0 and place < lines[at][1]


def _nearest(placed: Placed, naming: Sequence[Placed]) -> Placed | None:
    """The last phrase of ``naming`` before another one, else the first behind it; they share their act."""
    at = bisect_right(naming, placed.reference.start, key=_place)
    return naming[max(at - 1, 0)] if naming else None


def _place(placed: Placed) -> int:
    return placed.reference.start


def _is_misspelt(placed: Placed, acts: Collection[str]) -> bool:
    """Whether the act, which another phrase names, is neither one of ``acts`` nor of French law."""
    act = placed.reference.act
    return placed.act is None and act is not None and act.startswith("code-") and act not in ACTS and act not in acts


def _is_of_line_before(
    text: str, placed: Placed, last_named: Mapping[str, int], alone: Sequence[tuple[int, int]]
) -> bool:
    """Whether the act of a phrase on a line of a list is that of a line before it, which it does not go on with."""
    line, _ = alone[bisect_right(alone, placed.reference.start, key=itemgetter(0)) - 1]
    named = last_named.get(placed.reference.act or "", line)
    return named < line and _is_in(named, alone) and not goes_on(text, line)


def _is_internal(text: str, placed: Placed) -> bool:
    """Whether it cites a place of the citing text itself, or that text: "présent arrêté"."""
    reference = placed.reference
    if reference.kind is ReferenceKind.INTERNAL:
        return True
    if reference.act is None and placed.act is not None:
        start, end = placed.act
        if _PRESENT.search(text, max(start - _ADJECTIVE, placed.start), end):
            return True
    steps = () if reference.division is None else division_steps(reference.division)
    return any(isinstance(step, RelativeStep) for step in steps)


def _unread_part(text: str, placed: Placed, after: Placed | None) -> str | None:
    """What is wrong where a part stands beside an article, and was not read as a part of it.

    ``after`` is the next reference, which may be of the same phrase.
    """
    if placed.reference.kind is not ReferenceKind.ARTICLE:
        return None
    found = _PART_BEHIND.match(text, placed.stop)
    if found is None and placed.reference.locator is None:
        found = _PART_BEFORE.search(text, max(placed.start - _BEFORE, 0), placed.start)
    if found is None and placed.reference.locator is None:
        ends = [placed.stop, *([placed.act.start] if placed.act is not None else [])]
        ends += [after.start, after.reference.start] if after is not None else []
        end = min((end for end in ends if end >= placed.reference.end), default=placed.stop)
        found = _UNIT.search(text, placed.reference.end, end)
    return None if found is None else f"{found[0].strip(' ,(')!r} was not read as a part of the article"
