"""Atlases: the versions of the articles of an act, as numbers, divisions, dates and fingerprints, without their text.

An atlas file is a line of JSON, the header, and then for each act two parts packed with xz: the facts of its versions,
and the samples of their shingles, which are unpacked when they are first asked for. Equal atlases are equal bytes.
"""

from __future__ import annotations

import lzma
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import orjson

from cpp_corpus.errors import InputError, NumberError
from cpp_corpus.model.article import Division
from cpp_corpus.model.fingerprint import Fingerprint
from cpp_corpus.model.number import ArticleNumber

__all__ = ["ATLAS_VERSION", "ActAtlas", "ActHeader", "Atlas", "AtlasHeader", "Samples", "Version"]

ATLAS_VERSION = 2
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


class ActHeader(NamedTuple):
    """The description of the atlas of one act."""

    versions: int
    """How many versions of articles it has."""
    as_of: date | None
    """Last day on which its source shows the law; ``None`` where that is not known."""
    dated: bool
    """Whether all of its versions have a first day."""


@dataclass(frozen=True, slots=True)
class AtlasHeader:
    """The description of an atlas."""

    source: str
    """What it was built from, in words."""
    acts: Mapping[str, ActHeader]
    """The acts, by id."""

    @property
    def versions(self) -> int:
        """How many versions of articles it has."""
        return sum(act.versions for act in self.acts.values())


class Samples:
    """The sampled hashes of the rows of an atlas, read when they are first asked for."""

    def __init__(self, read: Callable[[], Iterable[Iterable[int]]]) -> None:
        """``read`` gives the hashes of each row."""
        self._read = read

    def __getitem__(self, row: int) -> Sequence[int]:
        hashes, ends = self._all
        return hashes[ends[row] : ends[row + 1]]

    @cached_property
    def _all(self) -> tuple[array[int], array[int]]:
        """The hashes of all rows, and where those of each row end; the first end is 0."""
        hashes, ends = array("I"), array("I", (0,))
        for sample in self._read():
            hashes.extend(sample)
            ends.append(len(hashes))
        return hashes, ends


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
    samples: Samples
    as_of: date | None = None
    """Last day on which the source shows the law; ``None`` where that is not known."""
    dated: bool = False
    """Whether all versions have a first day: where some have none, a day tells nothing."""

    @classmethod
    def of(cls, act: str, versions: Iterable[Version], as_of: date | None = None) -> ActAtlas:
        """The atlas of the versions of an act."""
        rows = sorted(versions, key=_place)
        prints = [version.fingerprint for version in rows]
        return cls(
            act=act,
            numbers=[version.number for version in rows],
            paths=[version.divisions for version in rows],
            first_days=array("I", (v.valid_from.toordinal() if v.valid_from else 0 for v in rows)),
            last_days=array("I", (v.valid_to.toordinal() if v.valid_to else 0 for v in rows)),
            exact=array("Q", (print_.exact if print_ else 0 for print_ in prints)),
            words=array("I", (print_.words if print_ else 0 for print_ in prints)),
            levels=array("I", (print_.level if print_ else 0 for print_ in prints)),
            samples=Samples(lambda: (print_.sketch if print_ else () for print_ in prints)),
            as_of=as_of,
            dated=bool(rows) and all(version.valid_from for version in rows),
        )

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def header(self) -> ActHeader:
        """Its description."""
        return ActHeader(len(self), self.as_of, self.dated)

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

    def sketch(self, row: int) -> Sequence[int]:
        """The sampled hashes of a row, in no order."""
        return self.samples[row]

    def validity(self, row: int) -> tuple[date | None, date | None]:
        """First day, and first day after the last, of a row."""
        first, last = self.first_days[row], self.last_days[row]
        return (date.fromordinal(first) if first else None), (date.fromordinal(last) if last else None)


@dataclass(frozen=True, slots=True)
class Atlas:
    """The atlases of some acts, made from one source."""

    source: str
    """What it was built from, in words."""
    acts: Mapping[str, ActAtlas] = field(default_factory=dict)

    @property
    def header(self) -> AtlasHeader:
        """Its description."""
        return AtlasHeader(self.source, {act: each.header for act, each in self.acts.items()})

    def only(self, act: str) -> Atlas:
        """The atlas of one of its acts."""
        return Atlas(self.source, {act: self.acts[act]})

    def to_bytes(self) -> bytes:
        """The atlas as a file holds it; equal atlases give equal bytes."""
        parts = {act: (_packed_facts(self.acts[act]), _packed_samples(self.acts[act])) for act in sorted(self.acts)}
        payload = b"".join(part for pair in parts.values() for part in pair)
        head = {
            "format": _FORMAT,
            "schema_version": ATLAS_VERSION,
            "source": self.source,
            "acts": {act: [*self.acts[act].header, *map(len, pair)] for act, pair in parts.items()},
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
        return _checked(data, path)[0]

    @classmethod
    def from_bytes(cls, data: bytes, path: str) -> Atlas:
        """The atlas that :meth:`to_bytes` gave; ``path`` is what errors call it.

        ``InputError`` where the bytes are no atlas, of a layout that is not known, or damaged.
        """
        header, sizes = _checked(data, path)
        acts: dict[str, ActAtlas] = {}
        at = data.index(b"\n") + 1
        for act, about in header.acts.items():
            facts, samples = (data[start:end] for start, end in pairwise(accumulate((at, *sizes[act]))))
            at += sum(sizes[act])
            with _damage(path):
                acts[act] = _unpacked(act, about, facts, samples, path)
        return cls(header.source, acts)


# ---------------------------------------------------------------------------------------------------------------------

_FORMAT = "cpp-corpus atlas"
_REBUILD = "build it again with cpp-corpus atlas build"
_COLUMNS = (("first_days", "I"), ("last_days", "I"), ("exact", "Q"), ("words", "I"), ("levels", "I"))
"""Name and type of each column of the facts, in the order of the file."""
_DENSE = [{"id": lzma.FILTER_LZMA2, "preset": 6, "lc": 0, "lp": 0, "pb": 0}]
"""For bytes that hardly depend on those before them."""


@contextmanager
def _damage(path: str) -> Iterator[None]:
    """Whatever goes wrong with the bytes is ``InputError``."""
    try:
        yield
    except (lzma.LZMAError, EOFError, LookupError, TypeError, ValueError, OverflowError, AttributeError) as error:
        raise InputError("the atlas is damaged, though its checksum is right", path=path, hint=_REBUILD) from error


def _checked(data: bytes, path: str) -> tuple[AtlasHeader, Mapping[str, Sequence[int]]]:
    """The header, and the sizes of the two parts of each act."""
    head = _head(data, path)
    if sha256(memoryview(data)[data.index(b"\n") + 1 :]).hexdigest() != head.get("sha256"):
        raise InputError("the atlas is damaged: its checksum is wrong", path=path, hint=_REBUILD)
    acts, sizes = {}, {}
    try:
        for act, (versions, as_of, dated, *parts) in head["acts"].items():
            acts[act] = ActHeader(int(versions), date.fromisoformat(as_of) if as_of else None, bool(dated))
            facts, samples = map(int, parts)
            sizes[act] = facts, samples
        return AtlasHeader(str(head["source"]), acts), sizes
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError("the first line of the atlas is damaged", path=path, hint=_REBUILD) from error


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


def _place(version: Version) -> tuple[Any, ...]:
    """The sort key of rows: number, dates, divisions, text."""
    try:
        key: tuple[Any, ...] = (0, ArticleNumber.parse(version.number))
    except NumberError:
        key = (1, version.number)
    slugs = tuple(division.slug or "" for division in version.divisions)
    said = version.fingerprint.exact if version.fingerprint else 0
    return (*key, version.valid_from or date.min, version.valid_to or date.max, slugs, said)


# -------------------------------------------------------------------------------------------------- the facts of an act


def _packed_facts(act: ActAtlas) -> bytes:
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
    columns = (_planes(array(kind, getattr(act, name))) for name, kind in _COLUMNS)
    return lzma.compress(b"".join(map(_sized, (orjson.dumps(tables), *columns))), check=lzma.CHECK_NONE, preset=6)


def _unpacked(act: str, about: ActHeader, facts: bytes, samples: bytes, path: str) -> ActAtlas:
    tables, *parts = _parts(_decompressed(facts))
    known = orjson.loads(tables)
    divisions = [
        Division.trusted(kind=kind, number=number, title=title, slug=slug)
        for kind, number, title, slug in known["divisions"]
    ]
    paths = [tuple(divisions[place] for place in path) for path in known["paths"]]
    columns = {name: _column(kind, part) for (name, kind), part in zip(_COLUMNS, parts, strict=True)}
    numbers, rows = known["numbers"], [paths[place] for place in known["rows"]]
    if {len(numbers), len(rows), *map(len, columns.values())} != {about.versions}:
        raise ValueError("columns of different lengths")

    def read() -> Iterable[Iterable[int]]:
        with _damage(path):
            return _unpacked_samples(samples, about.versions)

    return ActAtlas(
        act=act, numbers=numbers, paths=rows, samples=Samples(read), as_of=about.as_of, dated=about.dated, **columns
    )


# ------------------------------------------------------------------------------------------------ the samples of an act
#
# A hash is written once, with the first row that has it; the other rows have its place in the order of the hashes so
# written. Both are sorted within a row and written as differences, as four bytes, of which the first bytes of all come
# first: these are nearly all zeros.


def _packed_samples(act: ActAtlas) -> bytes:
    places: dict[int, int] = {}
    counts, fresh, known = (array("I"), array("I")), array("I"), array("I")
    for row in range(len(act)):
        hashes = sorted(set(act.sketch(row)))
        new = [each for each in hashes if each not in places]
        old = sorted(places[each] for each in hashes if each in places)
        places.update(zip(new, range(len(places), len(places) + len(new)), strict=True))
        for count, column, values in ((counts[0], fresh, new), (counts[1], known, old)):
            count.append(len(values))
            column.extend(values[:1])
            column.extend(after - before for before, after in pairwise(values))
    data = b"".join(_sized(_planes(column)) for column in (*counts, fresh, known))
    return lzma.compress(data, check=lzma.CHECK_NONE, filters=_DENSE)


def _unpacked_samples(data: bytes, rows: int) -> list[list[int]]:
    fresh_counts, known_counts, fresh, known = (_column("I", part) for part in _parts(_decompressed(data)))
    hashes: list[int] = []
    made = []
    at = at_known = 0
    for new, old in zip(fresh_counts, known_counts, strict=True):
        own = list(accumulate(fresh[at : at + new]))
        own += [hashes[place] for place in accumulate(known[at_known : at_known + old])]
        hashes += own[:new]
        made.append(own)
        at += new
        at_known += old
    if (len(made), at, at_known) != (rows, len(fresh), len(known)):
        raise ValueError("samples of different lengths")
    return made


# -------------------------------------------------------------------------------------------------------------- columns


def _planes(column: array[int]) -> bytes:
    """The first bytes of all values, then the second ones …; the lowest are the first."""
    if sys.byteorder == "big":
        column.byteswap()
    data = column.tobytes()
    return b"".join(data[at :: column.itemsize] for at in range(column.itemsize))


def _column(kind: str, planes: bytes) -> array[int]:
    """The inverse of :func:`_planes`."""
    column = array(kind)
    size = column.itemsize
    count, rest = divmod(len(planes), size)
    if rest:
        raise ValueError("a part of a value")
    data = bytearray(len(planes))
    for at in range(size):
        data[at::size] = planes[at * count : (at + 1) * count]
    column.frombytes(data)
    if sys.byteorder == "big":
        column.byteswap()
    return column


def _decompressed(data: bytes) -> bytes:
    """The bytes that ``data`` was packed from; ``ValueError`` where they are too many for an atlas."""
    unpacker = lzma.LZMADecompressor(memlimit=_MEMORY)
    found = unpacker.decompress(data, _LARGEST)
    if not unpacker.eof:
        raise ValueError("it is cut off" if unpacker.needs_input else f"it has more than {_LARGEST:,} bytes unpacked")
    return found


_LARGEST = 1 << 28  # bytes
_MEMORY = 1 << 28  # bytes for the unpacking


def _sized(data: bytes) -> bytes:
    return len(data).to_bytes(8, "little") + data


def _parts(data: bytes) -> Iterator[bytes]:
    """The parts that :func:`_sized` made."""
    at = 0
    while at < len(data):
        size = int.from_bytes(data[at : at + 8], "little")
        yield data[at + 8 : at + 8 + size]
        at += 8 + size
