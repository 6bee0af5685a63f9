"""Nouns of acts with words behind them that make them other ones than those named before: "de la loi étrangère"."""

from __future__ import annotations

import re

from cpp_corpus.normalizer.recognize.discourse.named_acts import NamedAct
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.phrase import ActName

__all__ = ["has_same_words", "words_of_another"]

_POINTS = (
    r"(?:[a-zà-ÿ]*modifi|abrog|codifi|consolid|compl[ée]t|interprét|commenté|considéré|concerné|intéressé|invoqué|appliqu"
    r"|applicable|précité|visé|cité|évoqué|rappelé|énoncé|mentionné|indiqué|reproduit|dite?(?!\w)|relati[fv]|contraire"
    r"|nécessaire|actuel|initial|originel|originaire|entier|entière|intégral|organique|généralement|publique)"
)
"""How words begin that only point back, say what became of an act, or are of the article or the sentence."""
_VERBS = (
    r"(?:cr|agr|suppl|signal|égal|ét?al|rég?al|install|[a-z]*app|interp|renouv|exc|rec|sc|arr|dér|prét?|act|mot|cult|av"
    r"|pr|éclair|(?:appl|expl|impl|ind|compl|répl|dupl|prat|crit|fabr|commun|revend|abd|inv|provo)iqu|cr?eus|plant|chant"
    r"|vant|aim|cibl|accabl|sembl|entre-?bâ)"
)
"""How verbs begin that end as adjectives do: "de la loi appelle", "du décret explique"."""
_FEMININE = (
    rf"(?!{_VERBS}(?:e|ée|elle|ive|ique|ante|ble)(?!\w))[a-zà-ÿ-]{{2,}}(?:ée|elle|enne|ale|ive|aire|ique|euse|ière"
    r"|able|ible|érieure|ante)"
)
_MASCULINE = (
    rf"(?!{_VERBS}(?:e|ive|ique|ble)(?!\w)|(?:[ld]e|au|du)?quel|tel(?!\w)|appel|bien|rien|combien|peux|veux|ceux|deux)"
    r"[a-zà-ÿ-]{2,}(?:é|i?el|ien|al|if|aire|ique|eux|ier|able|ible|érieur)"
)
"""Adjectives and participles, by their endings."""
_OTHERS = r"étrang(?:er|ère)|interne|externe|moderne|récente?|entreprise|rendue?"
_SORTS = (
    r"de (?:fond|forme|finances|programmation|programme|ratification|police|procédure|règlement|validation)"
    r"|d'(?:habilitation|orientation|application|exécution|autonomie|origine|accueil)"
    r"|d(?:u (?:domicile|pavillon|siège|talion|marché|constituant|défunt|mariage|divorce|débiteur|créancier)"
    r"|e la (?:résidence|succession|situation|faillite|nationalité|filiation|souveraineté)"
    r"|e l'(?:[ÉEé]tat|immeuble|enfant|époux|employeur|établissement|obligation|union))(?!\w)"
    r"|d(?:u |e la |e l'|es )(?:juge|maire|préf|sous-préf|ministre|président|tribunal|cour(?!\w)|conseil|premier"
    r"|directeur|directrice|recteur|magistrat|gouverneur|for(?!\w)|lieu(?!\w)|pays|canton|contrat(?!\w))[a-z]*"
)
"""Complements that tell an act by what it is for, or who made it."""
_BEHIND = compiled(
    rf" (?!{_POINTS})(?:(?P<feminine>{_FEMININE})|(?P<masculine>{_MASCULINE})|{_OTHERS}|{_SORTS})"
    r"(?![\w'])(?P<agent> (?:par|en|à)(?!\w))?"
)
_NOUN = re.compile(r"\w+")
_FEMININE_NOUNS = ("loi", "ord", "dir", "con", "cha", "déc")
_OF_AUTHOR = {"préfectoral": "préf", "ministériel": "minist", "municipal": "maire", "présidentiel": "président"}
"""The authority of an act by its adjective, as it may be named instead: "l'arrêté du préfet"."""
_NEAR = 120  # characters behind an act in which its description stands
_ENDS = re.compile(r"[;\n]|\.(?=\s)")
_SHORTEST = 5  # letters that are kept of a word


def words_of_another(text: str, name: ActName) -> str | None:
    """The words behind a bare noun of an act that tell another act of its nature; ``None`` where none do.

    They agree with the noun: a participle in the masculine behind a feminine one is of the article.

    >>> text = "l'article 4 de la loi étrangère"
    >>> words_of_another(text, ActName(18, 21, 21, "loi"))
    'étrangère'
    """
    noun = _NOUN.match(text, name.start)
    behind = None if noun is None else _BEHIND.match(text, noun.end())
    if noun is None or behind is None:
        return None
    is_feminine = noun[0].lower().startswith(_FEMININE_NOUNS) and not noun[0].lower().startswith("décret")
    if behind["masculine" if is_feminine else "feminine"] is not None:
        return None
    if behind["agent"] is not None and not is_feminine and behind[0].partition(" par")[0].endswith("é"):
        return None  # "l'article 4 du décret créé par" is created, and not the decree
    return text[noun.end() + 1 : behind.end() if behind["agent"] is None else behind.start("agent")]


def has_same_words(text: str, words: str, act: NamedAct, before: int) -> bool:
    """Whether an act was described with the same words where it was named, which is before a position."""
    start, end = act.span
    limit = min(end + _NEAR, before)
    ended = _ENDS.search(text, end, limit)
    described = text[start : limit if ended is None else ended.start()].lower()
    return words[: max(_SHORTEST, len(words) - 3)] in described or _OF_AUTHOR.get(words, words) in described
