from datetime import date
from typing import Any

from cpp_corpus.graph import ArticleGraph, GraphBuilder
from cpp_corpus.model.graph import Mention, NodeKind
from cpp_corpus.model.reference import Relation
from cpp_corpus.model.resolution import IndexedArticle, ReferenceState, ResolvedReference

ARTICLES = [
    IndexedArticle("a/1", "a", "1", "in_force", "2020-01-01", None, ("livre.i", "titre.ii")),
    IndexedArticle("a/2", "a", "2", "repealed", None, "2021-01-01", ()),
]


def citing_articles(target: str, text: str = "x", **fields: Any) -> ResolvedReference:
    given = {"kind": "article", "start": 0, "end": 1, "act": "a", "state": "resolved", "targets": (target,)}
    return ResolvedReference.model_validate({"source_id": "a/1", "text": text, **given, **fields})


def test_one_edge_for_each_target_relation_and_locator() -> None:
    edges = GraphBuilder(ARTICLES).edges(
        [
            citing_articles("a/2", "2"),
            citing_articles("a/2", "même article"),
            citing_articles("a/2", "2", locator="II"),
            citing_articles("a/2", "2", relation="excludes"),
            citing_articles("a/2", "2"),
        ]
    )
    assert [(e.relation, e.locator, e.count) for e in edges] == [
        (Relation.REFERS_TO, None, 3),
        (Relation.REFERS_TO, "II", 1),
        (Relation.EXCLUDES, None, 1),
    ]
    assert edges[0].anchors == ("2", "même article")
    assert edges[0].mentions == (
        Mention(0, 1, None, "2"),
        Mention(0, 1, None, "même article"),
        Mention(0, 1, None, "2"),
    )


def test_a_part_of_oneself_is_no_edge_but_ones_own_number_is() -> None:
    edges = GraphBuilder(ARTICLES).edges([citing_articles("a/1", kind="internal"), citing_articles("a/1")])
    assert [(e.source, e.target) for e in edges] == [("a/1", "a/1")]


def test_nodes_of_what_the_corpus_does_not_hold() -> None:
    builder = GraphBuilder(ARTICLES)
    builder.edges(
        [
            citing_articles("z/8", act="z", article="8", to="9", state="external", targets=("z/8", "z/9")),
            citing_articles("a#livre.i", kind="division", division="livre.i"),
            citing_articles("loi:2019-222", kind="act", act="loi:2019-222", state="external"),
            citing_articles("", state="unknown", targets=()),
        ]
    )
    nodes = {n.id: n for n in builder.nodes()}
    assert list(nodes) == ["a/1", "a/2", "a#livre.i", "loi:2019-222", "z/8", "z/9"]
    assert (nodes["z/9"].number, nodes["z/9"].act, nodes["z/9"].in_corpus) == ("9", "z", False)
    assert (nodes["a#livre.i"].kind, nodes["a#livre.i"].in_corpus) == (NodeKind.DIVISION, True)
    assert (nodes["loi:2019-222"].kind, nodes["loi:2019-222"].in_corpus) == (NodeKind.ACT, False)


def test_the_edges_fit_the_nodes() -> None:
    builder = GraphBuilder(ARTICLES)
    edges = builder.edges([citing_articles("a/2"), citing_articles("b/1", act="b", state="external")])
    graph = ArticleGraph(builder.nodes(), edges)
    assert ArticleGraph.from_json(graph.to_json()) == graph


def test_the_state_of_a_member_of_a_range_is_its_own() -> None:
    edges = GraphBuilder(ARTICLES).edges(
        [
            citing_articles("", to="2", article="1", targets=("a/1", "a/2"), repealed=("a/2",)),
            citing_articles("a/2", state="repealed"),
            citing_articles("a/9", article="9", state="missing"),
            citing_articles("", state="external", act="z", targets=("z/1", "z/3")),
        ]
    )
    assert [(e.target, e.state, e.count) for e in edges] == [
        ("a/1", "resolved", 1),
        ("a/2", "repealed", 2),
        ("a/9", "missing", 1),
        ("z/1", "external", 1),
        ("z/3", "external", 1),
    ]
    assert {type(e.state) for e in edges} == {ReferenceState}  # names of the states have become the states
    assert {type(e.relation) for e in edges} == {Relation}


def test_nodes_know_their_place_and_their_dates() -> None:
    first, second = GraphBuilder(ARTICLES).nodes()
    assert (first.division, first.state, first.valid_from) == ("livre.i/titre.ii", "in_force", date(2020, 1, 1))
    assert (second.division, second.state, second.valid_to) == (None, "repealed", date(2021, 1, 1))


def test_an_article_that_is_not_held_is_not_in_the_corpus() -> None:
    builder = GraphBuilder(ARTICLES)
    builder.edges(
        [
            citing_articles("a/9@2015-01-01", article="9", state="repealed"),  # left, in a corpus of a day
            citing_articles("a/7", article="5", to="9"),
            citing_articles("a/annexe-i", kind="division", division="annexe.i", state="repealed"),
            citing_articles("reglement-ue:2017/1939/5", act="reglement-ue:2017/1939", article="5", state="external"),
        ]
    )
    made = [(n.id, n.kind, n.number, n.in_corpus) for n in builder.nodes()][2:]
    assert made == [
        ("a/7", "article", "7", False),
        ("a/9@2015-01-01", "article", "9", False),
        ("a/annexe-i", "article", "annexe-i", False),
        ("reglement-ue:2017/1939/5", "article", "5", False),
    ]


def test_acts_have_the_identifiers_that_their_designations_give() -> None:
    builder = GraphBuilder(ARTICLES)
    named = ["loi n° 2019-222", "loi n° 2019-222 du 23 mars 2019", "même loi"]
    builder.edges(
        [citing_articles("loi:2019-222", kind="act", act="loi:2019-222", text=text, state="external") for text in named]
    )
    (law,) = [node for node in builder.nodes() if node.kind == "act"]
    eli = "https://www.legifrance.gouv.fr/eli/loi/2019/3/23/2019-222/jo/texte"
    assert law.identifiers == {"eli": eli, "url": eli}
