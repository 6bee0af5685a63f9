"""State words and dates of the sources: one vocabulary for all of them, by the dates and not by the word.

    version begins ≤ day < version ends

The sources write ``2999-01-01`` for an open end and ``2222-02-22`` for a day that is not known yet. Their state words
are those of the day on which they were made, and some are wrong: a version that is ``MODIFIE`` may be the text for two
more years, one that is ``VIGUEUR_DIFF`` may have begun.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.typography import plain
from cpp_corpus.model.validity import ArticleState, status_by_dates

__all__ = ["SourceValidity", "is_day", "is_open_day", "is_published", "read_validity", "source_day", "state_named"]

Value = str | int | float | date | None
"""A day as a source writes it: see :func:`source_day`."""


class SourceValidity(NamedTuple):
    """State and dates of a version, from the data of its source."""

    state: ArticleState
    """Whether it is law: by its dates, else by the state word."""
    valid_from: date | None = None
    """First day of the version."""
    valid_to: date | None = None
    """First day on which it is no longer law."""
    problem: str | None = None
    """Where the state word and the dates disagree: how, as a sentence; ``None`` where they agree."""


def read_validity(word: str | None, start: Value, end: Value, *, day: date | None = None) -> SourceValidity:
    """State and dates of a version from ``word``, the state word, the first day and the end that a source has.

    ``start`` and ``end`` are as the source writes them, see :func:`source_day`; ``day`` is the day on which it shows
    the law. Without a day, the word decides, except for a version that is never in force: one whose end is not after
    its start, or that is ``MODIFIE_MORT_NE``.

    >>> read_validity("MODIFIE", "2016-07-01", "2027-01-01", day=date(2026, 2, 5))
    SourceValidity(state=<ArticleState.IN_FORCE: 'in_force'>, valid_from=datetime.date(2016, 7, 1), \
valid_to=datetime.date(2027, 1, 1), problem='The state is MODIFIE, but by its dates the version is in force on \
2026-02-05.')
    >>> read_validity("VIGUEUR", "2016-07-01", "2999-01-01")[:3]
    (<ArticleState.IN_FORCE: 'in_force'>, datetime.date(2016, 7, 1), None)
    >>> str(read_validity("VIGUEUR_DIFF", "2222-02-22", "2999-01-01", day=date(2026, 2, 5)).state)
    'future'
    >>> str(read_validity("VIGUEUR", "2020-01-01", "2019-01-01").state)
    'repealed'
    """
    valid_from, valid_to = source_day(start), source_day(end)
    key = _key(word)
    said = _STATES.get(key)
    if key in _NEVER and valid_from is not None and (valid_to is None or valid_to > valid_from):
        return SourceValidity(ArticleState.REPEALED, valid_from)  # an end after its start would make it law
    if valid_from is not None and valid_to is not None and valid_to <= valid_from:
        problem = f"The state is {word}, but the version ends on {valid_to}, before or when it begins, on {valid_from}."
        agrees = said is None or key in _NEVER or said is ArticleState.REPEALED
        return SourceValidity(ArticleState.REPEALED, valid_from, valid_to, None if agrees else problem)
    if _is_unknown_day(start):
        by_dates: ArticleState | None = ArticleState.FUTURE
    else:
        by_dates = status_by_dates(ArticleState.UNKNOWN, valid_from, valid_to, day)
    state = by_dates or said or ArticleState.UNKNOWN
    problem_found = None if by_dates is None or said in {None, by_dates} else _problem(word, by_dates, day)
    return SourceValidity(state, valid_from, valid_to, problem_found)


def state_named(word: str | None) -> ArticleState | None:
    """The state that a word of a source means on the day of that source; ``None`` for an unknown or missing word.

    Case, accents, spaces, hyphens and underscores do not matter.

    >>> str(state_named("ABROGE_DIFF")), str(state_named("Abrogé")), str(state_named("En vigueur étendu"))
    ('in_force', 'repealed', 'in_force')
    >>> state_named("INITIALE") is state_named(None) is None
    True
    """
    return _STATES.get(_key(word))


def is_published(ids: Mapping[str, str | None], valid_from: date | None) -> bool:
    """Whether an article is shown as the Journal officiel has published it, by its identifiers and its first day.

    Nothing then says whether it is law today.

    >>> is_published({"jorfarti": "JORFARTI000000000001"}, None), is_published({"nor": "ECOX3100012L"}, None)
    (True, False)
    """
    return valid_from is None and "jorfarti" in ids and "legiarti" not in ids


def source_day(value: object) -> date | None:
    """The day that a source writes: an ISO date or time, or the milliseconds since 1970; ``None`` where it knows none.

    Times are midnights, of Greenwich in some sources and of Paris in others: the day is that of Paris. A day from 2999
    on is open and 2222-02-22 is not known: both are ``None``, as is what is no day.

    >>> source_day("2016-07-01"), source_day(1104537600000), source_day("1104537600000")
    (datetime.date(2016, 7, 1), datetime.date(2005, 1, 1), datetime.date(2005, 1, 1))
    >>> source_day("2026-06-30T22:00:00.000Z"), source_day("1803-03-14T23:50:39.000Z")
    (datetime.date(2026, 7, 1), datetime.date(1803, 3, 15))
    >>> source_day("2999-01-01"), source_day(32472144000000), source_day("2998-12-31T23:00:00.000Z")
    (None, None, None)
    >>> source_day("2222-02-22"), source_day("hier"), source_day(None), source_day(["2016-07-01"])
    (None, None, None, None)
    """
    return _day_known(value) if isinstance(value, Value) else None


def is_day(value: Value) -> bool:
    """Whether a source writes a day, also one that is open or not known yet.

    >>> is_day("2016-07-01"), is_day("2222-02-22"), is_day("2016-13-01"), is_day(None)
    (True, True, False, False)
    """
    return _day_written(value) is not None


def is_open_day(value: Value) -> bool:
    """Whether a source writes that there is no end: a day from 2999 on.

    >>> is_open_day("2999-01-01"), is_open_day(32472144000000), is_open_day("2222-02-22"), is_open_day(None)
    (True, True, False, False)
    """
    found = _day_written(value)
    return found is not None and found.year >= _OPEN


# ---------------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 14)
def _day_known(value: Value) -> date | None:
    found = _day_written(value)
    return None if found is None or found == _UNKNOWN or found.year >= _OPEN else found


_OPEN = 2999
_UNKNOWN = date(2222, 2, 22)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PARIS = timedelta(hours=2)  # never more ahead of Greenwich: midnight of either is on the day of Paris after them
_TIME = Pattern(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]+)?(Z|[+-][0-9:]+)?)?")
_MILLISECONDS = Pattern(r"-?[0-9]{9,15}(?:\.0+)?")

_STATES = {
    **dict.fromkeys(
        ("VIGUEUR", "EN VIGUEUR", "VIGUEUR ETEN", "VIGUEUR NON ETEN", "ABROGE DIFF", "ABROGE DIFFERE"),
        ArticleState.IN_FORCE,
    ),
    **dict.fromkeys(("EN VIGUEUR ETENDU", "EN VIGUEUR NON ETENDU"), ArticleState.IN_FORCE),
    **dict.fromkeys(("VIGUEUR DIFF", "VIGUEUR DIFFEREE", "EN VIGUEUR DIFFEREE"), ArticleState.FUTURE),
    **dict.fromkeys(
        (
            *("MODIFIE", "ABROGE", "PERIME", "TRANSFERE", "ANNULE", "DISJOINT", "DEPLACE", "REMPLACE", "DENONCE"),
            *("MODIFIE MORT NE", "SUPPRIME"),
        ),
        ArticleState.REPEALED,
    ),
}
_NEVER = frozenset({"MODIFIE MORT NE"})
_WORDS = {ArticleState.IN_FORCE: "is in force", ArticleState.REPEALED: "has ended", ArticleState.FUTURE: "is to come"}


def _key(word: str | None) -> str:
    return " ".join(plain(word).upper().replace("_", " ").replace("-", " ").split()) if word else ""


def _problem(word: str | None, by_dates: ArticleState, day: date | None) -> str | None:
    where = f" on {day}" if day else ""
    words = {
        ArticleState.IN_FORCE: "is in force",
        ArticleState.REPEALED: "has ended",
        ArticleState.FUTURE: "is to come",
    }
    return f"The state is {word}, but by its dates the version {words[by_dates]}{where}."


def _is_unknown_day(value: Value) -> bool:
    return _day_written(value) == _UNKNOWN


def _day_written(value: Value) -> date | None:
    """The day as it is written, 2222-02-22 and 2999-01-01 included."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, datetime):
        value = value.isoformat()
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str):
            return _day_of_text(value.strip())
        return (_EPOCH + timedelta(milliseconds=float(value)) + _PARIS).date()
    except (ValueError, OverflowError):
        return None


def _day_of_text(text: str) -> date | None:
    if _MILLISECONDS.fullmatch(text):
        return (_EPOCH + timedelta(milliseconds=float(text)) + _PARIS).date()
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    if match[3] == "Z":
        return (datetime.fromisoformat(f"{match[1]}T{match[2]}+00:00") + _PARIS).date()
    return date.fromisoformat(match[1])
