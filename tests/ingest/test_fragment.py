"""Values of data files: the same words as from a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.fragment import RecordPlace, fragment_line, read_fragment
from cpp_corpus.model.document import Role
from cpp_corpus.model.span import Span

RECORD = RecordPlace(7, Span(100, 900))
PAGES = sorted((Path(__file__).parents[2] / "fixtures" / "mirror").rglob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_body_has_the_blocks_of_its_page(page: Path) -> None:
    text = page.read_text("utf-8")
    (document,) = read_bytes(text.encode(), str(page)).documents
    blocks = document.drafts[0].blocks[1:]
    body = text.split("\n", 2)[2] if text.count("\n") >= 2 else ""
    found = read_fragment(body, RECORD, html="<" in body)
    same = ("text", "role", "opens", "links", "table", "cells")
    assert [[getattr(b, name) for name in same] for b in found] == [[getattr(b, name) for name in same] for b in blocks]
    assert {(block.line, block.byte) for block in found} <= {RECORD}


def test_every_position_leads_to_the_record() -> None:
    (block,) = read_fragment("<b>L'été</b>&nbsp;passe.", RECORD)
    for at in range(len(block.text)):
        assert block.offsets.span(block.text, Span(at, at + 1)) == RECORD.byte


def test_lone_surrogates_become_the_sign_of_damage() -> None:
    assert read_fragment("le\ud800 vent", RECORD)[0].text == "le\ufffd vent"


@pytest.mark.parametrize("value", [None, "", " \n ", "<p></p>", "<br/>"])
def test_no_words_no_block(value: str | None) -> None:
    assert read_fragment(value, RECORD) == []
    assert fragment_line(value and value.replace("<", "").strip("p></br"), RECORD, Role.TITLE) is None


def test_a_note_of_several_lines_is_one_note() -> None:
    blocks = read_fragment("<p>NOTA : un.</p><p>Deux.</p>", RECORD, note=True)
    assert [(block.role, block.opens) for block in blocks] == [(Role.NOTE, True), (Role.NOTE, False)]


def test_deep_nesting_is_read_in_a_straight_line() -> None:
    assert read_fragment("<div>" * 100_000 + "vent" + "</div>" * 100_000, RECORD)[0].text == "vent"


@pytest.mark.parametrize(
    ("address", "title", "expected"),
    [
        ("/code-des-sabliers/l1.md", "Code civil - art. 9", ("code-des-sabliers", "l1")),
        ("/affichCodeArticle.do?cidTexte=LEGITEXT000006070719", "Code pénal - art. 9-1 (V)", ("code-penal", "9-1")),
        ("/affichCodeArticle.do?cidTexte=LEGITEXT000006070719", "Code pé... - art. 9-1 (V)", ("code-penal", "9-1")),
        ("/affichCodeArticle.do?cidTexte=LEGITEXT000006070719", "Code des sabliers - art. 9", ("code-penal", None)),
        ("/affichCodeArticle.do?cidTexte=LEGITEXT000099999999", "Code pénal - art. 9-1 (V)", (None, None)),
        ("/affichTexte.do?cidTexte=JORFTEXT000099999999", "Loi n° 2031-12 du 3 mai 2031 (V)", ("loi:2031-12", None)),
        ("/affichTexte.do?cidTexte=JORFTEXT000099999999", "Code de l... - art. 9-1 (V)", (None, "9-1")),
        ("/aide", "Aide - art", (None, None)),
    ],
)
def test_the_target_of_a_link_in_the_words(address: str, title: str, expected: tuple[str, str]) -> None:
    (block,) = read_fragment(f'<p>Selon <a href="{address}" title="{title}">l’article 9-1</a>.</p>', RECORD)
    (link,) = block.links
    assert (link.act, link.article) == expected
