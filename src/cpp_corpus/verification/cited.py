"""A citation as it was read, or why it cannot be: what is looked up in a corpus; and the lines of its text."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from cpp_corpus.model.reference import Reference

__all__ = ["Cited", "line_starts"]


def line_starts(text: str) -> list[int]:
    r"""Where each line of ``text`` begins; lines end in LF, CRLF or CR.

    >>> line_starts("a\nb\r\nc\rd")
    [0, 2, 5, 7]
    """
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


_LINE_END = re.compile(r"\r\n?|\n")


class Cited(NamedTuple):
    """A citation as it was read, or why it cannot be."""

    start: int
    end: int
    """Its words in the text."""
    reference: Reference | None = None
    """What it cites; ``None`` where it cannot be read."""
    day: date | None = None
    """The day that is named with ``@``."""
    problem: str | None = None
    """What cannot be read."""
    act: str | None = None
    """The words that name the act, where no act is known by them."""
    more: str = ""
    """What follows these words, which may go on with the name."""
    successor: Reference | None = None
    """What it has become, by the text: "devenu 1240"."""
    named: frozenset[str] | None = None
    """In a sentence, the acts that the text names; ``None`` where it stands alone, as people type citations."""
