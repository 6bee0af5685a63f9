"""Output files: one module per format, and the table of formats.

``base`` defines exporters and sinks, ``exporters`` has the table, ``folder`` makes the folder that they write to, and
``manifest`` the file that describes an export. ``exported`` reads an export back, ``schema`` describes its files.
"""

from cpp_corpus.export.base import ExportedArticle, Exporter, RecordLine, Sink
from cpp_corpus.export.exporters import EXPORTERS, MANIFEST, chosen_exporters
from cpp_corpus.export.folder import fresh_folder

__all__ = [
    "EXPORTERS",
    "MANIFEST",
    "ExportedArticle",
    "Exporter",
    "RecordLine",
    "Sink",
    "chosen_exporters",
    "fresh_folder",
]
