"""Lines of canonical text from the markup of an article page.

Only tags with a known name are markup: the pages have unescaped ``<`` in their text, and attributes with apostrophes
inside apostrophes, which HTML parsers misread.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from cpp_corpus.ingest.lines import LineBuilder, LineSource
from cpp_corpus.ingest.marks import MARK, Markdown, has_marks
from cpp_corpus.ingest.naming import link_target
from cpp_corpus.ingest.tags import BLANK, LINE_TAG_NAMES, OTHER_TAG_NAMES, TAG_NAMES
from cpp_corpus.model.document import Block, CellSpan, LinkSpan, Role
from cpp_corpus.model.span import Span

__all__ = ["CUT_TAG", "has_markup", "read_markup"]


def has_markup(text: str) -> bool:
    """Whether ``text`` has a tag; without one, its ``&`` and ``<`` are plain text."""
    return "<" in text and _TAG.search(text) is not None


def read_markup(
    source: LineSource, start: int, end: int, *, markup: bool, markdown: Markdown | None = None
) -> list[Block]:
    """The blocks of characters ``start`` to ``end``; without ``markup`` there are no tags and no entities in them.

    A paragraph, a ``<br>``, a list item or a blank line makes a line; so do a line of ``<pre>`` and a table row, its
    cells separated by tabs.
    Where no tag ends a line, three spaces after the end of a sentence do. Italics that begin with ``NOTA`` are a note.
    With ``markdown``, the marks of Markdown are read too.
    """
    return _Reader(source, start, end, markup=markup, markdown=markdown).read()


# ---------------------------------------------------------------------------------------------------------------------

_TABLES = frozenset({"td", "th", "tr", "table"})
_LINE_TAG = rf"/?(?:{LINE_TAG_NAMES})(?:\s[^<>{BLANK}]*)?/?>"

# The sign < is outside of the alternatives: searching for it makes the pattern fast.
_TAG = re.compile(
    rf"<(?:(?P<lines>{_LINE_TAG}(?:\s*<{_LINE_TAG})*+\s*)|!--|(?P<close>/?)(?P<name>{OTHER_TAG_NAMES})(?P<attributes>\s[^<>{BLANK}]*)?/?>)",
    re.IGNORECASE,
)
"""One or more tags that end a line; or one other tag; or the beginning of a comment."""

CUT_TAG = re.compile(rf"</?(?:(?:{TAG_NAMES})(?:\s[^<>]*)?)?\Z", re.IGNORECASE)
"""The beginning of a tag, cut off by the end of the file."""

_BLANK = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*")
_BLANK_LINE = re.compile(r"\n[ \t]*[\r\n]")  # begins with one letter, so that it is searched quickly
_GAP = re.compile(r"(?<=[.;:!?)»\"]) {3,}|" + _BLANK.pattern)
_PRE = re.compile(r"<(/?)pre\b(?!.*<pre\b|.*</pre\b)", re.IGNORECASE | re.DOTALL)
"""The last of several tags for text whose lines are those of the file."""
_EACH_LINE = re.compile(r"(?:\r\n?|\n)\s*")
_NOTE = re.compile(r"(?:\s{1,9}|<[a-z][^<>]*>){0,9}NOTA\b\s*(?:\([0-9]{1,3}\)\s*)?[:.<–—-]", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s*=\s*(?:'([^']*)'|\"([^\"]*)\"|([^\s'\">]+))", re.IGNORECASE)
_TITLE = re.compile(r"\btitle\s*=\s*(['\"])(.*?)\1(?=\s+[\w:]+\s*=|\s*/?$)", re.IGNORECASE | re.DOTALL)
_LONGEST = (
    10_000  # characters of attributes; longer ones are not searched for a title, since that may take quadratic time
)
_SPANNED = re.compile(r"\b(col|row)span\s*=\s*['\"]?([0-9]{1,4})", re.IGNORECASE)
_RAISED = {
    "sup": dict(zip("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾", strict=True)),
    "sub": dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True)),
}
_RAISABLE = re.compile(r"\s*[0-9+\-−=()]+\s*")


def _line_end(body: str, *, markup: bool) -> re.Pattern[str] | None:
    """The pattern that ends lines besides the tags; ``None`` where there is none."""
    if "   " in body and not (
        markup and any(match["lines"] or match["name"] in _TABLES for match in _TAG.finditer(body))
    ):
        return _GAP
    return _BLANK if "\r" in body or _BLANK_LINE.search(body) else None


class _Reader:
    """Reads a page once, tag by tag; each method handles one kind of tag."""

    def __init__(self, source: LineSource, start: int, end: int, *, markup: bool, markdown: Markdown | None) -> None:
        self.text = source.text
        self.start, self.end = start, end
        self.markup = markup
        self.has_comments = True
        self.line = LineBuilder(source, start, end, entities=markup)
        has = markdown is not None and markdown.marks and has_marks(self.text, start, end)
        self.add: Callable[[int, int], None] = self.add_words if has else self.line.add
        self.line_end = (markdown and markdown.line_end) or _line_end(self.text[start:end], markup=markup)
        self.usual_end = self.line_end
        self.blocks: list[Block] = []
        self.links: list[LinkSpan] = []
        self.link: tuple[int, str, str | None] | None = None  # position in the line, address, title
        self.raised: dict[str, str] | None = None
        self.italics = 0  # open tags inside a note, that of the note included
        self.note_opens = False
        self.tables = 0
        self.nested = 0  # tables open inside a cell
        self.cell: tuple[int, int, int, bool] | None = (
            None  # position in the line, colspan, rowspan, whether it is a heading
        )
        self.cells: list[CellSpan] = []

    def read(self) -> list[Block]:
        done = self.start
        for match in _TAG.finditer(self.text, done, self.end) if self.markup else ():
            at, end = match.span()
            if at < done:  # inside a comment
                done = max(done, end)
                continue
            if at > done:
                self.words(done, at)
            done = end
            lines, slash, name, attributes = match.groups()
            if lines:
                self.end_line(at, end)
                if "pre" in lines.lower() and (pre := _PRE.search(self.text, at, end)):
                    self.line_end = self.usual_end if pre[1] else _EACH_LINE
            elif name:
                self.tag(name.lower(), attributes or "", at, end, closes=slash == "/")
            else:
                done = self.comment(at)
        if done < self.end:
            self.words(done, self.end)
        self.end_row()
        return self.blocks

    def comment(self, at: int) -> int:
        """The end of the comment that begins at ``at``; the sign for one that never ends is text."""
        close = self.text.find("-->", at + 4, self.end) if self.has_comments else -1
        if close >= 0:
            return close + 3
        self.has_comments = False  # none of the signs behind this one begins a comment either
        self.words(at, at + 4)
        return at + 4

    def words(self, start: int, end: int) -> None:
        if self.raised and _RAISABLE.fullmatch(self.text, start, end):
            self.raise_words(start, end)
            return
        if self.cells and self.cell is None:  # between two cells
            if self.text[start:end].isspace():
                return
            self.begin_cell("", start, header=False)
        elif self.line_end is not None and self.cell is None:
            for match in self.line_end.finditer(self.text, start, end):
                if start < match.start():
                    self.add(start, match.start())
                self.end_line(match.start(), match.end())
                start = match.end()
        if start < end:
            self.add(start, end)

    def add_words(self, start: int, end: int) -> None:
        """Add words without the marks of Markdown in them."""
        for mark in MARK.finditer(self.text, start, end):
            if start < mark.start():
                self.line.add(start, mark.start())
            start = mark.end()
            self.add_marked(mark)
        if start < end:
            self.line.add(start, end)

    def add_marked(self, mark: re.Match[str]) -> None:
        if mark["address"] is not None:
            is_inside = self.link is not None
            if not is_inside:
                self.link = (self.line.length, mark["address"].replace(BLANK, ""), mark["title"])
            self.add_words(*mark.span("words"))
            if not is_inside:
                self.end_link()
        elif mark["strong"]:
            self.add_words(*mark.span("strong"))
        elif mark["raised"]:
            self.line.add(*mark.span("raised"))
        elif mark["sign"]:
            self.line.add(*mark.span("sign"))

    def raise_words(self, start: int, end: int) -> None:
        for at in range(start, end):
            char = self.text[at]
            if char.isspace():
                self.line.space(at, at + 1)
            elif self.raised:
                self.line.add_as(self.raised[char], at, at + 1)

    def tag(self, name: str, attributes: str, start: int, end: int, *, closes: bool) -> None:
        if name == "a":
            if self.link:
                self.end_link()
            if not closes:
                self.begin_link(attributes)
        elif name in _TABLES:
            self.table_tag(name, attributes, start, end, closes=closes)
        elif name in {"i", "em"}:
            self.italic(end, closes=closes)
        elif name in _RAISED:
            self.raised = None if closes else _RAISED[name]

    def end_line(self, start: int, end: int) -> None:
        """End the line; inside a cell, which has only one line, add a space."""
        if self.cell is not None:
            self.line.space(start, end)
        elif self.line.length:
            self.flush()

    def flush(self) -> None:
        begin = self.link
        if begin:
            self.end_link()
        block = self.line.finish(
            Role.NOTE if self.italics else Role.TEXT,
            opens=self.note_opens,
            links=tuple(self.links),
            table=self.tables - 1 if self.cells else None,
            cells=tuple(self.cells),
        )
        if block:
            self.blocks.append(block)
            self.note_opens = False
        self.links.clear()
        self.cells.clear()
        if begin:  # the link goes on in the next line
            self.link = (0, begin[1], begin[2])

    # -- links --------------------------------------------------------------------------------------------------------

    def begin_link(self, attributes: str) -> None:
        if href := _HREF.search(attributes):
            title = _TITLE.search(attributes) if "itle" in attributes and len(attributes) < _LONGEST else None
            address = href[1] or href[2] or href[3] or ""
            if "&" in address:
                address = unescape(address)
            self.link = (self.line.length, address, title[2] if title else None)

    def end_link(self) -> None:
        if self.link is None:
            return
        start, href, title = self.link
        self.link = None
        span = self.line.words_span(start)
        if span.start < span.end:
            self.links.append(LinkSpan(span, href, title, *link_target(href, title)))

    # -- notes --------------------------------------------------------------------------------------------------------

    def italic(self, end: int, *, closes: bool) -> None:
        """A note is text in italics that begins with its label."""
        if self.italics == 1 and closes:
            self.end_row()
            self.italics, self.note_opens = 0, False
        elif self.italics:
            self.italics += -1 if closes else 1
        elif not closes and self.cell is None and _NOTE.match(self.text, end):
            self.end_row()
            self.italics, self.note_opens = 1, True

    # -- tables -------------------------------------------------------------------------------------------------------

    def table_tag(self, name: str, attributes: str, start: int, end: int, *, closes: bool) -> None:
        """A row is a line; a table inside a cell is part of the text of that cell."""
        if self.cell is not None and (self.nested or (name == "table" and not closes)):
            if name == "table":
                self.nested += -1 if closes else 1
            self.line.space(start, end)
        elif name in {"td", "th"}:
            self.end_cell()
            if not closes:
                self.begin_cell(attributes, start, header=name == "th")
        else:
            self.end_row()
            self.tables += name == "table" and not closes

    def begin_cell(self, attributes: str, at: int, *, header: bool) -> None:
        if self.cells:
            self.line.add_as("\t", at, at)
        elif self.line.length:
            self.flush()
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
        if self.line.length or self.cells:
            self.flush()
