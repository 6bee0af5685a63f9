"""Why a question has no answer: what is not there, what means several things, what cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from time import monotonic

from pydantic_core import ErrorDetails

from cpp_corpus.errors import AmbiguousReference, CitationError, InputError, NotationError

__all__ = [
    "NotThereError",
    "QuestionError",
    "SeveralError",
    "TooLongError",
    "UnreadableError",
    "check_time",
    "problems",
    "within",
]

_MOST = 10  # candidates
_LONGEST = 300  # characters of a message


class QuestionError(Exception):
    """A question that has no answer. ``message`` says why; ``candidates`` are ids, one of which may be meant."""

    status = 422
    """The status of HTTP."""
    title = "The question cannot be answered"
    """The kind of problem, in words."""

    def __init__(self, message: str, candidates: Sequence[str] = ()) -> None:
        self.message = message
        self.candidates = tuple(candidates[:_MOST])
        super().__init__(message)


class NotThereError(QuestionError):
    """The corpus has no such article, part, division or act."""

    status = 404
    title = "Not in the corpus"


class SeveralError(QuestionError):
    """Several articles or divisions of the corpus may be meant."""

    status = 409
    title = "Several are meant"


class UnreadableError(QuestionError):
    """A citation, a part or a path that cannot be read."""

    title = "It cannot be read"


class TooLongError(QuestionError):
    """The time for an answer has passed."""

    status = 503
    title = "It takes too long"


_ENDS: ContextVar[float] = ContextVar("ends")


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """For the work inside, :func:`check_time` raises ``TooLongError`` after so many seconds.

    >>> with within(10):
    ...     check_time()
    """
    token = _ENDS.set(monotonic() + seconds)
    try:
        yield
    finally:
        _ENDS.reset(token)


def check_time() -> None:
    """``TooLongError`` where the time has passed: to be called in what may take long."""
    if monotonic() > _ENDS.get(inf):
        raise TooLongError("the answer takes too long; ask for less at a time")


@contextmanager
def problems() -> Iterator[None]:
    """What the library raises, as the problem of a question; what is wrong with the store itself stays as it is."""
    try:
        yield
    except AmbiguousReference as error:
        raise SeveralError(f"{error.args[0].partition(';')[0]}; give one of their ids", error.candidates) from error
    except CitationError as error:
        raise UnreadableError(f"{error.problem}, at characters {error.span[0]} to {error.span[1]}") from error
    except NotationError as error:
        raise UnreadableError(str(error)) from error
    except InputError as error:
        if error.path is not None:
            raise
        raise NotThereError(str(error)) from error
    except KeyError as error:
        raise NotThereError(str(error.args[0])) from error


def said(error: ErrorDetails) -> str:
    """What pydantic says of one input, without its value, which is that of the request.

    >>> said({"type": "value_error", "loc": (), "msg": "Value error, write a day as 2024-12-31", "input": ""})
    'write a day as 2024-12-31'
    """
    return error["msg"].removeprefix("Value error, ")[:_LONGEST]
