"""Making article records from a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from cpp_corpus.model.article import Article, ArticleState, Cell, IdentifiedBy, Link, Note, Paragraph, Source, Table
from cpp_corpus.model.document import Block, Document, Draft, Role, Tokenized
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.heading import Heading, read_heading
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.span import Span
from cpp_corpus.model.states import is_published
from cpp_corpus.tokenizer.alineas import place_lines
from cpp_corpus.tokenizer.headings import Version, read_version, says_repealed, unreadable_number
from cpp_corpus.tokenizer.notes import is_empty_note, split_notes

__all__ = ["tokenize"]


def tokenize(document: Document, *, act: str | None = None) -> Tokenized:
    """The articles of a document, the lines that belong to none, and the findings.

    Every word of the document is in exactly one place: in the heading, text or notes of one article, or in a leftover.
    ``act`` is the act of articles whose source does not name theirs.
    """
    leftovers = [block.text for block in document.above]
    findings: list[Finding] = []
    made = [_Builder(document, draft, act, leftovers, findings).build() for draft in document.drafts]
    articles, offsets = tuple(article for article, _ in made), tuple(way_back for _, way_back in made)
    return Tokenized(articles, tuple(leftovers), tuple(findings), offsets)


# ---------------------------------------------------------------------------------------------------------------------

_OUTSIDE = frozenset({Role.TITLE, Role.FURNITURE})
_NO_TEXT = "The article has no text; it was expected below its heading. Fetch it again."


class _Joined(NamedTuple):
    """Lines joined by newlines, each with its position in the text."""

    text: str
    lines: list[tuple[int, Block]]


class _Builder:
    """Makes one article of its blocks."""

    def __init__(
        self, document: Document, draft: Draft, act: str | None, leftovers: list[str], findings: list[Finding]
    ) -> None:
        self.document = document
        self.draft = draft
        self.facts = draft.facts
        self.act = draft.facts.act or act
        self.first = draft.blocks[0]
        self.leftovers = leftovers
        self.findings = findings
        self.last = self.first
        self.heading: Block | None = None
        self.version = Version()
        self.body: list[Block] = []
        self.marked: list[Block] = []  # as notes, by the source
        for block in draft.blocks:
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
            said = read_version(block.text)
            self.version = said if any(said) else self.version  # the day of the page says nothing of the version
            self.leftovers.append(block.text)
        else:
            self.body.append(block)

    def build(self) -> tuple[Article, OffsetMap]:
        """The article, and the map from its text back to the bytes of the source."""
        document, facts, first = self.document, self.facts, self.first
        body, notes = split_notes(self.body, self.marked, all_marked=document.marks_notes)
        text, lines = _joined(body)
        heading = read_heading(self.heading.text) if self.heading else None
        number = facts.number or (heading.number if heading else None)
        links = [link for at, block in lines if block.links for link in _links(block, at)]
        article_id = f"{self.act or '?'}/{number.normalized if number else f'~{first.line}'}"
        if heading and not number:
            self.find(
                FindingCode.UNREADABLE_NUMBER,
                unreadable_number(heading, str(self.heading and self.heading.text)),
                article_id,
            )
        state = ArticleState.REPEALED if says_repealed(text) else heading.state if heading else None
        state = state or self.version.state
        if heading and heading.ends:
            self.version = self.version._replace(valid_to=self.version.valid_to or heading.ends)
            if facts.consolidated_at and facts.consolidated_at >= heading.ends:
                state = ArticleState.REPEALED
        self.compare(article_id, heading, state)
        valid_from = facts.valid_from or self.version.valid_from
        if not text and (facts.state or state) is not ArticleState.REPEALED:
            self.find(FindingCode.TRUNCATED_PAGE, _NO_TEXT, article_id)
        article = Article.trusted(
            id=article_id,
            act=self.act,
            number=number,
            heading=self.heading.text if self.heading else None,
            state=facts.state or state or self.unnamed_state(valid_from),
            valid_from=valid_from,
            valid_to=facts.valid_to or self.version.valid_to,
            consolidated_at=facts.consolidated_at,
            divisions=facts.divisions,
            depth=self.draft.depth,
            text=text,
            paragraphs=_paragraphs(lines),
            tables=_tables(lines),
            notes=self.notes(notes, links),
            links=(*links, *facts.links),
            identified_by=IdentifiedBy.HEADING if number else None,
            evidence=None,
            ids=dict(facts.ids),
            source=Source.trusted(
                path=document.path,
                format=document.format,
                line=first.line,
                byte=Span(first.byte.start, self.last.byte.end),
            ),
            other_sources=(),
        )
        return article, OffsetMap.joined((at, block.offsets) for at, block in lines)

    def unnamed_state(self, valid_from: date | None) -> ArticleState:
        """The state of an article whose source names none."""
        published = is_published(dict(self.facts.ids), valid_from)
        return ArticleState.UNKNOWN if published else ArticleState.IN_FORCE

    def compare(self, article_id: str, heading: Heading | None, state: ArticleState | None) -> None:
        """A finding for each fact that the words of the source contradict."""
        facts, version = self.facts, self.version
        for what, fact, said in (
            ("number", facts.number, heading.number if heading else None),
            ("state", facts.state, state),
            ("first day", facts.valid_from, version.valid_from),
            ("end", facts.valid_to, version.valid_to),
        ):
            if fact is not None and said is not None and fact != said and not self.is_told(what):
                message = f"The {what} of this article is {fact} in the source, {said} in its words; {fact} is kept."
                self.find(FindingCode.FACT_DISAGREEMENT, message, article_id)

    def is_told(self, what: str) -> bool:
        """Whether a finding says already why the number of the heading is not that of the article."""
        told = (each for each in self.document.findings if each.code is FindingCode.UNREADABLE_NUMBER)
        return what == "number" and any(each.line == self.first.line for each in told)

    def find(self, code: FindingCode, message: str, article_id: str) -> None:
        self.findings.append(
            Finding.build(
                code,
                message,
                path=self.document.path,
                line=self.first.line,
                article=article_id,
            )
        )

    def notes(self, groups: list[list[Block]], links: list[Link]) -> tuple[Note, ...]:
        """The notes; their links are added to ``links``, empty notes to the leftovers."""
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
            kind=None,
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
