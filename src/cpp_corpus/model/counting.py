"""A number of things, in words."""

from __future__ import annotations

__all__ = ["counted"]


def counted(count: int, noun: str = "article") -> str:
    """How many there are.

    >>> counted(1), counted(1200), counted(0, "file")
    ('1 article', '1,200 articles', '0 files')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
