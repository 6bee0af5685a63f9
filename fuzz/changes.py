"""Changes of an input: of any bytes, and of values, members and rows where it is JSON, a ZIP archive or a database."""

from __future__ import annotations

import json
import sqlite3
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import closing, suppress
from copy import deepcopy
from io import BytesIO
from random import Random
from typing import Any

from quality import mutations

__all__ = ["LARGEST", "change"]

LARGEST = 1 << 17
"""Bytes of an input."""
_VALUES: tuple[Any, ...] = (
    *(None, True, 0, -1, 1 << 63, 10**40, 1.5, 1e308, "", " ", "\ud800", "\0", "L1", "2999-01-01", "0000-00-00", "à"),
    *([], {}, [None], {"a": 1}, [[]], "9" * 5000, "<p>x</p>", "<p", "&#x110000;", "&amp;amp;", "../../x", "1\n2"),
)
_NUMBERS = (0, 1, 0x7F, 0x80, 0xFF)
_DATABASE = b"SQLite format 3\0"


def change(random: Random, data: bytes, others: Sequence[bytes] = (), snippets: Sequence[bytes] = ()) -> bytes:
    """``data``, changed; ``others`` are inputs from which a piece may come, ``snippets`` pieces to put in."""
    data = data[:LARGEST] or b"x"
    kind = random.random()
    if data[:1] in b"{[" and kind < 0.5:
        made = _other_value(random, data)
    elif data[:2] == b"PK" and kind < 0.7:
        made = _other_member(random, data)
    elif data.startswith(_DATABASE) and kind < 0.7:
        made = _other_rows(random, data)
    elif kind < 0.6:
        made = mutations.changed(random, data)
    elif kind < 0.7 and snippets:
        made = data
        for _ in range(random.randrange(1, 6)):
            made = _with(random, made, random.choice(snippets))
    elif kind < 0.8 and others:
        other = random.choice(others) or b"x"
        start = random.randrange(len(other))
        made = _with(random, data, other[start : start + random.randrange(1, 400)])
    elif kind < 0.9:
        made = _repeated(random, data)
    else:
        made = _other_bytes(random, data)
    return made[:LARGEST]


# ---------------------------------------------------------------------------------------------------------------------


def _with(random: Random, data: bytes, piece: bytes) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + piece + data[at + (random.randrange(len(piece) + 1) if random.random() < 0.5 else 0) :]


def _repeated(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data))
    size = random.choice((1, 2, 5, 20, 100))
    return data[:at] + data[at : at + size] * random.choice((2, 5, 50, 500)) + data[at + size :]


def _other_bytes(random: Random, data: bytes) -> bytes:
    made = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8, 64))):
        at = random.randrange(len(made))
        made[at] = random.choice(_NUMBERS) if random.random() < 0.3 else made[at] ^ (1 << random.randrange(8))
    return bytes(made)


def _other_value(random: Random, data: bytes) -> bytes:
    """A JSON value, or one of several on a line each, with another value, key or place in it."""
    lines = data.splitlines(keepends=True)
    for piece, before, after in ((data, b"", b""), *_one_line(random, lines)):
        try:
            value = json.loads(piece)
        except (ValueError, RecursionError):
            continue
        for _ in range(random.choice((1, 1, 2, 4))):
            value = _inside(random, value)
        ending = piece[len(piece.rstrip(b"\r\n")) :]
        return before + json.dumps(value).encode() + ending + after
    return mutations.changed(random, data)


def _one_line(random: Random, lines: Sequence[bytes]) -> Sequence[tuple[bytes, bytes, bytes]]:
    at = random.randrange(len(lines))
    return [(lines[at], b"".join(lines[:at]), b"".join(lines[at + 1 :]))]


def _inside(random: Random, value: Any) -> Any:
    """``value`` with one of the values in it changed."""
    if isinstance(value, (dict, list)) and value and random.random() < 0.9:
        key = random.choice(list(value)) if isinstance(value, dict) else random.randrange(len(value))
        choice = random.random()
        if choice < 0.1:
            del value[key]
        elif choice < 0.2 and isinstance(value, dict):
            value[random.choice((f"{key}x", "", "type", "data"))] = value.pop(key)
        elif choice < 0.3 and isinstance(value, list):
            value.append(deepcopy(value[key]))
        else:
            value[key] = _inside(random, value[key])
        return value
    if isinstance(value, str) and random.random() < 0.5:
        return mutations.changed(random, value.encode("utf-8", "replace") or b"x").decode("utf-8", "surrogateescape")
    if isinstance(value, int) and random.random() < 0.5:
        return value + random.choice((-1, 1, 1000, 1 << 40, -(1 << 50)))
    return deepcopy(random.choice(_VALUES))


def _other_member(random: Random, data: bytes) -> bytes:
    """A ZIP archive with one member changed."""
    stream = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
            names = source.namelist()
            chosen = random.choice(names)
            for name in names:
                inside = source.read(name)
                made = mutations.changed(random, inside or b"x") if name == chosen else inside
                target.writestr(zipfile.ZipInfo(name), made, zipfile.ZIP_DEFLATED)  # whose day is not today
    except (OSError, ValueError, LookupError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return mutations.changed(random, data)
    return stream.getvalue()


def _other_rows(random: Random, data: bytes) -> bytes:
    """A SQLite database with a few of its cells, rows or definitions changed."""
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
            base.deserialize(data)
            tables = [name for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            for _ in range(random.choice((1, 1, 2, 4))):
                with suppress(sqlite3.Error, ValueError, OverflowError):  # of a table that is kept from it
                    _other_row(random, base, _quoted(random.choice(tables)))
            return base.serialize()
    except (sqlite3.Error, UnicodeDecodeError, IndexError):
        return mutations.changed(random, data)


def _other_row(random: Random, base: sqlite3.Connection, table: str) -> None:
    kind = random.random()
    column = _quoted(random.choice([row[1] for row in base.execute(f"PRAGMA table_info({table})")]))
    ((count,),) = base.execute(f"SELECT count(*) FROM {table}")
    at = random.randrange(max(count, 1))
    rows = base.execute(f"SELECT {column} FROM {table} LIMIT 1 OFFSET {at}").fetchall()
    if kind < 0.04:
        base.execute(f"DROP TABLE {table}")
    elif kind < 0.08:
        base.execute(f"ALTER TABLE {table} RENAME COLUMN {column} TO other")
    for (value,) in rows:
        if kind < 0.2:
            base.execute(f"DELETE FROM {table} WHERE {column} IS ?", (value,))
        else:
            base.execute(f"UPDATE {table} SET {column} = ? WHERE {column} IS ?", (_other_cell(random, value), value))


def _other_cell(random: Random, value: Any) -> Any:
    if isinstance(value, str) and value[:1] in "{[" and random.random() < 0.7:
        return _other_value(random, value.encode("utf-8", "replace") or b"x").decode("utf-8", "replace")
    if isinstance(value, bytes) and value and random.random() < 0.7:
        return mutations.changed(random, value)
    if isinstance(value, str | int) and random.random() < 0.7:
        return _inside(random, value)
    made = random.choice(_VALUES)
    return made if isinstance(made, str | int | float | None) else json.dumps(made)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
