"""Lists of citations, one per line, whose lines the recogniser has joined: "art. 5, al. 2", then "article 6"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence

from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.normalizer.recognize import Placed, placed_references
from cpp_corpus.verification.typed import Line, is_citation, typed, whole_act

__all__ = ["goes_on", "listed_lines", "numbers_listed"]


def listed_lines(
    text: str, lines: Sequence[Line], phrases: Sequence[Placed], acts: Collection[str], act: str | None
) -> dict[int, list[Placed]]:
    """Lines, by their place in ``lines``, that are whole citations without the lines with which a phrase joins them.

    Each has what the recogniser reads in it alone. ``acts`` and ``act`` are those of ``citations_in``.
    """
    starts = [line.start for line in lines]
    read: dict[int, list[Placed] | None] = {}
    joined: set[int] = set()
    for phrase in phrases:
        first = max(bisect_right(starts, phrase.start) - 1, 0)
        touched = range(first, bisect_right(starts, phrase.stop - 1))
        if len(touched) < _FEWEST:
            continue
        for at in touched:
            if at not in read:
                read[at] = _read_alone(text, lines[at], acts, act)
            if read[at] is None:
                joined.update(touched)
                break
    return {at: own for at, own in read.items() if own is not None and at not in joined}


def numbers_listed(
    text: str, lines: Sequence[Line], phrases: Sequence[Placed], acts: Collection[str]
) -> dict[int, str | None]:
    r"""Lines that are nothing but numbers, by their place in ``lines``, in a text of nothing but citations.

    Each has the act that stands alone on a line above it, ``None`` where none does. ``acts`` are those of
    ``citations_in``. Nothing where a line is anything else: its numbers may be of anything.

    >>> from cpp_corpus.verification.typed import lines_of
    >>> texts = "1240\n39 A, al. 2", "Montants :\n1240\n39", "1240"
    >>> [numbers_listed(text, list(lines_of(text)), (), ()) for text in texts]
    [{0: None, 1: None}, {}, {}]
    """
    found: dict[int, str | None] = {}
    heading: str | None = None
    at = end = 0
    for number, line in enumerate(lines if len(lines) > 1 else ()):
        first = at
        while at < len(phrases) and phrases[at].stop <= line.start:
            at += 1
        above = [each for each in phrases[first:at] if each.start >= end]  # in a heading of Markdown
        stop = at
        while stop < len(phrases) and phrases[stop].start < line.end:
            stop += 1
        inside = phrases[at:stop]
        end = line.end
        if above and (_act_alone(above) is None or not is_citation(_headline(text, above[0].start), above)):
            return {}
        heading = _act_alone(above) or heading
        if not inside and _NUMBERS.fullmatch(line.words):
            found[number] = heading
        elif not inside and (whole := whole_act(line, acts)) and whole.reference:
            heading = whole.reference.act
        elif not is_citation(line, inside) or _is_of_unknown_acts(inside):
            return {}
        else:
            heading = _act_alone(inside) or heading
    return found


def goes_on(text: str, start: int) -> bool:
    """Whether the line that begins at ``start`` goes on with the one before it: "art. 5, \u23ce et art. 6"."""
    before = text[max(start - _BEFORE, 0) : start].rstrip(_SIGNS)
    return _BEGUN.match(text, start) is not None or _UNFINISHED.search(before) is not None


# ---------------------------------------------------------------------------------------------------------------------

_BEFORE = 40  # characters
_SIGNS = " \t\r\n>•*·–—-"
_HEAD_SIGNS = "# \t\r"
_FEWEST = 2  # lines that are joined
_BEGUN = re.compile(r"(?:et|ou|ni|à|aux?|du|des?|de\s|d['’]|puis|ainsi|[,)])(?!\w)", re.IGNORECASE)
_UNFINISHED = re.compile(r"(?:[,(:]|\b(?:et|ou|ni|à|aux?|du|des?|les?|la|l['’]|puis|jusqu['’]à))\s*\Z", re.IGNORECASE)
"""A line that goes on with the one before it, or with the next one."""
_END = re.compile(r"[\r\n]")
_NUMBER = (
    r"\d{1,4}(?:er)?(?:[-–]\d{1,3})*"
    r"(?:[ -](?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|[a-z]+decies|[a-z]*vicies|[A-Z]{1,3})\b)*"
)
_NUMBERS = re.compile(
    rf"{_NUMBER}(?:(?: ?[,;] | et | ou | à ){_NUMBER})*(?:,? (?:al\.?|alin[ée]a) ?\d{{1,2}})?(?: ?@\S+)?"
)
"""Numbers of articles as people list them, without a letter in front."""


def _headline(text: str, place: int) -> Line:
    """The heading of Markdown around a place, without its signs."""
    start = text.rfind("\n", 0, place) + 1
    while start < place and text[start] in _HEAD_SIGNS:
        start += 1
    end = _line_end(text, place)
    return Line(start, end, text[start:end].rstrip(_HEAD_SIGNS))


def _act_alone(placed: Sequence[Placed]) -> str | None:
    """The act that is cited without an article of it."""
    acts = {each.reference.act for each in placed if each.reference.kind is ReferenceKind.ACT}
    return next(iter(acts)) if len(acts) == 1 == len(placed) else None


def _is_of_unknown_acts(placed: Sequence[Placed]) -> bool:
    """Whether acts alone are cited, and not exactly one that is known: what stands below may be of any."""
    return all(each.reference.kind is ReferenceKind.ACT for each in placed) and _act_alone(placed) is None


def _read_alone(text: str, line: Line, acts: Collection[str], act: str | None) -> list[Placed] | None:
    """What is read in a line that is nothing but citations of articles; ``None`` where it is anything else."""
    if _BEGUN.match(line.words) or _UNFINISHED.search(text, line.start, _line_end(text, line.end)):
        return None
    own = [_moved(each, line.start) for each in placed_references(line.words + line.dot, act=act)]
    if is_citation(line, own):
        return own if any(each.reference.kind is ReferenceKind.ARTICLE for each in own) else None
    whole = line.upto(own[-1].stop) if own else line
    cited = typed(whole, own, acts, act, is_only=False)
    return own if cited and all(each.reference is not None and each.reference.article for each in cited) else None


def _line_end(text: str, place: int) -> int:
    found = _END.search(text, place)
    return len(text) if found is None else found.start()


def _moved(placed: Placed, by: int) -> Placed:
    act = None if placed.act is None else placed.act.shift(by)
    return Placed(placed.reference.moved(by), placed.start + by, placed.stop + by, act)
