"""The typed article graph, as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.model.base import Record
from cpp_corpus.model.reference import Relation

if TYPE_CHECKING:
    import networkx

__all__ = ["ArticleGraph", "Edge", "Node", "NodeKind"]


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


class ArticleGraph:
    """Nodes and typed edges, immutable."""

    def __init__(self, nodes: Iterable[Node] = (), edges: Iterable[Edge] = ()) -> None:
        raise NotImplementedError
