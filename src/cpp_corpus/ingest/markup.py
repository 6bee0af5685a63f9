"""Lines of canonical text from the markup of an article page.

Only tags with a known name are markup: the pages print ``<`` bare in their text, and attributes with apostrophes
inside apostrophes, which no parser of HTML reads as they are meant.
"""

from __future__ import annotations

import re

from cpp_corpus.ingest.address import link_target
from cpp_corpus.ingest.lines import LineBuilder, SourceMap
from cpp_corpus.model.document import Block, CellSpan, LinkSpan, Role
from cpp_corpus.model.span import Span

__all__ = ["CUT_TAG", "TAG", "read_markup"]

_NAMES = (
    "a abbr article b blockquote br caption center col colgroup dd div dl dt em font footer h1 h2 h3 h4 h5 h6 header hr i img"
    " li ol p pre s section small span strong sub sup table tbody td tfoot th thead tr u ul"
).replace(" ", "|")

TAG = re.compile(rf"<(?:(?P<comment>!--)|(?P<close>/?)(?P<name>{_NAMES})(?P<attributes>\s[^<>]*)?/?>)", re.IGNORECASE)
"""A tag with a known name, or the beginning of a comment."""

CUT_TAG = re.compile(rf"</?(?:(?:{_NAMES})(?:\s[^<>]*)?)?\Z", re.IGNORECASE)
"""The beginning of a tag, at the end of a file that is cut there."""


def read_markup(source: SourceMap, start: int, end: int, *, markup: bool) -> list[Block]:
    """The blocks of characters ``start`` to ``end``; without ``markup`` there are no tags and no entities in them."""
    return _Reader(source, markup=markup).read(start, end)


# ---------------------------------------------------------------------------------------------------------------------

_LINES = frozenset(
    "article blockquote br caption center dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section tbody tfoot thead ul".split()
)
_LINE_END = re.compile(r"[\r\n]")
_BLANK = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*")
_NOTE = re.compile(r"(?:\s{1,9}|<[a-z][^<>]*>){0,9}NOTA\b\s*(?:\([0-9]{1,3}\)\s*)?[:.<–—-]", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s*=\s*(?:'([^']*)'|\"([^\"]*)\"|([^\s'\">]+))", re.IGNORECASE)
_TITLE = re.compile(r"\btitle\s*=\s*(['\"])(.*?)\1(?=\s+[\w:]+\s*=|\s*/?$)", re.IGNORECASE | re.DOTALL)
_LONGEST = 10_000  # of attributes whose title is looked for: no real one is near, and the search may be quadratic
_SPANNED = re.compile(r"\b(col|row)span\s*=\s*['\"]?([0-9]{1,4})", re.IGNORECASE)
_RAISED = {"sup": dict(zip("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾", strict=True))}
_RAISED["sub"] = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
_RAISABLE = re.compile(r"\s*[0-9+\-−=()]+\s*")


class _Reader:
    """Goes through a page once, tag by tag; each method is what one kind of tag does."""

    def __init__(self, source: SourceMap, *, markup: bool) -> None:
        self.source = source
        self.text = source.text
        self.markup = markup
        self.line = LineBuilder(source, entities=markup)
        self.blocks: list[Block] = []
        self.links: list[LinkSpan] = []
        self.link: tuple[int, str, str | None] | None = None  # where it begins in the line, address, title
        self.raised: dict[str, str] | None = None
        self.italics = 0  # open ones inside a note, that of the note included
        self.note_opens = False
        self.tables = 0
        self.nested = 0  # tables open inside a cell
        self.cell: tuple[int, int, int, bool] | None = None  # where it begins in the line, its spans, whether heading
        self.cells: list[CellSpan] = []

    def read(self, start: int, end: int) -> list[Block]:
        done = start
        for match in TAG.finditer(self.text, start, end) if self.markup else ():
            at = match.start()
            if at < done:
                continue  # inside a comment
            if at > done:
                self.words(done, at)
            done = match.end()
            if match["comment"]:
                done = self.comment(at, end)
            else:
                self.tag(match, at, done)
        if done < end:
            self.words(done, end)
        self.end_row()
        self.end_line()
        return self.blocks

    def comment(self, at: int, end: int) -> int:
        """The end of the comment that begins at ``at``; one that never ends is text."""
        close = self.text.find("-->", at + 4, end)
        if close >= 0:
            return close + 3
        self.words(at, end)
        return end

    def words(self, start: int, end: int) -> None:
        if self.raised and _RAISABLE.fullmatch(self.text, start, end):
            for at in range(start, end):
                char = self.text[at]
                if char.isspace():
                    self.line.space(at, at + 1)
                else:
                    self.line.add_as(self.raised[char], at, at + 1)
            return
        if self.cells and self.cell is None:  # between two cells
            if self.text[start:end].isspace():
                return
            self.begin_cell("", start, header=False)
        elif self.cell is None and _LINE_END.search(self.text, start, end):
            for match in _BLANK.finditer(self.text, start, end):
                self.line.add(start, match.start())
                self.end_line()
                start = match.end()
        self.line.add(start, end)

    def tag(self, match: re.Match[str], start: int, end: int) -> None:
        name, closes = match["name"].lower(), bool(match["close"])
        if name in _LINES:
            self.end_line() if self.cell is None else self.line.space(start, end)
        elif name == "a":
            self.end_link()
            if not closes:
                self.begin_link(match["attributes"] or "")
        elif name in {"td", "th", "tr", "table"}:
            self.table_tag(match, name, start, end, closes=closes)
        elif name in {"i", "em"}:
            self.italic(end, closes=closes)
        elif name in {"sup", "sub"}:
            self.raised = None if closes else _RAISED[name]

    def end_line(self) -> None:
        self.line.trim()
        begin = self.link
        if begin:
            self.end_link()
        opens = self.note_opens and self.italics > 0
        block = self.line.finish(
            Role.NOTE if self.italics else Role.TEXT,
            opens=opens,
            links=tuple(self.links),
            table=self.tables - 1 if self.cells else None,
            cells=tuple(self.cells),
        )
        if block:
            self.blocks.append(block)
            self.note_opens = False
        self.links, self.cells = [], []
        if begin:  # the link goes on in the next line
            self.link = (0, begin[1], begin[2])

    # -- links --------------------------------------------------------------------------------------------------------

    def begin_link(self, attributes: str) -> None:
        if href := _HREF.search(attributes):
            title = _TITLE.search(attributes) if len(attributes) < _LONGEST else None
            self.link = (self.line.length, href[1] or href[2] or href[3] or "", title[2] if title else None)

    def end_link(self) -> None:
        if self.link is None:
            return
        start, href, title = self.link
        self.link = None
        span = self.line.words_span(start)
        if span.start < span.end:
            self.links.append(LinkSpan(span, href, title, *link_target(href)))

    # -- notes --------------------------------------------------------------------------------------------------------

    def italic(self, end: int, *, closes: bool) -> None:
        """A note is what stands in italics and begins with its label."""
        if self.italics == 1 and closes:
            self.end_row()
            self.end_line()
            self.italics = 0
        elif self.italics:
            self.italics += -1 if closes else 1
        elif not closes and self.cell is None and _NOTE.match(self.text, end):
            self.end_row()
            self.end_line()
            self.italics, self.note_opens = 1, True

    # -- tables -------------------------------------------------------------------------------------------------------

    def table_tag(self, match: re.Match[str], name: str, start: int, end: int, *, closes: bool) -> None:
        """A row is a line; a table inside a cell is words of that cell."""
        if self.cell is not None and (self.nested or (name == "table" and not closes)):
            if name == "table":
                self.nested += -1 if closes else 1
            self.line.space(start, end)
        elif name in {"td", "th"}:
            self.end_cell()
            if not closes:
                self.begin_cell(match["attributes"] or "", start, header=name == "th")
        else:
            self.end_row()
            self.end_line()
            self.tables += name == "table" and not closes

    def begin_cell(self, attributes: str, at: int, *, header: bool) -> None:
        if self.cells:
            self.line.add_as("\t", at, at)
        else:
            self.end_line()
        spans = {kind.lower(): int(number) for kind, number in _SPANNED.findall(attributes)}
        self.tables = self.tables or 1
        self.cell = (self.line.length, spans.get("col", 1) or 1, spans.get("row", 1) or 1, header)

    def end_cell(self) -> None:
        if self.cell is None:
            return
        start, colspan, rowspan, header = self.cell
        self.cell = None
        self.nested = 0
        self.line.trim()
        self.cells.append(CellSpan(Span(start, self.line.length), colspan, rowspan, header))

    def end_row(self) -> None:
        self.end_cell()
        if self.cells:
            self.end_line()
