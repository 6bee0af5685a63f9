"""The engine of a Dask cluster, for corpora that outgrow one machine (extra ``dask``)."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from cpp_corpus.errors import EngineError, MissingExtraError, expect
from cpp_corpus.pipeline.chunks import HELD, Chunk, chunks
from cpp_corpus.pipeline.recovery import recovered

if TYPE_CHECKING:
    from distributed import Future

__all__ = ["Dask"]

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Dask:
    """The engine of the workers of a Dask scheduler; the results are those of one process, byte for byte.

    Each worker has this version of ``cpp-corpus``, and reads the files itself: by the same paths, from a shared file
    system, or from the addresses of an object store (``s3://…``, extra ``cloud``). Work is sent to workers as pickles,
    so scheduler and workers belong to those who run it: see ``SECURITY.md``.
    """

    scheduler: str
    """The address of the scheduler, such as ``tcp://10.0.0.7:8786``."""
    timeout: float = 30.0
    """How many seconds to wait for the scheduler, and for its first worker."""

    def __post_init__(self) -> None:
        expect("scheduler", self.scheduler, str)

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The result of ``work`` for each of the ``items``, in order.

        Where a worker dies, the scheduler gives its work to another; an item that ends several of them is left out,
        with a finding. ``EngineError`` where the scheduler cannot be reached, has no worker, or goes away, and where a
        worker has another version; ``MissingExtraError`` without the extra ``dask``.

        >>> list(Dask("tcp://127.0.0.1:9", timeout=0.1).map(len, ["a"]))  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        cpp_corpus.errors.EngineError: no Dask scheduler answers at tcp://127.0.0.1:9; start one...
        """
        try:
            import distributed as library  # noqa: PLC0415 - an extra, and heavy
        except ImportError as error:
            raise MissingExtraError("the engine 'dask'", "dask") from error
        distributed: Any = library  # only parts of it have types
        try:
            client = distributed.Client(self.scheduler, timeout=self.timeout, set_as_default=False, name="cpp-corpus")
        except (OSError, ValueError, TypeError) as error:
            raise EngineError(
                f"no Dask scheduler answers at {self.scheduler}; start one with `dask scheduler`, and workers with "
                "`dask worker ADDRESS`"
            ) from error
        with closing(client):
            self._check_workers(client)
            yield from _mapped(_Sender(client, work, distributed), chunks(items))

    def _check_workers(self, client: Any) -> None:
        try:
            client.wait_for_workers(1, timeout=self.timeout)
        except TimeoutError as error:
            raise EngineError(
                f"the scheduler at {self.scheduler} has no worker; start some with `dask worker {self.scheduler}`"
            ) from error
        try:
            others = {address: found for address, found in client.run(_version).items() if found != _version()}
        except Exception as error:
            raise EngineError(
                f"the workers of {self.scheduler} cannot run cpp-corpus ({type(error).__name__}: {error}); install it "
                "there, in the same version"
            ) from error
        for address, found in others.items():
            raise EngineError(f"the worker at {address} has cpp-corpus {found}; {_version()} was expected")


# ---------------------------------------------------------------------------------------------------------------------

_AHEAD = 3  # chunks waiting for each thread of the workers
_KEPT = 4  # of the works of which a worker keeps a copy

_works: dict[str, Callable[[Any], Any]] = {}
"""In a worker: the works that it does, by their hash, the newest last; what they cache lives as long."""


def _version() -> str:
    return version("cpp-corpus")


def _each(key: str, pickled: bytes, chunk: list[Any]) -> list[Any]:
    work = _works.get(key)
    if work is None:
        work = _works[key] = pickle.loads(pickled)  # noqa: S301 - of the client, as the task itself
        while len(_works) > _KEPT:
            del _works[next(iter(_works))]
    return [work(item) for item in chunk]


class _Sender:
    """Sends chunks to the workers of a client."""

    def __init__(self, client: Any, work: Callable[[Any], Any], distributed: ModuleType) -> None:
        self.work = work
        self._client = client
        self._distributed = distributed
        self._pickled = pickle.dumps(work)
        self._key = sha256(self._pickled).hexdigest()

    def send(self, items: list[Any]) -> Future[Any]:
        # Pure functions of the same arguments share a key: the same file given twice would be one task.
        sent: Future[Any] = self._client.submit(_each, self._key, self._pickled, items, pure=False)
        return sent

    def threads(self) -> int:
        """How many tasks the workers run at once; they come and go."""
        return sum(self._client.nthreads().values()) or 1

    def results(self, future: Future[Any]) -> list[Any] | None:
        """The results of a task; ``None`` where it has ended its workers as often as the scheduler admits."""
        try:
            return future.result()  # type: ignore[no-any-return]
        except self._distributed.KilledWorker:
            return None
        except self._distributed.CancelledError as error:
            raise EngineError("the Dask scheduler went away; start the run again when it is back") from error

    def alone(self, item: Any) -> tuple[Any] | None:
        """The result of an item that shares its task with no other; ``None`` where it ends its workers."""
        found = self.results(self.send([item]))
        return None if found is None else (found[0],)

    def cancel(self, futures: list[Future[Any]]) -> None:
        """Give up what is still waiting."""
        with suppress(Exception):  # the scheduler may be gone
            self._client.cancel(futures)


def _mapped(sender: _Sender, coming: Iterator[Chunk[Any]]) -> Iterator[Any]:
    waiting: deque[tuple[Chunk[Any], Future[Any]]] = deque()
    held = 0  # bytes of the chunks that are waiting
    try:
        while True:
            room = sender.threads() * (1 + _AHEAD)
            while len(waiting) < room and held < HELD and (chunk := next(coming, None)):
                waiting.append((chunk, sender.send(chunk.items)))
                held += chunk.size
            if not waiting:
                return
            chunk, future = waiting[0]
            results = sender.results(future)
            if results is None:
                # The scheduler has tried the chunk with several workers; now its items are tried one by one.
                results = [recovered(sender.work, item, sender.alone, again=False) for item in chunk.items]
            yield from results
            held -= waiting.popleft()[0].size
    finally:
        sender.cancel([future for _, future in waiting])
