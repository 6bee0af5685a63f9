"""Spreadsheets, .xlsx and .ods: tables of articles, opened by openpyxl and odfpy.

The columns are those of :mod:`cpp_corpus.ingest.rows`. Their names are in the first row that has columns of words and
numbers; what stands above it, such as a title, is a leftover. Each sheet that has such a row is a table.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.fragment import RecordPlace, fragment_line
from cpp_corpus.ingest.office import check_parts, mimetype
from cpp_corpus.ingest.open_document import opened
from cpp_corpus.ingest.rows import EXPECTED, KNOWS, Columns, Row, act_above, act_named, drafts_of
from cpp_corpus.limits import LimitReached, check_time
from cpp_corpus.model.document import Document, Role
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.span import Span

if TYPE_CHECKING:
    from odf.element import Element  # type: ignore[import-untyped]

__all__ = ["ADAPTER"]

_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_XLSX = re.compile(rb"PK\x03\x04.{26}xl/", re.DOTALL)
_KIND = "a spreadsheet"
_LOOKED_AT = 30  # rows among which the names of the columns are
_LONGEST = 32_767  # characters that a cell of .xlsx may have
_RETURN = "_x000D_"  # how .xlsx writes the sign CR

Cell = str | int | float | date | None


class _Sheet(NamedTuple):
    """A sheet: its name and its rows, from the first one on; those without values may be missing."""

    name: str
    rows: list[tuple[int, list[Cell]]]
    day_zero: date = date(1899, 12, 30)
    """The day from which it counts days."""


def _sniff(file: RawFile) -> bool:
    if not file.data.startswith(b"PK\x03\x04"):
        return False
    return _XLSX.search(file.data[: 1 << 16]) is not None or mimetype(file.data).startswith(_ODS)


def _read(file: RawFile) -> Iterator[Document]:
    documents: list[Document] = []
    others: list[str] = []
    refused: RefusedError | None = None
    for sheet in _sheets(file.data):
        names = _names(sheet)
        if names is None:
            others += [sheet.name] if sheet.rows else []
            continue
        try:
            documents.append(_document(file, sheet, *names))
        except RefusedError as error:
            refused = refused or error
            others.append(sheet.name)
    if not documents:
        raise refused or RefusedError(f"{_KIND} without a table of articles", f"Expected were columns of {EXPECTED}.")
    if others:
        message = f"Sheets that have no table of articles and are not read: {', '.join(others)}."
        finding = Finding.build(FindingCode.UNREAD_COLUMNS, message, path=file.path)
        documents[0] = replace(documents[0], findings=(*documents[0].findings, finding))
    yield from documents


def _text(data: bytes) -> str:
    """The words of all cells, a line for each row."""
    rows = (cells for sheet in _sheets(data) for _, cells in sheet.rows)
    return "\n".join("\t".join("" if cell is None else str(cell) for cell in cells) for cells in rows)


# ---------------------------------------------------------------------------------------------------------------------


def _names(sheet: _Sheet) -> tuple[int, list[str]] | None:
    """The place of the row with the names of the columns, and the names; ``None`` where there is none."""
    for at, (_, cells) in enumerate(islice(sheet.rows, _LOOKED_AT)):
        names = ["" if cell is None else str(cell) for cell in cells]
        if Columns(names).has_numbers:
            return at, names
    return None


def _document(file: RawFile, sheet: _Sheet, head: int, names: Sequence[str]) -> Document:
    columns = Columns(names)
    findings = columns.unread(file.path)
    whole = Span(0, len(file.data))
    rows: list[Row] = []
    for line, cells in sheet.rows[head + 1 :]:
        rows.append((RecordPlace(line, whole), dict(zip(names, cells, strict=False))))
        if any(isinstance(cell, str) and len(cell) == _LONGEST for cell in cells):
            message = f"A cell has {_LONGEST:,} characters, the most that it can: the end of its text may be missing."
            findings.append(Finding.build(FindingCode.TRUNCATED_PAGE, message, path=file.path, line=line))
    titles = [(line, cell) for line, cells in sheet.rows[:head] for cell in cells if isinstance(cell, str)]
    act = act_above(title for _, title in titles) or act_named(sheet.name)
    drafts = drafts_of(columns, rows, file, findings, act, day_zero=sheet.day_zero)
    if not drafts:
        raise RefusedError(f"{_KIND} without articles", "Its rows need words (texte) and numbers (num).")
    blocks = (fragment_line(title, RecordPlace(line, whole), Role.FURNITURE) for line, title in titles)
    above = [block for block in blocks if block]
    return Document(file.path, ADAPTER.name, tuple(drafts), tuple(above), marks_notes=True, findings=tuple(findings))


def _sheets(data: bytes) -> list[_Sheet]:
    check_parts(data)
    try:
        return _open_sheets(data) if mimetype(data).startswith(_ODS) else _excel_sheets(data)
    except (MissingExtraError, RefusedError, LimitReached):
        raise
    except Exception:  # noqa: BLE001 - what the two libraries raise on damaged files has no common class
        raise RefusedError(f"{_KIND} that cannot be opened", "Save it again, or as CSV.") from None


def _excel_sheets(data: bytes) -> list[_Sheet]:
    try:
        import openpyxl  # type: ignore[import-untyped]  # noqa: PLC0415 - only where one is read
    except ImportError as error:
        raise MissingExtraError("reading .xlsx spreadsheets", "office") from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on formats of cells and the like, which no words depend on
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        first = book.epoch.date()  # of 1904 in those of old Macintosh computers
        return [
            _Sheet(sheet.title, list(_excel_rows(sheet.iter_rows(values_only=True))), first)
            for sheet in book.worksheets
        ]


def _excel_rows(rows: Iterator[tuple[object, ...]]) -> Iterator[tuple[int, list[Cell]]]:
    for line, cells in enumerate(rows, 1):
        check_time()
        values = [_value(cell) for cell in cells]
        if any(value is not None for value in values):
            yield line, values


def _value(cell: object) -> Cell:
    if isinstance(cell, str):
        return cell.replace(_RETURN, "") or None
    return cell if isinstance(cell, int | float | date) else None


def _open_sheets(data: bytes) -> list[_Sheet]:
    document = opened(data, "reading .ods spreadsheets")
    parts = (part for part in document.body.childNodes if part.qname[1] == "spreadsheet")
    tables = (each for part in parts for each in part.childNodes if each.qname[1] == "table")
    return [_Sheet(table.getAttribute("name") or "", list(_open_rows(table))) for table in tables]


def _open_rows(table: Element) -> Iterator[tuple[int, list[Cell]]]:
    """The rows with values; a row or cell that is repeated stands once with the count of its copies."""
    line = 1
    for row in _inside(table, "table-row"):
        check_time()
        cells: list[Cell] = []
        for cell in _inside(row, "table-cell", "covered-table-cell"):
            cells += [_open_value(cell)] * _copies(cell, "numbercolumnsrepeated", _MOST_CELLS)
        while cells and cells[-1] is None:
            cells.pop()
        copies = _copies(row, "numberrowsrepeated", _MOST_ROWS)
        if cells:
            yield from ((line + count, cells) for count in range(copies))
        line += copies


def _inside(element: Element, *names: str) -> Iterator[Element]:
    """The elements with one of ``names`` in ``element``, also those in groups and headers; not those in one another."""
    for each in element.childNodes:
        if each.qname[1] in names:
            yield each
        elif each.qname[1] in _GROUPS:
            yield from _inside(each, *names)


def _copies(element: Element, name: str, most: int) -> int:
    return min(int(element.getAttribute(name) or 1), most)


def _open_value(cell: Element) -> Cell:
    from odf.teletype import extractText  # type: ignore[import-untyped]  # noqa: PLC0415 - only where one is read

    if (number := cell.getAttribute("value")) is not None and cell.getAttribute("valuetype") == "float":
        value = float(number)
        return int(value) if value.is_integer() else value
    if (day := cell.getAttribute("datevalue")) is not None:
        return str(day)
    lines = [extractText(each) for each in cell.childNodes if each.qname[1] in {"p", "h"}]
    return "\n".join(lines).strip() or None


_MOST_CELLS = 1 << 10
_MOST_ROWS = 1 << 20
_GROUPS = frozenset(("table-header-rows", "table-rows", "table-row-group", "table-header-columns"))


ADAPTER = Adapter(
    name="spreadsheet",
    description="spreadsheet (.xlsx, .ods) with a table of articles: the columns of the format csv",
    expects="a .xlsx or .ods spreadsheet with a row of names of columns: words (texte), numbers (num), acts (code)",
    sniff=_sniff,
    read=_read,
    knows=KNOWS,
    extra="office",
    example="PK…",
    text=_text,
)
