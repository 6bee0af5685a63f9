"""Arguments and options that several commands have."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from cpp_corpus.lang import acts

__all__ = ["AsJson", "From", "Jobs", "ReferencePath", "act_id"]

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, as docs/commands.md describes it.")]

From = Annotated[
    list[Path],
    typer.Option(
        "--from",
        "-f",
        metavar="PATH",
        help="A file or folder of texts, or what normalize wrote; may be given several times.",
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
        help="Processes that read.",
        show_default="one a core",
    ),
]

ReferencePath = Annotated[
    Path | None,
    typer.Option(
        "--reference",
        "-r",
        metavar="REF",
        help="What tells the numbers of articles that have lost them: an atlas, a mirror, an export, a dated history, "
        "a git clone of a mirror. Default: what the package ships.",
    ),
]


def act_id(name: str) -> str:
    """The id of the act that ``--act`` names by its id, its title or an abbreviation."""
    if acts.is_act_id(name) or ":" in name:
        return name
    if titled := acts.by_name(name):
        return titled[0]
    short = acts.by_abbreviation(name)
    if len(short) == 1:
        return short[0]
    problem = f"{name!r} stands for {' or '.join(short)}" if short else f"no act is known as {name!r}"
    hint = "give one of these ids" if short else "give an id, such as code-penal or loi:2019-222"
    raise typer.BadParameter(f"{problem}; {hint}", param_hint="'--act'")
