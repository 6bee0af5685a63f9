"""Filling of the tables of a new store, in one transaction; as a program, for another process that sends the rows."""

from __future__ import annotations

import pickle
import signal
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike
from typing import Any, BinaryIO, NamedTuple

import orjson

from cpp_corpus.database import connected
from cpp_corpus.model.number import other_numbers
from cpp_corpus.store.schema import APPLICATION_ID, INDEXES, STORE_VERSION, TABLES
from cpp_corpus.store.words import indexed_words

__all__ = ["ArticleRow", "Tables", "fill"]


class ArticleRow(NamedTuple):
    """What the tables need of an article, in plain values."""

    indexed: tuple[Any, ...]
    """The fields of its :class:`IndexedArticle`."""
    record: bytes
    """Its line of ``articles.jsonl``."""
    references: bytes
    """Its lines of ``references.jsonl``, each with its end."""
    edges: Sequence[tuple[Any, ...]]
    """The edges that it makes: target, relation, locator, state, mentions."""


def fill(path: str, messages: BinaryIO, answers: BinaryIO) -> None:
    """Fill the store at ``path`` with what another process sends: names of methods of :class:`Tables`, and arguments.

    The answer is empty, or says what went wrong. Where the other process ends early, the file is left as it is.
    """
    try:
        tables = Tables(path)
        name = ""
        while name != "end":
            name, arguments = pickle.load(messages)  # noqa: S301 - from the process that has started this one
            getattr(tables, name)(*arguments)
        tables.close()
    except EOFError:
        return
    except Exception as error:  # noqa: BLE001 - raised again in the other process
        answers.write(f"{type(error).__name__}: {error}".encode())


# ---------------------------------------------------------------------------------------------------------------------

_LEVEL = 1  # of zlib: higher levels make records 5 % smaller and take half as much time again
_PAGES = (
    "PRAGMA page_size = 4096",
    "PRAGMA journal_mode = OFF",  # the folder is removed where the work ends early
    "PRAGMA synchronous = OFF",
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA cache_size = -32768",
    "PRAGMA secure_delete = OFF",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {STORE_VERSION}",
)
_SORTED = 8 << 10  # kB in memory of what is sorted for an index, the rest of which is on the disk
_HASHED = 16 << 20  # bytes of the full-text index that are collected before they are written


class Tables:
    """The tables of a new store at ``path``."""

    def __init__(self, path: str | PathLike[str]) -> None:
        self._base = connected(path)
        for pragma in _PAGES:
            self._base.execute(pragma)
        self._base.execute("BEGIN")
        for table in TABLES:
            self._base.execute(table)
        self._base.execute("INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (_HASHED,))
        self._place = 0
        self._shapes: dict[str, int] = {}
        self._acts: dict[str | None, _Act] = {}

    def articles(self, articles: Sequence[ArticleRow]) -> None:
        """Add articles."""
        first = self._place
        self._place += len(articles)
        numbered = list(enumerate(articles, first))
        self._many("articles", 11, [self._row(at, *article.indexed) for at, article in numbered])
        self._many("records", 3, ((at, _packed(a.record), _packed(a.references)) for at, a in numbered))
        read = [(at, *_text_and_ids(article.record)) for at, article in numbered]
        self._many("identifiers", 3, ((name, scheme, at) for at, _, ids in read for scheme, name in ids.items()))
        self._many("edges", 7, ((None, at, *edge) for at, article in numbered for edge in article.edges))
        texts = ((at, indexed_words(text)) for at, text, _ in read)
        self._base.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", texts)

    def nodes(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add nodes that are not articles of the corpus: id, kind, act, number, division, in_corpus, identifiers."""
        self._many("nodes", 8, ((None, *row) for row in rows))

    def findings(self, lines: Iterable[bytes]) -> None:
        """Add findings, each as a line of JSON."""
        self._many("findings", 7, map(_finding, lines))

    def sources(self, lines: Iterable[bytes]) -> None:
        """Add files that were read, each as a line of JSON."""
        self._many("sources", 7, map(_source, lines))

    def end(self, meta: Mapping[str, str], unread: Iterable[tuple[str, str, int, str]]) -> None:
        """Finish the store; ``meta`` is what it says of itself, ``unread`` what was not read."""
        self._many("unread", 4, unread)
        self._many("meta", 2, sorted(meta.items()))
        self._many("shapes", 2, ((shape, parts) for parts, shape in self._shapes.items()))
        acts = enumerate(self._acts.items())
        self._many("acts", 4, ((at, act, found.count, found.newest) for at, (act, found) in acts))
        for act, found in self._acts.items():
            others = other_numbers(self._numbers(found.runs))
            self._many("other_numbers", 3, ((number, act, written) for number, written in others.items()))
        self._base.execute(f"PRAGMA cache_size = {-_SORTED}")
        for index in INDEXES:
            self._base.execute(index)
        self._base.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def _many(self, table: str, columns: int, rows: Iterable[Sequence[Any]]) -> None:
        self._base.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})", rows)  # noqa: S608 - no input

    def _numbers(self, runs: Sequence[int]) -> Iterator[str]:
        """The numbers of the articles in runs of places, in their order."""
        sql = "SELECT number FROM articles WHERE place >= ? AND place < ? AND number IS NOT NULL ORDER BY place"
        for begin, end in zip(runs[::2], runs[1::2], strict=True):
            yield from (number for (number,) in self._base.execute(sql, (begin, end)))

    def _row(  # noqa: PLR0913, PLR0917 - the fields of an index entry
        self,
        place: int,
        article_id: str,
        act: str | None,
        number: str | None,
        state: str,
        valid_from: str | None,
        valid_to: str | None,
        divisions: Sequence[str],
        consolidated_at: str | None,
        file: str | None,
        parts: str,
    ) -> tuple[Any, ...]:
        self._acts.setdefault(act, _Act()).add(place, consolidated_at)
        shape = self._shapes.setdefault(parts, len(self._shapes))
        path = "/".join(divisions)
        dates = valid_from, valid_to, consolidated_at
        return place, article_id, act, number, str(state), *dates, path, file, shape


class _Act:
    """What is known of an act so far."""

    def __init__(self) -> None:
        self.count = 0
        """How many articles it has."""
        self.newest: str | None = None
        """The newest day of its sources."""
        self.runs = array("Q")
        """The places of its articles, which often follow one another: where each run begins, and where it has ended."""

    def add(self, place: int, day: str | None) -> None:
        """One more article, whose source shows the law of a day."""
        self.count += 1
        self.newest = max(filter(None, (self.newest, day)), default=None)
        if self.runs and self.runs[-1] == place:
            self.runs[-1] += 1
        else:
            self.runs.extend((place, place + 1))


def _packed(lines: bytes) -> bytes | None:
    return zlib.compress(lines, _LEVEL) if lines else None


def _text_and_ids(record: bytes) -> tuple[str, Mapping[str, str]]:
    """Two fields of a record, without the others being read: no text in JSON has a quote that is not escaped."""
    start, end = record.find(b',"text":"') + 8, record.find(b'","paragraphs":[')
    if 8 <= start < end and b',"ids":{},"' in record:
        return orjson.loads(record[start : end + 1]), {}
    fields = orjson.loads(record)
    return fields["text"], fields["ids"]


def _finding(line: bytes) -> tuple[Any, ...]:
    fields = orjson.loads(line)
    parts = (fields.get(name) for name in ("code", "severity", "article", "path", "message"))
    return (None, *parts, line.decode())


def _source(line: bytes) -> tuple[Any, ...]:
    fields = orjson.loads(line)
    parts = (fields[name] for name in ("path", "format", "size", "sha256", "articles"))
    return (None, *parts, orjson.dumps(fields["leftovers"]).decode() if fields["leftovers"] else None)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both; the other process handles it
    fill(sys.argv[1], sys.stdin.buffer, sys.stdout.buffer)
