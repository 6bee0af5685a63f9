"""Full-text search for words and phrases; accents, case, apostrophes, plurals and forms of numbers do not matter.

The index is a table of SQLite (FTS5) on the disk or in memory; what it has of a text, and of a query, is made by
:mod:`cpp_corpus.store.words`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from copy import copy
from functools import cached_property
from typing import Any, NamedTuple, overload

from cpp_corpus.model.article import Article
from cpp_corpus.model.on_demand import OnDemand
from cpp_corpus.model.span import Span
from cpp_corpus.shown import shown
from cpp_corpus.store.words import Query, TextIndex, matches

__all__ = ["Hit", "found", "hits"]


class Hit(NamedTuple):
    """An article that a search found."""

    article: Article
    """The record."""
    spans: tuple[Span, ...]
    """The matches in its text, in order: the whole phrase, else the quoted phrases, else the words."""
    score: float
    """The higher the better; comparable within one search."""

    def _repr_html_(self) -> str | None:
        return shown(self)

    def snippet(self, width: int = 160) -> str:
        """The words around the first match, on one line of about ``width`` characters; ``…`` where it is cut.

        >>> import cpp_corpus
        >>> cpp_corpus.load("fixtures/mirror").search("garde des vents")[0].snippet(40)
        '… demande au garde des vents dans les huit …'
        """
        text = self.article.text
        first = self.spans[0] if self.spans else Span(0, 0)
        spare = max(width - (first.end - first.start), 0)
        start = _word_start(text, max(first.start - spare // 2, 0), first.start)
        end = _word_end(text, max(first.end, start + width), first.end)
        cut = f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
        return " ".join(cut.split())


def found(
    index: TextIndex,
    query: Query,
    *,
    acts: Collection[str] | None = None,
    state: str | None = None,
    places: Collection[int] | None = None,
) -> Sequence[tuple[int, float]]:
    """The places of the articles that match, each with its score, best first.

    Articles that have the words in the order of the query come first, then those with the higher BM25; ties in the
    order of the corpus. Where more than 20,000 match, only the first thousand of the corpus are put in this order:
    words that every article has say nothing of it. ``acts``, ``state`` and ``places`` leave out all others.
    """
    if not query.required:
        return []
    wanted = _Wanted(index, query, acts, state)
    if places is not None:
        wanted = wanted.at([place for place in wanted.places() if place in places])
    count = wanted.count()
    return wanted.ranked() if count <= _RANKED else _InOrder(wanted, count)


def hits(scored: Sequence[tuple[int, float]], query: Query, article_at: Callable[[int], Article]) -> Sequence[Hit]:
    """The articles of some places with their scores, each read when it is asked for."""

    def hit(at: int) -> Hit:
        place, score = scored[at]
        article = article_at(place)
        return Hit(article, matches(article.text, query), score)

    return OnDemand(range(len(scored)), hit)


# ---------------------------------------------------------------------------------------------------------------------

_AHEAD = 1000.0
"""The score of the whole query in sequence: more than any words have."""
_RANKED = 20_000  # articles whose BM25 takes 20 ms
_AT_ONCE = 1000  # of more articles, those that are ranked, before the others are asked for


class _Wanted:
    """The articles that match a query and are not left out."""

    def __init__(self, index: TextIndex, query: Query, acts: Collection[str] | None, state: str | None) -> None:
        self._index = index
        self._query = query
        self._tables = "words"
        self._conditions = ["words MATCH ?"]
        self._values: list[object] = []
        if acts is not None:
            marks = ", ".join("?" * len(acts))
            self._add(f"+words.rowid IN (SELECT place FROM articles WHERE act IN ({marks}))", *acts)  # noqa: S608 - no input
        if state is not None:
            self._tables = "words CROSS JOIN articles ON articles.place = words.rowid"
            self._add("articles.state = ?", state)

    def at(self, places: Collection[int]) -> _Wanted:
        """Those of them that are at some places."""
        made = copy(self)
        made._conditions = [*self._conditions, f"+words.rowid IN ({', '.join(map(str, places))})"]  # noqa: SLF001 - of this class
        return made

    def count(self) -> int:
        ((count,),) = self._rows("count(*)", self._query.expression)
        return int(count)

    def places(self, limit: int = -1) -> list[int]:
        """Their places, in order."""
        return [place for (place,) in self._rows("words.rowid", self._query.expression, limit)]

    def in_sequence(self, limit: int = -1) -> list[int]:
        """The places of those that have the words in the order of the query, in the order of the corpus."""
        return [place for (place,) in self._rows("words.rowid", self._query.sequence, limit)]

    def ranked(self) -> list[tuple[int, float]]:
        """Their places with their scores, best first."""
        rows = self._rows("words.rowid, bm25(words)", self._query.expression)
        ahead = frozenset(self.in_sequence()) if len(self._query.required) > 1 and rows else ()
        return _best((place, (_AHEAD if place in ahead else 0) - rank) for place, rank in rows)

    def ranked_in_sequence(self, limit: int) -> list[tuple[int, float]]:
        """The first of those that have the words in the order of the query, with their scores, best first."""
        rows = self._rows("words.rowid, bm25(words)", self._query.sequence, limit)
        return _best((place, _AHEAD - rank) for place, rank in rows)

    def _add(self, condition: str, *values: object) -> None:
        self._conditions.append(condition)
        self._values += values

    def _rows(self, columns: str, expression: str, limit: int = -1) -> Sequence[tuple[Any, ...]]:
        condition = " AND ".join(self._conditions)
        sql = f"SELECT {columns} FROM {self._tables} WHERE {condition} LIMIT {limit}"  # noqa: S608 - no input
        return self._index.rows(sql, expression, *self._values)


def _best(scored: Iterable[tuple[int, float]]) -> list[tuple[int, float]]:
    """Places with their scores, best first, ties in the order of the corpus."""
    turned = sorted(((score, -place) for place, score in scored), reverse=True)
    return [(-place, score) for score, place in turned]


class _InOrder(Sequence[tuple[int, float]]):
    """The places of very many articles with their scores: in sequence first, in the order of the corpus.

    The first ones, best first, are found at once, the others when they are asked for.
    """

    def __init__(self, wanted: _Wanted, count: int) -> None:
        self._wanted = wanted
        self._count = count
        self._first = wanted.ranked_in_sequence(_AT_ONCE)
        if len(self._first) < _AT_ONCE:
            self._first += self._others(_AT_ONCE)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> tuple[int, float]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[int, float]]: ...
    def __getitem__(self, at: int | slice) -> tuple[int, float] | Sequence[tuple[int, float]]:
        if isinstance(at, int) and 0 <= at < len(self._first):
            return self._first[at]
        return self._all[at]

    @cached_property
    def _all(self) -> list[tuple[int, float]]:
        found = dict(self._first)
        if found[self._first[-1][0]]:
            found |= dict.fromkeys((place for place in self._wanted.in_sequence() if place not in found), _AHEAD)
        return [*found.items(), *((place, 0.0) for place in self._wanted.places() if place not in found)]

    def _others(self, limit: int) -> list[tuple[int, float]]:
        """Some that do not have the words in sequence, where few have."""
        ahead = dict(self._first)
        return [(place, 0.0) for place in self._wanted.places(limit + len(ahead)) if place not in ahead]


def _word_start(text: str, at: int, latest: int) -> int:
    """The beginning of the first word that begins between two places; of one that is longer, the first place."""
    return next((start for start in range(at, latest + 1) if not start or text[start - 1].isspace()), at)


def _word_end(text: str, at: int, earliest: int) -> int:
    """The end of the last word that ends between two places; of one that is longer, the last place."""
    if at >= len(text):
        return len(text)
    least = max(earliest, at - _LONGEST)
    return next((end for end in range(at, least - 1, -1) if text[end].isspace()), at)


_LONGEST = 30
"""Characters of a word that is not cut."""
