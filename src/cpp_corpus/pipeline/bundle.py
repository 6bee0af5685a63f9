"""What engines are given: files, and bundles of the small members of archives."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from cpp_corpus import ingest
from cpp_corpus.ingest import DataEntry, Entry, Limits, PassedOver
from cpp_corpus.pipeline.entry_list import EntryList
from cpp_corpus.pipeline.unread import UnreadCounts

__all__ = ["Bundle", "EntryWork", "Work", "entries_of"]

Result = TypeVar("Result")


class Bundle(NamedTuple):
    """Members of an archive that are processed together, since one alone is too little work to send elsewhere.

    >>> bundle = Bundle((DataEntry("a.zip/1.md", b"# Article 1"), DataEntry("a.zip/2.md", b"# Article 2")))
    >>> str(bundle), bundle.size()
    ('a.zip/1.md and 1 more', 22)
    """

    entries: tuple[Entry, ...]
    """At least one."""

    def __str__(self) -> str:
        more = f" and {len(self.entries) - 1} more" if len(self.entries) > 1 else ""
        return f"{self.entries[0].path}{more}"

    def size(self) -> int:
        """Their bytes."""
        return sum(entry.size() for entry in self.entries)


def entries_of(item: Entry | Bundle) -> tuple[Entry, ...]:
    """The entries of an item of work: one file, or those of a bundle."""
    return item.entries if isinstance(item, Bundle) else (item,)


class EntryWork(Generic[Result]):
    """Work on each entry of an item, as :class:`~cpp_corpus.pipeline.recovery.Recoverable`."""

    @abstractmethod
    def one(self, entry: Entry) -> Result:
        """The result for one entry."""

    @abstractmethod
    def died(self, entry: Entry) -> Result:
        """The result for one entry whose worker died each time."""

    def __call__(self, item: Entry | Bundle) -> list[Result]:
        """The results of the entries of an item."""
        return list(map(self.one, entries_of(item)))

    def parts(self, item: Entry | Bundle) -> Sequence[Entry]:
        """Its entries."""
        return entries_of(item)

    def joined(self, results: Sequence[list[Result]]) -> list[Result]:
        """The results of all of them."""
        return list(chain.from_iterable(results))

    def lost(self, item: Entry) -> list[Result]:
        """The result of an entry whose worker died each time."""
        return [self.died(item)]


class Work:
    """The items of work of a run: the ``entries`` in their order, archives replaced by what is in them.

    Archives are read while the items are taken, so that their members are never all in memory; ``unread`` counts what
    is left out of them.
    """

    def __init__(self, entries: EntryList, unread: UnreadCounts, limits: Limits | None) -> None:
        self._entries = entries
        self._unread = unread
        self._limits = limits
        self.total = len(entries)
        """How many entries there are, as far as that is known: those of archives are counted as they are read."""

    def __iter__(self) -> Iterator[Entry | Bundle]:
        held: list[Entry] = []
        size = 0
        for entry in self._found():
            if not isinstance(entry, DataEntry) or entry.is_named:
                if held:
                    yield Bundle(tuple(held))
                    held, size = [], 0
                yield entry
                continue
            if held and (len(held) == _ENTRIES or size + len(entry.data) > _BYTES):
                yield Bundle(tuple(held))
                held, size = [], 0
            held.append(entry)
            size += len(entry.data)
        if held:
            yield Bundle(tuple(held))

    def _found(self) -> Iterator[Entry]:
        for entry in self._entries:
            count = -1
            for found in self._unpacked(entry):
                if isinstance(found, PassedOver):
                    self._unread.pass_over(found)
                    continue
                count += 1
                self.total += count > 0
                yield found

    def _unpacked(self, entry: Entry) -> Iterable[Entry | PassedOver]:
        return ingest.unpacked([entry], self._limits)


# ---------------------------------------------------------------------------------------------------------------------

_ENTRIES = 64  # in a bundle, at most
_BYTES = 1 << 17  # in a bundle, unless one entry has more
