"""Conversion of the graph for networkx and rustworkx, and PageRank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.model.graph import Edge, Node

if TYPE_CHECKING:
    import networkx as nx
    import rustworkx as rx

__all__ = ["pagerank", "to_networkx", "to_rustworkx"]

Scalar = str | bool | int


def to_networkx(nodes: Iterable[Node], edges: Iterable[Edge]) -> nx.MultiDiGraph[str]:
    """The graph with the fields as attributes: strings, integers and booleans, which every format can hold.

    An edge has ``count`` and ``anchors`` (joined by `` | ``) for its mentions; ``None`` is left out. Its key is its
    index among the edges, from 0, so that keys are unique, as GraphML and GEXF require.
    """
    try:
        import networkx as nx  # noqa: PLC0415 - an optional package
    except ImportError as error:
        raise MissingExtraError("ArticleGraph.to_networkx()", "graph") from error
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes:
        made.add_node(node.id, **_node_attributes(node))
    for place, edge in enumerate(edges):
        made.add_edge(edge.source, edge.target, key=place, **_edge_attributes(edge))
    return made


def to_rustworkx(nodes: Sequence[Node], edges: Iterable[Edge]) -> rx.PyDiGraph[Node, Edge]:
    """The graph with the nodes and edges themselves as payload; the index of a node is its position in ``nodes``."""
    try:
        import rustworkx as rx  # noqa: PLC0415 - an optional package
    except ImportError as error:
        raise MissingExtraError("ArticleGraph.to_rustworkx()", "graph") from error
    made: rx.PyDiGraph[Node, Edge] = rx.PyDiGraph(multigraph=True)
    made.add_nodes_from(nodes)
    at = {node.id: index for index, node in enumerate(nodes)}
    made.add_edges_from([(at[edge.source], at[edge.target], edge) for edge in edges])
    return made


def pagerank(nodes: Sequence[Node], edges: Iterable[Edge], damping: float) -> dict[str, float]:
    """PageRank by node id, the highest first, ties in the order of the graph; references are weights."""
    try:
        import rustworkx as rx  # noqa: PLC0415 - an optional package
    except ImportError as error:
        raise MissingExtraError("ArticleGraph.rank()", "graph") from error
    if not nodes:
        return {}
    at = {node.id: index for index, node in enumerate(nodes)}
    weights: dict[tuple[int, int], int] = {}
    for edge in edges:
        pair = (at[edge.source], at[edge.target])
        weights[pair] = weights.get(pair, 0) + (len(edge.mentions) or 1)
    drawn: rx.PyDiGraph[int, float] = rx.PyDiGraph()
    drawn.add_nodes_from(range(len(nodes)))
    drawn.add_edges_from([(source, target, float(weight)) for (source, target), weight in weights.items()])
    precision = 1e-10 / len(nodes)  # so that the sum of all changes is below 1e-10
    found = rx.pagerank(drawn, alpha=damping, weight_fn=float, tol=precision, max_iter=1000)
    ranked = sorted(range(len(nodes)), key=lambda index: -found[index])
    return {nodes[index].id: found[index] for index in ranked}


def _node_attributes(node: Node) -> dict[str, Scalar]:
    values: dict[str, Scalar | None] = {
        "kind": node.kind.value,
        "act": node.act,
        "number": node.number,
        "division": node.division,
        "in_corpus": node.in_corpus,
        "state": None if node.state is None else node.state.value,
        "valid_from": None if node.valid_from is None else node.valid_from.isoformat(),
        "valid_to": None if node.valid_to is None else node.valid_to.isoformat(),
    }
    return {name: _held(value) for name, value in values.items() if value is not None}


def _edge_attributes(edge: Edge) -> dict[str, Scalar]:
    values: dict[str, Scalar | None] = {
        "relation": edge.relation.value,
        "locator": edge.locator,
        "state": edge.state.value,
        "count": edge.count,
        "anchors": " | ".join(edge.anchors),
    }
    return {name: _held(value) for name, value in values.items() if value is not None}


_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML does not allow, so neither do GraphML and GEXF."""


def _held(value: Scalar) -> Scalar:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value
