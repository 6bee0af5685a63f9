"""The options that say where the work runs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from cpp_corpus.pipeline.dask import Dask
from cpp_corpus.pipeline.engine import Engine, engine_for

__all__ = ["EngineName", "EngineOption", "Scheduler", "chosen_engine"]


class EngineName(StrEnum):
    """Where the work runs."""

    PROCESSES = "processes"
    """In processes of this machine, as many as ``--jobs``."""
    DASK = "dask"
    """On the workers of a Dask scheduler."""


EngineOption = Annotated[
    EngineName,
    typer.Option("--engine", help="Where files are processed: on this machine, or by the workers of a Dask scheduler."),
]

Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler", metavar="ADDRESS", help="Address of the scheduler, for --engine dask: tcp://10.0.0.7:8786."
    ),
]


def chosen_engine(name: EngineName, scheduler: str | None, jobs: int) -> Engine:
    """The engine of these options; an error of usage where they do not go together."""
    if name is EngineName.DASK:
        if scheduler is None:
            raise typer.BadParameter(
                "is needed for --engine dask: the address of the scheduler", param_hint="'--scheduler'"
            )
        return Dask(scheduler)
    if scheduler is not None:
        raise typer.BadParameter("belongs to --engine dask; give both or none", param_hint="'--scheduler'")
    return engine_for(None, jobs)
