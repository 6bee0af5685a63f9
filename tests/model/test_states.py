"""State words and dates of the sources."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.states import is_open_day, read_validity, source_day, state_named
from cpp_corpus.model.validity import Validity

DAY = date(2026, 2, 5)


@pytest.mark.parametrize(
    ("word", "start", "end", "state", "disagrees"),
    [
        ("VIGUEUR", "2016-01-01", "2999-01-01", "in_force", False),
        ("ABROGE_DIFF", "2016-01-01", "2028-01-01", "in_force", False),
        ("MODIFIE", "2016-01-01", "2020-01-01", "repealed", False),
        ("MODIFIE", "2016-01-01", "2027-01-01", "in_force", True),
        ("VIGUEUR_DIFF", "2030-01-01", "2999-01-01", "future", False),
        ("VIGUEUR_DIFF", "2020-01-01", "2999-01-01", "in_force", True),
        ("VIGUEUR_DIFF", "2222-02-22", "2999-01-01", "future", False),
        ("VIGUEUR", "2222-02-22", "2222-02-22", "future", True),
        ("VIGUEUR", "2016-01-01", "2222-02-22", "in_force", False),
        ("VIGUEUR", "2016-01-01", "2026-02-05", "repealed", True),
        ("VIGUEUR", "2026-02-05", "2999-01-01", "in_force", False),
        ("VIGUEUR", "2020-01-01", "2019-01-01", "repealed", True),
        ("MODIFIE_MORT_NE", "2020-01-01", "2019-01-01", "repealed", False),
        ("MODIFIE_MORT_NE", "2016-01-01", "2999-01-01", "repealed", False),
        ("MODIFIE_MORT_NE", "2016-01-01", "2028-01-01", "repealed", False),
        ("VIGUEUR_NON_ETEN", "2016-01-01", "2999-01-01", "in_force", False),
        (None, "2016-01-01", "2999-01-01", "in_force", False),
        ("", "2016-01-01", "2020-01-01", "repealed", False),
        ("INITIALE", "2999-01-01", "2999-01-01", "unknown", False),
        (None, None, None, "unknown", False),
    ],
)
def test_the_dates_decide(word: str | None, start: str | None, end: str | None, state: str, *, disagrees: bool) -> None:
    found = read_validity(word, start, end, day=DAY)
    assert (found.state, found.problem is not None) == (state, disagrees)
    assert Validity(found.state, found.valid_from, found.valid_to, DAY).is_law_on() == (
        state in {"in_force", "unknown"}
    )


@pytest.mark.parametrize("word", ["MODIFIE_MORT_NE", "MODIFIE MORT-NÉ"])
def test_what_is_never_in_force_is_law_on_no_day(word: str) -> None:
    for end in ("2999-01-01", "2028-01-01", "2019-01-01", None):
        found = read_validity(word, "2020-01-01", end)
        validity = Validity(found.state, found.valid_from, found.valid_to)
        assert not any(validity.is_law_on(date(year, 6, 1)) for year in range(2015, 2035))


def test_without_a_day_the_word_decides() -> None:
    assert read_validity("MODIFIE", "2016-01-01", "2020-01-01").state is ArticleState.REPEALED
    assert read_validity("VIGUEUR", "2016-01-01", "2020-01-01").state is ArticleState.IN_FORCE
    assert read_validity("VIGUEUR_DIFF", "2016-01-01", None).state is ArticleState.FUTURE


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2016-07-01", date(2016, 7, 1)),
        ("2016-07-01T00:00:00+02:00", date(2016, 7, 1)),
        ("2016-07-01T00:00:00.000+0200", date(2016, 7, 1)),
        ("2016-06-30T22:00:00Z", date(2016, 7, 1)),
        ("2015-12-31T23:00:00.000Z", date(2016, 1, 1)),
        ("2016-01-01 00:00:00", date(2016, 1, 1)),
        (1451606400000, date(2016, 1, 1)),
        (1451602800000, date(2016, 1, 1)),  # midnight of Paris
        (1451606400000.0, date(2016, 1, 1)),
        (-5_000_000_000_000, date(1811, 7, 23)),
        (date(2016, 7, 1), date(2016, 7, 1)),
        (datetime(2016, 7, 1, tzinfo=UTC), date(2016, 7, 1)),
        (7_956_835_200_000, None),  # 2222-02-22
        ("32472144000000", None),
        (10**17, None),
        (float("nan"), None),
        (float("inf"), None),
        ("2016-13-01", None),
        ("2016-02-30T00:00:00Z", None),
        (True, None),
        ("", None),
    ],
)
def test_days(written: str | float | date, day: date | None) -> None:
    assert source_day(written) == day


def test_unknown_is_not_open() -> None:
    assert is_open_day("2999-01-01")
    assert not is_open_day("2222-02-22")


def test_words() -> None:
    named = {word: state_named(word) for word in ("PERIME", "Transféré", "Vigueur différée", "vigueur", "Vent")}
    assert [state and str(state) for state in named.values()] == ["repealed", "repealed", "future", "in_force", None]
