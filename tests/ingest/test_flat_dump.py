"""Flat dumps: bullets, indents, headings, the lines of the page."""

from __future__ import annotations

from datetime import date

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.model.document import Document, Facts, Role

DUMP = """Code de la route

Version en vigueur au 09 décembre 2021

    • Le vent souffle :

      1° Au nord ;
      2° Au sud.


      Conformément au vent, rien.

        • Article 12-3 (abrogé)

          Version en vigueur depuis le 27 mars 2020

          La pluie tombe.
    • La neige fond.

Retourner en haut de la page"""


def read(text: str) -> Document:
    result = read_bytes(text.encode(), "x.txt")
    assert result.format == "flat-dump"
    return result.documents[0]


def act_of(text: str) -> str | None:
    return read(text).drafts[0].facts.act


def test_blocks() -> None:
    document = read(DUMP)
    assert {draft.facts for draft in document.drafts} == {
        Facts(act="code-de-la-route", consolidated_at=date(2021, 12, 9))
    }
    assert document.findings == ()
    above = [(None, block) for block in document.above]
    found = [
        (depth, block.role.value, block.gap, block.line, block.text)
        for depth, block in [*above, *((draft.depth, block) for draft in document.drafts for block in draft.blocks)]
    ]
    assert found == [
        (None, "title", 0, 1, "Code de la route"),
        (None, "version", 1, 3, "Version en vigueur au 09 décembre 2021"),
        (1, "text", 1, 5, "Le vent souffle :"),
        (1, "text", 1, 7, "1° Au nord ;"),
        (1, "text", 0, 8, "2° Au sud."),
        (1, "text", 2, 11, "Conformément au vent, rien."),
        (3, "heading", 1, 13, "Article 12-3 (abrogé)"),
        (3, "version", 1, 15, "Version en vigueur depuis le 27 mars 2020"),
        (3, "text", 1, 17, "La pluie tombe."),
        (1, "text", 0, 18, "La neige fond."),
        (1, "furniture", 1, 20, "Retourner en haut de la page"),
    ]


def test_line_ends_do_not_matter() -> None:
    expected = [(block.line, block.text, block.gap) for block in read(DUMP).blocks]
    for end in ("\r\n", "\r"):
        assert [(block.line, block.text, block.gap) for block in read(DUMP.replace("\n", end)).blocks] == expected


def test_a_first_line_that_is_no_heading() -> None:
    for line in ("Article 12 du code rural :", "Les articles 1 et 2", "Statuts types", "L'article 3", "1° Le vent"):
        (draft,) = read(f"Code pénal\n\n  • {line}\n\n    Suite.").drafts
        assert draft.blocks[0].role is Role.TEXT


def test_headings_of_articles_in_force_and_of_annexes() -> None:
    for line in ("Article L12-3", "Annexe I (abrogée)", "Article R*1 (transféré)", "Annexe 2-7"):
        assert read(f"Code pénal\n\n  • {line}\n\n    Suite.").blocks[1].role is Role.HEADING


def test_a_title_that_is_no_known_code() -> None:
    assert act_of("Code des nuages\n\n  • Le vent.") == "code-des-nuages"
    assert act_of("Recueil du vent\n\n  • Le vent.") is None


@pytest.mark.parametrize("title", ["Code de l'énergie", "CODE DE L’ENERGIE", "Code de l energie"])
def test_a_title_in_any_writing_is_one_act(title: str) -> None:
    assert act_of(f"{title}\n\n  • Le vent.") == "code-de-lenergie"


def test_a_dump_that_begins_inside_an_article() -> None:
    document = read("      Suite et fin.\n\n    • Le vent.")
    assert [(draft.depth, draft.blocks[0].text) for draft in document.drafts] == [(1, "Suite et fin."), (1, "Le vent.")]
    assert [finding.code for finding in document.findings] == ["truncated-page"]


def test_a_line_at_the_left_edge_is_reported() -> None:
    document = read("Code pénal\n\n  • Le vent.\n\nPublicité\n\n  • La pluie.")
    assert [block.role.value for block in document.blocks] == ["title", "text", "furniture", "text"]
    assert [(finding.code, finding.line) for finding in document.findings] == [("stray-line", 5)]


def test_an_empty_bullet_and_odd_spaces() -> None:
    document = read("Code pénal\n\n  •\n\n    Le\u00a0vent,\tla  pluie.  \n\n  • La neige.")
    assert [[block.text for block in draft.blocks] for draft in document.drafts] == [
        ["Le vent, la pluie."],
        ["La neige."],
    ]


MENU = """  • Aller au ciel
  • Recherche
    • Nuages
    • Pluies
  • Publications

Code des nuages
Version en vigueur au 03 mars 2021

  • Le vent souffle.

  • La pluie tombe.
"""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (MENU, "text in no known"),
        (MENU * 3, "menus"),
        (MENU.replace("Recherche", "Plan du site"), "menus"),
        ("Code des nuages\n\n" + "  • Nuages\n" * 9, "menus"),
        ("Code des nuages\n\n  • Plan du site\n\n  • Le vent souffle.", "menus"),
        ("Liste :\n\n  • Pain\n  • Lait\n  • Beurre", "text in no known"),
    ],
)
def test_a_page_with_its_menus_is_refused_whole(text: str, reason: str) -> None:
    result = read_bytes(text.encode(), "x.txt")
    assert result.documents == ()
    assert result.refusal is not None
    assert reason in result.refusal.reason


def test_short_articles_are_no_menu() -> None:
    text = "Code des nuages\n\n" + "  • (Abrogé)\n\n  • Annexe I\n\n  • Pluies\n\n    Il pleut.\n\n" * 5
    assert len(read(text).drafts) == 15


def test_the_section_page_of_a_law() -> None:
    text = (
        "Loi n° 2031-12 du 3 mars 2031 relative au sable\n\nVersion en vigueur au 03 mars 2032\n\n"
        "  • Le sable est libre dans tout le pays.\n\n  • Article 2 (abrogé)\n\n    A modifié.\n"
    )
    (document,) = read_bytes(text.encode(), "a.txt").documents
    assert {draft.facts.act for draft in document.drafts} == {"loi:2031-12"}


def test_an_annex_that_begins_with_an_article_of_its_own() -> None:
    text = "Code de la route\n\nVersion en vigueur au 09 décembre 2021\n\n"
    text += "    • Le vent souffle.\n\n    • Article 1er\n\n      Le sablier est prêté.\n\n"
    text += "      Article 2\n\n      Il est rendu.\n\n"
    text += "    • La pluie tombe.\n\n    • Article 3 (abrogé)\n"
    document = read(text)
    roles = [[str(block.role) for block in draft.blocks] for draft in document.drafts]
    assert roles == [["text"], ["text"] * 4, ["text"], ["heading"]]


def test_the_title_of_an_annex_of_the_general_tax_code() -> None:
    title = "Code général des impôts, annexe II, CGIAN2."
    assert act_of(DUMP.replace("Code de la route", title)) == "code-general-des-impots-annexe-ii-cgianii"


@pytest.mark.parametrize("end", ["", "      □ Versions\n      □ Liens relatifs\n"])
def test_a_section_page_that_has_kept_its_headings_is_the_text_of_a_page(end: str) -> None:
    """As w3m and resiliparse without `main_content` write it."""
    history = "Modifié par Décret n°2024-12 du 1 mars 2024 - art. 2"
    text = "Code de la route\nVersion en vigueur au 09 décembre 2021\n\n"
    for number, words in (("R211-1", "Le vent souffle."), ("R211-2", "La pluie tombe.")):
        lines = (
            f"  • Article {number}",
            "    Version en vigueur depuis le 1 mars 2024",
            f"    {history}",
            f"    {words}",
        )
        text += "\n\n".join(lines) + f"\n\n{end}"
    (document,) = read_bytes(text.encode(), "a.txt").documents
    assert document.format == "page-text"
    texts = [[block.text for block in draft.blocks if block.role is Role.TEXT] for draft in document.drafts]
    assert texts == [["Le vent souffle."], ["La pluie tombe."]]
    assert [draft.facts.links[0].act for draft in document.drafts] == ["decret:2024-12"] * 2
