"""Words, and what changed between two runs of them."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cpp_corpus.comparison.words import likeness, word_diff, words_of
from cpp_corpus.model.diff import Operation, WordDiff

TEXTS = st.text(st.sampled_from("aàéÉœ L1°9.,;-–’'«»()\u00a0\u00ad\u0301…\t\n"), max_size=40) | st.lists(
    st.sampled_from(["le", "la", "moulin", "l'", "article", "L.", "811-2", "I.-", "1°", ";", "vent", "« x »"]),
    max_size=20,
).map(" ".join)


def sides(runs: tuple[WordDiff, ...]) -> tuple[str, str]:
    old = "".join(run.text for run in runs if run.op is not Operation.ADDED)
    return old, "".join(run.text for run in runs if run.op is not Operation.REMOVED)


def marked(old: str, new: str) -> str:
    signs = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(signs[run.op].format(run.text) for run in word_diff(old, new))


@given(TEXTS, TEXTS)
def test_both_texts_are_rebuilt(old: str, new: str) -> None:
    was, now = sides(word_diff(old, new))
    assert words_of(was) == words_of(old)
    assert words_of(now) == words_of(new)


@given(TEXTS, TEXTS)
def test_runs_alternate_and_are_not_empty(old: str, new: str) -> None:
    runs = word_diff(old, new)
    assert all(run.text for run in runs)
    assert all(first.op is not second.op for first, second in pairwise(runs))


@given(TEXTS)
def test_a_text_and_itself(text: str) -> None:
    assert all(run.op is Operation.SAME for run in word_diff(text, text))
    assert likeness(words_of(text), words_of(text)) == 1


@given(TEXTS)
@example("à-a")
@example("a-é")
@example("\u0130-a")
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    assert words_of(unicodedata.normalize("NFC", text)) == words_of(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("l'article L. 811-2", "l’article\u00a0L.\u202f811‑2"),
        ("l' article 421 , du code .", "l'article 421, du code."),
        ("I. - Le maire", "I.-Le maire"),
        ("I. – Le maire", "I. ― Le maire"),
        ("la mise en oeuvre", "la mise en œuvre"),
        ("Etat, A défaut, CONSEIL", "État, À défaut, CONSEIL"),
        ('dit " le moulin "', "dit « le moulin »"),
        ("etc...", "etc…"),
        ("n° 2020", "nº2020"),
        ("arti\u00adcle", "article"),
        ("voilà-t-il", "voila\u0300-t-il"),
    ],
)
def test_typography_is_no_change(one: str, other: str) -> None:
    assert words_of(one) == words_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("L. 811-2", "L. 811-3"), ("le Moulin", "le moulin"), ("pêche", "péché"), ("a, b", "a ; b"), ("1°", "1")],
)
def test_what_is_a_change(one: str, other: str) -> None:
    assert words_of(one) != words_of(other)


def test_a_number_is_one_word() -> None:
    assert marked("à l'article 706-73 du code", "à l'article 706-74 du code") == (
        "à l'article [-706-73 -]{+706-74 +}du code"
    )


def test_words_added_in_the_middle_and_at_the_end() -> None:
    assert marked("le moulin tourne", "le grand moulin tourne encore") == "le {+grand +}moulin tourne{+ encore+}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Les vents.", "Les vents forts."),
        ("Les vents, les blés", "Les vents les blés"),
        ("Les vents", "Les vents ; les blés"),
        ("Sauf l'eau (vive)", "Sauf l'eau"),
        ("Le a) du 1°", "Le 1°"),
    ],
)
def test_spaces_stay_where_they_were(old: str, new: str) -> None:
    assert sides(word_diff(old, new)) == (old, new)
    assert sides(word_diff(new, old)) == (new, old)


def test_a_lone_word_inside_a_new_sentence_did_not_stay() -> None:
    old = "Le garde autorise de nuit les travaux urgents"
    new = "Le meunier interdit de jour toute ouverture inutile"
    assert marked(old, new).count("Le ") == 1
    assert " de " not in "".join(run.text for run in word_diff(old, new) if run.op is Operation.SAME)


def test_long_texts() -> None:
    words = [f"mot{rank}" for rank in range(20_000)]
    old, new = " ".join(words), " ".join([*words[:9_000], "autre", *words[9_001:]])
    assert [run.op for run in word_diff(old, new)] == ["same", "removed", "added", "same"]


def test_texts_too_long_to_be_aligned_are_told_of_all_the_same() -> None:
    old, new = "a " * 50_000, "b " * 50_000
    assert [run.op for run in word_diff(old, new)] == ["removed", "added"]
    assert [run.op for run in word_diff(old, old)] == ["same"]
    assert likeness(old.split(), new.split()) == 0


def test_likeness() -> None:
    assert likeness(list("abcd"), list("abcx")) == 0.75
    assert likeness(list("abcd"), list("axyz"), at_least=0.5) == 0
    assert likeness([], []) == 1
