"""The text of any HTML page, laid out as the text of a page is: a line for each paragraph, a bullet for each item.

item      = indent "• " words            indent = 2 × depth of the list
paragraph = indent words                 in an item two columns further in
row       = "│" cell { "│" cell } "│"
quoted    = "> " paragraph               in a <blockquote> with the heading of an article, below another heading

A tab stands behind a strong heading of an article that begins a line: ``<b>Article 3</b> Le vent souffle.``
"""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element

from cpp_corpus.ingest.list_labels import STRONG_HEADING, TableRow, row_of

__all__ = ["lines_of_html", "text_of_html"]

_LINES = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
        ),
        *(
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "legend",
            "li",
            "main",
        ),
        *("nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul"),
    }
)
_LISTS = frozenset({"ul", "ol"})
_CELLS = frozenset({"td", "th"})
_QUOTATION = "blockquote"
_STRONG = frozenset({"b", "strong", "em", "i", "u"})
_EDGE = "\v"
"""What stands behind such a heading while its line is made."""
_UNSEEN = frozenset(
    {"script", "style", "head", "template", "noscript", "button", "select", "textarea", "iframe", "svg"}
)


def text_of_html(tree: _Element) -> str:
    r"""The text of the page with the root ``tree``.

    >>> from lxml import html
    >>> text_of_html(html.fromstring("<div><h2>Article 3</h2><ul><li>Le <b>vent</b>.<p>Il souffle.</p></ul></div>"))
    '\nArticle 3\n\n  • Le vent.\n\n    Il souffle.\n'
    """
    return "\n".join([*lines_of_html(tree), ""])


def lines_of_html(tree: _Element) -> list[str]:
    """The lines of that text; rows of tables know their cells."""
    writer = _Writer()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if name in _UNSEEN or not name:
                walk.skip_subtree()
                continue
            writer.begin(name)
            writer.words(element.text, bare=name == "body")
        else:
            if name and name not in _UNSEEN:
                writer.end(name)
            if element is not tree:
                around = element.getparent()
                writer.words(element.tail, bare=around is not None and around.tag == "body")
    writer.flush()
    _mark_quotations(writer.lines, writer.quotations)
    return writer.lines


# ---------------------------------------------------------------------------------------------------------------------


_LINE_ENDS = re.compile(r"[\r\n]")
_ARTICLE = re.compile(r"\s*(?:• )?(?:Article|ARTICLE|Art\.)\s*\S")


def _mark_quotations(lines: list[str], quotations: list[range]) -> None:
    """Mark the lines of quotations that have the heading of an article, unless they are the articles of the page."""
    first = next((at for at, line in enumerate(lines) if _ARTICLE.match(line)), len(lines))
    for quotation in quotations:
        if first < quotation.start and any(_ARTICLE.match(lines[at]) for at in quotation):
            for at in quotation:
                if not isinstance(lines[at], TableRow):
                    lines[at] = f"> {lines[at]}".rstrip()


def _cell(words: str) -> str:
    """The words of a cell, its lines tidied."""
    return "\n".join(line for part in words.split("\n") if (line := " ".join(part.split())))


class _Writer:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.buffer: list[str] = []
        self.depth = 0
        self.bullet = False
        self.row: list[str] | None = None
        self.cells = 0  # open, those of inner tables included
        self.quotations: list[range] = []  # lines of each
        self.quoting: list[int] = []  # the first line of each that is open

    def words(self, text: str | None, *, bare: bool) -> None:
        """Words; where they stand in no element of the page (``bare``), their line ends are line breaks."""
        if not text:
            return
        first, *rest = text.splitlines() if bare and not self.cells else [_LINE_ENDS.sub(" ", text)]
        self.buffer.append(first)
        for line in rest:
            self.flush(is_break=True)
            self.buffer.append(line)

    def begin(self, name: str) -> None:
        if name in _CELLS and (self.cells or self.row is not None):
            self.cells += 1
            if self.cells == 1:
                self.buffer.clear()
        elif self.cells:
            self.buffer.append("\n" if name in _LINES or name == "br" else " ")
        elif name == "tr":
            self.flush()
            self.row = []
        elif name in _LINES or name in _CELLS or name == "br":
            self.flush(is_break=name == "br")
        self.depth += name in _LISTS
        if name == _QUOTATION:
            self.quoting.append(len(self.lines))
        if name == "li" and not self.cells:
            self.bullet = True

    def end(self, name: str) -> None:
        if name in _CELLS and self.cells:
            self.cells -= 1
            if not self.cells and self.row is not None:
                self.row.append(_cell("".join(self.buffer)))
                self.buffer.clear()
        elif name == "tr" and not self.cells and self.row is not None:
            if len(self.row) == 1 and (paragraphs := self.row[0].split("\n")) and any(map(_ARTICLE.match, paragraphs)):
                for words in paragraphs:  # a table of one cell a row only places what it has
                    self.lines += ["", f"{self.indent()}{words}"]
            elif self.row:
                self.lines.append(row_of(self.row, self.indent()))
            self.row = None
        elif self.cells:
            self.buffer.append("\n" if name in _LINES else "")
        elif name in _LINES or name in _CELLS:
            self.flush()
            if name == "li":
                self.bullet = False
        elif name in _STRONG and STRONG_HEADING.fullmatch("".join(self.buffer)):
            self.buffer.append(_EDGE)
        self.depth -= name in _LISTS
        if name == _QUOTATION and self.quoting and (first := self.quoting.pop()) < len(self.lines) and not self.quoting:
            self.quotations.append(range(first, len(self.lines)))

    def indent(self) -> str:
        return " " * (2 * self.depth + 2 if self.depth else 0)

    def flush(self, *, is_break: bool = False) -> None:
        """End a line; a paragraph has a blank line before it, a line after a break has none."""
        parts = "".join(self.buffer).split(_EDGE)
        words = "\t".join(filter(None, (" ".join(part.split()) for part in parts)))
        self.buffer.clear()
        if not words:
            return
        if not is_break or not self.lines:
            self.lines.append("")
        self.lines.append(f"{self.indent()[2:]}• {words}" if self.bullet else f"{self.indent()}{words}")
        self.bullet = False
