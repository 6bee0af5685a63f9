"""The articles of a corpus, found by act and number."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache, partial
from itertools import chain
from operator import itemgetter
from typing import Protocol

from cpp_corpus.lang.acts import numbers as known_numbers
from cpp_corpus.lang.numbering import OrderKey
from cpp_corpus.model.compact import NamePlaces, Some, column, values_of
from cpp_corpus.model.number import other_numbers
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.normalizer.resolve.division_index import DivisionIndex
from cpp_corpus.normalizer.resolve.sequence import ActSequence, order_of, prefix_of
from cpp_corpus.normalizer.resolve.versions import chosen

__all__ = ["CorpusIndex", "IndexedRecords"]


class IndexedRecords(Protocol):
    """Where an index gets the articles of a corpus from: in memory they are at hand, in a store they are read."""

    @property
    def acts(self) -> Mapping[str | None, str | None]:
        """The acts in the order of the source, each with the newest day of its sources, ISO."""

    def of_act(self, act: str | None, /) -> Sequence[IndexedArticle]:
        """All articles of an act, in the order of the source."""

    def of_number(self, act: str | None, number: str, /) -> tuple[IndexedArticle, ...]:
        """Those of one normalised number; empty where there are none, or where it is quicker to ask for the act."""

    def acts_with(self, number: str, /) -> tuple[str | None, ...] | None:
        """Acts that have an article of that number, in order; ``None`` where it is quicker to ask for each act."""


class CorpusIndex:
    """The articles of a corpus by act and number, their order, and the divisions; each has an id of its own.

    ``all_indexed`` are the articles. ``at`` is the day on which all references are resolved; without it, each is on the
    day of its citing article. In its methods ``act`` is an id, ``number`` a normalised number, ``day`` an ISO date.

    >>> one, two = (IndexedArticle(f"code-x/{n}", "code-x", n, "in_force", None, None, ()) for n in ("1", "3-1"))
    >>> index = CorpusIndex([one, two])
    >>> index.acts, index.has_act("code-y"), index.acts_with("3-1")
    (('code-x',), False, ('code-x',))
    >>> index.newest_day("code-x")
    >>> list(index.numbers("code-x"))
    ['1', '3-1']
    >>> index.lookup("code-x", "1") == index.best("code-x", "1") == (one,)
    True
    >>> index.is_current(one), index.has_such_numbers("code-x", "2"), index.uses_hyphens("code-x")
    (True, True, True)
    >>> index.missing_between(one, two)
    >>> index.sequence("code-x").between("1", "3-1") == [(one,), (two,)]
    True
    """

    def __init__(
        self,
        all_indexed: Iterable[IndexedArticle] = (),
        *,
        at: date | None = None,
        records: IndexedRecords | None = None,
    ) -> None:
        """``records``, in place of ``all_indexed``, gives the articles of an act when they are first needed."""
        self.at = None if at is None else at.isoformat()
        self._records = _InMemory(all_indexed) if records is None else records
        self.divisions = DivisionIndex(self._records.of_act)
        self._numbers: dict[str | None, _Numbers] = {}
        self._looked_up = lru_cache(maxsize=_KEPT)(partial(_found, self._records, self._numbers))
        self._sequence_of = lru_cache(maxsize=_ACTS)(partial(_sequence, self._records))
        self._ways: dict[str, Counter[str]] = {}
        self._uses_hyphens: dict[str, bool] = {}
        self._absent: dict[str, Mapping[str | None, Sequence[tuple[OrderKey, str]]]] = {}

    @cached_property
    def acts(self) -> tuple[str, ...]:
        """Ids of the acts that the corpus has articles of, in its order."""
        return tuple(act for act in self._records.acts if act is not None)

    def has_act(self, act: str) -> bool:
        """Whether the corpus has articles of ``act``."""
        return act in self._records.acts

    def newest_day(self, act: str) -> str | None:
        """The newest day (ISO) on which the sources of ``act`` show the law; ``None`` where they have none."""
        return self._records.acts.get(act)

    def numbers(self, act: str) -> Iterable[str]:
        """The numbers under which :meth:`lookup` finds an article of ``act``, in the order of the source."""
        return self._numbered(act).keys()

    def lookup(self, act: str | None, number: str) -> tuple[IndexedArticle, ...]:
        """The articles of ``act`` under ``number``, in the order of the source."""
        return self._looked_up(act, number)

    def best(self, act: str | None, number: str, day: str | None = None) -> tuple[IndexedArticle, ...]:
        """Of the same, those that are law on ``day``, else at the date asked, else at the newest of the act.

        Where none is law, the last one that was, or the first one that will be.
        """
        return chosen(self.lookup(act, number), day or self.at or self._records.acts.get(act))

    def is_current(self, indexed: IndexedArticle, day: str | None = None) -> bool:
        """Whether the article ``indexed`` is law on ``day``, else on ``at``; its other versions and sources count."""
        day = day or self.at
        if not indexed.is_law_on(day):
            return False
        return indexed.number is None or indexed in chosen(self.lookup(indexed.act, indexed.number), day)

    def acts_with(self, number: str) -> tuple[str | None, ...]:
        """Acts that have an article of that ``number``, in the order of the source."""
        found = self._records.acts_with(number)
        return tuple(self._by_number.get(number, ())) if found is None else found

    def sequence(self, act: str) -> ActSequence:
        """The articles of ``act`` in the corpus, in order."""
        return self._sequence_of(act)

    def missing_between(self, one: IndexedArticle, other: IndexedArticle) -> str | None:
        """A number between those of two articles, ``one`` and ``other``, of an act that the corpus does not hold.

        ``None`` where there is none.

        Known numbers are those in the lists of the package. Dumps leave out short articles.
        """
        if one.act is None or one.number is None or other.number is None:
            return None
        ends = sorted(end for number in (one.number, other.number) if (end := order_of(number)) is not None)
        prefix = prefix_of(one.number)
        if len(ends) < 2 or prefix != prefix_of(other.number):
            return None
        absent = self._absent_of(one.act).get(prefix, ())
        at = bisect_right(absent, ends[0], key=itemgetter(0))
        return absent[at][1] if at < len(absent) and absent[at][0] < ends[1] else None

    def has_such_numbers(self, act: str, number: str, like: str | None = None) -> bool:
        """Whether an act has numbers of this form: with this prefix, or without one, and as many leading digits.

        A form that fewer than one in a hundred of its numbers have does not count; where fewer than a hundred numbers
        of the act are known, digits are not compared. ``like`` is a number whose leading digits are accepted too.
        """
        if act not in self._ways:
            known = {*known_numbers(act), *self._numbered(act)}
            self._ways[act] = Counter(chain.from_iterable(_ways(number) for number in known))
        ways = self._ways[act]
        least = ways[_PLAIN] / _ENOUGH
        prefix, digits = _ways(number)[:2] or (_PLAIN, _PLAIN)
        if ways[prefix] < least:
            return False
        return least < 1 or ways[digits] >= least or (like is not None and digits in _ways(like))

    def uses_hyphens(self, act: str) -> bool:
        """Whether more than a few articles of an act have a number without prefix and with a hyphen, such as 706-73."""
        if act not in self._uses_hyphens:
            plain = [number for number in {*known_numbers(act), *self._numbered(act)} if number[:1].isdigit()]
            self._uses_hyphens[act] = _FEW * sum(map(bool, map(_HYPHENED.match, plain))) > len(plain)
        return self._uses_hyphens[act]

    @cached_property
    def _by_number(self) -> dict[str, list[str | None]]:
        found: dict[str, list[str | None]] = {}
        for act in self._records.acts:
            for number in self._numbered(act):
                found.setdefault(number, []).append(act)
        return found

    def _absent_of(self, act: str) -> Mapping[str | None, Sequence[tuple[OrderKey, str]]]:
        """The known numbers of an act that the corpus does not hold, in order, by their prefix."""
        if act not in self._absent:
            held = self._numbered(act)
            found: dict[str | None, list[tuple[OrderKey, str]]] = {}
            for number in known_numbers(act):
                if number not in held and (order := order_of(number)) is not None:
                    found.setdefault(prefix_of(number), []).append((order, number))
            self._absent[act] = {prefix: sorted(numbers) for prefix, numbers in found.items()}
        return self._absent[act]

    def _numbered(self, act: str | None) -> _Numbers:
        """The articles of an act by their numbers, also by the other numbers by which some are cited."""
        return _numbered(self._records, self._numbers, act)


def _numbered(records: IndexedRecords, held: dict[str | None, _Numbers], act: str | None) -> _Numbers:
    """Those of an act; ``held`` has what was asked for before."""
    found = held.get(act)
    if found is None:
        found = held[act] = _Numbers(records.of_act(act))
    return found


def _found(
    records: IndexedRecords, held: dict[str | None, _Numbers], act: str | None, number: str
) -> tuple[IndexedArticle, ...]:
    """The articles of an act under a number; what is cached of it keeps no reference to the index."""
    if act not in held and (found := records.of_number(act, number)):
        return found
    return _numbered(records, held, act).get(number, ())


def _sequence(records: IndexedRecords, act: str) -> ActSequence:
    return ActSequence(records.of_act(act))


class _Numbers(Mapping[str, tuple[IndexedArticle, ...]]):
    """Articles by their numbers, in the order of the source, then by the other numbers by which some are cited."""

    def __init__(self, all_indexed: Sequence[IndexedArticle]) -> None:
        self._all = all_indexed
        self._number_at = values_of(all_indexed, "number")
        self._places = NamePlaces(map(self._number_at, range(len(all_indexed))), self._number_at)
        self._others = other_numbers(self._own())

    def __getitem__(self, number: str) -> tuple[IndexedArticle, ...]:
        places = self._places.of(number) or self._places.of(self._others[number])
        return tuple(map(self._all.__getitem__, places))

    def __contains__(self, number: object) -> bool:
        return number in self._others or (isinstance(number, str) and number in self._places)

    def __iter__(self) -> Iterator[str]:
        return chain(self._own(), self._others)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _own(self) -> Iterator[str]:
        numbers = map(self._number_at, self._places.firsts())
        return (number for number in numbers if number is not None)


class _InMemory:
    """Articles in memory, grouped by act."""

    def __init__(self, all_indexed: Iterable[IndexedArticle]) -> None:
        held = all_indexed if isinstance(all_indexed, Sequence) else tuple(all_indexed)
        self.acts: dict[str | None, str | None] = {}
        places: dict[str | None, array[int]] = {}
        for at, (act, day) in enumerate(zip(column(held, "act"), column(held, "consolidated_at"), strict=True)):
            if act not in places:
                places[act] = array("I")
                self.acts[act] = None
            places[act].append(at)
            if day is not None and day > (self.acts[act] or ""):
                self.acts[act] = day
        self._of = {act: Some(held, of_act) for act, of_act in places.items()}

    def of_act(self, act: str | None) -> Sequence[IndexedArticle]:
        return self._of.get(act, ())

    def of_number(self, _act: str | None, _number: str) -> tuple[IndexedArticle, ...]:
        return ()

    def acts_with(self, _number: str) -> None:
        return None


_KEPT = 1 << 13  # answers of look-ups: what is cited is cited again soon
_ACTS = 32  # whose articles are held in order: those that follow one another in a corpus cite each other little
_PLAIN = "plain"
_ENOUGH = 100
_FEW = 5  # more than one in five
_HYPHENED = re.compile(r"[0-9]+-[1-9]")
_DIGITS = re.compile(r"[0-9]+")
_USUAL = re.compile(r"(lo|[lrda])?([1-9][0-9]*)(?:-[1-9][0-9]*)*")
"""Most normalised numbers, which need not be read anew."""


def _ways(number: str) -> tuple[str, ...]:
    """The form of a plain number: its prefix, and how many digits it begins with; empty for other numbers.

    >>> _ways("l2333-77"), _ways("17"), _ways("annexe-i")
    (('prefix L', '4 digits', 'plain'), ('prefix ', '2 digits', 'plain'), ())
    """
    usual = _USUAL.fullmatch(number)
    if usual is not None:
        return (f"prefix {(usual[1] or '').upper()}", f"{len(usual[2])} digits", _PLAIN)
    prefix = prefix_of(number)
    match = _DIGITS.search(number)
    return () if prefix is None or match is None else (f"prefix {prefix}", f"{len(match[0])} digits", _PLAIN)
