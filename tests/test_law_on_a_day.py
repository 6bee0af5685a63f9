"""One rule for law on a day: everything that asks gives the answer of the table."""

from datetime import date

import pytest

from cpp_corpus import Article, ArticleNumber, ArticleState, Corpus, Node, NodeKind, Source, Span, diff
from tests.law_on_a_day import CASES, Case

ACT = "code-x"


def article(number: str, state: ArticleState, day: date | None, **fields: object) -> Article:
    return Article.model_validate(
        {
            "id": f"{ACT}/{number}",
            "act": ACT,
            "number": ArticleNumber(number),
            "state": state,
            "text": f"Le moulin numéro {number} moud.",
            "consolidated_at": day,
            "source": Source(path=f"{number}.md", format="mirror-page", line=1, byte=Span(0, 1)),
            **fields,
        }
    )


def corpus_of(case: Case, day: date | None) -> Corpus:
    """Article 1 is the case; article 2, which is law, cites it, alone and together with itself; ``day``: its source."""
    target = article("1", case.state, None, valid_from=case.valid_from, valid_to=case.valid_to)
    citing = article("2", ArticleState.IN_FORCE, day, text="L'article 1 est applicable. Les articles 1 à 2 le sont.")
    return Corpus([target, citing])


def outcomes(corpus: Corpus) -> tuple[str, tuple[str, ...], set[str], set[str]]:
    """State of the reference, of the range the members that are not law, states of the edges, findings."""
    alone, together = corpus.resolved(corpus["2"])
    edges = {edge.state.value for edge in corpus.graph.out(f"{ACT}/2") if edge.target == f"{ACT}/1"}
    assert together.state == "resolved"
    found = {finding.code for finding in corpus.audit(["repealed-target"])}
    return alone.state.value, together.repealed, edges, found


def expected(case: Case) -> tuple[str, tuple[str, ...], set[str], set[str]]:
    state = "resolved" if case.is_law else "repealed"
    is_said = case.status is ArticleState.REPEALED
    return state, () if case.is_law else (f"{ACT}/1",), {state}, {"repealed-target"} if is_said else set()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_day_of_a_source(case: Case) -> None:
    """The citing article says of which day its source is; the other has the day of its own, the same."""
    whole = corpus_of(case, case.day)
    target = whole[f"{ACT}/1"].model_copy(update={"consolidated_at": case.day})
    corpus = Corpus([target, whole["2"]])
    assert outcomes(corpus) == expected(case)
    assert corpus.graph.node(f"{ACT}/1").state is case.status


@pytest.mark.parametrize("case", [case for case in CASES if case.day is not None], ids=str)
def test_a_corpus_of_a_day(case: Case) -> None:
    assert case.day is not None
    whole = corpus_of(case, None)
    corpus = whole.at(case.day)
    assert (f"{ACT}/1" in corpus) is case.is_law
    assert (f"1@{case.day}" in whole) is case.is_law
    assert outcomes(corpus) == expected(case)
    graph = corpus.graph
    assert graph.node(f"{ACT}/1").in_corpus is case.is_law
    assert graph.node(f"{ACT}/1").state is (case.status if case.is_law else None)
    assert (f"{ACT}/1" in whole.graph.filter(at=case.day)) is case.is_law
    node = Node(f"{ACT}/1", NodeKind.ARTICLE, state=case.state, valid_from=case.valid_from, valid_to=case.valid_to)
    assert node.is_in_force(case.day) is case.is_law


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_comparison(case: Case) -> None:
    """Against a corpus that lacks the article, it is new where it is law, and is no change where it is not."""
    new = corpus_of(case, case.day)
    old = Corpus([new["2"]])
    assert diff(old, new).counts["added"] == case.is_law
    assert diff(new, old).counts["removed"] == case.is_law
    if case.day is not None:
        assert diff(old.at(case.day), new.at(case.day)).counts["added"] == case.is_law
