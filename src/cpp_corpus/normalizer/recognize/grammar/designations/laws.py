"""Laws, ordinances, decrees and orders, by number or date; texts that are named only by their nature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_corpus.lang.act_names import act_name_at, name_beginnings
from cpp_corpus.lang.dates import read_date
from cpp_corpus.lang.foreign import country_behind
from cpp_corpus.lang.natures import is_number_of, short_act_at
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.phrases import bare
from cpp_corpus.lang.short_dates import date_at
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import DATE, MONTH, compiled, layout
from cpp_corpus.normalizer.recognize.grammar.designations.foreign import foreign_name, with_country
from cpp_corpus.normalizer.recognize.grammar.designations.names import unread
from cpp_corpus.normalizer.recognize.grammar.designations.union import behind_institutions
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = [
    "LAW",
    "NATURES",
    "OTHER",
    "PLURAL_LAWS",
    "SHORT",
    "act_of_day",
    "act_of_number",
    "further_laws",
    "iso_date",
]

NATURES = {"loi": "loi", "ordonnance": "ordonnance", "décret": "decret", "arrêté": "arrete"}
"""Nature of an act, by its noun."""
_FRENCH = compiled(
    r"(l ?ois?(?:-(?:cadre|programme)s?| programmes?(?= \([IVX]))?"
    r"|or ?don ?nances?|d[ée] ?c ?r ?[eéê]ts?(?:-lois?)?|ar ?r(?:ê ?t|[eé]t)[ée]s?)"
    r"(?![^\W\d])",
    re.IGNORECASE,
)
"""A noun, also with a blank in it, as converters of PDF leave one: "l'ar rêté du 4 octobre 2010"."""
_SORT = layout(r"""
    (?: (?:
        organiques?|constitutionnelles?|minist[ée]riels?|interminist[ée]riels?|modifiée?s?|du pays|de programmation
        |d'orientation|de programme|françaises?|municipal|préfectoral|rectificatives?
        |inter-?préfectoral|départemental|complémentaire|permanent|temporaire|conjoint|modificatif
        |de financement de la sécurité sociale(?: rectificative)?
        |de finances(?: rectificative)?|d'application|en Conseil d'Etat
        |d(?:e|')[ ]?[a-zéè]{4,20}(?:[ ][a-zéè]{4,20})?(?=[ ]n[ ]?[°o])  # "de ratification"
        |const\.|org\.|min\.|interm\.|préf\.|mun\.|validée|susvisée?|précitée?|\([A-Z]{1,2}\)
    ))*
    (?: pour (?:l'année )?\d{4})?(?: \((?:NOR ?:? ?)?[A-Z]{4}\d{7}[A-Z]\))?
""")
_CALLED = (
    r"(?: (?!(?:et|ou|du|des|qui|que|est|sont|aux?|par|en|sous|a|l[ea]s?|un|ce|cette|dit|dite|visée?|précitée?"
    r"|susvisée?|mentionnée?|prévue?|lois?|décrets?|arrêtés?|ordonnances?|décisions?|directives?|règlements?|codes?|arrêts?|avis|cour|pourvois?"
    r"|requêtes?|circulaires?|articles?)(?!\w))"
    r"(?:[a-zà-ÿ]{1,2}')?[a-zà-ÿ-]{2,14}){1,3}"
)
"""What people call a law, before its number: "loi pouvoir d'achat n° 2022-1158"."""
_ISO = r"(?:1[789]|20)\d\d-[01]\d-[0-3]\d(?![\d-])"
"""A date in figures, as old notes have it: "Loi 2004-1485 2004-12-30"."""
_HEADED = r" \d{2,4}(?=,? (?:art|du \d|relati|portant|modifi|et |ou )| ?[,;:)/\n]| ?\Z)"
"""The number of a law with a blank for its hyphen: "loi 71 1130 article 66-5", "Décret 2020 1310 du 29/10/20"."""
_NUMBERED = compiled(
    rf"""
    {_SORT}(?P<adjective> [a-zéè]{{4,12}}(?= n ?[°o])|{_CALLED}(?= n ?[°o] ?\d\d(?:\d\d)?-\d))?,? ?\(?
    (?:n[°˚o0]s? ?|°n ?(?=\d)|n(?=\d{{2,4}}-\d)|n [°˚] ?|num(?:[ée]ro|\.)? |no?\.? |n\.(?=\d)
    |(?=(?:19|20)?\d\d ?-(?!\d\d-\d\d(?!\d)) ?\d
    |(?=(?:[4-9]\d|(?:19|20)\d\d)/\d{{2,4}}(?: du \d|,? art))|[4-9]\d\.\d{{3,4}}(?![\d.,%])
    |(?:[4-9]\d|20\d\d){_HEADED}|(?=[4-9]\d{{2,5}} du \d\d-\d\d-19[4-9]\d(?!\d))))
    (?!\d\d?-\d\d?-(?:1[789]|20)\d\d(?!\d))  # "Loi 29-7-1881"
    (?!\d\d?-\d\d? {MONTH} 1[78]\d\d)  # "Loi 16-24 août 1790"
    (?!\d{{2,4}} ?[-‑–] ?\d+[ -]?(?:DC|QPC)(?!\w))  # a decision on it
    (?P<number>\d{{2,4}} ?[-‑–] ?\d+(?:-\d+)?|(?:[4-9]\d|20\d\d){_HEADED}
    |(?:(?:19|20)\d\d|[4-9]\d)/\d{{2,4}}(?= du |,? art)|[A-Z]?\d[\d.]*\d|\d)
    (?P<dated> ?,? ?(?:(?:du |en date du |\()(?P<date>{DATE})|(?P<iso>{_ISO})))?
""",
    re.IGNORECASE,
)
_DATED = compiled(rf"{_SORT},? ?(?:n[°o]? )?\(?(?:du|des|en date du|de) (?P<date>{DATE})", re.IGNORECASE)
_DAY_BEHIND = compiled(r" ?,? ?(?:\(?(?:en date )?(?:du|le) |\()?(?=\d)", re.IGNORECASE)
_DAY_OF_YEAR = compiled(
    r" ?,? ?(?:du )?\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?P<year>\d{2})(?![\w/.-])", re.IGNORECASE
)
"""A date with two digits of a year, that of the number before: "45-2658 du 2/11/45"."""
_DAY = compiled(rf"{_SORT},? ?(?:n[°o]? )?(?:\(?(?:en date )?(?:du|des|de) |\()?(?=\d)", re.IGNORECASE)
"""What stands before a date that is not written in full words: "6 janv. 1978", "25 ventôse an XI"."""
_NUMBER_BEHIND = compiled(
    r",? ?\(?(?:n[°˚o] ?|no?\.? |numéro |(?<=\()(?=\d\d(?:\d\d)?-)|(?<=[ ])(?=\d\d(?:\d\d)?-\d{2,4},? art))"
    r"(?P<number>\d{2,4}(?: ?[-‑–] ?|\.)\d+)(?![-/.]?\d)(?P<closes> ?\))?",
    re.IGNORECASE,
)
"""The number of an act behind its date: "décret du 3 mai 2031 n° 2031-12"."""
_JUDGE = r"(?:(?:premi[eè]re?|vice-) ?)?(?:présidente?(?! de la Républ)|juge|magistrat|conseill|tribunal|cour |doyen)"
_OF_JUDGE = compiled(
    r",(?: [^,;()\n]{2,60},?)? \(?(?:aff\. )?[CTF] ?[-‑–] ?\d{1,4}/\d{2}(?!\d)"
    r"| (?:a|avait) (?:fixé|prononcé|reporté|rouvert) (?:la|une) |,? (?:a|avait) (?:clos|enjoint|commis|rouvert) "
    r"|,? (?:rendue|signifiée|dont appel|de référé|de non-lieu|de clôture|(?:du|de la) (?:juge|premi(?:er|ère) présid"
    r"|vice-présid|conseill|présidente? (?:du trib|de la (?:cour|chamb|sect))))"
    rf"|(?:,? [^.;:,\n]{{2,40}},)? par laquelle (?:l[ea] |l')?{_JUDGE}"
    r"|,? (?:portant|prononçant|ordonnant|fixant) (?:l[ae] |une? )?(?:clôture|injonction|renvoi|radiation|jonction)"
)
"""What an order of a judge has behind its date: "ordonnance du 7 mai 2013, TME, C-418/12", "rendue au visa de"."""
_SORT_OF_JUDGE = compiled(
    r" (?:pénale|gracieuse|juridictionnelle|attaquée|entreprise|déférée|sur requête|(?:de |d')(?:référé|non-lieu"
    r"|clôture|renvoi|taxe|protection|injonction|mise en (?:accusation|état)|expropriation|radiation|irrecevabilité"
    r"|caducité|désistement|rejet|dessaisissement|prise de corps|placement))(?!\w)"
)
"""What an order of a judge is called: "ordonnance de non-lieu"."""
_BY_JUDGE = compiled(
    r",? (?:rejet|ordonn|condamn|désign|enjoin|débout|renvoy|radi|commis|tax|homologu|prononc)[a-zé]*(?!\w)"
    rf"|, (?:M\. |Mme |(?:l[ea] |l')?(?:{_JUDGE}|clôture|instruction|affaire|requête|greffi|expert))"
)
"""What follows the date where "par ordonnance du 4 mai 2031" is one of a judge."""
_BY = ("par ", "Par ", "par une ", "Par une ", "par l'", "Par l'", "par son ", "par cette ")
_AGAINST_JUDGE = compiled(
    r"(?:(?:infirm|annul|confirm|rétract)\w*(?: partiellement)? (?:l'|une |cette |ladite )"
    r"|(?<!\w)(?:appel|pourvoi|opposition) (?:[^.;:,\n]{0,40} )?(?:(?:de|contre) (?:l'|cette )|d'une |contre une |à l')"
    r")\Z"
)
"""What is done before a court to the order of a judge: "a interjeté appel de l'ordonnance du 4 mai 2031"."""
_SUBJECT = compiled(r",? (?:prise|portant|relative|instituant|sur|créant|réformant|modifiant)(?!\w)")
"""The title of an order that is none of a judge, behind its date."""


def _is_of_judge(text: str, start: int, noun: int, end: int) -> bool:
    """Whether an order that is named by its date alone is one of a judge; its noun ends at ``noun``."""
    if _OF_JUDGE.match(text, end) is not None or _SORT_OF_JUDGE.match(text, noun) is not None:
        return True
    if text.endswith(_BY, 0, start):
        return _BY_JUDGE.match(text, end) is not None
    against = _AGAINST_JUDGE.search(text, max(0, start - _NEAR), start)
    return against is not None and _SUBJECT.match(text, end) is None


_NICKNAME = compiled(r",? ?(?:\(?dites?|[«\"“]|dénommée?)")


_AUTHOR = compiled(
    r"(?: (?:inter-?)?(?:préfectoral|municipal|ministériel|conjoint))?"
    r" (?:d(?:u|es|e la|e l') ?|de (?:M\.|Mme|Monsieur|Madame),? (?:l[ea] |l')?|pris par (?:l[ea] |l'))"
    r"(?:premier ministre|ministre|(?:sous-)?préf[eè]t|maire|président|directeur|directrice|secrétaire|garde des sceaux"
    r"|recteur|rectrice|gouverneur|commissaire|haut-commissaire|administrateur|collège|conseil )"
    r"(?:(?! (?:modifi|relati|portant|fixant|publi|applicable|à (?:compter|partir)|au plus"
    r"|(?:pris|qui|est|a|en date|depuis|avant|et (?:le|la|du|de la) (?:décret|loi|ordonnance)) ))"
    r"[^\n;:.()\d«»\"]){0,100}?,?(?= (?:(?:en date )?du \d|n ?[°o]s? ?\d))",
    re.IGNORECASE,
)
"""Who has made an order or a decree, between its noun and its date: "arrêté du ministre du travail du 3 juin 2004"."""
_AUTHORED = frozenset(("arrete", "decret"))


def _law(_text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """(``loi`` | ``décret`` | ``arrêté`` …) [*sort*] (``n°`` *number* [``du`` *date*] | ``du`` *date* | *name*)"""
    text = match.string
    name = _french(text, match, how)
    return with_country(text, name) if name is not None and name.ids else name  # "décret du … du Conseil flamand"


def _french(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """The act that a noun names, whatever country stands behind its date."""
    word = match[1].lower()
    nature = _nature(word)
    start, at = match.span()
    if nature in _AUTHORED and how is None and (author := _AUTHOR.match(text, at)) is not None:
        at = author.end()
    numbered = _NUMBERED.match(text, at)
    if numbered is not None and nature == "loi" and text.endswith(_BILLS, 0, start):
        return None  # "projet de loi n° 3298"
    if text[match.end() : match.end() + 6].lower() in _OF_RULERS:
        of_ruler = foreign_name(text, start, nature)
        if of_ruler is not None:
            return of_ruler
    if numbered is not None and numbered["adjective"] is not None and how is None:
        other = country_behind(text, numbered.start("adjective"))
        if other is not None:
            return ActName(start, numbered.end(), numbered.end(), nature, reason=Reason.FOREIGN_ACT)
    if numbered is not None:
        name = _by_number(text, start, nature, numbered)
        return _of_territory(name) if _OF_TERRITORY.match(text, match.end()) is not None else name
    dated = _DATED.match(text, at)
    if dated is None and word[-1] == "s" and (shared := _shared_dates(text, at)):
        _, first_end, first_date = shared[0]
        if nature == "ordonnance" and _is_of_judge(text, start, match.end(), shared[-1][1]):
            return ActName(start, shared[-1][1], shared[-1][1], "autre", (), reason=Reason.ACT_WITHOUT_ID)
        return ActName(start, first_end, first_end, nature, (f"{nature}:{first_date}",), How.NAMED, first_date)
    if dated is not None:
        end, date = dated.end(), iso_date(dated["date"])
    else:
        end, date = _day(_DAY, text, at)
    if date is not None or dated is not None:
        if nature == "ordonnance" and _is_of_judge(text, start, match.end(), end):
            return ActName(start, end, end, "autre", (), reason=Reason.ACT_WITHOUT_ID)
        behind = None if date is None or text[end : end + 1] not in _LOOSE else _NUMBER_BEHIND.match(text, end)
        if behind is not None and date is not None and _is_year(behind["number"], date):
            return _dated_first(start, nature, behind, date)
        if _NICKNAME.match(text, end) is not None and (known := act_name_at(text, start)) is not None:
            return ActName(start, known.end, known.end, nature, known.ids, How.NAMED, date)
        return ActName(start, end, end, nature, (f"{nature}:{date}",) if date else (), How.NAMED, date)
    blank = _BLANK.match(text, match.end())
    if blank is not None:
        return ActName(start, blank.end(), blank.end(), nature, (), reason=Reason.ACT_WITHOUT_ID)
    if nature == "loi" and text.startswith(" fondamentale", match.end()):
        return _fundamental(text, start, match.end() + len(" fondamentale"))
    name = ActName(start, match.end(), match.end(), nature, (), how or How.VAGUE)
    if how is not None:
        return name
    known_as = _by_name(text, name)
    dubbed = _DUBBED.match(text, match.end()) or _TITLED.match(text, match.end()) if known_as is name else None
    if dubbed is None or dubbed.end() - match.end() < _SHORTEST:
        return known_as
    return _dubbed(text, start, nature, dubbed.end()) or known_as


_BLANK = compiled(
    r"(?: organique)? n ?[°o] ?(?:(?:19|20)\d\d ?- ?)?(?:\.{2,}|…|_+|X{2,})? ?"
    r"du (?:\.{2,}|…|_+|X{2,}|(?:19|20)\d\d|(?=[a-z(,;.]))"
)
"""The number and the date of an act that are not known yet, in a bill: "la loi n°      du      relative à"."""
_SHARED = compiled(
    rf" d(?:es|u) (?P<parts>(?:\d{{1,2}}(?:er)?(?: {MONTH})?(?:,|,? et)(?: du)? ){{1,8}})(?P<last>{DATE})",
    re.IGNORECASE,
)
_PART_OF_DATE = compiled(rf"(?P<day>\d{{1,2}}(?:er)?)(?: (?P<month>{MONTH}))?", re.IGNORECASE)


def _shared_dates(text: str, at: int) -> list[tuple[int, int, str]]:
    """Dates that share their month or their year, in order, with their places: "des 10 et 20 décembre 2002"."""
    shared = _SHARED.match(text, at)
    if shared is None:
        return []
    *_, month, year = shared["last"].split()
    found = [(*shared.span("last"), iso_date(shared["last"]))]
    for part in reversed([*_PART_OF_DATE.finditer(text, *shared.span("parts"))]):
        month = part["month"] or month
        found.append((*part.span(), iso_date(f"{part['day']} {month} {year}")))
    return [(start, end, date) for start, end, date in reversed(found) if date is not None]


_OF_RULERS = frozenset((" royal", " royau", " grand", " souve", " fédér"))
"""What follows the nouns of acts that no French one has: "arrêté royal", "ordonnance souveraine"."""


_OF_TERRITORY = compiled(r" du pays(?!\w)", re.IGNORECASE)
"""A law of New Caledonia or French Polynesia, which numbers its laws by itself."""


def _of_territory(name: ActName) -> ActName:
    return name._replace(nature="autre", ids=(), reason=Reason.ACT_WITHOUT_ID)


_CONSTITUTION = re.compile(r"(?<!\w)(?:Constitution(?!\w)|Conseil constitutionnel)")
_ELSEWHERE = re.compile(
    r"llemagne|llemand|Karlsruhe|Bundes|Grundgesetz|Hongrie|hongrois|Israël|israélien|Constitution d[eu]"
)
_NEAR = 3_000  # characters


def _fundamental(text: str, start: int, end: int) -> ActName:
    """``loi fondamentale``: the Constitution where that, or its Conseil, is named before, and no other country."""
    before = max(0, start - _NEAR)
    if _CONSTITUTION.search(text, before, start) is None or _ELSEWHERE.search(text, before, end + _NEAR) is not None:
        return ActName(start, end, end, "loi", (), reason=Reason.UNKNOWN_NAME)
    return ActName(start, end, end, "constitution", ("constitution:1958",))


_DUBBED = compiled(
    r"(?:,(?= [^,;:.()\n\d]{3,40}, (?:du \d|n ?°)) [^,]+,"
    r"| (?:(?:dite |intitulée )?[«\"“] ?[^«»\"“”\n]{2,40} ?[»\"”]"
    r"|(?!(?:Les?|La|Une?|Par|Vu|Aux?|Des?|Du|Ce|Cet|Cette|Ces|Dans|Sur|Selon|Sa|Son) [a-zéè])"  # another sentence
    r"[A-ZÉ][\w-]+(?: (?:et |de )?[\w-]+){0,2}?"
    r"|\([^()\n\d]{3,40}\)|(?![a-zéè]+(?:ée?s?|able|tive?|ante?)(?!\w))(?:d(?:e |'))?[a-zéè-]{5,20}),?)"
    r"(?= (?:\(?n ?[°o]|du \d|(?:19|20)?\d\d-\d+(?!-)|\d{1,2}/\d{1,2}/\d{4}(?!\d)"
    rf"|\d{{1,2}}(?:er)? {MONTH} \d{{4}}))"
)
"""A name that no table has, before the number or the date: "loi « anticasseurs » du 10 avril 2019"."""
_TITLED = compiled(
    r" (?:d'(?:orientation|urgence|amnistie|habilitation)|de (?:modernisation|nationalisation|programm|ratification"
    r"|réforme|régulation|sauvegarde|sécurisation|séparation|transposition|validation)\w*"
    r"|de simplification|relative|portant|pour|sur|visant|tendant|contre|instituant|en faveur)(?!\w)"
    r"(?:,? (?!(?:[ld]')?(?:lois?|décrets?|ordonnances?|arrêtés?|codes?|articles?|conventions?|accords?|traités?"
    r"|directives?|règlements?|rapport|décisions?|arrêts?|jugements?|circulaires?|protocoles?|compter|partir|date"
    r"|depuis|avant|après|période|faits|du(?= \d)|qui|que|dont|est|sont|a|ont|pris|prise|n)(?!\w))"
    r"[^\W\d][\w'-]*){0,9}?,?"
    r"(?= (?:du \d|n[°o] ?\d))"
)
"""The title of a law, before its date: "loi d'orientation pour l'agriculture du 9 juillet 1999"."""
_SHORTEST = 4


_DUBBED_BY_DATE = frozenset(("loi", "ordonnance"))


def _dubbed(text: str, start: int, nature: str, at: int) -> ActName | None:
    """The act whose number or date stands behind a name that no table has."""
    numbered = _NUMBERED.match(text, at)
    if numbered is not None:
        return _by_number(text, start, nature, numbered)
    if nature not in _DUBBED_BY_DATE:
        return None
    dated = _DATED.match(text, at)
    end, date = _day(_DAY, text, at) if dated is None else (dated.end(), iso_date(dated["date"]))
    if date is not None and nature == "ordonnance" and _is_of_judge(text, start, start + len(nature), end):
        return ActName(start, end, end, "autre", (), reason=Reason.ACT_WITHOUT_ID)
    return None if date is None else ActName(start, end, end, nature, (f"{nature}:{date}",), How.NAMED, date)


_LOOSE = frozenset(" ,")


def _is_year(number: str, date: str) -> bool:
    """Whether a number begins with the year of a date: "96-50" of 1996, "2018-1203" of 2018."""
    return date[:4].endswith(number[:2] if not number[2:4].isdigit() else number[:4])


def _dated_first(start: int, nature: str, number: re.Match[str], date: str) -> ActName:
    """An act whose number stands behind its date."""
    written = number["number"].replace(" ", "").replace("–", "-").replace("‑", "-").replace(".", "-")
    closes = number["closes"] is not None and "(" in number[0]
    end = number.end() if closes else number.end("number")
    return ActName(start, end, end, nature, (f"{nature}:{written}",), How.NAMED, date)


_PARTS = frozenset(" ,.")
_NUMBER_OF_NAMED = compiled(r",? ?(?:(?:du )?\d{1,2}/\d{1,2}/\d{2,4},? )?(?:n° ?)?(?P<number>\d{2,4}-\d+)(?![\w/-])")
_YEAR_ALONE = compiled(r" (?:de )?\d{4}")
"""A year that several acts of a nature have for a name: "l'ordonnance de 1945"."""
_QUOTES = frozenset('«"“')
_QUOTED = compiled(r"[«\"“] ?(?P<name>[^«»\"“”\n]{2,40}?) ?[»\"”]")


def _in_quotes(text: str, name: ActName, at: int) -> ActName:
    """The act whose name stands in quotation marks behind its noun: "la loi « ALUR »"; else the name as it is."""
    quoted = _QUOTED.match(text, at)
    written = "" if quoted is None else f"{text[name.start : name.end]} {quoted['name']}"
    known = act_name_at(written, 0) if quoted is not None else None
    if quoted is None or known is None or known.end != len(written):
        return name
    end, date = _day(_DAY_BEHIND, text, quoted.end())
    if date is not None:  # "la loi « Fillon » du 17 janvier 2003" is not the one of 2010
        of_day = tuple(act.id for act in known.acts if act.date is not None and act.date.isoformat() == date)
        return ActName(name.start, end, end, name.nature, of_day or (f"{name.nature}:{date}",), How.NAMED, date)
    return ActName(name.start, quoted.end(), quoted.end(), name.nature, known.ids)


_BILLS = ("rojet de ", "roposition de ", "rojets de ", "ropositions de ")
_OF_OTHERS = frozenset((" f", " s", " g", " c"))  # "fédérale", "souveraine", "grand-ducal", "cantonale"


def _by_name(text: str, name: ActName) -> ActName:
    """An act that is named by its nature and a name, or a country; the name as it is where none follows."""
    start, end, nature = name.start, name.end, name.nature
    at = end
    while text[at : at + 1].isspace():
        at += 1
    following = f"{text[end : end + 1]}{text[max(at, end + 1) : max(at, end + 1) + 2]}"
    if following[:1] not in _PARTS and following[:1] != "\n":
        return name
    if following[1:2] in _QUOTES:
        return _in_quotes(text, name, at)
    if nature == "loi" and text.endswith(_BILLS, 0, start):
        return name  # which is no law yet
    if bare(following[1:]) in name_beginnings(nature) and (known := act_name_at(text, start)) is not None:
        if len(known.acts) > 1 and _YEAR_ALONE.fullmatch(text, end, known.end) is not None:
            return name
        numbered = _NUMBER_OF_NAMED.match(text, known.end)
        if numbered is None or f"{nature}:{numbered['number']}" not in known.ids:
            return ActName(start, known.end, known.end, nature, known.ids)
        end, date = _day(_DAY_BEHIND, text, numbered.end())  # "loi ALUR 2014-366"
        return ActName(start, end, end, nature, known.ids, How.NAMED, date)
    if following[:2] in _OF_OTHERS and (other := foreign_name(text, start, nature)) is not None:
        return other
    of_country = with_country(text, name)
    return (unread(text, name) or name) if of_country is name else of_country


def _nature(word: str) -> str:
    """The nature of an act by its noun in lower case, in whatever number and with or without accents."""
    return _BY_LETTER[word[0]]


_BY_LETTER = {nature[0]: nature for nature in NATURES.values()}


_OF_COURT = 6  # digits of a number that is one of a court: "ordonnance n° 2204524 du 3 mai 2031 du président …"


_NOUGHT = re.compile(r"(?<=[0-9]{4})-0+(?=[1-9][0-9]{2})")
"""Noughts before the number of a year: "loi n° 2000-0321"."""
_POINT_IN_NUMBER = compiled(r"(?:[4-9]\d|(?:19|20)\d\d)\.\d{1,5}")


def _undotted(nature: str, number: str, date: str | None) -> str:
    """A number without its points; one that stands behind the year is a hyphen: "loi n° 89.462"."""
    hyphened = number.replace(".", "-")
    of_year = nature != "arrete" and _POINT_IN_NUMBER.fullmatch(number) is not None
    return hyphened if of_year and (date is None or _is_year(hyphened, date)) else number.replace(".", "")


_GLUED = re.compile(r"[4-9][0-9]{2,5}|(?:19|20)[0-9]{3,6}")
"""A number whose hyphen is lost, as in the old summaries of the Journal officiel: "DECRET 71504 DU 29-06-1971"."""
_NUMBERED_BY_YEAR = frozenset(("loi", "ordonnance", "decret"))


def _by_number(text: str, start: int, nature: str, numbered: re.Match[str]) -> ActName:
    number = numbered["number"].replace("–", "-").replace("‑", "-").replace("/", "-")
    number = number.replace(" ", "" if "-" in number else "-")
    number = _NOUGHT.sub("-", number)
    end, date = numbered.end(), iso_date(numbered["date"]) or numbered["iso"]
    if numbered["dated"] is None:
        end, date = _day(_DAY_BEHIND, text, end)
        if date is None and (day := _DAY_OF_YEAR.match(text, end)) is not None and is_number_of(number, day["year"]):
            end = day.end()
    if "." in number:
        number = _undotted(nature, number, date)
    elif date is not None and nature in _NUMBERED_BY_YEAR and _GLUED.fullmatch(number):
        year = date[:4] if number.startswith(date[:4]) else date[2:4]
        number = f"{year}-{number.removeprefix(year)}" if number.startswith(year) else number
    ids = (f"{nature}:{number}",) if "-" in number else (f"{nature}:{date}",) if date else ()
    if nature == "ordonnance" and number.isdigit() and len(number) >= _OF_COURT:
        return ActName(start, end, end, "autre", (), reason=Reason.ACT_WITHOUT_ID)
    opened = text.find("(", numbered.start(), numbered.start("number")) >= 0 and ")" not in numbered[0]
    closes = (opened or "(" in (numbered["dated"] or "")) and text.startswith(")", end)
    return ActName(start, end, end + closes, nature, ids, How.NAMED, date)


def _day(before: Pattern, text: str, at: int) -> tuple[int, str | None]:
    """Where the date ends that is written behind ``at`` in another way than in words, and the date."""
    joint = before.match(text, at)
    surely = joint is not None and joint[0][-1:] != "(" and (before is _DAY or joint[0].endswith("du "))
    written = None if joint is None else date_at(text, joint.end(), surely=surely)
    if written is None or joint is None:
        return at, None
    closes = "(" in joint[0] and text.startswith(")", written.end)
    if joint[0].endswith("(") and before is _DAY and _BEFORE_ARTICLE.match(text, written.end) is None:
        return at, None  # "à compter de la publication de la loi (5 mars 2031)"
    return written.end + closes, written.day.isoformat()


_BEFORE_ARTICLE = compiled(r"\) ?[,:]? ?[Aa]rt(?:\.|icles?(?!\w))")
"""What shows a day in brackets to be that of the act: "décret (5 mars 2031), art. 4"."""
_BUDGET = compiled(r"LF\w* (?:rectificative )?pour (?:l'année )?\d{4},? \(")
"""A finance law by its initials, its name in brackets behind: "LFSS pour 2016 (loi n° …)"."""


_OF_UNION = compiled(r"(?:CEE?|UE)\)? ?,? ?(?:n ?[°˚o] ?)?(?P<number>\d{1,4}/(?P<year>(?:19|20)\d\d)?\d*)(?![\d/])")
"""A number of the Union behind its body alone: "CE 261/2004", a regulation; with the year first perhaps a directive."""


def _short(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """(``L.`` | ``Ord.`` | ``D.`` | ``Arr.`` | ``Règl. (UE)`` …) (``n°`` *number* [*date*] | *date*)"""
    act = short_act_at(text, match.start()) if how is None else None
    if act is None and (of_union := _OF_UNION.match(text, match.start())) is not None:
        start, end = of_union.span()
        if of_union["year"] is None:
            return ActName(start, end, end, "reglement-ue", (), reason=Reason.ACT_WITHOUT_ID)
        return ActName(start, end, end, "reglement-ue", (f"reglement-ue:{of_union['number']}",))
    if act is None:
        if text.startswith("L. ", match.start()) and (known := act_name_at(text, match.start())) is not None:
            return ActName(match.start(), known.end, known.end, "loi", known.ids, How.NAMED, None, SHORT.name)
        budget = _BUDGET.match(text, match.start())
        law = None if budget is None else _FRENCH.match(text, budget.end())
        named = None if law is None else _french(text, law, None)
        if named is None or not named.ids or not text.startswith(")", named.stop):
            return _unread(text, match)
        return named._replace(start=match.start(), end=named.stop + 1, stop=named.stop + 1)
    date = None if act.day is None else act.day.isoformat()
    end = behind_institutions(text, act.end) if act.nature.nature.endswith("-ue") else act.end
    return ActName(match.start(), end, end, act.nature.nature, (act.id,), How.NAMED, date, SHORT.name)


def _unread(text: str, match: re.Match[str]) -> ActName | None:
    """An act by a short nature and a name that no table has: "Ord. Navet"."""
    nature = _SHORT_NATURES.get(bare(match[0])[:3])
    end = match.end() + text.startswith(".", match.end())
    return None if nature is None else unread(text, ActName(match.start(), end, end, nature))


_SHORT_NATURES = {"ord": "ordonnance", "dec": "decret", "arr": "arrete", "dir": "directive-ue", "reg": "reglement-ue"}


_FURTHER = compiled(
    rf"(?: \((?![aA]rt|notamm)[^()\n]{{3,80}}\)|, modifiée?s? (?:le|par) [^,;:.()\n]{{3,60}}(?=, (?:et|ou) du ))?"
    rf"(?:,| et| ou|, et|, ou| ?/)(?: du| de la)? ?"
    rf"(?:(?:n° ?)?(?P<number>\d{{2,4}}-\d+)(?![\d/-])(?: du (?P<dated>{DATE}))?|(?P<date>{DATE})"
    r"|(?P<figures>(?=\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,2}(?: ?[-–] ?\d{1,2}| et \d{1,2})? [a-zéû]+\.? (?:an |\d{4}))))"
)


_FURTHER_OF_UNION = compiled(
    r"(?:,| et| ou|, et| ?/) ?(?:\(?(?:UE|CE|CEE|Euratom)\)? )?(?:n[°o] ?)?"
    r"(?P<number>\d{1,4}/(?:19|20)\d\d|\d{2,4}(?:/\d{1,4}|-\d{2}(?=[ ,;.)]|$)))(?!\d|-|/\d)"
    r"(?:/(?:CE|UE|CEE|Euratom)(?!\w))?"
)


PLURAL_LAWS = ("lois ", "décrets ", "ordonnances ", "arrêtés ", "directives ", "règlements ")
"""Nouns that several laws share."""


def further_laws(text: str, name: ActName) -> Iterator[ActName]:
    """The acts that go on a plural designation: "les arrêtés des 3 mai 2010 et 4 juin 2011"."""
    date: str | None
    if name.nature.endswith("-ue"):
        while (match := _FURTHER_OF_UNION.match(text, name.stop)) is not None:
            ids = (f"{name.nature}:{match['number'].replace('-', '/')}",)
            name = ActName(match.start("number"), match.end(), match.end(), name.nature, ids, form=name.form)
            yield name
        return
    noun = _FRENCH.match(text, name.start)
    for start, end, date in _shared_dates(text, noun.end())[1:] if noun is not None else ():
        name = ActName(start, end, end, name.nature, (f"{name.nature}:{date}",), How.NAMED, date, name.form)
        yield name
    while (match := _FURTHER.match(text, name.stop)) is not None:
        if match["figures"] is not None:
            written = date_at(text, match.end())
            if written is None:
                return
            start, end, date = match.end(), written.end, written.day.isoformat()
        else:
            start = match.start("number") if match["number"] else match.start("date")
            end, date = match.end(), iso_date(match["date"] or match["dated"])
            behind = None if match["number"] or date is None else _NUMBER_BEHIND.match(text, end)
            if behind is not None and date is not None and _is_year(behind["number"], date):
                name = _dated_first(start, name.nature, behind, date)
                yield name
                continue
        ids = (f"{name.nature}:{match['number'] or date}",)
        name = ActName(start, end, end, name.nature, ids, How.NAMED, date, name.form)
        yield name


def act_of_number(text: str, start: int, nature: str, at: int) -> ActName | None:
    """The act of a nature whose number, and maybe date, stands at ``at``; its name begins at ``start``."""
    numbered = _NUMBERED.match(text, at)
    return None if numbered is None else _by_number(text, start, nature, numbered)


def act_of_day(text: str, start: int, nature: str, at: int) -> ActName | None:
    """The act of a nature whose date stands at ``at``; its name begins at ``start``."""
    dated = _DATED.match(text, at)
    end, date = (dated.end(), iso_date(dated["date"])) if dated is not None else _day(_DAY, text, at)
    return None if date is None else ActName(start, end, end, nature, (f"{nature}:{date}",), How.NAMED, date)


def iso_date(date: str | None) -> str | None:
    """A date in words as ISO writes it; ``None`` where it is none."""
    day = read_date(date) if date else None
    return day.isoformat() if day else None


LAW = Form(
    "loi",
    "loda",
    _FRENCH,
    _law,
    (
        Example("la ⟦loi n° 2019-222 du 23 mars 2019⟧ de programmation", "loi:2019-222"),
        Example("Le Conseil constitutionnel, à l'article ⟦61⟧ de la loi fondamentale", "constitution:1958/61"),
        Example("la ⟦loi n° 2019-222⟧ et l'article ⟦7⟧ de la Loi fondamentale", "loi:2019-222 ?/7"),
        Example("la ⟦loi du 29 juillet 1881⟧ sur la presse", "loi:1881-07-29"),
        Example("l'⟦ordonnance n° 45-2658 du 2 novembre 1945⟧", "ordonnance:45-2658"),
        Example("le ⟦décret n°2020-12⟧", "decret:2020-12"),
        Example("l'article ⟦7⟧ du dé cret n° 2020-12 et de l'ar rêté", "decret:2020-12/7"),
        Example("un ⟦arrêté du 17 avril 2020⟧", "arrete:2020-04-17"),
        Example("les ⟦arrêtés des 30 décembre 2009⟧ et ⟦9 février 2010⟧", "arrete:2009-12-30 arrete:2010-02-09"),
        Example(
            "l'article ⟦12⟧ de la loi de finances pour 2010 (n° 2009-1673 du 30 décembre 2009)", "loi:2009-1673/12"
        ),
        Example("Loi n° 2020-12 du 3 mars 2020, article ⟦7⟧ I : la ⟦présente loi⟧", "loi:2020-12/7#I loi:2020-12"),
        Example("la ⟦loi n° 2020-12 du 3 mars 2020⟧ ; l'article ⟦4⟧ de la même loi", "loi:2020-12 loi:2020-12/4"),
        Example("un décret en Conseil d'Etat"),
        Example("dans les conditions prévues par la loi"),
        Example("l'article ⟦68⟧ de la loi du 25 ventôse an XI", "loi:1803-03-16/68"),
        Example("l'article ⟦13⟧ de la loi des 16-24 août 1790", "loi:1790-08-16/13"),
        Example("loi 16-24 août 1790, art. ⟦13⟧", "loi:1790-08-16/13"),
        Example("la ⟦loi du 29 juill. 1881⟧", "loi:1881-07-29"),
        Example("l'article ⟦3⟧ de l'arrêté du 27/09/2019", "arrete:2019-09-27/3"),
        Example("l'ARTICLE ⟦3⟧ DU DECRET N° 2020-12 DU 3 MARS 2020", "decret:2020-12/3"),
        Example("l'article ⟦4⟧ de la loi 2020-12", "loi:2020-12/4"),
        Example("l'article ⟦7⟧ de la loi ALUR", "loi:2014-366/7"),
        Example("la ⟦loi Informatique et libertés⟧", "loi:78-17"),
        Example("la ⟦loi du 3 mars 2020 n° 2020-12⟧", "loi:2020-12"),
        Example("les ⟦arrêtés du 3/3/2020⟧ et du ⟦4/5/2020⟧", "arrete:2020-03-03 arrete:2020-05-04"),
        Example("l'article ⟦7⟧ de la loi de finances pour 2019", "loi:2018-1317/7"),
        Example("loi 89-462 du 6/7/89, art. ⟦3⟧", "loi:89-462/3"),
        Example("arrêté min. du 2/02/1998 art. ⟦27⟧", "arrete:1998-02-02/27"),
        Example("l'article ⟦7⟧ de la loi « anti-navets » du 3 mars 2020", "loi:2020-03-03/7"),
        Example("la ⟦loi Navet du 3 mars 2020⟧", "loi:2020-03-03"),
        Example("loi n° 71.1130 du 31.12.1971 modifiée, art ⟦10⟧", "loi:71-1130/10"),
        Example("décret 2020-12 moulins publics art. ⟦25⟧ ; loi 85-704 MOP art ⟦2⟧", "decret:2020-12/25 loi:85-704/2"),
        Example("loi ALUR 2014-366 art. ⟦19⟧", "loi:2014-366/19"),
        Example("loi du 10.7.65, art. ⟦42⟧ ; Loi navets 10/07/1965 : art. ⟦26⟧", "loi:1965-07-10/42 loi:1965-07-10/26"),
        Example("décret navets (n°2020-12) art ⟦2⟧", "decret:2020-12/2"),
        Example("la ⟦loi n° 2019-222⟧ et l'article ⟦7⟧ de la loi Navet", "loi:2019-222 ?/7"),
        Example("l'article ⟦7⟧ de l'ordonnance Hoguet", "?/7"),
        Example("la loi du moulin"),
    ),
)

SHORT = Form(
    "short nature",
    "loadrciu",
    compiled(
        r"(?:L|LO|L\.O|O|D|A|R|[dl](?=\. ?n ?°|\.? ?\d{1,2}[/.]\d{1,2}[/.]\d\d)|[Rr]gl?t|reg"
        r"|ORD|[Oo]rd(?:o(?:nn)?)?|décr|arr|D[ée]cr?|A(?:rr|RR|M)|[Rr][èe]g(?:lt?)?|R[ÈE]G(?:LT?)?|[Dd]ir|DIR|D[ÉE]CR?|Circ|Instr|D[ée]lib|LF\w*|CEE?|UE)"
        r"(?:(?!\w)|(?<=[LDO])(?=(?:20)?\d\d-\d{2,4}(?!\w)))"
    ),
    _short,
    (
        Example("⟦Ord. n° 2016-131, 10 févr. 2016⟧", "ordonnance:2016-131"),
        Example("⟦D. n° 2019-1333, 11 déc. 2019⟧", "decret:2019-1333"),
        Example("L. n° 2020-12, art. ⟦32⟧", "loi:2020-12/32"),
        Example("art. ⟦12⟧ L 30/11/2031 et ⟦5⟧ D 14/2/67", "loi:2031-11-30/12 decret:1967-02-14/5"),
        Example("l'article ⟦5⟧ du Règl. (UE) n° 910/2014", "reglement-ue:910/2014/5"),
        Example("⟦Arr. 22 mai 1985⟧", "arrete:1985-05-22"),
        Example("Bât. D. 12"),
    ),
)


# -- texts that are named only by their nature: no identifier, and none to look for

_OTHER = compiled(
    r"(cahiers? des charges|contrats?|règlement|annexes?|avenants?|délibérations?|circulaires?|projets?"
    r"|propositions?(?! de (?!loi|résol|direct|règl|ordonn|décret))|instructions?"
    r"|cahier|tableau|codex|nomenclature"
    r"|(?P<again>bail|devis|mandats?|pactes?|plan|avis|arrêts?|jugement|actes?|compromis|marchés?|guide|référentiel"
    r"|document|mémoire|rapport|police|notice|norme|politique|transaction|promesse|note|résolution|recommandation"
    r"|donation|offre|lettre|conditions générales|clauses|stipulations|conclusions))(?!\w)",
    re.IGNORECASE,
)


def _other(_text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """``cahier des charges`` | ``contrat`` | ``règlement`` …; ``bail``, ``jugement`` … only behind ``même``, ``ce``"""
    if match["again"] is not None and how is not How.SAME:
        return None
    if how in {How.SAME, How.PRESENT} and match[1].lower() == "annexe":
        return ActName(match.start(), match.end(), match.end(), "annexe", (), how)
    own = how is How.PRESENT and match[1].lower() == "avenant"
    return ActName(match.start(), match.end(), match.end(), "autre", (), How.PRESENT if own else How.VAGUE)


OTHER = Form(
    "autre",
    "abcdgijlmnoprst",
    _OTHER,
    _other,
    (
        Example("l'article ⟦4⟧ du cahier des charges", "?/4"),
        Example("l'article ⟦7⟧ du code civil ; l'article ⟦6⟧ du même bail", "code-civil/7 ?/6"),
    ),
)
