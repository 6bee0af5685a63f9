"""From files to documents: one adapter a format, told apart by the first characters of a file.

A new format is one file here and one line in :data:`cpp_corpus.ingest.registry.ADAPTERS`.
"""

from cpp_corpus.ingest.adapter import Adapter, RawFile
from cpp_corpus.ingest.address import act_of_path
from cpp_corpus.ingest.folder import walk
from cpp_corpus.ingest.read import FileRead, read_bytes, read_file
from cpp_corpus.ingest.registry import ADAPTERS

__all__ = ["ADAPTERS", "Adapter", "FileRead", "RawFile", "act_of_path", "read_bytes", "read_file", "walk"]
