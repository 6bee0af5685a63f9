"""``cpp-corpus schema``: the JSON Schemas of the output files."""

from __future__ import annotations

from typing import Annotated

import typer

from cpp_corpus.cli.options import AsJson
from cpp_corpus.cli.output import print_data, print_json, say
from cpp_corpus.export.schema import SCHEMAS, schema, schema_json

__all__ = ["command"]


def command(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME", help="articles, references, graph, findings, corpus, sources, diff, verified or impact."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print the JSON Schema of an output file.

    For a .jsonl file it is the schema of one line. Without NAME, prints one object with all schemas; with --json it is
    on one line.

    Example: cpp-corpus schema articles > articles.schema.json
    """
    if name is not None and name not in SCHEMAS:
        raise typer.BadParameter(f"there is no schema {name!r}; there are: {', '.join(SCHEMAS)}")
    if as_json:
        print_json({each: schema(each) for each in SCHEMAS} if name is None else schema(name))
        return
    if name is not None:
        print_data(schema_json(name).encode())
        return
    parts = ",\n".join(f'"{each}": {schema_json(each).rstrip()}' for each in SCHEMAS)
    say(f"{{\n{parts}\n}}")
