"""What each recogniser gives, in one form: a span, the article or range that it names, and its act.

The peers find references and do not say to which act a bare number belongs; what their own documentation promises is
done for them, to their advantage where there is a choice: a bare number and "du présent code" belong to the act that
speaks, "du même code" and "dudit code" to the code last named in the article, a title or a Légifrance id to that code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from cpp_corpus.lang import acts
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reference import Reference, ReferenceKind

__all__ = ["Claim", "ours", "plain", "theirs"]

_CODES = frozenset({"CODE", "LIVRE"})
_NAMED = frozenset({"preliminaire", "liminaire", "unique"})


@dataclass(frozen=True, slots=True)
class Claim:
    """An article, or the two ends of a range, said to stand at a span."""

    start: int
    end: int
    act: str | None
    article: str | None
    to: str | None = None


def ours(references: Sequence[Reference]) -> list[Claim]:
    """The articles among the references of this project."""
    return [Claim(r.start, r.end, r.act, r.article, r.to) for r in references if r.kind is ReferenceKind.ARTICLE]


def theirs(found: Sequence[dict[str, Any]], citing: str | None) -> list[Claim]:
    """The claims of a peer, in the order of the text."""
    claims: list[Claim] = []
    last = citing
    for raw in sorted(found, key=lambda raw: int(raw["start"])):
        first, to, text = (_number(raw["first"]), _number(raw["last"]), raw["act"])
        if text is None:
            act = citing
        elif text["nature"] not in _CODES:
            act = f"{text['nature']}:{text['number']}".lower()
        elif text["present"]:
            act = last = citing
        elif text["same"]:
            act = last
        else:
            act = last = _code(text, first or "")
        if first:
            claims.append(Claim(raw["start"], raw["end"], act, first, to))
    return claims


def plain(found: Sequence[dict[str, Any]], _citing: str | None) -> list[Claim]:
    """The claims of a program that gives ``start``, ``end``, ``act``, ``article`` and ``to`` itself."""
    return [
        Claim(raw["start"], raw["end"], _named(raw.get("act")), _number(raw.get("article")), _number(raw.get("to")))
        for raw in found
    ]


def _named(act: str | None) -> str | None:
    """The id of an act by its id, its Légifrance id or its title; anything else as it is."""
    if act is None or act in acts.ACTS:
        return act
    return _by_legitext().get(act) or next(iter(acts.by_name(act)), act)


def _number(printed: str | None) -> str | None:
    """The number; ``None`` for "présent", "suivants" and the like, which the peers give as if they were numbers."""
    number = normalize_number(printed) if printed else ""
    return number if number in _NAMED or any(map(str.isdigit, number)) else None


def _code(text: dict[str, Any], number: str) -> str:
    """The id of a code by its Légifrance id or its title; a title of several is the one that has the number."""
    by_id = _by_legitext().get(text["legitext"] or "")
    if by_id:
        return by_id
    candidates = acts.by_name(text["name"] or "")
    return next((act for act in candidates if acts.has_number(act, number)), next(iter(candidates), "code-inconnu"))


@cache
def _by_legitext() -> dict[str, str]:
    return {act.legitext: act.id for act in acts.ACTS.values() if act.legitext}
