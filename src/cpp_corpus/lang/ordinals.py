"""French ordinals and cardinals up to a hundred, in words and figures."""

from __future__ import annotations

from functools import lru_cache

from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.roman import ROMAN, from_roman
from cpp_corpus.lang.typography import fold, plain

__all__ = ["CARDINAL", "ORDINAL", "ORDINAL_FIGURE", "cardinal", "cardinal_value", "ordinal", "ordinal_value"]

_SMALL = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
_FROM_THE_END = {"dernier": -1, "derniere": -1, "avant-dernier": -2, "avant-derniere": -2, "penultieme": -2}


def cardinal(value: int) -> str:
    """The number in words, 1 to 100, with hyphens throughout; ``ValueError`` beyond.

    >>> cardinal(4), cardinal(21), cardinal(71), cardinal(80), cardinal(99)
    ('quatre', 'vingt-et-un', 'soixante-et-onze', 'quatre-vingts', 'quatre-vingt-dix-neuf')
    """
    if not 1 <= value <= 100:
        raise ValueError(f"{value} is out of range: only 1 to 100 can be written in words")
    if value < 20:
        return _SMALL[value]
    if value == 100:
        return "cent"
    base = max(ten for ten in _TENS if ten <= value)
    unit = value - base
    if not unit:
        return _TENS[base] + ("s" if base == 80 else "")
    link = "-et-" if unit in (1, 11) and base != 80 else "-"
    return _TENS[base] + link + _SMALL[unit]


def ordinal(value: int, *, feminine: bool = False) -> str:
    """The rank in words: 1 to 100, -1 for the last, -2 for the last but one; ``ValueError`` beyond.

    >>> ordinal(1), ordinal(1, feminine=True), ordinal(5), ordinal(21), ordinal(80), ordinal(-2, feminine=True)
    ('premier', 'première', 'cinquième', 'vingt-et-unième', 'quatre-vingtième', 'avant-dernière')
    """
    ending = "ère" if feminine else "er"
    if value in (1, -1, -2):
        return {1: "premi", -1: "derni", -2: "avant-derni"}[value] + ending
    stem = cardinal(value).removesuffix("s") if value == 80 else cardinal(value).removesuffix("e")
    if stem.endswith("neuf"):
        stem = stem[:-1] + "v"
    return stem + ("u" if stem.endswith("cinq") else "") + "ième"


_CARDINALS = {cardinal(value): value for value in range(1, 101)}
_ORDINALS = {plain(ordinal(value)): value for value in range(1, 101)} | {
    "premiere": 1,
    "second": 2,
    "seconde": 2,
    **_FROM_THE_END,
}


def _words(words: list[str]) -> str:
    """Source of a pattern for any of ``words``, longest first: spaces or hyphens between, accents or none."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(word.replace("-", "[ -]").replace("ieme", "i[èe]me").replace("iere", "i[èe]re") for word in longest)


CARDINAL = f"(?:{_words([w for w, value in _CARDINALS.items() if value > 1])})(?!\\w)"
"""Source of a pattern for a number in words from ``deux`` to ``cent``, in lower case, on folded text."""

ORDINAL = f"(?:{_words(list(_ORDINALS)).replace('penulti', 'p[ée]nulti')})s?(?!\\w)"
"""Source of a pattern for an ordinal in words, in lower case, on folded text: ``première``, ``avant-dernier`` …"""

ORDINAL_FIGURE = rf"(?:[0-9]+|(?-i:{ROMAN}))(?:er|[èe]?re|i?[èée]me|nde?|[eè])s?(?!\w)"
"""Source of a pattern for an ordinal in figures: ``1er``, ``2e``, ``2ème``, ``IIe``; Roman ones in upper case."""

_FIGURE = Pattern(rf"([0-9]{{1,4}}|{ROMAN})(er|[èe]?re|i?[èée]me|nde?|[eè])s?")
_FIRST_ENDINGS = frozenset({"er", "re", "ère", "ere"})


@lru_cache(maxsize=1 << 12)
def ordinal_value(word: str) -> int | None:
    """The rank of an ordinal, singular or plural, in words or figures; ``None`` for any other word.

    Ranks from the end are negative: ``dernier`` is -1, ``avant-dernier`` and ``pénultième`` are -2.

    >>> [ordinal_value(w) for w in ("Première", "second", "vingt et unième", "1er", "2ème", "IVe", "dernière", "bis")]
    [1, 2, 21, 1, 2, 4, -1, None]
    """
    if match := _FIGURE.fullmatch(word):  # before the words: "DIXième" is the 509th
        figure, ending = match.groups()
        value = int(figure) if figure.isdigit() else from_roman(figure)
        return None if (value == 1) != (ending in _FIRST_ENDINGS) or value == 0 else value
    name = _name(word)
    return _ORDINALS.get(name) or _ORDINALS.get(name.removesuffix("s"))


def cardinal_value(word: str) -> int | None:
    """The value of a number in words, 1 to 100; ``None`` for any other word.

    >>> cardinal_value("deux"), cardinal_value("Vingt et un"), cardinal_value("une"), cardinal_value("dont")
    (2, 21, 1, None)
    """
    name = _name(word)
    return 1 if name == "une" else _CARDINALS.get(name)


def _name(word: str) -> str:
    return plain(fold(word)).lower().replace(" ", "-")
