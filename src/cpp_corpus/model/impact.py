"""What would be touched if an article or a division went."""

from __future__ import annotations

from enum import StrEnum

from cpp_corpus.model.base import Record
from cpp_corpus.model.graph import Edge

__all__ = ["Impact", "ImpactVia"]


class ImpactVia(StrEnum):
    """What an article cites of what would go, the most direct first."""

    ARTICLE = "article"
    """The article itself."""
    RANGE = "range"
    """A range of articles that it belongs to."""
    DIVISION = "division"
    """A division that holds it, or a range of divisions."""
    ACT = "act"
    """The act as a whole."""


class Impact(Record):
    """One article that would be touched."""

    id: str
    """Id of the citing article."""
    depth: int
    """How many citations it is away from what would go, from 1."""
    via: ImpactVia
    """What it cites; the most direct, where it cites several."""
    path: tuple[str, ...]
    """The articles on the way: the one that would go, those between, the citing one."""
    citations: tuple[Edge, ...]
    """The edges from it to the article before it on the way, or to what holds that."""

    def __str__(self) -> str:
        return (
            f"{self.id} cites {', '.join(dict.fromkeys(edge.target for edge in self.citations))} (depth {self.depth})"
        )
