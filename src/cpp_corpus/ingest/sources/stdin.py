"""Standard input: one text, named ``-``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from cpp_corpus.ingest.sources.entry import DataEntry

__all__ = ["NAME", "entries", "is_stdin"]

NAME = "-"
"""The path that means standard input; a file of that name is ``./-``."""


def is_stdin(place: str) -> bool:
    """Whether ``place`` means standard input."""
    return place == NAME


def entries(place: str) -> Iterator[DataEntry]:
    """All of standard input, as one entry."""
    yield DataEntry(place, sys.stdin.buffer.read(), is_named=True)
