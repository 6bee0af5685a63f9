"""A store that is open for reading, and what is wrong with one that cannot be read."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from os import PathLike, fspath
from pathlib import Path
from threading import local
from typing import Any, TypeVar

from cpp_corpus.database import DAMAGE, read_only
from cpp_corpus.errors import InputError
from cpp_corpus.model.manifest import READ_VERSIONS, SCHEMA_VERSION
from cpp_corpus.store.schema import APPLICATION_ID, NAME, STORE_VERSION

__all__ = ["Database", "is_store", "store_file"]

Result = TypeVar("Result")
Row = tuple[Any, ...]


def store_file(path: str | PathLike[str]) -> Path:
    """The file of the store at ``path``, a folder or the file itself."""
    place = Path(path)
    return place / NAME if place.is_dir() else place


def is_store(path: str | PathLike[str]) -> bool:
    """Whether ``path`` is a folder with a store, or a store, damaged or not."""
    file = store_file(path)
    if file.name == NAME or not file.is_file():  # a pipe would be read here, and then no more
        return file.is_file()
    try:
        with file.open("rb") as stream:
            return stream.read(_HEADER)[_APPLICATION] == APPLICATION_ID.to_bytes(4, "big")
    except OSError:
        return False


class Database:
    """The tables of a store, read-only; any number of processes and threads may read one file at the same time.

    Each method raises ``InputError`` where the file is damaged.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        """``path``: the file, or its folder; ``InputError`` where it is no store that this version reads."""
        self.path = store_file(path)
        self._open = local()
        self._opened = self._file()
        self._check_header()
        version = self.value("PRAGMA user_version")
        if version != STORE_VERSION:
            newer = isinstance(version, int) and version > STORE_VERSION
            raise self._wrong(
                f"is a store of version {version}; this program reads version {STORE_VERSION}",
                "update cpp-corpus, or run cpp-corpus normalize again" if newer else _AGAIN,
            )
        self.meta: dict[str, str] = dict(self.rows("SELECT name, value FROM meta"))
        """What the store says of itself."""
        if not all(isinstance(each, str) for pair in self.meta.items() for each in pair):
            raise self.damaged("what it says of itself is not as the schema says")
        layout = self.meta.get("schema_version")
        if layout not in READ_VERSIONS:
            raise self._wrong(f"has records of schema version {layout}; this program reads {SCHEMA_VERSION}", _AGAIN)

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of a query."""
        return self._reading(lambda: self._connection.execute(sql, values).fetchall())

    def each(self, sql: str, *values: object) -> Iterator[Row]:
        """The rows of a query, one after the other."""
        cursor = self._reading(lambda: self._connection.execute(sql, values))
        while found := self._reading(lambda: cursor.fetchmany(_AT_ONCE)):
            yield from found

    def row(self, sql: str, *values: object) -> Row | None:
        """The first row of a query; ``None`` where there is none."""
        found: Row | None = self._reading(lambda: self._connection.execute(sql, values).fetchone())
        return found

    def value(self, sql: str, *values: object) -> Any:
        """The first column of the first row; ``None`` where there is none."""
        row = self.row(sql, *values)
        return None if row is None else row[0]

    def count(self, name: str) -> int:
        """How many records of a kind the store says that it has."""
        try:
            return int(self.meta[name])
        except (KeyError, ValueError):
            raise self.damaged(f"it does not say how many {name} it has") from None

    def damaged(self, what: str) -> InputError:
        """The error for a file that is not as it was written."""
        return self._wrong(f"is damaged: {what}", _AGAIN)

    # -----------------------------------------------------------------------------------------------------------------

    @property
    def _connection(self) -> sqlite3.Connection:
        """That of this thread of this process: a connection cannot be shared with a process made by ``fork``."""
        held: tuple[int, sqlite3.Connection] | None = getattr(self._open, "held", None)
        if held is None or held[0] != os.getpid():
            connection = read_only(self.path)
            if self._file() != self._opened:
                connection.close()
                raise self._wrong("was replaced by another store after it was opened", "open it again")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            held = self._open.held = (os.getpid(), connection)
        return held[1]

    def _file(self) -> tuple[int, ...]:
        """What tells one file from another that takes its place: a thread must not go on with a newer store."""
        try:
            found = self.path.stat()
        except OSError as error:
            raise self._wrong(*_not_opened(error)) from error
        return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns

    def _reading(self, read: Callable[[], Result]) -> Result:
        try:
            return read()
        except (*DAMAGE, OverflowError) as error:
            raise self.damaged(str(error)) from error

    def _check_header(self) -> None:
        try:
            size = self.path.stat().st_size
            with self.path.open("rb") as stream:
                header = stream.read(_HEADER)
        except OSError as error:
            raise self._wrong(*_not_opened(error)) from error
        if header[:16] != _MAGIC or header[_APPLICATION] != APPLICATION_ID.to_bytes(4, "big"):
            raise self._wrong("is no store of cpp-corpus", f"{_GIVE}; else {_AGAIN}")
        page = int.from_bytes(header[16:18], "big")
        expected = (page if page > 1 else 1 << 16) * int.from_bytes(header[28:32], "big")
        if size != expected:
            raise self.damaged(f"it has {size:,} bytes of {expected:,}")

    def _wrong(self, what: str, hint: str) -> InputError:
        return InputError(what, path=fspath(self.path), hint=hint)


_AGAIN = "run cpp-corpus normalize again"
_GIVE = "give the folder that cpp-corpus normalize wrote, or its corpus.db"


def _not_opened(error: OSError) -> tuple[str, str]:
    """Why a file cannot be read, and what to do."""
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return "there is no store", _GIVE
    return error.strerror or str(error), "the store cannot be read"


_MAGIC = b"SQLite format 3\0"
_HEADER = 100  # bytes
_APPLICATION = slice(68, 72)
_AT_ONCE = 256  # rows
