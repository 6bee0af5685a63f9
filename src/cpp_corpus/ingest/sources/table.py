"""The table of sources: the kinds of path that a user can give, and the entries in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from cpp_corpus.errors import CorpusError, InputError, described
from cpp_corpus.ingest.sources import file, folder, remote, stdin
from cpp_corpus.ingest.sources.entry import Entry, PassedOver
from cpp_corpus.ingest.sources.places import Places, places_order
from cpp_corpus.table import Table, no_instance_of

__all__ = ["SOURCES", "Source", "entries", "entries_by_place"]


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
    """The entries of ``paths``, folders first; no file is given twice, whatever their order.

    Raises :class:`InputError` for a path that does not exist, before anything is given.
    """
    places = [os.fspath(path) for path in paths]
    for place in places:
        _expect(place)
    ordered = sorted(places, key=lambda place: (not folder.is_folder(place), places_order(place)))
    return (entry for _, found in entries_by_place(ordered) for entry in found)


def entries_by_place(places: Iterable[str]) -> Iterator[tuple[str, Iterator[Entry | PassedOver]]]:
    """The entries of each of the ``places`` in their order; those that are read with others are left out.

    The entries of a path that does not exist raise :class:`InputError`.
    """
    sources = {place: _source_of(place) for place in places}
    local = Places(place for place, (_, source) in sources.items() if source.entries in _LOCAL)
    kept = set(local)
    for place, (name, source) in sources.items():
        if source.entries not in _LOCAL:
            yield place, _entries_of(name, source, place)
        elif place in kept:
            yield place, _entries_in(local, place)


# ---------------------------------------------------------------------------------------------------------------------

_LOCAL = (folder.entries, file.entries)


def _expect(place: str) -> None:
    """``InputError`` where there is nothing at ``place``, as far as that is known before it is read."""
    if not place:
        raise InputError("the name of a path is empty", hint="the current folder is “.”")
    with suppress(ValueError):  # a name that no file can have
        if stdin.is_stdin(place) or remote.is_address(place) or os.path.lexists(place):
            return
    raise InputError("there is no such file or folder", path=place, hint="check the spelling")


def _entries_in(local: Places, place: str) -> Iterator[Entry | PassedOver]:
    _expect(place)
    yield from local.entries(place)


def _source_of(place: str) -> tuple[str, Source]:
    for name, source in SOURCES.items():
        with _reported(name, place):
            if source.takes(place):
                return name, source
    raise InputError("no source reads it", path=place)


def _entries_of(name: str, source: Source, place: str) -> Iterator[Entry | PassedOver]:
    with _reported(name, place):
        yield from source.entries(place)


@contextmanager
def _reported(name: str, place: str) -> Iterator[None]:
    """``InputError`` that names the source, where it fails."""
    try:
        yield
    except (CorpusError, OSError):
        raise
    except Exception as error:
        raise InputError(f"the source {name!r} failed: {described(error)}", path=place) from error
