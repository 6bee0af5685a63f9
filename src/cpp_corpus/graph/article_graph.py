"""The class ``ArticleGraph``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from os import PathLike
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self

from cpp_corpus.errors import InputError, OutputError, expect, expect_all
from cpp_corpus.graph import connectivity, exchange, summary, walk
from cpp_corpus.graph.dot import to_dot
from cpp_corpus.graph.names import nearest
from cpp_corpus.graph.read import read_file, read_lines
from cpp_corpus.graph.render import needs_picture, write_picture
from cpp_corpus.graph.write import DATA_FORMATS, write_data
from cpp_corpus.model.division import act_and_path
from cpp_corpus.model.graph import Edge, Node, NodeKind, edge_json, graph_json, node_json
from cpp_corpus.model.reference import Relation
from cpp_corpus.model.resolution import ReferenceState
from cpp_corpus.model.validity import day_given
from cpp_corpus.shown import shown

if TYPE_CHECKING:
    import networkx as nx
    import rustworkx as rx

__all__ = ["ArticleGraph", "Degree"]

Direction = Literal["both", "out", "into"]


class Degree(NamedTuple):
    """How many edges a node has."""

    out: int
    """Those that leave it."""
    into: int
    """Those that arrive."""


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

    ``nodes`` and ``edges`` are kept in this order; ``InputError`` where an edge ends at an id that is not a node.
    Methods that take ``node_id`` raise ``KeyError`` where there is no such node.
    """

    __slots__ = ("_edges", "_into", "_nodes", "_out")

    def __init__(self, nodes: Iterable[Node] = (), edges: Iterable[Edge] = ()) -> None:
        self._nodes = {node.id: node for node in expect_all("nodes", nodes, Node)}
        self._edges: tuple[Edge, ...] = expect_all("edges", edges, Edge)
        self._out: dict[str, list[Edge]] | None = None  # by source, by target: made when first asked for
        self._into: dict[str, list[Edge]] | None = None
        known = self._nodes
        for edge in self._edges:
            if edge.source not in known or edge.target not in known:
                end = edge.target if edge.source in known else edge.source
                raise InputError(f"an edge of the graph ends at {end!r}, which is not one of its nodes")

    # ------------------------------------------------------------------------------------------------------- contents

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes."""
        return tuple(self._nodes.values())

    @property
    def edges(self) -> tuple[Edge, ...]:
        """All edges."""
        return self._edges

    def node(self, node_id: str) -> Node:
        """The node of that id."""
        return self._node(node_id)

    def out(self, node_id: str) -> tuple[Edge, ...]:
        """The edges that leave a node: what it cites."""
        return tuple(self._leaving().get(self._node(node_id).id, ()))

    def into(self, node_id: str) -> tuple[Edge, ...]:
        """The edges that arrive at a node: what cites it."""
        return tuple(self._arriving().get(self._node(node_id).id, ()))

    def degree(self, node_id: str) -> Degree:
        """How many edges leave a node, and how many arrive."""
        own = self._node(node_id).id
        return Degree(len(self._leaving().get(own, ())), len(self._arriving().get(own, ())))

    def members(self, node_id: str) -> tuple[Node, ...]:
        """The articles in a division or an act: those that "présent titre" means.

        ``KeyError`` where it is neither a node of the graph nor a division of one of its articles.
        """
        expect("node_id", node_id, str)
        act, path = act_and_path(node_id)
        found = [node for node in self if node.kind is NodeKind.ARTICLE and node.in_corpus and _stands(node, act, path)]
        if not found:
            self._node(node_id)
        return tuple(found)

    # ---------------------------------------------------------------------------------------------------------- parts

    def filter(
        self,
        *,
        relation: str | Collection[str] | None = None,
        state: str | Collection[str] | None = None,
        act: str | Collection[str] | None = None,
        division: str | Collection[str] | None = None,
        at: date | str | None = None,
    ) -> ArticleGraph:
        """The part of the graph that matches all criteria given.

        ``relation`` and ``state`` choose edges, ``act`` (an id), ``division`` and ``at`` choose nodes; an edge is kept
        if both its ends are. Nodes left without edges stay; :meth:`linked` removes them. ``division`` is an id
        (``code-x#livre.i``) and includes all divisions inside it; ``at`` keeps nodes that may be in force on that day,
        by :meth:`Node.is_in_force`. ``InputError`` for an unknown relation or state, or a wrong date.
        """
        relations = None if relation is None else _values(Relation, "relation", relation)
        states = None if state is None else _values(ReferenceState, "state", state)
        acts = None if act is None else _names("act", act)
        places = None if division is None else list(map(act_and_path, _names("division", division)))
        day = None if at is None else day_given(at)
        nodes = {
            node.id: node
            for node in self
            if (acts is None or node.act in acts)
            and (places is None or any(_stands(node, owner, path) for owner, path in places))
            and (day is None or node.is_in_force(day))
        }
        edges = (
            edge
            for edge in self._edges
            if (relations is None or edge.relation in relations)
            and (states is None or edge.state in states)
            and edge.source in nodes
            and edge.target in nodes
        )
        return ArticleGraph(nodes.values(), edges)

    def linked(self) -> ArticleGraph:
        """The graph without the nodes that have no edge."""
        ends = {end for edge in self._edges for end in (edge.source, edge.target)}
        return ArticleGraph((node for node in self if node.id in ends), self._edges)

    def subgraph(self, ids: Iterable[str]) -> ArticleGraph:
        """The nodes of these ``ids`` and the edges between them."""
        kept = {self._node(node_id).id for node_id in expect_all("ids", ids, str)}
        return ArticleGraph(
            (node for node in self if node.id in kept),
            (edge for edge in self._edges if edge.source in kept and edge.target in kept),
        )

    def neighbourhood(
        self, node_id: str, depth: int = 1, direction: Direction = "both", limit: int | None = None
    ) -> ArticleGraph:
        """The nodes at most ``depth`` edges away from a node, and the edges between them.

        ``direction`` follows edges forward (``"out"``), backward (``"into"``) or ``"both"`` ways. Of more than
        ``limit`` nodes, the nearest are kept, and of those the most cited.
        """
        distance = self.distances(node_id, depth, direction)
        if limit is None or len(distance) <= limit:
            return self.subgraph(distance)
        cited = self._arriving()
        return self.subgraph(sorted(distance, key=lambda name: (distance[name], -len(cited.get(name, ()))))[:limit])

    def distances(self, node_id: str, depth: int = 1, direction: Direction = "both") -> dict[str, int]:
        """How many edges the nodes of :meth:`neighbourhood` are away, the nearest first.

        ``depth`` and ``direction`` are those of that method.
        """
        expect("depth", depth, int)
        out = {} if direction == "into" else self._leaving()
        into = {} if direction == "out" else self._arriving()
        return walk.around(out, into, [self._node(node_id).id], depth)

    # ------------------------------------------------------------------------------------------------------- measures

    def path(self, source: str, target: str) -> tuple[Edge, ...] | None:
        """A shortest path along the edges from ``source`` to ``target``, ids of nodes; ``None`` where there is none.

        The path from a node to itself is ``()``.
        """
        return walk.shortest(self._leaving(), self._node(source).id, self._node(target).id)

    def components(self, *, strong: bool = False) -> tuple[tuple[str, ...], ...]:
        """Groups of connected nodes, as ids, the largest group first.

        ``strong`` gives groups in which every node leads to every other along the edges.
        """
        return connectivity.strong_components(self._next()) if strong else connectivity.components(self._next())

    def cycles(self, longest: int = 3) -> Iterator[tuple[str, ...]]:
        """Cycles of at most ``longest`` nodes that refer to one another, as ids, each cycle once.

        An article that refers to its own number is a cycle of one. The number of cycles grows fast with ``longest``.
        """
        expect("longest", longest, int)
        return connectivity.cycles(self._next(), longest)

    def rank(self, damping: float = 0.85) -> dict[str, float]:
        """PageRank of every node, the highest first; needs the extra ``graph`` (``MissingExtraError``).

        ``damping``, from 0 to 1, is the probability of following an edge rather than jumping to a random node.
        """
        expect("damping", damping, float, int)
        if not 0 <= damping <= 1:
            raise InputError(f"damping is a probability, from 0 to 1, not {damping}")
        return exchange.pagerank(self.nodes, self._edges, damping)

    # ---------------------------------------------------------------------------------------------------- other forms

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """A ``networkx.MultiDiGraph`` with the fields of nodes and edges as attributes.

        ``MissingExtraError`` where networkx is not installed.
        """
        return exchange.to_networkx(self, self._edges)

    def to_rustworkx(self) -> rx.PyDiGraph[Node, Edge]:
        """A ``rustworkx.PyDiGraph`` of the :class:`Node` s and :class:`Edge` s, nodes in their order.

        ``MissingExtraError`` where rustworkx is not installed.
        """
        return exchange.to_rustworkx(self.nodes, self._edges)

    def to_json(self) -> bytes:
        """The graph as ``graph.json`` holds it."""
        return b"".join(graph_json(map(node_json, self), map(edge_json, self._edges)))

    def to_dot(self, focus: str | None = None) -> str:
        """A drawing of the graph in DOT, the language of Graphviz; ``focus`` is the id of a node to highlight."""
        expect("focus", focus, str, NoneType)
        return to_dot(self.nodes, self._edges, focus)

    def draw(self, path: str | PathLike[str], focus: str | None = None) -> None:
        """Draw the graph to a file: ``.svg``, ``.png``, ``.pdf`` or ``.dot``, by the extension of ``path``.

        ``focus`` is the id of a node to highlight. All formats but ``.dot`` need the extra ``draw``
        (``MissingExtraError``). ``OutputError`` where it cannot be written.
        """
        expect("path", path, str, PathLike)
        needs_picture(path)
        write_picture(self.to_dot(focus), path)

    def write(self, path: str | PathLike[str], form: str | None = None) -> None:
        """Write the graph to a file: ``json`` (as :meth:`to_json`), ``graphml`` or ``gexf``.

        ``form`` is one of these names, by default the extension of ``path``. GraphML and GEXF have the attributes of
        :meth:`to_networkx`, and need the extra ``graph`` (``MissingExtraError``). ``OutputError`` for another format
        and where the file cannot be written.

        >>> import tempfile, networkx
        >>> graph = ArticleGraph([Node(id="code-x/1", kind="article")])
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     graph.write(f"{folder}/x.graphml")
        ...     list(networkx.read_graphml(f"{folder}/x.graphml"))
        ['code-x/1']
        """
        expect("path", path, str, PathLike)
        expect("form", form, str, NoneType)
        name = Path(path).suffix.removeprefix(".").lower() if form is None else form
        if name not in DATA_FORMATS:
            raise OutputError(f"{path}: a graph is written as {', '.join(DATA_FORMATS)}, not as {name or 'no format'}")
        write_data(self, path, name)

    @classmethod
    def from_json(cls, data: bytes | str) -> Self:
        """The graph that :meth:`to_json` wrote; ``InputError`` where ``data`` is not a graph."""
        expect("data", data, str, bytes)
        raw = data.encode() if isinstance(data, str) else data
        return cls(*read_lines(raw.splitlines(keepends=True)))

    @classmethod
    def read(cls, path: str | PathLike[str]) -> Self:
        """The graph in the file ``path``, or in the folder that ``cpp-corpus normalize`` wrote.

        The records beside it are not read. ``InputError`` where there is no graph.
        """
        expect("path", path, str, PathLike)
        return cls(*read_file(path))

    # ------------------------------------------------------------------------------------------------------- protocol

    def __len__(self) -> int:
        return len(self._nodes)

    def __contains__(self, node_id: object) -> bool:
        return isinstance(node_id, str) and node_id in self._nodes

    def __iter__(self) -> Iterator[Node]:
        return iter(self._nodes.values())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ArticleGraph):
            return NotImplemented
        return self.nodes == other.nodes and self._edges == other._edges

    def __hash__(self) -> int:
        return hash((len(self._nodes), len(self._edges)))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).from_json, (self.to_json(),)

    def __repr__(self) -> str:
        return f"<ArticleGraph: {summary.in_words(self, self._edges)}>"

    def _repr_html_(self) -> str | None:
        return shown(self)

    def _node(self, node_id: str) -> Node:
        expect("node_id", node_id, str)
        try:
            return self._nodes[node_id]
        except KeyError:
            near = ", ".join(map(repr, nearest(node_id, self._nodes.values())))
            raise KeyError(f"no node {node_id!r} in this graph" + (f"; the nearest: {near}" if near else "")) from None

    def _leaving(self) -> Mapping[str, Sequence[Edge]]:
        if self._out is None:
            out: dict[str, list[Edge]] = {}
            for edge in self._edges:
                out.setdefault(edge.source, []).append(edge)
            self._out = out  # assigned when complete: another thread may read it
        return self._out

    def _arriving(self) -> Mapping[str, Sequence[Edge]]:
        if self._into is None:
            into: dict[str, list[Edge]] = {}
            for edge in self._edges:
                into.setdefault(edge.target, []).append(edge)
            self._into = into
        return self._into

    def _next(self) -> connectivity.Successors:
        out = self._leaving()
        return {node_id: tuple(dict.fromkeys(edge.target for edge in out.get(node_id, ()))) for node_id in self._nodes}


def _stands(node: Node, act: str, path: str) -> bool:
    """Whether a node is that division or act, or is inside it."""
    if node.act != act:
        return False
    return not path or node.division == path or (node.division or "").startswith(f"{path}/")


def _names(what: str, given: str | Collection[str]) -> frozenset[str]:
    return frozenset((given,) if isinstance(given, str) else expect_all(what, given, str))


def _values(kind: type[Relation | ReferenceState], what: str, given: str | Collection[str]) -> frozenset[str]:
    names = _names(what, given)
    known = {member.value for member in kind}
    if wrong := sorted(names - known):
        raise InputError(f"{wrong[0]!r} is no {what}; there are: {', '.join(sorted(known))}")
    return names
