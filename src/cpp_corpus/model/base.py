"""The base class of the records of the public interface."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field

from cpp_corpus.shown import shown

__all__ = ["Count", "Record", "in_bulk"]

Count = Annotated[int, Field(ge=0, le=(1 << 53) - 1)]
"""A position, a line, a number of something: what every reader of JSON has as an integer."""


class Record(BaseModel):
    """A frozen record: no unknown fields, no assignment, equal by value."""

    # Validators are built when they are first used: most commands need few of them.
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    @classmethod
    def trusted(cls, **fields: Any) -> Self:
        """A record from fields known to be valid, *all* of them given: no check is made.

        For the stages, which make millions of them; other code calls the class.
        """
        return cls.around(fields)

    @classmethod
    def around(cls, fields: dict[str, Any]) -> Self:
        """The same from a mapping that the record keeps as its own, which is faster still."""
        made: Self = _new(cls)
        _put_fields(made, fields)
        _put_names(made, _names(cls))
        _put_extra(made, None)
        _put_private(made, None)
        return made

    def _repr_html_(self) -> str | None:
        """What a notebook shows; ``None`` for its usual text."""
        return shown(self)

    def lean(self) -> Self:
        """This record, sharing its set of field names with all records of its class; it takes a third less memory."""
        _put_names(self, _names(type(self)))
        return self


@contextmanager
def in_bulk() -> Iterator[None]:
    """Without the garbage collector, while records are made by the million.

    It would visit all of them again and again, find no garbage, and take more than half of the time.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


_new = object.__new__
_put_fields, _put_names, _put_extra, _put_private = (
    BaseModel.__dict__[slot].__set__  # past the check that a record is frozen, and twice as quick as object.__setattr__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


@cache
def _names(cls: type[Record]) -> set[str]:
    return set(cls.model_fields)  # pydantic copies the set before it changes one
