"""Sources of texts: one module per source, the table of sources, and the unpacking of archives."""

from cpp_corpus.ingest.sources.archive import archive_of, member_at, unpacked
from cpp_corpus.ingest.sources.entry import DataEntry, Entry, FileEntry, PartEntry, PassedOver, printable
from cpp_corpus.ingest.sources.order import natural, natural_in
from cpp_corpus.ingest.sources.places import Places, is_export_folder
from cpp_corpus.ingest.sources.remote import RemoteEntry, is_address
from cpp_corpus.ingest.sources.table import SOURCES, Source, entries, entries_by_place
from cpp_corpus.limits import Limits

__all__ = [
    "SOURCES",
    "DataEntry",
    "Entry",
    "FileEntry",
    "Limits",
    "PartEntry",
    "PassedOver",
    "Places",
    "RemoteEntry",
    "Source",
    "archive_of",
    "entries",
    "entries_by_place",
    "is_address",
    "is_export_folder",
    "member_at",
    "natural",
    "natural_in",
    "printable",
    "unpacked",
]
