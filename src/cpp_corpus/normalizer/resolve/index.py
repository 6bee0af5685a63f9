"""The articles of a corpus, found by act and number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from itertools import chain

from cpp_corpus.lang.acts import numbers as known_numbers
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.normalizer.resolve.division_index import DivisionIndex
from cpp_corpus.normalizer.resolve.sequence import ActSequence, order_of, prefix_of
from cpp_corpus.normalizer.resolve.versions import chosen

__all__ = ["CorpusIndex"]


class CorpusIndex:
    """The articles of a corpus by act and number, their order, and the divisions; each has an id of its own.

    ``all_indexed`` are the articles. ``at`` is the day on which all references are resolved; without it, each is on the
    day of its citing article. In its methods ``act`` is an id, ``number`` a normalised number, ``day`` an ISO date.

    >>> one, two = (IndexedArticle(f"code-x/{n}", "code-x", n, "in_force", None, None, ()) for n in ("1", "3-1"))
    >>> index = CorpusIndex([one, two])
    >>> index.acts, index.has_act("code-y"), index.acts_with("3-1")
    (('code-x',), False, ('code-x',))
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

    def __init__(self, all_indexed: Iterable[IndexedArticle] = (), *, at: date | None = None) -> None:
        self.at = None if at is None else at.isoformat()
        self.divisions = DivisionIndex()
        self._acts: dict[str | None, dict[str, tuple[IndexedArticle, ...]]] = {}
        self._indexed: dict[str, list[IndexedArticle]] = {}
        self._sequences: dict[str, ActSequence] = {}
        self._ways: dict[str, Counter[str]] = {}
        self._uses_hyphens: dict[str, bool] = {}
        self._newest: dict[str | None, str] = {}
        for indexed in all_indexed:
            numbers = self._acts.setdefault(indexed.act, {})
            if indexed.act is not None:
                self._indexed.setdefault(indexed.act, []).append(indexed)
                self.divisions.add(indexed.act, indexed.divisions, indexed.id)
            if indexed.number is not None:
                numbers[indexed.number] = (*numbers.get(indexed.number, ()), indexed)
            if indexed.consolidated_at is not None:
                self._newest[indexed.act] = max(self._newest.get(indexed.act, ""), indexed.consolidated_at)
        for numbers in self._acts.values():
            _add_short_annexes(numbers)
            _add_pairs(numbers)

    @property
    def acts(self) -> tuple[str, ...]:
        """Ids of the acts that the corpus has articles of, in its order."""
        return tuple(act for act in self._acts if act is not None)

    def has_act(self, act: str) -> bool:
        """Whether the corpus has articles of ``act``."""
        return act in self._acts

    def numbers(self, act: str) -> Iterable[str]:
        """The numbers under which :meth:`lookup` finds an article of ``act``, in the order of the source."""
        return self._acts.get(act, {}).keys()

    def lookup(self, act: str | None, number: str) -> tuple[IndexedArticle, ...]:
        """The articles of ``act`` under ``number``, in the order of the source."""
        return self._acts.get(act, {}).get(number, ())

    def best(self, act: str | None, number: str, day: str | None = None) -> tuple[IndexedArticle, ...]:
        """Of the same, those that are law on ``day``, else at the date asked, else at the newest of the act.

        Where none is law, the last one that was, or the first one that will be.
        """
        return chosen(self.lookup(act, number), day or self.at or self._newest.get(act))

    def is_current(self, indexed: IndexedArticle, day: str | None = None) -> bool:
        """Whether the article ``indexed`` is law on ``day``, else on ``at``; its other versions and sources count."""
        day = day or self.at
        if not indexed.is_law_on(day):
            return False
        return indexed.number is None or indexed in chosen(self.lookup(indexed.act, indexed.number), day)

    def acts_with(self, number: str) -> tuple[str | None, ...]:
        """Acts that have an article of that ``number``, in the order of the source."""
        return tuple(self._by_number.get(number, ()))

    def sequence(self, act: str) -> ActSequence:
        """The articles of ``act`` in the corpus, in order."""
        if act not in self._sequences:
            self._sequences[act] = ActSequence(self._indexed.get(act, []))
        return self._sequences[act]

    def missing_between(self, one: IndexedArticle, other: IndexedArticle) -> str | None:
        """A number between those of two articles, ``one`` and ``other``, of an act that the corpus does not hold.

        ``None`` where there is none.

        Known numbers are those in the lists of the package. Dumps leave out short articles.
        """
        if one.act is None or one.number is None or other.number is None:
            return None
        ends = sorted(end for number in (one.number, other.number) if (end := order_of(number)) is not None)
        prefix, held = prefix_of(one.number), self._acts.get(one.act, {})
        if len(ends) < 2 or prefix != prefix_of(other.number):
            return None
        absent = (number for number in known_numbers(one.act) if number not in held and prefix_of(number) == prefix)
        between = ((at, number) for number in absent if (at := order_of(number)) is not None and ends[0] < at < ends[1])
        return min(between, default=(None, None))[1]

    def has_such_numbers(self, act: str, number: str, like: str | None = None) -> bool:
        """Whether an act has numbers of this form: with this prefix, or without one, and as many leading digits.

        A form that fewer than one in a hundred of its numbers have does not count; where fewer than a hundred numbers
        of the act are known, digits are not compared. ``like`` is a number whose leading digits are accepted too.
        """
        if act not in self._ways:
            known = {*known_numbers(act), *self._acts.get(act, ())}
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
            plain = [number for number in {*known_numbers(act), *self._acts.get(act, ())} if number[:1].isdigit()]
            self._uses_hyphens[act] = _FEW * sum(map(bool, map(_HYPHENED.match, plain))) > len(plain)
        return self._uses_hyphens[act]

    @cached_property
    def _by_number(self) -> dict[str, list[str | None]]:
        found: dict[str, list[str | None]] = {}
        for act, numbers in self._acts.items():
            for number in numbers:
                found.setdefault(number, []).append(act)
        return found


_PLAIN = "plain"
_ENOUGH = 100
_FEW = 5  # more than one in five
_HYPHENED = re.compile(r"[0-9]+-[1-9]")
_DIGITS = re.compile(r"[0-9]+")


def _ways(number: str) -> tuple[str, ...]:
    """The form of a plain number: its prefix, and how many digits it begins with; empty for other numbers.

    >>> _ways("l2333-77"), _ways("17"), _ways("annexe-i")
    (('prefix L', '4 digits', 'plain'), ('prefix ', '2 digits', 'plain'), ())
    """
    prefix = prefix_of(number)
    match = _DIGITS.search(number)
    return () if prefix is None or match is None else (f"prefix {prefix}", f"{len(match[0])} digits", _PLAIN)


def _add_short_annexes(numbers: dict[str, tuple[IndexedArticle, ...]]) -> None:
    """Add short numbers of annexes: "Annexe III-14 (art. A322-77)" is cited as "annexe III-14"."""
    short: dict[str, list[str]] = {}
    for number in numbers:
        if number.startswith("annexe"):
            begin, mark, _ = number.partition("-art-")
            short.setdefault(begin, []).extend([number] if mark else [])
    for begin, whole in short.items():
        if begin not in numbers and len(whole) == 1:
            numbers[begin] = numbers[whole[0]]


def _add_pairs(numbers: dict[str, tuple[IndexedArticle, ...]]) -> None:
    """Add both numbers of a pair: "A123-2 et A123-3" is cited by either number."""
    for pair in [number for number in numbers if "-et-" in number and number[0] in "lrda0123456789"]:
        for number in pair.split("-et-"):
            numbers.setdefault(number, numbers[pair])
