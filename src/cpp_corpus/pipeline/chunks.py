"""Chunks: the items that an engine sends to a worker at once, since one alone is too little work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

__all__ = ["HELD", "Chunk", "chunks"]

Item = TypeVar("Item")

HELD = 1 << 27
"""Bytes of chunks that may wait for workers: members of archives are in memory."""


class Chunk(NamedTuple, Generic[Item]):
    """Items that are sent to a worker at once."""

    items: list[Item]
    """At least one."""
    size: int
    """Their bytes."""


def chunks(items: Iterable[Item]) -> Iterator[Chunk[Item]]:
    """All ``items`` in their order, by their number and their bytes.

    >>> [len(chunk.items) for chunk in chunks(range(300))]
    [64, 64, 64, 64, 44]
    """
    chunk: list[Item] = []
    size = 0
    for item in items:
        own = _size(item)
        if chunk and (len(chunk) == _FILES or size + own > _BYTES):
            yield Chunk(chunk, size)
            chunk, size = [], 0
        chunk.append(item)
        size += own
    if chunk:
        yield Chunk(chunk, size)


# ---------------------------------------------------------------------------------------------------------------------

_FILES = 64  # in a chunk, at most
_BYTES = 1 << 17  # in a chunk, unless one file has more


def _size(item: object) -> int:
    """Bytes to be read for an item, if it has a ``size``: see :class:`cpp_corpus.ingest.Entry`."""
    size = getattr(item, "size", None)
    return int(size()) if callable(size) else 0
