"""The JSON of legi.js."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from cpp_corpus.ingest import read_bytes, read_file
from tests.ingest.fiction import Page, Tree, acts, check_same, load, titled, tree

TITLES = {
    "code-des-moulins-et-des-horloges": "Code des moulins et des horloges",
    "code-des-sabliers": "Code des sabliers",
}


def text(act: str) -> Tree:
    data = {"cid": "LEGITEXT000000000001", "titre": TITLES[act], "titrefull": None, "date_publi": "2999-01-01"}

    def section(slug: str) -> Tree:
        return {"type": "section", "data": {"id": "LEGISCTA000000000001", "titre_ta": titled(slug)}}

    def article(page: Page, count: int) -> Tree:
        values = {"id": f"LEGIARTI{count:012}", "num": page.number, "titre": f"Article {page.number}", "nota": None}
        dates = {"etat": "VIGUEUR", "date_debut": "2016-01-01", "date_fin": "2999-01-01"}
        return {"type": "article", "data": {**values, **dates, "bloc_textuel": page.body}}

    return tree(act, {"type": "text", "date": "2018-12-06", "data": data}, section, article)


def test_the_pages_have_the_same_words_and_references(tmp_path: Path) -> None:
    check_same(load(tmp_path, map(text, acts())))


def test_facts() -> None:
    (document,) = read_bytes(json.dumps(text("code-des-sabliers")).encode(), "x").documents
    facts = document.drafts[0].facts
    assert (facts.consolidated_at, facts.valid_from, facts.valid_to) == (date(2018, 12, 6), date(2016, 1, 1), None)
    assert dict(facts.ids)["legiarti"] == "LEGIARTI000000000000"


def test_a_section_without_a_title_is_no_division() -> None:
    article = {"type": "article", "data": {"num": "1", "bloc_textuel": "Le vent."}}
    section = {"type": "section", "data": {"titre_ta": None}, "children": [article]}
    root = {
        "type": "text",
        "data": {"cid": "LEGITEXT000000000001", "titre": "Code des sabliers"},
        "children": [section],
    }
    (document,) = read_bytes(json.dumps(root).encode(), "x").documents
    assert document.drafts[0].facts.divisions == ()


@pytest.mark.shared
def test_samples(shared: Path) -> None:
    (path,) = (shared / "data" / "formats" / "legi_js_json").glob("*.json")
    read = read_file(path)
    assert (read.format, len(read.documents[0].drafts), read.findings) == ("legi-js", 1553, ())
