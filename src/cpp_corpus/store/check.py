"""The check of a whole store: its pages, its counts, and each of its records."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike

from cpp_corpus.errors import InputError
from cpp_corpus.store.database import Database
from cpp_corpus.store.records import StoredRecords

__all__ = ["faults_of"]


def faults_of(path: str | PathLike[str]) -> Iterator[str]:
    """What is wrong with the store at ``path``, one line for each fault; all of it is read.

    ``InputError`` where it cannot be opened at all.
    """
    held = StoredRecords(path)
    try:
        yield from _of_tables(held.database)
        yield from _of_records(held)
    except InputError as error:
        yield str(error)


def _of_tables(database: Database) -> Iterator[str]:
    yield from (line for (line,) in database.rows("PRAGMA quick_check(20)") if line != "ok")
    for name, sql in _COUNTED.items():
        yield from _miscounted(name, database.value(sql), database.count(name))
    for what, sql in _WITHOUT.items():
        if number := database.value(sql):
            yield f"{number:,} {what}"


def _of_records(held: StoredRecords) -> Iterator[str]:
    references = sum(len(held.of(article.id)) for article in held.articles)
    yield from _miscounted("references", references, held.database.count("references"))
    nodes, edges = held.graph()
    for records in (nodes, edges, held.findings, held.sources, held.unread):
        for _ in records:  # reading raises an error where a record is none
            pass


def _miscounted(name: str, count: int, written: int) -> Iterator[str]:
    if count != written:
        yield f"it has {count:,} {name}, and counts {written:,}"


# ---------------------------------------------------------------------------------------------------------------------

_COUNTED = {
    "articles": "SELECT count(*) FROM articles",
    "edges": "SELECT count(*) FROM edges",
    "nodes": "SELECT (SELECT count(*) FROM articles) + (SELECT count(*) FROM nodes)",
    "findings": "SELECT count(*) FROM findings",
    "sources": "SELECT count(*) FROM sources",
}
"""By the name of a count, the query that counts again."""

_WITHOUT = {
    "articles without a record": (
        "SELECT count(*) FROM articles LEFT JOIN records USING (place) WHERE records.place IS NULL"
    ),
    "articles without their parts": (
        "SELECT count(*) FROM articles LEFT JOIN shapes USING (shape) WHERE shapes.shape IS NULL"
    ),
    "articles that are not in the full-text index": (
        "SELECT count(*) FROM articles LEFT JOIN words_docsize ON words_docsize.id = place WHERE sz IS NULL"
    ),
    "edges that begin at no article": (
        "SELECT count(*) FROM edges LEFT JOIN articles ON articles.place = source WHERE articles.place IS NULL"
    ),
    "edges that end at no node": (
        "SELECT count(*) FROM edges LEFT JOIN articles ON articles.id = target LEFT JOIN nodes ON nodes.id = target"
        " WHERE articles.id IS NULL AND nodes.id IS NULL"
    ),
}
"""By what is missing, the query that counts it."""
