"""Which lines of a text were one: a converter or a printer has broken them at a width."""

from __future__ import annotations

from collections.abc import Sequence

from cpp_corpus.ingest.page_lines import Line

__all__ = ["Wrapping"]

_NARROWEST, _WIDEST = 50, 160  # columns
_ENOUGH = 4  # lines
_SENTENCE_END = frozenset(".;:!?»…")


class Wrapping:
    """How the lines of a text were broken: not at all, at a fixed number of columns, or at the width of a page.

    >>> from cpp_corpus.ingest.page_lines import page_lines
    >>> words = "Le vent souffle sur les moulins de la colline et sur ceux de la plaine. " * 9
    >>> lines = page_lines("\\n".join(words[at : at + 72].strip() for at in range(0, 288, 72)))
    >>> Wrapping(lines).joins(lines[0], lines[1]), Wrapping(lines[:1]).joins(lines[0], lines[1])
    (True, False)
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        """``lines``: those of the text of the articles."""
        widths = sorted(line.width for line in lines if not line.cells)
        self.width = widths[-1 - len(widths) // 200] if widths else 0
        full = sum(width > self.width * 0.8 for width in widths)
        goes_on = sum(line.words[-1:] not in _SENTENCE_END for line in lines if line.width > self.width * 0.8)
        is_wide = _NARROWEST <= self.width <= _WIDEST
        self.is_wrapped = is_wide and full >= _ENOUGH and full * 5 > len(widths) and goes_on * 2 > full
        self.is_fixed = bool(widths) and widths[-1] <= self.width + 2

    def joins(self, line: Line, following: Line) -> bool:
        """Whether ``following`` goes on with ``line``."""
        if not self.is_wrapped or line.cells or following.cells or line.is_broken:
            return False
        if following.gap and not following.follows_page:
            return False
        room = self.width - line.width
        first = len(following.words.split(" ", 1)[0]) + 1
        ends = line.words[-1:] in _SENTENCE_END
        begins_low = following.words[:1].islower() and not ends
        if following.follows_page:
            return begins_low and not ends
        if begins_low and room < self.width * 0.35:
            return True
        slack = 0 if self.is_fixed else self.width * 0.06
        return first + slack > room and not (following.bullet and ends) and not (ends and slack and room > slack)
