"""Numbers that count something, and so are no numbers of articles: sums, measures, periods, days and hours."""

from __future__ import annotations

import re
from itertools import pairwise

from cpp_corpus.normalizer.recognize.fragments import ADVERB, MONTH, compiled

__all__ = ["UNITS", "is_counted"]

_PERIODS = (
    r"jours?|mois|ans?|années?|heures?|minutes?|mi?n\.?|secondes?|semaines?|trimestres?|semestres?|nuits?|fois"
    rf"|{MONTH}|(?:janv|f[ée]vr?|avr|juill?|sept|oct|nov|d[ée]c)\."
)
_MONEY = r"euros?|EUR|francs?|FF|F ?CFP|F ?CFA|XPF|dollars?|USD|centimes?|millions?|milliards?|milliers?"
_MEASURES = (
    r"p\. ?100|pour cent|pour mille|degrés?|[kcm]m|(?:kilo|centi|milli)?mètres?|hectares?|ares?|ha|kg|[kKM][wW]h?"
    r"|(?:kilo|milli)?grammes?|tonnes?|(?:hecto|centi)?litres?"
)
_PERSONS = (
    r"personnes?|habitants?|salariés?|membres?|représentants?|enfants?|élèves?|agents?|candidats?|associés?"
    r"|actionnaires?|électeurs?|fonctionnaires?|délégués?|conseillers?|députés?|sénateurs?|magistrats?|juges?"
    r"|titulaires?|suppléants?|communes?|entreprises?"
)
_THINGS = (
    r"places?|points(?! [A-Za-z](?!\w))|voix|actions?|sièges?|logements?|lots?|lits?|véhicules?|unités?"
    r"|étages?|exemplaires?|pages?|copies?|parts?|séances?|alinéas"
)
_STREETS = r"(?:rue|avenue|boulevard|allée|chemin|impasse|quai|route)"
_OF_ARTICLE = r" (?:(?:du|de (?:la|cet?|cette|ladite)|dudit|et|ou)(?!\w)|de l'|[A-Z]{2}|C\.)"
"""What stands behind a letter that is a part of an article: "6 m de la loi"."""
UNITS = compiled(
    rf" ?(?:(?:[kM]?€|\$|%|‰|°C|m[²³23])(?!\w)|(?:H|h ?)\d\d(?!\w)|h(?= [a-zà-ÿ])(?!{_OF_ARTICLE}| {ADVERB})"
    rf"|h du (?:matin|soir)"
    rf"|(?:{_PERIODS}|{_MONEY}|{_MEASURES}|{_PERSONS}|(?:{_THINGS})(?! \d))(?![\w'])|m(?![\w'.)])(?!{_OF_ARTICLE})"
    rf"|(?:bis,? |ter,? |, ?)?{_STREETS}(?!\w))"
)
"""What is counted by the number before it: " euros", "%", " mai", " h 30"."""
_AMOUNT = r"\d+(?: \d{3}){0,4}(?:,\d+)?(?:er(?!\w))?"
_AMOUNTS = compiled(
    rf"\d+[-–]\d+|{_AMOUNT}(?:(?:,? (?:et|ou|à|sur|x) | [-–] |, (?=\d[^;:()\n]{{0,40}} (?:et|ou) )){_AMOUNT}){{0,6}}"
)
_VALUE = re.compile(r"[0-9][0-9 ]*")


def is_counted(text: str, at: int) -> bool:
    """Whether the number at a position counts something, alone or with greater ones that share what is counted.

    >>> is_counted("45 et 60 euros", 0), is_counted("12 et 14 du code", 0), is_counted("6 m de la loi", 0)
    (True, False, False)
    """
    amounts = _AMOUNTS.match(text, at)
    if amounts is None or UNITS.match(text, amounts.end()) is None:
        return False
    values = [int(value.replace(" ", "")) for value in _VALUE.findall(_DECIMALS.sub("", amounts[0]))]
    return all(one <= two for one, two in pairwise(values))


_DECIMALS = re.compile(r",[0-9]+")
