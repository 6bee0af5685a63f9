"""Pages with an underlined heading: ``Article 12``, a line of hyphens, then lines broken at a width.

The act is known by the names of the folders only; so are the divisions. An empty line separates alinéas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_corpus.ingest.adapter import Adapter, RawFile
from cpp_corpus.ingest.markdown import MarkdownReader, Opening, is_article
from cpp_corpus.ingest.page_words import act_of_title
from cpp_corpus.lang.typography import fold, tidy
from cpp_corpus.model.document import Document, Facts
from cpp_corpus.model.heading import read_heading

__all__ = ["ADAPTER"]

_HEADING = re.compile(
    r"(?<![^\r\n])(?P<words>Article\b[^\r\n]{1,200}?)[ \t]*(?:\r\n?|\n)(?P<line>-{3,}|={3,})[ \t]*(?=[\r\n]|\Z)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?<![^\r\n])(?P<words>[^\s|>#-][^\r\n]{1,200}?)[ \t]*(?:\r\n?|\n)(?:-{3,}|={3,})[ \t]*(?:[\r\n]\s*|\Z)"
)
"""An underlined line: the title of the act above the first article."""


def _headings(text: str) -> list[re.Match[str]]:
    return [found for found in _HEADING.finditer(text) if is_article(found["words"])]


def _sniff(file: RawFile) -> bool:
    start = len(file.head) - len(file.head.lstrip())
    if (title := _TITLE.match(file.head, start)) and act_of_title(tidy(fold(title["words"]))):
        if any(not is_article(found["words"]) for found in _TITLE.finditer(file.head, title.end())):
            return False  # titles of divisions, which are not read
        start = title.end()
    first = _HEADING.match(file.head, start)
    return first is not None and is_article(first["words"])


class _Reader(MarkdownReader):
    format = "setext-page"

    def read(self) -> Document:
        headings = _headings(self.text)
        if headings and self.start < headings[0].start():
            self.words(self.start, headings[0].start())
        stops = [*(found.start() for found in headings[1:]), self.end]
        for found, stop in zip(headings, stops, strict=True):
            start, end = found.span("words")
            self.article(start, end, Opening(end, Facts(number=read_heading(found["words"]).number)))
            self.words(found.end(), stop)
        return self.document()


def _read(file: RawFile) -> Iterator[Document]:
    yield _Reader(file).read()


ADAPTER = Adapter(
    name="setext-page",
    description="Markdown page of one article with an underlined heading and broken lines",
    expects="a page that begins with “Article 12” and a line “----”",
    sniff=_sniff,
    read=_read,
    knows=("number",),
    example="Article 12 ⏎ ---- ⏎ Tout moulin appartient à un meunier …",
)
