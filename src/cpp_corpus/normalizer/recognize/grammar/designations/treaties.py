"""The Constitution, treaties and conventions."""

from __future__ import annotations

import re

from cpp_corpus.lang.abbreviations import abbreviation_at
from cpp_corpus.lang.typography import slug
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import DATE, compiled
from cpp_corpus.normalizer.recognize.grammar.designations.abbreviations import abbreviated
from cpp_corpus.normalizer.recognize.grammar.designations.foreign import foreign_name, with_country
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["CONSTITUTION", "TREATY"]

_CONSTITUTION = compiled(r"(?:Constitution|CONSTITUTION)(?: du 4 octobre 1958)?(?! du 27| de 1946)(?!\w)")
_TREATY = compiled(r"(trait[ée]s?|conventions?|chartes?|statuts?|protocoles?|accords?)(?!\w)", re.IGNORECASE)
_TREATY_TITLE = compiled(
    r"(?:convention|protocole|traité) (?:sur|relative?|relatif|pour|contre|internationale?|de|des|portant"
    r"|concernant|additionnel)[^.;:()\n]{4,150}?"
    rf"(?=,? (?:signée?|faite?|adoptée?|conclue?|ouverte?|du {DATE}))(?:,? (?:signée?|faite?|adoptée?|conclue?"
    rf"|ouverte? à la signature)(?: à [A-ZÉ][\w'-]+(?: [A-Z]\w+)?)?)?,?(?: (?:du|le) {DATE})",
    re.IGNORECASE,
)
_OF_PLACE = compiled(r"\w+ (?:de |d'|à )[A-Z][\w-]+(?: [A-Z][\w-]+)?,? (?:(?:signée?|faite?|conclue?) |(?:du|le) \d)")
"""A title that has no more than a place: "convention de Vienne du 11 avril 1980"."""
_SIGNED = compiled(rf",? (?:signée?|faite?|adoptée?|conclue?|ouverte?|(?:du|le) {DATE}).*$", re.DOTALL)


def _constitution(text: str, match: re.Match[str], _how: How | None) -> ActName:
    """``Constitution`` [``du 4 octobre 1958``]"""
    name = ActName(match.start(), match.end(), match.end(), "constitution", ("constitution:1958",))
    if text.startswith(" fédérale", name.end):
        return foreign_name(text, name.start, "constitution") or name
    return with_country(text, name)


def _treaty(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """(``convention`` | ``traité`` …) *title* ``signée`` [``à`` *place*] ``le`` *date*"""
    nature = match[1].lower().removesuffix("s").replace("traite", "traité")
    titled = _TREATY_TITLE.match(text, match.start())
    if titled is not None:
        signed = _SIGNED.search(text, titled.start(), titled.end())
        if _OF_PLACE.match(text, titled.start()) is not None:
            return ActName(
                match.start(), titled.end(), titled.end(), nature, (), How.NAMED, None, "", Reason.ACT_WITHOUT_ID
            )
        ident = "traite:" + slug(text[titled.start() : signed.start() if signed else titled.end()])
        return ActName(match.start(), titled.end(), titled.end(), nature, (ident,))
    if how is None and text[match.end() + 1 : match.end() + 2].isupper():  # "traité FUE"
        short = abbreviation_at(text, match.start())
        if short is not None:
            return abbreviated(match.start(), short)
    name = ActName(match.start(), match.end(), match.end(), nature, (), how or How.VAGUE)
    if how is not None or text[name.end : name.end + 1] != " ":
        return name
    return (nature == "charte" and foreign_name(text, name.start, nature)) or with_country(text, name)


CONSTITUTION = Form(
    "constitution",
    "c",
    _CONSTITUTION,
    _constitution,
    (
        Example("conforme à la ⟦Constitution⟧", "constitution:1958"),
        Example("l'article ⟦34⟧ de la Constitution", "constitution:1958/34"),
        Example("la constitution du dossier"),
    ),
)

TREATY = Form(
    "traite",
    "tcspa",
    _TREATY,
    _treaty,
    (
        Example(
            "la ⟦convention sur les moulins, faite à Rome le 3 mai 1990⟧, et l'article ⟦87⟧ de ladite convention",
            "traite:convention-sur-les-moulins traite:convention-sur-les-moulins/87",
        ),
        Example("une convention collective"),
    ),
)
