"""Titles of acts, as people write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz, process

from cpp_corpus.errors import expect
from cpp_corpus.lang.acts import ACTS
from cpp_corpus.lang.typography import plain

__all__ = ["act_title", "nearest_acts"]


def act_title(act: str) -> str:
    """The title of the code with the id ``act``; of another act, its nature with its number or date.

    >>> act_title("code-penal"), act_title("loi:2019-222"), act_title("loi:1881-07-29")
    ('Code pénal', 'loi n° 2019-222', 'loi du 29/07/1881')
    >>> act_title("reglement-ue:2016/679"), act_title("traite:tfue"), act_title("code-des-moulins")
    ('règlement (UE) 2016/679', 'traité tfue', 'Code des moulins')
    """
    expect("act", act, str)
    if act in ACTS:
        return ACTS[act].title
    nature, mark, number = act.partition(":")
    if not mark:
        return act.replace("-", " ").capitalize()
    try:
        return f"{_NATURES.get(nature, nature)} du {date.fromisoformat(number):%d/%m/%Y}"
    except ValueError:
        sign = "n° " if nature in _NUMBERED else ""
        return f"{_NATURES.get(nature, nature)} {sign}{number}"


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


_NUMBERED = frozenset({"loi", "ordonnance", "decret", "arrete", "decision-cc", "decision-ce"})
_NATURES = {
    "decret": "décret",
    "arrete": "arrêté",
    "traite": "traité",
    "reglement-ue": "règlement (UE)",
    "directive-ue": "directive (UE)",
    "decision-ue": "décision (UE)",
    "decision-cadre-ue": "décision-cadre (UE)",
    "decision-cc": "décision du Conseil constitutionnel",
    "decision-ce": "décision du Conseil d'État",
}
