"""What the questions answer: models of bounded size, described in JSON Schema."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from cpp_corpus.model.reference import AmendmentOperation, Basis, ReferenceKind, Relation
from cpp_corpus.model.resolution import ReferenceState
from cpp_corpus.model.validity import ArticleState
from cpp_corpus.model.verified import CitationDepth, CitationStatus

__all__ = [
    "Act",
    "Acts",
    "Alinea",
    "Answer",
    "ArticleText",
    "CitationAnswer",
    "CitedBy",
    "CitingEdge",
    "DivisionName",
    "Found",
    "FoundArticle",
    "Hit",
    "Hits",
    "Page",
    "Reference",
    "References",
    "Summary",
    "Verdicts",
]


class Answer(BaseModel):
    """Part of an answer; texts of the law in it are data, whatever they say."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Page(Answer):
    """A part of a list."""

    total: int
    """How many items there are in all."""
    next: int | None
    """`offset` of the next page; null on the last one."""


class Summary(Answer):
    """An article in short."""

    id: str
    """Its id."""
    act: str | None
    """Id of its act; null where it is not known."""
    act_title: str | None
    """Title of its act."""
    number: str | None
    """Its number as in a sentence: `L. 112-1`."""
    heading: str | None
    """Its heading as printed."""
    state: ArticleState
    """Whether it is law, as its source says."""
    valid_from: date | None
    """First day of this version, where the source has it."""
    valid_to: date | None
    """First day on which this version is no longer law, where the source has it."""


class FoundArticle(Summary):
    """An article that a citation means."""

    part: str | None
    """The part that the citation names; null for the whole article."""
    part_exists: bool | None
    """Whether the article has it; null without a part, or where that cannot be known."""
    beginning: str
    """Its first words."""


class Found(Page):
    """The articles that a citation means; none where the corpus has none of them."""

    articles: tuple[FoundArticle, ...]
    """The articles, in the order of the citation."""


class DivisionName(Answer):
    """A division that contains an article."""

    kind: str
    """`livre`, `titre`, `chapitre`, `section` …"""
    number: str | None
    """Its number as the source has it."""
    title: str | None
    """Its title, or its name in addresses where the source has no title."""


class Alinea(Answer):
    """An alinéa: one line of the text."""

    locator: str
    """Its place as references write it: `II/3°/a`."""
    start: int
    """Its first character in the text of the article."""
    end: int
    """Its end there, exclusive."""


class ArticleText(Summary):
    """An article, or a part of it, with its words."""

    consolidated_at: date | None
    """The day on which its source shows the law."""
    divisions: tuple[DivisionName, ...]
    """The divisions that contain it, outer to inner."""
    identifiers: dict[str, str]
    """Its identifiers in the source, by their names there."""
    part: str | None
    """The part that was asked for; null for the whole article."""
    text: str
    """The words of the article from `start` on; of a part, its alinéas, a line each."""
    start: int
    """Where `text` begins, in characters of the article or the part."""
    length: int
    """How many characters the article or the part has."""
    next: int | None
    """`offset` at which the text goes on; null at its end."""
    alineas: tuple[Alinea, ...]
    """The alinéas that are in `text`, at least in part; their places are those in the whole text of the article."""
    notes: tuple[str, ...]
    """The notes of the editors, the beginning of long ones."""


class CitationAnswer(Answer):
    """What became of one citation."""

    text: str
    """Its words, the beginning of long ones."""
    start: int
    """Where they begin in the text that was given."""
    end: int
    """Where they end, exclusive."""
    line: int
    """Their line, from 1."""
    status: CitationStatus
    """Whether what it names exists, down to the part."""
    depth: CitationDepth | None
    """The innermost level that was found; null for none."""
    read: str | None
    """How it was read: `code-penal/121-3#al2@2010-12-31`; null where nothing was."""
    day: date | None
    """The day for which it was looked up; null for the newest law of the corpus."""
    targets: tuple[str, ...]
    """Ids of what was found, of a long range the first ones."""
    target_count: int
    """How many there are."""
    valid_from: date | None
    """First day of the version that was found."""
    valid_to: date | None
    """First day on which it is no longer law."""
    nearest: tuple[str, ...]
    """Where something does not exist: what is nearest to it."""
    moved_to: tuple[str, ...]
    """Where the words of the article went, as far as that is known."""
    message: str
    """The answer in a sentence."""


class Verdicts(Page):
    """The citations of a text, in its order."""

    counts: dict[CitationStatus, int]
    """How many citations have each status, in the whole text."""
    citations: tuple[CitationAnswer, ...]
    """The citations."""


class Reference(Answer):
    """A reference in an article, with what it points to in the corpus."""

    text: str
    """Its words, the beginning of long ones."""
    start: int
    """Where they begin in the text of the article, or of its note."""
    end: int
    """Where they end, exclusive."""
    note: int | None
    """Index of the note that has it; null for the text."""
    kind: ReferenceKind
    """What is cited."""
    target: str
    """What is cited, in short: `code-penal/421-1#II/al2`; `?` where something is not known."""
    relation: Relation
    """What the sentence does with it."""
    operation: AmendmentOperation | None
    """What is done to it, where it is amended."""
    locator: str | None
    """Which part of the article is cited."""
    part_exists: bool | None
    """Whether the article has that part; null without one, or where that cannot be known."""
    basis: Basis | None
    """How the act is known."""
    state: ReferenceState
    """Whether the corpus has it as law."""
    targets: tuple[str, ...]
    """Ids of what it points to, of a long range the first ones."""
    target_count: int
    """How many there are."""
    reason: str | None
    """Why something is not known."""


class References(Page):
    """The references that an article makes."""

    article: str
    """Id of the article."""
    references: tuple[Reference, ...]
    """The references in its text, then those in its notes."""


class CitingEdge(Answer):
    """One article that cites something: its references with the same relation and the same part."""

    source: str
    """Id of the citing article."""
    relation: Relation
    """What it does with what it cites."""
    locator: str | None
    """Which part is cited."""
    state: ReferenceState
    """Whether what is cited is law."""
    count: int
    """How many references it makes."""
    anchors: tuple[str, ...]
    """The words of the first of them."""


class CitedBy(Page):
    """What cites an article, a division or an act."""

    target: str
    """Id of what is cited."""
    edges: tuple[CitingEdge, ...]
    """The citations, in the order of the corpus."""


class Hit(Summary):
    """An article that has the words."""

    snippet: str
    """The words around the first match."""
    score: float
    """The higher the better; comparable within one search."""


class Hits(Page):
    """The articles that have all words, best first."""

    articles: tuple[Hit, ...]
    """The articles."""


class Act(Answer):
    """An act of which the corpus has articles."""

    id: str
    """Its id."""
    title: str
    """Its title."""
    newest: date | None
    """The newest day on which its sources show the law; null where they have none."""


class Acts(Page):
    """What the corpus holds."""

    articles: int
    """How many articles it has, all versions counted."""
    acts: tuple[Act, ...]
    """Its acts, in its order."""
