"""The order of the articles of an act.

Articles in one file are in the order of the law. Where all articles of an act come from such files, this order is used;
several files, of different parts or dates, are merged. A folder of pages with one article each has no order: its
articles are sorted by number.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Any, Generic, TypeVar

from cpp_corpus.errors import NumberError
from cpp_corpus.lang.numbering import NumberKind, OrderKey, order_key, read_number
from cpp_corpus.model.compact import NamePlaces, values_of
from cpp_corpus.model.division import DivisionStep
from cpp_corpus.model.resolution import IndexedArticle

__all__ = ["ActSequence", "Place", "order_of", "prefix_of"]

_Group = TypeVar("_Group")

Place = tuple[IndexedArticle, ...]
"""An article: all versions under one number; a single record where it has no number."""


class ActSequence:
    """The order of the articles of an act.

    Each article is held as the place of its first record among ``all_indexed``, which are made when they are asked for.
    """

    def __init__(self, all_indexed: Sequence[IndexedArticle]) -> None:
        self._indexed = all_indexed
        self._number_at, self._id_at = values_of(all_indexed, "number"), values_of(all_indexed, "id")
        self._places = NamePlaces(map(_name, all_indexed), self._name_at)

    def between(self, first: str, last: str) -> list[Place] | None:
        """The articles from one number to another, inclusive; ``None`` where they are not in this order.

        Members have the prefix of one of the ends. An end that does not exist is placed by its number.
        """
        low, high = order_of(first), order_of(last)
        if low is None or high is None:
            return None
        prefixes = {prefix_of(first), prefix_of(last)}
        begin, end = self._listed_at(first), self._listed_at(last)
        if self._listed is not None and begin is not None and end is not None:
            if begin > end:
                return None
            found = [at for at in self._listed.row(None)[begin : end + 1] if prefix_of(self._name_at(at)) in prefixes]
        else:
            if low > high:
                return None
            found = sorted((at for prefix in prefixes for at in self._from_to(prefix, low, high)), key=self._key)
        return [self._place(at) for at in found]

    def onwards(self, number: str) -> list[Place] | None:
        """An article and those after it with its prefix, to the end of its innermost division.

        ``None`` where its divisions, or its place in them, are not known.
        """
        first = self._places.of(number)[0]
        inside = self._indexed[first].divisions
        rank = self._divisions.rank(first)
        if not inside or rank is None:
            return None
        found = self._divisions.row(inside)[rank:]
        return [self._place(at) for at in found if prefix_of(self._name_at(at)) == prefix_of(number)]

    def neighbour(self, indexed: IndexedArticle, step: int) -> Place | None:
        """The article before (``step`` -1) or after (1) another; ``None`` at an end, or where the order is not known.

        Without files that give the order, it is the next number in the same section, else the next one with the same
        prefix.
        """
        name = _name(indexed)
        first = self._places.of(name)[0]
        rows: list[tuple[_Rows[Any], object]]
        if self._listed is not None:
            rows = [(self._listed, None)]
        elif order_of(name) is None:
            rows = []
        else:
            rows = [(self._divisions, self._indexed[first].divisions), (self._prefixes, prefix_of(name))]
        for grouped, group in rows:
            row, rank = grouped.row(group), grouped.rank(first)
            if rank is not None and 0 <= rank + step < len(row):
                return self._place(row[rank + step])
        return None

    def in_order(self) -> list[IndexedArticle]:
        """All articles in the order of the law, versions of one by their first day.

        Without files that give the order, by division and number; what has no plain number comes last in its division.
        """
        if self._listed is None:
            return sorted(self._indexed, key=self._place_in_act)
        return [each for at in self._listed.row(None) for each in sorted(self._place(at), key=_first_day)]

    # -----------------------------------------------------------------------------------------------------------------

    def _place_in_act(self, indexed: IndexedArticle) -> tuple[object, ...]:
        name = _name(indexed)
        order = order_of(name)
        # annexes of one name are no versions of one article
        held = indexed if order is None else self._indexed[self._places.of(name)[0]]
        path = tuple((_division_rank(step), DivisionStep(step).order) for step in held.divisions)
        return (path, order is None, order or (), name, _first_day(indexed))

    def _name_at(self, at: int) -> str:
        name: str = self._number_at(at) or self._id_at(at)
        return name

    def _key(self, at: int) -> OrderKey:
        return _sortable(self._name_at(at))

    def _place(self, first: int) -> Place:
        return tuple(map(self._indexed.__getitem__, self._places.of(self._name_at(first))))

    def _listed_at(self, number: str) -> int | None:
        places = self._places.of(number)
        return None if self._listed is None or not places else self._listed.rank(places[0])

    def _from_to(self, prefix: str | None, low: OrderKey, high: OrderKey) -> array[int]:
        """The articles of a prefix with a key from ``low`` to ``high``."""
        row = self._prefixes.row(prefix)
        begin = bisect_left(row, low, key=self._key)
        return row[begin : bisect_right(row, high, key=self._key)]

    @cached_property
    def _listed(self) -> _Rows[None] | None:
        """All articles in the order of their files; ``None`` where the files do not give an order."""
        files: dict[str | None, list[int]] = {}
        for at, indexed in enumerate(self._indexed):
            files.setdefault(indexed.file, []).append(at)
        lists = [found for file, found in files.items() if file is not None and len(found) > 1]
        if sum(map(len, lists)) < len(self._indexed):
            return None
        order: list[int] = []
        for places in sorted(lists, key=lambda places: self._indexed[places[0]].consolidated_at or "", reverse=True):
            order = _merged(order, list(dict.fromkeys(self._places.of(self._name_at(at))[0] for at in places)))
        return _Rows(((None, at) for at in order), len(self._indexed))

    @cached_property
    def _prefixes(self) -> _Rows[str | None]:
        """The numbers of each prefix, in their order."""
        return _Rows(((prefix_of(self._name_at(at)), at) for at in self._numbers), len(self._indexed))

    @cached_property
    def _divisions(self) -> _Rows[tuple[str, ...]]:
        """The articles of each innermost division, in order."""
        order = self._numbers if self._listed is None else self._listed.row(None)
        return _Rows(((self._indexed[at].divisions, at) for at in order), len(self._indexed))

    @cached_property
    def _numbers(self) -> array[int]:
        """All plain numbers, in their order."""
        plain = [at for at in self._places.firsts() if order_of(self._name_at(at)) is not None]
        return array("I", sorted(plain, key=self._key))


class _Rows(Generic[_Group]):
    """Articles in groups, each in order, as the places of their first records."""

    def __init__(self, pairs: Iterable[tuple[_Group, int]], count: int) -> None:
        """``pairs`` of groups and places come in order; an article is in one group. ``count``: how many places."""
        self._rows: dict[object, array[int]] = {}
        self._ranks = array("i", [-1]) * count
        for group, at in pairs:
            row = self._rows.get(group)
            if row is None:
                row = self._rows[group] = array("I")
            self._ranks[at] = len(row)
            row.append(at)

    def row(self, group: object) -> array[int]:
        """The articles of a group; empty where there is none."""
        return self._rows.get(group, _EMPTY)

    def rank(self, at: int) -> int | None:
        """The place of an article in its group; ``None`` where it is in none."""
        return None if (rank := self._ranks[at]) < 0 else rank


_EMPTY = array("I")


@lru_cache(maxsize=1 << 14)
def prefix_of(number: str) -> str | None:
    """The prefix of a number: ``L`` for ``l811-2``, empty for ``706-73``; ``None`` if it is not a plain number.

    >>> prefix_of("l811-2"), prefix_of("706-73"), prefix_of("annexe-i")
    ('L', '', None)
    """
    try:
        _, kind, prefix = read_number(number)
    except NumberError:
        return None
    return prefix if kind is NumberKind.NUMBER or kind is NumberKind.PAIR else None


@lru_cache(maxsize=1 << 14)
def order_of(number: str) -> OrderKey | None:
    """The sort key of a number within its act; ``None`` if it is not a plain number."""
    prefix = prefix_of(number)
    return None if prefix is None else order_key(NumberKind.NUMBER, prefix, number)


# ---------------------------------------------------------------------------------------------------------------------

_RANKS = {"annexe": 4, "preliminaire": 0, "reglementaire": 2, "arretes": 3}


def _name(indexed: IndexedArticle) -> str:
    return indexed.number or indexed.id


def _merged(order: list[int], names: list[int]) -> list[int]:
    """``order`` with the missing ones of ``names`` inserted, each after its predecessor in ``names``."""
    known = set(order)
    behind: dict[int | None, list[int]] = {}
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


def _sortable(number: str) -> OrderKey:
    order = order_of(number)
    assert order is not None  # noqa: S101 - only plain numbers are sorted
    return order
