"""The table of formats, in the order in which they are tried."""

from __future__ import annotations

from cpp_corpus.ingest import flat_dump, mirror_page
from cpp_corpus.ingest.adapter import Adapter, RawFile
from cpp_corpus.table import Table

__all__ = ["ADAPTERS", "recognise"]

ADAPTERS: Table[Adapter] = Table(
    "formats",
    {adapter.name: adapter for adapter in (mirror_page.ADAPTER, flat_dump.ADAPTER)},
)


def recognise(file: RawFile) -> Adapter | None:
    """The first adapter that recognises ``file``; ``None`` where none does."""
    return next((adapter for adapter in ADAPTERS.values() if adapter.sniff(file)), None)
