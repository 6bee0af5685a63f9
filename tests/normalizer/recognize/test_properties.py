"""What holds of every text: spans, typography, safety, speed that stays linear."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.model.reference import Reference, ReferenceKind
from cpp_corpus.normalizer.recognize import find_citation, find_references, recognize
from cpp_corpus.normalizer.recognize.grammar import RULES
from cpp_corpus.normalizer.recognize.grammar.designations import DESIGNATIONS
from tests.growth import is_linear

EXAMPLES = [example for rule in RULES.values() for example in rule.examples]
EXAMPLES += [example for form in DESIGNATIONS.values() for example in form.examples]
WORDS = sorted(
    {word for rule in RULES.values() for word in rule.first_words}
    | {word for example in EXAMPLES for word in example.text.split()}
)
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=40).map(" ".join)


@given(TEXTS)
def test_no_text_makes_it_fail_and_spans_lie_inside(text: str) -> None:
    found = find_references(text, act="code-penal", article="421-1")
    assert [(r.start, r.end) for r in found] == sorted((r.start, r.end) for r in found)
    for reference in found:
        assert 0 <= reference.start < reference.end <= len(text)
        assert text[reference.start : reference.end].strip() == text[reference.start : reference.end]
        assert Reference.model_validate(reference.model_dump()) == reference
        before = reference.antecedent
        assert before is None or 0 <= before.start < before.end <= len(text)


@given(TEXTS)
def test_what_is_unknown_has_a_reason(text: str) -> None:
    for reference in find_references(text):
        known = reference.act is not None and (
            reference.article is not None or reference.kind in {ReferenceKind.ACT, ReferenceKind.DIVISION}
        )
        assert known or reference.reason


@given(TEXTS)
def test_typography_does_not_matter(text: str) -> None:
    plain = find_references(text, act="code-penal", article="421-1")
    other = text.replace("'", "’").replace(" ", "\u00a0")
    assert find_references(other, act="code-penal", article="421-1") == plain
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    expected = find_references(composed, act="code-penal", article="421-1")
    found = find_references(decomposed, act="code-penal", article="421-1")
    assert [r.target for r in found] == [r.target for r in expected]
    assert [unicodedata.normalize("NFC", decomposed[r.start : r.end]) for r in found] == [
        composed[r.start : r.end] for r in expected
    ]


@given(st.text(max_size=30))
def test_a_citation_is_read_or_not(text: str) -> None:
    for reference in find_citation(text):
        assert text[reference.start : reference.end]


HOSTILE = {
    "nested même": "du même ",
    "numbers": "1, 2, 3, ",
    "one number": "1, ",
    "parts without a word": "1, l'",
    "ranks with their preposition": "à l'1er ",
    "prefixed numbers": "L. 1-1, ",
    "articles": "article ",
    "locators": "du 1° ",
    "plain locators": "du 7 ",
    "ordinals": "premier, ",
    "romans": "I et ",
    "divisions": "du titre Ier ",
    "protocols": "protocole n° 1, ",
    "lists of divisions": "des chapitres I du titre II, ",
    "spaces": "    ",
    "no space": "x",
    "digits": "1-",
    "points": "L.",
    "dates": "du 1er janvier ",
    "treaty": "convention sur le ",
    "code": "code des moulins et ",
    "letters": "article 1 A ",
    "open": "articles (",
    "same code": "l'article 9999 du même code ; code pénal, code civil. ",
    "numbers of no code": "code pénal ; l'article L. 99999-9 ; ",
    "same part": "au I de l'article 5 ; au premier alinéa du même I ; ",
    "treaty not named": "code pénal ; l'article 5 du traité ; ",
    "said law": "code pénal ; ladite ordonnance ; ",
    "heading": "les articles suivants du code pénal : - L'article 5 ; ",
    "cells": "n° 2020-12 du 3 mars 2020\n",
    "labels": "Article 7\n\n",
    "ranks in figures": "1er, ",
    "abbreviations": "C. civ. ",
    "initials": "CGI ",
    "courts": "Cass. soc., ",
    "numbers of decisions": "décisions n° 90-280 DC et ",
    "nouns": "l'article 5 du moulin ",
    "act before article": "CGI, art. 1 ",
    "said names": "dite loi ",
    "points by hyphens": "7-2° et ",
    "excepted": "loi n° 2020-12 relative aux vents à l'exception de l'article 7 et de l'article 8 ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    def work(size: int) -> object:
        return find_references("aux articles 1 " + unit * (size // len(unit)), act="code-penal", article="421-1")

    assert is_linear(work, 10_000)


@pytest.mark.parametrize(
    "text",
    [
        "l'article 5 (du code civil)",
        "Vu l'article L. 1-1 [de la loi n° 2020-12 du 3 mars 2020, notamment son article 7, c)",
        "CPC, art. 700 al. 2 ; au premier alinéa du même article, devenu l'article 12-1 de ce code",
    ],
)
def test_a_text_may_end_anywhere(text: str) -> None:
    for end in range(len(text)):
        for cut in (text[:end], f"{text[:end]} ", f"{text[:end]}("):
            find_references(cut)
            find_citation(cut)


FORMS = {
    "letters before initials": "150 VB CGI ",
    "norms": "Norme NF P 03, article 17 ",
    "initials before article": "CGV art. 12, ",
    "own titles": "\nArticle 7 - Bacs\nl'article 9 et l'article 1 ",
    "sub-points": ", sous c), i) à iii)",
    "Roman parts": " et III D",
    "active": "il insère dans le code civil un article 7 ",
    "possessive parts": "l'article 7 ; son II ",
    "parts again": "au I de l'article 5, au même I, du même I, ",
    "parts again and again": "au même I, ",
    "parts precited": "au 4° précité ",
    "replies": "\n> l'article 7\n> du code civil",
    "relative clauses": ", dont se prévaut le bac",
    "conformity": "la conformité de l'article 5 à l'article 8 ",
    "listed": "A modifié les dispositions suivantes :\nArt. 4\n",
    "streets": "rue de l'Article 5 ",
    "numbers alone": "L. 1, ",
    "numbers alone, hyphens": "L. 1-1, R. 2 et ",
    "parties": "Vent c. France, n° 11111/20, ",
    "marks": "« ",
    "labels in one line": "« Art. 1. – ",
    "asides": "l'article 7, je crois, ",
    "asides of pieces": "l'article 7, lu par le juge, lu, ",
    "titles cut short": "l'article 7 du code de proc. ",
    "correlatives": "tant de l'article 3 que de l'article 5 ",
    "numbers of small initials": "du 7-1 du cp, ",
}
"""Forms of decisions, contracts and letters."""


@pytest.mark.parametrize("unit", FORMS.values(), ids=FORMS)
def test_time_is_linear_in_texts_of_codes_and_of_no_act(unit: str) -> None:
    def work(size: int) -> object:
        text = "l'article 1 du code civil " + unit * (size // len(unit))
        return find_references(text), find_references(text, act="code-penal")

    assert is_linear(work, 2_000)


def test_notes_are_read_with_the_text() -> None:
    text = "Les dispositions de l'article 3 de la loi n° 2020-12 du 3 mars 2020 s'appliquent."
    notes = ["NOTA : La présente loi entre en vigueur demain.", "Se reporter à l'article 5."]
    found = recognize(text, notes, act="code-penal", article="421-1")
    assert [(r.note, r.target) for r in found] == [(None, "loi:2020-12/3"), (0, "loi:2020-12"), (1, "code-penal/5")]
    assert notes[0][found[1].start : found[1].end] == "présente loi"
    assert notes[1][found[2].start : found[2].end] == "5"


def test_a_line_nota_begins_a_note() -> None:
    found = find_references("l'article 3\nNOTA:\nl'article 4\nNOTA : l'article 5", act="code-penal")
    assert [(r.article, r.note) for r in found] == [("3", None), ("4", 0), ("5", 1)]


def test_a_sentence_may_be_wrapped() -> None:
    text = (
        "Les moulins à vent et les horloges à eau sont soumis à l'article 3\n"
        "de la loi n° 2020-12 du 3 mars 2020 relative aux vents et aux articles 4\n"
        "et 5 du code pénal.\n"
        "a) L'article 6"
    )
    found = find_references(text, act="code-civil")
    assert [r.target for r in found] == ["loi:2020-12/3", "code-penal/4", "code-penal/5", "code-civil/6"]
