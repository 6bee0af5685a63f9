"""Writing of a store: rows are collected, and a thread of its own puts them into the database."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any, NamedTuple

import orjson

from cpp_corpus.model.graph import Edge, Node
from cpp_corpus.model.number import other_numbers
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.store.schema import APPLICATION_ID, INDEXES, STORE_VERSION, TABLES
from cpp_corpus.store.words import indexed_words

__all__ = ["StoreWriter", "StoredArticle"]


class StoredArticle(NamedTuple):
    """What a store has of an article."""

    indexed: IndexedArticle
    """What its index keeps."""
    record: bytes
    """Its line of ``articles.jsonl``."""
    references: bytes
    """Its lines of ``references.jsonl``, each with its end."""
    edges: Sequence[Edge]
    """The edges that it makes."""


class StoreWriter:
    """A new store at ``path``: rows are added in the order of the corpus, then it is ended, and closed.

    Most of the work is done in a thread while the caller goes on: SQLite and zlib run beside Python. An error of the
    thread is raised by the next call. The content depends on the rows alone.
    """

    def __init__(self, path: Path) -> None:
        self._work: Queue[list[StoredArticle] | None] = Queue(maxsize=_AHEAD)
        self._waiting: list[StoredArticle] = []
        self._tables = _Tables(path)
        self._failed: list[BaseException] = []
        self._thread = Thread(target=self._follow, name="store", daemon=True)
        self._thread.start()

    def article(self, article: StoredArticle) -> None:
        """Add the next article."""
        self._waiting.append(article)
        if len(self._waiting) == _TOGETHER:
            self._hand_over()

    def nodes(self, nodes: Iterable[Node]) -> None:
        """Add nodes that are not articles of the corpus; after all articles."""
        self._complete()
        self._tables.nodes(nodes)

    def findings(self, lines: Iterable[bytes]) -> None:
        """Add findings, each as a line of JSON; after all articles."""
        self._complete()
        self._tables.findings(lines)

    def sources(self, lines: Iterable[bytes]) -> None:
        """Add files that were read, each as a line of JSON; after all articles."""
        self._complete()
        self._tables.sources(lines)

    def end(self, meta: Mapping[str, str], unread: Iterable[tuple[str, str, int, str]]) -> None:
        """Finish the store; ``meta`` is what it says of itself, ``unread`` what was not read."""
        self._complete()
        self._tables.end(meta, unread)

    def close(self) -> None:
        """End the thread and close the file."""
        if self._thread.is_alive():
            self._work.put(None)
            self._thread.join()
        self._tables.close()

    # -----------------------------------------------------------------------------------------------------------------

    def _hand_over(self) -> None:
        self._raise()
        self._work.put(self._waiting)
        self._waiting = []

    def _complete(self) -> None:
        """Wait until all articles are in the tables."""
        if self._thread.is_alive():
            self._hand_over()
            self._work.put(None)
            self._thread.join()
        self._raise()

    def _raise(self) -> None:
        if self._failed:
            raise self._failed[0]

    def _follow(self) -> None:
        while (articles := self._work.get()) is not None:
            if not self._failed:  # else the rest is only taken out of the queue, for the caller waits at its end
                try:
                    self._tables.articles(articles)
                except BaseException as error:  # noqa: BLE001 - raised again where the caller is
                    self._failed.append(error)


# ---------------------------------------------------------------------------------------------------------------------

_TOGETHER = 256  # articles handed over at once
_AHEAD = 4  # such groups waiting
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
_HASHED = 16 << 20  # bytes of the full-text index that are collected before they are written


class _Tables:
    """The tables, in one transaction."""

    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in _PAGES:
            self._base.execute(pragma)
        self._base.execute("BEGIN")
        for table in TABLES:
            self._base.execute(table)
        self._base.execute("INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (_HASHED,))
        self._place = 0
        self._shapes: dict[str, int] = {}
        self._acts: dict[str | None, _Act] = {}

    def articles(self, articles: Sequence[StoredArticle]) -> None:
        first = self._place
        self._place += len(articles)
        numbered = list(enumerate(articles, first))
        fields = [orjson.loads(article.record) for article in articles]
        self._many("articles", 11, [self._row(at, article.indexed) for at, article in numbered])
        self._many("records", 3, ((at, _packed(a.record), _packed(a.references)) for at, a in numbered))
        self._many("identifiers", 3, _identifiers(first, fields))
        edges = [(None, at, *_edge(edge)) for at, article in numbered for edge in article.edges]
        self._many("edges", 7, edges)
        texts = ((at, indexed_words(each["text"])) for at, each in enumerate(fields, first))
        self._base.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", texts)

    def nodes(self, nodes: Iterable[Node]) -> None:
        self._many("nodes", 8, map(_node, nodes))

    def findings(self, lines: Iterable[bytes]) -> None:
        self._many("findings", 7, map(_finding, lines))

    def sources(self, lines: Iterable[bytes]) -> None:
        self._many("sources", 7, map(_source, lines))

    def end(self, meta: Mapping[str, str], unread: Iterable[tuple[str, str, int, str]]) -> None:
        self._many("unread", 4, unread)
        self._many("meta", 2, sorted(meta.items()))
        self._many("shapes", 2, ((shape, parts) for parts, shape in self._shapes.items()))
        acts = enumerate(self._acts.items())
        self._many("acts", 4, ((at, act, len(found.numbers), found.newest) for at, (act, found) in acts))
        for act, found in self._acts.items():
            others = other_numbers(number for number in found.numbers if number is not None)
            self._many("other_numbers", 3, ((number, act, written) for number, written in others.items()))
        for index in INDEXES:
            self._base.execute(index)
        self._base.execute("COMMIT")

    def close(self) -> None:
        self._base.close()

    def _many(self, table: str, columns: int, rows: Iterable[Sequence[Any]]) -> None:
        self._base.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})", rows)  # noqa: S608 - no input

    def _row(self, place: int, indexed: IndexedArticle) -> tuple[Any, ...]:
        act = self._acts.setdefault(indexed.act, _Act([], None))
        newest = max(filter(None, (act.newest, indexed.consolidated_at)), default=None)
        act.numbers.append(indexed.number)
        if newest != act.newest:
            self._acts[indexed.act] = act._replace(newest=newest)
        return (
            place,
            indexed.id,
            indexed.act,
            indexed.number,
            str(indexed.state),
            indexed.valid_from,
            indexed.valid_to,
            indexed.consolidated_at,
            "/".join(indexed.divisions),
            indexed.file,
            self._shapes.setdefault(indexed.parts, len(self._shapes)),
        )


class _Act(NamedTuple):
    """What is known of an act so far."""

    numbers: list[str | None]
    """Those of its articles, in order."""
    newest: str | None
    """The newest day of its sources."""


def _packed(lines: bytes) -> bytes | None:
    return zlib.compress(lines, _LEVEL) if lines else None


def _identifiers(first: int, fields: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str, int]]:
    for at, each in enumerate(fields, first):
        for scheme, identifier in each["ids"].items():
            yield identifier, scheme, at


def _edge(edge: Edge) -> tuple[Any, ...]:
    mentions = orjson.dumps(edge.mentions, default=list).decode()
    return edge.target, str(edge.relation), edge.locator, str(edge.state), mentions


def _node(node: Node) -> tuple[Any, ...]:
    names = None if node.identifiers is None else orjson.dumps(dict(node.identifiers)).decode()
    return None, node.id, str(node.kind), node.act, node.number, node.division, node.in_corpus, names


def _finding(line: bytes) -> tuple[Any, ...]:
    fields = orjson.loads(line)
    parts = (fields.get(name) for name in ("code", "severity", "article", "path", "message"))
    return (None, *parts, line.decode())


def _source(line: bytes) -> tuple[Any, ...]:
    fields = orjson.loads(line)
    parts = (fields[name] for name in ("path", "format", "size", "sha256", "articles"))
    return (None, *parts, orjson.dumps(fields["leftovers"]).decode() if fields["leftovers"] else None)
