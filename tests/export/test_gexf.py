"""GEXF, read back by networkx."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

import cpp_corpus
from cpp_corpus import Article, ArticleNumber, Corpus, Source, Span

ROOT = Path(__file__).parents[2]
XMLNS = "{http://gexf.net/1.3}"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return cpp_corpus.load(ROOT / "fixtures")


@pytest.fixture(scope="module")
def path(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("gexf") / "out"
    summary = corpus.export(out, formats="gexf")
    assert summary.formats["gexf"] == {"nodes": len(corpus.graph), "edges": len(corpus.graph.edges)}
    return out / "graph.gexf"


def test_the_same_graph(corpus: Corpus, path: Path) -> None:
    graph = nx.read_gexf(path)
    assert list(graph) == [node.id for node in corpus.graph]
    for node in corpus.graph:
        names = ("kind", "act", "number", "division", "in_corpus", "state")
        expected = {"label": node.id} | {name: getattr(node, name) for name in names} | dict(node.identifiers or {})
        days = {"valid_from": node.valid_from, "valid_to": node.valid_to}
        expected |= {name: day.isoformat() for name, day in days.items() if day is not None}
        assert graph.nodes[node.id] == {name: value for name, value in expected.items() if value is not None}
    found = Counter((source, target, *map(fields.get, FIELDS)) for source, target, fields in graph.edges(data=True))
    assert found == Counter(
        (e.source, e.target, e.relation, e.locator, e.state, e.count, re.sub(r"\r\n?", "\n", " | ".join(e.anchors)))
        for e in corpus.graph.edges
    )


FIELDS = ("relation", "locator", "state", "count", "anchors")


def test_attributes(path: Path) -> None:
    tree = etree.parse(str(path))
    declared = {each.get("id") for each in tree.iter(f"{XMLNS}attribute")}
    assert declared.isdisjoint({"type", "start", "end", "id", "label"})
    assert {each.get("for") for each in tree.iter(f"{XMLNS}attvalue")} <= declared
    for element in ("node", "edge"):
        ids = [each.get("id") for each in tree.iter(f"{XMLNS}{element}")]
        assert len(set(ids)) == len(ids) > 0


def test_signs_that_xml_cannot_hold(tmp_path: Path) -> None:
    source = Source(path="a.md", format="mirror-page", line=1, byte=Span(0, 1))
    text = "Selon l'article 2\n du <code> & \"pénal\" et l'article\x003 \x07 du code\ndes\tnuages."
    number = ArticleNumber("1")
    corpus = Corpus([Article(id='code-x/1"<&\x01', act="code-x", number=number, text=text, source=source)])
    corpus.export(tmp_path / "out", formats="gexf")
    graph = nx.read_gexf(tmp_path / "out" / "graph.gexf")
    assert 'code-x/1"<&\N{REPLACEMENT CHARACTER}' in graph
    assert graph.number_of_edges() == len(corpus.graph.edges) > 0
