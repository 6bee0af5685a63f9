"""Connections to SQLite databases that close with the object that holds them."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from os import PathLike
from pathlib import Path
from typing import Any

__all__ = ["DAMAGE", "connected", "read_only"]

DAMAGE = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged database raises; the latter where names or messages are no UTF-8."""


class _Connection(sqlite3.Connection):
    """A connection that is closed when nobody holds it any more; Python 3.13 warns of others.

    Not by another process, which has it by ``fork``: that would undo what this one writes.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._process = os.getpid()

    def __del__(self) -> None:
        with suppress(sqlite3.Error, AttributeError):  # it may not have been opened
            if self._process == os.getpid():
                self.close()


def connected(path: str | PathLike[str]) -> sqlite3.Connection:
    """A connection to a database, or to a new one in memory (``:memory:``), without implicit transactions.

    A thread may close what another one has opened; only one uses it at a time.

    >>> connected(":memory:").execute("SELECT 1").fetchone()
    (1,)
    """
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False, factory=_Connection)


def read_only(path: str | PathLike[str]) -> sqlite3.Connection:
    """A connection to a database that nobody changes meanwhile, for reading only: nothing is written beside it."""
    address = f"{Path(path).absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False, factory=_Connection)
