import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.lang.roman import ROMAN, from_roman, to_roman


@given(st.integers(1, 3999))
def test_both_ways(value: int) -> None:
    numeral = to_roman(value)
    assert from_roman(numeral) == from_roman(numeral.lower()) == value
    assert re.fullmatch(ROMAN, numeral)


@given(st.text("IVXLCDM", max_size=8))
def test_only_regular_numerals_have_a_value(text: str) -> None:
    value = from_roman(text)
    assert value is None or to_roman(value) == text


@pytest.mark.parametrize("text", ["", " ", "IIII", "VX", "IC", "IXI", "Ier", "ⅳ", "ıv", "X\n", "12"])
def test_near_misses(text: str) -> None:
    assert from_roman(text) is None


@pytest.mark.parametrize("value", [0, -1, 4000])
def test_values_without_numeral(value: int) -> None:
    with pytest.raises(ValueError, match="no Roman numeral"):
        to_roman(value)


def test_the_pattern_never_matches_nothing() -> None:
    assert re.match(ROMAN, "A") is None
