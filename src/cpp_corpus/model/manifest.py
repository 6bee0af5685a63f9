"""The description of an export, ``corpus.json``."""

from __future__ import annotations

from pydantic import Field

from cpp_corpus.model.base import Count, Record

__all__ = [
    "DEFAULT_FORMATS",
    "READ_VERSIONS",
    "SCHEMA_VERSION",
    "Generator",
    "Manifest",
    "RunOptions",
    "SourceFile",
    "Unread",
    "WrittenFile",
]

SCHEMA_VERSION = "3"
"""Version of the layout of all exported files; it changes when a reader must change."""

READ_VERSIONS = ("2", SCHEMA_VERSION)
"""The versions that this program reads: in version 2 ``corpus.json`` has the sources, and no hashes."""

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
    size: Count
    """Size in bytes."""
    sha256: str
    """Hash of the bytes."""
    articles: Count = 0
    """How many articles it has."""
    leftovers: tuple[str, ...] = ()
    """Its lines that belong to no article."""


class Unread(Record):
    """Entries of the input that were not read, of one kind and for one reason."""

    kind: str
    """Their suffix, ``.pdf``, or another name for their kind: ``README.md``, ``hidden``, ``no suffix``."""
    reason: str
    """Why they were not read, in a few words: ``a PDF file``."""
    count: Count
    """How many there are."""
    example: str
    """Path of the first."""


class WrittenFile(Record):
    """One file of an export."""

    name: str
    """Its name, or that of a folder of files."""
    size: Count | None = None
    """Size in bytes; ``None`` for a folder."""
    xxh128: str | None = None
    """Its hash as ``xxh128sum`` prints it, which shows damage; ``None`` for a folder."""


class RunOptions(Record):
    """The options of ``normalize`` on which the records of an export depend, beside the sources."""

    act: str | None = None
    """Id of the act of texts that do not name theirs."""
    numbers_from: str | None = None
    """Where missing numbers were looked up; ``None`` for the atlases of the package."""
    limits: dict[str, int] = Field(default_factory=dict)
    """Limits on what is read, by name; empty for the usual ones."""


class Manifest(Record):
    """The content of ``corpus.json``: how it was made, its files and its size. The sources are in ``sources.jsonl``."""

    schema_version: str
    """Version of the layout of all files beside it."""
    generator: Generator
    """The program that wrote them."""
    options: RunOptions | None = None
    """The options of the run; ``None`` where none was given, and for a corpus that was exported from memory."""
    files: tuple[WrittenFile, ...]
    """The files beside it."""
    counts: dict[str, int]
    """How many there are: ``sources``, ``articles``, ``references``, ``nodes``, ``edges``, ``findings``."""
    states: dict[str, int]
    """References by state."""
    findings: dict[str, int]
    """Findings by code."""
    unread: tuple[Unread, ...] = ()
    """What of the input was not read, by kind and reason."""
