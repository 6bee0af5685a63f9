"""The one file that a command writes: asked about before the work, written after it."""

from __future__ import annotations

import os
from pathlib import Path

from cpp_corpus.errors import OutputError

__all__ = ["check_file", "write_file"]


def check_file(path: Path | None) -> None:
    """``OutputError`` where nothing can be written to ``path``: told at once, not after an hour of reading."""
    if path is None:
        return
    if path.is_dir():
        raise OutputError(f"{path}: is a folder; name a file for the output")
    if not path.parent.is_dir():
        raise OutputError(f"{path}: cannot be written: there is no folder {path.parent}")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise OutputError(f"{path}: cannot be written: Permission denied")


def write_file(path: Path, data: bytes) -> None:
    """Write ``data``; ``OutputError`` where that fails."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error
