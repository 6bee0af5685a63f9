"""The command ``cpp-corpus``: one module per command, imported when the command runs.

Exit status: 0 when something was processed, 1 when nothing was or the work failed, 2 for a wrong command line,
130 after Ctrl-C, 141 when the reader of a pipe closed it.
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
    """Replace streams that were closed (``>&-``), for which Python has ``None``, by the null device."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end
