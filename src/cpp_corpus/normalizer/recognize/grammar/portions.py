"""The locators behind a number: ``39, 1, 3°``, ``L. 225-1 (I, 2°)``, ``6, paragraphe 1, premier alinéa, point f)``.

Behind a number they go from the outer part to the inner one; each is of another kind than those before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.model.reference import Relation
from cpp_corpus.normalizer.recognize.fragments import ADVERB, compiled
from cpp_corpus.normalizer.recognize.grammar.counted import is_counted
from cpp_corpus.normalizer.recognize.grammar.locators import (
    CARDINAL,
    FAR,
    ORDINAL,
    RANK,
    Chain,
    Level,
    chain_at,
    kind_of,
    kind_of_part,
)
from cpp_corpus.normalizer.recognize.phrase import How, Item

__all__ = ["POINTED", "Portions", "portions"]

Portions = tuple[tuple[str, ...], Sequence[Item], int]
"""The locators after a number, the parts that are excepted of it, and where reading goes on."""

_EXCEPT = compiled(
    r",? ?(?:à l'exception|à l'exclusion|sauf|hormis|exceptée?s?) ?(?:de la|de l'|du|des|de (?:son|sa|ses|leurs?)"
    r"|de|le|la|les|l')? ?"
)
_EXCEPT_IN_BRACKET = compiled(
    r" ?\((?:à l'exception|à l'exclusion|sauf|hormis) ?(?:de la |de l' ?|du |des |de (?:son|sa|ses) |le |la |les |l' ?)"
)
_OF_ANOTHER = compiled(r" (?:de l'|des|du|de) ?(?:présent |même |nouvel |ancien )?articles?(?!\w)")
_OF_ITS = compiled(r" (?:de (?:son|sa|ses|leur)) ?")
_PAREN = compiled(r" ?[(\[] ?(?:(?:pris(?:e?s?) )?(?:en|dans) )?(?:(?:au|à la|son|sa|ses) )?")
_IN_ITS = compiled(r" (?:dans|en) (?:son|sa|ses|leurs?) ")
_COMMA = compiled(
    r" ?, ?(?:(?:(?:et )?(?:pris|notamment|(?:plus )?spécialement|(?:plus )?particulièrement|plus précisément"
    r"|en particulier|spéc\.) )?(?:à|en|dans)? ?(?:son|sa|ses|leurs?) "
    r"|(?:notamment|(?:plus )?spécialement|spéc\.) (?=alin|al\.|§|paragr|premier al|second al|\d+ ?°)"
    r"|(?:au|du|à la) )?"
    r"(?![LRDA]\. ?\*? ?\d|\d++(?! ?°|[eè]|nde? | premi| derni))"
)
_POINT = compiled(r" ?, ?(?=\d{1,2}(?! ?°|[\d/%]|\.\d|,\d(?!\d? ?°)|-\d(?!\d*+ ?°)))")
"""A comma before a plain number, which may be a point: ``L. 2315-80, 1,``."""
_SPACE = compiled(
    r"(?: ?- ?(?=[IVX])| ?-(?=\d++ ?°)|(?=§)| ?[–-] ?(?=al(?:\.|in))| – (?=[IVX]++(?: bis)?,? (?:d[eu] |C\.|[A-Z]{2}))"
    r"| (?![IVX]+(?: bis| ter)? ?\. ?[-–—])(?=[\dIVX§]|[a-z](?: (?:bis|ter|quater|quinquies|sexies)(?!\w))?"
    r"(?:\)|(?:, ?| et | ou | à (?=[a-z](?!\w))| (?:et|ou), \w{3,20}, )"
    r"(?:\d|[LRD]\.? ?\*?\d|[a-z](?: (?:d[eu]|C\.|[A-Z]{2})| ?(?:[;.)\n]|$)))"
    r"| (?:(?:de la )?loi|du (?:code|décret|(?:livre|titre|chapitre)(?= [IVXp\d])|[A-Z]{3,6}|[Cc]\. ?[a-z]+)|dudit"
    r"|de (?:ladite|celle|celui)|de (?:cette|la même|la présente) (?:loi|ordonnance|directive|convention)"
    r"|(?:de cet?|du même|du présent) (?:code|décret|arrêté|règlement|accord)"
    r"|de la convention|de l'(?:accord|avenant|ordonnance|arrêté)|[A-Z]{3,8}|[Cc]\. ?[a-z]+)(?!\w)| ?(?:;|\n|$))"
    r"|al(?:in|i[ée]na|\.| ?\d)|AL(?:IN|\.)|phrase|phr?\.|paragraphe"
    r"|para?g?\. ?\d|point|pt|le |let|litt?[.e]|ch\. ?\d"
    rf"|sous [a-z]{{1,2}}(?!\w)|précéd|suiv|{ORDINAL}|{CARDINAL})"
    r"|-(?=[a-z](?:\)| ?[,;)\n]| (?:d[eu] |[A-Z]|(?:et|ou) \d)|$)))"
)
_E = compiled(r" (?=e(?:\)| ?(?:[;,]|\n|$)| (?:(?:de la )?loi|du (?:code|décret)|de l'(?:ordonnance|arrêté))(?!\w)))")
"""What leads to the letter with which a conjunction begins as well."""
POINTED = compiled(
    r"\. ?(?=\d{1,2} ?°(?:,? (?:de la loi|du code|du décret|de l'(?:ordonnance|arrêté))"
    r"|(?:,|,? et) (?:\d|[LRD]\. ?\d)))"
)
"""A point before a part, where the act or a further article follows: "articles 425. 4° et 437. 3° de la loi"."""
_LEADS = {
    ".": (POINTED,),
    "(": (_PAREN, _EXCEPT_IN_BRACKET),
    "[": (_PAREN,),
    ",": (_COMMA, _POINT, _EXCEPT),
    "e": (_E, _IN_ITS),
    "d": (_IN_ITS, _SPACE, _EXCEPT),
    "o": (),
}
"""What may lead to a locator, or to an exception, by the first character after the number."""
_CODE = r"[Cc](?:ode |[. ]|[a-z]{1,5}(?!\w))"
"""What may be a code: "code civil", "C. civ.", "cciv"."""
_SHORT_CODE = compiled(r"c\.? ?[a-z]{3,}")
_INNER = compiled(
    rf"(?<=§\d)(?=[a-z](?!\w))|-(?=\d++ ?°|[a-z](?!\w)|al(?:\.|in)|[A-HJ-UWYZ](?![\w'.]))"
    rf"|(?:(?<=[°\dIVX])|(?<=\sbis)|(?<=\ster)|(?<=quater)) (?=[a-z](?: ?[,;.)\n]"
    rf"| (?:d[eu]|{_CODE}|[A-Z]{{2}}|(?:et|ou) [LRD]\.? ?\d)|$))"
    rf"|(?<=\)) (?=\d{{1,2}}\))|(?<=\d)\),? ?(?=[a-z]{{1,2}}\)|sous [a-z]|lettre |litt|point [a-z])"
    rf"| ?, ?(?:(?:(?:pris(?:e?s?) )?(?:en|dans) (?:son|sa|ses|leurs?)|à son|à sa|au|du|à la) )?"
    rf"| ?[(\[] ?| (?=\d++ ?°|§|ch\. ?\d|al(?:in|\.| ?\d)|AL\.|ph(?:rase |r?\. ?)\d|par\.|paragraphe \d|point"
    rf"|let|litt?[.e]"
    rf"|sous [a-z]{{1,2}}(?!\w)|{RANK} (?:al|phr|tiret))"
    r"| -? ?(?=[a-z]\)|[A-Z](?![\w'.]))"
    r"|(?<=[IVX])[ .](?=\d{1,2}(?: ?[,;.)\n]| (?:d[eu] |de la |C\.|[A-Z]{2}|(?:code|loi|d[ée]cret|ordonnance) )|$))"
)
"""What may lead from one locator to another inside it."""
_CLOSES = compiled(
    r" ?(?:[,;.:()\]\n\"»”]|$)|-\d{1,2} ?°| (?=[a-z] (?:d[eu] |[A-Z]{2}))"
    rf"| (?={_CODE})| (?:d[eu]|des|d'|et|ou|in|loi|[A-Z]{{2,}}|modifi|dans|précité|ancien|alors|al|§)"
    r"(?![a-zà-ÿ]{3})"
)
"""What may stand behind a letter or a plain number that is a part."""
_NAMES_ACT = compiled(
    r"[)\]](?:\(\w{1,2}\))*(?: (?:et|ou) \(\w{1,2}\))?,? (?:d[eu] |des |dudit |de l|code |C\.|[A-Z]{2})"
)
_BRACKETED = compiled(r"\)\((?P<part>[a-z]{1,2}|\d{1,2}°?)(?=\))")
"""A part in a bracket of its own: ``9(2)(h)``."""
_AND_BRACKETED = compiled(r"\)(?:,| et| ou) \((?P<part>[a-z]{1,2}|\d{1,2})(?=\))")
"""Another one beside it: ``9(2)(h) et (i)``."""
_LETTER_BEHIND = compiled(r" [a-z](?= ?(?:[;,)\n]|$)| (?:d[eu] |[A-Z]{3}))| \d{1,2} ?°")
"""The part of a point behind its article, all with blanks between them: "art. 6 1 f RGPD", "art. 39 1 5° CGI"."""
_DEGREES = compiled(r"-\d{1,2} ?°")
_FURTHER = compiled(r"(?:,|,? et|,? ou) (?P<point>\d{1,2})(?![\w°/.-])(?= ?[,;.)]| (?:d[eu]|des|et|ou)(?!\w))")
_POINTS = ("point ", "points ", "pt ", "pts ")
_PLURALS = ("points ", "paragraphes ", "§§", "pts ", "alinéas ")
_GOES_ON = compiled(r" ?, (?:et|ou) |\)")
_ROMANISH = re.compile(r"[IVX]+(?!\w)")
_SIGNS = ("para", "par.", "ch.", "point", "pt", "§", "n°", "al", "sous", "let", "lit")
_SMALL_ROMANS = frozenset(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"))
_PLAIN = frozenset(("arabic", "letter", "capital"))
_MOST = 40  # characters to a closing bracket


def portions(text: str, item: Item, *, single: bool, short: bool = False, awaits: bool = False) -> Portions | None:
    """What follows a number and is a part of that article; ``None`` where nothing of the kind follows.

    ``single``: only one article is named, so that ", 2" is a point of it; ``short``: perhaps only one, behind "art.";
    ``awaits``: several are, and no conjunction has led to the last one yet.
    """
    at = item.end
    if (single or short) and item.to is None and (typed := _before_article(text, item, _typed(text, at))):
        return typed
    if (single or _suffixed(item)) and item.to is None and text[at : at + 1] == " " and (run := _blanks(text, item)):
        return run
    if text[at : at + 1].islower() and "-" in (item.number or "") and (glued := _GLUED.match(text, at)) is not None:
        return (glued["letter"],), (), glued.end("letter")
    for lead in _LEADS.get(text[at : at + 2].strip(" ")[:1], (_SPACE, _EXCEPT)):
        match = lead.match(text, at)
        if match is None:
            continue
        chain = chain_at(text, match.end())
        if chain is None:
            continue
        if lead is _COMMA and (said := _SAID_EXCEPTED.match(text, chain.end)) is not None:
            _, excepted, _ = _excepted(text, item, chain, its_own=True)
            return (), excepted, said.end()
        if lead is _EXCEPT_IN_BRACKET:
            if not text.startswith(")", chain.end):
                break
            _, excepted, end = _excepted(text, item, chain, its_own=True)
            return (), excepted, end + 1
        if lead is _EXCEPT and item.to is not None and chain.levels[0].members[0][0].isdigit():
            return None  # "5 à 9, sauf 7": an article of the range
        if lead is _EXCEPT:
            return _excepted(text, item, chain, its_own=_ITS.search(match[0]) is not None)
        if (
            text.startswith(" de son ", chain.end)
            and (outer := chain_at(text, chain.end + len(" de son "))) is not None
        ):
            chain = Chain((*chain.levels, *outer.levels), outer.end)  # "au second alinéa de son I"
        if _OF_ANOTHER.match(text, chain.end):
            chain = _before_other(text, chain, _OTHERS if match[0].strip(" ,") else _NEXT_OTHERS)
        if lead is _POINT:
            chain = _alone(text, chain)
        elif (
            not single
            and len(chain.levels) == 1
            and _is_of_one(text, match.end(), item, chain, short=short, awaits=awaits)
        ):
            path, start, stop = chain.levels[0].members[0]  # "articles 6 § 1 et 13": the second one is an article
            chain = Chain((Level([(path, start, stop)], stop),), stop)
        if lead is _SPACE:
            chain = _near(chain)
        if _OF_ANOTHER.match(text, chain.end) or not _is_portion(
            text, match.end(), chain, lead, item, single=single, short=short
        ):
            continue
        alone = single or (short and lead is _COMMA and _ROMAN_THEN_POINT.match(text, chain.end) is not None)
        locators, end = _inner(text, chain, item, single=alone, awaits=awaits)
        if text.startswith(_PLURALS, match.end()):
            locators, end = _further(text, locators, end)
        while lead is _PAREN and (within := _BRACKETED.match(text, end)) is not None:
            locators, end = tuple([f"{path}/{within['part']}" for path in locators]), within.end("part")
        while lead is _PAREN and (beside := _AND_BRACKETED.match(text, end)) is not None:
            above = locators[-1].rpartition("/")
            locators, end = (*locators, f"{above[0]}{above[1]}{beside['part']}"), beside.end("part")
        if lead is _PAREN and text[end - 1] not in ")]":
            closing = text.find(")" if "(" in match[0] else "]", end, end + _MOST)
            if closing < 0:
                break
            end = closing + 1
        elif lead is _PAREN and text.startswith("))", end - 1) and _is_twice_closed(text, item, end):
            end += 1
        locators, end = _closed(text, item, locators, end)
        return _also(text, item, locators, end)
    return None


_GLUED = compiled(r"(?P<letter>[a-z])(?= (?:du |de la |de l'|[A-Z]{3}))")
"""The letter of a paragraph that is glued to it, before the act: "5-1e RGPD"."""
_LEVEL = (
    rf"(?:(?:§ ?)?(?:\d{{1,2}} ?°(?: ?{ADVERB})?|\d{{1,2}}(?:\.? ?{ADVERB}|(?![\w°/%])))"
    rf"|[IVX]{{1,6}}(?![\w'°])(?: ?{ADVERB})?|[A-H](?![\w'°])|[a-z](?![\w']|\.[a-z])(?: {ADVERB})?"
    rf"|al(?:inéa|\.)? ?\d{{1,2}}(?![\w°]))"
)
_BELOW = (
    r"(?: ?[.)] ?,? ?-? ?|,(?! ?(?:\d{1,2}(?![\w°])|[IVX])) ?|(?<=°) ?|(?<=[IVX]) | ?- ?"
    r"| (?=[a-z] ?\)|[A-H](?![\w'°])|al|§|\d{1,2} ?°)|(?=§))"
)
_PATH = rf"{_LEVEL}(?:{_BELOW}{_LEVEL}){{0,6}}"
_ACT_BEHIND = (
    r" (?:d(?:u|e la|e l'|udit|e ladite|e ce|e cette|e cet|u même|e la même) ?)?"
    r"(?:(?i:code|loi|d[ée]cret|ordonnance|arrêté|règlement)(?!\w)|[A-Z]{3,6}(?!\w)|[Cc]\. ?[a-zé]+)"
)
_TYPED = compiled(
    rf"(?: ?[,(–-] ?|\. ?| )(?P<path>(?:(?=[\dIVX§])|(?=[a-hA-H]\)|[A-H]\. ?\d)){_PATH})"
    rf"(?P<more>(?:[.)]{{0,2}}(?:,| et| ou) {_PATH}){{0,9}})[.)]{{0,2}},?"
    rf"(?=(?P<act>{_ACT_BEHIND})|(?: ?(?:$|\n|;)))"
)
"""Parts as people type them, with points or brackets between them: "197, I.4.a. du code", "12 I. 2°" at a line end."""
_BLANKS = compiled(rf"(?P<path>(?: {_LEVEL}){{1,5}})(?P<beside>(?:(?:,| et| ou) {_LEVEL}){{0,5}}),?(?={_ACT_BEHIND})")
"""Parts with nothing but blanks between them, before their act: "238 bis 1 a du code", "39 A 2 3° et 4° du code"."""
_HEADS_NEXT = compiled(r" (?:[LRDA]\.? ?)?\d")
_ONE_PATH = compiled(rf"(?<!\w){_PATH}")
_ONE_LEVEL = compiled(_LEVEL)
_BESIDE_LEVEL = compiled(rf"(?<!\w){_LEVEL}")
_INSIDE = re.compile(r"(?<!al)[.)] ?[\w§-]|°[a-z]")
_NEAR = 24  # characters in which the first point stands, or the bracket


def _typed(text: str, at: int) -> Portions | None:
    """The parts behind a number as people type them, where their act follows or the line ends."""
    if text.find(".", at, at + _NEAR) < 0 and text.find("°", at, at + _NEAR) < 0 and text.find(")", at, at + _NEAR) < 0:
        return None
    match = _TYPED.match(text, at)
    if match is None or (match["act"] is None and _INSIDE.search(text, match.start("path"), match.end("more")) is None):
        return None
    ends = match.end()
    if match["act"] is not None and _HEADS_NEXT.match(text, match.end()) is not None:
        ends = match.end("more")  # "CPC 9, 15 et 16. CPP 40": the point ends a citation
    if match["act"] is not None and not _POINT_OR_BRACKET.search(text, match.start("path"), ends):
        return None  # which the other rules read
    paths: list[str] = []
    for path in _ONE_PATH.finditer(text, match.start("path"), match.end()):
        levels = [_level(level[0]) for level in _ONE_LEVEL.finditer(path[0])]
        above, _, last = paths[-1].rpartition("/") if paths else ("", "", "")
        kind = kind_of_part(levels[0])
        if above and kind == kind_of_part(last) != kind_of_part(above):
            levels = [*above.split("/"), *levels]  # "I. a) et b)"
        paths += _beside(levels) if _BESIDE.search(path[0]) is not None else ["/".join(levels)]
    if len(set(map(kind_of_part, paths))) > 1:
        return None  # "28 (1°) et 30, 1"
    return tuple(paths), (), match.end()


_NEXT_ONE = compiled(r"(?:,| et| ou) (?P<next>\d{1,3})(?=, ?(?:\d{1,2}|[a-z])(?![\w°])|[ ;.\n]|$)")


def _blanks(text: str, item: Item) -> Portions | None:
    """The parts behind a number that only blanks set apart, each inside the one before, where their act follows."""
    match = _BLANKS.match(text, item.end)
    if match is None:
        return None
    levels = [_level(level[0]) for level in _ONE_LEVEL.finditer(match["path"])]
    others = [_level(level[0]) for level in _BESIDE_LEVEL.finditer(match["beside"])]
    kinds = [*map(kind_of_part, levels)]
    if len(set(kinds)) < len(kinds) or any(
        kind_of_part(other) != kinds[-1] or _is_far(levels[-1], other) for other in others
    ):
        return None
    if (item.number or "").isdigit() and levels[0].isdigit() and not _is_less(item, levels[0]):
        return None  # "8 10 de la loi"
    if "capital" in kinds[1:]:
        return None  # "I A" may be a part of its own
    return tuple(_beside([*levels, *others])), (), match.end()


def _before_article(text: str, item: Item, typed: Portions | None) -> Portions | None:
    """Parts without those that are an article, being a number that is more than its own: "6, 1, f) et 9, 2, a)".

    One with a bracket or a sign is a part: "art. 4, 1) et 11)". ``None`` where no part is before it.
    """
    number = item.number or ""
    if typed is None or not number.isdigit():
        return typed
    for further in _NEXT_ONE.finditer(text, item.end, typed[2]):
        if int(further["next"]) > int(number) and further["next"] in typed[0]:
            kept = typed[0][: typed[0].index(further["next"])]
            return (kept, (), further.start()) if kept else None
    return typed


_BESIDE = compiled(
    r"(?<![\w'])(?:[a-z] ?\) ?,? ?(?![ivx])[a-z](?: ?\)|$)|[ivx]{1,4} ?\) ?,? ?[ivx]{1,4}(?: ?\)|$)"
    rf"|\d{{1,2}} ?\) ?, ?\d{{1,2}}(?: ?\)|$)|\d ?°(?: ?{ADVERB})? ?, ?\d{{1,2}} ?°)"
)
"""Two parts of one kind, which stand beside each other: "3, a), b) et c)"."""


def _beside(levels: Sequence[str]) -> list[str]:
    """The paths of parts of which some stand beside the one before, in what is above that.

    >>> _beside(["1°", "a", "b"])
    ['1°/a', '1°/b']
    """
    paths: list[list[str]] = [[]]
    for level in levels:
        above = paths[-1]
        if above and kind_of_part(level) == kind_of_part(above[-1]):
            paths.append([*above[:-1], level])
        else:
            above.append(level)
    return ["/".join(path) for path in paths]


_POINT_OR_BRACKET = re.compile(r"(?<!al)[.)]|°[a-z]")


def _level(level: str) -> str:
    """The locator of a level as people type it: ``2`` of "§ 2", ``1 ter`` of "1.ter", ``al3`` of "alinéa 3"."""
    if level.startswith("al"):
        return "al" + level[-2:].lstrip(" a.éinl")
    digits = _BARE.match(level)
    return level if digits is None else f"{digits[1].rstrip()}{digits[2]} {digits[3]}".rstrip()


_BARE = compiled(r"(?:§ ?)?(\d{1,2} ?|[IVX]+)(°?)[. ]*(\w*)")
_ROMAN_THEN_POINT = compiled(r"(?<=[IVX]), ?\d{1,2}(?= ?[,;.)\n]|$| (?:d[eu]|C\.|[A-Z]{2}))")
"""A point behind a Roman part of the one article behind "art.": "LCEN, art. 6, I, 2"."""
_OF = compiled(r" (?:de la|du|de l'|CGI|LPF)(?!\w)")
_ENDS_CLAUSE = compiled(r" ?(?:[,;.)\n]|$)")
_OF_POINT = compiled(r"-(?:[a-z](?!\w)|al(?:\.|in))")
"""What a point has inside it: "269, 2-c", "150, 2-al. 1"."""
_ONE = ("point ", "pt ", "paragraphe ", "par. ", "sous ", "alinéa ", "al. ", "al ")


def _is_of_one(  # noqa: PLR0913 - what is known where it is asked
    text: str, at: int, item: Item, chain: Chain, *, short: bool, awaits: bool
) -> bool:
    """Whether a sign in the singular has one member, and what goes on is an article: "3, point 2, 5 et 12".

    A list of articles has a conjunction before its last member: "articles 22, alinéa 2 et 5" are two articles, and
    "articles 12 et 22, alinéa 2 et 5" two alinéas of the last one.
    """
    members = chain.levels[0].members
    signed = text[at] == "§"
    if signed and not short:
        return text[at + 1] != "§" and (len(members) == 1 or "§" not in text[members[0][2] : members[1][1]])
    if len(members) == 1 or not (signed or text.startswith(_ONE, at)) or text.startswith("§§", at):
        return False
    digits, part, following = (
        _FIRST_DIGITS.match(item.number or ""),
        *[member[0].partition("..")[0].removeprefix("al") for member in members[:2]],
    )
    if digits is None or item.number in _FIRST or not following.isdigit():
        return False
    return int(following) > int(digits[0]) or (
        awaits and not (part.isdigit() and int(following) == int(part) + 1) and _is_of_list(text, chain)
    )


_FURTHER_ONE = compiled(r"(?: ?[,;] ?(?:(?:et|ou) )?|,? (?:et|ou|ainsi que) )(?:les? |l')?(?:\d++(?! ?°)|[LRDA])")
"""A further member of a list of articles."""


def _is_of_list(text: str, chain: Chain) -> bool:
    """Whether what goes on behind one part are the articles of the list: the last of it is led to, or none of parts."""
    members = chain.levels[0].members
    led = text[members[-2][2] : members[-1][1]].strip() != ","
    return not led or _FURTHER_ONE.match(text, chain.end) is None


_ROMAN_POINT = re.compile(r"([IVX]+)-([0-9]+)(?=/|$)")
_OPENED = re.compile(r"\([^()\n]*\Z")
_ALSO = compiled(
    r"(?:,? (?:et|ou|ainsi que) (?:au |du |le |les )?|, )(?=[IVX]{1,7}(?!['\w]))"
    r"|,? (?:et|ou|ainsi que) (?=(?:paragraphe|par\.|point|§) ?\d)"
)


_ALSO_BEHIND_ASIDE = compiled(
    r"(?: (?P<dash>[–—-]) [^–—;:.()\n\d]{2,120} (?P=dash)| \([^()\n\d]{2,120}\)|, (?![Ll]'|les? )[^,;:.()\n\d]{2,120},)"
    r"(?:(?<=[–—)-]),)? (?:et|ou|puis|ainsi que)(?: l'| le| les| son| au)? "
    rf"(?=al(?:in[ée]a|\.)s? ?\d|§ ?\d|paragraphe \d|{RANK} alin|\d+ ?°)"
)
"""The same behind an aside: "7, alinéa 2 – le lancer – et alinéa 3, du code"."""


def _is_closed_alone(text: str, start: int, at: int) -> bool:
    """Whether the bracket that closes at ``at`` is part of a point: "alinéa 1, 5), de l'accord"."""
    return _OPENED.search(text, max(0, start - 80), at) is None


def _is_twice_closed(text: str, item: Item, at: int) -> bool:
    """Whether the bracket that closes at ``at`` is that of the parts, of which the last has one: "7 (point b)) du"."""
    opened = _OPENED.search(text, max(0, item.start - 80), item.start)
    return opened is None or text.startswith("))", at) or _NAMES_ACT.match(text, at) is not None


_POINT_ENDS = frozenset("0123456789°")


def _closed(text: str, item: Item, locators: tuple[str, ...], end: int) -> tuple[tuple[str, ...], int]:
    """With the bracket that closes a plain point ("alinéa 1, 5), de l'accord"), and the points of a Roman part."""
    if text[end : end + 1] == ")" and locators[-1][-1] in _POINT_ENDS and _is_closed_alone(text, item.start, end):
        end += 1
    if "-" in locators[0]:
        locators = tuple([_ROMAN_POINT.sub(r"\1/\2", path) for path in locators])
    return locators, end


def _also(text: str, item: Item, locators: tuple[str, ...], end: int) -> Portions:
    """With the further Roman parts of the same article: "84-I F 2° et III D de la loi"."""
    while (more := _ALSO.match(text, end) or _ALSO_BEHIND_ASIDE.match(text, end)) is not None:
        chain = chain_at(text, more.end())
        if chain is None or _CLOSES.match(text, chain.end) is None or _OF_ANOTHER.match(text, chain.end):
            break
        further, end = _inner(text, chain, item, single=False)
        locators += further
    return locators, (), end


_OTHERS = (", le ", ", les ", ", au ", ", aux ")
_NEXT_OTHERS = (*_OTHERS, ", du ", ", des ", ", de la ", ", de l'")


def _before_other(text: str, chain: Chain, others: tuple[str, ...]) -> Chain:
    """The first member of a chain, where the others are of another article: "99 VII, les I à IV du même article".

    Behind a part without a preposition they may have one: "99, VII, du I de l'article 100".
    """
    path, start, end = chain.levels[0].members[0]
    return Chain((Level([(path, start, end)], end),), end) if text.startswith(others, end) else chain


def _alone(text: str, chain: Chain) -> Chain:
    """The first member of a chain where a comma and a conjunction follow: ``1`` of "articles 5, 1, et 6"."""
    path, start, end = chain.levels[0].members[0]
    return Chain((Level([(path, start, end)], end),), end) if _GOES_ON.match(text, end) else chain


def _is_less(item: Item, point: str) -> bool:
    """Whether a plain number is less than that of the article, and so no further one of its list: "257, I, 2, 1°"."""
    digits = _FIRST_DIGITS.match(item.number or "")
    return item.to is None and digits is not None and point.isdigit() and int(point) < int(digits[0])


_FIRST_DIGITS = re.compile(r"[0-9]+")


def _lesser(item: Item, chain: Chain) -> Chain:
    """The members of a chain as far as they are less than the article: ``3`` of "39, I, 3 et 40"."""
    members = chain.levels[0].members
    kept = [*takewhile(lambda member: _is_less(item, member[0]), members)]
    return chain if len(kept) == len(members) else Chain((Level(kept, kept[-1][2]),), kept[-1][2])


def _near(chain: Chain) -> Chain:
    """The plain numbers of a chain up to one that is far from the first: ``1`` of "209 B 1 et 57"."""
    (first, *_), *others = chain.levels[0].members
    if not others or not first.isdigit():
        return chain
    kept = [chain.levels[0].members[0], *takewhile(lambda member: not _is_far(first, member[0]), others)]
    return chain if len(kept) > len(others) else Chain((Level(kept, kept[-1][2]),), kept[-1][2])


def _is_far(first: str, other: str) -> bool:
    """Whether a number is too far from a plain one to be a part beside it."""
    digits = _FIRST_DIGITS.match(other)
    return first.isdigit() and digits is not None and int(digits[0]) > int(first) + FAR


_CLOSING = (")", "]")
_THEN_LETTER = compiled(r"(?<=\d), ?[a-z](?: à [a-z])?(?!['\w])(?= ?[),;.\n]|$)")
"""What shows a plain number behind a Roman part to be a point: "150 UB et 244 bis A, I, 3, b à h"."""


def _inner(text: str, chain: Chain, item: Item, *, single: bool, awaits: bool = False) -> tuple[tuple[str, ...], int]:
    """The locators of a chain with the inner ones behind it, and where they end."""
    locators = tuple([path for path, _, _ in chain.paths()])
    end, last = chain.end, chain.levels[0].members[0][0]
    seen = {kind_of(level) for level in chain.levels}
    of_point = text.endswith(_POINTS, 0, chain.levels[0].members[0][1])
    while (lead := _INNER.match(text, end)) is not None:
        below = chain_at(text, lead.end())
        if below is None or len(below.levels) > 1 or _OF_ANOTHER.match(text, below.end):
            break
        closed = ")" in text[below.end - 1 : below.end + 1]
        kind = kind_of(below.levels[0])
        if len(locators) > 1 and not closed and not (kind == "letter" and _is_signed(text, chain)):
            break
        first = below.levels[0].members[0][0]
        signed = closed or text.startswith(_SIGNS, lead.end())
        if kind == "letter" and first.split("..")[0] in _SMALL_ROMANS and last not in _SMALL_ROMANS:
            kind = "small roman"
        if kind == "arabic" and text.startswith(_POINTS, lead.end()) and not of_point:
            kind = "numbered point"  # "4, paragraphe 1, point 28)"
        if kind in seen or (last.startswith("al") and not (signed or first.startswith("ph") or kind == "point")):
            break
        if kind == "arabic" and not (
            signed or single or lead[0].isspace() or _is_below_capital(text, item, last, below)
        ):
            if not _is_less(item, first) and _THEN_LETTER.match(text, below.end) is None:
                break
            if last.endswith("°") or (awaits and _FURTHER_ONE.match(text, below.end) is None):
                break  # "articles 22, 1°, 14 et 5", "articles 22 I, 7 du code"
            below = _lesser(item, below) if _is_less(item, first) else below
        if kind in _PLAIN and not (signed or _CLOSES.match(text, below.end)):
            break
        if kind == "roman" and not _ROMANISH.match(text, lead.end()):
            break
        paths, end = tuple([path for path, _, _ in below.paths()]), below.end
        if "(" in lead[0] or "[" in lead[0]:
            if text[end : end + 1] not in _CLOSING:
                paths, end = _inner(text, below, item, single=single)  # "I (4°, a)"
            if text[end : end + 1] in _CLOSING:
                end += 1
            elif end == below.end or text[end - 1] != ")":
                end = chain.end
                break
        *others, above = locators  # of several, the last one has what is inside: "§§ 1 et 3, d)"
        locators = (*others, *[f"{above}/{inner}" for inner in paths])
        seen.add(kind)
        last = first
    return locators, end


def _is_signed(text: str, chain: Chain) -> bool:
    """Whether the last of several parts has a sign of its own, and so what is behind it is in that: "§ 1 et § 3 c"."""
    return text.endswith(("§ ", "§"), 0, chain.levels[0].members[-1][1])


_ENDS_LIST = compiled(r",? ?(?:[;.)\]\n]|$|(?:d[eu]|des) )|,? (?:C\.|[A-Z]{2})")
"""The end of a list: that of its clause, or its act."""


def _is_below_capital(text: str, item: Item, above: str, below: Chain) -> bool:
    """Whether a plain number behind a capital, with which a list ends, is a point of it: "art. L. 225-1, A, 2".

    One that is more than a plain number before goes on with the list: "articles 5, A, 7 du code".
    """
    capital = len(above) == 1 and above.isupper() and _ROMANISH.match(above) is None
    point = below.levels[0].members[0][0]
    if (item.number or "").isdigit() and point.isdigit() and not _is_less(item, point):
        return False
    return capital and len(below.levels[0].members) == 1 and _ENDS_LIST.match(text, below.end) is not None


def _further(text: str, locators: tuple[str, ...], end: int) -> tuple[tuple[str, ...], int]:
    """The points that go on behind a part of one of them: "points 1, sous a), 2 et 4"."""
    if "/" not in locators[-1]:
        return locators, end
    while (more := _FURTHER.match(text, end)) is not None:
        unit = "al" if locators[0].startswith("al") else ""
        locators, end = (*locators, f"{unit}{more['point']}"), more.end()
    return locators, end


_SAID_EXCEPTED = compiled(r" (?:exceptée?s?|exclue?s?|mise?s? à part|réservée?s?)(?=,? d(?:u|e la|e l'|es)(?!\w)|,)")
"""What is said of a part that is excepted: "7, son 1° excepté, du code"."""
_ITS = compiled(r" (?:son|sa|ses|leurs?) $")


def _excepted(text: str, item: Item, chain: Chain, *, its_own: bool) -> Portions:
    """``…, à l'exception du 1° de son II``, ``de son II``: parts of the number before."""
    its = _OF_ITS.match(text, chain.end)
    outer = chain_at(text, its.end()) if its else chain if its_own else None
    if outer is None:
        return (), (), chain.end
    excepted = [
        Item(
            start,
            end,
            item.number,
            locators=(path,) if outer is chain else tuple([f"{above}/{path}" for above, _, _ in outer.paths()]),
            how=How.SAME,
            relation=Relation.EXCLUDES,
        )
        for path, start, end in chain.paths()
    ]
    return (), excepted, outer.end


def _is_portion(  # noqa: PLR0913 - what is known where it is asked
    text: str, at: int, chain: Chain, lead: Pattern, item: Item, *, single: bool, short: bool
) -> bool:
    """Whether what follows a number is a part of that article, and not the next member of the list."""
    locator = chain.levels[0].members[0][0]
    if text.startswith("le ", at) and _SAID.match(text, chain.end) is not None:
        return False  # "A l'article 5, le 3° est abrogé"
    if lead is _POINT:
        return _is_point(text, locator, chain, item, single=single, short=short)
    if locator[0].isdigit():
        if "°" in locator or len(chain.levels) > 1 or text.startswith(_SIGNS, at):
            return True
        if lead is _SPACE:
            behind = _OF.match(text, chain.end) or (_ENDS_CLAUSE.match(text, chain.end) if short else None)
            if behind is None and _suffixed(item) and len(chain.levels[0].members) == 1:
                behind = _FURTHER_ARTICLE.match(text, chain.end)
            if (behind is not None and _suffixed(item)) or _DEGREES.match(text, chain.end) is not None:
                return True
            if not (short or single) or not (item.number or "").isdigit():
                return False
            if text.startswith(")", chain.end):
                return _is_closed_alone(text, item.start, chain.end)  # "art. 4 7) du règlement"
            return _LETTER_BEHIND.match(text, chain.end) is not None
        if lead is not _PAREN:
            return False
        if _THEN_CLOSED.match(text, chain.end) is not None:
            return True
        if _NAMES_ACT.match(text, chain.end) is not None or _is_glued(text, item, chain, short=short):
            return True
        return _SAME_AGAIN.search(text, max(0, item.start - _MOST), chain.end + _MOST) is not None
    if text.startswith(_SIGNS, at):
        return True
    if lead is _SPACE:
        return (
            bool(_ROMANISH.match(text, at))
            or locator.startswith(_SMALL)
            or len(locator.partition("..")[0].split()[0]) == 1
        )
    if lead is _PAREN:
        if locator == "c" and _SHORT_CODE.match(text, at) is not None:
            return False  # "L. 1 (c. com.)"
        if locator.islower() and locator.isalpha() and len(chain.levels) == 1:  # "(a)", and no word: "(je crois)"
            return text[chain.end - 1] == ")" or (
                not text.startswith(_WORD_WITH_C, chain.end) and _CLOSES.match(text, chain.end) is not None
            )
        return len(locator) > 1 or not locator.isupper() or bool(_ROMANISH.match(locator))
    if locator.startswith(_SMALL) or _ROMANISH.match(text, at):
        return True
    return len(locator.split("..")[0].split()[0]) == 1 and (
        text[chain.end - 1] == ")" or _CLOSES.match(text, chain.end) is not None
    )


_ADVERB_ENDS = re.compile(rf".* {ADVERB}")
_FURTHER_ARTICLE = compiled(r"(?:,| et| ou) (?:de |à )?(?:l'article )?(?:[LRD]\. ?)?\d{2,4}(?! ?°|\d)")
"""The next article behind a part of one: "119 bis 2 et 187 du code"."""


def _suffixed(item: Item) -> bool:
    """Whether its number ends with letters or an adverb, behind which a blank and digits are a part: "119 bis 2"."""
    number = item.number or ""
    return number[-1:].isupper() or _ADVERB_ENDS.fullmatch(number) is not None


_THEN_CLOSED = compiled(r",? ?[a-f]\)")
"""The letter with which a bracket ends, behind a plain number that is a part: "5 (3, b)"; but "(3 h)"."""
_SMALL = ("al", "ph", "tiret")
_SAME_AGAIN = re.compile(r"(?<![\w.-])([0-9]{1,3}) \([0-9]{1,2}\)(?:,| et|, et| ou) \1 \([0-9]{1,2}\)")
"""An article twice, each with its paragraph in a bracket: "articles 5 (1), 5 (2) et 30"."""
_WORD_WITH_C = (" c", " C")
"""What seems to be a code, and inside a bracket is none: "(je crois)"."""
_BRACKETS = compiled(r"\((?P<part>\d{1,2})\)(?P<more>\(\w{1,2}\))?")
_LARGEST = 3  # digits of the number of an article of a treaty or an act of the Union


def _is_glued(text: str, item: Item, chain: Chain, *, short: bool) -> bool:
    """Whether a bracket directly behind a number has its paragraph: "art. 5(2)", "art. 6(1)(f)"."""
    glued = _BRACKETS.match(text, item.end)
    if glued is None or glued.end("part") != chain.end or not (item.number or "").isdigit():
        return False
    return len(item.number or "") <= _LARGEST and (short or glued["more"] is not None)


_SAID = compiled(r" (?:est|devient)(?!\w)")
_FIRST = frozenset(("1er", "premier"))


def _is_point(  # noqa: PLR0913 - the same
    text: str, locator: str, chain: Chain, item: Item, *, single: bool, short: bool
) -> bool:
    """Whether a plain number behind a comma is a point of the article, and not an article: ``39, 1, 3°``.

    It is in the singular, where no article of a list has it: one that is less than the number before.
    """
    number, point = item.number or "", locator.partition("..")[0].partition(".")[0].partition(" ")[0]  # "2 bis"
    if (
        not point.isdigit()
        or item.to is not None
        or item.open
        or is_counted(text, chain.levels[0].members[0][1])
        or not (
            _CLOSES.match(text, chain.end) or "°" in text[chain.end : chain.end + 6] or _OF_POINT.match(text, chain.end)
        )
    ):
        return False
    if text[chain.end : chain.end + 1] == ")" and _is_closed_alone(text, item.start, chain.end):
        return True
    plain = number.isdigit()
    if number.partition(" ")[0] == point:
        return False  # "44 sexies A, 44 septies"
    if (plain and int(point) >= int(number)) or (number in _FIRST and len(chain.levels[0].members) > 1):
        return False
    if short and (plain or "-" in number or " " in number) and len(chain.levels[0].members) == 1:
        return True
    return single or (plain and len(chain.levels[0].members) == 1 and _GOES_ON.match(text, chain.end) is not None)
