"""The text as the recogniser reads it: one apostrophe, one space, composed letters; positions lead back."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from cpp_corpus.errors import TextError
from cpp_corpus.lang.typography import fold, is_latin
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.span import Span

__all__ = ["Reading", "checked", "reading"]

_WRAP = re.compile(r"\n(?<=[^\n]{39}[^\n.;:!?]\n)(?=[^\W\d_A-ZÀ-Þ]{2}|à )")


class Reading(NamedTuple):
    """``text`` is what the rules read; ``origin[i]`` is where its character ``i`` stands in the text as given.

    ``origin`` is ``None`` where the positions are the same.
    """

    text: str
    origin: tuple[int, ...] | None = None

    def back(self, position: int) -> int:
        """The position in the text as given."""
        return position if self.origin is None else self.origin[position]

    def restored(self, reference: Reference) -> Reference:
        """A reference with its positions led back."""
        before = reference.antecedent
        antecedent = None if before is None else Span(self.back(before.start), self.back(before.end))
        return reference.replaced(start=self.back(reference.start), end=self.back(reference.end), antecedent=antecedent)


def checked(text: str) -> str:
    """The text that a user gives; ``TextError`` where it is none."""
    if not isinstance(text, str):
        advice = "; decode it: data.decode('utf-8')" if isinstance(text, bytes | bytearray) else ""
        raise TextError(f"text: expected text, got {type(text).__name__}{advice}")
    return text


def reading(text: str) -> Reading:
    """How the rules read ``text``.

    >>> reading("de\u0301cret").text, reading("de\u0301cret").back(2)
    ('décret', 3)
    """
    if is_latin(text) or unicodedata.is_normalized("NFC", text):
        return Reading(_unwrapped(fold(text)))
    parts: list[str] = []
    origin: list[int] = []
    at = 0
    marks = re.escape("".join(char for char in set(text) if unicodedata.category(char)[0] == "M"))
    for match in re.finditer(f"[^{marks}][{marks}]+", text) if marks else ():
        composed = unicodedata.normalize("NFC", match[0])
        parts += text[at : match.start()], composed
        origin += range(at, match.start())
        origin += [match.start()] * len(composed)
        at = match.end()
    parts.append(text[at:])
    origin += range(at, len(text) + 1)
    return Reading(_unwrapped(fold("".join(parts))), tuple(origin))


def _unwrapped(text: str) -> str:
    """``text`` with a space for each line end inside a sentence.

    That is one behind a line of some length (the cells of a table are short), before a word in lower case.
    """
    return _WRAP.sub(" ", text) if "\n" in text else text
