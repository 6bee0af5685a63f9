"""Each question: its answer, its pages, and what it says where there is no answer."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

import cpp_corpus
from cpp_corpus import Article, Corpus, InputError, Source, Span
from cpp_corpus.servers.held import HeldCorpus
from cpp_corpus.servers.problems import (
    NotThereError,
    QuestionError,
    SeveralError,
    TooLongError,
    UnreadableError,
    within,
)
from cpp_corpus.servers.questions import QUESTIONS

MOULINS = "code-des-moulins-et-des-horloges"


def ask(corpus: Corpus, name: str, **given: Any) -> Any:
    return QUESTIONS[name].answer(corpus, given)


def test_find(corpus: Corpus) -> None:
    found = ask(corpus, "find", citation="articles L. 111-1 à L. 112-1 du code des moulins et des horloges", limit=2)
    assert [each.number for each in found.articles] == ["L. 111-1", "L. 111-2"]
    assert (found.total, found.next) == (3, 2)
    rest = ask(corpus, "find", citation="L. 111-1 à L. 112-1", limit=2, offset=2)
    assert ([each.number for each in rest.articles], rest.next) == (["L. 112-1"], None)
    assert ask(corpus, "find", citation="L. 999-9").articles == ()


def test_an_article_in_pieces(corpus: Corpus) -> None:
    whole = corpus["L112-1"]
    pieces, offset = [], 0
    while offset is not None:
        answer = ask(corpus, "article", article="L112-1", offset=offset, length=50)
        pieces.append(answer.text)
        offset = answer.next
    assert "".join(pieces) == whole.text
    assert answer.length == len(whole.text)
    first = ask(corpus, "article", article="art. L. 112-1", length=50)
    assert [each.locator for each in first.alineas] == ["I"]
    assert [each.kind for each in first.divisions] == [each.kind for each in whole.divisions]


@pytest.mark.parametrize(
    "given",
    [
        {"article": "L. 112-1, II, 2°"},
        *({"article": "L112-1", "part": part} for part in ("II/2°", "II, 2°", "2° du II", "II 2°")),
    ],
)
def test_a_part_of_an_article(corpus: Corpus, given: dict[str, str]) -> None:
    answer = ask(corpus, "article", **given)
    (alinea,) = corpus["L112-1"].at("II/2°")
    assert (answer.part, answer.text, answer.length) == ("II/2°", alinea.text, len(alinea.text))
    assert [(each.locator, each.start, each.end) for each in answer.alineas] == [("II/2°", *alinea.span)]


def test_verify_counts_the_whole_text(corpus: Corpus) -> None:
    text = "L. 112-1\nL. 112-5\nL. 112-1, XXIV\nL. 112-1@31/12/2010"
    answer = ask(corpus, "verify", text=text, limit=2)
    assert [each.status.value for each in answer.citations] == ["exists", "no_such_article"]
    counts = {status.value: count for status, count in answer.counts.items()}
    assert counts == {"exists": 1, "no_such_part": 1, "no_such_article": 1, "unreadable": 1}
    rest = ask(corpus, "verify", text=text, offset=answer.next)
    assert [each.status.value for each in rest.citations] == ["no_such_part", "unreadable"]
    assert rest.citations[0].nearest == (f"{MOULINS}/l112-1#IV",)
    assert [each.message for each in (*answer.citations, *rest.citations)] == [
        each.message for each in corpus.verify(text)
    ]


def test_references_and_what_cites(corpus: Corpus) -> None:
    made = ask(corpus, "references", article="L221-1")
    assert [each.target for each in made.references] == [each.target for each in corpus.references_of("L221-1")]
    cited = ask(corpus, "cited_by", target="L. 112-1")
    assert [each.source for each in cited.edges] == [each.source for each in corpus.cited_by("L112-1")]
    assert ask(corpus, "cited_by", target="L112-1", relation="amends").edges == ()
    division = ask(corpus, "cited_by", target="code-des-sabliers#titre.i")
    assert [each.source for each in division.edges] == [f"{MOULINS}/l212-2"]
    assert ask(corpus, "cited_by", target="Code des sabliers").target == "code-des-sabliers"
    elsewhere = ask(corpus, "cited_by", target="article L. 999-1 du code de l'environnement")
    assert elsewhere.target == "code-de-lenvironnement/l999-1"
    assert elsewhere.total == len(corpus.cited_by("code-de-lenvironnement/l999-1")) > 0


def test_search(corpus: Corpus) -> None:
    answer = ask(corpus, "search", query="meule", limit=1)
    assert [each.id for each in answer.articles] == [corpus.search("meule")[0].article.id]
    assert answer.total == len(corpus.search("meule"))
    assert answer.next == 1
    inside = ask(corpus, "search", query="vents", division=f"{MOULINS}#partie-legislative", state="in_force")
    assert 0 < inside.total < len(corpus.search("vents")) + 1


def test_acts(corpus: Corpus) -> None:
    answer = ask(corpus, "acts")
    assert [each.id for each in answer.acts] == list(corpus.acts)
    assert answer.articles == len(corpus)


@pytest.mark.parametrize(
    ("name", "given", "problem"),
    [
        ("article", {"article": "L. 999-9"}, NotThereError),
        ("article", {"article": "L112-1", "part": "XXIV"}, NotThereError),
        ("article", {"article": "L112-1", "part": "//"}, UnreadableError),
        ("article", {"article": "L. 111-1 et L. 111-2"}, SeveralError),
        ("article", {"article": "L. 112-1, II, 2° et 3°"}, UnreadableError),
        ("article", {"article": "n'importe quoi"}, UnreadableError),
        ("find", {"citation": "art. 7 du code de la plage"}, UnreadableError),
        ("references", {"article": "L. 999-9"}, NotThereError),
        ("cited_by", {"target": "code-de-la-plage"}, QuestionError),
        ("cited_by", {"target": "code-des-sabliers#livre.xc"}, NotThereError),
        ("search", {"query": "meule", "act": "code de la plage"}, NotThereError),
        ("search", {"query": "meule", "division": "livre.i"}, UnreadableError),
        ("search", {"query": "meule", "division": "livre.xc", "act": "code-des-sabliers"}, NotThereError),
        ("verify", {"text": "article 7", "act": "code de la plage"}, NotThereError),
    ],
)
def test_no_answer(corpus: Corpus, name: str, given: dict[str, str], problem: type[QuestionError]) -> None:
    with pytest.raises(problem) as caught:
        ask(corpus, name, **given)
    assert caught.value.message
    assert "\n" not in caught.value.message


def test_several_are_named(corpus: Corpus) -> None:
    with pytest.raises(SeveralError) as caught:
        ask(corpus, "article", article="L. 111-1 et L. 111-2")
    assert caught.value.candidates == (f"{MOULINS}/l111-1", f"{MOULINS}/l111-2")


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("find", {}),
        ("find", {"citation": ""}),
        ("find", {"citation": "L" * 301}),
        ("find", {"citation": "L1", "limit": 101}),
        ("find", {"citation": "L1", "more": 1}),
        ("verify", {"text": "x" * 50_001}),
        ("verify", {"text": "x", "at": "20201231"}),
        ("verify", {"text": "x", "at": "2020-02-30"}),
        ("search", {"query": "x", "state": "alive"}),
    ],
)
def test_wrong_inputs(corpus: Corpus, name: str, given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ask(corpus, name, **given)


def test_answers_are_bounded() -> None:
    """An article with more words, notes and references than anybody wants at once."""
    text = "Voir " + ", ".join(f"l'article {n}" for n in range(1, 3_000)) + "."
    source = Source(path="long.md", format="mirror-page", line=1, byte=Span(0, 9))
    notes = [{"text": "x" * 9_000, "line": 1}] * 50
    row = {"act": "code-x", "state": "in_force", "source": source}
    articles = [Article(id=f"code-x/{n}", number=str(n), text="Rien.", **row) for n in range(1, 3_000)]
    articles.append(Article(id="code-x/3000", number="3000", text=text, notes=notes, **row))
    corpus = Corpus(articles)
    asked: list[tuple[str, dict[str, Any]]] = [
        ("article", {"article": "3000", "length": 50_000}),
        ("find", {"citation": "articles 1 à 2999", "limit": 100}),
        ("references", {"article": "3000", "limit": 100}),
        ("cited_by", {"target": "code-x/7", "limit": 100}),
        ("search", {"query": "rien", "limit": 100}),
        ("verify", {"text": "articles 1 à 2999\n" * 100, "limit": 500, "act": "code-x"}),
    ]
    for name, given in asked:
        answer: BaseModel = ask(corpus, name, **given)
        assert len(answer.model_dump_json()) < 200_000, name


def test_a_question_ends_when_its_time_has_passed(corpus: Corpus) -> None:
    with within(-1), pytest.raises(TooLongError):
        ask(corpus, "verify", text="L. 112-1")


def test_many_threads_get_the_answers_of_one(out: Path) -> None:
    """All caches are made while the threads already ask."""
    texts = [f"art. L. {n}-{m}, al. {m} du code des moulins et des horloges" for n in range(109, 120) for m in range(9)]
    wanted = [ask(cpp_corpus.open(out), "verify", text=text) for text in texts]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(3):
            corpus = cpp_corpus.open(out)
            with ThreadPoolExecutor(4) as pool:
                assert list(pool.map(lambda text, corpus=corpus: ask(corpus, "verify", text=text), texts)) == wanted
    finally:
        sys.setswitchinterval(before)


def test_many_threads_search_a_corpus_in_memory() -> None:
    corpus = cpp_corpus.load("fixtures/mirror")
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: ask(corpus, "search", query="meule"), range(40)))
    assert found == [found[0]] * 40


def test_a_new_store_in_the_place_of_the_old_one(corpus: Corpus, tmp_path: Path) -> None:
    out = tmp_path / "out"
    corpus.export(out, formats="store")
    held = HeldCorpus([out], cpp_corpus.load)
    acts = QUESTIONS["acts"]
    given = acts.inputs.model_validate({})
    key, first = held.key, held.answer(acts, given, 9)
    cpp_corpus.load("fixtures/mirror/code-des-sabliers").export(out, formats="store")
    # the threads that have read the old one go on with it, others may not mix the two
    stale = held.corpus
    with ThreadPoolExecutor(1) as pool:
        with pytest.raises(InputError, match="was replaced by another store"):
            pool.submit(lambda: stale["L112-1"]).result()
        second = pool.submit(held.answer, QUESTIONS["article"], _article("code-des-sabliers/7"), 9).result()
    assert second.id == "code-des-sabliers/7"  # type: ignore[attr-defined]
    assert held.key != key
    assert held.answer(acts, given, 9) != first


def _article(name: str) -> BaseModel:
    return QUESTIONS["article"].inputs.model_validate({"article": name})
