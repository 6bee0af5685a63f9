"""Large databases of legi.py: an entry for each act, so that no process holds them all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from cpp_corpus.database import read_only
from cpp_corpus.ingest.sources.entry import FileEntry, PartEntry

__all__ = ["SQLITE", "UNLISTED", "parts_of"]

SQLITE = b"SQLite format 3\x00"
"""How such a file begins."""
UNLISTED = "unlisted"
"""The part with the articles that no table of contents lists."""
_LARGE = 1 << 25  # bytes
_ROWS = 20_000


def parts_of(entry: FileEntry) -> Iterator[FileEntry | PartEntry]:
    """The acts of a large database, and the rest; the ``entry`` itself where it is small or no such database."""
    names = _names(entry.name) if entry.size() >= _LARGE else []
    if not names:
        yield entry
    for name in names:
        yield PartEntry(entry.name, name, entry.size() // len(names), entry.is_named)


# ---------------------------------------------------------------------------------------------------------------------


def _names(database: str) -> list[str]:
    """The names of the parts: the identifier of an act, ``rows-1-20000``; none where it is no database of legi.py."""
    try:
        with closing(read_only(database)) as connection:
            found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            tables = {name for (name,) in found}
            if "articles" not in tables:
                return []
            if "sommaires" in tables:
                acts = connection.execute("SELECT DISTINCT cid FROM sommaires ORDER BY cid")
                return [*(str(cid) for (cid,) in acts), UNLISTED]
            (last,) = connection.execute("SELECT max(rowid) FROM articles").fetchone()
            return [f"rows-{first}-{first + _ROWS - 1}" for first in range(1, (last or 0) + 1, _ROWS)]
    except (sqlite3.Error, OSError, ValueError):  # reading it says what is wrong
        return []
