"""The base class of strings with a notation: checked when made, with their parts as properties."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, NoReturn, Self

from pydantic_core import core_schema

from cpp_corpus.errors import NotationError, expect

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

__all__ = ["Notation"]


class Notation(str):
    """A string in a given notation: equal to the plain string, hashed like it, checked when it is made."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """``NotationError`` where ``text`` does not follow the notation."""
        expect(cls.__name__, text, str)
        cls._check(text)
        return super().__new__(cls, text)

    @classmethod
    @abstractmethod
    def _check(cls, text: str) -> None:
        """Raise ``NotationError`` where ``text`` does not follow the notation."""

    def __str__(self) -> str:
        return str.__str__(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str.__repr__(self)})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Strings are accepted; JSON has the string."""
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema())


def refused(what: str, text: str, expected: str) -> NoReturn:
    """Raise ``NotationError``: ``text`` is not a ``what``; ``expected`` shows how one is written."""
    shown = text if len(text) <= 60 else text[:60] + "…"
    raise NotationError(f"not a valid {what}: {shown!r}; expected one such as {expected}")
