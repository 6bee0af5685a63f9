"""Pages of a mirror: heading, act and divisions from the folders."""

from __future__ import annotations

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.address import division, place
from cpp_corpus.model.document import Document, Role


def read(text: str, path: str) -> Document:
    (document,) = read_bytes(text.encode(), path).documents
    return document


def test_heading() -> None:
    document = read("\ufeff# Article L12-3\r\n\r\n<p>Le vent.</p>", "code-des-nuages/l12-3.md")
    heading, body = document.blocks
    assert (heading.role, heading.text, heading.opens, heading.line) == (Role.HEADING, "Article L12-3", True, 1)
    assert (body.text, body.line) == ("Le vent.", 3)
    assert heading.byte == (5, 18)


def test_act_and_divisions_are_the_folders() -> None:
    document = read(
        "# Article 1\n\nx", "/tout/code-review/code-des-nuages/livre-ier-du-ciel/chapitre-iv-bis-du-vent/1.md"
    )
    assert document.act == "code-des-nuages"
    assert [(d.kind, d.number, d.title, d.slug) for d in document.divisions] == [
        ("livre", "Ier", None, "livre-ier-du-ciel"),
        ("chapitre", "IV bis", None, "chapitre-iv-bis-du-vent"),
    ]


def test_a_lone_page_has_no_act() -> None:
    document = read("# Article 1\n\nx", "/pages/1.md")
    assert (document.act, document.divisions) == (None, ())
    assert place("/pages/livre-ier") == (None, ())


@pytest.mark.parametrize(
    ("slug", "kind", "number"),
    [
        ("partie-legislative", "partie", None),
        ("partie-2-du-vent", "partie", "2"),
        ("deuxieme-partie-du-vent", "partie", "II"),
        ("premiere-partie", "partie", "Ier"),
        ("livre-premier-du-ciel", "livre", "Ier"),
        ("titre-1er-du-ciel", "titre", "1er"),
        ("titre-preliminaire", "titre", "préliminaire"),
        ("section-5-titre-du-vent", "section", "5"),
        ("chapitre-unique", "chapitre", "unique"),
        ("titre-xxv-du-vent", "titre", "XXV"),
        ("section-0i-du-vent", "section", "0I"),
        ("section-ii-quinquies-du-vent", "section", "II quinquies"),
        ("sous-section-3", "sous-section", "3"),
        ("sous-paragraphe-1-du-vent", "sous-paragraphe", "1"),
        ("sous-sous-paragraphe-1-du-vent", "sous-sous-paragraphe", "1"),
        ("annexes", "annexe", None),
        ("annexe-ii-du-vent", "annexe", "II"),
        ("i-ter-du-vent", "division", "I ter"),
        ("3-de-la-pluie", "division", "3"),
        ("b-de-la-pluie", "division", "B"),
        ("dispositions-communes", "division", None),
        ("titrages-du-vent", "division", None),
        ("", "division", None),
    ],
)
def test_divisions(slug: str, kind: str, number: str | None) -> None:
    found = division(slug)
    assert (found.kind, found.number, found.slug) == (kind, number, slug)
