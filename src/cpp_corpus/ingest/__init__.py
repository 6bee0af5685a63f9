"""Reading of files: sources give entries, and the adapter of their format, known by their first bytes, reads them.

A new format is one file here and one line in :data:`cpp_corpus.ingest.registry.ADAPTERS`; a new source one file in
``sources`` and one line in :data:`cpp_corpus.ingest.sources.SOURCES`.
"""

from cpp_corpus.ingest.adapter import Adapter, RawFile
from cpp_corpus.ingest.address import act_folder, act_of_path
from cpp_corpus.ingest.read import FileRead, read_bytes, read_entry, read_file
from cpp_corpus.ingest.refusal import Refusal
from cpp_corpus.ingest.registry import ADAPTERS
from cpp_corpus.ingest.sources import (
    SOURCES,
    DataEntry,
    Entry,
    FileEntry,
    Limits,
    PassedOver,
    archive_of,
    entries,
    entries_by_place,
    is_address,
    member_at,
    natural,
    natural_in,
    unpacked,
)

__all__ = [
    "ADAPTERS",
    "SOURCES",
    "Adapter",
    "DataEntry",
    "Entry",
    "FileEntry",
    "FileRead",
    "Limits",
    "PassedOver",
    "RawFile",
    "Refusal",
    "act_folder",
    "act_of_path",
    "archive_of",
    "entries",
    "entries_by_place",
    "is_address",
    "member_at",
    "natural",
    "natural_in",
    "read_bytes",
    "read_entry",
    "read_file",
    "unpacked",
]
