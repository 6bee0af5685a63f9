"""Folders and files of this machine that are read together: each file once, at its real place.

A file can be reached in several ways: it is given twice, in two spellings; its folder is given too, or a folder above
that one; a link leads to it. The rules, for which the order of what is given does not matter:

* what is given in several spellings is read by one of them, rather by one without links;
* a folder or file that is in a folder that is given is read with that one; such a file is still a named one;
* a link is followed only where nothing else leads to its target; of several links to it, the first one in the order of
  the folders that are given, by their names.

Only the places that are given, folders, and targets of links are remembered, and the entries of a folder that is asked
for after one that comes behind it. A hard link is a file of its own.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple

from cpp_corpus.ingest.sources.entry import FileEntry, PassedOver, printable
from cpp_corpus.ingest.sources.hidden import is_hidden, passed_over
from cpp_corpus.ingest.sources.order import natural_in
from cpp_corpus.model.finding import FindingCode

__all__ = ["Places", "is_export_folder", "places_order"]


class Places:
    """Files and folders that are given together."""

    def __init__(self, places: Iterable[str]) -> None:
        best: dict[str | int, _Place] = {}
        parents: dict[str, str] = {}
        for path in places:
            place = _place(path, parents)
            earlier = best.setdefault(place.identity, place)
            if place.rank < earlier.rank:
                best[place.identity] = place
        given = list(best.values())
        self._folders = {place.real: place.is_linked for place in given if place.is_folder}
        """Folders that are given, and those to which links led; whether they are read by a link."""
        self._keys = {place.identity for place in given if place.is_folder}
        self._files: dict[int, set[str]] = {}
        """The names of files that are given, by the key of their folder."""
        files = [place.real for place in given if not place.is_folder]
        for folder, together in groupby(files, _folder):
            self._files.setdefault(_key(folder), set()).update(map(_name, together))
        self._hidden = {name for place in given if is_hidden(name := _name(place.real))}
        self._visited: set[int] = set()
        self._followed: set[str] = set()
        """Files to which links led."""
        self._kept = {
            place.path: place
            for place in given
            if not self._is_covered(place.real, is_folder=place.is_folder, by_links=False)
        }
        self._unread = sorted(filter(self._is_folder, self._kept), key=places_order, reverse=True)
        """Folders whose entries have not been looked for, the first one last."""
        self._ahead: dict[str, list[FileEntry | PassedOver]] = {}
        """The entries of folders that come before one that was asked for."""

    def __iter__(self) -> Iterator[str]:
        """The places to read, in the order in which they were given: those that are not read with others."""
        return iter(self._kept)

    def entries(self, path: str) -> Iterator[FileEntry | PassedOver]:
        """The entries of one of them: the files of each folder before its subfolders, numbers by their value."""
        if not self._is_folder(path):
            yield FileEntry(path, is_named=True)
        elif path in self._unread:
            while (folder := self._unread.pop()) != path:
                self._ahead[folder] = list(self._in_folder(folder))
            yield from self._in_folder(path)
        else:
            yield from self._ahead.pop(path, ())

    def _is_folder(self, path: str) -> bool:
        return self._kept[path].is_folder

    def _in_folder(self, path: str) -> Iterator[FileEntry | PassedOver]:
        first, count = "", 0
        pending = [_Member(path, _Kind.FOLDER, is_below_link=self._kept[path].is_linked)]
        while pending:
            member = pending.pop()
            if member.kind is _Kind.HIDDEN:
                yield passed_over(printable(member.path))
            elif member.is_link and self._is_read_elsewhere(member):
                first, count = first or member.path, count + 1
            elif member.kind is not _Kind.FOLDER:
                yield FileEntry(member.path, is_named=member.kind is _Kind.NAMED)
            else:
                try:
                    members = self._members(member, is_start=member.path == path)
                except OSError:  # no permission, a path that is too long, a folder that has gone
                    yield FileEntry(member.path)  # read as a file, it gives the finding
                    continue
                if members is None:
                    yield PassedOver(printable(member.path), "export", _EXPORT, FindingCode.UNKNOWN_FORMAT, _ADVICE)
                else:
                    pending += reversed(members)
        if count:
            yield PassedOver(printable(first), "link", _LINK, times=count)

    def _members(self, folder: _Member, *, is_start: bool) -> list[_Member] | None:
        """What is in a folder, in order; nothing where it is read elsewhere, ``None`` for an export.

        ``OSError`` where it cannot be read.
        """
        key = _key(folder.path)
        is_given = key in self._keys and not is_start
        if key in self._visited or (is_given and folder.is_below_link):
            return []
        named: Container[str] = self._files.get(key, ())
        real = os.path.realpath(folder.path) if folder.is_below_link and self._followed else None
        members = []
        with os.scandir(folder.path) as found:
            for each in found:
                kind = self._kind(each, named, real, folder)
                if kind is not None:
                    is_link = each.is_symlink()
                    members.append(_Member(each.path, kind, is_link, folder.is_below_link or is_link))
        if not is_start and is_export_folder(folder.path, (_name(member.path) for member in members)):
            return [] if is_given else None
        self._visited.add(key)
        return sorted(members, key=lambda member: (member.kind is _Kind.FOLDER, natural_in("", _name(member.path))))

    def _kind(self, member: os.DirEntry[str], named: Container[str], real: str | None, folder: _Member) -> _Kind | None:
        """What a member of a folder is; ``None`` where it is read elsewhere. ``real``: the real path of the folder."""
        name = member.name
        if name in named:
            return None if folder.is_below_link or is_hidden(name) else _Kind.NAMED
        if is_hidden(name):
            return None if name in self._hidden and _key(member.path) in self._keys else _Kind.HIDDEN
        if _is_folder(member):
            return _Kind.FOLDER
        return None if real is not None and os.path.join(real, name) in self._followed else _Kind.FILE  # noqa: PTH118 - of strings

    def _is_read_elsewhere(self, link: _Member) -> bool:
        """Whether what a link leads to is read at its real place or by an earlier link; else this one is followed."""
        if not os.path.exists(link.path):  # noqa: PTH110 - as below; reading it gives the finding
            return False
        is_folder = link.kind is _Kind.FOLDER
        target = os.path.realpath(link.path)
        folder, name = os.path.split(target)
        if target in self._folders or target in self._followed or self._is_covered(target, is_folder=is_folder):
            return True
        if self._files and not is_folder and name in self._files.get(_key(folder), ()):
            return True
        if is_folder:
            self._folders[target] = True
        else:
            self._followed.add(target)
        return False

    def _is_covered(self, real: str, *, is_folder: bool, by_links: bool = True) -> bool:
        """Whether a file or folder is read with a folder that was given, or to which a link led (``by_links``)."""
        between = [real] if is_folder else []
        while self._folders and not is_hidden(_name(real)) and (above := _folder(real)) != real:
            if above in self._folders and (by_links or not self._folders[above]):
                return not any(map(is_export_folder, between))
            between.append(above)
            real = above
        return False


def places_order(place: str) -> str:
    """The sort key of folders that are given: where nothing else decides, the first one is read before the others."""
    return os.path.abspath(place)  # noqa: PTH100 - of many files


def is_export_folder(folder: str, names: Iterable[str] | None = None) -> bool:
    """Whether a folder has what every export has: ``corpus.json`` that begins with the version of its schema.

    ``names``: those of its members, if known.
    """
    if names is not None and _MANIFEST not in names:
        return False
    with suppress(OSError), open(f"{folder}{os.sep}{_MANIFEST}", "rb") as file:  # noqa: PTH123 - of each folder
        return file.read(len(_HEAD)) == _HEAD
    return False


# ---------------------------------------------------------------------------------------------------------------------

_MANIFEST = "corpus.json"
_HEAD = b'{"schema_version":'
_EXPORT = "an export of cpp-corpus"
_ADVICE = "Its texts are read where they are; show, find and audit read an export."
_LINK = "a link to what is read at its own place"


class _Kind(Enum):
    FILE = auto()
    NAMED = auto()
    """A file that is given too."""
    FOLDER = auto()
    HIDDEN = auto()


class _Member(NamedTuple):
    """A member of a folder."""

    path: str
    kind: _Kind
    is_link: bool = False
    is_below_link: bool = False
    """For a folder: whether it is reached by a link."""


class _Place(NamedTuple):
    """A place that is given."""

    path: str
    """As it is spelled."""
    real: str
    """Without links."""
    is_folder: bool
    identity: str | int
    """The same for all spellings."""

    @property
    def is_linked(self) -> bool:
        """Whether its spelling has a link."""
        return self.real != os.path.abspath(self.path)  # noqa: PTH100 - of many files, as below

    @property
    def rank(self) -> tuple[bool, bool, int, str]:
        """The spelling with the lowest is read: without links, with the names of folders, short."""
        parts = self.path.split(os.sep)  # noqa: PTH206 - a Path has no "."
        return self.is_linked, "." in parts or ".." in parts, len(self.path), self.path


def _place(path: str, parents: dict[str, str]) -> _Place:
    """A place; ``parents`` are real paths of folders, looked up once for many files."""
    is_folder = os.path.isdir(path)  # noqa: PTH112 - called for every file that is given, and Path is slower
    folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100
    try:
        if is_folder or (os.path.islink(path) and os.path.exists(path)):  # noqa: PTH110, PTH114 - one to nothing is itself
            real = os.path.realpath(path)
        else:
            if folder not in parents:
                parents[folder] = os.path.realpath(folder)
            real = os.path.join(parents[folder], name)  # noqa: PTH118
    except ValueError:  # a name that no file can have
        real = path
    return _Place(path, real, is_folder, (_key(path) if is_folder else 0) or real)


def _key(folder: str) -> int:
    """A number that is the same for all paths of a folder; 0 where it cannot be looked up."""
    with suppress(OSError, ValueError):
        status = os.stat(folder)  # noqa: PTH116 - a path would keep its parts for the process
        return status.st_dev << 64 | status.st_ino
    return 0


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a loop of links, which gives the finding when it is read as a file
        return False


def _folder(path: str) -> str:
    return os.path.dirname(path)  # noqa: PTH120


def _name(path: str) -> str:
    return path.rpartition(os.sep)[2]
