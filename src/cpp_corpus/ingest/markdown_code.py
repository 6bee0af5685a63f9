"""A whole code, or a part of one, as a Markdown text: headings of divisions and of articles at any level.

    text    = [front matter] [title NL] {"- " word " : " value NL} {heading NL {line NL}}
    heading = "#" { "#" } " " (title of a division | "Article " number)

One line is one alinéa, unless the lines were broken at a width; tables are HTML or drawn with ``|``. The act is known
by its title, by a link to its page, or by the names of the file and its folders.
"""

from __future__ import annotations

from collections.abc import Iterator

from cpp_corpus.ingest import catala, tricoteuses_page
from cpp_corpus.ingest.adapter import Adapter, RawFile
from cpp_corpus.ingest.front_matter import read_front_matter
from cpp_corpus.ingest.markdown import HEADING, MarkdownReader, article_headings, has_plain_headings
from cpp_corpus.ingest.markdown_fields import fields_of, is_of_fields
from cpp_corpus.ingest.other_markup import refuse_changes
from cpp_corpus.ingest.page_words import act_of_title, has_ends
from cpp_corpus.lang.typography import fold, tidy
from cpp_corpus.model.document import Document

__all__ = ["ADAPTER"]

_HEAD_LINES = 20


class _Reader(MarkdownReader):
    format = "markdown-code"

    def __init__(self, file: RawFile) -> None:
        super().__init__(file)
        self.is_of_fields = is_of_fields(self.text)

    def body(self, start: int, end: int) -> None:
        """Lines of an article; where the articles are records, only the words that a label names are its."""
        if not self.is_of_fields:
            super().body(start, end)
            return
        for field in fields_of(self.text, start, end):
            self.furniture(field.start, field.body if field.is_words else field.end)
            if field.is_words:
                super().body(field.body, field.end)


def _sniff(file: RawFile) -> bool:
    head = file.head
    first = next(article_headings(head), None)
    if first is None or catala.has_identifiers(head) or tricoteuses_page.has_identifier(head) or has_ends(head):
        return False  # a converted page of the site has ends
    if has_plain_headings(head):
        return False
    top = HEADING.search(head)
    if len(first["level"]) > 1 or (top is not None and top.start() < first.start()):
        return True
    return read_front_matter(head) is not None or _names_act(head[: first.start()])


def _names_act(above: str) -> bool:
    """Whether a title stands above the first article, without a mark of its own: of a code without divisions."""
    return any(act_of_title(tidy(fold(line))) for line in above.splitlines()[:_HEAD_LINES])


def _read(file: RawFile) -> Iterator[Document]:
    refuse_changes(file.text)
    reader = _Reader(file)
    if front := read_front_matter(file.text):
        reader.front_matter(front)
    yield reader.read()


ADAPTER = Adapter(
    name="markdown-code",
    description="Markdown text of a code: headings of divisions and articles at any level, as of Archéo Lex",
    expects="a Markdown text with headings of articles, such as “#### Article L12-3”",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "divisions", "links"),
    example="# Partie législative ⏎⏎ ## Livre Ier : Moulins ⏎⏎ ### Article L112-1 ⏎⏎ Le meunier …",
)
