"""Office documents: .docx, .odt and .rtf."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from cpp_corpus.ingest import read_bytes
from cpp_corpus.tokenizer import tokenize
from tests.ingest.made import as_docx, as_odt, as_rtf

LINES = [
    "Code des sabliers",
    "Livre Ier : Du sable",
    "Article L111-1",
    "Version en vigueur depuis le 1 mars 2024",
    "Le sable coule, selon l'article L. 111-2.",
    "Il dort.",
    "Article L111-2",
    "Tarif :",
]
ROWS = [["Grain", "Prix"], ["noir", "trois"]]
Make = Callable[[Sequence[str], Sequence[Sequence[str]]], bytes]
MAKES = {"docx": as_docx, "odt": as_odt, "rtf": as_rtf}


@pytest.mark.parametrize("make", MAKES.values(), ids=MAKES)
def test_a_document(make: Make) -> None:
    data = make(LINES, ROWS)
    (document,) = read_bytes(data, "a.bin").documents
    first, second = tokenize(document).articles
    assert (document.format, first.id, second.id) == ("office", "code-des-sabliers/l111-1", "code-des-sabliers/l111-2")
    assert first.text == "Le sable coule, selon l'article L. 111-2.\nIl dort."
    assert first.valid_from == date(2024, 3, 1)
    assert [d.title for d in first.divisions] == ["Du sable"]
    assert second.text == "Tarif :\nGrain\tPrix\nnoir\ttrois"
    assert [len(row) for row in second.tables[0].rows] == [2, 2]
    assert second.source.byte == (0, len(data))


def rewritten(data: bytes, change: Callable[[str, bytes], bytes] = lambda _, part: part, *, turned: bool) -> bytes:
    """The archive with other parts, in the order of other writers where ``turned``."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        names = sorted(archive.namelist(), key=lambda name: name.startswith(("[", "mimetype")))
        for name in names if turned else archive.namelist():
            written.writestr(name, change(name, archive.read(name)))
    return made.getvalue()


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_the_parts_of_a_document_in_another_order(name: str) -> None:
    """Google Docs writes the types of the parts last; a document that was packed again has its kind anywhere."""
    (document,) = read_bytes(rewritten(MAKES[name](LINES, ROWS), turned=True), "a.bin").documents
    assert [str(article.number) for article in tokenize(document).articles] == ["L111-1", "L111-2"]


def test_an_open_document_with_blanks_between_its_elements() -> None:
    """As pandoc writes it, with namespaces on lines of their own."""

    def spaced(name: str, part: bytes) -> bytes:
        if not name.endswith(".xml"):
            return part
        part = part.replace(b"<office:text", b"\n  <office:text").replace(b"Le sable coule", b"Le sable\n   coule")
        return part.replace(b" xmlns:", b"\nxmlns:")

    (document,) = read_bytes(rewritten(as_odt(LINES, ROWS), spaced, turned=False), "a.odt").documents
    first, second = tokenize(document).articles
    assert first.text == "Le sable coule, selon l'article L. 111-2.\nIl dort."
    assert second.text == "Tarif :\nGrain\tPrix\nnoir\ttrois"


def test_an_open_document_whose_text_cannot_be_parsed_is_not_read_by_half() -> None:
    broken = rewritten(as_odt(LINES), lambda _, part: part.replace(b"Article L111-2", b"<"), turned=False)
    refusal = read_bytes(broken, "a.odt").refusal
    assert refusal is not None
    assert refusal.reason == "an office document that cannot be opened"


def test_merged_cells_come_once() -> None:
    (document,) = read_bytes(as_docx(LINES, [["Grain", ""], ["noir", "trois"]]), "a.docx").documents
    assert tokenize(document).articles[1].text == "Tarif :\nGrain\nnoir\ttrois"


def test_the_text_of_a_section_page_in_a_document() -> None:
    lines = ["Code des sabliers", "Version en vigueur au 3 mars 2031", "  • Le sable coule.", "  • Il dort."]
    (document,) = read_bytes(as_docx(lines), "a.docx").documents
    assert [a.text for a in tokenize(document).articles] == ["Le sable coule.", "Il dort."]


@pytest.mark.parametrize("make", MAKES.values(), ids=MAKES)
def test_a_document_without_headings_is_refused(make: Make) -> None:
    refusal = read_bytes(make(["Le vent souffle."], ()), "a.docx").refusal
    assert refusal is not None
    assert refusal.reason == "an office document without headings of articles"


@pytest.mark.parametrize("make", MAKES.values(), ids=MAKES)
def test_a_document_may_end_anywhere(make: Make) -> None:
    data = make(LINES, ROWS)
    for end in range(0, len(data), max(len(data) // 40, 1)):
        read = read_bytes(data[:end], "a.docx")
        assert bool(read.documents) != bool(read.refusal)


def test_a_document_that_is_a_bomb_is_refused() -> None:
    stream = io.BytesIO(as_docx(LINES))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("word/more.xml", "w") as part:
        for _ in range(100):
            part.write(bytes(1 << 20))
    refusal = read_bytes(stream.getvalue(), "a.docx").refusal
    assert refusal is not None
    assert "too large" in refusal.reason


@pytest.mark.parametrize(
    "content",
    [
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><x>&c;</x>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>",
        "<x>" * 100_000,
        "",
    ],
    ids=["entities", "external", "deep", "empty"],
)
@pytest.mark.parametrize(
    ("make", "part"), [(as_docx, "word/document.xml"), (as_odt, "content.xml")], ids=["docx", "odt"]
)
def test_hostile_documents_are_refused(make: Make, part: str, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make(LINES, ()))) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            target.writestr(name, content if name == part else source.read(name))
    refusal = read_bytes(stream.getvalue(), "a.docx").refusal
    assert refusal is not None
    assert capsys.readouterr() == ("", "")
