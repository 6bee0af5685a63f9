"""Quoted text: where it stands, and where in it a new article begins.

What stands in quotation marks behind "est ainsi rédigé :" becomes part of another act. Its numbers and its parts are
those of that act, so it is read apart, as the text of an article of its own. A line in it that begins with a label
("Art. L. 1-1. –") begins such an article.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from typing import NamedTuple

from cpp_corpus.normalizer.recognize.fragments import NUMBER, compiled

__all__ = ["MASK", "Quote", "masked", "quotes_of"]

MASK = "\x02"
"""What stands for a character of quoted text where the text around it is read."""

_OPENING, _CLOSING, _BOTH = "«“„", "»”", '"'
_MARKS = re.compile(f"[{_OPENING}{_CLOSING}{_BOTH}]")
_BEGIN_LINES = re.compile(r"\n\s*«")
"""Marks that may only say that a quote goes on."""
_ENDS = frozenset(".;:")
_OPENS_INNER = compiled(r"ainsi rédigée?s? ?: ?\Z")
"""What ends the line before a quote that stands in another one, each line of which begins with a mark."""
_BEFORE = 24  # characters of that
_GOES_ON = re.compile(r"[ .;,]*(?:»|\s*\n\s*[«“]|[^\s.;,])")
"""What says, behind a mark that closes, that the quote around goes on."""
_DEEPEST = 5  # quotes in quotes: what is deeper is part of the quote around it
_LABEL = compiled(rf"""
    [«“\"\ ]{{0,16}}+
    (?:(?P<word>[Aa]rt(?:icle|\.)|ART(?:ICLE|\.)) ?|(?=[LRDA]\. ?\*? ?\d))
    (?P<number>(?>{NUMBER}))
    (?: ?(?:\.|:)? ?(?P<dash>[-–—])| ?[.:]| ?\n| (?:du|de\ la|de\ l')[^.:;\n]{{1,150}}\.?\ ?\n)
""")


class Quote(NamedTuple):
    """A stretch of quoted text, its marks aside."""

    start: int
    end: int
    parent: int = -1
    """Index of the quote in which it stands; -1 where it stands in none."""
    depth: int = 1
    """How many quotes it stands in, itself counted."""
    label: str | None = None
    """Number of the article that it is, as printed, where it begins with its label."""


def quotes_of(text: str) -> list[Quote]:
    r"""The quoted stretches of a text, each behind the one that it stands in.

    A line of a quote may begin with the opening mark again. A quote without its end ends with its line.

    >>> [(q.start, q.end, q.depth) for q in quotes_of("Il dit : « Les mots « un » et\n« deux » ». Non.")]
    [(10, 37, 1), (21, 25, 2)]
    >>> [(q.label, q.parent) for q in quotes_of("ainsi rédigé :\n« Art. L. 1. – Un.\n« Art. L. 2. – Deux. »")]
    [('L. 1', -1), ('L. 2', -1)]
    """
    if not ("«" in text or "“" in text or "„" in text or _BOTH in text):
        return []
    return _labelled(text, _marked(text))


def _marked(text: str) -> list[Quote]:
    """The stretches between marks."""
    return _Marks(text).read()


class _Marks:
    """Goes from mark to mark, and keeps the quotes that stand open."""

    def __init__(self, text: str) -> None:
        self._text = text
        curved = text.count("“")
        self._curved = curved > text.count("”")  # "“" closes, too
        plain = curved + text.count("”") if self._curved else 0
        self._whole = {
            "«": text.count("«") - len(_BEGIN_LINES.findall(text)) <= text.count("»"),
            "“": plain % 2 == 0,
            _BOTH: text.count(_BOTH) % 2 == 0,
        }
        self._starts: list[tuple[int, int, int]] = []  # start, parent, depth
        self._ends: dict[int, int] = {}
        self._open: list[tuple[int, str]] = []
        self._over = 0  # how many stand open that are too deep
        self._last = 0  # behind the last mark
        self._inner = 0  # how many quotes the line before has opened inside another one
        self._lined = 0  # how many opening marks stand at the beginning of this line

    def read(self) -> list[Quote]:
        """All quotes, in the order in which they open."""
        for match in _MARKS.finditer(self._text):
            self._mark(match[0], match.start())
        if self._open:
            self._close()
        return [Quote(start, self._ends[at], up, depth) for at, (start, up, depth) in enumerate(self._starts)]

    def _mark(self, mark: str, at: int) -> None:
        opens = mark in _OPENING
        if mark == _BOTH or (mark == "“" and self._curved):
            opens = not (self._open and self._open[-1][1] == mark)
        if self._open and mark not in _CLOSING and self._goes_on(at, opens=opens):
            self._last = at + 1
            return
        self._lined, self._last = 0, at + 1
        if opens and len(self._open) >= _DEEPEST:
            self._over += 1
        elif opens:
            self._starts.append((at + 1, self._open[-1][0] if self._open else -1, len(self._open) + 1))
            self._open.append((len(self._starts) - 1, mark))
        elif self._over:
            self._over -= 1
        elif self._open:
            self._ends[self._open.pop()[0]] = at
            if self._inner and _GOES_ON.match(self._text, at + 1) is None:
                while self._open:  # one mark has ended them all
                    self._ends[self._open.pop()[0]] = at
            self._inner = min(self._inner, len(self._open))

    def _goes_on(self, at: int, *, opens: bool) -> bool:
        """Whether a mark only says, at the beginning of its line, that a quote goes on."""
        text, last = self._text, self._last
        line = text.rfind("\n", last, at)
        if line < 0:
            again = 0 < self._lined < len(self._open) and not text[last:at].strip()
            self._lined += again
            joined = opens and not self._whole.get(text[at], True) and self._open[-1][1] == text[at]
            return again or (joined and text[last:at].rstrip()[-1:] in _ENDS)  # its lines were joined
        if not text[line:at].strip():
            alone = opens and _MARKS.match(text[at + 1 : at + 4].lstrip()) is None  # « "III bis" has its own
            inner = alone and _OPENS_INNER.search(text, max(last, line - _BEFORE), line) is not None
            self._inner += inner
            self._lined = 1
            return not inner
        if opens and not self._whole.get(self._open[-1][1], True):  # a quote before has no end
            self._last = last
            self._close()
        return False

    def _close(self) -> None:
        """End what stands open with the line of the last mark."""
        line = self._text.find("\n", self._last)
        for at, _ in self._open:
            self._ends[at] = len(self._text) if line < 0 else line
        self._open.clear()


def _labelled(text: str, marked: list[Quote]) -> list[Quote]:
    """The stretches, those parted in which articles begin by their labels."""
    made: list[Quote] = []
    opened = {quote.start for quote in marked}
    place: list[list[int]] = []  # of each marked one: the indices of its parts, in order
    for quote in marked:
        start, end, parent, depth, _ = quote
        if parent >= 0:
            own = place[parent]
            at = own[max(0, bisect_right(own, start, key=lambda part: made[part].start) - 1)]
            parent, depth = at, made[at].depth + 1
        labels = _labels(text, start, end, opened)
        parts: list[int] = []
        if labels and labels[0][0] > start and text[start : labels[0][0]].strip('«“" \n'):
            parts.append(len(made))
            made.append(Quote(start, end, parent, depth))
            parent, depth = parts[0], depth + 1
        ends = [*[begin for begin, _ in labels[1:]], end]
        for (begin, number), following in zip(labels, ends, strict=False):
            parts.append(len(made))
            made.append(Quote(begin, following, parent, depth, number))
        if not labels:
            parts.append(len(made))
            made.append(Quote(start, end, parent, depth))
        place.append(parts)
    return _in_order(made)


def _in_order(made: list[Quote]) -> list[Quote]:
    order = sorted(range(len(made)), key=lambda at: (made[at].start, made[at].depth))
    places = {at: place for place, at in enumerate(order)}
    return [made[at]._replace(parent=places.get(made[at].parent, -1)) for at in order]


def _labels(text: str, start: int, end: int, opened: Collection[int]) -> list[tuple[int, str]]:
    """Where the lines of a quote begin that begin with a label, and its number.

    Where lines were joined, an opening mark that opens no quote (``opened``: where they begin) says where one began.
    """
    found = []
    at, stop = start, -1  # where the line ends
    while at < end:
        label = _LABEL.match(text, at, end)
        if label is not None and (label["word"] or label["dash"]):
            found.append((at, label["number"]))
        if stop < at:
            line = text.find("\n", at, end)
            stop = end if line < 0 else line
        mark = text.find("«", at + 1, stop)
        while mark >= 0 and mark + 1 in opened:
            mark = text.find("«", mark + 1, stop)
        at = mark if mark >= 0 else stop + 1
    return found


def masked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """``text`` with :data:`MASK` for each character of some stretches, given in order; of the same length."""
    parts: list[str] = []
    at = 0
    for start, end in stretches:
        if start >= at:
            parts += text[at:start], MASK * (end - start)
            at = end
    parts.append(text[at:])
    return "".join(parts)
