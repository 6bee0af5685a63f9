"""What became of a citation that was looked up in a corpus."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from cpp_corpus.model.base import Record
from cpp_corpus.model.reference import Reference

__all__ = ["CitationDepth", "CitationStatus", "Verified", "in_short"]


def in_short(text: str) -> str:
    r"""Words of a text as a message quotes them: on one line, and without the middle of many.

    >>> in_short("article 7\n du  code"), len(in_short("article 7 " * 500))
    ('article 7 du code', 153)
    """
    words = " ".join(text.split())
    if len(words) <= _LONGEST:
        return words
    return f"{words[:100].rpartition(' ')[0] or words[:100]} […] {words[-50:].partition(' ')[2] or words[-50:]}"


_LONGEST = 200  # characters


class CitationStatus(StrEnum):
    """Whether what a citation names exists in a corpus, and if not, why."""

    EXISTS = "exists"
    """The corpus has what is cited, down to the part, and it is law on the day."""
    NO_SUCH_PART = "no_such_part"
    """The article exists, the part that is named does not."""
    NO_SUCH_ARTICLE = "no_such_article"
    """The corpus has the act, and no article of this number; of a range, one of its ends is missing."""
    NO_SUCH_DIVISION = "no_such_division"
    """The corpus has the act, and no livre, titre, chapitre, section … of this name."""
    NOT_IN_FORCE = "not_in_force"
    """The corpus has the article, but it is not law on the day: repealed before, or in force later."""
    UNKNOWN_ACT = "unknown_act"
    """No act is known by this name, which may be misspelt."""
    NOT_COVERED = "not_covered"
    """The corpus does not hold the act."""
    UNREADABLE = "unreadable"
    """A day, a number, a part or another piece of the citation cannot be read."""
    UNCLEAR = "unclear"
    """It can be read, but not decided: several acts have the number, or the source does not show the parts."""


class CitationDepth(StrEnum):
    """How far a citation could be followed, outer to inner."""

    ACT = "act"
    """The corpus has the act."""
    DIVISION = "division"
    """It has the division."""
    ARTICLE = "article"
    """It has the article; the source has no dates for it, or no day matters."""
    VERSION = "version"
    """It has the version that is law on the day, by its dates."""
    PART = "part"
    """The article has the part."""


class Verified(Record):
    """One citation, and what became of it in a corpus."""

    text: str
    """The words of the citation."""
    start: int
    """Where they begin in the text that was read."""
    end: int
    """Where they end, exclusive."""
    line: int
    """Their line, from 1."""
    path: str | None = None
    """The file of the text; ``None`` where it came from no file."""
    status: CitationStatus
    """Whether what it names exists."""
    depth: CitationDepth | None = None
    """The innermost level that was found, also where the citation as a whole does not hold; ``None`` for none."""
    read: str | None = None
    """How it was read, as far as it was: ``code-penal/121-3#al2@2010-12-31``; ``None`` where nothing of it was."""
    reference: Reference | None = None
    """The same as a reference."""
    day: date | None = None
    """The day for which it was looked up; ``None`` for the newest law of the corpus."""
    targets: tuple[str, ...] = ()
    """Ids of what was found: articles, divisions or acts; of a range, all its members."""
    valid_from: date | None = None
    """First day of the version found, or, of an article that is law later, of its first version."""
    valid_to: date | None = None
    """First day on which it is no longer law."""
    nearest: tuple[str, ...] = ()
    """Where something does not exist: what is nearest to it, likeliest first (articles, parts or acts)."""
    moved_to: tuple[str, ...] = ()
    """Under which numbers the words of the article went on, where that is known."""
    message: str = ""
    """The answer in a sentence."""

    @property
    def exists(self) -> bool:
        """Whether the status is ``exists``.

        >>> import cpp_corpus
        >>> corpus = cpp_corpus.load("fixtures/mirror")
        >>> [each.exists for each in corpus.verify("articles L. 112-1 et L. 112-5")]
        [True, False]
        """
        return self.status is CitationStatus.EXISTS

    def __str__(self) -> str:
        place = "" if self.path is None else f"{self.path}:{self.line}: "
        return f"{place}{self.status}: “{in_short(self.text)}”: {self.message}"
