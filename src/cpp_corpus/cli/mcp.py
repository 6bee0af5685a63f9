"""``cpp-corpus mcp``: the questions as tools for assistants."""

from __future__ import annotations

from typing import Annotated

import typer

from cpp_corpus.cli.options import Act, Jobs, NumbersFrom
from cpp_corpus.cli.output import print_json
from cpp_corpus.cli.served import Texts, held, needs
from cpp_corpus.servers.questions import QUESTIONS, tool_of

__all__ = ["command"]


def command(
    paths: Texts,
    jobs: Jobs,
    numbers_from: NumbersFrom = None,
    act: Act = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the tools with their schemas, and end.")] = False,
) -> None:
    """Answer the questions of assistants about a corpus.

    A server of the Model Context Protocol (MCP) over standard input and output, with the tools find, article, verify,
    references, cited_by, search and acts. An assistant starts it with this command. It opens no connection, and ends
    with its input.

    Example: cpp-corpus mcp out/
    """
    if as_json:
        print_json([tool_of(question) for question in QUESTIONS.values()])
        return
    needs("cpp-corpus mcp", "mcp", "mcp")
    from cpp_corpus.servers.mcp_server import mcp_server, run  # noqa: PLC0415 - an extra

    run(mcp_server(held(paths, numbers_from, jobs, act), QUESTIONS.values()))
