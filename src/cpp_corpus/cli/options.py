"""Arguments and options that several commands have."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["From", "Jobs"]

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
