"""Tables of articles in Parquet files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import cpp_corpus
from cpp_corpus.errors import InputError
from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.read import FileRead
from cpp_corpus.ingest.rows import Columns, joined
from cpp_corpus.model.article import ArticleState

MIRROR = Path(__file__).parents[2] / "fixtures" / "mirror"
THIRD = (
    "<p>La marque mentionnée à l'article 2 est apposée sur le verre.</p>"
    "<p>Les sabliers de moins de deux minutes en sont dispensés, sous réserve de l'article 1er.</p>"
)
FULL: dict[str, Any] = {
    "ref": "Code des sabliers, art. 3",
    "title_main": "Code des sabliers",
    "texte": "La marque …",
    "texteHtml": THIRD,
    "dateDebut": 1556668800000,
    "dateFin": 32472144000000,
    "num": "3",
    "id": "LEGIARTI000000000003",
    "cid": "LEGIARTI000000000001",
    "cidTexte": "LEGITEXT000000000001",
    "sectionParentId": "LEGISCTA000000000001",
    "fullSectionsTitre": "Titre Ier : Du sable &gt; Chapitre II : De la marque",
    "etat": "VIGUEUR",
    "nota": None,
    "notaHtml": "<p>Ces dispositions s'appliquent au verre.</p>",
    "surtitre": None,
    "embedding": [0.5, 0.25],
}


def table(*rows: dict[str, Any], columns: dict[str, Any] | None = None) -> bytes:
    """A Parquet file of ``rows``; ``columns`` are types that differ from those of the values."""
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    made = arrow.Table.from_pylist(list(rows))
    for name, type_of in (columns or {}).items():
        made = made.set_column(made.schema.get_field_index(name), name, made[name].cast(type_of))
    sink = arrow.BufferOutputStream()
    parquet.write_table(made, sink)
    return bytes(sink.getvalue().to_pybytes())


def read(*rows: dict[str, Any], columns: dict[str, Any] | None = None) -> FileRead:
    return read_bytes(table(*rows, columns=columns), "train.parquet")


def load(path: Path, *rows: dict[str, Any]) -> cpp_corpus.Corpus:
    path.write_bytes(table(*rows))
    return cpp_corpus.load(path)


def test_a_row_is_an_article(tmp_path: Path) -> None:
    corpus = load(tmp_path / "x.parquet", {**FULL, "num": "2", "id": "LEGIARTI000000000002"}, FULL)
    _, found = corpus.articles
    page = cpp_corpus.load(MIRROR)["code-des-sabliers/3"]
    assert isinstance(page, cpp_corpus.Article)
    assert (found.id, found.text, found.number, found.state) == (page.id, page.text, page.number, page.state)
    assert (found.valid_from, found.valid_to) == (date(2019, 5, 1), None)
    assert found.ids == {
        "legiarti": "LEGIARTI000000000003",
        "cid": "LEGIARTI000000000001",
        "legitext": "LEGITEXT000000000001",
        "legiscta": "LEGISCTA000000000001",
    }
    assert [(each.kind, each.number, each.title) for each in found.divisions] == [
        ("titre", "Ier", "Du sable"),
        ("chapitre", "II", "De la marque"),
    ]
    assert [note.text for note in found.notes] == ["Ces dispositions s'appliquent au verre."]
    assert (found.source.format, found.source.line) == ("parquet", 2)
    assert found.source.byte == (0, (tmp_path / "x.parquet").stat().st_size)
    assert corpus["LEGIARTI000000000003"] == found


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2019-05-01", "2021-08-08"),
        (date(2019, 5, 1), date(2021, 8, 8)),
        (1556668800000, 1628380800000),
        ("1556668800000", "1628380800000"),
    ],
)
def test_dates_of_all_types(start: object, end: object) -> None:
    (document,) = read({**FULL, "dateDebut": start, "dateFin": end, "etat": "ABROGE"}).documents
    facts = document.drafts[0].facts
    assert (facts.valid_from, facts.valid_to, facts.state) == (
        date(2019, 5, 1),
        date(2021, 8, 8),
        ArticleState.REPEALED,
    )


@pytest.mark.parametrize("unit", ["s", "ms", "us"])
def test_timestamps(unit: str) -> None:
    arrow = pytest.importorskip("pyarrow")
    rows = {**FULL, "dateDebut": date(2019, 5, 1), "dateFin": date(2999, 1, 1)}
    (document,) = read(rows, columns=dict.fromkeys(("dateDebut", "dateFin"), arrow.timestamp(unit))).documents
    assert document.drafts[0].facts.valid_from == date(2019, 5, 1)
    assert document.drafts[0].facts.valid_to is None


def test_columns_of_another_table() -> None:
    row = {
        "article_num": "3",
        "article_texteHtml": THIRD,
        "code_name": "Code des sabliers",
        "article_etat": "VIGUEUR",
        "article_dateDebut": "2019-05-01",
        "article_dateFin": "2999-01-01",
        "id_legifrance": "LEGIARTI000000000003",
    }
    (document,) = read(row).documents
    (draft,) = document.drafts
    assert (draft.facts.act, str(draft.facts.number), draft.facts.valid_from) == (
        "code-des-sabliers",
        "3",
        date(2019, 5, 1),
    )
    assert len(draft.blocks) == 2


def test_parts_of_one_article_are_joined() -> None:
    row = {"doc_id": "LEGIARTI000000000003", "number": "3", "full_title": "Code des sabliers, article 3"}
    parts = [
        "est apposée sur le verre.\nLes sabliers en sont dispensés.",
        "La marque de l'article 2 est apposée sur le verre.",
    ]
    (document,) = read(
        {**row, "chunk_index": 2, "chunk_text": parts[0]},
        {**row, "chunk_index": 1, "chunk_text": parts[1]},
        {**row, "doc_id": "LEGIARTI000000000004", "number": "4", "chunk_index": 1, "chunk_text": "Vent."},
    ).documents
    third, fourth = document.drafts
    assert [block.text for block in third.blocks] == [
        "La marque de l'article 2 est apposée sur le verre.",
        "Les sabliers en sont dispensés.",
    ]
    assert (third.facts.act, str(fourth.facts.number)) == ("code-des-sabliers", "4")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["Le vent."], "Le vent."),
        (["Le vent.", "La pluie."], "Le vent.\nLa pluie."),
        (["Le vent souffle.", "Le vent souffle."], "Le vent souffle."),
        (["a" * 50_000, "a" * 50_000 + "b"], "a" * 50_000 + "b"),
    ],
)
def test_joined(parts: Sequence[str], expected: str) -> None:
    assert joined(parts) == expected


def test_a_text_without_tags_keeps_its_lines() -> None:
    (document,) = read(
        {"num": "1", "texte": "Le vent :\n1° souffle ;\n2° tombe.", "source": "Code des sabliers"}
    ).documents
    assert [block.text for block in document.drafts[0].blocks] == ["Le vent :", "1° souffle ;", "2° tombe."]


@pytest.mark.parametrize(
    "row",
    [{"a": 1}, {"num": "1"}, {"texte": "Le vent."}, {"num": [1], "words": {"texte": "x"}}],
)
def test_another_table_is_refused(row: dict[str, Any]) -> None:
    refusal = read(row).refusal
    assert refusal is not None
    assert (refusal.code, refusal.reason) == ("unknown-format", "a Parquet file without articles")


@pytest.mark.parametrize("value", [None, "", " ", 7, 7.5, True, b"x", ["x"], {"a": "b"}])
def test_values_of_any_type(value: object) -> None:
    done = read(FULL, {**FULL, "num": str(value)}, columns=None)
    assert len(done.documents[0].drafts) == 2
    for name in ("num", "texteHtml", "dateDebut", "etat", "title_main", "id", "fullSectionsTitre"):
        done = read({**FULL, name: value})
        assert done.documents or done.refusal


def test_a_file_cut_or_damaged_anywhere_is_read_or_refused() -> None:
    data = table(FULL)
    for at in range(4, len(data), 97):
        for hostile in (data[:at], data[:at] + bytes([data[at] ^ 0x5A]) + data[at + 1 :]):
            done = read_bytes(hostile, "x.parquet")
            assert done.documents or done.refusal


def test_a_file_that_unpacks_to_far_more_is_refused() -> None:
    words = "Le vent souffle. " * 4_000
    done = read(*({"num": str(n), "texte": words} for n in range(2_000)))
    assert done.refusal is not None
    assert "far larger" in done.refusal.reason


def test_without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    data = table(FULL)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    refusal = read_bytes(data, "x.parquet").refusal
    assert refusal is not None
    assert (refusal.code, refusal.reason) == (
        "missing-extra",
        "in the format parquet, which needs the extra 'parquet'",
    )


def test_columns_in_any_spelling() -> None:
    assert Columns(["NUM", "article_num", "texte_html"]).known == ("NUM", "texte_html")
    assert not Columns([]).has_articles


def test_numbers_and_days_as_numbers(tmp_path: Path) -> None:
    """Pandas makes a column of numbers with an empty row one of floats."""
    rows = ({"num": 12.0, "dateDebut": 20161001}, {"num": None, "dateDebut": 20161001})
    named = [{"texte": "Le vent.", "title_main": "Code des vents", **row} for row in rows]
    first, second = load(tmp_path / "a.parquet", *named).articles
    assert (first.id, first.valid_from, second.number) == ("code-des-vents/12", date(2016, 10, 1), None)


def test_the_table_of_an_export_is_no_source(tmp_path: Path) -> None:
    """It lacks the state and the dates of the columns that are read, and more."""
    pytest.importorskip("pyarrow")
    cpp_corpus.load(MIRROR).export(tmp_path / "out", formats="parquet")
    with pytest.raises(InputError, match=r"is a table of an export of cpp-corpus.*as JSON or as a store"):
        cpp_corpus.load(tmp_path / "out" / "parquet" / "articles.parquet")
