"""Tables of articles in a text: a row for each article, below a row that names the columns.

    | Article | Texte |
    |---|---|
    | L1 | Le vent souffle. |

The columns are those of :mod:`cpp_corpus.ingest.rows`; rows may be drawn with ``|`` or ``│``, as in Markdown and in the
text made of a document. A title above the table may name the act. Only texts without headings of articles are read so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.fragment import RecordPlace, fragment_line
from cpp_corpus.ingest.lines import LINE_END
from cpp_corpus.ingest.list_labels import TableRow
from cpp_corpus.ingest.marks import unescaped
from cpp_corpus.ingest.rows import EXPECTED, KNOWS, Columns, act_above, drafts_of, is_number_of_law, rows_named
from cpp_corpus.model.document import Document, Role
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.span import Span

__all__ = ["ADAPTER", "Table", "drawn_tables", "table_document"]

Table = Sequence[tuple[int, Sequence[str]]]
"""The rows of a table: the line at which each begins, and its cells."""


class Drawn(NamedTuple):
    """A text with drawn tables."""

    tables: list[Table]
    """The tables."""
    others: list[tuple[int, str]]
    """The other lines that have words, with their numbers."""


def drawn_tables(text: Sequence[str]) -> Drawn:
    r"""The tables that are drawn in the lines of a text, and what stands around them.

    >>> drawn_tables(["# Code des vents", "", "|Article|Texte|", "|---|---|", "|L1|Le *vent*.|"])
    Drawn(tables=[[(3, ['Article', 'Texte']), (5, ['L1', 'Le *vent*.'])]], others=[(1, '# Code des vents')])
    """
    tables: list[Table] = []
    others: list[tuple[int, str]] = []
    lines = enumerate(text, 1)
    for is_row, found in groupby(lines, key=lambda line: _ROW.fullmatch(line[1]) is not None):
        if is_row:
            rows = [(number, _cells(line)) for number, line in found if not _RULING.fullmatch(line)]
            tables += [rows] if rows else []
        else:
            others += [(number, line) for number, line in found if any(map(str.isalnum, line))]
    return Drawn(tables, others)


def table_document(
    file: RawFile, name: str, tables: Sequence[Table], others: Sequence[tuple[int, str]]
) -> Document | None:
    """The articles of those ``tables`` that have them, in the format ``name``; ``None`` where none has a head row.

    ``others`` are the lines around the tables. ``RefusedError`` where the columns of a table of articles have no names,
    or nothing says that they are law.
    """
    if not _are_most(tables, others):
        return None
    findings: list[Finding] = []
    drafts = []
    for table in tables:
        act = act_above(line for at, line in reversed(others) if table and at < table[0][0])
        head, names = _head(table)
        if not names:
            continue
        columns = Columns(names)
        findings += columns.unread(file.path)
        rows = rows_named(names, table[head + 1 :], file, findings)
        drafts += drafts_of(columns, rows, file, findings, act)
    if drafts:
        whole = Span(0, len(file.data))
        above = [fragment_line(line, RecordPlace(at, whole), Role.FURNITURE) for at, line in others]
        found = tuple(block for block in above if block)
        return Document(file.path, name, tuple(drafts), found, marks_notes=True, findings=tuple(findings))
    if any(map(_has_numbers, tables)):
        raise _NO_NAMES
    return None


# ---------------------------------------------------------------------------------------------------------------------

_ROW = re.compile(r"[ \t]*[|│].*[|│][ \t]*")
_RULING = re.compile(r"[ \t|│:=+-]+")
_DIVIDES = re.compile(r"(?<!\\)[|│]")
_LINKED = re.compile(r"(?<!!)\[([^\[\]]+)\]\([^()\s]*\)")
_SEVERAL = 3  # rows
_PLAIN = ("Article", "Texte")
_HEADING = re.compile(r"\s*(?:Article|ARTICLE|Art\.)\s+[\w*. -]{1,30}")
_NO_NAMES = RefusedError(
    "a table of articles whose first row does not name its columns", f"Add a row above it that does: {EXPECTED}."
)


def _cells(line: str) -> Sequence[str]:
    if isinstance(line, TableRow):
        return line.cells
    cells = _DIVIDES.split(line.strip())[1:-1]
    return [unescaped(_LINKED.sub(r"\1", cell)) for cell in cells]


def _names(cells: Sequence[str]) -> bool:
    return Columns(cells).has_numbers


def _head(table: Table) -> tuple[int, Sequence[str]]:
    """Where the row of a table is that names its columns, and the names; none where there is no such row.

    A table of two columns needs none where each row has a heading and words: ``| Article 3 | Le vent souffle. |``.
    """
    if named := next(((at, cells) for at, (_, cells) in enumerate(table) if _names(cells)), None):
        return named
    is_plain = len(table) > 1 and all(len(cells) == len(_PLAIN) and _HEADING.fullmatch(cells[0]) for _, cells in table)
    return (-1, _PLAIN) if is_plain else (0, ())


def _has_numbers(table: Table) -> bool:
    """Whether most rows of a table begin with the number of an article."""
    numbers = [cells for _, cells in table if len(cells) > 1 and is_number_of_law(cells[0])]
    return len(numbers) >= _SEVERAL and len(numbers) * 2 > len(table)


def _are_most(tables: Sequence[Table], others: Sequence[tuple[int, str]]) -> bool:
    """Whether most words of a text stand in its tables; else these only say more of what it speaks of."""
    drawn = sum(len(cell) for table in tables for _, cells in table for cell in cells)
    return sum(len(line) for _, line in others) <= max(drawn, _TITLES)


_TITLES = 300  # characters of titles above a short table


def _sniff(file: RawFile) -> bool:
    if file.binary:
        return False
    tables, others = drawn_tables(LINE_END.split(file.head))
    return _are_most(tables, others) and any(_has_numbers(table) or _head(table)[1] for table in tables)


def _read(file: RawFile) -> Iterator[Document]:
    drawn = drawn_tables(LINE_END.split(file.text))
    document = table_document(file, ADAPTER.name, drawn.tables, drawn.others)
    if document is None:
        raise RefusedError("a table without articles", f"Its rows need {EXPECTED}.")
    yield document


ADAPTER = Adapter(
    name="text-table",
    description="text or Markdown with a table of articles below a row of names: the columns of the format csv",
    expects="a table drawn with “|” whose first row names its columns: numbers (Article), words (Texte)",
    sniff=_sniff,
    read=_read,
    knows=KNOWS,
    example="| Article | Texte |",
)
