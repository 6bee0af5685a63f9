"""What a command writes: one file, checked before the work and written after it, and JSON on standard output."""

from __future__ import annotations

import os
from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import Any

import orjson
import typer

from cpp_corpus.atomic import write_file
from cpp_corpus.errors import OutputError

__all__ = ["check_file", "check_inputs", "print_json", "write_file"]


def check_file(path: Path | None, inputs: Iterable[str | PathLike[str]] = ()) -> None:
    """``OutputError`` where ``path`` cannot be written, or is one of the ``inputs``; checked before the work."""
    if path is None:
        return
    check_inputs(path, inputs)
    if path.is_dir():
        raise OutputError(f"{path}: is a folder; give a file for the output")
    if not path.parent.is_dir():
        raise OutputError(f"{path}: cannot be written: there is no folder {path.parent}")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise OutputError(f"{path}: cannot be written: Permission denied")


def check_inputs(path: Path | None, inputs: Iterable[str | PathLike[str]]) -> None:
    """``OutputError`` where the output ``path`` is one of the ``inputs``, which it would overwrite."""
    if path is not None and path.exists() and any(path.samefile(each) for each in map(Path, inputs) if each.exists()):
        raise OutputError(f"{path}: is one of the inputs; give another place for the output")


def print_json(value: Any) -> None:
    """Print a line of JSON on standard output; bytes are printed as they are."""
    typer.echo(value if isinstance(value, bytes) else orjson.dumps(value, default=list))
