"""The articles, divisions and acts of a corpus that a citation names."""

from __future__ import annotations

from typing import NamedTuple

from cpp_corpus.model.article import Article
from cpp_corpus.shown import shown

__all__ = ["FoundPart"]


class FoundPart(NamedTuple):
    """An article that a citation means, and the part of it that it names."""

    article: Article
    """The record."""
    locator: str | None = None
    """The part, as in references: ``II/2°``; ``None`` where the whole article is meant."""
    part_exists: bool | None = None
    """Whether the article has it; ``None`` without a part, or where that cannot be known."""

    def _repr_html_(self) -> str | None:
        return shown(self)
