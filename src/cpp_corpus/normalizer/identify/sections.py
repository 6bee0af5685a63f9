"""The divisions of the articles of a dump.

An article found in the atlas has the divisions that the atlas gives, checked against the indent of its bullet. A
repealed one, which the atlas may lack, has those of the version with the same text; else those that the articles around
it, or those with the nearest numbers, have in common at its depth.
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
        """Whether the divisions of a known article fit the indent of its bullet."""
        place, depth = self._places[at], self._depth(at)
        return place is None or depth is None or self._candidates.depth(place) == depth

    def known(self, at: int, place: int) -> Path:
        """The divisions of an article found in the atlas.

        Where an atlas of another day has more levels than the indent, only the outer ones are used.
        """
        path = self._candidates.divisions(place)
        depth = self._depth(at)
        return path if depth is None or self._candidates.at_date else path[:depth]

    def repealed(self, made: Sequence[Article], row: int | None) -> Path:
        """The divisions of the article after ``made``, which is not in the atlas; empty if unknown.

        ``row`` is the version with its text. Without one, the articles around it decide, or those of its group of
        numbers, or the one before it if its number is the next one; each only if they agree at its depth.
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
        """The number of divisions around the article, by the indent of its bullet."""
        depth = self._articles[at].depth
        return None if depth is None or self._offset is None else depth + self._offset

    def _neighbours(self, at: int) -> list[int]:
        behind = bisect_left(self._known, at)  # the repealed article itself is not among them
        around = self._known[behind - 1 : behind + 1] if behind else []
        return [place for known in around if (place := self._places[known]) is not None] if len(around) == 2 else []


def _follows(before: ArticleNumber | None, number: ArticleNumber) -> bool:
    """Whether a number is the next one: ``R224-23`` after ``R224-22``."""
    if before is None:
        return False
    *group, last = before.normalized.split("-")
    *own_group, own_last = number.normalized.split("-")
    return group == own_group and last.isdecimal() and own_last.isdecimal() and int(last) + 1 == int(own_last)
