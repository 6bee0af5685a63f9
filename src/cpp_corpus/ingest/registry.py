"""The table of formats, in the order in which they are tried."""

from __future__ import annotations

from cpp_corpus.ingest import flat_dump, mirror_page
from cpp_corpus.ingest.adapter import Adapter

__all__ = ["ADAPTERS", "EXTENSIONS", "recognise"]

ADAPTERS: tuple[Adapter, ...] = (
    mirror_page.ADAPTER,
    flat_dump.ADAPTER,
)

EXTENSIONS: frozenset[str] = frozenset().union(*(adapter.extensions for adapter in ADAPTERS))
"""Suffixes of the files that a folder is searched for."""

_HEAD = 1 << 16


def recognise(text: str, name: str) -> Adapter | None:
    """The first adapter that knows the beginning of ``text``."""
    head = text[:_HEAD]
    return next((adapter for adapter in ADAPTERS if adapter.sniff(head, name)), None)
