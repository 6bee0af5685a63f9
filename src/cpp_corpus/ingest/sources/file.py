"""A file that is named: read whatever it is called."""

from __future__ import annotations

from collections.abc import Iterator

from cpp_corpus.ingest.sources.entry import FileEntry

__all__ = ["entries", "is_file"]


def is_file(place: str) -> bool:  # noqa: ARG001 - what is nothing else is read as a file, and says what is wrong
    """Whether ``place`` is a file: so it is where no other source takes it."""
    return True


def entries(place: str) -> Iterator[FileEntry]:
    """The one entry of a file."""
    yield FileEntry(place, is_named=True)
