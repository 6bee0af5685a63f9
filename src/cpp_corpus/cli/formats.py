"""``cpp-corpus formats``: the formats that can be read and written."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

from rich.table import Table
from rich.text import Text

from cpp_corpus.annotation.formats import ANNOTATIONS
from cpp_corpus.cli.console import SafeConsole
from cpp_corpus.cli.options import AsJson
from cpp_corpus.cli.output import print_json, say
from cpp_corpus.export import EXPORTERS
from cpp_corpus.ingest import ADAPTERS

__all__ = ["command"]


def command(as_json: AsJson = False) -> None:
    """List the formats that can be read and written.

    “annotate” are those of refs --to, “write” those of normalize --format. A format that is read has what its files
    know as data or marks, and the beginning of an example; some formats need an extra of the package. Without a
    terminal, the columns are separated by tabs: use, name, description, what is known, extra, example.

    Example: cpp-corpus formats
    """
    rows = list(_rows())
    if as_json:
        print_json([row._asdict() for row in rows])
        return
    if not sys.stdout.isatty():
        for row in rows:
            say("\t".join([*row[:3], ", ".join(row.knows), row.extra or "", row.example]).rstrip("\t"))
        return

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(style="dim")
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for row in rows:
        table.add_row(row.use, row.name, _shown(row))
    SafeConsole().print(table)


class _Row(NamedTuple):
    use: str
    name: str
    description: str
    knows: tuple[str, ...] = ()
    extra: str | None = None
    example: str = ""


def _rows() -> Iterator[_Row]:
    for adapter in ADAPTERS.values():
        yield _Row("read", adapter.name, adapter.description, adapter.knows, adapter.extra, adapter.example)
    for name, exporter in EXPORTERS.items():
        yield _Row("write", name, exporter.description, extra=exporter.extra)
    for name, form in ANNOTATIONS.items():
        yield _Row("annotate", name, form.description, extra=form.extra)


def _shown(row: _Row) -> Text:
    """The description; below it, dim, what is known and needed, and the example."""
    known = f"knows {', '.join(row.knows)}" if row.knows else ""
    needed = f"needs the extra {row.extra}" if row.extra else ""
    below = ["; ".join(filter(None, (known, needed))), row.example]
    return Text.assemble(row.description, *((f"\n{line}", "dim") for line in below if line))
