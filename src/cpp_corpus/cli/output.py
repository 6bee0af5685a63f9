"""What a command writes: one file, checked before the work and written after it, and JSON on standard output."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import Any

import orjson
import typer

from cpp_corpus.atomic import write_file
from cpp_corpus.errors import OutputError
from cpp_corpus.lang.typography import visible

__all__ = ["check_file", "check_inputs", "print_data", "print_json", "say", "write_file"]


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


def say(text: str, *, err: bool = False, styled: bool = False) -> None:
    """Print lines on standard output, or with ``err`` on standard error, with escapes for control characters.

    ``styled``: the text has colours of this program.
    """
    parts = _STYLE.split(text) if styled else [text]
    typer.echo("".join(part if at % 2 else visible(part, "\n\t") for at, part in enumerate(parts)), err=err)


def print_data(data: bytes) -> None:
    """Print JSON or a table on standard output; the escapes for control characters are those of JSON."""
    sys.stdout.flush()
    typer.echo(visible(data.decode("utf-8", "replace"), "\n\t").encode(), nl=False)


def print_json(value: Any) -> None:
    """Print a line of JSON on standard output; bytes are JSON already."""
    print_data((value if isinstance(value, bytes) else orjson.dumps(value, default=list)) + b"\n")


_STYLE = re.compile(r"(\x1b\[[0-9;]*m)")
