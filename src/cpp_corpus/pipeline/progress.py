"""How far a run of ``normalize`` is."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

__all__ = ["Progress", "Stage", "Watch"]


class Stage(StrEnum):
    """What a run does at the moment."""

    READING = "reading"
    """The first pass: each file alone."""
    RESOLVING = "resolving"
    """The second pass: the references of each article."""
    WRITING = "writing"
    """The files are finished and put in their place."""


class Progress(NamedTuple):
    """How far a run is.

    >>> Progress(Stage.READING, 3, 60, "pages/l1.md", 2048).total
    60
    """

    stage: Stage
    """What it does."""
    done: int
    """How many files or articles of this stage are done."""
    total: int
    """How many there are, as far as that is known: members of archives are counted as they are read."""
    path: str | None = None
    """The file that was read last."""
    size: int = 0
    """Bytes of the files that were read in this run, without those whose earlier results are used."""


Watch = Callable[[Progress], None]
"""A function that is told of each step."""
