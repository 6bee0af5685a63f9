import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.lang.ordinals import (
    CARDINAL,
    ORDINAL,
    ORDINAL_FIGURE,
    cardinal,
    cardinal_value,
    ordinal,
    ordinal_value,
)
from cpp_corpus.lang.roman import to_roman
from cpp_corpus.lang.typography import plain


@given(st.integers(1, 100) | st.sampled_from([-1, -2]), st.booleans(), st.sampled_from(["", "s"]))
def test_ordinals_both_ways(value: int, feminine: bool, plural: str) -> None:
    word = ordinal(value, feminine=feminine) + plural
    for spelling in (word, word.replace("-", " "), plain(word)):
        assert re.fullmatch(ORDINAL, spelling)
        assert ordinal_value(spelling) == ordinal_value(spelling.upper()) == value


@given(st.integers(1, 100))
def test_cardinals_both_ways(value: int) -> None:
    assert cardinal_value(cardinal(value)) == cardinal_value(cardinal(value).replace("-", " ")) == value
    assert (re.fullmatch(CARDINAL, cardinal(value)) is not None) == (value > 1)


@given(st.integers(2, 999), st.sampled_from(["e", "ème", "ième", "es"]))
def test_figures(value: int, ending: str) -> None:
    for figure in (str(value), to_roman(value)):
        assert ordinal_value(figure + ending) == value
        assert re.fullmatch(ORDINAL_FIGURE, figure + ending)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("premier première premiers premieres 1er 1re 1ère Ier Ire Ière", 1),
        ("second seconde secondes deuxième 2e 2nd 2nde 2ème IIe", 2),
        ("dernier dernière derniers", -1),
        ("avant-dernier avant-dernières pénultième penultieme", -2),
        ("vingt-et-unième", 21),
        ("soixante-dixième", 70),
        ("soixante-et-onzième", 71),
        ("quatre-vingt-unième", 81),
        ("centième", 100),
    ],
)
def test_words(words: str, value: int) -> None:
    assert {ordinal_value(word) for word in words.split()} == {value}


@pytest.mark.parametrize("word", ["", "secondaire", "troie", "0e", "2er", "1e", "le", "ce", "me", "IIIIe", "12", "bis"])
def test_near_misses(word: str) -> None:
    assert ordinal_value(word) is None


@pytest.mark.parametrize("text", ["secondaire", "premièrement", "dixièmeté"])
def test_the_pattern_stops_at_words(text: str) -> None:
    assert re.match(ORDINAL, text) is None


def test_patterns_take_the_longest() -> None:
    assert re.findall(ORDINAL, "vingt et unième, trente-deuxième") == ["vingt et unième", "trente-deuxième"]
    assert re.findall(CARDINAL, "dix-sept, quatre-vingt-dix, deux") == ["dix-sept", "quatre-vingt-dix", "deux"]


@pytest.mark.parametrize("value", [0, 101])
def test_beyond_the_words(value: int) -> None:
    with pytest.raises(ValueError, match="1 to 100"):
        cardinal(value)
    with pytest.raises(ValueError, match="1 to 100"):
        ordinal(value)


def test_figures_stay_apart_from_words_in_any_case() -> None:
    assert re.findall(ORDINAL_FIGURE, "le 2e et la IIIe, 1er", re.IGNORECASE) == ["2e", "IIIe", "1er"]
