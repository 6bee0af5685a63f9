"""The JSON of Envinorma."""

from __future__ import annotations

import json
from pathlib import Path

import cpp_corpus
from cpp_corpus.ingest import read_bytes
from tests.ingest.fiction import Tree


def section(title: str, *words: str | Tree, sections: tuple[Tree, ...] = ()) -> Tree:
    alineas = [each if isinstance(each, dict) else {"text": each} for each in words]
    return {"outer_alineas": alineas, "sections": list(sections), "title": {"text": title}}


def cell(text: str, **spans: int) -> Tree:
    return {"content": {"text": text}, "colspan": 1, "rowspan": 1, **spans}


def order(*sections: Tree) -> Tree:
    return {
        "date_of_signature": "2031-03-03",
        "id": "JORFTEXT000000000001",
        "sections": list(sections),
        "title": {"text": "Arrêté du 03/03/31 relatif au sable"},
        "visa": [{"text": "Vu le code des sabliers ;"}],
    }


TABLE: Tree = {
    "text": "",
    "table": {
        "rows": [
            {"cells": [cell("Grain", colspan=2)], "is_header": True},
            {"cells": [cell("Fin"), cell("< 3 mm")], "is_header": False},
        ]
    },
}
WHOLE = order(
    section("Article 1er", "Le sable est soumis à l'annexe I.", "\t- le fin ;\n- le gros."),
    section("Chapitre Ier - Du stockage"),
    section("Article 2 bis de l'arrêté du 3 mars 2031", "Il est sec."),
    section(
        "Chapitre II : De la mesure",
        "Préambule.",
        sections=(section("Article 4.10. - Du poids", "Il est pesé.", "Fait à Sabley, le 3 mars 2031", "A. Meunier"),),
    ),
    section("Index", "Sable, 2."),
    section(
        "Annexe I : Du grain",
        sections=(section("1. Tailles", "Elles sont :", TABLE, sections=(section("1.1. Contrôle", "Chaque an."),)),),
    ),
)


def test_an_order(tmp_path: Path) -> None:
    path = tmp_path / "order.json"
    path.write_text(json.dumps(WHOLE), encoding="utf-8")
    corpus = cpp_corpus.load(path)
    one, two, four, annex = corpus.articles
    assert [each.id for each in corpus] == [f"arrete:2031-03-03/{name}" for name in ("1", "2-bis", "4.10", "annexe-i")]
    assert one.text == "Le sable est soumis à l'annexe I.\n- le fin ;\n- le gros."
    assert (two.text, [(each.kind, each.title) for each in two.divisions]) == (
        "Il est sec.",
        [("chapitre", "Du stockage")],
    )
    assert (four.text, [each.number for each in four.divisions]) == ("Il est pesé.", ["II"])
    assert annex.text == "Du grain\n1. Tailles\nElles sont :\nGrain\nFin\t< 3 mm\n1.1. Contrôle\nChaque an."
    assert (annex.divisions, [len(table.rows) for table in annex.tables]) == ((), [2])
    assert one.ids == {"jorftext": "JORFTEXT000000000001"}
    assert set(corpus.leftovers) >= {"Vu le code des sabliers ;", "Préambule.", "A. Meunier", "Sable, 2."}
    assert [str(finding.code) for finding in corpus.findings] == ["stray-line", "stray-line"]


def test_sections_below_an_empty_heading_are_its_words() -> None:
    annex = section("Chapitre II"), section("Annexe"), section("1. Tailles", "3.")
    sections = section("Article 1", "Le sable."), section("Article 2"), section("I. Du grain", "Il est fin."), *annex
    (document,) = read_bytes(json.dumps(order(*sections)).encode(), "x").documents
    assert [[block.text for block in draft.blocks] for draft in document.drafts] == [
        ["Article 1", "Le sable."],
        ["Article 2", "I. Du grain", "Il est fin."],
        ["Annexe", "1. Tailles", "3."],
    ]


def test_an_order_without_articles_is_refused() -> None:
    refusal = read_bytes(json.dumps(order(section("1. Objet", "Le sable."))).encode(), "x").refusal
    assert refusal is not None
    assert refusal.reason == "an order of Envinorma without articles"


def test_cut_at_any_byte() -> None:
    data = json.dumps(WHOLE).encode()
    for end in range(0, len(data), 7):
        read = read_bytes(data[:end], "x")
        assert read.refusal is not None or "truncated-page" in {str(finding.code) for finding in read.findings}


def test_values_of_other_kinds_are_as_if_they_were_missing() -> None:
    broken = {"title": 7, "outer_alineas": [7, {"text": None, "table": {"rows": [{"cells": [7, {"content": 7}]}]}}]}
    (document,) = read_bytes(json.dumps(order(broken, section("Article 1", "Le sable."))).encode(), "x").documents
    assert [block.text for draft in document.drafts for block in draft.blocks] == ["Article 1", "Le sable."]
