"""The folder of a site: it appears complete or not at all, and replaces only an earlier site."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike, strerror
from pathlib import Path

from cpp_corpus.errors import OutputError

__all__ = ["fresh_site"]

_NAMES = frozenset({"assets", "data", "index.html", "pages"})


@contextmanager
def fresh_site(out: str | PathLike[str]) -> Iterator[Path]:
    """An empty folder beside ``out``, which takes its place when the block ends well, and is removed otherwise.

    ``OutputError`` where ``out`` is a file or has other files, or cannot be written.
    """
    target = Path(out).absolute()
    folder = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        if target.exists() and not target.is_dir():
            raise OutputError(f"{target}: is a file; give a folder for the site")
        names = {path.name for path in target.iterdir()} if target.exists() else set()
        if names and not (names <= _NAMES and (target / "data" / "corpus.js").is_file()):
            raise OutputError(f"{target}: is a folder with other files in it; give a new folder, or empty this one")
        target.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir()
        yield folder
        if target.exists():
            old = target.rename(target.with_name(f".{target.name}.{secrets.token_hex(4)}.old"))
            folder.rename(target)
            shutil.rmtree(old, ignore_errors=True)
        else:
            folder.rename(target)
    except OSError as error:
        raise OutputError(f"{target}: cannot be written: {strerror(error.errno or 0)}") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
