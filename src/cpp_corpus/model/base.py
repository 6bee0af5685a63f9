"""What every record at the boundary of the library has in common."""

from __future__ import annotations

from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict

__all__ = ["Record"]


class Record(BaseModel):
    """A frozen record: no unknown fields, no assignment, equal by value."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    @classmethod
    def trusted(cls, **fields: Any) -> Self:
        """A record from fields known to be valid, *all* of them given: no check is made.

        The stages make them by the million; everybody else calls the class.
        """
        made = cls.__new__(cls)
        put = object.__setattr__
        names, private = _layout(cls)
        put(made, "__dict__", fields)
        put(made, "__pydantic_fields_set__", names)
        put(made, "__pydantic_extra__", None)
        put(made, "__pydantic_private__", dict(private) if private else None)
        return made


@cache
def _layout(cls: type[Record]) -> tuple[set[str], dict[str, Any]]:
    private = {name: attribute.get_default() for name, attribute in cls.__private_attributes__.items()}
    return set(cls.model_fields), private  # pydantic copies the set before it changes one
