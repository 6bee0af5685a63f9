"""Reading of one entry: its format is recognised and its adapter reads it; problems are findings or a refusal."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from hashlib import file_digest, sha256
from pathlib import Path
from typing import BinaryIO

from cpp_corpus.decode import Decoded
from cpp_corpus.errors import MissingExtraError
from cpp_corpus.ingest import refusal
from cpp_corpus.ingest.adapter import RawFile, RefusedError
from cpp_corpus.ingest.refusal import Refusal
from cpp_corpus.ingest.registry import recognise
from cpp_corpus.ingest.same_day import told_apart
from cpp_corpus.ingest.sources import Entry, FileEntry, PartEntry, printable
from cpp_corpus.limits import LimitReached, check, current
from cpp_corpus.model.counting import counted, either
from cpp_corpus.model.document import Document
from cpp_corpus.model.finding import Finding, FindingCode

__all__ = ["FileRead", "is_in_records", "read_bytes", "read_entry", "read_file"]

_HEAD = 1 << 16  # bytes
_SEEN = 1 << 20  # bytes by which a format is recognised where the file is too large for a text


@dataclass(frozen=True, slots=True)
class FileRead:
    """The result of reading one entry."""

    documents: tuple[Document, ...]
    """Its texts."""
    findings: tuple[Finding, ...]
    """Those of the entry and those of its documents."""
    sha256: str = ""
    """Digest of its bytes; empty where it was not read."""
    size: int = 0
    """Number of its bytes."""
    format: str | None = None
    """Name of its format, where it was read."""
    refusal: Refusal | None = None
    """Why it was not read; ``None`` where it was."""


def read_entry(entry: Entry, act: str | None = None) -> FileRead:
    """Read an entry. It never raises; why an entry cannot be read is in the result.

    ``act`` is the id of the act that texts without one are of: a table of words and numbers is law where it is given.
    """
    path = entry.path
    try:
        with entry.open() as stream:
            data = stream.read(_HEAD)
            _check_size(len(data))
            file = RawFile(path, data, act=act)
            if len(data) == _HEAD:
                file = _whole(file, entry, stream)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        return FileRead((), (), refusal=refusal.unreadable(path, getattr(error, "strerror", None) or str(error)))
    except LimitReached as reached:
        return FileRead((), (), refusal=refusal.too_much(path, reached))
    return _read(file)


def read_file(path: str | os.PathLike[str]) -> FileRead:
    """Read a file on the disk, as :func:`read_entry`."""
    return read_entry(FileEntry(os.fspath(path)))


def read_bytes(data: bytes, path: str) -> FileRead:
    """Read ``data`` as the content of a file at ``path``, as :func:`read_entry`."""
    return _read(RawFile(printable(path), data))


def is_in_records(file: RawFile) -> bool:
    """Whether a large file, by its beginning, is data that is decoded record by record."""
    adapter = recognise(RawFile(file.path, file.data[:_SEEN]))
    return adapter is not None and adapter.in_records


# ---------------------------------------------------------------------------------------------------------------------


def _whole(head: RawFile, entry: Entry, stream: BinaryIO) -> RawFile:
    """The file that begins with ``head``; only the head where its format is not known, or reads files on the disk."""
    if head.binary:
        adapter = recognise(head)
        if adapter is None:
            return head
        if adapter.from_disk and isinstance(entry, FileEntry | PartEntry):
            return replace(head, disk=entry.name, part=entry.part if isinstance(entry, PartEntry) else None)
    _check_size(entry.size())
    most = current().text_size
    if entry.size() > most and not head.binary:
        begins = replace(head, data=head.data + stream.read(_SEEN))
        if refusal.is_other_data(begins):
            return replace(begins, is_whole=False)
        if not is_in_records(begins):
            check("text_size", entry.size(), "bytes of text")
        head = begins
    data = head.data + stream.read(max(current().entry_size + 1 - len(head.data), 0))
    _check_size(len(data))  # it may have grown
    return replace(head, data=data)


def _check_size(size: int) -> None:
    check("entry_size", size, "bytes")


def _digest(file: RawFile, documents: tuple[Document, ...]) -> tuple[str, int]:
    """SHA-256 and number of the bytes of a file; of a part of a file, of its words."""
    if file.part is not None:
        words = [block.text.encode() for document in documents for block in document.blocks]
        return sha256(b"\n".join(words)).hexdigest(), sum(map(len, words))
    if file.disk is None:
        return sha256(file.data).hexdigest(), file.size
    with Path(file.disk).open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest(), file.size


def _read(file: RawFile) -> FileRead:
    if why := refusal.enclosed(file):
        return FileRead((), (), refusal=why)
    try:
        is_large = len(file.data) > current().text_size and not file.binary
        if is_large and not is_in_records(file) and not refusal.is_other_data(file):
            check("text_size", len(file.data), "bytes of text")
        adapter = recognise(file)
        if adapter is None:
            return FileRead((), (), refusal=_refusal(file))
    except LimitReached as reached:
        return FileRead((), (), refusal=refusal.too_much(file.path, reached))
    try:
        documents = told_apart(tuple(map(_in_order, adapter.read(file))))
    except MissingExtraError as error:
        return FileRead((), (), refusal=refusal.missing_extra(file.path, adapter.name, error))
    except LimitReached as reached:
        return FileRead((), (), refusal=refusal.too_much(file.path, reached))
    except RefusedError as error:
        return FileRead((), (), refusal=refusal.refused(file, error))
    except Exception as error:
        error.add_note(f"in the format {adapter.name!r}")
        raise
    if not documents:
        return FileRead((), (), refusal=refusal.unknown(file))
    return FileRead(documents, _findings(file, documents), *_digest(file, documents), adapter.name)


def _refusal(file: RawFile) -> Refusal:
    if not file.data:
        return refusal.empty(file.path, blank=False)
    if file.binary:
        return refusal.not_text(file)
    return refusal.unknown(file)


def _in_order(document: Document) -> Document:
    """The document with its articles sorted by ``Facts.order``, if all of them have one."""
    orders = [draft.facts.order for draft in document.drafts]
    known = [order for order in orders if order is not None]
    if not known or len(known) < len(orders) or known == sorted(known):
        return document
    drafts = sorted(document.drafts, key=lambda draft: draft.facts.order or 0)
    return replace(document, drafts=tuple(drafts))


def _findings(file: RawFile, documents: tuple[Document, ...]) -> tuple[Finding, ...]:
    of_documents = [finding for document in documents for finding in document.findings]
    of_encoding = [] if file.binary or file.is_large_utf8 else _encoding_findings(file.decoded, file.path)
    return (*of_encoding, *of_documents)


def _encoding_findings(decoded: Decoded, path: str) -> list[Finding]:
    if decoded.damaged:
        number = decoded.damaged
        message = (
            f"The file was read as {decoded.encoding.upper()}; {counted(number, 'place')} "
            f"{either(number, 'is not valid in that encoding and was', 'are not valid in that encoding and were')} "
            "replaced by U+FFFD. Fetch the file again."
        )
        return [Finding.build(FindingCode.ENCODING_DAMAGE, message, path=path)]
    if decoded.encoding == "cp1252":
        message = "The file is not in UTF-8; it is read as Windows-1252. Convert it to UTF-8 where accents look wrong."
        return [Finding.build(FindingCode.LEGACY_ENCODING, message, path=path)]
    return []
