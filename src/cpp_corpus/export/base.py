"""What every exporter reads from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from cpp_corpus.model.graph import Edge, Node
from cpp_corpus.model.manifest import Generator, Unread
from cpp_corpus.model.resolution import ResolvedReference

__all__ = ["ArticleCitations", "Exportable"]


class ArticleCitations(NamedTuple):
    """What one article says of others."""

    references: Sequence[ResolvedReference]
    edges: Sequence[Edge]


class Exportable(Protocol):
    """A corpus as a stream: nothing is held that grows with the texts."""

    generator: Generator
    schema_version: str
    unread: Sequence[Unread]

    def article_lines(self) -> Iterator[bytes]:
        """The articles, each as a line of JSON, in the order of the corpus."""

    def citing_articles(self) -> Iterator[ArticleCitations]:
        """References and edges, article by article."""

    def nodes(self) -> Iterator[Node]:
        """The nodes of the graph; complete once :meth:`spoken` has been read to its end."""

    def finding_lines(self) -> Iterator[bytes]:
        """The findings, each as a line of JSON."""

    def source_lines(self) -> Iterator[bytes]:
        """The files read, each as a line of JSON."""

    @property
    def findings(self) -> Mapping[str, int]:
        """Findings by code."""
