"""Arguments and options that several commands have."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from cpp_corpus.cli.output import say
from cpp_corpus.errors import InputError, NumberError, OutputError
from cpp_corpus.lang.acts import act_named
from cpp_corpus.model.validity import day_given

__all__ = [
    "Act",
    "AsJson",
    "FormerReference",
    "From",
    "Jobs",
    "NumbersFrom",
    "act_id",
    "as_of",
    "day_of",
    "or_stdout",
    "usage_of",
    "with_name",
]

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, as docs/commands.md describes it.")]

From = Annotated[
    list[Path],
    typer.Option(
        "--from",
        "-f",
        metavar="PATH",
        help="A file or folder of texts, or an export (the folder that normalize wrote); can be given several times.",
    ),
]

Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        default_factory=lambda: os.cpu_count() or 1,
        help="Number of processes.",
        show_default="one per core",
    ),
]


def or_stdout(path: Path | None) -> Path | None:
    """The file that an option names; ``None`` for ``-``, which is standard output, as without the option."""
    return None if path == _DASH else path


def with_name(path: Path | None) -> Path | None:
    """The file or folder that an option names; ``BadParameter`` for ``-``: its contents cannot be printed."""
    if path == _DASH:
        raise typer.BadParameter("- is standard output, which cannot have it; give a name")
    return path


_DASH = Path("-")


@contextmanager
def usage_of(option: str) -> Iterator[None]:
    """Errors on the value of an option are errors of usage, which end a command with exit status 2."""
    try:
        yield
    except (InputError, NumberError, OutputError) as error:
        raise typer.BadParameter(str(error), param_hint=f"'{option}'") from error


def day_of(text: str) -> date:
    """The day that an option names."""
    with usage_of("--at"):
        return day_given(text)


def as_of(words: str) -> Any:
    """The option ``--as-of``, a day; ``words`` are its help."""
    return typer.Option("--as-of", formats=["%Y-%m-%d"], metavar="DATE", help=words)


def act_id(name: str, option: str = "--act") -> str:
    """The id of the act that an option names by its id, its title or an abbreviation."""
    with usage_of(option):
        return act_named(name)


Act = Annotated[
    str | None,
    typer.Option(
        "--act",
        metavar="ACT",
        callback=lambda name: None if name is None else act_id(name),
        help="Act of texts that do not name theirs: an id, a title, an abbreviation or a LEGITEXT identifier.",
    ),
]


def _numbers_from(context: typer.Context, path: Path | None) -> Path | None:
    return context.meta.get(_FORMER) if path is None else path


def _former_reference(context: typer.Context, path: Path | None) -> None:
    if path is not None:
        say("cpp-corpus: --reference is now --numbers-from; the old name will be removed in the next version", err=True)
        context.meta[_FORMER] = path


_FORMER = "cpp_corpus.reference"

NumbersFrom = Annotated[
    Path | None,
    typer.Option(
        "--numbers-from",
        metavar="SOURCE",
        callback=_numbers_from,
        help="Where to look up numbers for articles whose headings are missing: an atlas, a mirror, an export, a dated "
        "history, a git clone of a mirror. Default, and for acts that it lacks: the installed atlases.",
    ),
]

FormerReference = Annotated[
    Path | None,
    typer.Option("--reference", "-r", metavar="SOURCE", callback=_former_reference, is_eager=True, hidden=True),
]
