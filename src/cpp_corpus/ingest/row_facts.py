"""States and days in the cells of a table, as people and spreadsheets write them.

=======  ==========================================================================================================
value    is read as
=======  ==========================================================================================================
state    a state word, in any gender and number; one with its day, ``Abrogé le 1er mars 2020``; what repealed it,
         ``Abrogé par la loi …``; letters, ``V``, ``Ab``; ``oui`` and ``non`` in a column “en vigueur”
day      ISO dates and times, milliseconds, ``01/10/2016``, ``3/4/20``, ``20161001``, ``2016/10/01``,
         ``1er octobre 2016``; in a spreadsheet also the number of a day, 43831
=======  ==========================================================================================================

What may mean two things is not read: ``Modifié le …``, since the day may be that of the version or of its end; ``A``
in a column without ``V``, ``VT`` and ``VD``, since it may be “actif”; ``03/04/2020`` where other days have the month
first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from cpp_corpus.ingest.article_data import ArticleData
from cpp_corpus.lang.dates import read_date
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.short_dates import date_at
from cpp_corpus.lang.typography import fold, plain, tidy, without_damage
from cpp_corpus.model.counting import counted
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.state_words import LETTERS
from cpp_corpus.model.states import Value, is_day, source_day, state_named

__all__ = ["Day", "Habits", "Said", "cell_text", "habits_of", "read_day", "read_state", "unread_facts"]


class Habits(NamedTuple):
    """How a table writes states and days, by all of its rows."""

    has_letters: bool = False
    """Whether its column of states has ``V``, ``VT`` or ``VD``, so that other letters are such as well."""
    is_month_first: bool = False
    """Whether more of its days can only have the month first than only the day."""
    day_zero: date | None = None
    """The day before that with the number 1, where numbers are those of days, as in spreadsheets."""


_NO_HABITS = Habits()


class Said(NamedTuple):
    """What a cell says of the state of an article."""

    word: str | None = None
    """The state word; ``None`` where it says none."""
    start: date | None = None
    """First day of the version."""
    end: date | None = None
    """First day on which it is no longer law."""
    is_read: bool = True
    """Whether the cell is read, or says nothing."""


class Day(NamedTuple):
    """The day of a cell."""

    value: Value = None
    """The day as a source writes it; ``None`` where the cell has none."""
    is_read: bool = True
    """Whether the cell is read, or says nothing."""


def habits_of(states: Iterable[Any], days: Iterable[Any], day_zero: date | None = None) -> Habits:
    """The habits of a table with these cells of states and days.

    >>> habits_of(["V", "A"], ["03/13/2020", "03/04/2020"])
    Habits(has_letters=True, is_month_first=True, day_zero=None)
    """
    orders = [order for value in days if isinstance(value, str) and (order := _order(value))]
    return Habits(
        has_letters=any(isinstance(value, str) and value.strip(_AROUND) in _LETTERS_OF_LAW for value in states),
        is_month_first=orders.count("month") > orders.count("day"),
        day_zero=day_zero,
    )


def read_state(value: Any, habits: Habits = _NO_HABITS, *, is_answer: bool = False) -> Said:
    """The state that a cell says; ``is_answer``: it answers whether the article is in force.

    >>> read_state("Abrogé le 1er mars 2020")
    Said(word='ABROGE', start=None, end=datetime.date(2020, 3, 1), is_read=True)
    >>> read_state("Articles abrogés").word, read_state("non", is_answer=True).word, read_state("non")
    ('ABROGE', 'ABROGE', Said(word=None, start=None, end=None, is_read=False))
    >>> read_state("A").is_read, read_state("A", Habits(has_letters=True)).word, read_state("Ab").word
    (False, 'ABROGE', 'ABROGE')
    >>> read_state("P").is_read, read_state("P", Habits(has_letters=True)).word, read_state("Abr.").word
    (False, 'PERIME', 'ABROGE')
    """
    words = cell_text("oui" if value is True else "non" if value is False else value)
    if words is None or plain(words).lower() in _NOTHING_SAID:
        return Said(is_read=value is None or not isinstance(value, list | dict))
    if is_answer and (answer := _ANSWERS.get(plain(words).lower().rstrip("."))):
        return Said(answer)
    letters = words.strip(_AROUND)
    if (word := _LETTERS.get(letters)) and (habits.has_letters or letters in _SURE):
        return Said(word)
    if word := _state_word(words):
        return Said(word)
    return _with_its_day(words, habits) or Said(is_read=False)


def read_day(value: Any, habits: Habits = _NO_HABITS) -> Day:
    """The day of a cell.

    >>> read_day("3/4/20").value, read_day("le 1er octobre 2016").value, read_day(1475272800000).value
    ('2020-04-03', datetime.date(2016, 10, 1), 1475272800000)
    >>> [read_day(value).is_read for value in ("31/02/2020", "2019-13-01", "03/13/2020", 43831, "-", None)]
    [False, False, False, False, True, True]
    >>> read_day(43831, Habits(day_zero=date(1899, 12, 30))).value
    datetime.date(2020, 1, 1)
    """
    if isinstance(value, datetime):
        return Day(value.isoformat())
    if isinstance(value, date):
        return Day(value)
    words = cell_text(value // 1 if isinstance(value, float) else value)
    if words is None or plain(words).lower() in _NO_DAY:
        return Day(is_read=value is None or not isinstance(value, list | dict | bool))
    if not isinstance(value, str) and len(words) != _DIGITS_OF_DAY:
        return _day_of_number(int(words), habits)
    found = _day_of_words(_BEFORE_DAY.sub("", words), habits)
    return Day(is_read=False) if found is None else Day(found)


def unread_facts(articles: Sequence[ArticleData], path: str) -> Iterator[Finding]:
    """A finding for each column with values of ``articles`` that were not read; ``path`` is that of the file."""
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for article in articles:
        for unread in article.unread:
            found.setdefault((unread.what, unread.column), []).append((article.place.line, unread.value))
    for (what, column), values in found.items():
        shown = list(dict.fromkeys(value for _, value in values))
        more = f" and {len(shown) - _SHOWN} others" if len(shown) > _SHOWN else ""
        message = (
            f"{counted(len(values), 'value')} of the column {without_damage(column)!r} cannot be read as a {what}:"
            f" {', '.join(map(repr, shown[:_SHOWN]))}{more}. {_EXPECTED[what]}"
        )
        yield Finding.build(FindingCode.UNREADABLE_FACT, message, path=path, line=values[0][0])


def cell_text(value: Any) -> str | None:
    """A value as text; that of a column of numbers too.

    >>> cell_text(" Le vent "), cell_text(12.0), cell_text("nan"), cell_text([])
    ('Le vent', '12', None, None)
    """
    if isinstance(value, str):
        words = without_damage(value).strip()
        return words if words and words not in _NOTHING else None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


# ---------------------------------------------------------------------------------------------------------------------

_SHOWN = 5  # values in a message
_NOTHING = frozenset(("nan", "NaN", "None", "null", "NULL", "<NA>", "NaT"))
"""What programs write for a value that is missing."""
_NONE = ("-", "--", "–", "—", "/", "?", "neant", "n/a", "na", "n.a.", "nc", "inconnu", "inconnue", "non renseigne")
"""What people write for it."""
_NOTHING_SAID = frozenset((*_NONE, "initiale"))
_NO_DAY = frozenset((*_NONE, "aucun", "aucune", "illimite", "illimitee", "indetermine", "indeterminee", "sans objet"))
_EXPECTED = {
    "text": "Expected was a text, or a list of the alinéas; write it as one of these.",
    "state": "Write “en vigueur”, “abrogé” or “vigueur différée”, with the day in a column of its own.",
    "day": "Write days as 2020-12-31.",
    "number": "The spreadsheet has made days of numbers: format the column as text, and write them again.",
}
_ANSWERS = {
    **dict.fromkeys(("oui", "o", "yes", "true", "vrai", "1"), "VIGUEUR"),
    **dict.fromkeys(("non", "n", "no", "false", "faux", "0"), "ABROGE"),
}
_LETTERS_OF_LAW = frozenset(("V", "v", "VT", "VD"))
_LETTERS = {**LETTERS, "v": "VIGUEUR", **dict.fromkeys(("AB", "A", "a"), "ABROGE")}
_SURE = frozenset(("V", "v", "VT", "VD", "Ab", "AB", "MMN"))
"""The letters that mean nothing else."""
_AROUND = " ()[].;,:*\"'«»"
_HEAD = Pattern(r"(?:l'|les? |la )?(?:articles?|textes?|versions?|dispositions?) (?:est |sont )?", re.IGNORECASE)
_INFLECTED = Pattern(r"(?<=e)(?:s|es?)(?!\w)|(?<=oint)e?s?(?!\w)|(?<=etendu)e?s?(?!\w)", re.IGNORECASE)
_FORMS = {
    "plus en vigueur": "ABROGE",
    "n'est plus en vigueur": "ABROGE",
    "pas encore en vigueur": "VIGUEUR_DIFF",
    "a venir": "VIGUEUR_DIFF",
    "in force": "VIGUEUR",
    "not yet in force": "VIGUEUR_DIFF",
    **dict.fromkeys(("repealed", "abrogated", "no longer in force", "not in force"), "ABROGE"),
    "expired": "PERIME",
    **dict.fromkeys(("abr", "abrog"), "ABROGE"),
    **dict.fromkeys(("vig", "en vig"), "VIGUEUR"),
}
_ENDED = r"abroge|perime|annule|supprime|transfere|remplace|denonce"
_WITH_DAY = Pattern(
    rf"(?:(?P<ended>{_ENDED})(?:e|s|es)?(?P<later>[ ]differee?s?)?(?:\s*[:,(–-]\s*|[ ])(?:depuis[ ])?"
    r"(?:(?:le|au|a[ ](?:compter|partir)[ ]du)[ ])?"
    r"|(?:en[ ])?vigueur[ ](?:depuis[ ](?:le[ ])?|a[ ](?:compter|partir)[ ]du[ ])"
    r"|(?P<future>(?:en[ ])?vigueur[ ]differee)[ ](?:le|au|a[ ](?:compter|partir)[ ]du)[ ])"
    r"(?P<day>[^()]*\d)\)?",
    re.IGNORECASE,
)
_ENDED_BY = Pattern(
    rf"(?P<ended>{_ENDED})(?:e|s|es)?[ ]par[ ](?!.*\b(?:a[ ](?:compter|partir)|sauf|partiel|en[ ]tant|differ))",
    re.IGNORECASE,
)
"""What ended it as a whole and at once, whose day need not be that of the end."""
_BEFORE_DAY = Pattern(r"(?:depuis )?le (?=\d)", re.IGNORECASE)
_FIGURES = Pattern(
    r"(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)(?: 00:00(?::00)?)?"
)
_YEAR_FIRST = Pattern(r"([12]\d{3})([/.]?)([01]\d)\2([0-3]\d)")
_DIGITS_OF_DAY = 8
_FIRST_SERIAL, _LAST_SERIAL = 2200, 2_958_465  # below are years; the last one is the last day of the year 9999
_HOUR = 3_600_000
_LEAST_MILLISECONDS = 100_000_000


def _state_word(words: str) -> str | None:
    """A state word that is known, for one in any gender and number.

    >>> _state_word("(Article abrogé)"), _state_word("Périmées"), _state_word("actif")
    ('ABROGE', 'PERIME', None)
    """
    if state_named(words):
        return words
    bare = _HEAD.sub("", plain(fold(words)).strip(_AROUND), count=1)
    if found := _FORMS.get(bare.lower()):
        return found
    named = (bare, _INFLECTED.sub("", bare))
    return next((each.upper() for each in named if state_named(each)), None)


def _with_its_day(words: str, habits: Habits) -> Said | None:
    bare = _HEAD.sub("", plain(fold(tidy(words))).strip(" [].;,:*"), count=1).removeprefix("(").removesuffix(")")
    if by := _ENDED_BY.match(bare):
        return Said(by["ended"].upper())
    found = _WITH_DAY.fullmatch(bare)
    day = source_day(read_day(found["day"], habits).value) if found else None
    if found is None or day is None:
        return None
    if found["ended"]:
        return Said("ABROGE_DIFF" if found["later"] else found["ended"].upper(), end=day)
    return Said("VIGUEUR_DIFF" if found["future"] else "VIGUEUR", start=day)


def _day_of_number(number: int, habits: Habits) -> Day:
    """A day of a spreadsheet, or the milliseconds since 1970, which are whole hours where they are few."""
    if habits.day_zero is not None and _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return Day(habits.day_zero + timedelta(days=number))
    is_time = abs(number) >= _LEAST_MILLISECONDS or (number != 0 and number % _HOUR == 0)
    return Day(number) if is_time and is_day(number) else Day(is_read=False)


def _day_of_words(words: str, habits: Habits) -> Value:
    if figures := _FIGURES.fullmatch(words):
        return _day_of_figures(figures, habits)
    if found := _YEAR_FIRST.fullmatch(words):
        words = f"{found[1]}-{found[3]}-{found[4]}"
    if is_day(words):
        return words
    written = date_at(fold(words), 0)
    return read_date(words) or (written.day if written and written.end == len(fold(words)) else None)


def _day_of_figures(figures: re.Match[str], habits: Habits) -> Value:
    """A day in the order of French; ``None`` where the table may have the other one, or no calendar has the day."""
    first, second, year = figures["first"], figures["second"], figures["year"]
    if habits.is_month_first and int(first) <= _MONTHS and first != second:
        return None
    if len(year) == 4:
        written = f"{year}-{second:0>2}-{first:0>2}"
        return written if is_day(written) else None
    found = date_at(figures[0], 0, surely=True) if figures["sign"] == "/" else None
    return found.day.isoformat() if found else None


_MONTHS = 12


def _order(words: str) -> str | None:
    """What comes first in a day in figures, where it cannot be the other one: "day" or "month"."""
    figures = _FIGURES.fullmatch(words.strip())
    first, second = (int(figures["first"]), int(figures["second"])) if figures else (0, 0)
    return None if (first > _MONTHS) == (second > _MONTHS) else "day" if first > _MONTHS else "month"
