"""What an adapter is, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from cpp_corpus.decode import Decoded, decode, looks_binary
from cpp_corpus.lang.typography import without_damage
from cpp_corpus.model.document import Document

__all__ = ["Adapter", "RawFile"]

_HEAD = 1 << 16  # characters


@dataclass(frozen=True)
class RawFile:
    """An entry as it was read: where it stands, its bytes, and its characters where they are text.

    >>> file = RawFile("a.moulin", "L'été.".encode())
    >>> file.text, file.head == file.text, file.decoded.encoding, file.binary
    ("L'été.", True, 'utf-8', None)
    """

    path: str
    """Its printable path, with slashes."""
    data: bytes
    """Its bytes: all of them for ``read``; for ``sniff``, at least the first 65,536."""

    @cached_property
    def binary(self) -> str | None:
        """What the bytes are, where they are no text: ``"a PDF file"``."""
        return looks_binary(self.data)

    @cached_property
    def decoded(self) -> Decoded:
        """The bytes as characters, those that stand for damage included."""
        return decode(b"" if self.binary else self.data)

    @cached_property
    def text(self) -> str:
        """Its characters, U+FFFD in the place of damage; empty for bytes that are no text."""
        return without_damage(self.decoded.text) if self.decoded.damaged else self.decoded.text

    @cached_property
    def head(self) -> str:
        """The first of its characters, by which its format is recognised."""
        return self.text[:_HEAD]


@dataclass(frozen=True, slots=True)
class Adapter:
    """One format: how to tell it, and how to read it."""

    name: str
    """Name of the format, as records carry it."""
    description: str
    """One line for a person."""
    expects: str
    """What such a file begins with, for a person whose file is in no format: ``a page that begins with “# Article``."""
    sniff: Callable[[RawFile], bool]
    """Whether a file is of this format, by its first bytes or characters; its name and suffix prove nothing."""
    read: Callable[[RawFile], Iterator[Document]]
    """The documents of a file of this format. It raises nothing: what is wrong is in ``Document.findings``."""
