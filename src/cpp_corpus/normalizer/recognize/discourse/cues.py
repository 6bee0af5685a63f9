"""The words that tell what a sentence does with its reference."""

from __future__ import annotations

from cpp_corpus.model.reference import Relation
from cpp_corpus.normalizer.recognize.fragments import compiled

__all__ = [
    "ADVERBS",
    "AMENDING",
    "BEING",
    "BY_LAST_WORD",
    "CONDITIONS",
    "DETERMINERS",
    "DOING",
    "IN",
    "LIMITS",
    "LINKS",
    "MATTER",
    "OF",
    "PARTICIPLE",
    "PENALTIES",
    "TEXTS",
]

_R = Relation

LINKS = frozenset((
    "à", "a", "au", "aux", "de", "du", "des", "d'", "le", "la", "les", "l'", "par", "dans", "sur", "en", "leur",
    "leurs", "son", "sa", "ses", "cet", "cette", "ce", "ces", "celles", "celle", "ceux", "celui", "même", "mêmes",
    "dudit", "ledit", "ladite", "audit", "desdits", "avec", "et", "respectivement",
    "notamment", "également", "combinées", "combinés", "lesdits", "lesdites", "soit", "qu'", "article",
    "chacun", "chacune", "partie", "législative", "réglementaire",
    "législatives", "réglementaires", "générales", "particulières", "spéciales", "communes", "transitoires", "pénales",
))  # fmt: skip
"""Prepositions and determiners between a cue and its reference, and what tells of which kind its provisions are."""
MATTER = frozenset((
    "dispositions", "disposition", "prescriptions", "stipulations", "exigences", "termes", "règles", "obligations",
    "articles",
))  # fmt: skip
"""What a reference is of: "les dispositions de"."""
_DIRECT: tuple[tuple[Relation, tuple[str, ...]], ...] = (
    (_R.WITHOUT_PREJUDICE_TO, ("sans préjudice", "sans préjudice de l' application")),
    (_R.SUBJECT_TO, ("sous réserve", "sous réserve de l' application", "sous réserve du respect", "le respect",
                     "au respect", "subordonné au respect", "du respect")),
    (_R.DEROGATES_FROM, ("dérogation", "déroger", "dérogé", "déroge", "dérogent", "dérogeant", "par exception",
                         "nonobstant", "contrairement")),
    (_R.EXCLUDES, ("à l' exception", "à l' exclusion", "autres que", "autre que", "sauf", "hormis", "excepté", "hors")),
    (_R.ISSUED_UNDER, ("en application", "par application", "pour l' application", "pour application", "en vertu",
                       "au titre", "sur le fondement", "en exécution", "pour l' exécution", "sur la base",
                       "en faisant application", "prise pour l' application")),
    (_R.CONFORMS_TO, ("conformément", "conforme", "conformes", "dans le cadre", "conformité", "il est dit",
                      "se conformer", "se conforment", "en conformité")),
    (_R.DEFINED_BY, ("au sens", "tel que défini", "telles que définies", "tels que définis", "telle que définie")),
    (_R.UNDER_CONDITIONS_OF, ("selon les modalités", "dans les conditions", "dans les cas", "dans les formes",
                              "selon la procédure", "suivant les modalités", "dans les délais", "dans le délai",
                              "dans la limite", "dans les limites", "selon les règles", "dans le cas",
                              "dans les mêmes conditions", "selon les mêmes modalités", "dans les mêmes formes",
                              "dans les mêmes cas", "dans les mêmes limites", "selon les mêmes règles",
                              "selon la même procédure")),
    (_R.APPLIES, ("faire application", "fait application", "lieu à application", "fasse application",
                  "faisant application", "lieu de faire application")),
    (_R.AMENDS, ("modifiant", "modifié", "modifiée", "modifiés", "modifiées", "rédaction antérieure",
                 "rédaction issue", "rédaction résultant", "version antérieure", "version issue", "version résultant",
                 "celle issue", "réd.", "issu", "issus", "issues", "transféré",
                 "transférée", "transférés", "abrogeant", "complétant", "remplacé", "abrogé", "abrogés", "abrogée",
                 "abrogées", "rédaction",
                 "effectuée en conséquence", "effectuées en conséquence", "modifie", "modifient", "abroge", "abrogent",
                 "réécrit", "réécrivent", "à modifier", "à abroger", "à compléter",
                 "a complété", "ont complété", "introduite", "introduits",
                 "introduites", "a introduit", "ont introduit", "insère", "insèrent", "introduit dans",
                 "crée un", "créent un", "insère un", "insèrent un", "introduit un", "ajoute un", "ajoutent un",
                 "a ajouté un", "a inséré un", "a créé un")),
    (_R.PENALIZED_BY, ("puni", "punis", "punie", "punies", "réprimé", "réprimés", "réprimée", "réprimées",
                       "sanctionné", "sanctionnée", "sanctionnés", "sanctionnées",
                       "puni des peines", "punis des peines", "punie des peines", "punies des peines",
                       "passible des peines", "passibles des peines")),
)  # fmt: skip
BY_LAST_WORD: dict[str, list[tuple[str, Relation]]] = {}
"""The cues that stand directly before a reference, by their last word; elided words are apart."""
for _relation, _cues in _DIRECT:
    for _cue in _cues:
        BY_LAST_WORD.setdefault(_cue.split()[-1], []).append((" " + _cue, _relation))

AMENDING = frozenset((
    "modifie", "modifient", "abroge", "abrogent", "réécrit", "réécrivent", "modifier",
    "abroger", "compléter", "complété", "insère", "insèrent", "introduit", "issu", "issus",
))  # fmt: skip
"""Verbs that amend what stands directly behind them, and nothing that is "mentionné à" it."""
PARTICIPLE = compiled(
    r"(?:prév|mentionn|vis|fix|défin|énonc|énumér|détermin|précis|indiqu|institu|décri|édict|mention|cit|établ"
    r"|impos|ouver|point|appliqu|régi"
    r"|résult|figur|relev|constitu|soumi|demand|inscri|désign|command|instaur|accord|attribu|rel|reconn)"
    r"(?:é|ée|és|ées|u|ue|us|ues|i|ie|is|ies|t|te|ts|tes|ant|s)$"
)
"""A participle that leads to a reference: ``prévues``, ``mentionné`` …"""
CONDITIONS = frozenset((
    "conditions", "modalités", "cas", "formes", "délai", "délais", "limite", "limites", "procédure", "règles",
    "forme", "condition",
))  # fmt: skip
"""Nouns of conditions: "dans les conditions prévues à"."""
PENALTIES = frozenset(("peines", "peine", "sanctions", "sanction", "amende", "amendes", "pénalités"))
"""Nouns of penalties: "les peines prévues à"."""
TEXTS = frozenset(("arrêté", "décret", "ordonnance", "loi", "règlement", "convention", "décision", "directive", "code"))
"""Nouns of acts, which stop the cue that governs them."""
IN = frozenset(("dans", "selon", "suivant", "sous"))
"""Prepositions before conditions."""
DETERMINERS = frozenset(("le", "la", "les", "l'", "leur", "leurs", "des"))
"""Determiners of conditions that are laid down."""
OF = frozenset(("de", "d'"))
"""Before the complement of a noun."""
BEING = frozenset(("est", "sont", "soient", "soit", "être", "été"))
"""Forms of "être" before a participle."""
ADVERBS = frozenset(("respectivement", "notamment", "également", "ainsi", "limitativement", "y", "expressément"))
"""Adverbs between a noun and its participle."""
DOING = frozenset(("faire", "fait", "fasse", "faisant", "font"))
"""Forms of "faire" in "faire application de"."""
LIMITS: tuple[tuple[str, Relation], ...] = (
    ("sans préjudice", _R.WITHOUT_PREJUDICE_TO),
    ("sous réserve", _R.SUBJECT_TO),
    ("sous la réserve", _R.SUBJECT_TO),
    ("sous les réserves", _R.SUBJECT_TO),
    ("à l'exception", _R.EXCLUDES),
    ("à l'exclusion", _R.EXCLUDES),
    ("autres que", _R.EXCLUDES),
    ("autre que", _R.EXCLUDES),
    ("sauf ", _R.EXCLUDES),
    ("hormis ", _R.EXCLUDES),
    ("excepté ", _R.EXCLUDES),
    (" hors ", _R.EXCLUDES),
    ("en dehors des cas", _R.EXCLUDES),
    ("en dehors du cas", _R.EXCLUDES),
    ("en dehors des hypothèses", _R.EXCLUDES),
    ("en dehors des heures", _R.EXCLUDES),
    ("en dehors des énonciations", _R.EXCLUDES),
    ("en dehors des mentions", _R.EXCLUDES),
)
"""Prepositions that limit their whole noun phrase."""
