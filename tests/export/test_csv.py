"""CSV, read back by the csv module and by pandas; no cell is a formula."""

from __future__ import annotations

import csv
from importlib import import_module
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import Article, ArticleNumber, Corpus, Source, Span
from cpp_corpus.export.tables import TABLES

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return cpp_corpus.load(ROOT / "fixtures")


@pytest.fixture(scope="module")
def folder(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("csv") / "out"
    corpus.export(out, formats="csv")
    return out / "csv"


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_values(corpus: Corpus, folder: Path) -> None:
    for table in TABLES:
        assert all(tuple(row) == table.names for row in rows(folder, table.name))
    articles = rows(folder, "articles")
    assert [row["id"] for row in articles] == [article.id for article in corpus]
    assert [row["text"].removeprefix("'") for row in articles] == [article.text for article in corpus]
    assert [row["valid_from"] for row in articles] == [
        "" if article.valid_from is None else article.valid_from.isoformat() for article in corpus
    ]
    references = rows(folder, "references")
    for row, reference in zip(references, corpus.references, strict=True):
        assert row["targets"] == " | ".join(reference.targets)
        assert (row["anchor_start"], row["open_ended"]) == (str(reference.start), str(reference.open).lower())
    assert len(rows(folder, "edges")) == len(corpus.graph.edges)
    assert len(rows(folder, "nodes")) == len(corpus.graph)


def test_pandas(corpus: Corpus, folder: Path) -> None:
    frame = import_module("pandas").read_csv(folder / "articles.csv", dtype=str, keep_default_na=False)
    assert list(frame["number_label"]) == ["" if a.number is None else str(a.number) for a in corpus]


def test_no_formula(tmp_path: Path) -> None:
    source = Source(path="=a.md", format="mirror-page", line=1, byte=Span(0, 1))
    text = '-1 + 2 : les moulins\t; "l\'article 2"'
    article = Article(
        id="code-x/1", act="code-x", number=ArticleNumber("1"), heading="@SUM(A1)", text=text, source=source
    )
    Corpus([article]).export(tmp_path / "out", formats="csv")
    (row,) = rows(tmp_path / "out" / "csv", "articles")
    assert (row["heading"], row["source_path"], row["text"]) == ("'@SUM(A1)", "'=a.md", f"'{text}")
