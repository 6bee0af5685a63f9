"""What an ingest adapter makes of a file, and the tokenizer cuts into articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from cpp_corpus.model.article import Article, Division
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.span import Span

__all__ = ["Block", "CellSpan", "Document", "LinkSpan", "Role", "Tokenized"]


class Role(StrEnum):
    """What the layout of the source says a block is."""

    TITLE = "title"
    """Title of the act."""
    VERSION = "version"
    """Line that gives a date of the page, or of the version of the article that it stands in."""
    HEADING = "heading"
    """Heading of an article."""
    TEXT = "text"
    """Words of an article, or of a note not marked as one."""
    NOTE = "note"
    """Words that the source marks as a note."""
    FURNITURE = "furniture"
    """Words of the page, not of the law."""


class LinkSpan(NamedTuple):
    """A hyperlink inside a block; ``span`` indexes the block's text.

    ``act`` and ``article`` are what its address names, as in :class:`cpp_corpus.model.article.Link`.
    """

    span: Span
    href: str
    title: str | None = None
    act: str | None = None
    article: str | None = None


class CellSpan(NamedTuple):
    """A cell inside a row; ``span`` indexes the block's text."""

    span: Span
    colspan: int = 1
    rowspan: int = 1
    header: bool = False


class Block(NamedTuple):
    """One line of canonical text: spaces tidied, markup gone."""

    text: str
    role: Role
    line: int
    """Line of the file at which it begins, from 1."""
    byte: Span
    """Range of the file's bytes that it covers."""
    offsets: OffsetMap
    """From positions of ``text`` to bytes."""
    opens: bool = False
    """Whether an article begins here, or (role ``note``) another note of the article."""
    depth: int = 0
    """Divisions between the root and the article that begins here."""
    gap: int = 0
    """Blank lines before it."""
    links: tuple[LinkSpan, ...] = ()
    table: int | None = None
    """Index of the table to which it belongs as a row."""
    cells: tuple[CellSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One text of one file, as its adapter read it."""

    path: str
    format: str
    blocks: tuple[Block, ...]
    act: str | None = None
    """Id of the act, where the source says it."""
    divisions: tuple[Division, ...] = ()
    """Divisions common to the articles, outer to inner."""
    consolidated_at: date | None = None
    marks_notes: bool = False
    """Whether the source marks its notes, so that none need be told by its words."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Tokenized:
    """What the tokenizer makes of one document."""

    articles: tuple[Article, ...]
    leftovers: tuple[str, ...]
    """Lines that belong to no article."""
    findings: tuple[Finding, ...]
    offsets: tuple[OffsetMap, ...]
    """Of each article, the way from its text back to the bytes of the file."""
