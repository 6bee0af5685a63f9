"""Acts by the names that stand alone: ``Déclaration de 1789``, ``Préambule de 1946``, ``Charte de l'environnement``."""

from __future__ import annotations

import re

from cpp_corpus.lang.act_names import act_name_at, name_beginnings
from cpp_corpus.lang.phrases import bare
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["NAME"]

_BEGINS = compiled(
    r"(accord|charte|constitution(?!-)|convention|data|déclaration|declaration|digital|pacte|préambule|preambule|protocole|statut"
    r"|traité|traite)(?!\w)",
    re.IGNORECASE,
)


def _named(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """*name* of a treaty, a declaration, an act of the Union"""
    if how is How.SAME and match[1][0] in "Dd":
        return ActName(match.start(), match.end(), match.end(), "déclaration", (), how)
    if match[0] == "Déclaration" and how is None and _ALONE.match(text, match.end()) is not None:
        return ActName(match.start(), match.end(), match.end(), "déclaration", (), How.VAGUE)
    if how is not None or bare(text[match.end() + 1 : match.end() + 3]) not in name_beginnings(""):
        return None
    known = act_name_at(text, match.start())
    if known is None:
        return None
    nature = match[1].lower()
    return ActName(match.start(), known.end, known.end, _NATURES.get(nature, nature), known.ids)


_ALONE = compiled(r"(?! ?(?:d[eu]s?(?!\w)|d'|universelle|préalable|sociale|annuelle|n°|[A-Z«]))")
"""What follows a declaration that was named before."""
_NATURES = {"declaration": "déclaration", "preambule": "préambule", "traite": "traité"}

NAME = Form(
    "name",
    "acdpst",
    _BEGINS,
    _named,
    (
        Example("l'article ⟦16⟧ de la Déclaration de 1789", "declaration:1789/16"),
        Example("la ⟦Charte de l'environnement⟧", "traite:charte-de-lenvironnement"),
        Example("le ⟦Préambule de 1946⟧", "constitution:1946"),
        Example("l'article ⟦107⟧ du traité sur le fonctionnement de l'Union européenne", "traite:tfue/107"),
        Example(
            "le ⟦statut de la Cour pénale internationale⟧ ; l'article ⟦87⟧ du statut",
            "traite:statut-de-la-cour-penale-internationale traite:statut-de-la-cour-penale-internationale/87",
        ),
        Example(
            "partie à l'⟦accord sur l'Espace économique européen⟧", "traite:accord-sur-lespace-economique-europeen"
        ),
        Example("la déclaration du meunier"),
    ),
)
