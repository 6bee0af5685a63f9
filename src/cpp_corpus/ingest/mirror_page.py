"""Pages of a mirror: one article a file, ``# Article L12-3``, an empty line, then the body with tags of HTML.

The act and the divisions are the folders; nothing in the page tells them. Paragraphs are ``<p>`` or parted by
``<br/>``; an editors' note is in italics and begins with ``NOTA``; links lead to other pages by their path.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from cpp_corpus.ingest.adapter import Adapter, RawFile
from cpp_corpus.ingest.address import place
from cpp_corpus.ingest.lines import LineBuilder, SourceMap
from cpp_corpus.ingest.markup import CUT_TAG, has_markup, read_markup
from cpp_corpus.model.document import Block, Document, Role
from cpp_corpus.model.finding import Finding, FindingCode

__all__ = ["ADAPTER"]

_HEADING = re.compile(r"\s*#[ \t]+(Article\b[^\r\n]*)\s*", re.IGNORECASE)


def _sniff(head: str, name: str) -> bool:  # noqa: ARG001 - the name tells nothing
    return _HEADING.match(head) is not None


def _read(file: RawFile) -> Iterator[Document]:
    text = file.text
    source = SourceMap(file)
    markup = has_markup(text)
    heading = _HEADING.match(text)
    blocks: list[Block] = []
    start, end = 0, _end_of_body(text)
    if heading:
        start = heading.end()
        blocks += _line(source, heading.start(1), heading.end(1), Role.HEADING, markup=markup)
    body = read_markup(source, start, end, markup=markup)
    blocks += body
    if end < len(text):
        blocks += _line(source, end, len(text), Role.FURNITURE, markup=markup)
    folder = os.path.dirname(os.path.abspath(file.path))  # noqa: PTH100, PTH120 - Path.resolve asks the disk
    act, divisions = place(folder.replace(os.sep, "/"))
    findings = _findings(file.path, blocks, cut=end < len(text), empty=not body)
    yield Document(file.path, ADAPTER.name, tuple(blocks), act, divisions, marks_notes=True, findings=findings)


def _end_of_body(text: str) -> int:
    """Where the body ends: before a tag that the end of the file cuts."""
    last = text.rfind("<")
    return last if last >= 0 and CUT_TAG.match(text, last) else len(text)


def _line(source: SourceMap, start: int, end: int, role: Role, *, markup: bool) -> list[Block]:
    line = LineBuilder(source, start, end, entities=markup)
    line.add(start, end)
    block = line.finish(role, opens=role is Role.HEADING)
    return [block] if block else []


def _findings(path: str, blocks: list[Block], *, cut: bool, empty: bool) -> tuple[Finding, ...]:
    if cut:
        message = "The page ends inside a tag, which is left over; what came after it is missing. Fetch the page again."
    elif empty:
        message = "Below its heading the page has no words; the text of the article was expected. Fetch the page again."
    else:
        return ()
    line = blocks[-1].line if blocks else 1
    return (Finding.build(FindingCode.TRUNCATED_PAGE, message, path=path, line=line),)


ADAPTER = Adapter(
    name="mirror-page",
    description="Markdown page of one article with HTML inside, from a mirror of Légifrance",
    extensions=frozenset({".md", ".txt", ".html", ".htm"}),
    sniff=_sniff,
    read=_read,
)
