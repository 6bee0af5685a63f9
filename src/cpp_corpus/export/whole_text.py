"""An article as one text, its notes behind it, and its references with their positions there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from cpp_corpus.export.base import ExportedArticle
from cpp_corpus.model.resolution import ResolvedReference

__all__ = ["Anchor", "WholeText", "whole_text"]


class Anchor(NamedTuple):
    """A reference in the whole text of an article."""

    start: int
    """Position of its first character."""
    end: int
    """Position behind its last one."""
    reference: ResolvedReference
    """The reference; its own positions are in the text, or in its note."""


class WholeText(NamedTuple):
    """The whole text of an article."""

    text: str
    """Its text, then its notes, separated by line breaks."""
    anchors: tuple[Anchor, ...]
    """Its references, in their order."""


def whole_text(article: ExportedArticle) -> WholeText:
    """The text and the notes of an article as one text."""
    parts = [article.fields["text"], *(note["text"] for note in article.fields["notes"])]
    starts = list(accumulate((len(part) + 1 for part in parts), initial=0))
    return WholeText("\n".join(parts), tuple(_anchors(article, starts)))


def _anchors(article: ExportedArticle, starts: list[int]) -> Iterator[Anchor]:
    for reference in article.references:
        before = 0 if reference.note is None else starts[reference.note + 1]
        yield Anchor(before + reference.start, before + reference.end, reference)
