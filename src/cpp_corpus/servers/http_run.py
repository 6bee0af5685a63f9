"""Running of the HTTP server until it is told to end."""

from __future__ import annotations

import socket
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp

from cpp_corpus.errors import OutputError

__all__ = ["listening", "run"]

_GRACE = 5  # seconds for what is in work when the server ends
_KEPT_OPEN = 5  # seconds without a request
_CONNECTIONS = 256


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; ``OutputError`` where that address cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        on = socket.socket(
            family, kind, protocol
        )  # with its protocol: without it, asyncio leaves small answers waiting
        try:
            on.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            on.bind(address)
            on.listen(_CONNECTIONS)
        except OSError:
            on.close()
            raise
    except (OSError, OverflowError, UnicodeError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise OutputError(f"{host}:{port}: {said}; give another --host or --port (0 takes any free port)") from error
    return on


def run(app: ASGIApp, on: socket.socket) -> None:
    """Serve ``app`` until SIGINT or SIGTERM; answers that are in work are still given."""
    config = uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        ws="none",
        timeout_keep_alive=_KEPT_OPEN,
        timeout_graceful_shutdown=_GRACE,
        limit_concurrency=_CONNECTIONS,
    )
    with suppress(KeyboardInterrupt):  # uvicorn sends itself the signal again, after it has ended in order
        uvicorn.Server(config).run(sockets=[on])
