"""Output files: one module per format, and the table of formats.

``base`` says what an exporter is, ``exporters`` has the table, ``sinks`` gives records to several at once, ``folder``
makes the folder that they write to, and ``manifest`` what an export says of itself. ``exported`` reads an export back,
``schema`` describes its files.
"""

from cpp_corpus.export.base import AboutCorpus, ExportedArticle, Exporter, RecordLine, Sink
from cpp_corpus.export.exporters import EXPORTERS, chosen_exporters
from cpp_corpus.export.folder import fresh_folder, new_export
from cpp_corpus.export.manifest import MANIFEST, SOURCES
from cpp_corpus.export.sinks import Sinks

__all__ = [
    "EXPORTERS",
    "MANIFEST",
    "SOURCES",
    "AboutCorpus",
    "ExportedArticle",
    "Exporter",
    "RecordLine",
    "Sink",
    "Sinks",
    "chosen_exporters",
    "fresh_folder",
    "new_export",
]
