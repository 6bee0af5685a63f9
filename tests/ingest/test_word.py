"""Word documents: what Word prints is read, whatever element of the file holds it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import cpp_corpus
from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.word import word_text
from cpp_corpus.tokenizer import tokenize

W = nsdecls("w")
Level = tuple[str, str, int]
"""Format, text and start of a level."""


def numbered(document: Any, number: int, levels: Sequence[Level], more: str = "") -> None:
    """Add a list of levels, and one that uses it; both have one number."""
    numbering = document.part.numbering_part.element
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
        for at, (kind, text, start) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{number}">{made}</w:abstractNum>'))
    used(document, number, number)


def used(document: Any, number: int, abstract: int, more: str = "") -> None:
    content = f'<w:abstractNumId w:val="{abstract}"/>{more}'
    document.part.numbering_part.element.append(parse_xml(f'<w:num {W} w:numId="{number}">{content}</w:num>'))


def place(number: int, level: int = 0) -> Any:
    return parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def add(document: Any, words: str, number: int | None = None, level: int = 0) -> Any:
    paragraph = document.add_paragraph(words)
    if number is not None:
        paragraph._p.get_or_add_pPr().append(place(number, level))
    return paragraph


def lines(document: Any) -> list[str]:
    stream = io.BytesIO()
    document.save(stream)
    return list(filter(None, word_text(stream.getvalue()).split("\n")))


ACT = [
    ("decimal", "Article L. 112-%1", 4),
    ("upperRoman", "%2. -", 1),
    ("decimal", "%3°", 1),
    ("lowerLetter", "%4)", 1),
]


def test_articles_points_and_letters_that_word_numbers() -> None:
    document = docx.Document()
    numbered(document, 901, ACT)
    document.add_paragraph("Code des sabliers")
    add(document, "", 901)
    add(document, "Le garde ouvre le moulin :", 901, 1)
    add(document, "Le jour ;", 901, 2)
    add(document, "La nuit :", 901, 2)
    add(document, "Par vent fort ;", 901, 3)
    add(document, "Il dort.", 901, 1)
    add(document, "", 901)
    add(document, "Selon le 2° du I de l'article L. 112-4.")
    stream = io.BytesIO()
    document.save(stream)
    (made,) = read_bytes(stream.getvalue(), "a.docx").documents
    first, second = tokenize(made).articles
    assert (first.id, second.id) == ("code-des-sabliers/l112-4", "code-des-sabliers/l112-5")
    assert [str(each.locator) for each in first.paragraphs] == ["I", "I/1°", "I/2°", "I/2°/a", "II"]
    assert first.text.startswith("I. - Le garde ouvre le moulin :\n1° Le jour ;\n2° La nuit :\na) Par vent fort ;")


def test_an_article_numbered_before_its_words() -> None:
    document = docx.Document()
    numbered(document, 901, [("decimal", "Article %1", 1)])
    add(document, "Le sable coule.", 901)
    add(document, "Il dort.")
    add(document, "Le vent souffle.", 901)
    assert lines(document) == ["Article 1", "Le sable coule.", "Il dort.", "Article 2", "Le vent souffle."]


@pytest.mark.parametrize(
    ("kind", "text", "start", "printed"),
    [
        ("decimalZero", "%1.", 7, ["07. Un", "08. Deux"]),
        ("upperLetter", "%1)", 26, ["Z) Un", "AA) Deux"]),
        ("lowerRoman", "(%1)", 3, ["(iii) Un", "(iv) Deux"]),
        ("ordinal", "%1 point", 1, ["1er point Un", "2e point Deux"]),
        ("ordinalText", "%1 :", 1, ["Premier : Un", "Deuxième : Deux"]),
        ("cardinalText", "%1 :", 4, ["Quatre : Un", "Cinq : Deux"]),
        ("bullet", "\uf0b7", 1, ["- Un", "- Deux"]),
        ("none", "Considérant", 1, ["Considérant Un", "Considérant Deux"]),
        ("none", "", 1, ["Un", "Deux"]),
        ("chicago", "%1.", 1, ["1. Un", "2. Deux"]),
    ],
)
def test_forms_of_numbers(kind: str, text: str, start: int, printed: list[str]) -> None:
    document = docx.Document()
    numbered(document, 901, [(kind, text, start)])
    add(document, "Un", 901)
    add(document, "Deux", 901)
    assert lines(document) == printed


def test_levels_begin_again_and_show_those_above() -> None:
    document = docx.Document()
    numbered(document, 901, [("upperRoman", "%1.", 1), ("decimal", "%1.%2.", 1), ("decimal", "%1.%2.%3", 1)])
    for words, level in (("A", 0), ("B", 1), ("C", 2), ("D", 1), ("E", 2), ("F", 0), ("G", 2)):
        add(document, words, 901, level)
    assert lines(document) == ["I. A", "I.1. B", "I.1.1 C", "I.2. D", "I.2.1 E", "II. F", "II.1.1 G"]


def test_digits_only_and_no_new_beginning() -> None:
    document = docx.Document()
    numbered(document, 901, [("upperRoman", "%1", 2), ("decimal", "%1.%2", 1)], '<w:lvlRestart w:val="0"/><w:isLgl/>')
    for words, level in (("A", 0), ("B", 1), ("C", 0), ("D", 1)):
        add(document, words, 901, level)
    assert lines(document) == ["2 A", "2.1 B", "3 C", "3.2 D"]


def test_lists_of_one_definition_count_on_unless_they_begin_anew() -> None:
    document = docx.Document()
    numbered(document, 901, [("decimal", "%1.", 1)])
    used(document, 902, 901)
    used(document, 903, 901, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>')
    for words, number in (("A", 901), ("B", 902), ("C", 903), ("D", 903), ("E", None), ("F", 0), ("G", 999)):
        add(document, words, number)
    assert lines(document) == ["1. A", "2. B", "7. C", "8. D", "E", "F", "G"]


def test_styles_have_lists_too() -> None:
    document = docx.Document()
    numbered(document, 901, [("decimal", "Article %1", 1), ("decimal", "%2°", 1)])
    document.part.numbering_part.element[0][1].append(parse_xml(f'<w:pStyle {W} w:val="Point"/>'))
    for name, base in (("Article", "Normal"), ("Point", "Normal"), ("Autre", "Article")):
        style = document.styles.add_style(name, 1)
        style.base_style = document.styles[base]
        if name != "Autre":
            style.element.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:numId w:val="901"/></w:numPr>'))
    for words, name in (("A", "Article"), ("B", "Point"), ("C", "Autre"), ("D", "Normal")):
        document.add_paragraph(words, style=name)
    off = document.add_paragraph("E", style="Article")
    off._p.get_or_add_pPr().append(place(0))
    assert lines(document) == ["Article 1", "A", "1° B", "Article 2", "C", "D", "E"]


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def par(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def control(content: str, gallery: str = "") -> str:
    given = f'<w:sdtPr><w:docPartObj><w:docPartGallery w:val="{gallery}"/></w:docPartObj></w:sdtPr>' if gallery else ""
    return f"<w:sdt>{given}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def row(*cells: str, deleted: bool = False) -> str:
    mark = "<w:trPr><w:del/></w:trPr>" if deleted else ""
    return f"<w:tr>{mark}{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def strong(words: str, mark: str = "<w:b/>") -> str:
    return f"<w:r><w:rPr>{mark}</w:rPr><w:t>{words}</w:t></w:r>"


CONTENTS: dict[str, tuple[str, list[str]]] = {
    "a tracked insertion": (par(f"<w:ins>{run('Le sable')}</w:ins>", run(" coule.")), ["Le sable coule."]),
    "a tracked deletion": (par(run("Il dort."), "<w:del><w:r><w:delText>Non.</w:delText></w:r></w:del>"), ["Il dort."]),
    "what was moved": (
        par(f"<w:moveFrom>{run('Ici')}</w:moveFrom>") + par(f"<w:moveTo>{run('Là')}</w:moveTo>"),
        ["Là"],
    ),
    "a strong heading before its words": (
        par(strong("Article 1"), strong("er"), run(" Le sable coule.")),
        ["Article 1er\tLe sable coule."],
    ),
    "one in a style": (
        par(strong("Article 2", '<w:rStyle w:val="Strong"/>'), run(" Il dort.")),
        ["Article 2\tIl dort."],
    ),
    "a strong heading alone": (par(strong("Article 3")), ["Article 3"]),
    "a heading that is not strong": (par(strong("Article 4", '<w:b w:val="0"/>'), run(" dort.")), ["Article 4 dort."]),
    "strong words": (par(strong("Le sable"), run(" coule.")), ["Le sable coule."]),
    "content controls": (control(par(run("Le "), control(run("vent")))), ["Le vent"]),
    "a table of contents": (control(par(run("Article 1 … 3")), "Table of Contents"), []),
    "a field": (
        par("<w:r><w:instrText>REF x</w:instrText></w:r>", f'<w:fldSimple w:instr="REF y">{run("L. 1")}</w:fldSimple>'),
        ["L. 1"],
    ),
    "hyphens and breaks": (
        par("<w:r><w:t>L. 811</w:t><w:noBreakHyphen/><w:t>2</w:t><w:br/><w:t>Fin</w:t></w:r>"),
        ["L. 811-2", "Fin"],
    ),
    "a box": (
        par(run("Avant"), f"<w:r><w:pict><w:txbxContent>{par(run('Dedans'))}</w:txbxContent></w:pict></w:r>"),
        ["Avant", "Dedans"],
    ),
    "a table in a table": (
        table(row(par(run("Grain")) + table(row(par(run("noir")))) + par(), par())),
        ["│Grain │noir│││"],
    ),
    "a row that was deleted": (table(row(par(run("Non")), deleted=True), row(par(run("Oui")))), ["│Oui│"]),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_what_is_printed_is_read(name: str) -> None:
    content, wanted = CONTENTS[name]
    document = docx.Document()
    for element in parse_xml(f"<w:body {W}>{content}</w:body>"):
        document.element.body.insert(len(document.element.body) - 1, element)
    assert lines(document) == wanted


def test_lines_of_a_table_of_contents_are_left_out() -> None:
    document = docx.Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("Article 1 … 3", style="toc 1")
    document.add_paragraph("Article 1")
    assert lines(document) == ["Article 1"]


NOTE = "Voir l'article 9 du code civil."


def with_notes(data: bytes) -> bytes:
    """The document with a footnote, as Word writes them."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>——</w:t></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2">{par("<w:r><w:footnoteRef/></w:r>", run(NOTE))}</w:footnote></w:footnotes>'
    )
    changes: dict[str, Callable[[str], str]] = {
        "word/_rels/document.xml.rels": lambda text: text.replace(
            "</Relationships>", f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'
        ),
        "[Content_Types].xml": lambda text: text.replace(
            "</Types>", '<Override PartName="/word/footnotes.xml" ContentType="application/xml"/></Types>'
        ),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, changes[name](content.decode()).encode() if name in changes else content)
        target.writestr("word/footnotes.xml", notes)
    return stream.getvalue()


def test_a_note_stands_at_the_end_and_its_call_in_no_number() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Vu l'article 5")
    paragraph._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>'))
    paragraph.add_run(" du code civil.")
    stream = io.BytesIO()
    document.save(stream)
    text = word_text(with_notes(stream.getvalue()))
    assert text.split("\n") == ["", "Vu l'article 5 du code civil.", "", NOTE]
    assert [r.article for r in cpp_corpus.find_references(text)] == ["5", "9"]


def test_numbers_of_a_damaged_file_stay_short() -> None:
    document = docx.Document()
    numbered(document, 901, [("lowerLetter", "%1)" + "x" * 100_000, 900_000)])
    for _ in range(50):
        add(document, "Un", 901)
    assert all(len(line) < 100 for line in lines(document))
