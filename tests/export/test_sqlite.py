"""SQLite for people who write SQL: its tables, and the queries of docs/sql.md."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest

import cpp_corpus
from cpp_corpus import Corpus
from cpp_corpus.pipeline.batch import normalize

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "sql.md").read_text("utf-8")
QUERIES = re.findall(r"^\d+\. ([^\n]+)\n\n```sql\n(.+?)```\n\n```text\n(.+?)```$", PAGE, re.MULTILINE | re.DOTALL)
DESCRIBED = {
    match[1]: set(re.findall(r"`(\w+)`", match[2]))
    for match in re.finditer(r"^\| `(\w+)` \| [^|]+ \|(.+)$", PAGE, re.MULTILINE)
}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return cpp_corpus.load(ROOT / "fixtures")


@pytest.fixture(scope="module")
def base(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    out = tmp_path_factory.mktemp("sqlite") / "out"
    summary = corpus.export(out, formats="sqlite")
    assert summary.formats["sqlite"] == {name: summary.counts[name] for name in summary.formats["sqlite"]}
    with closing(sqlite3.connect(out / "corpus-tables.db")) as opened:
        opened.row_factory = sqlite3.Row
        yield opened


def rows(base: sqlite3.Connection, query: str, *values: object) -> list[dict[str, Any]]:
    return [dict(row) for row in base.execute(query, values)]


def tables(base: sqlite3.Connection) -> dict[str, list[str]]:
    names = [row["name"] for row in rows(base, "SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {name: [row["name"] for row in rows(base, f"PRAGMA table_info({name})")] for name in names}


def test_there_are_ten_queries() -> None:
    assert len(QUERIES) == PAGE.count("```sql") == 10


@pytest.mark.parametrize(("title", "query", "expected"), QUERIES)
def test_the_queries_of_the_page(tmp_path: Path, title: str, query: str, expected: str) -> None:
    normalize([ROOT / "fixtures" / "mirror", ROOT / "fixtures" / "markdown"], tmp_path / "out", formats="sqlite")
    with closing(sqlite3.connect(tmp_path / "out" / "corpus-tables.db")) as base:
        found = [" | ".join("NULL" if cell is None else str(cell) for cell in row) for row in base.execute(query)]
    assert found == expected.splitlines(), title


def test_the_page_has_every_table_and_column(base: sqlite3.Connection) -> None:
    assert {name: set(columns) for name, columns in tables(base).items()} == DESCRIBED


def test_names_that_need_no_quotes(base: sqlite3.Connection) -> None:
    other = duckdb.connect()
    for name, columns in tables(base).items():
        base.execute(f"SELECT {', '.join(columns)} FROM {name}")  # noqa: S608 - the names are what is tested
        other.execute(f"CREATE TABLE {name} ({', '.join(f'{column} INTEGER' for column in columns)})")


def test_articles(corpus: Corpus, base: sqlite3.Connection) -> None:
    found = rows(base, "SELECT * FROM articles ORDER BY place")
    assert [row["id"] for row in found] == [article.id for article in corpus]
    for row, article in zip(found, corpus, strict=True):
        assert row["text"] == article.text
        assert row["valid_from"] == (None if article.valid_from is None else article.valid_from.isoformat())
        alineas = rows(base, "SELECT * FROM alineas WHERE article_id = ? ORDER BY place", article.id)
        assert [row["text"][a["text_start"] : a["text_end"]] for a in alineas] == [p.text for p in article.paragraphs]
        assert [(a["locator"], a["marker"]) for a in alineas] == [(p.locator, p.marker) for p in article.paragraphs]
        divisions = rows(base, "SELECT * FROM divisions WHERE article_id = ? ORDER BY depth", article.id)
        assert [(d["kind"], d["number"], d["title"]) for d in divisions] == [
            (d.kind, d.number, d.title) for d in article.divisions
        ]


def test_references_and_edges(corpus: Corpus, base: sqlite3.Connection) -> None:
    for row, reference in zip(rows(base, "SELECT * FROM refs ORDER BY ref"), corpus.references, strict=True):
        assert (row["source_id"], row["anchor"], row["number"]) == (
            reference.source_id,
            reference.text,
            reference.article,
        )
        assert (row["to_number"], bool(row["open_ended"])) == (reference.to, reference.open)
        targets = rows(base, "SELECT * FROM ref_targets WHERE ref = ? ORDER BY place", row["ref"])
        assert tuple(each["target_id"] for each in targets) == reference.targets
        assert tuple(each["target_id"] for each in targets if each["is_repealed"]) == reference.repealed
    for row, edge in zip(rows(base, "SELECT * FROM edges ORDER BY edge"), corpus.graph.edges, strict=True):
        assert (row["source_id"], row["target_id"], row["relation"]) == (edge.source, edge.target, edge.relation)
        mentions = rows(base, "SELECT * FROM mentions WHERE edge = ? ORDER BY place", row["edge"])
        assert [(m["anchor_start"], m["anchor_end"], m["note"], m["anchor"]) for m in mentions] == [*edge.mentions]
    assert [row["id"] for row in rows(base, "SELECT id FROM nodes ORDER BY rowid")] == [
        node.id for node in corpus.graph
    ]
    findings = rows(base, "SELECT code, message FROM findings ORDER BY rowid")
    own = [(row["code"], row["message"]) for row in findings if row["code"] != "unresolved-part"]  # of the references
    assert own == [(finding.code, finding.message) for finding in corpus.findings]
