"""Whether something is law on a day: the one rule that the whole library uses.

``docs/resolution.md`` has its table of cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import NamedTuple, TypeVar

from cpp_corpus.errors import InputError, expect

__all__ = ["ArticleState", "Validity", "day_given", "is_law", "status", "status_by_dates"]

Day = TypeVar("Day", date, str)
"""A date, or its ISO form: both sort by time."""


class ArticleState(StrEnum):
    """Whether an article is law at the date of its source."""

    IN_FORCE = "in_force"
    """It is law; also where the source does not name a state."""
    REPEALED = "repealed"
    """It is no longer law: repealed, lapsed, annulled or transferred."""
    FUTURE = "future"
    """It will become law after the day of its source."""
    UNKNOWN = "unknown"
    """It is not known whether it is law."""


class Validity(NamedTuple):
    """The dates and the state by which a record is law on a day or not.

    >>> past = Validity(ArticleState.REPEALED, date(2001, 1, 1), date(2016, 7, 1))
    >>> str(past.status_on(date(2016, 6, 30))), str(past.status_on(date(2016, 7, 1)))
    ('in_force', 'repealed')
    """

    state: ArticleState = ArticleState.UNKNOWN
    """The state that the source names, for the day on which it shows the law."""
    valid_from: date | None = None
    """First day of this version."""
    valid_to: date | None = None
    """First day on which this version is no longer law."""
    consolidated_at: date | None = None
    """Day on which the source shows the law."""

    def status_on(self, day: date | None = None) -> ArticleState:
        """The state on ``day``; without one, on the day of its source.

        The dates decide; where they are not enough, the state that the source names.

        >>> str(Validity(ArticleState.IN_FORCE, valid_from=date(2030, 1, 1)).status_on(date(2024, 12, 31)))
        'future'
        """
        expect("day", day, date, NoneType)
        return status(self.state, self.valid_from, self.valid_to, self.consolidated_at if day is None else day)

    def is_law_on(self, day: date | None = None) -> bool:
        """Whether it is law on ``day``, as in :meth:`status_on`: in force, or neither known to be repealed nor future.

        >>> Validity().is_law_on(date(2024, 12, 31)), Validity(ArticleState.FUTURE).is_law_on(date(2024, 12, 31))
        (True, False)
        """
        return is_law(self.status_on(day))


def day_given(day: date | str) -> date:
    """A day that a user gives; ``InputError`` for a text that is no date, ``ArgumentError`` for anything else.

    >>> day_given("2024-12-31")
    datetime.date(2024, 12, 31)
    """
    expect("day", day, date, str)
    try:
        return date.fromisoformat(day if isinstance(day, str) else day.isoformat()[:10])
    except ValueError:
        raise InputError(f"{day!r} is no date; write it as 2024-12-31") from None


def status(state: str, valid_from: Day | None, valid_to: Day | None, day: Day | None) -> ArticleState:
    """The state of a version on a day, by its dates, else ``state``, the one that its source names."""
    found = status_by_dates(state, valid_from, valid_to, day)
    return _STATES[state] if found is None else found


def status_by_dates(state: str, valid_from: Day | None, valid_to: Day | None, day: Day | None) -> ArticleState | None:
    """The state of a version on a day by its dates; ``None`` where they do not decide.

    They do not decide without a day, without any date, or where a necessary one is missing: the end of a version that
    is said to be repealed, or the beginning of one that is said to be future.
    """
    if day is None:
        return None
    if valid_from is not None and day < valid_from:
        return ArticleState.FUTURE
    if valid_to is not None:
        if day >= valid_to:
            return ArticleState.REPEALED
        if valid_from is None and state == ArticleState.FUTURE:
            return None
        return ArticleState.IN_FORCE
    return None if valid_from is None or state == ArticleState.REPEALED else ArticleState.IN_FORCE


_STATES: Mapping[str, ArticleState] = {state.value: state for state in ArticleState}
"""By value; ``ArticleState(value)`` takes several times as long, and this is asked for each target of a reference."""


def is_law(found: ArticleState) -> bool:
    """Whether a state counts as law: all but repealed and future."""
    return found is not ArticleState.REPEALED and found is not ArticleState.FUTURE
