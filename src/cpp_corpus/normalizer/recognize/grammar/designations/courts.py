"""Decisions of the Conseil constitutionnel and the Conseil d'Etat."""

from __future__ import annotations

import re

from cpp_corpus.normalizer.recognize.fragments import DATE, compiled
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["COURT"]

_DECISION = compiled(r"décisions? ", re.IGNORECASE)
_CC = compiled(
    rf"""
    décisions?(?: du Conseil constitutionnel)?
    \ (?:n°s? ?)?(?P<number>\d{{2,4}}-\d+(?:[/-]\d+)*) ?(?P<kind>QPC|DC|LP|L|LOM|FNR)(?!\w)
    (?: du {DATE})?(?: du Conseil constitutionnel)?
""",
    re.IGNORECASE,
)
_CE = compiled(
    rf"""
    décisions?(?: du Conseil d'Etat)?(?: statuant au contentieux)? n°s? ?(?P<number>\d{{5,6}})
    (?:[^.;]{{0,40}}?du Conseil d'[EÉ]tat| du {DATE}(?: du Conseil d'[EÉ]tat)?)?
""",
    re.IGNORECASE,
)


def _decision(text: str, match: re.Match[str], _how: How | None) -> ActName | None:
    """``décision n°`` *number* (*kind* | ``du Conseil d'Etat``)"""
    constitutional = _CC.match(text, match.start())
    if constitutional is not None:
        ident = f"decision-cc:{constitutional['number']}-{constitutional['kind'].lower()}"
        return ActName(match.start(), constitutional.end(), constitutional.end(), "decision-cc", (ident,))
    state = _CE.match(text, match.start())
    if state is not None and "onseil d'" in state[0]:
        return ActName(match.start(), state.end(), state.end(), "decision-ce", (f"decision-ce:{state['number']}",))
    return None


COURT = Form(
    "decision",
    "d",
    _DECISION,
    _decision,
    (
        Example("Dans sa ⟦décision n° 2011-153 QPC du 13 juillet 2011⟧, le Conseil", "decision-cc:2011-153-qpc"),
        Example("la ⟦décision du Conseil constitutionnel n° 96-377 DC du 16 juillet 1996⟧", "decision-cc:96-377-dc"),
        Example("par ⟦décision n° 436434 du 14 avril 2023 du Conseil d'Etat⟧", "decision-ce:436434"),
        Example("la décision n° 12"),
    ),
)
