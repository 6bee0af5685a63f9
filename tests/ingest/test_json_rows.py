"""Flat records of articles in JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

import cpp_corpus
from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.read import FileRead
from cpp_corpus.model.article import Article
from cpp_corpus.tokenizer import tokenize

ROWS: list[dict[str, Any]] = [
    {"code": "Code des sabliers", "numero": "L3", "texte": "Le sable coule.", "etat": "VIGUEUR"},
    {"code": "Code des sabliers", "numero": "L4", "texte": "Il <b>dort</b>.\nIl attend.", "etat": "ABROGE"},
]


def read(value: object) -> FileRead:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)
    return read_bytes(text.encode(), "a.json")


def articles(value: object) -> list[Article]:
    return [article for document in read(value).documents for article in tokenize(document).articles]


@pytest.mark.parametrize(
    "value",
    [
        ROWS,
        {"articles": ROWS},
        {"total": 2, "rows": ROWS},
        "\n".join(map(json.dumps, ROWS)),
        json.dumps(
            [{"code": row["code"], "Numéro": row["numero"], "Texte": row["texte"], "État": row["etat"]} for row in ROWS]
        ),
        [{"page_content": row["texte"], "metadata": {**row, "texte": None}} for row in ROWS],
        [
            {"Titre du code": row["code"], "N° article": row["numero"], "Contenu": row["texte"], "État": row["etat"]}
            for row in ROWS
        ],
    ],
)
def test_a_record_is_an_article(value: object) -> None:
    first, second = articles(value)
    assert (first.id, first.text, str(first.state)) == ("code-des-sabliers/l3", "Le sable coule.", "in_force")
    assert (second.id, str(second.state), second.source.format) == ("code-des-sabliers/l4", "repealed", "json-rows")


@pytest.mark.parametrize(
    "around",
    [
        {"titre": "Code des sabliers"},
        {"nom": "Code des sabliers", "version": 3},
        {"metadata": {"title": "Code des sabliers"}},
        {"code": {"titre": "Code des sabliers", "id": 3}},
    ],
)
def test_the_object_around_the_records_names_their_act(around: dict[str, Any]) -> None:
    rows = [{"numero": "1", "texte": "Le sable coule."}, {"numero": "2", "texte": "Il dort."}]
    assert [article.id for article in articles({**around, "articles": rows})] == [
        "code-des-sabliers/1",
        "code-des-sabliers/2",
    ]


def test_a_record_that_names_its_act_keeps_it() -> None:
    value = {"titre": "Code des vents", "articles": ROWS}
    assert [article.act for article in articles(value)] == ["code-des-sabliers", "code-des-sabliers"]


def test_objects_with_records_each_name_their_act() -> None:
    rows = [{"numero": "1", "texte": "Le sable coule."}]
    value = [{"titre": f"Code des {name}", "articles": rows} for name in ("sabliers", "vents")]
    assert [article.id for article in articles(value)] == ["code-des-sabliers/1", "code-des-vents/1"]


def test_an_object_that_names_no_act_says_nothing() -> None:
    refusal = read({"titre": "Code postal", "articles": [{"numero": "1", "texte": "Le sable coule."}]}).refusal
    assert refusal is not None
    assert "without a sign that it is law" in refusal.reason


def test_a_record_is_at_its_place() -> None:
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS)
    second = articles(text)[1]
    assert second.source.line == 2
    assert json.loads(text.encode()[second.source.byte.start : second.source.byte.end]) == ROWS[1]


def test_divisions_as_a_list_and_other_values() -> None:
    row = {
        **ROWS[0],
        "divisions": ["Titre Ier : Du sable", "Chapitre II : Du verre"],
        "debut": 1556668800000,
        "avis": [1],
    }
    read_file = read([row])
    (article,) = tokenize(read_file.documents[0]).articles
    assert [division.title for division in article.divisions] == ["Du sable", "Du verre"]
    assert str(article.valid_from) == "2019-05-01"
    (finding,) = read_file.findings
    assert (finding.code, "avis" in finding.message) == ("unread-columns", True)


def test_a_list_of_texts_is_alineas() -> None:
    first, second = articles(
        [
            {
                "title_main": "Code des sabliers",
                "num": "L3",
                "contenu": ["Le sable <b>coule</b>.", "", "Il dort.\nIl rêve."],
            },
            {"title_main": "Code des sabliers", "num": "L4", "contenu": ["<p>Le verre est clair.</p>", None]},
        ]
    )
    assert first.text == "Le sable coule.\nIl dort.\nIl rêve."
    assert second.text == "Le verre est clair."


@pytest.mark.parametrize("contents", [{"texte": "Le sable dort."}, ["Le sable dort.", {"n": 2}]])
def test_an_object_is_no_text_and_said(contents: object) -> None:
    done = read([*ROWS, {**ROWS[0], "numero": "L9", "texte": contents}])
    assert [article.text for article in tokenize(done.documents[0]).articles][2:] == [""]
    (finding,) = [finding for finding in done.findings if finding.code == "unreadable-fact"]
    assert "column 'texte' cannot be read as a text" in finding.message
    assert "a list of the alinéas" in finding.message
    refusal = read([{"titre": "Code des sabliers", "num": "L9", "texte": contents}]).refusal
    assert refusal is not None
    assert "whose words are objects" in refusal.reason


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda line: line[:-1],
        lambda line: line[1:],
        lambda line: line.replace('"numero"', '"numero'),
        lambda line: line.replace('", "', '" "'),
    ],
)
def test_the_lines_around_one_that_is_not_valid(spoiled: Callable[[str], str]) -> None:
    rows = [{**ROWS[0], "numero": f"L{at}"} for at in range(1, 6)]
    lines = [json.dumps(row) for row in rows]
    done = read("\n".join([*lines[:1], spoiled(lines[1]), "", *lines[2:4], spoiled(lines[4]), *lines]))
    (document,) = done.documents
    found = [
        (article.number.normalized, article.source.line) for article in tokenize(document).articles if article.number
    ]
    assert found == [("l1", 1), ("l3", 4), ("l4", 5), ("l1", 7), ("l2", 8), ("l3", 9), ("l4", 10), ("l5", 11)]
    (finding,) = [finding for finding in done.findings if finding.code == "truncated-page"]
    assert (finding.line, "on lines 2, 6." in finding.message) == (2, True)


def test_the_last_line_may_be_cut_off() -> None:
    lines = [json.dumps({**ROWS[0], "numero": f"L{at}"}) for at in range(1, 4)]
    done = read("\n".join(lines)[:-9])
    assert len(tokenize(done.documents[0]).articles) == 2
    (finding,) = [finding for finding in done.findings if finding.code == "truncated-page"]
    assert (finding.line, "ends before its records do" in finding.message) == (3, True)


def test_a_file_that_is_cut_off() -> None:
    text = json.dumps(ROWS)
    done = read(text[: text.index("Il <b>")])
    (article,) = tokenize(done.documents[0]).articles
    assert article.id == "code-des-sabliers/l3"
    assert "truncated-page" in {str(finding.code) for finding in done.findings}


@pytest.mark.parametrize(
    "value",
    [
        [{"number": 1, "title": "Crash", "body": "It crashes.", "state": "open"}],
        [{"code": "A12", "article": "12", "contenu": "Table basse."}],
        [{"titre": "Le vent", "texte": "Il souffle."}],
        [{"code": "Code des sabliers", "numero": "L3"}],
    ],
)
def test_records_of_other_things_are_refused(value: object) -> None:
    assert read(value).refusal is not None


def test_an_export_is_no_source(tmp_path: Any) -> None:
    (tmp_path / "a.json").write_text(json.dumps(ROWS), "utf-8")
    cpp_corpus.load(tmp_path / "a.json").export(tmp_path / "out")
    refusal = read((tmp_path / "out" / "articles.jsonl").read_text("utf-8")).refusal
    assert refusal is not None
