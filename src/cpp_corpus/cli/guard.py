"""Errors and signals that end a command early, as one line on stderr and an exit status."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

import typer

from cpp_corpus.errors import CorpusError, described

__all__ = ["guarded"]


@contextmanager
def guarded() -> Iterator[None]:
    """Run a command; an error that the user can fix is one line on stderr."""
    before = {each: signal.signal(each, _terminated) for each in _ENDS if signal.getsignal(each) is signal.SIG_DFL}
    try:
        yield
        sys.stdout.flush()
    except CorpusError as error:
        _end(1, f"cpp-corpus: {error}")
    except KeyboardInterrupt:
        _end(130, "cpp-corpus: interrupted; nothing was left behind")
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
            raise
        _end(1, f"cpp-corpus: an error in this program or an extension: {described(error)} ({_WHERE})")
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


_ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""Signals that end a program; SIGHUP is sent when the terminal is closed, and is ignored under ``nohup``."""


_OF_COMMAND_LINES = ("typer", "click")
"""Packages whose exceptions end a command in order."""
_WHERE = "python -X dev -m cpp_corpus … shows where; report it"


def _is_developing() -> bool:
    return sys.flags.dev_mode


def _end(status: int, message: str | None) -> NoReturn:
    if message is not None:
        typer.echo(message, err=True)
    raise typer.Exit(status)


def _terminated(_number: int, _frame: FrameType | None) -> NoReturn:
    """End as Ctrl-C does, so that unfinished output is removed."""
    raise KeyboardInterrupt
