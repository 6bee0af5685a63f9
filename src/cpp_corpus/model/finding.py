"""Problems of the input, as values."""

from __future__ import annotations

from enum import StrEnum

from cpp_corpus.model.base import Record
from cpp_corpus.model.span import Span

__all__ = ["Finding", "Severity"]


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """Something of the input is not in the output, or is wrong beyond doubt."""
    WARNING = "warning"
    """Read, but something looks wrong."""
    INFO = "info"
    """Worth knowing."""


class Finding(Record):
    """Something that the library noticed about the input."""

    code: str
    """What it is, in kebab case: ``empty-file``, ``unbalanced-markup`` …"""
    severity: Severity
    """How much it matters."""
    message: str
    """One sentence for a person: what was found, what was expected, what to do."""
    path: str | None = None
    """File in which it was found."""
    line: int | None = None
    """Line of that file, from 1."""
    article: str | None = None
    """Id of the article concerned, where there is one."""
    span: Span | None = None
    """Range of the article's text, or of that of the note ``note``, where there is one."""
    note: int | None = None
    """Index of the note that ``span`` speaks of."""
    expected: str | None = None
    """What it probably should be, where that can be told: the id of an article, or the words mended."""

    def __str__(self) -> str:
        place = self.article if self.path is None else self.path + (f":{self.line}" if self.line else "")
        where = "" if place is None else f"{place}: "
        return f"{where}{self.severity}: {self.message} [{self.code}]"
