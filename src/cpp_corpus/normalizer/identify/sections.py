"""The divisions of the articles of a dump.

Those of an article that the reference has are the reference's, checked against the indent of its bullet. Those of a
repealed one, which the reference may not have, come from the version of the same words; else from what the articles
around it, or those of the nearest numbers, have in common at its depth.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from cpp_corpus.model.article import Article, Division
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.normalizer.identify.candidates import Candidates

__all__ = ["Sections"]

Path = tuple[Division, ...]


class Sections:
    """Finds the divisions of the articles of one dump; ``places`` are those of its articles, ``None`` where unknown."""

    def __init__(
        self, articles: Sequence[Article], places: Sequence[int | None], candidates: Candidates, offset: int | None
    ) -> None:
        self._articles = articles
        self._places = places
        self._candidates = candidates
        self._offset = offset
        self._known = [at for at, place in enumerate(places) if place is not None]

    def fits(self, at: int) -> bool:
        """Whether the divisions of a known article go with the indent of its bullet."""
        place, depth = self._places[at], self._depth(at)
        return place is None or depth is None or self._candidates.depth(place) == depth

    def known(self, at: int, place: int) -> Path:
        """The divisions of an article that the reference has.

        Where the reference, of another day, has more levels than the indent, the outer ones are those of the dump.
        """
        path = self._candidates.divisions(place)
        depth = self._depth(at)
        return path if depth is None or self._candidates.at_date else path[:depth]

    def repealed(self, made: Sequence[Article], row: int | None) -> Path:
        """The divisions of the article behind ``made`` whose number only the heading has; empty if unknown.

        ``row`` is the version of its words. Without one, the articles around it decide, or those of its own group of
        numbers, or the one before it where it has the next number; each where they agree, at its depth.
        """
        at = len(made)
        depth = self._depth(at)
        number = self._articles[at].number
        if depth is None or number is None:
            return ()
        if row is not None and len(path := self._candidates.atlas.paths[row]) == depth:
            return path
        before = made[-1] if made else None
        witnesses = (
            {self._candidates.divisions(place)[:depth] for place in self._neighbours(at)},
            {
                self._candidates.divisions(place)[:depth]
                for place in self._candidates.sharing_start(number.normalized, least=2)
            },
            {before.divisions[:depth]} if before is not None and _follows(before.number, number) else set(),
            {
                self._candidates.divisions(place)[:depth]
                for place in self._candidates.sharing_start(number.normalized, least=1)
            },
        )
        agreed = (paths.pop() for paths in witnesses if len(paths) == 1)
        return next((path for path in agreed if len(path) == depth), ())

    def _depth(self, at: int) -> int | None:
        """How many divisions the article stands in, by the indent of its bullet."""
        depth = self._articles[at].depth
        return None if depth is None or self._offset is None else depth + self._offset

    def _neighbours(self, at: int) -> list[int]:
        behind = bisect_left(self._known, at)  # a repealed article is none of them itself
        around = self._known[behind - 1 : behind + 1] if behind else []
        return [place for known in around if (place := self._places[known]) is not None] if len(around) == 2 else []


def _follows(before: ArticleNumber | None, number: ArticleNumber) -> bool:
    """Whether a number is the next one: ``R224-23`` after ``R224-22``."""
    if before is None:
        return False
    *group, last = before.normalized.split("-")
    *own_group, own_last = number.normalized.split("-")
    return group == own_group and last.isdecimal() and own_last.isdecimal() and int(last) + 1 == int(own_last)
