"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from cpp_corpus.cli import atlas, audit, diff, find, formats, graph, normalize, refs, schema, show
from cpp_corpus.cli.guard import guarded

__all__ = ["app"]

app = typer.Typer(
    name="cpp-corpus",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for module in (normalize, show, refs, find, graph, audit, diff, schema, formats):
    command = module.command
    app.command(module.__name__.rpartition(".")[2])(guarded(command))


app.add_typer(atlas.app, name="atlas")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 - slow, and rarely asked for

        typer.echo(f"cpp-corpus {version('cpp-corpus')}")
        raise typer.Exit


@app.callback()
def callback(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """French legal text into clean article records and a typed graph of their references.

    Example: cpp-corpus normalize pages/ dump.txt -o out/
    """
