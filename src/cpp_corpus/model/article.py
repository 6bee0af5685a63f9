"""Article records."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from cpp_corpus.errors import expect
from cpp_corpus.model.base import Count, Record
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.parts import parts_at
from cpp_corpus.model.span import Span
from cpp_corpus.model.validity import ArticleState, Validity

__all__ = [
    "Article",
    "ArticleState",
    "Cell",
    "Division",
    "Evidence",
    "IdentifiedBy",
    "Link",
    "Note",
    "Paragraph",
    "Source",
    "Table",
    "is_anonymous",
]


class IdentifiedBy(StrEnum):
    """The evidence for the number of an article."""

    HEADING = "heading"
    """Its heading, or a fact of the source."""
    EXACT_TEXT = "exact_text"
    """Its text is that of one article of the number source, and of no other."""
    SIMILAR_TEXT = "similar_text"
    """Its text is similar to that of one article, and its neighbours exclude all others."""
    ORDER = "order"
    """It is between two identified articles with only one number between them."""
    NOTE = "note"
    """A note below it, on a court decision, names it."""


class Evidence(Record):
    """How well the text of an article fits the number that it was given, and the next best number."""

    score: float
    """Share of words in common with the text that the number source has for the number, from 0 to 1 (the same
    words)."""
    runner_up: str | None = None
    """The number that fits next best; ``None`` where no other fits."""
    runner_up_score: float | None = None
    """The same share for that number."""
    as_of: date | None = None
    """The day on which the article had this number; ``None`` where the number source has no dates."""
    at_date: bool = False
    """Whether ``as_of`` is the day of the text, so that the article has this number on that day."""


class Source(Record):
    """Where a record comes from."""

    path: str
    """Path of the file, as it was given or found."""
    format: str
    """Name of the format, as ``cpp-corpus formats`` lists it."""
    line: Count
    """Line of the file at which the record begins, from 1."""
    byte: Span
    """Range of the file's bytes that the record covers."""


class Division(Record):
    """A division of an act that contains an article."""

    kind: str
    """French, lowercase: ``partie``, ``livre``, ``titre``, ``section`` …; ``division`` where the kind is not known."""
    number: str | None = None
    """``IV``, ``Ier``, ``2``: as the source has it, normalised in case."""
    title: str | None = None
    """Title, where the source has it."""
    slug: str | None = None
    """Name in addresses: ``section-2-procedure``."""


class Paragraph(Record):
    """One alinéa: one line of the article's text."""

    marker: str | None
    """The innermost marker that opens it, normalised: ``II``, ``3°``, ``a``, ``-``; ``None`` where there is none."""
    level: Count
    """Depth of that marker, from 0; an alinéa without marker has the depth of its content."""
    locator: str
    """Path of the alinéa as references write it: ``II/3°/a``; ``II/al2`` for one without marker."""
    text: str
    """The words, marker included."""
    span: Span
    """Range in the article's text."""


class Cell(Record):
    """One cell of a table."""

    span: Span
    """Range in the article's text."""
    colspan: Count = 1
    """Number of columns that it spans."""
    rowspan: Count = 1
    """Number of rows that it spans."""
    header: bool = False
    """Whether the source marks it as a heading."""


class Table(Record):
    """A table; its words are part of the article's text, one line per row, cells separated by a tab."""

    span: Span
    """Range in the article's text."""
    rows: tuple[tuple[Cell, ...], ...]
    """Cells, row by row."""


class Link(Record):
    """A hyperlink of the source."""

    span: Span
    """Range in the article's text, or in that of the note ``note``; empty for a link listed outside the text."""
    href: str
    """Its address, as the source has it."""
    title: str | None = None
    """Its title, as the source has it."""
    act: str | None = None
    """Id of the act that the address names."""
    article: str | None = None
    """Normalised number that the address names."""
    note: Count | None = None
    """Index of the note that contains it; ``None`` for the text."""
    kind: str | None = None
    """For a link listed outside the text: what the source calls it, ``CITATION``, ``MODIFICATION`` …"""


class Note(Record):
    """A note of the editors below an article."""

    text: str
    """Its words, label (``NOTA:``) included where the source has one."""
    line: Count
    """Line of the file at which it begins, from 1."""


class Article(Record):
    """One article of an act, in one version."""

    id: str
    """``act/number``; ``act/~line`` without number; ``?`` stands for an unknown act."""
    act: str | None = None
    """Id of the act."""
    number: ArticleNumber | None = None
    """Its number; ``None`` where it is not known."""
    heading: str | None = None
    """The heading as printed, with its word: ``Article L811-2``; ``None`` where there is none."""
    state: ArticleState = ArticleState.UNKNOWN
    """Whether it is law."""
    valid_from: date | None = None
    """First day of this version."""
    valid_to: date | None = None
    """First day on which this version is no longer law."""
    consolidated_at: date | None = None
    """Day on which the source shows the law."""
    divisions: tuple[Division, ...] = ()
    """Divisions, outer to inner."""
    depth: Count | None = None
    """In a flat dump: number of divisions between the root of the page and the article."""
    text: str = ""
    """Canonical text: alinéas separated by a newline, spaces tidied; without the notes."""
    paragraphs: tuple[Paragraph, ...] = ()
    """The alinéas."""
    tables: tuple[Table, ...] = ()
    """The tables."""
    notes: tuple[Note, ...] = ()
    """The notes."""
    links: tuple[Link, ...] = ()
    """The hyperlinks of the source."""
    identified_by: IdentifiedBy | None = None
    """The evidence for the number."""
    evidence: Evidence | None = None
    """For a number that was looked up: how well it fits."""
    ids: dict[str, str] = Field(default_factory=dict)
    """Identifiers in the source, by their names there: ``{"id": "LEGIARTI…", "cid": "LEGIARTI…"}``."""
    source: Source
    """Where the record comes from."""
    other_sources: tuple[Source, ...] = ()
    """Where else the corpus has this version with the same words."""

    @property
    def validity(self) -> Validity:
        """The dates and the state of the article: ``article.validity.status_on(day)``.

        >>> import cpp_corpus
        >>> str(cpp_corpus.load("fixtures/mirror")["L111-1"].validity.status_on())
        'in_force'
        """
        return Validity(self.state, self.valid_from, self.valid_to, self.consolidated_at)

    def at(self, locator: str) -> tuple[Paragraph, ...]:
        """The alinéas that ``locator`` names: those at it and below it.

        ``article.at("II/3°")`` gives the alinéa ``3°`` of ``II`` and its letters. ``al2`` and ``al-1`` count all lines
        of the part before them, or of the article, whatever their markers; ``1°..3°`` gives all of a range, ``ph1`` (a
        sentence) its alinéa. Empty where the article has no such part.

        >>> import cpp_corpus
        >>> [paragraph.locator for paragraph in cpp_corpus.load("fixtures/mirror")["L212-1"].at("II/B")]
        ['II/B', 'II/B/1°', 'II/B/2°']
        """
        expect("locator", locator, str)
        lines = parts_at([paragraph.locator for paragraph in self.paragraphs], locator)
        return tuple(self.paragraphs[line] for line in lines)

    def __hash__(self) -> int:
        return hash((self.id, self.text))

    def __repr__(self) -> str:
        return f"<Article {self.id} {self.state} {self.text[:40]!r}…>"

    __str__ = __repr__


def is_anonymous(article: Article) -> bool:
    """Whether the heading of an article is missing."""
    return article.number is None and article.heading is None
