"""Open tables: ordered sets of named entries to which users and other packages can add.

Formats, sources, rules of the grammar, steps of the resolution, checks and exporters are such tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from cpp_corpus.errors import CorpusError

__all__ = ["Placed", "Table"]

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Placed(Generic[Entry]):
    """An entry of another package with its position; an entry without one is put at the end of the table."""

    entry: Entry
    """What is added."""
    before: str | None = None
    """Name of the entry before which it is put."""
    after: str | None = None
    """Name of the entry after which it is put."""


class Table(Mapping[str, Entry]):
    """Named entries in order.

    Installed packages add to it by an entry point of the group ``cpp_corpus.<name of the table>``, whose name is that
    of the entry and whose object is the entry, or a :class:`Placed`; they are loaded when the table is first used, in
    every process. ``CorpusError`` where one cannot be loaded.

    >>> steps = Table("example", {"first": 1, "last": 3})
    >>> steps.add("second", 2, before="last")
    >>> dict(steps)
    {'first': 1, 'second': 2, 'last': 3}
    """

    def __init__(self, name: str, entries: Mapping[str, Entry]) -> None:
        """``name``: name of the table, such as ``formats``; ``entries``: those of this package, in order."""
        self.name = name
        self._entries = dict(entries)
        self.changes = 0
        """How many entries were added or removed; what is computed from the table is recomputed when this changes."""
        self._is_complete = False

    def add(self, name: str, entry: Entry, *, before: str | None = None, after: str | None = None) -> None:
        """Add an entry before or after another one, else at the end.

        ``CorpusError`` where the name is taken or the other entry does not exist.
        """
        self._complete()
        self._put(name, entry, before, after)

    def remove(self, name: str) -> Entry:
        """Take an entry out and return it; ``KeyError`` where there is none of that name."""
        self._complete()
        removed = self._entries.pop(name)
        self.changes += 1
        return removed

    def __getitem__(self, name: str) -> Entry:
        self._complete()
        return self._entries[name]

    def __iter__(self) -> Iterator[str]:
        self._complete()
        return iter(tuple(self._entries))

    def __len__(self) -> int:
        self._complete()
        return len(self._entries)

    def __repr__(self) -> str:
        return f"<Table {self.name}: {', '.join(self)}>"

    def _complete(self) -> None:
        """Add the entries of other packages, once."""
        if self._is_complete:
            return
        self._is_complete = True
        from importlib.metadata import entry_points  # noqa: PLC0415 - 20 ms, which `--help` need not take

        for point in entry_points(group=f"cpp_corpus.{self.name}"):
            try:
                found = point.load()
            except Exception as error:
                raise CorpusError(
                    f"the entry {point.name!r} of the table {self.name!r} cannot be loaded from {point.value}: "
                    f"{type(error).__name__}: {error}; uninstall or fix the package that adds it"
                ) from error
            placed = found if isinstance(found, Placed) else Placed(found)
            self._put(point.name, placed.entry, placed.before, placed.after)

    def _put(self, name: str, entry: Entry, before: str | None, after: str | None) -> None:
        if name in self._entries:
            raise CorpusError(f"the table {self.name!r} already has an entry {name!r}; choose another name")
        self.changes += 1
        beside = before if before is not None else after
        if beside is None:
            self._entries[name] = entry
            return
        if beside not in self._entries:
            known = ", ".join(self._entries)
            raise CorpusError(f"{name!r} cannot be put next to {beside!r}: the table {self.name!r} has only {known}")
        ordered: dict[str, Entry] = {}
        for each, held in self._entries.items():
            if each == beside and before is not None:
                ordered[name] = entry
            ordered[each] = held
            if each == beside and before is None:
                ordered[name] = entry
        self._entries = ordered
