"""Dates as French law writes them: ``15 août 2022``, ``1er janvier 2020``, ``09 décembre 2021``."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.typography import fold, plain

__all__ = ["DATE", "MONTH", "MONTHS", "find_date", "french_date", "read_date"]

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
"""The months, in order."""
_RANK = {plain(month): rank for rank, month in enumerate(MONTHS, 1)}

MONTH = "(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)"
"""Source of a pattern for a month, in lower case, with or without accents."""

DATE = rf"(?<![0-9])(?:1er|[0-9]{{1,2}})[ ]{MONTH}[ ][0-9]{{4}}(?![0-9]{{3}})"
"""Source of a pattern for a whole date, in lower case, on folded and tidied text; the day may be ``0`` or ``99``.

The call of a footnote may be written together with the year: "1er décembre 19862".
"""

_PARTS = Pattern(
    rf"(?<![0-9])(?P<day>[0-9]{{1,2}})(?:er)?\s+(?P<month>{MONTH.replace('é', 'ÉéE').replace('û', 'Ûû')})"
    r"\s+(?P<year>[0-9]{4})(?![0-9])",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 12)
def read_date(text: str) -> date | None:
    """The date that ``text`` is, in any case and with or without accents; ``None`` where it is no date.

    >>> read_date("1er janvier 2020"), read_date("09 DECEMBRE 2021"), read_date("31 février 2020")
    (datetime.date(2020, 1, 1), datetime.date(2021, 12, 9), None)
    """
    match = _PARTS.fullmatch(fold(text).strip())
    return None if match is None else _date(match)


def find_date(text: str) -> date | None:
    """The first date in ``text``; ``None`` where there is none.

    >>> find_date("Version consolidée au 15 août 2022")
    datetime.date(2022, 8, 15)
    """
    return next((found for match in _PARTS.finditer(fold(text)) if (found := _date(match))), None)


def french_date(day: date) -> str:
    """A date in words.

    >>> french_date(date(2020, 1, 1)), french_date(date(2022, 8, 15))
    ('1er janvier 2020', '15 août 2022')
    """
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year:04}"


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), _RANK[plain(match["month"]).lower()], int(match["day"]))
    except ValueError:  # such as 31 February
        return None
