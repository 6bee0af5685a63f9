"""The classes ``Adapter``, one format, and ``RawFile``, what it reads."""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cpp_corpus.decode import Decoded, decode, looks_binary
from cpp_corpus.ingest.light_markup import without_light_markup
from cpp_corpus.ingest.tags import even_links, even_tags
from cpp_corpus.lang.typography import without_damage
from cpp_corpus.model.document import Document

__all__ = ["Adapter", "RawFile", "RefusedError"]

_HEAD = 1 << 16  # characters
_CHUNK = 1 << 20


@dataclass(frozen=True)
class RawFile:
    """An entry as it was read: its path, its bytes, and its characters if it is text.

    >>> file = RawFile("a.moulin", "L'été.".encode())
    >>> file.text, file.head == file.text, file.decoded.encoding, file.binary, file.size
    ("L'été.", True, 'utf-8', None, 8)
    >>> file.is_large_utf8, RawFile("b.moulin", b"vent " * 100_000).is_large_utf8
    (False, True)
    """

    path: str
    """Its path, printable and with slashes."""
    data: bytes
    """Its bytes: all of them for ``read``; for ``sniff``, and where there is a ``disk``, at least the first 65,536."""
    disk: str | None = None
    """Name of the file on the disk, where an adapter that reads it there (``Adapter.from_disk``) was found."""
    part: str | None = None
    """Name of the part of the file that is read; ``None`` for all of it."""
    is_whole: bool = True
    """Whether the bytes are all that it has; not those of a large file of which more is not needed."""
    act: str | None = None
    """Id of the act that texts without one are of, by the person who has them read: a sign that tables are law."""

    @cached_property
    def size(self) -> int:
        """Number of its bytes; ``OSError`` where the file on the disk has gone."""
        return len(self.data) if self.disk is None else Path(self.disk).stat().st_size

    @cached_property
    def binary(self) -> str | None:
        """What kind of file the bytes are where they are not text: ``"a PDF file"``; ``None`` for text."""
        return looks_binary(self.data)

    @cached_property
    def decoded(self) -> Decoded:
        """The bytes as characters, with surrogates for damaged bytes."""
        return decode(b"" if self.binary else self.data)

    @cached_property
    def text(self) -> str:
        """Its characters, with U+FFFD for damaged bytes, tags and links on one line each; empty where it is no text."""
        text = without_damage(self.decoded.text) if self.decoded.damaged else self.decoded.text
        return even_links(without_light_markup(even_tags(text)))

    @cached_property
    def head(self) -> str:
        """The first characters, by which its format is recognised."""
        if self.is_large_utf8:  # formats that are read record by record never need the whole as characters
            return self.data[: 4 * _HEAD].decode("utf-8-sig", "ignore")[:_HEAD]
        return self.text[:_HEAD]

    @cached_property
    def is_large_utf8(self) -> bool:
        """Whether it has more than 256 KiB, all valid UTF-8; found without a copy of it as characters."""
        if len(self.data) <= 4 * _HEAD or self.binary or 0 in self.data[:_HEAD]:
            return False
        decoder = getincrementaldecoder("utf-8")()
        try:
            for at in range(0, len(self.data), _CHUNK):
                decoder.decode(self.data[at : at + _CHUNK])
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
        return True


class RefusedError(Exception):
    """A file of a known format that is not read: it has no article of an act.

    ``reason`` says what it is, in a few words; ``advice``, in sentences, what to do; ``harmless``, that no article is
    missing for it.

    >>> raise RefusedError("a list of mills", "Get the code of each.")
    Traceback (most recent call last):
    cpp_corpus.ingest.adapter.RefusedError: a list of mills
    """

    def __init__(self, reason: str, advice: str = "", *, harmless: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        """What the file is: ``a court decision``."""
        self.advice = advice
        """What to do; can be empty."""
        self.harmless = harmless
        """Whether no article is missing because it is not read."""


@dataclass(frozen=True, slots=True)
class Adapter:
    """One format: how to recognise it, and how to read it."""

    name: str
    """Name of the format, as records carry it."""
    description: str
    """One line for a person."""
    expects: str
    """How such a file begins, for the message on a file in no known format: ``a page that begins with “# Article``."""
    sniff: Callable[[RawFile], bool]
    """Whether a file is of this format, by its first bytes or characters; name and suffix do not count."""
    read: Callable[[RawFile], Iterator[Document]]
    """Read the documents of a file of this format. Problems are in ``Document.findings``; it raises only
    ``MissingExtraError``, where packages of ``extra`` are not installed, and ``RefusedError``, where a file of this
    format has no article of an act."""
    knows: tuple[str, ...] = ()
    """What the source has as data or marks: ``act``, ``number``, ``state``, ``dates``, ``divisions``, ``notes``,
    ``links``, ``ids``."""
    extra: str | None = None
    """The extra of this package that reading needs; ``None`` if it needs none."""
    example: str = ""
    """The beginning of such a file, in a line."""
    in_records: bool = False
    """Whether a file is data that is decoded record by record, and may be larger than a text."""
    from_disk: bool = False
    """Whether a large file on the disk is read there, and not loaded: ``RawFile.disk`` then names it."""
    text: Callable[[bytes], str] | None = None
    """Makes the text of such a file, where its bytes are none; raises as ``read`` does."""
