"""The picture of a graph, as text: what is where, and how it looks."""

from __future__ import annotations

import re

import pytest

from cpp_corpus.graph import ArticleGraph
from cpp_corpus.graph.dot import COLOURS
from cpp_corpus.model.graph import Edge, Mention, Node
from cpp_corpus.model.reference import Relation


def node(name: str, **fields: object) -> Node:
    act, _, number = name.partition("/")
    return Node(**{"id": name, "kind": "article", "act": act, "number": number or None, **fields})  # type: ignore[arg-type]


def edge(source: str, target: str, **fields: object) -> Edge:
    return Edge(**{"source": source, "target": target, "relation": "refers_to", **fields})  # type: ignore[arg-type]


@pytest.fixture
def graph() -> ArticleGraph:
    return ArticleGraph(
        [
            node("code-x/l1"),
            node("code-x/l2", state="repealed"),
            node("code-x/l9", in_corpus=False),
            node("code-penal/3"),
            node("code-x", kind="act"),
            node("code-x#livre.i/titre.ii", kind="division", act="code-x", division="livre.i/titre.ii"),
            node("loi:2019-222/5", in_corpus=False),
            node("loi:2019-222/6", in_corpus=False),
            node("loi:2019-222", kind="act", in_corpus=False),
        ],
        [
            edge("code-x/l1", "code-x/l2", state="repealed", locator="II", mentions=[(0, 4, None, 'L. "2"')] * 3),
            edge("code-x/l1", "code-x/l9", state="missing", relation="amends"),
            edge("code-penal/3", "code-x/l1", relation="excludes"),
            edge("code-x/l1", "loi:2019-222/5", state="external"),
            edge("code-x/l1", "loi:2019-222/6", state="external"),
            edge("code-x/l2", "code-x"),
            edge("code-x/l2", "code-x#livre.i/titre.ii"),
            edge("code-penal/3", "loi:2019-222", state="external"),
        ],
    )


def line(dot: str, begin: str) -> str:
    (found,) = [line.strip() for line in dot.splitlines() if line.strip().startswith(begin)]
    return found


def test_nodes_look_as_what_they_are(graph: ArticleGraph) -> None:
    dot = graph.to_dot("code-x/l1")
    assert "<L. 1er>" in line(dot, '"code-x/l1" [')
    assert "penwidth" in line(dot, '"code-x/l1" [')
    assert 'fontcolor="#868e96"' in line(dot, '"code-x/l2" [')
    assert "dashed" in line(dot, '"code-x/l9" [')
    assert "Code pénal" in line(dot, '"code-penal/3" [')
    assert "folder" in line(dot, '"code-x#livre.i/titre.ii" [')
    assert "titre II, livre I" in line(dot, '"code-x#livre.i/titre.ii" [')
    assert "<Code x>" in line(dot, '"code-x" [')


def test_an_act_outside_is_one_box(graph: ArticleGraph) -> None:
    dot = graph.to_dot("code-x/l1")
    box = line(dot, '"outside loi:2019-222" [')
    assert "loi n° 2019-222" in box
    assert "art. 5, 6" in box
    assert '"code-x/l1" -> "outside loi:2019-222"' in dot
    many = ArticleGraph((node(f"loi:2019-222/{n}", in_corpus=False) for n in range(1, 10)), [])
    assert re.search(r"5,.*6,.*… 3\b.*more", many.to_dot())


def test_edges_look_as_what_they_are(graph: ArticleGraph) -> None:
    dot = graph.to_dot("code-x/l1")
    first = line(dot, '"code-x/l1" -> "code-x/l2"')
    assert 'label="II"' in first
    assert "penwidth=1.8" in first
    assert r"L. \"2\"" in first
    missing = line(dot, '"code-x/l1" -> "code-x/l9"')
    assert COLOURS[Relation.AMENDS] in missing
    assert "style=dashed" in missing


def test_the_legend_has_what_the_picture_has(graph: ArticleGraph) -> None:
    legend = graph.to_dot("code-x/l1").split("node [", 1)[0]
    for word in ("refers to", "amends", "excludes", "repealed", "missing", "not in the corpus"):
        assert word in legend
    assert "applies" not in legend
    assert 'label=""' in ArticleGraph([node("code-x/l1")]).to_dot()


def test_every_relation_has_its_colour() -> None:
    assert COLOURS.keys() == set(Relation)
    assert len(set(COLOURS.values())) == len(COLOURS)


def test_the_focus_stands_in_the_middle() -> None:
    """Tails stand to the left of heads; an arrow that points left is drawn from its end."""
    graph = ArticleGraph(
        [node(f"x/{n}") for n in "abcde"],
        [edge("x/a", "x/c"), edge("x/c", "x/d"), edge("x/a", "x/b"), edge("x/e", "x/d"), edge("x/a", "x/d")],
    )
    dot = graph.to_dot("x/c")
    assert re.findall(r'"x/(.)" -> "x/(.)"', dot) == [("a", "c"), ("c", "d"), ("b", "a"), ("d", "e"), ("a", "d")]
    assert "dir=back" in line(dot, '"x/b" -> "x/a"')
    assert "dir=back" in line(dot, '"x/d" -> "x/e"')
    assert "dir=back" not in line(dot, '"x/a" -> "x/c"')
    assert "constraint=false" in line(dot, '"x/a" -> "x/d"')
    assert "dir=back" not in graph.to_dot()


def test_a_crowded_picture_keeps_what_leads_to_the_focus() -> None:
    names = [f"x/{n}" for n in range(12)]
    edges = [edge(a, b, locator="II") for a in names for b in names if a != b]
    dot = ArticleGraph(map(node, names), edges).to_dot("x/0")
    assert dot.count(" -> ") == 22
    assert "110 edges between nodes at the same distance left out" in dot
    whole = ArticleGraph(map(node, names), edges).to_dot()
    assert whole.count(" -> ") == 132
    assert 'label="II"' not in whole


def test_hostile_names() -> None:
    odd = 'x/"]; <b>&\\\n'
    graph = ArticleGraph(
        [Node(odd, "article", act="x", number='"<&'), Node("?/1", "article")],  # type: ignore[arg-type]
        [Edge(odd, odd, "amends", mentions=(Mention(0, 1, None, '"\\'),))],  # type: ignore[arg-type]
    )
    dot = graph.to_dot(odd)
    assert "&lt;" in dot
    assert '\\"]' in dot
