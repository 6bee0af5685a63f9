"""``cpp-corpus formats``: what can be read and written."""

from __future__ import annotations

import typer

__all__ = ["command"]


def command() -> None:
    """List the formats that can be read and written.

    Example: cpp-corpus formats
    """
    from cpp_corpus.export import EXPORTERS  # noqa: PLC0415 - heavy imports wait for their command
    from cpp_corpus.ingest import ADAPTERS  # noqa: PLC0415

    for adapter in ADAPTERS:
        typer.echo(f"read\t{adapter.name}\t{adapter.description}")
    for name, write in EXPORTERS.items():
        typer.echo(f"write\t{name}\t{(write.__doc__ or '').partition('.')[0]}")
