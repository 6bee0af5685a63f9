"""The entries of a run in the order of the corpus, held in little memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter
from typing import NamedTuple
from zlib import compress, decompress

from cpp_corpus.ingest import Entry, FileEntry, natural, natural_in
from cpp_corpus.ingest.sources import printable

__all__ = ["EntryList"]


class EntryList:
    """Entries in their order; the paths of files are packed, so that a large mirror takes a few bytes a page.

    >>> entries = EntryList([FileEntry("mirror/10.md"), FileEntry("mirror/2.md")])
    >>> len(entries), [entry.path for entry in entries]
    (2, ['mirror/2.md', 'mirror/10.md'])
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._parts: list[bytes | Entry] = []
        self._count = 0
        late: list[_Run | Entry] = []
        self._add(_in_order(_ascending(_runs(entries), late)))
        if late:  # which sources that are read one after the other may have; folders are read in their order
            found = sorted([*_runs(self), *late], key=_key)
            self._parts, self._count = [], 0
            self._add(_in_order(found))

    def _add(self, ordered: Iterable[str | Entry]) -> None:
        """Add paths of files, which are packed, and other entries."""
        for is_file, group in groupby(ordered, key=lambda each: isinstance(each, str)):
            if is_file:
                while paths := [each for each in islice(group, _AT_ONCE) if isinstance(each, str)]:
                    self._count += len(paths)
                    self._parts.append(_packed(paths))
            else:
                others = [each for each in group if not isinstance(each, str)]
                self._count += len(others)
                self._parts += others

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Entry]:
        for part in self._parts:
            if isinstance(part, bytes):
                yield from map(FileEntry, _unpacked(part))
            else:
                yield part

    def only(self, is_kept: Callable[[Entry], bool]) -> EntryList:
        """Those of the entries that are kept.

        >>> len(EntryList([FileEntry("mirror/1.md"), FileEntry("out/1.md")]).only(lambda e: e.path[:3] != "out"))
        1
        """
        return EntryList(filter(is_kept, self))


# ---------------------------------------------------------------------------------------------------------------------


_AT_ONCE = 256  # paths that are packed together


class _Run(NamedTuple):
    """Files of a folder that were found one after the other."""

    folder: str
    names: str
    """Parted by NUL: one text takes a fifth of the memory of many."""


def _folder_of_file(entry: Entry) -> str | None:
    """The folder of a file that was found in one; ``None`` for other entries."""
    if not isinstance(entry, FileEntry) or entry.is_named:
        return None
    folder, sign, _ = entry.name.rpartition(os.sep)
    return folder if sign else None


def _runs(entries: Iterable[Entry]) -> Iterator[_Run | Entry]:
    """The files of a folder that follow one another as one; other entries as they are."""
    for folder, files in groupby(entries, key=_folder_of_file):
        if folder is None:
            yield from files
        else:
            names = (file.name.rpartition(os.sep)[2] for file in files if isinstance(file, FileEntry))
            yield _Run(folder, "\0".join(names))


def _ascending(found: Iterable[_Run | Entry], late: list[_Run | Entry]) -> Iterator[_Run | Entry]:
    """Those that are in the order of the folders; the others are added to ``late``."""
    last = ""
    for each in found:
        key = _key(each)
        if key < last:
            late.append(each)
        else:
            last = key
            yield each


def _key(each: _Run | Entry) -> str:
    """The sort key of the folder."""
    return natural_in(_folder(each), "")[0]


def _folder(each: _Run | Entry) -> str:
    return printable(each.folder) if isinstance(each, _Run) else each.path.rpartition("/")[0]


def _in_order(found: Iterable[_Run | Entry]) -> Iterator[str | Entry]:
    """The paths of files and the other entries; ``found`` is in the order of the folders, numbers by their value."""
    for _, group in groupby(found, key=_key):
        keyed: list[tuple[tuple[str, ...], str | Entry]] = []
        for each in group:
            if isinstance(each, _Run):
                folder = _folder(each)
                names = each.names.split("\0")
                keyed += ((natural_in(folder, printable(name)), f"{each.folder}{os.sep}{name}") for name in names)
            else:
                keyed.append((natural(each.path), each))
        keyed.sort(key=itemgetter(0))
        yield from (entry for _, entry in keyed)


def _packed(paths: list[str]) -> bytes:
    """Paths, which have most of their characters in common, in a few bytes each."""
    return compress("\0".join(paths).encode("utf-8", "surrogatepass"), 1)


def _unpacked(data: bytes) -> list[str]:
    return decompress(data).decode("utf-8", "surrogatepass").split("\0")
