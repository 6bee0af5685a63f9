"""GraphML: the graph, for the many programs that read graphs.

Dates are ISO strings, unknown values are left out; the words of the anchors are one string, joined by `` | ``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from cpp_corpus.export.base import Exporter, Sink
from cpp_corpus.export.graph_file import EDGE_TYPES, NODE_TYPES, GraphFormat, GraphSink, Value, edge_values, node_values
from cpp_corpus.export.xml import escaped, quoted
from cpp_corpus.model.graph import Edge, Node

__all__ = ["GRAPHML", "GRAPHML_FORMAT"]


def _keys(element: str, types: Mapping[str, str]) -> Iterable[str]:
    for name, kind in types.items():
        yield f'<key id="{element}-{name}" for="{element}" attr.name="{name}" attr.type="{kind}"/>'


_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    *_keys("node", NODE_TYPES),
    *_keys("edge", EDGE_TYPES),
    '<graph id="corpus" edgedefault="directed">',
)


def _node(node: Node) -> bytes:
    return _element(f"node id={quoted(node.id)}", "node", node_values(node))


def _edge(edge: Edge, place: int) -> bytes:
    ends = f"source={quoted(edge.source)} target={quoted(edge.target)}"
    return _element(f'edge id="e{place}" {ends}', "edge", edge_values(edge))


def _element(opening: str, element: str, values: Mapping[str, Value]) -> bytes:
    """A node or an edge on one line; ``opening`` is the content of its start tag."""
    held = "".join(
        f'<data key="{element}-{name}">{_text(value)}</data>' for name, value in values.items() if value is not None
    )
    return f"<{opening}>{held}</{element}>".encode("utf-8", "replace")


def _text(value: str | int | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else escaped(str(value))


GRAPHML_FORMAT = GraphFormat(
    head=tuple(line.encode() for line in _HEAD),
    node=_node,
    between=(),
    edge=_edge,
    tail=(b"</graph>", b"</graphml>"),
)
"""The lines of a graph in GraphML."""


def _open(folder: Path) -> Sink:
    return GraphSink(folder / "graph.graphml", GRAPHML_FORMAT)


GRAPHML = Exporter(
    description="GraphML: the graph, for Gephi, networkx, igraph and other programs that read graphs",
    files=("graph.graphml",),
    open=_open,
)
"""The exporter ``graphml``."""
