"""The errors of the library: one root, and one class for each thing that can stop the work.

Problems *in* the input that leave the rest readable are no errors: they are values,
:class:`cpp_corpus.Finding`. What is raised stops the work, and its message says where,
what was expected and what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike, fspath

__all__ = [
    "AmbiguousReference",
    "CorpusError",
    "InputError",
    "MissingExtraError",
    "NumberError",
    "OutputError",
    "TextError",
]


class CorpusError(Exception):
    """Root of every error that the library raises."""


class InputError(CorpusError):
    """An input that cannot be read at all.

    ``message`` says what was found and what was expected, ``path`` and ``line`` (1-based, or ``None``) where; ``hint``
    says what to do.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | PathLike[str] | None = None,
        line: int | None = None,
        hint: str | None = None,
    ) -> None:
        self.path = None if path is None else fspath(path)
        self.line = line
        self.hint = hint
        where = "" if self.path is None else self.path + (f":{line}" if line else "") + ": "
        super().__init__(where + message + (f" ({hint})" if hint else ""))


class OutputError(CorpusError):
    """An output that cannot be written."""


class TextError(CorpusError, TypeError):
    """Something that is no text where one was expected: ``None``, bytes."""


class NumberError(CorpusError, ValueError):
    """A text that is no article number."""


class AmbiguousReference(CorpusError, LookupError):  # noqa: N818 - the name is the published interface
    """A ``number`` that several articles have; ``candidates`` holds their ids."""

    def __init__(self, number: str, candidates: Sequence[str]) -> None:
        self.number = number
        self.candidates = tuple(candidates)
        shown = ", ".join(self.candidates[:5]) + (", …" if len(self.candidates) > 5 else "")
        super().__init__(f"{number!r} stands for several articles: {shown}; name one by its id: corpus[ID]")


class MissingExtraError(CorpusError):
    """A ``feature`` (a subject, in words) whose optional packages, the ``extra`` of this name, are not installed."""

    def __init__(self, feature: str, extra: str) -> None:
        self.extra = extra
        super().__init__(f"{feature} needs optional packages: pip install 'cpp-corpus[{extra}]'")
