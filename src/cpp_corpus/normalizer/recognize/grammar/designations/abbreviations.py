"""Abbreviations of acts: ``C. civ.``, ``CGI, ann. II``, ``TFUE``, ``CO``."""

from __future__ import annotations

import re

from cpp_corpus.lang.abbreviations import Abbreviation, Standing, abbreviation_at
from cpp_corpus.lang.acts import formers_of, shortened_code_at
from cpp_corpus.lang.constitutions import dated_constitution
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.designations.foreign import with_country
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["ABBREVIATION", "abbreviated", "of_edition", "short_name_at"]

_WORD = compiled(r"(?:(?:ancien|nouveau) )?(?=[A-ZÉ]|c\. ?[a-zé]|ann|convention|traité|accord|e[A-Z])")
_NATURES = (("convention", "convention"), ("charte", "charte"), ("accord", "accord"))


_ANCIENT = ("ancien ", "Ancien ")


def _abbreviation(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """*abbreviation* of a code, a treaty, an act of the Union or a law"""
    if how is How.PRESENT:
        return None
    short = _with_date(text, abbreviation_at(text, match.end()))
    if short is None or short.standing is Standing.CITATION:
        return None
    return with_country(text, of_edition(text, abbreviated(match.end(), _of_age(text, match.end(), short))))


_CODE = ("C. ", "c. ")


def short_name_at(text: str, at: int) -> Abbreviation | None:
    """The abbreviation at a position, also a code by its first letter and words of its title: "C. sécurité int."."""
    short = _with_date(text, abbreviation_at(text, at))
    if short is not None:
        return _of_age(text, at, short)
    if not text.startswith(_CODE, at):
        return None
    named = shortened_code_at(text, at + 2)
    return None if named is None else _of_age(text, at, Abbreviation(named[0], (named[1],), "code", Standing.BESIDE))


def _of_age(text: str, at: int, short: Abbreviation) -> Abbreviation:
    """A code behind "ancien", where an earlier one had its name: "l'ancien CPC, art. 806"."""
    return short._replace(ids=formers_of(short.ids)) if text.endswith(_ANCIENT, 0, at) else short


def _with_date(text: str, short: Abbreviation | None) -> Abbreviation | None:
    """A Constitution with the date behind it: "Const. 1848", "Const. 22 frim. an VIII"."""
    if short is None or short.kind != "constitution" or (dated := dated_constitution(text, short.end)) is None:
        return short
    end, known = dated
    return short._replace(end=end, ids=(known,) if known else ())


_WITHOUT_ID = {"constitution": Reason.ACT_WITHOUT_ID, "agreement": Reason.UNKNOWN_NAME}


def abbreviated(start: int, short: Abbreviation) -> ActName:
    """The act of an abbreviation that stands at ``start``."""
    end, ids, kind = short.end, short.ids, short.kind
    reason = None if ids else _WITHOUT_ID.get(kind, Reason.FOREIGN_ACT)
    return ActName(start, end, end, _nature(kind, ids), ids, How.NAMED, None, ABBREVIATION.name, reason)


_EDITION = compiled(r" \(?(?:(?:de |version |édition |éd\. )(?:de )?)?(?P<year>(?:19|20)\d\d)(?![\w/°-])")


def of_edition(text: str, name: ActName) -> ActName:
    """A code of which several editions were in force, that of the year behind it: "code des marchés publics 2004"."""
    if len(name.ids) == 1:
        return name
    edition = _EDITION.match(text, name.end)
    ident = None if edition is None else next((i for i in name.ids if i.endswith(f"-edition-{edition['year']}")), None)
    if edition is None or ident is None:
        return name
    stop = edition.end() + text.startswith(")", edition.end()) if "(" in edition[0] else edition.end()
    return name._replace(ids=(ident,), end=stop, stop=stop)


def _nature(kind: str, ids: tuple[str, ...]) -> str:
    """The nature by which the act is named again: "ladite convention"."""
    if kind in {"union", "law", "agreement"}:
        return ids[0].partition(":")[0] if ids else "convention"
    if kind == "treaty":
        return next((nature for nature, word in _NATURES if word in ids[0]), "traité")
    return "code" if kind == "foreign" else kind


ABBREVIATION = Form(
    "abréviation",
    "abcdefghijlmnoprstuvz",
    _WORD,
    _abbreviation,
    (
        Example("l'article ⟦438⟧ du CGI", "code-general-des-impots-cgi/438"),
        Example("l'art. ⟦1240⟧ C. civ.", "code-civil/1240"),
        Example("l'art ⟦L1237-11⟧ du CT", "code-du-travail/l1237-11"),
        Example(
            "art. ⟦L. 1111-1⟧ C. trav., ⟦31⟧ C. pr. civ. et ⟦63-1⟧ CPP",
            "code-du-travail/l1111-1 code-de-procedure-civile/31 code-de-procedure-penale/63-1",
        ),
        Example("l'article ⟦505⟧ de l'ancien C. pr. civ.", "code-de-procedure-civile-ancien/505"),
        Example("l'article ⟦267⟧ TFUE", "traite:tfue/267"),
        Example("l'article ⟦257⟧ CO", "?/257"),
        Example("l'article ⟦302 C⟧. Le moulin", "ici/302-c"),
    ),
)
