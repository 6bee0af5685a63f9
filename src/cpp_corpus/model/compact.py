"""Index entries of many articles in little memory: arrays in place of objects, which are made when asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from sys import intern
from typing import Any, overload

from xxhash import xxh3_64_intdigest

from cpp_corpus.model.on_demand import OnDemand
from cpp_corpus.model.resolution import IndexedArticle

__all__ = ["NUMBERED", "IndexedArticles", "NamePlaces", "Some", "column", "repeated", "values_of"]


class NamePlaces:
    """Where each of some names stands, in 12 bytes a name; the names themselves stay where they are.

    >>> names = ["a", "b", "a"]
    >>> places = NamePlaces(names, names.__getitem__)
    >>> places.of("a"), places.of("c"), "b" in places
    ([0, 2], [], True)
    """

    def __init__(self, names: Iterable[str | None], name_at: Callable[[int], str | None]) -> None:
        """``name_at`` gives the name of a place; places without a name have ``None`` in both."""
        hashes = array("Q", (0 if name is None else _hash(name) for name in names))
        places = sorted(range(len(hashes)), key=hashes.__getitem__)
        self._name_at = name_at
        self._places = array("I", places)
        self._hashes = array("Q", map(hashes.__getitem__, places))

    def of(self, name: str) -> list[int]:
        """The places of a name, ascending."""
        wanted, hashes = _hash(name), self._hashes
        at = bisect_left(hashes, wanted)
        found = []
        count = len(hashes)
        while at < count and hashes[at] == wanted:
            place = self._places[at]
            if self._name_at(place) == name:
                found.append(place)
            at += 1
        return found

    def __contains__(self, name: str) -> bool:
        return bool(self.of(name))

    def firsts(self) -> Iterable[int]:
        """The first place of each name, ascending."""
        hashes = self._hashes
        if all(one != other for one, other in pairwise(hashes)):
            return range(len(hashes))
        return (at for at in range(len(hashes)) if (name := self._name_at(at)) is None or self.of(name)[0] == at)


def repeated(names: Callable[[], Iterable[str | None]]) -> dict[str, list[int]]:
    """The places of each name that stands in several; ``names`` gives all of them, and again where it is asked again.

    >>> repeated(lambda: ["a", "b", None, "a", None])
    {'a': [0, 3]}
    """
    hashes = sorted(_hash(name) for name in names() if name is not None)
    several = {one for one, other in pairwise(hashes) if one == other}
    del hashes
    if not several:
        return {}
    found: dict[str, list[int]] = {}
    for at, name in enumerate(names()):
        if name is not None and _hash(name) in several:
            found.setdefault(name, []).append(at)
    return {name: places for name, places in found.items() if len(places) > 1}


class IndexedArticles(Sequence[IndexedArticle]):
    """Index entries in some 60 bytes each, and what they share once; each entry is made when it is asked for.

    >>> held = IndexedArticles()
    >>> held.append(IndexedArticle("code-x/1", "code-x", "1", "in_force", None, None, ("titre.i",), parts="al1"))
    >>> held[-1].id, held.id(0), len(held)
    ('code-x/1', 'code-x/1', 1)
    """

    def __init__(self, all_indexed: Iterable[IndexedArticle] = ()) -> None:
        self._columns = [array("I") for _ in _SHARED]
        self._values: list[object] = []
        self._numbers_of_values: dict[object, int] = {}
        self._names = bytearray()
        """For each entry its number, a NUL and, where it is not made of act and number, its id."""
        self._ends = array("Q")
        self._files = array("q")
        """For each entry its file: a number, or the value of that index behind -1."""
        for each in all_indexed:
            self.append(each)

    def append(self, indexed: IndexedArticle) -> None:
        """One more entry."""
        known = self._numbers_of_values
        for column, at in zip(self._columns, _SHARED, strict=True):
            value = indexed[at]
            number = known.get(value)
            column.append(self._number(value) if number is None else number)
        number_text = indexed.number
        own = indexed.id if number_text is None or indexed.id != f"{indexed.act}/{number_text}" else ""
        self._names += f"{_NONE if number_text is None else number_text}\0{own}".encode("utf-8", "surrogatepass")
        self._ends.append(len(self._names))
        file = indexed.file
        is_numbered = file is not None and file[:1] == NUMBERED
        self._files.append(int(file[1:]) if is_numbered and file is not None else -1 - self._number(file))

    def renamed(self, ids: Mapping[int, str], without: Collection[int]) -> IndexedArticles:
        """Those of other places than ``without``, with other ``ids`` where there are some; all by place."""
        if not ids and not without:
            return self
        made = IndexedArticles()
        for at, indexed in enumerate(self):
            if at not in without:
                made.append(indexed._replace(id=ids[at]) if at in ids else indexed)
        return made

    def id(self, at: int) -> str:
        """The id of the entry of a place."""
        number, _, own = self._name(at)
        return own or f"{self._values[self._columns[_ACT][at]]}/{number}"

    def number(self, at: int) -> str | None:
        """The normalised number of the entry of a place."""
        number, _, _ = self._name(at)
        return None if number == _NONE else number

    def file(self, at: int) -> str | None:
        """The file of the entry of a place."""
        file = self._files[at]
        return f"{NUMBERED}{file}" if file >= 0 else self._values[-1 - file]  # type: ignore[return-value] # as given

    def values_of(self, field: str) -> Callable[[int], Any]:
        """What gives one field of the entry of a place."""
        if field in _NOT_SHARED:
            return getattr(self, field)  # type: ignore[no-any-return] # the method of that name
        values, column = self._values, self._columns[_SHARED.index(IndexedArticle._fields.index(field))]
        return lambda at: values[column[at]]

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, at: int) -> IndexedArticle: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[IndexedArticle]: ...
    def __getitem__(self, at: int | slice) -> IndexedArticle | Sequence[IndexedArticle]:
        if isinstance(at, slice):
            return OnDemand(range(len(self))[at], self._made)
        return self._made(range(len(self))[at])

    def __iter__(self) -> Iterator[IndexedArticle]:
        return map(self._made, range(len(self)))

    # -----------------------------------------------------------------------------------------------------------------

    def _made(self, at: int) -> IndexedArticle:
        values = self._values
        act, state, first, last, divisions, shown, parts = [values[column[at]] for column in self._columns]
        number, _, own = self._name(at)
        return IndexedArticle(
            own or f"{act}/{number}",
            act,  # type: ignore[arg-type] # as they were given
            None if number == _NONE else number,
            state,  # type: ignore[arg-type]
            first,  # type: ignore[arg-type]
            last,  # type: ignore[arg-type]
            divisions,  # type: ignore[arg-type]
            shown,  # type: ignore[arg-type]
            self.file(at),
            parts,  # type: ignore[arg-type]
        )

    def _name(self, at: int) -> tuple[str, str, str]:
        start = self._ends[at - 1] if at else 0
        return self._names[start : self._ends[at]].decode("utf-8", "surrogatepass").partition("\0")

    def _number(self, value: object) -> int:
        """The index of a value that many entries share."""
        number = self._numbers_of_values.get(value)
        if number is None:
            value = tuple(map(intern, value)) if isinstance(value, tuple) else value
            number = self._numbers_of_values[value] = len(self._values)
            self._values.append(value)
        return number


class Some(OnDemand[IndexedArticle]):
    """Those of some entries that have the given places.

    >>> one = IndexedArticle("code-x/1", "code-x", "1", "in_force", None, None, ())
    >>> Some([one, one], array("I", [1]))[0] == one
    True
    """

    def __init__(self, held: Sequence[IndexedArticle], places: array[int]) -> None:
        super().__init__(places, held.__getitem__)
        self.held = held
        self.places = places


def values_of(held: Sequence[IndexedArticle], field: str) -> Callable[[int], Any]:
    """What gives one field of the entry of a place, without the rest of it where that need not be made.

    >>> values_of([IndexedArticle("code-x/1", "code-x", "1", "in_force", None, None, ())], "number")(0)
    '1'
    """
    if isinstance(held, IndexedArticles):
        return held.values_of(field)
    if isinstance(held, Some):
        value_at, places = values_of(held.held, field), held.places
        return lambda at: value_at(places[at])
    return lambda at: getattr(held[at], field)


def column(held: Sequence[IndexedArticle], field: str) -> Iterator[Any]:
    """One field of all entries, in their order, likewise.

    >>> list(column([IndexedArticle("code-x/1", "code-x", "1", "in_force", None, None, ())], "act"))
    ['code-x']
    """
    return map(values_of(held, field), range(len(held)))


NUMBERED = "\0"
"""What the name of a file begins with that is a number: see :class:`cpp_corpus.pipeline.batch.Batch`."""
_SHARED = (1, 3, 4, 5, 6, 7, 9)
"""The fields that many entries share: act, state, dates, divisions, the day of the source, parts."""
_NOT_SHARED = frozenset(("id", "number", "file"))
_ACT = 0
_NONE = "\1"


def _hash(name: str) -> int:
    return xxh3_64_intdigest(name.encode("utf-8", "surrogatepass"))
