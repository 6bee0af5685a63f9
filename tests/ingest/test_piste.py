"""Answers of the Légifrance API on PISTE."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cpp_corpus.ingest import read_bytes, read_file
from cpp_corpus.ingest.naming import source_act
from cpp_corpus.model.document import Draft
from tests.ingest.fiction import Page, Tree, acts, check_same, load, pages, titled, tree

OPEN = 32472144000000
START = 1451606400000
TITLES = {
    "code-des-moulins-et-des-horloges": "Code des moulins et des horloges",
    "code-des-sabliers": "Code des sabliers",
}


def answer(page: Page, count: int = 7, **values: object) -> Tree:
    ident = f"LEGIARTI{count:012}"
    depth = range(1, len(page.folders) + 1)
    article = {
        "id": ident,
        "texte": "sans alinéas",
        "texteHtml": page.body,
        "num": page.number,
        "etat": "VIGUEUR",
        "dateDebut": START,
        "dateFin": OPEN,
        "context": {
            "titresTM": [
                {"titre": titled(slug), "xPath": "TM/" * level, "debut": "2016-01-01", "fin": "2999-01-01"}
                for level, slug in zip(depth, page.folders, strict=True)
            ],
        },
        "cid": ident,
        "textTitles": [{"id": "LEGITEXT000000000002", "cid": "LEGITEXT000000000001", "titreLong": TITLES[page.act]}],
        "nota": "",
        "notaHtml": "",
        "lienCitations": [],
        **values,
    }
    return {"executionTime": 0, "dereferenced": False, "article": article}


SAND = Page("code-des-sabliers", ("titre-ier-du-sable",), "L1", "<p>Le sable.</p>")


def text(act: str, *, words: bool = True) -> Tree:
    """A whole text as consult/code answers, or its table of contents."""
    root = {"title": TITLES[act], "cid": "LEGITEXT000000000001", "id": "LEGITEXT000000000002"}

    def article(page: Page, count: int) -> Tree:
        ident = f"LEGIARTI{count:012}"
        content = page.body if words else None
        return {
            "id": ident,
            "cid": ident,
            "num": page.number,
            "content": content,
            "etat": "VIGUEUR",
            "dateDebut": START,
        }

    def nested(node: Tree) -> Tree:
        children = node.pop("children", None)
        if children is None:
            return node
        sections = [nested(child) for child in children if "children" in child]
        return {**node, "articles": [child for child in children if "children" not in child], "sections": sections}

    return nested(tree(act, root, lambda slug: {"title": titled(slug), "id": "LEGISCTA000000000001"}, article))


def drafts(*values: object, **options: Any) -> tuple[Draft, ...]:
    data = "\n".join(json.dumps(value, **options) for value in values).encode()
    (document,) = read_bytes(data, "x").documents
    return document.drafts


def test_one_answer_a_file_has_the_same_words_and_references(tmp_path: Path) -> None:
    check_same(load(tmp_path, [answer(page, count) for count, page in enumerate(pages())]))


def test_an_answer_a_line_has_the_same_words(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(answer(page, count)) for count, page in enumerate(pages()))
    check_same(load(tmp_path, [lines]))


def test_a_list_of_bare_articles_has_the_same_words(tmp_path: Path) -> None:
    check_same(load(tmp_path, [[answer(page, count)["article"] for count, page in enumerate(pages())]]))


def test_whole_texts_have_the_same_words(tmp_path: Path) -> None:
    check_same(load(tmp_path, map(text, acts())))


def test_facts() -> None:
    links = [
        {
            "textTitle": "Code pénal - art. 1 (V)",
            "textCid": "LEGITEXT000006070719",
            "articleNum": "1",
            "linkType": "CITATION",
            **link,
        }
        for link in ({"linkOrientation": "source", "articleId": "LEGIARTI1"}, {"linkOrientation": "cible"})
    ]
    (draft,) = drafts(answer(SAND, lienCitations=links, sectionParentId="LEGISCTA000000000003", surtitre="Du vent"))
    facts = draft.facts
    assert (facts.act, str(facts.number), facts.valid_from, facts.valid_to) == (
        "code-des-sabliers",
        "L1",
        date(2016, 1, 1),
        None,
    )
    assert dict(facts.ids) == {
        "legiarti": "LEGIARTI000000000007",
        "cid": "LEGIARTI000000000007",
        "legitext": "LEGITEXT000000000002",
        "legiscta": "LEGISCTA000000000003",
    }
    assert [(link.href, link.act, link.article, link.kind) for link in facts.links] == [
        ("LEGIARTI1", "code-penal", "1", "CITATION")
    ]
    assert [(block.text, str(block.role)) for block in draft.blocks] == [
        ("Le sable.", "text"),
        ("Du vent", "furniture"),
    ]


def test_all_versions_of_one_article() -> None:
    versions = [
        answer(SAND, 1, etat="MODIFIE", dateFin=1577836800000)["article"],
        answer(SAND, 2, dateDebut=1577836800000)["article"],
        answer(SAND, 3, etat="MODIFIE_MORT_NE", dateDebut=1577836800000, dateFin=START)["article"],
    ]
    found = drafts({"executionTime": 0, "listArticle": versions})
    assert [(str(draft.facts.state), str(draft.facts.valid_to)) for draft in found] == [
        ("repealed", "2020-01-01"),
        ("in_force", "None"),
        ("repealed", "2016-01-01"),
    ]


def test_a_division_has_the_title_of_the_day() -> None:
    titles = [
        {"titre": "Titre Ier : Du vent", "xPath": "TM", "debut": "1990-01-01", "fin": "2010-01-01"},
        {"titre": "Titre Ier : Du sable", "xPath": "TM", "debut": "2010-01-01", "fin": "2999-01-01"},
    ]
    for ordered in (titles, titles[::-1]):
        (draft,) = drafts(answer(SAND, context={"titresTM": ordered}))
        assert [division.title for division in draft.facts.divisions] == ["Du sable"]
    (draft,) = drafts(answer(SAND, context=None, fullSectionsTitre="Livre Ier : A &gt; Titre II : B &amp; C"))
    assert [(each.kind, each.number, each.title) for each in draft.facts.divisions] == [
        ("livre", "Ier", "A"),
        ("titre", "II", "B & C"),
    ]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({"executionTime": 1, "text": {"id": "CETATEXT000000000001", "juridiction": "Cour"}}, "a court decision"),
        ({"results": [], "totalResultNumber": 3}, "the result of a search"),
        (
            {
                "results": [
                    {"id": "LEGIARTI000000000001", "title": "Code des vents", "text": "Le <mark>vent</mark> [...]"}
                ]
            },
            "the result of a search",
        ),
        ({"article": {"id": "LEGIARTI000000000001", "num": None, "texteHtml": ""}}, "an answer of the Légifrance API"),
        ({"listArticle": [{"id": "LEGIARTI000000000001"}, 7]}, "an answer of the Légifrance API"),
        ({"article": None}, "JSON in no known format"),
        ({"article": {"title": "Le vent", "texte": "Il souffle."}}, "JSON in no known format"),
        ({"id": 7, "sections": [], "articles": [{"id": "a"}]}, "JSON in no known format"),
    ],
)
def test_what_is_no_law_is_refused_with_its_reason(value: object, reason: str) -> None:
    refusal = read_bytes(json.dumps(value).encode(), "x").refusal
    assert refusal is not None
    assert refusal.reason.startswith(reason)


def test_a_text_without_articles_is_no_answer_without_words() -> None:
    value = {"id": "JORFTEXT000000000001", "sections": [{"title": {"text": "Du vent"}, "lines": ["Il souffle."]}]}
    refusal = read_bytes(json.dumps(value).encode(), "x").refusal
    assert refusal is not None
    assert refusal.reason == "JSON of a text without articles"


def test_a_table_of_contents_is_refused() -> None:
    refusal = read_bytes(json.dumps(text("code-des-sabliers", words=False)).encode(), "x").refusal
    assert refusal is not None
    assert refusal.reason.startswith("a table of contents")
    assert "consult/getArticle" in refusal.advice


def test_values_of_other_kinds_are_as_if_they_were_missing() -> None:
    (draft,) = drafts(
        answer(SAND, context=[], textTitles={"a": 1}, lienCitations=[1, {}], dateDebut=[], etat={}, nota=4)
    )
    assert (draft.facts.act, draft.facts.valid_from) == (None, None)


def test_a_broken_line_is_one_finding() -> None:
    good = json.dumps(answer(SAND))
    read = read_bytes(f'{good}\n{{"article": {{"id": nought}}}}\n{good}'.encode(), "x")
    assert (len(read.documents[0].drafts), [str(f.code) for f in read.findings]) == (2, ["truncated-page"])


def test_cut_at_any_byte() -> None:
    data = json.dumps(answer(SAND), ensure_ascii=False).encode()
    for end in range(len(data)):
        read = read_bytes(data[:end], "x")
        assert read.refusal is not None or [str(f.code) for f in read.findings] == ["truncated-page"]


@pytest.mark.shared
def test_samples(shared: Path) -> None:
    folder = shared / "data" / "formats" / "piste_api_json"
    found = {path.stem[11:19]: read_file(path) for path in folder.glob("*.json")}
    assert found.pop("CETATEXT").refusal is not None
    assert {(read.format, len(read.documents[0].drafts), read.findings) for read in found.values()} == {
        ("piste", 1, ())
    }


def test_values_of_other_types_are_passed_over() -> None:
    titles = [{"titre": "Titre Ier : Du sable", "xPath": ["TM"], "debut": ["2016"]}]
    (draft,) = drafts(answer(SAND, dateDebut=["2016"], dateFin={"a": 1}, context={"titresTM": titles}))
    assert (draft.facts.valid_from, [each.title for each in draft.facts.divisions]) == (None, ["Du sable"])


def test_a_lone_surrogate_is_no_character() -> None:
    (draft,) = drafts(answer(SAND, texteHtml="<p>Le \ud800sable.</p>", num="L\udc801", nota="a"))
    assert [block.text for block in draft.blocks][-2:] == ["Le \ufffdsable.", "a"]
    assert "\ufffd" in draft.blocks[0].text


def test_the_abbreviation_behind_a_title_is_no_part_of_it() -> None:
    assert source_act("Code des moulins, CM.", "LEGITEXT000000000001") == "code-des-moulins"
    assert source_act("Code général des impôts, CGI.") == "code-general-des-impots-cgi"


@pytest.mark.parametrize(
    ("title", "act"),
    [
        ("Convention collective des meuniers du 3 mai 1999", "idcc:9812"),
        ("Avenant n° 2 du 4 mai 2005", "idcc:9812:KALITEXT000000000002"),
    ],
)
def test_an_article_of_a_collective_agreement(title: str, act: str) -> None:
    container = {
        "cid": "KALICONT000000000001",
        "num": "9812",
        "titre": "Convention collective des meuniers du 3 mai 1999",
    }
    texts = [{"id": "KALITEXT000000000002", "cid": "KALITEXT000000000002", "titreLong": title}]
    data = answer(SAND, conteneurs=[container], textTitles=texts, id="KALIARTI000000000003")
    read = read_bytes(json.dumps(data).encode(), "a.json")
    assert read.documents[0].drafts[0].facts.act == act


def test_a_row_of_a_published_table() -> None:
    row = {"id": "LEGIARTI000000000003", "num": "L1", "texte": "Le sable.", "title_main": "Code des sabliers"}
    read = read_bytes(json.dumps(row).encode(), "a.jsonl")
    assert read.documents[0].drafts[0].facts.act == "code-des-sabliers"


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda answers: {"data": answers[0]},
        lambda answers: {"status": 200, "headers": {"server": "a"}, "body": answers[0]},
        lambda answers: {"results": answers},
        lambda answers: {each["article"]["id"]: each for each in answers},
        lambda answers: {each["article"]["id"]: each["article"] for each in answers},
        lambda answers: [{"id": 1, "reponse": each} for each in answers],
        lambda answers: {"articles": [each["article"] for each in answers]},
    ],
)
def test_an_answer_inside_of_an_object_of_a_client(wrapped: Callable[[list[Tree]], object]) -> None:
    answers = [answer(SAND, 7), answer(SAND._replace(number="L2"), 8)]
    first, *others = drafts(wrapped(answers))
    assert (first.facts.act, str(first.facts.number)) == ("code-des-sabliers", "L1")
    assert [division.title for division in first.facts.divisions] == ["du sable"]
    assert [str(each.facts.number) for each in others] in ([], ["L2"])


@pytest.mark.parametrize(
    "row",
    [
        {"num": "L1", "texte": "Le sable.", "titre": "Code des sabliers"},
        {"num": "L1", "texte": "Le sable.", "ref": "Code des sabliers, art. L1"},
        {"numero_article": "L1", "contenu": "Le sable.", "nom_code": "Code des sabliers"},
    ],
)
def test_an_article_alone_under_the_names_of_columns(row: Tree) -> None:
    facts = {"id": "LEGIARTI000000000007", "etat": "VIGUEUR", "sectionParentTitre": "Titre Ier : Du sable", **row}
    for value in (facts, [facts], {"articles": [facts]}):
        (draft,) = drafts(value)
        assert (draft.facts.act, str(draft.facts.number)) == ("code-des-sabliers", "L1")
        assert [block.text for block in draft.blocks] == ["Le sable."]
        assert [division.title for division in draft.facts.divisions] == ["Du sable"]


def test_all_texts_of_a_collective_agreement() -> None:
    def section(name: str, title: str, *articles: str, sections: Sequence[Tree] = ()) -> Tree:
        listed = [
            {"id": f"KALIARTI{at:012}", "num": num, "content": "<p>Le vent.</p>"} for at, num in enumerate(articles)
        ]
        return {"id": name, "title": title, "articles": listed, "sections": list(sections)}

    base, wages = "KALITEXT000000000001", "KALITEXT000000000002"
    inner = section("KALISCTA000000000003", "Titre Ier : Du vent", "1", "2")
    agreement = {
        "id": "KALICONT000000000009",
        "titre": "Convention collective nationale des vents",
        "num": "9999",
        "nature": "IDCC",
        "sections": [
            section(base, "Texte de base : Convention collective nationale des vents", sections=[inner]),
            {
                "title": "Textes Salaires",
                "sections": [section(wages, "Accord du 3 mai 2012 relatif aux salaires", "1")],
            },
        ],
    }
    first, second, third = drafts(agreement)
    assert [first.facts.act, second.facts.act, third.facts.act] == ["idcc:9999", "idcc:9999", f"idcc:9999:{wages}"]
    assert [division.title for division in first.facts.divisions][1:] == ["Du vent"]
    assert ("kalitext", base) in first.facts.ids
    assert ("kaliscta", "KALISCTA000000000003") in first.facts.ids


def order_of(*orders: int | None) -> Tree:
    """An order with article 4 in a chapter, then article 2 and 1; ``orders`` of the chapter, of 4, 2 and 1."""
    chapter, *articles = orders
    listed = [
        {"id": f"JORFARTI{at:012}", "num": num, "content": "<p>Le vent.</p>", "intOrdre": order}
        for at, (num, order) in enumerate(zip("421", articles, strict=True))
    ]
    section = {"id": "JORFSCTA000000000001", "title": "Chapitre II", "intOrdre": chapter, "articles": listed[:1]}
    return {
        "id": "JORFTEXT000000000001",
        "title": "Arrêté du 5 mai 2031 relatif au vent",
        "nor": "VENX3100015A",
        "visa": "<p>Vu le code des sabliers ;<br/>Arrête :</p>",
        "articles": listed[1:],
        "sections": [{**section, "sections": []}],
        "signers": "<p>Fait le 5 mai 2031.</p>",
    }


@pytest.mark.parametrize(
    ("orders", "expected"),
    [((10, 5, 20, 8), "142"), ((4, 9, 20, 8), "412"), ((30, 1, 20, 8), "124"), ((30, 1, None, 8), "214")],
)
def test_articles_of_a_text_are_in_its_order(orders: tuple[int | None, ...], expected: str) -> None:
    found = drafts(order_of(*orders))
    assert "".join(str(draft.facts.number) for draft in found) == expected
    chapters = {str(draft.facts.number): len(draft.facts.divisions) for draft in found}
    assert chapters == {"1": 0, "2": 0, "4": 1}


@pytest.mark.parametrize(
    ("name", "word", "state"),
    [("JORF", "VIGUEUR", "unknown"), ("JORF", "ABROGE", "repealed"), ("LEGI", "VIGUEUR", "in_force")],
)
def test_an_article_as_it_was_published_has_no_state_of_today(name: str, word: str, state: str) -> None:
    value = order_of(1, 2, 3, 4)
    value["articles"] = [{**each, "id": f"{name}{each['id'][4:]}", "etat": word} for each in value["articles"]]
    assert [str(draft.facts.state) for draft in drafts(value)][1:] == [state, state]


def test_visas_and_signatures_of_a_text_are_left_over() -> None:
    (document,) = read_bytes(json.dumps(order_of(1, 2, 3, 4)).encode(), "x").documents
    assert [(block.text, str(block.role)) for block in document.above] == [
        ("Vu le code des sabliers ;", "furniture"),
        ("Arrête :", "furniture"),
        ("Fait le 5 mai 2031.", "furniture"),
    ]


def test_one_text_of_a_collective_agreement() -> None:
    text_of_it = {
        "id": "KALITEXT000000000002",
        "title": "Accord du 3 mai 2012 relatif aux salaires",
        "conteneurs": [{"id": "KALICONT000000000009", "num": "9999", "titre": "Convention collective des vents"}],
        "sections": [],
        "articles": [{"id": "KALIARTI000000000001", "num": "1", "content": "Le vent."}],
    }
    (draft,) = drafts(text_of_it)
    assert draft.facts.act == "idcc:9999:KALITEXT000000000002"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("// getArticle du 12 mai\n", ""),
        ("# Réponse de l'API\n\n", ""),
        ("/* copié */\n", ""),
        ("Voici la réponse :\n\n", "\n\nMerci.\n"),
        ("# Réponse\n\n```json\n", "\n```\n"),
    ],
)
def test_words_of_a_person_around_an_answer_are_left_out_and_said(above: str, below: str) -> None:
    value = {"article": {"id": "LEGIARTI000000000007", "num": "L3", "texteHtml": "<p>Le vent.</p>", "etat": "VIGUEUR"}}
    read = read_bytes(f"{above}{json.dumps(value, indent=2)}{below}".encode(), "a.txt")
    (document,) = read.documents
    assert document.format == "piste"
    assert [block.text for draft in document.drafts for block in draft.blocks] == ["Le vent."]
    assert [str(finding.code) for finding in read.findings] == ["stray-line"]
