"""Tables of articles as text: CSV, a row for each article, with the names of the columns on the first line.

The columns are those of :mod:`cpp_corpus.ingest.rows`. The sign between two cells is a comma, a semicolon or a tab; a
cell in quotes may have line ends, and two quotes for one. A line ``sep=;`` may stand above, and lines of one cell with
the title of the act.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import NamedTuple

from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.fragment import RecordPlace, fragment_line
from cpp_corpus.ingest.rows import KNOWS, Columns, act_above, drafts_of, rows_named
from cpp_corpus.limits import check_time
from cpp_corpus.model.document import Document, Role
from cpp_corpus.model.span import Span

__all__ = ["ADAPTER", "is_table"]


def is_table(head: str) -> bool:
    r"""Whether the beginning of a text is a table whose first line names its columns, whatever they are.

    >>> is_table("Nom;Prix;Avis\nSablier;3;bon\n"), is_table("Le vent, la pluie\net la neige, le soir.\n")
    (True, False)
    """
    rows = [cells for _, cells in islice(_rows(head), _LOOKED_AT)]
    names = rows[0] if rows else []
    is_wide = len(names) >= _COLUMNS or (len(names) > 1 and bool(Columns(names).known))
    is_named = is_wide and all(0 < len(name.strip()) <= _NAME for name in names)
    return is_named and len(rows) > 1 and all(len(cells) == len(names) for cells in rows[: _LOOKED_AT - 1])


_SIGNS = ",;\t|"
_LOOKED_AT = 5  # rows
_COLUMNS = 3
_NAME = 40  # characters of the name of a column
_LIST = re.compile(r"\ufeff?\s*\[\s*[\"\[{]")
"""The beginning of a list of JSON."""
_LINE = re.compile(r"[^\r\n]*")
_END = re.compile(r"\r\n?|\n|")
_LONGEST_TITLE = 300  # characters


def _sniff(file: RawFile) -> bool:
    if file.binary or _LIST.match(file.head):
        return False
    return _head(file.head) is not None


def _read(file: RawFile) -> Iterator[Document]:
    text = file.decoded.text
    head = _head(file.head) or _Head(0, 1, ())
    rows = _rows(text, head)
    _, names = next(rows)
    columns = Columns(names)
    findings = columns.unread(file.path)
    found = rows_named(names, rows, file, findings)
    drafts = drafts_of(columns, found, file, findings, act_above(head.titles))
    if not drafts:
        raise RefusedError("a table without articles", "Its rows need words (texteHtml or texte) and numbers (num).")
    whole = Span(0, len(file.data))
    blocks = (fragment_line(title, RecordPlace(1, whole), Role.FURNITURE) for title in head.titles)
    above = tuple(block for block in blocks if block)
    yield Document(file.path, ADAPTER.name, tuple(drafts), above, marks_notes=True, findings=tuple(findings))


# ---------------------------------------------------------------------------------------------------------------------


_FIRST = re.compile(r"\ufeff?(?:\"?sep=(?P<sign>[,;\t|])\"?[ \t]*(?:\r\n?|\n))?", re.IGNORECASE)
"""A line that tells a spreadsheet which sign is between the cells."""


class _Head(NamedTuple):
    """The line with the names of the columns."""

    start: int
    """Its first character."""
    line: int
    """Its number."""
    titles: tuple[str, ...]
    """The words of the lines above it."""


def _head(text: str) -> _Head | None:
    r"""The line that names the columns: the first one, or one of the next below titles; ``None`` where none does.

    >>> _head("Code des vents\nnum;texte\n1;Le vent souffle.\n")
    _Head(start=15, line=2, titles=('Code des vents',))
    """
    found = _FIRST.match(text)
    begins = found.end() if found else 0
    titles: list[str] = []
    start, number = begins, 1 + bool(found and found["sign"])
    while number <= _LOOKED_AT and (line := _LINE.match(text, start)) and start < len(text):
        sign = _sign(line[0])
        names = _cells(line[0], sign) if sign else []
        columns = Columns(names)
        if columns.is_of_export:
            return None
        head = _Head(start, number, tuple(titles))
        if columns.has_numbers:
            return head
        if columns.known and start == begins:
            first = next((cells for _, cells in islice(_rows(text, head), 1, 2)), [])
            if columns.names_article(dict(zip(names, first, strict=False))):
                return head
        words = [cell.strip() for cell in names or [line[0].strip(' "')] if cell.strip()]
        if len(words) > 1 or any(len(cell) > _LONGEST_TITLE for cell in words):
            return None
        titles += words
        start, number = line.end() + len(_END.match(text, line.end())[0]), number + 1  # type: ignore[index]
    return None


def _sign(line: str) -> str | None:
    """The sign between the cells of a line of names; ``None`` where it has none."""
    sign = max(_SIGNS, key=line.count)
    return sign if sign in line and not line.startswith("|") else None


def _cells(line: str, sign: str) -> list[str]:
    return next(csv.reader([line], delimiter=sign), [])


def _rows(text: str, head: _Head | None = None) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row from the ``head`` on, with the line at which it begins."""
    found = _FIRST.match(text)
    start = head.start if head else found.end() if found else 0
    line = _LINE.match(text, start)
    if len(text) > csv.field_size_limit():  # an annex is longer than the cells that the module reads by itself
        csv.field_size_limit(len(text))
    rows = csv.reader(StringIO(text[start:], newline=""), delimiter=_sign(line[0] if line else "") or ",")
    above = head.line - 1 if head else 1 if found and found["sign"] else 0
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
