"""The outline of a text that amends: its points ("I. –", "1°", "a)", "–"), and how deep each stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from cpp_corpus.normalizer.recognize.fragments import ADVERB, compiled

__all__ = ["Segment", "outline"]


class Segment(NamedTuple):
    """A point, from its mark to the next mark; or a line without one."""

    start: int
    body: int
    """Where its words begin, the mark aside."""
    end: int
    depth: int
    """How many marks it stands under, its own counted; 0 without one."""
    titled: bool = False
    """Whether it is the label of an article ("Article 2"), with which everything begins anew."""


_BEGINS = r"(?=[IVXL]|[A-Z] ?[-–—.]|[0-9]{1,3} ?[°).]|[a-z]{1,2}(?: bis)?\)|[-–—•] )"
_BREAK = re.compile(rf"\n\s*+(?![«\"“\x02])|[ ](?<=[:;.»\"”] )[ ]*+{_BEGINS}")
_BREAK_IN_QUOTE = re.compile(rf"{_BREAK.pattern}|\n\s*+[«\"“][ ]*+{_BEGINS}")
"""In quoted text a line may begin with the mark of the quotation again."""
_OPENING = ("«", "“", '"')
_WRAPPED = re.compile(r"[a-zà-ÿ0-9(](?<![0-9](?=[°).]))")
_MARK = compiled(rf"""
    (?P<article>(?i:article) (?:\d{{1,3}}(?:er)?|unique|premier|[IVXL]+)(?: {ADVERB})?(?= ?(?:\n|:|\.|[-–—]|$)))
    |(?P<roman>[IVXL]+(?: {ADVERB})?(?: [A-Z])? ?(?:\.|°)? ?[-–—](?=[\ ]|[A-ZÀ«])|[IVXL]+\.(?= [A-ZÀ]))
    |(?P<capital>[A-Z](?: {ADVERB})? ?\.? ?[-–—](?= )|[A-Z]\.(?= [A-ZÀ][a-zà-ÿ' ]))
    |(?P<degree>\d{{1,3}} ?°(?: ?{ADVERB}(?: 0(?= )| [A-Z](?= ))?)?(?:[.)]|\ ?[-–—])?)
    |(?P<number>\d{{1,3}}(?: {ADVERB})?(?:\)|\.(?!\d)|\ ?[-–—](?= )))
    |(?P<letter>(?:[a-z]|[ivx]{{2,4}})(?: {ADVERB})?\))
    |(?P<double>[a-z]{{2}}\))
    |(?P<dash>[-–—•](?= ))
""")
_BELOW_ROMAN = frozenset(("degree", "letter", "double", "dash"))
"""Marks of points that stand inside those with Roman numerals, and never around them."""
_SPACES = re.compile(r"[ \t]*+")


def outline(text: str, start: int, end: int) -> list[Segment]:
    r"""The segments of a stretch of text, in order.

    A mark of a kind that stands open already closes what stands below it. A line without a mark stands under none,
    unless it goes on with the sentence.

    >>> text = "1° Un ;\n2° Deux :\na) Trois.\nFin."
    >>> [(segment.depth, text[segment.body : segment.end].strip()) for segment in outline(text, 0, len(text))]
    [(1, 'Un ;'), (1, 'Deux :'), (2, 'Trois.'), (0, 'Fin.')]
    """
    return _Outline(text, end).read(start)


class _Outline:
    """Goes from break to break, and keeps the kinds of the marks that stand open."""

    def __init__(self, text: str, end: int) -> None:
        self._text, self._end = text, end
        self._segments: list[Segment] = []
        self._kinds: list[str] = []

    def read(self, start: int) -> list[Segment]:
        """The segments from ``start`` on. Lines without marks are one, but for those that a colon ends."""
        text, end, segments = self._text, self._end, self._segments
        begin = line = start
        opened = not start and text[:1] in _OPENING  # an extract of a quotation
        at = self._skipped(start + opened)
        body, depth, titled = self._marked(at)
        breaks = _BREAK_IN_QUOTE if start or opened else _BREAK
        while (found := breaks.search(text, max(body, at), end)) is not None:
            at = found.end()
            mark = _MARK.match(text, at, end)
            if mark is None:
                if found[0][0] != "\n" or found[0].strip() or _WRAPPED.match(text, at) is not None:
                    continue
                if not (depth or titled or text[found.start() - 1] == ":"):
                    line = at
                    continue
            if line > begin and text[found.start() - 1] == ":":
                segments.append(Segment(begin, body, line, depth))
                begin = body = line
            segments.append(Segment(begin, body, at, depth, titled))
            begin = line = at
            body, depth, titled = self._marked(at)
        if end > begin:
            segments.append(Segment(begin, body, end, depth, titled))
        return segments

    def _marked(self, at: int) -> tuple[int, int, bool]:
        """Where the words behind the marks at ``at`` begin, how deep they stand, and whether a label stands there."""
        kinds = self._kinds
        mark = _MARK.match(self._text, at, self._end)
        if mark is None:
            kinds.clear()
        while mark is not None:
            kind = mark.lastgroup or ""
            at = self._skipped(mark.end())
            if kind == "article":
                kinds.clear()
                return at, 0, True
            if kind in kinds:
                del kinds[kinds.index(kind) + 1 :]
            elif kind == "roman" and kinds and kinds[0] in _BELOW_ROMAN:
                kinds[:] = [kind]  # the text begins in the middle of the point before
            else:
                kinds.append(kind)
            mark = _MARK.match(self._text, at, self._end)
        return at, len(kinds), False

    def _skipped(self, at: int) -> int:
        """Behind the blanks at ``at``."""
        blanks = _SPACES.match(self._text, at, self._end)
        return at if blanks is None else blanks.end()
