"""The questions over HTTP: an ASGI application that only reads, with bounds on what a request may take."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import orjson
from pydantic import BaseModel, ValidationError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from xxhash import xxh3_64_hexdigest

import cpp_corpus
from cpp_corpus.errors import CorpusError
from cpp_corpus.servers.held import HeldCorpus
from cpp_corpus.servers.openapi import MOST_IN_ADDRESS, Problem, WrongInput, openapi
from cpp_corpus.servers.problems import QuestionError, said
from cpp_corpus.servers.questions import ServerQuestion

__all__ = ["HttpLimits", "http_app"]


@dataclass(frozen=True, slots=True)
class HttpLimits:
    """What a request may take."""

    seconds: float = 10.0
    """The time until there is an answer, and that for the body to arrive."""
    body: int = 1024 * 1024
    """Bytes of the body."""
    threads: int = 4
    """How many questions are worked on at a time."""
    waiting: int = 64
    """How many questions are in work or wait for it; any further one is refused."""


def http_app(
    held: HeldCorpus,
    questions: Iterable[ServerQuestion],
    *,
    limits: HttpLimits | None = None,
    hosts: Collection[str] | None = None,
) -> ASGIApp:
    """The application. ``hosts`` are the names by which it may be addressed, all of them without it.

    A page of the web whose name was made to lead to this machine is refused in this way.
    """
    asked = tuple(questions)
    service = _Service(held, limits or HttpLimits())
    document = orjson.dumps(openapi(asked))
    routes = [
        Route("/", partial(_index, asked)),
        Route("/openapi.json", partial(_document, document)),
        *(Route(f"/{each.name}", partial(service.answer, each), methods=["GET", "POST"]) for each in asked),
    ]
    app = Starlette(
        routes=routes,
        exception_handlers={HTTPException: _refused, ClientDisconnect: _gone, Exception: _failed},
    )
    app.router.redirect_slashes = False
    return app if hosts is None else _OnlyFor(app, hosts)


# ---------------------------------------------------------------------------------------------------------------------

_MOST_ERRORS = 10
_LONGEST = 300  # characters of a name


class _Service:
    """Questions in the threads of a pool, so that one that takes long holds up no other."""

    def __init__(self, held: HeldCorpus, limits: HttpLimits) -> None:
        self._held = held
        self._limits = limits
        self._pool = ThreadPoolExecutor(limits.threads, thread_name_prefix="question")
        self._waiting = 0

    async def answer(self, question: ServerQuestion, request: Request) -> Response:
        """The answer, or why there is none."""
        try:
            if request.method == "POST":
                inputs = question.inputs.model_validate_json(await self._body(request), strict=True)
                tag = None
            else:
                inputs = question.inputs.model_validate_strings(_parameters(request), strict=False)
                tag = f'"{xxh3_64_hexdigest(f"{self._held.key}{question.name}{inputs!r}".encode())}"'
                if tag in request.headers.get("if-none-match", ""):
                    return Response(status_code=304, headers=_kept(tag))
            answer = await self._asked(question, inputs)
        except ValidationError as error:
            return _wrong(error)
        except QuestionError as error:
            return _problem(error.status, error.title, error.message, candidates=error.candidates)
        return _json(answer.model_dump_json().encode(), headers=None if tag is None else _kept(tag))

    async def _asked(self, question: ServerQuestion, inputs: BaseModel) -> BaseModel:
        if self._waiting >= self._limits.waiting:
            raise HTTPException(503, "too many questions at once; ask again in a second", {"Retry-After": "1"})
        self._waiting += 1
        work = asyncio.get_running_loop().run_in_executor(
            self._pool, self._held.answer, question, inputs, self._limits.seconds
        )
        work.add_done_callback(self._done)
        try:
            return await asyncio.wait_for(asyncio.shield(work), self._limits.seconds)
        except TimeoutError:
            work.cancel()
            advice = f"no answer in {self._limits.seconds:g} seconds; ask for less at a time"
            raise HTTPException(503, advice, {"Retry-After": "1"}) from None

    def _done(self, work: asyncio.Future[BaseModel]) -> None:
        self._waiting -= 1
        if not work.cancelled():
            work.exception()  # seen, also where nobody waits for the answer any more

    async def _body(self, request: Request) -> bytes:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json" or request.headers.get("content-encoding", "identity") != "identity":
            raise HTTPException(415, "the body must be JSON, as application/json and not compressed")
        try:
            return await asyncio.wait_for(self._received(request), self._limits.seconds)
        except TimeoutError:
            raise HTTPException(408, "the body did not arrive in time") from None

    async def _received(self, request: Request) -> bytes:
        body = bytearray()
        async for piece in request.stream():
            body += piece
            if len(body) > self._limits.body:
                raise HTTPException(413, f"the body may have {self._limits.body:,} bytes", {"Connection": "close"})
        return bytes(body)


def _parameters(request: Request) -> dict[str, str]:
    pairs = request.query_params.multi_items()
    given = dict(pairs)
    if len(given) < len(pairs):
        raise HTTPException(400, "a parameter is given twice")
    if any(len(value) > MOST_IN_ADDRESS for value in given.values()):
        raise HTTPException(422, f"a parameter may have {MOST_IN_ADDRESS:,} characters; send longer texts by POST")
    return given


def _kept(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "no-cache"}


def _json(data: bytes, headers: dict[str, str] | None = None) -> Response:
    return Response(data, media_type="application/json", headers=headers)


def _problem(  # noqa: PLR0913 - the fields of a problem
    status: int,
    title: str,
    detail: str,
    *,
    candidates: Iterable[str] = (),
    errors: Iterable[WrongInput] = (),
    headers: dict[str, str] | None = None,
) -> Response:
    made = Problem(title=title, status=status, detail=detail, candidates=tuple(candidates), errors=tuple(errors))
    data = made.model_dump_json(exclude_defaults=False)
    return Response(data, status, media_type="application/problem+json", headers=headers)


def _wrong(error: ValidationError) -> Response:
    """What pydantic says, without the values, which are those of the request."""
    found = error.errors(include_url=False, include_context=False, include_input=False)[:_MOST_ERRORS]
    if found[0]["type"] == "json_invalid":
        return _problem(400, "Malformed request", f"the body is not JSON: {said(found[0])}")
    errors = [WrongInput(name=".".join(map(str, each["loc"]))[:_LONGEST], message=said(each)) for each in found]
    detail = "; ".join(f"{each.name or 'request'}: {each.message}" for each in errors)
    return _problem(422, "Wrong inputs", detail, errors=errors)


async def _index(questions: Iterable[ServerQuestion], _request: Request) -> Response:
    named = {each.name: {"href": f"/{each.name}", "title": each.title} for each in questions}
    about = {"name": "cpp-corpus", "version": cpp_corpus.__version__, "openapi": "/openapi.json", "questions": named}
    return _json(orjson.dumps(about))


async def _document(document: bytes, _request: Request) -> Response:
    return _json(document)


async def _refused(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - as it is registered
    headers = None if error.headers is None else dict(error.headers)
    allowed = (headers or {}).get("Allow", "")
    details = {404: "there is nothing at this address; /openapi.json lists what there is", 405: f"here it is {allowed}"}
    detail = details.get(error.status_code, error.detail)
    return _problem(error.status_code, _TITLES.get(error.status_code, "Refused"), detail, headers=headers)


_TITLES = {
    400: "Malformed request",
    404: "No such address",
    405: "No such method",
    408: "Too slow",
    413: "Too large",
    415: "Not JSON",
    421: "Wrong host",
    422: "Wrong inputs",
    503: "Busy",
}


async def _gone(_request: Request, _error: Exception) -> Response:
    return Response(status_code=400)  # nobody reads it


async def _failed(_request: Request, error: Exception) -> Response:
    """What is wrong with the store; anything else is an error of this program, and nobody else's to read."""
    said = str(error) if isinstance(error, CorpusError) else "an error in the server"
    return _problem(500, "No answer", said)


class _OnlyFor:
    """Refuses requests that are addressed to another host."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app: Callable[[Scope, Receive, Send], Awaitable[None]] = self._app
        if scope["type"] == "http":
            named = dict(scope["headers"]).get(b"host", b"").decode("latin-1").lower()
            host = named if named.endswith("]") else named.rpartition(":")[0] or named
            if host not in self._hosts:
                detail = "this server does not answer for that host; --allow-host adds a name"
                app = _problem(421, _TITLES[421], detail)
        await app(scope, receive, send)
