"""Sources of texts: one module per source, and the table of sources."""

from cpp_corpus.ingest.sources.entry import DataEntry, Entry, FileEntry, PassedOver, printable
from cpp_corpus.ingest.sources.table import SOURCES, Source, entries

__all__ = ["SOURCES", "DataEntry", "Entry", "FileEntry", "PassedOver", "Source", "entries", "printable"]
