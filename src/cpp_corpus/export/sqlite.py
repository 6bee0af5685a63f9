"""SQLite for people who write SQL: ``corpus-tables.db``, one table for each kind of record.

The columns are those of the tables in Parquet and CSV; what is a list there is a table here. ``docs/sql.md`` describes
them, with queries. The table of references is named ``refs``, because SQL reserves the word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from cpp_corpus.database import connected
from cpp_corpus.export.base import ExportedArticle, Exporter, RecordLine
from cpp_corpus.export.tables import ARTICLES, EDGES, NODES, REFERENCES, CellType, Layout, Row, TablesSink
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.graph import Edge
from cpp_corpus.model.manifest import SourceFile
from cpp_corpus.model.resolution import ResolvedReference

__all__ = ["SQLITE"]

_NAME = "corpus-tables.db"
_ROWS = 2000  # of a table that are written at once
_VERSION = 1  # of these tables, the user_version of the file

_TYPES = {
    CellType.TEXT: "TEXT",
    CellType.INTEGER: "INTEGER",
    CellType.NUMBER: "REAL",
    CellType.BOOLEAN: "INTEGER",
    CellType.DAY: "TEXT",
}
_MAIN = {ARTICLES.name: "articles", REFERENCES.name: "refs", EDGES.name: "edges", NODES.name: "nodes"}


def _columns(table: Layout) -> str:
    """The columns of a table in SQL, without those that hold lists."""
    return ", ".join(f"{each.name} {_TYPES[each.type]}" for each in table.columns if each.type in _TYPES)


_TABLES = {
    "articles": f"(place INTEGER PRIMARY KEY, {_columns(ARTICLES)})",
    "divisions": "(article_id TEXT, depth INTEGER, kind TEXT, number TEXT, title TEXT, PRIMARY KEY (article_id, depth))"
    " WITHOUT ROWID",
    "alineas": "(article_id TEXT, place INTEGER, locator TEXT, marker TEXT, text_start INTEGER, text_end INTEGER,"
    " PRIMARY KEY (article_id, place)) WITHOUT ROWID",
    "notes": "(article_id TEXT, note INTEGER, text TEXT, PRIMARY KEY (article_id, note)) WITHOUT ROWID",
    "refs": f"(ref INTEGER PRIMARY KEY, {_columns(REFERENCES)})",
    "ref_targets": "(ref INTEGER, place INTEGER, target_id TEXT, is_repealed INTEGER, PRIMARY KEY (ref, place))"
    " WITHOUT ROWID",
    "edges": f"(edge INTEGER PRIMARY KEY, {_columns(EDGES)})",
    "mentions": "(edge INTEGER, place INTEGER, anchor TEXT, anchor_start INTEGER, anchor_end INTEGER, note INTEGER,"
    " PRIMARY KEY (edge, place)) WITHOUT ROWID",
    "nodes": f"({_columns(NODES)})",
    "findings": "(code TEXT, severity TEXT, message TEXT, article_id TEXT, source_path TEXT, source_line INTEGER)",
    "sources": "(source_path TEXT, source_format TEXT, size INTEGER, sha256 TEXT, articles INTEGER)",
}
_INDEXES = (
    "CREATE UNIQUE INDEX articles_id ON articles (id)",
    "CREATE INDEX articles_number ON articles (act, number)",
    "CREATE INDEX articles_identifier ON articles (identifier)",
    "CREATE INDEX refs_source ON refs (source_id)",
    "CREATE INDEX refs_number ON refs (act, number)",
    "CREATE INDEX ref_targets_target ON ref_targets (target_id)",
    "CREATE INDEX edges_source ON edges (source_id)",
    "CREATE INDEX edges_target ON edges (target_id)",
    "CREATE UNIQUE INDEX nodes_id ON nodes (id)",
    "CREATE INDEX findings_article ON findings (article_id)",
)
_PRAGMAS = (
    "PRAGMA journal_mode = OFF",  # the folder is removed where the work ends early
    "PRAGMA synchronous = OFF",
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA cache_size = -32768",
    f"PRAGMA user_version = {_VERSION}",
)


class _SqliteSink(TablesSink):
    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._waiting: dict[str, list[Row]] = {name: [] for name in _TABLES}
        self._base = connected(folder / _NAME)
        for pragma in _PRAGMAS:
            self._base.execute(pragma)
        self._base.execute("BEGIN")
        for name, columns in _TABLES.items():
            self._base.execute(f"CREATE TABLE {name} {columns}")
        self._counts["findings"] = self._counts["sources"] = 0

    def article(self, article: ExportedArticle) -> None:
        refs, edges = self._counts[REFERENCES.name], self._counts[EDGES.name]
        super().article(article)
        fields = article.fields
        self._put("divisions", _divisions(fields))
        self._put("alineas", _alineas(fields))
        self._put("notes", ((fields["id"], at, note["text"]) for at, note in enumerate(fields["notes"])))
        for at, reference in enumerate(article.references, refs):
            if reference.targets:
                self._put("ref_targets", _targets(at, reference))
        for at, edge in enumerate(article.edges, edges):
            self._put("mentions", _mentions(at, edge))

    def add(self, table: Layout, rows: Sequence[Row]) -> None:
        kept, name = _KEPT[table.name], _MAIN[table.name]
        if table is NODES:
            self._put(name, rows)
        else:
            first = self._counts[table.name] - len(rows)
            self._put(name, ((at, *(row[column] for column in kept)) for at, row in enumerate(rows, first)))

    def finding(self, finding: RecordLine[Finding]) -> None:
        get = orjson.loads(finding.json).get
        self._put("findings", [tuple(map(get, ("code", "severity", "message", "article", "path", "line")))])
        self._counts["findings"] += 1

    def source(self, source: RecordLine[SourceFile]) -> None:
        get = orjson.loads(source.json).get
        self._put("sources", [tuple(map(get, ("path", "format", "size", "sha256", "articles")))])
        self._counts["sources"] += 1

    def end(self) -> dict[str, int]:
        for name in _TABLES:
            self._write(name)
        for index in _INDEXES:
            self._base.execute(index)
        self._base.execute("COMMIT")
        return super().end()

    def close(self) -> None:
        self._base.close()

    def _put(self, name: str, rows: Iterable[Row]) -> None:
        waiting = self._waiting[name]
        waiting.extend(rows)
        if len(waiting) >= _ROWS:
            self._write(name)

    def _write(self, name: str) -> None:
        rows = self._waiting[name]
        if rows:
            cells = ", ".join("?" * len(rows[0]))
            self._base.executemany(f"INSERT INTO {name} VALUES ({cells})", rows)  # noqa: S608 - a name of the table above
            rows.clear()


SQLITE = Exporter(
    description="SQLite: articles, references, edges and more as tables for queries in SQL",
    files=(_NAME,),
    open=_SqliteSink,
)
"""The exporter ``sqlite``."""

# ---------------------------------------------------------------------------------------------------------------------

_KEPT = {
    table.name: tuple(at for at, column in enumerate(table.columns) if column.type in _TYPES)
    for table in (ARTICLES, REFERENCES, EDGES, NODES)
}


def _divisions(fields: Mapping[str, Any]) -> Iterator[Row]:
    for depth, each in enumerate(fields["divisions"]):
        yield fields["id"], depth, each["kind"], each["number"], each["title"]


def _alineas(fields: Mapping[str, Any]) -> Iterator[Row]:
    for place, each in enumerate(fields["paragraphs"]):
        yield fields["id"], place, each["locator"], each["marker"], *each["span"]


def _targets(ref: int, reference: ResolvedReference) -> Iterator[Row]:
    for place, target in enumerate(reference.targets):
        yield ref, place, target, target in reference.repealed


def _mentions(edge: int, of: Edge) -> Iterator[Row]:
    for place, each in enumerate(of.mentions):
        yield edge, place, each.text, each.start, each.end, each.note
