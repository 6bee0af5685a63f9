"""Titles of acts, as people write them."""

from __future__ import annotations

from collections.abc import Iterable
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

    >>> nearest_acts("code civl"), nearest_acts("code des sablers", ["code-des-sabliers"]), nearest_acts("CZZ")
    (('code-civil',), ('code-des-sabliers',), ())
    """
    return _nearest(_key(name), tuple(sorted(set(acts) - set(ACTS))))


# ---------------------------------------------------------------------------------------------------------------------

_MOST = 3
_LIKE = 70  # of 100: no title that is less like the name is near it
_CLOSE = 5  # of 100: titles that are so much less like it than the nearest one are near it too


@lru_cache(maxsize=1 << 12)
def _nearest(name: str, acts: tuple[str, ...]) -> tuple[str, ...]:
    found = process.extract(name, _titles(acts), scorer=fuzz.ratio, limit=_MOST, score_cutoff=_LIKE)
    best = max((score for _, score, _ in found), default=0)
    return tuple(act for _, score, act in found if score >= best - _CLOSE)


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
