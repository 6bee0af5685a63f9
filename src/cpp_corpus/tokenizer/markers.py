"""Markers of alinéas: ``II.-``, ``A. –``, ``1.``, ``3° bis``, ``a)``, ``i)``, a dash.

A marker can have several readings (``I`` and ``i)`` are a numeral or a letter). Which one is meant, if any, depends on
the open markers: see :mod:`cpp_corpus.tokenizer.alineas`.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from cpp_corpus.lang.adverbs import ADVERB, adverb_value
from cpp_corpus.lang.roman import ROMAN, from_roman

__all__ = ["Kind", "Marker", "read_markers"]


class Kind(IntEnum):
    """The kinds of markers."""

    ROMAN = 1
    CAPITAL = 2
    ARABIC = 3
    DECIMAL = 4
    POINT = 5
    LETTER = 6
    SMALL_ROMAN = 7
    INDENT = 8

    @property
    def holds(self) -> bool:
        """Whether alinéas without marker continue such a part; the other kinds, enumerations, are ended by them."""
        return self <= Kind.DECIMAL


class Marker(NamedTuple):
    """One reading of the beginning of a line."""

    kind: Kind
    rank: tuple[int, ...]
    """Orders the markers of one kind: ``1°`` < ``1° bis`` < ``2°``."""
    label: str
    """As locators write it: ``II bis``, ``3°``, ``a``."""
    strong: bool
    """Whether its signs alone make it a marker; ``C. `` may be part of a name, ``12. `` of a number, ``h - `` of a
    formula."""
    end: int
    """Position in the line after the marker and its signs."""


def read_markers(line: str, start: int = 0) -> list[Marker]:
    """The readings of the marker at ``start`` of ``line``, the likeliest first; empty where there is no marker.

    >>> [(m.kind.name, m.label) for m in read_markers("I. – Les nuages")]
    [('ROMAN', 'I'), ('CAPITAL', 'I')]
    >>> [m.label for m in read_markers("2° bis Les pluies")], read_markers("1er janvier"), read_markers("15 °C")
    (['2° bis'], [], [])
    """
    match = _MARKER.match(line, start)
    if match is None:
        return []
    if match["dash"]:
        return [Marker(Kind.INDENT, (1,), "-", strong=True, end=match.end())]
    adverb = (match["adverb"] or "").lower()
    before = match["before"] or ""
    # Parts inserted with a letter come before their base: 1° A, 1°, 1° bis A, 1° bis.
    insertion = (adverb_value(adverb) or 0 if adverb else 0, ord(before) - 91 if before else 0)
    suffix = (f" {adverb}" if adverb else "") + (f" {before}" if before else "")
    sign = match["sign"] or ""
    several = len(match["letters"] or "") > 1
    strong = bool(sign.strip(" -–—―‒−") or match["gone"] is not None or match["degree"] or (sign and several))
    if digits := match["digits"]:
        return _arabic(match, digits, insertion, suffix, strong=strong)
    if match["letters"].islower() and sign in _BARE_DASHES:  # the first letters of a word, cut by a hyphen
        return []
    return _lettered(match["letters"], insertion, suffix, strong=strong, end=match.end())


# ---------------------------------------------------------------------------------------------------------------------

_BARE_DASHES = frozenset("-–—―‒−")
_DASH = "[-–—―‒−]"
_GONE = r"\( (?:Supprim|Abrog|R[ée]serv|Sans\ objet|Alin[ée]a)"
_MARKER = re.compile(
    rf"""
      (?P<dash> (?:{_DASH}|[•·▪◦]) (?: \s*(?=[^\W\d_]|[«"“„(\[]) | \s+(?=\d) ) )
    | (?: (?P<digits> \d{{1,3}} (?:\.\d{{1,2}}){{0,4}} ) \s? (?P<degree>°)?
        | (?P<letters> {ROMAN} (?![A-Za-z]) | [A-Z] (?![A-Za-z]) | [a-z]{{1,4}} (?![^\W\d_]) ) °? )
      (?: \.? \s? (?P<adverb> (?i:{ADVERB}) ) \b )?
      (?: \s (?P<before> [A-Z] ) (?= \s?[.)]?\s?{_DASH} | \) | \s\( ) )?
      (?: (?P<sign> \s? [.)] \s? {_DASH} | \s? {_DASH} (?!\d) | \s? \) | \s (?P<gone> (?= {_GONE} ) ) )
        | (?P<dot> \. (?= \s | [^\W\d_] | $ ) )
        | (?<=\.\d) (?= \s [A-ZÀ-Ý«"] ) | (?<=\.\d\d) (?= \s [A-ZÀ-Ý«"] )
        | (?(degree) (?! \s?[CFK](?![\w'’.]) ) | (?!) ) )
      \s*
    """,
    re.VERBOSE,
)
_ACT_PREFIX = re.compile(r"\s*[*\d]")


def _arabic(
    match: re.Match[str], digits: str, insertion: tuple[int, int], suffix: str, *, strong: bool
) -> list[Marker]:
    parts = tuple(map(int, digits.split(".")))
    if match["degree"]:
        if len(parts) > 1:
            opened = len(parts) == 2 and parts[1] == 1  # "3.1° …": 1° of 3., without a space
            end = match.start("digits") + len(f"{parts[0]}.")
            return [Marker(Kind.ARABIC, (parts[0], 0, 0), str(parts[0]), strong=True, end=end)] if opened else []
        return [Marker(Kind.POINT, (parts[0], *insertion), f"{digits}°{suffix}", strong=True, end=match.end())]
    kind = Kind.ARABIC if len(parts) == 1 else Kind.DECIMAL
    rank = (parts[0], *insertion) if len(parts) == 1 else parts
    return [Marker(kind, rank, digits + suffix, strong=strong, end=match.end())]


def _lettered(letters: str, insertion: tuple[int, int], suffix: str, *, strong: bool, end: int) -> list[Marker]:
    upper = letters.isupper()
    found = []
    if value := from_roman(letters):
        kind = Kind.ROMAN if upper else Kind.SMALL_ROMAN
        found.append(Marker(kind, (value, *insertion), letters + suffix, strong, end))
    if len(letters) == 1 or (len(letters) == 2 and not upper and strong):
        second = ord(letters[1]) - 96 if len(letters) > 1 else 0
        rank = (ord(letters[0].lower()) - 96, insertion[0], second, insertion[1])
        found.append(Marker(Kind.CAPITAL if upper else Kind.LETTER, rank, letters + suffix, strong, end))
    # Except for I, V and X a letter is the likelier reading: C, D, L and M are high numerals.
    if len(found) == 2 and len(letters) == 1 and letters.lower() not in {"i", "v", "x"}:
        found.reverse()
    return found
