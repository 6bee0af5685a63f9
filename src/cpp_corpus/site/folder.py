"""The folder of a site: it appears complete or not at all, and replaces only an earlier site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path

from cpp_corpus.atomic import new_folder
from cpp_corpus.errors import OutputError

__all__ = ["fresh_site"]

_NAMES = frozenset({"assets", "data", "index.html", "pages"})


@contextmanager
def fresh_site(out: str | PathLike[str]) -> Iterator[Path]:
    """An empty folder beside ``out``, which takes its place when the block ends well, and is removed otherwise.

    ``OutputError`` where ``out`` is a file or has other files, or cannot be written.
    """
    with new_folder(out, _check) as new:
        yield new.path


def _check(target: Path) -> None:
    """``OutputError`` unless there is nothing at ``target``, an empty folder, or a site."""
    if target.exists() and not target.is_dir():
        raise OutputError(f"{target}: is a file; give a folder for the site")
    names = {path.name for path in target.iterdir()} if target.exists() else set()
    if names and not (names <= _NAMES and (target / "data" / "corpus.js").is_file()):
        raise OutputError(f"{target}: is a folder with other files in it; give a new folder, or empty this one")
