"""Absolute ids of the nodes of the graph, for formats of the semantic web."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

__all__ = ["URN", "node_iri"]

URN = "urn:cpp-corpus:"
"""What all such ids begin with."""


@lru_cache(maxsize=1 << 14)
def node_iri(node: str) -> str:
    """The absolute id of a node.

    >>> node_iri("code-x/annexe é")
    'urn:cpp-corpus:code-x/annexe%20%C3%A9'
    """
    return URN + quote(node, safe="/:.,@~-", errors="replace")
