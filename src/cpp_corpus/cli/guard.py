"""Errors and signals that end a command early, as one line on stderr and an exit status."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from traceback import clear_frames
from types import FrameType
from typing import NoReturn

import typer

from cpp_corpus.cli.output import say
from cpp_corpus.errors import CorpusError, described
from cpp_corpus.lang.typography import visible

__all__ = ["INTERRUPTED", "guarded"]

INTERRUPTED = 130
"""Exit status of a command that a signal has ended."""


@contextmanager
def guarded() -> Iterator[None]:
    """Run a command; an error that the user can fix is one line on stderr."""
    handler = _Signals()
    before = {each: signal.signal(each, handler) for each in _ENDS if signal.getsignal(each) in _DEFAULTS}
    try:
        yield
        sys.stdout.flush()
    except CorpusError as error:
        _end(1, f"cpp-corpus: {error}")
    except KeyboardInterrupt as error:
        clear_frames(error.__traceback__)  # what was going on there ends
        kept = "; ".join(getattr(error, "__notes__", ())) or "nothing was left behind"
        _end(INTERRUPTED, f"cpp-corpus: interrupted; {kept}")
    except BrokenPipeError:
        # the interpreter flushes stdout once more at its end; give it something that accepts the bytes
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _end(141, None)
    except OSError as error:
        _end(1, f"cpp-corpus: {error.filename or 'output'}: {error.strerror or error}")
    except MemoryError:
        _end(1, "cpp-corpus: out of memory; read fewer files at a time, or use fewer jobs")
    except Exception as error:
        if type(error).__module__.partition(".")[0] in _OF_COMMAND_LINES or _is_developing():
            if isinstance(message := getattr(error, "message", None), str):
                error.message = visible(message.removeprefix(_OF_PYDANTIC), "\n")  # type: ignore[attr-defined] # of a wrong command line
            raise
        _end(1, f"cpp-corpus: an error in this program or an extension: {described(error)} ({_WHERE})")
    finally:
        for each, earlier in before.items():
            signal.signal(each, earlier)


_ENDS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""Signals that end a program; SIGHUP is sent when the terminal is closed, and is ignored under ``nohup``."""
_DEFAULTS = (signal.SIG_DFL, signal.default_int_handler)


class _Signals:
    """The first signal ends the command in order, so that nothing unfinished is left.

    Those that follow at once change nothing: many press Ctrl-C twice. A later one ends the process as it is.
    """

    def __init__(self) -> None:
        self.received: float | None = None
        """When the first one came, in seconds."""

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        now = monotonic()
        if self.received is None:
            self.received = now
            raise KeyboardInterrupt
        if now - self.received > _PATIENCE:
            with suppress(OSError, ValueError):
                print("cpp-corpus: ended at once; the next run removes what this one leaves", file=sys.stderr)  # noqa: T201
            os._exit(INTERRUPTED)


_PATIENCE = 1.0  # seconds


_OF_COMMAND_LINES = ("typer", "click")
"""Packages whose exceptions end a command in order."""
_OF_PYDANTIC = "Value error, "
"""What typer leaves of the messages of the package that checks values."""
_WHERE = "python -X dev -m cpp_corpus … shows where; report it"


def _is_developing() -> bool:
    return sys.flags.dev_mode


def _end(status: int, message: str | None) -> NoReturn:
    if message is not None:
        say(message, err=True)
    raise typer.Exit(status)
