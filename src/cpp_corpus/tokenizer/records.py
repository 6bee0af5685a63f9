"""From a document to article records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cpp_corpus.model.article import Article, ArticleState, Cell, IdentifiedBy, Link, Note, Paragraph, Source, Table
from cpp_corpus.model.document import Block, Document, Role, Tokenized
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.span import Span
from cpp_corpus.tokenizer.alineas import place_lines
from cpp_corpus.tokenizer.headings import Version, read_heading, read_version, says_repealed
from cpp_corpus.tokenizer.notes import is_empty_note, split_notes

__all__ = ["tokenize"]


def tokenize(document: Document) -> Tokenized:
    """The articles of a document, the lines that belong to none, and what looks wrong.

    Every word of the document is in exactly one of them: heading, text and notes of one article, or a leftover.
    """
    articles: list[Article] = []
    leftovers: list[str] = []
    findings: list[Finding] = []
    offsets: list[OffsetMap] = []
    for blocks in _cut(document.blocks):
        if blocks[0].opens:
            article, way_back = _Builder(document, blocks, leftovers, findings).build()
            articles.append(article)
            offsets.append(way_back)
        else:
            leftovers += [block.text for block in blocks]
    return Tokenized(tuple(articles), tuple(leftovers), tuple(findings), tuple(offsets))


# ---------------------------------------------------------------------------------------------------------------------

_OUTSIDE = frozenset({Role.TITLE, Role.FURNITURE})


def _cut(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The blocks of each article, and those between."""
    start = 0
    for at, block in enumerate(blocks):
        if at > start and block.opens and block.role is not Role.NOTE:
            yield blocks[start:at]
            start = at
    if start < len(blocks):
        yield blocks[start:]


class _Joined(NamedTuple):
    """Lines joined by newlines, each with the position at which it stands."""

    text: str
    lines: list[tuple[int, Block]]


class _Builder:
    """Makes one article of its blocks."""

    def __init__(
        self, document: Document, blocks: Sequence[Block], leftovers: list[str], findings: list[Finding]
    ) -> None:
        self.document = document
        self.first = blocks[0]
        self.leftovers = leftovers
        self.findings = findings
        self.last = self.first
        self.heading: Block | None = None
        self.version = Version()
        self.body: list[Block] = []
        self.marked: list[Block] = []  # as notes, by the source
        for block in blocks:
            self.take(block)

    def take(self, block: Block) -> None:
        role = block.role
        if role in _OUTSIDE:
            self.leftovers.append(block.text)
            return
        self.last = block
        if role is Role.TEXT:
            self.body.append(block)
        elif role is Role.NOTE:
            self.marked.append(block)
        elif role is Role.HEADING and self.heading is None:
            self.heading = block
        elif role is Role.VERSION:
            self.version = read_version(block.text)
            self.leftovers.append(block.text)
        else:
            self.body.append(block)

    def build(self) -> tuple[Article, OffsetMap]:
        """The article, and the way from its text back to the bytes of the file."""
        document, first = self.document, self.first
        body, notes = split_notes(self.body, self.marked, all_marked=document.marks_notes)
        text, lines = _joined(body)
        heading = read_heading(self.heading.text) if self.heading else None
        state = heading.state if heading else ArticleState.IN_FORCE
        number = heading.number if heading else None
        links = [link for at, block in lines if block.links for link in _links(block, at)]
        name = number.normalized if number else f"~{first.line}"
        article_id = f"{document.act or '?'}/{name}"
        if heading and heading.problem:
            self.findings.append(heading.finding(document.path, first.line, article_id))
        article = Article.trusted(
            id=article_id,
            act=document.act,
            number=number,
            heading=self.heading.text if self.heading else None,
            state=ArticleState.REPEALED if says_repealed(text) else state,
            valid_from=self.version.valid_from,
            valid_to=self.version.valid_to,
            consolidated_at=document.consolidated_at,
            divisions=document.divisions,
            depth=None if document.marks_notes else first.depth,
            text=text,
            paragraphs=_paragraphs(lines),
            tables=_tables(lines),
            notes=self.notes(notes, links),
            links=tuple(links),
            identified_by=IdentifiedBy.HEADING if number else None,
            evidence=None,
            source=Source.trusted(
                path=document.path,
                format=document.format,
                line=first.line,
                byte=Span(first.byte.start, self.last.byte.end),
            ),
        )
        return article, OffsetMap.joined((at, block.offsets) for at, block in lines)

    def notes(self, groups: list[list[Block]], links: list[Link]) -> tuple[Note, ...]:
        """The notes; their links are added to ``links``, an empty one to what is left over."""
        found: list[Note] = []
        for group in groups:
            text, lines = _joined(group)
            if is_empty_note(text):
                self.leftovers.append(text)
                continue
            links += [link for at, block in lines for link in _links(block, at, len(found))]
            found.append(Note.trusted(text=text, line=group[0].line))
        return tuple(found)


def _joined(blocks: Sequence[Block]) -> _Joined:
    if len(blocks) == 1:
        return _Joined(blocks[0].text, [(0, blocks[0])])
    lines: list[tuple[int, Block]] = []
    at = 0
    for block in blocks:
        lines.append((at, block))
        at += len(block.text) + 1
    return _Joined("\n".join([block.text for block in blocks]), lines)


def _links(block: Block, at: int, note: int | None = None) -> list[Link]:
    return [
        Link.trusted(
            span=link.span.shift(at),
            href=link.href,
            title=link.title,
            act=link.act,
            article=link.article,
            note=note,
        )
        for link in block.links
    ]


def _paragraphs(lines: Sequence[tuple[int, Block]]) -> tuple[Paragraph, ...]:
    places = place_lines([None if block.cells else block.text for _, block in lines])
    return tuple(
        [
            Paragraph.trusted(
                marker=place.marker,
                level=place.level,
                locator=place.locator,
                text=block.text,
                span=Span(at, at + len(block.text)),
            )
            for (at, block), place in zip(lines, places, strict=True)
        ]
    )


def _tables(lines: Sequence[tuple[int, Block]]) -> tuple[Table, ...]:
    tables = []
    for _, group in groupby((line for line in lines if line[1].table is not None), key=lambda line: line[1].table):
        rows = list(group)
        at, last = rows[-1]
        span = Span(rows[0][0], at + len(last.text))
        tables.append(Table.trusted(span=span, rows=tuple(tuple(_cells(block, at)) for at, block in rows)))
    return tuple(tables)


def _cells(block: Block, at: int) -> Iterator[Cell]:
    for cell in block.cells:
        yield Cell.trusted(span=cell.span.shift(at), colspan=cell.colspan, rowspan=cell.rowspan, header=cell.header)
