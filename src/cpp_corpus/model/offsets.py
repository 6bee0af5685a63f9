"""From canonical text back to the bytes of its source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from cpp_corpus.model.span import Span

__all__ = ["OffsetMap"]


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Runs of text that stand in the source as they are.

    ``starts[i]`` is the first position of run ``i`` in the text, ``bytes[i]`` the byte of the
    source at which it begins. A run ends where the next begins; inside it, positions advance by the length of
    the characters in ``encoding``. Where a character stands for other bytes (a collapsed space, a superscript),
    it is a run of its own.
    """

    starts: tuple[int, ...]
    bytes: tuple[int, ...]
    end: int
    """Byte at which the last character ends."""
    encoding: str = "utf-8"

    def byte(self, text: str, position: int) -> int:
        """The byte of the source at which ``text[position]`` begins (``end`` for the end of the text)."""
        if position >= len(text) or not self.starts:
            return self.end
        run = bisect_right(self.starts, position) - 1
        return self.bytes[run] + len(text[self.starts[run] : position].encode(self.encoding))

    def span(self, text: str, span: Span) -> Span:
        """The range of bytes that covers ``text[span]``."""
        if span.end <= span.start:
            at = self.byte(text, span.start)
            return Span(at, at)
        return Span(self.byte(text, span.start), self.byte_after(text, span.end - 1))

    def byte_after(self, text: str, position: int) -> int:
        """The byte of the source after the last of ``text[position]``."""
        run = bisect_right(self.starts, position) - 1
        return self.bytes[run] + len(text[self.starts[run] : position + 1].encode(self.encoding))

    @classmethod
    def joined(cls, parts: Iterable[tuple[int, OffsetMap]]) -> OffsetMap:
        """One map from those of parts, each with the position at which it stands in the whole."""
        parts = list(parts)
        return cls(
            tuple(chain.from_iterable((at + s for s in part.starts) for at, part in parts)),
            tuple(chain.from_iterable(part.bytes for _, part in parts)),
            parts[-1][1].end if parts else 0,
            parts[0][1].encoding if parts else "utf-8",
        )
