"""The atlas: fingerprints of the versions of the articles of an act.

It has numbers, divisions, dates and fingerprints, and no text of the law. A file is one line of JSON, which describes
it, then tables and columns packed with xz.
"""

from __future__ import annotations

import lzma
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import orjson

from cpp_corpus.errors import InputError, NumberError
from cpp_corpus.model.article import Division
from cpp_corpus.model.fingerprint import Fingerprint
from cpp_corpus.model.number import ArticleNumber

__all__ = ["ATLAS_VERSION", "ActAtlas", "Atlas", "AtlasHeader", "Version"]

ATLAS_VERSION = 1
"""Version of the layout; it changes when a reader must change."""


class Version(NamedTuple):
    """One version of one article."""

    number: str
    """Its number, in the form of headings."""
    divisions: tuple[Division, ...]
    """Outer to inner."""
    valid_from: date | None
    valid_to: date | None
    """First day on which it is no longer law."""
    fingerprint: Fingerprint | None
    """``None`` where the source has no text for it."""


@dataclass(frozen=True, slots=True)
class AtlasHeader:
    """The description of an atlas."""

    source: str
    """What it was built from, in words."""
    as_of: date | None
    """Last day on which its source shows the law; ``None`` where that is not known."""
    acts: Mapping[str, int]
    """Number of versions by id of the act."""
    dated: bool
    """Whether its versions have dates."""


@dataclass(frozen=True, slots=True)
class ActAtlas:
    """The versions of the articles of one act, column by column; a row is a version.

    Rows are in the order of the numbers, those of one number in the order of their first days.
    """

    act: str
    numbers: Sequence[str]
    """Number of each row."""
    paths: Sequence[tuple[Division, ...]]
    """Divisions of each row."""
    first_days: Sequence[int]
    """Proleptic ordinal of the first day of each row; 0 where it is not known."""
    last_days: Sequence[int]
    """Ordinal of the first day on which a row is no longer law; 0 where it still is."""
    exact: Sequence[int]
    words: Sequence[int]
    """Words of the text; 0 where it is not known."""
    levels: Sequence[int]
    sketch_ends: Sequence[int]
    """End of the sample of each row among ``shingles``; it begins at the end of the row before."""
    shingles: Sequence[int]
    """Indexes into ``vocabulary``."""
    vocabulary: Sequence[int]
    """Hashes of shingles."""
    as_of: date | None = None
    dated: bool = False

    def __len__(self) -> int:
        return len(self.numbers)

    def rows_at(self, day: date | None) -> list[int]:
        """The rows that are law on that day; without a day, or without dates, all rows without an end."""
        if day is None or not self.dated:
            return [row for row, last in enumerate(self.last_days) if not last]
        at = day.toordinal()
        days = enumerate(zip(self.first_days, self.last_days, strict=True))
        return [row for row, (first, last) in days if first <= at and (not last or at < last)]

    def knows(self, day: date | None) -> bool:
        """Whether the source shows the law of that day."""
        return self.dated and day is not None and (self.as_of is None or day <= self.as_of)

    def has_text(self, row: int) -> bool:
        """Whether the words of a row are known."""
        return self.words[row] > 0

    def sketch(self, row: int) -> list[int]:
        """The sampled hashes of a row, in no order."""
        start = self.sketch_ends[row - 1] if row else 0
        return [self.vocabulary[place] for place in self.shingles[start : self.sketch_ends[row]]]

    def validity(self, row: int) -> tuple[date | None, date | None]:
        """First day, and first day after the last, of a row."""
        first, last = self.first_days[row], self.last_days[row]
        return (date.fromordinal(first) if first else None), (date.fromordinal(last) if last else None)


@dataclass(frozen=True, slots=True)
class Atlas:
    """The atlases of some acts, made from one source."""

    header: AtlasHeader
    acts: Mapping[str, ActAtlas] = field(default_factory=dict)

    @classmethod
    def of(
        cls, versions: Mapping[str, Iterable[Version]], *, source: str, as_of: date | None = None, dated: bool = False
    ) -> Atlas:
        """The atlas of the versions of each act."""
        acts = {act: _act_atlas(act, list(versions[act]), as_of, dated) for act in sorted(versions)}
        return cls(AtlasHeader(source, as_of, {act: len(each) for act, each in acts.items()}, dated), acts)

    def to_bytes(self) -> bytes:
        """The atlas as a file holds it; equal atlases give equal bytes."""
        payload = lzma.compress(b"".join(part for act in self.acts.values() for part in _packed(act)), preset=6)
        header = self.header
        head = {
            "format": _FORMAT,
            "schema_version": ATLAS_VERSION,
            "source": header.source,
            "as_of": header.as_of,
            "dated": header.dated,
            "acts": dict(header.acts),
            "sha256": sha256(payload).hexdigest(),
        }
        return orjson.dumps(head) + b"\n" + payload

    @staticmethod
    def is_atlas(head: bytes) -> bool:
        """Whether these are the first bytes of an atlas."""
        return head.startswith(b'{"format":"%s"' % _FORMAT.encode())

    @classmethod
    def header_of(cls, data: bytes, path: str) -> AtlasHeader:
        """The header of an atlas in bytes; the rest is only checked by its checksum."""
        head = _head(data, path)
        if sha256(memoryview(data)[data.index(b"\n") + 1 :]).hexdigest() != head.get("sha256"):
            raise InputError("the atlas is damaged: its checksum is wrong", path=path, hint=_REBUILD)
        try:
            as_of = date.fromisoformat(head["as_of"]) if head["as_of"] else None
            acts = {str(act): int(count) for act, count in head["acts"].items()}
            return AtlasHeader(str(head["source"]), as_of, acts, bool(head["dated"]))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError("the first line of the atlas is damaged", path=path, hint=_REBUILD) from error

    @classmethod
    def from_bytes(cls, data: bytes, path: str) -> Atlas:
        """The atlas that :meth:`to_bytes` gave; ``path`` is what errors call it.

        ``InputError`` where the bytes are no atlas, of a layout that is not known, or damaged.
        """
        header = cls.header_of(data, path)
        try:
            reader = _Reader(_decompressed(data[data.index(b"\n") + 1 :]))
            return cls(header, {act: _unpacked(act, reader, header) for act in header.acts})
        except (lzma.LZMAError, EOFError, LookupError, TypeError, ValueError) as error:
            raise InputError("the atlas is damaged, though its checksum is right", path=path, hint=_REBUILD) from error


# ---------------------------------------------------------------------------------------------------------------------

_FORMAT = "cpp-corpus atlas"
_REBUILD = "build it again with cpp-corpus atlas build"
_COLUMNS = (  # name and type of each, as they stand in the file
    ("first_days", "I"),
    ("last_days", "I"),
    ("exact", "Q"),
    ("words", "I"),
    ("levels", "B"),
    ("sketch_ends", "I"),
    ("shingles", "I"),
    ("vocabulary", "I"),
)


def _act_atlas(act: str, versions: list[Version], as_of: date | None, dated: bool) -> ActAtlas:
    versions.sort(key=_place)
    vocabulary: dict[int, int] = {}
    shingles, ends = array("I"), array("I")
    for version in versions:
        sketch = version.fingerprint.sketch if version.fingerprint else ()
        shingles.extend(sorted(vocabulary.setdefault(shingle, len(vocabulary)) for shingle in sketch))
        ends.append(len(shingles))
    prints = [version.fingerprint for version in versions]
    return ActAtlas(
        act=act,
        numbers=[version.number for version in versions],
        paths=[version.divisions for version in versions],
        first_days=array("I", (v.valid_from.toordinal() if v.valid_from else 0 for v in versions)),
        last_days=array("I", (v.valid_to.toordinal() if v.valid_to else 0 for v in versions)),
        exact=array("Q", (print_.exact if print_ else 0 for print_ in prints)),
        words=array("I", (print_.words if print_ else 0 for print_ in prints)),
        levels=array("B", (print_.level if print_ else 0 for print_ in prints)),
        sketch_ends=ends,
        shingles=shingles,
        vocabulary=array("I", vocabulary),
        as_of=as_of,
        dated=dated,
    )


def _place(version: Version) -> tuple[Any, ...]:
    """The sort key of rows: number, dates, divisions, text."""
    try:
        key: tuple[Any, ...] = (0, ArticleNumber.parse(version.number))
    except NumberError:
        key = (1, version.number)
    slugs = tuple(division.slug or "" for division in version.divisions)
    said = version.fingerprint.exact if version.fingerprint else 0
    return (*key, version.valid_from or date.min, version.valid_to or date.max, slugs, said)


def _packed(act: ActAtlas) -> Iterator[bytes]:
    """Tables, then columns, each preceded by its length."""
    divisions: dict[Division, int] = {}
    paths: dict[tuple[Division, ...], int] = {}
    for path in act.paths:
        paths.setdefault(path, len(paths))
        for division in path:
            divisions.setdefault(division, len(divisions))
    tables = {
        "numbers": list(act.numbers),
        "divisions": [[d.kind, d.number, d.title, d.slug] for d in divisions],
        "paths": [[divisions[division] for division in path] for path in paths],
        "rows": [paths[path] for path in act.paths],
    }
    yield _sized(orjson.dumps(tables))
    for name, kind in _COLUMNS:
        column = getattr(act, name)
        if name == "shingles":
            column = _gaps(column, act.sketch_ends)
        packed = array(kind, column)
        if sys.byteorder == "big":
            packed.byteswap()
        yield _sized(packed.tobytes())


def _unpacked(act: str, reader: _Reader, header: AtlasHeader) -> ActAtlas:
    tables = orjson.loads(reader.part())
    divisions = [
        Division.trusted(kind=kind, number=number, title=title, slug=slug)
        for kind, number, title, slug in tables["divisions"]
    ]
    paths = [tuple(divisions[place] for place in path) for path in tables["paths"]]
    columns: dict[str, array[int]] = {}
    for name, kind in _COLUMNS:
        column = array(kind)
        column.frombytes(reader.part())
        if sys.byteorder == "big":
            column.byteswap()
        columns[name] = column
    columns["shingles"] = _summed(columns["shingles"], columns["sketch_ends"])
    rows = [paths[place] for place in tables["rows"]]
    return ActAtlas(act=act, numbers=tables["numbers"], paths=rows, as_of=header.as_of, dated=header.dated, **columns)


def _gaps(places: Sequence[int], ends: Sequence[int]) -> array[int]:
    """The indexes of each row as differences, which compress well."""
    made = array("I")
    for start, end in pairwise((0, *ends)):
        own = places[start:end]
        made.extend(own[:1])
        made.extend(after - before for before, after in pairwise(own))
    return made


def _summed(gaps: Sequence[int], ends: Sequence[int]) -> array[int]:
    """The inverse of :func:`_gaps`."""
    made = array("I")
    for start, end in pairwise((0, *ends)):
        made.extend(accumulate(gaps[start:end]))
    return made


def _decompressed(data: bytes) -> bytes:
    """The bytes that ``data`` was packed from; ``ValueError`` where they are too many for an atlas."""
    unpacker = lzma.LZMADecompressor(memlimit=_MEMORY)
    found = unpacker.decompress(data, _LARGEST)
    if not unpacker.eof:
        raise ValueError("it is cut off" if unpacker.needs_input else f"it has more than {_LARGEST:,} bytes unpacked")
    return found


_LARGEST = 1 << 28  # bytes
_MEMORY = 1 << 28  # bytes for the unpacking


class _Reader:
    """Reads the parts of a payload in order."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def part(self) -> bytes:
        size = int.from_bytes(self._data[self._at : self._at + 8], "little")
        self._at += 8 + size
        return self._data[self._at - size : self._at]


def _sized(data: bytes) -> bytes:
    return len(data).to_bytes(8, "little") + data


def _head(data: bytes, path: str) -> dict[str, Any]:
    """The first line, checked."""
    line, end, _ = data.partition(b"\n")
    try:
        head = orjson.loads(line) if end and Atlas.is_atlas(line) else None
    except orjson.JSONDecodeError:
        head = None
    if not isinstance(head, dict):
        raise InputError("is not an atlas", path=path, hint=_REBUILD)
    if head.get("schema_version") != ATLAS_VERSION:
        raise InputError(
            f"is an atlas of layout {head.get('schema_version')}; this program reads layout {ATLAS_VERSION}",
            path=path,
            hint="build it again, or install a newer cpp-corpus",
        )
    return head
