"""What a command writes: one file, checked before the work and written after it, and JSON on standard output."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from os import PathLike
from os.path import realpath
from pathlib import Path
from typing import Any

import orjson
import typer

from cpp_corpus.atomic import write_file
from cpp_corpus.errors import OutputError
from cpp_corpus.lang.typography import visible

__all__ = ["check_exports", "check_file", "check_inputs", "print_data", "print_json", "say", "write_file"]


def check_file(path: Path | None, inputs: Iterable[str | PathLike[str] | None] = ()) -> None:
    """``OutputError`` where ``path`` cannot be written, or is among the ``inputs``; checked before the work."""
    if path is None:
        return
    check_inputs(path, inputs)
    if path.is_dir():
        raise OutputError(f"{path}: is a folder; give a file for the output")
    if not path.parent.is_dir():
        raise OutputError(f"{path}: cannot be written: there is no folder {path.parent}")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise OutputError(f"{path}: cannot be written: Permission denied")


def check_inputs(path: Path | None, inputs: Iterable[str | PathLike[str] | None]) -> None:
    """``OutputError`` where the output ``path`` is among what is read: one of the ``inputs``, or a file in one of them.

    The same where it is in an export, whether that is read or not (:func:`check_exports`). Inputs that are ``None`` or
    do not exist are passed over.
    """
    if path is None:
        return
    there = [place for each in inputs if each and (place := Path(each)).exists()]
    if path.exists() and any(path.samefile(each) for each in there):
        raise OutputError(f"{path}: is one of the inputs; give another place for the output")
    check_exports(path)
    above = Path(realpath(path)).parents
    for folder in there:
        if Path(realpath(folder)) in above:
            raise OutputError(f"{path}: is in {folder}, which is read; give a place outside it for the output")


def check_exports(path: Path) -> None:
    """``OutputError`` where the output ``path`` is in a folder that normalize wrote."""
    from cpp_corpus.ingest.sources import is_export_folder  # noqa: PLC0415 - most commands write no file

    for folder in Path(realpath(path)).parents:
        if is_export_folder(str(folder)):
            raise OutputError(f"{path}: is in the export {folder}; give a place outside it for the output")


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
