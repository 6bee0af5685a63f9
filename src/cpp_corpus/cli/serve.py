"""``cpp-corpus serve``: the questions over HTTP."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import Annotated

import typer

from cpp_corpus.cli.input import described
from cpp_corpus.cli.options import Act, Jobs, NumbersFrom
from cpp_corpus.cli.output import print_json, say
from cpp_corpus.cli.served import Texts, held, needs
from cpp_corpus.servers.openapi import openapi
from cpp_corpus.servers.questions import QUESTIONS

__all__ = ["command"]

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def command(
    paths: Texts,
    jobs: Jobs,
    numbers_from: NumbersFrom = None,
    act: Act = None,
    host: Annotated[str, typer.Option("--host", metavar="HOST", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="Port to listen on; 0 takes a free one.")
    ] = 8000,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-host",
            metavar="NAME",
            help="A further name by which clients address a server on loopback, such as that of a proxy before it.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the OpenAPI document, and end.")] = False,
    seconds: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=0.1, help="Time that an answer may take.")
    ] = 10.0,
) -> None:
    """Answer questions about a corpus over HTTP, as JSON.

    The addresses are /find, /article, /verify, /references, /cited_by, /search and /acts, by GET or
    POST; /openapi.json describes them. Only reads, on this machine alone unless --host says otherwise, without any
    access control. Ends with Ctrl-C or SIGTERM.

    Example: cpp-corpus serve out/ --port 8000
    """
    if as_json:
        print_json(openapi(QUESTIONS.values()))
        return
    needs("cpp-corpus serve", "serve", "starlette", "uvicorn")
    from cpp_corpus.servers.http_app import HttpLimits, http_app  # noqa: PLC0415 - an extra
    from cpp_corpus.servers.http_run import listening, run  # noqa: PLC0415

    on = listening(host, port)
    with closing(on), suppress(KeyboardInterrupt):  # a signal ends it in order, also before the server has begun
        corpus = held(paths, numbers_from, jobs, act)
        is_local = host in _LOOPBACK
        hosts = [*_LOOPBACK, "[::1]", *(allow_host or ())] if is_local else None
        app = http_app(corpus, QUESTIONS.values(), limits=HttpLimits(seconds=seconds), hosts=hosts)
        where = f"[{host}]" if ":" in host else host
        say(f"{described(corpus.corpus)}: http://{where}:{on.getsockname()[1]}/ (Ctrl-C ends it)", err=True)
        if not is_local:
            say("cpp-corpus: anyone who reaches this address can ask; there is no access control", err=True)
        run(app, on)
