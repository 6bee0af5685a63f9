"""The locator of each line of an article.

Each line of the text is an alinéa. The locator of a line with a marker is the path of the open markers, ``II/3°/a``; a
dash is ``tiret2``, counted among its neighbours. A line without a marker is ``al2`` of the innermost part around it,
where *every* line of that part counts, including its first one and each ``1°``, ``a)`` and dash: after ``I.-…``,
``1°…``, ``2°…`` it is ``I/al4``; outside of all parts, ``al4`` of the article.

Such a line continues ``I``, ``A`` and ``1.``. It ends an enumeration, ``1°``, ``a)`` or dashes, unless the next member
of the enumeration follows further down: then it belongs to the member before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cpp_corpus.tokenizer.markers import Kind, Marker, read_markers

__all__ = ["Alinea", "place_lines"]


class Alinea(NamedTuple):
    """The locator of one line; fields as in :class:`cpp_corpus.model.article.Paragraph`."""

    marker: str | None
    level: int
    locator: str


def place_lines(lines: Sequence[str | None]) -> list[Alinea]:
    """The locator of each line; ``None`` is a row of a table, which has no marker and ends nothing.

    >>> [a.locator for a in place_lines(["I.-Du ciel :", "1° Bleu ;", "2° Gris.", "Rien de plus.", "II.-De la mer."])]
    ['I', 'I/1°', 'I/2°', 'I/al4', 'II']
    """
    readings = [_readings(line) for line in lines]
    if not any(readings):
        return [Alinea(None, 0, f"al{at}") for at in range(1, len(lines) + 1)]
    return _Placing(lines, readings).run()


# ---------------------------------------------------------------------------------------------------------------------


class _Open(NamedTuple):
    """An open marker, and the line with which it began."""

    kind: Kind
    rank: tuple[int, ...]
    step: str
    line: int


class _Fit(NamedTuple):
    """How well a reading fits the open markers (the greater, the better), and its depth."""

    quality: int
    depth: int


def _readings(line: str | None) -> list[Marker]:
    return read_markers(line) if line and (line[0] in _OPENERS or line[0].isdigit()) else []


_OPENERS = frozenset("-–—―‒−•·▪◦ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_SUCCESSOR, _FIRST, _LATER, _ALONE = 4, 3, 2, 1
_HIGHEST_ALONE = 40


class _Placing:
    def __init__(self, lines: Sequence[str | None], readings: list[list[Marker]]) -> None:
        self.lines = lines
        self.readings = readings
        self.following = _following(readings)
        self.open: list[_Open] = []

    def run(self) -> list[Alinea]:
        return [self.marked(at, fit) if (fit := self.best(at)) else self.unmarked(at) for at in range(len(self.lines))]

    # -- lines with a marker -------------------------------------------------------------------------------------------

    def best(self, at: int) -> tuple[Marker, _Fit] | None:
        """The reading of line ``at`` that fits the open markers best; ``None`` where none fits."""
        fits = [(marker, fit) for marker in self.readings[at] if (fit := self.fit(marker))]
        if len(fits) == 2 and fits[0][0].label in {"i", "I"} and self.numerals_follow(at, fits[0][0].kind):
            return fits[0]
        return max(fits, key=lambda found: found[1].quality, default=None)

    def fit(self, marker: Marker) -> _Fit | None:
        depth = next((d for d in range(len(self.open) - 1, -1, -1) if self.open[d].kind == marker.kind), None)
        if marker.kind is Kind.INDENT:
            return _Fit(_FIRST, len(self.open) if depth is None else depth)
        if marker.kind is Kind.DECIMAL:
            return self.fit_decimal(marker)
        rank = marker.rank
        if depth is None:
            if rank[0] <= 1:
                return _Fit(_FIRST, len(self.open))
            return _Fit(_ALONE, len(self.open)) if marker.strong and rank[0] <= _HIGHEST_ALONE else None
        current = self.open[depth].rank
        if rank > current and rank[0] <= current[0] + 1:
            return _Fit(_SUCCESSOR, depth)
        if rank[0] <= 1:
            return _Fit(_FIRST, depth)
        if not marker.strong:
            return None
        return _Fit(_LATER if rank > current else _ALONE, depth)

    def fit_decimal(self, marker: Marker) -> _Fit:
        """``2.1.3`` is put below ``2.1`` or ``2``, replacing ``2.1.2``."""
        for depth, entry in enumerate(self.open):
            if entry.kind in {Kind.ARABIC, Kind.DECIMAL}:
                stem = entry.rank[:1] if entry.kind is Kind.ARABIC else entry.rank
                if len(stem) >= len(marker.rank) or marker.rank[: len(stem)] != stem:
                    return _Fit(_SUCCESSOR, depth)
        return _Fit(_FIRST, len(self.open))

    def numerals_follow(self, at: int, numeral: Kind) -> bool:
        """Whether ``i`` is a numeral: ``ii`` follows it sooner than ``j``."""
        for readings in self.readings[at + 1 : at + 30]:
            for marker in readings:
                if marker.kind == numeral and marker.rank[0] == 2:
                    return True
                if marker.label in {"j", "J"}:
                    return False
        return False

    def marked(self, at: int, found: tuple[Marker, _Fit]) -> Alinea:
        marker, fit = found
        self.put(at, marker, fit.depth)
        line = self.lines[at]
        while line is not None and marker.kind is not Kind.INDENT:  # I.-A.-1° …
            inner = next((m for m in read_markers(line, marker.end) if m.rank[0] <= 1 and self.is_new(m.kind)), None)
            if inner is None:
                break
            marker = inner
            self.put(at, marker, len(self.open))
        return Alinea(marker.label, len(self.open) - 1, self.path())

    def is_new(self, kind: Kind) -> bool:
        return all(entry.kind != kind for entry in self.open)

    def put(self, at: int, marker: Marker, depth: int) -> None:
        step, rank = marker.label, marker.rank
        if marker.kind is Kind.INDENT:
            if depth < len(self.open):
                rank = (self.open[depth].rank[0] + 1,)
            step = f"tiret{rank[0]}"
        del self.open[depth:]
        self.open.append(_Open(marker.kind, rank, step, at))

    # -- lines without -------------------------------------------------------------------------------------------------

    def unmarked(self, at: int) -> Alinea:
        if self.lines[at] is not None:
            while self.open and not self.goes_on(at):
                self.open.pop()
        first = self.open[-1].line if self.open else 0
        step = f"al{at - first + 1}"
        return Alinea(None, len(self.open), f"{self.path()}/{step}" if self.open else step)

    def goes_on(self, at: int) -> bool:
        """Whether a line without marker continues the innermost part."""
        last = self.open[-1]
        if last.kind.holds:
            return True
        if last.kind is Kind.INDENT:
            return False
        following = self.following[at]
        if last.kind not in following:
            return False
        at, rank = following[last.kind]
        if any(entry.kind in following and following[entry.kind][0] < at for entry in self.open[:-1]):
            return False
        return rank > last.rank and rank[0] <= last.rank[0] + 1

    def path(self) -> str:
        return "/".join([entry.step for entry in self.open])


def _following(readings: list[list[Marker]]) -> list[dict[Kind, tuple[int, tuple[int, ...]]]]:
    """For each line and kind of marker, the next line with such a marker, and its rank."""
    below: list[dict[Kind, tuple[int, tuple[int, ...]]]] = [{}] * len(readings)
    current: dict[Kind, tuple[int, tuple[int, ...]]] = {}
    for at in range(len(readings) - 1, -1, -1):
        below[at] = current
        if readings[at]:
            current = {**current, **{marker.kind: (at, marker.rank) for marker in readings[at]}}
    return below
