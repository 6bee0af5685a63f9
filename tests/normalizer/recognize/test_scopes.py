"""Scopes: what governs which stretch of a text, and what it supplies."""

from __future__ import annotations

import pytest

from cpp_corpus.normalizer.recognize import find_references
from cpp_corpus.normalizer.recognize.discourse import CitingArticle, analysed
from cpp_corpus.normalizer.recognize.discourse.scopes import Scope, ScopeKind, Supply, ends_sentence, scopes_of
from cpp_corpus.normalizer.recognize.grammar import phrases

HEAD = "les articles suivants du code électoral :"
LIST = "\n1° L'article R. 63 ;\n2° L'article R. 64.\nL'article R. 65 souffle."
APPLICATION = "Pour l'application de l'article 5 :"


def scopes(text: str, note: int | None = None) -> list[Scope]:
    return list(scopes_of(text, phrases(text).phrases, note).scopes)


def test_a_head_opens_a_list_and_supplies_its_act() -> None:
    text = HEAD + LIST
    (scope,) = scopes(text)
    assert (scope.kind, scope.supplies, scope.head) == (ScopeKind.LIST, Supply.ACT, 0)
    assert text[scope.start : scope.end].endswith("R. 64.")
    assert [r.target for r in find_references(text, act="code-civil")] == [
        "code-electoral/r63",
        "code-electoral/r64",
        "code-electoral/r65",
    ]


def test_for_the_application_of_an_article_its_parts_are_meant() -> None:
    text = APPLICATION + "\na) Au 1° du II, le vent ;\nb) Au III, la pluie.\nAu IV, la grêle."
    (scope,) = scopes(text)
    assert (scope.kind, scope.supplies, scope.head) == (ScopeKind.APPLICATION, Supply.ARTICLE, 0)
    read = scopes_of(text, phrases(text).phrases)
    assert [phrase.kind for phrase in read.phrases] == ["article", "article", "article", "internal"]
    assert [r.target for r in find_references(text, act="code-civil", article="7")] == [
        "code-civil/5",
        "code-civil/5#II/1°",
        "code-civil/5#III",
        "code-civil/7#IV",
    ]


def test_notes_are_a_scope_that_supplies_nothing() -> None:
    text = "l'article 3\nNOTA : l'article 4"
    (scope,) = scopes(text, note=12)
    assert scope == (ScopeKind.NOTE, 12, len(text), Supply.NOTHING, None)


def test_scopes_stand_in_the_order_of_their_beginning() -> None:
    text = f"{APPLICATION}\n1° Au I, le vent.\n{HEAD}{LIST}"
    assert [scope.kind for scope in scopes(text, note=len(text))] == [
        ScopeKind.APPLICATION,
        ScopeKind.LIST,
        ScopeKind.NOTE,
    ]


def test_a_text_without_heads_has_none() -> None:
    assert scopes("Pour le vent, l'article 5 et le 1° du II.") == []


def test_a_list_within_a_list_stays_with_the_first() -> None:
    text = f"{APPLICATION}\na) Pour l'application de l'article 6 : le 1° ;\nb) Au II, le vent."
    assert [scope.head for scope in scopes(text)] == [0]


@pytest.mark.parametrize(
    ("text", "ends"),
    [("Il dort. Elle lit", True), ("un\ndeux", True), ("L. 1-1", False), ("art. 5", False), ("un, deux", False)],
)
def test_where_a_sentence_ends(text: str, ends: bool) -> None:
    assert ends_sentence(f" {text}", 1, len(text) + 1) is ends


def test_the_passes_give_a_value_for_each_phrase() -> None:
    text = HEAD + LIST + " le 3° du présent article"
    analysis = analysed(text, phrases(text).phrases, CitingArticle("code-civil", "7"))
    assert len(analysis.phrases) == len(analysis.acts) == len(analysis.relations) == len(analysis.ends)
    assert analysis.ends[-1] == len(analysis.references)
