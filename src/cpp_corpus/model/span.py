"""Half-open ranges of positions in a text."""

from __future__ import annotations

from typing import NamedTuple

from cpp_corpus.model.base import Count

__all__ = ["Span"]


class Span(NamedTuple):
    """Positions ``start`` to ``end`` (exclusive), in characters unless said otherwise.

    >>> "article 11"[Span(8, 10).slice]
    '11'
    >>> Span(8, 10).overlaps(Span(9, 12)), Span(0, 10).contains(Span(8, 10)), Span(8, 10).shift(-8)
    (True, True, Span(start=0, end=2))
    """

    start: Count
    """First position, from 0."""
    end: Count
    """End of the range, exclusive."""

    @property
    def slice(self) -> slice:
        """The same range as a slice."""
        return slice(self.start, self.end)

    def overlaps(self, other: Span) -> bool:
        """Whether this range and ``other`` share a position."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The range moved by ``by`` positions."""
        return Span(self.start + by, self.end + by)
