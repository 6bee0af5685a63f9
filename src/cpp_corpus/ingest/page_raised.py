r"""Raised letters of ``1er``, and what follows them, that a converter has put on lines of their own, undone.

Art. 1er            Le 1
. – Le vent …       er
                    mars …

So is the number of a heading below its word, where a text has several: ``Article`` / ``L. 12-3``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from cpp_corpus.ingest.page_line import Line, Piece
from cpp_corpus.lang.adverbs import ADVERB
from cpp_corpus.model.span import Span

__all__ = ["with_raised"]


def with_raised(lines: Iterable[Line]) -> Iterator[Line]:
    r"""``lines`` with those joined that a raised letter has divided.

    >>> from cpp_corpus.ingest.page_lines import page_lines
    >>> [line.words for line in page_lines("Art. 1\ner\n. – Le vent.")]
    ['Art. 1er. – Le vent.']
    >>> [line.words for line in page_lines("Article\nL. 12-3\nLe vent.\nArticle\nL. 12-4\nLa pluie.")]
    ['Article L. 12-3', 'Le vent.', 'Article L. 12-4', 'La pluie.']
    """
    lines = list(lines)
    is_apart = sum(_is_number(before, line) for before, line in pairwise(lines)) > 1
    last: Line | None = None
    for line in lines:
        if last is not None and is_apart and _is_number(last, line):
            last = _joined(last, line, " ")
            continue
        if last is not None and _goes_on(last, line):
            last = _joined(last, line)
            continue
        if last is not None:
            yield last
        last = line
    if last is not None:
        yield last


# ---------------------------------------------------------------------------------------------------------------------

_FIRST = re.compile(r"(?:^|[ (])1$")
_HEADING = re.compile(r"(?:Article|Art\.) ?(?:[LRDA]\.? ?)?\d[\w-]{0,12}$")
_WORDS = frozenset(("Article", "ARTICLE", "Art."))
_NUMBER = re.compile(
    rf"(?:1er|premier|unique|(?:L\.? ?O|[LRDA])?[. ]{{0,2}}\*?\d+(?:-\d+)*)(?: (?:{ADVERB}|[A-Z]{{1,2}}))*"
)
_BEHIND_NUMBER = re.compile(r"\. ?[-–—] ?(?=\S)")


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line has the raised letters of the number before it, or the sign behind the heading before it."""
    if line.gap or line.follows_page or before.cells or line.cells:
        return False
    is_raised = line.words == "er" and _FIRST.search(before.words)
    return bool(is_raised or (_BEHIND_NUMBER.match(line.words) and _HEADING.match(before.words)))


def _is_number(before: Line, line: Line) -> bool:
    """Whether a line is the number of the heading whose word is the line before."""
    if line.gap or line.follows_page or before.cells or line.cells or before.words not in _WORDS:
        return False
    return _NUMBER.fullmatch(line.words) is not None


def _joined(before: Line, line: Line, between: str = "") -> Line:
    space: tuple[Piece, ...] = ((before.end, line.start, between),) if between else ()
    return replace(
        before,
        end=line.end,
        pieces=(*before.pieces, *space, *line.pieces),
        words=before.words + between + line.words,
        raw=Span(before.raw.start, line.raw.end),
        width=line.width,
        is_broken=line.is_broken,
    )
