"""Short natures of acts: ``L. n° 78-17``, ``Ord.``, ``D.``, ``Arr.``, ``Règl. (UE)``, and the acts named so.

==================================  ====================  ====================================================
written                             nature in ids         must be followed by
==================================  ====================  ====================================================
``L.``, ``L. org.``, ``LO`` …       ``loi``               "n°" or a date: "L. 811-2" is an article
``Ord.``, ``O.``                    ``ordonnance``        a number or a date; after one letter, "n°" or a date
``Décr.``, ``Décr.-L.``, ``D.``     ``decret``            the same
``Arr.``, ``A.``                    ``arrete``            the same
``Circ.``, ``Instr.``, ``Délib.``   ``circulaire`` …      the same
``Règl.``, ``Règl. (UE)``           ``reglement-ue``      a number with a slash; or a date if the body is named
``Dir.``, ``Dir. (CE)``             ``directive-ue``      the same
``Déc.-cadre``, ``Déc. (UE)``       ``decision-…-ue``     the same
==================================  ====================  ====================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from cpp_corpus.lang.phrases import Phrases
from cpp_corpus.lang.short_dates import date_at
from cpp_corpus.lang.typography import fold, plain

__all__ = ["Nature", "ShortAct", "act_in_full", "is_number_of", "nature_at", "short_act_at"]


class Nature(NamedTuple):
    """A short nature as it stands in a text."""

    end: int
    """Where it ends, including its full stop and the body of the Union in brackets."""
    nature: str
    """As ids have it: ``loi``, ``reglement-ue``."""
    name: str
    """In full, with its subtype: ``loi organique``."""


class ShortAct(NamedTuple):
    """An act named by a short nature with its number or date."""

    end: int
    """Where it ends, including a date after the number."""
    number_end: int
    """Where the number ends, or the date where it has no number."""
    id: str
    day: date | None
    """Its date, where it is written there."""
    nature: Nature


def nature_at(text: str, at: int) -> Nature | None:
    """The abbreviated nature that begins at a position of folded text; ``None`` where none does.

    It must be followed by a number or date: see the table above.

    >>> nature_at("L. n° 78-17", 0)
    Nature(end=2, nature='loi', name='loi')
    >>> nature_at("Règl. (UE) n° 910/2014", 0)
    Nature(end=10, nature='reglement-ue', name='règlement')
    >>> nature_at("L. 811-2", 0), nature_at("D. 752-26", 0)
    (None, None)
    """
    read = _read(text, at)
    return None if read is None else read.nature


def short_act_at(text: str, at: int) -> ShortAct | None:
    """The act that is named at a position of folded text by a short nature; ``None`` where none is.

    >>> text = "L. n° 78-17, 6 janv. 1978, art. 32"
    >>> act = short_act_at(text, 0)
    >>> act.id, text[: act.number_end], text[: act.end]
    ('loi:78-17', 'L. n° 78-17', 'L. n° 78-17, 6 janv. 1978')
    >>> [short_act_at(name, 0).id for name in ("Arr. 22 mai 1985", "D. du 11 déc. 2019", "Dir. 2014/41/UE")]
    ['arrete:1985-05-22', 'decret:2019-12-11', 'directive-ue:2014/41']
    >>> short_act_at("D. 2020-1310, art. 4", 0).id
    'decret:2020-1310'
    >>> short_act_at("D. 2020-1310, 29 oct. 2020", 0).id, short_act_at("L. 121-3 du 3 mars 2020", 0)
    ('decret:2020-1310', None)
    """
    return _read(text, at)


def act_in_full(text: str) -> str | None:
    """The id of the act that a whole text designates by its nature in full with its number or date.

    Its title may follow. ``None`` where it designates none, or goes on with anything else.

    >>> act_in_full("loi n° 89-462 du 6 juillet 1989"), act_in_full("Règlement (UE) 2016/679 relatif aux données")
    ('loi:89-462', 'reglement-ue:2016/679')
    >>> act_in_full("loi n° 89-462, article 3"), act_in_full("loi sur le vent"), act_in_full("décret n° 2031")
    (None, None, None)
    """
    folded = " ".join(fold(text).split())
    written = plain(folded).lower()
    named = (name for name in _IN_FULL if written.startswith((f"{name} ", f"{name}(")))
    name = max(named, key=len, default=None)
    if name is None:
        return None
    short = _IN_FULL[name] + folded[len(name) :]
    found = _read(short, 0)
    return found.id if found is not None and _TITLE.fullmatch(short, found.end) else None


# ---------------------------------------------------------------------------------------------------------------------

_FRENCH = (
    ("loi organique", "loi", ("L. org.", "L. orga.", "LO", "L.O.", "Loi org.")),
    ("loi constitutionnelle", "loi", ("L. const.", "LC", "Loi const.")),
    ("loi de finances", "loi", ("L. fin.", "LF", "LFI", "Loi fin.")),
    ("loi de finances rectificative", "loi", ("L. fin. rect.", "LFR")),
    ("loi de financement de la sécurité sociale", "loi", ("LFSS", "L. fin. séc. soc.")),
    ("loi", "loi", ("L.",)),
    ("ordonnance", "ordonnance", ("Ord.", "Ordo.", "Ordon.", "Ordonn.", "O.")),
    ("décret", "decret", ("Décr.", "Déc.", "D.")),
    ("décret-loi", "decret", ("Décr.-loi", "Décr.-L.", "D.-L.", "DL")),
    (
        "arrêté",
        "arrete",
        ("Arr.", "A.", "Arr. min.", "Arr. minist.", "Arr. interm.", "Arr. préf.", "Arr. mun.", "AM", "A.M."),
    ),
    ("circulaire", "circulaire", ("Circ.", "Circ. min.", "Circ. interm.")),
    ("instruction", "instruction", ("Instr.", "Instr. min.", "Inst.")),
    ("délibération", "deliberation", ("Délib.", "Délibér.")),
)
_UNION = (
    ("règlement", "reglement-ue", ("Règl.", "Règlt.", "Rgt.", "Rglt.", "Regl.", "Règ.", "Reg.", "R.")),
    ("règlement délégué", "reglement-ue", ("Règl. dél.", "Règl. délég.", "Règl. délégué")),
    ("règlement d'exécution", "reglement-ue", ("Règl. exéc.", "Règl. d'exéc.", "Règl. d'ex.", "Règl. d'exécution")),
    ("directive", "directive-ue", ("Dir.", "Direct.")),
    ("directive déléguée", "directive-ue", ("Dir. dél.", "Dir. déléguée")),
    ("directive d'exécution", "directive-ue", ("Dir. exéc.", "Dir. d'exéc.", "Dir. d'exécution")),
    ("décision-cadre", "decision-cadre-ue", ("Déc.-cadre", "Décis.-cadre", "Décis. cadre", "D.-cadre")),
    ("décision", "decision-ue", ("Décis.",)),
)
_IN_FULL = {plain(name): shorts[0] for name, _, shorts in (*_FRENCH, *_UNION) if name != "décret-loi"}
"""The short nature of each in full, without accents; ids have décrets-lois under two natures."""
_TITLE = re.compile(r"(?:,? (?!(?:du [0-9]|et|ou|[àn]|arts?|articles?)\b)[^\W\d_(].*)?", re.DOTALL)
_BODY = r"(?:UE|CE|CEE|Euratom|JAI|PESC|CECA)"


class _Form(NamedTuple):
    name: str
    nature: str
    letter: bool
    """One letter, or initials that begin article numbers too (LO): only with "n°" or a date."""
    union: bool
    pointed: bool


_DECISION = _Form("décision", "decision-ue", letter=False, union=True, pointed=True)
_HEADS_DECISION = re.compile(rf"[Dd][ée]c\.\s(?:[^,;\n]{{0,20}}{_BODY}(?!\w)|[0-9]{{4}}/[0-9]{{1,4}}/{_BODY}(?!\w))")
"""What makes the short form of a decree that of a decision of the Union: "Déc. 2010/87/UE", "Déc. Cons. UE n° …"."""


def _read(text: str, at: int) -> ShortAct | None:
    found = _forms().at(text, at) or _glued(text, at)
    if found is None:
        return None
    end, form = found
    small = not text[at].isupper() and _OF_SMALL.match(text, end) is None
    if form.letter and (small or _INITIAL.search(text, max(0, at - 4), at)):  # "J. O. du"
        return None
    if form.pointed and text.startswith(".", end):
        end += 1
    elif form.letter and form.pointed and not any(each.match(text, end) for each in _OF_ACTS):
        return None  # "L 811-2"
    if form.union:
        return _of_the_union(text, end, form)
    behind_number = form.letter and at > 1 and text[at - 1] == " " and text[at - 2].isdigit()
    french = _french(text, end, form, behind_number=behind_number)
    return _of_the_union(text, end, _DECISION) if french is None and _HEADS_DECISION.match(text, at) else french


def _french(text: str, end: int, form: _Form, *, behind_number: bool) -> ShortAct | None:
    """``behind_number``: a letter stands behind the number of an article, and what follows is a date: "12 D 7.3.67"."""
    nature = Nature(end, form.nature, form.name)
    opened = False
    if form.nature == "loi" and (year := _OF_BUDGET.match(text, end)) is not None:
        end, opened = year.end(), "(" in year[0]
    number = _number().match(text, end)
    if number is None and (called := _CALLED.match(text, end)) is not None:
        number = _number().match(text, called.end())
    day = None if number is None else _day_behind(text, number.end())
    if number is not None and (
        number["sign"]
        or not form.letter
        or _is_of_year(number["number"], day)
        or _heads_article(text, number)
        or _NUMBER_OF_ACT.match(text, number.start()) is not None
    ):
        stop = _behind_day(text, number) if day is None else day[0]
        stop += opened and text.startswith(")", stop)
        return ShortAct(
            stop, number.end(), f"{form.nature}:{_printed(number)}", None if day is None else day[1], nature
        )
    day = _day_behind(text, end, surely=behind_number)
    if day is None:
        return None
    number = _NUMBER_AFTER.match(text, day[0])
    if number is not None and _is_of_year(number["number"], day):
        stop = number.end() if number["closes"] and "(" in number[0] else number.end("number")
        return ShortAct(stop, number.end("number"), f"{form.nature}:{_printed(number)}", day[1], nature)
    return ShortAct(day[0], day[0], f"{form.nature}:{day[1].isoformat()}", day[1], nature)


_NUMBER_AFTER = re.compile(
    r",?\s?\(?n\s?[°º˚o]\s?(?P<number>[0-9]{2,4}\s?[-–‐‑]\s?[0-9]{1,5})(?![-/]?[0-9])(?P<closes>\s?\))?"
)
"""A number behind the date: "Ord. 23 sept. 1967, n° 67-833"."""


def _printed(number: re.Match[str]) -> str:
    return _SPACES.sub("", number["number"]).translate(_DASHES)


def _is_of_year(number: str, day: tuple[int, date] | None) -> bool:
    """Whether a number begins with the year of the date behind it: "D. 2020-1310, 29 oct. 2020"."""
    first = _SPACES.sub("", number).translate(_DASHES).partition("-")[0]
    return day is not None and first in {str(day[1].year), f"{day[1].year % 100:02}"}


_OF_BUDGET = re.compile(r"\s?(?:pour\s)?20[0-9]{2},?(?:\s?\()?(?=\s?n\s?[°º˚o])")
"""The year of a finance law, before its number."""
_SIGNED = re.compile(r"\s?[nN]\s?(?:[°º˚o]\s?[0-9]|\.\s?[0-9]{2,4}-)")
_YEAR = r"(?:20[0-3]|[4-9])[0-9]"
_NUMBER_OF_ACT = re.compile(
    rf"\s?(?:{_YEAR}\s?[-‐‑–]\s?[0-9]{{3,4}}(?!\w|[-‐‑–./][0-9])|[4-9][0-9]-[0-9]{{1,4}}(?=,?\s[Aa]rts?(?:\.|icles?)?\s?[0-9]|\s[0-3]?[0-9]/[01]?[0-9]/))"
)
"""A number with the year of an act, which no code has: "D. 2006-781", "L 84-53 art. 3"."""
_FIGURES = r"[0-3]?[0-9](?:([/.])[01]?[0-9]\1(?:1[789]|20)?[0-9]{2}|-[01]?[0-9]-(?:1[789]|20)[0-9]{2})"
_DAY_ENDS = r"(?![\w/-]|\.[0-9])"
_DAY = re.compile(rf"(?:\sdu)?\s?(?:{_FIGURES}|[0-3]?[0-9](?:er)?\s[^\W\d_]{{3,9}}\.?\s[0-9]{{4}}){_DAY_ENDS}")
_OF_ACTS = (_SIGNED, _NUMBER_OF_ACT, _DAY)
"""What shows a letter without a point to be the nature of an act: "L 5.7.1985", "D 17 mars 1967"."""
_GLUED = re.compile(rf"(?P<letter>LO|[LDO])(?={_NUMBER_OF_ACT.pattern})")
"""A letter without a blank before such a number: "D2020-293"."""
_OF_SMALL = re.compile(rf"\.\s?n\s?[°º˚]\s?[0-9]{{2,4}}-[0-9]|\.?\s?{_FIGURES}{_DAY_ENDS}")
"""What makes a small letter the nature of an act: "d. n° 2019-1333", "l. 10/7/1965"."""
_CALLED = re.compile(r"\s[A-Z][\w-]+(?:\s[IVX1-9]{1,3})?,?(?=\s?[nN]\s?[°º˚])")
"""What an act is called, before its number: "L. ELAN n° 2018-1021"."""
_HEADS_ARTICLE = re.compile(r",?\s?(?P<changed>modif\.|mod\.)?,?\s?[Aa]rt")


def _heads_article(text: str, number: re.Match[str]) -> bool:
    """Whether a number with a year, which might be that of an article, heads one: "D. 2019-1333, art. 55"."""
    heads = _HEADS_ARTICLE.match(text, number.end())
    return heads is not None and (heads["changed"] is not None or _WITH_YEAR.match(number["number"]) is not None)


_WITH_YEAR = re.compile(r"(?:19|20)[0-9]{2}\D|[4-9][0-9]-[0-9]{3}")


def _glued(text: str, at: int) -> tuple[int, _Form] | None:
    """A letter that is written together with the number of its act: "D2020-293"."""
    glued = _GLUED.match(text, at)
    found = None if glued is None else _forms().at(f"{glued['letter']}.", 0)
    return None if glued is None or found is None else (glued.end(), found[1])


def _of_the_union(text: str, end: int, form: _Form) -> ShortAct | None:
    body = _body().match(text, end)
    end = end if body is None else body.end()
    if form.letter and body is None:
        return None
    nature = Nature(end, form.nature, form.name)
    number = _union_number().match(text, end)
    if number is None and (called := _SUBJECT.match(text, end)) is not None:
        number = _union_number().match(text, called.end())
    day = _day_behind(text, end if number is None else number.end())
    if number is not None:
        printed = f"{number['first'] or number['year']}/{number['second']}"
        stop = number.end() if day is None else day[0]
        return ShortAct(stop, number.end(), f"{form.nature}:{printed}", None if day is None else day[1], nature)
    if day is None or body is None:
        return None
    return ShortAct(day[0], day[0], f"{form.nature}:{day[1].isoformat()}", day[1], nature)


_SUBJECT = re.compile(rf"\s[A-Z][\w-]+(?=\s(?:n\s?[°º˚o]\s?[0-9]|[0-9]{{2,4}}/[0-9]{{1,4}}/{_BODY}(?!\w)))")
"""What a directive is of, before its number: "dir. Services 2006/123/CE"."""
_OTHER_DAY = re.compile(r",?\s?(?:du\s)?[0-9]{1,2}([/.-])[0-9]{1,2}\1([0-9]{2})(?![\w/.-])")
"""A date with two digits of a year, which may be those of the number before: "Ord. 58-1100 du 17/11/58"."""


def _behind_day(text: str, number: re.Match[str]) -> int:
    """Where a number ends, with the date behind it that only its year explains."""
    day = _OTHER_DAY.match(text, number.end())
    return day.end() if day is not None and is_number_of(number["number"], day[2]) else number.end()


def is_number_of(number: str, year: str) -> bool:
    """Whether the number of an act is of a year, of which two digits are written.

    >>> is_number_of("58-1100", "58"), is_number_of("2019-1012", "19"), is_number_of("2019-1012", "20")
    (True, True, False)
    """
    return (number[2:4] if number[2:4].isdigit() else number[:2]) == year


def _day_behind(text: str, end: int, *, surely: bool = False) -> tuple[int, date] | None:
    joint = _joint().match(text, end)
    surely = surely or (joint is not None and joint[0].lower().endswith("du "))
    written = None if joint is None else date_at(text, joint.end(), surely=surely)
    if written is None or joint is None:
        return None
    closed = written.end + 1 if "(" in joint[0] and text.startswith(")", written.end) else written.end
    return closed, written.day


_INITIAL = re.compile(r"(?<!\w)(?![VvSs]\.)[A-Za-z]\.\s?$")
_LETTERS = frozenset(("L.O.", "A.M."))
_SPACES = re.compile(r"\s")
_DASHES = str.maketrans("–‐‑.", "----")


@cache
def _number() -> re.Pattern[str]:
    sign = r"(?P<sign>n\s?[°º˚o]s?\.?\s{0,40}|no?\.\s{0,40})?"
    return re.compile(
        rf"\s{{0,40}}{sign}(?P<number>[0-9]{{2,4}}\s?[-–‐‑]\s?[0-9]{{1,5}}|(?(sign)(?:20[0-9]|[4-9])[0-9]\.[0-9]{{2,4}}|(?!)))"
        r"(?![0-9]|[/.][0-9]|-[0-9])",
        re.IGNORECASE,
    )


@cache
def _union_number() -> re.Pattern[str]:
    return re.compile(
        r"\s{0,40}(?:n\s?[°º˚o]s?\.?\s{0,40})?"
        r"(?:(?P<year>20[0-9]{2}(?=-[0-9]{1,4}\s[Aa]rt)|[0-9]{2,4}(?=-20[0-9]{2}\s[Aa]rt))-|(?P<first>[0-9]{1,4})\s?/\s?)"
        rf"(?P<second>[0-9]{{1,4}})(?:\s?/\s?{_BODY})?(?!\w|/[0-9])"
    )


@cache
def _body() -> re.Pattern[str]:
    institution = r"(?:(?:PE|Parl\.(?:\seur\.)?)(?:\s?(?:et|&)\sCons\.)?|Cons\.|Comm\.)\s"
    return re.compile(rf"\s{{0,40}}(?:{institution})?(?:\({_BODY}(?:,\s?{_BODY})*\)|{_BODY}(?!\w))")


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(r"\s{0,40},?\s{0,40}(?:(?:en\s{1,40}date\s{1,40})?d(?:u|es)\s{1,40}|\()?(?=[0-9])", re.IGNORECASE)


@cache
def _forms() -> Phrases[_Form]:
    return Phrases(_rows())


def _rows() -> Iterator[tuple[str, _Form]]:
    for union, table in ((False, _FRENCH), (True, _UNION)):
        for name, nature, spellings in table:
            for spelling in spellings:
                letter = len(spelling) <= 2 or spelling in _LETTERS
                yield spelling, _Form(name, nature, letter, union, spelling.endswith("."))
