"""Public identifiers of acts, derived from their ids where a rule allows it.

==============  ===============================================================  ================================
of              identifier                                                       rule
==============  ===============================================================  ================================
a code          LEGITEXT id, address at Légifrance                               the table of codes
a French text   ELI ``…/eli/{nature}/{yyyy}/{m}/{d}/{number}/jo/texte``          number and date known, from 2002
an EU act       CELEX ``3{yyyy}{R, L, F, D}{nnnn}``, its address                 year and number cannot be confused
an EU act       ELI ``http://data.europa.eu/eli/{reg, dir, dec}/{yyyy}/{n}/oj``  the same; not for framework decisions
Conseil const.  ECLI ``ECLI:FR:CC:{yyyy}:{number}.{kind}``                       date of the decision known
==============  ===============================================================  ================================

An id such as ``loi:2019-222`` has no date. The date is read only from the designation, where it is given: "loi n°
2019-222 du 23 mars 2019". So are "délégué" and "d'exécution" of EU acts (``reg_del``, ``reg_impl``; the plain form is
valid too).

Sources: the URI templates of the Publications Office, and of the Direction de l'information légale et administrative
(texts of the Journal officiel from 2002, by NOR or number). Regulations were numbered number/year until the end of
2014, and are year/number since.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from cpp_corpus.errors import expect
from cpp_corpus.lang.acts import ACTS
from cpp_corpus.lang.dates import find_date
from cpp_corpus.lang.decisions import ecli

__all__ = ["Identifiers", "identifiers"]


class Identifiers(NamedTuple):
    """The public identifiers of an act; ``None`` where no rule gives one."""

    legitext: str | None = None
    """Id of the text in the data of Légifrance, LEGITEXT and twelve digits."""
    eli: str | None = None
    """European Legislation Identifier, a URI."""
    celex: str | None = None
    """Number in EUR-Lex."""
    ecli: str | None = None
    """European Case Law Identifier."""
    url: str | None = None
    """Web address at which it is published."""


def identifiers(act: str, designation: str = "") -> Identifiers:
    """The identifiers of an act by ``act``, its id; ``designation`` is the name of the act in a text.

    >>> identifiers("code-penal").legitext, identifiers("reglement-ue:2017/1939").celex
    ('LEGITEXT000006070719', '32017R1939')
    >>> identifiers("loi:2019-222").eli
    >>> identifiers("loi:2019-222", "loi n° 2019-222 du 23 mars 2019").eli
    'https://www.legifrance.gouv.fr/eli/loi/2019/3/23/2019-222/jo/texte'
    >>> identifiers("decision-cc:2011-153-qpc", "décision n° 2011-153 QPC du 13 juillet 2011").ecli
    'ECLI:FR:CC:2011:2011.153.QPC'
    """
    expect("act", act, str)
    expect("designation", designation, str)
    return _identifiers(act, designation)


# ---------------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 12)
def _identifiers(act: str, designation: str) -> Identifiers:
    if act in ACTS:
        legitext = ACTS[act].legitext
        return Identifiers(legitext, url=f"https://www.legifrance.gouv.fr/codes/texte_lc/{legitext}")
    nature, _, number = act.partition(":")
    day = find_date(designation) if designation else None
    if nature in _FRENCH:
        eli = None if _OTHER_LAW.search(designation) else _french_eli(nature, number, day)
        return Identifiers(eli=eli, url=eli)
    if nature in _UNION:
        return _union(nature, number, designation)
    if nature == "decision-cc":
        return Identifiers(ecli=ecli(act, day))
    return Identifiers()


_FRENCH = frozenset({"loi", "ordonnance", "decret"})  # an "arrêté" has no number, only the NOR
_OTHER_LAW = re.compile(r"\b(?:organique|constitutionnelle)", re.IGNORECASE)  # separate natures in ELI, not confirmed
_FIRST_ELI = date(2002, 1, 1)
_NUMBER = re.compile(r"(20[0-9]{2})-[0-9]{1,5}")

_UNION = {
    "reglement-ue": ("R", "reg"),
    "directive-ue": ("L", "dir"),
    "decision-ue": ("D", "dec"),
    "decision-cadre-ue": ("F", None),
}
_LOWER = re.compile(r"\w+ (?:(d['’]ex[ée]cution)|d[ée]l[ée]gu[ée]e?)\b", re.IGNORECASE)
_PARTS = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")
_YEAR_FIRST = 2015
_FIRST_YEAR, _LAST_YEAR = 1958, 2099
_SHORT_YEARS = range(58, 99)  # 1999 on, years have four digits


def _french_eli(nature: str, number: str, day: date | None) -> str | None:
    match = _NUMBER.fullmatch(number)
    if match is None or day is None or day < _FIRST_ELI or day.year != int(match[1]):
        return None
    return f"https://www.legifrance.gouv.fr/eli/{nature}/{day.year}/{day.month}/{day.day}/{number}/jo/texte"


def _union(nature: str, printed: str, designation: str) -> Identifiers:
    match = _PARTS.fullmatch(printed)
    read = None if match is None else _year_and_number(nature, match[1], match[2])
    if read is None:
        return Identifiers()
    year, number = read
    letter, kind = _UNION[nature]
    if kind is not None and (lower := _LOWER.match(designation)) is not None:
        kind += "_del" if lower[1] is None else "_impl"
    celex = f"3{year}{letter}{number:04}"
    return Identifiers(
        eli=None if kind is None else f"http://data.europa.eu/eli/{kind}/{year}/{number}/oj",
        celex=celex,
        url=f"https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:{celex}",
    )


def _year_and_number(nature: str, first: str, second: str) -> tuple[int, int] | None:
    """Year and number; ``None`` where both numbers may be the year, or neither.

    Directives and framework decisions have always had the year first, regulations since 2015; decisions of the
    Parliament and the Council had the number first, the others the year.
    """
    readings = []
    year = _year(first)
    if year is not None and (nature != "reglement-ue" or year >= _YEAR_FIRST):
        readings.append((year, int(second)))
    year = _year(second)
    if year is not None and year < _YEAR_FIRST and nature in {"reglement-ue", "decision-ue"}:
        readings.append((year, int(first)))
    return readings[0] if len(readings) == 1 and readings[0][1] > 0 else None


def _year(digits: str) -> int | None:
    value = int(digits)
    if len(digits) == 2 and value in _SHORT_YEARS:
        return 1900 + value
    return value if len(digits) == 4 and _FIRST_YEAR <= value <= _LAST_YEAR else None
