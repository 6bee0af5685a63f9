"""Links that a source lists, beside the references that are read."""

from __future__ import annotations

import pytest

import cpp_corpus
from cpp_corpus import Article, Corpus, Link, Span

PENAL = "code-penal"
SABLIERS = "code-des-sabliers"


def link(article: str | None, act: str | None = SABLIERS, kind: str | None = "CITATION", title: str = "") -> Link:
    return Link(span=Span(0, 0), href="LEGIARTI000000000001", title=title, act=act, article=article, kind=kind)


def audited(words: str, *links: Link, check: str | None = None) -> list[tuple[str, str]]:
    source = cpp_corpus.load("fixtures/mirror")["R113-1"].source
    article = Article(
        id=f"{SABLIERS}/l1", act=SABLIERS, number=cpp_corpus.ArticleNumber("L1"), text=words, links=links, source=source
    )
    found = Corpus([article]).audit(check or ["unread-link", "unlisted-reference"])
    return [(str(each.code), each.message) for each in found]


@pytest.mark.parametrize(
    ("words", "links"),
    [
        ("Le sable de l'article L. 2 coule.", [link("l2")]),
        ("Le sable de l'article 2 coule.", [link("l2")]),
        ("Le sable de l'article 121-1 du code pénal coule.", [link("121-1", PENAL)]),
        ("Le sable de l'article 121-1 du code pénal coule.", [link(None, PENAL)]),
        ("Les articles L. 2 à L. 5 coulent.", [link("l2"), link("l5")]),
        ("Les articles L. 2 à L. 5 coulent.", [link("l5"), link("l2")]),
        ("Le code pénal est applicable.", [link(None, PENAL)]),
        ("Par l'article L. 1, et L. 2.", [link("l2")]),  # its own number
        ("Le sable de l'article L. 2 coule.", []),  # a source without links
        ("Le sable coule.", [link("l9", kind="MODIFICATION"), link("l9", act=None)]),
    ],
)
def test_both_agree(words: str, links: list[Link]) -> None:
    assert audited(words, *links) == []


def test_what_only_the_source_has() -> None:
    ((code, message),) = audited("Le sable de l'article L. 2 coule.", link("l2"), link("l3"), link("121-1", PENAL))
    assert code == "unread-link"
    assert "links to article L3 of code-des-sabliers and article 121-1 of Code pénal, but" in message


def test_what_only_the_text_has() -> None:
    ((code, message),) = audited("Les articles L. 2, L. 3 et L. 4 à L. 6 coulent.", link("l2"))
    assert code == "unlisted-reference"
    assert "article L3 of code-des-sabliers and article L4 of code-des-sabliers" in message


def test_links_inside_the_text_are_not_compared() -> None:
    inside = Link(span=Span(3, 8), href="x", act=SABLIERS, article="l9")
    assert audited("Le sable de l'article L. 2 coule.", inside) == []


def test_the_title_of_a_listed_link_says_that_its_target_is_repealed() -> None:
    gone = link("l2", title="Code des sabliers - art. L2 (Ab)")
    other = gone.model_copy(update={"kind": "CONCORDANCE"})
    ((_, message),) = audited("Le sable de l'article L. 2 coule.", gone, check="repealed-target")
    assert message.startswith("Article L2 is cited, but the title of its link says")
    assert audited("Le sable de l'article L. 2 coule.", other, check="repealed-target") == []
