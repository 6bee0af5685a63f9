"""Sources of Catala programs: the law in Markdown, with its code between fences.

    heading  = "#" { "#" } " " ("Article " | "Annexe ") number [" (" date " - " date ")"] "|" identifier [" [archive]"]
    code     = "```catala" NL … "```"
    include  = "> " word " " …

The law is what a programmer copied, so parts of an article may be missing. Code stands between the alinéas of an
article; it is not law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_corpus.ingest.adapter import Adapter, RawFile
from cpp_corpus.ingest.markdown import MarkdownReader, Opening
from cpp_corpus.lang.dates import read_date
from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.document import Document, Facts
from cpp_corpus.model.heading import read_heading

__all__ = ["ADAPTER", "has_identifiers"]

_IDENTIFIED = re.compile(
    r"(?P<words>(?:Article|Annexe)\b(?:[^|\r\n()]|\((?![^()|]*\b(?:1[89]|2[09])\d\d\b)[^()|\r\n]*\))*?)(?<![ \t])[ \t]*"
    r"(?:\((?=[^()|]*\b(?:1[89]|2[09])\d\d\b)(?P<first>[^()|]*?)(?<! )[ ]*-[ ]*(?P<last>[^()|]*)\)[ \t]*)?"
    r"\|[ \t]*(?P<id>(?:LEGI|JORF|KALI)ARTI[0-9]{12})[ \t]*(?P<archive>\[archive\])?",
    re.IGNORECASE,
)
_HEADING = re.compile(rf"(?<![^\r\n])#{{1,20}}[ \t]+{_IDENTIFIED.pattern}", re.IGNORECASE)
_DIRECTIVE = re.compile(r"(?<![^\r\n])>(?=[ \t]*[^\W\d])[^\r\n]*")
_NAMES = {"LEGI": "legiarti", "JORF": "jorfarti", "KALI": "kaliarti"}


def has_identifiers(head: str) -> bool:
    """Whether a text has headings of articles with identifiers, as sources of Catala have.

    >>> has_identifiers("### Article L12-3 | LEGIARTI000000000001"), has_identifiers("### Article L12-3")
    (True, False)
    """
    return "|" in head and _HEADING.search(head) is not None


class _Reader(MarkdownReader):
    format = "catala"
    has_prose = True

    def opening(self, words: str, start: int, end: int) -> Opening | None:
        found = _IDENTIFIED.match(self.text, start, end)
        if found is None:
            return super().opening(words, start, end)
        facts = Facts(
            number=read_heading(found["words"]).number,
            state=ArticleState.REPEALED if found["archive"] else None,
            valid_from=read_date(found["first"] or ""),
            valid_to=read_date(found["last"] or ""),
            ids=((_NAMES[found["id"][:4].upper()], found["id"].upper()),),
        )
        return Opening(found.end("words"), facts)

    def words(self, start: int, end: int) -> None:
        for found in _DIRECTIVE.finditer(self.text, start, end):
            if start < found.start():
                super().words(start, found.start())
            self.furniture(*found.span())
            start = found.end()
        if start < end:
            super().words(start, end)

    def code(self, start: int, end: int) -> None:
        self.furniture(start, end)


def _sniff(file: RawFile) -> bool:
    return has_identifiers(file.head)


def _read(file: RawFile) -> Iterator[Document]:
    yield _Reader(file).read()


ADAPTER = Adapter(
    name="catala",
    description="source of a Catala program: law in Markdown with identifiers, code between fences",
    expects="a Markdown text with headings such as “### Article L12-3 | LEGIARTI…”",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "dates", "divisions", "ids"),
    example="# Code des moulins ⏎⏎ ## Article L112-1 | LEGIARTI… ⏎⏎ Le meunier … ⏎⏎ ```catala …",
)
