"""Parquet, read back by pyarrow, pandas, polars and DuckDB: types and values."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

import cpp_corpus
from cpp_corpus import Article, ArticleNumber, ArticleState, Corpus, Source, Span
from cpp_corpus.export import parquet as module
from cpp_corpus.export.tables import TABLES, CellType

ROOT = Path(__file__).parents[2]
SOURCE = Source(path="a.md", format="mirror-page", line=1, byte=Span(0, 1))
TYPES = {
    CellType.TEXT: "string",
    CellType.INTEGER: "int32",
    CellType.NUMBER: "double",
    CellType.BOOLEAN: "bool",
    CellType.DAY: "date32[day]",
    CellType.TEXTS: "list<element: string>",
}


def dated(number: str, valid_from: date | None, valid_to: date | None, text: str = "Le vent tourne.") -> Article:
    parsed = ArticleNumber(number)
    return Article(
        id=f"code-x/{parsed.normalized}",
        act="code-x",
        number=parsed,
        state=ArticleState.IN_FORCE,
        valid_from=valid_from,
        valid_to=valid_to,
        text=text,
        source=SOURCE,
    )


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The fixtures, and articles with dates at their limits and numbers that look like dates or integers."""
    loaded = cpp_corpus.load(ROOT / "fixtures")
    more = [
        dated("11", None, None),
        dated("63-4-1", date(1803, 3, 14), date(2999, 1, 1)),
        dated("77-1-1", date(2030, 12, 31), date(2261, 1, 1), "Selon les articles 11 à 63-4-1 et 77-1-1 et suivants."),
    ]
    return Corpus([*loaded.articles, *more], sources=loaded.sources, findings=loaded.findings)


@pytest.fixture(scope="module")
def folder(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("parquet") / "out"
    summary = corpus.export(out, formats="parquet")
    counts = {name: summary.counts[name] for name in ("articles", "references", "edges", "nodes")}
    assert summary.formats["parquet"] == counts
    return out / "parquet"


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = import_module("pyarrow.parquet").read_table(folder / f"{table}.parquet").to_pylist()
    return found


def no_later(day: date | None) -> date | None:
    return None if day is None or day.year >= 2999 else day


def test_types_and_descriptions(folder: Path) -> None:
    for table in TABLES:
        schema = import_module("pyarrow.parquet").read_schema(folder / f"{table.name}.parquet")
        assert schema.names == list(table.names)
        for column in table.columns:
            field = schema.field(column.name)
            assert str(field.type) == TYPES[column.type], column.name
            assert field.metadata[b"description"].decode() == column.description


def test_articles(corpus: Corpus, folder: Path) -> None:
    found = rows(folder, "articles")
    assert [row["id"] for row in found] == [article.id for article in corpus]
    for row, article in zip(found, corpus, strict=True):
        number = article.number
        assert row["number"] == (None if number is None else number.normalized)
        assert row["number_label"] == (None if number is None else str(number))
        assert (row["act"], row["heading"], row["text"]) == (article.act, article.heading, article.text)
        assert (row["state"], row["valid_from"]) == (article.state, article.valid_from)
        assert row["valid_to"] == no_later(article.valid_to)
        assert row["consolidated_at"] == article.consolidated_at
        assert row["notes"] == [note.text for note in article.notes]
        assert row["division_titles"] == [each.title or "" for each in article.divisions]
        assert row["division"] == corpus.graph.node(article.id).division
        assert (row["source_path"], row["source_line"]) == (article.source.path, article.source.line)
        assert row["score"] == (None if article.evidence is None else article.evidence.score)


def test_references(corpus: Corpus, folder: Path) -> None:
    found = rows(folder, "references")
    renamed = {"number": "article", "to_number": "to", "open_ended": "open", "anchor": "text"}
    renamed |= {"anchor_start": "start", "anchor_end": "end", "repealed_targets": "repealed"}
    own = {"place", "antecedent_start", "antecedent_end"}
    for row, reference in zip(found, corpus.references, strict=True):
        for name, value in row.items():
            if name not in own:
                expected = getattr(reference, renamed.get(name, name))
                assert value == (list(expected) if isinstance(expected, tuple) else expected), name
        span = (row["antecedent_start"], row["antecedent_end"])
        assert (reference.antecedent or (None, None)) == span
    assert {row["open_ended"] for row in found} == {True, False}


def test_edges_and_nodes(corpus: Corpus, folder: Path) -> None:
    edges = [
        (e["source_id"], e["target_id"], e["relation"], e["locator"], e["state"], e["mention_count"], e["anchors"])
        for e in rows(folder, "edges")
    ]
    assert edges == [
        (e.source, e.target, e.relation, e.locator, e.state, e.count, list(e.anchors)) for e in corpus.graph.edges
    ]
    for row, node in zip(rows(folder, "nodes"), corpus.graph, strict=True):
        names = dict(node.identifiers or {})
        for name, value in row.items():
            expected: Any = getattr(node, name) if hasattr(node, name) else names.get(name)
            assert value == (no_later(expected) if name == "valid_to" else expected), name


def test_pandas(corpus: Corpus, folder: Path) -> None:
    pandas = import_module("pandas")
    frame = pandas.read_parquet(folder / "articles.parquet", dtype_backend="pyarrow").set_index("id")
    assert str(frame.dtypes["valid_from"]) == "date32[day][pyarrow]"
    assert frame.loc["code-x/63-4-1", "valid_from"] == date(1803, 3, 14)
    assert frame["valid_to"].dropna().max() == date(2261, 1, 1)
    assert list(frame["number"].dropna()) == [a.number.normalized for a in corpus if a.number is not None]
    assert frame["valid_from"].count() == sum(article.valid_from is not None for article in corpus)
    plain = pandas.read_parquet(folder / "articles.parquet").set_index("id")
    assert plain.loc["code-x/77-1-1", "valid_to"] == date(2261, 1, 1)
    assert plain.loc["code-x/11", "number"] == "11"


def test_polars(corpus: Corpus, folder: Path) -> None:
    frame = pl.read_parquet(folder / "articles.parquet")
    assert frame.schema["valid_to"] == pl.Date
    assert frame.schema["number"] == pl.String
    assert frame["valid_to"].to_list() == [no_later(article.valid_to) for article in corpus]
    references = pl.scan_parquet(folder / "references.parquet").filter(pl.col("open_ended")).collect()
    assert references.schema["targets"] == pl.List(pl.String)
    assert references.height == sum(reference.open for reference in corpus.references)


def test_duckdb(corpus: Corpus, folder: Path) -> None:
    base = duckdb.connect()
    for table in TABLES:
        base.execute(f"CREATE VIEW \"{table.name}\" AS FROM '{folder / table.name}.parquet'")
    types = dict(base.sql("SELECT column_name, column_type FROM (DESCRIBE articles)").fetchall())
    assert (types["valid_from"], types["valid_to"], types["number"]) == ("DATE", "DATE", "VARCHAR")
    assert (types["notes"], types["score"], types["source_line"]) == ("VARCHAR[]", "DOUBLE", "INTEGER")
    query = "SELECT number, valid_from, valid_to FROM articles WHERE act = 'code-x' ORDER BY id"
    assert base.sql(query).fetchall() == [
        ("11", None, None),
        ("63-4-1", date(1803, 3, 14), None),
        ("77-1-1", date(2030, 12, 31), date(2261, 1, 1)),
    ]
    count = base.sql("SELECT count(*) FROM edges JOIN nodes ON nodes.id = edges.target_id").fetchall()
    assert count == [(len(corpus.graph.edges),)]


def test_no_column_has_a_reserved_name() -> None:
    reserved = {word for (word,) in duckdb.execute("SELECT keyword_name FROM duckdb_keywords()").fetchall()}
    allowed = "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category IN ('unreserved', 'column_name')"
    reserved -= {word for (word,) in duckdb.execute(allowed).fetchall()}
    assert {"to", "end", "references"} <= reserved
    assert reserved.isdisjoint(name for table in TABLES for name in table.names)
    assert {"to", "end", "open"}.isdisjoint(name for table in TABLES for name in table.names)


def test_groups_of_rows(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(module, "_ROWS", 20)
    monkeypatch.setattr(module, "_WORDS", 3000)
    corpus.export(tmp_path / "out", formats="parquet")
    for table in TABLES:
        file = import_module("pyarrow.parquet").ParquetFile(tmp_path / "out" / "parquet" / f"{table.name}.parquet")
        assert file.num_row_groups > 1
        assert file.read().to_pylist() == rows(folder, table.name)


def test_a_corpus_without_articles_has_all_tables(tmp_path: Path) -> None:
    Corpus([]).export(tmp_path / "out", formats="parquet,csv,sqlite")
    for table in TABLES:
        assert rows(tmp_path / "out" / "parquet", table.name) == []
        assert (tmp_path / "out" / "csv" / f"{table.name}.csv").read_text("utf-8").count("\n") == 1
