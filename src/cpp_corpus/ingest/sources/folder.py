"""A folder: every file in it and in its subfolders, whatever its name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from cpp_corpus.ingest.sources.entry import FileEntry, PassedOver, printable
from cpp_corpus.ingest.sources.hidden import is_hidden, passed_over
from cpp_corpus.ingest.sources.order import natural_in
from cpp_corpus.model.finding import FindingCode

__all__ = ["entries", "is_folder"]


def is_folder(place: str) -> bool:
    """Whether ``place`` is a folder."""
    return Path(place).is_dir()


def entries(place: str) -> Iterator[FileEntry | PassedOver]:
    """The files of a folder, those of each of its folders before its subfolders, numbers by their value.

    Hidden entries and version-control folders are skipped, and exports of this program; links to folders are followed;
    no folder is read twice.
    """
    visited: set[int] = set()
    pending = [(place, True)]
    while pending:
        path, is_dir = pending.pop()
        if not is_dir:
            yield passed_over(printable(path)) if is_hidden(_name(path)) else FileEntry(path)
            continue
        try:
            members = _members(path) if _first_visit(path, visited) else []
            is_export = path != place and _is_export(members)
        except OSError:  # no permission, a path that is too long, a folder that has gone
            yield FileEntry(path)  # read as a file, it gives the finding
        else:
            if is_export:
                yield PassedOver(
                    printable(path), "export", "an export of cpp-corpus", FindingCode.UNKNOWN_FORMAT, _ADVICE
                )
            else:
                pending += reversed(members)


# ---------------------------------------------------------------------------------------------------------------------

_MANIFEST = "corpus.json"
_HEAD = b'{"schema_version":'
_ADVICE = "Its texts are read where they are; show, find and audit read an export."


def _members(folder: str) -> list[tuple[str, bool]]:
    """The members of ``folder``, sorted: path, and whether to search it; ``OSError`` if it cannot be read."""
    with os.scandir(folder) as found:
        members = [(entry.path, _is_folder(entry) and not is_hidden(entry.name)) for entry in found]
    return sorted(members, key=lambda member: (member[1], natural_in("", _name(member[0]))))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a loop of links, which gives the finding when it is read as a file
        return False


def _is_export(members: list[tuple[str, bool]]) -> bool:
    """Whether a folder has what every export has: ``corpus.json`` that begins with the version of its schema."""
    manifest = next((path for path, is_dir in members if not is_dir and _name(path) == _MANIFEST), None)
    if manifest is None:
        return False
    with Path(manifest).open("rb") as file:
        return file.read(len(_HEAD)) == _HEAD


def _name(path: str) -> str:
    return path.rpartition(os.sep)[2]


def _first_visit(folder: str, visited: set[int]) -> bool:
    status = os.stat(folder)  # noqa: PTH116 - a path would keep its parts for the process
    key = status.st_dev << 64 | status.st_ino
    if key in visited:
        return False
    visited.add(key)
    return True
