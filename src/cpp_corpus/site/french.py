"""What the site says in French of values that have English names: relations, states, checks."""

from __future__ import annotations

from cpp_corpus.model.reference import Relation
from cpp_corpus.model.resolution import ReferenceState
from cpp_corpus.model.validity import ArticleState

__all__ = ["CHECKS", "GROUPS", "GROUP_LABELS", "RELATION_LABELS", "REPLACED", "STATE_LABELS", "TARGET_LABELS"]

RELATION_LABELS = {
    Relation.REFERS_TO: "mentionne",
    Relation.ISSUED_UNDER: "pris en application de",
    Relation.CONFORMS_TO: "conforme à",
    Relation.UNDER_CONDITIONS_OF: "dans les conditions de",
    Relation.COMMENCEMENT: "entre en vigueur selon",
    Relation.DEFINED_BY: "défini par",
    Relation.EXCLUDES: "exclut",
    Relation.SUBJECT_TO: "sous réserve de",
    Relation.DEROGATES_FROM: "déroge à",
    Relation.WITHOUT_PREJUDICE_TO: "sans préjudice de",
    Relation.PENALIZED_BY: "puni par",
    Relation.APPLIES: "rend applicable",
    Relation.AMENDS: "modifie",
}
"""What a citing article does with its target."""

GROUPS = {
    Relation.REFERS_TO: "cite",
    Relation.ISSUED_UNDER: "fonde",
    Relation.CONFORMS_TO: "fonde",
    Relation.UNDER_CONDITIONS_OF: "fonde",
    Relation.COMMENCEMENT: "fonde",
    Relation.DEFINED_BY: "definit",
    Relation.EXCLUDES: "ecarte",
    Relation.SUBJECT_TO: "ecarte",
    Relation.DEROGATES_FROM: "ecarte",
    Relation.WITHOUT_PREJUDICE_TO: "ecarte",
    Relation.PENALIZED_BY: "punit",
    Relation.APPLIES: "applique",
    Relation.AMENDS: "modifie",
}
"""The class of the style sheet, with a colour and a line of its own, in which references of a relation are shown."""

GROUP_LABELS = {
    "cite": "mentionne",
    "fonde": "applique, suit, ou y prend ses conditions",
    "definit": "y prend une définition",
    "ecarte": "exclut, réserve, ou déroge",
    "punit": "y prend la peine",
    "applique": "rend applicable",
    "modifie": "modifie",
}
"""What the classes mean, for the legend."""

STATE_LABELS = {
    ArticleState.IN_FORCE: ("en vigueur", "en vigueur"),
    ArticleState.REPEALED: ("abrogé", "abrogés"),
    ArticleState.FUTURE: ("à venir", "à venir"),
    ArticleState.UNKNOWN: ("état non indiqué", "d’état non indiqué"),
}
"""States of an article, and of several."""

REPLACED = ("replaced", "modifié", "modifiés")
"""The state of a version after which another one of its article begins, as the site has it."""

TARGET_LABELS = {
    ReferenceState.RESOLVED: "dans le recueil",
    ReferenceState.REPEALED: "vers un texte abrogé",
    ReferenceState.MISSING: "vers un article qui manque à son texte",
    ReferenceState.EXTERNAL: "vers un texte hors du recueil",
    ReferenceState.UNKNOWN: "vers une cible inconnue",
}
"""Where references lead."""

CHECKS = {
    "contradictory-link": "Liens qui contredisent leurs mots",
    "damaged-text": "Textes abîmés",
    "dangling-reference": "Renvois à un article qui n’existe pas",
    "duplicate-number": "Numéros portés par deux articles",
    "duplicate-text": "Textes publiés sous deux numéros",
    "empty-article": "Articles sans texte",
    "leftover-markup": "Balises restées dans le texte",
    "missing-part": "Renvois à un alinéa qui n’existe pas",
    "numbering-gap": "Numéros sautés",
    "orphan": "Articles qui ne citent rien et que rien ne cite",
    "reference-cycle": "Renvois en cercle",
    "repealed-target": "Renvois à un article abrogé",
    "self-reference": "Articles qui se citent eux-mêmes",
    "truncated-text": "Textes coupés",
    "unlisted-reference": "Renvois que la source ne relève pas",
    "unread-link": "Liens de la source qui n’ont pas été lus dans le texte",
}
"""Kinds of findings; one that is not here is shown by its code."""
