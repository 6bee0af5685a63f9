"""How paragraphs and rows of office documents become lines, with the numbers that word processors print before them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from cpp_corpus.lang.ordinals import cardinal, ordinal
from cpp_corpus.lang.roman import to_roman

__all__ = ["BULLET", "LONGEST", "STRONG_HEADING", "TableRow", "figure", "labelled", "row_of"]

BULLET = "-"
"""What stands for a bullet, whatever its sign."""
LONGEST = 80
"""Characters of the form of a number: longer ones come from damaged files, and would stand before each paragraph."""

STRONG_HEADING = re.compile(
    r"\s*(?:Article|ARTICLE|Art\.)\s*[^\s,;:()]{1,20}(?:\s(?:[a-z]{3,12}|[A-Z]{1,2}))?[\s.:–—-]*"
)
"""Strong words that are the heading of an article, where its words follow in the same paragraph."""


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


class TableRow(str):
    """A row of a table as one line, which knows its cells with their line ends."""

    __slots__ = ("cells",)
    cells: tuple[str, ...]


def row_of(cells: list[str], indent: str = "") -> TableRow:
    """A row of a table as one line behind ``indent``; its cells are divided as by a drawn line.

    >>> row_of(["Grain", "Prix  du sac"])
    '│Grain│Prix du sac│'
    """
    row = TableRow(f"{indent}│{'│'.join(' '.join(cell.split()) for cell in cells)}│")
    row.cells = tuple(cells)
    return row


# ---------------------------------------------------------------------------------------------------------------------

_ARTICLE = re.compile(r"art(?:icle|\.)", re.IGNORECASE)
_LETTERS = 26
_TIMES = 30  # letters of a number in letters, as word processors have them at most


def _letters(value: int) -> str:
    """From ``a`` to ``z``, then ``aa``, ``bb`` and so on."""
    if value < 1:
        raise ValueError(value)
    times, letter = divmod(value - 1, _LETTERS)
    if times >= _TIMES:
        raise ValueError(value)
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
