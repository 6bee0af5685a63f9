"""What the first pass found in each file, kept from one run of ``normalize`` to the next.

It is in the folder of the export, in a database of its own. The key of a file is its path and the SHA-256 of its bytes;
that of a run is everything else that a result depends on. Where the latter changes, nothing that was kept is used.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import asdict
from os import PathLike
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple, Self

import orjson

from cpp_corpus.database import DAMAGE, connected, read_only
from cpp_corpus.errors import CorpusError, EngineError, InputError, OutputError
from cpp_corpus.export.folder import KEPT
from cpp_corpus.ingest import Entry
from cpp_corpus.lang.learned import learned_file
from cpp_corpus.limits import Limits
from cpp_corpus.model.finding import FindingCode
from cpp_corpus.pipeline.atlas.supply import atlas_files
from cpp_corpus.pipeline.packed import Packed, as_bytes, from_bytes
from cpp_corpus.table import are_edited

__all__ = ["KEPT_FILES", "Earlier", "Keeper", "Keyed", "digest_of", "keyed", "recovered", "run_key"]


class Keyed(NamedTuple):
    """The result of the first pass for one file: found now, or kept from an earlier run."""

    packed: Packed | None
    """What was found; ``None`` where it was kept, or is still ``data``."""
    path: str
    """The printable path of the file."""
    is_named: bool
    """Whether the user named it."""
    digest: bytes | None = None
    """SHA-256 of its bytes; ``None`` where the next run processes it again, whatever its bytes."""
    data: bytes | None = None
    """What was found, as bytes that come from another process."""
    place: int | None = None
    """The place among those of the earlier run, where it was kept."""
    sent_size: int = 0
    """What ``size`` was in the process that ``data`` comes from."""

    def __reduce__(self) -> tuple[type[Keyed], tuple[object, ...]]:
        """Bytes are sent to another process in half the time of records."""
        return Keyed, (None, self.path, self.is_named, self.digest, self.as_data(), self.place, self.size)

    @property
    def size(self) -> int:
        """Bytes of the file; 0 where nothing of it was found now."""
        return self.sent_size if self.packed is None or self.packed.source is None else self.packed.source.size

    def as_data(self) -> bytes | None:
        """What was found, as bytes that are sent and kept; ``None`` where it was kept."""
        return as_bytes(self.packed) if self.data is None and self.packed is not None else self.data


def keyed(packed: Packed, entry: Entry, digest: bytes | None) -> Keyed:
    """The result for an entry, with what is kept of it; ``digest`` is that of its bytes, if it was needed before."""
    if digest is None:
        digest = digest_of(entry) if packed.source is None else bytes.fromhex(packed.source.sha256)
    lasting = digest if digest is not None and _is_lasting(packed, digest) else None
    return Keyed(packed, entry.path, entry.is_named, lasting)


class Earlier:
    """What earlier runs have kept: the one whose export is in the folder ``out``, and one that has ended early.

    Nothing where that is of another ``key`` or cannot be read. It may be given to other processes, each of which reads
    the files by itself.
    """

    def __init__(self, out: str | PathLike[str], key: str | None, unfinished: Path | None = None) -> None:
        """``unfinished``: the file of :func:`recovered`."""
        self.key = key
        """The key of this run; ``None`` where nothing is kept."""
        self._complete = _Results(Path(out) / KEPT, key)
        self._files = [self._complete, *([] if unfinished is None else [_Results(unfinished, key)])]

    @property
    def count(self) -> int:
        """How many results the complete run has kept; places from there on are those of the other."""
        return self._complete.count

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept, so that nothing need be looked up."""
        return not any(file.count for file in self._files)

    @property
    def meta(self) -> dict[str, str]:
        """What the complete run says of itself."""
        return self._complete.meta

    def place(self, entry: Entry, digest: bytes) -> int | None:
        """The place of the result for an entry of these bytes."""
        first = 0
        for file in self._files:
            if (place := file.place(entry, digest)) is not None:
                return first + place
            first += file.end
        return None

    def kept(self, place: int) -> tuple[bytes | None, bytes]:
        """The digest of the file of a place, if it has one, and its result as bytes."""
        file, place = self._at(place)
        return file.kept(place)

    def damaged(self, place: int) -> InputError:
        """The error for the file of a place, which is not as it was written."""
        return self._at(place)[0].damaged()

    def same(self, results: Iterator[Keyed]) -> tuple[int, Keyed | None]:
        """How many ``results`` are those of the complete run in their order, and the first that is not, if any."""
        at = 0
        while at < self.count:
            result = next(results, None)
            if result is None or not (result.place == at or self._is_again(result, at)):
                return at, result
            at += 1
        return at, next(results, None)

    def _is_again(self, result: Keyed, place: int) -> bool:
        """Whether a file that could not be read, or not in full, was processed again, with the same result."""
        return result.place is None and self.kept(place) == (None, result.as_data())

    def results(self, count: int) -> Iterator[Keyed]:
        """The first ``count`` results of the complete run, in order."""
        for place in range(count):
            yield self._complete.keyed(place)

    def close(self) -> None:
        """Close the files."""
        for file in self._files:
            file.close()

    def _at(self, place: int) -> tuple[_Results, int]:
        return (self._complete, place) if place < self._complete.end else (self._files[-1], place - self._complete.end)


class Keeper:
    """Keeps the results of a run in its ``folder``, if the run has a key; a context, which closes the file.

    They are written in portions, each compressed at once: that is three times as fast as one by one, and half the size.
    Every few seconds they are brought to the disk, so that a run that is killed loses no more. Where the run ends
    early, they stay for the next one, but not where it ends because of its input.
    """

    def __init__(self, folder: Path, earlier: Earlier) -> None:
        self._earlier = earlier
        self._path = folder / KEPT
        self._place = 0
        self._portion = 0
        self._waiting: list[tuple[str, bool, bytes | None, bytes]] = []
        self._size = 0
        self._saved = monotonic()
        self._saved_files = 0
        self._base: sqlite3.Connection | None = None
        self.resumed = 0
        """How many results were those of a run that had ended early."""
        if earlier.key is not None:
            with _written(self._path), ExitStack() as begun:
                self._base = connected(self._path)
                begun.callback(self._remove, KEPT_FILES[:2])
                begun.callback(self._base.close)
                for statement in _TABLES:
                    self._base.execute(statement)
                self._base.executemany("INSERT INTO meta VALUES (?, ?)", [("key", earlier.key), ("layout", _LAYOUT)])
                self._save()
                begun.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if self._base is None:
            return
        is_of_input = isinstance(error, CorpusError) and not isinstance(error, OutputError | EngineError)
        if not is_of_input and self._base.in_transaction:
            with suppress(sqlite3.Error):  # the disk may be full: what was saved before stays
                self._write()
                self._save()
        self._base.close()
        if is_of_input or not self._saved_files:
            self._remove(KEPT_FILES if is_of_input else KEPT_FILES[:2])

    def _remove(self, names: Iterable[str]) -> None:
        for each in names:
            self._path.with_name(each).unlink(missing_ok=True)

    def _save(self) -> None:
        assert self._base is not None  # noqa: S101 - called where there is one
        self._base.execute("COMMIT")
        self._saved, self._saved_files = monotonic(), self._place
        self._base.execute("BEGIN")

    def keep(self, result: Keyed) -> Packed:
        """Keep a result; gives what was found in the file, now or in the earlier run."""
        digest, data = result.digest, result.data
        if result.place is not None:
            self.resumed += result.place >= self._earlier.count
            digest, data = self._earlier.kept(result.place)
        if self._base is not None:
            data = data or result.as_data() or b""
            self._waiting.append((result.path, result.is_named, digest, data))
            self._size += len(data)
            is_due = monotonic() - self._saved >= _SECONDS
            if is_due or self._size > _PORTION:
                with _written(self._path):
                    self._write()
                    if is_due:
                        self._save()
        if result.packed is not None:
            return result.packed
        try:
            return from_bytes(data or b"")
        except ValueError as error:
            raise self._earlier.damaged(result.place or 0) from error

    def end(self, meta: Mapping[str, str]) -> None:
        """Finish the file, with what the run says of itself."""
        if self._base is None:
            return
        with _written(self._path):
            self._write()
            self._base.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
            self._base.execute(_INDEX)
            self._base.execute("COMMIT")
        self._saved_files = self._place
        self._path.with_name(_UNFINISHED).unlink(missing_ok=True)

    def _write(self) -> None:
        """Write the portion of the results that wait."""
        assert self._base is not None  # noqa: S101 - only results that are kept wait
        if not self._waiting:
            return
        rows, start = [], 0
        for place, (path, is_named, digest, data) in enumerate(self._waiting, self._place):
            rows.append((place, path, is_named, digest, self._portion, start, len(data)))
            start += len(data)
        whole = zlib.compress(b"".join([data for *_, data in self._waiting]), 1)
        self._base.executemany("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        self._base.execute("INSERT INTO portions VALUES (?, ?)", (self._portion, whole))
        self._place += len(rows)
        self._portion += 1
        self._waiting.clear()
        self._size = 0


def recovered(folder: Path, key: str | None) -> Path | None:
    """The file, in ``folder``, of all results of the run of this ``key`` that has ended early; ``None`` without any.

    What is of another key, or cannot be read, is removed.
    """
    begun, before = folder / KEPT, folder / _UNFINISHED
    for file in (begun, before):
        if not _is_usable(file, key):
            for each in (file, file.with_name(file.name + _JOURNAL)):
                each.unlink(missing_ok=True)
    if begun.exists() and before.exists():
        try:
            with closing(connected(before)) as base:
                base.execute("ATTACH ? AS begun", (str(begun),))
                base.execute("BEGIN")
                ((first,),) = base.execute("SELECT coalesce(max(portion) + 1, 0) FROM main.portions")
                for statement in _ADDED:
                    base.execute(statement, (first,))
                base.execute("COMMIT")
        except DAMAGE:
            before.unlink()
        else:
            begun.unlink()
    if begun.exists():
        begun.replace(before)
    return before if before.exists() else None


def run_key(act: str | None, numbers_from: str | PathLike[str] | None, limits: Limits | None = None) -> str | None:
    """A hash of all on which the result for a file depends, but the file: this program, what else is installed, ...

    ``None`` where something cannot be known: entries that were added to tables in this process.
    """
    if are_edited():
        return None
    found = hashlib.sha256()
    for part in (
        act,
        asdict(limits or Limits()),
        _installed(),
        _package(),
        _atlases(),
        _tables(),
        _supply(numbers_from),
    ):
        found.update(orjson.dumps(part) + b"\n")
    return found.hexdigest()


def digest_of(entry: Entry) -> bytes | None:
    """The SHA-256 of the bytes of an entry; ``None`` where they cannot be read."""
    try:
        with entry.open() as stream, closing(stream):
            return hashlib.file_digest(stream, "sha256").digest()  # type: ignore[arg-type] # any stream of bytes
    except (OSError, ValueError):
        return None


# ---------------------------------------------------------------------------------------------------------------------

_LAYOUT = "3"
_PORTION = 1 << 18  # bytes that are compressed at once
_PASSING = (FindingCode.INTERNAL_ERROR, FindingCode.UNREADABLE_FILE, FindingCode.WORKER_DIED)
_OF_PACKAGES = (".dist-info", ".egg-info")
_JOURNAL = "-journal"
_UNFINISHED = "first-pass.unfinished.db"
KEPT_FILES = (KEPT, KEPT + _JOURNAL, _UNFINISHED, _UNFINISHED + _JOURNAL)
"""Names of the files that a run which ends early leaves for the next one."""
_SECONDS = 2.0  # after which what was found is on the disk
_INDEX = "CREATE INDEX IF NOT EXISTS files_path ON files (path)"
_ADDED = (
    "INSERT INTO main.portions (portion, data) SELECT portion + ?, data FROM begun.portions",
    """
    INSERT INTO main.files (path, is_named, digest, portion, start, size)
    SELECT path, is_named, digest, portion + ?, start, size FROM begun.files AS new
    WHERE digest IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM main.files AS old
        WHERE old.path = new.path AND old.is_named = new.is_named AND old.digest = new.digest
    )
    """,
)
_TABLES = (
    "PRAGMA journal_mode = DELETE",  # which stays small, since pages are only added
    "BEGIN",
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE files (
        place INTEGER PRIMARY KEY, path TEXT NOT NULL, is_named INTEGER NOT NULL, digest BLOB, portion INTEGER NOT NULL,
        start INTEGER NOT NULL, size INTEGER NOT NULL
    )""",
    "CREATE TABLE portions (portion INTEGER PRIMARY KEY, data BLOB NOT NULL)",
)


def _is_usable(file: Path, key: str | None) -> bool:
    """Whether a run of this key has written a file, from which what that run did not finish is taken back."""
    if key is None or not file.is_file():
        return False
    try:
        with closing(connected(file)) as base:
            found = dict(base.execute("SELECT name, value FROM meta"))
            if (found.get("key"), found.get("layout")) != (key, _LAYOUT):
                return False
            base.execute(_INDEX)
            base.execute("DELETE FROM meta WHERE name NOT IN ('key', 'layout')")
            return True
    except (sqlite3.Error, ValueError, TypeError):
        return False


class _Results:
    """The results that one run has kept in the file ``path``."""

    def __init__(self, path: Path, key: str | None) -> None:
        self._path = path
        self._opened: tuple[int, sqlite3.Connection] | None = None
        self._last: tuple[int, bytes] | None = None
        self.meta: dict[str, str] = {}
        """What that run says of itself."""
        self.count = 0
        """How many results it has kept."""
        self.end = 0
        """The place after the last one."""
        with suppress(sqlite3.Error, OSError, ValueError):
            if key is not None and path.is_file():
                meta = dict(self._rows("SELECT name, value FROM meta"))
                if meta.get("key") == key and meta.get("layout") == _LAYOUT:
                    ((self.count, last),) = self._rows("SELECT count(*), max(place) FROM files")
                    self.end = 0 if last is None else last + 1
                    self.meta = meta

    def place(self, entry: Entry, digest: bytes) -> int | None:
        """The place of the result for an entry of these bytes."""
        if not self.count:
            return None
        sql = "SELECT place FROM files WHERE path = ? AND is_named = ? AND digest = ?"
        with suppress(*DAMAGE):
            for (place,) in self._rows(sql, entry.path, entry.is_named, digest):
                return int(place)
        return None

    def kept(self, place: int) -> tuple[bytes | None, bytes]:
        """The digest of the file of a place, if it has one, and its result as bytes."""
        try:
            ((digest, portion, start, size),) = self._rows(
                "SELECT digest, portion, start, size FROM files WHERE place = ?", place
            )
            data = self._portion(portion)[start : start + size]
        except (sqlite3.Error, zlib.error, TypeError, ValueError) as error:
            raise self.damaged() from error
        if not isinstance(digest, bytes | None) or len(data) != size:
            raise self.damaged()
        return digest, data

    def keyed(self, place: int) -> Keyed:
        """A result as the engine gives it."""
        ((path, is_named),) = self._rows("SELECT path, is_named FROM files WHERE place = ?", place)
        return Keyed(None, path, bool(is_named), place=place)

    def damaged(self) -> InputError:
        """The error for a file that is not as it was written."""
        return InputError("is damaged", path=self._path, hint="remove it, or use --fresh")

    def close(self) -> None:
        """Close the file."""
        if self._opened is not None:
            self._opened[1].close()
            self._opened = None

    def __getstate__(self) -> dict[str, object]:
        return vars(self) | {"_opened": None, "_last": None}

    def _portion(self, portion: int) -> bytes:
        if self._last is None or self._last[0] != portion:
            ((data,),) = self._rows("SELECT data FROM portions WHERE portion = ?", portion)
            self._last = (portion, zlib.decompress(data))
        return self._last[1]

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        if self._opened is None or self._opened[0] != os.getpid():
            self._opened = (os.getpid(), read_only(self._path))
        return self._opened[1].execute(sql, values).fetchall()


@contextmanager
def _written(path: Path) -> Iterator[None]:
    """Errors in writing a file are those of the output."""
    try:
        yield
    except sqlite3.Error as error:
        raise OutputError(f"{path}: cannot be written: {error}") from error


def _is_lasting(packed: Packed, digest: bytes) -> bool:
    """Whether the same bytes would give the same again: not where reading failed, or a file changed meanwhile."""
    codes = {finding.code for finding in packed.findings}
    if packed.refused is not None:
        codes.add(packed.refused.refusal.code)
    is_of_digest = packed.source is None or packed.source.sha256 == digest.hex()
    return is_of_digest and codes.isdisjoint(_PASSING)


def _installed() -> list[str]:
    """The names of installed packages, with their versions."""
    found: set[str] = set()
    for place in sys.path:
        with suppress(OSError):
            found.update(each.name for each in Path(place or ".").iterdir() if each.suffix in _OF_PACKAGES)
    return sorted(found)


def _package() -> list[tuple[str, str]]:
    """The files of this package with their hashes: its version does not change with each change of the program."""
    root = Path(__file__).parents[1]
    files = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return [(path.relative_to(root).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]


def _atlases() -> list[tuple[str, str]]:
    """The installed atlases with their first lines, which have a hash of the rest."""
    found = []
    for name, path in atlas_files():
        with path.open("rb") as file:
            found.append((name, hashlib.sha256(file.readline()).hexdigest()))
    return found


def _tables() -> str | None:
    """The table of codes that the user has learned."""
    path = learned_file()
    return None if path is None or not path.is_file() else hashlib.sha256(path.read_bytes()).hexdigest()


def _supply(path: str | PathLike[str] | None) -> Sequence[object] | None:
    """What supplies the numbers: of a file its bytes, of a folder the names, sizes and times of all of its files."""
    if path is None:
        return None
    place = Path(path)
    if place.is_file():
        return [str(path), hashlib.sha256(place.read_bytes()).hexdigest()]
    found = []
    for folder, _, names in sorted(os.walk(place)):
        for name in sorted(names):
            with suppress(OSError):
                facts = (Path(folder) / name).stat()
                found.append([folder, name, facts.st_size, facts.st_mtime_ns])
    return [str(path), found]
