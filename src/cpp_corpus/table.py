"""Open tables: ordered sets of named entries to which users and other packages can add.

Formats, sources, rules and forms of the grammar, steps of the resolution, checks and exporters are such tables.
``docs/extending.md`` shows each.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from threading import RLock
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar
from weakref import WeakValueDictionary

from cpp_corpus.errors import ExtensionError, described

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["Placed", "Table", "WithTables", "are_edited", "no_instance_of"]

Entry = TypeVar("Entry")
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Placed(Generic[Entry]):
    """An entry of another package with its position; an entry without one is put at the end of the table.

    >>> Placed(2, before="last").before
    'last'
    """

    entry: Entry
    """What is added."""
    before: str | None = None
    """Name of the entry before which it is put."""
    after: str | None = None
    """Name of the entry after which it is put; only one of the two is given."""


class Table(Mapping[str, Entry]):
    """Named entries in order.

    Installed packages add to it by an entry point of the group ``cpp_corpus.<name of the table>``, whose name is that
    of the entry and whose object is the entry, or a :class:`Placed`. They are loaded when the table is first used, in
    the order of their names. ``ExtensionError``, whenever the table is used, where one of them cannot be loaded, is not
    an entry, or has the name of another one.

    >>> steps = Table("example", {"first": 1, "last": 3})
    >>> steps.add("second", 2, before="last")
    >>> dict(steps)
    {'first': 1, 'second': 2, 'last': 3}
    >>> steps.remove("first"), steps.ordered
    (1, (2, 3))
    """

    def __init__(
        self, name: str, entries: Mapping[str, Entry], *, fault: Callable[[Any], str | None] | None = None
    ) -> None:
        """``name``: name of the table, such as ``formats``; ``entries``: those of this package, in order.

        ``fault`` says why an object is not an entry; ``None`` where it is one.
        """
        self.name = name
        self.changes = 0
        """How many entries were added or removed; what is computed from the table is recomputed when this changes."""
        self._entries = dict(entries)
        self._fault = fault
        self._ordered: tuple[Entry, ...] | None = None
        self._added: dict[str, Entry] = {}  # in this process, by `add`
        self._is_edited = False  # in this process, by `add` or `remove`
        self._installed: dict[str, Entry] = {}  # what there was before that
        self._is_complete = False
        self._is_completing = False
        _TABLES[name] = self

    def add(self, name: str, entry: Entry, *, before: str | None = None, after: str | None = None) -> None:
        """Add an ``entry`` called ``name``, ``before`` or ``after`` the entry of that name, else at the end.

        ``ExtensionError`` where the name is taken, the other entry does not exist, or the entry is of another kind.
        """
        self._complete()
        self._entries = self._with(self._entries, name, Placed(entry, before, after))
        self._added[name] = entry
        self._has_changed()
        self._is_edited = True

    def remove(self, name: str) -> Entry:
        """Take the entry called ``name`` out and return it; ``KeyError`` where there is none."""
        self._complete()
        removed = self[name]
        entries = {known: entry for known, entry in self._entries.items() if known != name}
        self._entries = entries
        self._added.pop(name, None)
        self._has_changed()
        self._is_edited = True
        return removed

    @property
    def ordered(self) -> tuple[Entry, ...]:
        """The entries in their order, made once for each state of the table: for what looks at them all the time."""
        if self._ordered is None:
            self._complete()
            self._ordered = tuple(self._entries.values())
        return self._ordered

    def __getitem__(self, name: str) -> Entry:
        self._complete()
        try:
            return self._entries[name]
        except KeyError:
            raise KeyError(
                f"the table {self.name!r} has no entry {name!r}; there are: {', '.join(self._entries)}"
            ) from None

    def __iter__(self) -> Iterator[str]:
        self._complete()
        return iter(tuple(self._entries))

    def __len__(self) -> int:
        self._complete()
        return len(self._entries)

    def __repr__(self) -> str:
        return f"<Table {self.name}: {', '.join(self._entries)}>"

    # -----------------------------------------------------------------------------------------------------------------

    def _complete(self) -> None:
        """Add the entries of other packages, once; where one of them is broken, none, and the next look tries again."""
        if not self._is_complete:
            with _LOCK:
                self._complete_alone()

    def _complete_alone(self) -> None:
        if self._is_complete or self._is_completing:  # the latter: what is being loaded looks at the table
            return
        self._is_completing = True
        try:
            self._entries = self._with_all(_installed().get(self.name, ()))
        finally:
            self._is_completing = False
        self._has_changed()
        self._is_complete = True
        self._installed = dict(self._entries)
        if self.name in _ASSUMED:
            self._assume(_ASSUMED[self.name])

    def _with_all(self, points: Sequence[EntryPoint]) -> dict[str, Entry]:
        waiting = [(point, self._loaded(point)) for point in points]
        entries = self._entries
        while waiting:
            beside = [(point, placed) for point, placed in waiting if _neighbour(placed) in (None, *entries)]
            for point, placed in beside or waiting:  # the first entry whose neighbour does not exist is the error
                try:
                    entries = self._with(entries, point.name, placed)
                except ExtensionError as error:
                    raise _broken(point, str(error)) from error
            waiting = [each for each in waiting if each not in beside]
        return entries

    def _loaded(self, point: EntryPoint) -> Placed[Entry]:
        try:
            found = point.load()
        except Exception as error:
            why = f"the entry {point.name!r} of the table {self.name!r} cannot be loaded: {described(error)}"
            raise _broken(point, why) from error
        return found if isinstance(found, Placed) else Placed(found)

    def _with(self, entries: dict[str, Entry], name: str, placed: Placed[Entry]) -> dict[str, Entry]:
        """The entries with another one inserted."""
        entry, beside = placed.entry, _neighbour(placed)
        where = f"the entry {name!r} of the table {self.name!r}"
        if name in entries:
            raise ExtensionError(f"the table {self.name!r} already has an entry {name!r}; choose another name")
        if self._fault is not None and (fault := self._fault(entry)) is not None:
            raise ExtensionError(f"{where} {fault}")
        own = getattr(entry, "name", name)
        if own != name:
            raise ExtensionError(f"{where} has the name {own!r}; both names must be the same")
        if placed.before is not None and placed.after is not None:
            raise ExtensionError(f"{where} is placed both before and after another; give one of the two")
        if beside is None:
            return entries | {name: entry}
        if beside not in entries:
            known = ", ".join(entries)
            raise ExtensionError(f"{name!r} cannot be put next to {beside!r}: the table {self.name!r} has only {known}")
        rows = list(entries.items())
        at = list(entries).index(beside) + (placed.before is None)
        return dict([*rows[:at], (name, entry), *rows[at:]])

    def _has_changed(self) -> None:
        self._ordered = None
        self.changes += 1

    # -----------------------------------------------------------------------------------------------------------------

    @property
    def is_edited(self) -> bool:
        """Whether its entries are others than those that are installed.

        >>> steps = Table("example", {"first": 1})
        >>> steps.add("second", 2)
        >>> steps.is_edited, steps.remove("second"), steps.is_edited
        (True, 2, False)
        """
        return self._is_edited and list(self._entries.items()) != list(self._installed.items())

    def _edits(self) -> _Edits | None:
        """The changes by ``add`` and ``remove``; ``None`` where they were not called."""
        return _Edits(tuple(self._entries), dict(self._added)) if self._is_edited else None

    def _assume(self, edits: _Edits) -> None:
        """Bring the table into the state that it has in another process."""
        if tuple(self._entries) != edits.order:
            entries = edits.added | self._entries
            self._entries = {name: entries[name] for name in edits.order if name in entries}
            self._has_changed()


class WithTables(Generic[Item, Result]):
    """Work for other processes, which takes along the changes of the tables by ``add`` and ``remove``.

    A process made by ``fork`` has them anyway; to other processes they are pickled with the work.

    >>> pickle.loads(pickle.dumps(WithTables(len)))("abc")
    3
    """

    def __init__(self, work: Callable[[Item], Result]) -> None:
        self.work = work
        """The work itself."""

    def __call__(self, item: Item) -> Result:
        """The result of the work."""
        return self.work(item)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, object]]:
        edits = {name: table._edits() for name, table in sorted(_TABLES.items())}  # noqa: SLF001
        edited = {name: made for name, made in edits.items() if made is not None}
        for name, made in edited.items():
            for entry, added in made.added.items():
                _check_pickled(name, entry, added)
        return _with_tables, (self.work, edited)


def no_instance_of(kind: type) -> Callable[[object], str | None]:
    """A function that says what is wrong with an entry that is not of a class.

    >>> no_instance_of(int)("3"), no_instance_of(int)(3)
    ("is '3', which is no int", None)
    """
    return lambda entry: None if isinstance(entry, kind) else f"is {entry!r:.80}, which is no {kind.__name__}"


def are_edited() -> bool:
    """Whether entries were added to a table in this process, or taken out of one.

    >>> are_edited()
    False
    """
    return any(table.is_edited for table in list(_TABLES.values()))


# ---------------------------------------------------------------------------------------------------------------------


class _Edits(NamedTuple):
    """The changes of a table in a process."""

    order: tuple[str, ...]
    added: dict[str, Any]


_GROUP = "cpp_corpus."
_LOCK = RLock()
_TABLES: WeakValueDictionary[str, Table[Any]] = WeakValueDictionary()
_ASSUMED: dict[str, _Edits] = {}
"""In a worker: the changes of the tables in the parent process, by name; some tables are not imported yet."""


def _with_tables(work: Callable[[Item], Result], edited: Mapping[str, _Edits]) -> WithTables[Item, Result]:
    _ASSUMED.update(edited)
    for name, edits in edited.items():
        table = _TABLES.get(name)
        if table is not None and table._is_complete:  # noqa: SLF001
            table._assume(edits)  # noqa: SLF001
    return WithTables(work)


def _check_pickled(table: str, name: str, entry: object) -> None:
    try:
        pickle.dumps(entry)
    except Exception as error:
        raise ExtensionError(
            f"the entry {name!r} of the table {table!r} cannot be given to a worker process: {described(error)}; "
            "define its functions and classes at the top level of a module, or use one job"
        ) from error


@cache
def _installed() -> Mapping[str, Sequence[EntryPoint]]:
    """The entry points of all tables, by the name of the table, in the order of their own names."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - 20 ms, which `--help` need not take

    points = entry_points()
    return {
        group.removeprefix(_GROUP): sorted(points.select(group=group), key=lambda point: (point.name, point.value))
        for group in points.groups
        if group.startswith(_GROUP)
    }


def _neighbour(placed: Placed[Any]) -> str | None:
    return placed.before if placed.before is not None else placed.after


def _broken(point: EntryPoint, why: str) -> ExtensionError:
    package = "a package" if point.dist is None else f"{point.dist.name} {point.dist.version}"
    return ExtensionError(f"{why}; it comes from {package}, as {point.value}: fix or uninstall that package")
