"""Engines run the work on each file: in this process, in several, or elsewhere."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import parent_process
from threading import Thread
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from cpp_corpus.errors import CorpusError, InputError, expect

__all__ = ["Engine", "Processes", "Serial", "engine_for"]

Item = TypeVar("Item")
Result = TypeVar("Result")


class Engine(Protocol):
    """Runs the same work on many items; ``engine=`` of :func:`cpp_corpus.load` takes any object that has ``map``.

    >>> class Loud(Engine):
    ...     def map(self, work, items):
    ...         for item in items:
    ...             print("reading", item)
    ...             yield work(item)
    >>> list(Loud().map(len, ["abc"]))
    reading abc
    [3]
    >>> import cpp_corpus
    >>> corpus = cpp_corpus.load("fixtures/pages/l212-8.txt", engine=Loud())
    reading fixtures/pages/l212-8.txt
    """

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The result of ``work`` for each of the ``items``, in their order, in whatever order they are processed.

        ``work``, items and results can be pickled. ``work`` may cache data between items; a copy of it in each worker
        gives the same results.
        """


@dataclass(frozen=True, slots=True)
class Serial:
    """The engine of this process alone."""

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The result of ``work`` for each of the ``items``.

        >>> list(Serial().map(str.upper, ["a", "b"]))
        ['A', 'B']
        """
        return map(work, items)


@dataclass(frozen=True, slots=True)
class Processes:
    """The engine of several processes on this machine; they end with the run, and with this process."""

    workers: int
    """The maximal number of processes; no more are started than there are chunks of work, and at most four per core."""

    def __post_init__(self) -> None:
        expect("workers", self.workers, int)

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The result of ``work`` for each of the ``items``, in order; ``work`` is sent to each process once.

        ``CorpusError`` where a process dies.

        >>> list(Processes(2).map(str.upper, ["a", "b"]))
        ['A', 'B']
        """
        if self.workers <= 1 or (isinstance(items, Sized) and len(items) < 2):
            yield from map(work, items)
            return
        chunks = _chunks(items)
        first_chunks = list(islice(chunks, min(self.workers, _A_CORE * (os.cpu_count() or 1))))
        workers = len(first_chunks)
        if not workers:
            return
        if workers == len(first_chunks[0].items) == 1:
            yield from map(work, first_chunks[0].items)
            return
        chunks = chain(first_chunks, chunks)
        waiting: deque[tuple[_Chunk[Item], Future[list[Result]]]] = deque()
        held = 0  # bytes of the chunks that are waiting
        pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(work,))
        try:
            while True:
                while len(waiting) < workers * (1 + _AHEAD) and held < _HELD and (chunk := next(chunks, None)):
                    waiting.append((chunk, pool.submit(_each, chunk.items)))
                    held += chunk.size
                if not waiting:
                    return
                yield from waiting[0][1].result()
                held -= waiting.popleft()[0].size
        except BrokenProcessPool as error:
            first = waiting[0][0].items[0] if waiting else "the first"
            raise CorpusError(
                f"a worker process died while it read {first} or one of those after it; "
                "use fewer jobs if memory is short, and one job to find out which one it is"
            ) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def engine_for(engine: Engine | None, jobs: int | None) -> Engine:
    """The engine that was given, or one with ``jobs`` processes, by default this one; ``InputError`` for both."""
    if engine is None:
        return Serial() if jobs is None or jobs <= 1 else Processes(jobs)
    if jobs is not None:
        raise InputError("jobs= is the short form of engine=Processes(jobs); give one of the two")
    return engine


# ---------------------------------------------------------------------------------------------------------------------

_FILES = 128  # in a chunk, at most
_BYTES = 1 << 20  # in a chunk, unless one file has more
_RECORDS = 50_000  # between two garbage collections
_A_CORE = 4  # maximal processes per core: more only use memory, and thousands stop the machine
_HELD = 1 << 27  # bytes of chunks that are waiting: members of archives are in memory
_AHEAD = 2  # chunks waiting for each worker: enough to keep it busy, few enough to keep memory flat

_work_of_this_process: list[Callable[[Any], Any]] = []
"""In a worker: the work that it does."""


def _each(chunk: list[Any]) -> list[Any]:
    (work,) = _work_of_this_process
    return [work(item) for item in chunk]


class _Chunk(NamedTuple, Generic[Item]):
    """Items that are sent to a worker at once."""

    items: list[Item]
    size: int
    """Their bytes."""


def _chunks(items: Iterable[Item]) -> Iterator[_Chunk[Item]]:
    chunk: list[Item] = []
    size = 0
    for item in items:
        own = _size(item)
        if chunk and (len(chunk) == _FILES or size + own > _BYTES):
            yield _Chunk(chunk, size)
            chunk, size = [], 0
        chunk.append(item)
        size += own
    if chunk:
        yield _Chunk(chunk, size)


def _size(item: object) -> int:
    """Bytes to be read for an item, if it has a ``size``: see :class:`cpp_corpus.ingest.Entry`."""
    size = getattr(item, "size", None)
    return int(size()) if callable(size) else 0


def _begin(work: Callable[[Any], Any]) -> None:
    """Prepare a worker: Ctrl-C reaches every process of the terminal, but only the parent handles it.

    Records have no reference cycles, so the garbage collector would only waste time on tables and records.
    """
    _work_of_this_process[:] = [work]
    gc.freeze()
    gc.set_threshold(_RECORDS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    """End when the parent process ends: if it is killed, its workers would otherwise wait forever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
