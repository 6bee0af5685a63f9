"""Web Annotation and spaCy as formats of an export, read back by rdflib and spaCy."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

import cpp_corpus
from cpp_corpus import AnnotatedText, Corpus
from cpp_corpus.export import spacy as spacy_export
from cpp_corpus.model.resolution import ResolvedReference

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return cpp_corpus.load(ROOT / "fixtures" / "mirror", ROOT / "fixtures" / "markdown")


def named(iri: object) -> str:
    """The id of a node from its absolute id."""
    return unquote(str(iri)).removeprefix("urn:cpp-corpus:")


def expected(corpus: Corpus) -> Iterator[tuple[AnnotatedText, list[ResolvedReference]]]:
    """The articles as texts, and their references resolved."""
    for article in corpus:
        yield AnnotatedText.of_article(article, corpus.references_of(article)), list(corpus.resolved(article))


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # of the reader's own
def test_annotations_are_read_as_rdf(corpus: Corpus, tmp_path: Path) -> None:
    rdflib = pytest.importorskip("rdflib")
    counts = corpus.export(tmp_path / "out", formats="web-annotation").formats["web-annotation"]
    oa, own = rdflib.Namespace("http://www.w3.org/ns/oa#"), rdflib.Namespace("urn:cpp-corpus:reference#")
    graph = rdflib.Graph().parse(tmp_path / "out" / "annotations.jsonld", format="json-ld")
    found: Counter[tuple[object, ...]] = Counter()
    for annotation in graph.subjects(rdflib.RDF.type, oa.Annotation):
        assert graph.value(annotation, oa.motivatedBy) == oa.linking
        (body,) = graph.objects(annotation, oa.hasBody)
        target = graph.value(annotation, oa.hasTarget)
        selectors = {graph.value(each, rdflib.RDF.type): each for each in graph.objects(target, oa.hasSelector)}
        start, end = (graph.value(selectors[oa.TextPositionSelector], name).toPython() for name in (oa.start, oa.end))
        words = str(graph.value(selectors[oa.TextQuoteSelector], oa.exact))
        source, leads = named(graph.value(target, oa.hasSource)), named(graph.value(body, oa.hasSource))
        state, relation = str(graph.value(body, own.state)), str(graph.value(body, own.relation))
        found[source, start, end, words, leads, len(list(graph.objects(body, own.targets))), state, relation] += 1
    wanted: Counter[tuple[object, ...]] = Counter()
    for annotated, resolved in expected(corpus):
        for each, reference in zip(annotated.references, resolved, strict=True):
            targets = reference.targets or (reference.target,)
            words, count = annotated.text[each.span.slice], len(targets) if len(targets) > 1 else 0
            facts = (words, targets[0], count, reference.state.value, reference.relation.value)
            wanted[annotated.id, *each.span, *facts] += 1
    assert found == wanted
    assert found.total() == counts["references"] > 70
    assert counts["texts"] == len(corpus)


def test_each_annotation_is_a_line(corpus: Corpus, tmp_path: Path) -> None:
    corpus.export(tmp_path / "out", formats="web-annotation")
    _, *lines, last = (tmp_path / "out" / "annotations.jsonld").read_text(encoding="utf-8").splitlines()
    assert last == "]}"
    assert len({json.loads(line.removesuffix(","))["id"] for line in lines}) == len(lines) > 70


def test_an_export_without_references(tmp_path: Path) -> None:
    Corpus().export(tmp_path / "out", formats="web-annotation")
    assert json.loads((tmp_path / "out" / "annotations.jsonld").read_bytes())["items"] == []


def read_back(folder: Path) -> Iterator[Any]:
    spacy = pytest.importorskip("spacy")
    language = spacy.blank("fr")
    for path in sorted(folder.iterdir()):
        yield from spacy.tokens.DocBin().from_disk(path).get_docs(language.vocab)


@pytest.mark.parametrize("in_a_file", [2000, 10])
def test_spacy_reads_the_documents(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_a_file: int
) -> None:
    pytest.importorskip("spacy")
    monkeypatch.setattr(spacy_export, "_IN_A_FILE", in_a_file)
    counts = corpus.export(tmp_path / "out", formats="spacy").formats["spacy"]
    folder = tmp_path / "out" / "spacy"
    assert len(list(folder.iterdir())) == counts["files"] == -(-len(corpus) // in_a_file)
    wider = 0
    for document, (annotated, resolved) in zip(read_back(folder), expected(corpus), strict=True):
        assert document.text == annotated.text
        assert document.user_data["id"] == annotated.id
        fields = document.user_data["references"]
        spans = document.spans["references"]
        for span, kept, each, reference in zip(spans, fields, annotated.references, resolved, strict=True):
            assert (span.label_, span.kb_id_) == (each.kind, (reference.targets or (reference.target,))[0])
            assert (kept["start"], kept["end"]) == each.span
            assert tuple(kept["targets"]) == reference.targets
            assert span.start_char <= each.start < each.end <= span.end_char
            wider += (span.start_char, span.end_char) != each.span
    assert counts["expanded"] == wider
    assert counts["references"] == sum(len(corpus.references_of(article)) for article in corpus)


def test_spacy_trains_on_the_folder(corpus: Corpus, tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    corpus.export(tmp_path / "out", formats="spacy")
    reader = spacy.training.Corpus(tmp_path / "out" / "spacy")
    assert len(list(reader(spacy.blank("fr")))) == len([each for each in corpus if each.text])
