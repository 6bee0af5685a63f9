"""Doctrine and publications by their references: BOFiP, collective agreements, NOR, Journal officiel.

=====================================================  =============================================
written                                                id
=====================================================  =============================================
``BOI-IR-RICI-110``, ``BOI-TVA-CHAMP-10-20120912``     ``boi:boi-ir-rici-110``, without the day
``IDCC 1486``, ``n° IDCC : 0016``                      ``idcc:1486``, ``idcc:16``
``circulaire … NOR : JUSD0930001C``, ``JUSD0930001C``  ``circulaire:jusd0930001c``
``circulaire du 3 mars 2009``                          ``circulaire:2009-03-03``, where no NOR follows
``NOR : JUSD0930001A``                                 ``nor:jusd0930001a``
``JO du 7 janvier 1978, p. 227``                       ``jo:1978-01-07:227``
``JORF n° 0071 du 24 mars 2020, texte n° 2``           ``jo:2020-03-24:texte-2``
``JOUE L 119 du 4.5.2016, p. 1``                       ``joue:l119:2016-05-04:1``
=====================================================  =============================================

A NOR is four letters of the ministry, two digits of the year, five of the register, and a letter of the nature, which
is C for circulars.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from cpp_corpus.lang.phrases import WORD, bare, opens_word
from cpp_corpus.lang.short_dates import date_at

__all__ = ["Publication", "publication_at"]


class Publication(NamedTuple):
    """A reference to a document or a page in a text."""

    start: int
    """Start of the anchor: the word NOR or IDCC before a number, else the whole reference."""
    end: int
    """Where it ends."""
    id: str
    day: date | None = None
    """The day of the version or issue, where one is written."""


def publication_at(text: str, at: int) -> Publication | None:
    """The document or page whose reference begins at a position of folded text; ``None`` where none does.

    >>> publication_at("au BOI-IR-RICI-110-20-10, § 30", 3)
    Publication(start=3, end=24, id='boi:boi-ir-rici-110-20-10', day=None)
    >>> [publication_at(text, 0).id for text in ("IDCC n° 1486", "NOR : JUSD0930001C", "JO 7 janv. 1978, p. 227")]
    ['idcc:1486', 'circulaire:jusd0930001c', 'jo:1978-01-07:227']
    """
    first = WORD.match(text, at)
    if first is None or not opens_word(text, at):
        return None
    read = _READERS.get(bare(first[0]))
    if read is not None:
        return read(text, at)
    return _nor(text, at) if len(first[0]) == _NOR_LENGTH else None


# ---------------------------------------------------------------------------------------------------------------------

_NOR_LENGTH = 12
_LONGEST_HEAD = 200  # characters from "circulaire" to its NOR


def _boi(text: str, at: int) -> Publication | None:
    match = _pattern("boi").match(text, at)
    if match is None:
        return None
    printed, day = match["number"], _version(match["day"])
    return Publication(at, match.end(), f"boi:{printed.translate(_DASHES).lower()}", day)


def _version(digits: str | None) -> date | None:
    try:
        return None if digits is None else date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def _idcc(text: str, at: int) -> Publication | None:
    match = _pattern("idcc").match(text, at)
    return None if match is None else Publication(at, match.end(), f"idcc:{int(match['number'])}")


def _nor(text: str, at: int) -> Publication | None:
    match = _pattern("nor").match(text, at)
    if match is None:
        return None
    number = match["number"].lower()
    return Publication(at, match.end(), f"{'circulaire' if number.endswith('c') else 'nor'}:{number}")


def _circular(text: str, at: int) -> Publication | None:
    """A circular by its NOR, else by its date."""
    match = _pattern("circular").search(text, at, at + _LONGEST_HEAD)
    if match is not None and _pattern("break").search(text, at, match.start()) is None:
        return Publication(match.start(), match.end(), f"circulaire:{match['number'].lower()}")
    dated = _pattern("dated").match(text, at)
    written = None if dated is None else date_at(text, dated.end())
    if written is None:
        return None
    return Publication(at, written.end, f"circulaire:{written.day.isoformat()}", written.day)


def _journal(text: str, at: int) -> Publication | None:
    """A page, a text or an issue of the Journal officiel of the Republic."""
    head = _pattern("jo").match(text, at)
    issue = None if head is None else date_at(text, head.end())
    if issue is None:
        return None
    page = _pattern("page").match(text, issue.end)
    if page is None:
        return Publication(at, issue.end, f"jo:{issue.day.isoformat()}", issue.day)
    part = page["page"] or f"texte-{page['text']}"
    return Publication(at, page.end(), f"jo:{issue.day.isoformat()}:{part.replace(' ', '')}", issue.day)


def _union_journal(text: str, at: int) -> Publication | None:
    head = _pattern("joue").match(text, at)
    issue = None if head is None else date_at(text, head.end())
    if head is None or issue is None:
        return None
    page = _pattern("page").match(text, issue.end)
    number = f"joue:{head['series'].lower()}{head['number']}:{issue.day.isoformat()}"
    if page is None or page["page"] is None:
        return Publication(at, issue.end, number, issue.day)
    return Publication(at, page.end(), f"{number}:{page['page'].replace(' ', '')}", issue.day)


_READERS = {
    "boi": _boi,
    "idcc": _idcc,
    "n": _idcc,
    "nor": _nor,
    "circulaire": _circular,
    "circ": _circular,
    "j": _journal,
    "jo": _journal,
    "jorf": _journal,
    "journal": _journal,
    "joue": _union_journal,
    "joce": _union_journal,
}
_DASHES = str.maketrans("–‐‑", "---")
_BLANK = r"\s{0,40}"
_SIGN = rf"(?:n\s?[°º˚o]s?\.?{_BLANK})"
_NOR = r"(?P<number>[A-Z]{4}[0-9]{7}[A-Z])(?!\w)"
_SOURCES = {
    "boi": (
        r"(?P<number>BOI(?:[-–‐‑][A-Z]{2,8}){1,4}(?:[-–‐‑][0-9]{1,6}(?![0-9]|/[0-9])){0,9}"
        r"|boi(?:-[a-z]{2,8}){1,4}(?:-[0-9]{1,6}(?![0-9])){1,9})"
        r"(?:[-–‐‑](?:(?P<day>[12][0-9]{7})|[0-9]{2}/[0-9]{2}/[0-9]{4}))?(?!\w|-(?![A-Z][a-zà-ÿ])\w)"
    ),
    "idcc": (
        rf"(?:{_SIGN}IDCC|IDCC|idcc){_BLANK}(?:{_SIGN}|:{_BLANK}){{0,2}}(?P<number>[0-9]{{1,4}})(?![0-9]|[.,/-][0-9])"
    ),
    "nor": rf"(?:NOR{_BLANK}(?::{_BLANK})?{_SIGN}?)?{_NOR}",
    "circular": rf"(?:(?<!\w)NOR{_BLANK}(?::{_BLANK})?{_SIGN}?|(?<!\w)){_NOR}",
    "dated": (
        rf"[Cc]irc(?:ulaire|\.)(?:\s{{1,40}}(?:inter)?minist[ée]rielle)?"
        rf"(?:\s{{1,3}}[A-Z][\w./-]{{1,30}}){{0,3}}"
        r"(?:\s{1,3}(?:du|de la|de l'|des)\s?(?:ministr|minist[èe]r|garde|direct|préf|Premier|secrétaire|chancel)"
        r"[^,;.:()\n\d]{2,60}?)?"
        rf"(?:{_BLANK}{_SIGN}[A-Z0-9][\w./-]{{1,30}})?{_BLANK},?{_BLANK}(?:(?:en date )?du\s{{1,40}})?(?=[0-9])"
    ),
    "break": r"[;]|\n\s*\n|\.\s+[A-Z]",
    "jo": (
        rf"(?:JO(?:RF)?|J\.\s?O\.(?:\s?R\.\s?F\.)?|Journal\s+officiel(?:\s+de\s+la\s+République(?:\s+française)?)?)(?!\w){_BLANK},?{_BLANK}"
        rf"(?:{_SIGN}[0-9]{{1,4}}(?![0-9]){_BLANK},?{_BLANK})?(?:du\s{{1,40}})?(?=[0-9])"
    ),
    "joue": (
        rf"JO(?:UE|CE){_BLANK},?{_BLANK}(?:série\s)?{_SIGN}?(?P<series>[LC]){_BLANK}(?:[-–]{_BLANK})?{_SIGN}?(?P<number>[0-9]{{1,4}})"
        rf"{_BLANK},?{_BLANK}(?:du\s{{1,40}})?(?=[0-9])"
    ),
    "page": (
        rf"{_BLANK},?{_BLANK}(?:p(?:ages?|p)?\.?{_BLANK}(?P<page>[0-9]{{1,3}}(?:\s[0-9]{{3}}|[0-9]{{0,3}}))(?![0-9])"
        rf"|texte{_BLANK}{_SIGN}?(?P<text>[0-9]{{1,4}}))"
    ),
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_SOURCES[name])
