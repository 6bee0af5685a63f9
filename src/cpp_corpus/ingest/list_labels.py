"""The numbers that word processors print before paragraphs, and that are in no word of the document."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from cpp_corpus.lang.ordinals import cardinal, ordinal
from cpp_corpus.lang.roman import to_roman

__all__ = ["BULLET", "figure", "labelled"]

BULLET = "-"
"""What stands for a bullet, whatever its sign."""


def figure(value: int, kind: str) -> str:
    """The number ``value`` of a list, from 0, as ``kind`` writes it; in digits where that is not known.

    ``kind`` is a ``numFmt`` of Office Open XML or a ``num-format`` of OpenDocument.

    >>> [figure(28, kind) for kind in ("decimal", "upperRoman", "a", "lowerLetter", "ordinal", "none")]
    ['28', 'XXVIII', 'bb', 'bb', '28e', '']
    """
    write = _KINDS.get(kind)
    try:
        return str(value) if write is None else write(value)
    except ValueError:  # beyond what it can write
        return str(value)


def labelled(label: str, words: str, *, gap: str = " ") -> list[str]:
    """The lines of a paragraph with its label; that of an article is a line of its own, as a heading.

    >>> labelled("2°", "Le moulin ;"), labelled("Article 3", "Le vent est libre.")
    (['', '2° Le moulin ;'], ['', 'Article 3', '', 'Le vent est libre.'])
    """
    label = label.strip()
    if not label:
        return ["", words]
    if _ARTICLE.match(label):
        return ["", label, "", words] if words.strip() else ["", label]
    return ["", f"{label}{gap}{words}".rstrip()]


# ---------------------------------------------------------------------------------------------------------------------

_ARTICLE = re.compile(r"art(?:icle|\.)", re.IGNORECASE)
_LETTERS = 26


def _letters(value: int) -> str:
    """From ``a`` to ``z``, then ``aa``, ``bb`` and so on."""
    if value < 1:
        raise ValueError(value)
    times, letter = divmod(value - 1, _LETTERS)
    return chr(ord("a") + letter) * (times + 1)


def _french_ordinal(value: int) -> str:
    return "1er" if value == 1 else f"{value}e"


_KINDS: Mapping[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "": lambda _: "",
    "decimalZero": lambda value: f"{value:02}",
    "upperRoman": to_roman,
    "I": to_roman,
    "lowerRoman": lambda value: to_roman(value).lower(),
    "i": lambda value: to_roman(value).lower(),
    "upperLetter": lambda value: _letters(value).upper(),
    "A": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "a": _letters,
    "ordinal": _french_ordinal,
    "ordinalText": lambda value: ordinal(value).capitalize(),
    "cardinalText": lambda value: cardinal(value).capitalize(),
}
