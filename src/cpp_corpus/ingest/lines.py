"""Lines of canonical text, made from pieces of a file, with their positions in it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from html import unescape
from typing import NamedTuple, Protocol

from cpp_corpus.ingest.adapter import RawFile
from cpp_corpus.ingest.tags import without_tags
from cpp_corpus.limits import count_line
from cpp_corpus.model.document import Block, CellSpan, LinkSpan, Role
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.span import Span

__all__ = ["LINE_END", "NO_WIDTH", "LineBuilder", "LineSource", "Located", "SourceMap", "line_block"]

LINE_END = re.compile(r"\r\n?|\n")
NO_WIDTH = "\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff"
"""Characters without width, as in a class of a pattern."""


class Located(NamedTuple):
    """Where a line of canonical text stands in its file."""

    line: int
    """Line of the file at which it begins, from 1."""
    byte: Span
    """Range of the file's bytes that it covers."""
    offsets: OffsetMap
    """From its characters to bytes of the file."""


class LineSource(Protocol):
    """Characters that lines are made from, and their place in a file."""

    @property
    def text(self) -> str:
        """The characters."""

    def locate(self, starts: list[int], edges: list[int], /) -> Located:
        """The place of a line made of pieces of ``text``.

        ``starts`` has the position of each piece in the line, ``edges`` its first character in ``text`` and the one
        after its last; ascending, also from one call to the next.
        """


class SourceMap:
    r"""Maps characters of a file to bytes and lines; positions must be asked for in ascending order.

    >>> source = SourceMap(RawFile("a.moulin", "L'été\npasse.".encode()))
    >>> source.bytes([2, 5]), source.line(6)
    ((2, 7), 2)
    """

    __slots__ = ("_byte", "_char", "_errors", "_line", "_line_char", "_returns", "_source", "encoding", "text")

    def __init__(self, file: RawFile, *, tags: bool = True) -> None:
        """``file``: the file; ``tags``: whether its tags stay in the text."""
        decoded = file.decoded
        self.text = file.text if tags else without_tags(file.text)
        self._source = decoded.text
        self.encoding = decoded.encoding
        self._errors = decoded.errors
        self._char = 0
        self._byte = decoded.start
        self._line = 1
        self._line_char = 0
        self._returns = "\r" in self._source

    def bytes(self, chars: list[int]) -> tuple[int, ...]:
        """The bytes at which the characters ``chars`` begin; ascending, also from one call to the next."""
        text, encoding, errors, done, byte = self._source, self.encoding, self._errors, self._char, self._byte
        found = []
        for char in chars:
            if char != done:
                byte += len(text[done:char].encode(encoding, errors))
                done = char
            found.append(byte)
        self._char, self._byte = done, byte
        return tuple(found)

    def line(self, char: int) -> int:
        """The line in which the character ``char`` stands, from 1."""
        if self._returns:
            self._line += len(LINE_END.findall(self._source, self._line_char, char))
        else:
            self._line += self._source.count("\n", self._line_char, char)
        self._line_char = char
        return self._line

    def locate(self, starts: list[int], edges: list[int], /) -> Located:
        """The place of a line made of pieces of ``text``.

        ``starts`` has the position of each piece in the line, ``edges`` its first character in ``text`` and the one
        after its last; ascending, also from one call to the next.

        >>> SourceMap(RawFile("a.moulin", b"le  vent")).locate([0, 3], [0, 2, 4, 8]).offsets.bytes
        (0, 4)
        """
        found = self.bytes(edges)
        offsets = OffsetMap(tuple(starts), found[::2], found[1::2], self.encoding)
        return Located(self.line(edges[0]), Span(found[0], found[-1]), offsets)


def line_block(source: LineSource, start: int, end: int, role: Role, *, entities: bool = False) -> Block | None:
    r"""The characters ``start`` to ``end`` of a file as one line, tidied as :class:`LineBuilder` does.

    ``source`` has the characters, ``role`` what the line is; with ``entities``, ``&nbsp;`` and its like are read.
    ``None`` where there are no words.

    >>> block = line_block(SourceMap(RawFile("a.moulin", b"= L1\n  Le  vent.")), 5, 16, Role.TEXT)
    >>> block.text, block.line, block.byte
    ('Le vent.', 2, Span(start=7, end=16))
    """
    line = LineBuilder(source, start, end, entities=entities)
    line.add(start, end)
    return line.finish(role)


class LineBuilder:
    """Builds one line from pieces of a file; ``finish`` makes a block of them.

    Runs of spaces, tabs, line ends and control characters become one space, none at the ends; zero-width characters are
    dropped; a letter and its combining accents become one character; a damaged byte becomes U+FFFD; with ``entities``,
    HTML entities such as ``&nbsp;`` are decoded.
    """

    __slots__ = ("_edges", "_entities", "_odd", "_parts", "_source", "_starts", "_text", "length")

    def __init__(self, source: LineSource, start: int, end: int, *, entities: bool) -> None:
        """``start`` and ``end``: the characters of the file that pieces will be taken from."""
        self._source = source
        self._text = source.text
        self._odd = _odd(self._text[start:end])
        self._entities = entities and "&" in self._text[start:end]
        self._clear()

    def add(self, start: int, end: int) -> None:
        """Add characters ``start`` to ``end`` of the file."""
        if (self._odd and _odd(self._text[start:end])) or (self._entities and "&" in self._text[start:end]):
            self._add_odd(start, end)
            return
        if self._text[start] == " " and self._at_space():
            start += 1
        if start < end:
            self._starts.append(self.length)
            self._edges += (start, end)
            self._parts.append(self._text[start:end])
            self.length += end - start

    def add_as(self, shown: str, start: int, end: int) -> None:
        """Add ``shown``, which represents characters ``start`` to ``end`` of the file."""
        self._starts.append(self.length)
        self._edges += (start, end)
        self._parts.append(shown)
        self.length += len(shown)

    def space(self, start: int, end: int) -> None:
        """Add a space, unless the line ends with one."""
        if not self._at_space():
            self.add_as(" ", start, end)

    def trim(self) -> None:
        """Remove a space at the end."""
        if not self.length or self._parts[-1][-1] != " ":
            return
        self.length -= 1
        if last := self._parts[-1][:-1]:
            self._parts[-1] = last
            self._edges[-1] -= 1
        else:
            self._parts.pop()
            self._starts.pop()
            del self._edges[-2:]

    def words_span(self, start: int) -> Span:
        """The range from ``start`` to the end of the line, without the spaces around its words."""
        piece = bisect_right(self._starts, start) - 1 if self._starts else 0
        found = "".join(self._parts[piece:])[start - self._starts[piece] :] if self._starts else ""
        words = found.strip()
        first = start + (found.find(words) if words else 0)
        return Span(first, first + len(words))

    def finish(  # noqa: PLR0913 - the fields of a block
        self,
        role: Role,
        *,
        opens: bool = False,
        gap: int = 0,
        links: tuple[LinkSpan, ...] = (),
        table: int | None = None,
        cells: tuple[CellSpan, ...] = (),
    ) -> Block | None:
        """End the line and return it as a block; ``None`` where it has nothing but space."""
        self.trim()
        text = "".join(self._parts)
        block = None
        if text and not text.isspace():
            count_line()
            line, span, offsets = self._source.locate(self._starts, self._edges)
            block = Block(text, role, line, span, offsets, opens, gap, links, table, cells)
        self._clear()
        return block

    def _clear(self) -> None:
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._edges: list[int] = []
        self.length = 0

    def _at_space(self) -> bool:
        return not self.length or self._parts[-1][-1] in " \t"

    def _add_odd(self, start: int, end: int) -> None:
        for match in (_ODD_OR_ENTITY if self._entities else _ODD_RUN).finditer(self._text, start, end):
            self._add_plain(start, match.start())
            start = match.end()
            self._add_match(match)
        self._add_plain(start, end)

    def _add_plain(self, start: int, end: int) -> None:
        if start < end and self._text[start] == " " and self._at_space():
            start += 1
        if start < end:
            self.add_as(self._text[start:end], start, end)

    def _add_match(self, match: re.Match[str]) -> None:
        begin, end = match.span()
        kind, found = match.lastgroup, match[0]
        if kind == "space":
            self.space(begin, end)
        elif kind == "damage":
            self.add_as("\ufffd", begin, end)
        elif kind == "accent":
            self.add_as(unicodedata.normalize("NFC", found), begin, end)
        elif kind == "entity":
            self._add_entity(found, begin, end)

    def _add_entity(self, found: str, begin: int, end: int) -> None:
        read = unescape(found)
        odd = _ODD_RUN.fullmatch(read)
        if read == found:
            self._add_plain(begin, end)
        elif read == " " or (odd and odd.lastgroup == "space"):
            self.space(begin, end)
        elif read and not (odd and odd.lastgroup == "none"):
            self.add_as(_ODD.sub(" ", read), begin, end)


_CONTROL = "\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_ACCENT = "\u0300-\u036f"
_DAMAGE = "\ufffd-\uffff"
_ODD = re.compile(f"[{_CONTROL}{NO_WIDTH}{_ACCENT}{_DAMAGE}]")
_RULES = (
    f"(?P<space>[ {_CONTROL}]{{2,}}|[{_CONTROL}])|(?P<none>[{NO_WIDTH}]+)"
    f"|(?P<accent>[^\\W\\d_][{_ACCENT}]+)|(?P<damage>[{_DAMAGE}])"
)
_ODD_RUN = re.compile(_RULES)
_ENTITY = "&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
_ODD_OR_ENTITY = re.compile(f"{_RULES}|(?P<entity>{_ENTITY})")


def _odd(text: str) -> bool:
    """Whether ``text`` has anything but characters that are kept as they are, and single spaces."""
    return (
        not text.isprintable()
        or "  " in text
        or (not text.isascii() and ("\ufffd" in text or not unicodedata.is_normalized("NFC", text)))
    )
