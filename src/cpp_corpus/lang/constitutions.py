"""The Constitutions and Charters of France, by their years."""

from __future__ import annotations

import re

from cpp_corpus.lang.short_dates import date_at

__all__ = ["constitution_of", "dated_constitution"]


def constitution_of(year: int) -> str | None:
    """The id of the Constitution of a year; ``None`` where France had none: it is that of another country.

    >>> constitution_of(1958), constitution_of(1990), constitution_of(2031)
    ('constitution:1958', None, 'constitution:2031')
    """
    return f"constitution:{year}" if year in _YEARS or year > _LAST_SEEN else None


def dated_constitution(text: str, at: int) -> tuple[int, str | None] | None:
    """The end of the date behind the name of a Constitution, and its id; ``None`` where no date stands there.

    The id is ``None`` where France had no Constitution of that year.

    >>> dated_constitution("Constitution du 22 frimaire an VIII, art. 75", 12), dated_constitution("Const. 1848", 6)
    ((35, 'constitution:1799'), (11, 'constitution:1848'))
    >>> dated_constitution("Constitution de l'an III", 12), dated_constitution("Constitution, art. 34", 12)
    ((24, 'constitution:1795'), None)
    """
    dated = _DATED.match(text, at)
    if dated is None:
        return None
    if dated["republican"] is not None:
        end, year = dated.end(), _REPUBLICAN.get(dated["republican"], 0)
    elif dated["year"] is not None:
        end, year = dated.end(), int(dated["year"])
    elif (written := date_at(text, dated.end())) is not None:
        end, year = written.end, written.day.year
    else:
        return None
    return end, constitution_of(year)


# ---------------------------------------------------------------------------------------------------------------------

_YEARS = frozenset((1791, 1793, 1795, 1799, 1802, 1804, 1814, 1815, 1830, 1848, 1852, 1870, 1875, 1946, 1958))
_LAST_SEEN = 2026
"""The year in which this table was made: a later Constitution may be one of France."""
_DATED = re.compile(
    r" +\(?(?:(?:du +)?(?=[0-9]{1,2}(?:er)?[ /.-])"
    r"|(?:de +)?(?:(?:l')?an +(?P<republican>[IVX]+)|(?P<year>1[789][0-9]{2}))(?![\w/-]))"
)
_REPUBLICAN = {"I": 1793, "III": 1795, "VIII": 1799, "X": 1802, "XII": 1804}
