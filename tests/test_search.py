"""Search over the texts of a corpus."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus import Article, Corpus, Source
from cpp_corpus.model.span import Span

SOURCE = Source(path="x", format="x", line=1, byte=Span(0, 0))


def corpus_of(*texts: str) -> Corpus:
    return Corpus(Article(id=f"x/{at}", text=text, source=SOURCE) for at, text in enumerate(texts))


def found(corpus: Corpus, query: str) -> list[str]:
    return [hit.article.id for hit in corpus.search(query)]


def marked(corpus: Corpus, query: str) -> list[list[str]]:
    return [[hit.article.text[span.slice] for span in hit.spans] for hit in corpus.search(query)]


@pytest.mark.parametrize(
    "query", ["technique spéciale d'enquête", "TECHNIQUES SPECIALES D’ENQUETE", "technique  spéciale\nd enquête"]
)
def test_what_does_not_matter(query: str) -> None:
    corpus = corpus_of("Rien.", "Les techniques spéciales d’enquête sont autorisées.")
    assert marked(corpus, query) == [["techniques spéciales d’enquête"]]


def test_every_word_must_be_there_and_the_phrase_comes_first() -> None:
    corpus = corpus_of("L'enquête sur le vent.", "Le vent. " * 9 + "L'enquête.", "Le vent d'enquête.", "Le vent.")
    assert found(corpus, "vent d'enquête") == ["x/2"]
    assert found(corpus, "enquête vent")[-1] != "x/2"
    assert found(corpus, '"vent d\'enquête"') == ["x/2"]
    assert found(corpus, "«vent d'enquête»") == ["x/2"]
    assert found(corpus, "vent enquête") == ["x/2", "x/0", "x/1"]
    assert ["enquête", "vent"] in marked(corpus, "enquête vent")


def test_words_are_whole() -> None:
    assert found(corpus_of("Le paravent.", "ventes", "Un vent, des vents."), "vent") == ["x/2"]
    assert marked(corpus_of("aux articles 706-73 et 706-731"), "706-73") == [["706-73"]]


def test_often_in_a_short_text_is_better() -> None:
    assert found(corpus_of("meule " + "blé " * 50, "meule meule", "meule"), "meule") == ["x/1", "x/2", "x/0"]


@pytest.mark.parametrize("query", ["", " ", "«»", "…", '"', "°", "\u0301"])
def test_a_query_without_words_finds_nothing(query: str) -> None:
    assert corpus_of("Le vent.", "").search(query) == []


def test_an_empty_corpus() -> None:
    assert Corpus().search("vent") == []
    assert corpus_of("").search("vent") == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_spans_are_those_of_the_text(form: str) -> None:
    text = unicodedata.normalize(form, "Œuvre mise en œuvre après l'été dernier, ﬁn")  # type: ignore[arg-type]
    corpus = corpus_of(text)
    for query in ("oeuvre", "œuvre"):
        assert [unicodedata.normalize("NFC", w) for w in marked(corpus, query)[0]] == ["Œuvre", "œuvre"]
    assert [unicodedata.normalize("NFC", w) for w in marked(corpus, "été dernier")[0]] == ["été dernier"]


@given(st.text(alphabet="aàeéœ ’'\u0301-sx\nßİ", max_size=40), st.text(alphabet="aeéœ '\"sİß", max_size=6))
def test_any_text_and_any_query(text: str, query: str) -> None:
    for hit in corpus_of(text).search(query):
        assert hit.spans
        assert list(hit.spans) == sorted(hit.spans)
        assert all(0 <= span.start < span.end <= len(text) for span in hit.spans)


def test_a_mirror() -> None:
    import cpp_corpus  # noqa: PLC0415

    corpus = cpp_corpus.load(Path(__file__).parents[1] / "fixtures" / "mirror")
    first = corpus.search("garde des vents")[0]
    assert "garde des vents" in first.article.text.lower()
