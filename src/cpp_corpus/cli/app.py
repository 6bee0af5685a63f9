"""The commands, each imported when it is run: ``--help`` and completion do not wait for the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from cpp_corpus.cli.guard import guarded

__all__ = ["COMMANDS", "LazyGroup", "app", "new_app"]

COMMANDS: Mapping[str, str] = {
    "normalize": "Turn files of legal text into article records and a graph.",
    "show": "Show an article, what it refers to and what refers to it.",
    "refs": "Find the references in French texts.",
    "find": "Find the articles that a citation points to.",
    "cites": "List what an article cites.",
    "cited-by": "List what cites an article, a division or an act.",
    "impact": "List what would be touched if an article or a division went.",
    "verify": "Check which citations of texts hold.",
    "search": "Find the articles that have certain words.",
    "site": "Write a static site of a corpus.",
    "graph": "Draw what an article refers to and what refers to it.",
    "serve": "Answer questions about a corpus over HTTP, as JSON.",
    "mcp": "Answer the questions of assistants about a corpus.",
    "audit": "Check the law as published for errors.",
    "check": "Check that an export is as it was written.",
    "doctor": "Look whether everything that the program needs is there.",
    "diff": "Compare two states of the law, article by article.",
    "schema": "Print the JSON Schema of an output file.",
    "formats": "List the formats that can be read and written.",
    "tables": "Show the tables of codes, or learn newer ones.",
    "atlas": "Build and describe atlases, which supply article numbers.",
}
"""The first line of help of each command, by name. A command is the function ``command``, or the group ``app``, of the
module with its name in :mod:`cpp_corpus.cli`, ``_`` in the place of a hyphen."""


class LazyGroup(TyperGroup):
    """A group that knows only the names and help lines of its commands until one of them is run.

    A command that ends early prints one line on stderr and has an exit status.
    """

    def make_context(self, *args: Any, **extra: Any) -> Any:
        """Read the command line up to the name of the command; ``--help`` prints there."""
        with guarded():
            return super().make_context(*args, **extra)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Import the command that is to be run."""
        name, listed, rest = super().resolve_command(ctx, args)
        _check_empty(name, rest)
        return name, listed and _imported(name), rest

    def invoke(self, ctx: Any) -> Any:
        """Run a command."""
        with guarded():
            return super().invoke(ctx)


_ASKED = frozenset({"show", "find", "cites", "cited-by", "impact", "search", "graph", "schema"})
"""Commands with an argument that is no path; they say themselves what is wrong with it."""
_OF_PATHS = frozenset({"--from", "-f", "--out", "-o", "--numbers-from", "--reference", "-r", "--html"})
"""Options whose value is a path."""


def _check_empty(command: str | None, arguments: Sequence[str]) -> None:
    """``BadParameter`` for an argument or a value without a character: as a path, it would mean the current folder."""
    for before, argument in pairwise(["", *arguments]):
        option, sign, value = argument.partition("=")
        if argument and not (option.startswith("--") and sign and not value):
            continue
        name = option or before
        is_option = name.startswith("-")
        if is_option or command not in _ASKED:
            hint = "" if is_option and name not in _OF_PATHS else "; a path to the current folder is “.”"
            raise typer.BadParameter(f"it is empty{hint}", param_hint=f"'{name}'" if is_option else None)


def new_app(**settings: Any) -> typer.Typer:
    """A Typer application in the style of the commands."""
    style: dict[str, Any] = {
        "no_args_is_help": True,
        "add_completion": False,
        "pretty_exceptions_enable": False,
        "rich_markup_mode": None,
        "context_settings": {"help_option_names": ["-h", "--help"]},
    }
    return typer.Typer(**style | settings)


def _imported(name: str | None) -> Any:
    module = import_module(f"cpp_corpus.cli.{(name or '').replace('-', '_')}")
    app: typer.Typer | None = getattr(module, "app", None)
    if app is None:
        app = new_app(no_args_is_help=False)
        app.command(name)(module.command)
    return typer.main.get_command(app)


app = new_app(cls=LazyGroup, name="cpp-corpus", add_completion=True)


def _version(wanted: bool) -> None:
    if wanted:
        with guarded():
            for said in import_module("cpp_corpus.cli.about").version_lines():
                typer.echo(said)
        raise typer.Exit


@app.callback()
def callback(
    _: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print the version, and the state of the tables."
        ),
    ] = False,
) -> None:
    """French legal text into clean article records and a typed graph of their references.

    Example: cpp-corpus normalize pages/ dump.txt -o out/
    """


def _listed() -> None:
    """A placeholder in the list of commands; :class:`LazyGroup` runs the command itself."""


for name, line in COMMANDS.items():
    app.command(name, help=line)(_listed)
