"""Where an article went: what the shipped atlases and lists of numbers know of a number that a corpus lacks."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import NamedTuple

from cpp_corpus.lang.acts import has_number, numbers_day
from cpp_corpus.model.atlas import ActAtlas
from cpp_corpus.model.number import normalize_number
from cpp_corpus.pipeline.atlas.numbers import InstalledNumbers

__all__ = ["Histories", "Past"]


class Past(NamedTuple):
    """What is known of a number."""

    first: date | None = None
    """First day on which the act had it."""
    until: date | None = None
    """First day on which it no longer had it; ``None`` where it still had it on the last day known."""
    as_of: date | None = None
    """The last day known."""
    moved_to: tuple[str, ...] = ()
    """Ids of the articles that went on with its words."""
    is_listed: bool = False
    """Whether it is known only from the list of the numbers of its act."""


class Histories:
    """The shipped atlases, each read when an article of its act is asked for."""

    def __init__(self) -> None:
        self._numbers = InstalledNumbers()
        self._rows: dict[str, _Rows | None] = {}

    def past(self, act: str, number: str) -> Past | None:
        """What is known of a normalised number of an act; ``None`` where nothing is.

        >>> Histories().past("code-civil", "1240").is_listed, Histories().past("code-civil", "9999-99")
        (True, None)
        """
        if act not in self._rows:
            atlas = self._numbers.atlas(act).atlas
            self._rows[act] = None if atlas is None else _Rows(atlas)
        rows = self._rows[act]
        found = None if rows is None else rows.past(number)
        if found is None and has_number(act, number):
            return Past(as_of=numbers_day(act), is_listed=True)
        return found


class _Rows:
    """The rows of an atlas by number and by their words."""

    def __init__(self, atlas: ActAtlas) -> None:
        self._atlas = atlas

    def past(self, number: str) -> Past | None:
        rows = self._by_number.get(number)
        if not rows:
            return None
        atlas = self._atlas
        spans = [atlas.validity(row) for row in rows]
        firsts = [first for first, _ in spans if first is not None]
        ends = [end for _, end in spans if end is not None]
        until = max(ends) if len(ends) == len(spans) else None
        moved = () if until is None else self._moved(rows, number, until)
        return Past(min(firsts, default=None), until, atlas.as_of, moved)

    def _moved(self, rows: list[int], number: str, until: date) -> tuple[str, ...]:
        """Ids of the articles that begin with the words of the last version when that ends."""
        atlas = self._atlas
        last = [row for row in rows if atlas.last_days[row] == until.toordinal() and atlas.has_text(row)]
        found = {
            f"{atlas.act}/{name}": None
            for row in last
            for other in self._by_words.get(atlas.exact[row], ())
            if atlas.first_days[other] == until.toordinal()
            and (name := normalize_number(atlas.numbers[other])) != number
        }
        return tuple(found)

    @cached_property
    def _by_number(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for row, number in enumerate(self._atlas.numbers):
            found.setdefault(normalize_number(number), []).append(row)
        return found

    @cached_property
    def _by_words(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for row, words in enumerate(self._atlas.exact):
            if words:
                found.setdefault(words, []).append(row)
        return found
