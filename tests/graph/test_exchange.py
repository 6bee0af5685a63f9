import io
import sys
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
import rustworkx as rx

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.graph import ArticleGraph
from cpp_corpus.model.graph import Edge, Mention, Node, NodeKind
from cpp_corpus.model.reference import Relation

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
HUB = [Mention(0, 1, None, "1"), Mention(5, 6, 0, "l'un")]


@pytest.fixture
def graph() -> ArticleGraph:
    return ArticleGraph(
        [
            Node("a/1", NodeKind.ARTICLE, act="a", number="1", valid_from="2020-01-01"),  # type: ignore[arg-type]
            Node("a/2", NodeKind.ARTICLE),
            Node("a/3", NodeKind.ARTICLE, in_corpus=False),
        ],
        [
            Edge("a/2", "a/1", Relation.REFERS_TO, "II", mentions=tuple(HUB)),
            Edge("a/2", "a/1", Relation.APPLIES),
            Edge("a/2", "a/3", Relation.REFERS_TO),
            Edge("a/3", "a/1", Relation.REFERS_TO),
        ],
    )


def test_networkx(graph: ArticleGraph) -> None:
    made = graph.to_networkx()
    assert isinstance(made, nx.MultiDiGraph)
    assert list(made.nodes) == [n.id for n in graph]
    assert made.number_of_edges("a/2", "a/1") == 2
    assert made.nodes["a/1"] == {
        "kind": "article", "act": "a", "number": "1", "in_corpus": True, "valid_from": "2020-01-01",
    }  # fmt: skip
    first = next(iter(made.out_edges("a/2", data=True)))[2]
    assert first == {
        "relation": "refers_to", "locator": "II", "state": "resolved", "count": 2, "anchors": "1 | l'un",
    }  # fmt: skip


def test_networkx_writes_it_and_reads_it_back(graph: ArticleGraph) -> None:
    made: Any = graph.to_networkx()
    assert [key for *_, key in made.edges(keys=True)] == [0, 1, 2, 3]
    written = io.BytesIO()
    nx.write_graphml(made, written)
    names = [str(element.get("id")) for element in ET.fromstring(written.getvalue()).iter(f"{GRAPHML}edge")]  # noqa: S314 - our own
    assert sorted(names) == ["0", "1", "2", "3"]
    again: Any = nx.read_graphml(io.BytesIO(written.getvalue()), edge_key_type=int, force_multigraph=True)
    assert dict(again.nodes(data=True)) == dict(made.nodes(data=True))
    assert sorted(again.edges(keys=True, data=True)) == sorted(made.edges(keys=True, data=True))
    gexf: Any = nx.read_gexf(io.BytesIO("\n".join(nx.generate_gexf(made)).encode()))
    assert [len(gexf.nodes), len(gexf.edges)] == [3, 4]


def test_what_xml_cannot_hold_is_replaced() -> None:
    nodes = [Node("a/1", NodeKind.ARTICLE), Node("a/2", NodeKind.ARTICLE, division="livre\ud800")]
    words = Mention(0, 1, None, "l'article\x0c1\n\x00<&\ufffe")
    made = ArticleGraph(nodes, [Edge("a/1", "a/2", Relation.REFERS_TO, mentions=(words,))]).to_networkx()
    written = io.BytesIO()
    nx.write_graphml(made, written)
    again: Any = nx.read_graphml(io.BytesIO(written.getvalue()))
    assert again.edges["a/1", "a/2"]["anchors"] == "l'article\ufffd1\n\ufffd<&\ufffd"
    assert again.nodes["a/2"]["division"] == "livre\ufffd"


def test_rustworkx(graph: ArticleGraph) -> None:
    made = graph.to_rustworkx()
    assert isinstance(made, rx.PyDiGraph)
    assert made.nodes() == list(graph.nodes)
    assert made.edges() == list(graph.edges)
    assert [(a, b) for a, b, _ in made.weighted_edge_list()] == [(1, 0), (1, 0), (1, 2), (2, 0)]


def test_rank(graph: ArticleGraph) -> None:
    ranked = graph.rank()
    assert list(ranked) == ["a/1", "a/3", "a/2"]
    assert sum(ranked.values()) == pytest.approx(1)
    assert ranked == pytest.approx(iterated([(1, 0, 3), (1, 2, 1), (2, 0, 1)]), abs=1e-8)
    assert ArticleGraph().rank() == {}


def iterated(weighted: list[tuple[int, int, int]], damping: float = 0.85) -> dict[str, float]:
    """PageRank by its definition; an article without references counts as citing all."""
    at = [1 / 3] * 3
    total = [sum(w for a, _, w in weighted if a == n) for n in range(3)]
    for _ in range(500):
        idle = sum(value for value, out in zip(at, total, strict=True) if not out)
        rest = (1 - damping + damping * idle) / 3
        at = [rest + damping * sum(at[a] * w / total[a] for a, b, w in weighted if b == n) for n in range(3)]
    return {f"a/{n + 1}": value for n, value in enumerate(at)}


@pytest.mark.parametrize(
    ("package", "ask"),
    [
        ("networkx", ArticleGraph.to_networkx),
        ("rustworkx", ArticleGraph.to_rustworkx),
        ("rustworkx", ArticleGraph.rank),
    ],
)
def test_they_are_optional(
    graph: ArticleGraph, monkeypatch: pytest.MonkeyPatch, package: str, ask: Callable[[ArticleGraph], object]
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(
        MissingExtraError, match=r"\(\) needs the extra 'graph' .*install 'networkx>=[\d.]+' 'rustworkx"
    ):
        ask(graph)
