"""Acts of other countries, by names that no French act has: ``Code des obligations``, ``loi fédérale``."""

from __future__ import annotations

import re

from cpp_corpus.lang.acts import ACTS
from cpp_corpus.lang.foreign import (
    abroad_at,
    country_beginnings,
    country_behind,
    country_letters,
    foreign_act_at,
    place_at,
    place_named,
)
from cpp_corpus.lang.phrases import bare
from cpp_corpus.lang.short_dates import date_at
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import DATE, compiled
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["FOREIGN", "TOLD_BEHIND", "english_name", "foreign_name", "with_country"]

_BEGINS = compiled(
    r"(acte|dahir|moudawana|grundgesetz|bürgerliches|burgerlijk|strafgesetzbuch|zivilprozessordnung|handelsgesetzbuch"
    r"|zivilgesetzbuch|obligationenrecht|wetboek|codice|c[óo]digo|costituzione|constitución|title|uniform)",
    re.IGNORECASE,
)
_DATED = compiled(rf",? (?:du|n° ?[\d.-]+ du) {DATE}")
_DAY = compiled(r",? (?:en date )?du (?=\d)")
"""What stands before a date in figures."""
_GOES_ON = compiled(r"(?![\w'-])")
"""What stands behind the letters of a country, where they are no part of a word."""
_REST = compiled(r"(?: (?:du|de la|des|de l'|de) ?[A-ZÀ-Ý][\w'-]*(?: [a-zà-ÿ]{5,}(?=,| \())?)*")
"""The rest of a name: "du Logement", "du Développement territorial,"."""


def _foreign(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """*act of another country*"""
    return foreign_name(text, match.start(), match[1].lower()) if how is None else None


def foreign_name(text: str, at: int, nature: str) -> ActName | None:
    """The act of another country whose name begins at a position; ``None`` where none does."""
    found = foreign_act_at(text, at)
    if found is None or text.startswith("charte", at):  # "la charte des droits et libertés de la personne accueillie"
        return None
    rest = _REST.match(text, found.end)
    end = found.end if rest is None else rest.end()
    return _of_country(text, at, end, nature)


def with_country(text: str, name: ActName) -> ActName:
    """The act of a name, or the one of another country where that stands behind: "code civil belge"."""
    end = name.end
    if text.startswith("/", end) and name.nature == "code" and (slashed := _BEHIND_SLASH.match(text, end)) is not None:
        return _of_country(text, name.start, slashed.end(), name.nature)
    if text.startswith(_APPOSED, end) and (told := _told_behind(text, name)) is not None:
        return told
    if text[end : end + 1] != " ":
        return name
    if text[end + 1 : end + 3] in country_letters() and not text[end - 1].isupper() and _GOES_ON.match(text, end + 3):
        return _of_country(text, name.start, end + 3, name.nature)
    if text[end + 1 : end + 2] == "(" and text[end + 2 : end + 3].isupper() and place_at(text, end + 2) is not None:
        return _of_country(text, name.start, end, name.nature)  # "loi n° 2031-12 (Tunisie)"
    if name.nature == "code" and text[end + 1 : end + 2] in _MAY_BEGIN:
        if (local := _LOCAL.match(text, end)) is not None and not ACTS.keys().isdisjoint(name.ids):
            return ActName(name.start, local.end(), local.end(), name.nature, reason=Reason.UNKNOWN_NAME)
        place = place_named(text, end + 1) if text[end + 1].isupper() else None
        if place is not None and _ENDS_CODE.match(text, place.end) is not None:
            return _of_country(text, name.start, place.end, name.nature)  # "CT Maroc, art. 5"
    if bare(text[end + 1 : end + 5].partition(".")[0]) not in country_beginnings():
        return name
    found = country_behind(text, end)
    return name if found is None else _of_country(text, name.start, found.end, name.nature)


_BEHIND_SLASH = compiled(r"/(?:CH|BE|LU|QC)(?!\w)")
"""The letters of a country behind initials: "CC/CH"."""
TOLD_BEHIND = (", non ", ", mais ", ", alors ", ", applicable ", ", en vigueur ")
_APPOSED = (" (", " al", " app", " en v", " non ", " mais ", " B.", *TOLD_BEHIND)
_TOLD = compiled(
    r" \((?=[a-z])|,? non (?:pas )?français(?:e)?,? mais(?: bien)? (?=[a-z])"
    r"|,? mais(?: bien)? d(?:u|e la) (?:code|loi) (?=[a-z])"
)
_IN_FORCE = compiled(r",? (?:alors |encore |toujours )?(?:applicable|en vigueur) (?=(?:en (?!Alg)|aux? )[A-Z])")
"""Where a code is in force; in Algeria those of France were."""
_IN_FRANCE = compiled(r"[^.;:()\n]{0,20}(?<!\w)France(?!\w)")
_OF_BELGIUM = compiled(r" B\.(?=,? [Aa]rt)")
"""What the codes of Belgium have behind their abbreviation there: "C. civ. B., art. 7"."""


def _told_behind(text: str, name: ActName) -> ActName | None:
    """The act of the country that is told behind its name: "code civil (belge)", "alors applicable en Belgique"."""
    end = name.end
    if name.nature == "code" and (letter := _OF_BELGIUM.match(text, end)) is not None and text[end - 1] == ".":
        return _of_country(text, name.start, letter.end(), name.nature)
    if (told := _TOLD.match(text, end)) is not None:
        found = country_behind(text, told.end())
        closed = text.startswith(" (", end)
        if found is None or (closed and text[found.end : found.end + 1] != ")"):
            return None
        return _of_country(text, name.start, found.end + closed, name.nature)
    force = _IN_FORCE.match(text, end) if name.nature == "code" else None
    abroad = None if force is None else abroad_at(text, force.end())
    if abroad is None or _IN_FRANCE.match(text, abroad) is not None:
        return None
    return _of_country(text, name.start, abroad, name.nature)


_MAY_BEGIN = frozenset("lABCDEFGHIJKLMNOPQRSTUVWXYZÉÎ")
_LOCAL = compiled(r" (?:local(?!\w)|loc\.|NC(?!\w)|N\.-?C\.)")
"""What a code of Alsace and Moselle is called, which goes on the law of Germany, and one of New Caledonia: "code civil
local", "C. com. loc.", "C. trav. NC"."""
_ENDS_CODE = compiled(r",? (?:[Aa]rt|[LRD]\. ?\d|\d)| ?(?:[;.)\n]|$)")


def _of_country(text: str, start: int, end: int, nature: str) -> ActName:
    stop = end
    if (dated := _DATED.match(text, end)) is not None:
        stop = dated.end()
    elif (day := _DAY.match(text, end)) is not None and (written := date_at(text, day.end())) is not None:
        stop = written.end
    return ActName(start, stop, stop, nature, reason=Reason.FOREIGN_ACT)


_ENGLISH = compiled(
    r"(?!(?:Le|La|Les|Du|De|Au|Aux|Nouve|Ancien)\w{0,3} )(?:[A-Z][A-Za-z&'-]* (?:(?:of|and|for|on) (?:the )?)?){1,6}"
    r"(?:Acts?|Law|Code|Rules|Statutes?|Ordinance|Restatement|Constitution|(?P<between>Treaty|Regulation|Charter))"
    r"(?! (?:d[eu]s?(?!\w)|d'|civil|pénal|rural|général|électoral)|\w)(?: of [A-Z]\w+)?(?: \d{4}(?!\w))?"
    r"|(?:[A-Z][a-z]+ )?(?:Code|Law|Rules|Statutes?|Constitution|(?P<also_between>Treaty|Charter)) (?:of|on) (?:the )?"
    r"[A-Z][\w-]*(?: (?:of (?:the )?)?[A-Z][\w-]*){0,4}"
    r"|Restatement(?!\w)"
)
"""An act by its English name: "Delaware General Corporation Law", "Code of Virginia"."""


def english_name(text: str, at: int) -> ActName | None:
    """The act whose name in English begins at a position; ``None`` where none does.

    >>> english_name("art. 5 Civil Code", 7).end, english_name("art. 5 Code civil", 7)
    (17, None)
    """
    name = _ENGLISH.match(text, at)
    if name is None:
        return None
    between = name["between"] or name["also_between"]
    reason = Reason.UNKNOWN_NAME if between else Reason.FOREIGN_ACT
    return ActName(at, name.end(), name.end(), "autre", reason=reason)


FOREIGN = Form(
    "foreign",
    "abcdghmostuwz",
    _BEGINS,
    _foreign,
    (
        Example("l'article ⟦7⟧ du Dahir du 3 mars 2031", "?/7"),
        Example("l'article ⟦257⟧ du Code des obligations", "?/257"),
        Example("l'article ⟦7⟧ de la loi fédérale du 3 mars 2031", "?/7"),
        Example("l'article ⟦218⟧ du Code bruxellois du Logement", "?/218"),
        Example("l'article ⟦7⟧ du code civil belge", "?/7"),
        Example("C. civ. it., art. ⟦7⟧ ; art. ⟦8⟧ C. trav. maroc.", "?/7 ?/8"),
        Example("l'article ⟦7⟧ du Code civil du Québec", "?/7"),
        Example("l'article ⟦7⟧ de l'arrêté royal du 3 mars 2031", "?/7"),
        Example("l'article ⟦7⟧ du décret du 3 mars 2031 du Parlement wallon", "?/7"),
        Example("l'art. ⟦7⟧ Code travail CM", "?/7"),
        Example("CT Maroc, art. ⟦7⟧ ; art. ⟦8⟧ C. civ. local", "?/7 ?/8"),
    ),
)
