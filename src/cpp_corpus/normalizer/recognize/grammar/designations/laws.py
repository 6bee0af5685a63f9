"""Laws, ordinances, decrees and orders, by number or date; texts that are named only by their nature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_corpus.lang.dates import read_date
from cpp_corpus.normalizer.recognize.fragments import DATE, compiled, layout
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["LAW", "NATURES", "OTHER", "further_laws", "iso_date"]

NATURES = {"loi": "loi", "ordonnance": "ordonnance", "décret": "decret", "arrêté": "arrete"}
"""Nature of an act, by its noun."""
_FRENCH = compiled(r"(lois?|ordonnances?|décrets?(?:-lois?)?|arrêtés?)(?!\w)", re.IGNORECASE)
_SORT = layout(r"""
    (?: (?:
        organiques?|constitutionnelles?|ministériels?|interministériels?|modifiée?s?|du pays|de programmation
        |d'orientation|de programme|de financement de la sécurité sociale(?: rectificative)?
        |de finances(?: rectificative)?|en Conseil d'Etat|validée|susvisée?|précitée?
    ))*
    (?: pour (?:l'année )?\d{4})?
""")
_ISO = r"(?:1[789]|20)\d\d-[01]\d-[0-3]\d(?![\d-])"
"""A date in figures, as old notes have it: "Loi 2004-1485 2004-12-30"."""
_NUMBERED = compiled(rf"""
    {_SORT},? ?\(?
    (?:n° ?|n °|n[o0] |no\.? |(?=\d{{2,4}}-\d+ (?:du |art|{_ISO})))
    (?P<number>\d{{2,4}} ?[-‑–] ?\d+(?:-\d+)?|[A-Z]?\d[\d.]*\d|\d)
    (?P<dated> ?,? ?(?:(?:du |en date du |\()(?P<date>{DATE})|(?P<iso>{_ISO})))?
""")
_DATED = compiled(rf"{_SORT},? ?\(?(?:du|des|en date du|de) (?P<date>{DATE})")


def _french(_text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """(``loi`` | ``décret`` | ``arrêté`` …) [*sort*] (``n°`` *number* [``du`` *date*] | ``du`` *date*)"""
    text = match.string
    word = match[1].lower()
    nature = NATURES[word.removesuffix("s").split("-")[0].removesuffix("s")]
    start = match.start()
    numbered = _NUMBERED.match(text, match.end())
    if numbered is not None:
        number = re.sub(r"[ ]", "", numbered["number"]).replace("–", "-").replace(".", "")
        date = iso_date(numbered["date"]) or numbered["iso"]
        ids = (f"{nature}:{number}",) if "-" in number else (f"{nature}:{date}",) if date else ()
        return ActName(start, numbered.end(), numbered.end(), nature, ids, How.NAMED, date)
    dated = _DATED.match(text, match.end())
    if dated is not None:
        date = iso_date(dated["date"])
        return ActName(start, dated.end(), dated.end(), nature, (f"{nature}:{date}",) if date else (), How.NAMED, date)
    return ActName(start, match.end(), match.end(), nature, (), how or How.VAGUE)


_FURTHER = compiled(
    rf"(?:,| et| ou|, et)(?: du| de la)? (?:n° ?(?P<number>\d{{2,4}}-\d+)(?: du (?P<dated>{DATE}))?|(?P<date>{DATE}))"
)


def further_laws(text: str, name: ActName) -> Iterator[ActName]:
    """The acts that go on a plural designation: "les arrêtés des 3 mai 2010 et 4 juin 2011"."""
    if not text[name.start : name.end].split(maxsplit=1)[0].endswith("s"):
        return
    while (match := _FURTHER.match(text, name.stop)) is not None:
        date = iso_date(match["date"] or match["dated"])
        start = match.start("number") if match["number"] else match.start("date")
        ids = (f"{name.nature}:{match['number'] or date}",)
        name = ActName(start, match.end(), match.end(), name.nature, ids, How.NAMED, date, name.form)
        yield name


def iso_date(date: str | None) -> str | None:
    """A date in words as ISO writes it; ``None`` where it is none."""
    day = read_date(date) if date else None
    return day.isoformat() if day else None


LAW = Form(
    "loi",
    "loda",
    _FRENCH,
    _french,
    (
        Example("la ⟦loi n° 2019-222 du 23 mars 2019⟧ de programmation", "loi:2019-222"),
        Example("la ⟦loi du 29 juillet 1881⟧ sur la presse", "loi:1881-07-29"),
        Example("l'⟦ordonnance n° 45-2658 du 2 novembre 1945⟧", "ordonnance:45-2658"),
        Example("le ⟦décret n°2020-12⟧", "decret:2020-12"),
        Example("un ⟦arrêté du 17 avril 2020⟧", "arrete:2020-04-17"),
        Example("les ⟦arrêtés des 30 décembre 2009⟧ et ⟦9 février 2010⟧", "arrete:2009-12-30 arrete:2010-02-09"),
        Example(
            "l'article ⟦12⟧ de la loi de finances pour 2010 (n° 2009-1673 du 30 décembre 2009)", "loi:2009-1673/12"
        ),
        Example("Loi n° 2020-12 du 3 mars 2020, article ⟦7⟧ I : la ⟦présente loi⟧", "loi:2020-12/7#I loi:2020-12"),
        Example("la ⟦loi n° 2020-12 du 3 mars 2020⟧ ; l'article ⟦4⟧ de la même loi", "loi:2020-12 loi:2020-12/4"),
        Example("un décret en Conseil d'Etat"),
        Example("dans les conditions prévues par la loi"),
    ),
)


# -- texts that are named only by their nature: no identifier, and none to look for

_OTHER = compiled(
    r"(cahiers? des charges|contrats?|règlement|annexes?|avenants?|délibérations?|circulaires?|projets?"
    r"|instructions?|cahier|tableau|codex|nomenclature)(?!\w)",
    re.IGNORECASE,
)


def _other(_text: str, match: re.Match[str], _how: How | None) -> ActName:
    """``cahier des charges`` | ``contrat`` | ``règlement`` …"""
    return ActName(match.start(), match.end(), match.end(), "autre", (), How.VAGUE)


OTHER = Form("autre", "cradpitn", _OTHER, _other, (Example("l'article ⟦4⟧ du cahier des charges", "?/4"),))
