"""Words that mark the law of another country: ``code civil belge``, ``Code des obligations``, ``Moniteur belge``.

A code of another country is not the French one of the same name, and its articles belong to no act known here. The data
is in ``data/foreign.toml``; abbreviations (``CO``, ``C.c.Q.``, ``BGB``) in the table of abbreviations.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice
from typing import Any, NamedTuple

from cpp_corpus.lang.abbreviations import foreign_initials
from cpp_corpus.lang.patterns import by_letters, with_capitals_apart
from cpp_corpus.lang.phrases import LONGEST_GAP, WORD, Phrases, bare, opens_word
from cpp_corpus.lang.typography import plain

__all__ = [
    "Foreign",
    "abroad_at",
    "country_before",
    "country_beginnings",
    "country_behind",
    "country_letters",
    "country_named",
    "enacted_in",
    "foreign_act_at",
    "has_foreign_initials",
    "head_country",
    "law_country",
    "laws_country",
    "numbers_with_letters",
    "place_at",
    "place_named",
    "published_in",
    "ruled_from",
    "site_country",
    "state_named",
    "titled_in",
]

_WORDS_BEFORE = 4  # in the line of a head: with more, it stands in a sentence about another country
_LONGEST = 100  # characters of a clause in which a country is looked for
_MOST_WORDS = 3  # between the noun of a law and its country
_ENDS_CLAUSE = (". ", ";", ":", ",", "(", ")", "\n\n")
_LAW = frozenset(("droit", "legislation", "reglementation", "loi", "code", "cadre"))
"""Nouns, as :func:`bare` has them, of the law that a country behind them has."""
_RULED = re.compile(r"(?:\ben|\b(?:r[ée]gie?s? par le|soumise?s? au))\s{1,3}$", re.IGNORECASE)
_LONGEST_RULED = 20
_LETTERS_OF_CODE = 2
_HEAD = 600  # characters at the beginning of a text that are searched for its country


class Foreign(NamedTuple):
    """A mark of another country's law."""

    end: int
    """Where its words end."""
    country: str
    """ISO 3166, two letters in lower case, or ``ohada``."""


def country_behind(text: str, at: int) -> Foreign | None:
    """The country named directly after the name of an act, blanks aside; ``None`` where none is.

    >>> country_behind("l'article 1382 du code civil belge et", 28)
    Foreign(end=34, country='be')
    >>> country_behind("le Code civil du Québec", 13).country, country_behind("le code civil du moulin", 13)
    ('ca', None)
    >>> country_behind("C. civ. esp., art. 7", 7), country_behind("C. civ. esp art. 7", 7)
    (Foreign(end=12, country='es'), None)
    """
    while text[at : at + 1].isspace():
        at += 1
    found = _behind().at(text, at)
    if found is None and (short := _shortened().at(text, at)) is not None and text.startswith(".", short[0]):
        return Foreign(short[0] + 1, short[1])
    return None if found is None else Foreign(*found)


def country_before(text: str, at: int) -> bool:
    """Whether a country is named directly before a bracket, or its law in the clause before a position.

    >>> country_before("le code civil belge (loi", 20), country_before("le code civil du Québec (loi", 24)
    (True, True)
    >>> country_before("la législation belge sur les moulins (loi", 36), country_before("le code civil (loi", 14)
    (True, False)
    """
    begin = max(0, at - _LONGEST)
    end = begin + len(text[begin:at].rstrip(' *_»",\n'))
    begin = max(begin, *(text.rfind(sign, begin, end) + 1 for sign in _ENDS_CLAUSE))
    words, opens = 0, text.startswith("(", at)  # ``words``: behind the noun of a law
    for word in WORD.finditer(text, begin, end):
        country = _behind().at(text, word.start())
        if country is not None and ((opens and country[0] == end) or 0 < words <= _MOST_WORDS):
            return True
        words = 1 if bare(word[0]) in _LAW else words + (words > 0)
    return False


def country_lines(text: str) -> tuple[tuple[int, int, str], ...]:
    r"""The lines and clauses that begin with a country: where each begins and ends, and the country.

    >>> country_lines("- France : l'article 7\n- **Belgique** : l'article 9\nLa Suisse suit.")
    ((23, 51, 'be'),)
    >>> country_lines("En Belgique, le bail suit le code civil ; en France, le code civil.")
    ((0, 40, 'be'),)
    """
    found: list[tuple[int, int, str]] = []
    if not _names_country(text):
        return ()
    for opening in _openings().finditer(text):
        begin = opening.start("place")
        place = _places().at(text, begin)
        if place is None:
            continue
        if opening["clause"] is None:
            end = text.find("\n", begin)
            if _COLON.match(text, place[0]) is not None:
                found.append((opening.start(), len(text) if end < 0 else end, place[1]))
        elif (goes_on := _GOES_ON.match(text, place[0])) is not None and not _FRENCH.search(goes_on[0]):
            found.append((opening.start(), goes_on.end(), place[1]))
    return tuple(found)


def abroad_at(text: str, at: int) -> int | None:
    """Where a country ends that a sentence names as the place of its law; ``None`` where none is.

    >>> abroad_at("En Belgique, l'article 7", 0), abroad_at("En droit suisse, l'article 7", 0)
    (11, 15)
    >>> abroad_at("En France, l'article 7", 0) is None
    True
    """
    preposition = _IN.match(text, at)
    if preposition is None:
        return None
    end = preposition.end()
    found = country_behind(text, end) if preposition["law"] else _places().at(text, end)
    return None if found is None else found[0]


@cache
def country_beginnings() -> frozenset[str]:
    """The four characters, without case and accents, with which the names of :func:`country_behind` begin.

    >>> "belg" in country_beginnings(), "et d" in country_beginnings()
    (True, False)
    """
    return frozenset(
        bare(name[:4]) for name in (*(form for form, _ in _forms()), *(name for name, _ in _rows("of", "short")))
    )


@cache
def country_letters() -> frozenset[str]:
    """The two letters of countries that stand behind the name of an act: ``Code travail CM``.

    >>> "CM" in country_letters(), "CA" in country_letters()
    (True, False)
    """
    return frozenset(name for name, _ in _rows("letters"))


def foreign_act_at(text: str, at: int) -> Foreign | None:
    """The name of a foreign act, without French equivalent, that begins at a position; ``None`` where none does.

    What follows may belong to the name ("Code bruxellois du Logement"): the match ends with the words that show the
    country.

    >>> foreign_act_at("l'article 257e du Code des obligations", 18)
    Foreign(end=38, country='ch')
    >>> foreign_act_at("la loi fédérale du 3 mars", 3).country, foreign_act_at("le code civil", 3)
    ('ch', None)
    """
    found = _acts().at(text, at)
    return None if found is None else Foreign(*found)


def place_at(text: str, at: int) -> Foreign | None:
    """The country that stands at a position alone, up to a comma or the end of a bracket: ``(Tunisie)``.

    >>> place_at("loi n° 2031-12 (Tunisie)", 16).country, place_at("le 3 mars (Belgique et France)", 11)
    ('tn', None)
    """
    found = place_named(text, at)
    return None if found is None or text[found.end : found.end + 1] not in {")", ","} else found


def place_named(text: str, at: int) -> Foreign | None:
    """The country whose name begins at a position, without a small word before it; ``None`` where none does.

    >>> place_named("CT Maroc art. 3", 3)
    Foreign(end=8, country='ma')
    """
    found = _places().at(text, at)
    return None if found is None else Foreign(*found)


def country_named(value: str) -> str | None:
    """The country that a value of data is: its name, or its code of ISO 3166-1; ``None`` of another value.

    >>> country_named("Belgique"), country_named("LU"), country_named("France"), country_named("Belgique et France")
    ('be', 'lu', None, None)
    """
    words = value.strip()
    found = _places().at(words, 0)
    if found is not None and found[0] == len(words):
        return found[1]
    code = words.lower()
    return code if len(code) == _LETTERS_OF_CODE and any(country["code"] == code for country in _countries()) else None


def site_country(address: str) -> str | None:
    """The country on whose site for its law an address is; ``None`` of another one.

    >>> site_country("https://www.fedlex.admin.ch/eli/cc/1"), site_country("https://www.legifrance.gouv.fr/eli/1")
    ('ch', None)
    """
    return next((country for site, country in _rows("sites") if site in address), None)


def head_country(text: str) -> Foreign | None:
    r"""The country whose law a text belongs to, as its first 600 characters say; ``None`` where they do not.

    >>> head_country("ROYAUME DE BELGIQUE\nLe moulin est soumis à l'article 7 du code civil.")
    Foreign(end=19, country='be')
    >>> head_country("En droit suisse, l'article 7 du code civil vaut pour le moulin.").country
    'ch'
    """
    for word in _head_words().finditer(text, 0, _HEAD):
        start, end = word.span()
        if not opens_word(text, start) or text[end : end + 1].isalnum():
            continue
        if bare(word[0]) == "droit":
            ruled = country_behind(text, end) if _RULED.search(text, max(0, start - _LONGEST_RULED), start) else None
            if ruled is not None:
                return ruled
            continue
        found = _heads().at(text, start)
        if found is None:
            continue
        line = text.rfind("\n", 0, start) + 1
        if len(WORD.findall(text, line, start)) <= _WORDS_BEFORE:
            return Foreign(*found)
    return None


def titled_in(title: str) -> str | None:
    """The country of which the title of an act says that it is of its law; ``None`` where it does not.

    >>> titled_in("Arrêté royal du 3 mars 2031 sur le vent"), titled_in("Décret du Gouvernement wallon sur le vent")
    ('be', 'be')
    >>> titled_in("Constitution de la République tunisienne"), titled_in("Arrêté du 3 mars 2031 sur le vent")
    ('tn', None)
    """
    if found := _acts().at(title, 0) or _titles().at(title, 0):
        return found[1]
    if _NATURE.match(title) is None:
        return None
    named = (country_behind(title, word.end()) for word in islice(WORD.finditer(title), _WORDS_OF_CODE))
    return next((found.country for found in named if found), None)


def enacted_in(line: str) -> str | None:
    """The country whose authorities enact an act, by a line above its articles; ``None`` where it names none.

    >>> enacted_in("Nous Henri, Grand-Duc de Luxembourg, Duc de Nassau,"), enacted_in("Vu le vent,")
    ('lu', None)
    """
    if len(line) > _LONGEST_FORMULA or _NO_FORMULA.match(line):
        return None
    found = (_makers().at(line, word.start()) for word in WORD.finditer(line))
    return next((maker[1] for maker in found if maker), None)


def state_named(line: str) -> str | None:
    """The country whose name is all of a line, as in the head of a paper; ``None`` of another line.

    >>> state_named("RÉPUBLIQUE DU MALI"), state_named("République algérienne démocratique et populaire")
    ('ml', 'dz')
    >>> state_named("La République du Mali est un État."), state_named("République française")
    (None, None)
    """
    for word in islice(WORD.finditer(line), 1, _WORDS_OF_CODE) if _STATE.match(line) else ():
        if (named := _behind().at(line, word.start())) and _ENDS_STATE.match(line, named[0]):
            return named[1]
    return None


def published_in(line: str) -> str | None:
    """The country in whose journal an act says that it is published, with or without its name; ``None`` in others.

    >>> published_in("La présente loi sera publiée au Journal officiel de la République de Côte d'Ivoire.")
    'ci'
    >>> published_in("La présente loi est publiée au Mémorial."), published_in("Le vent est publié au Mémorial.")
    ('lu', None)
    >>> published_in("Le présent décret sera publié au Journal officiel de la République française.") is None
    True
    """
    if _PRESENT.match(line) is None or _HOME_JOURNAL.search(line):
        return None
    for journal in _JOURNAL.finditer(line):
        if found := _journals().at(line, journal.start()):
            return found[1]
        for word in islice(WORD.finditer(line, journal.end()), _WORDS_OF_CODE):
            if found := _behind().at(line, word.start()):
                return found[1]
    return None


def law_country(text: str) -> str | None:
    r"""The country whose law a text is of, by its head or by its marks; ``None`` where it is of France, or compares.

    >>> law_country("Le meunier invoque l'arrêté royal du 3 mars 2031 et l'article 7 du code civil.")
    'be'
    >>> law_country("En France, l'arrêté royal du 3 mars 2031 et l'article 7 du code civil valent.") is None
    True
    >>> law_country("Suisse, Tribunal de la Roue, 3 mars 2031"), law_country("Le meunier de Suisse, lui, vend.")
    ('ch', None)
    """
    found = head_country(text)
    if found is not None:
        ruled = "droit" in text[max(0, found.end - _WORDS_OF_RULE) : found.end].lower()  # which may be of a part
        return None if ruled and "roit français" in text else found.country
    country = (_heading_country(text) or _mark_country(text)) if _names_country(text) else None
    return None if country is None or _is_french(text, country) else country


def ruled_from(text: str) -> int:
    """From where on a text is of the law of its country: from "En droit belge", where an act is named before that.

    >>> text = "Le code civil (art. 7) vaut. En droit belge, l'article 8 du code civil vaut."
    >>> text[: ruled_from(text)], ruled_from("En droit belge, le code civil vaut.")
    ('Le code civil (art. 7) vaut. En droit belge', 0)
    """
    found = head_country(text)
    opens = None if found is None else _OPENS_RULE.search(text, 0, found.end)
    if found is None or opens is None or opens.end() < found.end - _WORDS_OF_RULE:
        return 0
    return found.end if _ACT_BEFORE.search(text, 0, opens.start()) is not None else 0


def laws_country(text: str) -> str | None:
    """The country whose laws a text means that names a code of it and is not of France: of those that number laws.

    >>> laws_country("Le code pénal ivoirien et la loi n° 2013-451"), laws_country("Le code civil belge et la loi")
    ('ci', None)
    """
    for code in _CODE.finditer(text) if _names_country(text) else ():
        for word in islice(WORD.finditer(text, code.start()), _WORDS_OF_CODE):
            named = country_behind(text, word.end())
            if named is not None and named.country in _with_letters():
                return None if _is_french(text, named.country) else named.country
    return None


def has_foreign_initials(text: str) -> bool:
    """Whether a text cites as a neighbour does whose codes have the initials of the French ones, and nothing French.

    >>> has_foreign_initials("art. 7 CC ; art. 9 al. 2 CO"), has_foreign_initials("art. 7 CC, Cass. civ., art. 9 CO")
    (True, False)
    >>> has_foreign_initials("art. 7, 2e al. du CPC")
    False
    """
    found = _initials().search(text)
    if found is None or _HOME.search(text) is not None or _is_french(text, "ch"):
        return False
    return not found[0][0].isdigit() or "uisse" not in text  # who names the country is not at home there


def numbers_with_letters(country: str) -> bool:
    """Whether codes of a country number articles as those of France do: ``L. 67``.

    >>> numbers_with_letters("sn"), numbers_with_letters("be")
    (True, False)
    """
    return country in _lettered()


# ---------------------------------------------------------------------------------------------------------------------

_WORDS_OF_RULE = 30  # characters of "En droit suisse"
_OPENS_RULE = re.compile(r"[.;]\s{1,3}En\s{1,3}droit ")
_ACT_BEFORE = re.compile(
    r"\b(?:code|loi|d[ée]cret|ordonnance)\b[^\n]{0,80}?[0-9]|[0-9][^.\n]{0,60}? (?:code|loi)\b", re.IGNORECASE
)
"""What begins a sentence with the law of a country, and an act with a number before it."""
_OPENS = re.compile(r"[\s*#>_«\"(|-]{0,20}")
_FRENCH = re.compile("France|[Ff]rançais")
_GOES_ON = re.compile(r",(?: art(?:icle|\.)s? \d[\d. -]*| l'article \d[\d. -]*|[^,;:.()\n\d]){0,150}")
"""The clause behind a country: "En Belgique, le bail est régi par le code civil", up to its next comma or figure."""
_COLON = re.compile(r"[*_]{0,3}[ \t]?(?:\([A-Z]{2}\)[ \t]?)?[*_]{0,3}:")
_HEADING = re.compile(r"(?:^|[\n–—:-])[ \t*#>]{0,8}(?:le |en )?droit(?= )", re.IGNORECASE)
_ENDS_LINE = re.compile(r"[*_ .]{0,4}(?:\n|$)")
"""What stands around the law of a country that is a heading: "Le bail — Droit marocain"."""
_CODE = re.compile("(?:[Cc]ode|[Cc]onstitution|CODE|CONSTITUTION) ")
_WORDS_OF_CODE = 4  # up to its country: "code de la famille algérien"
_ENDS_PLACE = re.compile(r"[*_)]{0,3}(?:[ \t]*(?:[,|:;–—\n]|-\s|$))")
"""What stands behind a country that is the head of a text: "Belgique, Cour de cassation"."""
_NATURE = re.compile("loi|d[ée]cret|arr[êe]t[ée]|ordonnance|constitution|r[èe]glement|code", re.IGNORECASE)
_LONGEST_FORMULA = 250
_NO_FORMULA = re.compile(r"(?:vu|sur|considérant|après)\b", re.IGNORECASE)
"""How lines begin that tell what came before an act."""
_STATE = re.compile(r"(?:r[ée]publique|royaume|principaut[ée]|union|conf[ée]d[ée]ration)\b", re.IGNORECASE)
_ENDS_STATE = re.compile(r"(?: d[ée]mocratique et populaire)?[ .,]*$", re.IGNORECASE)
_PRESENT = re.compile(
    r"(?:l[ea] )?présente? (?:loi|décret|arrêté|ordonnance|code|dahir|acte|règlement|décision|ordonnance)\b"
    r".{0,80}\b(?:publi|ins[ée]r|ex[ée]cut|enregistr)",
    re.IGNORECASE,
)
_JOURNAL = re.compile(r"\b(?:journal|bulletin|recueil|moniteur|mémorial|feuille|gazette)\b", re.IGNORECASE)
_HOME_JOURNAL = re.compile(r"R[ée]publique française", re.IGNORECASE)
_HOME = re.compile(r"\bCass\.|C\. civ\.|C\. trav\.|Conseil d'[EÉ]tat|Cour de cassation|du code civil")
"""What neighbours whose codes have the initials of the French ones do not write."""
_NUMBERED = re.compile(
    r"[Ll]oi (?:organique )?n ?[°o] ?(?:19|20)?[0-9]{2}-[0-9]{1,4}(?![0-9])|(?<![\w.-])[LRD]\. ?\*?[0-9]{4}-[0-9]"
)
"""Numbers of laws and articles as France has them, and none of its neighbours."""
_ARTICLES = re.compile(r"(?<![\w.-])[LRD]\. ?\*?[0-9]{4}-[0-9]")
_OF_LANGUAGE = ("ommunauté ", "angue ", "expression ", " en ")
"""What stands before "française" where it is no mark of France."""
_OF_LAW = re.compile(r"\b(?:[Cc]ode|[Dd]roit|[Cc]onstitution)(?:\s[\w'’-]+){0,7}\s\Z")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("cpp_corpus.lang") / "data" / "foreign.toml").read_text("utf-8"))


@cache
def _countries() -> list[dict[str, Any]]:
    countries: list[dict[str, Any]] = _data()["country"]
    return countries


@cache
def _lettered() -> frozenset[str]:
    return frozenset(country["code"] for country in _countries() if country.get("lettered"))


def _heading_country(text: str) -> str | None:
    """The country with which a text begins, or whose law is a heading in its first characters."""
    opened = _OPENS.match(text)
    place = None if opened is None else _places().at(text, opened.end())
    if place is not None and _ENDS_PLACE.match(text, place[0]) is not None:
        return place[1]
    headed = _HEADING.search(text, 0, _HEAD)
    ruled = None if headed is None else country_behind(text, headed.end())
    return None if ruled is None or _ENDS_LINE.match(text, ruled.end) is None else ruled.country


def _mark_country(text: str) -> str | None:
    mark = next(_words(_marks(), text), None)
    country = None if mark is None else _of_mark()[_key(mark[0])]
    return None if country in _with_initials() and _HOME.search(text) is not None else country


def _is_french(text: str, country: str) -> bool:
    """Whether something in a text is a mark of France, as the law of ``country`` has none."""
    beside = country in _data()["france"]["neighbours"]
    if (_NUMBERED if beside else _ARTICLES).search(text) is not None:
        return True
    marks = _words(_french(beside=beside), text)
    return any(mark[0].lower() == "france" or not _tells_apart(text, mark.start(), beside=beside) for mark in marks)


def _tells_apart(text: str, at: int, *, beside: bool) -> bool:
    """Whether "français" is of a language, or a neighbour says it of a code, as who is at home would not."""
    of_language = text.endswith(_OF_LANGUAGE, 0, at)
    return of_language or (beside and _OF_LAW.search(text, max(0, at - _LONGEST), at) is not None)


@cache
def _with_letters() -> frozenset[str]:
    return frozenset(country for _, country in _rows("letters")) - frozenset(_data()["france"]["neighbours"])


@cache
def _with_initials() -> frozenset[str]:
    return frozenset(country for _, country in _rows("initials"))


@lru_cache(maxsize=1)
def _names_country(text: str) -> bool:
    """Whether a country, or a mark of its law, is named in a text at all, as few French ones do: looked for once."""
    within = _country_within()
    return within.search(text) is not None or within.match(f" {text[:_LONGEST_NAME]}") is not None


_LONGEST_NAME = 80  # characters


@cache
def _country_within() -> re.Pattern[str]:
    """Any country or mark, behind what is no letter: so the search looks at words only, at those in capitals apart."""
    places = (_OF.sub("", name, count=1) for name, _ in _rows("of"))
    names = _written([*places, *(form for form, _ in _forms()), *(name for name, _ in _rows("marks"))])
    tree = with_capitals_apart([(name, "") for name in sorted(names)])
    return re.compile(f"[^0-9A-Za-zÀ-ÖØ-öø-ɏ]{tree}".replace("\\ ", r"\s"))


@cache
def _openings() -> re.Pattern[str]:
    """A country at the beginning of a line, or behind the word that opens a clause with it."""
    places = _tree(_OF.sub("", name, count=1) for name, _ in _rows("of"))
    return re.compile(rf"(?:^[ \t*#>•|–-]{{0,12}}|(?P<clause>(?:En|Aux?) ))(?P<place>{places})", re.MULTILINE)


@cache
def _french(*, beside: bool) -> re.Pattern[str]:
    france = _data()["france"]
    return _any_of([*france["marks"], *(france["beside_neighbours"] if beside else ())])


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of some names as they are printed, with a capital, in capitals, without accents: a tree of their letters."""
    return re.compile(_tree(names))


def _tree(names: Iterable[str]) -> str:
    return by_letters((name, "") for name in sorted(_written(names))).replace("\\ ", r"\s")


def _written(names: Iterable[str]) -> set[str]:
    """Names as they are printed, with a capital, with capitals, in capitals, and each of these without accents."""
    written = {form for name in names for form in (name, name[0].upper() + name[1:], name.title(), name.upper())}
    return written | {plain(form) for form in written}


def _words(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches that are whole words."""
    for found in pattern.finditer(text):
        if opens_word(text, found.start()) and not text[found.end() : found.end() + 1].isalnum():
            yield found


def _key(words: str) -> str:
    return " ".join(WORD.findall(bare(words)))


@cache
def _of_mark() -> dict[str, str]:
    return {_key(name): country for name, country in _rows("marks")}


@cache
def _marks() -> re.Pattern[str]:
    return _any_of([name for name, _ in _rows("marks")])


@cache
def _initials() -> re.Pattern[str]:
    """What cites so: marks of the table, or an article with the initials of an act that no French one has."""
    acts = by_letters((printed, "") for printed in foreign_initials("ch"))
    marks = _tree(name for name, _ in _rows("initials"))
    part = r"(?:\s(?:al|ch|let)\.\s(?:[0-9]\w{0,4}|[a-z])(?!\w)){0,3}"
    return re.compile(rf"{marks}(?!\w)|[0-9](?:[a-h]{part}\s(?:CC|CPC|CP|CPP)|[a-z]{{0,3}}{part}\s{acts})(?!\w)")


def _rows(*keys: str) -> Iterator[tuple[str, str]]:
    return ((name, country["code"]) for country in _countries() for key in keys for name in country.get(key, ()))


def _forms() -> Iterator[tuple[str, str]]:
    """The adjectives in their genders and numbers."""
    for adjectives, country in _rows("adjectives"):
        for form in adjectives.split(" "):
            yield form, country
            yield form + "s", country
            if form.endswith("al"):
                yield form[:-1] + "ux", country


_IN = re.compile(r"(?:en|aux?)\s{1,3}(?P<law>droit\s{1,3})?", re.IGNORECASE)
_OF = re.compile(r"(?:de la |des |du |de |d')")


@cache
def _places() -> Phrases[str]:
    """The countries themselves: "Belgique", of "de Belgique"."""
    return Phrases((_OF.sub("", name, count=1), country) for name, country in _rows("of", "places"))


@cache
def _behind() -> Phrases[str]:
    return Phrases([*_forms(), *_rows("of")])


@cache
def _shortened() -> Phrases[str]:
    return Phrases(_rows("short"))


@cache
def _acts() -> Phrases[str]:
    return Phrases(_rows("acts"))


@cache
def _titles() -> Phrases[str]:
    """The marks that are names of acts: "dahir", "ordonnance souveraine"."""
    return Phrases((name, country) for name, country in _rows("marks") if name[0].islower())


@cache
def _makers() -> Phrases[str]:
    return Phrases(_rows("makers"))


@cache
def _journals() -> Phrases[str]:
    return Phrases(_rows("journals"))


@cache
def _heads() -> Phrases[str]:
    return Phrases(_rows("heads"))


@cache
def _head_words() -> re.Pattern[str]:
    """The words with which heads begin, before the first letter of their second words, and "droit"."""
    seconds: dict[str, set[str]] = {"droit": set()}
    for name, _ in _rows("heads"):
        first, *others = WORD.findall(name)
        letters = others[0][0] + plain(others[0])[0] if others else ""
        for written in (bare(first), first.lower()):
            seconds.setdefault(written, set()).add(letters.lower() + letters.upper())
    tails = {
        written: "" if "" in letters or not letters else f"(?=\\W{{1,{LONGEST_GAP}}}[{''.join(sorted(letters))}])"
        for first, letters in seconds.items()
        for written in _written([first])
    }
    return re.compile(by_letters(sorted(tails.items())))
