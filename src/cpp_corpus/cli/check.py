"""``cpp-corpus check``: whether an export is as it was written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cpp_corpus.cli.options import AsJson
from cpp_corpus.cli.output import print_json, say
from cpp_corpus.errors import expect_path
from cpp_corpus.export.exported import damaged_files
from cpp_corpus.export.manifest import MANIFEST
from cpp_corpus.model.counting import counted
from cpp_corpus.store.check import faults_of
from cpp_corpus.store.database import Database, is_store

__all__ = ["command"]


def command(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder that normalize wrote, or its corpus.db.")],
    as_json: AsJson = False,
) -> None:
    """Check that an export is as it was written.

    The sizes and hashes of all files are compared with corpus.json; of the store, its pages, its counts and each of its
    records are read. Prints a line for each fault; the exit status is then 1.

    Example: cpp-corpus check out/
    """
    expect_path(out)
    if out.name == MANIFEST:
        out = out.parent
    has_manifest = (out / MANIFEST).is_file()
    path = out
    counts: dict[str, int] = {}
    faults = list(damaged_files(out)) if has_manifest else []
    if is_store(out) or not has_manifest:
        database = Database(out)
        path, counts = database.path, {name: database.count(name) for name in _COUNTS}
        faults += [fault if fault.startswith(str(path)) else f"{path}: {fault}" for fault in faults_of(out)]
    if as_json:
        print_json({"path": str(path), "counts": counts, "faults": faults})
    else:
        for fault in faults:
            say(fault)
        if not faults:
            say("; ".join([f"{path}: no faults", *_counted(counts)]))
    if faults:
        raise typer.Exit(1)


def _counted(counts: dict[str, int]) -> list[str]:
    return [", ".join(counted(count, name.removesuffix("s")) for name, count in counts.items())] if counts else []


_COUNTS = ("articles", "references", "nodes", "edges", "findings", "sources")
