"""The command ``cpp-corpus``: one module per command, imported when the command runs.

Exit status: 0 when something was processed, 1 when nothing was or the work failed, 2 for a wrong command line,
130 after Ctrl-C, 141 when the reader of a pipe closed it.
"""

import os
import sys
from contextlib import suppress

from cpp_corpus.cli.app import app
from cpp_corpus.cli.guard import INTERRUPTED

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line; it ends the process."""
    _open_streams()
    try:
        app(prog_name="cpp-corpus")
    except SystemExit as end:
        if end.code == INTERRUPTED:
            _end_at_once()
        raise


def _end_at_once() -> None:
    """End without waiting for threads, which may wait for processes that were ended."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(INTERRUPTED)


def _open_streams() -> None:
    """Replace streams that were closed (``>&-``), for which Python has ``None``, by the null device.

    What the encoding of the others does not have is printed as an escape.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end
        elif mode == "w" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
