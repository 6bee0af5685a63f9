import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.lang.dates import DATE, find_date, french_date, read_date
from cpp_corpus.lang.typography import plain


@given(st.dates())
def test_both_ways(day: date) -> None:
    text = french_date(day)
    assert re.fullmatch(DATE, text)
    for spelling in (text, text.upper(), plain(text), text.replace(" ", "\u00a0"), text.replace("er ", "ER ")):
        assert read_date(spelling) == find_date(f"avant le {spelling}, ou après") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("09 décembre 2021", date(2021, 12, 9)),
        ("1 janvier 1900", date(1900, 1, 1)),
        ("1er  août\n2022", date(2022, 8, 1)),
        ("29 février 2020", date(2020, 2, 29)),
    ],
)
def test_read(text: str, day: date) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31 février 2020",
        "0 mai 2020",
        "15 aout",
        "août 2022",
        "15/08/2022",
        "115 mai 2022",
        "15 mai 20221",
        "1 mai 0",
    ],
)
def test_near_misses(text: str) -> None:
    assert read_date(text) is None
    assert find_date(text) is None


def test_the_first_true_date_is_found() -> None:
    assert find_date("du 30 février 2020 au 2 mars 2020 et au 3 mars 2020") == date(2020, 3, 2)
