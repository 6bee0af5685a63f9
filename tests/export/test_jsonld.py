"""JSON-LD, read back by rdflib, which may fetch nothing."""

from __future__ import annotations

import json
import socket
from datetime import date
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import unquote

import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS, XSD

import cpp_corpus
from cpp_corpus import Article, ArticleNumber, ArticleState, Corpus, Edge, Mention, Relation, Source, Span

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # of the reader's own

ROOT = Path(__file__).parents[2]
ELI = rdflib.Namespace("http://data.europa.eu/eli/ontology#")
SCHEMA = rdflib.Namespace("http://schema.org/")
OWN = rdflib.Namespace("urn:cpp-corpus:vocabulary#")
SOURCE = Source(path="a.md", format="mirror-page", line=1, byte=Span(0, 1))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    loaded = cpp_corpus.load(ROOT / "fixtures")
    more = [
        Article(
            id="code-x/l12@1803-03-14",
            act="code-x",
            number=ArticleNumber("L12"),
            state=ArticleState.REPEALED,
            valid_from=date(1803, 3, 14),
            valid_to=date(2016, 7, 1),
            text="Selon les articles 11 à 63-4-1 du code\ndes « nuages » \\.\nLa loi n° 2030-11 du 3 mai 2030.",
            source=SOURCE,
        ),
        Article(
            id="code-x/l13",
            act="code-x",
            number=ArticleNumber("L13"),
            valid_to=date(2999, 1, 1),
            text="L'article L. 12.",
            source=SOURCE,
        ),
    ]
    return Corpus([*loaded.articles, *more], sources=loaded.sources, findings=loaded.findings)


@pytest.fixture(scope="module")
def path(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("jsonld") / "out"
    corpus.export(out, formats="jsonld")
    return out / "corpus.jsonld"


@pytest.fixture(scope="module")
def graph(path: Path) -> rdflib.Graph:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError("something was fetched")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        return rdflib.Graph().parse(path, format="json-ld")


def node_id(iri: rdflib.term.Node | None) -> str:
    return unquote(str(iri).removeprefix("urn:cpp-corpus:"))


def edges(graph: rdflib.Graph) -> list[Edge]:
    found = {}
    for each in graph.subjects(RDF.type, OWN.Edge):
        locator = graph.value(each, OWN.locator)
        mentions = [mention(graph, item) for item in Collection(graph, graph.value(each, OWN.mentions) or RDF.nil)]
        found[int(str(each).rpartition(":")[2])] = Edge(
            source=node_id(graph.value(each, RDF.subject)),
            target=node_id(graph.value(each, RDF.object)),
            relation=Relation(str(graph.value(each, RDF.predicate)).removeprefix(str(OWN))),
            locator=None if locator is None else str(locator),
            state=str(graph.value(each, OWN.state)).removeprefix(str(OWN)),  # type: ignore[arg-type] # it is read
            mentions=tuple(mentions),
        )
    return [found[at] for at in range(len(found))]


def mention(graph: rdflib.Graph, item: Any) -> Mention:
    start, end, note, anchor = (graph.value(item, name) for name in (OWN.start, OWN.end, OWN.note, OWN.anchor))
    return Mention(int(str(start)), int(str(end)), None if note is None else int(str(note)), str(anchor))


def test_the_same_edges(corpus: Corpus, graph: rdflib.Graph) -> None:
    assert edges(graph) == list(corpus.graph.edges)
    cited = {(node_id(source), node_id(target)) for source, target in graph.subject_objects(ELI.cites)}
    assert cited == {(edge.source, edge.target) for edge in corpus.graph.edges}


def test_articles(corpus: Corpus, graph: rdflib.Graph) -> None:
    for article in corpus:
        (iri,) = graph.subjects(SCHEMA.legislationIdentifier, rdflib.Literal(article.id))
        assert node_id(iri) == article.id
        assert (iri, RDF.type, ELI.LegalResourceSubdivision) in graph
        assert (iri, RDF.type, SCHEMA.Legislation) in graph
        text = graph.value(iri, SCHEMA.text)
        assert ("" if text is None else str(text)) == article.text
        first, last = graph.value(iri, ELI.first_date_entry_in_force), graph.value(iri, ELI.date_no_longer_in_force)
        expected = article.valid_to if article.valid_to and article.valid_to.year < 2999 else None
        assert (first and first.toPython(), last and last.toPython()) == (article.valid_from, expected)  # type: ignore[attr-defined]
        if article.state is ArticleState.REPEALED:
            assert graph.value(iri, ELI.in_force) == ELI["InForce-notInForce"]
            assert graph.value(iri, SCHEMA.legislationLegalForce) == SCHEMA.NotInForce
        around = graph.value(iri, ELI.is_part_of)
        while around is not None and "#" in node_id(around):
            around = graph.value(around, ELI.is_part_of)
        assert (None if around is None else node_id(around)) == article.act


def test_ids_are_absolute_and_days_are_days(graph: rdflib.Graph) -> None:
    for triple in graph:
        for term in triple:
            if isinstance(term, rdflib.URIRef):
                assert str(term).startswith(("http://", "https://", "urn:cpp-corpus:")), term
            elif isinstance(term, rdflib.Literal) and term.datatype is not None:
                assert term.datatype in {XSD.date, XSD.integer}
                assert term.value is not None
    for relation in Relation:
        assert (OWN[relation], RDFS.subPropertyOf, ELI.cites) in graph


def test_acts(corpus: Corpus, graph: rdflib.Graph) -> None:
    acts = {node_id(iri) for iri in graph.subjects(RDF.type, ELI.LegalResource)}
    assert acts >= set(corpus.acts) | {node.id for node in corpus.graph if node.kind == "act"}
    law = rdflib.URIRef("urn:cpp-corpus:loi:2009-9118")
    eli = "https://www.legifrance.gouv.fr/eli/loi/2009/3/4/2009-9118/jo/texte"
    assert graph.value(law, SCHEMA.sameAs) == rdflib.URIRef(eli)
    found = graph.query(
        "SELECT ?s WHERE { ?s eli:date_no_longer_in_force ?d FILTER(?d < '2016-07-02'^^xsd:date) }",
        initNs={"eli": ELI, "xsd": XSD},
    )
    assert [node_id(row[0]) for row in found] == ["code-x/l12@1803-03-14"]  # type: ignore[index]


def test_lines(path: Path) -> None:
    """Each resource is on a line of its own, for readers that take one after the other."""
    lines = path.read_bytes().splitlines()
    assert lines[-1] == b"]}"
    for line in lines[2:-1]:
        assert json.loads(line.rstrip(b","))["id"].startswith("urn:cpp-corpus:")
