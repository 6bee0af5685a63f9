"""The order of the articles of an act.

Articles in one file are in the order of the law. Where all articles of an act come from such files, this order is used;
several files, of different parts or dates, are merged. A folder of pages with one article each has no order: its
articles are sorted by number.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import TypeVar

from cpp_corpus.errors import NumberError
from cpp_corpus.lang.numbering import NumberKind, OrderKey, order_key, read_number
from cpp_corpus.model.division import DivisionStep
from cpp_corpus.model.resolution import IndexedArticle

__all__ = ["ActSequence", "Place", "order_of", "prefix_of"]

_Group = TypeVar("_Group", str | None, tuple[str, ...])

Place = tuple[IndexedArticle, ...]
"""An article: all versions under one number; a single record where it has no number."""


class ActSequence:
    """The order of the articles of an act."""

    def __init__(self, all_indexed: Sequence[IndexedArticle]) -> None:
        self._indexed = all_indexed
        self._places: dict[str, Place] = {}
        for indexed in all_indexed:
            name = _name(indexed)
            self._places[name] = (*self._places.get(name, ()), indexed)

    def between(self, first: str, last: str) -> list[Place] | None:
        """The articles from one number to another, inclusive; ``None`` where they are not in this order.

        Members have the prefix of one of the ends. An end that does not exist is placed by its number.
        """
        low, high = order_of(first), order_of(last)
        if low is None or high is None:
            return None
        prefixes = {prefix_of(first), prefix_of(last)}
        row = self._listed
        if row is not None and first in row.at and last in row.at:
            if row.at[first] > row.at[last]:
                return None
            names = [n for n in row.names[row.at[first] : row.at[last] + 1] if prefix_of(n) in prefixes]
        else:
            if low > high:
                return None
            found = [self._prefixes[prefix].from_to(low, high) for prefix in prefixes if prefix in self._prefixes]
            names = sorted(chain.from_iterable(found), key=_sortable)
        return [self._places[name] for name in names]

    def onwards(self, number: str) -> list[Place] | None:
        """An article and those after it with its prefix, to the end of its innermost division.

        ``None`` where its divisions, or its place in them, are not known.
        """
        inside = self._places[number][0].divisions
        row = self._divisions.get(inside)
        if not inside or row is None or number not in row.at:
            return None
        names = row.names[row.at[number] :]
        return [self._places[name] for name in names if prefix_of(name) == prefix_of(number)]

    def neighbour(self, indexed: IndexedArticle, step: int) -> Place | None:
        """The article before (``step`` -1) or after (1) another; ``None`` at an end, or where the order is not known.

        Without files that give the order, it is the next number in the same section, else the next one with the same
        prefix.
        """
        name = _name(indexed)
        if self._listed is not None:
            rows = [self._listed]
        elif order_of(name) is None:
            rows = []
        else:
            rows = [self._divisions[self._places[name][0].divisions], self._prefixes[prefix_of(name)]]
        for row in rows:
            at = row.at[name] + step
            if 0 <= at < len(row.names):
                return self._places[row.names[at]]
        return None

    def in_order(self) -> list[IndexedArticle]:
        """All articles in the order of the law, versions of one by their first day.

        Without files that give the order, by division and number; what has no plain number comes last in its division.
        """
        row = self._listed
        if row is None:
            return sorted((each for held in self._places.values() for each in held), key=self._place_in_act)
        return [each for name in row.names for each in sorted(self._places[name], key=_first_day)]

    def _place_in_act(self, indexed: IndexedArticle) -> tuple[object, ...]:
        name = _name(indexed)
        order = order_of(name)
        held = indexed if order is None else self._places[name][0]  # annexes of one name are no versions of one article
        path = tuple((_division_rank(step), DivisionStep(step).order) for step in held.divisions)
        return (path, order is None, order or (), name, _first_day(indexed))

    @cached_property
    def _listed(self) -> _Row | None:
        """All articles in the order of their files; ``None`` where the files do not give an order."""
        files: dict[str | None, list[IndexedArticle]] = {}
        for indexed in self._indexed:
            files.setdefault(indexed.file, []).append(indexed)
        lists = [found for file, found in files.items() if file is not None and len(found) > 1]
        if sum(map(len, lists)) < len(self._indexed):
            return None
        order: list[str] = []
        for all_indexed in sorted(lists, key=_date, reverse=True):
            order = _merged(order, list(dict.fromkeys(map(_name, all_indexed))))
        return _Row(order)

    @cached_property
    def _prefixes(self) -> Mapping[str | None, _Row]:
        """The numbers of each prefix, in their order."""
        return _rows((prefix_of(name), name) for name in self._numbers)

    @cached_property
    def _divisions(self) -> Mapping[tuple[str, ...], _Row]:
        """The articles of each innermost division, in order."""
        names = self._numbers if self._listed is None else self._listed.names
        return _rows((self._places[name][0].divisions, name) for name in names)

    @cached_property
    def _numbers(self) -> list[str]:
        """All plain numbers, in their order."""
        return sorted((name for name in self._places if order_of(name) is not None), key=_sortable)


class _Row:
    """Names in order."""

    def __init__(self, names: list[str]) -> None:
        self.names = names

    @cached_property
    def at(self) -> Mapping[str, int]:
        return {name: at for at, name in enumerate(self.names)}

    def from_to(self, low: OrderKey, high: OrderKey) -> list[str]:
        """The names with a key from ``low`` to ``high``; the row must be sorted by key."""
        begin = bisect_left(self.names, low, key=_sortable)
        return self.names[begin : bisect_right(self.names, high, key=_sortable)]


def prefix_of(number: str) -> str | None:
    """The prefix of a number: ``L`` for ``l811-2``, empty for ``706-73``; ``None`` if it is not a plain number.

    >>> prefix_of("l811-2"), prefix_of("706-73"), prefix_of("annexe-i")
    ('L', '', None)
    """
    read = _read(number)
    return None if read is None else read[0]


def order_of(number: str) -> OrderKey | None:
    """The sort key of a number within its act; ``None`` if it is not a plain number."""
    read = _read(number)
    return None if read is None else read[1]


# ---------------------------------------------------------------------------------------------------------------------

_RANKS = {"annexe": 4, "preliminaire": 0, "reglementaire": 2, "arretes": 3}


def _name(indexed: IndexedArticle) -> str:
    return indexed.number or indexed.id


def _rows(pairs: Iterable[tuple[_Group, str]]) -> Mapping[_Group, _Row]:
    found: dict[_Group, list[str]] = {}
    for group, name in pairs:
        found.setdefault(group, []).append(name)
    return {group: _Row(names) for group, names in found.items()}


def _merged(order: list[str], names: list[str]) -> list[str]:
    """``order`` with the missing ones of ``names`` inserted, each after its predecessor in ``names``."""
    known = set(order)
    behind: dict[str | None, list[str]] = {}
    last = None if known.intersection(names) or not order else order[-1]
    for name in names:
        if name in known:
            last = name
        else:
            behind.setdefault(last, []).append(name)
    return [*behind.get(None, ()), *(each for name in order for each in (name, *behind.get(name, ())))]


def _first_day(indexed: IndexedArticle) -> str:
    return indexed.valid_from or ""


def _division_rank(step: str) -> int:
    """Where a division stands among those beside it, before their numbers count."""
    return next((rank for word, rank in _RANKS.items() if word in step), 1)


def _date(all_indexed: Sequence[IndexedArticle]) -> str:
    return all_indexed[0].consolidated_at or ""


def _sortable(number: str) -> OrderKey:
    read = _read(number)
    assert read is not None  # noqa: S101 - only plain numbers are sorted
    return read[1]


@lru_cache(maxsize=1 << 14)
def _read(number: str) -> tuple[str, OrderKey] | None:
    """Prefix and key."""
    try:
        _, kind, prefix = read_number(number)
    except NumberError:
        return None
    if kind is not NumberKind.NUMBER and kind is not NumberKind.PAIR:
        return None
    return prefix, order_key(kind, prefix, number)
