from collections.abc import Sequence

import pytest

from cpp_corpus.model.article import Article, Link, Source
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.span import Span
from cpp_corpus.pipeline.infer_act import act_of

TEXT = "Vu les articles 11 et 12 et l'article 3 du code de commerce."


def page(*links: tuple[str, str, str], act: str | None = None, number: str | None = "7") -> Article:
    return Article(
        id="?/7",
        act=act,
        number=number,
        text=TEXT,
        links=tuple(
            Link(span=Span(TEXT.index(words), TEXT.index(words) + len(words)), href="x", act=to, article=number)
            for words, to, number in links
        ),
        source=Source(path="7.md", format="mirror-page", line=1, byte=Span(0, 9)),
    )


def recogniser(_: Article) -> Sequence[Reference]:
    return [
        Reference(kind="article", start=16, end=18, article="11"),
        Reference(kind="article", start=22, end=24, article="12"),
        Reference(kind="article", start=38, end=39, article="3", act="code-de-commerce"),
    ]


def outcome(*articles: Article) -> tuple[list[str | None], list[str]]:
    made, findings = act_of(articles, recogniser)
    return [article.act for article in made], [finding.message for finding in findings]


def test_links_on_references_without_act_tell_it() -> None:
    made, findings = act_of([page(("11", "code-x", "11"), ("12", "code-x", "12"))], recogniser)
    assert (made[0].act, made[0].id, findings) == ("code-x", "code-x/7", [])


def test_a_link_on_a_reference_with_act_tells_nothing() -> None:
    acts, (message,) = outcome(page(("3", "code-de-commerce", "3")))
    assert acts == [None]
    assert "nothing in it names one" in message


def test_a_link_that_contradicts_its_words_tells_nothing() -> None:
    assert outcome(page(("11", "code-x", "99")))[0] == [None]


def test_a_link_that_names_no_article_tells_nothing() -> None:
    link = Link(span=Span(16, 18), href="x", act="code-de-la-route", article=None)
    articles = [page().model_copy(update={"links": (link,)})] * 9
    assert set(outcome(*articles)[0]) == {None}


def test_links_that_disagree() -> None:
    acts, (message,) = outcome(page(("11", "code-x", "11"), ("12", "code-y", "12")))
    assert acts == [None]
    assert "code-x, code-y" in message


def test_no_link() -> None:
    assert outcome(page())[0] == [None]


def test_articles_that_have_an_act_keep_it() -> None:
    both = page(("11", "code-x", "11"), ("12", "code-x", "12"))
    assert outcome(page(act="code-z"), both)[0] == ["code-z", "code-x"]


def test_one_link_is_enough_for_a_number_that_few_codes_have() -> None:
    (act,), _ = outcome(page(("11", "code-de-procedure-penale", "11"), number="706-73"))
    assert act == "code-de-procedure-penale"


@pytest.mark.parametrize(
    ("links", "number", "why"),
    [
        ([("11", "code-penal", "11"), ("12", "code-penal", "12")], "706-73", "has no article 706-73"),
        ([("11", "code-x", "11")], "7", "whose numbers are not known"),
        ([("11", "code-penal", "11")], None, "whose numbers are not known"),
        ([("11", "code-de-commerce", "11")], "L145-1", "which the text names as another act"),
        ([("11", "code-de-la-recherche", "11")], "L111-1", "many codes have an article L111-1"),
        (
            [("11", "code-general-des-impots-cgi", "11"), ("12", "code-general-des-impots-cgi", "12")],
            "63",
            "an annex of that",
        ),
    ],
)
def test_thin_evidence(links: list[tuple[str, str, str]], number: str | None, why: str) -> None:
    acts, (message,) = outcome(page(*links, number=number))
    assert acts == [None]
    assert why in message
    assert "--act" in message
