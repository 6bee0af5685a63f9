"""Acts of the European Union."""

from __future__ import annotations

import re

from cpp_corpus.lang.act_names import act_name_at, name_beginnings
from cpp_corpus.lang.dates import read_date
from cpp_corpus.lang.phrases import bare
from cpp_corpus.lang.short_dates import date_at
from cpp_corpus.normalizer.recognize.fragments import DATE, PRECITED, compiled
from cpp_corpus.normalizer.recognize.grammar.designations.foreign import foreign_name
from cpp_corpus.normalizer.recognize.grammar.designations.names import unread
from cpp_corpus.normalizer.recognize.phrase import ActName, How
from cpp_corpus.normalizer.recognize.rule import Example, Form

__all__ = ["UNION", "behind_institutions", "behind_number"]

_UNION_HEAD = compiled(
    r"(r[èe]glements?|directives?(?:-cadres?)?|d[ée]cisions?[ -]cadres?"
    r"|d[ée]cisions?|(?-i:R(?:CEE?|UE)(?= (?:n°|\d))))(?!\w)",
    re.IGNORECASE,
)
_BODY = r"(?:CE|UE|CEE|JAI|PESC|Euratom|CECA)"
_INSTITUTIONS = (
    rf"(?:,? (?:du Parlement européen(?: et du Conseil)?|du Conseil(?: et du Parlement européen)?"
    rf"|de la Commission(?: européenne)?"
    rf"|de l'Union européenne|du Conseil des Communautés européennes|européenne?|\(?{_BODY}(?!\w)\)?+(?! ?n[°o])))*"
)
_UNION_NUMBER = compiled(
    rf"""
    (?: (?:
        d'ex[ée]c(?:ution|\.)|déléguée?s?|communautaires?|européen(?:ne)?s?|du Conseil|de la Commission
        |de la Commission européenne|du Parlement européen et du Conseil
        |(?:sur|concernant|relati(?:f|ve) (?:à|aux?)) [^\d.;:()«»,\n]{{2,60}}?(?= n ?[°o] ?\d+/)|du même jour(?= n)
        |financier|europ[ée]en|(?:dite? )?[«"“] ?[^«»"“”\n]{{2,40}}[»"”]
        |[a-zéèà]{{2,12}}-[a-zéèà]{{2,12}}(?=[ ]\(?\d)
        |(?:(?!(?:d[eu]s?|l[ae]s?|et|ou|aux?|en|par|sur|dans|sous)[ ])[a-zéèà]{{2,12}}[ ]){{0,2}}
         [a-zéèà]{{4,12}}(?=[ ]\d{{4}}/\d)
    ))*
    (?P<body> ?\(? ?{_BODY}(?:,? ?(?:et )?{_BODY})* ?\)?(?: (?:du Conseil|de la Commission)(?= ?n))?)? ?,? ?\(?
    (?P<sign>n[°˚o]s? ?|n [°˚]s? ?|no?\.? |n(?=\d))?(?P<number>\d{{1,4}} ?[/-] ?\d{{1,4}})(?!\d|-(?!{_BODY}(?!\w)| ))
    (?:(?: ?/ ?|[ -]){_BODY}(?!\w))*
    {_INSTITUTIONS}(?P<dated>,? (?:du|en date du) (?P<date>{DATE}))?
""",
    re.IGNORECASE,
)
_DAY = compiled(r",? (?:du |en date du |\()?(?=\d)", re.IGNORECASE)
_UNION_DATED = compiled(rf"{_INSTITUTIONS} du (?P<date>{DATE})")


def _union(text: str, match: re.Match[str], how: How | None) -> ActName | None:
    """(``règlement`` | ``directive`` …) [``(UE)``] [``n°``] *number* [*institutions*] [``du`` *date*]"""
    word = match[1].lower()
    if word[0] == "r":
        nature = "reglement-ue"
    elif word[1] == "i":
        nature = "directive-ue"
    else:
        nature = "decision-cadre-ue" if "cadre" in word else "decision-ue"
    start = match.start()
    numbered = _UNION_NUMBER.match(text, match.end())
    if numbered is not None and not _QUALIFIED.match(text, numbered.end("number")):
        number = re.sub(r" ?[/-] ?", "/", numbered["number"])
        if (
            nature not in ("decision-ue", "reglement-ue")
            or _HAS_BODY.search(numbered[0])
            or "/" in numbered["number"]
            or (nature == "reglement-ue" and _OF_INSTITUTION.search(numbered[0]))
        ):
            end = numbered.end()
            joint = _DAY.match(text, end) if numbered["dated"] is None else None
            written = None if joint is None else date_at(text, joint.end())
            if written is not None and joint is not None:
                end = written.end + ("(" in joint[0] and text.startswith(")", written.end))
            return ActName(start, end, end, nature, (f"{nature}:{number}",))
    dated = _UNION_DATED.match(text, match.end())
    if dated is not None and (_INSTITUTION.search(dated[0]) or _SAID_AGAIN.match(text, dated.end())):
        day = read_date(dated["date"])
        return ActName(start, dated.end(), dated.end(), nature, (f"{nature}:{day}",) if day else ())
    following = text[match.end() : match.end() + 3]
    if (
        how is None
        and following[:1] in _NAME_FOLLOWS
        and bare(following[1:]) in name_beginnings(nature)
        and (known := act_name_at(text, start)) is not None
    ):
        rank = _RANK.search(text, max(0, start - _LONGEST_RANK), start) if nature == "directive-ue" else None
        ranked = None if rank is None else act_name_at(text, rank.start())
        ids = known.ids if rank is None else () if ranked is None else ranked.ids
        end = behind_number(text, known.end, ids, len(text))
        return ActName(start, end, end, nature, ids)
    if how is None and text.startswith(" grand-ducal", match.end()):
        return foreign_name(text, start, nature)
    if how is None and nature != "decision-ue":
        name = unread(text, ActName(start, match.end(), match.end(), nature))
        if name is not None:
            return name
    vague = "decision" if nature == "decision-ue" else nature  # of the Union or of a court
    adjective = _OF_EUROPE.match(text, match.end()) if nature != "decision-ue" else None
    end = match.end() if adjective is None else adjective.end()
    return ActName(start, end, end, vague, (), how or How.VAGUE)


_FORMAL = compiled(
    r",? ?\(?(?:\((?:UE|CE|CEE)\) ?|(?:UE|CE|CEE) )?(?:n[°o] ?)?(?P<number>\d{1,4}/\d{1,4})(?!\d)(?:/(?:UE|CE|CEE))?\)?"
)
"""The number of an act behind the name by which it is known: "règlement REACH (CE) n° 1907/2006"."""


def behind_number(text: str, at: int, ids: tuple[str, ...], limit: int) -> int:
    """Where an act ends whose name ends at ``at``: behind its number, where that follows before ``limit``."""
    formal = _FORMAL.match(text, at, limit)
    return formal.end() if formal is not None and ids and ids[0].endswith(formal["number"]) else at


_BEHIND_NUMBER = compiled(rf"{_INSTITUTIONS}(?:,? (?:du|en date du) {DATE})?")


def behind_institutions(text: str, at: int) -> int:
    """Where the institutions and the date end that follow a number, which ends at ``at``; that, without them."""
    behind = _BEHIND_NUMBER.match(text, at)
    return at if behind is None else behind.end()


_OF_EUROPE = compiled(r" (?:européenne?|communautaire)(?!\w| (?:n|\d|\())")
"""What is said of an act of the Union that was named before: "l'article 17 du règlement européen"."""
_HAS_BODY = re.compile(rf"(?<!\w){_BODY}(?!\w)", re.IGNORECASE)
_OF_INSTITUTION = re.compile(r"Commission|européen|Conseil", re.IGNORECASE)
_RANK = re.compile(r"(?<!\w)(?:\w+i[èe]me|premi[èe]re) +\Z", re.IGNORECASE)
"""A rank before a directive, of which there were several: "la sixième directive TVA" is not the one of today."""
_LONGEST_RANK = 12
_INSTITUTION = re.compile(r"Parlement européen|du Conseil(?! d'|\w| const)|Commission")
_SAID_AGAIN = compiled(rf",? ?{PRECITED}")
_NAME_FOLLOWS = frozenset(" ,")
_QUALIFIED = compiled(r" (?:QPC|DC|L|LP|LOM|FNR)(?!\w)")


UNION = Form(
    "union",
    "rd",
    _UNION_HEAD,
    _union,
    (
        Example(
            "le ⟦règlement (UE) 2016/679 du Parlement européen et du Conseil du 27 avril 2016⟧ relatif",
            "reglement-ue:2016/679",
        ),
        Example("le ⟦règlement (CE) n° 1234/2007 du Conseil du 22 octobre 2007⟧", "reglement-ue:1234/2007"),
        Example("la ⟦directive 2014/41/UE⟧", "directive-ue:2014/41"),
        Example("la ⟦directive 85/611/ CEE⟧", "directive-ue:85/611"),
        Example("la ⟦décision-cadre 2002/584/JAI du Conseil du 13 juin 2002⟧", "decision-cadre-ue:2002/584"),
        Example("l'article ⟦6⟧ du RCE 561/2006", "reglement-ue:561/2006/6"),
        Example("le ⟦règlement européen 2016/679⟧", "reglement-ue:2016/679"),
        Example("le ⟦RÈGLEMENT (UE) N° 910/2014 DU 23 JUILLET 2014⟧", "reglement-ue:910/2014"),
        Example("la ⟦directive 2014/41/UE du 3.4.2014⟧", "directive-ue:2014/41"),
        Example("l'article ⟦13⟧ du règlement général sur la protection des données", "reglement-ue:2016/679/13"),
        Example("l'article ⟦7⟧ du règlement du 16 avril 2014 susmentionné", "reglement-ue:2014-04-16/7"),
        Example("l'article ⟦4⟧ de la sixième directive 77/388/CEE", "directive-ue:77/388/4"),
        Example("l'article ⟦4⟧ de la sixième directive TVA", "directive-ue:77/388/4"),
        Example("la ⟦directive 2014/41/UE⟧ et l'article ⟦7⟧ de la directive Navets", "directive-ue:2014/41 ?/7"),
        Example("le règlement du 3 mai 2010 du club"),
        Example("le règlement intérieur"),
        Example("la décision du maire"),
    ),
)
