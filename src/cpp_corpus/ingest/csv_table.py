"""Tables of articles as text: CSV, a row for each article, with the names of the columns on the first line.

The columns are those of :mod:`cpp_corpus.ingest.rows`. The sign between two cells is a comma, a semicolon or a tab; a
cell in quotes may have line ends, and two quotes for one.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO

from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.fragment import RecordPlace
from cpp_corpus.ingest.rows import Columns, Row, parted
from cpp_corpus.limits import check, check_time
from cpp_corpus.model.counting import counted
from cpp_corpus.model.document import Document
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.span import Span

__all__ = ["ADAPTER"]

_SIGNS = ",;\t"
_LINE = re.compile(r"[^\r\n]*")


def _sniff(file: RawFile) -> bool:
    if file.binary:
        return False
    line = _LINE.match(file.head)
    sign = _sign(line[0]) if line else None
    columns = Columns(_cells(line[0], sign) if line and sign else [])
    return columns.has_numbers and not columns.is_of_export


def _read(file: RawFile) -> Iterator[Document]:
    text = file.decoded.text
    rows = _rows(text)
    _, names = next(rows)
    columns = Columns(names)
    findings: list[Finding] = []
    found: list[Row] = []
    broken = [0, 0]  # how many rows, the line of the first
    for line, cells in rows:
        check("text_size", sum(map(len, cells)), "characters in one record")
        if len(cells) != len(names):
            broken = [broken[0] + 1, broken[1] or line]
            continue
        found.append((RecordPlace(line, Span(0, len(file.data))), dict(zip(names, cells, strict=True))))
    if broken[0]:
        message = (
            f"{counted(broken[0], 'row')} of the table have not as many cells as its first line, {len(names)}, and were"
            " left out. Make it again, with quotes around cells that have the sign between cells or line ends."
        )
        findings.append(Finding.build(FindingCode.TRUNCATED_PAGE, message, path=file.path, line=broken[1]))
    if found and not columns.has_law and not _are_of_law([columns.number(row) or "" for _, row in found]):
        raise RefusedError("a table of words and numbers, without a sign that it is law", _NO_LAW)
    articles = parted(columns, found) if columns.has_chunks else [columns.article(row, place) for place, row in found]
    drafts = [draft for article in articles if (draft := article.draft(file.path, findings))]
    if not drafts:
        raise RefusedError("a table without articles", "Its rows need words (texteHtml or texte) and numbers (num).")
    yield Document(file.path, ADAPTER.name, tuple(drafts), marks_notes=True, findings=tuple(findings))


# ---------------------------------------------------------------------------------------------------------------------


_NO_LAW = (
    "If it is law, add a column with the title of the act (title_main), the state (etat) or the first day (dateDebut),"
    " or write the numbers as “Article 5”."
)
_OF_LAW = re.compile(r"art(?:icle\b|\.)|(?:LO|[LRDA])\.? ?\*?[0-9]+-[0-9]", re.IGNORECASE)
"""A number that only articles of the law have; other tables have numbers such as 1 and A1, too."""


def _are_of_law(numbers: Sequence[str]) -> bool:
    """Whether most of the numbers of a table are those of articles."""
    return sum(_OF_LAW.match(number) is not None for number in numbers) * 2 > len(numbers)


def _sign(line: str) -> str | None:
    """The sign between the cells of a line of names; ``None`` where it has none."""
    sign = max(_SIGNS, key=line.count)
    return sign if sign in line else None


def _cells(line: str, sign: str) -> list[str]:
    return next(csv.reader([line], delimiter=sign), [])


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row, with the line at which it begins."""
    line = _LINE.match(text)
    if len(text) > csv.field_size_limit():  # an annex is longer than the cells that the module reads by itself
        csv.field_size_limit(len(text))
    rows = csv.reader(StringIO(text, newline=""), delimiter=_sign(line[0] if line else "") or ",")
    begins = 1
    for cells in rows:
        if cells:
            yield begins, cells
        check_time()
        begins = rows.line_num + 1


ADAPTER = Adapter(
    name="csv",
    description="CSV table of articles: a row for each article or part of one, the columns of the format parquet",
    expects="a table whose first line names its columns: words (texteHtml, texte), numbers (num), codes (title_main)",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "state", "dates", "divisions", "notes", "ids"),
    example="num,texteHtml,title_main,etat,dateDebut,dateFin,id,cid",
    in_records=True,
)
