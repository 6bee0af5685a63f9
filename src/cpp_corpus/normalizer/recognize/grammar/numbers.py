"""The members of a list of articles: numbers, ranges, and the locators that follow a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.lang.abbreviations import Standing, abbreviation_at
from cpp_corpus.lang.acts import is_lettered, is_roman_suffixed
from cpp_corpus.lang.dates import MONTHS
from cpp_corpus.lang.natures import short_act_at
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.typography import plain
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reference import Relation
from cpp_corpus.normalizer.recognize.fragments import ADVERB, AND, NUMBER, PREFIX, by_letters, compiled
from cpp_corpus.normalizer.recognize.grammar.locators import CARDINAL, COUNT, ORDINAL, RANK, STEMS, Chain, chain_at
from cpp_corpus.normalizer.recognize.phrase import How, Item, new

__all__ = ["ENDS", "PREFIXED", "SEPARATOR", "is_certain", "read_list"]

_WORD = compiled(r"(?P<named>préliminaire|liminaire|unique|premier|1er|Ier)(?!\w)", re.IGNORECASE)
_NUMBER = compiled(rf"(?P<number>{NUMBER})")
PREFIXED = compiled(rf"{PREFIX}\d")
_CERTAIN = compiled(rf"\d+(?:-\d| {ADVERB})")
_OF_RULES = re.compile(r"\.0[0-9]")
"""What makes a number one of technical rules: ``240-1.02``."""
_RANGE = compiled(rf" ?(?:à|au|jusqu'à l'article|-|–)(?: l'article)? (?P<last>{NUMBER}|premier)")
_BROKEN = re.compile(r"- (?P<rest>[0-9]+(?:- ?[0-9]+)*)(?![\w°/])")
"""The rest of a number behind whose hyphen a space has slipped in: ``723- 28``."""
_CUT = compiled(r"(?: |\.)(?P<rest>\d{1,3}(?:-\d+)*)(?![\w°/])")
"""The rest of a number in which a space or a dot has taken the place of the hyphen: ``L. 811 3``, ``R. 181.45``."""
_OPEN = compiled(r" et (?:les )?(?:articles )?suivants(?!\w)|,? et s(?:uiv)?\.")
SEPARATOR = compiled(
    rf"(?: ?[,;] ?(?:{AND} ?,? ?)?| ?{AND} ?,? ?)(?:(?:à |aux |de |des |du |les |le |l'|d'|en )(?=[LRDA](?:\."
    rf"|[\d ]))|(?:articles? )?)(?=[\dLRDA]|(?i:pr[ée]|lim|uni|ier))"
)
"""What stands between two members of a list; the second begins behind it."""
_JUST = compiled(r" (?=[LRDA]\. ?\*?\d)")
_UNITS = compiled(
    r" (?:jours?|mois|ans?|années?|heures?|semaines?|euros?|francs?|F|€|membres?|fois|mètres?|km|kg|grammes?"
    r"|personnes?|places?|points?|tonnes?|litres?|hectares?|habitants?|salariés?|centimètres?|exemplaires?|%"
    r"|p\. 100|pour cent|représentants?|alinéas?|premi(?:er|ère)s|derni(?:er|ère)s)(?!\w)"
)
_EXCEPT = compiled(
    r",? (?:à l'exception|à l'exclusion|sauf|hormis|exceptée?s?) ?(?:de la|de l'|du|des|de (?:son|sa|ses|leurs?)"
    r"|de|le|la|les|l')? ?"
)
_INNER_BEHIND = compiled(rf"-(?=\d++ ?°)|(?<=°) (?=[a-z] d[eu])| ?, (?=(?:points?|lettres?|sous) |{RANK} alinéa)")
_OF_ANOTHER = compiled(r" (?:de l'|des|du|de) ?(?:présent |même )?articles?(?!\w)")
_OF_ITS = compiled(r" (?:de (?:son|sa|ses|leur)) ?")
_PAREN = compiled(r" ?\( ?")
_COMMA = compiled(
    r" ?, ?(?:(?:à son|à sa|en son|au|du|à la|dans sa|en sa) )?"
    r"(?![LRDA]\. ?\*? ?\d|\d++(?! ?°|[eè]|nde? | premi| derni))"
)
_SPACE = compiled(
    r"(?: ?- ?(?=[IVX])|-(?=\d++ ?°)"
    rf"| (?=[\dIVX§]|[a-z](?:, ?| et | ou )\d|alin|phrase|paragraphe|point|le |précéd|suiv|{ORDINAL}|{CARDINAL}))"
)
_LEADING_ON = by_letters(
    (word, "")
    for word in (
        "et", "ou", "à", "au", "ainsi", "ni", "jusqu", "sauf", "hormis", "excepté", "le ", "alin", "phrase",
        "paragraphe", "point", "précéd", "suiv", "bis", "ter", "quater", "quinto",
        *STEMS, *COUNT, *MONTHS, *map(plain, MONTHS),
    )
)  # fmt: skip
_ALONE = compiled(
    rf"(?:{PREFIX})?\d++(?:-\d++)*+(?=\.(?!\d)|[;:)\n]| (?!{_LEADING_ON}|[a-z](?!\w)|[a-z]*+(?<=ies)(?!\w))[a-zéê]|$)"
)
"""A plain number with which its list ends, by the word behind it: read in one go, as most numbers are."""
_LEADS = {"(": (_PAREN,), ",": (_COMMA, _EXCEPT), "e": (), "o": ()}
"""What may lead to a locator, or to an exception, by the first character after the number."""
ENDS = frozenset((".", ";", ")", ":", "\n", ""))
"""What ends a clause, by its first character."""
_PLAIN = Item(0, 0)[3:]
"""The fields of an item behind its number, where it is one number and no more."""
_OVER = frozenset((*ENDS, *(f" {letter}" for letter in "dfgmqr")))
"""With what no list goes on: the end of a clause, or a word by its first letter."""
_TO = frozenset("àaj-–")
_ROMAN_LETTERS = frozenset("IVX")
_ROMANISH = re.compile(r"[IVX]+(?!\w)")


def read_list(text: str, at: int, *, plural: bool) -> tuple[list[Item], int]:
    """*item* {*sep* *item*}, *item* = *number* [``à`` *number* | ``et suivants``] [*portion*]

    The members of the list that begins at ``at``, and where reading goes on. Behind the word "article" in the
    singular only what can be nothing but an article number is a further member.
    """
    alone = _ALONE.match(text, at)
    if alone is not None:
        end = alone.end()
        return [new(Item, (at, end, alone[0], *_PLAIN))], end
    items: list[Item] = []
    stop = at
    while True:
        item = _item(text, at, strict=bool(items) and not plural, before=items[-1].number if items else None)
        if item is None:
            break
        if items and not PREFIXED.match(item.number or "") and _UNITS.match(text, item.end):
            break
        stop = item.end
        if text[stop : stop + 1] in _OVER or text[stop : stop + 2] in _OVER:
            items.append(item)
            break
        portions = _portions(text, item)
        if portions is None:
            items.append(item)
        else:
            locators, excepted, stop = portions
            items.append(item._replace(locators=locators) if locators else item)
            items += excepted
        sep = SEPARATOR.match(text, stop) or (_JUST.match(text, stop) if plural else None)
        if sep is None:
            break
        at = sep.end()
        plural = plural or bool(item.number and PREFIXED.match(item.number))
    return items, stop


def is_certain(item: Item) -> bool:
    """Whether its number is one by its form alone: with a prefix, a hyphen or an adverb."""
    return bool(PREFIXED.match(item.number or "") or _CERTAIN.match(item.number or ""))


def _item(text: str, at: int, *, strict: bool, before: str | None = None) -> Item | None:
    """One number or range, behind the member ``before``; where ``strict``, only what can be nothing but a number."""
    match = _NUMBER.match(text, at)
    if match is not None and text[match.end() : match.end() + 1] == "." and _OF_RULES.match(text, match.end()):
        return None
    if match is None:
        match = _WORD.match(text, at)
        if match is None or strict:
            return None
        return Item(match.start(), match.end(), match[0])
    while match[0][-1].isupper() and (end := _before_abbreviation(text, match)) < match.end():
        shorter = _NUMBER.match(text, at, end)
        if shorter is None:
            break
        match = shorter
    if strict and not (PREFIXED.match(text, at) or _CERTAIN.match(match[0])):
        return None
    short = match
    if text[match.end() + 1 : match.end() + 2] in _ROMAN_LETTERS:
        match = _with_roman(text, match, before) or match
    start, end, number = match.start(), match.end(), match[0]
    otherwise = None
    if match is not short and number[-1] in _ROMAN_LETTERS:
        otherwise = Item(start, short.end(), short[0], locators=(number[len(short[0]) :].strip(" -"),))
    following = text[end : end + 2]
    if following[1:].isdigit() and following[0] in " ." and number[0].isalpha():
        cut = _CUT.match(text, end)
        otherwise = Item(start, cut.end(), f"{number}-{cut['rest']}") if cut else None
    if following == "- " and (broken := _BROKEN.match(text, end)) is not None:
        end, number = broken.end(), f"{number}-{broken['rest'].replace(' ', '')}"
        following = text[end : end + 2]
    if following[:1] in ENDS:
        return new(Item, (start, end, number, *_PLAIN[:-1], otherwise))
    to = None
    last = _RANGE.match(text, end) if following.strip(" ")[:1] in _TO else None
    if last is not None and not _UNITS.match(text, last.end()):
        if last[0][-1].isupper():
            last = _RANGE.match(text, end, _before_abbreviation(text, last)) or last
        second = _NUMBER.match(text, last.start("last"), last.end())
        longer = _with_roman(text, second, None) if second is not None else None
        to, end = (longer[0], longer.end()) if longer else (last["last"], last.end())
    more = _OPEN.match(text, end) if text[end : end + 1] in " ," else None
    if more is not None:
        end = more.end()
    return new(Item, (start, end, number, to, more is not None, *_PLAIN[2:-1], otherwise))


def _before_abbreviation(text: str, number: re.Match[str]) -> int:
    """Where a number ends that ends with capitals: before them, where they begin an abbreviation ("1240 C. civ.").

    Of two readings of few letters ("39 CA") the number of a code counts.
    """
    end = begin = number.end()
    while text[begin - 1].isupper():
        begin -= 1
    if _WORD_IN_CAPITALS.match(text, begin) is not None or (
        text[end : end + 1] == "." and short_act_at(text, begin) is not None
    ):
        return begin
    short = abbreviation_at(text, begin)
    if (short is not None and short.standing is Standing.ANYWHERE) or _JOURNAL.match(text, begin):
        return begin
    known = end - begin < _MANY_LETTERS and short is None
    return end if known or is_lettered(normalize_number(number[0])) else begin


_WORD_IN_CAPITALS = compiled(r"(?:D(?:U|E|ES)(?= ?[A-Za-z])|(?:AUX?|L(?:A|ES?)|EN|PAR|SUR|EST)(?= [A-Z]))")
"""A word of a text in capitals: "706-16 DU CODE"."""
_JOURNAL = compiled(r"J\. ?O\.")
_MANY_LETTERS = 3  # of a number that no code has: initials


_ROMAN_SUFFIX = compiled(rf"{NUMBER}[ -](?:[IVX]{{1,3}})(?![\w']|-\d)(?: {ADVERB})?")


def _with_roman(text: str, number: re.Match[str], before: str | None) -> re.Match[str] | None:
    """The number with the capitals behind it, where that makes a number of the law ("204 I" is one, "67 II" is not).

    So it does in a list whose member before has such a letter, "302 H ter et 302 V bis", and behind ``-0``.
    """
    longer = _ROMAN_SUFFIX.match(text, number.start())
    if longer is None:
        return None
    alike = before is not None and re.match(rf"{re.escape(number[0])} [A-Z](?!\w)", before)
    unfinished = number[0].endswith(("-0", "-00"))  # which stands only before letters: "885-0 V bis"
    return longer if alike or unfinished or is_roman_suffixed(normalize_number(longer[0])) else None


_Portions = tuple[tuple[str, ...], Sequence[Item], int]


def _portions(text: str, item: Item) -> _Portions | None:
    """The locators after a number, the parts that are excepted of it, and where reading goes on.

    ``None`` where nothing of the kind follows.
    """
    at = item.end
    for lead in _LEADS.get(text[at : at + 2].strip(" ")[:1], (_SPACE, _EXCEPT)):
        match = lead.match(text, at)
        if match is None:
            continue
        chain = chain_at(text, match.end())
        if chain is None:
            continue
        if lead is _EXCEPT:
            return _excepted(text, item, chain)
        if _OF_ANOTHER.match(text, chain.end) or not _is_portion(
            text, match.end(), chain.levels[0].members[0][0], lead
        ):
            continue
        end = chain.end
        if lead is _PAREN and text[end - 1] != ")":
            closing = text.find(")", end, end + 40)
            if closing < 0:
                break
            end = closing + 1
        locators = tuple([path for path, _, _ in chain.paths()])
        while "al" not in chain.levels[0].members[0][0]:
            inner = _INNER_BEHIND.match(text, end)
            chain = chain_at(text, inner.end()) if inner else None
            if chain is None:
                break
            locators = tuple([f"{path}/{below}" for path in locators for below, _, _ in chain.paths()])
            end = chain.end
        return locators, (), end
    return None


def _excepted(text: str, item: Item, chain: Chain) -> _Portions:
    """``…, à l'exception du 1° de son II``: parts of the number before."""
    its = _OF_ITS.match(text, chain.end)
    outer = chain_at(text, its.end()) if its else None
    if outer is None:
        return (), (), chain.end
    excepted = [
        Item(
            start,
            end,
            item.number,
            locators=tuple([f"{above}/{path}" for above, _, _ in outer.paths()]),
            how=How.SAME,
            relation=Relation.EXCLUDES,
        )
        for path, start, end in chain.paths()
    ]
    return (), excepted, outer.end


def _is_portion(text: str, at: int, locator: str, lead: Pattern) -> bool:
    """Whether what follows a number is a part of that article, and not the next member of the list."""
    if locator[0].isdigit():
        return "°" in locator or text.startswith(("paragraphe", "point", "§"), at)
    if lead is _SPACE:
        return bool(_ROMANISH.match(text, at)) or locator.startswith(("al", "ph")) or len(locator) == 1
    if lead is _PAREN:
        return len(locator) > 1 or not locator.isupper() or bool(_ROMANISH.match(locator))
    return locator.startswith(("al", "ph", "tiret")) or bool(_ROMANISH.match(text, at))
