"""Titles of acts, as people write them."""

from __future__ import annotations

from datetime import date

from cpp_corpus.errors import expect
from cpp_corpus.lang.acts import ACTS

__all__ = ["act_title"]


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
