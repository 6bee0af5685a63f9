"""Corpus → files: one module a format, and the table of them."""

from cpp_corpus.export.base import ArticleCitations, Exportable
from cpp_corpus.export.folder import fresh_folder
from cpp_corpus.export.table import EXPORTERS, known_formats

__all__ = ["EXPORTERS", "ArticleCitations", "Exportable", "fresh_folder", "known_formats"]
