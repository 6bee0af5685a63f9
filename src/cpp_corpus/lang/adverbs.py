"""Latin adverbs that number inserted articles: ``bis`` is 2, ``ter`` 3 … ``nonagies`` 90.

Up to 19 the language has its own words; from 20 on, a rule: unit, then ten (``tervicies`` 23, ``quinquadragies`` 45).
The first spelling of each row is the usual one; the others are recognised too.
"""

from __future__ import annotations

from itertools import product

__all__ = ["ADVERB", "adverb", "adverb_value"]

_WORDS = {
    2: ("bis",), 3: ("ter",), 4: ("quater",), 5: ("quinquies", "quinto"), 6: ("sexies", "sexties"), 7: ("septies",),
    8: ("octies",), 9: ("nonies", "novies"), 10: ("decies",), 11: ("undecies",), 12: ("duodecies",),
    13: ("terdecies", "tridecies", "tredecies"), 14: ("quaterdecies", "quatuordecies"),
    15: ("quindecies", "quinquedecies"), 16: ("sexdecies", "sedecies"), 17: ("septdecies", "septendecies"),
    18: ("octodecies", "duodevicies"), 19: ("novodecies", "nonodecies", "undevicies"),
}  # fmt: skip
_UNITS = (
    ("",), ("un", "una"), ("duo",), ("ter",), ("quater", "quatuor"), ("quin", "quinqu", "quinque"), ("sex",),
    ("sept", "septen"), ("octo", "octa"), ("novo", "nova", "noni"),
)  # fmt: skip
_TENS = (
    ("vicies", "vecies", "vigies"), ("tricies", "trecies", "trigies"), ("quadragies",), ("quinquagies",),
    ("sexagies",), ("septuagies",), ("octogies",), ("nonagies",),
)  # fmt: skip

_SPELLINGS = _WORDS | {
    10 * ten + unit: tuple("".join(parts) for parts in product(units, tens))
    for ten, tens in enumerate(_TENS, 2)
    for unit, units in enumerate(_UNITS)
}
_VALUES = {word: value for value, words in _SPELLINGS.items() for word in words}


def _any_of(words: tuple[tuple[str, ...], ...]) -> str:
    flat = (word for row in words for word in row if word)
    return "|".join(sorted(flat, key=lambda word: (-len(word), word)))


ADVERB = rf"(?=[bdnoqstuv])(?:(?:{_any_of(_UNITS)})?(?:{_any_of(_TENS)})|{_any_of(tuple(_WORDS.values()))})"
"""Source of a pattern for one adverb, in lower case, longest first; use it case-insensitively, since upper case
occurs."""


def adverb_value(word: str) -> int | None:
    """The rank of an adverb, in any case and known spelling; ``None`` where the word is not such an adverb.

    >>> adverb_value("bis"), adverb_value("QUATER"), adverb_value("tersexagies"), adverb_value("duodevicies")
    (2, 4, 63, 18)
    """
    return _VALUES.get(word) or _VALUES.get(word.lower())


def adverb(value: int) -> str:
    """The usual adverb of a rank from 2 to 99; ``ValueError`` beyond.

    >>> adverb(2), adverb(18), adverb(63)
    ('bis', 'octodecies', 'tersexagies')
    """
    try:
        return _SPELLINGS[value][0]
    except KeyError:
        raise ValueError(f"no adverb for rank {value}: 2 to 99 have one") from None
