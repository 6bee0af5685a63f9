"""Acts by the names that stand alone: ``Déclaration de 1789``, ``Préambule de 1946``, ``Charte de l'environnement``."""

from __future__ import annotations

import re

from cpp_corpus.lang.act_names import act_name_at, name_beginnings
from cpp_corpus.lang.phrases import bare
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["NAME", "unread"]

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

_UNREAD = compiled(
    r" (?!(?:Les?|La|Une?|Par|Pour|Vu|Aux?|Des?|Du|Ce(?:t|tte|s)?|Dans|Sur|Selon|Sa|Son|Ses|Leurs?|Ils?|Elles?|On|Nous"
    r"|Vous|Je|En|Et|Ou|Où|Mais|Or|Donc|Car|Si|Que|Qui|Quand|Lorsque?|Après|Avant|Sans|Sous|Toute?s?|Tous|Chaque|Tel"
    r"|Ainsi|Enfin|Art|Articles?|Titre|Livre|Partie|Chapitre|Section|Annexe|Alinéa|Considérant|Attendu|Sont|Est|Etat"
    r"|République|Journal|Conseil|Code|Lois?|Décrets?|Ordonnances?|Arrêtés?|Directives?|Règlements?|Fait|Date|Numéro"
    r"|Texte|Version|Cons|Voir|Présente?|Modificati(?:f|ve)|Rectificati(?:f|ve)|Organique)(?!\w))"
    r"[A-ZÀ-Ý][a-zà-ÿ]{2,}(?:[- ][A-ZÀ-Ý][a-zà-ÿ]{2,}){0,3}(?: [IV]{1,3})?"
    r"(?= ?(?:[,;.:)»]|\n|$)| (?:et|ou|sur|relati|portant|précité|susvisé|modifi|est|a|ne|s'|qui|dispose|prévoi)(?!\w)"
    r"| de \d| \((?!n))"
)


def unread(text: str, name: ActName) -> ActName | None:
    """An act by its nature and a name in capitals that no table has: "l'ordonnance Navet"; ``None`` where none is.

    It is another one than the act of that nature that was named before.
    """
    called = _UNREAD.match(text, name.end)
    if called is None:
        return None
    return ActName(name.start, called.end(), called.end(), name.nature, (), reason=Reason.UNKNOWN_NAME)


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
