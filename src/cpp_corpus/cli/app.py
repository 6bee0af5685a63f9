"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

import cpp_corpus
from cpp_corpus.cli.group import COMMANDS, LazyGroup, new_app

__all__ = ["app"]

app = new_app(cls=LazyGroup, name="cpp-corpus", add_completion=True)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"cpp-corpus {cpp_corpus.__version__}")
        raise typer.Exit


@app.callback()
def callback(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """French legal text into clean article records and a typed graph of their references.

    Example: cpp-corpus normalize pages/ dump.txt -o out/
    """


def _listed() -> None:
    """What stands for a command in the list of commands; :class:`LazyGroup` runs the command itself."""


for name, line in COMMANDS.items():
    app.command(name, help=line)(_listed)
