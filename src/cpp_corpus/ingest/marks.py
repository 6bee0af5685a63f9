r"""Marks of Markdown inside a line: ``**words**``, ``\-`` for a bare hyphen, ``[words](address)``.

No library for Markdown reads the law: they make lists of its numbered alinéas and drop the numbers. Only marks that
programs write around the words of the law are known; a ``*`` of an article number, or asterisks without a partner, are
words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cpp_corpus.ingest.lines import LineBuilder, LineSource
from cpp_corpus.ingest.tags import BLANK
from cpp_corpus.model.document import Block, CellSpan, Role
from cpp_corpus.model.span import Span

__all__ = ["ENTITY", "MARK", "PIPE_TABLE", "Markdown", "has_marks", "marked_line", "marked_rows", "unescaped"]


class Markdown(NamedTuple):
    """How a text in Markdown is read.

    >>> Markdown().line_end is None
    True
    """

    line_end: re.Pattern[str] | None = None
    """What ends a line besides the tags; ``None`` as in a page without marks."""
    marks: bool = True
    """Whether marks are read; without, they are words, as those of a page that is not law."""


MARK = re.compile(
    r"""
    \\(?P<sign> [!-/:-@\[-`{-~] )
    | (?<=[0-9]) \^ (?P<raised> [a-z]{1,4} ) \^
    | (?P<call> \[\^ [^\[\]\s]{1,20} \] (?!:) )
    | (?<!\*) \*\* (?= [^\s*).,;:] ) (?P<strong> (?: [^\r\n*] | \*(?!\*) ){1,4000} )
      (?<= [^\s*(] ) \*\* (?!\*)
    | (?<!!) \[ (?P<words> [^\[\]\r\n]{1,400} ) \]
      \( (?P<address> [^()\s]{0,600} ) (?: [ ]+ "(?P<title> [^"\r\n]{0,600} )" )? \)
    """,
    re.VERBOSE,
)
"""A mark: an escaped sign, raised letters (``1^er^``), the call of a footnote, strong words, or a link."""

ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,7});")
"""An entity that a writer of Markdown prints for a sign that has a meaning there."""


def has_marks(text: str, start: int, end: int) -> bool:
    """Whether characters ``start`` to ``end`` may have marks; quick.

    >>> has_marks("**Annexe**", 0, 10), has_marks("R*123-4", 0, 7)
    (True, False)
    """
    return any(text.find(mark, start, end) >= 0 for mark in ("**", "\\", "](", "^"))


def marked_line(source: LineSource, start: int, end: int, role: Role, *, entities: bool = False) -> Block | None:
    r"""As :func:`cpp_corpus.ingest.lines.line_block`, without the marks and the addresses of links.

    >>> from cpp_corpus.ingest.adapter import RawFile
    >>> from cpp_corpus.ingest.lines import SourceMap
    >>> marked_line(SourceMap(RawFile("1.md", b"Article R\\*123-4")), 0, 16, Role.HEADING).text
    'Article R*123-4'
    """
    line = LineBuilder(source, start, end, entities=entities)
    if not has_marks(source.text, start, end):
        line.add(start, end)
        return line.finish(role)
    _add(line, source.text, start, end)
    return line.finish(role)


PIPE_TABLE = re.compile(
    r"(?<![^\r\n])[ ]{0,3}\|[^\r\n]*\|[ \t]*(?:\r\n?|\n)[ ]{0,3}\|(?=[ \t:|]*+-)[ \t:|-]*+(?![^\r\n])"
    r"(?:(?:\r\n?|\n)[ ]{0,3}\|[^\r\n]*\|[ \t]*(?![^\r\n]))*"
)
"""A table drawn with ``|``: a row of headings, a ruling, other rows."""


def marked_rows(source: LineSource, table: re.Match[str], number: int, *, entities: bool = False) -> Iterator[Block]:
    r"""The rows of a table, a line for each with its cells; ``number`` is that of the table in its article.

    >>> from cpp_corpus.ingest.adapter import RawFile
    >>> from cpp_corpus.ingest.lines import SourceMap
    >>> source = SourceMap(RawFile("1.md", b"| A | **B** |\n|---|---|\n| 1 | |"))
    >>> rows = list(marked_rows(source, PIPE_TABLE.match(source.text), 0))
    >>> [row.text for row in rows], [cell.header for row in rows for cell in row.cells]
    (['A\tB', '1\t'], [True, True, False, False])
    """
    text = source.text
    rows = list(_PIPE_ROW.finditer(text, *table.span()))
    for at, row in enumerate(rows):
        if at == 1:  # the ruling
            continue
        line = LineBuilder(source, *row.span(), entities=entities)
        cells: list[CellSpan] = []
        for cell in _PIPE_CELL.finditer(text, *row.span("cells")):
            if cells:
                line.add_as("\t", cell.start(), cell.end("bar"))
            begin, words = line.length, cell["words"]
            start = cell.start("words") + len(words) - len(words.lstrip())
            if words := words.strip():
                _add(line, text, start, start + len(words))
            cells.append(CellSpan(Span(begin, line.length), header=at == 0))
        block = line.finish(Role.TEXT, table=number, cells=tuple(cells))
        if block:
            yield block


def unescaped(words: str) -> str:
    r"""The words of a heading without marks, where their places are not needed.

    >>> unescaped(r"**Article R\*123-4**")
    'Article R*123-4'
    """
    words = words.replace(BLANK, "") if BLANK in words else words
    if "^" in words:
        words = _RAISED.sub(r"\1", words)
    return _ESCAPE.sub(r"\1", words.replace("**", "")).strip() if "*" in words or "\\" in words else words.strip()


# ---------------------------------------------------------------------------------------------------------------------


_RAISED = re.compile(r"(?<=[0-9])\^([a-z]{1,4})\^")
_PIPE_ROW = re.compile(r"(?<![^\r\n])[ ]{0,3}(?P<cells>\|[^\r\n]*)\|[ \t]*(?![^\r\n])")
_PIPE_CELL = re.compile(r"(?P<bar>\|)(?P<words>(?:[^|\\]++|\\.)*+)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def _add(line: LineBuilder, text: str, start: int, end: int) -> None:
    for mark in MARK.finditer(text, start, end):
        if start < mark.start():
            line.add(start, mark.start())
        start = mark.end()
        if mark["call"]:
            continue
        words = next(name for name in ("sign", "raised", "strong", "words") if mark[name] is not None)
        _add(line, text, *mark.span(words))
    if start < end:
        line.add(start, end)
