"""Roman numerals, 1 to 3999, in their one regular form."""

from __future__ import annotations

import re

__all__ = ["ROMAN", "from_roman", "to_roman"]

_DIGITS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_VALUE = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

ROMAN = r"(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
"""Source of a pattern for one regular numeral, in upper case; it does not check what follows."""

_ROMAN = re.compile(ROMAN)


def to_roman(value: int) -> str:
    """The numeral of ``value``, upper case; ``ValueError`` outside 1 to 3999.

    >>> to_roman(25), to_roman(1949)
    ('XXV', 'MCMXLIX')
    """
    if not 1 <= value <= 3999:
        raise ValueError(f"{value} has no Roman numeral: 1 to 3999 have one")
    out = []
    for size, digits in _DIGITS:
        count, value = divmod(value, size)
        out.append(digits * count)
    return "".join(out)


def from_roman(text: str) -> int | None:
    """The value of a numeral in either case; ``None`` where ``text`` is not a regular numeral.

    >>> from_roman("XXV"), from_roman("iv"), from_roman("IIII"), from_roman("Ier")
    (25, 4, None, None)
    """
    upper = text.upper() if text.isascii() else ""
    if not _ROMAN.fullmatch(upper):
        return None
    total = before = 0
    for digit in reversed(upper):
        value = _VALUE[digit]
        total += value if value >= before else -value
        before = max(before, value)
    return total
