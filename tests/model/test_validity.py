"""The table of cases: what a version is on a day, as a lawyer has it."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.model.article import Article, ArticleState, Source
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.model.span import Span
from cpp_corpus.model.validity import Validity
from tests.law_on_a_day import CASES, TABLE, Case

PAGE = Path(__file__).parents[2] / "docs" / "resolution.md"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_table(case: Case) -> None:
    validity = Validity(case.state, case.valid_from, case.valid_to)
    assert validity.status_on(case.day) is case.status
    assert validity._replace(consolidated_at=case.day).status_on() is case.status  # the day of the source
    assert validity.is_law_on(case.day) is case.is_law


def test_the_table_has_every_case() -> None:
    assert len({(c.state, c.valid_from is None, c.valid_to is None, c.day) for c in CASES}) == len(CASES) == 64


def test_the_page_has_the_table() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    rows = [line.strip("|").split("|") for line in lines]
    shown = [" ".join(cell.strip(" `").replace(" ", "_") for cell in row) for row in rows if len(row) == 6]
    assert [" ".join(row.split()) for row in TABLE.strip().splitlines()] == shown[2:]


def test_first_and_last_day() -> None:
    first, end = date(2015, 1, 1), date(2020, 1, 1)
    both = Validity(ArticleState.UNKNOWN, first, end)
    assert both.status_on(first) is ArticleState.IN_FORCE
    assert both.status_on(date(2019, 12, 31)) is ArticleState.IN_FORCE
    assert both.status_on(end) is ArticleState.REPEALED


def test_what_never_was_law() -> None:
    """Some versions end on the day on which they would have begun."""
    day = date(2015, 1, 1)
    never = Validity(ArticleState.IN_FORCE, day, day)
    assert [never.is_law_on(on) for on in (date(2014, 12, 31), day, date(2015, 1, 2))] == [False] * 3


DAYS = st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1))


@given(st.sampled_from(ArticleState), DAYS, DAYS, DAYS, DAYS)
def test_records_and_the_index_have_the_rule(
    state: ArticleState, begin: date | None, end: date | None, source_day: date | None, day: date | None
) -> None:
    def iso(on: date | None) -> str | None:
        return None if on is None else on.isoformat()

    validity = Validity(state, begin, end, source_day)
    source = Source(path="1.md", format="mirror-page", line=1, byte=Span(0, 1))
    article = Article(id="a/1", state=state, valid_from=begin, valid_to=end, consolidated_at=source_day, source=source)
    indexed = IndexedArticle("a/1", "a", "1", state, iso(begin), iso(end), (), iso(source_day))
    assert article.validity == validity
    assert indexed.status_on(iso(day)) is validity.status_on(day)
    assert indexed.is_law_on(iso(day)) is validity.is_law_on(day)
