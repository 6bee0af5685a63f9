"""What a reference points to in a corpus."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from cpp_corpus.model.base import Record
from cpp_corpus.model.reference import Reference

__all__ = ["IndexedArticle", "ReferenceState", "Resolution", "ResolvedReference"]


class ReferenceState(StrEnum):
    """What became of the target of a reference."""

    RESOLVED = "resolved"
    """The corpus has it."""
    REPEALED = "repealed"
    """The corpus has it, and it was not law at the date."""
    MISSING = "missing"
    """The corpus has articles of that act, and not this one."""
    EXTERNAL = "external"
    """The corpus has nothing of that act."""
    UNKNOWN = "unknown"
    """The text does not tell which target is meant."""


class Resolution(NamedTuple):
    """State of a reference, and the ids of the nodes it points to."""

    state: ReferenceState
    targets: tuple[str, ...] = ()
    reason: str | None = None
    """Why it is unknown, or not all that its words say."""
    part_exists: bool | None = None
    """Whether the target has the part that the locator names; ``None`` without locator, or where it cannot be told."""


class IndexedArticle(NamedTuple):
    """What the index of a corpus keeps of an article: the indexed of a number."""

    id: str
    act: str | None
    number: str | None
    """Normalised."""
    state: str
    valid_from: str | None
    """ISO date, as ``valid_to``."""
    valid_to: str | None
    divisions: tuple[str, ...]
    """Steps from the act down, as references write them: ``livre.iv``, ``titre.xxv``."""
    consolidated_at: str | None = None
    """ISO date of which its source shows the law."""
    file: str | None = None
    """The file it comes from: articles of one file stand in the law's order."""
    parts: str = ""
    """Locators of its alinéas, a line each; then, below an empty line, the markers within them."""


class _Spoken(Record):
    source_id: str
    """Id of the citing article."""


class ResolvedReference(Reference, _Spoken):
    """A reference in its corpus: a line of ``references.jsonl``."""

    text: str
    """The words of the anchor."""
    state: ReferenceState
    """What became of the target."""
    targets: tuple[str, ...] = ()
    """Ids of the nodes pointed to; of a range, all members that the corpus has, in order."""
    part_exists: bool | None = None
    """Whether the target has the part that ``locator`` names; ``None`` without locator, or where it cannot be told."""
    reason: str | None = None
    """Why ``act`` or ``article`` is ``None``, why the state is ``unknown``, or what is not in ``targets``."""
