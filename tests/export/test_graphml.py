"""GraphML, read back by networkx, igraph and rustworkx."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import networkx as nx
import pytest
import rustworkx as rx
from lxml import etree

import cpp_corpus
from cpp_corpus import Article, ArticleNumber, Corpus, Edge, Node, Source, Span

ROOT = Path(__file__).parents[2]
XMLNS = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return cpp_corpus.load(ROOT / "fixtures")


@pytest.fixture(scope="module")
def path(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("graphml") / "out"
    corpus.export(out, formats="graphml")
    return out / "graph.graphml"


def test_the_same_graph(corpus: Corpus, path: Path) -> None:
    graph = nx.read_graphml(path)
    assert list(graph) == [node.id for node in corpus.graph]
    assert Counter(graph.edges()) == Counter((edge.source, edge.target) for edge in corpus.graph.edges)
    for node in corpus.graph:
        expected = {name: getattr(node, name) for name in ("kind", "act", "number", "division", "in_corpus", "state")}
        days = {"valid_from": node.valid_from, "valid_to": node.valid_to}
        expected |= {name: day.isoformat() for name, day in days.items() if day is not None}
        expected |= node.identifiers or {}
        assert graph.nodes[node.id] == {name: value for name, value in expected.items() if value is not None}
    assert {type(fields["in_corpus"]) for _, fields in graph.nodes(data=True)} == {bool}


def test_edges_have_types_and_ids_of_their_own(corpus: Corpus, path: Path) -> None:
    graph = nx.read_graphml(path, force_multigraph=True)
    assert isinstance(graph, nx.MultiDiGraph)
    found = {key: fields for _, _, key, fields in graph.edges(keys=True, data=True)}
    assert len(found) == len(corpus.graph.edges)
    for at, edge in enumerate(corpus.graph.edges):
        fields = {"relation": edge.relation, "locator": edge.locator, "state": edge.state, "count": edge.count}
        fields["anchors"] = re.sub(r"\r\n?", "\n", " | ".join(edge.anchors))
        assert found[f"e{at}"] == {name: value for name, value in fields.items() if value is not None}


def expected_node(node: Node) -> dict[str, object]:
    names = ("kind", "act", "number", "division", "in_corpus", "state")
    fields = {name: getattr(node, name) for name in names} | dict(node.identifiers or {})
    for name in ("valid_from", "valid_to"):
        day = getattr(node, name)
        fields[name] = None if day is None else day.isoformat()
    return {"id": node.id} | {name: value for name, value in fields.items() if value is not None}


def expected_edge(edge: Edge) -> dict[str, object]:
    anchors = re.sub(r"\r\n?", "\n", " | ".join(edge.anchors))
    fields = {"relation": edge.relation, "locator": edge.locator, "state": edge.state, "count": edge.count}
    return {name: value for name, value in (fields | {"anchors": anchors}).items() if value is not None}


def test_rustworkx(corpus: Corpus, path: Path) -> None:
    (graph,) = rx.read_graphml(str(path))
    nodes = graph.nodes()
    found = [{name: value for name, value in each.items() if value is not None} for each in nodes]
    assert found == list(map(expected_node, corpus.graph))
    edges = [
        (nodes[source]["id"], nodes[target]["id"], known(fields))
        for source, target, fields in graph.weighted_edge_list()
    ]
    assert edges == [
        (edge.source, edge.target, expected_edge(edge) | {"id": f"e{at}"}) for at, edge in enumerate(corpus.graph.edges)
    ]


def test_igraph(corpus: Corpus, path: Path) -> None:
    """Numbers become floats in igraph, and text that is left out becomes empty."""
    graph = import_module("igraph").Graph.Read_GraphML(str(path))
    assert [known(vertex.attributes()) for vertex in graph.vs] == list(map(expected_node, corpus.graph))
    ids = graph.vs["id"]
    edges = [(ids[edge.source], ids[edge.target], known(edge.attributes(), "id")) for edge in graph.es]
    assert edges == [(edge.source, edge.target, expected_edge(edge)) for edge in corpus.graph.edges]


def known(fields: dict[str, object], *without: str) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value is not None and value != "" and name not in without}


def test_ids_are_unique_and_keys_are_declared(path: Path) -> None:
    tree = etree.parse(str(path))
    for element in ("node", "edge", "key"):
        ids = [each.get("id") for each in tree.iter(f"{XMLNS}{element}")]
        assert len(set(ids)) == len(ids)
        assert ids
    keys = {key.get("id"): key.get("for") for key in tree.iter(f"{XMLNS}key")}
    for data in tree.iter(f"{XMLNS}data"):
        parent = data.getparent()
        assert parent is not None
        assert parent.tag == f"{XMLNS}{keys[data.get('key')]}"


def test_signs_that_xml_cannot_hold(tmp_path: Path) -> None:
    source = Source(path="a.md", format="mirror-page", line=1, byte=Span(0, 1))
    text = "Selon l'article 2\n du <code> & \"pénal\" et l'article\x003 \x07 du code\ndes\tnuages."
    number = ArticleNumber("1")
    article = Article(id='code-x/1"<&\x01', act="code-x", number=number, text=text, source=source)
    corpus = Corpus([article])
    corpus.export(tmp_path / "out", formats="graphml")
    graph = nx.read_graphml(tmp_path / "out" / "graph.graphml")
    assert 'code-x/1"<&\N{REPLACEMENT CHARACTER}' in graph
    assert graph.number_of_edges() == len(corpus.graph.edges) > 0
