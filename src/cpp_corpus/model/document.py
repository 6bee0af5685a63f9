"""Documents, the output of the adapters and the input of the tokenizer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from cpp_corpus.model.article import Article, ArticleState, Division, Link
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.span import Span

__all__ = ["Block", "CellSpan", "Document", "Draft", "Facts", "LinkSpan", "Listed", "Role", "Tokenized"]


class Role(StrEnum):
    """The role of a block in the layout of the source."""

    TITLE = "title"
    """Title of the act."""
    VERSION = "version"
    """Line with a date of the page, or of the version of the article that contains it."""
    HEADING = "heading"
    """Heading of an article."""
    TEXT = "text"
    """Words of an article, or of a note not marked as one."""
    NOTE = "note"
    """Words that the source marks as a note."""
    FURNITURE = "furniture"
    """Words of the page that are not part of the law."""


class LinkSpan(NamedTuple):
    """A hyperlink inside a block.

    >>> LinkSpan(Span(2, 11), "https://example.org/l1").href
    'https://example.org/l1'
    """

    span: Span
    """Range of the block's text."""
    href: str
    """Its address."""
    title: str | None = None
    """Its title."""
    act: str | None = None
    """Id of the act that its address names, as in :class:`cpp_corpus.model.article.Link`."""
    article: str | None = None
    """Normalised number of the article that its address names."""


class CellSpan(NamedTuple):
    """A cell inside a row.

    >>> CellSpan(Span(0, 4), header=True).colspan
    1
    """

    span: Span
    """Range of the block's text."""
    colspan: int = 1
    """Columns that it covers."""
    rowspan: int = 1
    """Rows that it covers."""
    header: bool = False
    """Whether it is a heading of its row or column."""


class Block(NamedTuple):
    """One line of canonical text: spaces tidied, markup gone."""

    text: str
    """Its words."""
    role: Role
    """What it is."""
    line: int
    """Line of the file at which it begins, from 1."""
    byte: Span
    """Range of the file's bytes that it covers."""
    offsets: OffsetMap
    """From positions of ``text`` to bytes."""
    opens: bool = False
    """Whether it begins another note of the article (role ``note``)."""
    gap: int = 0
    """Blank lines before it."""
    links: tuple[LinkSpan, ...] = ()
    """Hyperlinks in it."""
    table: int | None = None
    """Index of the table to which it belongs as a row."""
    cells: tuple[CellSpan, ...] = ()
    """Its cells, where it is a row of a table."""


class Facts(NamedTuple):
    """What a source has as data about an article, outside its words; ``None`` or empty where it has nothing.

    Facts take precedence over what the words suggest.
    """

    act: str | None = None
    """Id of the act."""
    number: ArticleNumber | None = None
    """Its number."""
    state: ArticleState | None = None
    """Whether it is law."""
    valid_from: date | None = None
    """First day of this version."""
    valid_to: date | None = None
    """First day on which this version is no longer law."""
    consolidated_at: date | None = None
    """Day on which the source shows the law."""
    divisions: tuple[Division, ...] = ()
    """Divisions, outer to inner."""
    ids: tuple[tuple[str, str], ...] = ()
    """Identifiers in the source, as pairs of name and value."""
    links: tuple[Link, ...] = ()
    """Links that the source lists outside the text; their spans are empty."""
    order: int | None = None
    """Its position in the document, where the articles are not in their order."""


class Draft(NamedTuple):
    """One article as its adapter read it: its facts, and its lines."""

    facts: Facts
    """What the source says of it as data."""
    blocks: tuple[Block, ...]
    """At least one."""
    depth: int | None = None
    """In a flat dump: number of divisions between the root of the page and the article."""


class Listed(NamedTuple):
    """What a source lists as the articles of a text, or of a division of it.

    >>> Listed("LEGITEXT000000000001", None, (("LEGIARTI000000000001", "L1"),)).articles[0][1]
    'L1'
    """

    text: str
    """Identifier of the text in the source."""
    title: str | None
    """Its title, where the list has it."""
    articles: tuple[tuple[str, str | None], ...]
    """Identifier and number of each version of an article."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text of one entry, as its adapter read it."""

    path: str
    """Printable path of the entry."""
    format: str
    """Name of the format."""
    drafts: tuple[Draft, ...]
    """The articles, in the order of the text."""
    above: tuple[Block, ...] = ()
    """Lines before the first article, which belong to none."""
    marks_notes: bool = False
    """Whether the source marks its notes, so that they need not be found by their words."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with the text."""
    listed: Listed | None = None
    """The articles that it lists without their words, where it is a table of contents."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All lines, in the order of the text.

        >>> Document("a.txt", "moulin", drafts=()).blocks
        ()
        """
        return (*self.above, *(block for draft in self.drafts for block in draft.blocks))


@dataclass(frozen=True, slots=True)
class Tokenized:
    """The result of tokenizing one document."""

    articles: tuple[Article, ...]
    leftovers: tuple[str, ...]
    """Lines that belong to no article."""
    findings: tuple[Finding, ...]
    offsets: tuple[OffsetMap, ...]
    """For each article, the map from its text back to the bytes of the file."""
