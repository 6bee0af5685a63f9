"""The same work over many entries, in this process or in several: results in the order of the entries."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from threading import Thread
from typing import TypeVar

from cpp_corpus.errors import CorpusError

__all__ = ["in_order"]

Item = TypeVar("Item")
Result = TypeVar("Result")

_FILES = 128  # in a chunk, at most
_BYTES = 1 << 20  # in a chunk, unless one file has more
_RECORDS = 50_000  # between two collections
_AHEAD = 2  # chunks waiting for each worker: enough to keep it busy, few enough to keep memory flat


def in_order(work: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> Iterator[Result]:
    """``work(item)`` for each item, in order; ``jobs`` processes, 1 for this one alone.

    ``work`` is a function of a module, and its results and the items can be pickled. ``CorpusError`` where a process
    dies.
    """
    if jobs <= 1 or len(items) < 2:
        yield from map(work, items)
        return
    chunks = _chunks(items)
    waiting: deque[tuple[list[Item], Future[list[Result]]]] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_begin)
    try:
        while True:
            while len(waiting) < jobs * (1 + _AHEAD) and (chunk := next(chunks, None)):
                waiting.append((chunk, pool.submit(_each, work, chunk)))
            if not waiting:
                return
            yield from waiting[0][1].result()
            waiting.popleft()
    except BrokenProcessPool as error:
        item = waiting[0][0][0] if waiting else items[0]
        first = getattr(item, "path", item)
        raise CorpusError(
            f"a worker process died while it read {first} or one of the files after it; "
            "use fewer jobs if memory is short, and one job to learn which file it is"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _each(work: Callable[[Item], Result], chunk: list[Item]) -> list[Result]:
    return [work(item) for item in chunk]


def _chunks(items: Sequence[Item]) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    size = 0
    for item in items:
        own = _size(item)
        if chunk and (len(chunk) == _FILES or size + own > _BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(item)
        size += own
    if chunk:
        yield chunk


def _size(item: object) -> int:
    """Bytes to be read for an item, where it knows."""
    size = getattr(item, "size", None)
    return int(size()) if callable(size) else 0


def _begin() -> None:
    """Prepare a worker: Ctrl-C reaches every process of the terminal, but only the first one answers and ends it.

    Records hold no cycles, so the collector has little to find: it need not look through the tables and the chunk in
    hand every few hundred records.
    """
    gc.freeze()
    gc.set_threshold(_RECORDS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    """End with the process that began this one: killed, it cannot say so, and its workers would wait for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
