"""The command ``cpp-corpus``: one module a command, imported when the command runs.

Exit status: 0 when something went through, 1 when nothing did or the work failed, 2 for a wrong command line,
130 after Ctrl-C, 141 when the reader of a pipe went away.
"""

import os
import sys

from cpp_corpus.cli.app import app

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line; it ends the process."""
    _open_streams()
    app(prog_name="cpp-corpus")


def _open_streams() -> None:
    """Something to read from and write to where a stream was closed (``>&-``): Python has ``None`` there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end
