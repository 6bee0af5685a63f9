"""Acts of the law of another country, by their sentence, their line and the whole text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from cpp_corpus.lang.foreign import (
    abroad_at,
    country_before,
    country_behind,
    country_lines,
    has_foreign_initials,
    law_country,
    laws_country,
    numbers_with_letters,
    ruled_from,
)
from cpp_corpus.normalizer.recognize.discourse.named_acts import NATIONAL, NamedActs
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Phrase

__all__ = [
    "LONGEST_PLACE",
    "OPENS_BRACKET",
    "TITLE",
    "country_of",
    "is_abroad",
    "is_in_bracket",
    "is_of_text_abroad",
    "is_still_abroad",
]

_WORDS = 30  # characters of "En droit suisse"
_FRENCH = compiled(r" ?(?:français|de la République française)(?!\w)", re.IGNORECASE)
_NUMBERED = frozenset(("loi", "ordonnance", "decret"))


@lru_cache(maxsize=1)
def _is_of_neighbour(text: str) -> bool:
    """Whether a text cites the law of a country whose codes have the initials of the French ones."""
    return has_foreign_initials(text)


@lru_cache(maxsize=1)
def country_of(text: str) -> str | None:
    """The country whose law a text is of; it may name many acts, and is looked through once."""
    return law_country(text)


TITLE = 200  # characters of the title of an act
_CLAUSE = 20  # characters before an article in which its sentence begins
_SAYS = compiled(
    r"(?:, (?:à l'inverse|au contraire|en revanche|par exemple|de même|en effet)(?=,))?"
    r"(?:,| \([^()\n]{1,30}\),?|)\s{0,3}(?:\d{1,3}\.? )?(?:selon\s|d'après\s)?(?:l'|les\s|le\s)?",
    re.IGNORECASE,
)
"""What stands between a country and an article of its law: "Au Maroc, selon l'article 490"."""


def is_abroad(text: str, phrase: Phrase, name: ActName) -> bool:
    """Whether the clause of an article begins with a country: "En Belgique, l'article 372 du code pénal"."""
    start = phrase.start
    before = text[max(0, start - 4) : start].replace("\n", " ")
    if before not in _LEADS_ON and not before.endswith("L'"):
        return False
    for place in _PLACE.finditer(text, max(0, start - LONGEST_PLACE), start):
        end = abroad_at(text, place.end())
        if end is not None and _SAYS.fullmatch(text, end, start) is not None:
            return _FRENCH.match(text, name.end) is None
    lowest = max(0, start - _CLAUSE)
    ended = max(text.rfind(". ", lowest, start), text.rfind("\n", lowest, start))
    headed = text.rfind("droit ", max(0, ended - _WORDS), ended) if ended > 0 else -1  # "Le droit polonais"
    if headed < 0 or _HEADS.search(text, max(0, headed - _CLAUSE), headed) is None:
        return False
    ruled = country_behind(text, headed + len("droit "))
    return ruled is not None and ruled.end == ended and _SAYS.fullmatch(text, ended + 1, start) is not None


OPENS_BRACKET = ("(", "(la ", "(le ", "(l'", " notamment la ", " notamment le ", " notamment l'")


def is_in_bracket(text: str, name: ActName) -> bool:
    """Whether an act is told of the law of a country before it: "du Code civil belge (loi du 18 juillet 2031)"."""
    opened = next(name.start - len(opens) for opens in OPENS_BRACKET if text.endswith(opens, 0, name.start))
    return name.how is How.NAMED and country_before(text, opened) and _FRENCH.match(text, name.end) is None


_HEADS = compiled(r"(?:^|[\n.;:])[\W\d_]*(?:le |en |du |au |de )?$", re.IGNORECASE)
"""What stands before "droit" in a heading that is a country's law: "2. Le droit polonais"."""
_AT_HOME = re.compile(r"[.;]\s|\n\n|\b(?:France|[Ff]rançaise?s?|notre|nos)\b")
"""What ends a sentence that speaks of another country, or turns to France."""


def is_still_abroad(text: str, phrase: Phrase, name: ActName, named: NamedActs) -> bool:
    """Whether the sentence of such an article goes on: "…, est remplacé par l'article 6.5 du nouveau Code civil"."""
    start = phrase.start
    return (
        0 <= named.abroad <= start <= named.abroad + TITLE
        and _AT_HOME.search(text, named.abroad, name.start) is None
        and _FRENCH.match(text, name.end) is None
    )


_LEADS_ON = frozenset((", l'", "n l'", "s l'", "les "))
"""What stands between a country and the word "article": ", l'", "selon l'", "selon les"."""
LONGEST_PLACE = 80  # characters
_PLACE = compiled(r"(?<!\w)(?=(?:En|Aux?)\s)|(?:;|(?<!\w)(?:et|ou))\s{1,3}(?=(?:en|aux?)\s)")
"""Where a clause may begin with a country."""
_SHARED = re.compile(r"C\.?\s?[CPcp]\.?(?:\s?[CPcp]\.?)?")
"""Initials that codes of France and of its neighbours have: CC, CP, CPC, CPP, C.p.c."""


def _is_shared(text: str, name: ActName) -> bool:
    return name.nature == "code" and _SHARED.fullmatch(text[name.start : name.end]) is not None


def is_of_text_abroad(text: str, name: ActName, numbers: Sequence[str], whole: str) -> bool:
    """Whether an act is of the country whose law the whole text is of, or whose initials it has."""
    if name.nature in NATIONAL:
        country = country_of(whole) or _country_of_line(whole, name.start)
        if country is None and name.nature in _NUMBERED:
            country = _country_of_laws(whole)
        if (
            country is not None
            and name.start >= _ruled_from(whole)
            and _is_national(text, name, numbers, country)
            and (numbers_with_letters(country) or _PREFIXED_BEHIND.match(text, name.stop) is None)
        ):
            return True
    return _is_shared(text, name) and _is_of_neighbour(whole)


def _country_of_line(text: str, at: int) -> str | None:
    """The country with which the line of a position begins: "- Belgique : loi du 3 mars 2031"."""
    lines = _lines_of_countries(text)
    place = bisect_right(lines, at, key=itemgetter(0)) - 1 if lines else -1
    return lines[place][2] if place >= 0 and at < lines[place][1] else None


_PREFIXED_BEHIND = compiled(r",? [^.;:\n]{0,40}?art(?:icles?|\.) [LRD]\.? ?\*?\d{3,4}-\d")
"""An article behind an act whose number has a letter as only codes of France have: ", en son article L. 121-2"."""


@lru_cache(maxsize=1)
def _ruled_from(text: str) -> int:
    return ruled_from(text)


@lru_cache(maxsize=1)
def _country_of_laws(text: str) -> str | None:
    return laws_country(text)


@lru_cache(maxsize=1)
def _lines_of_countries(text: str) -> Sequence[tuple[int, int, str]]:
    return country_lines(text)


def _is_national(text: str, name: ActName, numbers: Sequence[str], country: str) -> bool:
    """Whether an act named in a text about the law of another country is one of that law."""
    if name.how in _OF_TEXT:
        return False
    if numbers and numbers[0][0] in "lrda" and (_OF_FRANCE.match(numbers[0]) or not numbers_with_letters(country)):
        return False
    if name.nature == "constitution" and "1958" in text[name.start : name.stop]:
        return False
    return _FRENCH.match(text, name.end) is None


_OF_TEXT = (How.SAME, How.PRESENT)
_OF_FRANCE = re.compile("[lrd][0-9]{4}")
"""A number as only codes of France have."""
