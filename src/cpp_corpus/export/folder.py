"""A folder that appears whole, or not at all."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os import PathLike, strerror
from pathlib import Path

from cpp_corpus.errors import OutputError
from cpp_corpus.export.json import FILES

__all__ = ["fresh_folder"]

_OURS = frozenset(FILES)
_MARK = b'"generator":{"name":"cpp-corpus"'


@contextmanager
def fresh_folder(out: str | PathLike[str]) -> Iterator[Path]:
    """An empty folder beside ``out``, which takes its place when the block ends well and is removed when it does not.

    An export already at ``out`` is replaced. ``OutputError`` where something else is there, or where the
    folder cannot be written (no permission, disk full …).
    """
    target = Path(out).absolute()
    _check(target)
    folder: Path | None = None
    above: list[Path] = []
    try:
        above += (parent for parent in target.parents if not parent.exists())
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = _beside(target, "part")
        folder.mkdir()
        yield folder
        _put(folder, target)
    except OSError as error:
        said = strerror(error.errno) if error.errno else str(error)
        raise OutputError(f"{target}: cannot be written: {said}; nothing was left there") from error
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
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
            raise OutputError(f"{target}: is a file; name a folder for the output")
        names = {entry.name for entry in target.iterdir()}
        if names and not (names <= _OURS and _MARK in (target / "corpus.json").read_bytes()[:200]):
            raise OutputError(f"{target}: is a folder with other files in it; name a new folder, or empty this one")
    except OSError as error:
        raise OutputError(f"{target}: cannot be written: {strerror(error.errno or 0)}") from error


def _put(folder: Path, target: Path) -> None:
    """``folder`` in the place of ``target``: two renames where there is something, one where there is nothing."""
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
