"""Counts in words: ``3 articles``."""

from __future__ import annotations

__all__ = ["counted"]


def counted(count: int, noun: str = "article") -> str:
    """A count with its noun.

    >>> counted(1), counted(1200), counted(0, "file")
    ('1 article', '1,200 articles', '0 files')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
