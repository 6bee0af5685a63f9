"""The same work over many files, in this process or in several: results in the order of the files."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread
from typing import TypeVar

from cpp_corpus.errors import CorpusError

__all__ = ["in_order"]

Result = TypeVar("Result")

_FILES = 128  # in a chunk, at most
_BYTES = 1 << 20  # in a chunk, unless one file has more
_RECORDS = 50_000  # between two collections
_AHEAD = 2  # chunks waiting for each worker: enough to keep it busy, few enough to keep memory flat


def in_order(work: Callable[[str], Result], paths: Sequence[str], jobs: int) -> Iterator[Result]:
    """``work(path)`` for each path, in order; ``jobs`` processes, 1 for this one alone.

    ``work`` is a function of a module, and its results can be pickled. ``CorpusError`` where a process dies.
    """
    if jobs <= 1 or len(paths) < 2:
        yield from map(work, paths)
        return
    chunks = _chunks(paths)
    waiting: deque[tuple[list[str], Future[list[Result]]]] = deque()
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
        first = waiting[0][0][0] if waiting else paths[0]
        raise CorpusError(
            f"a worker process died while it read {first} or one of the files after it; "
            "use fewer jobs if memory is short, and one job to learn which file it is"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _each(work: Callable[[str], Result], chunk: list[str]) -> list[Result]:
    return [work(path) for path in chunk]


def _chunks(paths: Sequence[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    size = 0
    for path in paths:
        own = _size(path)
        if chunk and (len(chunk) == _FILES or size + own > _BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(path)
        size += own
    if chunk:
        yield chunk


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:  # the work says what is wrong with it
        return 0


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
