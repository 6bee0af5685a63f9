"""What is said of a second act, whose noun is the one before: "celle du 3 mars 2019", "celui de procédure civile"."""

from __future__ import annotations

import re

from cpp_corpus.lang.acts import ACTS
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.designations.codes import CODE
from cpp_corpus.normalizer.recognize.grammar.designations.laws import act_of_day, act_of_number
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["THAT"]

_THAT = compiled(
    r"(?:cell(?P<feminine>e)s?|celui|ceux)"
    r"(?= (?:(?P<told>n ?[°o] ?\d|n[uo]|d(?:u|es) \d)|(?P<titled>d[eu]s? |d[e']|relati(?:f|ve)s? (?:à|aux?)(?!\w))))"
)
_NOUN_BEFORE = compiled(
    r"(?<!\w)(?:(?P<feminine>(?P<law>lois?)|(?P<order>ordonnances?)|directives?|décisions?|conventions?|chartes?"
    r"|délibérations?|circulaires?|instructions?)|(?P<decree>décrets?)|(?P<arrete>arrêtés?)|(?P<code>codes?)"
    r"|règlements?|traités?|accords?|protocoles?|arrêts?|jugements?)(?!\w)",
    re.IGNORECASE,
)
_OF_NOUN = {"law": "loi", "order": "ordonnance", "decree": "decret", "arrete": "arrete", "code": "code"}
_NOUN_NEAR = 300  # characters
_LONGEST = 120  # characters of a title


def _that(text: str, match: re.Match[str], _how: How | None) -> ActName | None:
    """(``celle`` | ``celui``) (``n°`` *number* [``du`` *date*] | ``du`` *date* | *title*), of the noun named last"""
    start, at = match.span()
    if match["titled"] is not None and not _may_be_titled(text, start):
        return None
    nature = _nature_before(text, start, feminine=match["feminine"] is not None)
    if match["titled"] is not None:
        return _titled(text, start, at, nature)
    if nature in {None, "code", "autre"}:
        return ActName(start, at, at, "autre", (), reason=Reason.ACT_UNCLEAR)
    return (
        act_of_number(text, start, nature, at)
        or act_of_day(text, start, nature, at)
        or ActName(start, at, at, nature, (), reason=Reason.ACT_UNCLEAR)
    )


def _nature_before(text: str, start: int, *, feminine: bool) -> str | None:
    """The nature of the act that the last noun of a gender names before ``start`` in its line; ``None`` without one."""
    begin = max(0, start - _NOUN_NEAR, text.rfind("\n", 0, start))
    nature = None
    for noun in _NOUN_BEFORE.finditer(text, begin, start):
        if (noun["feminine"] is not None) is feminine:
            nature = next((nature for group, nature in _OF_NOUN.items() if noun[group]), "autre")
    return nature


def _may_be_titled(text: str, start: int) -> bool:
    """Whether what a title tells may be an act: most of what is called so, "celui de la société", is none."""
    return text.endswith("de ", 0, start) or "code" in text[max(0, start - _NOUN_NEAR) : start].lower()


_OTHER_NOUN = re.compile(
    r"(?<!\w)(?:le|l'|un|ce|cet|son|leur|notre|chaque|au|du|à l'|de l') ?(?:même )?"
    r"(?:accident|acte|agent|avocat|bureau|bulletin|bail|centre|certificat|compte|conseil|contrat|crédit|cours|délai"
    r"|dépôt|directeur|domaine|droit|effet|fonds|greffe|greffier|inspecteur|journal|juge|lieu|livret|local|lycée|marché"
    r"|médecin|milieu|ministère|ministre|monde|notaire|office|permis|plan|port|président|prix|régime|registre"
    r"|répertoire|salarié|secret|secteur|service|siège|taux|temps|tribunal)"
    r"(?: (?:(?:de |du |de la |de l'|des |d')[a-zà-ÿ-]+|[a-zà-ÿ-]{2,}(?:il|al|el|if|aire|ien|ier|ais|é|ime|eur))){0,3}"
    r"(?: ?,)? (?:et|ou|puis|mais|ainsi que|comme|que)"
    r" (?:par |de |dans |à )?\Z",
    re.IGNORECASE,
)
"""A thing, not a text, beside which another one of its noun stands: "le tribunal civil et celui de commerce"."""
_BESIDE = 80  # characters


def _is_of_other_noun(text: str, start: int) -> bool:
    """Whether "celui" at ``start`` is a thing like the one beside it, and no code: "le tribunal civil et celui de"."""
    return _OTHER_NOUN.search(text, max(0, start - _BESIDE), start) is not None


def _titled(text: str, start: int, at: int, nature: str | None) -> ActName | None:
    """The code whose title follows; another text that a title tells is not known."""
    if _is_of_other_noun(text, start):
        return None
    if nature == "code" and text.startswith("i", at - 1):
        noun = "code"
        title = noun + text[at : at + _LONGEST]
        begins = CODE.begins.match(title)
        code = None if begins is None else CODE.read(title, begins, None)
        if code is not None and (code.reason is Reason.FOREIGN_ACT or not ACTS.keys().isdisjoint(code.ids)):
            end = at + code.end - len(noun)
            return code._replace(start=start, end=end, stop=end)
    if nature is None or not text.endswith("de ", 0, start):
        return None
    return ActName(start, at, at, "autre", (), reason=Reason.ACT_UNCLEAR)


THAT = Form(
    "celle",
    "c",
    _THAT,
    _that,
    (
        Example(
            "l'article ⟦3⟧ de la loi n° 2020-12 et l'article ⟦7⟧ de celle du 3 mars 2019",
            "loi:2020-12/3 loi:2019-03-03/7",
        ),
        Example("les articles ⟦3⟧ du décret n° 2020-12 et ⟦4⟧ de celui n° 2021-7", "decret:2020-12/3 decret:2021-7/4"),
        Example("l'article ⟦3⟧ de la directive et l'article ⟦4⟧ de celle du 3 mars 2019", "?/3 ?/4"),
        Example(
            "l'article ⟦7⟧ du code civil et l'article ⟦12⟧ de celui de procédure civile",
            "code-civil/7 code-de-procedure-civile/12",
        ),
        Example(
            "l'article ⟦3⟧ de la loi n° 2020-12 et l'article ⟦4⟧ de celle relative aux moulins", "loi:2020-12/3 ?/4"
        ),
    ),
)
