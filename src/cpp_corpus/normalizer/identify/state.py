"""The state of the alignment of a dump: the articles matched so far, and the places left for the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cpp_corpus.model.article import IdentifiedBy
from cpp_corpus.model.fingerprint import Fingerprint
from cpp_corpus.normalizer.identify.candidates import Candidates

__all__ = ["Anonymous", "Match", "State"]


class Anonymous(NamedTuple):
    """An unnumbered article."""

    print: Fingerprint
    depth: int | None
    """Divisions between the root of its page and the article."""


class Match(NamedTuple):
    """The match of an unnumbered article with an article of the atlas."""

    place: int
    by: IdentifiedBy
    score: float
    """Similarity, from 0 to 1."""
    runner_up: int | None = None
    """Place of the next best candidate."""
    runner_up_score: float | None = None


class State:
    """The articles of a dump, the candidates, and the matches made so far; articles are numbered by rank, from 0."""

    def __init__(self, articles: Sequence[Anonymous], candidates: Candidates) -> None:
        self.articles = articles
        self.candidates = candidates
        self.matches: list[Match | None] = [None] * len(articles)
        self.is_same_law = candidates.at_date or self._is_mostly_the_same()
        """Whether the atlas shows the same law as the dump: it has the day of the dump, or nearly all texts are
        equal."""
        self.in_order = True
        """Whether the dump as a whole is in the order of the law."""
        self._taken: set[int] = set()
        self._position: list[int] = list(range(len(candidates)))
        self._place: list[int] = list(self._position)
        self.offset: int | None = None
        """How many divisions are above the root of the page."""
        self._near: dict[int, list[tuple[float, int]]] = {}

    def _is_mostly_the_same(self) -> bool:
        exact = self.candidates.exact
        alike = sum(article.print.exact in exact for article in self.articles)
        return len(self.articles) >= _MANY and alike >= _ALIKE * len(self.articles)

    # -- matches

    def match(self, rank: int, match: Match) -> None:
        """Record a match."""
        self.matches[rank] = match
        self._taken.add(match.place)

    def open(self) -> list[int]:
        """The ranks of the articles that are not matched yet."""
        return [rank for rank, match in enumerate(self.matches) if match is None]

    def is_free(self, place: int) -> bool:
        """Whether no article has that place."""
        return place not in self._taken

    # -- order

    def set_order(self, found: Sequence[tuple[int, int]]) -> None:
        """Put the parties of the code in the order of the dump, from pairs of rank and place."""
        seen: dict[str, list[int]] = {}
        for rank, place in found:
            seen.setdefault(self.candidates.part(place), []).append(rank)
        middle = {part: ranks[len(ranks) // 2] for part, ranks in seen.items()}
        last = len(self.articles)
        self._place.sort(key=lambda place: (middle.get(self.candidates.part(place), last), place))
        for position, place in enumerate(self._place):
            self._position[place] = position

    def set_offset(self, found: Sequence[tuple[int, int]]) -> None:
        """Find out how many divisions are above the root of the page, from pairs of rank and place."""
        depths = ((self.articles[rank].depth, place) for rank, place in found)
        offsets = Counter(self.candidates.depth(place) - depth for depth, place in depths if depth is not None)
        self.offset = offsets.most_common(1)[0][0] if offsets else None

    def position(self, place: int) -> int:
        """The position of a place in the order of the dump's parties."""
        return self._position[place]

    def at(self, position: int) -> int:
        """The place at a position."""
        return self._place[position]

    def fits_depth(self, rank: int, place: int) -> bool:
        """Whether the indent of the article allows that place."""
        depth = self.articles[rank].depth
        return depth is None or self.offset is None or self.candidates.depth(place) == depth + self.offset

    def possible(self, rank: int, places: Iterable[int]) -> list[int]:
        """The free places, of those given, between the neighbours of the article, in order.

        Where the atlas shows the law of another day, divisions may have changed, so depths are not checked.
        """
        room = self._room(rank)
        if room is None:
            return []
        after, before, near = room
        inside = {
            place
            for place in places
            if after < self._position[place] < before
            and self.is_free(place)
            and (not self.is_same_law or self.fits_depth(rank, place))
        }
        if not self.in_order:
            inside = {place for place in inside if self.is_close(place, near)}
        return sorted(inside, key=self._position.__getitem__)

    def _room(self, rank: int) -> tuple[int, int, list[int]] | None:
        """Positions between which an article must be, and the places of the neighbours that limit it.

        A neighbour out of order is skipped.
        """
        before = list(self._known(range(rank - 1, -1, -1)))
        after = list(self._known(range(rank + 1, len(self.matches))))
        if not before or not after:
            ends = before[:1] + after[:1]
            if not ends:
                return None
            position = self._position[ends[0]]
            return (position, len(self._place), ends) if before else (-1, position, ends)
        for passed in range(_PASSED + 1):
            for one in range(passed + 1):
                if one < len(before) and passed - one < len(after):
                    first, last = before[one], after[passed - one]
                    if self._position[first] < self._position[last]:
                        return self._position[first], self._position[last], [first, last]
        return None

    def neighbours(self, rank: int) -> list[int]:
        """The places of the nearest known articles before and after it."""
        before = next(self._known(range(rank - 1, -1, -1)), None)
        after = next(self._known(range(rank + 1, len(self.matches))), None)
        return [place for place in (before, after) if place is not None]

    def _known(self, ranks: Iterable[int]) -> Iterator[int]:
        """The places of the first known articles among these."""
        count = 0
        for rank in ranks:
            if (match := self.matches[rank]) is not None:
                yield match.place
                count += 1
                if count > _PASSED:
                    return

    def is_close(self, place: int, neighbours: Iterable[int]) -> bool:
        """Whether a place is in the division of a neighbour, or next to the neighbour."""
        path = self.candidates.path(place)
        position = self._position[place]
        return any(
            path == self.candidates.path(near) or abs(position - self._position[near]) <= _NEXT for near in neighbours
        )

    # -- similarity

    def near(self, rank: int) -> list[tuple[float, int]]:
        """The candidates most similar to it, as ``(share, place)``, the best first."""
        if rank not in self._near:
            self._near[rank] = self.candidates.nearest(self.articles[rank].print)
        return self._near[rank]


_MANY = 50  # articles; with fewer, equal texts do not show that the law is the same
_ALIKE = 0.98
_PASSED = 3  # neighbours that may be out of order
_NEXT = 2
