"""Arguments and options that several commands have."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["From", "Jobs", "ReferencePath"]

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
