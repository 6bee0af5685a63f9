"""Numbers of articles that stand alone beside their act: lists behind it and before it, cells, columns."""

from __future__ import annotations

import re

from cpp_corpus.lang.abbreviations import Standing, abbreviation_at, abbreviation_before, last_article
from cpp_corpus.lang.acts import has_number, numbers_alike
from cpp_corpus.model.number import normalize_number
from cpp_corpus.normalizer.recognize.fragments import ADVERB, AND_PUNISHED, compiled
from cpp_corpus.normalizer.recognize.grammar.acts_behind import act_after, goes_on_with_act
from cpp_corpus.normalizer.recognize.grammar.article_acts import (
    PADDING,
    PLAIN_DIGITS,
    has_number_of,
    may_have,
    with_act,
)
from cpp_corpus.normalizer.recognize.grammar.counted import UNITS
from cpp_corpus.normalizer.recognize.grammar.designations.abbreviations import ABBREVIATION
from cpp_corpus.normalizer.recognize.grammar.numbers import read_list, with_blanks_before
from cpp_corpus.normalizer.recognize.grammar.one_number import PREFIXED, is_certain
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase

__all__ = [
    "ENDED",
    "FAR_BEFORE",
    "LEADING",
    "PREFIXES",
    "QUERY",
    "YEAR",
    "heads_numbers",
    "is_unlikely",
    "listed_before",
    "listed_behind",
    "parted",
    "parted_by_act",
]

_ONE_OF = re.compile(r"[0-9]+(?:-[0-9]+)*")


def parted(several: re.Match[str], group: str | int = 0) -> list[Item]:
    """The members of numbers with slashes, commas or "et" between them."""
    start = several.start(group)
    return [Item(start + one.start(), start + one.end(), one[0]) for one in _ONE_OF.finditer(several[group])]


_LISTED = compiled(
    r"(?P<colon> ?: ?)|(?P<bracket> ?\((?=[LRD]|\d{3}(?:[)-]|\d[)-])))|(?P<comma> ?, ?)|(?P<cell> ?\| ?|;(?=\S)|\t)"
    r"|(?P<dash> [–-] )(?=\d{3})| ?"
)
ENDED = compiled(r" ?(?:[.;:)\n]|$|, (?=[A-Z](?:[A-Z]|\. ?[a-z]))|\((?=[a-zà-ÿ]{3,}[^()\n]{0,60}\)))")
YEAR = re.compile(r"19[0-9]{2}|20[0-3][0-9]|180[4-9]|1810")
"""A year of an edition, or of the first codes."""
_WHOLE = frozenset(("code", "loi"))
"""Natures of acts that a number behind their initials is of, where nothing else is written: "CPC 9", "LIL 82"."""
_MANY_MEANINGS = 3  # letters of initials that mean other things than an act of the Union: "CE 1"
_LAWS = ("loi:", "ordonnance:", "decret:")
LEADING = re.compile(r"[0-9]+(?P<paragraph>\.[1-9][0-9]*(?P<letter>\.[a-z])?)?")
_CELL_ENDS = frozenset(("|", ";", "\n", "\t", ""))


def _is_in_cell(name: ActName, item: Item, *, filled: bool) -> bool:
    """Whether a number in the cell behind a code is one of it, and no sum: "| Code civil | 1641 |"."""
    number = item.number or ""
    plain = filled and len(number) >= PLAIN_DIGITS and YEAR.fullmatch(number) is None
    return is_certain(item) or (plain and has_number_of(name.ids[0], number))


_MOST_ROWS = 200
_COLUMN = compiled(r"[ *_]*(?:[aA]rt(?:icles?|\.|s\.)?|[nN](?:°|uméro)(?: d(?:e l'|')article)?)[ *_]*", re.IGNORECASE)


def _is_column_of_articles(text: str, at: int) -> bool:
    """Whether the cell of a table at ``at`` stands in a column that its first row calls one of articles."""
    line = text.rfind("\n", 0, at) + 1
    column = text.count("|", line, at)
    for _ in range(_MOST_ROWS):
        above = text.rfind("\n", 0, max(0, line - 1)) + 1
        if not line or not text.startswith("|", above):
            break
        line = above
    head = text[line : text.find("\n", line)].split("|")
    return column < len(head) and _COLUMN.fullmatch(head[column]) is not None


def listed_behind(text: str, name: ActName, standing: Standing | None) -> Phrase | None:
    """The numbers that stand behind the name of an act without a word: "CGI 199 sexdecies", "Code civil : 1240, 1241".

    The act must have them all. ``standing`` is that of an abbreviation; behind a name in full, for which it is
    ``None``, there must be a colon, or the numbers end the clause, behind a comma or a dash the text.
    """
    between = _LISTED.match(text, name.stop)
    if between is None or not name.ids or (between["dash"] and (standing is not None or name.nature != "code")):
        return None
    at = between.end()
    small = text[at : at + 1] in PREFIXES and _SMALL_NUMBER.match(text, at) is not None
    plain = small or text[at : at + 1].isdigit() or between["bracket"] is not None
    if not plain and (standing is not None or PREFIXED.match(text, at) is None):
        return None
    items, stop = read_list(text, at, plural=True, short=True)
    if not items or UNITS.match(text, items[0].end) is not None:
        return None
    items = [*with_blanks_before(text, items, name)]
    stop = max(stop, items[-1].end)
    several = len(items) > 1 or " " in text[items[0].start : items[0].end]
    if several and goes_on_with_act(text, stop) and (behind := act_after(text, stop)) is not None:
        both, count = parted_by_act(text, Phrase("article", at, stop, tuple(items), behind), name)
        if not heads_numbers(text, behind):
            items = [*both.items[: count or None]]
        stop = items[-1].end  # "CPC 700 et 1240 C. civ.", "CPC 700 - 11 décret 67-223"
    if small:
        like = all(numbers_alike(name.ids[0], normalize_number(item.number or "")) for item in items)
        return Phrase("article", name.start, stop, tuple(items), name, bare=True) if like else None
    alone = standing is not None and (
        _is_alone(text, name.start, stop)
        or (standing is Standing.ANYWHERE and _is_sentence(text, name.start, stop, several=len(items) > 1))
    )
    whole = alone and (
        name.nature in _WHOLE or standing is not Standing.BESIDE or name.end - name.start > _MANY_MEANINGS
    )
    ended = ENDED.match(text, stop) is not None
    if between["comma"] or between["dash"]:
        ended = ended and standing is None and not text[stop:].strip(" .)\n") and len(text) <= QUERY
    listed = _is_of_code if name.nature == "code" or name.ids[0].startswith("code-") else _is_of_other
    if between["bracket"] is not None:
        known = all(has_number(name.ids[0], normalize_number(item.number or "")) for item in items)
        return Phrase("article", name.start, stop, tuple(items), name, bare=True) if known else None
    colon = between["colon"] is not None
    if between["cell"] is not None and _is_column_of_articles(text, at):
        return Phrase("article", name.start, stop, tuple(items), name, bare=True)
    if between["cell"] is not None:
        colon = True
        filled = text[stop : stop + PADDING].lstrip(" ")[:1] in _CELL_ENDS
        if name.nature != "code" or not all(_is_in_cell(name, item, filled=filled) for item in items):
            return None
    if not all(listed(name.ids[0], item, standing, colon=colon, ended=ended, whole=whole) for item in items):
        return None
    return Phrase("article", name.start, stop, tuple(items), name, bare=True)


_HEADED = compiled(r" ?[,:] ?(?:[LRDA]\.? ?\*? ?)?\d")


def heads_numbers(text: str, act: ActName) -> bool:
    """Whether an act behind the comma that ends a list heads the next one: "CCH, L. 111-2, CSS, L. 242-1"."""
    return text.endswith(", ", 0, act.start) and _HEADED.match(text, act.stop) is not None


_NOTHING_BEHIND = compiled(r"(?:,? ?\(?(?:anc(?:ien)?|nouv(?:eau)?)(?!\w)\.?\)?)?[ .;\n]*\Z")
_LINE_OF_TABLE = compiled(r" ?[;.] ?\n|[;.] ?$")


def _is_alone(text: str, start: int, stop: int) -> bool:
    """Whether nothing else stands in a text, or in a line that a sign ends, as in tables of the law cited."""
    if not text[:start].strip() and _NOTHING_BEHIND.match(text, stop) is not None:
        return True
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return "\n" in text and not before.strip() and _LINE_OF_TABLE.match(text, stop) is not None


_BEGINS_SENTENCE = re.compile(
    r"(?:\A|[\n;(]|(?<=[\w)])\.(?= )) ?"
    r"(?P<leads>(?:[Vv]\.|[Vv]oir|[Cc]f\.?|[Cc]omp\.|[Rr]appr\.|[Aa]dde)(?: (?:aussi|not\.|également))? ?(?::|,)? ?)?\Z"
)
_SENTENCE_ENDS = compiled(r" ?(?:$|\n|[;)]|\.(?: ?$| ?\n| (?=[A-ZÀ-Ý])))")
_LEADING_WORDS = 20  # characters of them


def _is_sentence(text: str, start: int, stop: int, *, several: bool) -> bool:
    """Whether a code and its numbers are a sentence of their own, or one led to: "V. CPC 9.", "CPC 9, 15. CPP 40."."""
    begins = _BEGINS_SENTENCE.search(text, max(0, start - _LEADING_WORDS), start)
    if begins is None or not (several or begins["leads"]):
        return False
    return _SENTENCE_ENDS.match(text, stop) is not None


_SMALL_NUMBER = compiled(r"[lrd]\.? ?(?:\* ?)?\d{1,4}-\d")
"""A number whose prefix is in small letters: "code du travail l3141-3"."""
_NO_RANGE = r"(?:[LRD]\.? ?\*?)?\d+(?:-\d+)*"
_TWO = compiled(rf"(?P<one>{_NO_RANGE})(?:, | [–-] )(?P<two>{_NO_RANGE}) (?:du |de la |de l')?")


def parted_by_act(text: str, phrase: Phrase, head: ActName) -> tuple[Phrase, int]:
    """A list with another act behind it than the one that heads it, and its first member of the act behind.

    That is the last member, or those before it, too, that the act at the head does not have: "CPC, art. 9 et 1240
    C. civ." What seems to be a range or a point may be two members: "CPC, art. 700 – 9 C. civ."; 0 where none is of
    the act behind.
    """
    name = phrase.act
    if name is None or name.how is not How.NAMED or not name.ids or not head.ids or head.ids[0] in name.ids:
        return phrase, 0
    items = phrase.items
    if len(items) == 1 and (two := _TWO.fullmatch(text, items[0].start, name.start)) is not None:
        items = tuple([Item(*two.span(group), two[group]) for group in ("one", "two")])
        phrase = phrase._replace(items=items)
    lacking = (at for at, item in enumerate(items) if at and not may_have(head.ids[0], item.number or ""))
    return phrase, next(lacking, len(items) - 1)


def _is_of_code(  # noqa: PLR0913 - what is known where it is asked
    act: str, item: Item, standing: Standing | None, *, colon: bool, ended: bool, whole: bool
) -> bool:
    """Whether a number behind the name of a code, without a word, can be nothing but one of it."""
    number = item.number or ""
    known = has_number(act, normalize_number(number)) is True
    if standing in {None, Standing.ANYWHERE}:
        if colon or whole:
            return known or (standing is not None and is_certain(item))
    elif whole:
        return known
    if number.isdigit() and (len(number) < PLAIN_DIGITS or YEAR.fullmatch(number) is not None):
        return known and standing is Standing.ANYWHERE and bool(item.locators)
    if standing is Standing.ANYWHERE:
        return known or is_certain(item)
    if standing is None:
        return known and (ended or "-" in number or number[:1] in "LRD")
    return known and standing is Standing.BESIDE and (is_certain(item) or bool(item.locators))


def _is_of_other(  # noqa: PLR0913 - the same
    act: str, item: Item, standing: Standing | None, *, colon: bool, ended: bool, whole: bool
) -> bool:
    """The same behind the name of another act, of which the last number is known: "RGPD 5.1.c", "TFUE 267"."""
    leading, last = (
        LEADING.match(item.number or ""),
        None if standing is None or (colon and not whole) else last_article(act),
    )
    if whole and last is None and act.startswith(_LAWS):  # "loi du 29 juillet 1881, 29"
        return leading is not None and len(leading[0]) <= PLAIN_DIGITS
    if leading is None or last is None or not 0 < int(leading[0].partition(".")[0]) <= last:
        return False
    if whole or item.locators or leading["letter"] is not None:
        return whole or standing is not Standing.CITATION
    return standing is Standing.ANYWHERE and (ended or leading["paragraph"] is not None or is_certain(item))


_OPENS_LINE = compiled(
    r"(?:^|[\n\t(;:«\"+>]\s*|(?:[Vv]u|[Cc]f\.?|[Vv]oir|[Vv]\.|[Oo]u|[Ee]x|[Aa]nc\.?) |(?<!\w)aa?\. ?)"
    r"(?P<number>[1-9]|[lrd]\.? ?(?=\d{2,4}-))"
    r"(?:[^\n;:(]|\((?=dev|anc|auj|ex[ -]|\w\)|\d{1,2} ?°\)|al\.? ?\d|[IVX]+[,)])){0,60}\(?$"
)
_DIGIT = re.compile(r"[0-9]")
_PART_OF_HYPHENED = r"(?: (?:(?:al|AL)\.? ?\d|\d{1,2} ?°)){0,2}"
_HYPHENED = compiled(
    r"(?<![\w.,/°-])(?P<number>(?:[lrd]\.? ?)?\d{1,4}(?:-\d{1,3}){1,3})"
    rf"(?:{_PART_OF_HYPHENED}(?:, | et )(?:[lrd]\.? ?)?\d{{1,4}}(?:-\d{{1,3}}){{1,3}}){{0,4}}{_PART_OF_HYPHENED} $"
)
_LETTERED_NUMBER = compiled(rf"(?<![\w.,/°-])(?P<number>\d{{1,4}}(?:(?: ?[A-Z]{{1,2}})(?![\w.])| {ADVERB})+) $")
"""A number with letters anywhere before the code that has it: "TVA non applicable, 293 B CGI"."""
_ASKED = compiled(r"[a-zà-ÿ] (?P<number>\d{3,4}) $")
"""A plain number behind the words of a query that its act ends: "garantie décennale 1792 code civil"."""
_TOLD = compiled(
    r"(?:(?<!\w)(?:(?:[Ss]elon|[Dd]'après|[Pp]ar|(?:cit|vis|invoqu)(?:e|ent|ait|é))(?: le)? |[Ll]es? |[Dd]u |[Aa]u )"
    r"(?=\d{3})|= ?|(?P<loose>(?<!\w)[Cc]'est |(?<=[a-zà-ÿ]\w), )(?=\d{3}))"
    r"(?P<number>\d{1,4})(?: (?:et|à|ou) (?:\d{3,4}|s\.?|suiv\.|suivants?))? $"
)
"""Numbers that stand for their article in a sentence: "selon 1719 cc", "c'est le 1382 cc", "prescription = 8 CPP".

So do those behind "c'est" or a comma, before a name that means nothing else: "pour l'expertise, 145 CPC".
"""
_CUBIC = frozenset(("cc", "CC"))
_ROUND = ("00", "50", "25")


def _measures(text: str, item: Item, start: int) -> bool:
    """Whether a number may be a volume: "le 1000 cc"."""
    return text[start : start + 2] in _CUBIC and (item.number or "").endswith(_ROUND)


_UNCLEAR = 2  # letters of initials that mean other things as well
QUERY = 100  # characters
FAR_BEFORE = 62  # characters
_MARK = compiled(r"\d{1,2} ")
_SEVERAL = compiled(r"(?:lois|ordonnances|d[ée]crets|arrêtés|arretes|codes|règlements|directives)(?!\w)")
_HEADS = compiled(r" ?[,:(–-]? ?[Aa][Rr][Tt]")
_OF = compiled(r"(?: ?,)? (?:du|de l[a']|des?)(?!\w)")
_PUNISHED_BEFORE = compiled(rf"(?<![\w.,/-])(?P<number>\d{{2,4}}(?:-\d{{1,3}})+){AND_PUNISHED}$")
"""The number of what is punished by the next one: "prévu par 222-13 et réprimé par 222-44 C. pén."."""
_RANGE_BEFORE = compiled(r"(?<![\w.,/-])(?P<number>\d{2,4})(?:-\d+)* à $")
"""The first number of a range that is listed so: "la garantie, 1792 à 1792-4-1 CC"."""


def _has_either(act: str, item: Item) -> bool:
    """Whether an act has a number, or the other way to read it: "293B"."""
    other = item.otherwise
    return has_number_of(act, item.number or "") or (other is not None and has_number_of(act, other.number or ""))


def listed_before(text: str, start: int) -> Phrase | None:
    """The numbers that open a line, a bracket or a citation, with the act that begins at ``start``: "1240 code civil".

    A plain number of one or two digits before a name in full with a capital may be the mark of a note, and any before a
    law that of a paragraph. Numbers with hyphens that the act has may stand anywhere: "des dommages-intérêts, 1231-1
    code civil".
    """
    if _DIGIT.search(text, max(0, start - FAR_BEFORE), start) is None:
        return None
    opened = _OPENS_LINE.search(text, max(0, start - FAR_BEFORE), start)
    anywhere = opened is None
    if opened is None:
        opened = _TOLD.search(text, max(0, start - FAR_BEFORE), start)
    told = anywhere and opened is not None
    bracket = start - text.endswith(" (", 0, start)  # "la clause pénale, 1231-5 (C. civ.)"
    if opened is None and (text[bracket - 2 : bracket - 1].isdigit() or text[bracket - 2 : bracket - 1] == "°"):
        opened = _HYPHENED.search(text, max(0, start - FAR_BEFORE), bracket)
        if opened is None and len(text) <= QUERY and (asked := _ASKED.search(text, start - 7, start)) is not None:
            opened = None if YEAR.fullmatch(asked["number"]) else asked
    if opened is None and text[start - 2 : start - 1].isalpha():
        opened = _LETTERED_NUMBER.search(text, max(0, start - FAR_BEFORE), start)
    if opened is None:
        return None
    at = opened.start("number")
    items, stop = read_list(text, at, plural=True, short=True)
    phrase = with_act(text, at, stop, items, bare=True) if items else None
    name = None if phrase is None else phrase.act
    if phrase is None or name is None or not name.ids or name.how is not How.NAMED:
        return None
    if not name.start <= start < name.stop or text[items[-1].end : name.start].strip() == ".":  # "2. Code pénal"
        return None
    if heads_numbers(text, name) and abbreviation_before(text, at) is not None:
        return None  # "CPC : 9 et 16, CPP : 63-1"
    if (
        text[at - 1 : at] == "("
        and text[max(0, at - 3) : max(0, at - 2)] not in _APART
        and ")" in text[items[0].end : start]
    ):
        return None  # "C. civ. (5, 7), C. pén."
    if anywhere and (before := _RANGE_BEFORE.search(text, max(0, at - FAR_BEFORE), at)) is not None:
        wider, end = read_list(text, before.start("number"), plural=True, short=True)
        if end == stop and all(has_number_of(name.ids[0], item.number or "") for item in wider):
            items, at = wider, before.start("number")
            phrase = phrase._replace(start=at, items=tuple(wider))
    if anywhere and text.endswith(" par ", 0, at):
        punished = _PUNISHED_BEFORE.search(text, max(0, at - FAR_BEFORE), at)
        if punished is not None:
            items = [Item(*punished.span("number"), punished["number"]), *items]
            at = items[0].start
            phrase = phrase._replace(start=at, items=tuple(items))
    listed = len(items) > 1 and _OF.match(text, stop) is None
    if (anywhere or listed) and not all(_has_either(name.ids[0], item) for item in items):
        return None
    if told and opened.groupdict().get("loose") and name.end - name.start <= _UNCLEAR:
        return None
    if told and (name.nature != "code" or YEAR.fullmatch(items[0].number or "") or _measures(text, items[0], start)):
        return None
    if told:
        return None if _HEADS.match(text, phrase.stop) is not None else phrase
    if anywhere and text[at : start - 1].isdigit():  # the end of a query
        short = abbreviation_at(text, start) if name.form == ABBREVIATION.name else None
        clear = name.end - name.start > _UNCLEAR  # and no "cp"
        beside = short is not None and short.standing is not Standing.ANYWHERE and not clear
        ends = not text[phrase.stop :].strip(" .?!") or start - at > PLAIN_DIGITS + 1
        return phrase if (ends or clear) and not beside else None
    if name.form == ABBREVIATION.name and is_unlikely(text, phrase, name):
        return None
    marked = _MARK.fullmatch(text, at, start) is not None or (name.form == "loi" and text[at : start - 1].isdigit())
    if name.form != ABBREVIATION.name and marked:
        said = text[start].islower() and _SEVERAL.match(text, start) is None
        if not said or has_number(name.ids[0], items[0].number or "") is False:
            return None
    return None if _HEADS.match(text, phrase.stop) is not None else phrase


_WORD_BEHIND = compiled(r" (?!et |ou |ci|anc|nouv|mod|préc|susv|in )[a-zà-ÿ]{2}")


def is_unlikely(text: str, phrase: Phrase, name: ActName) -> bool:
    """Whether a plain number before initials that mean other things too is none of an article.

    The act has none such, or words follow the two: "75015 CP", "3 CT de plus".
    """
    number = phrase.items[0].number or ""
    short = abbreviation_at(text, name.start)
    if len(phrase.items) > 1 or not number.isdigit() or short is None or short.standing is Standing.ANYWHERE:
        return False
    if has_number(name.ids[0], number) is False and name.nature == "code":
        return True
    return len(number) < PLAIN_DIGITS and _WORD_BEHIND.match(text, phrase.stop) is not None


_APART = frozenset(("", ";", ",", ":", "\n"))
"""What stands before a bracket that opens a citation."""
PREFIXES = frozenset("lrd")
