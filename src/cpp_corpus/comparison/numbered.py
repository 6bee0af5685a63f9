"""Articles of one number in two corpora; distinguished where several have it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

from cpp_corpus.comparison.versions import Side
from cpp_corpus.model.article import Article

__all__ = ["numbered_alike"]

_Pair = tuple[int, int]


def numbered_alike(old: Side, new: Side) -> Iterator[_Pair]:
    """The pairs of one number; where several have it, those of most in common first, then in order."""
    places: dict[tuple[str | None, str], tuple[list[int], list[int]]] = {}
    for side, articles in enumerate((old.articles, new.articles)):
        for at, article in enumerate(articles):
            if article.number is not None:
                places.setdefault((article.act, article.number.normalized), ([], []))[side].append(at)
    for olds, news in places.values():
        if len(olds) == len(news) == 1:
            yield olds[0], news[0]
        elif olds and news:
            yield from _told_apart(olds, news, old, new)


# ---------------------------------------------------------------------------------------------------------------------


def _told_apart(olds: Sequence[int], news: Sequence[int], old: Side, new: Side) -> Iterator[_Pair]:
    for in_common in _IN_COMMON:
        alike: dict[Hashable, tuple[list[int], list[int]]] = {}
        for side, places in enumerate((olds, news)):
            articles, day, _ = (old, new)[side]
            for at in places:
                key = articles[at].validity.is_law_on(day), *in_common(articles[at])
                alike.setdefault(key, ([], []))[side].append(at)
        pairs = [pair for some_old, some_new in alike.values() for pair in zip(some_old, some_new, strict=False)]
        yield from pairs
        taken = ({i for i, _ in pairs}, {j for _, j in pairs})
        olds, news = ([at for at in places if at not in taken[side]] for side, places in enumerate((olds, news)))


_IN_COMMON: tuple[Callable[[Article], tuple[Hashable, ...]], ...] = (
    lambda article: (article.text, *map(str, article.divisions)),
    lambda article: (article.text,),
    lambda article: tuple(map(str, article.divisions)),
    lambda _: (),
)
"""What two of one number may have in common, beside being law or not; most first."""
