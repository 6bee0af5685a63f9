"""Writing of a store: a large one by a process of its own, beside the work of the one that has the records."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import orjson

from cpp_corpus.errors import OutputError
from cpp_corpus.model.graph import Edge, Node
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.store import tables
from cpp_corpus.store.tables import ArticleRow

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

    The content depends on the rows alone. ``OutputError`` where the process that writes a large one fails.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._waiting: list[ArticleRow] = []
        self._edges = 0
        self._early: list[list[ArticleRow]] = []
        self._target: _Target | None = None

    def article(self, article: StoredArticle) -> None:
        """Add the next article."""
        row = ArticleRow(tuple(article.indexed), article.record, article.references, [*map(_edge, article.edges)])
        self._waiting.append(row)
        self._edges += len(row.edges)
        if len(self._waiting) == _TOGETHER or self._edges >= _MANY_EDGES:
            self._hand_over()

    def nodes(self, nodes: Iterable[Node]) -> None:
        """Add nodes that are not articles of the corpus; after all articles."""
        self._complete().send("nodes", list(map(_node, nodes)))

    def findings(self, lines: Iterable[bytes]) -> None:
        """Add findings, each as a line of JSON; after all articles."""
        self._complete().send("findings", list(lines))

    def sources(self, lines: Iterable[bytes]) -> None:
        """Add files that were read, each as a line of JSON; after all articles."""
        self._complete().send("sources", list(lines))

    def end(self, meta: Mapping[str, str], unread: Iterable[tuple[str, str, int, str]]) -> None:
        """Finish the store; ``meta`` is what it says of itself, ``unread`` what was not read."""
        target = self._complete()
        target.send("end", dict(meta), list(unread))
        target.end()

    def close(self) -> None:
        """Close the file, finished or not."""
        if self._target is not None:
            self._target.close()

    # -----------------------------------------------------------------------------------------------------------------

    def _hand_over(self) -> None:
        group, self._waiting, self._edges = self._waiting, [], 0
        if self._target is None:
            self._early.append(group)
            if len(self._early) < _SMALL:
                return
            self._begin(_Process.started(self._path) or _Here(self._path))
        elif group:
            self._target.send("articles", group)

    def _begin(self, target: _Target) -> None:
        self._target = target
        for group in self._early:
            target.send("articles", group)
        self._early.clear()

    def _complete(self) -> _Target:
        """Where the rows go, once it has all articles."""
        if self._waiting:
            self._hand_over()
        if self._target is None:
            self._begin(_Here(self._path))
        assert self._target is not None  # noqa: S101 - begun in any case
        return self._target


# ---------------------------------------------------------------------------------------------------------------------

_TOGETHER = 256  # articles handed over at once
_MANY_EDGES = 2048  # or fewer: an article that cites ranges may have hundreds of edges
_SMALL = 8  # such groups: a corpus with fewer is written before a process has started


class _Target(Protocol):
    """Something that calls the methods of :class:`Tables`."""

    def send(self, name: str, *arguments: object) -> None: ...

    def end(self) -> None: ...

    def close(self) -> None: ...


class _Here:
    """Fills the tables in this process."""

    def __init__(self, path: Path) -> None:
        self._tables = tables.Tables(path)

    def send(self, name: str, *arguments: object) -> None:
        getattr(self._tables, name)(*arguments)

    def end(self) -> None:
        pass

    def close(self) -> None:
        self._tables.close()


class _Process:
    """Fills them in a process of its own, which ends with its input, however this one ends."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    @classmethod
    def started(cls, path: Path) -> _Process | None:
        """A new one; ``None`` where this program is no Python that could be started again."""
        if not sys.executable or getattr(sys, "frozen", False):
            return None
        command = [sys.executable, "-m", tables.__name__, str(path)]
        places = os.pathsep.join(place for place in sys.path if place)
        pipe = subprocess.PIPE
        try:
            made = subprocess.Popen(  # noqa: S603 - this interpreter
                command, stdin=pipe, stdout=pipe, env={**os.environ, "PYTHONPATH": places}
            )
        except OSError:
            return None
        return cls(made)

    def send(self, name: str, *arguments: object) -> None:
        assert self._process.stdin is not None  # noqa: S101 - a pipe
        try:
            pickle.dump((name, arguments), self._process.stdin, pickle.HIGHEST_PROTOCOL)
        except BrokenPipeError:
            self.end()

    def end(self) -> None:
        said, _ = self._process.communicate()
        if said or self._process.returncode:
            why = said.decode(errors="replace") or f"its process ended with status {self._process.returncode}"
            raise OutputError(f"the store was not written: {why}")

    def close(self) -> None:
        if self._process.poll() is None:
            with suppress(OSError):
                self._process.communicate()


def _edge(edge: Edge) -> tuple[Any, ...]:
    mentions = orjson.dumps(edge.mentions, default=list).decode()
    return edge.target, str(edge.relation), edge.locator, str(edge.state), mentions


def _node(node: Node) -> tuple[Any, ...]:
    names = None if node.identifiers is None else orjson.dumps(dict(node.identifiers)).decode()
    return node.id, str(node.kind), node.act, node.number, node.division, node.in_corpus, names
