"""The JSON of Tricoteuses."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.model.document import Draft
from cpp_corpus.model.finding import Severity
from tests.ingest.fiction import Page, Tree, check_same, load, pages, titled

TITLES = {
    "code-des-moulins-et-des-horloges": "Code des moulins et des horloges",
    "code-des-sabliers": "Code des sabliers",
}
SAND = Page("code-des-sabliers", ("titre-ier-du-sable", "chapitre-ii"), "L1", "<p>Le sable.</p>")


def article(page: Page, count: int = 7, *, several: bool = False, **values: object) -> Tree:
    """An article; with ``several``, what may be a list is one."""

    def one(value: Tree) -> Any:
        return [value] if several else value

    levels: Any = None
    for slug in reversed(page.folders):
        title = {"#text": titled(slug), "@debut": "2016-01-01", "@fin": "2999-01-01", "@id": "LEGISCTA000000000001"}
        levels = {"TITRE_TM": one(title), **({"TM": levels} if levels else {})}
    title = {"#text": TITLES[page.act], "@debut": "2016-01-01", "@fin": "2999-01-01", "@id_txt": "LEGITEXT000000000002"}
    spec = {"NUM": page.number, "ETAT": "VIGUEUR", "DATE_DEBUT": "2016-01-01", "DATE_FIN": "2999-01-01"}
    return {
        "META": {"META_COMMUN": {"ID": f"LEGIARTI{count:012}"}, "META_SPEC": {"META_ARTICLE": {**spec, **values}}},
        "CONTEXTE": {"TEXTE": {"@cid": "LEGITEXT000000000002", "@nor": "", "TITRE_TXT": one(title), "TM": levels}},
        "BLOC_TEXTUEL": {"CONTENU": page.body},
    }


def drafts(value: object) -> tuple[Draft, ...]:
    (document,) = read_bytes(json.dumps(value).encode(), "x").documents
    return document.drafts


@pytest.mark.parametrize("several", [False, True])
def test_the_pages_have_the_same_words_and_references(tmp_path: Path, *, several: bool) -> None:
    check_same(load(tmp_path, [article(page, count, several=several) for count, page in enumerate(pages())]))


def test_facts() -> None:
    links = [
        {"#text": "Code pénal - art. 1 (V)", "@cidtexte": "LEGITEXT000006070719", "@id": "LEGIARTI000000000009"}
        | {"@num": "1", "@sens": sens, "@typelien": kind}
        for sens, kind in (("source", "CITATION"), ("cible", "CITATION"), ("source", "CREATION"))
    ]
    (draft,) = drafts({"ARTICLE": {**article(SAND), "NOTA": {"CONTENU": "Plus bas."}, "LIENS": {"LIEN": links}}})
    facts = draft.facts
    assert (facts.act, str(facts.number), facts.valid_from, facts.valid_to) == (
        "code-des-sabliers",
        "L1",
        date(2016, 1, 1),
        None,
    )
    assert dict(facts.ids) == {
        "legiarti": "LEGIARTI000000000007",
        "legitext": "LEGITEXT000000000002",
        "legiscta": "LEGISCTA000000000001",
    }
    assert {(link.href, link.act, link.article) for link in facts.links} == {
        ("LEGIARTI000000000009", "code-penal", "1")
    }
    assert [link.kind for link in facts.links] == ["CITATION", "CREATION"]
    assert [(block.text, str(block.role)) for block in draft.blocks] == [("Le sable.", "text"), ("Plus bas.", "note")]


@pytest.mark.parametrize(
    "content",
    ["<p>Le sable.</p>", {"#text": "<p>Le sable.</p>"}, [{"#text": "<p>Le</p>"}, "<p>sable.</p>"], ["Le sable."]],
)
def test_the_words_of_every_form_of_content(content: object) -> None:
    (draft,) = drafts({**article(SAND), "BLOC_TEXTUEL": {"CONTENU": content}})
    assert " ".join(block.text for block in draft.blocks) == "Le sable."


def test_titles_are_those_of_the_first_day() -> None:
    value = article(SAND)
    text = value["CONTEXTE"]["TEXTE"]
    later = {**text["TITRE_TXT"], "#text": "Code des sables", "@debut": "2020-01-01"}
    text["TITRE_TXT"] = [{**text["TITRE_TXT"], "@fin": "2020-01-01"}, later]
    assert drafts(value)[0].facts.act == "code-des-sabliers"


@pytest.mark.parametrize("name", ["META_SECTION_TA", "META_TEXTE_CHRONICLE"])
def test_texts_and_sections_are_passed_over(name: str) -> None:
    value = {"META": {"META_COMMUN": {"ID": "LEGITEXT000000000002"}, "META_SPEC": {name: {"NUM": "1"}}}}
    refusal = read_bytes(json.dumps(value).encode(), "x").refusal
    assert refusal is not None
    assert (refusal.severity, refusal.reason[:12]) == (Severity.INFO, "the metadata")


def test_cut_at_any_byte() -> None:
    data = json.dumps(article(SAND), ensure_ascii=False).encode()
    for end in range(len(data)):
        read = read_bytes(data[:end], "x")
        assert read.refusal is not None or [str(f.code) for f in read.findings] == ["truncated-page"]
