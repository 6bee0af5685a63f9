"""Standard input: one text, or one archive, named ``-``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from cpp_corpus.ingest.sources.archive import streamed_entry
from cpp_corpus.ingest.sources.entry import Entry

__all__ = ["NAME", "entries", "is_stdin"]

NAME = "-"
"""The path that means standard input; a file of that name is ``./-``."""


def is_stdin(place: str) -> bool:
    """Whether ``place`` means standard input."""
    return place == NAME


def entries(place: str) -> Iterator[Entry]:
    """All of standard input, as one entry."""
    yield streamed_entry(place, sys.stdin.buffer)
