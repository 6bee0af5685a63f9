"""Acts of other countries, by names that no French act has: ``Code des obligations``, ``loi fédérale``."""

from __future__ import annotations

import re

from cpp_corpus.lang.foreign import country_behind, foreign_act_at
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["FOREIGN", "of_country", "with_country"]

_BEGINS = compiled(
    r"(codes?|lois?|constitution|charte|ordonnances?|règlement|arrêtés?|dahir|grundgesetz|bürgerliches|straf|zivil"
    r"|handels|acte|moudawana|décrets?|title|uniform)",
    re.IGNORECASE,
)
_REST = compiled(r"(?: (?:du|de la|des|de l'|de) ?[A-ZÀ-Ý][\w'-]*)*")
"""The rest of a name: "du Logement"."""


def _foreign(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """*act of another country*"""
    found = foreign_act_at(text, match.start()) if how is None else None
    if found is None:
        return None
    if text.startswith("charte", match.start()):  # "la charte des droits et libertés de la personne accueillie"
        return None
    rest = _REST.match(text, found.end)
    end = rest.end() if rest is not None else found.end
    return of_country(match.start(), end, match[1].lower().removesuffix("s"))


def of_country(start: int, end: int, nature: str) -> ActName:
    """An act of another country, which has no id."""
    return ActName(start, end, end, nature, reason=Reason.FOREIGN_ACT)


def with_country(text: str, name: ActName) -> ActName:
    """The act of a name, or the one of another country where the name of a country stands behind: "code civil belge"."""
    if text[name.end : name.end + 1] != " ":
        return name
    found = country_behind(text, name.end)
    return name if found is None else of_country(name.start, found.end, name.nature)


FOREIGN = Form(
    "foreign",
    "clordgbszhatum",
    _BEGINS,
    _foreign,
    (
        Example("l'article ⟦257⟧ du Code des obligations", "?/257"),
        Example("l'article ⟦7⟧ de la loi fédérale du 3 mars 2031", "?/7"),
        Example("l'article ⟦218⟧ du Code bruxellois du Logement", "?/218"),
        Example("l'article ⟦7⟧ du code civil belge", "?/7"),
        Example("l'article ⟦7⟧ du Code civil du Québec", "?/7"),
    ),
)
