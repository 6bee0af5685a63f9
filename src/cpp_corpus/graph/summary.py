"""A summary of a graph in words, and as a table for a notebook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from cpp_corpus.model.counting import counted
from cpp_corpus.model.graph import Edge, Node, NodeKind

__all__ = ["in_html", "in_words"]

_SHOWN = 5


def in_words(nodes: Iterable[Node], edges: Sequence[Edge]) -> str:
    """``4 nodes (3 articles, 1 act), 5 edges``."""
    kinds = Counter(node.kind for node in nodes)
    parts = ", ".join(counted(kinds[kind], kind.value) for kind in NodeKind if kinds[kind])
    head = counted(kinds.total(), "node") + (f" ({parts})" if parts else "")
    return f"{head}, {counted(len(edges), 'edge')}"


def in_html(nodes: Sequence[Node], edges: Sequence[Edge]) -> str:
    """Counts of nodes by act and of edges by relation and state, and the nodes that are cited most."""
    cited = Counter(edge.target for edge in edges)
    columns = {
        "nodes of": Counter(node.act or "?" for node in nodes),
        "relation": Counter(edge.relation.value for edge in edges),
        "state": Counter(edge.state.value for edge in edges),
        "most cited": cited,
    }
    cells = "".join(
        f"<td style='vertical-align:top;text-align:left'><b>{escape(name)}</b><br>{_rows(counts)}</td>"
        for name, counts in columns.items()
    )
    return f"<div><b>ArticleGraph</b>: {in_words(nodes, edges)}<table><tr>{cells}</tr></table></div>"


def _rows(counts: Mapping[str, int]) -> str:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    rows = [f"{escape(name)}&nbsp;{count:,}" for name, count in ordered[:_SHOWN]]
    if len(ordered) > _SHOWN:
        rows.append(f"… {len(ordered) - _SHOWN:,} more")
    return "<br>".join(rows)
