"""What the formats of graphs have in common: their attributes, and a sink that writes nodes before edges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from cpp_corpus.export.base import ExportedArticle, Sink
from cpp_corpus.export.spool import Spool
from cpp_corpus.model.graph import Edge, Node

__all__ = ["EDGE_TYPES", "NODE_TYPES", "GraphFormat", "GraphSink", "Value", "edge_values", "graph_file", "node_values"]

Value = str | int | bool | None

NODE_TYPES: Mapping[str, str] = {
    "kind": "string",
    "act": "string",
    "number": "string",
    "division": "string",
    "in_corpus": "boolean",
    "state": "string",
    "valid_from": "string",
    "valid_to": "string",
    **dict.fromkeys(("legitext", "eli", "celex", "ecli", "url"), "string"),
}
"""Types of the attributes of a node."""
EDGE_TYPES: Mapping[str, str] = {
    "relation": "string",
    "locator": "string",
    "state": "string",
    "count": "int",
    "anchors": "string",
}
"""Types of the attributes of an edge."""


class GraphFormat(NamedTuple):
    """A format: its lines, without their ends."""

    head: tuple[bytes, ...]
    node: Callable[[Node], bytes]
    between: tuple[bytes, ...]
    """What separates the edges from the nodes."""
    edge: Callable[[Edge, int], bytes]
    """Makes the line of an edge, which is given its number."""
    tail: tuple[bytes, ...]


def graph_file(form: GraphFormat, nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[bytes]:
    """The file of a graph as lines with their ends."""
    for line in form.head:
        yield line + b"\n"
    for node in nodes:
        yield form.node(node) + b"\n"
    for line in form.between:
        yield line + b"\n"
    for at, edge in enumerate(edges):
        yield form.edge(edge, at) + b"\n"
    for line in form.tail:
        yield line + b"\n"


class GraphSink(Sink):
    """Nodes are written at once; edges, which arrive before the nodes and are written after them, are kept on disk."""

    def __init__(self, path: Path, form: GraphFormat) -> None:
        self._form = form
        with ExitStack() as opened:
            self._out = opened.enter_context(Spool(path))
            self._edges = opened.enter_context(Spool(path.with_name(f".{path.name}-edges"), is_kept=False))
            self._opened = opened.pop_all()
        self._add_all(form.head)
        self._nodes = 0

    def article(self, article: ExportedArticle) -> None:
        for edge in article.edges:
            self._edges.add(self._form.edge(edge, self._edges.count))

    def node(self, node: Node) -> None:
        self._out.add(self._form.node(node))
        self._nodes += 1

    def end(self) -> dict[str, int]:
        self._add_all(self._form.between)
        self._add_all(self._edges)
        self._add_all(self._form.tail)
        return {"nodes": self._nodes, "edges": self._edges.count}

    def close(self) -> None:
        self._opened.close()

    def _add_all(self, lines: Iterable[bytes]) -> None:
        for line in lines:
            self._out.add(line)


def node_values(node: Node) -> dict[str, Value]:
    """The attributes of a node; ``None`` where one is not known."""
    return {
        "kind": node.kind,
        "act": node.act,
        "number": node.number,
        "division": node.division,
        "in_corpus": node.in_corpus,
        "state": node.state,
        "valid_from": None if node.valid_from is None else node.valid_from.isoformat(),
        "valid_to": None if node.valid_to is None else node.valid_to.isoformat(),
        **{scheme: name for scheme, name in (node.identifiers or {}).items() if scheme in NODE_TYPES},
    }


def edge_values(edge: Edge) -> dict[str, Value]:
    """The attributes of an edge; ``None`` where one is not known."""
    return {
        "relation": edge.relation,
        "locator": edge.locator,
        "state": edge.state,
        "count": edge.count,
        "anchors": " | ".join(edge.anchors),
    }
