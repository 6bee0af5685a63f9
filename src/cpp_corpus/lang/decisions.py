"""Decisions of courts, as they are cited: ``CE, Ass., 23 déc. 2011, Danthony, req. n° 335033``.

What is read: the name of the court, its town, its formation, a date, a name, and one or several numbers::

    Cass. soc., 12 févr. 2014, n° 12-23.573        pourvoi n° 22-10.176
    Cons. const., 5 févr. 2021, n° 2020-881 QPC    décisions n° 90-280 DC du 6 décembre 1990 et n° 93-331 DC
    CA Paris, 3 mars 2020, RG n° 19/01234          CJUE, gr. ch., 5 juin 2018, C-210/16

The id is made from the number, :func:`decision_id`. Only for the Conseil constitutionnel can the ECLI be derived from
number and date (:func:`ecli`): those of the Cour de cassation have the chamber and another serial number, those of the
Conseil d'Etat the formation, those of the Court of Justice another serial number. In the other direction, ids can be
derived from more ECLIs (:func:`from_ecli`). Courts and formations are in ``data/courts.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from cpp_corpus.lang.phrases import WORD, Phrases, bare, opens_word
from cpp_corpus.lang.short_dates import date_at
from cpp_corpus.lang.typography import slug

__all__ = ["COURTS", "CitedDecision", "Court", "decision_at", "decision_id", "decision_words", "ecli", "from_ecli"]

COURTS = ("cc", "ce", "cass", "tc", "caa", "ta", "ca", "tj", "tgi", "ti", "tcom", "cph", "cjue", "cedh")
"""The courts, as ids have them: ``decision-ce:222509``."""


class Court(NamedTuple):
    """A court, or the courts of one kind."""

    id: str
    number: str
    """The kind of number that its decisions have."""
    town: bool
    """Whether there are several such courts, in different towns."""
    numbered: bool
    """Whether each of them numbers its decisions separately, so that an id needs the town."""


class CitedDecision(NamedTuple):
    """A decision as it stands in a text."""

    start: int
    """Start of the anchor: the number with its "n°", or "décision" before it; else the citation."""
    end: int
    """Where the anchor ends."""
    stop: int
    """End of the whole citation, or of this member of a list."""
    id: str | None
    """``None`` without a number, or without the town that the id needs."""
    court: str
    """One of :data:`COURTS`."""
    day: date | None
    town: str | None
    """As the text has it."""


def decision_at(text: str, at: int) -> tuple[CitedDecision, ...]:
    """The decisions cited at a position of folded text where the name of a court begins; may be empty.

    "pourvoi", "décision", "décisions", "aff." and "req." before a number are read too: the form of the number shows the
    court.

    >>> text = "CE, 27 juill. 2001, n° 222509, point 3"
    >>> (found,) = decision_at(text, 0)
    >>> text[found.start : found.end], found.id, found.day.isoformat(), text[: found.stop]
    ('n° 222509', 'decision-ce:222509', '2001-07-27', 'CE, 27 juill. 2001, n° 222509')
    >>> [d.id for d in decision_at("CJCE, 5 mars 1996, C-46/93 et C-48/93", 0)]
    ['decision-cjue:c-46/93', 'decision-cjue:c-48/93']
    >>> decision_at("CE du moulin", 0)
    ()
    """
    first = WORD.match(text, at)
    if first is None or not opens_word(text, at) or text[at - 1 : at] == "/":  # 2001/29/CE
        return ()
    word = bare(first[0])
    if word in _COURTS_BY_WORD:
        return _by_number(text, at, first.end())
    if word not in _first_words() or (len(word) < 3 and first[0].islower()):  # "ce", "ta", "ca"
        return ()
    named = _courts().at(text, at)
    if named is None:
        return ()
    end, (court, chamber) = named
    if chamber and text[end - 1].isdigit() and date_at(text, end - 1) is not None:
        end -= 2  # "Civ. 3 mars 2031", of no third chamber
    return tuple(_decisions(text, at, end, court, chamber))


@cache
def decision_words() -> tuple[str, ...]:
    """The words with which citations of decisions begin, as they are printed or typed.

    "décision", of another rule, is none.
    """
    names = [name for _, row in _data() for key in ("words", "chambers") for name in row.get(key, ())]
    firsts = {match[0] for name in names if (match := WORD.match(name)) is not None}
    capitals = {word for word in firsts if word[0].isupper() and len(word) < len(_LONG_WORD)}
    return tuple(sorted(capitals)) + _NAMED_IN_FULL + _IN_SMALL_LETTERS


def decision_id(court: str, number: str, town: str | None = None) -> str | None:
    """The id of a decision by the number that is printed; ``None`` where the court has no numbers of that form.

    >>> decision_id("cass", "12-23573"), decision_id("cc", "2020-881 QPC"), decision_id("ta", "2204524", "Lille")
    ('decision-cass:12-23.573', 'decision-cc:2020-881-qpc', 'decision-ta:lille:2204524')
    >>> decision_id("ce", "12-23.573"), decision_id("ta", "2204524")
    (None, None)
    """
    known = _by_id()[court]
    match = _number(known.number).fullmatch(number.strip())
    return None if match is None else _id(known, match, town)


def ecli(ident: str, day: date | None) -> str | None:
    """The ECLI of a decision by its id and date, where a rule gives it: of the Conseil constitutionnel.

    The year of the number is that of the registration; the decision is of that year or the next.

    >>> ecli("decision-cc:2020-881-qpc", date(2021, 2, 5)), ecli("decision-ce:222509", date(2001, 7, 27))
    ('ECLI:FR:CC:2021:2020.881.QPC', None)
    """
    match = _constitutional().fullmatch(ident)
    if match is None or day is None:
        return None
    year = int(match[1]) if len(match[1]) == 4 else 1900 + int(match[1])
    if not 0 <= day.year - year <= 1:
        return None
    return f"ECLI:FR:CC:{day.year}:{match[1]}.{match[2]}.{match[3].upper()}"


def from_ecli(text: str) -> str | None:
    """The id of the decision with an ECLI; ``None`` where the ECLI does not contain the number that is cited.

    >>> from_ecli("ECLI:FR:CC:2021:2020.881.QPC"), from_ecli("ECLI:FR:CECHR:2018:389283.20180718")
    ('decision-cc:2020-881-qpc', 'decision-ce:389283')
    >>> from_ecli("ECLI:FR:CCASS:2014:SO00333"), from_ecli("ECLI:EU:C:2018:388")
    (None, None)
    """
    match = _ecli().fullmatch(text.strip())
    if match is None:
        return None
    if match["cc"] is not None:
        return f"decision-cc:{match['cc']}-{match['register']}-{match['sort'].lower()}"
    return f"decision-ce:{match['ce']}"


# -- the courts

_LETTERS = "A-ZÀÂÉÈÊÎÔÛ"


@cache
def _data() -> list[tuple[Court, dict[str, Any]]]:
    data = (files("cpp_corpus.lang") / "data" / "courts.toml").read_text("utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(data)["court"]
    return [(Court(r["id"], r["number"], r.get("town", False), r.get("numbered", False)), r) for r in rows]


@cache
def _by_id() -> Mapping[str, Court]:
    return {court.id: court for court, _ in _data()}


@cache
def _courts() -> Phrases[tuple[Court, bool]]:
    """Each court by its names; ``True`` for the name of a chamber."""
    return Phrases(
        (words, (court, key == "chambers"))
        for court, row in _data()
        for key in ("words", "chambers")
        for words in row.get(key, ())
    )


@cache
def _first_words() -> frozenset[str]:
    names = (name for _, row in _data() for key in ("words", "chambers") for name in row.get(key, ()))
    return frozenset(bare(match[0]) for name in names if (match := WORD.match(name)))


@cache
def _formations(court: str) -> Phrases[None]:
    row = next(row for known, row in _data() if known.id == court)
    return Phrases((name, None) for name in row.get("formations", ()))


# -- the citation

_LONGEST_NAME = 160  # characters from the date to the end of the number
_NO_NAME = re.compile(r"[;()]|\n\s*\n|\.\s+[A-Z]\w+\s+\w+\s+\w+\s+\w+")
"""What ends a citation: four words after a full stop are a new sentence."""
_OF_DECISION = re.compile(r"\s{0,40}[,(]?\s{0,40}(d[ée]cisions?)(?!\w)")
_OF_DAY = re.compile(r"\s{1,40}(?:rendue?\s)?(?:en\sdate\s)?(?:du|le)\s")
"""Words that make "le CE du 3 mars" no decision, unless there is a number."""


def _decisions(text: str, at: int, end: int, court: Court, chamber: bool) -> Iterator[CitedDecision]:
    """The members of a citation whose court has been read up to ``end``."""
    town, day = None, None
    end = named = _pointed(text, end)
    if court.town and (match := _town().match(text, end)) is not None:
        town, end = match[1], match.end()
        named = end
    again = _OF_DECISION.match(text, end)
    if again is not None and (found := _by_number(text, again.start(1), again.end())):
        yield from found
        return
    end, day = _formation_and_date(text, end, court)
    number = _first_number(text, end, court, dated=day is not None, placed=town is not None)
    if number is not None:
        yield from _members(text, number, court, day, town)
    elif day is not None and not chamber and court.town == (town is not None) and not _OF_DAY.match(text, named):
        yield CitedDecision(at, end, end, None, court.id, day, town)


def _formation_and_date(text: str, end: int, court: Court) -> tuple[int, date | None]:
    """Where formation, "arrêt du" and date end, and the date."""
    day = None
    for _ in range(6):
        joint = _joint().match(text, end)
        if joint is None:
            break
        begin = joint.end()
        written = date_at(text, begin) if day is None else None
        if written is not None:
            end, day = written.end, written.day
            continue
        read = (_ordinal(text, begin, court), _formations(court.id).at(text, begin))
        formation = max((each for each in read if each is not None), default=None)
        party = _party().match(text, begin) if formation is None and day is None else None
        if party is not None:
            end = party.end()
        elif formation is None or (day is not None and "(" not in joint[0]):
            break
        else:
            end = _pointed(text, formation[0])
    return end, day


@cache
def _party() -> re.Pattern[str]:
    """The name of a party before the date: "CE, Société des moulins, 19 déc. 2031, n° 426547"."""
    return re.compile(
        r"(?:Soci[ée]t[ée]s?|St[ée]s?|S\.?A\.?(?:R\.?L|S)?|SCI|SNC|Communes?|Cne|Ville|Départ(?:ement|\.)|Région|Syndicat"
        r"|Synd\.|Association|Ass(?:oc)?\.|MM?\.|Mmes?|Mlle|[ÉE]poux|[Cc]onsorts|Cts|Ministre|Min\.|Fédération|Union"
        r"|Cie|Compagnie|Caisse|CPAM|CAF|Préfet|Établissement|[ÉE]ts|Centre|CH[UR]?|Office)(?!\w)[^;()\n]{0,100}?"
        r"(?=,?\s\d{1,2}(?:er)?\s[a-zéû]{3,9}\.?\s(?:19|20)\d\d,)"
    )


def _ordinal(text: str, at: int, court: Court) -> tuple[int, None] | None:
    """``3e ch.``, ``10e et 9e ch. réunies``, ``pôle 6``, ``ch. 3``."""
    match = _counted().match(text, at)
    return None if match is None or court.id in {"cc", "tc"} else (match.end(), None)


def _first_number(text: str, end: int, court: Court, *, dated: bool, placed: bool = False) -> re.Match[str] | None:
    """The first number of a citation: at once, or, where a date has been read, behind the name of the parties."""
    found = _signed(court.number).match(text, end)
    if found is not None:
        formed = court.number not in _FORMLESS or (placed and court.numbered and len(found["a"]) == _DIGITS_OF_YEAR)
        return found if dated or found["sign"] or formed else None
    if dated:
        found = _sought(court.number).search(text, end, end + _LONGEST_NAME)
        if found is None:
            return None
        before = found.start() - (text[found.start() - 1] == "(")  # "arrêt du 3 mai 2031, Vent (C-402/31)"
        return None if _NO_NAME.search(text, end, before) else found
    if court.number == "cjue":
        return _of_parties().match(text, end)
    if court.number not in _TELLING:
        return None
    found = _sought(court.number).search(text, end, end + _SAID)
    return None if found is None or _SAYING.fullmatch(text, end, found.start()) is None else found


_TELLING = frozenset(("cc", "cass", "caa"))
"""Kinds of numbers that show the court wherever they stand."""
_SAID = 60  # characters from a court to such a number
_SAYING = re.compile(
    r"\s(?:a|avait)\s(?:\w+\s){0,2}(?:jugé|décidé|rappelé|retenu|considéré|estimé|censuré|validé|admis)(?!\w),?"
    r"(?:\sle\s\d{1,2}(?:er)?\s\w+\s\d{4})?,?\s\(?"
)
"""What stands between them: "a jugé le 3 mai 2011 (n° …)"."""


def _members(
    text: str, number: re.Match[str], court: Court, day: date | None, town: str | None
) -> Iterator[CitedDecision]:
    found: re.Match[str] | None = number
    letter: str | None = None  # of the court that a number of the Union's courts has, and the next ones may lack
    while found is not None:
        stop = found.end()
        behind = _date_behind().match(text, stop)
        written = None if behind is None else date_at(text, behind.end())
        if written is not None and (day is None or found is not number):
            stop, day = written.end, written.day
        start = found.start("number" if found["sign"] is None else "sign")
        ident = _id(court, found, town)
        if court.id == "cjue" and ident is not None:
            letter = found["a"].lower() if found["a"] else letter
            ident = ident if found["a"] or letter is None else ident.replace(":", f":{letter}-", 1)
        yield CitedDecision(start, found.end(), stop, ident, court.id, day, town)
        place = _place_behind().match(text, stop) if court.id in _WITH_POINTS else None
        end = stop if place is None else place.end()
        found = _further(court.number).match(text, end)
        if found is None and day is not None:
            found, day = _of_another_day(text, end, court, day)


def _of_another_day(text: str, stop: int, court: Court, day: date) -> tuple[re.Match[str] | None, date]:
    """A member of a list with a date of its own: "…, et du 3 mai 2027, C-55/26"."""
    joint = _and_of().match(text, stop)
    written = None if joint is None else date_at(text, joint.end())
    found = None if written is None else _first_number(text, written.end, court, dated=court.id in _WITH_POINTS)
    if written is None or found is None or (found["sign"] is None and court.number in _FORMLESS):
        return None, day
    return found, written.day


def _by_number(text: str, at: int, end: int) -> tuple[CitedDecision, ...]:
    """Decisions known by the form of their numbers: "pourvoi n° 22-10.176", "arrêt du …, C-210/16"."""
    word, end = bare(text[at:end]), _pointed(text, end)
    whose = _court_beside(text, end)
    end = end if whose is None else whose[0]
    for court in _COURTS_BY_WORD[word]:
        known = _by_id()[court]
        author = _OF_UNION_COURT.match(text, end) if court == "cjue" else None
        begin, day = _formation_and_date(text, end if author is None else author.end(), known)
        number = _first_number(text, begin, known, dated=day is not None)
        if number is None and court == "cjue" and day is None:
            number = _of_parties().match(text, end)
        if number is None or (number["sign"] is None and known.number in _FORMLESS):
            continue
        if court == "cjue" and not number["a"] and (author is not None or word in _ORDERS):
            continue
        if court == "cjue" and word in _ORDERS and not _NAME_OF_CASE.fullmatch(text, begin, number.start()):
            continue
        *before, last = _members(text, number, known, day, None)
        behind = whose or _court_beside(text, last.stop) or _court_before(text, at)
        if court in _FORMLESS_COURTS and (behind is None or behind[1].id != court):
            continue
        if behind is None or behind[1].id != court:
            behind = None
        stop = last.stop if behind is None else max(last.stop, behind[0])
        if word == "decision" and not before:  # the whole designation, except a court in apposition
            apposed = behind is not None and text.startswith(",", last.stop)
            last = last._replace(start=at, end=last.stop if apposed else stop)
        found = [*before, last._replace(stop=stop)]
        if behind is None:
            return tuple(found)
        town = behind[2]
        if known.numbered and town is not None:
            found = [f._replace(town=town, id=_id_again(known, text[f.start : f.end], town)) for f in found]
        return tuple(found)
    return ()


def _id_again(court: Court, anchor: str, town: str) -> str | None:
    match = _sought(court.number).match(anchor) or _number(court.number).match(anchor)
    return None if match is None else _id(court, match, town)


def _court_beside(text: str, end: int) -> tuple[int, Court, str | None] | None:
    """The court named after "décision" or its number, "du Conseil d'Etat": where it ends, and its town."""
    joint = _of_court().match(text, end)
    found = None if joint is None else _courts().at(text, joint.end())
    if found is None:
        return None
    stop, (court, chamber) = found
    if chamber:
        return None
    town = _town().match(text, stop) if court.town else None
    behind = _STATING.match(text, stop)
    stop = behind.end() if behind is not None else stop
    return (stop, court, None) if town is None else (town.end(), court, town[1])


def _court_before(text: str, at: int) -> tuple[int, Court, str | None] | None:
    """The Conseil d'Etat, if it is named shortly before: "Le Conseil d'Etat a statué (décision n° 487322"."""
    named = _STATE_COUNCIL.search(text, max(0, at - _BEFORE), at)
    return None if named is None else (at, _by_id()["ce"], None)


_LONG_WORD = "Conseil"
_NAMED_IN_FULL = (
    *("Conseil d'Etat", "Conseil d'État", "conseil d'Etat", "Conseil constitutionnel", "cour de cassation"),
    *("cour d'appel", "cour administrative d'appel", "cour de justice", "cour européenne", "tribunal", "pourvoi"),
    *("cass", "pourvois", "affaire", "affaires", "aff", "req", "requête"),
)
_IN_SMALL_LETTERS = ("soc", "civ", "crim", "cons const", "cons. const", "caa", "cjue", "cjce", "cedh")
_COURTS_BY_WORD = {
    **dict.fromkeys(("pourvoi", "pourvois"), ("cass",)),
    **dict.fromkeys(("decision", "decisions"), ("cc", "ce", "tc")),
    **dict.fromkeys(("arret", "arrets"), ("cjue", "cass", "caa")),
    **dict.fromkeys(("jugement", "jugements"), ("ta",)),
    **dict.fromkeys(("ordonnance", "ordonnances"), ("caa", "ta", "ce", "cjue")),
    **dict.fromkeys(("aff", "affaire", "affaires"), ("cjue",)),
    **dict.fromkeys(("req", "requete"), ("cedh", "caa")),
}
"""Words before a number that do not name the court, with the courts whose numbers may follow them."""
_ORDERS = frozenset(("ordonnance", "ordonnances"))
"""What judges of all courts give, and the Government."""
_OF_UNION_COURT = re.compile(
    r"\s(?:de\sla\sCour|du\sTribunal|du\s(?:vice-)?président\s(?:de\sla\sCour|du\sTribunal))"
    r"(?:\s\([^()\n]{3,40}\))?(?=,?\s(?:du\s)?[0-9])"
)
"""The author of a decision, as the courts of the Union name themselves: "arrêt de la Cour (grande chambre) du …"."""
_NAME_OF_CASE = re.compile(r",?\s(?:[^,;()\n]{2,80}(?:,\s|\s))?\(?(?:aff\.\s)?")
"""What stands between the date of such an order and its number: ", Meunier et Navet (", ", aff. "."""
_DIGITS_OF_YEAR = 7
"""Digits of a number of an administrative court that begins with its year: "TA Lille 2204524"."""
_FORMLESS_COURTS = frozenset(("ce", "tc", "ta"))
"""Courts whose numbers have no distinctive form: the court must be named next to them."""
_BEFORE = 120  # characters
_STATE_COUNCIL = re.compile(r"Conseil d'[EÉ]tat(?![^(]*[.;\n]\s)")
_STATING = re.compile(r",?\s{1,40}statuant au contentieux")


# -- numbers

_BARE = {"ce": r"(?=[0-9]{6}(?!\w|\s(?:euros|€)))", "cedh": r"(?=[0-9]{4,5}/[0-9]{2}(?!\w))"}
"""The form of numbers that stand behind the parties without "n°": "CE, 3 mai 2031, Ville de Vent, 412345"."""
_FORMLESS = frozenset(("ce", "tc", "ta", "cedh", "rg"))
"""Kinds of numbers without a distinctive form: they need a date or "n°"."""
_DASH = r"\s?[-–‐‑]\s?"
_SORT = "QPC|[Qq]pc|DC|LP|LOM|L|FNR|ELEC|AN|SEN|REF|PDR|ORGA|RIP|AR16|I|D"
_NUMBERS = {
    "cc": rf"(?:(?P<first>QPC|DC)\s(?:[nN]\s?[°o]\s?)?)?(?P<a>[0-9]{{2,4}}){_DASH}(?P<b>[0-9]{{1,4}}(?:/[0-9]+)*)"
    rf"(?(first)|(?:\s{{0,40}}|-)(?P<c>{_SORT}))",
    "ce": r"(?P<a>[0-9]{5,6}|[0-9]{2,3}[ .][0-9]{3})",
    "cass": rf"(?:[A-Z]\s)?(?P<a>[0-9]{{2}}){_DASH}(?P<b>[0-9]{{2}})[-. ]?(?P<c>[0-9]{{3}})",
    "tc": r"C?\s?0{0,3}(?P<a>[0-9]{3,5})",
    "caa": r"(?P<a>[0-9]{2})\s?(?P<b>[A-Z]{2})\s?(?P<c>[0-9]{5})",
    "ta": rf"(?P<a>[0-9]{{6,7}}|[0-9]{{2}}{_DASH}[0-9]{{4,5}})(?:/[0-9]{{1,2}}(?:-[0-9])?)?",
    "rg": r"(?:[A-Z]\s)?(?P<a>[0-9]{2,4}/[0-9]{4,6}|[0-9]{2}-[0-9]{5}|20[0-9]{2}\s?[A-Z]?[0-9]{5,6})",
    "cjue": rf"(?:(?P<a>[CTFPctf])(?:{_DASH}|(?=[0-9]{{2,3}}/)))?"
    r"(?P<b>[0-9]{1,4})/(?P<c>[0-9]{2})(?:\s?(?:P(?:-R)?|PPU|RENV|R)(?!\w))?",
    "cedh": r"(?P<a>[0-9]{2,5})/(?P<b>[0-9]{2})",
}
_SIGN = (
    r"(?:num[ée]ro|n\s?[°º˚o]s?\s{0,3}(?:de\s)?RG\s?:?|n\s?[°º˚o]s?\.?|[nN]os?\.?|N[°º](?:\sRG)?"
    r"|RG\s{0,3}:?\s{0,3}(?!n)|[nN](?=\s?[0-9]))"
)
_WORDS_BEFORE = (
    r"(?:req(?:u[êe]tes?)?\.?|pourvois?|aff(?:aires?)?\.?|(?:aff\.\s{0,3})?jtes?\.?|(?:aff\.\s?)?jointes|[Aa]rr[êe]t|d[ée]c(?:is(?:ion)?)?\.?"
    r"|r[ôo]le|RG(?=\s{0,3}n)|avis|jugement|ordonnance)"
)


def _source(kind: str) -> str:
    joined = "(?![0-9]{6})" if kind == "ta" else ""  # "nos 2300234-2300235"
    return rf"{_NUMBERS[kind]}(?![\w/]|[.-][0-9]{joined})"


@cache
def _number(kind: str) -> re.Pattern[str]:
    return re.compile(_source(kind))


@cache
def _signed(kind: str) -> re.Pattern[str]:
    """A number with the words before it."""
    blank = r"\s{0,40}"
    return re.compile(
        rf"\)?(?:{blank}[,:(–—-])?{blank}(?:{_WORDS_BEFORE}{blank}[,:]?{blank}){{0,2}}(?:(?P<sign>{_SIGN}){blank})?"
        rf"(?P<number>{_source(kind)})"
    )


@cache
def _sought(kind: str) -> re.Pattern[str]:
    """A number with its "n°"; for some courts the form alone is enough, except that of an act."""
    alone = "|" if kind == "cjue" else rf"|(?<=,\s){_BARE[kind]}" if kind in _BARE else ""
    act = r"(?<![Dd]irective )(?<![Rr]èglement )(?<!UE\) )(?<!CE\) )(?<!E\) n° )" if kind == "cjue" else ""
    return re.compile(rf"(?<!\w){act}(?:(?P<sign>{_SIGN})\s{{0,40}}{alone})(?P<number>{_source(kind)})")


@cache
def _of_parties() -> re.Pattern[str]:
    """The number of a case behind its name: "arrêt Sturgeon, C-402/07", "arrêt Sturgeon (C-402/07)"."""
    return re.compile(
        rf",?\s{{1,3}}(?=[a-z]?[{_LETTERS}]|[a-z\s]{{4,40}}\b[CTF]{_DASH})(?:[^,;.()\n]|(?<=\s[vc])\.){{2,60}}"
        rf"(?:,\s{{1,3}}|\s{{1,3}}\(|(?<=[a-z])\s)(?:aff\.\s)?(?:(?P<sign>{_SIGN})\s?)?"
        rf"(?P<number>(?=[CTF]{_DASH}){_source('cjue')})"
    )


@cache
def _further(kind: str) -> re.Pattern[str]:
    """The next number of a list; one without a distinctive form needs its "n°"."""
    may = r"|(?=[0-9]{4,5}/[0-9]{2}(?![0-9/]))" if kind == "cedh" else "|"
    return re.compile(
        r"(?:\s{0,40}[,/;]\s{0,40}(?:et\s{1,40})?|\s{1,40}(?:et|ou|à)\s{1,40}|(?<=[0-9]{7})-(?=[0-9]{7})"
        r"|\s{1,9}(?=[A-Z]\s[0-9]{2}-))"
        rf"(?:(?P<sign>{_SIGN})\s{{0,40}}{may})(?P<number>{_source(kind)})"
    )


def _id(court: Court, match: re.Match[str], town: str | None) -> str | None:
    parts = match.groupdict()
    a, b, c = parts.get("a"), parts.get("b"), parts.get("c")
    match court.number:
        case "cc":
            number = f"{a}-{b}-{c or parts['first']}"
        case "cass":
            number = f"{a}-{b}.{c}"
        case "ce":
            number = re.sub(r"\D", "", a or "")
        case "caa":
            number = f"{a}{b}{c}"
        case "cjue":
            number = f"{a}-{b}/{c}" if a else f"{b}/{c}"
        case "cedh":
            number = f"{a}/{b}"
        case "rg":
            number = (a or "").replace("-", "/")
        case _:
            number = re.sub(_DASH, "-", a or "")
    if court.numbered:
        return None if town is None else f"decision-{court.id}:{slug(town)}:{number.lower()}"
    return f"decision-{court.id}:{number.lower()}"


# -- small patterns


def _pointed(text: str, end: int) -> int:
    return end + 1 if text.startswith(".", end) else end


@cache
def _joint() -> re.Pattern[str]:
    """What separates the parts: a comma, a bracket, "arrêt du"."""
    return re.compile(
        r"\s{0,40}\)?(?:[,(]|[–-](?=\s))?\s{0,40}"
        r"(?:(?:arr[êe]t|d[ée]cision|d[ée]c(?:is)?\.|jugement|jgt|ordonnance|ord\.|avis)\s{0,40})?"
        r"(?:(?:rendue?\s)?(?:en\sdate\s)?(?:du|le)\s{1,40})?(?=\w)"
    )


@cache
def _town() -> re.Pattern[str]:
    """A town: capitals, with small words between."""
    name = rf"[{_LETTERS}][\w'’]{{0,30}}"
    small = r"(?:de|la|le|les|sur|sous|en|et|du|lès|l['’]|d['’])"
    first = r"(?:(?:La|Le|Les|Saint|Sainte|Basse|Cergy|Clermont|Nouvelle|Bourg)\s)?"
    return re.compile(
        rf"\s{{1,40}}(?:de\s{{1,40}}|d['’]\s?|du\s{{1,40}})?((?:la\s|{first}){name}(?:[-–](?:{small}|{name})){{0,6}}"
        rf"(?:\s(?:de\sla|de|en|sur|lès)\s{name}(?:-{name}){{0,3}})?)(?!\w|[-–]\w)"
    )


_MONTH_BEGINS = "janv|f[ée]v|mars|avr|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c"


@cache
def _counted() -> re.Pattern[str]:
    rank = r"(?:[0-9]{1,2}(?:°|re|[èe]re|e|[èe]me|nde?)|[IVX]{1,4}e?)"
    noun = (
        r"(?:SSR|SSJS|CHR|ch(?:ambres?|\.)?|sect(?:ions?|\.)?|s(?:ous)?[. -]{0,2}s(?:ect(?:ions?)?|s)?\.?"
        r"|civ\.?|p[ôo]le)"
    )
    adjective = (
        r"(?:\s(?:civ(?:ile)?|soc(?:iale)?|com(?:merciale)?|corr(?:ectionnelle)?|r[ée]un(?:ies)?|[A-D]"
        r"|des?\s(?:la\s|l'|l’)?(?:appels\scorrectionnels|famille|instruction|commerce|proximité|référés))\.?(?!\w))?"
    )
    joined = r"(?:\s?[-/]\s?|\s?et\s)"
    together = r"(?:\s?[-–]?\s?r(?:[ée]unies|\.)|\s(?:jugeant|statuant)\sseules?)?"
    state_council = r"(?:SSR|SSJS|s(?:ous)?[. -]{0,2}s(?:ect(?:ions?)?|s)?\.?|CHR|ch(?:ambres?|\.)?)"
    return re.compile(
        rf"(?:{rank}(?:{joined}{rank}){{0,2}}\s{{0,3}}{noun}{together}{adjective}"
        rf"|{noun}\s[0-9]{{1,2}}(?:-[0-9]{{1,2}}|re|[èe]re|e|[èe]me|nde?)?(?![\w/-]|\s(?:{_MONTH_BEGINS})){adjective}"
        rf"|[0-9]{{1,2}}(?:\s?[-/]\s?[0-9]{{1,2}}){{0,2}}\s{{1,3}}{state_council}{together}(?!\w))",
        re.IGNORECASE,
    )


@cache
def _date_behind() -> re.Pattern[str]:
    return re.compile(r"\s{0,40},?\s{0,40}(?:(?:en\sdate\s)?du\s{1,40}|\()?(?=[0-9])")


_WITH_POINTS = frozenset(("cjue", "cedh"))


@cache
def _place_behind() -> re.Pattern[str]:
    """The identifier of a decision, and the points of it that are meant: "EU:C:2012:517, points 32 et 33"."""
    return re.compile(
        r"(?:,\s(?:ECLI:)?EU:[CTF]:[0-9]{4}:[0-9]{1,5})?(?:,\s(?:points?|pts?|§{1,2})\s?[0-9]{1,3}(?:(?:-|,\s|\s(?:et|à)\s)[0-9]{1,3})*)?"
    )


@cache
def _and_of() -> re.Pattern[str]:
    return re.compile(r"\)?\s{0,40}[,;]?\s{1,40}(?:et\s{1,40})?(?:du\s{1,40})?(?=[0-9])")


@cache
def _of_court() -> re.Pattern[str]:
    return re.compile(
        r",?\s{1,40}(?:rendue?s?\s{1,40})?"
        r"(?:du|de\s{1,40}la|(?:par\s{1,40})?(?:(?:le|la)?quel(?:le)?\s{1,40})?l[ea])\s{1,40}"
        r"(?:(?:vice-)?(?:présidente?|juge|magistrate?|conseill[eè]re?)(?!\w)[^,;.()\n]{0,90}?\s(?:du|de\sla|au)\s"
        r"(?=[Tt]ribunal|[Cc]our|Conseil|TA |CAA ))?(?=\w)"
    )


@cache
def _constitutional() -> re.Pattern[str]:
    return re.compile(r"decision-cc:([0-9]{2}|[0-9]{4})-([0-9]{1,4})-(dc|qpc|l)")


@cache
def _ecli() -> re.Pattern[str]:
    return re.compile(
        r"ECLI:FR:(?:CC:[0-9]{4}:(?P<cc>[0-9]{2,4})\.(?P<register>[0-9]{1,4})\.(?P<sort>[A-Z]+)"
        r"|CE[A-Z]+:[0-9]{4}:(?P<ce>[0-9]{5,6})\.[0-9]{8})"
    )
