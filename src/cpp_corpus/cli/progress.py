"""How far ``normalize`` is, and what it has done: a bar on a terminal, lines elsewhere, or JSON lines for a log."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Protocol

import orjson
import typer
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from cpp_corpus.cli.console import SafeConsole
from cpp_corpus.cli.guard import INTERRUPTED
from cpp_corpus.cli.input import report
from cpp_corpus.cli.output import say
from cpp_corpus.errors import CorpusError
from cpp_corpus.lang.typography import visible
from cpp_corpus.model.finding import Finding
from cpp_corpus.pipeline.progress import Progress, Stage, Watch

if sys.platform != "win32":
    from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

__all__ = ["Cost", "Log", "peak_memory", "shown"]


class Cost:
    """What a run costs, counted from the moment at which this is made."""

    def __init__(self) -> None:
        self._began = monotonic()
        self._size = 0

    def add(self, progress: Progress) -> None:
        """Count the bytes that were read."""
        self._size = max(self._size, progress.size)

    def fields(self) -> dict[str, float | int | None]:
        """Seconds, bytes read, and peak memory in bytes: of this process, and of the largest of its workers."""
        own, workers = peak_memory()
        seconds = round(monotonic() - self._began, 3)
        return {"seconds": seconds, "bytes_read": self._size, "peak_memory": own, "peak_memory_of_a_worker": workers}

    def __str__(self) -> str:
        own, workers = peak_memory()
        seconds = monotonic() - self._began
        said = f"{_bytes(self._size)} read in {seconds:,.1f} s"
        if self._size >= _MEGABYTE:
            said += f" ({_bytes(self._size / max(seconds, 1e-3))}/s)"
        if own is not None:
            said += f"; peak memory {own / 1e6:,.0f} MB" + (f", of a worker {workers / 1e6:,.0f} MB" if workers else "")
        return said


_MEGABYTE = 1_000_000


def _bytes(size: float) -> str:
    if size >= _MEGABYTE:
        return f"{size / _MEGABYTE:,.1f} MB"
    return f"{size / 1000:,.0f} kB" if size >= 1000 else f"{size:,.0f} bytes"


def peak_memory() -> tuple[int | None, int | None]:
    """The peak memory of this process and of the largest of its workers, in bytes; ``None`` where it is not known."""
    if sys.platform == "win32":
        return None, None
    unit = 1 if sys.platform == "darwin" else 1024
    return getrusage(RUSAGE_SELF).ru_maxrss * unit, getrusage(RUSAGE_CHILDREN).ru_maxrss * unit


class Log(Protocol):
    """Where a run says what it does."""

    def watch(self, progress: Progress) -> None:
        """The next step."""

    def findings(self, counts: Mapping[str, int], examples: Mapping[str, Sequence[Finding]]) -> None:
        """The findings, when all are known."""

    def event(self, name: str, text: str, **fields: object) -> None:
        """Something else, as a line of text, or as fields."""


@contextmanager
def shown(*, quiet: bool, as_json: bool) -> Iterator[tuple[Log, Watch]]:
    """The log of a run, on standard error, and what is told of each step; errors are lines of it where it is JSON."""
    if as_json:
        log: Log = _JsonLines()
        try:
            yield log, log.watch
        except CorpusError as error:
            log.event("error", str(error))
            raise typer.Exit(1) from error
        except KeyboardInterrupt as error:
            said = "; ".join(getattr(error, "__notes__", ())) or "nothing was left behind"
            log.event("interrupted", said)
            raise typer.Exit(INTERRUPTED) from error
    elif quiet:
        yield _Nothing(), _nothing
    elif not sys.stderr.isatty():
        lines = _Lines()
        yield lines, lines.watch
    else:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[path]}", style="dim"),
        )
        with Bar(*columns, console=SafeConsole(stderr=True), transient=True) as bar:
            yield _Lines(), _OnBar(bar).watch


# ---------------------------------------------------------------------------------------------------------------------

_EVERY = 5.0  # seconds between two lines
_LEAST = 1000  # files, below which no line is printed
_PATH = 40  # characters of a path on a terminal


def _nothing(_: Progress) -> None:
    pass


class _Rate:
    """How many are done in a second of a stage, and how many seconds are left."""

    def __init__(self) -> None:
        self._stage: Stage | None = None
        self._began = 0.0

    def is_new(self, progress: Progress) -> bool:
        """Whether a stage begins."""
        if progress.stage is self._stage:
            return False
        self._stage, self._began = progress.stage, monotonic()
        return True

    def __call__(self, progress: Progress) -> tuple[float, float | None]:
        rate = progress.done / max(monotonic() - self._began, 1e-6)
        return rate, (progress.total - progress.done) / rate if rate else None


class _Nothing:
    def watch(self, progress: Progress) -> None: ...

    def findings(self, counts: Mapping[str, int], examples: Mapping[str, Sequence[Finding]]) -> None: ...

    def event(self, name: str, text: str, **fields: object) -> None: ...


class _Lines:
    def __init__(self) -> None:
        self._rate = _Rate()
        self._next = 0.0

    def watch(self, progress: Progress) -> None:
        if self._rate.is_new(progress):
            self._next = monotonic() + _EVERY
        if progress.total < _LEAST or monotonic() < self._next:
            return
        self._next = monotonic() + _EVERY
        rate, left = self._rate(progress)
        what = "files" if progress.stage is Stage.READING else "articles"
        path = f", {progress.path}" if progress.path else ""
        until = "" if left is None else f", {left:,.0f} s left"
        say(
            f"{progress.stage}: {progress.done:,} of {progress.total:,} {what}, {rate:,.0f} a second{until}{path}",
            err=True,
        )

    def findings(self, counts: Mapping[str, int], examples: Mapping[str, Sequence[Finding]]) -> None:
        report(counts, examples)

    def event(self, name: str, text: str, **_: object) -> None:
        say(text if name == "cost" else f"cpp-corpus: {text}", err=True)


class _OnBar:
    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._task = bar.add_task("reading", total=None, rate="", path="")
        self._rate = _Rate()
        self._next = 0.0

    def watch(self, progress: Progress) -> None:
        if self._rate.is_new(progress):
            self._bar.reset(self._task, description=str(progress.stage), rate="", path="")
        elif monotonic() < self._next:
            return
        self._next = monotonic() + 0.1
        rate = f"{self._rate(progress)[0]:,.0f}/s"
        path = visible(progress.path or "")[-_PATH:]
        self._bar.update(self._task, completed=progress.done, total=progress.total or None, rate=rate, path=path)


class _JsonLines:
    def __init__(self) -> None:
        self._rate = _Rate()
        self._next = 0.0
        self._began = monotonic()
        self._last: Progress | None = None

    def watch(self, progress: Progress) -> None:
        last, self._last = self._last, progress
        if last is not None and last.stage is not progress.stage:
            self._say(last)
        elif last is not None and monotonic() < self._next:
            return
        self._rate.is_new(progress)
        self._say(progress)

    def _say(self, progress: Progress) -> None:
        self._next = monotonic() + 1
        rate, left = self._rate(progress)
        fields = progress._asdict() | {"rate": round(rate, 1), "seconds_left": None if left is None else round(left, 1)}
        self._print("progress", fields)

    def findings(self, counts: Mapping[str, int], examples: Mapping[str, Sequence[Finding]]) -> None:
        for code, found in examples.items():
            for each in found:
                self._print("finding", {"count": counts[code], **each.model_dump(mode="json")})

    def event(self, name: str, text: str, **fields: object) -> None:
        self._print(name, fields or {"message": text})

    def _print(self, event: str, fields: Mapping[str, object]) -> None:
        line = {"event": event, "after": round(monotonic() - self._began, 3), **fields}
        say(orjson.dumps(line, default=str).decode(), err=True)
