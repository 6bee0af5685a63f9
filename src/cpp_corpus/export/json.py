"""JSON: ``articles.jsonl``, ``references.jsonl``, ``graph.json`` and ``findings.jsonl``.

Fields are in the order of the models, and nothing depends on the clock or the machine: equal corpora give equal bytes.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from cpp_corpus.export.base import ExportedArticle, Exporter, RecordLine, Sink
from cpp_corpus.export.spool import Spool
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.graph import Node, edge_json, graph_json, node_json

__all__ = ["JSON"]


class _JsonSink(Sink):
    def __init__(self, folder: Path) -> None:
        self._graph = folder / "graph.json"
        with ExitStack() as opened:
            self._articles, self._references, self._findings = (
                opened.enter_context(Spool(folder / f"{name}.jsonl")) for name in ("articles", "references", "findings")
            )
            self._nodes, self._edges = (
                opened.enter_context(Spool(folder / name, is_kept=False)) for name in (".nodes", ".edges")
            )
            self._opened = opened.pop_all()

    def article(self, article: ExportedArticle) -> None:
        self._articles.add(article.json)
        self._references.add_all(article.reference_lines, len(article.references))
        for edge in article.edges:
            self._edges.add(edge_json(edge))

    def node(self, node: Node) -> None:
        self._nodes.add(node_json(node))

    def finding(self, finding: RecordLine[Finding]) -> None:
        self._findings.add(finding.json)

    def end(self) -> dict[str, int]:
        with self._graph.open("wb", buffering=1 << 18) as out:
            out.writelines(graph_json(self._nodes, self._edges))
        return {
            "articles": self._articles.count,
            "references": self._references.count,
            "nodes": self._nodes.count,
            "edges": self._edges.count,
            "findings": self._findings.count,
        }

    def close(self) -> None:
        self._opened.close()


JSON = Exporter(
    description="JSON and JSON Lines: every record with all of its fields; what load reads back",
    files=("articles.jsonl", "references.jsonl", "graph.json", "findings.jsonl"),
    open=_JsonSink,
)
"""The exporter ``json``."""
