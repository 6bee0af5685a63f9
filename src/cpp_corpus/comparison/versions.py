"""Which version of each article is compared: the one that is law on the newest day of which the corpus speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from cpp_corpus.model.article import Article, ArticleState
from cpp_corpus.model.reference import Reference

__all__ = ["Side", "is_law", "newest_day", "state_of", "versions_compared"]


class Side(NamedTuple):
    """The articles of one corpus that are compared, and the day of which it speaks."""

    articles: Sequence[Article]
    day: date | None
    references_of: Callable[[Article], Sequence[Reference]]
    """The references that an article makes."""


def newest_day(articles: Iterable[Article]) -> date | None:
    """The newest date of consolidation; without any, the newest first day of a version that is not to come."""
    first_days = []
    consolidated = []
    for article in articles:
        if article.consolidated_at is not None:
            consolidated.append(article.consolidated_at)
        if article.valid_from is not None and article.state is not ArticleState.FUTURE:
            first_days.append(article.valid_from)
    return max(consolidated or first_days, default=None)


def state_of(article: Article, day: date | None) -> ArticleState:
    """Whether an article is law on a day: a version that has ended counts as repealed."""
    ended = day is not None and article.valid_to is not None and article.valid_to <= day
    return ArticleState.REPEALED if ended else article.state


def is_law(article: Article, day: date | None) -> bool:
    """Whether an article is law on a day, or not said not to be."""
    return state_of(article, day) is not ArticleState.REPEALED


def versions_compared(articles: Sequence[Article], day: date | None) -> list[Article]:
    """Of each article one version, in the order of the source.

    Versions are told by their ids, ``act/number@date``. Of several, the last to have begun by ``day``, be it one that
    ends the article; where none had begun, the first to come.
    """
    versions: dict[str, list[Article]] = {}
    for article in articles:
        versions.setdefault(_node(article), []).append(article)
    if len(versions) == len(articles):
        return list(articles)
    kept = {_on(alike, day).id for alike in versions.values()}
    return [article for article in articles if article.id in kept]


def _node(article: Article) -> str:
    """The id of an article without the date of its version."""
    return article.id.partition("@")[0]


def _on(versions: Sequence[Article], day: date | None) -> Article:
    if len(versions) == 1:
        return versions[0]
    begun = [each for each in versions if _first_day(each) <= (day or date.max)]
    return max(begun, key=_first_day) if begun else min(versions, key=_first_day)


def _first_day(article: Article) -> date:
    return article.valid_from or date.min
