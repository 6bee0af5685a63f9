r"""Raised letters of ``1er``, and what follows them, that a converter has put on lines of their own, undone.

Art. 1er            Le 1
. – Le vent …       er
                    mars …
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cpp_corpus.ingest.page_line import Line
from cpp_corpus.model.span import Span

__all__ = ["with_raised"]


def with_raised(lines: Iterable[Line]) -> Iterator[Line]:
    r"""``lines`` with those joined that a raised letter has divided.

    >>> from cpp_corpus.ingest.page_lines import page_lines
    >>> [line.words for line in page_lines("Art. 1\ner\n. – Le vent.")]
    ['Art. 1er. – Le vent.']
    """
    last: Line | None = None
    for line in lines:
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
_BEHIND_NUMBER = re.compile(r"\. ?[-–—] ?(?=\S)")


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line has the raised letters of the number before it, or the sign behind the heading before it."""
    if line.gap or line.follows_page or before.cells or line.cells:
        return False
    is_raised = line.words == "er" and _FIRST.search(before.words)
    return bool(is_raised or (_BEHIND_NUMBER.match(line.words) and _HEADING.match(before.words)))


def _joined(before: Line, line: Line) -> Line:
    return replace(
        before,
        end=line.end,
        pieces=(*before.pieces, *line.pieces),
        words=before.words + line.words,
        raw=Span(before.raw.start, line.raw.end),
        width=line.width,
        is_broken=line.is_broken,
    )
