"""OpenDocument texts: the numbers of lists and headings, and notes, as LibreOffice prints them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from odf import text as odf  # type: ignore[import-untyped]
from odf.opendocument import OpenDocumentText  # type: ignore[import-untyped]
from odf.style import ListLevelProperties  # type: ignore[import-untyped]

import cpp_corpus
from cpp_corpus.ingest import open_document
from cpp_corpus.ingest.open_document import open_document_text

Level = tuple[str, str, str, int, int]
"""Format, prefix, suffix, start and shown levels of a level."""
ACT: list[Level] = [("1", "Article ", "", 3, 1), ("I", "", ". -", 1, 1), ("1", "", "°", 1, 1)]


def made() -> Any:
    return OpenDocumentText()


def style(document: Any, name: str, levels: Sequence[Level]) -> None:
    found = odf.ListStyle(name=name)
    for at, (kind, prefix, suffix, start, shown) in enumerate(levels, 1):
        if kind == "•":
            level = odf.ListLevelStyleBullet(level=at, bulletchar="•")
        else:
            given = {"level": at, "numformat": kind, "numprefix": prefix, "numsuffix": suffix}
            level = odf.ListLevelStyleNumber(**given, startvalue=start, displaylevels=shown)
        level.addElement(ListLevelProperties())
        found.addElement(level)
    document.automaticstyles.addElement(found)


def items(*parts: Any, **given: Any) -> Any:
    """A list; a text is an item, a list of texts one with several paragraphs, a list element goes one level down."""
    found = odf.List(**given)
    for part in parts:
        item = odf.ListItem()
        for each in part if isinstance(part, list) else [part]:
            item.addElement(odf.P(text=each) if isinstance(each, str) else each)
        found.addElement(item)
    return found


def lines(document: Any) -> list[str]:
    stream = io.BytesIO()
    document.save(stream)
    return list(filter(None, open_document_text(stream.getvalue()).split("\n")))


def test_articles_and_points_of_lists() -> None:
    document = made()
    style(document, "L1", ACT)
    points = items("Le jour ;", ["La nuit.", "Sauf vent fort."])
    document.text.addElement(
        items(["Le sable coule.", items(["Le garde ouvre :", points], "Il dort.")], stylename="L1")
    )
    document.text.addElement(odf.P(text="Fin."))
    document.text.addElement(items("Le vent souffle.", stylename="L1", continuenumbering="true"))
    document.text.addElement(items("Le vent dort.", stylename="L1"))
    assert lines(document) == [
        *("Article 3", "Le sable coule.", "I. - Le garde ouvre :", "1° Le jour ;", "2° La nuit.", "Sauf vent fort."),
        *("II. - Il dort.", "Fin.", "Article 4", "Le vent souffle.", "Article 3", "Le vent dort."),
    ]


@pytest.mark.parametrize(
    ("level", "printed"),
    [
        (("a", "", ")", 26, 1), ["z) Un", "aa) Deux"]),
        (("i", "(", ")", 1, 1), ["(i) Un", "(ii) Deux"]),
        (("•", "", "", 1, 1), ["- Un", "- Deux"]),
        (("", "Considérant", "", 1, 1), ["Considérant Un", "Considérant Deux"]),
        (("", "", "", 1, 1), ["Un", "Deux"]),
    ],
)
def test_forms_of_numbers(level: Level, printed: list[str]) -> None:
    document = made()
    style(document, "L1", [level])
    document.text.addElement(items("Un", "Deux", stylename="L1"))
    assert lines(document) == printed


def test_levels_above_and_values_of_items() -> None:
    document = made()
    style(document, "L1", [("I", "", ".", 1, 1), ("1", "", ".", 1, 2)])
    found = items("A", [items("B", "C")], "D", [items("E")], stylename="L1")
    found.childNodes[2].setAttribute("startvalue", 7)
    document.text.addElement(found)
    assert lines(document) == ["I. A", "I.1. B", "I.2. C", "VII. D", "VII.1. E"]


def test_headings_of_the_outline() -> None:
    document = made()
    outline = odf.OutlineStyle(name="Outline")
    for at, (prefix, kind) in enumerate((("Titre ", "I"), ("Article ", "1")), 1):
        outline.addElement(odf.OutlineLevelStyle(level=at, numformat=kind, numprefix=prefix))
    document.styles.addElement(outline)
    for at, words in ((1, "Du vent"), (2, "Objet"), (2, ""), (1, "Du sable"), (2, "Fin")):
        document.text.addElement(odf.H(outlinelevel=at, text=words))
    document.text.addElement(odf.H(outlinelevel=1, text="Annexe", islistheader="true"))
    assert lines(document) == [
        *("Titre I Du vent", "Article 1", "Objet", "Article 2", "Titre II Du sable", "Article 1", "Fin", "Annexe"),
    ]


def test_a_note_stands_at_the_end_and_its_call_in_no_number() -> None:
    document = made()
    paragraph = odf.P(text="Vu l'article 5")
    note = odf.Note(noteclass="footnote")
    note.addElement(odf.NoteCitation(text="1"))
    body = odf.NoteBody()
    body.addElement(odf.P(text="Voir l'article 9 du code civil."))
    note.addElement(body)
    paragraph.addElement(note)
    paragraph.addText(" du ")
    paragraph.addElement(odf.Span(text="code"))
    paragraph.addElement(odf.S(c=1))
    paragraph.addText("civil.")
    document.text.addElement(paragraph)
    found = lines(document)
    assert found == ["Vu l'article 5 du code civil.", "Voir l'article 9 du code civil."]
    assert [r.article for r in cpp_corpus.find_references(found[0])] == ["5"]


def test_numbers_of_a_damaged_file_stay_short() -> None:
    document = made()
    outline = odf.OutlineStyle(name="Outline")
    deep = 900_000
    outline.addElement(odf.OutlineLevelStyle(level=deep, numformat="1", displaylevels=deep, numprefix="x" * deep))
    outline.addElement(odf.OutlineLevelStyle(level=1, numformat="a", numprefix="x" * deep, startvalue=deep))
    document.styles.addElement(outline)
    for at in (deep, 1) * 20:
        document.text.addElement(odf.H(outlinelevel=at, text="Du vent"))
    assert all(len(line) < 100 for line in lines(document))


@pytest.mark.parametrize("space", ["style", "loext"])
def test_a_label_in_the_newer_form(space: str) -> None:
    """LibreOffice writes it as an extension, and newer versions as the standard has it."""
    names = {"style": open_document._STYLE, "loext": open_document._LOEXT}
    level = SimpleNamespace(
        qname=("", "list-level-style-number"),
        attributes={(open_document._TEXT, "level"): "1", (names[space], "num-list-format"): "%1%°"},
    )
    ((_, found),) = open_document._levels(SimpleNamespace(childNodes=[level]))
    assert found.form == "%1%°"
