"""The table of sources: the kinds of path that a user can give, and the entries in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cpp_corpus.errors import CorpusError, InputError, described
from cpp_corpus.ingest.sources import file, folder, remote, stdin
from cpp_corpus.ingest.sources.entry import Entry, FileEntry, PassedOver
from cpp_corpus.table import Table, no_instance_of

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
        "remote": Source(remote.is_address, remote.entries),
        "folder": Source(folder.is_folder, folder.entries),
        "file": Source(file.is_file, file.entries),
    },
    fault=no_instance_of(Source),
)
"""By name, in the order in which they are asked; ``file`` takes what no other does, so what is added belongs before it.

Other packages add to it by entry points of the group ``cpp_corpus.sources``.
"""


def entries(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Entry | PassedOver]:
    """The entries of ``paths``, folders first; no file is given twice.

    Raises :class:`InputError` for a path that does not exist, before anything is given.
    """
    places = [os.fspath(path) for path in paths]
    for place in places:
        if not _exists(place):
            raise InputError("there is no such file or folder", path=place, hint="check the spelling")
    return _entries(sorted(dict.fromkeys(places), key=lambda place: not folder.is_folder(place)))


# ---------------------------------------------------------------------------------------------------------------------


def _exists(place: str) -> bool:
    if stdin.is_stdin(place) or remote.is_address(place):
        return True
    try:
        return os.path.lexists(place)
    except ValueError:  # a name that no file can have
        return False


def _entries(places: list[str]) -> Iterator[Entry | PassedOver]:
    given: set[str] = set()
    for place in places:
        for entry in _entries_at(place):
            if isinstance(entry, FileEntry) and len(places) > 1:
                path = _absolute(entry.name)
                if path in given:
                    continue
                given.add(path)
            yield entry


def _entries_at(place: str) -> Iterator[Entry | PassedOver]:
    for name, source in SOURCES.items():
        try:
            if source.takes(place):
                yield from source.entries(place)
                return
        except (CorpusError, OSError):
            raise
        except Exception as error:
            raise InputError(f"the source {name!r} failed: {described(error)}", path=place) from error


def _absolute(path: str) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - Path.resolve asks the disk for every part, of every file
