"""Archives and packed files: what is in them, read once, in bounded memory, without writing anything.

=====================================  =================================================================
``.zip``                               its files, sorted by their paths as those of a folder are
``.tar``, also packed by one of these  its files, in the order of the archive
``.gz``, ``.bz2``, ``.xz``, ``.zst``   the one file in it
a large database of legi.py            its acts
=====================================  =================================================================

They are recognised by their first bytes. An archive in an archive is read too, as deep as the limits allow. Paths of
entries are those of the archive and of the member: ``law.zip/code-des-nuages/1.md``.
"""

from __future__ import annotations

import io
import lzma
import os
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from stat import S_ISFIFO, S_ISLNK, S_ISREG
from typing import IO

from cpp_corpus.errors import MissingExtraError, described
from cpp_corpus.ingest.sources.database import SQLITE, parts_of
from cpp_corpus.ingest.sources.entry import DataEntry, Entry, FileEntry, PassedOver, StreamEntry, kind_of, printable
from cpp_corpus.ingest.sources.hidden import is_hidden, passed_over
from cpp_corpus.ingest.sources.limits import Budget
from cpp_corpus.ingest.sources.order import natural
from cpp_corpus.ingest.sources.remote import RemoteEntry
from cpp_corpus.ingest.sources.streams import PACKED_STREAMS, Damage, Read, Stream, unpacked_stream
from cpp_corpus.ingest.sources.tar import TAR_HEAD, is_tar, tar_members
from cpp_corpus.limits import LimitReached, Limits
from cpp_corpus.model.finding import FindingCode

__all__ = ["archive_kind", "archive_of", "member_at", "streamed_entry", "unpacked"]


def archive_kind(head: bytes) -> str | None:
    r"""The kind of an archive by its first 512 bytes: ``zip``, ``tar``, ``gz`` …; ``None`` for any other file.

    Office documents, which are ZIP files, are no archives.

    >>> archive_kind(b"PK\x03\x04"), archive_kind(b"# Article 1")
    ('zip', None)
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return None if kind == "zip" and _is_document(_first_name(head)) else kind
    return "tar" if is_tar(head) else None


def streamed_entry(path: str, file: IO[bytes]) -> Entry:
    """The entry of a file that can be read only once, such as a pipe: it is not read before it is unpacked."""
    return StreamEntry(path, Stream(file.read))


def unpacked(entries: Iterable[Entry | PassedOver], limits: Limits | None = None) -> Iterator[Entry | PassedOver]:
    """The ``entries``, each archive replaced by what is in it; what is not read of it is passed over, with the reason.

    Members are read into memory one by one, in an order that depends on the archive alone.
    """
    for entry in entries:
        if isinstance(entry, PassedOver):
            yield entry
        elif isinstance(entry, StreamEntry):
            yield from _streamed(entry, limits or Limits())
        elif isinstance(entry, FileEntry) and entry.is_named and _is_pipe(entry.name):
            with entry.open() as file:
                yield from unpacked([streamed_entry(entry.path, file)], limits)
        elif (kind := _kind(entry)) is None:
            yield entry
        elif kind == _DATABASE:
            yield from parts_of(entry) if isinstance(entry, FileEntry) else [entry]
        else:
            with entry.open() as file:
                yield from _Archive(entry.path, limits or Limits(), whole=entry).entries(Stream(file.read), file)


def _streamed(entry: StreamEntry, limits: Limits) -> Iterator[Entry | PassedOver]:
    archive = _Archive(entry.path, limits)
    if archive_kind(entry.stream.head(TAR_HEAD)) is not None:
        yield from archive.entries(entry.stream, None)
    elif (data := archive.data(entry.stream)) is None:
        yield archive.too_large(entry.path)
    else:
        yield DataEntry(entry.path, data, is_named=True)


def archive_of(path: str) -> str | None:
    """The archive on the disk that the member at ``path`` is in; ``None`` where there is none."""
    place = Path(path).parent
    while not place.exists() and place != place.parent:
        place = place.parent
    return str(place) if place.is_file() else None


def member_at(path: str, limits: Limits | None = None) -> Entry | None:
    """The member of an archive at ``path``, read again; ``None`` where it is gone.

    The archive is read as far as the member.
    """
    archive = archive_of(path)
    found = () if archive is None else unpacked([FileEntry(archive)], limits)
    return next((entry for entry in found if not isinstance(entry, PassedOver) and entry.path == path), None)


# ---------------------------------------------------------------------------------------------------------------------

_MAGIC = (
    (b"\x1f\x8b", "gz"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # without members
    (b"\xfd7zXZ\0", "xz"),
    (b"BZh", "bz2"),
    (b"(\xb5/\xfd", "zst"),
)
_DATABASE = "database"
_REMOTE = frozenset({".zip", ".tar", ".tgz", ".tbz2", ".txz", *(f".{kind}" for kind in PACKED_STREAMS)})
"""Suffixes of archives at addresses: the first bytes of every other file there would be a request each."""
_PACKED = frozenset(f".{kind}" for kind in PACKED_STREAMS)
_LONGEST_END = (1 << 16) + 22  # bytes: a comment, and the record before it
_DOCUMENT_NAMES = frozenset({"[Content_Types].xml", "mimetype"})
_DOCUMENT_FOLDERS = ("_rels/", "docProps/", "word/", "xl/", "ppt/")
_DAMAGES = (OSError, EOFError, ValueError, NotImplementedError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # those whose output can be bounded
_LONGEST_LIST = 1 << 26  # bytes of the list of a ZIP file, which is held in memory as a whole
_OUTSIDE = PassedOver("", "path", "a path that leads out of its archive", FindingCode.ARCHIVE_MEMBER)
_LINK = PassedOver("", "link", "a link in an archive", FindingCode.ARCHIVE_MEMBER, "The file that it leads to is read.")
_DEVICE = PassedOver("", "device", "a device or a pipe in an archive", FindingCode.ARCHIVE_MEMBER)
_OTHER = PassedOver("", "other", "a member of a kind that is no file", FindingCode.ARCHIVE_MEMBER)
_NO_FILES = {"link": _LINK, "device": _DEVICE, "other": _OTHER}


def _kind(entry: Entry) -> str | None:
    try:
        if isinstance(entry, FileEntry):
            head = entry.head(TAR_HEAD)
            return _DATABASE if head.startswith(SQLITE) else archive_kind(head)
        if isinstance(entry, RemoteEntry) and kind_of(entry.path) not in _REMOTE:
            return None
        with entry.open() as file:
            return archive_kind(file.read(TAR_HEAD))
    except (OSError, ValueError):  # reading it says what is wrong
        return None


def _is_pipe(name: str) -> bool:
    try:
        mode = Path(name).stat().st_mode
    except (OSError, ValueError):
        return False
    return S_ISFIFO(mode)


def _read_as(path: str, read: Read, count: Callable[[int], None]) -> Read:
    """``read``, with each piece counted; damage is that of the archive at ``path``."""

    def counted(size: int) -> bytes:
        with _damage_of(path):
            data = read(size)
        count(len(data))
        return data

    return counted


class _damage_of:  # noqa: N801 - a context, written as a function
    """Damage that is found inside of this context is that of the archive at ``path``."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if isinstance(error, _DAMAGES):
            raise Damage(self.path, described(error)) from error


def _damaged(damage: Damage) -> PassedOver:
    return PassedOver(
        damage.path,
        kind_of(damage.path),
        f"the rest of a damaged archive, {damage.why}",
        FindingCode.DAMAGED_ARCHIVE,
        "Fetch the archive again.",
    )


def _inside(name: str) -> str | None:
    """The path of a member in its archive; ``None`` where it leads out of it."""
    parts = [part for part in name.split("/") if part not in {"", "."}]
    return None if name.startswith("/") or ".." in parts or not parts else "/".join(parts)


def _unpacked_name(path: str) -> str:
    """The name of the one file in a packed file: that of the latter, without its suffix."""
    name = path.rpartition("/")[2]
    stem, dot, suffix = name.rpartition(".")
    return stem if dot and f".{suffix.lower()}" in _PACKED and stem else name


def _first_name(head: bytes) -> str:
    """The name of the first member of a ZIP file."""
    return head[30 : 30 + int.from_bytes(head[26:28], "little")].decode("latin-1")


def _list_size(file: IO[bytes], size: int) -> int:
    """Bytes of the list of members at the end of a ZIP file of so many bytes; 0 where there is none."""
    file.seek(max(size - _LONGEST_END, 0))
    end = file.read(_LONGEST_END)
    at = end.rfind(b"PK\x05\x06")
    said = int.from_bytes(end[at + 12 : at + 16], "little") if at >= 0 else 0
    return size if said == 0xFFFFFFFF else said


def _is_document(name: str) -> bool:
    return name in _DOCUMENT_NAMES or name.startswith(_DOCUMENT_FOLDERS)


class _Archive:
    """Reads one archive that a source gave, and those in it."""

    def __init__(self, path: str, limits: Limits, whole: Entry | None = None) -> None:
        self.path = path
        self.limits = limits
        self.whole = whole
        self.budget = Budget(limits)

    def entries(self, packed: Stream, file: IO[bytes] | None) -> Iterator[Entry | PassedOver]:
        """What is in it; ``file`` is the same as a file that can be read anywhere, where there is one."""
        found = False
        stream = Stream(_read_as(self.path, packed.read, self.budget.count_packed))
        try:
            with _damage_of(self.path):
                for entry in self.opened(self.path, stream, 1, file):
                    found = True
                    yield entry
        except LimitReached as reached:
            yield self.left_out(self.path, f"the rest of {reached.what}", reached.limit)
        except Damage as damage:
            yield _damaged(damage)
        else:
            if not found:
                yield PassedOver(self.path, kind_of(self.path), "an archive without files", FindingCode.EMPTY_FILE)

    def opened(
        self, path: str, stream: Stream, depth: int, file: IO[bytes] | None = None
    ) -> Iterator[Entry | PassedOver]:
        """What is in an archive at ``path``, of which ``depth`` are in one another."""
        kind = archive_kind(stream.head(TAR_HEAD))
        if kind == "zip":
            yield from self.zipped(path, stream, depth, file)
        elif kind == "tar":
            yield from self.tarred(path, Stream(_read_as(path, stream.read, self.budget.count_unpacked)), depth)
        elif kind is not None:
            try:
                unpack = unpacked_stream(kind, stream)
            except MissingExtraError as error:
                yield PassedOver(
                    path,
                    kind_of(path),
                    f"a zstd archive, for which the extra {error.extra!r} is missing",
                    FindingCode.MISSING_EXTRA,
                    f"Install it: `{error.command}`." if error.command else "",
                )
                return
            inner = Stream(_read_as(path, unpack, self.budget.count_unpacked))
            if archive_kind(inner.head(TAR_HEAD)) == "tar":
                yield from self.tarred(path, inner, depth)
            else:
                self.budget.count_entry()
                yield from self.member(f"{path}/{_unpacked_name(path)}", inner, depth)

    def tarred(self, path: str, stream: Stream, depth: int) -> Iterator[Entry | PassedOver]:
        for member in tar_members(stream):
            if member.kind == "folder":
                continue
            self.budget.count_entry()
            name = _inside(member.name)
            own = f"{path}/{printable(name or member.name)}"
            if name is None:
                yield _OUTSIDE._replace(path=own)
            elif member.kind in _NO_FILES:
                yield _NO_FILES[member.kind]._replace(path=own)
            elif is_hidden(name):
                yield passed_over(own)
            else:
                yield from self.member(own, member.stream, depth, member.size)

    def zipped(self, path: str, stream: Stream, depth: int, file: IO[bytes] | None) -> Iterator[Entry | PassedOver]:
        whole = self.whole
        if file is None:
            data = self.data(stream)
            if data is None:
                yield self.too_large(path)
                return
            file, whole = io.BytesIO(data), DataEntry(path, data, is_named=depth == 1)
        size = file.seek(0, os.SEEK_END)
        self.budget.packed = max(self.budget.packed, size)
        if _list_size(file, size) > _LONGEST_LIST:
            raise LimitReached("entries", f"an archive whose list has more than {_LONGEST_LIST:,} bytes")
        with _damage_of(path), zipfile.ZipFile(file) as archive:
            if whole is not None and not _DOCUMENT_NAMES.isdisjoint(archive.namelist()):
                yield whole
                return
            for info in sorted(archive.infolist(), key=lambda info: natural(info.filename)):
                if not info.filename.endswith("/"):  # is_dir fails for a name that is empty
                    self.budget.count_entry()
                    yield from self.zip_member(path, archive, info, depth)

    def zip_member(
        self, path: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, depth: int
    ) -> Iterator[Entry | PassedOver]:
        name = _inside(info.filename.replace("\\", "/"))
        own = f"{path}/{printable(name or info.filename)}"
        mode = info.external_attr >> 16
        if name is None:
            yield _OUTSIDE._replace(path=own)
        elif S_ISLNK(mode):
            yield _LINK._replace(path=own)
        elif mode and not S_ISREG(mode) and mode & 0o170000:
            yield _DEVICE._replace(path=own)
        elif is_hidden(name):
            yield passed_over(own)
        elif info.flag_bits & 1:
            yield PassedOver(
                own, kind_of(name), "encrypted", FindingCode.ARCHIVE_MEMBER, "Decrypt the archive and give the files."
            )
        elif info.compress_type not in _METHODS:
            yield PassedOver(
                own, kind_of(name), "packed by a rare method", FindingCode.ARCHIVE_MEMBER, "Pack the archive again."
            )
        else:
            try:
                with _damage_of(own), archive.open(info) as packed:
                    read = _read_as(own, packed.read, self.budget.count_unpacked)
                    yield from self.member(own, Stream(read), depth, info.file_size)
            except Damage as damage:
                if damage.path != own:
                    raise
                yield _damaged(damage)

    def member(self, path: str, stream: Stream, depth: int, size: int = 0) -> Iterator[Entry | PassedOver]:
        """A file in an archive, or what is in it; ``size`` is the one that the archive says."""
        kind = archive_kind(stream.head(TAR_HEAD))
        if kind is not None and depth < self.limits.depth:
            try:
                with _damage_of(path):
                    yield from self.opened(path, stream, depth + 1)
            except Damage as damage:
                if damage.path != path:
                    raise
                yield _damaged(damage)
        elif kind is not None:
            yield self.left_out(path, f"an archive at depth {depth + 1}", "depth")
        elif size > self.limits.entry_size or (data := self.data(stream)) is None:
            yield self.too_large(path)
        else:
            yield DataEntry(path, data)

    def data(self, stream: Stream) -> bytes | None:
        """All bytes of a file; ``None`` where there are more than the limit."""
        data = stream.read(self.limits.entry_size)
        return None if stream.head(1) else data

    def too_large(self, path: str) -> PassedOver:
        return self.left_out(path, f"larger than {self.limits.entry_size:,} bytes", "entry_size")

    def left_out(self, path: str, reason: str, limit: str) -> PassedOver:
        return PassedOver(path, kind_of(path), reason, FindingCode.ARCHIVE_LIMIT, LimitReached(limit, reason).advice)
