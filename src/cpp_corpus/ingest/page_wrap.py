"""Which lines of a text were one: a converter or a printer has broken them at a width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cpp_corpus.ingest.page_lines import Line

__all__ = ["Wrapping"]

_NARROWEST, _WIDEST = 50, 160  # columns
_SLACK = 0.06  # of the width, where letters are not all of one width
_RAGGED = 0.35  # of the width, that a line may lack at its end
_SENTENCE_END = frozenset(".;:!?»…")


class Wrapping:
    r"""How the lines of a text were broken: not at all, at a fixed number of columns, or at the width of a page.

    >>> from cpp_corpus.ingest.page_lines import page_lines
    >>> import textwrap
    >>> words = "Le vent souffle sur les moulins de la colline et sur ceux de la plaine, et il tourne. " * 9
    >>> lines = page_lines("\n".join(textwrap.wrap(words, 72)))
    >>> Wrapping(lines).joins(lines[0], lines[1]), Wrapping(lines[:1]).joins(lines[0], lines[1])
    (True, False)
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        """``lines``: those of the text of the articles, in their order."""
        widths = sorted(line.width for line in lines if not line.cells)
        self.width = widths[-1 - len(widths) // 200] if widths else 0
        self.is_fixed = bool(widths) and widths[-1] <= self.width + 2
        self.slack = 0.0 if self.is_fixed else self.width * _SLACK
        broken = whole = 0
        for before, line in pairwise(lines):
            if line.gap or line.cells or before.cells or before.words[-1:] in _SENTENCE_END:
                continue
            room = self.width - before.width
            broken += _first_word(line) + self.slack > room
            whole += line.words[:1].islower() and _first_word(line) + self.width * _RAGGED < room
        self.is_wrapped = _NARROWEST <= self.width <= _WIDEST and broken > 0 and broken > 2 * whole

    def joins(self, line: Line, following: Line) -> bool:
        """Whether ``following`` goes on with ``line``."""
        if not self.is_wrapped or line.cells or following.cells or line.is_broken:
            return False
        if following.gap and not following.follows_page:
            return False
        room = self.width - line.width
        ends = line.words[-1:] in _SENTENCE_END
        begins_low = following.words[:1].islower() and not ends
        if following.follows_page:
            return begins_low
        if begins_low and room < self.width * _RAGGED:
            return True
        if ends and (following.bullet or (self.slack and room > self.slack)):
            return False
        return _first_word(following) + self.slack > room


def _first_word(line: Line) -> int:
    """Columns that the first word of a line takes, with the space before it."""
    return len(line.words.split(" ", 1)[0]) + 1
