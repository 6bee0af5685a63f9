"""Which lines of a text were one: a converter or a printer has broken them at a width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from cpp_corpus.ingest.page_line import Line

__all__ = ["Wrapping"]

_NARROWEST, _WIDEST = 50, 160  # columns
_SLACK = 0.06  # of the width, where letters are not all of one width
_RAGGED = 0.35  # of the width, that a line may lack at its end
_FEW = 8  # lines
_MANY = 5  # times
_FAR = 0.8  # of the width of the widest lines: those at the columns of the text are far from these
_FULL, _WIDER = 0.03, 0.1  # of the lines: those that are full at least, those that are wider at most
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

    def __init__(self, lines: Sequence[Line], *, markdown: bool = False) -> None:
        """``lines``: those of the text of the articles, in their order; ``markdown``: whether the text is Markdown."""
        self.is_markdown = markdown
        plain = [line for line in lines if not line.cells]
        broken_ones = [line for line in plain if not _is_kept_whole(line)] if markdown else []
        widths = sorted(line.width for line in (broken_ones if len(broken_ones) > _FEW else plain))
        self.width = widths[-1 - len(widths) // (20 if markdown else 200)] if widths else 0
        self.is_fixed = bool(widths) and widths[-1] <= self.width + 2
        if (columns := _columns(widths)) and (not self.is_fixed or columns < self.width * _FAR):
            self.width, self.is_fixed = columns, True
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
        if self.is_markdown:  # lines without a blank one or a mark between them are one
            return following.bullet is None
        if self.is_fixed and line.width > self.width + 2:
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


def _columns(widths: Sequence[int]) -> int | None:
    """The columns at which many lines end and beyond which few go (rows of tables); ``None`` if there are none."""
    counts = Counter(widths)
    least = max(_FEW, len(widths) * _FULL)
    wider = 0
    for width in range(max(widths, default=0), _NARROWEST - 1, -1):
        full = sum(counts[width - less] for less in range(4))
        beyond = sum(counts[width + more] for more in range(1, 5))
        if counts[width] and width <= _WIDEST and full > max(least, _MANY * beyond):
            return width if wider < len(widths) * _WIDER else None
        wider += counts[width]
    return None


def _is_kept_whole(line: Line) -> bool:
    """Whether a line of Markdown has marks, such as the address of a link, or is a row of a table: never broken."""
    return "|" in line.words or sum(end - start for start, end, _ in line.pieces) < line.end - line.start


def _first_word(line: Line) -> int:
    """Columns that the first word of a line takes, with the space before it."""
    return len(line.words.split(" ", 1)[0]) + 1
