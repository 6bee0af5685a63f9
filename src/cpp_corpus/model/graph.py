"""Nodes and edges of the typed article graph, and how ``graph.json`` holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, fields
from datetime import date
from enum import StrEnum
from typing import NamedTuple

import orjson
from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from cpp_corpus.errors import expect
from cpp_corpus.model.base import Count, Record
from cpp_corpus.model.manifest import SCHEMA_VERSION
from cpp_corpus.model.reference import Relation
from cpp_corpus.model.resolution import ReferenceState
from cpp_corpus.model.validity import ArticleState, Validity
from cpp_corpus.shown import shown

__all__ = ["Edge", "GraphFile", "Mention", "Node", "NodeKind", "edge_json", "graph_json", "node_json", "trusted_edge"]

_CONFIG = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class NodeKind(StrEnum):
    """The kinds of nodes."""

    ARTICLE = "article"
    """One article, in one version."""
    DIVISION = "division"
    """A livre, titre, chapitre, section … of an act."""
    ACT = "act"
    """A whole code, law, decree …"""


@dataclass(frozen=True, slots=True, config=_CONFIG)
class Node:
    """An article, a division or an act."""

    id: str
    """``act/number``, ``act#division`` or ``act``."""
    kind: NodeKind
    """Its kind."""
    act: str | None = None
    """Id of the act."""
    number: str | None = None
    """Normalised number of an article."""
    division: str | None = None
    """Path of the division of an article, or of a division itself: ``livre.iv/titre.ii``."""
    in_corpus: bool = True
    """Whether the corpus has a record of it."""
    state: ArticleState | None = None
    """State of an article of the corpus."""
    valid_from: date | None = None
    """First day of this version, where the source has it."""
    valid_to: date | None = None
    """First day on which this version is no longer law, where the source has it."""
    identifiers: Mapping[str, str] | None = field(default=None, hash=False)
    """Public identifiers of an act, by scheme (``eli``, ``celex``, ``ecli``, ``legitext``, ``url``)."""

    def is_in_force(self, at: date) -> bool:
        """Whether it is law on the day ``at``, or may be: see :meth:`Validity.is_law_on`.

        >>> node = Node(id="code-x/1", kind="article", valid_from=date(2001, 1, 1), valid_to=date(2016, 7, 1))
        >>> node.is_in_force(date(2016, 6, 30)), node.is_in_force(date(2016, 7, 1))
        (True, False)
        """
        expect("at", at, date)
        return Validity(self.state or ArticleState.UNKNOWN, self.valid_from, self.valid_to).is_law_on(at)


class Mention(NamedTuple):
    """One reference behind an edge, with the place of its anchor in the citing article."""

    start: Count
    """First character of the anchor."""
    end: Count
    """End of the anchor, exclusive."""
    note: Count | None
    """Index of the note that contains the anchor; ``None`` for the text of the article."""
    text: str
    """The words of the anchor."""


@dataclass(frozen=True, slots=True, config=_CONFIG)
class Edge:
    """The references from an article to a target with the same relation, locator and state."""

    source: str
    """Id of the citing article."""
    target: str
    """Id of the node that is cited."""
    relation: Relation
    """What the sentence does with the target."""
    locator: str | None = None
    """Where inside the target."""
    state: ReferenceState = ReferenceState.RESOLVED
    """State of the target; for a range, of this member."""
    mentions: tuple[Mention, ...] = ()
    """The references behind it, in order of appearance: start, end, note and words of each anchor."""

    def _repr_html_(self) -> str | None:
        return shown(self)

    @property
    def anchors(self) -> tuple[str, ...]:
        """The words of the anchors, each once, in order of appearance.

        >>> mentions = [Mention(4, 8, None, "L. 2"), Mention(90, 94, None, "L. 2")]
        >>> edge = Edge(source="code-x/l1", target="code-x/l2", relation="applies", mentions=mentions)
        >>> edge.anchors, edge.count
        (('L. 2',), 2)
        """
        return tuple(dict.fromkeys(mention.text for mention in self.mentions))

    @property
    def count(self) -> int:
        """How many references the edge has.

        >>> mentions = [Mention(4, 8, None, "L. 2"), Mention(90, 94, None, "L. 2")]
        >>> Edge(source="code-x/l1", target="code-x/l2", relation="applies", mentions=mentions).count
        2
        """
        return len(self.mentions)


def trusted_edge(*values: object) -> Edge:
    """An edge from its fields, *all* of them, in order and known to be valid: unchecked, as ``Record.trusted``."""
    made: Edge = _new(Edge)
    for put, value in zip(_PUT, values, strict=True):
        put(made, value)
    return made


_new = object.__new__
_PUT = tuple(vars(Edge)[field.name].__set__ for field in fields(Edge))  # past the check that it is frozen


class GraphFile(Record):
    """What ``graph.json`` holds."""

    schema_version: str
    """Version of this layout."""
    nodes: tuple[Node, ...]
    """The articles of the corpus in its order, then the other nodes that they cite, by id."""
    edges: tuple[Edge, ...]
    """In the order of the citing articles."""


def node_json(node: Node) -> bytes:
    """A node as ``graph.json`` holds it."""
    return orjson.dumps(node)


def edge_json(edge: Edge) -> bytes:
    """An edge as ``graph.json`` holds it; a mention is an array of four."""
    return orjson.dumps(edge, default=list)


def graph_json(nodes: Iterable[bytes], edges: Iterable[bytes]) -> Iterator[bytes]:
    """The parts of ``graph.json``, from nodes and edges each serialised.

    One per line, so that graphs can be compared and read line by line.
    """
    yield b'{"schema_version":"%s","nodes":[' % SCHEMA_VERSION.encode()
    yield from _lines(nodes)
    yield b'],"edges":['
    yield from _lines(edges)
    yield b"]}\n"


def _lines(items: Iterable[bytes]) -> Iterator[bytes]:
    between = b"\n"
    for item in items:
        yield between + item
        between = b",\n"
    yield b"\n"
