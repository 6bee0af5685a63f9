"""The JSON of @socialgouv/kali-data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus.ingest import read_bytes, read_file


def agreement(kind: str = "convention collective", **values: object) -> dict[str, object]:
    articles = [
        {"type": "article", "data": {"id": "KALIARTI000000000001", "num": "1", "content": "<p>Le sable&nbsp;:</p>"}},
        {"type": "article", "data": {"id": "KALIARTI000000000002", "content": "Préambule.", "surtitre": "Du vent"}},
    ]
    text = {"type": "section", "data": {"id": "KALITEXT000000000001", "title": "Texte de base"}, "children": articles}
    data = {"num": 9999, "id": "KALICONT000000000001", "title": "Convention des sabliers", **values}
    return {"type": kind, "data": data, "children": [text]}


@pytest.mark.parametrize("kind", ["convention collective", "section"])
def test_facts(kind: str) -> None:
    (document,) = read_bytes(json.dumps(agreement(kind)).encode(), "x").documents
    first, second = document.drafts
    assert (first.facts.act, str(first.facts.number), second.facts.number) == ("idcc:9999", "1", None)
    assert [division.title for division in first.facts.divisions] == ["Texte de base"]
    assert dict(first.facts.ids) == {
        "kaliarti": "KALIARTI000000000001",
        "kalicont": "KALICONT000000000001",
        "kalitext": "KALITEXT000000000001",
    }
    assert [(block.text, str(block.role)) for block in (*first.blocks, *second.blocks)] == [
        ("Le sable :", "text"),
        ("Préambule.", "text"),
        ("Du vent", "furniture"),
    ]


def test_without_its_number_an_agreement_has_its_identifier() -> None:
    (document,) = read_bytes(json.dumps(agreement(num=None)).encode(), "x").documents
    assert {draft.facts.act for draft in document.drafts} == {"texte:KALICONT000000000001"}


def test_articles_without_number_have_ids(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(agreement(), indent=1), "utf-8")
    corpus = cpp_corpus.load(tmp_path)
    first, second = corpus.articles
    assert first.id == "idcc:9999/1"
    assert second.id.startswith("idcc:9999/~")
    assert corpus["KALIARTI000000000002"].text == "Préambule."


def test_a_text_beside_the_basic_one_is_an_act_of_its_own(tmp_path: Path) -> None:
    data = agreement()
    article = {"type": "article", "data": {"id": "KALIARTI000000000003", "num": "1", "content": "La pluie."}}
    title = {"id": "KALITEXT000000000002", "title": "Avenant n° 2"}
    texts = data["children"]
    assert isinstance(texts, list)
    texts.append({"type": "section", "data": title, "children": [article]})
    (tmp_path / "a.json").write_text(json.dumps(data), "utf-8")
    corpus = cpp_corpus.load(tmp_path)
    assert [corpus["idcc:9999/1"].text, corpus["idcc:9999:KALITEXT000000000002/1"].text] == ["Le sable :", "La pluie."]


def test_a_title_alone_is_refused() -> None:
    refusal = read_bytes(json.dumps({**agreement(), "children": []}).encode(), "x").refusal
    assert refusal is not None
    assert refusal.reason.startswith("the title of a collective agreement")


@pytest.mark.shared
def test_samples(shared: Path) -> None:
    folder = shared / "data" / "formats" / "socialgouv_kali_data_json"
    read = read_file(folder / "KALICONT000017941839.json")
    assert (read.format, len(read.documents[0].drafts), read.findings) == ("kali-data", 184, ())
    acts = {draft.facts.act for draft in read.documents[0].drafts}
    assert "idcc:2420" in acts
    assert {str(act).partition(":KALITEXT")[0] for act in acts} == {"idcc:2420"}
    assert read_file(folder / "KALICONT000005635559.json").refusal is not None


def test_a_number_with_the_call_of_a_footnote(tmp_path: Path) -> None:
    data = agreement()
    numbers = ["4.7 (1)", "1er (*)", "5 (1) (2)", "Annexe (1)", "filière 12"]
    data["children"] = [
        {"type": "article", "data": {"id": f"KALIARTI00000000000{at}", "num": number, "content": "Le sable."}}
        for at, number in enumerate(numbers)
    ]
    (tmp_path / "a.json").write_text(json.dumps(data), "utf-8")
    found = [str(article.number) for article in cpp_corpus.load(tmp_path).articles]
    assert found == ["4.7", "1er", "5", "Annexe (1)", "None"]


def test_the_title_of_an_article_without_words_is_kept(tmp_path: Path) -> None:
    data = agreement()
    empty = {"type": "article", "data": {"id": "KALIARTI000000000003", "content": "", "surtitre": "De la pluie"}}
    data["children"] = [*data["children"], empty]  # type: ignore[misc]
    (tmp_path / "a.json").write_text(json.dumps(data), "utf-8")
    corpus = cpp_corpus.load(tmp_path)
    assert len(corpus.articles) == 2
    assert "De la pluie" in corpus.leftovers
