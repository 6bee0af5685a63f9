"""The Republican calendar, in which the acts of 1793 to 1805 are dated: ``25 ventôse an XI`` is 16 March 1803.

A year has twelve months of thirty days, and five days more, six in the years III, VII and XI. It was in use until
10 nivôse an XIV, 31 December 1805 (sénatus-consulte of 22 fructidor an XIII); dates are counted from
1 vendémiaire an I, 22 September 1792 (decree of 4 frimaire an II).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from cpp_corpus.lang.roman import to_roman
from cpp_corpus.lang.typography import plain

__all__ = ["REPUBLICAN_MONTHS", "Republican", "from_republican", "republican_month", "to_republican"]

REPUBLICAN_MONTHS = (
    "vendémiaire", "brumaire", "frimaire", "nivôse", "pluviôse", "ventôse",
    "germinal", "floréal", "prairial", "messidor", "thermidor", "fructidor",
)  # fmt: skip
"""The months, in order."""

_COMPLEMENTARY = 13
_SHORT = ("vend", "brum", "frim", "niv", "pluv", "vent", "germ", "flor", "prair", "mess", "therm", "fruct")
_RANK = {
    spelling: rank
    for rank, month in enumerate((*REPUBLICAN_MONTHS, "complémentaire"), 1)
    for spelling in (month, plain(month))
} | {month: rank for rank, month in enumerate(_SHORT, 1)}
_FIRST = date(1792, 9, 22)
_END = date(1806, 1, 1)


class Republican(NamedTuple):
    """A day of the calendar."""

    year: int
    """1 to 14."""
    month: int
    """1 to 12; 13 for the complementary days."""
    day: int
    """1 to 30; 1 to 6 of the complementary days."""

    def __str__(self) -> str:
        """The date as acts write it.

        >>> str(Republican(11, 6, 25)), str(Republican(3, 13, 1))
        ('25 ventôse an XI', '1er jour complémentaire an III')
        """
        first = self.day == 1
        if self.month == _COMPLEMENTARY:
            return f"{self.day}{'er' if first else 'e'} jour complémentaire an {to_roman(self.year)}"
        return f"{self.day}{'er' if first else ''} {REPUBLICAN_MONTHS[self.month - 1]} an {to_roman(self.year)}"


def from_republican(year: int, month: int, day: int) -> date | None:
    """The Gregorian date; ``None`` where the Republican calendar has no such day. Month 13 has the complementary days.

    >>> from_republican(11, 6, 25), from_republican(8, 5, 28), from_republican(2, 13, 6)
    (datetime.date(1803, 3, 16), datetime.date(1800, 2, 17), None)
    """
    if not (1 <= year <= 14 and 1 <= month <= _COMPLEMENTARY):
        return None
    longest = 30 if month < _COMPLEMENTARY else 6 if year % 4 == 3 else 5
    if not 1 <= day <= longest:
        return None
    found = _FIRST + timedelta(_days_before(year) + 30 * (month - 1) + day - 1)
    return found if found < _END else None


def to_republican(day: date) -> Republican | None:
    """A date in the Republican calendar; ``None`` outside the years in which it counts.

    >>> to_republican(date(1803, 3, 16)), to_republican(date(1806, 1, 1))
    (Republican(year=11, month=6, day=25), None)
    """
    if not _FIRST <= day < _END:
        return None
    passed = (day - _FIRST).days
    year = next(year for year in range(14, 0, -1) if _days_before(year) <= passed)
    month, rest = divmod(passed - _days_before(year), 30)
    return Republican(year, month + 1, rest + 1)


def republican_month(word: str) -> int | None:
    """The rank of a month by its name, whole or short, in any case and with or without accents and point.

    13 for "complémentaire".

    >>> republican_month("Pluviôse"), republican_month("VENTOSE"), republican_month("pluv."), republican_month("mars")
    (5, 6, 5, None)
    """
    return _RANK.get(word.lower().removesuffix("."))


def _days_before(year: int) -> int:
    return 365 * (year - 1) + year // 4
