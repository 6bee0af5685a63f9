"""The folder of an export, which appears complete or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from os import PathLike, strerror
from pathlib import Path

import orjson

from cpp_corpus.atomic import NewFolder, new_folder
from cpp_corpus.errors import OutputError
from cpp_corpus.export.exporters import EXPORTERS
from cpp_corpus.export.manifest import MANIFEST, SOURCES

__all__ = ["KEPT", "fresh_folder", "new_export"]

KEPT = "first-pass.db"
"""Name of the file beside those of an export that the next run reads."""

_MARK = b'"generator":{"name":"cpp-corpus"'


@contextmanager
def fresh_folder(out: str | PathLike[str]) -> Iterator[Path]:
    """An empty folder beside ``out``, which takes its place when the block ends well and is removed when it does not.

    An export already at ``out`` is replaced. ``OutputError`` where something else is there, or where the folder cannot
    be written (no permission, disk full …).
    """
    with new_export(out) as new:
        yield new.path


def new_export(out: str | PathLike[str], kept: Collection[str] = ()) -> AbstractContextManager[NewFolder]:
    """The same, with ``kept`` files that stay for the next run where this one ends early."""
    return new_folder(out, _check, kept)


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
    others = names.difference((MANIFEST, SOURCES, KEPT), *(exporter.files for exporter in EXPORTERS.values()))
    return not others or others <= _named_in(data)


def _named_in(manifest: bytes) -> set[str]:
    try:
        files = orjson.loads(manifest)["files"]
        return {each["name"] if isinstance(each, dict) else str(each) for each in files}
    except (ValueError, KeyError, TypeError):
        return set()
