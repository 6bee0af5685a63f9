"""The table of sources: the kinds of path that a user can give, and the entries in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cpp_corpus.errors import InputError
from cpp_corpus.ingest.sources import file, folder, stdin
from cpp_corpus.ingest.sources.entry import Entry, FileEntry, PassedOver
from cpp_corpus.table import Table

__all__ = ["SOURCES", "Source", "entries"]


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of place from which texts are read."""

    takes: Callable[[str], bool]
    """Whether a path given by the user is such a place."""
    entries: Callable[[str], Iterator[Entry | PassedOver]]
    """The entries in it, in an order that depends only on their names."""


SOURCES: Table[Source] = Table(
    "sources",
    {
        "stdin": Source(stdin.is_stdin, stdin.entries),
        "folder": Source(folder.is_folder, folder.entries),
        "file": Source(file.is_file, file.entries),
    },
)
"""By name, in the order in which they are tried; ``file``, which takes everything, is last."""


def entries(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Entry | PassedOver]:
    """The entries of ``paths``, folders first; no file is given twice.

    Raises :class:`InputError` for a path that does not exist, before anything is given.
    """
    places = [os.fspath(path) for path in paths]
    for place in places:
        if not stdin.is_stdin(place) and not _exists(place):
            raise InputError("there is no such file or folder", path=place, hint="check the spelling")
    return _entries(sorted(dict.fromkeys(places), key=lambda place: not folder.is_folder(place)))


# ---------------------------------------------------------------------------------------------------------------------


def _exists(place: str) -> bool:
    try:
        return os.path.lexists(place)
    except ValueError:  # a name that no file can have
        return False


def _entries(places: list[str]) -> Iterator[Entry | PassedOver]:
    given: set[str] = set()
    for place in places:
        source = next(source for source in SOURCES.values() if source.takes(place))
        for entry in source.entries(place):
            if isinstance(entry, FileEntry) and len(places) > 1:
                path = _absolute(entry.name)
                if path in given:
                    continue
                given.add(path)
            yield entry


def _absolute(path: str) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - Path.resolve asks the disk for every part, of every file
