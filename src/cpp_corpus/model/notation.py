"""Texts that are values: each is the text that JSON has, checked, with its parts as properties."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, NoReturn, Self

from pydantic_core import core_schema

from cpp_corpus.errors import NotationError

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

__all__ = ["Notation"]


class Notation(str):
    """A text that is written in one notation: equal to the plain text, hashed like it, checked when it is made."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """``NotationError`` where ``text`` is not written so."""
        cls._check(text)
        return super().__new__(cls, text)

    @classmethod
    @abstractmethod
    def _check(cls, text: str) -> None:
        """Raise ``NotationError`` where ``text`` is not written so."""

    def __str__(self) -> str:
        return str.__str__(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str.__repr__(self)})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Text is read; JSON has the text."""
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema())


def refused(what: str, text: str, expected: str) -> NoReturn:
    """Raise the error of a text that is no ``what``; ``expected`` shows how one is written."""
    shown = text if len(text) <= 60 else text[:60] + "…"
    raise NotationError(f"no {what}: {shown!r}; expected one such as {expected}")
