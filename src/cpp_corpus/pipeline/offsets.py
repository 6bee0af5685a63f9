"""Maps from the text of an article back to the bytes of its file, made by reading the file again."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from cpp_corpus import ingest, tokenizer
from cpp_corpus.errors import InputError
from cpp_corpus.model.article import Article
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.span import Span

__all__ = ["SourceOffsets"]


_Maps = dict[tuple[int, Span], tuple[str, OffsetMap]]
"""Text and map of articles, by line and range of bytes."""


class _File(NamedTuple):
    path: str
    state: tuple[int, int]
    """Size and modification time when it was read."""
    articles: _Maps
    """Of each article."""


class SourceOffsets:
    """Makes the maps; the file read last is kept in memory, since articles of a file follow each other."""

    def __init__(self) -> None:
        self._last: _File | None = None

    def of(self, article: Article) -> OffsetMap | None:
        """The map of an article; ``None`` where its file no longer has this text."""
        found = self._file(article.source.path, article.act).get((article.source.line, article.source.byte))
        return found[1] if found is not None and found[0] == article.text else None

    def _file(self, path: str, act: str | None) -> _Maps:
        try:
            now = Path(ingest.archive_of(path) or path).stat()
            state = now.st_size, now.st_mtime_ns
            if self._last is None or (self._last.path, self._last.state) != (path, state):
                self._last = _File(path, state, _read(path, act))
        except (OSError, ValueError, InputError):  # moved or changed since the article was read
            return {}
        return self._last.articles


def _read(path: str, act: str | None) -> _Maps:
    entry = None if Path(path).is_file() else ingest.member_at(path)
    read = ingest.read_entry(ingest.FileEntry(path) if entry is None else entry, act)
    parts = map(tokenizer.tokenize, read.documents)
    return {
        (article.source.line, article.source.byte): (article.text, offsets)
        for part in parts
        for article, offsets in zip(part.articles, part.offsets, strict=True)
    }
