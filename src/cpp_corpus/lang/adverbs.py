"""Latin adverbs that number what was inserted: ``bis`` is 2, ``ter`` 3 … ``nonagies`` 90.

Up to 20 the language has its own words; from 20 on, a rule: unit then ten (``tervicies`` 23, ``quinquadragies`` 45).
"""

from __future__ import annotations

__all__ = ["ADVERB", "adverb", "adverb_value"]

_FIRST = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies",
    "undecies", "duodecies", "terdecies", "quaterdecies", "quindecies", "sexdecies", "septdecies", "octodecies",
    "novodecies",
)  # fmt: skip
_UNITS = ("", "un", "duo", "ter", "quater", "quin", "sex", "sept", "octo", "novo")
_TENS = ("vicies", "tricies", "quadragies", "quinquagies", "sexagies", "septuagies", "octogies", "nonagies")
_OTHER_UNITS = {
    1: ("una",),
    4: ("quatuor",),
    5: ("quinqu", "quinque"),
    7: ("septen",),
    8: ("octa",),
    9: ("nova", "noni"),
}
_OTHER_TENS = {"vicies": ("vecies", "vigies"), "tricies": ("trecies", "trigies")}
_OTHERS = {
    "quinto": 5,
    "sexties": 6,
    "novies": 9,
    "tredecies": 13,
    "tridecies": 13,
    "quatuordecies": 14,
    "quinquedecies": 15,
    "sedecies": 16,
    "septendecies": 17,
    "octodecies": 18,
    "duodevicies": 18,
    "nonodecies": 19,
    "undevicies": 19,
}


def _spellings() -> dict[str, int]:
    values = {word: value for value, word in enumerate(_FIRST, 2)}
    for ten, word in enumerate(_TENS, 2):
        for unit, prefix in enumerate(_UNITS):
            values[prefix + word] = 10 * ten + unit
    usual = set(values)
    for ten, word in enumerate(_TENS, 2):
        for unit, prefix in enumerate(_UNITS):
            for variant in (word, *_OTHER_TENS.get(word, ())):
                for other in (prefix, *_OTHER_UNITS.get(unit, ())):
                    values.setdefault(other + variant, 10 * ten + unit)
    _USUAL.update({values[word]: word for word in usual})
    for word, value in _OTHERS.items():
        values.setdefault(word, value)
    return values


_USUAL: dict[int, str] = {}
_VALUES = _spellings()

ADVERB = "(?:" + "|".join(sorted(_VALUES, key=lambda word: (-len(word), word))) + ")"
"""Source of a pattern for one adverb, in lower case, longest first; upper case occurs, so embed it case-blind."""


def adverb_value(word: str) -> int | None:
    """The rank that an adverb names, in any case and known spelling; ``None`` where the word is no such adverb.

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
        return _USUAL[value]
    except KeyError:
        raise ValueError(f"no adverb for rank {value}: 2 to 99 have one") from None
