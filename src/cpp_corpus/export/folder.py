"""An output folder that appears complete or not at all."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os import PathLike, strerror
from pathlib import Path

import orjson

from cpp_corpus.errors import OutputError
from cpp_corpus.export.exporters import EXPORTERS, MANIFEST

if sys.platform != "win32":
    import fcntl

__all__ = ["KEPT", "fresh_folder"]

KEPT = "first-pass.db"
"""Name of the file beside those of an export that the next run reads."""

_MARK = b'"generator":{"name":"cpp-corpus"'


@contextmanager
def fresh_folder(out: str | PathLike[str]) -> Iterator[Path]:
    """An empty folder beside ``out``, which takes its place when the block ends well and is removed when it does not.

    An export already at ``out`` is replaced, and what a killed process has left of one is removed. ``OutputError``
    where something else is there, or where the folder cannot be written (no permission, disk full …).
    """
    target = Path(out).absolute()
    _check(target)
    folder: Path | None = None
    lock: int | None = None
    above: list[Path] = []
    try:
        above += (parent for parent in target.parents if not parent.exists())
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(target)
        folder, lock = _owned(target)
        yield folder
        _put(folder, target)
    except OSError as error:
        said = strerror(error.errno) if error.errno else str(error)
        raise OutputError(f"{target}: cannot be written: {said}; nothing was left there") from error
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            os.close(lock)
        if not target.exists():
            for parent in above:
                with suppress(OSError):
                    parent.rmdir()


def _check(target: Path) -> None:
    """``OutputError`` unless ``target`` is free, an empty folder, or an export that may be replaced."""
    try:
        if not target.exists():
            return
        if not target.is_dir():
            raise OutputError(f"{target}: is a file; give a folder for the output")
        names = {entry.name for entry in target.iterdir()}
        if names and not _is_export_of(names, target):
            raise OutputError(f"{target}: is a folder with other files in it; give a new folder, or empty this one")
    except OSError as error:
        raise OutputError(f"{target}: cannot be written: {strerror(error.errno or 0)}") from error


def _is_export_of(names: set[str], target: Path) -> bool:
    """Whether a folder holds an export and nothing else: files of formats that are known, or that the export names."""
    if MANIFEST not in names:
        return False
    data = (target / MANIFEST).read_bytes()
    if _MARK not in data[:200]:
        return False
    others = names.difference((MANIFEST, KEPT), *(exporter.files for exporter in EXPORTERS.values()))
    return not others or others <= _named_in(data)


def _named_in(manifest: bytes) -> set[str]:
    try:
        return {str(name) for name in orjson.loads(manifest)["files"]}
    except (ValueError, KeyError, TypeError):
        return set()


def _put(folder: Path, target: Path) -> None:
    """Put ``folder`` in the place of ``target``: two renames where there is an export already, else one."""
    if not target.exists():
        folder.rename(target)
        return
    old = target.rename(_beside(target, "old"))
    try:
        folder.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _beside(target: Path, end: str) -> Path:
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.{end}")


# ---------------------------------------------------------------------------------------------------------------------
# A run locks its folder until its process ends, however it ends; a folder that is not locked is abandoned.


def _owned(target: Path) -> tuple[Path, int | None]:
    """A new folder beside ``target``, and the descriptor that holds its lock."""
    while True:
        folder = _beside(target, "part")
        folder.mkdir()
        with suppress(
            FileNotFoundError, BlockingIOError
        ):  # another run has removed it, as abandoned, before it was locked
            lock = _locked(folder)
            if folder.exists():
                return folder, lock
            if lock is not None:
                os.close(lock)


def _remove_abandoned(target: Path) -> None:
    """Remove the folders beside ``target`` that killed processes have left there."""
    name = re.compile(rf"\.{re.escape(target.name)}\.[0-9a-f]{{8}}\.part")
    with suppress(OSError):
        for folder in [each for each in target.parent.iterdir() if name.fullmatch(each.name)]:
            with suppress(OSError):  # owned by a process that lives, or no folder
                lock = _locked(folder)
                if lock is not None:
                    shutil.rmtree(folder, ignore_errors=True)
                    os.close(lock)


if sys.platform == "win32":

    def _locked(folder: Path) -> int | None:  # noqa: ARG001 - folders cannot be locked there, so none is removed
        return None

else:

    def _locked(folder: Path) -> int | None:
        """The descriptor that holds the lock of a folder; ``None`` where the file system has no locks.

        ``BlockingIOError`` where another process holds it.
        """
        held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(held)
            if isinstance(error, BlockingIOError):
                raise
            return None
        return held
