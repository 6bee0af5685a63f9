"""What every record at the boundary of the library has in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

__all__ = ["Record"]


class Record(BaseModel):
    """A frozen record: no unknown fields, no assignment, equal by value."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
