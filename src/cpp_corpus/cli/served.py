"""What the commands ``serve`` and ``mcp`` share: the corpus of the server, and the check of its extra."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from cpp_corpus.cli.input import report_all
from cpp_corpus.corpus import load
from cpp_corpus.errors import MissingExtraError
from cpp_corpus.servers.held import HeldCorpus

__all__ = ["Texts", "held", "needs"]

Texts = Annotated[
    list[Path],
    typer.Argument(metavar="FROM", help="The folder that normalize wrote, or files and folders of texts."),
]


def needs(feature: str, extra: str, *packages: str) -> None:
    """``MissingExtraError`` where a package of an extra is not installed."""
    if any(find_spec(package) is None for package in packages):
        raise MissingExtraError(feature, extra)


def held(paths: list[Path], numbers_from: Path | None, jobs: int, act: str | None) -> HeldCorpus:
    """The corpus of a server; its errors go to stderr."""
    made = HeldCorpus(paths, partial(load, numbers_from=numbers_from, act=act, jobs=jobs))
    report_all(made.corpus.errors)
    return made
