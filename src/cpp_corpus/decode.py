"""Decoding of files, such that the bytes of every character can be found again."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

__all__ = ["Decoded", "decode", "looks_binary"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file.

    A byte that the encoding cannot decode is a lone surrogate, so that
    ``len(text[:i].encode(encoding, errors)) + start`` is the byte at which character ``i`` begins.
    """

    text: str
    encoding: str
    errors: str
    """Error handler that encodes ``text`` back."""
    start: int
    """Length of the byte order mark."""
    damaged: int
    """Number of places that the encoding cannot decode."""


def decode(data: bytes) -> Decoded:
    """The text of ``data``: by its byte order mark, else UTF-8, UTF-16 where every other byte is zero, Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, len(mark))
    try:
        return Decoded(data.decode(), "utf-8", "surrogateescape", 0, 0) if 0 not in data else _without_mark(data)
    except UnicodeDecodeError:
        return _without_mark(data)


def looks_binary(data: bytes) -> str | None:
    """What kind of file ``data`` is where it is not text: ``"a PDF file"``; ``None`` for text."""
    if data.startswith(tuple(_MAGIC)):
        return next(name for magic, name in _MAGIC.items() if data.startswith(magic))
    head = data[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if not controls or data.startswith(_TEXT_MARKS) or _wide(head):
        return None
    return "a binary file" if 0 in head or controls * 20 > len(head) else None


# ---------------------------------------------------------------------------------------------------------------------

_HEAD = 4096
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TEXT_MARKS = tuple(mark for mark, _ in _MARKS)
_WIDTH = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}
_MAGIC = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"Rar!\x1a\x07": "a RAR archive",
    b"BZh": "a bzip2 archive",
    b"(\xb5/\xfd": "a zstd archive",
    b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
}
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1b"))
_ESCAPED = re.compile("[\udc80-\udcff]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BEYOND_ASCII = re.compile("[\x80-\ud7ff\ue000-\U0010ffff]")


def _without_mark(data: bytes) -> Decoded:
    if encoding := _wide(data[:_HEAD]):
        return _decoded(data, encoding, 0)
    utf8 = _decoded(data, "utf-8", 0)
    # Text in Windows-1252 has hardly any sequence that is valid UTF-8; damaged UTF-8 has many.
    if utf8.damaged <= len(_BEYOND_ASCII.findall(utf8.text)):
        return utf8
    return _decoded(data, "cp1252", 0)


def _decoded(data: bytes, encoding: str, start: int) -> Decoded:
    width = _WIDTH.get(encoding)
    if width is None:
        text = data[start:].decode(encoding, "surrogateescape")
        return Decoded(text, encoding, "surrogateescape", start, len(_ESCAPED.findall(text)))
    cut = (len(data) - start) % width
    body = data[start : len(data) - cut]
    try:
        text, odd = body.decode(encoding, "surrogatepass"), cut > 0
    except UnicodeDecodeError as error:  # a code point beyond Unicode: nothing after it can be trusted
        text, odd = body[: error.start].decode(encoding, "surrogatepass"), True
    return Decoded(text, encoding, "surrogatepass", start, len(_SURROGATE.findall(text)) + odd)


def _wide(head: bytes) -> str | None:
    """UTF-16 without byte order mark: of every two bytes, one is mostly zero and the other never."""
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if half < 2 or min(even, odd) or max(even, odd) * 2 < half:
        return None
    return "utf-16-le" if odd else "utf-16-be"
