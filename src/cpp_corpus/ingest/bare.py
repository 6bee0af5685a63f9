"""The words of a text with tags, such as the source of a web page, and where they stand in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from typing import NamedTuple

from cpp_corpus.ingest.markup import has_markup
from cpp_corpus.ingest.tags import LINE_TAG_NAMES
from cpp_corpus.model.span import Span

__all__ = ["Bare", "bare", "seen"]


class Bare(NamedTuple):
    """Words, and where their pieces begin in the text that they were read from."""

    text: str
    """The words."""
    starts: list[int]
    """Where each piece begins in the words."""
    origins: list[int]
    """Where it begins in the source."""

    def origin(self, at: int) -> int:
        """Where the character ``at`` of the words stands in the source."""
        piece = bisect_right(self.starts, at) - 1
        return self.origins[piece] + at - self.starts[piece]

    def span(self, start: int, end: int) -> Span:
        """Where the words from ``start`` to ``end`` stand in the source."""
        return Span(self.origin(start), self.origin(max(start, end - 1)) + 1)


def bare(text: str) -> Bare:
    r"""The words of ``text`` without tags, comments and scripts, with the signs that entities mean.

    A text without tags stays as it is.

    >>> words = bare("<p>L&apos;article <a href='x'>7</a></p><p>du code</p>")
    >>> words.text, words.origin(words.text.index("7"))
    ("\nL'article 7\n\ndu code\n", 30)
    """
    pieces: list[tuple[int, str]] = []
    closings = dict(_CLOSING)
    done = 0
    for match in _TAG_OR_ENTITY.finditer(text) if has_markup(text) else ():
        at, end = match.span()
        if at < done:  # in a comment or a script
            continue
        pieces += [(done, text[done:at]), (at, _sign(match))]
        done = end
        if (closing := closings.get((match["unseen"] or "").lower())) is not None:
            if (close := closing.search(text, end)) is not None:
                done = close.end()
            else:
                del closings[match["unseen"].lower()]  # none of those behind it ends either
    pieces.append((done, text[done:]))
    return _joined(pieces)


def seen(text: str) -> Bare:
    """``text`` with its tags, but without what no reader of a page sees: its comments, scripts and its head.

    >>> words = seen("<p>L'article 7<!-- l'article 8 --> et <b>9</b></p>")
    >>> words.text, words.span(13, 22)
    ("<p>L'article 7 et <b>9</b></p>", Span(start=13, end=42))
    """
    pieces: list[tuple[int, str]] = []
    closings = dict(_CLOSING)
    done = 0
    for match in _UNSEEN.finditer(text) if has_markup(text) else ():
        name = match[1].lower()
        if match.start() < done or (closing := closings.get(name)) is None:
            continue
        if (close := closing.search(text, match.end())) is None:
            del closings[name]  # none of those behind it ends either
            continue
        pieces.append((done, text[done : match.start()]))
        done = close.end()
    pieces.append((done, text[done:]))
    return _joined(pieces)


def _joined(pieces: list[tuple[int, str]]) -> Bare:
    kept = [(origin, piece) for origin, piece in pieces if piece] or [(0, "")]
    starts = [0]
    for _, piece in kept[:-1]:
        starts.append(starts[-1] + len(piece))
    return Bare("".join(piece for _, piece in kept), starts, [origin for origin, _ in kept])


# ---------------------------------------------------------------------------------------------------------------------

_TAG_OR_ENTITY = re.compile(
    r"<(?:(?P<unseen>!--|script\b|style\b|head\b)"
    rf"|/?(?:(?P<line>{LINE_TAG_NAMES}|table|title|body|html|main|nav|section|aside|figure)|(?P<cell>t[dhr])"
    r"|[a-z][a-z0-9]*|!doctype)(?:\s[^<>]*)?/?>)"
    r"|(?P<entity>&(?:#[0-9]{1,8}|#x[0-9a-f]{1,8}|[a-z][a-z0-9]{1,31});)",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"<(!--|script\b|style\b|head\b)", re.IGNORECASE)
_CLOSING = {
    "!--": re.compile("-->"),
    **{name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style", "head")},
}


def _sign(match: re.Match[str]) -> str:
    """What stands for a tag or an entity."""
    if match["entity"]:
        return unescape(match["entity"])
    return "\n" if match["line"] else " " if match["cell"] else ""
