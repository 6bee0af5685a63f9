"""What an export says of itself."""

from __future__ import annotations

from cpp_corpus.model.base import Record

__all__ = ["SCHEMA_VERSION", "Generator", "Manifest", "SourceFile", "Unread"]

SCHEMA_VERSION = "2"
"""Version of the layout of all exported files; it changes when a reader must change."""


class Generator(Record):
    """The program that wrote the files."""

    name: str
    """Always ``cpp-corpus``."""
    version: str
    """Its version."""


class SourceFile(Record):
    """One file that was read."""

    path: str
    """Path as it was given or found."""
    format: str | None
    """Name of the format, as ``cpp-corpus formats`` lists it."""
    size: int
    """Bytes."""
    sha256: str
    """Hash of the bytes."""
    articles: int = 0
    """How many articles it gave."""
    leftovers: tuple[str, ...] = ()
    """Its lines that belong to no article."""


class Unread(Record):
    """Entries of the input of which nothing is in the corpus, of one kind and for one reason."""

    kind: str
    """Their suffix, ``.pdf``, or what they are by their name: ``README.md``, ``hidden``, ``no suffix``."""
    reason: str
    """Why they were not read, in a few words: ``a PDF file``."""
    count: int
    """How many there are."""
    example: str
    """Path of the first."""


class Manifest(Record):
    """What ``corpus.json`` holds: where the corpus comes from, and how much it is."""

    schema_version: str
    """Version of the layout of all files beside it."""
    generator: Generator
    """The program that wrote them."""
    files: tuple[str, ...]
    """Names of the files beside it."""
    counts: dict[str, int]
    """How many there are: ``sources``, ``articles``, ``references``, ``nodes``, ``edges``, ``findings``."""
    states: dict[str, int]
    """References by state."""
    findings: dict[str, int]
    """Findings by code."""
    unread: tuple[Unread, ...] = ()
    """What of the input was not read, by kind and reason."""
    sources: tuple[SourceFile, ...]
    """The files that were read."""
