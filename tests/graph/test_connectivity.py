from itertools import permutations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.graph import ArticleGraph
from cpp_corpus.model.graph import Edge, Node, NodeKind
from cpp_corpus.model.reference import Relation

Pairs = list[tuple[int, int]]
SIZE = 7
pairs = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), max_size=20)


def graph_of(edges: Pairs, size: int = SIZE) -> ArticleGraph:
    return ArticleGraph(
        (Node(id=str(n), kind=NodeKind.ARTICLE) for n in range(size)),
        (Edge(str(a), str(b), Relation.REFERS_TO) for a, b in edges),
    )


def drawn(edges: Pairs) -> "nx.DiGraph[str]":
    made: nx.DiGraph[str] = nx.DiGraph()
    made.add_nodes_from(map(str, range(SIZE)))
    made.add_edges_from((str(a), str(b)) for a, b in edges)
    return made


@given(pairs)
def test_components_are_those_of_networkx(edges: Pairs) -> None:
    graph = graph_of(edges)
    for found, expected in (
        (graph.components(), nx.weakly_connected_components(drawn(edges))),
        (graph.components(strong=True), nx.strongly_connected_components(drawn(edges))),
    ):
        assert sorted(found) == sorted(tuple(sorted(group)) for group in expected)
        assert list(found) == sorted(found, key=lambda group: (-len(group), group[0]))


@given(pairs, st.integers(1, SIZE))
def test_cycles_are_those_of_networkx(edges: Pairs, longest: int) -> None:
    found = list(graph_of(edges).cycles(longest))
    assert all(cycle[0] == min(cycle) for cycle in found)
    assert [cycle[0] for cycle in found] == sorted(cycle[0] for cycle in found)
    expected = {turned(cycle) for cycle in nx.simple_cycles(drawn(edges)) if len(cycle) <= longest}
    assert len(found) == len(set(found))
    assert set(found) == expected


def turned(cycle: list[str]) -> tuple[str, ...]:
    at = cycle.index(min(cycle))
    return (*cycle[at:], *cycle[:at])


def test_every_edge_twice_is_one_ring() -> None:
    assert list(graph_of([(0, 1), (0, 1), (1, 0), (2, 2)]).cycles()) == [("0", "1"), ("2",)]


def test_a_long_chain_is_no_recursion() -> None:
    size = 3_000  # three times as many as calls may lie on each other
    chain = graph_of([(n, n + 1) for n in range(size - 1)], size)
    assert len(chain.components()) == 1
    assert len(chain.components(strong=True)) == size
    cycle = graph_of([(n, (n + 1) % size) for n in range(size)], size)
    assert len(cycle.components(strong=True)) == 1
    assert list(cycle.cycles()) == []
    assert [len(found) for found in cycle.cycles(size)] == [size]
    way = cycle.path("1", "0")
    assert way is not None
    assert len(way) == size - 1


def test_a_dense_graph_with_a_bound() -> None:
    edges = list(permutations(range(40), 2))
    assert sum(1 for _ in graph_of(edges, 40).cycles(2)) == 40 * 39 // 2
