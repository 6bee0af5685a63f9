"""What was replaced in a text, and the way back from positions in the new text to those in the old one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple

from cpp_corpus.model.reference import Reference
from cpp_corpus.model.span import Span

__all__ = ["Edited", "Reading", "Replacement", "blanks", "removed"]

Replacement = Callable[[re.Match[str]], str]


class _Edit(NamedTuple):
    """What was replaced in a text, in order; positions lead from the text behind to the one before."""

    places: list[int]
    """Where each replacement begins."""
    stops: list[int]
    """Where it ends."""
    starts: list[int]
    """Where what it replaced begins in the text before."""
    ends: list[int]
    """Where that ends."""
    closing: list[bool]
    """Whether it closes a mark, and so belongs to the character before it: ``</sup>`` of ``1<sup>er</sup>``."""

    def first(self, position: int) -> int:
        """Where the character at a position begins in the text before."""
        at = bisect_right(self.places, position) - 1
        if at < 0:
            return position
        return self.starts[at] if position < self.stops[at] else self.ends[at] + position - self.stops[at]

    def last(self, position: int) -> int:
        """The last character in the text before of the one at a position."""
        at = bisect_right(self.places, position) - 1
        if at < 0:
            last = position
        else:
            last = self.ends[at] - 1 if position < self.stops[at] else self.ends[at] + position - self.stops[at]
        following = at + 1
        while following < len(self.places) and self.places[following] == self.stops[following] == position + 1:
            last = self.ends[following] - 1 if self.closing[following] else last
            following += 1
        return last

    def behind(self, position: int) -> int:
        """The first character of the text behind that does not begin before a position of the one before."""
        at = bisect_right(self.starts, position) - 1
        if at < 0:
            return position
        if position == self.starts[at]:
            return self.places[at]
        return self.stops[at] + max(0, position - self.ends[at])


class Reading(NamedTuple):
    """``text`` is what the rules read; ``edits`` are those that made it, the first one first.

    There are none where it is as given but for characters that took the place of others.
    """

    text: str
    edits: tuple[_Edit, ...] = ()

    def back(self, position: int) -> int:
        """The position in the text as given."""
        for edit in reversed(self.edits):
            position = edit.first(position)
        return position

    def forth(self, position: int) -> int:
        """The position in ``text`` of one in the text as given."""
        for edit in self.edits:
            position = edit.behind(position)
        return position

    def span(self, start: int, end: int) -> Span:
        """The span in the text as given."""
        if not self.edits or end <= start:
            return Span(self.back(start), self.back(end))
        last = end - 1
        for edit in reversed(self.edits):
            last = edit.last(last)
        return Span(self.back(start), last + 1)

    def restored(self, reference: Reference) -> Reference:
        """A reference with its positions led back."""
        before = reference.antecedent
        antecedent = None if before is None else self.span(before.start, before.end)
        start, end = self.span(reference.start, reference.end)
        return reference.replaced(start=start, end=end, antecedent=antecedent)


class Edited(NamedTuple):
    """A text some of whose characters were replaced, with the edits."""

    text: str
    edits: tuple[_Edit, ...] = ()

    def by(self, matches: Iterable[re.Match[str]], replaced: Replacement) -> Edited:
        """With what ``replaced`` gives for each match, in order; a replacement begins and ends where its match does."""
        text = self.text
        parts: list[str] = []
        edit = _Edit([], [], [], [], [])
        at = length = 0
        for match in matches:
            start, end = match.span()
            new = replaced(match)
            parts += text[at:start], new
            length += start - at
            edit.places.append(length)
            length += len(new)
            edit.stops.append(length)
            edit.starts.append(start)
            edit.ends.append(end)
            edit.closing.append(match.lastgroup == "closing" and not new)
            at = end
        if not edit.places:
            return self
        parts.append(text[at:])
        return Edited("".join(parts), (*self.edits, edit))


def removed(_match: re.Match[str]) -> str:
    """Nothing in the place of a match."""
    return ""


def blanks(match: re.Match[str]) -> str:
    """As many blanks as a match has characters."""
    return " " * len(match[0])
