"""The members of a list of articles: numbers, ranges, and the locators that follow a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.lang.acts import is_lettered
from cpp_corpus.lang.dates import MONTHS
from cpp_corpus.lang.roman import ROMAN
from cpp_corpus.lang.typography import plain
from cpp_corpus.limits import check
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reference import Relation
from cpp_corpus.normalizer.recognize.fragments import ADVERB, AND, PREFIX, by_letters, compiled
from cpp_corpus.normalizer.recognize.grammar.acts_behind import act_after
from cpp_corpus.normalizer.recognize.grammar.clauses import SUBJECT
from cpp_corpus.normalizer.recognize.grammar.counted import is_counted
from cpp_corpus.normalizer.recognize.grammar.locators import COUNT, STEMS, chain_at
from cpp_corpus.normalizer.recognize.grammar.one_number import (
    BEFORE_ACT,
    BEHIND_TAXES,
    BETWEEN_MEMBERS,
    BLANK_IN_NUMBER,
    ENDS,
    LETTERED_ONE,
    NEAR_TAXES,
    ONE,
    PLAIN,
    PREFIX_LETTERS,
    PREFIXED,
    ROMAN_LETTERS,
    SAFETY,
    SAFETY_NUMBER,
    TRAILING,
    TYPED_WITH_BLANKS,
    is_of_year,
    last_of_range,
    number_item,
    with_blanks,
)
from cpp_corpus.normalizer.recognize.grammar.portions import POINTED, Portions, portions
from cpp_corpus.normalizer.recognize.grammar.qualifiers import Qualified, qualified_ahead, qualified_member
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Qualifier, new

__all__ = [
    "SEPARATOR",
    "opens_point",
    "read_list",
    "with_blanks_before",
]

_ENDING = compiled(r"(?: ?, ?(?:et |ou )?| (?:et|ou) )(?=-\d)-(?P<rest>\d+(?:-\d+)*)(?![\w°])")
"""The end of a number that stands for it: ``L. 225-1, -2 et -3``."""
_ENDING_RANGE = compiled(r" à -(?P<rest>\d+(?:-\d+)*)(?![\w°-])")
_NOTED_RANGE = compiled(r" \([^()\n]{1,60}\)(?= à (?:l'article )?[LRDA]\.? ?\*? ?\d+-\d)")
"""A note behind the first number of a range: ``R. 7-3 (annexe 2) à R. 7-12``."""
_BOTH = compiled(r"(?P<one>[LRDA]\.?) (?:et|ou) (?P<two>[LRDA]\. ?)(?=\d)")
"""Two prefixes of one number: ``R. et D. 1234-1``."""
_RANKING = (
    r"(?:subsidiair|accessoir|éventuell|également|surabond|principal|cumulativ|alternativ)\w*"
    r"|en tant que de besoin|à titre [a-zé]+"
)
_AND = (
    rf"(?:{AND}|puis|sinon|plutôt que|comme|ensemble|mais(?= (?:pas|non))) ?"
    rf"(?:[–—] (?!{SUBJECT})[a-zà-ÿ][^–—,;:.()\n\d]{{2,60}} [–—] ?"
    rf"|, (?!{SUBJECT})[a-zà-ÿ][^,;:.()\n\d]{{2,60}}, ?"
    rf"|(?: \w+)?, (?!{SUBJECT})(?:depuis|en|avant|après|par|pour|dans|au titre) [^,;.:()\n]{{2,60}}, ?"
    rf"(?={PREFIX}?\d+-\d)"
    rf"|,? ?(?:(?:le cas échéant|s'il y a lieu|au besoin|à défaut|surtout|même|aussi|bien|(?:non|pas)(?: plus| pas)?"
    rf"|{_RANKING}) ?,? ?)?)"
)
"""A conjunction with an aside: "12 et, à titre subsidiaire, 14", "12, et non 13"."""
_LIST_MARK = r"\d{1,2} ?[).°] ?(?:[Aa]rt|[lL]'art|[lL]es art|[LRD]\. ?\d)"
"""The mark of the next point of a list in one line: "1) art. 7 ; 2) art. 8"."""
_FIRST_ONE = r" (?:article|d(?:u|e la) (?:livre|titre|chapitre|section|sous-section|paragraphe|partie))"
"""What makes "premier" a rank, and no number: "L. 7-2, premier article de la section 2"."""
SEPARATOR = compiled(
    rf"(?: ?[,;] ?(?!{_LIST_MARK})(?:{_AND}|(?:le cas échéant|puis|voire|spéc\.|spécialement|notamment) )?"
    rf"| ?{_AND}"
    r"| ?[/&+·] ?(?=[LRDAlrd]\.? ?\d++-)| [–-] (?=[LRDA]\. ?\*? ?\d++-)|/(?=\d{1,4}-\d)|[&+](?=\d)"
    r"| \+ (?=\d{1,4}(?:-\d+)* (?:[A-Z]{2}|C\.|du |de la )))"
    r"(?:(?:à |aux |de |des |du |les |le |l'|d'|en )(?=[LRDA](?:\."
    rf"|[\d ]))|(?:articles? )?)(?=[\dLRDA]|(?i:pr[ée](?!mier{_FIRST_ONE})|lim|uni(?!que{_FIRST_ONE})|ier)"
    rf"|[UN][A-Z]{{0,3}}[a-z]?\d? \d"
    r"|[IVX]{1,6}(?:[.-]\d|(?![\w°'.]))|[lrd]\.? ?\d+-\d)"
)
"""What stands between two members of a list; the second begins behind it."""
_REPEATED = compiled(r" ?[,;] ?articles? ")
"""A repeated "article", which begins a citation of its own: "article 7, article 122-1 du code …"."""
_JUST = compiled(
    r"(?: (?=[LRDA]\. ?\*?\d)"
    rf"|(?: ?[;/+&] ?(?!{_LIST_MARK})| and | (?!\d\d?\)))"
    rf"(?={ONE}(?:(?: ?[,;/+&] ?| (?:et|ou|and) | ){ONE}){{0,12}}{BEFORE_ACT}))"
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
    before = BEHIND_TAXES.search(text, max(0, item.start - NEAR_TAXES), item.start)
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
        "et", "ou", "puis", "à", "au", "ainsi", "ni", "jusqu", "sinon ", "voire ", "plutôt ", "comme ", "ensemble ",
        "mais ", "sauf", "hormis", "excepté", "le ", "al", "ph",
        "paragraphe", "par.", "para", "point", "pt", "let", "lit", "sous ", "dans s", "dans leur", "en s", "ch.",
        "in fine", "dev", "anc", "nouv", "actuel", "ex ", "désorm", "recod", "codifi", "repris", "précéd", "suiv", "ss",
        "svt", "sq", "pour ", "quant ", "and ", "er ", "er,", "bis", "ter", "quater", "quinto",
        *STEMS, *COUNT, *MONTHS, *map(plain, MONTHS),
        "janv.", "févr.", "fév.", "fevr.", "avr.", "juil.", "juill.", "sept.", "oct.", "nov.", "déc.", "dec.",
    )
)  # fmt: skip
_ALONE = compiled(
    rf"(?:{PREFIX}|(?!\d{{3,4}}-\d{{3,4}}(?!\d)))\d++(?:-\d++)*+"
    r"(?=\.(?![\dIVX]| ?\d{1,2} ?°| \d{1,2}[. ])|[;:](?!\d)|[)\n]|$"
    rf"| (?!{_LEADING_ON}|[a-z](?!\w)|[a-z]*+(?<=ies)(?!\w))[a-zéê])"
)
"""A plain number with which its list ends, by the word behind it: read in one go, as most numbers are."""
_MEMBER = compiled(
    rf"(?P<number>{PREFIX}\d++(?:-\d++)*+)(?:(?P<goes_on> ?, ?| et )(?=[LRD]\. ?\*?\d)"
    r"|(?=[)\n]|:(?!\d)|;(?! [LRD]|\d)| d[ue] |$))"
)
"""A member of a list by its prefix, with what parts it from the next one, or the last: also read in one go."""
_OVER = frozenset((*ENDS, *(f" {letter}" for letter in "dfgmqr")))
"""With what no list goes on: the end of a clause, or a word by its first letter."""
_ENDS_LETTER = frozenset(("", ".", ";", "\n", *"), "))
_QUALIFY = frozenset(
    (" deu", " der", " qua", " dev", " dés", " réd", " rec", " rep", " mod", " mai", " dan", " rel", " fix")
)
"""Where what qualifies a number begins, among those."""
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
        found = [] if is_of_year(alone[0]) else [new(Item, (*alone.span(), alone[0], *PLAIN))]
        return found, alone.end() if found else at
    items: list[Item] = []
    ahead: tuple[Qualifier, ...] = ()  # of the member that comes next
    stop = at
    if text[at + 1 : at + 4] in _BETWEEN and (both := _BOTH.match(text, at)) is not None:
        return _with_two(text, both) or ([], at)
    while True:
        while not ahead and (member := _MEMBER.match(text, at)) is not None and not is_of_year(member["number"]):
            items.append(new(Item, (*member.span("number"), member["number"], *PLAIN)))
            if member["goes_on"] is None:
                return items, member.end("number")
            at, stop, plural = member.end(), member.end("number"), True
        item = number_item(text, at, strict=bool(items) and not plural, before=_named_last(items) if items else None)
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
        if ahead:
            item, ahead = item._replace(qualifiers=ahead), ()
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
        if item.to is not None and text[stop : stop + 1] in _BEFORE_EXCEPTED:
            stop = _excepted(text, items, item, stop)
        if "-" in (item.number or ""):
            stop = _gone_on(text, items, stop, plural=plural)
        elif SAFETY.fullmatch(item.number or "") is not None:
            stop, at = _of_safety(text, items, stop)
            if at > stop:
                plural = True
                continue
        sep = SEPARATOR.match(text, stop) or (_just(text, stop, items[-1]) if plural else None)
        if sep is None:
            sep, told, stop = _behind_qualifiers(text, items, stop, plural=plural, renumbered=renumbered)
            if told is not None:
                at, ahead = told.stop, told.qualifiers
                continue
        if sep is None or ((not plural or ";" in sep[0]) and _REPEATED.fullmatch(sep[0]) is not None):
            break
        at = sep.end()
        if len(items) > _MANY:
            check("references", len(items), "references")
        plural = plural or bool(item.number and PREFIXED.match(item.number))
    return items, stop


def _behind_qualifiers(
    text: str, items: list[Item], stop: int, *, plural: bool, renumbered: bool
) -> tuple[re.Match[str] | None, Qualified | None, int]:
    """What parts the last member from the next one, behind its other numbers or what qualifies it; where it ends.

    That is a separator, or the wording of the next one, told before it.
    """
    again = None if renumbered else _renumbered(text, items, stop)
    if again is not None:
        while again is not None:
            stop = again
            again = _renumbered(text, items, stop)
        sep = SEPARATOR.match(text, stop)
        return sep, qualified_ahead(text, stop) if sep is None and plural else None, stop
    if not plural:
        return None, None, stop
    beyond = qualified_member(text, stop)
    if beyond is not None:
        sep = SEPARATOR.match(text, beyond.stop)
        told = qualified_ahead(text, beyond.stop) if sep is None else None
        if sep is not None or told is not None:
            items[-1] = items[-1]._replace(qualifiers=items[-1].qualifiers + beyond.qualifiers)
            return sep, told, stop if told is None else beyond.stop
    return None, qualified_ahead(text, stop), stop


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
    if plural and number[:1] in ROMAN_LETTERS and _NEXT_ROMAN.match(text, item.end) is not None:
        items.append(item)
        return item.end
    brief = short
    short = short and (not items or _has_point(text, item) or any(map(_has_plain_point, items)))
    awaits = plural and not brief and (not items or text[items[-1].end : item.start].strip() in _NOT_LAST)
    parts = portions(text, item, single=not plural and not items, short=short, awaits=awaits)
    return _with_portions(text, items, item, parts)


_NOT_LAST = frozenset((",", ";", "), "))
"""What leads to a member of a list that is not its last one."""


def _with_portions(text: str, items: list[Item], item: Item, parts: Portions | None) -> int:
    """Add a member with its parts, and what is excepted of it; where it ends."""
    if parts is None:
        items.append(item)
        return item.end
    locators, excepted, stop = parts
    if locators and item.to is None and text[stop - 1 : stop + 2] == ") à":
        to, stop = last_of_range(text, stop, item.number or "")  # "5 (premier alinéa) à 8"
        item = item._replace(to=to, end=item.end if to is None else stop)
    items.append(item._replace(locators=locators) if locators else item)
    items += excepted
    return stop


_BEFORE_EXCEPTED = frozenset(", ")
_EXCEPTED = compiled(rf",? (?:sauf|hormis|excepté) (?={PREFIX}?\d)")
_EXCEPTED_NEXT = compiled(rf"(?:,| et| ou) (?={PREFIX}?\d)")
_EXCEPTED_ONE = compiled(rf"{PREFIX}?(?P<first>\d+)(?:-\d+)*(?![\w°.,%/-]\d|[\w°%])")
_BEFORE_ITS_ACT = (", du ", ", de ", ", des ")


def _excepted(text: str, items: list[Item], item: Item, stop: int) -> int:
    """Where what is excepted of a range ends, each made a member: "63-1 à 63-4-4, sauf 63-3-1, du code"."""
    lead = _EXCEPTED.match(text, stop)
    first, last = _FIRST.search(item.number or ""), _FIRST.search(item.to or "")
    while lead is not None and first is not None and last is not None:
        one = _EXCEPTED_ONE.match(text, lead.end())
        if one is None or is_counted(text, one.start()) or not int(first[0]) <= int(one["first"]) <= int(last[0]):
            break
        items.append(Item(*one.span(), one[0], relation=Relation.EXCLUDES))
        stop = one.end()
        lead = _EXCEPTED_NEXT.match(text, stop)
    return stop + 1 if len(items) > 1 and items[-1].end == stop and text.startswith(_BEFORE_ITS_ACT, stop) else stop


_FIRST = re.compile(r"[0-9]+")
_SAFETY_RANGE = compiled(rf" à (?P<last>{SAFETY_NUMBER})")
_SAFETY_NEXT = compiled(rf"(?:,|,? et|,? ou) (?={SAFETY_NUMBER})")


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
    if text.startswith(BETWEEN_MEMBERS, at):
        dashed = _DASHED.match(text, at)
        listed = dashed is not None and (dashed["more"] or text.endswith(BETWEEN_MEMBERS, 0, before.start))
        return dashed if listed else None
    sep = _JUST.match(text, at)
    if sep is None or not sep[0].isspace():
        return sep
    lettered = PREFIXED.match(text, sep.end()) is not None
    if before.number and before.number[-1].isupper() and _SMALL_BEHIND.match(text, sep.end()) is not None:
        return None  # "150-0 D 1 quater CGI"
    return sep if lettered is (PREFIXED.match(before.number or "") is not None) else None


_DASHED = compiled(rf" [–-] (?={ONE}(?P<more>(?: [–-] {ONE}){{0,12}}){BEFORE_ACT})")
"""A dash between numbers of a list that has no other sign: "articles 12 – 15 – 18 du code"."""
_SMALL_BEHIND = compiled(r"\d{1,2}(?![\d-])")
_LAST_POINT = compiled(r" ?, ?(?P<point>\d{1,2})(?= ?[;.)\n]|$)")


def _has_point(text: str, item: Item) -> bool:
    """Whether a plain number behind a comma ends a list, and is less than the end of the member before it.

    It is a point of that, and does not go on with it: "L. 113-9 et L. 611-7, 1".
    """
    last = TRAILING.search(item.number or "")
    point = None if last is None else _LAST_POINT.match(text, item.end)
    return point is not None and last is not None and int(point["point"]) < int(last[0])


def _has_plain_point(item: Item) -> bool:
    """Whether a member has a plain point, as the others of its list then may: "CGI, art. 39, 5, 206, 1 bis, 209, I"."""
    return bool(item.locators) and item.locators[0][0].isdigit() and "°" not in item.locators[0]


def _named_last(items: Sequence[Item]) -> str | None:
    """The number of the last member; in full, where it may be the end of one: "L. 225-1, 2"."""
    last = items[-1]
    if last.locators and "-" in (last.number or ""):
        return None  # "L. 225-1, 1° et 2"
    whole = None if last.otherwise is None else last.otherwise.number
    return whole if whole is not None and whole[0] in PREFIX_LETTERS else last.number


def _with_two(text: str, both: re.Match[str]) -> tuple[list[Item], int] | None:
    """A list that begins with two prefixes of one number."""
    items, stop = read_list(text, both.start("two"), plural=True)
    if not items:
        return None
    number = text[both.end() : items[0].end]
    to = items[0].to and both["one"] + items[0].to.lstrip("LRDA. ")
    return [Item(both.start(), both.end("one"), f"{both['one']} {number}", to, items[0].open), *items], stop


def _gone_on(text: str, items: list[Item], at: int, *, plural: bool) -> int:
    """Where the last member ends with what goes on with its number: the end of its range, endings for more members."""
    if plural and text.startswith(" (", at) and (noted := _NOTED_RANGE.match(text, at)) is not None:
        to, at = last_of_range(text, noted.end(), items[-1].number or "")
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
    rf"(?=(?:(?: ?, ?| (?:et|ou) )(?:[B-Z](?!\w)|{LETTERED_ONE}))*+,? (?:du |de la |de l'|C\. ?[a-z]|[A-Z]{3}))"
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


def _is_of_other_act(text: str, number: str, following: str, at: int, *, taken_up: bool) -> bool:
    """Whether a number is none of the code behind the other: only one has a letter, or the code took up a plain one.

    "47, devenu L. 621-40 du code …", "5, codifié à l'article 12 du code …".
    """
    alike = number[:1].isalpha() is following[:1].isalpha()
    if alike and not (taken_up and number.isdigit()):
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
    taken_up = text[begin : begin + 3] in _TAKEN_UP
    if taken_up and _UNDER_ACT.search(text, max(0, items[0].start - 12), items[0].start):
        return None
    plural = bool(items[-1].to) or match[0].rstrip().endswith("s") or match[0].lstrip()[0] in _OPENING
    following, stop = read_list(text, match.end(), plural=plural, renumbered=True)
    if not following or _is_apart(text, stop):
        return None
    if _is_of_other_act(text, items[-1].number or "", following[0].number or "", stop, taken_up=taken_up):
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


def with_blanks_before(text: str, items: Sequence[Item], act: ActName | None) -> Sequence[Item]:
    """The members of a list, those that blanks have cut in one with what follows: "code pénal, art. 222 37 al. 1"."""
    if not any(text.startswith(BLANK_IN_NUMBER, item.end) for item in items):
        return items
    whole: list[Item] = []
    stop = -1
    for item in items:
        if item.start < stop:
            continue
        typed = TYPED_WITH_BLANKS.match(text, item.start)
        joined = None if typed is None else with_blanks(typed, act)
        if joined is None:
            whole.append(item)
        else:
            stop = _with_portions(text, whole, joined, portions(text, joined, single=True))
    return whole


_NEXT_ROMAN = compiled(rf"(?:,| et| ou|,? ainsi que) (?=[IVX]){ROMAN}(?!\w)")
"""A further Roman number, which is no part of the one before."""
