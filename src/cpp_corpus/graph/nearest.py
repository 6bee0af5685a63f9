"""Nodes that somebody may have meant who gave an id that there is not."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import process

from cpp_corpus.model.graph import Node
from cpp_corpus.model.number import normalize_number

__all__ = ["nearest"]

_MOST = 3
_LIKE = 75  # of 100


def nearest(given: str, nodes: Collection[Node]) -> list[str]:
    """At most three ids, the likeliest first: of articles with that number, else those written most alike."""
    number = normalize_number(given)
    numbered = [node.id for node in nodes if node.number == number]
    if numbered:
        return numbered[:_MOST]
    return [name for name, _, _ in process.extract(given, [node.id for node in nodes], limit=_MOST, score_cutoff=_LIKE)]
