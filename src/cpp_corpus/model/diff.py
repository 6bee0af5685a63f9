"""The records of a comparison: what changed between two states of the law."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from cpp_corpus.model.article import ArticleState, Division, Source
from cpp_corpus.model.base import Record
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.reference import AmendmentOperation, ReferenceKind, Relation

__all__ = [
    "AlineaDiff",
    "ArticleDiff",
    "ArticleSide",
    "ChangeKind",
    "CorpusDiff",
    "CorpusSide",
    "DivisionDiff",
    "MatchedBy",
    "Operation",
    "ReferenceDiff",
    "WordDiff",
]


class ChangeKind(StrEnum):
    """What changed in an article; it may be renumbered, moved and changed at once."""

    ADDED = "added"
    """The new corpus has it as law, the old one does not have it at all."""
    REINSTATED = "reinstated"
    """The old corpus says that it is repealed, in the new one it is law."""
    REPEALED = "repealed"
    """It was law, and the new corpus says that it is no longer."""
    REMOVED = "removed"
    """It was law, and the new corpus does not have it."""
    RENUMBERED = "renumbered"
    """Its text has another number, or is in another act."""
    MOVED = "moved"
    """It is in other divisions."""
    CHANGED = "changed"
    """Its words changed; typography alone is not a change."""
    NOTES = "notes"
    """The words of its notes changed."""


class MatchedBy(StrEnum):
    """The evidence that an old and a new article are the same."""

    NUMBER = "number"
    """They have the same number, and nothing shows that the text was renumbered."""
    EXACT_TEXT = "exact_text"
    """The same words."""
    SIMILAR_TEXT = "similar_text"
    """Very similar words, and nothing else as similar."""
    ORDER = "order"
    """Words that other articles have too, distinguished by their neighbours."""


class Operation(StrEnum):
    """What became of a passage."""

    SAME = "same"
    """Both texts have it."""
    CHANGED = "changed"
    """An alinéa with other words."""
    REMOVED = "removed"
    """Only the old has it."""
    ADDED = "added"
    """Only the new has it."""


class WordDiff(Record):
    """A run of words."""

    op: Operation
    """``same``, ``removed`` or ``added``."""
    text: str
    """The words with the spaces after them; words of both texts are as in the new one."""


class AlineaDiff(Record):
    """An alinéa, or a note, of one text or of both; several where alinéas were split or joined.

    The words that are not ``added`` are the old text, those that are not ``removed`` the new one. Line ends are at the
    ends of the new alinéas, for removed words at those of the old ones.
    """

    op: Operation
    """What became of it."""
    old: tuple[str, ...]
    """Locators in the old article; for a note, its index. Empty where the old article does not have it."""
    new: tuple[str, ...]
    """The same in the new article."""
    words: tuple[WordDiff, ...]
    """Its words, in order."""

    @property
    def old_text(self) -> str:
        """The old words, in the typography of the new where they stand in both.

        >>> runs = [("same", "Le meunier "), ("removed", "peut "), ("added", "doit "), ("same", "moudre.")]
        >>> words = [WordDiff(op=op, text=text) for op, text in runs]
        >>> alinea = AlineaDiff(op="changed", old=["al1"], new=["al1"], words=words)
        >>> alinea.old_text, alinea.new_text
        ('Le meunier peut moudre.', 'Le meunier doit moudre.')
        """
        return "".join(run.text for run in self.words if run.op is not Operation.ADDED).strip()

    @property
    def new_text(self) -> str:
        """The new words."""
        return "".join(run.text for run in self.words if run.op is not Operation.REMOVED).strip()


class ReferenceDiff(Record):
    """A reference that only one of two versions of an article makes, wherever it is in the text."""

    kind: ReferenceKind
    """Kind of the target."""
    act: str | None = None
    """Id of the act."""
    article: str | None = None
    """Normalised number; of a range, the first."""
    to: str | None = None
    """Normalised last number of a range."""
    open: bool = False
    """Whether the range has no last number."""
    division: str | None = None
    """Path of a division."""
    locator: str | None = None
    """Where inside the article."""
    relation: Relation = Relation.REFERS_TO
    """What the sentence does with the target."""
    operation: AmendmentOperation | None = None
    """What is done to a target that is amended."""
    version: str | None = None
    """Which version of the target is meant."""
    text: str
    """The words of its first anchor."""
    in_note: bool = False
    """Whether it is in a note."""
    renumbered: bool = False
    """Whether it is gained or lost only because its target was renumbered."""

    @property
    def target(self) -> str:
        """Its target in short: ``code-penal/421-1#II/al2``; ``?`` where something is not known.

        >>> ReferenceDiff(kind="article", act="code-penal", article="1", to="5", text="1er à 5").target
        'code-penal/1..5'
        """
        act = self.act or "?"
        if self.kind is ReferenceKind.ACT:
            return act
        if self.kind is ReferenceKind.DIVISION:
            target = f"{act}:{self.division}"
        else:
            last = f"..{self.to}" if self.to else ".." if self.open else ""
            target = f"{act}/{self.article or '?'}{last}"
        return f"{target}#{self.locator}" if self.locator else target


class ArticleSide(Record):
    """An article as one of the two corpora has it."""

    id: str
    """Its id there."""
    act: str | None = None
    """Id of the act."""
    number: ArticleNumber | None = None
    """Its number."""
    heading: str | None = None
    """The heading as printed."""
    state: ArticleState
    """Whether it is law; a version that has ended counts as repealed."""
    valid_from: date | None = None
    """First day of the version compared."""
    valid_to: date | None = None
    """First day on which that version is no longer law."""
    divisions: tuple[Division, ...] = ()
    """Divisions, outer to inner."""
    source: Source
    """Where the record comes from."""

    @property
    def name(self) -> str:
        """A name for it: its number, else its id.

        >>> from cpp_corpus import Source, Span
        >>> source = Source(path="l1.md", format="mirror-page", line=1, byte=Span(0, 9))
        >>> ArticleSide(id="code-x/l1", number="L. 1", state="in_force", source=source).name
        'L1'
        >>> ArticleSide(id="code-x/~107", state="in_force", source=source).name
        'code-x/~107'
        """
        return self.id if self.number is None else str(self.number)


class ArticleDiff(Record):
    """The changes of one article."""

    kinds: tuple[ChangeKind, ...]
    """Its kinds of change, at least one."""
    old: ArticleSide | None
    """The article before; ``None`` of an added one."""
    new: ArticleSide | None
    """The article after; ``None`` of a removed one."""
    matched_by: MatchedBy | None = None
    """The evidence that the two are the same article; ``None`` where there is only one."""
    score: float | None = None
    """Share of words in common, in order: 1 for the same words. ``None`` where texts were not compared."""
    runner_up: float | None = None
    """The same for the next best candidate; ``None`` where there was none."""
    typography: bool = False
    """Whether the typography of the common words changed: spaces, apostrophes, dashes, ligatures, accents on
    capitals."""
    alineas: tuple[AlineaDiff, ...] = ()
    """All alinéas of both texts in order; empty where the words are the same."""
    notes: tuple[AlineaDiff, ...] = ()
    """All notes of both; empty where their words are the same."""
    gained: tuple[ReferenceDiff, ...] = ()
    """References that only the new one makes."""
    lost: tuple[ReferenceDiff, ...] = ()
    """References that only the old one makes."""

    @property
    def name(self) -> str:
        """A name for it: ``63``, ``63 → 64``.

        >>> from cpp_corpus import Source, Span
        >>> source = Source(path="l1.md", format="mirror-page", line=1, byte=Span(0, 9))
        >>> old = ArticleSide(id="code-x/l1", number="L1", state="in_force", source=source)
        >>> new = ArticleSide(id="code-x/l2", number="L2", state="in_force", source=source)
        >>> ArticleDiff(kinds=["renumbered"], old=old, new=new).name
        'L1 → L2'
        """
        names = dict.fromkeys(side.name for side in (self.old, self.new) if side is not None)
        return " → ".join(names)


class DivisionDiff(Record):
    """A division that kept its place and got another title."""

    act: str | None
    """Id of the act."""
    path: str
    """The division, outer to inner, in the new corpus: ``livre.iv/titre.ii``."""
    old: str
    """Title before, or slug where the source has no title."""
    new: str
    """The same after."""


class CorpusSide(Record):
    """One of the two corpora."""

    articles: int
    """Articles compared: one version of each."""
    acts: tuple[str, ...] = ()
    """Ids of the acts."""
    day: date | None = None
    """The day whose law it shows: that of :meth:`Corpus.at`, else the newest of its sources."""
    repealed_unmatched: int = 0
    """Repealed articles that the other corpus does not have, not even as repealed; they are not changes of the law."""


class CorpusDiff(Record):
    """What changed between two corpora, article by article, in the order of the new one."""

    schema_version: str
    """Version of this layout."""
    old: CorpusSide
    """The corpus before."""
    new: CorpusSide
    """The corpus after."""
    counts: dict[str, int]
    """Articles by kind of change, and ``unchanged`` ones; ``typography`` counts the unchanged ones with new
    typography."""
    divisions: tuple[DivisionDiff, ...] = ()
    """Divisions with another title."""
    articles: tuple[ArticleDiff, ...] = ()
    """The changed articles; a removed one is at its old place."""

    def of(self, kind: ChangeKind | str) -> tuple[ArticleDiff, ...]:
        """The articles with this ``kind`` of change, in order."""
        wanted = ChangeKind(kind)
        return tuple(article for article in self.articles if wanted in article.kinds)

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not self.articles and not self.divisions

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {kind}" for kind, count in self.counts.items() if count)
        return f"<CorpusDiff: {counts or 'nothing compared'}>"

    __str__ = __repr__
