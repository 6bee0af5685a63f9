import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.lang import adverbs
from cpp_corpus.lang.adverbs import ADVERB, adverb, adverb_value


@given(st.integers(2, 99))
def test_both_ways(value: int) -> None:
    word = adverb(value)
    assert adverb_value(word) == adverb_value(word.upper()) == value
    assert re.fullmatch(ADVERB, word)


def test_every_value_has_its_own_adverb() -> None:
    assert len({adverb(value) for value in range(2, 100)}) == 98


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("bis ter quater quinquies sexies septies octies nonies decies undecies duodecies terdecies quaterdecies", 2),
        ("quindecies sexdecies septdecies octodecies novodecies vicies unvicies duovicies tervicies quatervicies", 15),
        ("quinvicies sexvicies septvicies octovicies novovicies tricies untricies duotricies tertricies", 25),
    ],
)
def test_the_series(words: str, first: int) -> None:
    assert [adverb(value) for value in range(first, first + len(words.split()))] == words.split()


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("novies", 9), ("quinquedecies", 15), ("tridecies", 13), ("vecies", 20), ("trecies", 30), ("duodevicies", 18),
        ("undevicies", 19), ("sexties", 6), ("quinto", 5), ("unvecies", 21), ("quintrecies", 35), ("tersexagies", 63),
    ],
)  # fmt: skip
def test_other_spellings(word: str, value: int) -> None:
    assert adverb_value(word) == value
    assert re.fullmatch(ADVERB, word)
    assert adverb(value) != word or word == "tersexagies"


@pytest.mark.parametrize("word", ["", "semel", "ibis", "biss", "A", "ters", "bi"])
def test_near_misses(word: str) -> None:
    assert adverb_value(word) is None
    assert re.fullmatch(ADVERB, word) is None


@pytest.mark.parametrize("value", [0, 1, 100, -2])
def test_ranks_without_adverb(value: int) -> None:
    with pytest.raises(ValueError, match="no adverb"):
        adverb(value)


def test_spellings_are_unambiguous_and_all_match() -> None:
    spellings = [(word, value) for value, words in adverbs._SPELLINGS.items() for word in words]
    assert len(dict(spellings)) == len(spellings)
    assert all(re.fullmatch(ADVERB, word) and adverb_value(word) == value for word, value in spellings)


def test_the_longest_spelling_wins() -> None:
    match = re.match(ADVERB, "terdecies A")
    assert match is not None
    assert match[0] == "terdecies"
