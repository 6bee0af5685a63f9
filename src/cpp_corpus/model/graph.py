"""The typed article graph, as data."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Any, Self

from pydantic import ValidationError

from cpp_corpus.errors import InputError, MissingExtraError
from cpp_corpus.model.base import Record
from cpp_corpus.model.manifest import SCHEMA_VERSION
from cpp_corpus.model.reference import Relation

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["ArticleGraph", "Edge", "GraphFile", "Node", "NodeKind", "graph_json"]


class NodeKind(StrEnum):
    """What a node of the graph stands for."""

    ARTICLE = "article"
    DIVISION = "division"
    ACT = "act"


class Node(Record):
    """An article, a division or an act."""

    id: str
    """``act/number``, ``act#division`` or ``act``."""
    kind: NodeKind
    """What it stands for."""
    act: str | None = None
    """Id of the act."""
    number: str | None = None
    """Normalised number of an article."""
    in_corpus: bool = True
    """Whether the corpus has a record of it."""


class Edge(Record):
    """What one article says of another, once for each relation and locator."""

    source: str
    """Id of the node that speaks."""
    target: str
    """Id of the node spoken of."""
    relation: Relation
    """What the sentence does with the target."""
    locator: str | None = None
    """Where inside the target."""
    anchors: tuple[str, ...] = ()
    """The words that carry the reference, each once, in order of appearance."""
    count: int = 1
    """How many references stand behind the edge."""


class GraphFile(Record):
    """What ``graph.json`` holds."""

    schema_version: str
    """Version of this layout."""
    nodes: tuple[Node, ...]
    """The articles of the corpus in its order, then what they speak of and it does not hold, by id."""
    edges: tuple[Edge, ...]
    """In the order of the articles that speak."""


class ArticleGraph:
    """Nodes and typed edges, immutable; both keep the order in which they were given.

    >>> graph = ArticleGraph(
    ...     [Node(id="code-x/1", kind="article"), Node(id="code-x/2", kind="article")],
    ...     [Edge(source="code-x/1", target="code-x/2", relation="derogates_from")],
    ... )
    >>> [edge.target for edge in graph.out("code-x/1")]
    ['code-x/2']
    >>> len(graph), "code-x/3" in graph
    (2, False)
    """

    __slots__ = ("_edges", "_into", "_nodes", "_out")

    def __init__(self, nodes: Iterable[Node] = (), edges: Iterable[Edge] = ()) -> None:
        self._nodes = {node.id: node for node in nodes}
        self._edges = tuple(edges)
        self._out: dict[str, tuple[Edge, ...]] = {}
        self._into: dict[str, tuple[Edge, ...]] = {}
        leaving: dict[str, list[Edge]] = {}
        arriving: dict[str, list[Edge]] = {}
        for edge in self._edges:
            for end in (edge.source, edge.target):
                if end not in self._nodes:
                    raise InputError(f"an edge of the graph ends at {end!r}, which is none of its nodes")
            leaving.setdefault(edge.source, []).append(edge)
            arriving.setdefault(edge.target, []).append(edge)
        self._out.update((key, tuple(found)) for key, found in leaving.items())
        self._into.update((key, tuple(found)) for key, found in arriving.items())

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes."""
        return tuple(self._nodes.values())

    @property
    def edges(self) -> tuple[Edge, ...]:
        """All edges."""
        return self._edges

    def node(self, node_id: str) -> Node:
        """The node of that id; ``KeyError`` where there is none."""
        return self._nodes[node_id]

    def out(self, node_id: str) -> tuple[Edge, ...]:
        """The edges that leave a node: what it speaks of. ``KeyError`` where there is no such node."""
        return self._out.get(self._nodes[node_id].id, ())

    def into(self, node_id: str) -> tuple[Edge, ...]:
        """The edges that arrive at a node: what speaks of it. ``KeyError`` where there is no such node."""
        return self._into.get(self._nodes[node_id].id, ())

    def subgraph(self, ids: Iterable[str]) -> ArticleGraph:
        """The nodes of these ids and the edges between them; ``KeyError`` for an id that is none."""
        kept = {self._nodes[node_id].id for node_id in ids}
        return ArticleGraph(
            (node for node in self._nodes.values() if node.id in kept),
            (edge for edge in self._edges if edge.source in kept and edge.target in kept),
        )

    def path(self, source: str, target: str) -> tuple[Edge, ...] | None:
        """A shortest way along the edges, ``()`` from a node to itself, ``None`` where there is none."""
        arrived: dict[str, Edge | None] = {self._nodes[source].id: None}
        target = self._nodes[target].id
        waiting = deque([source])
        while waiting and target not in arrived:
            at = waiting.popleft()
            for edge in self._out.get(at, ()):
                if edge.target not in arrived:
                    arrived[edge.target] = edge
                    waiting.append(edge.target)
        if target not in arrived:
            return None
        way: list[Edge] = []
        while (edge_in := arrived[target]) is not None:
            way.append(edge_in)
            target = edge_in.source
        return tuple(reversed(way))

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """A ``networkx.MultiDiGraph`` with the fields of nodes and edges as attributes.

        ``MissingExtraError`` where networkx is not installed.
        """
        try:
            import networkx as nx  # noqa: PLC0415 - an optional package
        except ImportError as error:
            raise MissingExtraError("ArticleGraph.to_networkx()", "graph") from error
        made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for node in self._nodes.values():
            made.add_node(node.id, **_plain(node, {"id"}))
        for edge in self._edges:
            made.add_edge(edge.source, edge.target, **_plain(edge, {"source", "target"}))
        return made

    def to_json(self) -> bytes:
        """The graph as ``graph.json`` holds it."""
        nodes = (node.model_dump_json().encode() for node in self._nodes.values())
        edges = (edge.model_dump_json().encode() for edge in self._edges)
        return b"".join(graph_json(nodes, edges))

    @classmethod
    def from_json(cls, data: bytes | str) -> Self:
        """The graph that :meth:`to_json` wrote; ``InputError`` where the data is no graph."""
        try:
            read = GraphFile.model_validate_json(data)
        except ValidationError as error:
            raise InputError(f"no article graph: {error.error_count()} fields are not as the schema says") from error
        return cls(read.nodes, read.edges)

    def __len__(self) -> int:
        return len(self._nodes)

    def __contains__(self, node_id: object) -> bool:
        return node_id in self._nodes

    def __iter__(self) -> Iterator[Node]:
        return iter(self._nodes.values())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ArticleGraph):
            return NotImplemented
        return self.nodes == other.nodes and self._edges == other._edges

    def __hash__(self) -> int:
        return hash((len(self._nodes), len(self._edges)))

    def __repr__(self) -> str:
        return f"<ArticleGraph: {len(self._nodes)} nodes, {len(self._edges)} edges>"


def graph_json(nodes: Iterable[bytes], edges: Iterable[bytes]) -> Iterator[bytes]:
    """The parts of ``graph.json``, from nodes and edges each serialised: one a line, so that two graphs compare."""
    yield b'{"schema_version":"%s","nodes":[' % SCHEMA_VERSION.encode()
    yield from _separated(nodes)
    yield b'],"edges":['
    yield from _separated(edges)
    yield b"]}\n"


def _separated(items: Iterable[bytes]) -> Iterator[bytes]:
    return chain.from_iterable((b",\n" if i else b"\n", item) for i, item in enumerate(items))


def _plain(record: Record, left_out: set[str]) -> dict[str, Any]:
    """The fields of a record as values that other libraries can write to a file."""
    return record.model_dump(mode="json", exclude=left_out)
