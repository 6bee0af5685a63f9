"""What notebooks show: well-formed, escaped, small, and readable on white and on black."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from lxml import etree

import cpp_corpus
from cpp_corpus import (
    Article,
    ArticleGraph,
    Corpus,
    Edge,
    Finding,
    FoundPart,
    Mention,
    Node,
    Reference,
    Severity,
    Source,
    Span,
)
from cpp_corpus.model.base import Record
from cpp_corpus.notebook import html
from cpp_corpus.notebook.views import VIEWS

TRAP = "<script>alert(1)</script>&amp;\"'<!--"


def parsed(thing: Any) -> BeautifulSoup:
    """The view of a record, which a strict parser reads too."""
    made = thing._repr_html_()
    assert made is not None
    etree.fromstring(f"<html>{made}</html>")
    return BeautifulSoup(made, "html.parser")


def records() -> Iterable[Any]:
    corpus = cpp_corpus.load("fixtures/mirror")
    old = cpp_corpus.load("fixtures/dumps/sabliers.txt", numbers_from="fixtures/history/codes.jsonl")
    diff = cpp_corpus.diff(old, corpus)
    yield from (corpus, corpus.at("2023-12-31"), corpus["L112-1"], corpus.graph, *corpus.findings, diff, *diff.articles)
    yield from (corpus.resolved("L112-1") + list(corpus.references_of("L212-1")) + list(corpus.cites("L112-1")))
    yield from corpus.verify("L. 112-1, II, 9° et L. 112-5")
    yield from (corpus.search("meule")[0], *corpus.find_parts("L. 112-1, II, 2° et 9°"))


@pytest.fixture(scope="module")
def things() -> list[Any]:
    return list(records())


def test_every_view_is_well_formed_and_small(things: list[Any]) -> None:
    known = {"div", "span", "b", "table", "tr", "th", "td", "del", "ins"}
    for thing in things:
        page = parsed(thing)
        elements = page.find_all()
        assert page.get_text().strip()
        assert len(str(page)) < 40_000
        assert {element.name for element in elements} <= known
        assert {name for element in elements for name in element.attrs} <= {"style", "title"}


def test_every_class_has_a_record_here(things: list[Any]) -> None:
    shown = {kind.__name__ for thing in things for kind in type(thing).__mro__}
    assert set(VIEWS) <= shown


def test_an_article(corpus: Corpus) -> None:
    text = " ".join(parsed(corpus["L112-1"]).get_text(" ").split())
    assert text.startswith("Article L. 112-1, Code des moulins et des horloges in force")
    assert "II/2° 2° L'avis du garde des vents ;" in text


def test_a_reference_says_whether_its_part_is_there(corpus: Corpus) -> None:
    texts = [parsed(each).get_text(" ") for each in corpus.resolved("L221-1")]
    assert "part 2° is there" in texts[1]


def test_a_comparison_marks_words() -> None:
    source = Source(path="x.md", format="mirror-page", line=1, byte=Span(0, 9))
    sides = [Corpus([Article(id="code-x/1", act="code-x", number="1", text=text, state="in_force", source=source)])
             for text in ("Le meunier peut moudre le grain.", "Le meunier doit moudre le grain.")]  # fmt: skip
    (changed,) = cpp_corpus.diff(*sides).articles
    page = parsed(changed)
    if not changed.alineas:
        pytest.fail("the two texts differ")
    assert [each.get_text().strip() for each in page.find_all("del")] == ["peut"]
    assert [each.get_text().strip() for each in page.find_all("ins")] == ["doit"]


def test_texts_are_escaped() -> None:
    source = Source(path=TRAP, format="mirror-page", line=1, byte=Span(0, 9))
    row = {"text": TRAP, "span": Span(0, len(TRAP)), "marker": None, "level": 0, "locator": "al1"}
    note = {"text": TRAP, "line": 1}
    division = {"kind": TRAP, "title": TRAP}
    article = Article(
        id=TRAP, heading=TRAP, act=TRAP, text=TRAP, paragraphs=[row], notes=[note], divisions=[division], source=source
    )
    finding = Finding(code=TRAP, severity=Severity.ERROR, message=TRAP, path=TRAP, line=1, article=TRAP, expected=TRAP)
    edge = Edge(TRAP, TRAP, cpp_corpus.Relation.AMENDS, mentions=(Mention(0, 1, None, TRAP),))
    graph = ArticleGraph([Node(TRAP, cpp_corpus.NodeKind.ARTICLE, act=TRAP)], [edge])
    reference = Reference(kind="article", start=0, end=1, act=TRAP, article=TRAP)
    for thing in (article, finding, edge, graph, reference, FoundPart(article, TRAP), Corpus([article])):
        page = parsed(thing)
        assert page.find("script") is None
        assert "script" in page.get_text()
        assert "<script" not in str(page)


def test_long_things_are_cut() -> None:
    source = Source(path="x.md", format="mirror-page", line=1, byte=Span(0, 9))
    rows = [
        {"text": "x" * 2_000, "span": Span(0, 1), "marker": None, "level": 0, "locator": f"al{n}"} for n in range(500)
    ]
    article = Article(id="code-x/1", text="x" * 999, paragraphs=rows, source=source)
    assert "… 440 more alinéas" in parsed(article).get_text()
    assert len(article._repr_html_() or "") < 100_000
    graph = ArticleGraph(Node(str(n), cpp_corpus.NodeKind.ARTICLE, act=str(n)) for n in range(9))
    assert "… 4 more" in parsed(graph).get_text()
    many = Corpus([Article(id=f"code-{n}/1", act=f"code-{n}", source=source) for n in range(50)])
    assert "… 30 more" in parsed(many).get_text()


def test_what_has_no_view_is_shown_as_text() -> None:
    class Own(Record):
        """A record of a user."""

    assert Own()._repr_html_() is None

    class MyArticle(Article):
        """An article of a user."""

    source = Source(path="x.md", format="mirror-page", line=1, byte=Span(0, 9))
    assert "code-x/1" in (MyArticle(id="code-x/1", source=source)._repr_html_() or "")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", html._COLOURS)
def test_colours_can_be_told_from_white_and_black(things: list[Any], name: str) -> None:
    """And no view sets the colour of a text or of its ground: these are the notebook's."""
    own = luminance(html._COLOURS[name])
    assert 1.05 / (own + 0.05) >= 3
    assert (own + 0.05) / 0.05 >= 3
    for thing in things:
        assert not re.search(r"(?<![-\w])(?:color|background)", thing._repr_html_().replace("border-color", ""))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return cpp_corpus.load("fixtures/mirror")
