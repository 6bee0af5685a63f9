"""A comparison as one HTML page."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser

import pytest

from cpp_corpus import Corpus, MissingExtraError, diff
from cpp_corpus.comparison.page import page
from tests.comparison.corpora import article, corpus, division, sentence

VOID = {"meta", "input", "br"}
FIRST, SECOND = division("section", "1", "Des vents"), division("section", "2", "Des meules")


class Reader(HTMLParser):
    """What a page is made of; fails where its elements do not close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.words: dict[str, list[str]] = {}
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.setdefault(self.open[-1] if self.open else "", []).append(data)

    def all(self, name: str) -> list[str]:
        return [value or "" for _, attribute, value in self.attributes if attribute == name]


@pytest.fixture(scope="module")
def compared() -> tuple[Corpus, Corpus]:
    old = corpus(
        article("L1", "Le vent est libre.\nLe blé aussi.\nL'eau de même.", notes=["NOTA: ancienne."]),
        article("L2", sentence("nord"), divisions=[FIRST]),
        article("L3", "La vanne.", state="in_force"),
        article("L4", "La roue, sauf l'article L. 1."),
    )
    new = corpus(
        article("L1", "Le vent du nord est libre.\nLe blé aussi.\nL'eau de même.", notes=["NOTA: nouvelle."]),
        article("L3", "", state="repealed"),
        article("L5", "Le sac : <script>alert(1)</script> & l'article L. 9."),
        article("L9", sentence("nord"), divisions=[SECOND]),
    )
    return old, new


@pytest.fixture(scope="module")
def html(compared: tuple[Corpus, Corpus]) -> str:
    return "".join(page(diff(*compared), title="Avant & après"))


def test_it_is_whole_and_links_lead_somewhere(html: str) -> None:
    reader = Reader(html)
    ids = reader.all("id")
    assert len(set(ids)) == len(ids)
    links = [link for link in reader.all("href") if link != "#"]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert len([name for name in ids if name.startswith("article-")]) == 5


def test_it_needs_nothing_else(html: str) -> None:
    assert not re.search(r"https?:|url\(|@import|<script|<link|<img|src=", html)


def test_what_is_said(html: str) -> None:
    reader = Reader(html)
    assert reader.words["title"] == reader.words["h1"] == ["Avant & après"]
    assert reader.words["h3"] == ["L1", "L3", "L4", "L5", "L2 → L9"]
    assert "du nord" in reader.words["ins"]
    assert {"ancienne", "nouvelle"} <= {*reader.words["ins"], *reader.words["del"]}
    assert "2 alinéas unchanged " in reader.words["summary"]
    text = " ".join(reader.words["p"])
    assert "from Section 1 (Des vents)" in text
    assert "Its words are the same." in text
    assert "matched by its text, which is the same" in text


def test_markup_in_the_law_is_words(html: str) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; l&#39;article" in html


def test_the_language_of_the_law_is_told(html: str) -> None:
    assert ("html", "lang", "en") in Reader(html).attributes
    assert "fr" in Reader(html).all("lang")


def test_nothing_changed(compared: tuple[Corpus, Corpus]) -> None:
    reader = Reader("".join(page(diff(compared[0], compared[0]))))
    assert "Nothing changed." in reader.words["p"]
    assert "article" not in {tag for tag, _, _ in reader.attributes}


def test_divisions_with_another_title() -> None:
    old = corpus(article("L1", "Le vent.", divisions=[FIRST]))
    new = corpus(article("L1", "Le vent.", divisions=[division("section", "1", "Des vents et marées")]))
    reader = Reader("".join(page(diff(old, new))))
    assert {"section.1", "Des vents", "Des vents et marées"} <= set(reader.words["td"])


def test_without_jinja(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingExtraError, match=r"a comparison as HTML needs the extra 'html' .*pip install 'jinja2>="):
        page(diff(corpus(), corpus()))
