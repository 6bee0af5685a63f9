from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.lang.republican import (
    REPUBLICAN_MONTHS,
    Republican,
    from_republican,
    republican_month,
    to_republican,
)
from cpp_corpus.lang.short_dates import short_date

STARTS = {  # 1 vendémiaire of every year
    1: (1792, 22), 2: (1793, 22), 3: (1794, 22), 4: (1795, 23), 5: (1796, 22), 6: (1797, 22), 7: (1798, 22),
    8: (1799, 23), 9: (1800, 23), 10: (1801, 23), 11: (1802, 23), 12: (1803, 24), 13: (1804, 23), 14: (1805, 23),
}  # fmt: skip


@pytest.mark.parametrize("year", STARTS)
def test_every_year_begins_on_its_day(year: int) -> None:
    gregorian, day = STARTS[year]
    assert from_republican(year, 1, 1) == date(gregorian, 9, day)


@given(st.dates(date(1792, 9, 22), date(1805, 12, 31)))
def test_both_ways(day: date) -> None:
    found = to_republican(day)
    assert found is not None
    assert from_republican(*found) == day
    assert short_date(str(found)) == short_date(str(found).upper().replace("ER ", "er ")) == day


def test_all_days_follow_each_other() -> None:
    day, before = date(1793, 1, 1), to_republican(date(1792, 12, 31))
    while day < date(1806, 1, 1):
        found = to_republican(day)
        assert found is not None
        assert before is not None
        assert found > before
        assert from_republican(*found) == day
        day, before = day + timedelta(1), found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25 ventôse an XI", date(1803, 3, 16)),
        ("28 pluviôse an VIII", date(1800, 2, 17)),
        ("1er vendémiaire an II", date(1793, 9, 22)),
        ("18 brumaire an VIII", date(1799, 11, 9)),
        ("9 thermidor an II", date(1794, 7, 27)),
        ("30 ventôse an XII", date(1804, 3, 21)),
        ("18 germinal an X", date(1802, 4, 8)),
        ("16 fructidor an III", date(1795, 9, 2)),
        ("29 floréal an X", date(1802, 5, 19)),
        ("23 prairial an XII", date(1804, 6, 12)),
        ("22 fructidor an XIII", date(1805, 9, 9)),
        ("6e jour complémentaire an III", date(1795, 9, 22)),
        ("5e jour complémentaire an II", date(1794, 9, 21)),
        ("10 nivôse an XIV", date(1805, 12, 31)),
        ("19 VENTOSE an XI", date(1803, 3, 10)),
        ("24 messidor de l'an XII", date(1804, 7, 13)),
        ("7 germinal, an 10", date(1802, 3, 28)),
        ("12 frimaire an 2", date(1793, 12, 2)),
        ("2 prairial\n  an XI", date(1803, 5, 22)),
        ("13-19 frimaire an II", date(1793, 12, 3)),
    ],
)
def test_read(text: str, day: date) -> None:
    assert short_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "11 nivôse an XIV", "31 ventôse an XI", "0 ventôse an XI", "25 ventôse an XV", "25 ventôse an 0",
        "25 ventôse an", "25 ventôse XI", "ventôse an XI", "25 ventoses an XI", "25 mars an XI", "25 moulin an XI",
        "6e jour complémentaire an II", "7e jour complémentaire an III", "25 ventôse 1803", "25 ventôse an XIA",
        "25 ventôse an IIII", "25ventôse an XI", "25 ventôse annexe", "125 ventôse an XI", "25 ventôse an xi",
        "25 ventôsean XI",
    ],
)  # fmt: skip
def test_near_misses(text: str) -> None:
    assert short_date(text) is None


@pytest.mark.parametrize("day", [date(1792, 9, 21), date(1806, 1, 1), date(2020, 1, 1)])
def test_out_of_use(day: date) -> None:
    assert to_republican(day) is None


@pytest.mark.parametrize("parts", [(0, 1, 1), (15, 1, 1), (2, 0, 1), (2, 14, 1), (2, 1, 31), (14, 4, 11)])
def test_days_that_are_none(parts: tuple[int, int, int]) -> None:
    assert from_republican(*parts) is None


def test_months() -> None:
    assert [republican_month(month) for month in REPUBLICAN_MONTHS] == list(range(1, 13))
    assert republican_month("mars") is None
    assert str(Republican(3, 13, 2)) == "2e jour complémentaire an III"
