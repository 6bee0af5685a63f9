"""Parquet: a table of articles, a row each, or of parts of articles.

The columns are those of :mod:`cpp_corpus.ingest.rows`; others, such as embeddings, are not loaded. The table is read in
batches, of which each is a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import chain
from typing import Any

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.article_data import ArticleData
from cpp_corpus.ingest.fragment import RecordPlace
from cpp_corpus.ingest.row_facts import unread_facts
from cpp_corpus.ingest.rows import KNOWS, Columns, Row, articles_of, parted
from cpp_corpus.model.document import Document
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.span import Span

__all__ = ["ADAPTER"]

_MAGIC = b"PAR1"
_NO_SOURCE = "It has not all of the articles; give the texts, or an export as JSON or as a store."
_BATCH = 2000  # rows
_MOST_WORDS = 200  # characters for each byte of the file
_ALWAYS = 1 << 26  # characters that are read whatever the size of the file


def _sniff(file: RawFile) -> bool:
    return file.data.startswith(_MAGIC)


def _read(file: RawFile) -> Iterator[Document]:
    try:
        parquet, arrow = import_module("pyarrow.parquet"), import_module("pyarrow")
    except ImportError as error:
        raise MissingExtraError("the format 'parquet'", "parquet") from error
    try:
        table = parquet.ParquetFile(arrow.BufferReader(file.data))
        columns = Columns(table.schema_arrow.names)
        if not table.metadata.num_rows:
            raise RefusedError("a Parquet file without rows", "Fetch it again.")
        if columns.is_of_export:
            raise RefusedError("a table of an export of cpp-corpus", _NO_SOURCE)
        if not columns.has_articles:
            raise RefusedError(
                "a Parquet file without articles",
                f"Its columns are {', '.join(table.schema_arrow.names[:12])}; expected were the words (texteHtml or"
                " texte) and a number (num).",
            )
        rows = _rows(table, columns, len(file.data))
        yield from _documents(
            file, [parted(columns, chain.from_iterable(rows))] if columns.has_chunks else _each(columns, rows)
        )
    except (arrow.ArrowException, OSError, ValueError, OverflowError) as error:
        why = " ".join(str(error).split())[:120]
        raise RefusedError("a damaged Parquet file", f"Fetch it again ({why}).") from error


# ---------------------------------------------------------------------------------------------------------------------


def _rows(table: Any, columns: Columns, size: int) -> Iterator[list[Row]]:
    """The rows of each batch, with their places: the number of the row, and all bytes of the file."""
    line, words = 0, 0
    for batch in table.iter_batches(batch_size=_BATCH, columns=list(columns.known)):
        rows = []
        for row in batch.to_pylist():
            line += 1
            words += len(columns.words(row) or "")
            rows.append((RecordPlace(line, Span(0, size)), row))
        if words > max(_ALWAYS, _MOST_WORDS * size):
            raise RefusedError(
                "a Parquet file that is far larger when it is unpacked", "Check where it is from, and split it."
            )
        yield rows


def _each(columns: Columns, batches: Iterable[list[Row]]) -> Iterator[list[ArticleData]]:
    """An article of each row."""
    for rows in batches:
        yield articles_of(columns, rows)


def _documents(file: RawFile, batches: Iterable[list[ArticleData]]) -> Iterator[Document]:
    for articles in batches:
        findings: list[Finding] = [*unread_facts(articles, file.path)]
        drafts = [draft for article in articles if (draft := article.draft(file.path, findings))]
        yield Document(file.path, ADAPTER.name, tuple(drafts), marks_notes=True, findings=tuple(findings))


ADAPTER = Adapter(
    name="parquet",
    description="Parquet table of articles, as published on Hugging Face: a row for each article or part of one",
    expects="a Parquet table with the words (texteHtml, texte), numbers (num) and codes (title_main) of articles",
    sniff=_sniff,
    read=_read,
    knows=KNOWS,
    extra="parquet",
    example="columns num, texteHtml, title_main, etat, dateDebut, dateFin, id, cid",
    in_records=True,
)
