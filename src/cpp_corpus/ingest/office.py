"""Office documents, .docx, .odt and .rtf: their text as it is printed; python-docx and odfpy open the first two."""

from __future__ import annotations

import contextlib
import io
import zipfile
import zlib
from collections.abc import Iterator

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.converted import read_converted
from cpp_corpus.ingest.open_document import open_document_lines
from cpp_corpus.ingest.rtf import rtf_text
from cpp_corpus.ingest.word import word_lines
from cpp_corpus.limits import LimitReached, check, current
from cpp_corpus.model.document import Document

__all__ = ["ADAPTER", "check_parts", "mimetype"]

_ODT = b"application/vnd.oasis.opendocument.text"
_RTF = b"{\\rtf"
_LONGEST = 64  # bytes of a mimetype
_RATIO = 400  # unpacked to packed
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
"""What is raised where an archive cannot be opened."""


def _sniff(file: RawFile) -> bool:
    data = file.data
    if data.startswith(_RTF):
        return True
    if not data.startswith(b"PK\x03\x04"):
        return False
    return _is_open_document(data) or _is_word(data)


def _read(file: RawFile) -> Iterator[Document]:
    yield from read_converted(file, _lines(file.data), ADAPTER.name, "an office document")


def _text(data: bytes) -> str:
    return "\n".join(_lines(data))


def _lines(data: bytes) -> list[str]:
    if data.startswith(_RTF):
        check("text_size", len(data), "bytes of RTF")
        return rtf_text(data).split("\n")
    check_parts(data)
    try:
        return open_document_lines(data) if _is_open_document(data) else word_lines(data)
    except (MissingExtraError, RefusedError, LimitReached):
        raise
    except Exception:  # noqa: BLE001 - what the two libraries raise on damaged files has no common class
        raise RefusedError("an office document that cannot be opened", "Save it again.") from None


def mimetype(data: bytes) -> bytes:
    """What an OpenDocument file says it is, in whatever order its parts are; nothing for another archive."""
    with contextlib.suppress(*_DAMAGED, KeyError, RuntimeError), zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.open("mimetype").read(_LONGEST)
    return data[38 : 38 + _LONGEST] if data.startswith(b"mimetype", 30) else b""


def _is_open_document(data: bytes) -> bool:
    return mimetype(data).startswith(_ODT)


def _is_word(data: bytes) -> bool:
    """Whether an archive is a .docx document: Google Docs writes the part that others write first as the last one."""
    with contextlib.suppress(*_DAMAGED), zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        return "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)
    return b"[Content_Types].xml" in data[:4096] and b"word/" in data


def check_parts(data: bytes) -> None:
    """Raise ``RefusedError`` where the parts of a document are damaged, or too large when they are unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except _DAMAGED:
        raise RefusedError("a damaged office document", "Save it again.") from None
    size = sum(part.file_size for part in parts)
    check("text_size", sum(part.file_size for part in parts if part.filename.endswith(".xml")), "bytes of unpacked XML")
    if size > current().entry_size or size > _RATIO * max(len(data), 1 << 16) or len(parts) > 10_000:
        raise RefusedError("an office document that is too large when it is unpacked", "Save it in parts.")


ADAPTER = Adapter(
    name="office",
    description="office document (.docx, .odt, .rtf) with the text of an act",
    expects="a .docx, .odt or .rtf document whose text has the headings of the articles",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "state", "dates", "divisions"),
    extra="office",
    example="PK…",
    text=_text,
)
