"""What an export says of itself."""

from __future__ import annotations

from cpp_corpus.model.base import Record

__all__ = ["SCHEMA_VERSION", "Generator", "Manifest", "SourceFile"]

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
    """Name of the format, as ``cpp-corpus formats`` lists it; ``None`` where it was not recognised."""
    size: int
    """Bytes."""
    sha256: str
    """Hash of the bytes."""
    articles: int = 0
    """How many articles it gave."""
    leftovers: tuple[str, ...] = ()
    """Its lines that belong to no article."""


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
    sources: tuple[SourceFile, ...]
    """The files that were read."""
