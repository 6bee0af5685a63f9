"""The cases of law on a day, written by hand: what a version is, by its dates and the word of its source."""

from datetime import date
from typing import NamedTuple

from cpp_corpus.model.article import ArticleState

__all__ = ["CASES", "TABLE", "Case"]

FIRST, END = date(2015, 1, 1), date(2020, 1, 1)
DAYS = {"none": None, "before": date(2010, 6, 1), "within": date(2017, 6, 1), "after": date(2024, 6, 1)}

TABLE = """
in_force  none   in_force  in_force  in_force  in_force
in_force  from   in_force  future    in_force  in_force
in_force  to     in_force  in_force  in_force  repealed
in_force  both   in_force  future    in_force  repealed
repealed  none   repealed  repealed  repealed  repealed
repealed  from   repealed  future    repealed  repealed
repealed  to     repealed  in_force  in_force  repealed
repealed  both   repealed  future    in_force  repealed
future    none   future    future    future    future
future    from   future    future    in_force  in_force
future    to     future    future    future    repealed
future    both   future    future    in_force  repealed
unknown   none   unknown   unknown   unknown   unknown
unknown   from   unknown   future    in_force  in_force
unknown   to     unknown   in_force  in_force  repealed
unknown   both   unknown   future    in_force  repealed
"""
"""The word of the source, which dates are known, and the status without a day, and before, within and after them."""


class Case(NamedTuple):
    """One cell of the table."""

    state: ArticleState
    valid_from: date | None
    valid_to: date | None
    day: date | None
    status: ArticleState

    @property
    def is_law(self) -> bool:
        return self.status in {ArticleState.IN_FORCE, ArticleState.UNKNOWN}

    def __str__(self) -> str:
        return f"{self.state}, {self.valid_from} to {self.valid_to}, on {self.day}: {self.status}"


def _cases() -> list[Case]:
    made = []
    for row in TABLE.strip().splitlines():
        state, dates, *expected = row.split()
        begin = FIRST if dates in {"from", "both"} else None
        end = END if dates in {"to", "both"} else None
        made += [
            Case(ArticleState(state), begin, end, day, ArticleState(status))
            for day, status in zip(DAYS.values(), expected, strict=True)
        ]
    return made


CASES = _cases()
