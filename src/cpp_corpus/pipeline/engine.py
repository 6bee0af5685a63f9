"""Engines run the work on each file: in this process, in several, or elsewhere."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from operator import attrgetter
from threading import Thread
from typing import Any, Generic, NamedTuple, Protocol, Self, TypeVar

from cpp_corpus.errors import EngineError, InputError, expect_at_least
from cpp_corpus.limits import keep_timer
from cpp_corpus.pipeline.chunks import HELD, Chunk, chunks
from cpp_corpus.pipeline.memory import OFTEN, give_back
from cpp_corpus.pipeline.recovery import recovered

__all__ = ["Engine", "Processes", "Serial", "engine_for", "running"]

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
        expect_at_least(1, "workers", self.workers)

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The result of ``work`` for each of the ``items``, in order; ``work`` is sent to each process once.

        Where a process dies, another takes its place and the work is done again, item by item; an item that ends two
        processes is left out, with a finding. ``EngineError`` where processes die as soon as they start.

        >>> list(Processes(2).map(str.upper, ["a", "b"]))
        ['A', 'B']
        """
        if self.workers <= 1 or (isinstance(items, Sized) and len(items) < 2):
            yield from map(work, items)
            return
        coming = chunks(items)
        first_chunks = list(islice(coming, min(self.workers, _A_CORE * (os.cpu_count() or 1))))
        workers = len(first_chunks)
        if not workers:
            return
        if workers == len(first_chunks[0].items) == 1:
            yield from map(work, first_chunks[0].items)
            return
        yield from _mapped(work, chain(first_chunks, coming), workers)


def engine_for(engine: Engine | None, jobs: int | None) -> Engine:
    """The engine that was given, or one with ``jobs`` processes, by default this one.

    ``InputError`` for both, ``RangeError`` where there is less than one process.
    """
    if jobs is not None:
        expect_at_least(1, "jobs", jobs)
    if engine is None:
        return Serial() if jobs is None or jobs == 1 else Processes(jobs)
    if jobs is not None:
        raise InputError("jobs= is the short form of engine=Processes(jobs); give one of the two")
    return engine


@contextmanager
def running(engine: Engine, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Iterator[Result]]:
    """The results of :meth:`Engine.map`, whose workers end with the context, also where it ends early.

    >>> with running(Processes(2), str.upper, ["a", "b"]) as results:
    ...     next(results)
    'A'
    """
    results = engine.map(work, items)
    try:
        yield results
    finally:
        if (close := getattr(results, "close", None)) is not None:
            close()


# ---------------------------------------------------------------------------------------------------------------------

_RECORDS = 50_000  # between two garbage collections
_A_CORE = 4  # maximal processes per core: more only use memory, and thousands stop the machine
_AHEAD = 2  # chunks waiting for each worker: enough to keep it busy, few enough to keep memory flat

_work_of_this_process: list[Callable[[Any], Any]] = []
"""In a worker: the work that it does."""
_done = [0]
"""In a worker: how many items it has been given."""


def _each(chunk: list[Any]) -> list[Any]:
    (work,) = _work_of_this_process
    before, _done[0] = _done[0], _done[0] + len(chunk)
    if before // OFTEN < _done[0] // OFTEN:
        give_back()
    return [work(item) for item in chunk]


class _Waiting(NamedTuple, Generic[Item, Result]):
    """A chunk whose results are awaited."""

    chunk: Chunk[Item]
    future: Future[list[Result]]


def _mapped(work: Callable[[Item], Result], coming: Iterator[Chunk[Item]], workers: int) -> Iterator[Result]:
    """The results for the chunks, in order; where a worker dies, what was under way is done again, item by item."""
    waiting: deque[_Waiting[Item, Result]] = deque()
    held = 0  # bytes of the chunks that are waiting
    pool = _pool(work, workers)
    is_complete = False
    try:
        while True:
            while len(waiting) < workers * (1 + _AHEAD) and held < HELD and (chunk := next(coming, None)):
                waiting.append(_Waiting(chunk, _submitted(pool, chunk)))
                held += chunk.size
            if not waiting:
                is_complete = True
                return
            try:
                results: Iterable[Result] = waiting[0].future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=True, cancel_futures=True)
                with _OneWorker(work) as alone:
                    while waiting:
                        chunk, future = waiting.popleft()
                        held -= chunk.size
                        ended = future.done() and not future.cancelled() and future.exception() is None
                        yield from future.result() if ended else (recovered(work, item, alone) for item in chunk.items)
                pool = _pool(work, workers)
                continue
            held -= waiting.popleft().chunk.size
            yield from results
    finally:
        _end(pool, at_once=not is_complete)


class _OneWorker(Generic[Item, Result]):
    """One worker process at a time, which processes one item at a time; a context, which ends it."""

    def __init__(self, work: Callable[[Item], Result]) -> None:
        self._work = work
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._end(at_once=kind is not None)

    def __call__(self, item: Item) -> tuple[Result] | None:
        """The result of an item; ``None`` where its worker dies; ``EngineError`` where no worker can be started."""
        if self._pool is None:
            self._pool = _pool(self._work, 1)
            try:
                self._pool.submit(_each, []).result()
            except BrokenProcessPool as error:
                raise EngineError(
                    "worker processes die as soon as they start; use one job, and begin a script that starts workers "
                    "with: if __name__ == '__main__':"
                ) from error
        try:
            (result,) = self._pool.submit(_each, [item]).result()
        except BrokenProcessPool:
            self._end()
            return None
        return (result,)

    def _end(self, *, at_once: bool = False) -> None:
        if self._pool is not None:
            _end(self._pool, at_once=at_once)
            self._pool = None


def _submitted(pool: ProcessPoolExecutor, chunk: Chunk[Item]) -> Future[list[Any]]:
    try:
        return pool.submit(_each, chunk.items)
    except BrokenProcessPool as error:
        failed: Future[list[Any]] = Future()
        failed.set_exception(error)
        return failed


def _pool(work: Callable[[Any], Any], workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, initializer=_begin, initargs=(work,))


def _end(pool: ProcessPoolExecutor, *, at_once: bool) -> None:
    """End the workers of a pool, ``at_once`` whatever they do: reading a page may take long, and nobody wants it.

    The thread that manages them is waited for: Python would wake it as the program ends, and print an error where it
    has just ended by itself.
    """
    manager: Thread | None = getattr(pool, "_executor_manager_thread", None)
    if at_once:
        workers: Mapping[int, BaseProcess] = getattr(pool, "_processes", None) or {}
        for process in list(workers.values()):
            process.kill()
        with suppress(AttributeError, OSError):  # half a result is not waited for
            attrgetter("_result_queue._writer.close")(pool)()
    pool.shutdown(wait=not at_once, cancel_futures=True)
    if manager is not None:
        manager.join(_PATIENCE)


_PATIENCE = 2.0  # seconds for a thread whose workers are gone


def _begin(work: Callable[[Any], Any]) -> None:
    """Prepare a worker: Ctrl-C reaches every process of the terminal, but only the parent handles it.

    Records have no reference cycles, so the garbage collector would only waste time on tables and records.
    """
    _work_of_this_process[:] = [work]
    gc.freeze()
    gc.set_threshold(_RECORDS)
    keep_timer()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    """End when the parent process ends: if it is killed, its workers would otherwise wait forever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
