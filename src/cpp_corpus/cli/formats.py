"""``cpp-corpus formats``: the formats that can be read and written."""

from __future__ import annotations

import sys

import typer
from rich.console import Console
from rich.table import Table

from cpp_corpus.annotation.formats import ANNOTATIONS
from cpp_corpus.cli.options import AsJson
from cpp_corpus.cli.output import print_json
from cpp_corpus.export import EXPORTERS
from cpp_corpus.ingest import ADAPTERS

__all__ = ["command"]


def command(as_json: AsJson = False) -> None:
    """List the formats that can be read and written.

    ``annotate`` are those of refs --to, ``write`` those of normalize --format.

    Example: cpp-corpus formats
    """
    rows = [("read", adapter.name, adapter.description) for adapter in ADAPTERS.values()]
    rows += [("write", name, exporter.description) for name, exporter in EXPORTERS.items()]
    rows += [("annotate", name, form.description) for name, form in ANNOTATIONS.items()]
    if as_json:
        print_json([dict(zip(("use", "name", "description"), row, strict=True)) for row in rows])
        return
    if not sys.stdout.isatty():
        for row in rows:
            typer.echo("\t".join(row))
        return

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(style="dim")
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for row in rows:
        table.add_row(*row)
    Console(highlight=False).print(table)
