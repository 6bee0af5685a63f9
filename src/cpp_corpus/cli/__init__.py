"""The command ``cpp-corpus``: one module a command.

Exit status: 0 when something went through, 1 when nothing did or the work failed, 2 for a wrong command line,
130 after Ctrl-C, 141 when the reader of a pipe went away.
"""

from cpp_corpus.cli.app import app

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line; it ends the process."""
    app(prog_name="cpp-corpus")
