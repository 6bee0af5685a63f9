"""Digits of the law are 0 to 9, its letters Latin: those of other scripts are no numbers, and break nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.lang.typography import fold
from cpp_corpus.model.number import normalize_number
from cpp_corpus.normalizer.recognize import find_citation, find_references

DIGITS = [chr(c) for c in range(0x80, 0x1F000) if chr(c).isdigit() or unicodedata.category(chr(c))[0] == "N"]
CALLS = dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"))
"""Calls of footnotes, which may stand inside an anchor: "la loi² du 3 mars"."""
OTHERS = st.sampled_from(DIGITS) | st.sampled_from("жيדक字ſıKßﬀŉ℮ªºⅣⅳ½①²¹")
FRAMES = [
    "articles L. 1 et {}",
    "l'article {}",
    "l'article L. {}-1",
    "l'article 5-{}",
    "l'article 5 {}",
    "l'article 12 à {}",
    "au {}° du II",
    "aux 1° et {}° de l'article 7",
    "le {}e alinéa",
    "les {} premiers alinéas",
    "alinéas {} à {}",
    "le titre {} du livre {}",
    "annexe {}",
    "paragraphe {}",
    "la loi n° {}-12 du {} mars 2020",
    "la loi{} du 3 mars 2020",
    "l'article 5 de la loi{} n° 2020-12",
    "l'article 5 des ordonnance{} du 3 mars 2020",
    "le règlement (UE) {}/679",
    "l'article 5 du règlement du 31 février 2014 du Conseil",
    "décision n° 2011-{} QPC",
    "l'article 5 du code des {}{}{}",
    "considérant {}",
    "art. {} CPP",
]


@given(st.sampled_from(FRAMES), OTHERS)
def test_no_other_digit_or_letter_is_a_number(frame: str, other: str) -> None:
    text = frame.replace("{}", other)
    for found in (find_references(text, act="code-penal", article="421-1"), find_citation(text)):
        for reference in found:
            for name in (reference.article, reference.to, reference.act):
                assert name is None or name.isascii()
                assert name is None or "none" not in name.lower()
            anchor = fold(text[reference.span.slice]).translate(CALLS)
            assert not any(char in DIGITS and not char.isascii() for char in anchor)


@pytest.mark.parametrize("text", ["articles L. 1 et ٣", "articles L. 1 et ３", "articles L. 1 et ²"])
def test_the_others_of_the_list_are_read(text: str) -> None:
    assert [r.target for r in find_references(text, act="code-du-travail")] == ["code-du-travail/l1"]


@given(st.text(alphabet=st.sampled_from([*DIGITS, *"L. -abis"]), max_size=12))
def test_normalising_never_fails(text: str) -> None:
    assert normalize_number(text).isascii()


def test_letters_that_case_takes_for_latin_ones_are_those() -> None:
    assert fold("artıcle ſ K") == "article s K"
