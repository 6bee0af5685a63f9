"""One file: read, decoded, recognised, given to its adapter. Whatever is wrong with it is a finding."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256

from cpp_corpus.ingest.adapter import RawFile
from cpp_corpus.ingest.decode import Decoded, decode, looks_binary
from cpp_corpus.ingest.registry import ADAPTERS, recognise
from cpp_corpus.model.document import Document
from cpp_corpus.model.finding import Finding, FindingCode

__all__ = ["FileRead", "read_bytes", "read_file"]


@dataclass(frozen=True, slots=True)
class FileRead:
    """What came of one file."""

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    """Those of the file and those of its documents."""
    sha256: str
    """Digest of its bytes; empty where they could not be read."""
    size: int
    """Number of its bytes."""
    format: str | None
    """Name of its format, where it was recognised."""


def read_file(path: str | os.PathLike[str]) -> FileRead:
    """Read one file. No content raises an error; what cannot be read is a finding."""
    name = _printable(os.fspath(path).replace(os.sep, "/"))
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a hundred thousand times, and Path is four times as slow
            data = file.read()
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = getattr(error, "strerror", None) or str(error)
        message = f"The file cannot be read: {reason}. Check that it exists and that you may read it."
        return FileRead((), (_error(FindingCode.UNREADABLE_FILE, message, name),), "", 0, None)
    return read_bytes(data, name)


def read_bytes(data: bytes, path: str) -> FileRead:
    """Read ``data`` as the content of a file at ``path``."""
    digest = sha256(data).hexdigest()
    problem = _refused(data, path)
    if problem:
        return FileRead((), (problem,), digest, len(data), None)
    decoded = decode(data)
    findings = _encoding_findings(decoded, path)
    if not any(map(str.isalnum, decoded.text)):
        message = "The file has no words. A text of the law was expected; fetch it again."
        return FileRead((), (*findings, _error(FindingCode.EMPTY_FILE, message, path)), digest, len(data), None)
    adapter = recognise(decoded.text, path.rpartition("/")[2])
    if adapter is None:
        known = ", ".join(adapter.name for adapter in ADAPTERS)
        message = f"The file is in none of the formats that are read ({known}), so nothing of it is in the output."
        return FileRead((), (*findings, _error(FindingCode.UNKNOWN_FORMAT, message, path)), digest, len(data), None)
    documents = tuple(adapter.read(RawFile(path, decoded)))
    findings += tuple(finding for document in documents for finding in document.findings)
    return FileRead(documents, findings, digest, len(data), adapter.name)


def _printable(path: str) -> str:
    """``path`` as text: a name on the disk may be in no encoding at all."""
    return path if path.isascii() else path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _refused(data: bytes, path: str) -> Finding | None:
    if not data:
        return _error(
            FindingCode.EMPTY_FILE, "The file is empty. A text of the law was expected; fetch it again.", path
        )
    if kind := looks_binary(data):
        return _error(
            FindingCode.BINARY_FILE, f"The file is {kind}. Text was expected, so nothing of it is in the output.", path
        )
    return None


def _encoding_findings(decoded: Decoded, path: str) -> tuple[Finding, ...]:
    if decoded.damaged:
        message = (
            f"The file is read as {decoded.encoding.upper()}; {decoded.damaged} places in it are no characters"
            " of that, and U+FFFD stands there. Fetch the file again."
        )
        return (Finding.build(FindingCode.ENCODING_DAMAGE, message, path=path),)
    if decoded.encoding == "cp1252":
        message = "The file is not in UTF-8; it is read as Windows-1252. Convert it to UTF-8 where accents look wrong."
        return (Finding.build(FindingCode.LEGACY_ENCODING, message, path=path),)
    return ()


def _error(code: FindingCode, message: str, path: str) -> Finding:
    return Finding.build(code, message, path=path)
