"""Tables in JSON whose rows are lists of values, with a list of the names of the columns above them or beside them.

    [["numero", "texte"], ["1240", "…"], …]
    {"columns": ["numero", "texte"], "rows": [["1240", "…"], …]}

Rows of two values, each a number and words, need no names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from cpp_corpus.ingest.naming import number_printed
from cpp_corpus.ingest.row_facts import cell_text
from cpp_corpus.ingest.rows import columns_of
from cpp_corpus.limits import check, check_time
from cpp_corpus.model.number import NumberKind

__all__ = ["ListedTable", "begins_with_lists", "listed_rows", "listed_table", "table_of_lists"]


class ListedTable(NamedTuple):
    """A table of lists."""

    names: Sequence[str]
    """The names of its columns."""
    lines: Sequence[list[Any]]
    """The values of each row."""
    titles: Sequence[str]
    """What stands above the names, and the name of the list."""
    first: int
    """The place of the first row in the list of them, from 0."""


def table_of_lists(lines: Sequence[object], names: Sequence[str] = ()) -> ListedTable | None:
    """The table of which ``lines`` are the rows; ``names`` are those of its columns, if they do not stand in it.

    ``None`` of lists that are no table of articles, or of which no one can say for sure what their values are.

    >>> table_of_lists([["numero", "texte"], ["1", "Le vent souffle."]]).lines
    [['1', 'Le vent souffle.']]
    >>> table_of_lists([["1", "Le vent souffle."], ["2", "Il dort."]]).names
    ('num', 'texte')
    >>> table_of_lists([["1", "Le vent souffle.", "V"]]) is None
    True
    """
    rows = [line for line in lines if isinstance(line, list)]
    if not rows or len(rows) < len(lines):
        return None
    if columns_of(tuple(names)).has_numbers:
        return ListedTable(names, rows, (), 0)
    for at, cells in enumerate(rows[:_LOOKED_AT]):
        named = [cell for cell in cells if isinstance(cell, str)]
        if len(named) == len(cells) and columns_of(tuple(named)).has_numbers:
            titles = [cell for row in rows[:at] for cell in row if isinstance(cell, str)]
            return ListedTable(named, rows[at + 1 :], titles, at + 1)
    return ListedTable(_PLAIN, rows, (), 0) if _is_plain(rows) else None


def listed_table(members: Mapping[str, Any]) -> ListedTable | None:
    """The table whose rows are the lists in one member of an object, with the names in another one, or in the first."""
    named = (_texts(each) for name, each in members.items() if name.lower() in _NAMES)
    names = next(filter(None, named), [])
    lists = ((name, each) for name, each in members.items() if isinstance(each, list) and each)
    tables = ((name, table) for name, each in lists if (table := table_of_lists(each, names)))
    return next((table._replace(titles=(*table.titles, name)) for name, table in tables), None)


def begins_with_lists(head: str) -> bool:
    r"""Whether the beginning of a JSON file is, or has in a member, a table of lists.

    >>> begins_with_lists('[["numero", "texte"],\n["1", "Le vent'), begins_with_lists('[[1, 2], [3, 4]]')
    (True, False)
    >>> begins_with_lists('{"fields": ["numero", "texte"], "values": [["1", "Le vent souffle."]]}')
    True
    """
    if _LISTS.match(head):
        return table_of_lists(_first(head)) is not None
    if not head.lstrip("\ufeff \t\r\n").startswith("{"):
        return False
    listed = (_loaded(name[2]) for name in _NAMED.finditer(head) if name[1].lower() in _NAMES)
    names = next(filter(None, listed), [])
    begins = (match.end() for match in islice(_MEMBER.finditer(head), _LOOKED_AT))
    return any(table_of_lists(_first(head[at:]), names) is not None for at in begins)


def listed_rows(text: str) -> Iterator[tuple[int, list[Any] | None]]:
    r"""The lists in the list that a file is, or on its lines, each with its line; ``None`` last where the file is cut.

    >>> list(listed_rows('[["1", "Le vent."],\n["2", "Il dort."], ["3", "Le'))
    [(1, ['1', 'Le vent.']), (2, ['2', 'Il dort.']), (2, None)]
    """
    check("text_size", len(text), "bytes of text")
    line, counted = 1, 0
    for at, row in _elements(text):
        check_time()
        line, counted = line + text.count("\n", counted, at), at
        yield line, row


# ---------------------------------------------------------------------------------------------------------------------

_PLAIN = ("num", "texte")
_LOOKED_AT = 5  # rows
_NAMES = frozenset(("columns", "header", "headers", "fields", "names", "colonnes", "entete", "entetes", "champs"))
"""Names of members with the names of columns."""
_LISTS = re.compile(r"[\ufeff\s]*\[\s*(?:\[|\"[^\"\\]*\"\s*(?:,\s*\"[^\"\\]*\"\s*)*\]\s*\n\s*\[)")
_MEMBER = re.compile(r'"[^"\\]{1,40}"\s*:\s*(?=\[\s*\[)')
_NAMED = re.compile(r'"([^"\\]{1,40})"\s*:\s*(\[[^\[\]{}]*\])')
_OUTER = re.compile(r"\[\s*(?=[\[\]])")
_BLANK = re.compile(r"[\s,\ufeff]*")
_DECODER = json.JSONDecoder(strict=False)


def _elements(text: str) -> Iterator[tuple[int, list[Any] | None]]:
    """The place of each list in a list, or of those that follow each other, and the list; ``None`` of a cut one."""
    at = _behind(text, 0)
    outer = _OUTER.match(text, at)
    at = outer.end() if outer else at
    while at < len(text) and text[at] == "[":
        try:
            row, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield at, None
            return
        yield at, row
        at = _behind(text, end)
    if outer and text[at : at + 1] != "]":
        yield min(at, len(text) - 1), None


def _first(text: str) -> list[list[Any]]:
    """The first lists that are whole."""
    return [row for _, row in islice(_elements(text), _LOOKED_AT) if row is not None]


def _behind(text: str, at: int) -> int:
    """The place of the next sign that is no blank or comma."""
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _texts(value: object) -> list[str]:
    """The texts of a list that has nothing else."""
    texts = [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
    return texts if isinstance(value, list) and len(texts) == len(value) else []


def _loaded(cells: str) -> list[str]:
    try:
        return _texts(json.loads(cells))
    except ValueError:
        return []


def _is_plain(rows: Sequence[list[Any]]) -> bool:
    """Whether each row is a number and words, and nothing else."""
    if not all(len(cells) == len(_PLAIN) and isinstance(cells[1], str) for cells in rows):
        return False
    numbers = [number_printed(cell_text(cells[0])) for cells in rows]
    are_numbers = all(number is not None and number.kind is not NumberKind.TITLE for number in numbers)
    return are_numbers and columns_of(_PLAIN).are_words([dict(zip(_PLAIN, cells, strict=True)) for cells in rows])
