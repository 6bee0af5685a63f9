"""Why a reference is what it is, in words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.normalizer.recognize import find_references, references_in
from cpp_corpus.normalizer.recognize.discourse import CitingArticle
from cpp_corpus.normalizer.recognize.explain import Explanation, explain, explained
from cpp_corpus.normalizer.recognize.grammar import RULES
from cpp_corpus.normalizer.recognize.grammar.designations import DESIGNATIONS
from cpp_corpus.normalizer.recognize.rule import Form, Rule

PARTS: list[Rule | Form] = [*RULES.values(), *DESIGNATIONS.values()]
EXAMPLES = [example for part in PARTS for example in part.examples]


def last(text: str, act: str | None = "code-penal", article: str | None = "1") -> Explanation:
    return explain(text, act=act, article=article)[-1]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text)
def test_it_explains_what_is_found(example: object) -> None:
    text = str(getattr(example, "text", ""))
    found = explained(text, CitingArticle("ici", "1"))
    assert [each.reference for each in found] == references_in(text, CitingArticle("ici", "1"))
    for each in found:
        assert each.rule in {rule.name for rule in RULES.values()}
        assert each.form is None or each.form in {form.name for form in DESIGNATIONS.values()}
        assert each.span.start <= each.reference.start < each.reference.end <= each.span.end
        assert each.phrase == " ".join(text[each.span.slice].split())
        assert each.known
        assert (each.antecedent is None) == (each.reference.antecedent is None)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_every_rule_is_named_by_its_own_examples(rule: Rule) -> None:
    named = {each.rule for example in rule.examples for each in explained(example.text, CitingArticle("ici", "1"))}
    assert rule.name in named


@pytest.mark.parametrize("form", DESIGNATIONS.values(), ids=lambda form: form.name)
def test_every_form_is_named_by_its_own_examples(form: Form) -> None:
    named = {each.form for example in form.examples for each in explained(example.text, CitingArticle("ici", "1"))}
    assert form.name in named


KNOWN = {
    "l'article 221-1": "no act is named, so it is the citing act",
    "le premier alinéa": "it is the citing act",
    "l'article précédent": "it is the citing act",
    "l'article 9 du présent code": "«présent code» is the citing act",
    "l'article 7 du code civil": "named in full here, «code civil»",
    "le code civil et l'article 7 du même code": "the same as «code civil», named before",
    "le code civil et le\nmême  code": "the same as «code civil», named before",
    "loi n° 2020-12 du 3 mars 2020 ; loi du 3 mars 2020 précitée": (
        "the same as «loi n° 2020-12 du 3 mars 2020», named before"
    ),
    "la loi du 3 mars 2020 précitée": "named here by its date alone, «loi du 3 mars 2020»",
    "l'article 9 du code civil ; ledit article": "that of «9», cited before",
    "de la loi n° 2020-12 du 3 mars 2020, notamment ses articles 2": (
        "a possessive, or its sentence, leads back to «loi n° 2020-12 du 3 mars 2020»"
    ),
    "l'article L. 811-3 du code de la sécurité intérieure et l'article L. 811-4": (
        "carried over from «code de la sécurité intérieure» beside it"
    ),
    "le code de la sécurité intérieure. Le vent souffle. L'article L. 811-4": (
        "the citing act has no such number, «code de la sécurité intérieure», named before, has"
    ),
    "le titre Ier du livre III, celles du chapitre II": "it goes on from «titre Ier»",
    "l'article 4 du cahier des charges": "not known",
    "le traité sur le fonctionnement de l'Union européenne et l'article 4 du traité": (
        "the same as «traité sur le fonctionnement de l'Union européenne», named before"
    ),
    "l'article 2 du traité": "not known",
}


@pytest.mark.parametrize(("text", "known"), KNOWN.items(), ids=KNOWN)
def test_how_the_act_is_known(text: str, known: str) -> None:
    assert last(text).known == known


def test_an_act_may_be_named_later() -> None:
    first, _ = explain("l'article 4 du traité. Le traité sur le fonctionnement de l'Union européenne est signé.")
    assert first.known == "the same as «traité sur le fonctionnement de l'Union européenne», named later"


def test_the_phrase_covers_locators_and_act() -> None:
    each = last("au 3° du II de l'article 10 de la loi n° 2020-12 du 3 mars 2020, il est dit")
    assert each.phrase == "au 3° du II de l'article 10 de la loi n° 2020-12 du 3 mars 2020"
    assert (each.rule, each.form) == ("part", "loi")


def test_the_act_before_an_article_is_part_of_its_phrase() -> None:
    each = last("Loi n° 2021-1 du 3 mai 2021, article 7 I")
    assert each.phrase == "Loi n° 2021-1 du 3 mai 2021, article 7 I"


def test_the_further_acts_of_a_plural_have_its_form() -> None:
    assert [e.form for e in explain("les arrêtés des 30 décembre 2009 et 9 février 2010")] == ["loi", "loi"]


def test_who_speaks_is_not_known() -> None:
    each = last("l'article 5", act=None)
    assert (each.known, each.reason) == ("not known", each.reference.explanation)
    assert each.reason


def test_positions_index_the_text_as_it_is_passed() -> None:
    text = "NOTA : de\u0301cret\nle de\u0301cret n° 2020-12 du 3 mars 2020\nNOTA : l'article 5 dudit de\u0301cret"
    each = last(text)
    assert text[each.span.slice] == "article 5 dudit de\u0301cret"
    assert each.antecedent == "de\u0301cret n° 2020-12 du 3 mars 2020"
    assert each.reference.note == 1


def test_as_json() -> None:
    fields = json.loads(json.dumps(last("l'article 7 du code civil").as_dict()))
    assert fields["span"] == [2, 25]
    assert sorted(fields) == ["antecedent", "form", "known", "phrase", "reason", "rule", "span"]


WORDS = [
    "l'article 5",
    "du code civil",
    "du même code",
    " et ",
    ", ",
    "ledit article",
    "loi n° 2020-12",
    "\n",
    "NOTA : ",
]


@given(st.lists(st.sampled_from([*WORDS, "aux 1° et 2° du II", "précitée", "ses articles 2 et 3", "é\u0301"])))
def test_whatever_the_text(words: list[str]) -> None:
    text = " ".join(words)
    assert [each.reference for each in explain(text, act="code-penal")] == find_references(text, act="code-penal")
