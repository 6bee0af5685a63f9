"""The description of an export, ``corpus.json``."""

from __future__ import annotations

from cpp_corpus.model.base import Record

__all__ = ["DEFAULT_FORMATS", "SCHEMA_VERSION", "Generator", "Manifest", "SourceFile", "Unread"]

SCHEMA_VERSION = "2"
"""Version of the layout of all exported files; it changes when a reader must change."""

DEFAULT_FORMATS = ("json", "store")
"""The formats of an export where none are named."""


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
    """Size in bytes."""
    sha256: str
    """Hash of the bytes."""
    articles: int = 0
    """How many articles it has."""
    leftovers: tuple[str, ...] = ()
    """Its lines that belong to no article."""


class Unread(Record):
    """Entries of the input that were not read, of one kind and for one reason."""

    kind: str
    """Their suffix, ``.pdf``, or another name for their kind: ``README.md``, ``hidden``, ``no suffix``."""
    reason: str
    """Why they were not read, in a few words: ``a PDF file``."""
    count: int
    """How many there are."""
    example: str
    """Path of the first."""


class Manifest(Record):
    """The content of ``corpus.json``: the sources and the size of the corpus."""

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
