"""Lists of citations, one per line, whose lines the recogniser has joined: "art. 5, al. 2", then "article 6"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence

from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.normalizer.recognize import Placed, placed_references
from cpp_corpus.verification.typed import Line, is_citation, typed

__all__ = ["goes_on", "listed_lines"]


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


def goes_on(text: str, start: int) -> bool:
    """Whether the line that begins at ``start`` goes on with the one before it: "art. 5, \u23ce et art. 6"."""
    before = text[max(start - _BEFORE, 0) : start].rstrip(_SIGNS)
    return _BEGUN.match(text, start) is not None or _UNFINISHED.search(before) is not None


# ---------------------------------------------------------------------------------------------------------------------

_BEFORE = 40  # characters
_SIGNS = " \t\r\n>•*·–—-"
_FEWEST = 2  # lines that are joined
_BEGUN = re.compile(r"(?:et|ou|ni|à|aux?|du|des?|de\s|d['’]|puis|ainsi|[,)])(?!\w)", re.IGNORECASE)
_UNFINISHED = re.compile(r"(?:[,(:]|\b(?:et|ou|ni|à|aux?|du|des?|les?|la|l['’]|puis|jusqu['’]à))\s*\Z", re.IGNORECASE)
"""A line that goes on with the one before it, or with the next one."""
_END = re.compile(r"[\r\n]")


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
