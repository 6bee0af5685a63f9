"""Arguments and options that several commands have."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from cpp_corpus.errors import InputError

__all__ = ["Act", "From", "Jobs", "ReferencePath", "act_id"]

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

Act = Annotated[
    str | None,
    typer.Option(
        "--act",
        metavar="ACT",
        help="Act of the texts that do not say theirs: an id, a title, an abbreviation or a LEGITEXT identifier.",
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
    from cpp_corpus.lang.acts import act_named  # noqa: PLC0415 - reads its data when imported

    try:
        return act_named(name)
    except InputError as error:
        raise typer.BadParameter(str(error), param_hint="'--act'") from error
