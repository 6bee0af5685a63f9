"""The line of a file at which a span of an article begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from cpp_corpus.model.article import Article
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.span import Span

__all__ = ["Places"]

_LINE_END = re.compile(rb"\r\n?|\n")
_BYTEWISE = frozenset(
    {"utf-8", "utf-8-sig", "cp1252", "ascii"}
)  # encodings in which the bytes of a line end mean nothing else


class Places:
    """Counts lines in the file itself; the file read last is kept, since the articles of a file follow each other."""

    def __init__(self, offsets: Callable[[Article], OffsetMap | None]) -> None:
        self._offsets = offsets
        self._path: str | None = None
        self._data = b""

    def line(self, article: Article, span: Span | None, note: int | None = None) -> int:
        """The line, from 1, at which ``span`` begins; the line of the note or article where that is not known."""
        source = article.source
        if note is not None:
            return article.notes[note].line
        offsets = None if span is None else self._offsets(article)
        if span is None or offsets is None or offsets.encoding.lower() not in _BYTEWISE:
            return source.line
        byte = offsets.byte(article.text, span.start)
        return source.line + len(_LINE_END.findall(self._read(source.path), source.byte.start, max(byte, 0)))

    def _read(self, path: str) -> bytes:
        if path != self._path:
            try:
                self._data = Path(path).read_bytes()
            except OSError:  # moved since it was read: use the line of the article
                self._data = b""
            self._path = path
        return self._data
