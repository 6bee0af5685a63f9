"""The members of a list of articles: numbers, ranges, and the locators that follow a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_uppercase

from cpp_corpus.lang.abbreviations import Standing, abbreviation_at
from cpp_corpus.lang.act_names import act_name_at
from cpp_corpus.lang.acts import codes_with, has_number, is_letter_suffix, is_lettered, is_roman_suffixed
from cpp_corpus.lang.adverbs import adverb_value
from cpp_corpus.lang.dates import MONTHS
from cpp_corpus.lang.natures import short_act_at
from cpp_corpus.lang.roman import ROMAN, from_roman
from cpp_corpus.lang.typography import plain
from cpp_corpus.limits import check
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reference import Relation
from cpp_corpus.normalizer.recognize.fragments import ADVERB, AND, NUMBER, PREFIX, by_letters, compiled
from cpp_corpus.normalizer.recognize.grammar.acts_behind import act_after
from cpp_corpus.normalizer.recognize.grammar.clauses import SUBJECT
from cpp_corpus.normalizer.recognize.grammar.counted import UNITS, is_counted
from cpp_corpus.normalizer.recognize.grammar.locators import COUNT, STEMS, chain_at
from cpp_corpus.normalizer.recognize.grammar.portions import POINTED, Portions, portions
from cpp_corpus.normalizer.recognize.grammar.qualifiers import qualified_member
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Qualifier, new

__all__ = [
    "ENDS",
    "PREFIXED",
    "SEPARATOR",
    "is_certain",
    "opens_point",
    "read_list",
    "with_blanks_before",
    "with_letters_apart",
]

_WORD = compiled(r"(?P<named>préliminaire|liminaire|unique|premier|1er|Ier)(?!\w)", re.IGNORECASE)
_NUMBER = compiled(rf"(?P<number>{NUMBER})")
PREFIXED = compiled(rf"{PREFIX}\d")
_CERTAIN = compiled(rf"\d+(?:-\d| {ADVERB})")
_LETTERED_ONE = rf"\d{{1,4}}(?:-\d+)?(?: {ADVERB})?(?: [A-Z]{{1,2}}(?![\w'.]))?(?: {ADVERB})?"
_OF_ACT = compiled(
    rf"{_LETTERED_ONE}(?:(?:, | à ){_LETTERED_ONE})*(?: (?:et|ou) {_LETTERED_ONE})?,?"
    r"(?= (?:du|de la|de l'|des) ?(?:mêmes? |présente? |dite? )?"
    r"(?:[Cc]ode|[Ll]oi|[Dd]écret|[Oo]rdonnance|[Rr]èglement|[Dd]irective|arrêté|[Cc]onstitution|[Cc]onvention|[Tt]raité"
    r"|accord|livre des|[A-Z]{2,8}|C\.)(?!\w))"
)
"""A plain number, or more of them, with its act: "l'article 5 et 6 du code …" is a list all the same."""
_OF_RULES = re.compile(r"\.0[0-9]")
"""What makes a number one of technical rules: ``240-1.02``."""
_ONE = r"(?:[LRDA]\.? ?\*? ?)?\d{1,4}(?:-\d+)*(?: (?:[b-t][a-z]*(?:bis|ter|ies)|bis|ter)(?!\w))?(?: [A-Z](?![\w'.]))?"
_BEFORE_ACT = (
    r"(?= ?(?:[.;)(\[\n]|$)|,? (?:d(?:u|e(?: la| l'|s)?|[ée]cret)[ ']|[dD]ir"
    r"|[cC](?:ode |\.|[a-z]{1,5}\.?(?!\w)|onst|onv)|[A-Z]{2,}|[lL]oi |[oO]rd|[aA]rr|[rR][èe]gl|[LD]\.|TF?UE))"
)
"""The end of a list: that of its clause, or its act."""
_RANGE = compiled(
    rf"(?:-(?= à))? ?(?:[àÀ]|[Aa](?= [LRD]\.? ?\*? ?\d)|a(?= {_ONE}{_BEFORE_ACT})|au|jusqu'à l'article"
    rf"|-|–)"
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
_ENDING = compiled(r"(?: ?, ?(?:et |ou )?| (?:et|ou) )(?=-\d)-(?P<rest>\d+(?:-\d+)*)(?![\w°])")
"""The end of a number that stands for it: ``L. 225-1, -2 et -3``."""
_ENDING_RANGE = compiled(r" à -(?P<rest>\d+(?:-\d+)*)(?![\w°-])")
_DOTTED = compiled(r"\d{1,4}(?:\.\d{1,3})+(?:\.[a-z](?!\w))?(?![a-zà-ÿ\d_°/]|[A-Z](?![A-Z]{2})| ?%)")
_DEGREE_BEHIND = compiled(r"\.(?P<point>\d{1,2}) ?°(?! [A-ZÀ-Ý][a-zà-ÿ])")
"""The point of an article behind a full stop: "23.3°"."""
_DOTTED_LAST = compiled(r" ?(?:à|-|–) ?(?:l'article )?(?P<last>\d{1,4}(?:\.\d{1,3})+)(?![\w°/]|[.,]\d| ?%)")
"""The last number of a range of such: ``3.84 à 3.100``."""
_POINT_BEHIND = compiled(r"\.(?=, ?\d| et \d| d(?:u |e la |e l'))")
_ROMAN_PART = compiled(r"\.(?P<part>[IVX]{1,5}(?:\.\d{1,2})?)(?![\w°/.-])")
"""The Roman part of an article behind a point: ``6.I.2``."""
_OF_YEAR = compiled(r"(?:LO|[LD])\.? ?(?:[4-9]\d-\d{3,4}|1[89]\d\d|20[0-3]\d(?:-\d{3,4})?)")
"""The number or the year of a law or a decree, which no article has: "D. 67-223", "L. 1881"."""
_NOTED_RANGE = compiled(r" \([^()\n]{1,60}\)(?= à (?:l'article )?[LRDA]\.? ?\*? ?\d+-\d)")
"""A note behind the first number of a range: ``R. 7-3 (annexe 2) à R. 7-12``."""
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
_SAFETY_NUMBER = (
    r"(?:AM|AS|CH|CO|CTS|DF|EC|EF|EL|GA|GC|GE|GH|GN|GZ|IT|MS|OA|PA|PE|PO|PS|REF|SG) ?\d{1,2}(?![\w°/.,]\d|\w)"
)
_SAFETY = compiled(_SAFETY_NUMBER)
"""An article of the rules against fire, by the letters of its chapter: "CO 35"."""
_SLIPPED = compiled(r"(?P<prefix>[LRD]\.? ?)l ?(?P<rest>\d{2,3}-\d+(?:-\d+)*)(?!\w)")
"""A number whose first 1 a scanner has taken for an l: ``Ll237-11``."""
_MISREAD = compiled(r"(?:[LRD]\.? ?)?\d[\dlO]*(?:-[\dlO]+)*(?!\w)")
"""A number in which a scanner has taken a 1 for an l, or zeros for letters: ``121-l``, ``7OO``."""
_BOTH = compiled(r"(?P<one>[LRDA]\.?) (?:et|ou) (?P<two>[LRDA]\. ?)(?=\d)")
"""Two prefixes of one number: ``R. et D. 1234-1``."""
_SMALL = compiled(
    r"[lrda]\.? ?(?:\* ?)?(?=(?P<number>\d{1,4}(?:-\d++(?! ?°))*(?:-[a-z](?![\w)]))?)"
    r"(?P<named>(?=-\d|(?: ,)? (?:du|de la|de l'|des) ))?)"
)
"""A prefix in lower case: ``l3121-9``."""
_AND = (
    rf"(?:{AND}|puis) ?(?:[–—] (?!{SUBJECT})[a-zà-ÿ][^–—,;:.()\n\d]{{2,60}} [–—] ?"
    rf"|, (?!{SUBJECT})[a-zà-ÿ][^,;:.()\n\d]{{2,60}}, ?"
    rf"|(?: \w+)?, (?!{SUBJECT})(?:depuis|en|avant|après|par|pour|dans|au titre) [^,;.:()\n]{{2,60}}, ?"
    rf"(?={PREFIX}?\d+-\d)"
    r"|,? ?(?:(?:le cas échéant|s'il y a lieu|au besoin|surtout|même|aussi) ?,? ?)?)"
)
"""A conjunction with an aside: "12 et, à titre subsidiaire, 14"."""
_LIST_MARK = r"\d{1,2} ?[).°] ?(?:[Aa]rt|[lL]'art|[lL]es art|[LRD]\. ?\d)"
"""The mark of the next point of a list in one line: "1) art. 7 ; 2) art. 8"."""
SEPARATOR = compiled(
    rf"(?: ?[,;] ?(?!{_LIST_MARK})(?:{_AND}|(?:le cas échéant|puis|voire|spéc\.|spécialement|notamment|ensemble) )?"
    rf"| ?{_AND}"
    r"| ?[/&+·] ?(?=[LRDAlrd]\.? ?\d++-)|/(?=\d{1,4}-\d)|[&+](?=\d)"
    r"| \+ (?=\d{1,4}(?:-\d+)* (?:[A-Z]{2}|C\.|du |de la )))"
    r"(?:(?:à |aux |de |des |du |les |le |l'|d'|en )(?=[LRDA](?:\."
    r"|[\d ]))|(?:articles? )?)(?=[\dLRDA]|(?i:pr[ée]|lim|uni|ier)|[UN][A-Z]{0,3}[a-z]?\d? \d"
    r"|[IVX]{1,6}(?:[.-]\d|(?![\w°'.]))|[lrd]\.? ?\d+-\d)"
)
"""What stands between two members of a list; the second begins behind it."""
_REPEATED = compiled(r" ?[,;] ?articles? ")
"""A repeated "article", which begins a citation of its own: "article 7, article 122-1 du code …"."""
_JUST = compiled(
    r"(?: (?=[LRDA]\. ?\*?\d)"
    rf"|(?: ?[;/+&] ?(?!{_LIST_MARK})| and | (?!\d\d?\)))"
    rf"(?={_ONE}(?:(?: ?[,;/+&] ?| (?:et|ou|and) | ){_ONE}){{0,12}}{_BEFORE_ACT}))"
)
"""A sign or a blank between two members of a list of numbers that goes on to its end: "671 672 673 du code civil"."""
_NO_NUMBER = compiled(
    r"\d{1,3}(?: \d{3})+(?:,\d+)? ?(?:€|EUR|euros?|francs?|F(?!\w))|\d+(?:,\d+)? ?(?:€|k€|M€|EUR(?!\w))"
    r"|\d{5} [A-ZÉÈ][a-zà-ÿ]|\d{1,3}e? (?:éd|vol|t|pp?)\.(?!(?<=p\.) ?\d)"
)
"""A sum, a postcode, an edition or a page behind an article: "art. 222-13, 45 000 euros", "art. 1240, 75008 Paris"."""
_ON_PAGE = compiled(r"\d{1,3} pp?\. ?\d")
"""The number of an issue, or a count, with a page, behind a comma: "art. 3, 4 p. 12"; but "art. 3 et 4 p. 12"."""
_FRANCS = compiled(r"\d+ F(?:(?:,? (?:et|ou|à) |, )\d+ F){0,12}+(?!\w| ?[,;] ?[IVX]|(?:,? (?:et|ou)|,) \d)")


def _are_francs(text: str, item: Item) -> bool:
    """Whether the letter behind a number is that of francs, and not of an article of the tax codes: "art. 5, 45 F"."""
    if not (item.number or "").endswith(" F") or is_lettered(normalize_number(item.number or "")):
        return False
    sums = _FRANCS.match(text, item.start)
    before = _BEHIND_TAXES.search(text, max(0, item.start - _NEAR_TAXES), item.start)
    return sums is not None and before is None and act_after(text, sums.end()) is None


_DECIMAL = compiled(r"(?<=\s)\d{1,3},\d{1,2}(?![\w°,/-])(?! (?:et|ou|d[eu]|C\.|[a-z]\.|[A-Z]{2,6} ?(?:[;.)]|$)))")
"""A number with its decimals behind a number of a code: "art. L. 242-1, 3,5 fois"."""
_YEAR = compiled(r"(?:19|20)\d\d(?:-(?:19|20)?\d\d)?(?= ?(?P<ends>[;.)\]\n(:]|$|, ?(?!\d)))")


def _is_year(text: str, item: Item, before: Item, sep: str) -> bool:
    """Whether a number behind a comma is the year of a book or a review: "art. 1240, 2019, Dalloz", "(art. 5, 1998)".

    The act of the list may be behind it, and behind a number like it stands another one: "art. 1984, 1998".
    """
    year = _YEAR.match(text, item.start) if sep.strip() == "," else None
    if year is None or (_YEAR_ALIKE.fullmatch(before.number or "") is not None and (before.number or "") < year[0]):
        return False
    return not year["ends"].startswith(",") or act_after(text, year.end()) is None


_YEAR_ALIKE = re.compile(r"(?:19|20)[0-9]{2}")
_LEADING_ON = by_letters(
    (word, "")
    for word in (
        "et", "ou", "puis", "à", "au", "ainsi", "ni", "jusqu", "sauf", "hormis", "excepté", "le ", "al", "ph",
        "paragraphe", "par.", "para", "point", "pt", "let", "lit", "sous ", "dans s", "dans leur", "en s", "ch.",
        "in fine", "dev", "anc", "nouv", "actuel", "ex ", "désorm", "recod", "codifi", "repris", "précéd", "suiv", "ss",
        "svt", "sq", "pour ", "quant ", "and ", "er ", "er,", "bis", "ter", "quater", "quinto",
        *STEMS, *COUNT, *MONTHS, *map(plain, MONTHS),
        "janv.", "févr.", "fév.", "fevr.", "avr.", "juil.", "juill.", "sept.", "oct.", "nov.", "déc.", "dec.",
    )
)  # fmt: skip
_ALONE = compiled(
    rf"(?:{PREFIX}|(?!\d{{3,4}}-\d{{3,4}}(?!\d)))\d++(?:-\d++)*+"
    r"(?=\.(?![\dIVX]| ?\d{1,2} ?°| \d{1,2}[. ])|;(?!\d)|[:)\n]|$"
    rf"| (?!{_LEADING_ON}|[a-z](?!\w)|[a-z]*+(?<=ies)(?!\w))[a-zéê])"
)
"""A plain number with which its list ends, by the word behind it: read in one go, as most numbers are."""
_MEMBER = compiled(
    rf"(?P<number>{PREFIX}\d++(?:-\d++)*+)(?:(?P<goes_on> ?, ?| et )(?=[LRD]\. ?\*?\d)"
    r"|(?=[:)\n]|;(?! [LRD]|\d)| d[ue] |$))"
)
"""A member of a list by its prefix, with what parts it from the next one, or the last: also read in one go."""
ENDS = frozenset((".", ";", ")", ":", "\n", ""))
"""What ends a clause, by its first character."""
_PLAIN = Item(0, 0)[3:]
"""The fields of an item behind its number, where it is one number and no more."""
_OVER = frozenset((*ENDS, *(f" {letter}" for letter in "dfgmqr")))
"""With what no list goes on: the end of a clause, or a word by its first letter."""
_ENDS_LETTER = frozenset(("", ".", ";", "\n", *"), "))
_QUALIFY = frozenset((" deu", " der", " qua", " dev", " dés", " réd", " rec", " rep", " mod", " dan", " rel", " fix"))
"""Where what qualifies a number begins, among those."""
_TO = frozenset("àÀAaj-–")
_ROMAN_LETTERS = frozenset("IVX")
_SMALL_LETTERS = frozenset("lrda")
_BETWEEN = frozenset((" et", " ou", ". e", ". o"))
"""What may stand between two prefixes of one number."""
_LOOSE = frozenset(" ,([–—-")
_OPENING = frozenset("([")
_OPENS_PARAGRAPH = compiled(r"\d{1,2} ?[.)-]-? ?[A-ZÀ-Ý]")
"""The next point of a list whose points end with semicolons: "…, R. 1-2 et R. 1-3 ; 2. A défaut"."""
_OPENS_POINT = compiled(r"\d{1,2} ?\) ?(?!d(?:u|e|es) |de l'|et |ou |à |C\.|code )[a-zà-ÿ]")
"""The same in one line, as people type: "celle de l'article L. 1-2 ; 3) notre accord"."""
_WITHIN_BRACKET = 120  # characters in which the bracket opens that a closing one may end


def opens_point(text: str, at: int) -> bool:
    """Whether the number behind a semicolon is the mark of the next point of a list, and no member of it.

    The bracket behind it closes none that was opened: "(art. 3 ; 5) sont abrogés" has two members.
    """
    if _OPENS_PARAGRAPH.match(text, at) is not None:
        return True
    if _OPENS_POINT.match(text, at) is None:
        return False
    begin = max(0, at - _WITHIN_BRACKET)
    return text.rfind("(", begin, at) <= text.rfind(")", begin, at)


_MANY = 1000  # members of a list, from which on the limit is looked at
_AGAIN = frozenset(("dev", "dés", "auj", "act", "nou", "cod", "rec", "rep", "ren", "anc", "pré", "ex ", "ex-"))
"""Where the words for another number of an article begin."""


def read_list(
    text: str, at: int, *, plural: bool, short: bool = False, renumbered: bool = False
) -> tuple[list[Item], int]:
    """*item* {*sep* *item*}, *item* = *number* [``à`` *number* | ``et suivants``] [*portion*]

    The members of the list that begins at ``at``, and where reading goes on. Behind the word "article" in the
    singular only what can be nothing but an article number is a further member; ``short``: behind "art.", which is
    both. ``renumbered``: it is another number
    of an article before it.
    """
    if (alone := _ALONE.match(text, at)) is not None and not (
        plural and text.startswith("; ", alone.end()) and _JUST.match(text, alone.end())
    ):
        found = [] if _is_of_year(alone[0]) else [new(Item, (*alone.span(), alone[0], *_PLAIN))]
        return found, alone.end() if found else at
    items: list[Item] = []
    stop = at
    if text[at + 1 : at + 4] in _BETWEEN and (both := _BOTH.match(text, at)) is not None:
        return _with_two(text, both) or ([], at)
    while True:
        while (member := _MEMBER.match(text, at)) is not None and not _is_of_year(member["number"]):
            items.append(new(Item, (*member.span("number"), member["number"], *_PLAIN)))
            if member["goes_on"] is None:
                return items, member.end("number")
            at, stop, plural = member.end(), member.end("number"), True
        item = _item(text, at, strict=bool(items) and not plural, before=_named_last(items) if items else None)
        if item is None:
            break
        if items and (
            (not PREFIXED.match(item.number or "") and (is_counted(text, item.start) or _are_francs(text, item)))
            or _NO_NUMBER.match(text, item.start) is not None
            or (text[stop:at].strip() == "," and _ON_PAGE.match(text, item.start) is not None)
            or (PREFIXED.match(items[-1].number or "") is not None and _DECIMAL.match(text, item.start) is not None)
            or (short and _is_year(text, item, items[-1], text[stop:at]))
            or (";" in text[stop:at] and opens_point(text, item.start))
        ):
            break
        if text[item.end : item.end + 1] in _MAY_BREAK:
            item = _unbroken(text, item, listed=plural or bool(items))
        stop = item.end
        pointed = text.startswith(".", stop) and POINTED.match(text, stop) is not None
        if (text[stop : stop + 1] in _OVER and not pointed and not (plural and text.startswith("; ", stop))) or (
            text[stop : stop + 2] in _OVER
            and text[stop : stop + 4] not in _QUALIFY
            and text[stop + 2 : stop + 3] not in _ENDS_LETTER  # "7 d) de la loi"
        ):
            items.append(item)
            break
        stop = _member_with_parts(text, items, item, plural=plural, short=short)
        if "-" in (item.number or ""):
            stop = _gone_on(text, items, stop, plural=plural)
        elif _SAFETY.fullmatch(item.number or "") is not None:
            stop, at = _of_safety(text, items, stop)
            if at > stop:
                plural = True
                continue
        sep = SEPARATOR.match(text, stop) or (_just(text, stop, items[-1]) if plural else None)
        if sep is None:
            again = None if renumbered else _renumbered(text, items, stop)
            if again is not None:
                while again is not None:
                    stop = again
                    again = _renumbered(text, items, stop)
                sep = SEPARATOR.match(text, stop)
            elif plural and (beyond := qualified_member(text, stop)) is not None:
                sep = SEPARATOR.match(text, beyond.stop)
                if sep is not None:
                    items[-1] = items[-1]._replace(qualifiers=items[-1].qualifiers + beyond.qualifiers)
        if sep is None or ((not plural or ";" in sep[0]) and _REPEATED.fullmatch(sep[0]) is not None):
            break
        at = sep.end()
        if len(items) > _MANY:
            check("references", len(items), "references")
        plural = plural or bool(item.number and PREFIXED.match(item.number))
    return items, stop


_MAY_BREAK = frozenset(".; ")
_SPACED = compiled(
    r"\. \d{1,2}(?:\. \d{1,2})*(?= (?:de (?:la|cette) |de l'|du |dudit |«))"
    r"|(?<=0\d)\. \d{1,2}(?:\. \d{1,2}){1,4}(?![\w°)]|\.\d)"
)
"""The rest of a number with blanks behind its points: "4. 2. 3 de la convention", "05. 07. 3"."""
_FOR_HYPHEN = compiled(r" ?;(?P<last>\d{1,2})(?![\d°])")
_LOST_HYPHEN = compiled(r" (?P<last>\d{1,2})(?=,? (?:et )?[LRD]\. ?\d|, \d|(?:,| et) \d)")
_LETTERS = frozenset("LRDA")


def _unbroken(text: str, item: Item, *, listed: bool) -> Item:
    """A number in one piece: "4. 2. 3 de la convention", "L. 761 ;1", and in a list "D. 15 7, D. 16 et …"."""
    number = item.number or ""
    if number.isdigit():
        spaced = _SPACED.match(text, item.end)
        return item if spaced is None else item._replace(number=number + spaced[0].replace(" ", ""), end=spaced.end())
    if number[:1] not in _LETTERS or "-" in number or item.to is not None:
        return item
    last = _FOR_HYPHEN.match(text, item.end) or (_LOST_HYPHEN.match(text, item.end) if listed else None)
    return item if last is None else item._replace(number=f"{number}-{last['last']}", end=last.end())


def _member_with_parts(text: str, items: list[Item], item: Item, *, plural: bool, short: bool) -> int:
    """Where the parts of a further member end, or the letters of more members."""
    if plural and (item.number or "")[-1:].isupper() and _LETTER.match(text, item.end) is not None:
        items.append(item)
        return _letters(text, items, item.end)
    if _ADVERBED.search(number := item.number or "") and _NEXT_ADVERB.match(text, item.end) is not None:
        return _adverbs(text, items, item, number.rpartition(" ")[0])
    if plural and number[:1] in _ROMAN_LETTERS and _NEXT_ROMAN.match(text, item.end) is not None:
        items.append(item)
        return item.end
    short = short and (not items or _has_point(text, item))
    return _with_portions(text, items, item, portions(text, item, single=not plural and not items, short=short))


def _with_portions(text: str, items: list[Item], item: Item, parts: Portions | None) -> int:
    """Add a member with its parts, and what is excepted of it; where it ends."""
    if parts is None:
        items.append(item)
        return item.end
    locators, excepted, stop = parts
    if locators and item.to is None and text[stop - 1 : stop + 2] == ") à":
        to, stop = _last(text, stop, item.number or "")  # "5 (premier alinéa) à 8"
        item = item._replace(to=to, end=item.end if to is None else stop)
    items.append(item._replace(locators=locators) if locators else item)
    items += excepted
    return stop


_SAFETY_RANGE = compiled(rf" à (?P<last>{_SAFETY_NUMBER})")
_SAFETY_NEXT = compiled(rf"(?:,|,? et|,? ou) (?={_SAFETY_NUMBER})")


def _of_safety(text: str, items: list[Item], stop: int) -> tuple[int, int]:
    """Where an article of the rules against fire ends, of which a range may go on, and where the next one begins."""
    last = _SAFETY_RANGE.match(text, stop)
    if last is not None:
        stop = last.end()
        items[-1] = items[-1]._replace(to=last["last"], end=stop)
    further = _SAFETY_NEXT.match(text, stop)
    return stop, stop if further is None else further.end()


def _just(text: str, at: int, before: Item) -> re.Match[str] | None:
    """A sign or a blank before a further member; blanks alone stand between numbers of one kind: not "L. 112-1 999"."""
    sep = _JUST.match(text, at)
    if sep is None or not sep[0].isspace():
        return sep
    lettered = PREFIXED.match(text, sep.end()) is not None
    if before.number and before.number[-1].isupper() and _SMALL_BEHIND.match(text, sep.end()) is not None:
        return None  # "150-0 D 1 quater CGI"
    return sep if lettered is (PREFIXED.match(before.number or "") is not None) else None


_SMALL_BEHIND = compiled(r"\d{1,2}(?![\d-])")
_LAST_POINT = compiled(r" ?, ?(?P<point>\d{1,2})(?= ?[;.)\n]|$)")


def _has_point(text: str, item: Item) -> bool:
    """Whether a plain number behind a comma ends a list, and is less than the end of the member before it.

    It is a point of that, and does not go on with it: "L. 113-9 et L. 611-7, 1".
    """
    last = _TRAILING.search(item.number or "")
    point = None if last is None else _LAST_POINT.match(text, item.end)
    return point is not None and last is not None and int(point["point"]) < int(last[0])


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


def _is_of_year(number: str) -> bool:
    """Whether it is that of a law or a decree, or its year."""
    return number[0] in _LAW_OR_DECREE and _OF_YEAR.fullmatch(number) is not None


def _named_last(items: Sequence[Item]) -> str | None:
    """The number of the last member; in full, where it may be the end of one: "L. 225-1, 2"."""
    last = items[-1]
    if last.locators and "-" in (last.number or ""):
        return None  # "L. 225-1, 1° et 2"
    whole = None if last.otherwise is None else last.otherwise.number
    return whole if whole is not None and whole[0] in _PREFIX_LETTERS else last.number


def _with_two(text: str, both: re.Match[str]) -> tuple[list[Item], int] | None:
    """A list that begins with two prefixes of one number."""
    items, stop = read_list(text, both.start("two"), plural=True)
    if not items:
        return None
    number = text[both.end() : items[0].end]
    to = items[0].to and both["one"] + items[0].to.lstrip("LRDA. ")
    return [Item(both.start(), both.end("one"), f"{both['one']} {number}", to, items[0].open), *items], stop


def _small(text: str, at: int) -> Item | None:
    """A number, or a range of numbers, with prefixes in lower case: "l3121-9", "l121-1 à l121-5"."""
    small = _SMALL.match(text, at)
    if small is None or not ("-" in small["number"] or small["named"] is not None):
        return None
    end = small.end("number")
    number = text[at:end].capitalize()
    to, end = _last(text, end, number)
    more = _OPEN.match(text, end)
    return Item(at, end if more is None else more.end(), number, to, more is not None)


def _gone_on(text: str, items: list[Item], at: int, *, plural: bool) -> int:
    """Where the last member ends with what goes on with its number: the end of its range, endings for more members."""
    if plural and text.startswith(" (", at) and (noted := _NOTED_RANGE.match(text, at)) is not None:
        to, at = _last(text, noted.end(), items[-1].number or "")
        items[-1] = items[-1]._replace(to=to, end=at)
    return _endings(text, items, at) if "-" in text[at : at + 6] else at


def _endings(text: str, items: list[Item], at: int) -> int:
    """Where the endings of numbers behind the last member end, each made a member."""
    item = items[-1]
    number = item.number or ""
    last = _ENDING_RANGE.match(text, at)
    if last is not None:
        items[-1] = item._replace(to=_with_ending(number, last["rest"]), end=last.end())
        return last.end()
    while (match := _ENDING.match(text, at)) is not None:
        at = match.end()
        items.append(Item(match.start("rest") - 1, at, _with_ending(number, match["rest"])))
    return at


_LETTER = compiled(
    r"(?: ?, ?| (?:et|ou) )(?P<letter>[B-HJ-UWYZ])(?!\w)"
    rf"(?=(?:(?: ?, ?| (?:et|ou) )(?:[B-Z](?!\w)|{_LETTERED_ONE}))*+,? (?:du |de la |de l'|C\. ?[a-z]|[A-Z]{3}))"
)
"""The letter of a number that stands for it, before the act: ``39 A et B du code``."""


def _letters(text: str, items: list[Item], at: int) -> int:
    """Where the letters of numbers behind the last member end, each made a member."""
    number = items[-1].number or ""
    while (match := _LETTER.match(text, at)) is not None and match["letter"] > number[-1]:
        at, number = match.end(), f"{number[:-1]}{match['letter']}"
        items.append(Item(match.start("letter"), at, number))
    return at


_ADVERBED = re.compile(r"[0-9A-Z] (?:[a-z]+(?:ies|ter)|bis|ter)$")
_NEXT_ADVERB = compiled(rf"(?: ?, ?| (?P<joint>et|ou|à) )(?P<adverb>{ADVERB})")


def _adverbs(text: str, items: list[Item], item: Item, stem: str) -> int:
    """Where the adverbs behind a number end, each the end of one more: "199 quaterdecies et quindecies"."""
    at = item.end
    items.append(item)
    while (match := _NEXT_ADVERB.match(text, at)) is not None:
        at, number = match.end(), f"{stem} {match['adverb']}"
        if match["joint"] == "à":
            items[-1] = items[-1]._replace(to=number, end=at)
        else:
            items.append(Item(match.start("adverb"), at, number))
    return at


def _with_ending(number: str, ending: str) -> str:
    """A number with as many of its last parts replaced as the ending has: "L. 225-1-1" and "2-1" are "L. 225-2-1"."""
    parts = min(ending.count("-") + 1, number.count("-"))
    return f"{number.rsplit('-', parts)[0]}-{ending}"


_RENUMBERED = compiled(
    r"""
    (?: \(?(?P<former>anc(?:iens?|\.))\)?)?\ ?,? ?(?:[(\[]|[–—-] )?
    (?:
        (?P<successor>devenue?s?(?:, (?P<since>(?:depuis|par|à compter) [^,;.()\n]{3,80}),)?|désormais|aujourd'hui
            |actuel(?:s|lement)?|nouvel|nouveaux?
            |(?:re)?codifiée?s? (?:à|aux|sous)|repris(?:es?)? (?:à|aux|sous)|recodifiée?s?|renuméroté(?:e?s?)?(?: en)?)
        |(?P<predecessor>(?:ancienne|antérieure)ment|autrefois|jadis|naguère|anciens?|anc\.|précédemment|ex)
    )[ -]
    (?:(?:respectivement|depuis|désormais|aujourd'hui|ensuite|ultérieurement) )?
    (?:(?:le |la |l'|au |aux? |à la )(?P<part>[^,;.()\n]{1,40}?) d(?:e l'|es )(?=article))?
    (?:(?:à |sous )?(?:l'article|les articles|articles?|art\.|l'art\.|l'actuel article|(?:le )?(?:numéro|n°)) ?)?
    (?=[LRDA]\.? ?\*? ?\d|LO|L\.O|\d)
"""
)
"""``devenu 1240``, ``(anciennement 1382``: another number of the same article."""
_TAKEN_UP = frozenset(("cod", "rep"))
_UNDER_ACT = compiled(r"[,(] ?art(?:icles?|\.)? $")
"""What stands before a number whose act is named before it, and which a code took up: "loi …, article 8, codifié à"."""
_FORMER = compiled(
    r"(?: (?P<former>anc(?:iens?|\.)))? ?\( ?(?:articles? |art\. )?"
    r"(?=[LRDA]?\.? ?\d[\d -]* (?:(?P<predecessor>anc(?:ien|\.))|(?P<successor>nouv(?:eau|\.)))\))"
)
_REST = re.compile(r"[^()\n]{2,80}\)")
_ENDS_RENUMBERED = compiled(
    r"(?: anciens?| anc\.| nouveau| nouv\.| ?\[[^\[\]()\n]{1,60}\]|,? [^()\n\d]{2,60})? ?[)\]]| [–—-](?= d)"
    r"|(?: anciens?| nouveau)(?!\w)"
    r"|,? (?:à compter|depuis) [^,;.()\n]{3,60}(?=, ?d[eu])|"
)


_PART_BEHIND = compiled(r" ?,? ?(?:paragraphe|par\.|§|al\.|alinéa|point|premier|deuxième|second)(?= ?\d| al)")


def _is_apart(text: str, at: int) -> bool:
    """Whether a number in a bracket, or behind a comma, has an act of its own, and another act follows.

    "98 (ex-article 75 du projet) de la loi …", "47, devenu l'article L. 6 du code …, de la loi …".
    """
    rest = _REST.match(text, at)
    if rest is not None:
        followed = _PART_BEHIND.match(text, rest.end()) is not None or act_after(text, rest.end()) is not None
        return followed and act_after(text, at) is not None
    act = act_after(text, at)
    return act is not None and text.startswith(", d", act.stop) and act_after(text, act.stop + 1) is not None


def _is_of_other_kind(text: str, number: str, following: str, at: int) -> bool:
    """Whether only one of two numbers has a letter before it, and a code behind: "47, devenu L. 621-40 du code …"."""
    if number[:1].isalpha() is following[:1].isalpha():
        return False
    act = act_after(text, at)
    return act is not None and act.nature == "code" and act.how is How.NAMED


def _renumbered(text: str, items: list[Item], at: int) -> int | None:
    """Where ``, devenu 1240`` behind the last member ends, its number made a member; ``None`` where none is."""
    begin = at
    while text[begin : begin + 1] in _LOOSE:
        begin += 1
    if text[begin : begin + 3] not in _AGAIN and text[begin - 1] not in _OPENING:
        return None
    match = _RENUMBERED.match(text, at)
    if match is None and (text[begin - 1] == "(" or text[begin : begin + 3] == "anc"):
        match = _FORMER.match(text, at)
    if match is None:
        return None
    if text[begin : begin + 3] in _TAKEN_UP and _UNDER_ACT.search(text, max(0, items[0].start - 12), items[0].start):
        return None
    plural = bool(items[-1].to) or match[0].rstrip().endswith("s") or match[0].lstrip()[0] in _OPENING
    following, stop = read_list(text, match.end(), plural=plural, renumbered=True)
    if not following or _is_apart(text, stop):
        return None
    if _is_of_other_kind(text, items[-1].number or "", following[0].number or "", stop):
        return None
    groups = match.groupdict()
    kind = "predecessor" if groups.get("predecessor") else "successor"
    former, part = groups.get("former"), groups.get("part")
    chain = None if part is None else chain_at(text, match.start("part"))
    if part is not None and (chain is None or chain.end != match.end("part")):
        return None
    if chain is not None:
        locators = tuple([path for path, _, _ in chain.paths()])
        following = [item._replace(locators=item.locators or locators) for item in following]
    if former is not None:
        own = Qualifier("former", match.start("former"), match.end("former"))
        items[-1] = items[-1]._replace(qualifiers=(*items[-1].qualifiers, own))
    if groups.get("since") is not None:
        since = Qualifier("other", match.start("since"), match.end("since"))
        items[-1] = items[-1]._replace(qualifiers=(*items[-1].qualifiers, since))
    following = [item._replace(relation=Relation.REFERS_TO) for item in following]
    start = match.start(kind)
    ended = _ENDS_RENUMBERED.match(text, stop)
    stop = ended.end() if ended is not None else stop
    qualifier = Qualifier(kind, start, following[-1].end, following[0].number)
    items[-1] = items[-1]._replace(qualifiers=(*items[-1].qualifiers, qualifier))
    items += following
    return stop


def is_certain(item: Item) -> bool:
    """Whether its number is one by its form alone: with a prefix, a hyphen or an adverb."""
    return bool(PREFIXED.match(item.number or "") or _CERTAIN.match(item.number or ""))


def _number_at(text: str, at: int) -> re.Match[str] | None:
    """The number at a position, without the "À" of the next words that lacks its accent: "L. 911-1 A moins que"."""
    match = _NUMBER.match(text, at)
    if match is None or match[0][-2:] != " A" or _WITHOUT_ACCENT.match(text, match.end()) is None:
        return match
    return match if is_lettered(normalize_number(match[0])) else _NUMBER.match(text, at, match.end() - 2)


def _item(text: str, at: int, *, strict: bool, before: str | None = None) -> Item | None:
    """One number or range, behind the member ``before``; where ``strict``, only what can be nothing but a number."""
    match = _number_at(text, at)
    if match is None:
        return _without_digits(text, at, strict=strict, before=before)
    number, end = (
        _with_letter(text, match) if text[match.end() + 2 : match.end() + 3] == " " else (match[0], match.end())
    )
    if text.startswith(_BLANK_IN_NUMBER, end) and (joined := _typed_with_blanks(text, at)) is not None:
        return joined
    if (
        (number[0] == "A" and _SUM.match(text, end))
        or _is_of_year(number)
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
    elif behind.islower() and not strict and (lettered := _LETTERED.match(text, at)) is not None:
        return Item(at, lettered.end(), lettered[0])
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
    roman_follows = text[end + 1 : end + 2] in _ROMAN_LETTERS
    if roman_follows and (longer := _with_roman(text, match, before)) is not None:
        if longer[0][-1] in _ROMAN_LETTERS:
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
        and before[0] in _PREFIX_LETTERS
    ):
        otherwise = Item(at, end, f"{before.rpartition('-')[0]}-{number}")  # "L. 1233-57-2 et 3"
    following = text[end : end + 2]
    if "-" in number and (pair := _PAIR.fullmatch(number)) is not None and 0 < int(pair[2]) - int(pair[1]) < _CLOSE:
        return new(Item, (at, end, pair[1], pair[2], *_PLAIN[1:]))  # "1103-1104"
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
        return new(Item, (at, end, number, *_PLAIN[:-2], otherwise, ()))
    to, end = _last(text, end, number) if following.strip(" ")[:1] in _TO else (None, end)
    more = _OPEN.match(text, end) if text[end : end + 1] in " ,+" else None
    if more is not None:
        end = more.end()
    return new(Item, (at, end, number, to, more is not None, *_PLAIN[2:-2], otherwise, ()))


def _part_behind_point(text: str, at: int, end: int, number: str) -> Item | None:
    """A number with the part that a full stop joins to it: "6.III", "23.3°"."""
    if text[end + 1 : end + 2] in _ROMAN_LETTERS and (roman := _ROMAN_PART.match(text, end)) is not None:
        return Item(at, roman.end(), number, locators=(roman["part"].replace(".", "/"),))
    degree = _DEGREE_BEHIND.match(text, end)
    return None if degree is None else Item(at, degree.end(), number, locators=(f"{degree['point']}°",))


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
_BLANK_IN_NUMBER = tuple(f" {digit}" for digit in "0123456789")
_SMALL_PART = r"(?:,? (?:al(?:in[ée]a|\.)? ?\d{1,2}|\d{1,2} ?°|§ ?\d|I{1,3}|IV)(?![\w°])|-\d{1,2} ?°){0,4}+"
_TYPED_WITH_BLANKS = compiled(
    rf"(?P<number>{_BLANKS})(?: à (?P<last>{_BLANKS}))?(?: et suivants| et s\.)?{_SMALL_PART}"
    rf"(?:(?: et | ou | à |, ?)(?:articles? |arts?\.? ?)?{_BLANKS}{_SMALL_PART}){{0,12}}+"
)
_THOUSAND = compiled(rf"\d \d{{3}}{_ENDS_NUMBER}{_SUFFIX}")
"""A number of four digits in which a converter has set a blank: "article 1 240 du code civil"."""


def _typed_with_blanks(text: str, at: int) -> Item | None:
    """A number with blanks in it, where the act behind it has it: "articles 706 73 et 74 du CPP", "article 1 240"."""
    typed = _TYPED_WITH_BLANKS.match(text, at)
    return None if typed is None else _with_blanks(typed, act_after(text, typed.end()))


def _with_blanks(typed: re.Match[str], act: ActName | None) -> Item | None:
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


def with_blanks_before(text: str, items: Sequence[Item], act: ActName | None) -> Sequence[Item]:
    """The members of a list, those that blanks have cut in one with what follows: "code pénal, art. 222 37 al. 1"."""
    if not any(text.startswith(_BLANK_IN_NUMBER, item.end) for item in items):
        return items
    whole: list[Item] = []
    stop = -1
    for item in items:
        if item.start < stop:
            continue
        typed = _TYPED_WITH_BLANKS.match(text, item.start)
        joined = None if typed is None else _with_blanks(typed, act)
        if joined is None:
            whole.append(item)
        else:
            stop = _with_portions(text, whole, joined, portions(text, joined, single=True))
    return whole


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
_PREFIX_LETTERS = frozenset("LRD")
_TO_BE_GIVEN = ("-…", "-...")
"""The end of a number that is not given yet: "un article L. 123-2-… ainsi rédigé"."""
_PAIR = re.compile(r"([0-9]{3,4})-([0-9]{3,4})")
_CLOSE = 50  # articles from the first to the last of a range that a hyphen alone makes
_MISREADABLE = frozenset("-lO")
_MISREAD_ENDS = frozenset(("-l", *(f"{letter}{digit}" for letter in "lO" for digit in "0123456789lO-")))
_DASHED = frozenset(("- ", " -", " –"))
_TRAILING = re.compile(r"[0-9]+\Z")


def _misread(text: str, at: int, number: str) -> Item:
    """A number as it was before a scanner took a 1 for an l, or zeros for letters."""
    match = _MISREAD.match(text, at)
    end = at + len(number) if match is None else max(match.end(), at + len(number))
    return Item(at, end, text[at:end].replace("l", "1").replace("O", "0"))


_ALINEA = compiled(r" alinéas?(?! \d)")
"""What shows a rank to be none of a range: "de l'article 5 au premier alinéa"."""


def _last(text: str, at: int, number: str) -> tuple[str | None, int]:
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
    if last[0].lstrip()[0] in "-–" and not _is_range(number, to):  # "4412-B – 3 articles", "art. 700 – 9 C. civ."
        return None, at
    return to, end


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
    return not to.isdigit() and number[0].isalpha() is to[0].isalpha()


def _joined(text: str, at: int, number: str) -> tuple[int, str]:
    """Where a number ends around whose hyphen there are spaces, and the number; a range of numbers is none.

    What is no less than the number is the end of a range.
    """
    broken = _BROKEN.match(text, at)
    if broken is not None:
        return broken.end(), f"{number}-{broken['rest'].replace(' ', '')}"
    digits = None if "-" in number else _TRAILING.search(number)
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
_NEXT_ROMAN = compiled(rf"(?:,| et| ou|,? ainsi que) (?=[IVX]){ROMAN}(?!\w)")
"""A further Roman number, which is no part of the one before."""


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
    match = _WORD.match(text, at) or _ZONE.match(text, at) or _SAFETY.match(text, at)
    if match is None:
        return _in_roman(text, at, before)
    more = _OPEN.match(text, match.end())
    return Item(match.start(), more.end() if more else match.end(), match[0], open=more is not None)


def _in_roman(text: str, at: int, before: str | None) -> Item | None:
    """A number or a range in Roman numerals, behind the member ``before`` that is one as well.

    A lone "X" stands for any number, but where an act follows.
    """
    if text[at : at + 1] not in _ROMAN_LETTERS or (before is not None and before[0] not in _ROMAN_LETTERS):
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
        or (text.startswith("C.", begin) and _GOES_ON_SMALL.match(text, end) is not None and not _is_known(number[0]))
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
        or _BEHIND_TAXES.search(text, max(0, number.start() - _NEAR_TAXES), number.start()) is not None
    ):
        return end
    letters = number[0][begin - end :]
    known = short is None and (
        len(letters) == 1
        or (len(letters) < _MANY_LETTERS and is_letter_suffix(letters.lower()) and not _HYPHENED.match(number[0]))
    )
    return end if known or is_lettered(normalize_number(number[0])) else begin


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
_BEHIND_TAXES = compiled(
    rf"(?:(?:CGI|[Cc]ode général des impôts)(?:,? ann(?:exe|\.)? (?:I[IV]*|[1-4]))?|ann(?:exe|\.) (?:I[IV]*|[1-4]))"
    r"(?: (?:au|du) (?:CGI|code général des impôts))?"
    rf" ?[,:]? ?art(?:icle|\.)?s? ?\.? ?(?:{NUMBER}(?:, | (?:et|ou|à) )?){{0,4}}$"
)
"""They, where they are named first: "CGI, ann. III, art. 41 DN"."""
_NEAR_TAXES = 90  # characters before a number, in which they are
_JOURNAL = compiled(r"J\. ?O\.")
_HYPHENED = re.compile(r"[LRD][^0-9]{0,4}[0-9]+-(?!0(?![0-9]))[0-9]")
"""A number of a code whose articles end with one letter at most, so that two are initials: "L. 337-1 LC"."""
_MANY_LETTERS = 3  # of a number that no code has: initials


_ROMAN_SUFFIX = compiled(rf"{NUMBER}[ -](?:[IVX]{{1,3}})(?![\w']|-\d)(?: {ADVERB})?")


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
