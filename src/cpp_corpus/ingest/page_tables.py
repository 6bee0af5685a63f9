r"""Tables in the text of a page: drawn with lines, in columns below a ruling, or in columns of lines of one width.

    │ blanc │ un │      ------- --------
    ├───────┼────┤      blanc   un
    │ noir  │ un │
    └───────┴────┘      noir    un
                        ------- --------

Lines of one width, filled up with spaces, are a table where lines of spaces divide its rows. Other columns are none:
where a row ends is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cpp_corpus.ingest.page_line import Line
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.typography import fold, tidy
from cpp_corpus.model.span import Span

__all__ = ["with_tables"]


def with_tables(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """``lines``, those of ``text``, with one line for each row of a table, and without rulings."""
    ruled = list(_with_columns(text, lines)) if _COLUMNS_AT.search(text) else lines
    filled = _with_filled(text, ruled) if _FILLED.search(text) else iter(ruled)
    return _with_drawn(filled)


# ---------------------------------------------------------------------------------------------------------------------

_CELL_ADDRESS = Pattern(r"\]\((?:https?:|/|#)(?:[^()]|\([^()]{0,300}\)){0,900}\)(?:\{[^{}]{0,600}\})?")
"""The address of a link in a cell, broken at its width."""
_RULING = Pattern(r"(?=.*[─━═=+:_-]{2})[┌┬┐├┼┤└┴┘─│━═|+=:_\-\s]{3,}")
_WORDLESS = Pattern(r"[\W_]{3,}")
_COLUMNS = Pattern(r"[ ]*-{2,}(?:[ ]+-{2,})+[ ]*")
"""The ruling of a table in columns."""
_WHOLE = Pattern(r"[ ]*-{10,}[ ]*")
"""The line around such a table, where it is one."""
_COLUMNS_AT = Pattern(rf"^{_COLUMNS.pattern}$", re.MULTILINE)
_FILLED = Pattern(r"\n[ ]{20,}\n")
"""A line of spaces, which divides the rows of a table of lines that are filled up."""
_NARROWEST = 20  # columns of such a table
_WIDEST = 1 << 12
_MOST_LINES = 5000  # of a table in columns
_HEADER_LINES = 12


# -- in columns -------------------------------------------------------------------------------------------------------


def _with_columns(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those of tables in columns made rows with cells."""
    at = 0
    while at < len(lines):
        table = _table(text, lines, at) if lines[at].words[:2] == "--" else None
        if table is None:
            yield lines[at]
            at += 1
        else:
            at = table[0]
            yield from table[1]


def _table(text: str, lines: Sequence[Line], start: int) -> tuple[int, list[Line]] | None:
    """The index after a table in columns whose first ruling is at ``start``, and its rows; ``None`` for no table."""
    ruling = start
    if _WHOLE.fullmatch(_raw(text, lines[start])):  # a header stands between the line around it and the ruling
        following = range(start + 1, min(start + _HEADER_LINES, len(lines)))
        ruling = next((at for at in following if _COLUMNS.fullmatch(_raw(text, lines[at]))), -1)
    shown = _raw(text, lines[ruling]) if ruling >= 0 else ""
    if not _COLUMNS.fullmatch(shown):
        return None
    end = _closing(text, lines, ruling + 1, shown)
    if end is None:
        return None
    columns = [found.span() for found in re.finditer("-+", shown)]
    rows = [list(lines[start + 1 : ruling])] if ruling > start else []
    body = lines[ruling + 1 : end]
    is_spaced = any(line.gap for line in lines[ruling + 2 : end + 1])
    for line in body:
        if line.gap or not is_spaced or line is body[0]:
            rows.append([])
        rows[-1].append(line)
    if not rows or not all(_fits(text, line, columns) for row in rows for line in row):
        return None
    return end + 1, [_columned(text, row, columns) for row in rows]


def _closing(text: str, lines: Sequence[Line], start: int, shown: str) -> int | None:
    """The index of the line that closes a table with the ruling ``shown``; ``None`` where another one comes before."""
    for at in range(start, min(start + _MOST_LINES, len(lines))):
        if lines[at].words[:2] != "--":
            continue
        if _ends(text, lines[at], shown):
            return at
        if _COLUMNS.fullmatch(_raw(text, lines[at])):
            return None
    return None


def _raw(text: str, line: Line) -> str:
    """The line of the file, up to its end."""
    return text[_first(text, line) : line.raw.end]


def _first(text: str, line: Line) -> int:
    """Where the line of the file begins; one that is very long is no row of a table."""
    return text.rfind("\n", max(0, line.raw.start - _WIDEST), line.raw.start) + 1 or max(0, line.raw.start - _WIDEST)


def _ends(text: str, line: Line, shown: str) -> bool:
    """Whether a line closes the table whose ruling is ``shown``."""
    raw = _raw(text, line)
    return raw.rstrip() == shown.rstrip() or (_WHOLE.fullmatch(raw) is not None and len(raw) >= len(shown.rstrip()))


def _fits(text: str, line: Line, columns: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing of a line stands between two columns."""
    raw = _raw(text, line).replace("\\", " ")
    between = (raw[before[1] : after[0]] for before, after in pairwise(columns))
    return not any(map(str.strip, (raw[: columns[0][0]], *between)))


def _columned(text: str, lines: Sequence[Line], columns: Sequence[tuple[int, int]]) -> Line:
    """One row of the lines that it takes."""
    cells = []
    for number, (begin, _) in enumerate(columns):
        following = columns[number + 1][0] if number + 1 < len(columns) else None
        parts = (_words(text, line, begin, following) for line in lines)
        cells.append(_CELL_ADDRESS.sub("", tidy(fold(" ".join(filter(None, parts))))))
    first, last = lines[0], lines[-1]
    raw = Span(first.raw.start, last.raw.end)
    return replace(first, end=last.end, raw=raw, words="\t".join(cells), cells=tuple(cells))


def _words(text: str, line: Line, begin: int, end: int | None) -> str:
    """The words of a line at the columns ``begin`` to ``end``; ``None`` for all that follow."""
    first = _first(text, line)
    left, right = first + begin, line.raw.end if end is None else first + end
    found = ""
    for at, stop, shown in line.pieces:
        if at < right and stop > left:
            found += text[max(at, left) : min(stop, right)] if shown is None else shown
    return found.strip(" \t\\")


# -- in lines of one width ---------------------------------------------------------------------------------------------


def _with_filled(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those of tables in lines of one width made rows with cells."""
    at = 0
    while at < len(lines):
        end = _filled_end(text, lines, at)
        yield from (_divided(text, lines[at:end]) if end > at + 1 else None) or lines[at:end]
        at = end


def _filled_end(text: str, lines: Sequence[Line], start: int) -> int:
    """The index after the lines that are as wide as the one at ``start``, with nothing else between them."""
    first, stop = _bounds(text, lines[start])
    width = stop - first
    end = start + 1
    if width < _NARROWEST or lines[start].cells:
        return end
    while end < len(lines) and not lines[end].cells:
        following = _bounds(text, lines[end])
        if following[1] - following[0] != width or following[0] == first:
            break
        if any(len(between) != width for between in text[stop + 1 : following[0]].split("\n")[:-1]):
            break
        first, stop = following
        end += 1
    return end


def _divided(text: str, lines: Sequence[Line]) -> list[Line] | None:
    """The rows of a table of lines of one width; ``None`` where no line of spaces divides them, and for one column."""
    raws = [text[slice(*_bounds(text, line))] for line in lines]
    if not any(line.gap for line in lines[1:]) or not any(raw.endswith(" ") for raw in raws):
        return None
    used = [any(raw[at] != " " for raw in raws) for at in range(len(raws[0]))]
    shown = "".join("-" if is_used else " " for is_used in used)
    columns = [found.span() for found in re.finditer(r"-+(?: -+)*", shown)]
    if len(columns) < 2:
        return None
    rows: list[list[Line]] = []
    for line in lines:
        if line.gap or not rows:
            rows.append([])
        rows[-1].append(line)
    return [_columned(text, row, columns) for row in rows]


def _bounds(text: str, line: Line) -> tuple[int, int]:
    """The start and the end of the line of the file."""
    most = min(len(text), line.raw.end + _WIDEST)
    stop = text.find("\n", line.raw.end, most)
    return _first(text, line), most if stop < 0 else stop


# -- tables drawn with lines ------------------------------------------------------------------------------------------


def _with_drawn(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines, those of tables made rows with cells, and rulings left out."""
    table: list[Line] = []
    for line in lines:
        if _is_drawn(line):
            table.append(line)
            continue
        yield from _rows(table)
        table = []
        if not _WORDLESS.fullmatch(line.words):
            yield line
    yield from _rows(table)


def _is_drawn(line: Line) -> bool:
    words = line.words
    return bool(words) and (_RULING.fullmatch(words) is not None or (words[0] in "│|" and words[-1] in "│|"))


def _rows(table: list[Line]) -> Iterator[Line]:
    rulings = sum(_RULING.fullmatch(line.words) is not None for line in table)
    is_grid = rulings > 2 or any(line.is_underlined for line in table)
    row: list[Line] = []
    goes_on = False
    for line in table:
        if _RULING.fullmatch(line.words):
            yield from _row(row)
            row = []
        elif is_grid:
            row.append(line)
            if line.is_underlined:
                yield from _row(row)
                row = []
        elif goes_on or line.joins_rows:
            row.append(line)
            goes_on = line.joins_rows
        else:
            yield from _row(row)
            row = [line]
    yield from _row(row)


def _row(lines: list[Line]) -> Iterator[Line]:
    """One row of the lines that it takes in a grid."""
    if not lines:
        return
    divided = [[cell.strip(" \\") for cell in re.split("[│|]", line.words)[1:-1]] for line in lines]
    if len({len(cells) for cells in divided}) > 1 or not divided[0]:
        yield from lines
        return
    joined = (" ".join(filter(None, column)) for column in zip(*divided, strict=True))
    cells = tuple(_CELL_ADDRESS.sub("", cell) for cell in joined)
    first, last = lines[0], lines[-1]
    yield replace(first, end=last.end, raw=Span(first.raw.start, last.raw.end), words="\t".join(cells), cells=cells)
