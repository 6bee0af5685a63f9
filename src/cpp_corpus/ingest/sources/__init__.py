"""Where texts come from: one module a source, and the table of them."""

from cpp_corpus.ingest.sources.entry import DataEntry, Entry, FileEntry, PassedOver
from cpp_corpus.ingest.sources.table import SOURCES, Source, entries

__all__ = ["SOURCES", "DataEntry", "Entry", "FileEntry", "PassedOver", "Source", "entries"]
