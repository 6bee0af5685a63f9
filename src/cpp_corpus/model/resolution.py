"""Resolved references: the targets of a reference in a corpus."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from cpp_corpus.model.base import Record
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Reference, ReferenceKind
from cpp_corpus.model.validity import ArticleState, is_law, status, status_by_dates

__all__ = ["IndexedArticle", "ReferenceState", "Resolution", "ResolvedReference", "as_recognised"]


class ReferenceState(StrEnum):
    """The states of a reference in a corpus."""

    RESOLVED = "resolved"
    """The corpus has the target, and it is law on the day."""
    REPEALED = "repealed"
    """The corpus has the target, but it is not law on the day."""
    MISSING = "missing"
    """The corpus has articles of that act, but not this one."""
    EXTERNAL = "external"
    """The corpus does not have that act."""
    UNKNOWN = "unknown"
    """It is not known which target is meant."""


class Resolution(NamedTuple):
    """State of a reference, and the ids of the nodes it points to.

    >>> Resolution(ReferenceState.EXTERNAL, ("code-x/12",)).targets
    ('code-x/12',)
    """

    state: ReferenceState
    """What became of the target."""
    targets: tuple[str, ...] = ()
    """Ids of the nodes pointed to."""
    reason: Reason | None = None
    """Why the target is not, or not fully, known."""
    detail: str | None = None
    """What the reason is about."""
    part_exists: bool | None = None
    """Whether the target has the part that the locator names; ``None`` without locator, or where it cannot be known."""
    repealed: tuple[str, ...] = ()
    """Where only some of several targets are law on the day: those that are not."""


class IndexedArticle(NamedTuple):
    """What the index of a corpus keeps of an article.

    >>> article = IndexedArticle("code-x/1", "code-x", "1", "in_force", "2020-01-01", None, ())
    >>> article.status_on("2019-12-31"), article.status_by_dates("2020-01-01"), article.is_law_on("2020-01-01")
    (<ArticleState.FUTURE: 'future'>, <ArticleState.IN_FORCE: 'in_force'>, True)
    """

    id: str
    """Its id."""
    act: str | None
    """Id of its act."""
    number: str | None
    """Its number, normalised."""
    state: str
    """What its source says of it: a value of :class:`ArticleState`."""
    valid_from: str | None
    """First day of the version, ISO."""
    valid_to: str | None
    """First day on which it is no longer law, ISO."""
    divisions: tuple[str, ...]
    """Steps of the path from the act down: ``livre.iv``, ``titre.xxv``."""
    consolidated_at: str | None = None
    """ISO date on which its source shows the law."""
    file: str | None = None
    """The file it comes from: articles of one file are in the order of the law."""
    parts: str = ""
    """Locators of its alinéas, one per line; then, after an empty line, the markers inside the alinéas."""

    def status_on(self, day: str | None = None) -> ArticleState:
        """What it is on ``day`` (ISO), by the rule of :class:`Validity`; without one, on that of its source."""
        return status(self.state, self.valid_from, self.valid_to, self.consolidated_at if day is None else day)

    def status_by_dates(self, day: str | None) -> ArticleState | None:
        """The same by its dates alone; ``None`` where they do not decide, as without a ``day``."""
        return status_by_dates(self.state, self.valid_from, self.valid_to, day)

    def is_law_on(self, day: str | None = None) -> bool:
        """Whether it is law on ``day`` (ISO), as :meth:`Validity.is_law_on`."""
        return is_law(self.status_on(day))


class _WithSource(Record):
    source_id: str
    """Id of the citing article."""


class ResolvedReference(Reference, _WithSource):
    """A reference in its corpus: a line of ``references.jsonl``."""

    text: str
    """The words of the anchor."""
    state: ReferenceState
    """State of the target."""
    targets: tuple[str, ...] = ()
    """Ids of the target nodes; for a range, of all members that the corpus has, in order."""
    repealed: tuple[str, ...] = ()
    """Where only some of several targets are law on the day: those that are not."""
    part_exists: bool | None = None
    """Whether the target has the part that ``locator`` names; ``None`` without locator, or where it cannot be known."""
    reason: Reason | None = None
    """Why ``act`` or ``article`` is ``None``, why the state is ``unknown``, or what is missing in ``targets``."""


def as_recognised(resolved: ResolvedReference) -> Reference:
    """A reference without what the resolution added to it."""
    fields = {name: resolved.__dict__[name] for name in _RECOGNISED}
    if resolved.act and (resolved.article or resolved.kind in _WHOLE):
        fields["reason"] = fields["detail"] = None  # set by the resolution
    return Reference.trusted(**fields)


_RECOGNISED = tuple(Reference.model_fields)
_WHOLE = frozenset({ReferenceKind.DIVISION, ReferenceKind.ACT})
"""Kinds of target without a number."""
