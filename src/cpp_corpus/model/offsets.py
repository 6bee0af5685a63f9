"""The map from canonical text back to the bytes of its source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from cpp_corpus.errors import expect
from cpp_corpus.model.span import Span

__all__ = ["OffsetMap"]


class OffsetMap(NamedTuple):
    r"""Runs of text that are the same in the source.

    ``starts[i]`` is the first position of run ``i`` in the text, ``bytes[i]`` the byte of the source
    at which it begins, ``ends[i]`` the byte at which it ends. A run ends where the next begins;
    inside it, positions advance by the length of the characters in ``encoding``. Where a character
    replaces other bytes (a collapsed space, an entity, a superscript), it is a separate run. Without an
    ``encoding``, each character of a run leads to the whole run: the record of a data file that has it.

    The argument ``text`` of the methods is the text that the map was made for.

    >>> first, second = OffsetMap((0,), (10,), (12,)), OffsetMap((0,), (20,), (23,))
    >>> both = OffsetMap.joined([(0, first), (3, second)])  # "né" and "bis", separated by a newline
    >>> both.byte("né\nbis", 3), both.byte_after("né\nbis", 1), both.end
    (20, 12, 23)
    """

    starts: tuple[int, ...]
    """First position of each run in the text, ascending, in characters."""
    bytes: tuple[int, ...]
    """Byte of the source at which each run begins, from 0."""
    ends: tuple[int, ...]
    """Byte of the source at which each run ends, exclusive."""
    encoding: str = "utf-8"
    """Encoding of the source; empty where positions inside a run are not known."""

    @property
    def end(self) -> int:
        """The byte at which the last character ends."""
        return self.ends[-1] if self.ends else 0

    def byte(self, text: str, position: int) -> int:
        """The byte of the source at which ``text[position]`` begins; ``end`` where ``position`` is the end of it."""
        expect("text", text, str)
        expect("position", position, int)
        if position >= len(text) or not self.starts:
            return self.end
        run = max(bisect_right(self.starts, position) - 1, 0)
        if not self.encoding:
            return self.bytes[run]
        return min(self.bytes[run] + self._length(text, self.starts[run], position), self.ends[run])

    def byte_after(self, text: str, position: int) -> int:
        """The byte of the source after the last of ``text[position]``; ``position`` counts characters."""
        expect("text", text, str)
        expect("position", position, int)
        if position >= len(text) - 1 or not self.starts:
            return self.end
        run = max(bisect_right(self.starts, position) - 1, 0)
        if not self.encoding or (run + 1 < len(self.starts) and self.starts[run + 1] == position + 1):
            return self.ends[run]
        return min(self.bytes[run] + self._length(text, self.starts[run], position + 1), self.ends[run])

    def span(self, text: str, span: Span) -> Span:
        """The range of bytes that covers ``span``, a range of characters of the text."""
        expect("span", span, Span)
        if span.end <= span.start:
            at = self.byte(text, span.start)
            return Span(at, at)
        return Span(self.byte(text, span.start), self.byte_after(text, span.end - 1))

    def _length(self, text: str, start: int, end: int) -> int:
        return len(text[start:end].encode(self.encoding, "replace"))

    @classmethod
    def joined(cls, parts: Iterable[tuple[int, OffsetMap]]) -> OffsetMap:
        """One map from those of ``parts``, each with its position in the whole text."""
        starts: list[int] = []
        first: list[int] = []
        last: list[int] = []
        encoding = "utf-8"
        for at, part in parts:
            starts += part.starts if at == 0 else [at + start for start in part.starts]
            first += part.bytes
            last += part.ends
            encoding = part.encoding
        return cls(tuple(starts), tuple(first), tuple(last), encoding)
