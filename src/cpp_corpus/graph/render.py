"""Image files: DOT is written as it is, other formats are made by Graphviz."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from os import PathLike
from pathlib import Path

from cpp_corpus.atomic import write_file
from cpp_corpus.errors import MissingExtraError, OutputError

__all__ = ["FORMATS", "needs_picture", "write_picture"]

FORMATS = ("svg", "png", "pdf", "dot")
"""The formats, by the suffix of the file."""

_DENSITY = 144  # dots per inch of a PNG: twice that of a screen, so that it can be printed


def needs_picture(path: str | PathLike[str]) -> None:
    """``OutputError`` and ``MissingExtraError`` of :func:`write_picture`, raised before there is anything to draw."""
    suffix = _suffix(Path(path))
    if suffix != "dot" and find_spec("pygraphviz") is None and shutil.which("dot") is None:
        raise MissingExtraError(f"drawing as {suffix}", "draw")


def write_picture(dot: str, path: str | PathLike[str]) -> None:
    """Write the drawing ``dot`` to ``path`` in the format of its suffix.

    ``OutputError`` for another suffix and where it cannot be written, ``MissingExtraError`` where Graphviz is needed
    and neither the package ``pygraphviz`` nor the program ``dot`` is installed.
    """
    file = Path(path)
    suffix = _suffix(file)
    try:
        data = dot.encode() if suffix == "dot" else _drawn(dot, suffix)
    except (subprocess.CalledProcessError, RuntimeError) as error:
        raise OutputError(f"{file}: Graphviz could not draw it: {error}") from error
    write_file(file, data)


def _suffix(file: Path) -> str:
    suffix = file.suffix.removeprefix(".").lower()
    if suffix not in FORMATS:
        raise OutputError(
            f"{file}: the name of an image must end in one of {', '.join(f'.{name}' for name in FORMATS)}"
        )
    return suffix


def _drawn(dot: str, suffix: str) -> bytes:
    try:
        import pygraphviz  # type: ignore[import-untyped] # noqa: PLC0415 - an optional package
    except ImportError as error:
        program = shutil.which("dot")
        if program is None:
            raise MissingExtraError(f"drawing as {suffix}", "draw") from error
        density = [f"-Gdpi={_DENSITY}"] if suffix == "png" else []
        command = [program, f"-T{suffix}", *density]
        return subprocess.run(command, input=dot.encode(), stdout=subprocess.PIPE, check=True).stdout  # noqa: S603
    graph = pygraphviz.AGraph(string=dot)
    if suffix == "png":
        graph.graph_attr["dpi"] = str(_DENSITY)
    with _hushed():
        drawn: bytes = graph.draw(format=suffix, prog="dot")
    return drawn


@contextmanager
def _hushed() -> Iterator[None]:
    """Without the messages of Graphviz's libraries about the fonts of the machine, which go to stderr."""
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(nowhere)
        os.close(kept)
