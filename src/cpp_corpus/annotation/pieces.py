"""Division of a text at the starts and ends of its references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cpp_corpus.model.reference import Reference
from cpp_corpus.model.span import Span

__all__ = ["Piece", "flat", "pieces"]


class Piece(NamedTuple):
    """A part of the text, and the references whose anchors contain it."""

    span: Span
    references: tuple[int, ...] = ()
    """Their positions among the references of the text; the one with the shortest anchor first, then in order."""


def pieces(text: str, references: Sequence[Reference]) -> Iterator[Piece]:
    """The whole text, piece by piece; references with one anchor share a piece, others that overlap are cut.

    >>> found = [Reference(kind="act", start=2, end=6), Reference(kind="act", start=4, end=6)]
    >>> [(piece.span.start, piece.span.end, piece.references) for piece in pieces("abcdefgh", found)]
    [(0, 2, ()), (2, 4, (0,)), (4, 6, (1, 0)), (6, 8, ())]
    """
    order = sorted(range(len(references)), key=lambda at: references[at].start)
    borders = sorted({0, len(text), *(border for each in references for border in each.span)})
    begun = 0
    open_ones: list[int] = []
    for start, end in pairwise(borders):
        open_ones = [at for at in open_ones if references[at].end > start]
        while begun < len(order) and references[order[begun]].start <= start:
            open_ones.append(order[begun])
            begun += 1
        yield Piece(Span(start, end), tuple(sorted(open_ones, key=lambda at: (_length(references[at]), at))))


def flat(references: Sequence[Reference]) -> list[int]:
    """The positions of the references that a format without overlaps can hold: of overlapping ones, the first.

    >>> found = [Reference(kind="act", start=2, end=6), Reference(kind="act", start=4, end=8)]
    >>> flat(found)
    [0]
    """
    kept = list[int]()
    end = 0
    for at in sorted(range(len(references)), key=lambda at: (references[at].start, at)):
        if references[at].start >= end:
            kept.append(at)
            end = references[at].end
    return kept


def _length(reference: Reference) -> int:
    return reference.end - reference.start
