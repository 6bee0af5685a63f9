"""Counts in words: ``3 articles``."""

from __future__ import annotations

__all__ = ["counted", "either"]


def counted(count: int, noun: str = "article") -> str:
    """A count with its noun.

    >>> counted(1), counted(1200), counted(0, "file")
    ('1 article', '1,200 articles', '0 files')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def either(count: int, one: str, several: str) -> str:
    """The words for one, or those for several.

    >>> either(1, "is", "are"), either(2, "is", "are")
    ('is', 'are')
    """
    return one if count == 1 else several
