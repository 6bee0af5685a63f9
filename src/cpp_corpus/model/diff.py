"""What changed between two states of the law: the records of a comparison."""

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
    """What happened to an article; one may have been renumbered, moved and changed at once."""

    ADDED = "added"
    """The new corpus has it as law, the old one does not have it."""
    REINSTATED = "reinstated"
    """The old corpus says that it is repealed, in the new one it is law."""
    REPEALED = "repealed"
    """It was law, and the new corpus says that it is no longer."""
    REMOVED = "removed"
    """It was law, and the new corpus says nothing of it."""
    RENUMBERED = "renumbered"
    """Its text stands under another number, or in another act."""
    MOVED = "moved"
    """It stands in other divisions."""
    CHANGED = "changed"
    """Its words are others; typography alone is no change."""
    NOTES = "notes"
    """The words of its notes are others."""


class MatchedBy(StrEnum):
    """On what evidence an old and a new article are one."""

    NUMBER = "number"
    """They have one number, and nothing says that the text went elsewhere."""
    EXACT_TEXT = "exact_text"
    """The same words."""
    SIMILAR_TEXT = "similar_text"
    """Very similar words, and nothing else as similar."""
    ORDER = "order"
    """Words that others have too, told apart by their neighbours."""


class Operation(StrEnum):
    """What became of a passage."""

    SAME = "same"
    """It stands in both."""
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
    """The words, with the spaces that set them apart from what is next; those in both are as the new text has them."""


class AlineaDiff(Record):
    """An alinéa, or a note, of either text or of both; several where one was split or some were joined.

    The words that are not ``added`` are those of the old text, those not ``removed`` the new one's. A line end stands
    where the alinéa of the new text ends, or that of the old for words that were removed.
    """

    op: Operation
    """What became of it."""
    old: tuple[str, ...]
    """Locators in the old article, as references write them; of a note, its rank from 0. Empty: it was not there."""
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
    """A reference that only one of two versions of an article makes; where it stands in the text does not count."""

    kind: ReferenceKind
    """What it points to."""
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
    """The words of the anchor, where it stands first."""
    in_note: bool = False
    """Whether a note makes it."""
    renumbered: bool = False
    """Whether it is gained or lost only because its target has another number now."""

    @property
    def target(self) -> str:
        """What it points to, in short: ``code-penal/421-1#II/al2``; ``?`` stands for what is not known.

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
        """What to call it: its number, else its id.

        >>> from cpp_corpus import Source, Span
        >>> source = Source(path="l1.md", format="mirror-page", line=1, byte=Span(0, 9))
        >>> ArticleSide(id="code-x/l1", number="L. 1", state="in_force", source=source).name
        'L1'
        >>> ArticleSide(id="code-x/~107", state="in_force", source=source).name
        'code-x/~107'
        """
        return self.id if self.number is None else str(self.number)


class ArticleDiff(Record):
    """What happened to one article."""

    kinds: tuple[ChangeKind, ...]
    """All that happened to it, at least one."""
    old: ArticleSide | None
    """The article before; ``None`` of an added one."""
    new: ArticleSide | None
    """The article after; ``None`` of a removed one."""
    matched_by: MatchedBy | None = None
    """On what evidence the two are one; ``None`` where there is only one."""
    score: float | None = None
    """Share of words in common, in order: 1 for the same words. Known where texts were weighed."""
    runner_up: float | None = None
    """The same of the next best candidate, where there was one."""
    typography: bool = False
    """Whether the words in common are printed otherwise: spaces, apostrophes, dashes, ligatures, capitals' accents."""
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
        """What to call it: ``63``, ``63 → 64``.

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
    """Title before, or name in addresses where the source has no title."""
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
    """Articles said to be repealed of which the other corpus has nothing; no change of the law by themselves."""


class CorpusDiff(Record):
    """What changed between two corpora, article by article, in the order of the new one."""

    schema_version: str
    """Version of this layout."""
    old: CorpusSide
    """The corpus before."""
    new: CorpusSide
    """The corpus after."""
    counts: dict[str, int]
    """Articles by kind of change, and those ``unchanged``; of the latter, ``typography`` are printed otherwise."""
    divisions: tuple[DivisionDiff, ...] = ()
    """Divisions with another title."""
    articles: tuple[ArticleDiff, ...] = ()
    """The articles to which something happened; one that was removed stands where it stood."""

    def of(self, kind: ChangeKind | str) -> tuple[ArticleDiff, ...]:
        """The articles to which this ``kind`` of change happened, in order."""
        wanted = ChangeKind(kind)
        return tuple(article for article in self.articles if wanted in article.kinds)

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened."""
        return not self.articles and not self.divisions

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {kind}" for kind, count in self.counts.items() if count)
        return f"<CorpusDiff: {counts or 'nothing compared'}>"

    __str__ = __repr__
