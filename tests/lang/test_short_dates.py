import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.lang.dates import french_date
from cpp_corpus.lang.short_dates import SHORT_MONTHS, date_at, month_of, short_date
from cpp_corpus.lang.typography import plain


@given(st.dates(date(1700, 1, 1), date(2099, 12, 31)))
def test_every_day_in_every_form(day: date) -> None:
    month = day.month
    spellings = [
        french_date(day),
        day.isoformat(),
        f"{day.day}/{month}/{day.year}",
        f"{day.day:02}.{month:02}.{day.year}",
        f"{day.day}-{month:02}-{day.year}",
        *(f"{day.day} {short}. {day.year}" for short in SHORT_MONTHS[month - 1]),
    ]
    for spelling in spellings:
        for text in (spelling, spelling.upper(), plain(spelling), spelling.replace(" ", "\n  ")):
            assert short_date(text) == day
            assert date_at(f"({text}, art. 7)", 1) == (1 + len(text), day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("6 janv. 1978", date(1978, 1, 6)),
        ("10 févr. 2016", date(2016, 2, 10)),
        ("10 fev 2016", date(2016, 2, 10)),
        ("27 juill. 2001", date(2001, 7, 27)),
        ("27 juill.2001", date(2001, 7, 27)),
        ("27 Juil. 2001", date(2001, 7, 27)),
        ("23 DÉC. 2011", date(2011, 12, 23)),
        ("23 dec. 2011", date(2011, 12, 23)),
        ("1er août 2003", date(2003, 8, 1)),
        ("1° aout 2003", date(2003, 8, 1)),
        ("01 sept. 2003", date(2003, 9, 1)),
        ("1er/", None),
        ("17/12/2014", date(2014, 12, 17)),
        ("17.12.2014", date(2014, 12, 17)),
        ("17-12-2014", date(2014, 12, 17)),
        ("2014-12-17", date(2014, 12, 17)),
        ("1/2/2014", date(2014, 2, 1)),
        ("17/12/14", date(2014, 12, 17)),
        ("17/12/98", date(1998, 12, 17)),
        ("17/12/40", date(2040, 12, 17)),
        ("6 janv. 78", date(1978, 1, 6)),
        ("6 janvier 99", date(1999, 1, 6)),
        ("16-24 août 1790", date(1790, 8, 16)),
        ("16 - 24 août 1790", date(1790, 8, 16)),
        ("2–17 mars 1791", date(1791, 3, 2)),
        ("28 septembre-6 octobre 1791", date(1791, 9, 28)),
        ("25 ventôse an XI", date(1803, 3, 16)),
        ("22/12/58", date(1958, 12, 22)),
        ("2/2/45", date(1945, 2, 2)),
        ("6 janv. 59", date(1959, 1, 6)),
    ],
)
def test_read(text: str, day: date | None) -> None:
    assert short_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "", "mars", "6 janv.", "janv. 1978", "6 moulin 1978", "31 févr. 2020", "0 mai 2020", "32/12/2014",
        "12/13/2014", "17/12.2014", "17/12/201", "17/12/20145", "17/12/2014/3", "17.12.14", "17-12-14", "7/2/14",
        "7/2/40", "6 janv. 12", "6 janv. 40", "12-23.573", "19/01234", "10.1.1", "16-24 août 2010",
        "3 mars 1699-", "2014-13-01", "2014-1-2", "14-12-2014a", "3 mars 12 h", "3 mars 80 %", "1er", "6 janv. 19781",
        "1.1.1", "24 juin 78-17", "17 / 12 / 2014", "3 mars 1500.5-", "17/12/1699", "16-24 moulin 1790",
        "6 jan ver 1978",
    ],
)  # fmt: skip
def test_near_misses(text: str) -> None:
    assert short_date(text) is None


@pytest.mark.parametrize(
    ("text", "at"),
    [("117/12/2014", 1), ("3-17/12/2014", 2), ("a17/12/2014", 1), ("22-10.12.2014", 3), ("le 6 mai 2014", 0)],
)
def test_it_begins_where_a_date_may(text: str, at: int) -> None:
    assert date_at(text, at) is None


@given(st.text(string.digits + "/.- maijnvor", max_size=24), st.integers(0, 24))
def test_it_stays_in_the_text(text: str, at: int) -> None:
    found = date_at(text, at)
    assert found is None or at < found.end <= len(text)


def test_months() -> None:
    assert [month_of(short) for month in SHORT_MONTHS for short in month] == [
        rank for rank, month in enumerate(SHORT_MONTHS, 1) for _ in month
    ]
    assert month_of("moulin") is None
