"""Decisions of courts: ``décision n° 2011-153 QPC``, ``CE, 27 juill. 2001, n° 222509``, ``pourvoi n° 22-10.176``."""

from __future__ import annotations

import re

from cpp_corpus.lang.decisions import CitedDecision, decision_at, from_ecli
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["COURT", "decision_by_ecli", "decisions"]

_BEGINS = compiled(
    r"(?=(?:d[ée]cisions?|arrêts?|jugements?) [^\n;]{0,80}?\d"
    r"|ordonnances?,? (?:n ?[°o]s?|num[ée]ros?) ?(?:\d\d ?[A-Z]{2} ?\d{5}|\d{6,7})(?!\d)"
    r"|ordonnances? [^;\n]{0,160}?[ (][CT] ?[-‑–] ?\d{1,4}/\d{2}(?!\d))",
    re.IGNORECASE,
)


def decisions(text: str, at: int) -> tuple[ActName, ...]:
    """The decisions that are cited at a position, each as an act; empty where none is."""
    return tuple([_name(found) for found in decision_at(text, at) if found.id is not None])


_ECLI = re.compile(r"ECLI:FR:[A-Z]{2,8}:[0-9]{4}:[0-9][0-9A-Z.]{1,24}(?<!\.)")
_NUMBER = re.compile(r"[0-9]+")
_CITED_BEFORE = 120  # characters in which the decision may be cited by its number


def decision_by_ecli(text: str, at: int) -> ActName | None:
    """The decision whose ECLI stands at a position and has its number; ``None`` where it is cited just before."""
    found = _ECLI.match(text, at)
    ident = None if found is None else from_ecli(found[0])
    if found is None or ident is None:
        return None
    number = max(_NUMBER.findall(ident), key=len)
    if number in text[max(0, at - _CITED_BEFORE) : at]:
        return None
    nature = ident.partition(":")[0]
    return ActName(at, found.end(), found.end(), nature, (ident,), How.NAMED, None, COURT.name)


def _name(found: CitedDecision) -> ActName:
    date = None if found.day is None else found.day.isoformat()
    ids = () if found.id is None else (found.id,)
    return ActName(found.start, found.end, found.stop, f"decision-{found.court}", ids, How.NAMED, date, COURT.name)


def _decision(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """``décision n°`` *number* (*kind* | ``du Conseil d'Etat``)"""
    found = decisions(text, match.start()) if how is None else ()
    return found[0] if found else None


COURT = Form(
    "decision",
    "dajo",
    _BEGINS,
    _decision,
    (
        Example("Dans sa ⟦décision n° 2011-153 QPC du 13 juillet 2011⟧, le Conseil", "decision-cc:2011-153-qpc"),
        Example("la ⟦décision du Conseil constitutionnel n° 96-377 DC du 16 juillet 1996⟧", "decision-cc:96-377-dc"),
        Example("par ⟦décision n° 436434 du 14 avril 2023 du Conseil d'Etat⟧", "decision-ce:436434"),
        Example("l'article ⟦2⟧ de la décision n° 2011-153 QPC du 13 juillet 2011", "decision-cc:2011-153-qpc/2"),
        Example(
            "par une ordonnance ⟦n° 2202710⟧ du 4 mars 2022, la présidente du tribunal administratif de Lille",
            "decision-ta:lille:2202710",
        ),
        Example("la décision n° 12"),
    ),
)
