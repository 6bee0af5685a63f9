"""Whether something is law on a day: the one rule, which everything that asks for a day goes by.

``docs/resolution.md`` has its table of cases.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeVar

__all__ = ["ArticleState", "Validity", "is_law", "status", "status_by_dates"]

Day = TypeVar("Day", date, str)
"""A date, or its ISO form: both compare in the order of time."""


class ArticleState(StrEnum):
    """Whether an article is law at the date of its source."""

    IN_FORCE = "in_force"
    """It is law; a source that says nothing of the state shows articles in force."""
    REPEALED = "repealed"
    """It is law no more: repealed, lapsed, annulled or transferred."""
    FUTURE = "future"
    """It will be law from a day after that of its source."""
    UNKNOWN = "unknown"
    """Its source leaves open whether it is law."""


class Validity(NamedTuple):
    """What is known of the time in which a record is law.

    >>> past = Validity(ArticleState.REPEALED, date(2001, 1, 1), date(2016, 7, 1))
    >>> str(past.status_on(date(2016, 6, 30))), str(past.status_on(date(2016, 7, 1)))
    ('in_force', 'repealed')
    """

    state: ArticleState = ArticleState.UNKNOWN
    """What the source says, of the day on which it shows the law."""
    valid_from: date | None = None
    """First day of this version."""
    valid_to: date | None = None
    """First day on which this version is no longer law."""
    consolidated_at: date | None = None
    """Date of which the source says it shows the law."""

    def status_on(self, day: date | None = None) -> ArticleState:
        """What it is on ``day``; without one, on that of its source.

        What its dates say counts more than the word of its source. Where they do not decide, its word does.

        >>> str(Validity(ArticleState.IN_FORCE, valid_from=date(2030, 1, 1)).status_on(date(2024, 12, 31)))
        'future'
        """
        return status(self.state, self.valid_from, self.valid_to, self.consolidated_at if day is None else day)

    def is_law_on(self, day: date | None = None) -> bool:
        """Whether it is law on ``day``, as in :meth:`status_on`: in force, or not known to be repealed or to come.

        >>> Validity().is_law_on(date(2024, 12, 31)), Validity(ArticleState.FUTURE).is_law_on(date(2024, 12, 31))
        (True, False)
        """
        return is_law(self.status_on(day))


def status(state: str, valid_from: Day | None, valid_to: Day | None, day: Day | None) -> ArticleState:
    """What a version is on a day, by its dates, else by ``state``, the word of its source."""
    found = status_by_dates(state, valid_from, valid_to, day)
    return ArticleState(state) if found is None else found


def status_by_dates(state: str, valid_from: Day | None, valid_to: Day | None, day: Day | None) -> ArticleState | None:
    """What a version is on a day by its dates; ``None`` where they do not decide.

    They do not without a day, and where there are none. Nor do they where one is missing that must be: of what is
    repealed the end, once it has begun; of what is to come the beginning, until it has ended.
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


def is_law(found: ArticleState) -> bool:
    """Whether that is law, or not known not to be."""
    return found is not ArticleState.REPEALED and found is not ArticleState.FUTURE
