"""Dates in short forms, found at a position: ``6 janv. 1978``, ``17/12/2014``, ``16-24 août 1790``.

=====================  =============================  ============================================================
form                   example                        rule
=====================  =============================  ============================================================
in words               ``1er janvier 2020``           any case, with or without accents; ``1°`` and ``01`` for 1
short month            ``27 juill. 2001``             with or without the point
in figures             ``17/12/2014``, ``3.5.2016``   day, month, year, one separator of ``/ . -``; 1700 to 2099
ISO                    ``2004-12-30``                 1700 to 2099
two dates of one law   ``16-24 août 1790``,           passed and sanctioned, until 1799: the first counts
                       ``16 et 24 août 1790``
Republican             ``25 ventôse an XI``           day of the Republican calendar
two digits of a year   ``6 janv. 78``                 after a month in words: 41 to 99, which are 1941 to 1999
two digits of a year   ``17/12/14``, ``10.07.65``     41 to 99 are 1941 to 1999; with ``/`` and three digits of day
                                                      and month 00 to 40 are 2000 to 2040; with ``.`` and ``-`` four
                                                      digits of day and month, or none is read
=====================  =============================  ============================================================
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from cpp_corpus.lang.dates import MONTHS
from cpp_corpus.lang.republican import from_republican, republican_month
from cpp_corpus.lang.roman import from_roman
from cpp_corpus.lang.typography import plain

__all__ = ["SHORT_MONTHS", "WrittenDate", "date_at", "month_of", "short_date"]

SHORT_MONTHS = (
    ("janv", "jan"), ("févr", "fév"), ("mars", "mar"), ("avr",), ("mai",), ("juin",),
    ("juill", "juil"), ("août",), ("sept", "sep"), ("oct",), ("nov",), ("déc",),
)  # fmt: skip
"""The short spellings of each month without their points, the usual one first."""

_RANK = {
    spelling: rank
    for rank, month in enumerate(MONTHS, 1)
    for word in (month, *SHORT_MONTHS[rank - 1])
    for spelling in (word, plain(word))
}
_LAST_DOUBLE = 1799
_LAST_SHORT = 40
"""The last year of this century that is written with two digits: "22/12/58" is of 1958."""
_ISO_FIRST, _ISO_LAST = 1700, 2099


class WrittenDate(NamedTuple):
    """A date as it stands in a text."""

    end: int
    """Where it ends."""
    day: date
    """The day; of two dates of one law, the first."""


def date_at(text: str, at: int, *, surely: bool = False) -> WrittenDate | None:
    """The date that begins at a position of folded text; ``None`` where none does.

    ``surely``: what stands there can be nothing but a date, however few its digits: "loi du 10.7.65".

    >>> date_at("L. n° 78-17, 6 janv. 1978, art. 32", 13)
    WrittenDate(end=25, day=datetime.date(1978, 1, 6))
    >>> [date_at(text, 0).day.isoformat() for text in ("17/12/2014", "16 et 24 août 1790", "25 ventôse an XI")]
    ['2014-12-17', '1790-08-16', '1803-03-16']
    >>> date_at("12-23.573", 0)
    >>> date_at("10.7.65", 0), date_at("10.7.65", 0, surely=True).day.isoformat()
    (None, '1965-07-10')
    """
    if not text[at : at + 1].isdigit() or (at and (text[at - 1].isalnum() or _goes_on_number(text, at))):
        return None
    match = _words().match(text, at)
    if match is not None:
        day = _in_words(match)
    else:
        match = _figures().match(text, at)
        day = None if match is None else _in_figures(match, surely=surely)
    return None if match is None or day is None else WrittenDate(match.end(), day)


def short_date(text: str) -> date | None:
    """The date that makes up a whole text, blanks aside; ``None`` where it is not one.

    >>> short_date(" 23 DEC. 2011 "), short_date("3.5.2016"), short_date("31 févr. 2020"), short_date("22/12/58")
    (datetime.date(2011, 12, 23), datetime.date(2016, 5, 3), None, datetime.date(1958, 12, 22))
    """
    bare = text.strip()
    found = date_at(bare, 0)
    return found.day if found is not None and found.end == len(bare) else None


def month_of(word: str) -> int | None:
    """The rank of a month by its name, whole or short, in any case and with or without accents and point.

    >>> month_of("févr."), month_of("DECEMBRE"), month_of("pluviôse")
    (2, 12, None)
    """
    return _RANK.get(word.lower().removesuffix("."))


# ---------------------------------------------------------------------------------------------------------------------


def _goes_on_number(text: str, at: int) -> bool:
    """Whether there is a digit and a separator just before ``at``."""
    return at > 1 and text[at - 1] in "./-–" and text[at - 2].isdigit()


@cache
def _words() -> re.Pattern[str]:
    blank, month = r"\s{1,40}", r"([^\W\d_]{3,14})"
    second = rf"(?:\s?[-–]\s?|{blank}et{blank})[0-9]{{1,2}}(?:er)?"
    of_range = rf"(?:er)?{second}{blank}{month}|(?:er)?{blank}{month}{second}{blank}{month}"
    alone = rf"(?:er|ER|°|[eE]|[èe]me)?{blank}(?:jour{blank}|JOUR{blank})?{month}"
    year = r"(?:\.\s{0,40}|\s{1,40})([0-9]{4}|[0-9]{2}(?!\s?(?:[0-9%°h/-]|:\s?[0-9]|[.,][0-9])))"
    republican = rf"(?:\.\s{{0,40}}|,?{blank})(?:de l')?(?:an|AN){blank}([IVX]{{1,4}}|[0-9]{{1,2}})"
    return re.compile(rf"([0-9]{{1,2}})(?:{of_range}|{alone})(?:{year}|{republican})(?!\w)")


def _in_words(match: re.Match[str]) -> date | None:
    day, of_range, from_month, to_month, month, year, republican = match.groups()
    first = from_month or of_range or month
    if republican is not None:
        rank = republican_month(first)
        number = int(republican) if republican.isdigit() else from_roman(republican)
        return None if rank is None or number is None else from_republican(number, rank, int(day))
    rank = month_of(first)
    if rank is None or (to_month is not None and month_of(to_month) is None):
        return None
    value = int(year)
    if len(year) == 2:
        if value <= _LAST_SHORT:
            return None
        value += 1900
    return None if month is None and value > _LAST_DOUBLE else _day(value, rank, int(day))


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(
        r"(?:([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})|([0-9]{4})-([0-9]{2})-([0-9]{2}))"
        r"(?![0-9A-Za-z]|[/.-][0-9])"
    )


_DIGITS = 3  # of day and month at least, where the year has two: "10/7/65"


def _in_figures(match: re.Match[str], *, surely: bool) -> date | None:
    day, separator, month, year, iso_year, iso_month, iso_day = match.groups()
    if iso_year is not None:
        day, month, year = iso_day, iso_month, iso_year
    value = int(year)
    if len(year) == 2:
        recent, digits = value <= _LAST_SHORT, len(day) + len(month)
        sure = surely or (digits >= _DIGITS if separator == "/" else digits > _DIGITS and not recent)
        if not sure and (recent or separator != "/"):
            return None
        value += 2000 if recent else 1900
    return _day(value, int(month), int(day)) if _ISO_FIRST <= value <= _ISO_LAST else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
