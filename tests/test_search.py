"""Search over the texts of a corpus."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cpp_corpus
from cpp_corpus import Article, Corpus, InputError, Source, search
from cpp_corpus.model.span import Span

SOURCE = Source(path="x", format="x", line=1, byte=Span(0, 0))


def corpus_of(*texts: str) -> Corpus:
    return Corpus(Article(id=f"x/{at}", text=text, source=SOURCE) for at, text in enumerate(texts))


def stored(corpus: Corpus, folder: Path) -> Corpus:
    """The same corpus, read from a store."""
    corpus.export(folder / "out", formats="store")
    return cpp_corpus.open(folder / "out")


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


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("706-73", ["x/0"]),
        ("706-73-1", ["x/1"]),
        ("L.811-2", ["x/2", "x/3"]),
        ("L. 811-2", ["x/2", "x/3"]),
        ("l811-2", ["x/2", "x/3"]),
        ("811-2", ["x/2", "x/3", "x/4"]),
        ("R811-2", ["x/4"]),
        ("article 1", ["x/5"]),
        ("article 1er", ["x/5"]),
        ("mise en oeuvre", ["x/6"]),
        ("MISES EN ŒUVRE", ["x/6"]),
        ('"garde a vue" 706-73', ["x/0"]),
    ],
)
def test_numbers_ligatures_and_phrases_in_memory_and_in_a_store(query: str, ids: list[str], tmp_path: Path) -> None:
    corpus = corpus_of(
        "La garde à vue de l'article 706-73.",
        "Selon l’article 706‑73‑1, la vue est en garde.",
        "Selon l'article L.811-2 du code.",
        "Selon l'article L811-2 du code.",
        "Selon l'article R. 811-2 du code.",
        "L'article 1er est abrogé.",
        "Sa mise en œuvre.",
    )
    kept = stored(corpus, tmp_path)
    assert sorted(found(corpus, query)) == ids
    assert kept.search(query) == list(corpus.search(query))


def test_filters(tmp_path: Path) -> None:
    corpus = cpp_corpus.load("fixtures/mirror")
    for each in (corpus, stored(corpus, tmp_path)):
        everything = [hit.article for hit in each.search("moulin")]
        assert len(everything) > 5
        one = "code-des-sabliers"
        assert {hit.article.act for hit in each.search("moulin", act=one)} == {one}
        inside = each.search("moulin", act=one, division="titre.i")
        assert inside == each.search("moulin", division=f"{one}#titre.i")
        titled = set(each.division(one, "titre.i"))
        assert {hit.article.id for hit in inside} == {a.id for a in everything if a in titled}
        repealed = each.search("moulin", state="repealed")
        assert [hit.article for hit in repealed] == [a for a in everything if a.state == "repealed"]
        on_day = each.search("moulin", at="2023-12-31")
        assert on_day == each.at("2023-12-31").search("moulin")
        assert {hit.article.id for hit in on_day} == {a.id for a in everything if a in each.at("2023-12-31")}


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        ({"act": "code des nuages"}, "there is no act 'code des nuages' in this corpus"),
        ({"division": "titre.i"}, "needs an act"),
        ({"state": "dead"}, "there is no state 'dead'; there are: in_force"),
        ({"at": "31/12/2020"}, "is no date"),
    ],
)
def test_filters_that_name_nothing(wanted: dict[str, Any], error: str) -> None:
    with pytest.raises(InputError, match=error):
        cpp_corpus.load("fixtures/mirror").search("moulin", **wanted)
    with pytest.raises(KeyError, match="no division"):
        cpp_corpus.load("fixtures/mirror").search("moulin", division="code-des-sabliers#titre.xx")


@pytest.mark.parametrize("query", ["vent", "le vent", "vent le", "le vent le", "le le", '"vent du" moulin', "moulin"])
@pytest.mark.parametrize("wanted", [{}, {"state": "unknown"}, {"state": "repealed"}])
@pytest.mark.parametrize("at_once", [1, 3, 100])
def test_words_of_very_many_articles(
    query: str, wanted: dict[str, Any], at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fewer are ranked, and the same are found, those in sequence first."""
    texts = ["Le vent du moulin.", "Un moulin, le vent le tourne.", "Le moulin.", "Vent ! Le vent.", "Rien."]
    corpus = corpus_of(*texts * 3)
    ranked = list(corpus.search(query, **wanted))
    monkeypatch.setattr(search, "_RANKED", 0)
    monkeypatch.setattr(search, "_AT_ONCE", at_once)
    found = corpus.search(query, **wanted)
    assert [found[at] for at in range(len(found))] == list(found)
    assert {hit.article.id for hit in found} == {hit.article.id for hit in ranked}
    assert len(found) == len(ranked)
    ahead = {hit.article.id for hit in ranked if hit.score >= search._AHEAD}
    assert {hit.article.id for hit in found[: len(ahead)]} == ahead
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert found[1:3] == list(found)[1:3]


def test_hits_are_made_when_asked_for() -> None:
    hits = corpus_of("Le vent.", "Un vent et un vent.").search("vent")
    assert len(hits) == 2
    assert hits[:1] == [hits[0]]
    assert hits[-1].article.id in {"x/0", "x/1"}
    assert hits != [hits[0]]


@pytest.mark.parametrize(
    ("width", "snippet"),
    [
        (1000, "Un deux trois quatre cinq six sept huit."),
        (24, "… trois quatre cinq six …"),
        (10, "… quatre …"),
        (0, "… quatre …"),
    ],
)
def test_snippets(width: int, snippet: str) -> None:
    (hit,) = corpus_of("Un deux trois\nquatre cinq six sept huit.").search("quatre")
    assert hit.snippet(width) == snippet


@given(st.text(max_size=400), st.text(min_size=1, max_size=8), st.integers(0, 60))
def test_a_snippet_of_any_text(text: str, word: str, width: int) -> None:
    for hit in corpus_of(text, f"{text} {word} {text}").search(word):
        assert len(hit.snippet(width)) <= width + 2 * len(word) + 80
