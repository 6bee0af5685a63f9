"""A summary of a graph in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from cpp_corpus.model.counting import counted
from cpp_corpus.model.graph import Edge, Node, NodeKind

__all__ = ["in_words"]


def in_words(nodes: Iterable[Node], edges: Sequence[Edge]) -> str:
    """``4 nodes (3 articles, 1 act), 5 edges``."""
    kinds = Counter(node.kind for node in nodes)
    parts = ", ".join(counted(kinds[kind], kind.value) for kind in NodeKind if kinds[kind])
    head = counted(kinds.total(), "node") + (f" ({parts})" if parts else "")
    return f"{head}, {counted(len(edges), 'edge')}"
