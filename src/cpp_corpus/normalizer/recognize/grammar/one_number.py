"""One number, or a range of numbers, at a position, as people and scanners write it."""

from __future__ import annotations

import re
from string import ascii_uppercase

from cpp_corpus.lang.abbreviations import Standing, abbreviation_at
from cpp_corpus.lang.act_names import act_name_at
from cpp_corpus.lang.acts import codes_with, has_number, is_letter_suffix, is_lettered, is_roman_suffixed
from cpp_corpus.lang.adverbs import adverb_value
from cpp_corpus.lang.natures import short_act_at
from cpp_corpus.lang.roman import ROMAN, from_roman
from cpp_corpus.model.number import normalize_number
from cpp_corpus.normalizer.recognize.fragments import ADVERB, NUMBER, PREFIX, compiled
from cpp_corpus.normalizer.recognize.grammar.acts_behind import act_after
from cpp_corpus.normalizer.recognize.grammar.counted import UNITS, is_counted
from cpp_corpus.normalizer.recognize.phrase import ActName, Item, new

__all__ = [
    "BEFORE_ACT",
    "BEHIND_TAXES",
    "BETWEEN_MEMBERS",
    "BLANK_IN_NUMBER",
    "ENDS",
    "LETTERED_ONE",
    "NEAR_TAXES",
    "ONE",
    "PLAIN",
    "PREFIXED",
    "PREFIX_LETTERS",
    "ROMAN_LETTERS",
    "SAFETY",
    "SAFETY_NUMBER",
    "TRAILING",
    "TYPED_WITH_BLANKS",
    "is_certain",
    "is_of_year",
    "last_of_range",
    "number_item",
    "with_blanks",
    "with_letters_apart",
]

_WORD = compiled(r"(?P<named>préliminaire|liminaire|unique|premier|1er|Ier)(?!\w)", re.IGNORECASE)
_NUMBER = compiled(rf"(?P<number>{NUMBER})")
PREFIXED = compiled(rf"{PREFIX}\d")
_CERTAIN = compiled(rf"\d+(?:-\d| {ADVERB})")
LETTERED_ONE = rf"\d{{1,4}}(?:-\d+)?(?: {ADVERB})?(?: [A-Z]{{1,2}}(?![\w'.]))?(?: {ADVERB})?"
_OF_ACT = compiled(
    rf"{LETTERED_ONE}(?:(?:, | à ){LETTERED_ONE})*(?: (?:et|ou) {LETTERED_ONE})?,?"
    r"(?= (?:du|de la|de l'|des) ?(?:mêmes? |présente? |dite? )?"
    r"(?:[Cc]ode|[Ll]oi|[Dd]écret|[Oo]rdonnance|[Rr]èglement|[Dd]irective|arrêté|[Cc]onstitution|[Cc]onvention|[Tt]raité"
    r"|accord|livre des|[A-Z]{2,8}|C\.)(?!\w))"
)
"""A plain number, or more of them, with its act: "l'article 5 et 6 du code …" is a list all the same."""
_OF_RULES = re.compile(r"\.0[0-9]")
"""What makes a number one of technical rules: ``240-1.02``."""
ONE = r"(?:[LRDA]\.? ?\*? ?)?\d{1,4}(?:-\d+)*(?: (?:[b-t][a-z]*(?:bis|ter|ies)|bis|ter)(?!\w))?(?: [A-Z](?![\w'.]))?"
BEFORE_ACT = (
    r"(?= ?(?:[.;)(\[\n]|$)|,? (?:d(?:u|e(?: la| l'|s)?|[ée]cret)[ ']|[dD]ir"
    r"|[cC](?:ode |\.|[a-z]{1,5}\.?(?!\w)|onst|onv)|[A-Z]{2,}|[lL]oi |[oO]rd|[aA]rr|[rR][èe]gl|[LD]\.|TF?UE))"
)
"""The end of a list: that of its clause, or its act."""
_RANGE = compiled(
    rf"(?:-(?= à))? ?(?:[àÀ]|[Aa](?= [LRD]\.? ?\*? ?\d)|a(?= (?:{ONE}|[lrd]\.? ?\d+(?:-\d+)+){BEFORE_ACT})|au"
    rf"|jusqu'à l'article|-|–)"
    rf"(?: l'article)?(?: |(?<=\d[–-])(?=[LRD]\.? ?\d+-\d))"
    rf"(?P<last>{NUMBER}|premier|[lrd]\.? ?\d+-\d[\d-]*)"
)
_BROKEN = re.compile(r"- (?P<rest>[0-9]+(?:- ?[0-9]+)*)(?![\w°/])")
"""The rest of a number behind whose hyphen a space has slipped in: ``723- 28``."""
_PARTED = compiled(r" ?[-–] ?(?P<rest>(?P<lead>\d{1,3})(?:-\d+)*)(?![\w°/,.]\d|[\w°/]| ?%)")
"""The rest of a number around whose hyphen there are spaces: ``L 411 - 1``; it is less than what stands before it."""
_CUT = compiled(r"(?: |[.,])(?P<rest>\d{1,3}(?:-\d+)*)(?![\w°/])")
"""The rest of a number in which another sign has taken the place of the hyphen: ``L. 811 3``, ``R. 181.45``."""
_OPEN = compiled(
    r" et (?:les )?(?:articles )?suivants(?!\w)"
    r"| et suivant(?= (?:du |de l[a']|[Cc]ode|C\.|[A-Z]{2}|\()|[,;.)\n])"
    r"|,? (?:et|&) (?:s(?:uiv)?\.|(?:svts?|sv|suivts?|suiv|ss)(?!\w)\.?)"
    r"|,? (?:et|&) s(?=$| ?[,;)\n]| (?:du |c |C\.|[A-Z]{2}))"
    r"|\+(?= ?[,;)\n]|$| ?(?:[Cc]ode|C\.|[A-Z]{2})| d[eu] )"
    r"|,? (?:svts?|sq|sqq|ss)(?!\w)\.?| s\.(?= ?[A-Z,;:)(]| c[. a-z]| d[eu] | et "
    r"| (?:loi|dir|d[ée]cr|arr|ord|r[èe]gl|conv|charte|contrat|trait|accord)|$)"
)
_SHORT = compiled(r"(?P<stem>(?:.*\D)?(?P<lead>\d+)(?:-\d+)*-|\D+)(?P<last>\d+)")
"""A number, the end of which may stand for another: ``L. 1111-33 à 38``."""
_DOTTED = compiled(r"\d{1,4}(?:\.\d{1,3})+(?:\.[a-z](?!\w))?(?![a-zà-ÿ\d_°/]|[A-Z](?![A-Z]{2})| ?%)")
_DEGREE_BEHIND = compiled(r"\.(?:(?P<above>\d{1,2})\.)?(?P<point>\d{1,2}) ?°(?! [A-ZÀ-Ý][a-zà-ÿ])")
"""The point of an article behind a full stop: "23.3°", "39.1.5°"."""
_COLONED = compiled(r"\d{1,2}:\d{1,3}(?!\w| ?°|[:/.,-]\w)")
"""A number with its book before a colon, as neighbours have them, and no act of France: "5:70"."""
_DOTTED_LAST = compiled(r" ?(?:à|-|–) ?(?:l'article )?(?P<last>\d{1,4}(?:\.\d{1,3})+)(?![\w°/]|[.,]\d| ?%)")
"""The last number of a range of such: ``3.84 à 3.100``."""
_POINT_BEHIND = compiled(r"\.(?=, ?\d| et \d| d(?:u |e la |e l'))")
_ROMAN_PART = compiled(r"\.(?P<part>[IVX]{1,5}(?:\.\d{1,2})?)(?![\w°/.-])")
"""The Roman part of an article behind a point: ``6.I.2``."""
_OF_YEAR = compiled(r"(?:LO|[LD])\.? ?(?:[4-9]\d-\d{3,4}|1[89]\d\d|20[0-3]\d(?:-\d{3,4})?)")
"""The number or the year of a law or a decree, which no article has: "D. 67-223", "L. 1881"."""
_LETTERED = compiled(r"\d{1,4}[a-df-m](?![\w'])|\d{2,4}e(?! (?:chambre|rang|arr|anni|section|r[ée]giment))(?![\w'])")
"""A number with a small letter, as other countries have them: ``257e``."""
_OF_PLAN = r"(?:U|AU|N|A)[A-Z]{0,3}[a-z]{0,2}\d?[ .-]\d{1,2}(?:[.-]\d{1,2})*"
_ZONE = compiled(
    rf"{_OF_PLAN}(?=(?:(?:, |,? et |,? ou )(?:l'article |les articles )?(?:{_OF_PLAN}|\d{{1,2}})(?!\w)){{0,12}}"
    r",? (?:du|de la|des|de ce) [^.;:\n]{0,60}?"
    r"(?:règlement|plan|PLU|POS|zone|document d'urbanisme)(?!\w))"
)
"""An article of the regulation of a local plan, by the name of its zone: "UB 11"."""
_OF_ZONE = re.compile(r"(?:[1-9][0-9]?A?U|[1-9][NA])[A-Z]{1,3}")
"""The number of such an article before its zone: "2UC"."""
SAFETY_NUMBER = (
    r"(?:AM|AS|CH|CO|CTS|DF|EC|EF|EL|GA|GC|GE|GH|GN|GZ|IT|MS|OA|PA|PE|PO|PS|REF|SG) ?\d{1,2}(?![\w°/.,]\d|\w)"
)
SAFETY = compiled(SAFETY_NUMBER)
"""An article of the rules against fire, by the letters of its chapter: "CO 35"."""
_SLIPPED = compiled(r"(?P<prefix>[LRD]\.? ?)l ?(?P<rest>\d{2,3}-\d+(?:-\d+)*)(?!\w)")
"""A number whose first 1 a scanner has taken for an l: ``Ll237-11``."""
_MISREAD = compiled(r"(?:[LRD]\.? ?)?\d[\dlO]*(?:-[\dlO]+)*(?!\w)")
"""A number in which a scanner has taken a 1 for an l, or zeros for letters: ``121-l``, ``7OO``."""
_SMALL = compiled(
    r"[lrda]\.? ?(?:\* ?)?(?=(?P<number>\d{1,4}(?:-\d++(?! ?°))*(?:-[a-z](?![\w)]))?)"
    r"(?P<named>(?=-\d|(?: ,)? (?:du|de la|de l'|des) ))?)"
)
"""A prefix in lower case: ``l3121-9``."""
ENDS = frozenset((".", ";", ")", ":", "\n", ""))
"""What ends a clause, by its first character."""
PLAIN = Item(0, 0)[3:]
"""The fields of an item behind its number, where it is one number and no more."""
_TO = frozenset("àÀAaj-–")
ROMAN_LETTERS = frozenset("IVX")
_SMALL_LETTERS = frozenset("lrda")
_WITH_PART = compiled(r" (?:al(?:\.|in[ée]a)? ?\d|§ ?\d)")
"""A part behind a further number, which only an article has: "29 al. 1 et 32 al. 1"."""


def _is_next(before: str | None, number: str, following: str) -> bool:
    """Whether a plain number is the one behind another, and ends its clause: "article 1382 et 1383)"."""
    return (
        before is not None
        and len(number) >= _DIGITS
        and number.isdigit()
        and before.isdigit()
        and int(number) == int(before) + 1
        and (following[:1] in ENDS or following in _OF_ACT_BEHIND)
    )


_DIGITS = 3
_OF_ACT_BEHIND = frozenset((" d", " C", ", "))


def is_of_year(number: str) -> bool:
    """Whether it is that of a law or a decree, or its year."""
    return number[0] in _LAW_OR_DECREE and _OF_YEAR.fullmatch(number) is not None


def _small(text: str, at: int) -> Item | None:
    """A number, or a range of numbers, with prefixes in lower case: "l3121-9", "l121-1 à l121-5"."""
    small = _SMALL.match(text, at)
    if small is None or not ("-" in small["number"] or small["named"] is not None):
        return None
    end = small.end("number")
    number = text[at:end].capitalize()
    to, end = last_of_range(text, end, number)
    more = _OPEN.match(text, end)
    return Item(at, end if more is None else more.end(), number, to, more is not None)


def is_certain(item: Item) -> bool:
    """Whether its number is one by its form alone: with a prefix, a hyphen or an adverb."""
    return bool(PREFIXED.match(item.number or "") or _CERTAIN.match(item.number or ""))


def _number_at(text: str, at: int, before: str | None) -> re.Match[str] | None:
    """The number at a position, behind the member ``before``, without a letter that is none of it.

    So the "À" of the next words that lacks its accent, "L. 911-1 A moins que", and the letter of an act.
    """
    match = _NUMBER.match(text, at)
    if match is None:
        return None
    last = match[0][-2:]
    other = (last == " A" and _WITHOUT_ACCENT.match(text, match.end()) is not None) or (
        last == " C" and before is not None and _ends_with_act(text, match.end(), before)
    )
    if not other or is_lettered(normalize_number(match[0])):
        return match
    if last == " C" and BEHIND_TAXES.search(text, max(0, at - NEAR_TAXES), at) is not None:
        return match
    return _NUMBER.match(text, at, match.end() - 2)


_ENDS_LIST = compiled(r" ?(?:[;)\n]|$)")
_PLAIN = re.compile(r"(?:[0-9]|er|-)+")


def _ends_with_act(text: str, end: int, before: str) -> bool:
    """Whether a letter that ends a list of plain numbers may be that of an act: "art. 34 et 37 C"."""
    return _PLAIN.fullmatch(before) is not None and _ENDS_LIST.match(text, end) is not None


def number_item(text: str, at: int, *, strict: bool, before: str | None = None) -> Item | None:
    """One number or range, behind the member ``before``; where ``strict``, only what can be nothing but a number."""
    match = _number_at(text, at, before)
    if match is None:
        return _without_digits(text, at, strict=strict, before=before)
    number, end = (
        _with_letter(text, match) if text[match.end() + 2 : match.end() + 3] == " " else (match[0], match.end())
    )
    if text.startswith(BLANK_IN_NUMBER, end) and (joined := _typed_with_blanks(text, at)) is not None:
        return joined
    if (
        (number[0] == "A" and _SUM.match(text, end))
        or is_of_year(number)
        or _is_of_zone(number)
        or text.startswith(_TO_BE_GIVEN, end)
    ):
        return None
    if number[-2:] == " A" and (several := _range_in_capitals(text, at)) is not None:
        return several
    behind = text[end : end + 1]
    if behind == ".":
        if "-" in number and _OF_RULES.match(text, end):
            return None
        if (within := _part_behind_point(text, at, end, number)) is not None:
            return within
        dotted = None if strict else _DOTTED.match(text, at)
        if dotted is not None and dotted.end() > end:
            return _dotted(text, dotted)
    elif not strict and (
        other := _LETTERED.match(text, at) if behind.islower() else behind == ":" and _COLONED.match(text, at)
    ):
        return Item(at, other.end(), other[0])
    if (behind in _MISREADABLE and text[end : end + 2] in _MISREAD_ENDS) or number.endswith("OO"):
        return _misread(text, at, number)
    while (
        number[-1].isupper()
        and end == match.end()
        and (before is None or not _is_next_letter(before, number))
        and (begin := _before_abbreviation(text, match)) < end
    ):
        shorter = _NUMBER.match(text, at, begin)
        if shorter is None:
            break
        match, number, end = shorter, shorter[0], shorter.end()
    if strict and not (
        PREFIXED.match(text, at)
        or _CERTAIN.match(number)
        or _OF_ACT.match(text, at)
        or _is_next(before, number, text[end : end + 2])
        or _WITH_PART.match(text, end)
    ):
        return None
    otherwise = None
    roman_follows = text[end + 1 : end + 2] in ROMAN_LETTERS
    if roman_follows and (longer := _with_roman(text, match, before)) is not None:
        if longer[0][-1] in ROMAN_LETTERS:
            otherwise = Item(at, end, number, locators=(longer[0][len(number) :].strip(" -"),))
        number, end = longer[0], longer.end()
    elif roman_follows and number.isdigit():
        otherwise = _with_roman_bis(text, match)
    elif (apart := with_letters_apart(number)) is not None:
        otherwise = Item(at, end, apart)
    elif (
        before is not None
        and number.isdigit()
        and len(number) <= _SHORT_REST
        and "-" in before
        and before[0] in PREFIX_LETTERS
    ):
        otherwise = Item(at, end, f"{before.rpartition('-')[0]}-{number}")  # "L. 1233-57-2 et 3"
    following = text[end : end + 2]
    if "-" in number and (pair := _PAIR.fullmatch(number)) is not None and 0 < int(pair[2]) - int(pair[1]) < _CLOSE:
        return new(Item, (at, end, pair[1], pair[2], *PLAIN[1:]))  # "1103-1104"
    if following[1:].isdigit() and following[0] in " .," and number[0].isalpha():
        whole, stop = _mended(text, end, number)
        if whole != number:
            end, number = stop, whole
            following = text[end : end + 2]
        elif following[0] == " " and (cut := _CUT.match(text, end)) is not None:
            otherwise = Item(at, cut.end(), f"{number}-{cut['rest']}")
    if following in _DASHED:
        end, number = _joined(text, end, number)
        following = text[end : end + 2]
    if following[:1] in ENDS:
        return new(Item, (at, end, number, *PLAIN[:-2], otherwise, ()))
    to, end = (
        last_of_range(text, end, number)
        if following.strip(" ")[:1] in _TO and (before is None or following not in _DASHED or _is_apart(text, at))
        else (None, end)
    )
    more = _OPEN.match(text, end) if text[end : end + 1] in " ,+" else None
    if more is not None:
        end = more.end()
    return new(Item, (at, end, number, to, more is not None, *PLAIN[2:-2], otherwise, ()))


def _is_apart(text: str, at: int) -> bool:
    """Whether no dash stands before a member of a list, which would stand before the next one, too."""
    return text[at - 3 : at] not in BETWEEN_MEMBERS


def _part_behind_point(text: str, at: int, end: int, number: str) -> Item | None:
    """A number with the part that a full stop joins to it: "6.III", "23.3°"."""
    if text[end + 1 : end + 2] in ROMAN_LETTERS and (roman := _ROMAN_PART.match(text, end)) is not None:
        return Item(at, roman.end(), number, locators=(roman["part"].replace(".", "/"),))
    degree = _DEGREE_BEHIND.match(text, end)
    if degree is None:
        return None
    above = "" if degree["above"] is None else f"{degree['above']}/"
    return Item(at, degree.end(), number, locators=(f"{above}{degree['point']}°",))


def _with_letter(text: str, match: re.Match[str]) -> tuple[str, int]:
    """A number and its end, with the capital behind it where the code whose initials follow has it: "L. 1-1 A CSP"."""
    number, end = match[0], match.end()
    if text[end] != " " or not text[end + 1].isupper() or not text[end + 3 : end + 5].isupper():
        return number, end
    short, whole = abbreviation_at(text, end + 3), f"{number} {text[end + 1]}"
    having = short is not None and short.ids and has_number(short.ids[0], normalize_number(whole))
    return (whole, end + 2) if having else (number, end)


def _dotted(text: str, dotted: re.Match[str]) -> Item:
    """A number with points between its parts, and perhaps behind them: "3.2.3., 3.2.8. et 8.2.1"."""
    at, end = dotted.span()
    last = _DOTTED_LAST.match(text, end)
    if last is not None and last["last"].count(".") == dotted[0].count("."):
        hyphened = Item(at, last.end(), dotted[0].replace(".", "-"), last["last"].replace(".", "-"))
        return Item(at, last.end(), dotted[0], last["last"], otherwise=hyphened)
    if _POINT_BEHIND.match(text, end) is not None:
        return Item(at, end + 1, dotted[0])
    return Item(at, end, dotted[0], otherwise=Item(at, end, dotted[0].replace(".", "-")))


def _is_of_zone(number: str) -> bool:
    """Whether a number is one of a local plan, before the name of its zone: "2UC"."""
    if not number[-1].isupper() or _OF_ZONE.fullmatch(number) is None:
        return False
    return not is_lettered(normalize_number(number))


_BEFORE_CODE = compiled(r",? ?(?:du |de |C\.|[Cc]ode |c\. ?[a-z]|[A-Z]{2})")
_DIGITS_OF_CODE = 4


def _mended(text: str, end: int, number: str) -> tuple[str, int]:
    """A number with what stands behind another sign in the place of its hyphen, and its end: "L. 121.1", "L 311 1"."""
    while (cut := _CUT.match(text, end)) is not None:
        if text[end] == " ":
            if not _is_blank_for_hyphen(text, number, cut):
                break
        elif "-" in number or not (text[end] == "." or _is_slip(text, number, cut)):  # no sentence ends there
            break
        end, number = cut.end(), f"{number}-{cut['rest']}"
    return number, end


def _is_blank_for_hyphen(text: str, number: str, cut: re.Match[str]) -> bool:
    """Whether a blank stands for a hyphen, as people type: "L 1110 5 1 CSP"; some code has the whole number."""
    digits = number.lstrip("LRDA.* ").partition("-")[0]
    if len(digits) < _DIGITS_OF_CODE - 1 or len(cut["rest"]) > _SHORT_REST or UNITS.match(text, cut.end()) is not None:
        return False
    whole = normalize_number(f"{number}-{cut['rest']}")
    return bool(codes_with(whole)) and (len(digits) == _DIGITS_OF_CODE or not codes_with(normalize_number(number)))


_ENDS_NUMBER = r"(?![\w°]|-(?!\d{1,2} ?°))"
_SUFFIX = rf"(?: {ADVERB}| [A-Z]{{1,2}}(?=[ ,;.)\n]|$)(?! ?\. ?[a-z]| C)){{0,3}}"
_BLANKS = rf"(?:{PREFIX})?\d{{1,4}}(?:[ -]\d{{1,3}}){{1,3}}{_ENDS_NUMBER}{_SUFFIX}"
BLANK_IN_NUMBER = tuple(f" {digit}" for digit in "0123456789")
_SMALL_PART = r"(?:,? (?:al(?:in[ée]a|\.)? ?\d{1,2}|\d{1,2} ?°|§ ?\d|I{1,3}|IV)(?![\w°])|-\d{1,2} ?°){0,4}+"
TYPED_WITH_BLANKS = compiled(
    rf"(?P<number>{_BLANKS})(?: à (?P<last>{_BLANKS}))?(?: et suivants| et s\.)?{_SMALL_PART}"
    rf"(?:(?: et | ou | à |, ?)(?:articles? |arts?\.? ?)?{_BLANKS}{_SMALL_PART}){{0,12}}+"
)
_THOUSAND = compiled(rf"\d \d{{3}}{_ENDS_NUMBER}{_SUFFIX}")
"""A number of four digits in which a converter has set a blank: "article 1 240 du code civil"."""


def _typed_with_blanks(text: str, at: int) -> Item | None:
    """A number with blanks in it, where the act behind it has it: "articles 706 73 et 74 du CPP", "article 1 240"."""
    typed = TYPED_WITH_BLANKS.match(text, at)
    return None if typed is None else with_blanks(typed, act_after(text, typed.end()))


def with_blanks(typed: re.Match[str], act: ActName | None) -> Item | None:
    """A number that is ``typed`` with blanks for all its hyphens, or between its digits, where the act has it.

    Where no act is named, one of four digits that some code has is meant: none is one article with a number behind it.
    Two numbers that follow each other are rather two: "articles 6 7 de la Constitution".
    """
    single = typed.string[max(0, typed.start() - len(_ARTICLE)) : typed.start()].lower() == _ARTICLE
    number = _without_blanks(typed["number"], act, single=single)
    if number is None or UNITS.match(typed.string, typed.end("number")) is not None:
        return None
    last = None if typed["last"] is None else _without_blanks(typed["last"], act)
    end = typed.end("number" if last is None else "last")
    more = _OPEN.match(typed.string, end)
    return Item(typed.start(), end if more is None else more.end(), number, last, more is not None)


def _without_blanks(typed: str, act: ActName | None, *, single: bool = False) -> str | None:
    """A number without the blanks with which it is typed; ``None`` where the act has none of the kind.

    ``single``: only one article is named, so that no two are meant.
    """
    if _THOUSAND.fullmatch(typed) is not None:
        thousand = typed.replace(" ", "", 1)
        number = normalize_number(thousand)
        if bool(codes_with(number)) if act is None else bool(act.ids) and has_number(act.ids[0], number):
            return thousand
    parts = typed.split(" ")
    if act is None or not act.ids or len(parts) == 1:
        return None
    number = "-".join(parts) if parts[0][0].isdigit() else f"{parts[0]} {'-'.join(parts[1:])}"
    if not _is_pair(*parts[-2:]) and has_number(act.ids[0], normalize_number(number)):
        return number
    whole = "".join(parts)
    slip = single and len(whole) == _DIGITS_OF_CODE and whole.isdigit() and has_number(act.ids[0], whole)
    return whole if slip else None  # "article 12 40 du code civil"


_ARTICLE = "article "


def _is_pair(one: str, two: str) -> bool:
    return one.isdigit() and two.isdigit() and int(two) == int(one) + 1


def _is_slip(text: str, number: str, cut: re.Match[str]) -> bool:
    """Whether a comma without a blank has taken the place of the hyphen before a code: "L. 1234,9 du code"."""
    digits = number.lstrip("LRD.* ")
    slip = cut[0][0] == "," and digits.isdigit() and len(digits) > max(_SHORT_REST, len(cut["rest"]))
    if slip and cut[0][1:2].isdigit() and len(digits) == _DIGITS_BEFORE_COMMA and len(cut["rest"]) < _SHORT_REST:
        return True  # "L. 2212,1, L. 2212,2"
    return slip and _BEFORE_CODE.match(text, cut.end()) is not None


_DIGITS_BEFORE_COMMA = 4
_SUM = compiled(r"\.\d{3},\d\d(?!\d)")
"""The rest of a sum behind "A", which stands for "À": "SE MONTANT A 617.795,69 F"."""
_WITHOUT_ACCENT = compiled(
    r" (?:la |l[e'] ?|les |moins|défaut|cet |ce |cette |titre |compter|partir|chaque |tou[ts]|peine|charge|condition"
    r"|savoir|son |sa |ses |leur|aucun)"
)
"""What follows an "À" that lacks its accent."""
_IN_CAPITALS = compiled(r"(?P<first>\d+) A (?P<last>\d+)(?! ?°|[\w/.-]\w)")


def _range_in_capitals(text: str, at: int) -> Item | None:
    """A range in a line of capitals, which have no accents: "ARTICLES 48 A 51"."""
    match = _IN_CAPITALS.match(text, at)
    if match is None or int(match["first"]) >= int(match["last"]):
        return None
    return Item(at, match.end(), match["first"], match["last"])


_LAW_OR_DECREE = frozenset("LD")
PREFIX_LETTERS = frozenset("LRD")
_TO_BE_GIVEN = ("-…", "-...")
"""The end of a number that is not given yet: "un article L. 123-2-… ainsi rédigé"."""
_PAIR = re.compile(r"([0-9]{3,4})-([0-9]{3,4})")
_CLOSE = 50  # articles from the first to the last of a range that a hyphen alone makes
_MISREADABLE = frozenset("-lO")
_MISREAD_ENDS = frozenset(("-l", *(f"{letter}{digit}" for letter in "lO" for digit in "0123456789lO-")))
_DASHED = frozenset(("- ", " -", " –"))
BETWEEN_MEMBERS = (" - ", " – ")
TRAILING = re.compile(r"[0-9]+\Z")


def _misread(text: str, at: int, number: str) -> Item:
    """A number as it was before a scanner took a 1 for an l, or zeros for letters."""
    match = _MISREAD.match(text, at)
    end = at + len(number) if match is None else max(match.end(), at + len(number))
    return Item(at, end, text[at:end].replace("l", "1").replace("O", "0"))


_ALINEA = compiled(r" alinéas?(?! \d)")
"""What shows a rank to be none of a range: "de l'article 5 au premier alinéa"."""


_LEADS_TO = compiled(
    r"(?<!\w)(?:(?:re|pré-?)?(?:substitu|préf[ée]r|ajout|compar|oppos|assimil|rattach|confront|combin|joign|joint)\w*"
    r"|renv\w+|passage|passer|transfert) (?:aussi |donc )?(?:d[eu] )?(?:l'|les |des )?articles? [^,;:()\n]{1,40}$"
)
"""What leads from one article to another, which are no range: "le renvoi de l'article 7 à l'article 9"."""
_LEADING = 80  # characters
_FIGURES = re.compile(r"[0-9]+")


def _figures(number: str) -> list[int]:
    return [int(figure) for figure in _FIGURES.findall(number)]


def last_of_range(text: str, at: int, number: str) -> tuple[str | None, int]:
    """The last number of the range that goes on at ``at``, and where it ends; ``None`` and ``at`` where none does."""
    last = _RANGE.match(text, at)
    if last is None or is_counted(text, last.start("last")) or _ALINEA.match(text, last.end()) is not None:
        return None, at
    stem = number.rstrip(ascii_uppercase)
    like = len(stem) < len(number) and last["last"].startswith(stem)  # "46 quater-0 YX à 46 quater-0 YZC"
    while last[0][-1].isupper() and not like:  # "À 78 DU C.P.P." has two words of capitals
        shorter = _RANGE.match(text, at, _before_abbreviation(text, last))
        if shorter is None or shorter.end() == last.end():
            break
        last = shorter
    second = _NUMBER.match(text, last.start("last"), last.end())
    longer = _with_roman(text, second, number) if second is not None else None
    to, end = (longer[0], longer.end()) if longer else (last["last"], last.end())
    to = _completed(number, to) if to.isdigit() else to
    if "rticle" in last[0] and (_figures(number) > _figures(to) or _LEADS_TO.search(text, max(0, at - _LEADING), at)):
        return None, at
    if last[0].lstrip()[0] in "-–" and (not _is_range(number, to) or _is_dashed_on(text, end, number)):
        return None, at  # "4412-B – 3 articles", "art. 700 – 9 C. civ.", "L. 1-1 - L. 1-2 - L. 1-3"
    return to, end


_DASHED_ON = compiled(r" [–-] (?P<prefix>[LRDA]\.? ?\*? ?)?\d")


def _is_dashed_on(text: str, at: int, number: str) -> bool:
    """Whether a further dash stands between members of a list that has no other sign, and before no "3 pages"."""
    further = _DASHED_ON.match(text, at)
    return further is not None and (further["prefix"] is not None or number[0].isdigit())


_GLUED = re.compile(r"(.*[0-9])([A-Z]{1,3})")


def with_letters_apart(number: str) -> str | None:
    """A number with a hyphen before the letters that are glued to it; ``None`` where none are.

    >>> with_letters_apart("95ZA"), with_letters_apart("L16B"), with_letters_apart("95 ZA")
    ('95-ZA', 'L16-B', None)
    """
    glued = _GLUED.fullmatch(number) if number[-1].isupper() else None
    return None if glued is None else f"{glued[1]}-{glued[2]}"


def _is_range(number: str, to: str) -> bool:
    """Whether two numbers with a dash between them may be a range: of one kind, in order where they are plain."""
    if number.isdigit() and to.isdigit():
        return int(number) < int(to)
    return not to.isdigit() and (number[0] == to[0] or (number[0].isdigit() and to[0].isdigit()))


def _joined(text: str, at: int, number: str) -> tuple[int, str]:
    """Where a number ends around whose hyphen there are spaces, and the number; a range of numbers is none.

    What is no less than the number is the end of a range.
    """
    broken = _BROKEN.match(text, at)
    if broken is not None:
        return broken.end(), f"{number}-{broken['rest'].replace(' ', '')}"
    digits = None if "-" in number else TRAILING.search(number)
    rest = None if digits is None else _PARTED.match(text, at)
    if digits is None or rest is None or int(rest["lead"]) >= int(digits[0]) or UNITS.match(text, rest.end()):
        return at, number
    short = int(digits[0]) >= _LOW and len(rest["lead"]) <= _SHORT_REST and "–" not in rest[0]
    return (rest.end(), f"{number}-{rest['rest']}") if short or not number[0].isdigit() else (at, number)


_LOW, _SHORT_REST = 100, 2
"""A plain number with such a rest has three digits at least, its rest two at most: ``121 - 3``."""
_OF_DECLARATION = compiled(r"[IVX]{1,4}(?= (?:et [IVX]{1,4} )?de la D[ée]claration(?!\w))")
"""The number of an article as the text of 1789 has it: ``article II de la Déclaration``."""
_ROMAN_NUMBER = compiled(
    rf"(?=[IVX]){ROMAN}(?:[.-]\d{{1,3}}(?:[./-]\d{{1,3}})*| {ADVERB})?(?![\w°/]|[.,-]\d|[.-][A-Za-z])"
    rf"(?: à (?:l'article )?(?P<last>(?=[IVX]){ROMAN}(?:[.-]\d{{1,3}})*)(?![\w°/]|[.,-]\d))?"
)
"""A Roman number, as treaties and agreements have them, also with what stands in its division: ``XX.99``, ``VII-4``."""
_OF_SOMETHING = compiled(r",? d(?:u|e(?: la| cette|s)?|e l'|udit) ?(?![cC]ode)")


def _without_digits(text: str, at: int, *, strict: bool, before: str | None = None) -> Item | None:
    """What is a number in another way: "257e", "Ll237-11", "unique", "UB 11", "VIII"."""
    if text[at : at + 1] in _SMALL_LETTERS and (small := _small(text, at)) is not None:
        return small
    lettered = _LETTERED.match(text, at)
    if lettered is not None:
        return Item(at, lettered.end(), lettered[0])
    slipped = _SLIPPED.match(text, at)
    if slipped is not None:
        return Item(at, slipped.end(), f"{slipped['prefix']}1{slipped['rest']}")
    if strict:
        return None
    match = _WORD.match(text, at) or _ZONE.match(text, at) or SAFETY.match(text, at)
    if match is None:
        return _in_roman(text, at, before)
    more = _OPEN.match(text, match.end())
    return Item(match.start(), more.end() if more else match.end(), match[0], open=more is not None)


def _in_roman(text: str, at: int, before: str | None) -> Item | None:
    """A number or a range in Roman numerals, behind the member ``before`` that is one as well.

    A lone "X" stands for any number, but where an act follows.
    """
    if text[at : at + 1] not in ROMAN_LETTERS or (before is not None and before[0] not in ROMAN_LETTERS):
        return None
    declared = _OF_DECLARATION.match(text, at)
    if declared is not None:
        return Item(at, declared.end(), str(from_roman(declared[0])))
    match = _ROMAN_NUMBER.match(text, at)
    if match is None or (match[0] == "X" and _OF_SOMETHING.match(text, match.end()) is None):
        return None
    if (last := match["last"]) is not None:
        return Item(at, match.end(), text[at : match.start("last")].partition(" ")[0], last)
    more = _OPEN.match(text, match.end())
    return Item(at, more.end() if more else match.end(), match[0], open=more is not None)


def _completed(number: str, to: str) -> str:
    """The last number of a range in full, where only its end is printed: ``L. 1111-33 à 38``."""
    short = _SHORT.fullmatch(number)
    if short is None or int(to) <= int(short["last"]) or (short["lead"] is not None and int(to) > int(short["lead"])):
        return to
    return short["stem"] + to


def _is_next_letter(before: str, number: str) -> bool:
    """Whether a number has letters in the place of those of the one before it: "41 DO et 41 DQ"."""
    stem, _, letters = number.rpartition(" ")
    other, _, ones = before.rpartition(" ")
    return stem == other and stem.isdigit() and len(letters) == len(ones) and letters[0] == ones[0] and ones.isupper()


_GOES_ON_SMALL = compiled(r"\.(?! ?[a-zà-ÿ]+\.(?! ?\d)) ?(?:[a-zà-ÿ;:,)]|$)")
"""A point with which no sentence ends, so that it is that of an abbreviation: "art. 61-1 C. et"."""


def _is_known(number: str) -> bool:
    return bool(codes_with(normalize_number(number)))


def _before_abbreviation(text: str, number: re.Match[str]) -> int:
    """Where a number ends that ends with capitals: before them, where they begin an abbreviation ("1240 C. civ.").

    Of two readings of few letters ("39 CA") the number of a code counts.
    """
    end = begin = number.end()
    while text[begin - 1].isupper():
        begin -= 1
    if end - begin > 1 and adverb_value(text[begin:end]) is not None:  # "ARTICLE 3 BIS"
        return end
    if text[begin] in "LRD" and (to := _TO_PREFIX.search(number[0])) is not None and text[end : end + 1] in _LEADS_ON:
        return number.start() + to.start()
    if (
        _OF_CODE.match(text, begin) is not None
        or _WORD_IN_CAPITALS.match(text, begin) is not None
        or (text[end : end + 1] == "." and (short_act_at(text, begin) or act_name_at(text, begin)) is not None)
        or (
            text.startswith("C.", begin)
            and _GOES_ON_SMALL.match(text, end) is not None
            and (number[0] == "1er C" or not _is_known(number[0]))
        )
    ):
        return begin
    short = abbreviation_at(text, begin)
    if short is not None and _BEFORE_CODE.match(text, end) is not None:
        whole = number["last"] if "last" in number.re.groupindex else number[0]
        if is_lettered(normalize_number(whole)):
            return end  # "260 à 260 CA du CGI"
    if (short is not None and short.standing is Standing.ANYWHERE) or _JOURNAL.match(text, begin):
        return begin
    if short is None and (
        _OF_TAXES.match(text, end) is not None
        or BEHIND_TAXES.search(text, max(0, number.start() - NEAR_TAXES), number.start()) is not None
    ):
        return end
    if end - begin == 1 and (day := _BEFORE_DAY.match(text, end)) is not None and _is_nature(begin, number, day):
        return begin
    letters = number[0][begin - end :]
    known = short is None and (
        len(letters) == 1
        or (len(letters) < _MANY_LETTERS and is_letter_suffix(letters.lower()) and not _HYPHENED.match(number[0]))
    )
    return end if known or is_lettered(normalize_number(number[0])) else begin


_BEFORE_DAY = compiled(
    r" (?:(?P<led>du )?\d{1,2}(?:[/.-]\d{1,2}[/.-]\d\d|(?:er)? [a-zà-ÿA-Z]{3})|(?P<year>1[89]\d\d)(?![\w-]))"
)
_OF_LAWS = frozenset("LDO")


def _is_nature(begin: int, number: re.Match[str], day: re.Match[str]) -> bool:
    """Whether a capital before a date or a year is the nature of an act, and no letter of a number: "12 L 31/12/1975".

    Where some code has such a number, it may be that, on that day ("200 A 1/1/2020", "244 quater L 31/12/2010"); but
    one of plain digits directly before the date of a law is rather not.
    """
    text, year = number.string, day["year"] is not None
    if not (text[begin] in _LAW_OR_DECREE if year else short_act_at(text, begin) is not None):
        return False
    of_law = text[begin] in _OF_LAWS and not (year or day["led"]) and text[number.start() : begin].strip().isdigit()
    return of_law or not is_lettered(normalize_number(number[0]))


_TO_PREFIX = re.compile(r"\sA\s+[LRD]\Z")
_LEADS_ON = frozenset(". 0123456789")
_OF_CODE = compiled(r"C\. ?[a-zéè]{3}")
"""A code that is shortened: "1240 C. civil"."""
_WORD_IN_CAPITALS = compiled(
    r"(?:A(?= [LRD]\.? ?\*? ?\d)|D(?:U|E|ES)(?= ?[A-Za-z])|(?:AUX?|L(?:A|ES?)|EN|PAR|SUR|EST)(?= [A-Z]))"
)
"""A word of a text in capitals, or the prefix of a number: "706-16 DU CODE", "L. 1 A L. 5"."""
_OF_TAXES = compiled(
    rf"(?:(?:, | (?:et|ou|à)(?: l'article)? ){NUMBER}){{0,8}}"
    r"(?:,? (?:de l'|de la même )?ann(?:exe|\.) I| d(?:u|e l'|e la)(?: ?m[êe]me| ?présent)? ?"
    r"(?:CGI|LPF|annexe|[Cc]ode général des impôts|[Ll]ivre des procédures fiscales)(?!\w))"
)
"""The tax codes, whose numbers end with any letters: "74 SB de l'annexe II"."""
BEHIND_TAXES = compiled(
    rf"(?:(?:CGI|[Cc]ode général des impôts)(?:,? ann(?:exe|\.)? (?:I[IV]*|[1-4]))?|ann(?:exe|\.) (?:I[IV]*|[1-4]))"
    r"(?: (?:au|du) (?:CGI|code général des impôts))?"
    rf" ?[,:]? ?art(?:icle|\.)?s? ?\.? ?(?:{NUMBER}(?:, | (?:et|ou|à) )?){{0,4}}$"
)
"""They, where they are named first: "CGI, ann. III, art. 41 DN"."""
NEAR_TAXES = 90  # characters before a number, in which they are
_JOURNAL = compiled(r"J\. ?O\.")
_HYPHENED = re.compile(r"[LRD][^0-9]{0,4}[0-9]+-(?!0(?![0-9]))[0-9]")
"""A number of a code whose articles end with one letter at most, so that two are initials: "L. 337-1 LC"."""
_MANY_LETTERS = 3  # of a number that no code has: initials
_ROMAN_SUFFIX = compiled(rf"{NUMBER}[ -](?:[IVX]{{1,3}})(?![\w']|-\d)(?: {ADVERB}(?: [A-Z]{{1,2}}(?![\w'.]))?)?")
_ROMAN_BIS = compiled(rf"\d+ [IVX]{{1,3}} {ADVERB}")


def _with_roman_bis(text: str, number: re.Match[str]) -> Item | None:
    """The other reading of a number with a Roman part: "885 V bis", where the act has no article 885."""
    longer = _ROMAN_BIS.match(text, number.start())
    return None if longer is None else Item(longer.start(), longer.end(), longer[0])


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
