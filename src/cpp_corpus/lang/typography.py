"""Normalisation of the typography of legal texts.

:func:`without_damage` and :func:`fold` replace characters one for one, so that spans stay valid; :func:`tidy` collapses
spaces; :func:`slug` makes the name that an act or a division has in addresses.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["CONTROLS", "fold", "is_latin", "plain", "slug", "tidy", "visible", "without_damage"]

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4`\uff07"
_HYPHENS = "\u2010\u2011\u2212\ufe63\uff0d"
_FOLD = (  # one search per character is ten times as fast as ``str.translate``
    *((char, " ") for char in _SPACES),
    *((char, "'") for char in _APOSTROPHES),
    *((char, "-") for char in _HYPHENS),
    ("\u00ba", "°"),
    ("\u0130", "I"),  # letters that a case-insensitive pattern takes for i, s and k
    ("\u0131", "i"),
    ("\u017f", "s"),
    ("\u212a", "K"),
)
_FOLD_LATIN = tuple(pair for pair in _FOLD if pair[0] <= "\xff")
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
_MASCULINE = str.maketrans("º", "°")  # as in "nº": NFKD makes a letter of the first
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_RUNS = re.compile(r"\s+")
_DROPPED = re.compile(r"[^a-z0-9\s-]+")
_JOINTS = re.compile(r"[\s-]+")


def without_damage(text: str) -> str:
    r"""``text`` with U+FFFD for each lone surrogate, which marks a byte that is not a valid character; same length.

    Contents and names of all files go through it before anything else reads them.

    >>> without_damage("le\udce9 vent")
    'le\ufffd vent'
    """
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def visible(text: str, keep: str = "") -> str:
    r"""``text`` with an escape for each character that would control a terminal, but those of ``keep``.

    These are the control characters, and those that turn the direction of writing around. The escapes are as in JSON.

    >>> print(visible("a\x1b[31m\u202eb.md"), visible("one\ntwo", keep="\n").splitlines())
    a\u001b[31m\u202eb.md ['one', 'two']
    """
    if text.isprintable():
        return text
    return _CONTROLS.sub(lambda found: found[0] if found[0] in keep else f"\\u{ord(found[0]):04x}", text)


CONTROLS = (
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
"""Characters that would control a terminal."""

_CONTROLS = re.compile(f"[{re.escape(''.join(CONTROLS))}]")


def is_latin(text: str) -> bool:
    """Whether all characters are of Latin-1, where none combines with another; the quickest test that there is.

    >>> is_latin("décret"), is_latin("l’œuvre")
    (True, False)
    """
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def fold(text: str) -> str:
    """``text`` with one kind of space, apostrophe and hyphen; the same length, character for character.

    No-break, thin and other spaces of one line become U+0020, typographic apostrophes ``'``, the hyphens
    U+2010 and U+2011 and the minus sign ``-``, the masculine ordinal ``°``, a dotted capital İ ``I``, a
    dotless ı ``i``, a long ſ ``s``, the sign of kelvin ``K``. Line ends, tabs (they separate cells), dashes and case
    are kept.

    >>> fold("l’article\u00a0L.\u202f811‑2")
    "l'article L. 811-2"
    """
    for char, plain_char in _FOLD_LATIN if is_latin(text) else _FOLD:
        if char in text:
            text = text.replace(char, plain_char)
    return text


def tidy(text: str) -> str:
    """``text`` with each run of white space made one space, none at the ends.

    >>> tidy("  Article\u00a0 L811-2 ")
    'Article L811-2'
    """
    return _RUNS.sub(" ", text).strip()


def plain(text: str) -> str:
    """``text`` without accents and ligatures, its case kept.

    >>> plain("Œuvre préliminaire")
    'OEuvre preliminaire'
    """
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(_LIGATURES))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def slug(text: str) -> str:
    """A title as it is written in addresses: lowercase words joined by single hyphens.

    Accents are removed; white space and hyphens become hyphens; all other characters, also ligatures, are dropped.

    >>> slug("Code de l'action sociale et des familles")
    'code-de-laction-sociale-et-des-familles'
    >>> slug("Section 2 : Mise en œuvre (règlement n° 2017/1939)")
    'section-2-mise-en-uvre-reglement-n-20171939'
    """
    ascii_only = unicodedata.normalize("NFKD", fold(text).translate(_MASCULINE)).encode("ascii", "ignore").decode()
    return _JOINTS.sub("-", _DROPPED.sub("", ascii_only.lower())).strip("-")
