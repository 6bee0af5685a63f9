"""``cpp-corpus check``: whether an export is as it was written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cpp_corpus.cli.options import AsJson
from cpp_corpus.cli.output import print_json
from cpp_corpus.export.check import export_faults
from cpp_corpus.export.exporters import MANIFEST
from cpp_corpus.store.check import faults_of
from cpp_corpus.store.database import Database, is_store

__all__ = ["command"]


def command(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder that normalize wrote, or its corpus.db.")],
    as_json: AsJson = False,
) -> None:
    """Check that an export is complete and can be read.

    Every record of its store and of its files of JSON is read, with the counts; of other formats only whether the files
    are there. Prints a line for each fault; the exit status is then 1.

    Example: cpp-corpus check out/
    """
    has_manifest = (out / MANIFEST).is_file()
    has_store = is_store(out) or not has_manifest
    path, counts = out, {}
    faults: list[str] = []
    if has_store:
        database = Database(out)
        path, counts = database.path, {name: database.count(name) for name in _COUNTS}
        faults += [fault if fault.startswith(str(path)) else f"{path}: {fault}" for fault in faults_of(out)]
    if has_manifest:
        faults += export_faults(out)
    if as_json:
        print_json({"path": str(path), "counts": counts, "faults": faults})
    else:
        for fault in faults:
            typer.echo(fault)
        if not faults:
            typer.echo("; ".join([f"{path}: no faults", *_counted(counts)]))
    if faults:
        raise typer.Exit(1)


def _counted(counts: dict[str, int]) -> list[str]:
    return [", ".join(f"{count:,} {name}" for name, count in counts.items())] if counts else []


_COUNTS = ("articles", "references", "nodes", "edges", "findings", "sources")
