import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cpp_corpus.errors import InputError
from cpp_corpus.graph import ArticleGraph, Degree
from cpp_corpus.model.graph import Edge, Mention, Node, NodeKind
from cpp_corpus.model.reference import Relation
from cpp_corpus.model.resolution import ReferenceState


def node(name: str, **fields: object) -> Node:
    return Node(**{"id": name, "kind": NodeKind.ARTICLE, **fields})  # type: ignore[arg-type]


def edge(source: str, target: str, relation: Relation = Relation.REFERS_TO, **fields: object) -> Edge:
    return Edge(**{"source": source, "target": target, "relation": relation, **fields})  # type: ignore[arg-type]


@pytest.fixture
def graph() -> ArticleGraph:
    return ArticleGraph(
        [
            node("a/1", act="a", number="1", division="livre.i/titre.ii", state="in_force", valid_from="2020-01-01"),
            node("a/2", act="a", division="livre.i/titre.iii", state="repealed", valid_to="2021-01-01"),
            node("a/3", act="a", division="livre.i/titre.iii/chapitre.i"),
            node("b/9", act="b", in_corpus=False),
            node("a#livre.i/titre.iii", act="a", kind="division", division="livre.i/titre.iii"),
        ],
        [
            edge("a/1", "a/2", locator="II/3°", mentions=[(0, 1, None, "2"), (9, 13, 0, "deux"), (20, 21, None, "2")]),
            edge("a/1", "a/2", Relation.DEROGATES_FROM),
            edge("a/2", "a/3"),
            edge("a/3", "a/1"),
            edge("a/2", "b/9", state="missing"),
        ],
    )


def ids(graph: ArticleGraph) -> list[str]:
    return [n.id for n in graph]


def ends(graph: ArticleGraph) -> list[tuple[str, str]]:
    return [(e.source, e.target) for e in graph.edges]


def test_walk(graph: ArticleGraph) -> None:
    assert len(graph) == 5
    assert ids(graph) == ["a/1", "a/2", "a/3", "b/9", "a#livre.i/titre.iii"]
    assert "a/1" in graph
    assert "a/4" not in graph
    assert graph.node("b/9").in_corpus is False
    assert [e.relation for e in graph.out("a/1")] == [Relation.REFERS_TO, Relation.DEROGATES_FROM]
    assert [e.source for e in graph.into("a/2")] == ["a/1", "a/1"]
    assert graph.out("b/9") == ()
    assert graph.degree("a/2") == Degree(out=2, into=2)
    assert graph.degree("a#livre.i/titre.iii") == (0, 0)


def test_an_edge_carries_its_mentions(graph: ArticleGraph) -> None:
    first, second = graph.out("a/1")
    assert first.mentions[1] == Mention(start=9, end=13, note=0, text="deux")
    assert (first.anchors, first.count) == (("2", "deux"), 3)
    assert (second.anchors, second.count) == ((), 0)


def test_it_says_what_it_is(graph: ArticleGraph) -> None:
    assert repr(graph) == "<ArticleGraph: 5 nodes (4 articles, 1 division), 5 edges>"
    assert repr(ArticleGraph()) == "<ArticleGraph: 0 nodes, 0 edges>"


@pytest.mark.parametrize("ask", ["node", "out", "into", "degree", "members", "neighbourhood", "distances"])
def test_unknown_node(graph: ArticleGraph, ask: str) -> None:
    with pytest.raises(KeyError, match="a/4"):
        getattr(graph, ask)("a/4")


def test_members(graph: ArticleGraph) -> None:
    assert [n.id for n in graph.members("a#livre.i/titre.iii")] == ["a/2", "a/3"]
    assert [n.id for n in graph.members("a#livre.i")] == ["a/1", "a/2", "a/3"]
    assert [n.id for n in graph.members("a")] == ["a/1", "a/2", "a/3"]
    assert graph.members("b/9") == ()
    with pytest.raises(KeyError):
        graph.members("a#livre")


def test_filter_by_what_an_edge_is(graph: ArticleGraph) -> None:
    assert ends(graph.filter(relation="derogates_from")) == [("a/1", "a/2")]
    assert ends(graph.filter(state=ReferenceState.MISSING)) == [("a/2", "b/9")]
    assert ends(graph.filter(relation=["amends", Relation.REFERS_TO], state="resolved")) == [
        ("a/1", "a/2"),
        ("a/2", "a/3"),
        ("a/3", "a/1"),
    ]
    dangling = graph.filter(state="missing")
    assert ids(dangling) == ids(graph)
    assert ids(dangling.linked()) == ["a/2", "b/9"]
    assert graph.filter() == graph


def test_filter_by_what_a_node_is(graph: ArticleGraph) -> None:
    assert ids(graph.filter(act="b")) == ["b/9"]
    assert ids(graph.filter(act=("a", "b"))) == ids(graph)
    part = graph.filter(division="a#livre.i/titre.iii")
    assert ids(part) == ["a/2", "a/3", "a#livre.i/titre.iii"]
    assert ends(part) == [("a/2", "a/3")]
    assert ids(graph.filter(division="a#livre.i/titre.ii")) == ["a/1"]


def test_filter_by_date(graph: ArticleGraph) -> None:
    assert ids(graph.filter(at="2019-06-01")) == ["a/2", "a/3", "b/9", "a#livre.i/titre.iii"]
    assert ids(graph.filter(at=date(2021, 1, 1))) == ["a/1", "a/3", "b/9", "a#livre.i/titre.iii"]
    assert ends(graph.filter(at="2021-01-01")) == [("a/3", "a/1")]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"state": "in_force"}, True),
        ({"state": "repealed"}, False),
        ({"state": "repealed", "valid_to": "2020-01-02"}, True),
        ({"state": "repealed", "valid_to": "2020-01-01"}, False),
        ({"state": "repealed", "valid_from": "1990-01-01"}, False),
        ({"state": "future"}, False),
        ({"state": "future", "valid_from": "2020-01-01"}, True),
        ({"state": "in_force", "valid_from": "2020-01-02"}, False),
    ],
)
def test_what_is_in_force(fields: dict[str, str], expected: bool) -> None:
    assert node("a/1", **fields).is_in_force(date(2020, 1, 1)) is expected


@pytest.mark.parametrize("wrong", [{"relation": "cites"}, {"state": ["resolved", "gone"]}, {"at": "hier"}])
def test_filter_by_what_is_not(graph: ArticleGraph, wrong: dict[str, str]) -> None:
    with pytest.raises(InputError, match=r"cites|gone|hier"):
        graph.filter(**wrong)


def test_subgraph_keeps_what_lies_between(graph: ArticleGraph) -> None:
    part = graph.subgraph(["a/3", "a/2"])
    assert ids(part) == ["a/2", "a/3"]
    assert ends(part) == [("a/2", "a/3")]
    with pytest.raises(KeyError):
        graph.subgraph(["a/4"])


def test_neighbourhood(graph: ArticleGraph) -> None:
    assert graph.distances("a/3", 0) == {"a/3": 0}
    assert graph.distances("a/3") == {"a/3": 0, "a/1": 1, "a/2": 1}
    assert graph.distances("a/3", 2) == {"a/3": 0, "a/1": 1, "a/2": 1, "b/9": 2}
    assert graph.distances("a/3", 9) == graph.distances("a/3", 2)
    assert ids(graph.neighbourhood("a/3", direction="out")) == ["a/1", "a/3"]
    assert ids(graph.neighbourhood("a/3", direction="into")) == ["a/2", "a/3"]
    assert len(graph.neighbourhood("a/1").edges) == 4


def test_of_a_large_neighbourhood_the_nearest_and_of_those_the_most_cited(graph: ArticleGraph) -> None:
    assert ids(graph.neighbourhood("a/3", 2, limit=3)) == ["a/1", "a/2", "a/3"]
    assert ids(graph.neighbourhood("a/3", 2, limit=2)) == ["a/2", "a/3"]
    assert ids(graph.neighbourhood("a/3", 2, limit=1)) == ["a/3"]
    assert ids(graph.neighbourhood("a/3", 2, limit=99)) == ["a/1", "a/2", "a/3", "b/9"]


def test_path(graph: ArticleGraph) -> None:
    way = graph.path("a/1", "b/9")
    assert way is not None
    assert [e.target for e in way] == ["a/2", "b/9"]
    assert graph.path("a/1", "a/1") == ()
    assert graph.path("b/9", "a/1") is None
    with pytest.raises(KeyError):
        graph.path("a/1", "a/4")


def test_an_edge_needs_its_ends() -> None:
    for ends_given in (("a/1", "a/2"), ("a/2", "a/1")):
        with pytest.raises(InputError, match="'a/2'"):
            ArticleGraph([node("a/1")], [edge(*ends_given)])


def test_what_is_no_node_and_no_edge() -> None:
    with pytest.raises(ValidationError):
        node("a/1", kind="chapter")
    with pytest.raises(ValidationError):
        node("a/1", colour="red")
    with pytest.raises(ValidationError):
        edge("a", "b", mentions=[(1, 2, "words")])


def test_nodes_and_edges_are_frozen(graph: ArticleGraph) -> None:
    with pytest.raises(AttributeError):
        graph.node("a/1").id = "a/2"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        graph.edges[0].target = "a/3"  # type: ignore[misc]
    assert len({*graph.edges, *graph.edges}) == 5


def test_pickle(graph: ArticleGraph) -> None:
    assert pickle.loads(pickle.dumps(graph)) == graph  # noqa: S301
    assert pickle.loads(pickle.dumps(graph.edges)) == graph.edges  # noqa: S301
    assert hash(pickle.loads(pickle.dumps(graph))) == hash(graph)  # noqa: S301
    assert graph != "graph"


names = st.integers(0, 8).map(str)


@given(st.lists(st.tuples(names, names, st.sampled_from(Relation))))
def test_both_directions_agree(pairs: list[tuple[str, str, Relation]]) -> None:
    graph = ArticleGraph(map(node, map(str, range(9))), (edge(*pair) for pair in pairs))
    assert sorted(map(repr, (e for n in graph for e in graph.out(n.id)))) == sorted(map(repr, graph.edges))
    assert sorted(map(repr, (e for n in graph for e in graph.into(n.id)))) == sorted(map(repr, graph.edges))
    assert sum(graph.degree(n.id).out for n in graph) == len(pairs)
    assert ArticleGraph.from_json(graph.to_json()) == graph
    assert graph.subgraph(n.id for n in graph) == graph


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("121-3", "no node '121-3' in this graph; the nearest: 'code-x/121-3', 'code-y/121-3'"),
        ("code-x/121-33", "no node 'code-x/121-33' in this graph; the nearest: 'code-x/121-3'"),
        ("", "no node '' in this graph"),
    ],
)
def test_a_node_that_is_not_there_is_told_with_the_nearest(given: str, said: str) -> None:
    ids = ("code-x/121-3", "code-y/121-3", "zz")
    graph = ArticleGraph([Node(each, NodeKind.ARTICLE, number=each.partition("/")[2] or None) for each in ids])
    for ask in (graph.node, graph.out, graph.into, graph.degree, graph.members, graph.distances):
        with pytest.raises(KeyError) as caught:
            ask(given)
        assert caught.value.args[0].startswith(said)
