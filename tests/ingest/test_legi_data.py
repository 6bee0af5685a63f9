"""The JSON of @socialgouv/legi-data."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cpp_corpus import ArticleState
from cpp_corpus.ingest import read_bytes, read_file
from cpp_corpus.model.document import Draft
from tests.ingest.fiction import Page, Tree, acts, check_same, load, titled, tree

OPEN = 32472144000000
DAY = 86_400_000
TITLES = {
    "code-des-moulins-et-des-horloges": "Code des moulins et des horloges",
    "code-des-sabliers": "Code des sabliers",
}


def article(page: Page, count: int, **values: object) -> Tree:
    ident = f"LEGIARTI{count:012}"
    data = {
        "articleVersions": [],
        "cid": ident,
        "dateDebut": 1451606400000,
        "dateFin": OPEN,
        "etat": "VIGUEUR",
        "id": ident,
        "nota": "",
        "notaHtml": "",
        "num": page.number,
        "texte": "sans alinéas",
        "texteHtml": page.body,
        **values,
    }
    return {"data": data, "type": "article"}


def section(slug: str) -> Tree:
    return {"data": {"id": "LEGISCTA000000000001", "title": titled(slug), "dateDebut": "2016-01-01"}, "type": "section"}


def root(act: str) -> Tree:
    data = {"cid": "LEGITEXT000000000001", "id": "LEGITEXT000000000002", "title": TITLES[act]}
    return {"data": {**data, "dateDebutVersion": "2026-02-05", "dateFinVersion": "2029-01-01"}, "type": "code"}


def code(act: str, **values: object) -> Tree:
    return tree(act, root(act), section, lambda page, count: article(page, count, **values))


def small(**values: object) -> dict[str, Any]:
    page = Page("code-des-sabliers", (), "L1", "<p>Le sable.</p>")
    return {**root(page.act), "children": [{**section("titre-ier"), "children": [article(page, 7, **values)]}]}


def drafts(value: object, **options: Any) -> tuple[Draft, ...]:
    (document,) = read_bytes(json.dumps(value, **options).encode(), "x").documents
    return document.drafts


def test_the_pages_have_the_same_words_and_references(tmp_path: Path) -> None:
    check_same(load(tmp_path, map(code, acts())))


def test_facts() -> None:
    (draft,) = drafts(small(notaHtml="<p>Voir plus bas.</p>", num=" L1  bis"))
    facts = draft.facts
    assert (facts.act, str(facts.number), facts.state) == ("code-des-sabliers", "L1 bis", ArticleState.IN_FORCE)
    assert (facts.valid_from, facts.valid_to, facts.consolidated_at) == (date(2016, 1, 1), None, date(2026, 2, 5))
    assert dict(facts.ids) == {
        "legiarti": "LEGIARTI000000000007",
        "cid": "LEGIARTI000000000007",
        "legitext": "LEGITEXT000000000002",
        "legiscta": "LEGISCTA000000000001",
    }
    assert [(block.text, str(block.role)) for block in draft.blocks] == [
        ("Le sable.", "text"),
        ("Voir plus bas.", "note"),
    ]


@pytest.mark.parametrize(
    ("state", "end", "found", "findings"),
    [
        ("VIGUEUR", OPEN, "in_force", 0),
        ("ABROGE_DIFF", 1861920000000, "in_force", 0),
        ("MODIFIE", 1861920000000, "in_force", 1),
        (None, OPEN, "in_force", 0),
        ("VIGUEUR", 1451606400000 - DAY, "repealed", 1),
        ("MODIFIE_MORT_NE", 1451606400000 - DAY, "repealed", 0),
    ],
)
def test_the_state_is_by_the_dates(state: str | None, end: int, found: str, findings: int) -> None:
    read = read_bytes(json.dumps(small(etat=state, dateFin=end)).encode(), "x")
    assert [str(draft.facts.state) for draft in read.documents[0].drafts] == [found]
    assert [str(finding.code) for finding in read.findings] == ["fact-disagreement"] * findings


def test_a_record_has_its_place() -> None:
    data = json.dumps(small(), indent=2).encode()
    (draft,) = read_bytes(data, "x").documents[0].drafts
    block = draft.blocks[0]
    assert json.loads(data[block.byte.start : block.byte.end])["data"]["num"] == "L1"
    assert data.split(b"\n")[block.line - 1].strip() == b"{"
    assert block.line == data[: block.byte.start].count(b"\n") + 1


def test_children_may_come_before_the_data_of_a_section() -> None:
    value = small()
    (titre,) = value["children"]
    value["children"] = [{"children": titre["children"], "data": titre["data"], "type": "section"}]
    assert [division.number for division in drafts(value)[0].facts.divisions] == ["Ier"]


def test_escapes_and_layout_do_not_matter() -> None:
    for options in ({"ensure_ascii": True}, {"indent": 4}, {"separators": (",", ":")}):
        assert drafts(code(acts()[0]), **options)[3].blocks[0].text == drafts(code(acts()[0]))[3].blocks[0].text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(encoding: str) -> None:
    data = json.dumps(small(texteHtml="<p>L'été.</p>"), ensure_ascii=False).encode(encoding)
    (document,) = read_bytes(data, "x").documents
    assert document.drafts[0].blocks[0].text == "L'été."


def test_cut_at_any_byte() -> None:
    data = json.dumps(code("code-des-sabliers"), ensure_ascii=False).encode()
    whole = len(drafts(code("code-des-sabliers")))
    for end in range(0, len(data) - 1, 97):
        read = read_bytes(data[:end], "x")
        count = sum(len(document.drafts) for document in read.documents)
        assert count <= whole
        assert read.refusal is not None or [str(f.code) for f in read.findings] == ["truncated-page"]


@pytest.mark.parametrize(
    "children",
    [
        "[" * 100_000,
        '[{"children":' * 100_000,
        '[{"type": "article", "data": {"texteHtml": ' + "[" * 100_000 + "]" * 100_000 + "}}]",
        "[" + "{}," * 100_000 + "{}]",
        '[{"type": "article", "data": 7}, {"type": "article"}, {"type": 3, "data": {}}]',
        '[{"type": "article", "data": {"num": {"a": 1}, "texteHtml": ["x"], "dateDebut": {}, "etat": 4}}]',
        '["\\',
    ],
)
def test_hostile_children_are_refused_or_left_out(children: str) -> None:
    head = json.dumps(root("code-des-sabliers"))[:-1]
    read = read_bytes(f'{head}, "children": {children}}}'.encode(), "x")
    assert not any(document.drafts for document in read.documents)
    assert read.refusal is not None or len(read.findings) <= 1


@pytest.mark.shared
def test_samples(shared: Path) -> None:
    folder = shared / "data" / "formats" / "socialgouv_legi_data_json"
    read = read_file(folder / "LEGITEXT000031366350.json")
    assert (read.format, sum(len(document.drafts) for document in read.documents), read.findings) == (
        "legi-data",
        474,
        (),
    )
    for other in ("index.json", "anomalies_etat_null_modifie_vigueur_diff.json"):
        assert read_file(folder / other).refusal is not None


def test_a_day_that_is_a_list_is_no_day() -> None:
    value = small()
    value["data"]["dateDebutVersion"] = ["2026-02-05"]
    (draft,) = drafts(value)
    assert draft.facts.consolidated_at is None


def test_the_root_of_the_first_versions_is_a_section() -> None:
    value = {**small(), "type": "section"}
    value["data"] = {**value["data"], "type": "code", "jurisDate": "2026-02-05"}
    (draft,) = drafts(value)
    assert (draft.facts.act, str(draft.facts.number)) == ("code-des-sabliers", "L1")


def test_an_array_of_codes() -> None:
    value = [small(), {**small(num="L2"), "data": {**root("code-des-moulins-et-des-horloges")["data"]}}]
    (document,) = read_bytes(json.dumps(value).encode(), "a.json").documents
    assert [(draft.facts.act, str(draft.facts.number)) for draft in document.drafts] == [
        ("code-des-sabliers", "L1"),
        ("code-des-moulins-et-des-horloges", "L2"),
    ]
