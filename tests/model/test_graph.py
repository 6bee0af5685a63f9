import pickle
import sys

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.errors import InputError, MissingExtraError
from cpp_corpus.model.graph import ArticleGraph, Edge, Node, NodeKind
from cpp_corpus.model.reference import Relation


def node(name: str, **fields: str | bool) -> Node:
    return Node.model_validate({"id": name, "kind": NodeKind.ARTICLE, **fields})


def edge(source: str, target: str, relation: Relation = Relation.REFERS_TO, **fields: object) -> Edge:
    return Edge.model_validate({"source": source, "target": target, "relation": relation, **fields})


@pytest.fixture
def graph() -> ArticleGraph:
    return ArticleGraph(
        [node("a/1", act="a", number="1"), node("a/2"), node("a/3"), node("b/9", in_corpus=False)],
        [
            edge("a/1", "a/2", locator="II/3°", anchors=("2", "deux"), count=3),
            edge("a/1", "a/2", Relation.DEROGATES_FROM),
            edge("a/2", "a/3"),
            edge("a/3", "a/1"),
            edge("a/2", "b/9"),
        ],
    )


def test_walk(graph: ArticleGraph) -> None:
    assert len(graph) == 4
    assert [n.id for n in graph] == ["a/1", "a/2", "a/3", "b/9"]
    assert "a/1" in graph
    assert "a/4" not in graph
    assert graph.node("b/9").in_corpus is False
    assert [e.relation for e in graph.out("a/1")] == [Relation.REFERS_TO, Relation.DEROGATES_FROM]
    assert [e.source for e in graph.into("a/2")] == ["a/1", "a/1"]
    assert graph.out("b/9") == ()
    assert repr(graph) == "<ArticleGraph: 4 nodes, 5 edges>"


@pytest.mark.parametrize("ask", ["node", "out", "into"])
def test_unknown_node(graph: ArticleGraph, ask: str) -> None:
    with pytest.raises(KeyError):
        getattr(graph, ask)("a/4")


def test_subgraph_keeps_what_lies_between(graph: ArticleGraph) -> None:
    part = graph.subgraph(["a/3", "a/2"])
    assert [n.id for n in part.nodes] == ["a/2", "a/3"]
    assert [(e.source, e.target) for e in part.edges] == [("a/2", "a/3")]
    with pytest.raises(KeyError):
        graph.subgraph(["a/4"])


def test_path(graph: ArticleGraph) -> None:
    way = graph.path("a/1", "b/9")
    assert way is not None
    assert [e.target for e in way] == ["a/2", "b/9"]
    assert graph.path("a/1", "a/1") == ()
    assert graph.path("b/9", "a/1") is None
    with pytest.raises(KeyError):
        graph.path("a/1", "a/4")


def test_an_edge_needs_its_ends() -> None:
    with pytest.raises(InputError, match="'a/2'"):
        ArticleGraph([node("a/1")], [edge("a/1", "a/2")])


def test_json_there_and_back(graph: ArticleGraph) -> None:
    data = graph.to_json()
    again = ArticleGraph.from_json(data)
    assert again == graph
    assert again.to_json() == data
    assert ArticleGraph.from_json(ArticleGraph().to_json()) == ArticleGraph()


@pytest.mark.parametrize("data", ["", "{}", "[1]", '{"schema_version":"1","nodes":[{}],"edges":[]}'])
def test_json_that_is_no_graph(data: str) -> None:
    with pytest.raises(InputError):
        ArticleGraph.from_json(data)


def test_pickle(graph: ArticleGraph) -> None:
    assert pickle.loads(pickle.dumps(graph)) == graph  # noqa: S301


def test_networkx(graph: ArticleGraph) -> None:
    made = graph.to_networkx()
    assert isinstance(made, nx.MultiDiGraph)
    assert list(made.nodes) == [n.id for n in graph]
    assert made.number_of_edges("a/1", "a/2") == 2
    assert made.nodes["a/1"] == {"kind": "article", "act": "a", "number": "1", "in_corpus": True}
    assert {d["relation"] for _, _, d in made.out_edges("a/1", data=True)} == {"refers_to", "derogates_from"}


def test_networkx_is_optional(graph: ArticleGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(MissingExtraError, match=r"cpp-corpus\[graph\]"):
        graph.to_networkx()


names = st.integers(0, 8).map(str)


@given(st.lists(st.tuples(names, names, st.sampled_from(Relation))))
def test_both_directions_agree(pairs: list[tuple[str, str, Relation]]) -> None:
    graph = ArticleGraph(map(node, map(str, range(9))), (edge(*pair) for pair in pairs))
    assert sorted(map(repr, (e for n in graph for e in graph.out(n.id)))) == sorted(map(repr, graph.edges))
    assert sorted(map(repr, (e for n in graph for e in graph.into(n.id)))) == sorted(map(repr, graph.edges))
    assert ArticleGraph.from_json(graph.to_json()) == graph
    assert graph.subgraph(n.id for n in graph) == graph
