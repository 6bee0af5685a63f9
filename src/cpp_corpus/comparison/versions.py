"""Which version of each article is compared: the one that is law on the day of the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from cpp_corpus.model.article import Article, ArticleState
from cpp_corpus.model.article_id import unversioned
from cpp_corpus.model.reference import Reference
from cpp_corpus.normalizer.resolve import chosen, indexed_article

__all__ = ["Side", "newest_day", "versions_compared"]


class Side(NamedTuple):
    """The articles of one corpus that are compared, and the day whose law it shows."""

    articles: Sequence[Article]
    day: date | None
    references_of: Callable[[Article], Sequence[Reference]]
    """The references that an article makes."""


def newest_day(articles: Iterable[Article]) -> date | None:
    """The newest date of consolidation; without any, the newest day in the past that the sources name.

    These are the first days of versions that are not future, and the ends of repealed ones.
    """
    come = []
    consolidated = []
    for article in articles:
        if article.consolidated_at is not None:
            consolidated.append(article.consolidated_at)
        if article.valid_from is not None and article.state is not ArticleState.FUTURE:
            come.append(article.valid_from)
        if article.valid_to is not None and article.state is ArticleState.REPEALED:
            come.append(article.valid_to)
    return max(consolidated or come, default=None)


def versions_compared(articles: Sequence[Article], day: date | None) -> list[Article]:
    """The version of each article on the day, in the order of the source; what is not law yet is left out.

    Versions are recognised by their ids, ``act/number@date``. Where none is law, it is the last one that was.
    """
    versions: dict[str, list[Article]] = {}
    for article in articles:
        versions.setdefault(unversioned(article.id), []).append(article)
    kept = {_of_the_day(alike, day).id for alike in versions.values()}
    return [
        article
        for article in articles
        if article.id in kept and article.validity.status_on(day) is not ArticleState.FUTURE
    ]


def _of_the_day(versions: Sequence[Article], day: date | None) -> Article:
    """Of several versions that may be law on a day, because none of them has an end, the one that began last."""
    if len(versions) == 1:
        return versions[0]
    found = chosen(list(map(indexed_article, versions)), None if day is None else day.isoformat())
    last = max(found, key=lambda indexed: indexed.valid_from or "")
    return next(version for version in versions if version.id == last.id)
