"""Tables as CSV that spreadsheets can open safely: no cell is taken for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

__all__ = ["csv_lines", "csv_row", "safe_cell"]


def csv_lines(header: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    r"""The lines of a table, ``header`` first, each with its line end; ``None`` is an empty cell.

    >>> print("".join(csv_lines(["number", "text"], [["63-4", "- les uns, les autres"], [None, 2]])), end="")
    number,text
    63-4,"'- les uns, les autres"
    ,2
    """
    yield from map(csv_row, chain([header], rows))


def csv_row(row: Iterable[object]) -> str:
    r"""One line of a table, with its end.

    >>> csv_row(["63-4", True, None])
    '63-4,true,\n'
    """
    line = ",".join([_quoted(safe_cell(value)) for value in row])
    return (line or '""') + "\n"


def safe_cell(value: object) -> str:
    """A value as a cell; an apostrophe precedes text that a spreadsheet would read as a formula.

    That is text which begins with ``=``, ``+``, ``-``, ``@`` or a control character. Booleans are ``true`` and
    ``false``, numbers stay numbers.

    >>> safe_cell("=SUM(A1)"), safe_cell("L. 811-2"), safe_cell(-1), safe_cell(True), safe_cell(None)
    ("'=SUM(A1)", 'L. 811-2', '-1', 'true', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    return f"'{text}" if isinstance(value, str) and _FORMULA.match(text) else text


_FORMULA = re.compile("[\x00-\x1f\x7f-\x9f]|\\s*[=+\\-@＝＋－＠]")
_QUOTED = re.compile(r'[",\r\n]|^\s|\s$')


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell
