"""The choice between several versions of an article on a day.

A day is an ISO date, ``None`` where none is known; :mod:`cpp_corpus.model.validity` gives the state of a version on it.
The versions of one article have the same act and number; duplicates, two articles with the same heading, are kept
together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.resolution import IndexedArticle

__all__ = ["chosen", "day_meant", "day_of", "former"]

_STANDING = {ArticleState.IN_FORCE: 0, ArticleState.UNKNOWN: 1, ArticleState.FUTURE: 2, ArticleState.REPEALED: 3}
_LAST = "9999-12-31"
_MEANT = re.compile(r"at:(.+)|before:[a-z-]+:([0-9]{4}-[0-9]{2}-[0-9]{2})")


def day_of(source: IndexedArticle) -> str | None:
    """The day on which an article cites: of its source, else the last of a repealed, the first of a future version."""
    if source.consolidated_at is not None:
        return source.consolidated_at
    if source.state == ArticleState.REPEALED and source.valid_to is not None:
        return (date.fromisoformat(source.valid_to) - timedelta(days=1)).isoformat()
    return source.valid_from if source.state == ArticleState.FUTURE else None


def day_meant(version: str | None) -> str | None:
    """The day whose version a reference names, by itself or by the date of the law before which it stood.

    >>> day_meant("at:2014-03-01"), day_meant("before:loi:1881-07-29"), day_meant("before:loi:2015-990")
    ('2014-03-01', '1881-07-29', None)
    """
    match = None if version is None else _MEANT.fullmatch(version)
    return None if match is None else match[1] or match[2]


def former(versions: Sequence[IndexedArticle], day: str | None) -> tuple[IndexedArticle, ...]:
    """The version that ended last before a day; empty where none is known to have ended."""
    if len(versions) < 2:
        return ()
    ended = [v for v in versions if v.valid_to is not None and v.valid_to <= (day or _LAST)]
    last = max((v.valid_to or "" for v in ended), default="")
    return tuple([v for v in ended if v.valid_to == last])


def chosen(versions: Sequence[IndexedArticle], day: str | None) -> tuple[IndexedArticle, ...]:
    """The version on that day; where none is law, the last one before, else the first one after.

    Without a day, the version without dates, else the one that is law on the day of its source. Of several sources of
    one text, that of the day, else the nearest before it, else the newest.
    """
    if len(versions) < 2:
        return tuple(versions)
    dated = [version.status_by_dates(day) for version in versions]
    found = [version for version, status in zip(versions, dated, strict=True) if status is ArticleState.IN_FORCE]
    if not found:
        found = [version for version, status in zip(versions, dated, strict=True) if status is None]
        found = _standing(_of_source(found, day), day) if found else _nearest(versions, day or "")
    if len(found) > 1:
        found = _of_source(_latest(found), day)
    return tuple(found)


def _standing(versions: Sequence[IndexedArticle], day: str | None) -> list[IndexedArticle]:
    """The versions that are law; where none is, those that will be, else those that were."""
    ranks = [_STANDING[version.status_on(day)] for version in versions]
    return [version for version, rank in zip(versions, ranks, strict=True) if rank == min(ranks)]


def _nearest(versions: Sequence[IndexedArticle], day: str) -> list[IndexedArticle]:
    ended = [version for version in versions if version.valid_to is not None and version.valid_to <= day]
    if ended:
        last = max(version.valid_to or "" for version in ended)
        return [version for version in ended if version.valid_to == last]
    first = min(version.valid_from or "" for version in versions)
    return [version for version in versions if (version.valid_from or "") == first]


def _latest(versions: Sequence[IndexedArticle]) -> list[IndexedArticle]:
    """The versions that had not ended when the last one began."""
    begin = max(version.valid_from or "" for version in versions)
    return [version for version in versions if (version.valid_to or _LAST) > begin]


def _of_source(versions: Sequence[IndexedArticle], day: str | None) -> list[IndexedArticle]:
    if day is None and (timeless := [each for each in versions if each.valid_from is each.consolidated_at is None]):
        return timeless
    dates = {version.consolidated_at or "" for version in versions}
    before = [each for each in dates if day is None or each <= day]
    wanted = max(before) if before else min(dates)
    return [version for version in versions if (version.consolidated_at or "") == wanted]
