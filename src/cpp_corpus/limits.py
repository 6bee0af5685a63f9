"""Limits on what is read, and the count of what is read of one file.

A stage that does much for each line or reference of a file counts them with the functions of this module; they raise
:class:`LimitReached` where a limit of the file that is being read is reached, and do nothing elsewhere.

No stage can look at the clock inside a regular expression; :func:`timed` ends that too.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields
from threading import current_thread, main_thread
from time import monotonic
from types import FrameType

from cpp_corpus.errors import InputError, expect

__all__ = [
    "MOST",
    "LimitReached",
    "Limits",
    "check",
    "check_time",
    "count_line",
    "current",
    "keep_timer",
    "timed",
    "within",
]


MOST = (1 << 63) - 1
"""The highest number of a limit, which every format and database can hold."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read at most, so that no input can fill the memory or go on for ever.

    ``entries``, ``size``, ``ratio`` and ``depth`` are those of an archive, the others of each file or article.

    >>> Limits(entries=10).entries, Limits().depth
    (10, 2)
    """

    entries: int = 5_000_000
    """Files, links and the like in an archive, those of archives inside it included."""
    size: int = 1 << 36
    """Unpacked bytes of all files of an archive."""
    entry_size: int = 1 << 28
    """Bytes of one file, unpacked; a larger one is left out. Databases are read where they are, and may be larger."""
    ratio: int = 250
    """Unpacked bytes of an archive for each packed one; the first 16 MiB do not count."""
    depth: int = 2
    """Archives in one another: 2 for an archive in an archive. A ``.tar.gz`` is one archive."""
    text_size: int = 1 << 25
    """Bytes of a file that is read as a whole: text, Markdown, web pages; and of one record of a data file."""
    lines: int = 300_000
    """Lines and paragraphs with words in such a file or record."""
    tags: int = 2_000_000
    """Tags of one web page, or of one XML file."""
    nesting: int = 200
    """Objects and lists of a JSON file in one another."""
    references: int = 200_000
    """References of one article; of an article with more, none is given."""
    seconds: int = 600
    """Time for one file."""

    def __post_init__(self) -> None:
        for field in fields(self):
            expect(field.name, getattr(self, field.name), int)
            if getattr(self, field.name) < 1:
                raise InputError(f"the limit {field.name!r} must be at least 1")
            if getattr(self, field.name) > MOST:
                raise InputError(f"the limit {field.name!r} must be at most {MOST}")

    def changed(self) -> dict[str, int]:
        """Those that are not the usual ones, by name.

        >>> Limits(entries=10).changed()
        {'entries': 10}
        """
        return {each.name: value for each in fields(self) if (value := getattr(self, each.name)) != each.default}


class LimitReached(Exception):  # noqa: N818 - it ends the reading of a file, and is no error of the program
    """Something has more than a limit allows: ``limit`` is the name of the limit, ``what`` that thing in words."""

    def __init__(self, limit: str, what: str) -> None:
        self.limit = limit
        self.what = what
        super().__init__(what)

    def __reduce__(self) -> tuple[type[LimitReached], tuple[str, str]]:
        return type(self), (self.limit, self.what)

    @property
    def advice(self) -> str:
        """What to do, as a sentence.

        >>> LimitReached("tags", "of more than 10 tags").advice[:66]
        'Raise the limit if you trust the source: --limit tags=NUMBER of no'
        """
        return f"{self.hint[0].upper()}{self.hint[1:]}."

    @property
    def hint(self) -> str:
        """The same, as part of a sentence."""
        name = self.limit
        how = f"--limit {name}=NUMBER of normalize, refs and verify, or limits=Limits({name}=NUMBER)"
        return f"raise the limit if you trust the source: {how}"


@contextmanager
def within(limits: Limits | None) -> Iterator[None]:
    """What is read in this context is one file, or one record of it, and counted.

    ``limits`` are those of the context around it if ``None``; the time is that of the outermost.

    >>> with within(Limits(lines=1)):
    ...     count_line()
    ...     count_line()
    Traceback (most recent call last):
    cpp_corpus.limits.LimitReached: of more than 1 lines with words
    """
    before = _NOW.get()
    token = _NOW.set(_Count(limits or current(), before))
    try:
        yield
    finally:
        _NOW.reset(token)


@contextmanager
def timed() -> Iterator[None]:
    """What takes too long in this context ends too where it does not look at the clock, as a regular expression.

    ``LimitReached`` may then come from any line, so it is to be caught around the context. A timer does that, in the
    main thread of a process that has no other use for ``SIGALRM``; elsewhere nothing is changed.
    """
    before = None if _NOW.get() is None else _set_timer()
    try:
        yield
    finally:
        if before is not None:
            signal.setitimer(signal.ITIMER_REAL, 0)
            if before is not _at_signal:
                signal.signal(signal.SIGALRM, signal.SIG_DFL)


def current() -> Limits:
    """The limits of the file that is being read; the default ones elsewhere."""
    count = _NOW.get()
    return _DEFAULT if count is None else count.limits


def count_line() -> None:
    """One more line with words."""
    count = _NOW.get()
    if count is not None:
        count.lines += 1
        if count.lines > count.limits.lines:
            raise LimitReached("lines", f"of more than {count.limits.lines:,} lines with words")
        if not count.lines & _OFTEN:
            count.check_time()


def check(limit: str, number: int, what: str) -> None:
    """``LimitReached`` where ``number`` is more than the limit of that name; ``what`` says of what: ``tags``.

    >>> with within(Limits(tags=2)):
    ...     check("tags", 3, "tags")
    Traceback (most recent call last):
    cpp_corpus.limits.LimitReached: of more than 2 tags
    """
    count = _NOW.get()
    if count is not None and number > (most := getattr(count.limits, limit)):
        raise LimitReached(limit, f"of more than {most:,} {what}")


def check_time() -> None:
    """``LimitReached`` where the time for the file is over."""
    count = _NOW.get()
    if count is not None:
        count.check_time()


# ---------------------------------------------------------------------------------------------------------------------


class _Count:
    """What has been read of one file."""

    __slots__ = ("begun", "limits", "lines")

    def __init__(self, limits: Limits, around: _Count | None) -> None:
        self.limits = limits
        self.lines = 0
        self.begun: float = monotonic() if around is None else around.begun

    def check_time(self) -> None:
        if monotonic() - self.begun > self.limits.seconds:
            raise LimitReached("seconds", f"whose reading takes more than {self.limits.seconds:,} seconds")


def keep_timer() -> None:
    """Leave ``SIGALRM`` to the timer for good, in a process of our own: it is set and reset for each article."""
    global _kept_in  # noqa: PLW0603 - of this process
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _at_signal)
        _kept_in = os.getpid()


def _set_timer() -> object:
    """Set a timer that looks at the clock now and then, and return what its signal did before.

    ``None`` where it is not set: it is in use, this is not the main thread, or there is none.
    """
    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        return None
    before = _at_signal if _kept_in == os.getpid() else signal.getsignal(signal.SIGALRM)  # which takes long to say so
    if before not in (signal.SIG_DFL, _at_signal) or signal.getitimer(signal.ITIMER_REAL)[0]:
        return None
    if before is not _at_signal:
        signal.signal(signal.SIGALRM, _at_signal)
    signal.setitimer(signal.ITIMER_REAL, _TICK, _TICK)
    return before


def _at_signal(_number: int, _frame: FrameType | None) -> None:
    try:
        check_time()
    except LimitReached:
        signal.setitimer(signal.ITIMER_REAL, 0)  # here, since what is raised may end the end of the context itself
        raise


_DEFAULT = Limits()
_NOW: ContextVar[_Count | None] = ContextVar("cpp_corpus.limits", default=None)
_kept_in = -1
"""The process that :func:`keep_timer` was called in; one that it forks has another number."""
_TICK = 0.5  # seconds between two looks of the timer
_OFTEN = (1 << 8) - 1  # lines between two looks at the clock
