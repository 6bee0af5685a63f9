"""Lines of canonical text, made of pieces of a file, each remembering where it came from."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from html import unescape

from cpp_corpus.ingest.adapter import RawFile
from cpp_corpus.model.document import Block, CellSpan, LinkSpan, Role
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.span import Span

__all__ = ["LINE_END", "LineBuilder", "SourceMap"]

LINE_END = re.compile(r"\r\n?|\n")


class SourceMap:
    """From characters of a file to its bytes and lines. Ask in ascending order: that is quick."""

    __slots__ = ("_byte", "_char", "_encoding", "_errors", "_line_starts", "encoding", "text")

    def __init__(self, file: RawFile) -> None:
        decoded = file.decoded
        self.text = decoded.text
        self.encoding = decoded.encoding
        self._errors = decoded.errors
        self._char = 0
        self._byte = decoded.start
        self._line_starts = [match.end() for match in LINE_END.finditer(self.text)]

    def byte(self, char: int) -> int:
        """The byte at which character ``char`` begins; ``char`` never smaller than in the call before."""
        self._byte += len(self.text[self._char : char].encode(self.encoding, self._errors))
        self._char = char
        return self._byte

    def line(self, char: int) -> int:
        """The line in which character ``char`` stands, from 1."""
        return bisect_right(self._line_starts, char) + 1


class LineBuilder:
    """One line under way: pieces of the file are added to it, and ``finish`` makes a block of them.

    Runs of spaces, tabs, line ends and control characters become one space, none at the ends; characters
    without width go; a letter and the accents that follow it become one character; a damaged byte becomes
    U+FFFD; with ``entities``, ``&nbsp;`` and its like are read.
    """

    __slots__ = ("_at", "_bytes", "_ends", "_entities", "_parts", "_source", "_starts", "first", "length")

    def __init__(self, source: SourceMap, *, entities: bool) -> None:
        self._source = source
        self._entities = entities
        self._clear()

    def add(self, start: int, end: int) -> None:
        """Characters ``start`` to ``end`` of the file."""
        piece = self._source.text[start:end]
        if _ODD.search(piece) or "  " in piece or (self._entities and "&" in piece):
            self._add_odd(piece, start)
        else:
            self._add_plain(piece, start)

    def add_as(self, char: str, start: int, end: int) -> None:
        """``char``, which stands for characters ``start`` to ``end`` of the file."""
        if not self.length:
            self.first = start
        self._starts.append(self.length)
        self._bytes.append(self._source.byte(start))
        self._ends.append(self._source.byte(end))
        self._parts.append(char)
        self.length += len(char)

    def space(self, start: int, end: int) -> None:
        """A space, unless one stands here already."""
        if self._parts and self._parts[-1][-1] not in " \t":
            self.add_as(" ", start, end)

    def trim(self) -> None:
        """Take away a space at the end."""
        if not self._parts or self._parts[-1][-1] != " ":
            return
        self.length -= 1
        last = self._parts[-1][:-1]
        if last:
            self._parts[-1] = last
            self._ends[-1] -= len(" ".encode(self._source.encoding))
        else:
            for pieces in (self._parts, self._starts, self._bytes, self._ends):
                pieces.pop()

    def words_span(self, start: int) -> Span:
        """The range from ``start`` to the end of the line, without the spaces around its words."""
        found = "".join(self._parts)[start:]
        words = found.strip()
        first = start + (found.find(words) if words else 0)
        return Span(first, first + len(words))

    def finish(
        self,
        role: Role,
        *,
        opens: bool = False,
        depth: int = 0,
        gap: int = 0,
        links: tuple[LinkSpan, ...] = (),
        table: int | None = None,
        cells: tuple[CellSpan, ...] = (),
    ) -> Block | None:
        """The block of what was added, and a new line begins; ``None`` where no sign was added."""
        self.trim()
        text = "".join(self._parts)
        block = None
        if text and not text.isspace():
            offsets = OffsetMap(tuple(self._starts), tuple(self._bytes), tuple(self._ends), self._source.encoding)
            span = Span(self._bytes[0], self._ends[-1])
            line = self._source.line(self.first)
            block = Block(text, role, line, span, offsets, opens, depth, gap, links, table, cells)
        self._clear()
        return block

    def _clear(self) -> None:
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._bytes: list[int] = []
        self._ends: list[int] = []
        self.length = 0
        self.first = 0

    def _add_plain(self, piece: str, start: int) -> None:
        if piece[:1] == " " and (not self._parts or self._parts[-1][-1] in " \t"):
            piece = piece[1:]
            start += 1
        if not piece:
            return
        source = self._source
        if not self.length:
            self.first = start
        self._starts.append(self.length)
        self._bytes.append(source.byte(start))
        self._ends.append(source.byte(start + len(piece)))
        self._parts.append(piece)
        self.length += len(piece)

    def _add_odd(self, piece: str, start: int) -> None:
        done = 0
        for match in (_ODD_OR_ENTITY if self._entities else _ODD_RUN).finditer(piece):
            self._add_plain(piece[done : match.start()], start + done)
            done = match.end()
            self._add_match(match, start)
        self._add_plain(piece[done:], start + done)

    def _add_match(self, match: re.Match[str], start: int) -> None:
        """What ``match`` stands for; ``start`` is where the piece begins that it was found in."""
        begin, end = start + match.start(), start + match.end()
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
            self._add_plain(found, begin)
        elif read == " " or (odd and odd.lastgroup == "space"):
            self.space(begin, end)
        elif read and not (odd and odd.lastgroup == "none"):
            self.add_as(_ODD.sub(" ", read), begin, end)


_CONTROL = "\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_NO_WIDTH = "\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff"
_ACCENT = "\u0300-\u036f"
_DAMAGE = "\ud800-\udfff\ufffe\uffff"
_ODD = re.compile(f"[{_CONTROL}{_NO_WIDTH}{_ACCENT}{_DAMAGE}]")
_RULES = (
    f"(?P<space>[ {_CONTROL}]{{2,}}|[{_CONTROL}])|(?P<none>[{_NO_WIDTH}]+)"
    f"|(?P<accent>[^\\W\\d_][{_ACCENT}]+)|(?P<damage>[{_DAMAGE}])"
)
_ODD_RUN = re.compile(_RULES)
_ENTITY = "&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
_ODD_OR_ENTITY = re.compile(f"{_RULES}|(?P<entity>{_ENTITY})")
