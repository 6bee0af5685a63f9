"""GEXF 1.3: the graph, for Gephi and networkx.

A node has its id as ``label``; the attributes are those of GraphML. None is named ``type``, ``start`` or ``end``, which
readers lose. Unknown values are left out, dates are ISO text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from cpp_corpus.export.base import Exporter, Sink
from cpp_corpus.export.graph_file import EDGE_TYPES, NODE_TYPES, GraphFormat, GraphSink, Value, edge_values, node_values
from cpp_corpus.export.xml import escaped, quoted
from cpp_corpus.model.graph import Edge, Node

__all__ = ["GEXF", "GEXF_FORMAT"]


def _attributes(element: str, types: Mapping[str, str]) -> Iterator[str]:
    yield f'<attributes class="{element}">'
    for name, kind in types.items():
        yield f'<attribute id="{name}" title="{name}" type="{"integer" if kind == "int" else kind}"/>'
    yield "</attributes>"


_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    '<graph mode="static" defaultedgetype="directed">',
    *_attributes("node", NODE_TYPES),
    *_attributes("edge", EDGE_TYPES),
    "<nodes>",
)


def _node(node: Node) -> bytes:
    name = quoted(node.id)
    return _element(f"node id={name} label={name}", "node", node_values(node))


def _edge(edge: Edge, place: int) -> bytes:
    ends = f"source={quoted(edge.source)} target={quoted(edge.target)}"
    return _element(f'edge id="{place}" {ends}', "edge", edge_values(edge))


def _element(opening: str, element: str, values: Mapping[str, Value]) -> bytes:
    held = "".join(
        f'<attvalue for="{name}" value="{_text(value)}"/>' for name, value in values.items() if value is not None
    )
    return f"<{opening}><attvalues>{held}</attvalues></{element}>".encode("utf-8", "replace")


def _text(value: str | int | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else escaped(str(value))


GEXF_FORMAT = GraphFormat(
    head=tuple(line.encode() for line in _HEAD),
    node=_node,
    between=(b"</nodes>", b"<edges>"),
    edge=_edge,
    tail=(b"</edges>", b"</graph>", b"</gexf>"),
)
"""The lines of a graph in GEXF."""


def _open(folder: Path) -> Sink:
    return GraphSink(folder / "graph.gexf", GEXF_FORMAT)


GEXF = Exporter(
    description="GEXF: the graph, for Gephi",
    files=("graph.gexf",),
    open=_open,
)
"""The exporter ``gexf``."""
