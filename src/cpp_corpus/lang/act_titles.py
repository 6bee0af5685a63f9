"""Titles of acts, as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz, process

from cpp_corpus.errors import expect
from cpp_corpus.lang.acts import ACTS
from cpp_corpus.lang.treaties import treaty_title
from cpp_corpus.lang.typography import plain

__all__ = ["act_of", "act_title", "nearest_acts"]


def act_title(act: str) -> str:
    """The title of the code with the id ``act``; of another act, its usual name, or its nature with number or date.

    >>> act_title("code-penal"), act_title("loi:2019-222"), act_title("loi:1881-07-29")
    ('Code pénal', 'loi n° 2019-222', 'loi du 29/07/1881')
    >>> act_title("reglement-ue:2016/679"), act_title("directive-ue:2000/31"), act_title("code-des-moulins")
    ('règlement (UE) 2016/679', 'directive 2000/31', 'Code des moulins')
    >>> act_title("constitution:1958"), act_title("traite:tue")
    ('Constitution du 4 octobre 1958', "traité sur l'Union européenne")
    >>> act_title("decision-cc:2031-605-dc"), act_title("boi:boi-ven-10")
    ('décision du Conseil constitutionnel n° 2031-605 DC', 'BOI-VEN-10')
    """
    expect("act", act, str)
    if act in ACTS:
        return ACTS[act].title
    if act in _NAMED:
        return _NAMED[act]
    nature, mark, number = act.partition(":")
    if not mark:
        return act.replace("-", " ").capitalize()
    try:
        return f"{_NATURES.get(nature, nature)} du {date.fromisoformat(number):%d/%m/%Y}"
    except ValueError:
        return _numbered(nature, number)


def _numbered(nature: str, number: str) -> str:
    """An act with its number; ``(UE)`` stands before those of the Union since 2015, whose year comes first."""
    if nature == "traite":
        return treaty_title(number)
    if nature == "boi":
        return number.upper()
    word = _NATURES.get(nature, nature)
    if nature == "decision-cc":
        number = " ".join(part.upper() if part.isalpha() else part for part in _LETTERS.split(number))
    if nature.endswith("-ue"):
        year = number.partition("/")[0]
        return (
            f"{word} (UE) {number}" if year.isdigit() and _FIRST_YEAR <= int(year) <= _LAST_YEAR else f"{word} {number}"
        )
    return f"{word} n° {number}" if nature in _SIGNED else f"{word} {number}"


def act_of(acts: Iterable[str], name: str) -> str | None:
    """The one of ``acts``, which are ids, that has the id or the title ``name``.

    >>> act_of(["code-penal", "code-des-moulins"], "Code des Moulins"), act_of(["code-penal"], "code-penal")
    ('code-des-moulins', 'code-penal')
    """
    title = name.strip().casefold()
    return next((act for act in acts if name == act or act_title(act).casefold() == title), None)


def nearest_acts(name: str, acts: Iterable[str] = ()) -> tuple[str, ...]:
    """Ids of at most three acts whose titles are like ``name``: codes of French law, and ``acts`` of a corpus.

    A name that is like the beginning of a title is like the title.

    >>> nearest_acts("code des moulin", ["code-des-moulins-et-des-horloges"])
    ('code-des-moulins-et-des-horloges',)
    >>> nearest_acts("code civl"), nearest_acts("code des sablers", ["code-des-sabliers"]), nearest_acts("CZZ")
    (('code-civil',), ('code-des-sabliers',), ())
    """
    return _nearest(_key(name), tuple(sorted(set(acts) - set(ACTS))))


# ---------------------------------------------------------------------------------------------------------------------

_MOST = 3
_LIKE = 70  # of 100: no title that is less like the name is near it
_BEGUN = 90  # of 100: the same for its beginning, and no whole title is so much like the name
_TELLING = 4  # letters of a last word that is none of "de", "des"
_CLOSE = 5  # of 100: titles that are so much less like it than the nearest one are near it too


@lru_cache(maxsize=1 << 12)
def _nearest(name: str, acts: tuple[str, ...]) -> tuple[str, ...]:
    scores = _scores(name, _titles(acts), _LIKE)
    words = name.split()
    if len(words) > 1 and len(words[-1]) >= _TELLING and max(scores.values(), default=0) < _BEGUN:
        scores = _scores(name, _beginnings(acts, len(words)), _BEGUN) or scores
    best = max(scores.values(), default=0)
    return tuple(act for act, score in scores.items() if score >= best - _CLOSE)


def _scores(name: str, titles: Mapping[str, str], least: int) -> dict[str, float]:
    found = process.extract(name, titles, scorer=fuzz.ratio, limit=_MOST, score_cutoff=least)
    return {act: score for _, score, act in found}


@lru_cache(maxsize=8)
def _beginnings(acts: tuple[str, ...], count: int) -> dict[str, str]:
    """The first words of the titles that have more than ``count``."""
    words = {act: title.split() for act, title in _titles(acts).items()}
    return {act: " ".join(each[:count]) for act, each in words.items() if len(each) > count}


@lru_cache(maxsize=8)
def _titles(acts: tuple[str, ...]) -> dict[str, str]:
    return {act: _key(act_title(act)) for act in (*ACTS, *acts)}


def _key(name: str) -> str:
    return " ".join(plain(name).lower().replace("-", " ").split())


_FIRST_YEAR, _LAST_YEAR = 2015, 2100
_LETTERS = re.compile(r"-(?=[a-z]+$)")
_NAMED = {
    "constitution:1958": "Constitution du 4 octobre 1958",
    "constitution:1946": "Constitution du 27 octobre 1946",
    "declaration:1789": "Déclaration des droits de l'homme et du citoyen de 1789",
}
_SIGNED = frozenset({"loi", "ordonnance", "decret", "arrete", "decision-cc", "decision-ce"})
_NATURES = {
    "decret": "décret",
    "arrete": "arrêté",
    "traite": "traité",
    "reglement-ue": "règlement",
    "directive-ue": "directive",
    "decision-ue": "décision",
    "decision-cadre-ue": "décision-cadre",
    "decision-cc": "décision du Conseil constitutionnel",
    "decision-ce": "décision du Conseil d'État",
}
