"""Spreadsheets with tables of articles."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest
from odf.opendocument import OpenDocumentSpreadsheet  # type: ignore[import-untyped]
from odf.table import Table, TableCell, TableHeaderRows, TableRow  # type: ignore[import-untyped]
from odf.text import P  # type: ignore[import-untyped]

import cpp_corpus
from cpp_corpus.ingest import read_bytes
from cpp_corpus.ingest.adapter import RawFile
from cpp_corpus.ingest.registry import converted_text
from cpp_corpus.model.article import Article
from cpp_corpus.tokenizer import tokenize

Value = str | int | date | None
Sheets = Mapping[str, Sequence[Sequence[Value]]]
NAMES: Sequence[Value] = ("Code", "N° article", "Texte", "État", "Date de début", "Avis")
SAND: Sequence[Sequence[Value]] = (
    NAMES,
    ("Code des sabliers", 1, "Le sable coule.", "En vigueur", datetime(2019, 5, 1), "bon"),  # noqa: DTZ001 - a day
    (None, None, None, None, None, None),
    ("Code des sabliers", "L2", "1° Le jour ;\n2° La nuit.", "Abrogé", "01/05/2019", None),
)


def as_xlsx(sheets: Sheets) -> bytes:
    """An .xlsx spreadsheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_ods(sheets: Sheets) -> bytes:
    """An .ods spreadsheet, with the empty rows and cells that LibreOffice writes around a table."""
    document = OpenDocumentSpreadsheet()
    for name, rows in sheets.items():
        table = Table(name=name)
        for at, row in enumerate(rows):
            made = TableRow()
            for value in row:
                made.addElement(_cell(value))
            made.addElement(TableCell(numbercolumnsrepeated="1018"))
            holder = TableHeaderRows() if at == 0 else table
            holder.addElement(made)
            if at == 0:
                table.addElement(holder)
        empty = TableRow(numberrowsrepeated="1048000")
        empty.addElement(TableCell(numbercolumnsrepeated="1024"))
        table.addElement(empty)
        document.spreadsheet.addElement(table)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _cell(value: Value) -> TableCell:
    if value is None:
        return TableCell()
    if isinstance(value, int):
        cell = TableCell(valuetype="float", value=str(value))
    elif isinstance(value, date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat()[:10])
    else:
        cell = TableCell(valuetype="string")
    for line in str(value).split("\n"):
        cell.addElement(P(text=line))
    return cell


FORMS = pytest.mark.parametrize("made", [as_xlsx, as_ods])
Made = Callable[[Sheets], bytes]


def articles(data: bytes) -> list[Article]:
    return [each for document in read_bytes(data, "a.xlsx").documents for each in tokenize(document).articles]


@FORMS
def test_a_row_is_an_article(made: Made) -> None:
    read = read_bytes(made({"Feuille1": SAND}), "a.xlsx")
    first, second = (each for document in read.documents for each in tokenize(document).articles)
    assert (first.id, first.text, str(first.valid_from)) == ("code-des-sabliers/1", "Le sable coule.", "2019-05-01")
    assert (second.id, second.text, str(second.state)) == (
        "code-des-sabliers/l2",
        "1° Le jour ;\n2° La nuit.",
        "repealed",
    )
    assert (second.source.line, second.source.format) == (4, "spreadsheet")
    (finding,) = read.findings
    assert (finding.code, "Avis" in finding.message) == ("unread-columns", True)


@FORMS
def test_numbers_in_a_column_of_days_are_those_of_days(made: Made) -> None:
    rows: Sequence[Sequence[Value]] = [
        ("Code", "N°", "Texte", "Date de début", "Date de fin"),
        ("Code des sabliers", "L1", "Le sable coule.", 43831, 2958465),
        ("Code des sabliers", "L2", "Le sable dort.", 2020, 44196),
    ]
    read = read_bytes(made({"Sable": rows}), "a.xlsx")
    first, second = (each for document in read.documents for each in tokenize(document).articles)
    assert (str(first.valid_from), first.valid_to) == ("2020-01-01", None)
    assert (second.valid_from, str(second.valid_to)) == (None, "2020-12-31")
    assert [(finding.code, finding.line) for finding in read.findings] == [("unreadable-fact", 3)]


@FORMS
def test_the_name_of_a_sheet_may_be_the_title_of_its_act(made: Made) -> None:
    rows: Sequence[Sequence[Value]] = [("N° article", "Texte"), ("1", "Le sable coule."), ("2", "Il dort.")]
    assert [article.id for article in articles(made({"Code des sabliers": rows}))] == [
        "code-des-sabliers/1",
        "code-des-sabliers/2",
    ]
    refusal = read_bytes(made({"Code postal": rows}), "a.xlsx").refusal
    assert refusal is not None
    assert "without a sign that it is law" in refusal.reason


@FORMS
def test_the_numbers_of_several_articles_make_no_id(made: Made) -> None:
    rows: Sequence[Sequence[Value]] = [
        ("Code", "Articles", "Texte"),
        ("Code des sabliers", "L. 1 et L. 2", "Le sable coule."),
        ("Code des sabliers", "L. 3 à L. 5", "Le sable dort."),
        ("Code des sabliers", "L. 6", "Le sable est fin."),
    ]
    read = read_bytes(made({"Sable": rows}), "a.xlsx")
    found = [each.id for document in read.documents for each in tokenize(document).articles]
    assert found == ["code-des-sabliers/~2", "code-des-sabliers/~3", "code-des-sabliers/l6"]
    assert [finding.line for finding in read.findings if finding.code == "unreadable-number"] == [2, 3]


@FORMS
def test_the_site_has_articles_with_two_numbers(made: Made) -> None:
    row = ("Code des sabliers", "A123-2 et A123-3", "Le sable coule.", "LEGIARTI000000000012")
    (article,) = articles(made({"Sable": [("Code", "Articles", "Texte", "id"), row]}))
    assert article.id == "code-des-sabliers/a123-2-et-a123-3"


@FORMS
def test_names_of_columns_below_a_title_and_other_sheets(made: Made) -> None:
    above = ("Recueil du sable", None)
    sheets: Sheets = {
        "Lisez-moi": [("Mode d'emploi",)],
        "Sable": [above, *SAND],
        "Grain": SAND[:2],
    }
    read = read_bytes(made(sheets), "a.ods")
    assert [len(document.drafts) for document in read.documents] == [2, 1]
    assert [block.text for block in read.documents[0].above] == ["Recueil du sable"]
    assert any("not read: Lisez-moi." in finding.message for finding in read.findings)


@FORMS
@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([("Nom", "Prix"), ("Sablier", 3)], "a spreadsheet without a table of articles"),
        (
            [("Article", "Contenu"), (12, "Une table basse.")],
            "a table of words and numbers, without a sign that it is law",
        ),
        ([NAMES], "a spreadsheet without articles"),
        ([], "a spreadsheet without a table of articles"),
    ],
)
def test_other_tables_are_refused(made: Made, rows: Sequence[Sequence[Value]], reason: str) -> None:
    refusal = read_bytes(made({"Feuille1": rows}), "a.xlsx").refusal
    assert refusal is not None
    assert refusal.reason == reason
    assert "title_main" in refusal.advice or "words" in refusal.advice


def test_a_cell_that_is_full_is_said() -> None:
    rows = [NAMES, ("Code des sabliers", "L1", "Le vent. " * 3640 + "Le vent", None, None, None)]
    findings = read_bytes(as_xlsx({"a": rows}), "a.xlsx").findings
    assert "truncated-page" in {str(finding.code) for finding in findings}


@FORMS
def test_a_damaged_spreadsheet(made: Made) -> None:
    data = made({"Feuille1": SAND})
    for end in range(0, len(data), 500):
        done = read_bytes(data[:end], "a.xlsx")
        assert done.refusal is not None


@FORMS
def test_a_spreadsheet_as_a_file_and_in_an_archive(made: Made, tmp_path: Path) -> None:
    (tmp_path / "recueil.xlsx").write_bytes(made({"Feuille1": SAND}))
    assert [article.id for article in cpp_corpus.load(tmp_path)] == ["code-des-sabliers/1", "code-des-sabliers/l2"]


@FORMS
def test_the_words_for_references(made: Made) -> None:
    text = converted_text(
        RawFile("a.xlsx", made({"Feuille1": [("Notes", "Source"), ("L'article 5 du Code pénal.", 3)]}))
    )
    assert text == "Notes\tSource\nL'article 5 du Code pénal.\t3"


def test_without_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    data = as_xlsx({"Feuille1": SAND})
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    refusal = read_bytes(data, "a.xlsx").refusal
    assert refusal is not None
    assert refusal.code == "missing-extra"
