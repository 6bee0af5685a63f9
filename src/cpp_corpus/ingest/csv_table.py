"""Tables of articles as text: CSV, a row for each article, with the names of the columns on the first line.

The columns are those of :mod:`cpp_corpus.ingest.rows`. The sign between two cells is a comma, a semicolon or a tab; a
cell in quotes may have line ends, and two quotes for one. A line ``sep=;`` may stand above.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.rows import KNOWS, Columns, drafts_of, rows_named
from cpp_corpus.limits import check_time
from cpp_corpus.model.document import Document

__all__ = ["ADAPTER", "is_table"]


def is_table(head: str) -> bool:
    r"""Whether the beginning of a text is a table whose first line names its columns, whatever they are.

    >>> is_table("Nom;Prix;Avis\nSablier;3;bon\n"), is_table("Le vent, la pluie\net la neige, le soir.\n")
    (True, False)
    """
    rows = [cells for _, cells in islice(_rows(head), _LOOKED_AT)]
    names = rows[0] if rows else []
    is_named = len(names) >= _COLUMNS and all(0 < len(name.strip()) <= _NAME for name in names)
    return is_named and len(rows) > 1 and all(len(cells) == len(names) for cells in rows[: _LOOKED_AT - 1])


_SIGNS = ",;\t|"
_LOOKED_AT = 5  # rows
_COLUMNS = 3
_NAME = 40  # characters of the name of a column
_LIST = re.compile(r"\ufeff?\s*\[\s*[\"\[{]")
"""The beginning of a list of JSON."""
_LINE = re.compile(r"[^\r\n]*")


def _sniff(file: RawFile) -> bool:
    if file.binary or _LIST.match(file.head):
        return False
    found = _FIRST.match(file.head)
    line = _LINE.match(file.head, found.end() if found else 0)
    sign = _sign(line[0]) if line else None
    names = _cells(line[0], sign) if line and sign else []
    columns = Columns(names)
    if columns.is_of_export:
        return False
    if columns.has_numbers:
        return True
    first = next((cells for _, cells in islice(_rows(file.head), 1, 2)), []) if columns.known else []
    return columns.names_article(dict(zip(names, first, strict=False)))


def _read(file: RawFile) -> Iterator[Document]:
    rows = _rows(file.decoded.text)
    _, names = next(rows)
    columns = Columns(names)
    findings = columns.unread(file.path)
    found = rows_named(names, rows, file, findings)
    drafts = drafts_of(columns, found, file, findings)
    if not drafts:
        raise RefusedError("a table without articles", "Its rows need words (texteHtml or texte) and numbers (num).")
    yield Document(file.path, ADAPTER.name, tuple(drafts), marks_notes=True, findings=tuple(findings))


# ---------------------------------------------------------------------------------------------------------------------


_FIRST = re.compile(r"\ufeff?(?:\"?sep=(?P<sign>[,;\t|])\"?[ \t]*(?:\r\n?|\n))?", re.IGNORECASE)
"""A line that tells a spreadsheet which sign is between the cells."""


def _sign(line: str) -> str | None:
    """The sign between the cells of a line of names; ``None`` where it has none."""
    sign = max(_SIGNS, key=line.count)
    return sign if sign in line and not line.startswith("|") else None


def _cells(line: str, sign: str) -> list[str]:
    return next(csv.reader([line], delimiter=sign), [])


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row, with the line at which it begins."""
    found = _FIRST.match(text)
    start = found.end() if found else 0
    line = _LINE.match(text, start)
    if len(text) > csv.field_size_limit():  # an annex is longer than the cells that the module reads by itself
        csv.field_size_limit(len(text))
    rows = csv.reader(StringIO(text[start:], newline=""), delimiter=_sign(line[0] if line else "") or ",")
    above = 1 if found and found["sign"] else 0
    begins = above + 1
    for cells in rows:
        if cells:
            yield begins, cells
        check_time()
        begins = above + rows.line_num + 1


ADAPTER = Adapter(
    name="csv",
    description="CSV table of articles: a row for each article or part of one, the columns of the format parquet",
    expects="a table whose first line names its columns: words (texteHtml, texte), numbers (num), codes (title_main)",
    sniff=_sniff,
    read=_read,
    knows=KNOWS,
    example="num,texteHtml,title_main,etat,dateDebut,dateFin,id,cid",
    in_records=True,
)
