"""Two invented pages, as fifteen programs write them: the articles of each rendering are those of the page.

The folders of ``tests/rendered`` have the page (``page.html``) and its renderings, made by the programs in their names.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import Article, ArticleState

FOLDER = Path(__file__).parents[1] / "rendered"
RENDERED = sorted(path for path in FOLDER.glob("*/*") if path.name != "page.html")
GOLDEN = {
    "section": [
        ("L311-1", ArticleState.IN_FORCE, "Le gardien des sabliers retourne", "2° La nuit, il ne compte pas."),
        ("L311-2", ArticleState.IN_FORCE, "I.-Les durées sont les suivantes :", "soit No 4."),
        ("L311-3", ArticleState.REPEALED, "", ""),
        ("L311-4", ArticleState.IN_FORCE, "Le verre est soufflé.", "Il est clair. - art. 4"),
        ("L312-1", ArticleState.IN_FORCE, "Le gardien dort.", "Le sable est exclu."),
        ("L312-2", ArticleState.IN_FORCE, "Le gardien des sabliers retourne", "b) Noirs."),
        ("L312-3", ArticleState.IN_FORCE, "Voir l'article L. 312-2.", "Voir l'article L. 312-2."),
        ("Annexe I", ArticleState.IN_FORCE, "CONTRAT DE GARDE", "Le sable lui est remis le matin."),
        ("Annexe II", ArticleState.IN_FORCE, "TABLEAU DES SABLES", "12"),
    ],
    "site-before": [
        ("L311-1", ArticleState.IN_FORCE, "Le gardien des sabliers retourne", "2° La nuit, il ne compte pas."),
        ("L311-2", ArticleState.IN_FORCE, "I.-Les durées sont les suivantes :", "II.-Le sable est lourd."),
        ("L311-4", ArticleState.IN_FORCE, "Le verre est soufflé.", "Il est clair."),
        ("R312-1", ArticleState.IN_FORCE, "Le gardien des sabliers retourne", "remplacé par son adjoint."),
        ("Annexe I", ArticleState.IN_FORCE, "CONTRAT DE GARDE", "Le sable lui est remis."),
    ],
}
NAMES = {
    "rst": r"\.\. (?:container|rubric)::(?: (?:options|hidden-element|loader|content|nota|[a-z]+-[a-z-]+))?$"
    r"|\.\. rubric::|^ *:(?:name|class):.*$|:sup:|[<>]",
    "asciidoc": r"\blink:|\{(?:blank|empty)\}|^\[[a-z]+=.*\]$|^a\||(?<= )a\||\[[.][a-z-]+\]",
    "org": r"^ *:[A-Za-z_]+:.*$",
    "mediawiki": r"^\{\|.*$|^\| style=\".*?\"\|",
}
"""Names that belong to a light markup: of directives, options, drawers, tables."""


@cache
def articles(path: Path) -> Sequence[Article]:
    return cpp_corpus.load(path).articles


def letters(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def body(article: Article) -> str:
    """Its words, notes included, which most renderings do not mark."""
    return letters(article.text + "".join(note.text for note in article.notes))


@pytest.mark.parametrize("name", GOLDEN)
def test_the_page(name: str) -> None:
    made = articles(FOLDER / name / "page.html")
    assert [(str(a.number), a.state) for a in made] == [wanted[:2] for wanted in GOLDEN[name]]
    for article, (_, _, first, last) in zip(made, GOLDEN[name], strict=True):
        assert letters(article.text).startswith(letters(first))
        assert letters(article.text).endswith(letters(last))


@pytest.mark.parametrize("path", RENDERED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_rendering_has_the_articles_of_the_page(path: Path) -> None:
    wanted, made = articles(path.with_name("page.html")), articles(path)
    assert [(str(a.number), a.state) for a in made] == [(str(a.number), a.state) for a in wanted]
    assert [body(a) for a in made] == [body(a) for a in wanted]
    assert {a.act for a in made} == {"code-des-sabliers"}
    assert len(RENDERED) == 30


@pytest.mark.parametrize("path", RENDERED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_rendering_has_the_history_of_the_page(path: Path) -> None:
    wanted, made = articles(path.with_name("page.html")), articles(path)
    for ours, theirs in zip(made, wanted, strict=True):
        history = [(link.act, link.article, link.kind) for link in theirs.links if link.kind]
        assert [(link.act, link.article, link.kind) for link in ours.links if link.kind] == history


@pytest.mark.parametrize("path", RENDERED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_sign_of_a_rendering_is_in_a_record_or_left_over(path: Path) -> None:
    """The addresses and numbers of links too; tags are no signs."""
    corpus = cpp_corpus.load(path)
    found = [str(line) for line in corpus.leftovers]
    for article in corpus.articles:
        found += [article.heading or "", article.text, *(note.text for note in article.notes)]
    raw = path.read_text("utf-8")
    if markup := next((each for each in NAMES if path.stem.endswith(each)), None):
        raw = re.sub(NAMES[markup], " ", raw, flags=re.MULTILINE)
    raw = html.unescape(re.sub(r"<!--.*?-->|</?[a-z][a-z0-9]*(?:\s[^<>]*)?>", " ", raw, flags=re.DOTALL))
    assert Counter(letters("".join(found))) == Counter(letters(raw))
