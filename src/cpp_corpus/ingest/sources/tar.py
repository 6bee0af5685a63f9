"""Members of a tar archive, read once from the first to the last.

The reader of the standard library keeps what it has read, and is several times slower; both matter for archives of
millions of small files.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cpp_corpus.ingest.sources.streams import Stream

__all__ = ["TAR_HEAD", "TarMember", "is_tar", "tar_members"]

TAR_HEAD = 512
"""Bytes by which a tar archive is recognised."""


class TarMember(NamedTuple):
    """One member."""

    name: str
    """Its name; a byte that is not valid in UTF-8 is a lone surrogate in it."""
    kind: str
    """``file``, ``folder``, ``link``, ``device``, or ``other`` for what cannot be read."""
    size: int
    """Its bytes."""
    stream: Stream
    """They; to be read before the next member."""


def is_tar(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is a tar archive, by the checksum of its first header."""
    return len(head) >= TAR_HEAD and _is_header(head[:TAR_HEAD])


def tar_members(stream: Stream) -> Iterator[TarMember]:
    """The members, in the order of the archive; ``EOFError`` and ``ValueError`` where it is cut off or damaged."""
    said: dict[str, str] = {}  # of the next member, by headers before it
    while True:
        header = stream.read(TAR_HEAD)
        if not header.strip(b"\0"):  # zeros, or the end of the stream
            if not header:
                raise EOFError("it ends too early")
            _read_to_end(stream)
            return
        if len(header) < TAR_HEAD:
            raise EOFError("it ends too early")
        if not _is_header(header):
            raise ValueError("a header of it is damaged")
        kind, size = header[156:157], _number(header[124:136])
        if kind in _HEADERS:
            data = _data_of_header(stream, size)
            if kind == b"x":
                said |= _records(data)
            elif kind == b"L":
                said["path"] = _text(data)
            continue
        size = int(said["size"]) if said.get("size", "").isdecimal() else size
        held = size if kind in _FILES or kind not in _WITHOUT_DATA else 0
        part = _Part(stream, held)
        name = said.get("path") or _name(header)
        yield TarMember(name, _kind(kind, name, said), held, Stream(part.read))
        stream.skip(part.left + -held % TAR_HEAD)
        said = {}


# ---------------------------------------------------------------------------------------------------------------------

_FILES = frozenset({b"0", b"\0", b"7"})
_WITHOUT_DATA = frozenset({b"1", b"2", b"3", b"4", b"5", b"6"})
_KINDS = {b"1": "link", b"2": "link", b"3": "device", b"4": "device", b"5": "folder", b"6": "device"}
_HEADERS = frozenset({b"x", b"g", b"X", b"L", b"K"})  # of pax and GNU, about the next member
_LONGEST_HEADER = 1 << 20  # bytes
_LONGEST_END = 1 << 20  # bytes of filling after the last member


class _Part:
    """The bytes of one member."""

    __slots__ = ("_stream", "left")

    def __init__(self, stream: Stream, size: int) -> None:
        self._stream = stream
        self.left = size

    def read(self, count: int) -> bytes:
        data = self._stream.read(min(count, self.left))
        if not data and self.left:
            raise EOFError("it ends too early")
        self.left -= len(data)
        return data


def _is_header(block: bytes) -> bool:
    try:
        said = _number(block[148:156])
    except ValueError:
        return False
    return said == sum(block) - sum(block[148:156]) + 8 * 0x20


def _number(field: bytes) -> int:
    """A number of a header: octal digits, or binary where its first bit is set; ``ValueError`` where it is neither."""
    if field[0] & 0x80:
        return int.from_bytes(field, "big") & ((1 << (8 * len(field) - 1)) - 1)
    digits = field.strip(b"\0 ")
    if digits.strip(b"01234567"):
        raise ValueError("a header of it is damaged")
    return int(digits or b"0", 8)


def _name(header: bytes) -> str:
    name = _text(header[:100])
    prefix = _text(header[345:500]) if header[257:263] == b"ustar\0" else ""
    return f"{prefix}/{name}" if prefix else name


def _text(field: bytes) -> str:
    return field.partition(b"\0")[0].decode("utf-8", "surrogateescape")


def _kind(kind: bytes, name: str, said: dict[str, str]) -> str:
    if kind in _FILES:
        if any(key.startswith("GNU.sparse") for key in said):
            return "other"
        return "folder" if name.endswith("/") else "file"
    return _KINDS.get(kind, "other")


def _data_of_header(stream: Stream, size: int) -> bytes:
    if size > _LONGEST_HEADER:
        raise ValueError("a header of it is too long")
    data = stream.read(size)
    stream.skip(-size % TAR_HEAD)
    if len(data) < size:
        raise EOFError("it ends too early")
    return data


def _records(data: bytes) -> dict[str, str]:
    """The records of a pax header: their length, a space, a name, ``=``, a value and a line end."""
    found: dict[str, str] = {}
    while data:
        digits, _, _ = data.partition(b" ")
        length = int(digits) if digits.isdigit() and len(digits) < 8 else 0
        if not len(digits) < length <= len(data):
            break
        name, _, value = data[len(digits) + 1 : length - 1].partition(b"=")
        found[_text(name)] = _text(value)
        data = data[length:]
    return found


def _read_to_end(stream: Stream) -> None:
    """Read the filling behind the last member, so that the checksum of a packed stream is compared."""
    for _ in range(_LONGEST_END // TAR_HEAD):
        if not stream.read(TAR_HEAD):
            return
