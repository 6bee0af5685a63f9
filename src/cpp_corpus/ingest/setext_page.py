"""Texts whose headings are underlined: ``Article 12``, a line of hyphens, then lines broken at a width.

    text    = {heading NL}
    heading = (title of the act | title of a division | "Article " number | "Annexe" …) NL ("---" | "===") {line NL}

Other underlined lines are words. The act is known by its title or by the names of the folders; so are the divisions. An
empty line separates alinéas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_corpus.ingest.adapter import Adapter, RawFile
from cpp_corpus.ingest.markdown import MarkdownReader, Opening, is_article
from cpp_corpus.ingest.naming import division_rank, titled_division
from cpp_corpus.ingest.page_words import Kind, kind_of_line
from cpp_corpus.lang.typography import fold, tidy
from cpp_corpus.model.document import Document, Facts
from cpp_corpus.model.heading import read_heading

__all__ = ["ADAPTER"]

_UNDERLINED = re.compile(
    r"(?<![^\r\n])(?P<words>[^\s|>#-][^\r\n]{1,200}?)[ \t]*(?:\r\n?|\n)(?:-{3,}|={3,})[ \t]*(?=[\r\n]|\Z)"
)
_KINDS = frozenset({Kind.TITLE, Kind.DIVISION})


def _is_article(words: str) -> bool:
    return is_article(words) or kind_of_line(tidy(fold(words))) in {Kind.HEADING, Kind.ANNEX}


def _headings(text: str) -> list[re.Match[str]]:
    found = _UNDERLINED.finditer(text)
    return [each for each in found if _is_article(each["words"]) or kind_of_line(tidy(fold(each["words"]))) in _KINDS]


def _sniff(file: RawFile) -> bool:
    head = file.head
    headings = _headings(head)
    begins = bool(headings) and not head[: headings[0].start()].strip()
    return begins and any(_is_article(found["words"]) for found in headings)


class _Reader(MarkdownReader):
    format = "setext-page"

    def read(self) -> Document:
        headings = _headings(self.text)
        if headings and self.start < headings[0].start():
            self.words(self.start, headings[0].start())
        stops = [*(found.start() for found in headings[1:]), self.end]
        for found, stop in zip(headings, stops, strict=True):
            start, end = found.span("words")
            if _is_article(found["words"]):
                self.article(start, end, Opening(end, Facts(number=read_heading(found["words"]).number)))
            elif kind_of_line(tidy(fold(found["words"]))) is Kind.TITLE:
                self.heading(1, start, end)
            else:
                self.heading(2 + division_rank(titled_division(found["words"])), start, end)
            self.words(found.end(), stop)
        return self.document()


def _read(file: RawFile) -> Iterator[Document]:
    yield _Reader(file).read()


ADAPTER = Adapter(
    name="setext-page",
    description="Markdown text with underlined headings and broken lines: an article, or a code with its divisions",
    expects="a text that begins with “Article 12”, or the title of its act, and a line “----”",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "divisions"),
    example="Article 12 ⏎ ---- ⏎ Tout moulin appartient à un meunier …",
)
