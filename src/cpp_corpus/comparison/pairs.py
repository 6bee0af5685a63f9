"""Which old and new articles are compared: those with the same number, and those that share rare words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from heapq import nsmallest
from itertools import product

from cpp_corpus.comparison.versions import Side
from cpp_corpus.comparison.words import likeness, words_of
from cpp_corpus.model.article import Article
from cpp_corpus.model.fingerprint import fingerprint_of

__all__ = ["Text", "candidates", "common", "models", "numbered_alike"]

_Pair = tuple[int, int]


def numbered_alike(old: Side, new: Side) -> Iterator[_Pair]:
    """The pairs with the same number; where several have it, those with most in common first, then in order."""
    places: dict[tuple[str | None, str], tuple[list[int], list[int]]] = {}
    for side, articles in enumerate((old.articles, new.articles)):
        for at, article in enumerate(articles):
            if article.number is not None:
                places.setdefault((article.act, article.number.normalized), ([], []))[side].append(at)
    for olds, news in places.values():
        if len(olds) == len(news) == 1:
            yield olds[0], news[0]
        elif olds and news:
            yield from _distinguished(olds, news, old, new)


# ---------------------------------------------------------------------------------------------------------------------


def _distinguished(olds: Sequence[int], news: Sequence[int], old: Side, new: Side) -> Iterator[_Pair]:
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
"""What two articles with the same number may have in common, besides being law or not; most first."""


class Text:
    """The words of an article."""

    __slots__ = ("__dict__", "_raw")

    def __init__(self, article: Article) -> None:
        self._raw = article.text

    @cached_property
    def words(self) -> list[str]:
        """Words and signs, as they compare."""
        return words_of(self._raw)

    @cached_property
    def runs(self) -> tuple[int, ...]:
        """Hashes of some runs of its words; similar texts have mostly the same ones."""
        return fingerprint_of(self._raw).sketch[:_SAMPLE]

    @cached_property
    def key(self) -> str:
        """All words as one value."""
        return " ".join(self.words)

    def is_same(self, other: Text) -> bool:
        """Whether the words are the same."""
        return self._raw == other._raw or self.key == other.key

    def likeness(self, other: Text, *, at_least: float = 0.0) -> float:
        """Share of words in common, in order."""
        return 1.0 if self._raw == other._raw else likeness(self.words, other.words, at_least=at_least)


def common(texts: Iterable[Text]) -> frozenset[str]:
    """The raw texts that several articles of one corpus have."""
    counts = Counter(text._raw for text in texts)  # noqa: SLF001 - its own module
    return frozenset(raw for raw, count in counts.items() if count > 1)


def candidates(old: Sequence[Text], new: Sequence[Text]) -> list[tuple[int, int]]:
    """Pairs of an old and a new text that share rare runs of words, each once; both sides are treated alike.

    Only some runs of each text are compared, and only the texts that share most with it are kept, so the time grows
    linearly with the number of texts.
    """
    holders: dict[int, tuple[list[int], list[int]]] = {}
    for side, texts in enumerate((old, new)):
        for at, text in enumerate(texts):
            for run in text.runs:
                holders.setdefault(run, ([], []))[side].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for olds, news in holders.values():
        if len(olds) <= _RARE and len(news) <= _RARE:
            shared.update(product(olds, news))
    best: tuple[dict[int, list[_Shared]], dict[int, list[_Shared]]] = ({}, {})
    for pair, count in shared.items():
        for side in (0, 1):
            best[side].setdefault(pair[side], []).append((-count, pair))
    kept = {pair for side in best for pairs in side.values() for _, pair in nsmallest(_MOST, pairs)}
    return sorted(kept)


def models(some: Sequence[Text], others: Sequence[Text]) -> list[list[int]]:
    """For each text of ``some``, the positions of the texts of ``others`` that share most runs with it."""
    wanted: dict[int, list[int]] = {}
    for at, text in enumerate(some):
        for run in text.runs:
            wanted.setdefault(run, []).append(at)
    shared: list[Counter[int]] = [Counter() for _ in some]
    for place, text in enumerate(others):
        for run in text.runs:
            for at in wanted.get(run, ()):
                shared[at][place] += 1
    return [[place for place, _ in counts.most_common(_MOST)] for counts in shared]


# ---------------------------------------------------------------------------------------------------------------------

_SAMPLE = 64  # runs looked at of each text: those with the smallest hashes
_RARE = 12  # texts of one side that may share a run
_MOST = 6  # texts compared with each text

_Shared = tuple[int, tuple[int, int]]
