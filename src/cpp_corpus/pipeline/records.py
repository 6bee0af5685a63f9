"""The records of a corpus in memory; those of a store are :class:`cpp_corpus.store.records.StoredRecords`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from cpp_corpus.limits import Limits
from cpp_corpus.model.article import Article
from cpp_corpus.model.finding import Finding, Severity
from cpp_corpus.model.graph import Edge, Node
from cpp_corpus.model.manifest import SourceFile, Unread
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.resolution import IndexedArticle, ResolvedReference
from cpp_corpus.normalizer.resolve import IndexedRecords, indexed_article
from cpp_corpus.pipeline.references import References, WrittenAs
from cpp_corpus.store.words import TextIndex, WordsInMemory

__all__ = ["Graph", "Records", "RecordsInMemory"]

Graph = tuple[Iterable[Node], Iterable[Edge]]
"""Nodes and edges."""


class Records(Protocol):
    """What a corpus is made of, with all versions that its sources have."""

    @property
    def articles(self) -> Sequence[Article]:
        """The articles, in the order of the source."""

    @property
    def indexed(self) -> Sequence[IndexedArticle]:
        """Their index entries, in the same order."""

    @property
    def index(self) -> IndexedRecords | None:
        """The same act by act, where that is quicker."""

    @property
    def leftovers(self) -> tuple[str, ...]:
        """Lines that belong to no article."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the input, or worth knowing about it."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Those of the findings that are errors."""

    @property
    def sources(self) -> tuple[SourceFile, ...]:
        """The files that were read."""

    @property
    def unread(self) -> tuple[Unread, ...]:
        """What was not read."""

    @property
    def words(self) -> TextIndex:
        """The index of the texts."""

    def place(self, article_id: str, /) -> int | None:
        """The place of the article with that id."""

    def named(self, identifier: str, /) -> Sequence[str]:
        """Ids of the articles that have that identifier in their source."""

    def references(self, article: Article, /, *, keep: bool = True) -> tuple[Reference, ...] | None:
        """The references of an article; ``None`` where they have to be detected."""

    def resolved(self, article: Article, /) -> list[ResolvedReference] | None:
        """The same with their targets; ``None`` where they have to be resolved."""

    def cites(self, article_id: str, /) -> tuple[Edge, ...] | None:
        """The edges that leave an article; ``None`` where the graph has to be asked."""

    def cited_by(self, article_id: str, /) -> tuple[Edge, ...] | None:
        """The edges that arrive at an article, a division or an act; ``None`` where the graph has to be asked."""

    def graph(self) -> Graph | None:
        """The nodes and edges; ``None`` where they have to be made."""


class RecordsInMemory:
    """Records that are all in memory, as :class:`Records`.

    ``written`` has the references of articles that were read from exports, by the ids of the articles; ``graph``
    reads the graph of the export that has these records and no others; ``limits`` are those of the references that are
    detected.
    """

    def __init__(  # noqa: PLR0913 - the parts of a corpus
        self,
        articles: Iterable[Article] = (),
        *,
        leftovers: Iterable[str] = (),
        findings: Iterable[Finding] = (),
        sources: Iterable[SourceFile] = (),
        unread: Iterable[Unread] = (),
        written: Mapping[str, WrittenAs] | None = None,
        graph: Callable[[], Graph | None] | None = None,
        limits: Limits | None = None,
    ) -> None:
        self.articles = tuple(articles)
        self.leftovers = tuple(leftovers)
        self.findings = tuple(findings)
        self.sources = tuple(sources)
        self.unread = tuple(unread)
        self.index: IndexedRecords | None = None
        self._references = References(self.articles, written, limits)
        self._graph = graph

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @cached_property
    def indexed(self) -> Sequence[IndexedArticle]:
        return [indexed_article(article) for article in self.articles]

    @cached_property
    def words(self) -> TextIndex:
        return WordsInMemory((article.act, article.state.value, article.text) for article in self.articles)

    def __getstate__(self) -> dict[str, object]:
        return {name: value for name, value in vars(self).items() if name != "words"}  # a connection, made again

    def place(self, article_id: str) -> int | None:
        return self._places.get(article_id)

    def named(self, identifier: str) -> Sequence[str]:
        return self._named.get(identifier, ())

    def references(self, article: Article, *, keep: bool = True) -> tuple[Reference, ...]:
        return self._references.of(article, keep=keep)

    def resolved(self, _article: Article) -> None:
        return None

    def cites(self, _article_id: str) -> None:
        return None

    def cited_by(self, _article_id: str) -> None:
        return None

    def graph(self) -> Graph | None:
        return self._graph() if self._graph is not None else None

    @cached_property
    def _places(self) -> dict[str, int]:
        return {article.id: at for at, article in enumerate(self.articles)}

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for article in self.articles:
            for identifier in dict.fromkeys(article.ids.values()):
                found.setdefault(identifier, []).append(article.id)
        return found
