"""Which files of a folder are read, and in which order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from cpp_corpus.errors import InputError
from cpp_corpus.ingest.registry import EXTENSIONS

__all__ = ["walk"]


def walk(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path]:
    """The files of ``paths``, in the order of the paths; those of a folder sorted by the parts of their path.

    A file that is named is given whatever its name is. In a folder, hidden entries, ``README.md`` and suffixes that no
    format has are passed over; links to folders are followed; no file is given twice, no folder read twice.
    Raises :class:`InputError` for a path that does not exist, before anything is given.
    """
    roots = [Path(path) for path in paths]
    for root in roots:
        if not os.path.lexists(root):
            raise InputError("there is no such file or folder", path=root, hint="check the spelling")
    named = {_absolute(root) for root in roots if not root.is_dir()}
    return _walk(roots, named)


def _walk(roots: list[Path], named: set[str]) -> Iterator[Path]:
    folders: set[tuple[int, int]] = set()
    given: set[str] = set()
    for root in roots:
        if root.is_dir():
            yield from (Path(path) for path in _folder(os.fspath(root), folders) if _absolute(path) not in named)
        elif (name := _absolute(root)) not in given:
            given.add(name)
            yield root


def _folder(root: str, folders: set[tuple[int, int]]) -> Iterator[str]:
    pending = [(root, True)]
    while pending:
        path, is_folder = pending.pop()
        if not is_folder:
            yield path
        elif _first_visit(path, folders):
            pending += reversed(_entries(path))


def _first_visit(folder: str, folders: set[tuple[int, int]]) -> bool:
    status = Path(folder).stat()
    key = (status.st_dev, status.st_ino)
    if key in folders:
        return False
    folders.add(key)
    return True


def _entries(folder: str) -> list[tuple[str, bool]]:
    """What is read in ``folder``, sorted: path, and whether it is a folder."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except PermissionError:
        return [(folder, False)]  # read as a file, it gives the finding
    return [(entry.path, entry.is_dir()) for entry in entries if _wanted(entry)]


def _wanted(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    if name[0] == "." or name.lower() == "readme.md":
        return False
    return entry.is_dir() or _suffix(name) in EXTENSIONS


def _absolute(path: str | Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - Path.resolve asks the disk for every part, of every file


def _suffix(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    return (dot + suffix).lower() if stem else ""
