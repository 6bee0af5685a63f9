"""The store, ``corpus.db``: the corpus in one SQLite file, of which a reader reads only what it needs."""

from __future__ import annotations

from pathlib import Path

from cpp_corpus.export.base import AboutCorpus, ExportedArticle, Exporter, RecordLine, Sink
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.graph import Node, NodeKind
from cpp_corpus.model.manifest import SCHEMA_VERSION, SourceFile
from cpp_corpus.store.schema import NAME
from cpp_corpus.store.writer import StoredArticle, StoreWriter

__all__ = ["STORE"]


class _StoreSink(Sink):
    def __init__(self, folder: Path) -> None:
        self._counts = dict.fromkeys(("articles", "references", "nodes", "edges", "findings", "sources"), 0)
        self._nodes: list[Node] = []
        self._findings: list[bytes] = []
        self._sources: list[bytes] = []
        self._about: AboutCorpus | None = None
        self._writer = StoreWriter(folder / NAME)

    def corpus(self, about: AboutCorpus) -> None:
        self._about = about

    def article(self, article: ExportedArticle) -> None:
        self._counts["articles"] += 1
        self._counts["references"] += len(article.references)
        self._counts["edges"] += len(article.edges)
        lines = article.reference_lines
        self._writer.article(StoredArticle(article.indexed, article.json, lines, article.edges))

    def node(self, node: Node) -> None:
        self._counts["nodes"] += 1
        if node.kind is not NodeKind.ARTICLE or not node.in_corpus:
            self._nodes.append(node)
            self._flush(_MANY)

    def finding(self, finding: RecordLine[Finding]) -> None:
        self._counts["findings"] += 1
        self._findings.append(finding.json)
        self._flush(_MANY)

    def source(self, source: RecordLine[SourceFile]) -> None:
        self._counts["sources"] += 1
        self._sources.append(source.json)
        self._flush(_MANY)

    def end(self) -> dict[str, int]:
        self._flush(1)
        meta = {"schema_version": SCHEMA_VERSION} | {name: str(count) for name, count in self._counts.items()}
        unread = []
        if self._about is not None:
            meta["generator"] = f"{self._about.generator.name} {self._about.generator.version}"
            if self._about.day is not None:
                meta["day"] = self._about.day.isoformat()
            unread = [(each.kind, each.reason, each.count, each.example) for each in self._about.unread]
        self._writer.end(meta, unread)
        return self._counts

    def close(self) -> None:
        self._writer.close()

    def _flush(self, least: int) -> None:
        """Write the records of each kind of which at least so many wait."""
        if len(self._nodes) >= least:
            self._writer.nodes(self._nodes)
            self._nodes = []
        if len(self._findings) >= least:
            self._writer.findings(self._findings)
            self._findings = []
        if len(self._sources) >= least:
            self._writer.sources(self._sources)
            self._sources = []


_MANY = 1000

STORE = Exporter(
    description="the store, corpus.db: one SQLite file; what load reads first, and only where it is asked",
    files=(NAME,),
    open=_StoreSink,
)
"""The exporter ``store``."""
