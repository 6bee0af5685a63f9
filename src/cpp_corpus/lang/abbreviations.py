"""Abbreviations of acts: ``C. civ.``, ``CGI``, ``C. pr. pén.``, ``TFUE``, ``RGPD``, ``CO``.

One table, ``data/abbreviations.toml``, with the laws of each year, for citations as people type them and for references
in running text. Where an abbreviation counts depends on how it is written (:class:`Standing`): "RGPD" is an act
everywhere, "CE" only next to a number, "ce" only where the whole text is a citation.

Variants that are read: points and blanks or none (``C.civ.``, ``C civ``, ``Cciv``, ``C.P.C.``), any case, no accents,
the first word in full (``Code civ.``), small words after it (``C. de la santé publ.``), line ends between the words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from cpp_corpus.lang.phrases import WORD, Phrases, bare
from cpp_corpus.lang.yearly_laws import yearly_laws

__all__ = [
    "Abbreviation",
    "Standing",
    "abbreviation",
    "abbreviation_at",
    "abbreviation_before",
    "first_words",
    "foreign_initials",
    "is_unsure",
    "last_article",
    "spellings_of",
]


class Standing(IntEnum):
    """Where an abbreviation counts as an act; the greater, the fewer conditions."""

    CITATION = 1
    """Only where the whole text is a citation: "700 cpc"."""
    BESIDE = 2
    """Only directly beside an article number, or beside "art.": "art. 3 CP", "CE, art. 81"."""
    ANYWHERE = 3
    """In running text too, also on its own."""


class Abbreviation(NamedTuple):
    """An abbreviation as it stands in a text."""

    end: int
    """Where it ends, its last point included."""
    ids: tuple[str, ...]
    """Ids of the acts that it may mean, the likeliest first; empty for acts of other countries."""
    kind: str
    """``code``, ``constitution``, ``treaty``, ``union``, ``law``, ``agreement`` or ``foreign``."""
    standing: Standing
    country: str | None = None
    """Of a foreign act: ISO 3166, two letters in lower case, or ``ohada``."""


def abbreviation_at(text: str, at: int) -> Abbreviation | None:
    """The longest abbreviation that begins at a position of folded text; ``None`` where none does.

    >>> abbreviation_at("l'art. 1240 C. civ. et", 12)
    Abbreviation(end=19, ids=('code-civil',), kind='code', standing=<Standing.ANYWHERE: 3>, country=None)
    >>> [abbreviation_at(text, 2).standing.name for text in ("7 RGPD", "7 CE", "7 ce")]
    ['ANYWHERE', 'BESIDE', 'CITATION']
    """
    found = None
    if text[max(0, at - 1) : at] == "/":  # 2000/78/CE
        return None
    for end, row in _table().all_at(text, at):
        words = text[at:end]
        standing = _written(words, row)
        if not words.isalnum() and (row.initials or words.isupper()) and _within_longer(text, at, end):
            continue
        if words == "C C" and _ANOTHER_LETTER.match(text, end) is not None:
            continue
        if standing is not None:
            pointed = "." in words if row.initials else row.printed[-1] == "."
            stop = end + 1 if pointed and text.startswith(".", end) else end
            found = Abbreviation(stop, row.ids, row.kind, standing, row.country)
    if found is not None and found.end - at <= _OF_BODY and _NUMBER_OF_UNION.match(text, found.end) is not None:
        return None
    if found is not None and text.startswith("CC", at) and found.end == at + 2 and _is_of_agreement(text, at):
        return found._replace(ids=(), kind="agreement")
    return found


def _is_of_agreement(text: str, at: int) -> bool:
    """Whether "CC" is a collective agreement, no code: "la CC du bâtiment", "CC Syntec, art. 4"."""
    return text.endswith(_FEMININE, 0, at) or _OF_BRANCH.match(text, at + 2) is not None


def abbreviation_before(text: str, at: int) -> tuple[int, Abbreviation] | None:
    """The longest abbreviation that ends just before a position of folded text, and its start.

    There may be blanks and one comma, colon or opening bracket between the two.

    >>> text = "la roue (C. pr. civ., art. 700)"
    >>> start, found = abbreviation_before(text, text.index("art"))
    >>> text[start : found.end], found.ids
    ('C. pr. civ.', ('code-de-procedure-civile',))
    """
    head = text[max(0, at - _LONGEST) : at].rstrip()
    if head.endswith((",", ":", "(")):
        head = head[:-1].rstrip()
    head = head.removesuffix(".")
    last = begin = len(head)
    while begin and head[begin - 1].isalnum():
        begin -= 1
    if bare(head[begin:]) not in _endings():
        return None
    left = max(0, at - _LONGEST)
    for word in _WORD.finditer(text, left, left + last):
        found = abbreviation_at(text, word.start())
        if found is not None and left + last <= found.end <= min(left + last + 1, at):
            return word.start(), found
    return None


def abbreviation(text: str) -> Abbreviation | None:
    """The abbreviation that makes up a whole text, blanks aside; ``None`` where it is not one.

    >>> abbreviation("cpp").ids, abbreviation("Cciv").ids, abbreviation("C. nuages")
    (('code-de-procedure-penale',), ('code-civil',), None)
    """
    start = len(text) - len(text.lstrip())
    found = abbreviation_at(text, start)
    if found is None or text[found.end :].strip(" .\n\t"):
        return None
    return found


def spellings_of(act: str) -> tuple[str, ...]:
    """The abbreviations of an act, as they are printed and as people also type them.

    >>> spellings_of("code-penal")[:2]
    ('C. pén.', 'NCP')
    """
    return tuple(printed for printed, row in _spellings() if row.ids[:1] == (act,))


@cache
def foreign_initials(country: str) -> tuple[str, ...]:
    """The abbreviations of the acts of another country that are one word in capitals.

    >>> "CO" in foreign_initials("ch"), "CC suisse" in foreign_initials("ch")
    (True, False)
    """
    return tuple(row.printed for row in _rows() if row.country == country and row.initials)


def is_unsure(initials: str) -> bool:
    """Whether initials of an act mean other things in other fields of law, so that alone they may be none of it.

    >>> is_unsure("CSP"), is_unsure("CGI")
    (True, False)
    """
    return initials in _unsure()


@cache
def _unsure() -> frozenset[str]:
    return frozenset(initials for act in _acts() for initials in act.get("unsure", ()))


@cache
def last_article(act: str) -> int | None:
    """The number of the last article of an act that is no code; ``None`` where the table does not have it.

    >>> last_article("reglement-ue:2016/679"), last_article("loi:2020-12")
    (99, None)
    """
    return next((row["articles"] for row in _acts() if "articles" in row and act in row["ids"]), None)


@cache
def first_words() -> tuple[str, ...]:
    """The first words of the abbreviations that stand in running text, as they are printed; "c" for "c. civ." too.

    So are initials in small letters, which head a citation: "cgct art. L. 2122-22".

    >>> "CGI" in first_words(), "RGPD" in first_words(), "cgi" in first_words(), "nuages" in first_words()
    (True, True, True, False)
    """
    words = {match[0] for row in _rows() if (match := WORD.match(row.printed)) is not None}
    glued = {made for row in _rows() for made, each in _made(row) if each.glued and len(made) < _LONGEST_SPELT}
    glued |= {made.upper() for row in _rows() for made, each in _made(row) if each.glued and len(made) < _LONGEST_SPELT}
    glued |= {made[0] + made[1:].capitalize() for made in glued}  # "CCiv"
    capitals = {word for word in words | glued if word.isalnum() and (word[0].isupper() or word[1:2].isupper())}
    capitals |= {word.upper() for word in words if len(word) >= _CAPITALS and word[0].isupper()}  # "CONST."
    small = {
        row.printed.lower()
        for row in _rows()
        if row.initials
        and row.printed.isalnum()
        and row.kind in _HEADING
        and (row.standing is Standing.ANYWHERE or row.kind in _TYPED or row.printed.isupper())
        and (row.kind == "code" or len(row.printed) > _FEWEST)
    }
    small |= {word.lower() for word in glued if word[0] == "C"}  # "ccom"
    small |= {row.printed.rstrip(".") for row in _rows() if row.printed.islower() and " " not in row.printed}
    return ("c", "cod", "conv", "const", "constit", *sorted(capitals | small))


# ---------------------------------------------------------------------------------------------------------------------

_POINTED_LETTERS = 3  # of initials that may have points before another word
_OF_BODY = 3  # letters of a body of the Union: CE, UE, CEE
_NUMBER_OF_UNION = re.compile(r"\)?,?\s?(?:n\s?[°º˚o]\s?)?[0-9]{1,4}/[0-9]")
"""A number of the Union, with a slash: "(CE) n° 261/2004" is not the treaty."""
_ANOTHER_LETTER = re.compile(r"\s[A-Z](?!\w)")
"""What makes two letters part of longer initials: "C C H"."""
_FEMININE = ("la ", "La ", "cette ")
_OF_BRANCH = re.compile(
    r"\s(?!Arts?\b|ARTS?\b|Anc|ANC|Nouv)(?:(?:[A-Z][a-zà-ÿ]{3,}(?:\s[a-zà-ÿ]{2,}){0,3}|[A-Z]{3,6}"
    r"|(?:d(?:e la|u|es)\s|de\sl')?(?!anc|nouv|act|art|mod|préc|susv|not|spéc|partic|sing|alors|dont|liv|titre|chap"
    r"|sect|part|vers|[eé]dit|fran|suis|belg|alle|ital|québ|lux)[a-zà-ÿ]{5,}(?:\s[a-zà-ÿ]{2,}){0,3})"
    r"(?=,?\s(?:art\b\.?+|articles?)\s?+(?![0-9]{4}))|[A-Z]{3,6}(?=\s?(?:[;)\n]|\Z)))"
)
"""The branch of a collective agreement behind "CC", where an article or nothing follows."""
_FEWEST = 2  # letters of initials that mean too many things in small letters: "ce", "ue"
_CAPITALS = 4  # letters of a word that may be printed in capitals
_HEADING = frozenset(("code", "constitution", "law", "treaty", "union"))
"""Kinds of acts whose initials people type in small letters."""
_TYPED = frozenset(("code", "law"))
"""Kinds whose names are typed so, too: "badinter art 3"."""
_LONGEST = 60  # characters of an abbreviation that is looked for backwards
_WORD = re.compile(r"(?<![^\W_])[^\W_]+")
_POINTED = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_MIXED = re.compile(r"[A-Z](?:\.\s?[a-z]){2,}")
_SPACED = re.compile(r"(?:[A-Z]\.\s){2,}[A-Z]")
_SMALL = frozenset(("de", "du", "des", "la", "le", "les", "l", "d"))
_GOES_ON = re.compile(r"\.\s?[A-Z]\.(?!\s?\*?\s?[0-9])")
_LONGEST_SPELT = 7  # letters of initials that may have points: C.E.S.E.D.A.


class _Row(NamedTuple):
    ids: tuple[str, ...]
    kind: str
    country: str | None
    standing: Standing
    printed: str
    """As the table has it."""
    initials: bool
    """One word, capitals in it: ``CGI``, ``CoMoFi``."""
    capitals: bool
    """Several words, one of them initials: ``Conv. EDH``."""
    glued: bool = False
    """Words joined that are separate in the table: ``Cciv``."""


def _written(words: str, row: _Row) -> Standing | None:
    """Where this spelling counts; ``None`` where it is not a spelling of the row."""
    if row.initials:
        if words == row.printed or (words.isupper() and words.isalnum()):
            return row.standing
        if len(words) >= _CAPITALS and row.standing is Standing.ANYWHERE and words == row.printed.capitalize():
            return row.standing  # "Ceseda"
        if not words.isalnum():  # C.G.I., C. P. C.
            if _MIXED.fullmatch(words):  # C.p.c.
                return min(row.standing, Standing.BESIDE)
            return row.standing if _POINTED.fullmatch(words) or _SPACED.fullmatch(words) else None
        if words.lower() != row.printed.lower() and not (row.kind == "law" and words[0].isupper()):
            return None  # a word with an accent: "tué"; but the "loi Évin" has one
        capital = words[0].isupper() and len(words) > _FEWEST and row.kind != "foreign"  # "Ceseda"
        return min(row.standing, Standing.BESIDE) if capital else Standing.CITATION
    if row.glued:
        return Standing.CITATION if words.islower() else min(row.standing, Standing.BESIDE)
    if words[0].islower() and row.printed[0].isupper() and (words.islower() if row.capitals else "." not in words):
        return Standing.CITATION
    return row.standing


def _within_longer(text: str, at: int, end: int) -> bool:
    """Whether initials with points are part of longer ones: C.R. of C.R.O.S.S."""
    return (text[at - 1 : at] == "." and text[at - 2 : at - 1].isalpha()) or _GOES_ON.match(text, end) is not None


@cache
def _table() -> Phrases[_Row]:
    return Phrases(_spellings(), skip=_SMALL)


@cache
def _endings() -> frozenset[str]:
    """The last words of all spellings."""
    return frozenset(bare(WORD.findall(spelling)[-1]) for spelling, _ in _spellings())


@cache
def _acts() -> list[dict[str, Any]]:
    data = (files("cpp_corpus.lang") / "data" / "abbreviations.toml").read_text("utf-8")
    acts: list[dict[str, Any]] = tomllib.loads(data)["act"]
    return acts + [{"kind": "law", "ids": [law.id], "beside": law.abbreviations} for law in yearly_laws()]


def _rows() -> Iterator[_Row]:
    for act in _acts():
        ids, kind, country = tuple(act.get("ids", ())), act.get("kind", "code"), act.get("country")
        for standing in reversed(Standing):
            for printed in act.get(standing.name.lower(), ()):
                words = WORD.findall(printed)
                initials = len(words) == 1 and words[0] == printed and not printed.islower()
                capitals = len(words) > 1 and any(len(word) > 1 and word.isupper() for word in words)
                yield _Row(ids, kind, country, standing, printed, initials, capitals)


@cache
def _spellings() -> list[tuple[str, _Row]]:
    """Every spelling with its row: those of the table first, then those derived from them."""
    rows = list(_rows())
    return [(row.printed, row) for row in rows] + [(made, row) for each in rows for made, row in _made(each)]


def _made(row: _Row) -> Iterator[tuple[str, _Row]]:
    if row.initials:
        if row.printed.isalpha() and len(row.printed) <= _LONGEST_SPELT:
            yield " ".join(row.printed), row
        return
    first, *rest = WORD.findall(row.printed)
    if rest and first == "C" and row.printed.endswith("."):
        yield " ".join(("Code", *rest)), row
        yield " ".join(("Cod", *rest)), row
        glued = row._replace(glued=True)
        yield first + " ".join(rest), glued
        yield first + "".join(rest), glued
    elif rest and row.capitals and first.isupper() and len(first) >= _POINTED_LETTERS:
        yield " ".join((*first, *rest)), row  # C.G.I., ann. II
    elif rest and row.printed.count(".") == len(rest) + 1:  # C.c.Q.
        yield first + "".join(rest), row
