"""Flat dumps: bullets, indents, headings, the lines of the page."""

from __future__ import annotations

from datetime import date

from cpp_corpus.ingest import read_bytes
from cpp_corpus.model.document import Document, Role

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


def test_blocks() -> None:
    document = read(DUMP)
    assert document.act == "code-de-la-route"
    assert document.consolidated_at == date(2021, 12, 9)
    assert document.findings == ()
    found = [
        (block.role.value, block.opens, block.depth, block.gap, block.line, block.text) for block in document.blocks
    ]
    assert found == [
        ("title", False, 0, 0, 1, "Code de la route"),
        ("version", False, 0, 1, 3, "Version en vigueur au 09 décembre 2021"),
        ("text", True, 1, 1, 5, "Le vent souffle :"),
        ("text", False, 1, 1, 7, "1° Au nord ;"),
        ("text", False, 1, 0, 8, "2° Au sud."),
        ("text", False, 1, 2, 11, "Conformément au vent, rien."),
        ("heading", True, 3, 1, 13, "Article 12-3 (abrogé)"),
        ("version", False, 3, 1, 15, "Version en vigueur depuis le 27 mars 2020"),
        ("text", False, 3, 1, 17, "La pluie tombe."),
        ("text", True, 1, 0, 18, "La neige fond."),
        ("furniture", False, 1, 1, 20, "Retourner en haut de la page"),
    ]


def test_line_ends_do_not_matter() -> None:
    expected = [(block.line, block.text, block.gap) for block in read(DUMP).blocks]
    for end in ("\r\n", "\r"):
        assert [(block.line, block.text, block.gap) for block in read(DUMP.replace("\n", end)).blocks] == expected


def test_a_first_line_that_is_no_heading() -> None:
    for line in ("Article 12 du code rural :", "Les articles 1 et 2", "Statuts types", "L'article 3", "1° Le vent"):
        block = read(f"Code pénal\n\n  • {line}\n\n    Suite.").blocks[1]
        assert (block.role, block.opens) == (Role.TEXT, True)


def test_headings_of_articles_in_force_and_of_annexes() -> None:
    for line in ("Article L12-3", "Annexe I (abrogée)", "Article R*1 (transféré)", "Annexe 2-7"):
        assert read(f"Code pénal\n\n  • {line}\n\n    Suite.").blocks[1].role is Role.HEADING


def test_a_title_that_is_no_known_code() -> None:
    document = read("Code des nuages\n\n  • Le vent.")
    assert document.act == "code-des-nuages"
    assert read("Recueil du vent\n\n  • Le vent.").act is None


def test_a_dump_that_begins_inside_an_article() -> None:
    document = read("      Suite et fin.\n\n    • Le vent.")
    assert [(block.opens, block.depth, block.text) for block in document.blocks] == [
        (True, 1, "Suite et fin."),
        (True, 1, "Le vent."),
    ]
    assert [finding.code for finding in document.findings] == ["truncated-page"]


def test_a_line_at_the_left_edge_is_reported() -> None:
    document = read("Code pénal\n\n  • Le vent.\n\nPublicité\n\n  • La pluie.")
    assert [block.role.value for block in document.blocks] == ["title", "text", "furniture", "text"]
    assert [(finding.code, finding.line) for finding in document.findings] == [("stray-line", 5)]


def test_an_empty_bullet_and_odd_spaces() -> None:
    document = read("Code pénal\n\n  •\n\n    Le\u00a0vent,\tla  pluie.  \n\n  • La neige.")
    assert [(block.opens, block.text) for block in document.blocks[1:]] == [
        (True, "Le vent, la pluie."),
        (True, "La neige."),
    ]
