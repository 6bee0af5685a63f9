"""The candidates for an unnumbered article: the articles of the atlas that are law on the day, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from cpp_corpus.model.article import Division
from cpp_corpus.model.atlas import ActAtlas
from cpp_corpus.model.fingerprint import Fingerprint, shared_share
from cpp_corpus.model.number import normalize_number

__all__ = ["Candidates"]


class Candidates:
    """The rows of an atlas that are law on a day, each called by its *place* in the law's order, from 0.

    The order is that of the numbers inside each partie, or annex beside the parties.
    """

    def __init__(self, atlas: ActAtlas, day: date | None) -> None:
        self.atlas = atlas
        self.at_date = atlas.knows(day)
        """Whether the atlas knows the law of that day, so that its numbers are those of that day."""
        self.as_of = day if self.at_date else atlas.as_of
        self.rows: Sequence[int] = sorted(atlas.rows_at(day), key=lambda row: (self._part(row), row))
        """Row of each place."""
        self.exact: dict[int, list[int]] = {}
        """Places by the hash of their words."""
        for place, row in enumerate(self.rows):
            if atlas.has_text(row):
                self.exact.setdefault(atlas.exact[row], []).append(place)

    def __len__(self) -> int:
        return len(self.rows)

    def number(self, place: int) -> str:
        """The number of a place, in the form of headings."""
        return self.atlas.numbers[self.rows[place]]

    def path(self, place: int) -> tuple[str, ...]:
        """The slugs of its divisions."""
        return tuple(division.slug or "" for division in self.divisions(place))

    def depth(self, place: int) -> int:
        """How many divisions it stands in."""
        return len(self.divisions(place))

    def part(self, place: int) -> str:
        """The partie in which it stands."""
        return self._part(self.rows[place])

    def divisions(self, place: int) -> tuple[Division, ...]:
        """The divisions in which a place stands, outer to inner."""
        return self.atlas.paths[self.rows[place]]

    def words(self, place: int) -> int:
        """How many words it has; 0 where they are not known."""
        return self.atlas.words[self.rows[place]]

    def normalized(self, place: int) -> str:
        """The same, normalised."""
        return normalize_number(self.number(place))

    def steps(self, place: int) -> tuple[str, ...]:
        """The parts of its number: ``706``, ``25``, ``1``."""
        return tuple(self.normalized(place).split("-"))

    def rows_of(self, number: str) -> Sequence[int]:
        """The rows of all versions of a normalised number, in the order of their dates."""
        return self._by_number.get(number, ())

    def sharing_start(self, number: str, least: int) -> Sequence[int]:
        """The places whose numbers share most of the first parts of a normalised number, at least ``least`` of them.

        The number itself is excluded.
        """
        steps = tuple(number.split("-"))
        for length in range(len(steps), least - 1, -1):
            if found := [place for place in self._by_start.get(steps[:length], ()) if self.steps(place) != steps]:
                return found
        return ()

    def near(self, print_: Fingerprint, places: Iterable[int]) -> list[tuple[float, int]]:
        """The similarity of each of these places, as ``(share, place)``; places with nothing in common are left out."""
        shares = ((self.share(print_, place), place) for place in places)
        return sorted(((share, place) for share, place in shares if share > 0), key=lambda found: (-found[0], found[1]))

    def nearest(self, print_: Fingerprint, most: int = 8) -> list[tuple[float, int]]:
        """The most similar of all places, as ``(share, place)``: ``most``, and those that are as similar as the last.

        All places with the same words are among them.
        """
        shared = Counter(place for shingle in print_.sketch for place in self._holders.get(shingle, ()))
        # the count is a lower bound where the two are sampled at different rates; enough to choose what to compare
        likely = {place for place, _ in shared.most_common(4 * most)}.union(self.exact.get(print_.exact, ()))
        near = self.near(print_, likely)
        least = near[most - 1][0] if len(near) > most else 0.0
        return [each for each in near if each[0] >= least]

    def share(self, print_: Fingerprint, place: int) -> float:
        """The similarity of a place, from 0 to 1."""
        row = self.rows[place]
        return shared_share(print_.sketch, print_.level, self.atlas.sketch(row), self.atlas.levels[row])

    @cached_property
    def _by_start(self) -> dict[tuple[str, ...], list[int]]:
        """Places by the first parts of their numbers."""
        by_start: dict[tuple[str, ...], list[int]] = {}
        for place in range(len(self.rows)):
            steps = self.steps(place)
            for length in range(1, len(steps) + 1):
                by_start.setdefault(steps[:length], []).append(place)
        return by_start

    @cached_property
    def _by_number(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = {}
        for row, number in enumerate(self.atlas.numbers):
            rows.setdefault(normalize_number(number), []).append(row)
        return rows

    @cached_property
    def _holders(self) -> dict[int, list[int]]:
        """Places by shingle."""
        holders: dict[int, list[int]] = {}
        for place, row in enumerate(self.rows):
            for shingle in self.atlas.sketch(row):
                holders.setdefault(shingle, []).append(place)
        return holders

    def _part(self, row: int) -> str:
        outer = next(iter(self.atlas.paths[row]), None)
        return (outer.slug or "") if outer is not None and outer.kind in {"partie", "annexe"} else ""
