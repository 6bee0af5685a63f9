"""Full-text search for words and phrases; accents, case, apostrophes, plurals and forms of numbers do not matter.

The index is a table of SQLite (FTS5) on the disk or in memory; what it has of a text, and of a query, is made by
:mod:`cpp_corpus.store.words`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from cpp_corpus.model.article import Article
from cpp_corpus.model.span import Span
from cpp_corpus.shown import shown
from cpp_corpus.store.records import OnDemand
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
    index: TextIndex, query: Query, *, acts: Collection[str] | None = None, state: str | None = None
) -> list[tuple[int, float]]:
    """The places of the articles that match, each with its score, best first.

    Articles that have the words in the order of the query come first, then those with the higher BM25; ties in the
    order of the corpus. ``acts`` and ``state`` leave out all others.
    """
    if not query.required:
        return []
    wanted = ["words MATCH ?"]
    values: list[object] = []
    if acts is not None:
        wanted.append(f"articles.act IN ({', '.join('?' * len(acts))})")
        values += acts
    if state is not None:
        wanted.append("articles.state = ?")
        values.append(state)
    tables = "words CROSS JOIN articles ON articles.place = words.rowid" if values else "words"
    condition = " AND ".join(wanted)
    sql = f"SELECT words.rowid, bm25(words) FROM {tables} WHERE {condition}"  # noqa: S608 - no input
    rows = index.rows(sql, query.expression, *values)
    in_sequence: Collection[int] = ()
    if len(query.required) > 1 and rows:
        in_sequence = {place for place, _ in index.rows(_SEQUENCE, query.sequence)}
    scored = [(place, (_AHEAD if place in in_sequence else 0) - rank) for place, rank in rows]
    return sorted(scored, key=lambda each: (-each[1], each[0]))


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
_SEQUENCE = "SELECT rowid, 0.0 FROM words WHERE words MATCH ?"


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
