"""Exporters and sinks: an exporter names the files it writes and opens a sink, which receives the records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import orjson

from cpp_corpus.model.article import Article
from cpp_corpus.model.base import Record
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.graph import Edge, Node
from cpp_corpus.model.manifest import Generator, SourceFile, Unread
from cpp_corpus.model.resolution import IndexedArticle, ResolvedReference

__all__ = ["AboutCorpus", "ExportedArticle", "Exporter", "RecordLine", "Sink"]

AnyRecord = TypeVar("AnyRecord", bound=Record)


class RecordLine(Generic[AnyRecord]):
    """A record as a line of JSON.

    >>> line = RecordLine(b'{"code":"empty-file","severity":"error","message":"The file is empty."}', Finding)
    >>> line.record.message
    'The file is empty.'
    """

    def __init__(self, json: bytes, kind: type[AnyRecord]) -> None:
        """``json``: the line, without its end; ``kind``: the class of the record."""
        self.json = json
        """The line, without its end."""
        self._kind = kind

    @cached_property
    def record(self) -> AnyRecord:
        """The record; read when first asked for, once for all sinks."""
        return self._kind.model_validate_json(self.json)


class ExportedArticle(RecordLine[Article]):
    """An article with what it says of others.

    >>> indexed = IndexedArticle("code-x/1", "code-x", "1", "in_force", None, None, ())
    >>> article = ExportedArticle(b'{"id":"code-x/1"}', references=(), edges=(), indexed=indexed)
    >>> article.fields["id"], article.reference_lines
    ('code-x/1', b'')
    """

    def __init__(
        self, json: bytes, references: Sequence[ResolvedReference], edges: Sequence[Edge], indexed: IndexedArticle
    ) -> None:
        """``json``: as of any record; ``references``: resolved; ``edges``: those that they make.

        ``indexed``: what the index of the corpus keeps of the article.
        """
        super().__init__(json, Article)
        self.indexed = indexed
        """Id, act, number, state, dates, divisions, file and parts, without the record being read."""
        self.references = references
        """Its references, resolved, in order of appearance: the text first, then the notes."""
        self.edges = edges
        """The edges of the graph that they make."""

    @cached_property
    def fields(self) -> Mapping[str, Any]:
        """The fields of the article as JSON has them: much faster than ``record``; read when first asked for."""
        found: dict[str, Any] = orjson.loads(self.json)
        return found

    @cached_property
    def reference_lines(self) -> bytes:
        """The references as lines of JSON, each with its end; made when first asked for, once for all sinks."""
        lines = bytearray()
        for reference in self.references:  # some articles have thousands: no list of small pieces
            lines += orjson.dumps(reference.__dict__, default=list, option=orjson.OPT_APPEND_NEWLINE)
        return bytes(lines)


class AboutCorpus(NamedTuple):
    """What an export says of the corpus as a whole.

    >>> AboutCorpus(Generator(name="cpp-corpus", version="1")).day
    """

    generator: Generator
    """The program that writes it."""
    day: date | None = None
    """The day whose law it is; ``None`` for all versions."""
    unread: tuple[Unread, ...] = ()
    """What of the input was not read."""


class Sink:
    """Receives the records for one exporter; a subclass has the methods for the records that it needs.

    They are called in this order: ``corpus``, every article of the corpus, every node of the graph, every finding,
    every file that was read, then ``end``. ``close`` is called last, and alone where the work ends early.

    >>> class Counting(Sink):
    ...     count = 0
    ...     def article(self, article):
    ...         self.count += 1
    ...     def end(self):
    ...         return {"articles": self.count}
    >>> sink = Counting()
    >>> indexed = IndexedArticle("code-x/1", "code-x", "1", "in_force", None, None, ())
    >>> sink.corpus(AboutCorpus(Generator(name="cpp-corpus", version="1")))
    >>> sink.article(ExportedArticle(b"{}", (), (), indexed))
    >>> sink.node(None), sink.finding(None), sink.source(None), sink.end(), sink.close()
    (None, None, None, {'articles': 1}, None)
    """

    def corpus(self, about: AboutCorpus) -> None:
        """What is known of the corpus as a whole, ``about`` it; first of all."""

    def article(self, article: ExportedArticle) -> None:
        """The next ``article``, in the order of the corpus."""

    def node(self, node: Node) -> None:
        """The next ``node``: the articles of the corpus in its order, then what they refer to besides, by id."""

    def finding(self, finding: RecordLine[Finding]) -> None:
        """The next ``finding``."""

    def source(self, source: RecordLine[SourceFile]) -> None:
        """The next file that was read, as ``source``."""

    def end(self) -> Mapping[str, int]:
        """Finish the files; how many records of each kind they have."""
        return {}

    def close(self) -> None:
        """Release what is still open."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that can be written; the table ``EXPORTERS`` has them by name."""

    description: str
    """What it writes, in one line."""
    files: tuple[str, ...]
    """Names of the files and folders that it writes into the folder of the export; no other exporter writes these."""
    open: Callable[[Path], Sink]
    """Makes the sink that writes them into a folder."""
    extra: str | None = None
    """The extra of the package that installs ``modules``."""
    modules: tuple[str, ...] = ()
    """Modules that it imports and that may not be installed."""
