"""The Constitution, treaties and conventions."""

from __future__ import annotations

import re

from cpp_corpus.lang.treaties import treaty_names
from cpp_corpus.lang.typography import slug
from cpp_corpus.normalizer.recognize.fragments import DATE, compiled
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["CONSTITUTION", "TREATY"]

_CONSTITUTION = compiled(r"Constitution(?: du 4 octobre 1958)?(?! du 27| de 1946)(?!\w)")
_TREATY = compiled(r"(traités?|conventions?|chartes?|statuts?|protocoles?|accords?)(?!\w)", re.IGNORECASE)
_TREATY_TITLE = compiled(
    r"(?:convention|protocole|traité) (?:sur|relative?|relatif|pour|contre|internationale?|de|des|portant"
    r"|concernant|additionnel)[^.;:()\n]{4,150}?"
    rf"(?=,? (?:signée?|faite?|adoptée?|conclue?|ouverte?|du {DATE}))(?:,? (?:signée?|faite?|adoptée?|conclue?"
    rf"|ouverte? à la signature)(?: à [A-ZÉ][\w'-]+(?: [A-Z]\w+)?)?)?,?(?: (?:du|le) {DATE})",
    re.IGNORECASE,
)
_SIGNED = compiled(rf",? (?:signée?|faite?|adoptée?|conclue?|ouverte?|(?:du|le) {DATE}).*$", re.DOTALL)


def _known_names() -> str:
    names = "|".join(re.escape(name).replace(r"\ ", " ") for name in treaty_names())
    return rf"(?P<name>{names})(?!\w)(?: (?:signée?|du) [^,.;]*? \d{{4}})?"


_KNOWN = compiled(_known_names, re.IGNORECASE)


def _constitution(_text: str, match: re.Match[str], _how: How | None) -> ActName:
    """``Constitution`` [``du 4 octobre 1958``]"""
    return ActName(match.start(), match.end(), match.end(), "constitution", ("constitution:1958",))


def _treaty(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """*known name* | (``convention`` | ``traité`` …) *title* ``signée`` [``à`` *place*] ``le`` *date*"""
    nature = match[1].lower().removesuffix("s")
    known = _KNOWN.match(text, match.start())
    if known is not None:
        ident = "traite:" + treaty_names()[" ".join(known["name"].lower().split())]
        return ActName(match.start(), known.end("name"), known.end("name"), nature, (ident,))
    titled = _TREATY_TITLE.match(text, match.start())
    if titled is not None:
        signed = _SIGNED.search(text, titled.start(), titled.end())
        ident = "traite:" + slug(text[titled.start() : signed.start() if signed else titled.end()])
        return ActName(match.start(), titled.end(), titled.end(), nature, (ident,))
    return ActName(match.start(), match.end(), match.end(), nature, (), how or How.VAGUE)


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
        Example("l'article ⟦107⟧ du traité sur le fonctionnement de l'Union européenne", "traite:tfue/107"),
        Example(
            "le ⟦statut de la Cour pénale internationale⟧ ; l'article ⟦87⟧ du statut",
            "traite:statut-de-la-cour-penale-internationale traite:statut-de-la-cour-penale-internationale/87",
        ),
        Example(
            "partie à l'⟦accord sur l'Espace économique européen⟧", "traite:accord-sur-lespace-economique-europeen"
        ),
        Example("une convention collective"),
    ),
)
