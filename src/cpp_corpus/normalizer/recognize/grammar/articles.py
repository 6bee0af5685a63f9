"""Articles: the word, the list behind it, and the act that follows; articles named without their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from cpp_corpus.lang.abbreviations import Standing, abbreviation_at, abbreviation_before, last_article
from cpp_corpus.lang.acts import code_name_at, codes_with, has_none_like, has_number, is_roman_suffixed, numbers_alike
from cpp_corpus.lang.roman import from_roman
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import (
    ADVERB,
    DASHES,
    PRECITED,
    PREFIX,
    adjective_before,
    by_letters,
    compiled,
    list_end,
    word_before,
)
from cpp_corpus.normalizer.recognize.grammar.acts import act_after, act_behind_sign, act_named_at, goes_on_with_act
from cpp_corpus.normalizer.recognize.grammar.counted import UNITS
from cpp_corpus.normalizer.recognize.grammar.designations.abbreviations import ABBREVIATION
from cpp_corpus.normalizer.recognize.grammar.designations.laws import PLURAL_LAWS, further_laws
from cpp_corpus.normalizer.recognize.grammar.divisions import divisions_after
from cpp_corpus.normalizer.recognize.grammar.locators import chain_at, chains_before
from cpp_corpus.normalizer.recognize.grammar.numbers import (
    PREFIXED,
    SEPARATOR,
    is_certain,
    opens_point,
    read_list,
    with_blanks_before,
)
from cpp_corpus.normalizer.recognize.grammar.portions import portions
from cpp_corpus.normalizer.recognize.grammar.qualifiers import Qualified, glossed, qualified
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase, Qualifier, how_named, new
from cpp_corpus.normalizer.recognize.rule import Example, Rule

__all__ = [
    "ARTICLE",
    "NUMBER_ALONE",
    "QUOTED_NUMBER",
    "articles_at",
    "continued",
    "introduces",
    "is_unlikely",
    "listed_before",
    "listed_behind",
    "may_have",
    "named_again",
    "numbers_at",
    "parted_by_act",
]

_SLIPS = (
    "articl", "artcile", "artcle", "artice", "articel", "artciel", "artilce", "aritcle", "atricle", "aticle", "aricle",
    "acticle", "arcticle", "articke",
)  # fmt: skip
"""How the word is mistyped."""
_ARTICLE = rf"(?:article|{by_letters((slip, '') for slip in _SLIPS)})"
_HEAD = compiled(
    rf"(?:(?P<singular>l?{_ARTICLE}(?!s))|{_ARTICLE}s|arts?\.?)"
    r"(?:(?!\w)|(?=\d|(?-i:[LRDA])(?:[.\d]| ?\d)|l\d|(?<=\.)[lrd]\.\d)) ?,? ?(?:numérotés? |n° ?)?"
    r"(?:[\"']? ?[:=] ?[\"']?(?=(?:[LRD]\.? ?)?\d+-\d|(?-i:[LRD])\.? ?\d))?",
    re.IGNORECASE,
)
_USUAL_HEAD = re.compile(r"(?:(?P<singular>article)|articles) (?=[0-9LRDA])")
"""The same where nothing is peculiar, as in most places: in a third of the time."""
_PLURAL_BEFORE = frozenset(("aux ", "des ", "les ", "ces "))
"""Determiners of a list, however the word behind is printed: "aux article 5 et 7"."""
_SHORT = frozenset((".", " ", ""))
"""What follows "art", where it is neither "arts" nor a longer word."""
_PRECITED = compiled(rf",? ?{PRECITED}")
_ITS = frozenset(("ses", "son", "leur", "leurs"))
_MINE = frozenset(("mon", "mes"))
"""Determiners of an article that someone wrote: "mon article 9 est paru"."""
_RELATIVE = compiled(
    r"(?P<head>article) (?:(?P<previous>précédent|qui précède)|(?P<next>suivant|qui suit))"
    r"(?!\w| ?:| (?:est|sera|soit) (?:insér|ajout|cré|introdui))",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"articles?(?!\w)(?! (?:d[e'] ?(?:presse|journa|magazine|blog|doctrine|revue|fond|opinion|actualité|sport|mode|luxe"
    r"|bureau|ménage|toilette|consommation|bonne qualité)|(?:scientifique|universitaire|journalistique)))",
    re.IGNORECASE,
)
"""The word itself; no "articles de presse", "articles de mode"."""
_FOLLOWING = compiled(
    r"articles suivants(?!\w)(?:(?: du| de la|,) (?:livre|titre|chapitre|section|partie)s? [^\s,.;:]+)*",
    re.IGNORECASE,
)
_INLINE = compiled(r"[^\n;.:]{0,120}: (?:arts?\. )?(?=[LRDA]\. ?\*? ?\d)")
_ABOVE = re.compile(r" *\n\s*(?!A (?:modif|abrog|cré|compl))(?:[^\n\t]{40}|[A-ZÀ-Ý][^\n\t0-9]{7,}(?=\n|$))")
"""What follows a label that stands above its article, and no cell of a table: a line of some length, or a title."""
_QUOTE = re.compile(r"[\"“«] *$")
_COLON = compiled(r" ?(?::|\n)")
_BECOME = compiled(
    r"(?:,? devenue?s? (?:respectivement )?|, (?:anciennement|autrefois) (?:respectivement )?| \((?P<bracket>)"
    r"(?:(?:devenue?s?|désormais|aujourd'hui|auj\.|anciennement|anciens?|anc\.|ex)[ -]"
    r"|(?=(?:l'|art\. |article |l'article )*[LRD]?\.? ?\d[\d-]* (?:anc|nouv)(?:ien|eau|\.)\))))"
    r"(?:l'article |les articles |l'art\. |articles? |arts?\.? )?(?=[LRD]?\.? ?\d)"
)
_BECOMING = (", dev", " dev", " (", ", dans ", ", anc", ", autr")
_BECOME_SEVERAL = (", devenus ", ", devenues ", " devenus ", " devenues ", ", anciennement ", ", autrefois ")
_FILE = compiled(
    r"(?<!\w)(?:[Rr][ée]f(?:érence)?s?|[Ff]acture|[Cc]ommande|[Dd]ossier|[Dd]evis|[Ll]ot|[Mm]odèle|[Ss]érie|[Vv]ol"
    r"|[Tt]rain)\.?(?: n[°o])? ?:? ?$"
)
"""What stands before the number of a file or a thing: "réf. L. 2031-45", "facture R. 2031-7"."""
_ENDS_FILE = frozenset("efrstoln.°: ")
_STREET = compiled(
    r"(?<!\w)(?:rue|avenue|place|boulevard|impasse|allée|chemin|quai|square|passage|route) (?:de l'|des )$",
    re.IGNORECASE,
)
_LABEL = compiled(r" ?\.? ?[-–—]{1,2}(?: |\n|[A-ZÉ])")


_PARTED = r"[1-9]\d{0,3}(?:-\d+)*"
_SLASHED = compiled(
    rf"(?!\d\d?/(?:19|20)\d\d(?!\d)){_PARTED}(?:[/+&]{_PARTED})+(?![\w/-])"
    r"(?= ?(?:[;)(\[\n,]|$)| (?:C\.|[A-Z]{2,6}(?!\w)|c\.? ?[a-z]|d(?:u|e la|e ce|e l') ?|code|C(?:o(?:de|n[sv])|C)"
    r"|[lL]oi|[dD][ié]|[oO]rd|[rR][èe]gl|D\.|L\.))"
)
"""Numbers with a slash between them, before their act: "1103/1104 C. civ."."""
SEVERAL = rf"{_PARTED}(?:(?:/|, | et ){_PARTED})+"
"""Numbers without a word before them: "132 et 15 CPC"."""
_ONE_OF = re.compile(r"[0-9]+(?:-[0-9]+)*")


def parted(several: re.Match[str], group: str | int = 0) -> list[Item]:
    """The members of numbers with slashes, commas or "et" between them."""
    start = several.start(group)
    return [Item(start + one.start(), start + one.end(), one[0]) for one in _ONE_OF.finditer(several[group])]


def articles_at(
    text: str, at: int, begin: int, locators: tuple[str, ...] = (), how: How | None = None
) -> Phrase | None:
    """The articles named from the word "article" at ``at`` on; ``None`` where no number follows.

    ``begin`` is where their phrase begins, ``locators`` are those before the word, ``how`` is what an adjective says.
    """
    head = _USUAL_HEAD.match(text, at) or _HEAD.match(text, at)
    if head is None:
        return None
    plural = head["singular"] is None or "°" in head[0] or text[at - 4 : at] in _PLURAL_BEFORE
    if head.end() == at + len("art") and _IDENTIFIER.match(text, head.end()) is not None:
        return None
    items, stop = read_list(text, head.end(), plural=plural, short=plural and head[0][3:4] in _SHORT)
    if not items and plural and text.startswith("(", head.end()):
        items, stop = read_list(text, head.end() + 1, plural=True)
        items, stop = (items, stop + 1) if text.startswith(")", stop) else ([], stop)
    if not items and (slashed := _SLASHED.match(text, head.end())) is not None:
        items, stop = parted(slashed), slashed.end()
    if (
        not items
        and (cell := _IN_CELL.match(text, head.end())) is not None
        and _BEHIND_ACT_CELL.search(text, at - 60, at)
    ):
        items, stop = read_list(text, cell.end(), plural=True)
    if not items:
        return None
    if plural and items[-1].end == stop and len(text) <= _QUERY:
        items, stop = _typed_list(text, items, stop)
    if locators or how is not None:
        for index, each in enumerate(items):
            item = _with_numeral(text, each) if any(path[0] in _NUMERALS for path in locators) else each
            both = _combined(locators, item.locators) if item.locators else locators
            items[index] = new(Item, (*item[:6], both, how or item.how, *item[8:]))
            if head["singular"] is not None:  # "les II à V de l'article 7, 8 et 9": they are parts of 7 only
                break
    return _with_act(text, begin, stop, items)


_IN_CELL = compiled(r"[:=] ?(?=\d{1,4}(?: ?[,;)(\n|]| et |$))")
_BEHIND_ACT_CELL = compiled(
    r"(?:(?:n ?[°o] ?|[Ll]oi |[Dd][ée]cret |[Oo]rdonnance )\d{2,4}-\d+(?: du [\w/. ]{6,20})?"
    r"|(?<!\w)[Cc]ode [^|;,:\n\d]{3,50}|C\. ?[a-z]+\.?|[A-Z]{2,6}) ?(?:[|,;–-] ?)?(?:les )?$"
)
"""What stands before an article whose number is in the next cell: "loi n° 2019-1 | art. : 3, 4"."""
_TYPED = compiled(r"(?: (?:\d{3,4})(?![\w.,%€/-])){2,}(?! (?:euros?|€))")
_HYPHENED_LIST = re.compile(r"(?:[0-9]{3,4}-){2,}[0-9]{3,4}")


def _typed_list(text: str, items: list[Item], stop: int) -> tuple[list[Item], int]:
    """A list as people type it in a query, with blanks or hyphens between its members: "901 908 910", "229-230-237"."""
    number = items[-1].number or ""
    if _HYPHENED_LIST.fullmatch(number) is not None:
        members = [Item(one.start(), one.end(), one[0]) for one in _ONE_TYPED.finditer(text, items[-1].start, stop)]
        return ([*items[:-1], *members], stop) if _ascend(members) else (items, stop)
    typed = _TYPED.match(text, stop) if number.isdigit() else None
    if typed is None:
        return items, stop
    members = [Item(one.start(), one.end(), one[0]) for one in _ONE_TYPED.finditer(text, stop, typed.end())]
    return ([*items, *members], typed.end()) if _ascend([items[-1], *members]) else (items, stop)


_ONE_TYPED = re.compile(r"[0-9]+")


def _ascend(items: Sequence[Item]) -> bool:
    """Whether numbers have as many digits and go up."""
    numbers = [item.number or "" for item in items]
    return len({*map(len, numbers)}) == 1 and all(one < other for one, other in pairwise(numbers))


_SOURCES = frozenset(("loi", "ordonnance", "decret"))


def _is_source(items: Sequence[Item], act: ActName) -> bool:
    """Whether an act in brackets is the one that changed an article of a code, since its own have no prefixes."""
    return act.nature in _SOURCES and act.how is How.NAMED and PREFIXED.match(items[-1].number or "") is not None


_NUMERALS = frozenset("IVX")


def _with_numeral(text: str, item: Item) -> Item:
    """An item whose number ends with a capital, and not a part, since parts stand before it: "II de 244 quater I"."""
    part = item.locators[0] if len(item.locators) == 1 else ""
    whole = f"{item.number} {part}"
    if not part or not text.startswith(f" {part}", item.end) or not is_roman_suffixed(normalize_number(whole)):
        return item
    return item._replace(number=whole, end=item.end + 1 + len(part), locators=())


_IDENTIFIER = re.compile(r"[0-9]+[A-Z][a-z]")
"""What makes a name in a program of the short word: "art02Title"."""


def numbers_at(text: str, at: int, begin: int, locators: tuple[str, ...]) -> Phrase | None:
    """The same without the word, where a number with its prefix stands at ``at``: "(alinéa 2 de) L. 221-5"."""
    items, stop = read_list(text, at, plural=False) if PREFIXED.match(text, at) else ([], at)
    if not items:
        return None
    first = items[0]
    both = _combined(locators, first.locators) if first.locators else locators
    return _with_act(text, begin, stop, [first._replace(locators=both), *items[1:]], bare=True)


def _combined(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    if not before or not after:
        return before or after
    if all(path.startswith(_SMALLER) for path in before) and not any(path.startswith(_SMALLER) for path in after):
        before, after = after, before  # "le troisième alinéa de l'article 4, paragraphe 5"
    return tuple(f"{outer}/{inner}" for outer in before for inner in after)


_SMALLER = ("al", "ph", "tiret")
"""Parts that stand inside the others."""


_SIGNS = frozenset(':;=/\t|«"“→-')
_PADDING = 24  # blanks that fill the cell of a table
_NOUNS = frozenset(("nom", "sigle"))
_DOTTED_PART = re.compile(r"[0-9]\.[a-z]\Z")


def _with_act(text: str, begin: int, stop: int, items: Sequence[Item], *, bare: bool = False) -> Phrase:
    """The phrase with the act behind its list, divisions in between included; "précité" without an act leads back."""
    act = None
    if text[stop : stop + 2] == ") " and _DOTTED_PART.search(items[-1].number or "") is not None:
        stop += 1  # "6.1.f) du RGPD"
    if goes_on_with_act(text, stop):
        act = act_after(text, stop)
        if act is not None and _is_of_next(text, begin, stop, items, act):
            act = None
        elif act is not None:
            stop = act.stop
        elif (within := divisions_after(text, stop)) is not None and (within.act is not None or within.present):
            act, stop = within.act, within.stop
        elif (before := _PRECITED.match(text, stop)) is not None:
            act = act_after(text, before.end())
            stop = before.end() if act is None else act.stop
            items = items if act is not None else tuple([item._replace(how=How.SAME) for item in items])
        if act is not None and text.startswith(" (", items[-1].end) and _is_source(items, act):
            act, stop = None, items[-1].end  # "L. 217-12 (ord. n° 2021-1247)"
    if act is None and text[stop : stop + 2] == ", " and items[-1].locators and text[items[-1].end] == ",":
        apart = act_after(text, stop + 1)  # "l'article 6, alinéa 1, de l'accord …"
        if apart is not None and apart.nature not in _NOUNS:
            act, stop = apart, apart.stop
    if act is None and (sign := text[stop : stop + _PADDING].lstrip(" ")[:1]) in _SIGNS:
        act = _told_by_sign(text, begin, stop, items, sign)
        stop = stop if act is None else act.stop
    if act is None and text.startswith(_POINT_OR_LETTER, stop):
        act = _behind_point(text, stop)
        stop = stop if act is None else act.stop
    if act is None and text[stop : stop + 2].lstrip(" ")[:1] in _TITLING and not bare:
        act = _code_behind_title(text, begin, stop, items)
        stop = stop if act is None else act.stop
    if act is None and (beyond := qualified(text, stop)) is not None and not introduces(text, begin, stop, beyond.act):
        if bare and beyond.act is not None and _is_beside(text, items, beyond.act):
            return new(
                Phrase, ("article", begin, items[-1].end, tuple(items), None, False, True, False)
            )  # "R. 1-1, formation, arr. 12/12/2008"
        last = items[-1]
        if beyond.act is not None:
            beyond = _beyond_article_between(text, begin, stop, last, beyond, beyond.act)
        stop, act = beyond.stop, beyond.act
        last = last._replace(qualifiers=last.qualifiers + beyond.qualifiers)
        if beyond.qualifiers and not last.locators and last.to is None:
            last, act, stop = _with_part_between(text, last, act, stop)
        items = (*items[:-1], last)
    elif act is None and len(items) > 1 and (of_list := glossed(text, stop, items[-2].qualifiers)) is not None:
        items, stop, act = [*items[:-1], items[-1]._replace(qualifiers=of_list.qualifiers)], of_list.stop, of_list.act
    elif act is None and items[-1].locators and text[stop : stop + 1] == " ":
        beyond = qualified(text, items[-1].end)  # "l'article 6, alinéa 2 surtout, de l'accord …"
        if beyond is not None and beyond.act is not None:
            stop, act = beyond.stop, beyond.act
            items = (*items[:-1], items[-1]._replace(qualifiers=items[-1].qualifiers + beyond.qualifiers))
    if act is not None and not items[-1].locators and text.startswith(_PART_BEHIND, stop):
        items, stop = _with_part_behind(text, items, stop, act)
    return new(Phrase, ("article", begin, stop, tuple(items), act, False, bare, False))


_INTRODUCES = compiled(r" (?:introduit|inscrit) (?:dans|au sein d)")
_OBJECT = compiled(r",? (?:(?:une?|deux|trois|quatre|cinq|six|plusieurs|des|de nouve\w+|l[ea]s?|certain\w*)(?!\w)|l')")


def introduces(text: str, begin: int, stop: int, act: ActName | None) -> bool:
    """Whether an article of a bill does something in an act: "L'article 25 introduit dans le code X deux articles"."""
    return (
        act is not None
        and text.startswith("L'", begin - 2)
        and _INTRODUCES.match(text, stop) is not None
        and _OBJECT.match(text, act.stop) is not None
    )


_UNPREFIXED = frozenset(("arrete", "decret", "loi", "ordonnance"))


def _is_of_next(text: str, begin: int, stop: int, items: Sequence[Item], act: ActName) -> bool:
    """Whether an act directly behind a number is not its own: it heads what is behind it, or has no such numbers.

    "les articles 6 et 9, du code pénal l'article 122-4", "L. 442-2 Arrêté du 31 décembre 2008", "D. 122-3 - Décret".
    """
    number = items[-1].number or ""
    directly = act.start <= stop + len(" - ") and not text[stop : act.start].strip(" ,–-")
    if directly and act.nature in _UNPREFIXED and _LETTERED.match(number) is not None:
        return True
    return text[stop] == "," and _heads_next(text, begin, act.stop)


def _is_beside(text: str, items: Sequence[Item], act: ActName) -> bool:
    """Whether an act behind a comma stands beside a number of a code, which it cannot have."""
    beside = act.nature in _UNPREFIXED and text.startswith(", ", act.start - 2)
    return beside and any(_LETTERED.match(item.number or "") is not None for item in items)


_LETTERED = compiled(rf"{PREFIX}\d+[ -]\d")
"""A number with a prefix, and a hyphen or a blank for it: of a code."""


_ARTICLE_BETWEEN = compiled(rf"(?<!\w)(?:l'|les |aux? )art(?:icles?|\.) (?P<number>(?:{PREFIX})?\d+(?:-\d+)*)")


def _is_of_article_between(text: str, item: Item, act: ActName) -> bool:
    """Whether an act has no number alike, and that of an article between: "L. 1, comme l'article 545, …, du code"."""
    if text.startswith(" ci-", item.end) and "," in text[item.end : act.start]:
        return True  # "l'article 8 ci-dessus, au bénéfice de l'article 7, du code"
    if not act.ids or (between := _ARTICLE_BETWEEN.search(text, item.end, act.start)) is None:
        return False
    if act.nature != "code":
        directly = _TO_ITS_ACT.fullmatch(text, between.end(), act.start) is not None
        return directly and act.nature in _PLAIN_NUMBERED and PREFIXED.match(item.number or "") is not None
    if not has_none_like(act.ids[0], normalize_number(item.number or "")):
        return False
    return has_number(act.ids[0], normalize_number(between["number"])) is True


_NEVER_PREFIXED = frozenset((
    "directive-ue", "reglement-ue", "decision-ue", "decision-cadre-ue", "traité", "convention", "charte",
    "constitution", "declaration", "loi", "ordonnance", "decret",
))  # fmt: skip
"""Acts that have no number with a prefix and a hyphen."""


_OTHER_ACT = compiled(
    r"(?<!\w)(?:code|loi|décret|ordonnance|arrêté|directive|règlement|convention|traité|[A-Z]{3,6})(?!\w)"
)
"""An act that the article between has, so that the one behind is another one."""


def _is_only_of_article_between(text: str, item: Item, between: int, act: ActName) -> bool:
    """Whether only a code has such a number, and an act is none: "L. 1-1, que précise l'article 3, …, du décret"."""
    number = item.number or ""
    only_of_code = act.nature in _NEVER_PREFIXED and "-" in number and PREFIXED.match(number) is not None
    return only_of_code and _OTHER_ACT.search(text, between, act.start) is None


_SECOND_ACT = (", du ", ", de la ", ", de l'")
_OF_ARTICLE = (" de l'", " des ")


def _beyond_article_between(  # noqa: PLR0913, PLR0917 - what is known where it is asked
    text: str, begin: int, stop: int, item: Item, beyond: Qualified, act: ActName
) -> Qualified:
    """What qualifies a number and its act, where an article stands between that may have the act for itself.

    Its own act may follow: "L. 1-1, lu à la lumière de l'article 6, relatif à …, de la directive 2014/68/UE, du code".
    """
    between = _ARTICLE_BETWEEN.search(text, item.end, act.start)
    if between is not None and text.startswith(_SECOND_ACT, act.stop) and not text.endswith(_OF_ARTICLE, 0, begin):
        own = act_after(text, act.stop)
        if own is not None and own.how is How.NAMED and own.ids and may_have(own.ids[0], item.number or ""):
            return Qualified((Qualifier("other", beyond.qualifiers[0].start, act.stop),), own.stop, own)
    if between is not None and _is_only_of_article_between(text, item, between.end(), act):
        return Qualified((), stop)
    return Qualified((), stop, _unclear(act)) if _is_of_article_between(text, item, act) else beyond


_TO_ITS_ACT = compiled(
    r"(?:,? ?(?:al(?:inéa|\.)|paragraphe|par\.|§|point|sous)? ?\w{1,3}[)°]?){0,3},? (?:du |de la |de l'|des )"
)
"""Nothing but a part between that article and the act."""
_PLAIN_NUMBERED = frozenset(
    ("directive-ue", "reglement-ue", "decision-ue", "traité", "convention", "charte", "constitution")
)
"""Acts whose articles have no prefix."""


def _unclear(act: ActName) -> ActName:
    return act._replace(nature="autre", ids=(), how=How.NAMED, reason=Reason.ACT_UNCLEAR)


_POINT_OR_LETTER = (".", " C.")
_LETTER_ALONE = compiled(r" (?P<name>C\.)(?! ?[a-zà-ÿ]+\.) ?(?:[a-zà-ÿ;:,)]|$)")
_POINTED = (". du ", ". de la ", ". de l'", ". dudit ")


def _behind_point(text: str, stop: int) -> ActName | None:
    """The act behind a point that people type before its preposition: "article 16 B. du CGI".

    One by its letter alone, which is the Constitution to some and a code to others, is not known: "art. 61-1 C. et".
    """
    if (letter := _LETTER_ALONE.match(text, stop)) is not None:
        start, end = letter.span("name")
        return ActName(start, end, end, "sigle", reason=Reason.UNKNOWN_NAME)
    act = act_after(text, stop + 1) if text.startswith(_POINTED, stop) else None
    return act if act is not None and act.ids and act.how is How.NAMED else None


_TITLING = frozenset(".:–—-|")
_TITLE_IN_LINE = compiled(r" ?[.:–—-] ?(?=[^\W\d])[^()\n\d]{3,120}(?= \()")
_TITLE_IN_CELL = compiled(r" ?\| ?(?=[^\W\d])[^|()\n\d]{3,120}(?=\|)")
_LINE_ENDS = compiled(r"\.? ?(?=\n|$|\||<)")


def _code_behind_title(text: str, begin: int, stop: int, items: Sequence[Item]) -> ActName | None:
    """The code in brackets at the end of a line that a number and its title make: "Art. 145. Mesures (CPC)".

    A plain number of few digits behind a capital is that of an article of a contract.
    """
    cell = _TITLE_IN_CELL.match(text, stop)
    title = cell or _TITLE_IN_LINE.match(text, stop)
    if title is None or _OPENS.search(text, max(0, begin - 12), begin) is None:
        return None
    name = act_after(text, title.end()) if cell is None else act_behind_sign(text, title.end())
    if cell is not None and _CHANGE.search(cell[0]) is not None:
        return None
    if name is None or name.nature != "code" or not name.ids or _LINE_ENDS.match(text, name.stop) is None:
        return None
    if text[begin] == "A" and not all(is_certain(each) or len(each.number or "") >= _PLAIN_DIGITS for each in items):
        return None
    return name if all(_has(name.ids[0], each.number or "") for each in items) else None


def _is_of_code_beside(text: str, begin: int, sign: str, items: Sequence[Item], law: ActName) -> bool:
    """Whether an article before the sign of a law is none of it: "L. 1-1 / décret n° 2020-12", one that it changed."""
    return (
        any(PREFIXED.match(each.number or "") for each in items)
        if sign == "/"
        else sign == "|" and _is_changed(text, begin, items, law)
    )


def _told_by_sign(text: str, begin: int, stop: int, items: Sequence[Item], sign: str) -> ActName | None:
    """The act behind a sign; unclear where it is a code without such numbers: "L. 1121-1 -> CPP compétent"."""
    if sign == ":" and text.startswith("Article", begin):
        return None  # a title
    told = act_behind_sign(text, stop)
    if told is None or told.nature == "code":
        return _unclear(told) if told is not None and _lacks_like(told, items) else told
    return None if _is_of_code_beside(text, begin, sign, items, told) else told


def _lacks_like(code: ActName, items: Sequence[Item]) -> bool:
    """Whether a code has no number like those before it."""
    return all(has_none_like(ident, normalize_number(item.number or "")) for ident in code.ids for item in items)


_CHANGE = re.compile(r"rédac|modif|abrog|version|vigueur|insér|issu|créé", re.IGNORECASE)
_TABLE = 1_000  # characters before a cell in which its head may stand


def _is_changed(text: str, begin: int, items: Sequence[Item], law: ActName) -> bool:
    """Whether a law in the cell behind an article changed it, and does not have it: what has a letter is of a code."""
    if text[begin : begin + 3].lower() != "art" or any(PREFIXED.match(each.number or "") for each in items):
        return True
    end = text.find("\n", law.stop)
    return _CHANGE.search(text, max(0, begin - _TABLE), len(text) if end < 0 else end) is not None


_ENDS_WITH_NUMBER = compiled(rf"(?:articles?|arts?\.?) (?:{PREFIX})?\d[\w. -]{{0,24}}\Z")


def _with_part_between(text: str, item: Item, act: ActName | None, stop: int) -> tuple[Item, ActName | None, int]:
    """The member with the part behind its first qualifier, and the act: "7 (lancer), alinéa 2, du code …"."""
    qualifiers = item.qualifiers
    if _ENDS_WITH_NUMBER.search(text, qualifiers[0].start, qualifiers[0].end) is not None:
        return item, act, stop  # the part is one of the article between: "créé par l'article 51, 3°, de la loi"
    found = portions(text, item._replace(end=qualifiers[0].end), single=True)
    if found is None or found[1] or (act is not None and found[2] > act.start):
        return item, act, stop
    if act is None:
        act = act_after(text, found[2])
        if act is None and (beyond := qualified(text, found[2])) is not None:
            act, qualifiers = beyond.act, qualifiers + beyond.qualifiers
        if act is None:
            return item, None, stop
    return item._replace(locators=found[0], qualifiers=qualifiers), act, act.stop


_PART_IN_BRACKET = compiled(
    r" \((?:[IVX]+(?:[,.]| bis| ter| ?-)|(?=[IVX]{2,}\))|(?:\d{1,2}|[IVX]+),? \d{1,2} ?°|\d{1,2} ?°|al(?:\.|in| \d)|§"
    r"|(?:1er|\de|premier|second|deuxième|troisième|dernier) al)"
)


_HEADED_NEXT = (" l'art", " les art")
_HEADED_BEHIND = (", l'art", ", les art")
_TOPIC = compiled(
    r"(?:^|[.;:\n]) ?D(?:u|e la|e l') ?(?:[Cc]ode|[Ll]oi|[Oo]rdonnance|[Dd]écret|[A-Z]{2,5})(?!\w)[^.;\n]{0,120}$"
)
_TOPIC_BEFORE = 160  # characters


def _heads_next(text: str, begin: int, stop: int) -> bool:
    """Whether an act behind a comma heads what stands behind it: "les articles 6 et 9, du code pénal l'article 5".

    With a comma behind it, too, where another act so heads the sentence: "Du code civil, l'article 6, du code pénal,
    l'article 5".
    """
    return text.startswith(_HEADED_NEXT, stop) or (
        text.startswith(_HEADED_BEHIND, stop) and _TOPIC.search(text, max(0, begin - _TOPIC_BEFORE), begin) is not None
    )


_PART_BEHIND = (
    " (",
    " al",
    ", al",
    " §",
    ", §",
    " I",
    " V",
    " X",
    ", I",
    ", V",
    ", X",
    *(f"{sign} {digit}" for digit in range(1, 10) for sign in ("", ",")),
    *(
        f", {rank} al"
        for rank in ("premier", "second", "deuxième", "troisième", "quatrième", "dernier", "avant-dernier")
    ),
    ", paragraphe ",
)
_PART_BEHIND_INITIALS = compiled(
    r",? [IVX]{1,5}(?!\w)(?: bis| ter)?(?:(?:,? ?|-)\d{1,2} ?°| ?(?:[;)\n]|\.?$))| \d{1,2} ?° ?(?:[;)\n]|\.?$)"
)
_PART_BEHIND_TITLE = compiled(
    r", [IVX]{1,5}(?: bis| ter)?(?:, ?|-)\d{1,2} ?°(?: [a-z]\)?)?(?= ?(?:[,;.)\n]|$))"
    r"|, \d{1,2} ?°(?: bis| ter| quater)?(?= ?(?:[;)\n]|\.?$))"
)
"""A part with its point between commas, behind whatever act: "l'article 7 du code …, II, 1°, est abrogé"."""
_PARTS = frozenset("IVX123456789")


def _with_part_behind(text: str, items: Sequence[Item], at: int, act: ActName) -> tuple[Sequence[Item], int]:
    """The members with the part that is named behind their act: "L. 136-8 CSS (II, 2°)", "L. 136-8 CSS, al. 2"."""
    bracketed = text[at + 1] == "("
    if bracketed and _PART_IN_BRACKET.match(text, at) is None:
        return items, at
    if (
        text[at + 1 : at + 3].strip()[0] in _PARTS
        and _PART_BEHIND_TITLE.match(text, at) is None
        and (act.form != ABBREVIATION.name or _PART_BEHIND_INITIALS.match(text, at) is None)
    ):
        return items, at
    found = portions(text, items[-1]._replace(end=at), single=True)
    if found is None or found[1] or (bracketed and text[found[2] - 1] != ")"):
        return items, at
    return (*items[:-1], items[-1]._replace(locators=found[0])), found[2]


_LISTED = compiled(
    r"(?P<colon> ?: ?)|(?P<bracket> ?\((?=[LRD]|\d{3}(?:[)-]|\d[)-])))|(?P<comma> ?, ?)|(?P<cell> ?\| ?|;(?=\S))"
    r"|(?P<dash> [–-] )(?=\d{3})| ?"
)
_ENDED = compiled(r" ?(?:[.;:)\n]|$|, (?=[A-Z](?:[A-Z]|\. ?[a-z]))|\((?=[a-zà-ÿ]{3,}[^()\n]{0,60}\)))")
_YEAR = re.compile(r"19[0-9]{2}|20[0-3][0-9]|180[4-9]|1810")
"""A year of an edition, or of the first codes."""
_MANY_MEANINGS = 3  # letters of initials that mean other things than an act of the Union: "CE 1"
_PLAIN_DIGITS = 3  # of a plain number that may stand behind an abbreviation without a word
_LAWS = ("loi:", "ordonnance:", "decret:")
_LEADING = re.compile(r"[0-9]+(?P<paragraph>\.[1-9][0-9]*(?P<letter>\.[a-z])?)?")


_CELL_ENDS = frozenset(("|", ";", "\n", ""))


def _is_in_cell(name: ActName, item: Item, *, filled: bool) -> bool:
    """Whether a number in the cell behind a code is one of it, and no sum: "| Code civil | 1641 |"."""
    number = item.number or ""
    return is_certain(item) or (filled and len(number) >= _PLAIN_DIGITS and _has(name.ids[0], number))


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
    small = text[at : at + 1] in _PREFIXES and _SMALL_NUMBER.match(text, at) is not None
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
        items = [*both.items[: count or None]]
        stop = items[-1].end  # "CPC 700 et 1240 C. civ.", "CPC 700 - 11 décret 67-223"
    if small:
        like = all(numbers_alike(name.ids[0], normalize_number(item.number or "")) for item in items)
        return Phrase("article", name.start, stop, tuple(items), name, bare=True) if like else None
    alone = standing is not None and _is_alone(text, name.start, stop)
    whole = alone and (
        name.nature == "code" or standing is not Standing.BESIDE or name.end - name.start > _MANY_MEANINGS
    )
    ended = _ENDED.match(text, stop) is not None
    if between["comma"] or between["dash"]:
        ended = ended and standing is None and not text[stop:].strip(" .)\n") and len(text) <= _QUERY
    listed = _is_of_code if name.nature == "code" or name.ids[0].startswith("code-") else _is_of_other
    if between["bracket"] is not None:
        known = all(has_number(name.ids[0], normalize_number(item.number or "")) for item in items)
        return Phrase("article", name.start, stop, tuple(items), name, bare=True) if known else None
    colon = between["colon"] is not None
    if between["cell"] is not None and _is_column_of_articles(text, at):
        return Phrase("article", name.start, stop, tuple(items), name, bare=True)
    if between["cell"] is not None:
        colon = True
        filled = text[stop : stop + _PADDING].lstrip(" ")[:1] in _CELL_ENDS
        if name.nature != "code" or not all(_is_in_cell(name, item, filled=filled) for item in items):
            return None
    if not all(listed(name.ids[0], item, standing, colon=colon, ended=ended, whole=whole) for item in items):
        return None
    return Phrase("article", name.start, stop, tuple(items), name, bare=True)


_LINE_OF_TABLE = compiled(r" ?[;.] ?\n|[;.] ?$")


def _is_alone(text: str, start: int, stop: int) -> bool:
    """Whether nothing else stands in a text, or in a line that a sign ends, as in tables of the law cited."""
    if not text[:start].strip() and not text[stop:].strip(" .;\n"):
        return True
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return "\n" in text and not before.strip() and _LINE_OF_TABLE.match(text, stop) is not None


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


_OF_CODES = re.compile(r"[lrda]|[0-9]{4}|[0-9]{3}-[0-9]")
"""A number that only a code has: one with a prefix, or of a thousandth article."""


def may_have(act: str, number: str) -> bool:
    """Whether an act has a number, as far as one knows."""
    number = normalize_number(number)
    having = has_number(act, number)
    return having is True or (having is None and _OF_CODES.match(number) is None)


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
    if number.isdigit() and (len(number) < _PLAIN_DIGITS or _YEAR.fullmatch(number) is not None):
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
        _LEADING.match(item.number or ""),
        None if standing is None or (colon and not whole) else last_article(act),
    )
    if whole and last is None and act.startswith(_LAWS):  # "loi du 29 juillet 1881, 29"
        return leading is not None and len(leading[0]) <= _PLAIN_DIGITS
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
_HYPHENED = compiled(
    r"(?<![\w.,/°-])(?P<number>(?:[lrd]\.? ?)?\d{1,4}(?:-\d{1,3}){1,3})"
    r"(?:(?:, | et )(?:[lrd]\.? ?)?\d{1,4}(?:-\d{1,3}){1,3}){0,4} $"
)
_LETTERED_NUMBER = compiled(rf"(?<![\w.,/°-])(?P<number>\d{{1,4}}(?:(?: ?[A-Z]{{1,2}})(?![\w.])| {ADVERB})+) $")
"""A number with letters anywhere before the code that has it: "TVA non applicable, 293 B CGI"."""
_ASKED = compiled(r"[a-zà-ÿ] (?P<number>\d{3,4}) $")
"""A plain number behind the words of a query that its act ends: "garantie décennale 1792 code civil"."""
_UNCLEAR = 2  # letters of initials that mean other things as well
_QUERY = 100  # characters
_FAR_BEFORE = 62  # characters
_MARK = compiled(r"\d{1,2} ")
_SEVERAL = compiled(r"(?:lois|ordonnances|d[ée]crets|arrêtés|arretes|codes|règlements|directives)(?!\w)")
_HEADS = compiled(r" ?[,:(–-]? ?[Aa][Rr][Tt]")
_OF = compiled(r"(?: ?,)? (?:du|de l[a']|des?)(?!\w)")


_RANGE_BEFORE = compiled(r"(?<![\w.,/-])(?P<number>\d{2,4})(?:-\d+)* à $")
"""The first number of a range that is listed so: "la garantie, 1792 à 1792-4-1 CC"."""


def _has_either(act: str, item: Item) -> bool:
    """Whether an act has a number, or the other way to read it: "293B"."""
    other = item.otherwise
    return _has(act, item.number or "") or (other is not None and _has(act, other.number or ""))


def listed_before(text: str, start: int) -> Phrase | None:
    """The numbers that open a line, a bracket or a citation, with the act that begins at ``start``: "1240 code civil".

    A plain number of one or two digits before a name in full with a capital may be the mark of a note, and any before a
    law that of a paragraph. Numbers with hyphens that the act has may stand anywhere: "des dommages-intérêts, 1231-1
    code civil".
    """
    if _DIGIT.search(text, max(0, start - _FAR_BEFORE), start) is None:
        return None
    opened = _OPENS_LINE.search(text, max(0, start - _FAR_BEFORE), start)
    anywhere = opened is None
    if opened is None and text[start - 2 : start - 1].isdigit():
        opened = _HYPHENED.search(text, max(0, start - _FAR_BEFORE), start)
        if opened is None and len(text) <= _QUERY and (asked := _ASKED.search(text, start - 7, start)) is not None:
            opened = None if _YEAR.fullmatch(asked["number"]) else asked
    if opened is None and text[start - 2 : start - 1].isalpha():
        opened = _LETTERED_NUMBER.search(text, max(0, start - _FAR_BEFORE), start)
    if opened is None:
        return None
    at = opened.start("number")
    items, stop = read_list(text, at, plural=True, short=True)
    phrase = _with_act(text, at, stop, items, bare=True) if items else None
    name = None if phrase is None else phrase.act
    if phrase is None or name is None or not name.ids or name.how is not How.NAMED:
        return None
    if not name.start <= start < name.stop:
        return None
    if anywhere and (before := _RANGE_BEFORE.search(text, max(0, at - _FAR_BEFORE), at)) is not None:
        wider, end = read_list(text, before.start("number"), plural=True, short=True)
        if end == stop and all(_has(name.ids[0], item.number or "") for item in wider):
            items, at = wider, before.start("number")
            phrase = phrase._replace(start=at, items=tuple(wider))
    listed = len(items) > 1 and _OF.match(text, stop) is None
    if (anywhere or listed) and not all(_has_either(name.ids[0], item) for item in items):
        return None
    if anywhere and text[at : start - 1].isdigit():  # the end of a query
        short = abbreviation_at(text, start) if name.form == ABBREVIATION.name else None
        clear = name.end - name.start > _UNCLEAR  # and no "cp"
        beside = short is not None and short.standing is not Standing.ANYWHERE and not clear
        ends = not text[phrase.stop :].strip(" .?!") or start - at > _PLAIN_DIGITS + 1
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
    return len(number) < _PLAIN_DIGITS and _WORD_BEHIND.match(text, phrase.stop) is not None


def _has(act: str, number: str) -> bool:
    """Whether an act has a number, as its list says, or the number of its last article."""
    last = last_article(act) if number.isdigit() else None
    return has_number(act, normalize_number(number)) is True if last is None else 0 < int(number) <= last


def continued(text: str, phrase: Phrase) -> Iterable[Phrase]:
    """A phrase, and the lists that go on behind its act: "L. 1 du code …, L. 2 et L. 3 du code …"."""
    found, listed = _without_others(phrase), phrase.act is not None
    while phrase.act is not None or (listed and text.startswith(";", phrase.stop)):  # "C. civ. 16-10; 16-11; 16-12"
        closes = text.startswith("), ", phrase.stop)  # "L. 611-1 du code (devenu L. 8113-1 du même code), 591 du code"
        following = _continuation(text, phrase.stop + closes, phrase.act)
        if following is None and text.startswith(_BECOMING, phrase.stop):
            following = _successor(text, phrase.stop, phrase)
        if following is None:
            break
        phrase = following
        found += _without_others(phrase)
    return found


def _without_others(phrase: Phrase) -> list[Phrase]:
    """A phrase without the first members of its list that are none of the act behind it, and these before it."""
    act, items = phrase.act, phrase.items
    at = 0 if act is None or len(items) < 2 else _beyond(items, act)
    if act is None or not at:
        return [phrase]
    unclear = _unclear(act) if act.nature == "code" else None
    return [
        phrase._replace(items=items[:at], act=unclear, stop=items[at - 1].end),
        phrase._replace(items=items[at:], start=items[at].start, bare=True),
    ]


def _beyond(items: Sequence[Item], name: ActName) -> int:
    """The index behind the last member that is none of the act behind the list: "art. 1240 et 8 CEDH".

    The act has fewer articles, or its numbers have other prefixes or none; 0 where it may have all.
    """
    act = name.ids[0] if name.ids and name.how is How.NAMED else None
    last = None if act is None else last_article(act)
    at = len(items) - 1
    if act is None or (last is None and has_number(act, normalize_number(items[at].number or "")) is not True):
        return 0
    while at and not _is_beyond(act, last, normalize_number(items[at - 1].number or "")):
        at -= 1
    return at


def _is_beyond(act: str, last: int | None, number: str) -> bool:
    """Whether an act has no number that is like one."""
    if last is None:
        return has_none_like(act, number)
    leading = _LEADING.match(number)
    return int(leading[0].partition(".")[0]) > last if leading is not None else number[:1] in _PREFIXES


_PREFIXES = frozenset("lrd")


def _successor(text: str, at: int, before: Phrase) -> Phrase | None:
    """The article that the last one before its act has become, or was: "81 CE, devenu 101 TFUE".

    In a bracket it may be of the same act: "1103 du code civil (anciennement 1134)"; elsewhere, if that has the number.
    """
    version = _BEHIND_ACT.match(text, at) if text.startswith(", dans ", at) else None
    begins = _BECOME.match(text, at if version is None else version.end())
    several = begins is not None and (begins["bracket"] is not None or begins[0].startswith(_BECOME_SEVERAL))
    items, stop = read_list(text, begins.end(), plural=several) if begins else ([], 0)
    following = _with_act(text, items[0].start, stop, items, bare=True) if items else None
    if following is None or begins is None or following.act is not None:
        return following
    act = before.act
    if act is None or act.how is How.VAGUE:
        return None
    if begins["bracket"] is None and not (
        (several or len(items) == 1)
        and (
            is_certain(items[0])
            or (bool(act.ids) and has_number(act.ids[0], normalize_number(items[0].number or "")) is True)
        )
    ):
        return None
    return following._replace(act=before.act)


_QUALIFIES = frozenset(
    (", a", " al", " pr", ", p", ", d", " da", " (d", " (a", " ab", " en", ", e", " ap", " au", " (e")
)
_BEHIND_ACT = compiled(
    r" ?[,(]? ?(?:alors (?:applicables?|en vigueur)|précitée?s?|susvisée?s?|(?:aujourd'hui )?abrogée?s?"
    r"|(?:applicables?|en vigueur) (?:au (?:moment|jour|temps)|à (?:l'époque|la date)|lors) [^,;.:()\n]{3,40}(?=[,)])"
    r"|dans (?:sa|leur) (?:rédaction|version) [^,;.:()\n]{3,90}(?=[,)]))\)?(?=,)"
)
"""What qualifies an act before a list goes on: "du code …, alors applicables, et 946 du code …"."""


_TITLES = frozenset((" re", " po", " su", " fi", " in", " mo", " te", " vi"))
_OVER_TITLE = compiled(
    r" (?:relati(?:f|ve)s?|portant|pour|sur|fixant|instituant|modifiant|tendant|visant)(?!\w)"
    r"(?:(?!articles?(?!\w))[^.;:()\n]){1,160}?,? (?:et|ou|ainsi que|ni) "
    rf"(?={PREFIX}\d+(?:-\d+)*,? d|\d+(?:er)?(?:-\d+)*(?:,? §+ ?\d)?,? (?:du |de la |de l'|C\. ?[a-z]|[A-Z]{{3}}))"
)
"""The title of an act before a list goes on: "37 de la loi n° … relative aux moulins et 700 du code …"."""


_SIGNED = frozenset((" -", " –", " +", " /"))
_NEXT = compiled(r" [-–+/] (?=\d)")
"""A sign between an act and the number of another one: "CPC 700 - 11 décret 67-223"."""


_MEMBER = rf"(?:{PREFIX}|P )?\d+(?:er)?(?: (?:bis|ter|quater|[A-Z]))?(?:-\d+)*"
_OVER_UNREAD = compiled(
    r" (?:(?!articles?(?!\w)|arts?(?!\w))[^.;:()\n]){3,120}?(?:,| et| ou|, et| ainsi que) "
    rf"(?={_MEMBER}(?:(?:,| et| ou) {_MEMBER}){{0,4}},? "
    r"(?:du (?!\d)|de la |de l'|des (?=trait|accord|statut)|C\. ?[a-z]|[A-Z]{3}))"
)
"""The title of an act that is not read before a list goes on: "26-2 de la convention collective de la banque du 10
janvier 2000, 1134 du code civil".
"""


def _continuation(text: str, at: int, act: ActName | None) -> Phrase | None:
    if act is not None and text.startswith(PLURAL_LAWS, act.start) and next(further_laws(text, act), None) is not None:
        return None  # "des lois n° 83-634 du 13 juillet 1983, 84-16 du 11 janvier 1984"
    behind = _BEHIND_ACT.match(text, at) if text[at : at + 3] in _QUALIFIES else None
    sep = SEPARATOR.match(text, at if behind is None else behind.end())
    if sep is None and text[at : at + 3] in _TITLES:
        sep = _OVER_TITLE.match(text, at)
    if sep is None and act is not None and act.reason is not None:
        sep = _OVER_UNREAD.match(text, at)
    signed = sep is None and text[at : at + 2] in _SIGNED
    if signed:
        sep = _NEXT.match(text, at)
    if sep is None or sep[0].rstrip().endswith(("article", "articles")):
        return None
    if ";" in sep[0] and opens_point(text, sep.end()):
        return None
    items, stop = read_list(text, sep.end(), plural=True)
    if not items:
        return None
    phrase = _with_act(text, sep.end(), stop, items, bare=True)
    named = phrase.act is not None and phrase.act.how is not How.VAGUE
    if signed:
        return phrase if named and phrase.act is not None and phrase.act.ids else None
    if named or all(map(is_certain, items)) or _is_of_text(text, phrase):
        return phrase
    if phrase.act is None and act is not None and act.nature == "code" and act.ids and _ENDED.match(text, phrase.stop):
        known = all(_is_high(item) and _has(act.ids[0], item.number or "") for item in items)
        return phrase._replace(act=act) if known else None  # "1104 C. civ. et 1105"
    return None


def _is_of_text(text: str, phrase: Phrase) -> bool:
    """Whether a text directly behind a list is named only by its noun: "18 de la loi n° 1 et 37 du décret"."""
    name, end = phrase.act, phrase.items[-1].end
    return name is not None and name.how is How.VAGUE and text[end : name.start] in _OF_TEXT


_OF_TEXT = frozenset((" du ", " de la ", " de l'"))


def _is_high(item: Item) -> bool:
    """Whether a plain number is that of an article by its digits, and no year."""
    number = item.number or ""
    return len(number) >= _PLAIN_DIGITS and _YEAR.fullmatch(number) is None


def named_again(text: str, at: int, begin: int, how: How | None, locators: tuple[str, ...] = ()) -> Phrase | None:
    """``présent article`` | (``même`` | ``cet`` | ``ledit``) ``article`` | ``article`` (``précédent`` | ``suivant``)"""
    relative = _RELATIVE.match(text, at)
    if relative is not None and how is None:
        way = How.PREVIOUS if relative["previous"] else How.NEXT
        return Phrase("article", begin, relative.end(), (Item(at, relative.end(), locators=locators, how=way),))
    word = _SELF.match(text, at)
    if how is None or word is None or (how is How.SAME and _is_debated(text, begin, word.end())):
        return None
    several = how is How.SAME and text[word.end() - 1] == "s"
    if several and _ONE_OF_THESE.search(text, max(0, begin - _FAR_BEFORE), begin) is not None:
        return None
    if how is How.SAME and not several and not locators and text.startswith(",", word.end()):
        locators, stop = _parts_of_same(text, word.end())
    else:
        stop = word.end()
    item = Item(begin, word.end(), open=several, locators=locators, how=how)
    if how is How.PRESENT:
        return Phrase("internal", begin, word.end(), (item,), present=True)
    if not several and text.startswith(" d", word.end()):
        act = act_after(text, word.end())  # "le même article du code …"
        if act is not None and act.how is How.NAMED and act.ids:
            return Phrase("article", begin, act.stop, (item,), act)
    return Phrase("article", begin, stop, (item,))


_PART_OF_SAME = compiled(
    r", (?=\d{1,2} ?°|[IVX]+(?!\w)|al(?:inéa|\.) ?\d|§ ?\d|(?:premier|second|dernier|\w{4,9}ième) al)"
)
_PART_ENDS = compiled(r" ?(?:[,;.)\n]|$| (?:et|ou)(?!\w))")


def _parts_of_same(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """The parts behind "le même article", and where they end: "le même article, 6°,"."""
    part = _PART_OF_SAME.match(text, at)
    chain = None if part is None else chain_at(text, part.end())
    if chain is None or _PART_ENDS.match(text, chain.end) is None:
        return (), at
    return tuple([path for path, _, _ in chain.paths()]), chain.end


_ONE_OF_THESE = compiled(r"(?:premi(?:er|ère)|second|derni(?:er|ère)|\w{3,}ième|l'un) (?:de|d'entre) $", re.IGNORECASE)
"""What makes one of several articles: "le dernier de ces articles"."""
_DEBATED = compiled(
    r"(?:(?:^|\n)[ \t>*–-]*Supprimer|(?<!\w)(?:que (?:modifie|complète|abroge|crée)|[rR]édiger (?:ainsi|comme suit)"
    r"|adopt(?:er?|é|ez|ons)|rejet(?:er|é|ez|ons)|vot(?:er|é|ez|ons)|l'examen de)) $"
)
_DEBATED_BEHIND = compiled(
    r" ?,? ?(?:additionnel|sans modification|ainsi modifié, mis aux voix|(?:a été|est|fut) (?:adopté|rejeté)|, adopté)"
)
_HEADED_BY_BILL = re.compile(
    r"(?:^|\n)[ \t>*#]*A(?:rticle|RTICLE) (?:premier|unique|[0-9]+(?:er)?)[^\n(]{0,24}\s{0,3}\([Aa]rt"
)
"""The heading of an article of a bill, with those that it changes: "Article 3 (art. L. 121-1 du code …)"."""


def _is_debated(text: str, begin: int, end: int) -> bool:
    """Whether "cet article" is one of the bill that a text is on, and none that was cited: "Supprimer cet article"."""
    if text[begin : begin + 3].lower() != "cet":
        return False
    if _DEBATED.search(text, max(0, begin - 24), begin) is not None or _DEBATED_BEHIND.match(text, end) is not None:
        return True
    return text[begin] == "C" and _is_of_commented_bill(text)


@lru_cache(maxsize=1)
def _is_of_commented_bill(text: str) -> bool:
    return _HEADED_BY_BILL.search(text) is not None


_PRAISING = frozenset(("célèbre", "unique", "propre", "premier", "dernier", "important"))
"""Adjectives between a possessive and its article."""


_INITIALS = ("CE art", "CE Art")
"""Initials before an article, which no determiner in its form is: "CE art. 81", but "CET ARTICLE"."""


def _read_article(text: str, start: int, _end: int) -> Iterable[Phrase]:
    """[``même`` | ``présent`` | ``cet`` | ``ses`` …] ``article`` [*list*] [*act*]"""
    word, begin = adjective_before(text, start)
    if word in _PRAISING:
        word, begin = word_before(text, begin)  # "son célèbre article 2"
    how = None if text.startswith(_INITIALS, begin) else how_named(word)
    if word == "cet" and text[begin] == "C" and _OPENS_NOTE.search(text, max(0, begin - 8), begin) is not None:
        how = How.PRESENT
    begin = start if how is None and word not in _ITS else begin
    if how is None and text.startswith(_PRECITED_ONE, start):
        how = How.SAME  # "en vertu de l'article précité"
    locators: tuple[str, ...] = ()
    before = _led_from(text, start)
    chains = chains_before(text, before) if before else ()
    if chains and chains[-1].end == before:
        locators = tuple([path for chain in chains for path, _, _ in chain.paths()])
        begin = chains[0].levels[0].members[0][1]
    elif how is not None and text[begin - 4 : begin] == " du ":
        chains = chains_before(text, begin - 4)
    if chains and chains[-1].end == begin - 4 and how is not None:
        return _quoted_parts(text, start, begin, how, [path for chain in chains for path in chain.paths()])
    phrase = articles_at(text, start, begin, locators, how if how is How.SAME else None)
    if phrase is None:
        phrase = named_again(text, start, begin, how) or _heading(text, start)
    elif text[phrase.start] in _ART and phrase.act is None and (below := _listed_below(text, phrase)) is not None:
        return continued(text, phrase._replace(act=below))
    elif text[phrase.start] == "A" and len(phrase.items) == 1 and (phrase.act is None or _is_in_capitals(text, phrase)):
        if _STREET.search(text, max(0, start - 20), start) is not None:
            return ()
        if _is_title(text, phrase) or _is_label(text, phrase):
            return _titled(text, phrase)
        if _is_quoted_label(text, phrase):
            return (Phrase("heading", phrase.start, phrase.stop),)
    elif text[phrase.start] == "A" and phrase.act is not None and _is_named_title(text, phrase, phrase.act):
        return (Phrase("heading", phrase.start, phrase.act.stop, (), phrase.act),)
    if phrase is None or (word in _MINE and (phrase.act is None or phrase.act.nature == "nom")):
        return ()
    if word in _ITS:
        if phrase.act is not None and phrase.act.nature in _NOUNS:  # "prévoit dans ses articles 86 à 88 des règles"
            phrase = phrase._replace(act=None, stop=phrase.items[-1].end)
        phrase = phrase._replace(its=True)
    return continued(text, phrase)


_OPENS_NOTE = re.compile(r"\n ?\([0-9]{1,2}\) ?\Z")
"""The call that opens a note to the article: "(1) Cet article est étendu sous réserve …"."""
_PRECITED_ONE = ("article précité", "article susvisé")
_UNITS = ("alinéa ", "alinéas ", "al. ", "phrase ", "tiret ", "alinéa, ", "alinéas, ", "al., ")


_COUNTED = ("articles ", "Articles ")
"""What a number before counts: "les 2 articles"."""
_FIRST_UNIT = ("al. 1er ", "al 1er ", "alinéa 1er ")


def _led_from(text: str, start: int) -> int:
    """Where the part may end to which an article at ``start`` belongs: before " de l'", behind its unit; else 0."""
    if text.endswith(" de l'", 0, start):
        return start - len(" de l'")
    if text.endswith((" des ", " de l' "), 0, start):
        return start - (len(" des ") if text[start - 2] == "s" else len(" de l' "))
    if text[start - 1 : start] == " " and (
        (text[start - 2 : start - 1].isdigit() and not text.startswith(_COUNTED, start))
        or text.endswith(_FIRST_UNIT, 0, start)
    ):
        return start - 1  # "§ 3 art. 5"
    if not text.endswith(_UNITS, 0, start):
        return 0
    return start - (2 if text[start - 2] == "," else 1)


def _quoted_parts(
    text: str, start: int, begin: int, how: How, paths: Sequence[tuple[str, int, int]]
) -> Iterable[Phrase]:
    """The parts with which a quotation begins, of the article of its words: "« I et II du présent article"."""
    phrase = named_again(text, start, begin, how, tuple([path for path, _, _ in paths]))
    if phrase is None or not phrase.present:
        return () if phrase is None else (phrase,)
    items = tuple([Item(first, end, locators=(path,)) for path, first, end in paths])
    return (phrase._replace(start=items[0].start, items=items),)


def _heading(text: str, at: int) -> Phrase | None:
    """``articles suivants`` {*division*} *act* ``:``, which gives its act to the list that it opens."""
    following = _FOLLOWING.match(text, at)
    act = act_after(text, following.end()) if following else None
    if act is None:
        return None
    colon = _INLINE.match(text, act.stop)
    if colon is not None:
        items, stop = read_list(text, colon.end(), plural=True)
        return Phrase("article", at, stop, tuple(items), act)
    if list_end(text, act.stop) == act.stop:
        return None
    return Phrase("heading", at, act.stop, (), act)


def _is_label(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is the label that opens a new article: "Art. R. 1-1.-", "Article 7" above its text."""
    if _LABEL.match(text, phrase.stop) is not None:
        behind_act = text[phrase.start - 2 : phrase.start] == ", "  # "Code du travail, Art. L. 1 - Légifrance"
        return not behind_act and text[phrase.start - 3 : phrase.start] not in DASHES
    plain = _is_counted((phrase.items[0].number or "").removesuffix("er"))
    return plain and text[phrase.start - 1 : phrase.start] == "\n" and _ABOVE.match(text, phrase.stop) is not None


_ACT_LINE = r"(?:Code |Loi |Décret |Arrêté |Ordonnance |Règlement |Directive |Circulaire |Constitution(?!\w))"
_BELOW_ACT = re.compile(rf"(?:\A|\n)[ \t>*•-]*(?P<act>{_ACT_LINE})[^\n]*\n[ \t>*•-]*\Z")
_ABOVE_ACT = re.compile(rf"[ \t]*\n(?:[ \t]*\n)+[ \t>*•-]*{_ACT_LINE}")
_LONGEST_LINE = 300  # characters


_ART = frozenset("Aa")
_MARKS = " \t>*#_•–-:"
_MOST_LINES = 40
_OWN_LINE = frozenset(("code", "constitution", "reglement-ue", "traité", "convention"))


def _line_of_code(text: str, start: int) -> ActName | None:
    """The code, or the like, that is the line above the lines of articles of which one is: "CGI", "Code civil :"."""
    line = text.rfind("\n", 0, start) + 1
    if not line or text[line:start].strip(_MARKS):
        return None
    for _ in range(_MOST_LINES):
        end, line = line - 1, text.rfind("\n", 0, max(0, line - 1)) + 1
        words = text[line:end].strip(_MARKS)
        if words and words[:3] not in {"Art", "art", "ART"}:
            at = text.index(words, line)
            name = act_named_at(text, at)
            return name if name is not None and name.nature in _OWN_LINE and name.stop == at + len(words) else None
        if not line:
            return None
    return None


def _listed_below(text: str, phrase: Phrase) -> ActName | None:
    """The act below whose line an article stands: a code alone on its line, or an act before the next one.

    "Décret n° 2031-12 du 3 mars 2031 relatif aux moulins" above "Article 5", an empty line, and "Code civil : …".
    """
    if (code := _line_of_code(text, phrase.start)) is not None:
        return code
    if _ABOVE_ACT.match(text, phrase.stop) is None:
        return None
    below = _BELOW_ACT.search(text, max(0, phrase.start - _LONGEST_LINE), phrase.start)
    return None if below is None else act_named_at(text, below.start("act"))


_OPENS = re.compile(r"(?:\A|\n)[ \t>*#|✔▪●•]*\Z")
_TITLED = compiled(
    r" ?(?::|[-–—]{1,2}(?![\dIVX])|\.(?= ?[A-ZÀ-ÝŒ])"
    r"|(?:\([^()\n]{0,200}(?:\([^()\n]*\)[^()\n]{0,80})?\) ?){1,3}:? ?(?=\n|$)"
    r"|\.? ?\n ?(?:-{3,}|={3,})(?=\n|$)| ?(?:\| ?)+(?=\n|$)"
    r"|\.? ?(?=\n\s{0,3}(?!Art|A (?:modif|abrog|cré|compl))[A-ZÀ-ÝŒ«\"1-9(])"
    r"|(?<=\.\d) [A-ZÀ-Ý][^\n.;:,()]{2,80}(?=\n))"
)
"""What follows the number in the title of an article: a colon, a dash, its subject, a bracket, the next line."""


def _is_title(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is the title of an article of a decision, a contract, statutes: "Article 5 : Durée".

    It opens its line, and its number has no letter before it.
    """
    item = phrase.items[0]
    number = item.number or ""
    if (
        (number[:1].isupper() and number[0] not in _NUMERALS and number not in _IN_WORDS)
        or item.to is not None
        or (_OPENS.search(text, max(0, phrase.start - 12), phrase.start) is None and not _goes_on_titles(text, phrase))
    ):
        return False
    return _TITLED.match(text, item.end) is not None or (
        text.startswith(("Article ", "ARTICLE "), phrase.start)
        and _is_counted(number)
        and _OPENS.search(text, max(0, phrase.start - 12), phrase.start) is not None
        and (_BEHIND_NUMBER.match(text, item.end) or _IN_CAPITALS.match(text, item.end)) is not None
    )


def _is_counted(number: str) -> bool:
    """Whether it is an integer, also in Roman numerals."""
    return number.isdigit() or (number[:1] in _NUMERALS and from_roman(number) is not None)


def _is_in_capitals(text: str, phrase: Phrase) -> bool:
    """Whether an article has a title in capitals that was read as the initials of an act: "ARTICLE 2 OBJET"."""
    act = phrase.act
    return act is not None and not act.ids and act.nature == "sigle" and text.startswith("ARTICLE ", phrase.start)


_IN_CAPITALS = compiled(
    r" (?!(?:CODE|LOI|D[ÉE]CRET|ORDONNANCE|ARR[ÊE]T[ÉE]|R[ÈE]GLEMENT|DIRECTIVE|CONVENTION|CONSTITUTION|CHARTE|TRAIT[ÉE]"
    r"|ALIN[ÉE]A|ANNEXE|PARAGRAPHE|C[A-Z]{1,5}|L[A-Z]{1,5}|[A-Z]{2,3})(?!\w))"
    r"[A-ZÀ-Ý]{3,}(?: [A-ZÀ-Ý' -]{2,80})?(?=\n|$)"
)
"""The same where a line in capitals is a title: "ARTICLE 2 OBJET"."""


_BEHIND_NUMBER = compiled(
    r" (?!(?:Code|Loi|Décret|Ordonnance|Arrêté|Règlement|Directive|Convention|Constitution|Charte"
    r"|Traité|Alinéa|Annexe|Paragraphe|Partie|Livre|Titre|Chapitre|Section)(?!\w))[A-ZÀ-Ý][a-zà-ÿ]{2,} [a-zà-ÿA-ZÀ-Ý]"
)
"""The words of a title, or of its text, behind the number that opens a line: "Article 24 Clause résolutoire"."""
_IN_WORDS = frozenset(("PREMIER", "UNIQUE"))
_BEHIND_SENTENCE = re.compile(r"[.;»]\s\Z")
_ENACTS = re.compile(
    r"(?:(?<!\w)(?:A ?R ?R ?[EÊ] ?T ?(?:E|E ?N ?T|O ?N ?S)|D ?[EÉ] ?C ?I ?D ?(?:E|E ?N ?T|O ?N ?S)"
    r"|D[EÉ]LIB[EÈ]RE(?:NT)?|D[EÉ]CR[EÈ]TE|O ?R ?D ?O ?N ?N ?E)|ce qui suit)\s*:?\s*(?:[-–—=*_]{2,}\s*)?\Z",
    re.IGNORECASE,
)
"""The word before the first article of a decision: "ARRÊTE : Article 1er", "A R R E T E", "convenu ce qui suit"."""
_TITLE_COLON = re.compile(r" ?:\s{0,3}[A-ZÀ-ÝŒ]")
_TITLE_SIGN = re.compile(r" ?(?:[:–—]|\.? ?-(?![0-9])|\.(?= [A-ZÀ-Ý]))\s{0,3}")
_FAR = 6_000  # characters between two titles


def _goes_on_titles(text: str, phrase: Phrase) -> bool:
    """Whether a title stands in the line of what is before it: the word that enacts, or the title of the number before.

    "ARRÊTE : Article 1er : … . Article 2 : …", "… du 6 juillet 1989. ARTICLE 3 - LOYER".
    """
    number, start, end = phrase.items[0].number or "", phrase.start, phrase.items[0].end
    if not number.removesuffix("er").isdigit():
        return False
    capital = text.startswith("ARTICLE", start)
    if number in _FIRST and _ENACTS.search(text, max(0, start - _ENACTING), start) is not None:
        return _TITLE_SIGN.match(text, end) is not None
    behind = _BEHIND_SENTENCE.search(text, max(0, start - 2), start) is not None
    if capital and behind and _CAPITAL_TITLE.match(text, end) is not None:
        return True
    if number in _FIRST or not (behind or capital):
        return False
    before = "1er" if number == "2" else str(int(number) - 1)
    word = text[start : phrase.items[0].start]
    at = text.rfind(f"{word}{before}", max(0, start - _FAR), start)
    if at < 0 and number == "2":
        before = "1"
        at = text.rfind(f"{word}{before}", max(0, start - _FAR), start)
    sign = _TITLE_SIGN if capital else _TITLE_COLON
    return at >= 0 and sign.match(text, end) is not None and sign.match(text, at + len(word) + len(before)) is not None


_FIRST = frozenset(("1", "1er"))
_ENACTING = 60  # characters, a rule of dashes included
_CAPITAL_TITLE = compiled(r" ?(?:[:–—]|- ) ?[A-ZÀ-Ý]{2}")
"""A title in capitals behind its number: "ARTICLE 3 - LOYER"."""


_INITIALS_ALONE = compiled(r" ?[:–—-] ?(?:[A-Z]{2,8}|Code [a-z]+)(?= ?\n| ?$)")
"""An act that is no more than the title of an article: "Article 12 : RGPD"."""


_DASHED = compiled(r" ?[:–—-] ?")
_BODY = compiled(r"(?: ?(?:,|&|ET |OU )[^a-zà-ÿ\n]{1,100})?[ \t]*\n[\s>*]*(?!A(?:rt|RT))[^\s>*]")
_HUNDRED = 100


def _is_named_title(text: str, phrase: Phrase, act: ActName) -> bool:
    """Whether the name of an act is the title of an article of a contract: "ARTICLE 13 – CODE DU TRAVAIL".

    It makes up a line, with a text below; the title is in capitals, or another title of the next number stands below.
    """
    item, number = phrase.items[0], phrase.items[0].number or ""
    if (
        len(phrase.items) > 1
        or not number.isdigit()
        or int(number) >= _HUNDRED
        or _DASHED.fullmatch(text, item.end, act.start) is None
        or _BODY.match(text, act.stop) is None
        or _OPENS.search(text, max(0, phrase.start - 12), phrase.start) is None
    ):
        return False
    word = text[phrase.start : item.start]
    if word == "ARTICLE ":
        return True
    title = f"\n{word}{int(number) + 1}"
    below = text.find(title, act.stop, act.stop + _FAR)
    return below >= 0 and not text.startswith(text[item.end : act.stop], below + len(title))


def _titled(text: str, phrase: Phrase) -> Iterable[Phrase]:
    """What a title makes: nothing but a place of no reference, where it is the name of an act alone."""
    alone = _INITIALS_ALONE.match(text, phrase.stop)
    return () if alone is None else (Phrase("heading", phrase.start, alone.end()),)


def _is_quoted_label(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is a label behind the quotation mark that opens a text: ``"Article L. 1 : Les moulins``.

    It may stand on a line of its own.
    """
    opened = _QUOTE.search(text, max(0, phrase.start - 3), phrase.start)
    return opened is not None and _COLON.match(text, phrase.stop) is not None


_SMALL_ALONE = compiled(r"[lrd]\.? ?\d{2,4}-\d")
"""A number with a small prefix, which must have its act behind it: "l1234-9 et r1234-2 du code du travail"."""


def _read_number(text: str, at: int, _end: int) -> Iterable[Phrase]:
    """*prefixed number* {*sep* *prefixed number*} [*act*]"""
    if text[at - 1 : at] == "-" and text[at - 2 : at - 1].isupper():
        return ()  # "JUS-D-02-30056C"
    if _OF_DOCUMENT.match(text, at) is not None or (text[at + 1] == "-" and _SERIES.search(text, max(0, at - 3), at)):
        return ()
    small = text[at] in _PREFIXES and _SMALL_ALONE.match(text, at) is not None
    items, stop = read_list(text, at, plural=small) if small or PREFIXED.match(text, at) else ([], at)
    if not items:
        return ()
    if small:
        phrase = _with_act(text, at, stop, items, bare=True)
        if phrase.act is None:
            return (phrase,) if codes_with(normalize_number(items[0].number or "")) else ()
        return (phrase,) if phrase.act.ids else ()
    if (
        _LABEL.match(text, stop)
        and _may_be_label(text, at, items)
        and not _heads_initials(text, stop)
        and not _is_of_short(text, at, items)
    ):
        return _nothing(at, stop, items)
    if not any(_HYPHENED_NUMBER.search(item.number or "") or PREFIXED.match(item.to or "") for item in items):
        whole = _with_blank(text, at, items[0])
        return _beside_book(text, at, stop, items) if whole is None else continued(text, whole)
    if text[at - 2 : at - 1] in _ENDS_FILE and _FILE.search(text, max(0, at - 20), at) is not None:
        return ()
    return continued(text, _without_places(_with_act(text, at, stop, items, bare=True)))


_OF_DOCUMENT = re.compile(r"[LRDA][.-]? ?[0-9]+-0[0-9]{3}")
"""The number of a letter or a file, which has noughts before it: "lettre D-2019-025051"."""
_SERIES = re.compile(r"(?<!\w)[0-9] $")
"""The series of a bulletin of the tax office, before its letter: "BOI n° 8 du 12/01/1996, 5 L-1-96"."""
_HYPHENED_NUMBER = re.compile(r"-|[0-9]{3,4} [0-9]")
"""A number with a hyphen, or a blank for it: "R.1311 2"."""


def _may_be_label(text: str, at: int, items: Sequence[Item]) -> bool:
    """Whether a number with a dash behind it may be the label of its article: one alone that opens its line."""
    if text[max(0, at - 9) : at].rstrip().endswith(("Art.", "Art", "Article", "ARTICLE")):
        return True
    if len(items) > 1 or items[0].locators:
        return False
    return text[text.rfind("\n", 0, at) + 1 : at].strip(' \t«"“*>#:') == "" or text[at - 2 : at - 1] in _OPENS_LABEL


_OPENS_LABEL = frozenset('.;:»«"”')


def _with_blank(text: str, at: int, item: Item) -> Phrase | None:
    """A number with a blank for its hyphen, beside the code that has it: "CRPA L 311 1", "L 311 1 CRPA"."""
    whole = item.otherwise
    if whole is None or whole.end == item.end:
        return None
    before = abbreviation_before(text, at)
    if before is not None and before[1].ids and has_number(before[1].ids[0], normalize_number(whole.number or "")):
        return _with_act(text, at, whole.end, [whole], bare=True)
    phrase = _with_act(text, at, whole.end, [whole], bare=True)
    ids = phrase.act.ids if phrase.act is not None else ()
    return phrase if ids and has_number(ids[0], normalize_number(whole.number or "")) else None


def _without_places(phrase: Phrase) -> Phrase:
    """A list without its first members that a code has not: "Parcelles A 123 et A 124, articles L. 211-1 du code"."""
    ident = phrase.act.ids[0] if phrase.act is not None and phrase.act.ids else None
    if ident is None or len(phrase.items) == 1:
        return phrase
    lacking = (_is_place(ident, item.number or "") for item in phrase.items)
    first = next((index for index, lacks in enumerate(lacking) if not lacks), 0)
    return phrase if not first else phrase._replace(items=phrase.items[first:], start=phrase.items[first].start)


def _is_place(act: str, number: str) -> bool:
    """Whether a number is that of a plot or a road, which a code is known not to have: "A 123", "D 12"."""
    return _PLACE.match(number) is not None and has_number(act, normalize_number(number)) is False


_PLACE = re.compile(r"[AD] ?[0-9]")


_OF_NAMED_CODE = compiled(r" (?=(?:du )?[Cc]ode [a-zé]|du (?:livre des|[A-Z]{3,})|C\. |[A-Z]{3,})")
_BOOK = compiled(r"(?<!\w)(?:LPF|[Ll]ivre des procédures fiscales)(?:,| -)? $")
"""The one code whose articles have a letter and no hyphen: "LPF L. 64"."""
_OF_BOOK = compiled(r" (?:du )?(?:LPF|livre des procédures fiscales)(?!\w)", re.IGNORECASE)


_ENDS_CODE = frozenset(".,:ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _is_of_short(text: str, at: int, items: Sequence[Item]) -> bool:
    """Whether a code by its abbreviation, which has the numbers, stands before them: "C. élec. L. 228"."""
    before = abbreviation_before(text, at)
    ids = () if before is None or before[1].standing is Standing.CITATION else before[1].ids
    return bool(ids) and all(has_number(ids[0], normalize_number(item.number or "")) for item in items)


_DASH = compiled(r" ?[–-] ?")


def _heads_initials(text: str, at: int) -> bool:
    """Whether the dash behind a number leads to an act, and not to a text: "L1232-1-CT", "L. 7-2 - Code civil"."""
    dash = _DASH.match(text, at)
    if dash is None:
        return False
    short = abbreviation_at(text, dash.end())
    named = code_name_at(text, dash.end()) if short is None else (short.end, short.ids)
    if named is None or (short is not None and short.standing is Standing.CITATION):
        return False
    return dash[0] == "-" or _ENDED.match(text, named[0]) is not None


_MANY = 50  # numbers


def _nothing(at: int, stop: int, items: Sequence[Item]) -> Iterable[Phrase]:
    """What numbers make that are no reference: where they are many, a phrase over which reading goes on.

    Each of them begins a list that is none, and all of these would be read to the end.
    """
    return () if len(items) < _MANY else (Phrase("nothing", at, stop),)


def _beside_book(text: str, at: int, stop: int, items: Sequence[Item]) -> Iterable[Phrase]:
    if _OF_BOOK.match(text, stop) is None and _BOOK.search(text, max(0, at - 32), at) is None:
        if text[at - 1 : at] == " " and text[at - 2 : at - 1] in _ENDS_CODE and _is_of_short(text, at, items):
            return (Phrase("article", at, stop, tuple(items), bare=True),)
        if _OF_NAMED_CODE.match(text, stop) is None:
            return _nothing(at, stop, items)
        phrase = _with_act(text, at, stop, items, bare=True)
        ids = () if phrase.act is None else phrase.act.ids
        having = ids and all(has_number(ids[0], normalize_number(item.number or "")) for item in items)
        return (phrase,) if having else _nothing(at, stop, items)
    return (_with_act(text, at, stop, items, bare=True),)


ARTICLE = Rule(
    "article",
    (
        "article",
        "articles",
        "ARTICLE",
        "ARTICLES",
        "art",
        "arts",
        "ART",
        "larticle",
        *_SLIPS,
        *(f"{slip}s" for slip in _SLIPS),
    ),
    r"(?:(?!\w)|(?=\d|[LRDA](?:[.\d]| \d)|l\d)|\.(?=[LRDA] \d))",
    _read_article,
    (
        Example("à l'article ⟦706-73⟧", "ici/706-73"),
        Example("aux articles ⟦63⟧, ⟦77⟧ et ⟦154⟧", "ici/63 ici/77 ici/154"),
        Example("aux article ⟦5⟧ et ⟦7⟧", "ici/5 ici/7"),
        Example("« à l'article ⟦L. 7-2⟧ » du code du sport", "code-du-sport/l7-2"),
        Example("« I et III de l'article ⟦7⟧ » et « 2° de l'article ⟦8⟧ »", "ici/7#I ici/7#III ici/8#2°"),
        Example("A l'article ⟦7⟧, le ⟦3°⟧ est abrogé", "ici/7 ici/7#3°"),
        Example("le troisième alinéa de l'article ⟦4⟧, paragraphe 5", "ici/4#5/al3"),
        Example("alinéa 2 de l'article ⟦7⟧ ; § 3 art. ⟦8⟧", "ici/7#al2 ici/8#3"),
        Example("3e al. de l'article ⟦7⟧ ; Dernier alinéa du II de l'article ⟦8⟧", "ici/7#al3 ici/8#II/al-1"),
        Example("ARTICLES ⟦7⟧, AL. 1ER ET 2, ET ⟦8⟧, ALINÉAS 2 À 4", "ici/7#al1 ici/7#al2 ici/8#al2..al4"),
        Example("Deux premiers alinéas de l'article ⟦7⟧", "ici/7#al1..al2"),
        Example("TROISIÈME À CINQUIÈME ALINÉAS DE L'ARTICLE ⟦7⟧", "ici/7#al3..al5"),
        Example("(a) du 2° de l'article ⟦7⟧), cf. 4° de l'article ⟦8⟧", "ici/7#2°/a ici/8#4°"),
        Example("premier alinéa du texte ; l'article ⟦7⟧", "ici/7"),
        Example("aux articles ⟦706-80 à 706-87⟧", "ici/706-80..706-87"),
        Example("aux articles ⟦5 (premier alinéa) à 8⟧", "ici/5..8#al1"),
        Example("les articles ⟦5 et suivants⟧", "ici/5.."),
        Example("aux articles ⟦39-1⟧,⟦39-2⟧", "ici/39-1 ici/39-2"),
        Example("l'article ⟦R. * 277-1⟧", "ici/r277-1"),
        Example("l'article ⟦R. 723- 28⟧", "ici/r723-28"),
        Example("l'article ⟦885-0 V bis⟧", "ici/885-0-v-bis"),
        Example("aux articles ⟦302 H ter⟧ et ⟦302 V bis⟧", "ici/302-h-ter ici/302-v-bis"),
        Example("aux articles ⟦706-80 - 706-87⟧", "ici/706-80..706-87"),
        Example("l'article ⟦1649 quater B bis⟧", "ici/1649-quater-b-bis"),
        Example("l'article ⟦1er⟧", "ici/1"),
        Example("l'article ⟦529-6⟧peut", "ici/529-6"),
        Example("ARTICLES ⟦R. 123-57⟧ ET ⟦R. 123-58⟧", "ici/r123-57 ici/r123-58"),
        Example(
            "articles ⟦81⟧, neuvième alinéa, ⟦82-1⟧, ⟦156⟧, premier alinéa, et ⟦173⟧",
            "ici/81#al9 ici/82-1 ici/156#al1 ici/173",
        ),
        Example("l'article ⟦67⟧ II de la loi n° 2020-12 du 3 mars 2020", "loi:2020-12/67#II"),
        Example(
            "l'article ⟦2⟧ de l'annexe II au code général des impôts", "code-general-des-impots-annexe-ii-cgianii/2"
        ),
        Example("l'article ⟦3⟧ du titre II du livre Ier du code civil", "code-civil/3"),
        Example(
            "l'article ⟦L. 1⟧ du code de la route, ⟦L. 2⟧ et ⟦L. 3⟧ du code du sport",
            "code-de-la-route/l1 code-du-sport/l2 code-du-sport/l3",
        ),
        Example("le ⟦présent article⟧", "ici/1"),
        Example("l'article ⟦9⟧ du code civil ; le ⟦même article⟧", "code-civil/9 code-civil/9"),
        Example("l'⟦article précédent⟧", "ici/?"),
        Example(
            "articles ⟦L. 1⟧, à l'exception du ⟦1°⟧ de son II, ⟦L. 2⟧ et suivant les règles",
            "ici/l1 ici/l1#II/1° ici/l2",
        ),
        Example("l'article ⟦7⟧, paragraphe 2, du règlement (UE) 2016/679", "reglement-ue:2016/679/7#2"),
        Example(
            "les articles suivants du code électoral :\n1° L'article ⟦R. 63⟧ ;\n2° L'article ⟦R. 64⟧.",
            "code-electoral/r63 code-electoral/r64",
        ),
        Example("l'article ⟦5⟧, paragraphe 2, point b, de la directive 2014/68/UE", "directive-ue:2014/68/5#2/b"),
        Example("l'article ⟦7⟧, II, 2°, b, du code du sport", "code-du-sport/7#II/2°/b"),
        Example("l'article ⟦L. 7-2⟧ (I, 2°) du code du sport", "code-du-sport/l7-2#I/2°"),
        Example("l'article ⟦L. 7-2⟧, 1, du code du sport", "code-du-sport/l7-2#1"),
        Example("l'article ⟦39⟧, 1-5° du code du sport", "code-du-sport/39#1/5°"),
        Example("l'article ⟦7⟧ al. 2 du code du sport", "code-du-sport/7#al2"),
        Example("l'article ⟦7⟧ let. a) du code du sport", "code-du-sport/7#a"),
        Example(
            "articles ⟦11⟧, § 1, et ⟦12⟧, § 2, sous a), du règlement (UE) 2016/679",
            "reglement-ue:2016/679/11#1 reglement-ue:2016/679/12#2/a",
        ),
        Example("l'article ⟦7⟧ in fine du code du sport", "code-du-sport/7"),
        Example("l'article ⟦7⟧ (lancer de navets) du code du sport", "code-du-sport/7"),
        Example("l'article ⟦7⟧ relatif au lancer de navets du code du sport", "code-du-sport/7"),
        Example("l'article ⟦7⟧, seul applicable au lancer, du code du sport", "code-du-sport/7"),
        Example("l'article ⟦7⟧, au demeurant abrogé, du code du sport", "code-du-sport/7"),
        Example("l'article ⟦7⟧, notamment, du code du sport", "code-du-sport/7"),
        Example("l'article ⟦7⟧, et lui seul, du code du sport", "code-du-sport/7"),
        Example("l'article ⟦7⟧, pour autant qu'il soit applicable, du code du sport", "code-du-sport/7"),
        Example("l'article ⟦7⟧ – d'ailleurs modifié depuis – du code du sport", "code-du-sport/7"),
        Example("l'article ⟦7⟧, ancien, puis abrogé, du code du sport", "code-du-sport/7"),
        Example("l'article ⟦7⟧ [code du sport] ; art. ⟦8⟧ : loi n° 2020-12", "code-du-sport/7 loi:2020-12/8"),
        Example("l'article ⟦7⟧ – aujourd'hui ⟦8⟧ – du code du sport", "code-du-sport/7 code-du-sport/8"),
        Example("l'article ⟦7⟧, alinéa unique, du code du sport", "code-du-sport/7#al1"),
        Example("art. ⟦22-1⟧, mod. ⟦L. 2014-366⟧, L. 29 juill. 1881", "loi:1881-07-29/22-1 loi:2014-366"),
        Example("art. ⟦15 et s.⟧, spéc. ⟦16⟧, CPC", "code-de-procedure-civile/15.. code-de-procedure-civile/16"),
        Example("l'article ⟦7⟧ « Du lancer » du code du sport", "code-du-sport/7"),
        Example("l'article ⟦7⟧, son ⟦2°⟧ excepté, du code du sport", "code-du-sport/7 code-du-sport/7#2°"),
        Example("l'article ⟦7⟧ du code du sport ; le ⟦même article⟧, 2°, le dit", "code-du-sport/7 code-du-sport/7#2°"),
        Example("l'article ⟦7⟧ du code du sport ; en vertu de l'⟦article⟧ précité", "code-du-sport/7 code-du-sport/7"),
        Example("en vertu de l'article précité"),
        Example(
            "l'article ⟦7⟧, alinéa 2 – le lancer – et alinéa 3, du code du sport",
            "code-du-sport/7#al2 code-du-sport/7#al3",
        ),
        Example(
            "l'article ⟦7⟧, premier comme second alinéa, du code du sport",
            "code-du-sport/7#al1 code-du-sport/7#al2",
        ),
        Example("l'article ⟦7⟧ (lancer), alinéa 2, du code du sport", "code-du-sport/7#al2"),
        Example("l'article ⟦7⟧ figurant au code du sport", "code-du-sport/7"),
        Example("l'article ⟦7⟧ (v. l'article ⟦8⟧) de la loi n° 2020-12", "loi:2020-12/7 loi:2020-12/8"),
        Example("l'article ⟦7⟧, lu avec l'article ⟦8⟧, du code du sport", "code-du-sport/7 code-du-sport/8"),
        Example("les articles ⟦7⟧ et, à titre subsidiaire, ⟦8⟧ du code du sport", "code-du-sport/7 code-du-sport/8"),
        Example(
            "l'article ⟦7⟧, sur le lancer, et l'article ⟦8⟧, sur la chute, de la loi n° 2020-12",
            "loi:2020-12/7 loi:2020-12/8",
        ),
        Example("l'article ⟦7⟧ du fameux RGPD", "reglement-ue:2016/679/7"),
        Example("C. consom., spéc. art. ⟦L. 7-2⟧", "code-de-la-consommation/l7-2"),
        Example("l'article ⟦7⟧, dans sa rédaction alors en vigueur, du code du sport", "code-du-sport/7"),
        Example(
            "l'article ⟦7⟧, dans sa rédaction issue de la ⟦loi n° 2020-12 du 3 mars 2020⟧, du code du sport",
            "code-du-sport/7 loi:2020-12",
        ),
        Example(
            "articles ⟦L. 7-1⟧ (pour les navets) et ⟦L. 7-2⟧ (pour les choux) du code du sport",
            "code-du-sport/l7-1 code-du-sport/l7-2",
        ),
        Example("l'article ⟦1382⟧, devenu ⟦1240⟧, du code civil", "code-civil/1382 code-civil/1240"),
        Example(
            "au 1° de l'article ⟦7⟧ devenu le 2° de l'article ⟦9⟧ du code du sport",
            "code-du-sport/7#1° code-du-sport/9#2°",
        ),
        Example("l'article ⟦1240⟧ (⟦1382⟧ ancien) du code civil", "code-civil/1240 code-civil/1382"),
        Example(
            "les articles ⟦59⟧ et ⟦60⟧ du code pénal en vigueur à l'époque des faits, ⟦2⟧ du code de procédure pénale",
            "code-penal/59 code-penal/60 code-de-procedure-penale/2",
        ),
        Example("l'article ⟦5⟧ du code civil, ensemble ⟦16⟧ du code pénal", "code-civil/5 code-penal/16"),
        Example("les 2 articles (⟦1108⟧ et ⟦1131⟧) du code civil", "code-civil/1108 code-civil/1131"),
        Example(
            "les articles ⟦L. 1233-57-2⟧ et ⟦3⟧ du code du travail",
            "code-du-travail/l1233-57-2 code-du-travail/l1233-57-3",
        ),
        Example("les articles ⟦L. 1111-33 à 38⟧", "ici/l1111-33..l1111-38"),
        Example("les articles ⟦L. 7-1⟧, ⟦-2⟧ et ⟦-3⟧", "ici/l7-1 ici/l7-2 ici/l7-3"),
        Example("les articles ⟦R.⟧ et ⟦D. 7-1⟧", "ici/r7-1 ici/d7-1"),
        Example("les articles ⟦L. 7-1 et svts⟧", "ici/l7-1.."),
        Example("l'article ⟦7⟧, ⟦8⟧ et ⟦9⟧ du code du sport", "code-du-sport/7 code-du-sport/8 code-du-sport/9"),
        Example("art. ⟦7⟧, 1-5°, du code du sport", "code-du-sport/7#1/5°"),
        Example(
            "articles ⟦11⟧, § 1, et ⟦14⟧, points 1, sous a), 2 et 4, de la directive 2014/68/UE",
            "directive-ue:2014/68/11#1 directive-ue:2014/68/14#1/a directive-ue:2014/68/14#2 directive-ue:2014/68/14#4",
        ),
        Example("l'article ⟦9⟧(2)(h) de la directive 2014/68/UE", "directive-ue:2014/68/9#2/h"),
        Example(
            "les articles ⟦7⟧ et ⟦8⟧ anciens, devenus respectivement ⟦17⟧ et ⟦18⟧, du code du sport",
            "code-du-sport/7 code-du-sport/8 code-du-sport/17 code-du-sport/18",
        ),
        Example("l'article ⟦81⟧ CE, devenu ⟦101⟧ TFUE", "traite:tce/81 traite:tfue/101"),
        Example("l'article ⟦7⟧ du code général de impôts (CGI)", "code-general-des-impots-cgi/7"),
        Example("l'article ⟦15⟧ de la convention (IDCC 9486)", "idcc:9486/15"),
        Example("l'article ⟦UB 11⟧ du règlement du plan des navets", "?/ub-11"),
        Example("l'article ⟦CO 35⟧ de l'arrêté du 3 mars 2020", "arrete:2020-03-03/co-35"),
        Example("ART. ⟦L. 7-1 A L. 7-9⟧ DU CODE DU SPORT", "code-du-sport/l7-1..l7-9"),
        Example("art. ⟦7 s.⟧ du code du sport", "code-du-sport/7.."),
        Example("l'article ⟦700⟧ cpc et l'art ⟦1719⟧ du cc", "code-de-procedure-civile/700 code-civil/1719"),
        Example("L'ARTICLE ⟦7⟧, DERNIER ALINÉA, DU CODE DU SPORT", "code-du-sport/7#al-1"),
        Example("art. ⟦7⟧ anc., L. 29 juill. 1881", "loi:1881-07-29/7"),
        Example("art. ⟦7⟧ c civ ; art ⟦L. 7-2 et s.⟧ c conso", "code-civil/7 code-de-la-consommation/l7-2.."),
        Example(
            "art. ⟦261 D⟧ 4° b ; art ⟦39⟧ c CGI",
            "code-general-des-impots-cgi/261-d#4°/b code-general-des-impots-cgi/39#c",
        ),
        Example("code pénal art ⟦313-1 et s⟧", "code-penal/313-1.."),
        Example("art. ⟦7⟧ c. navets ; C. chou. art. ⟦8⟧", "?/7 ?/8"),
        Example("art. ⟦7⟧ dir. 2014/68/UE, art. ⟦4⟧, 11), RGPD", "directive-ue:2014/68/7 reglement-ue:2016/679/4#11"),
        Example("CPC art. ⟦42⟧ al 1er et ⟦46⟧", "code-de-procedure-civile/42#al1 code-de-procedure-civile/46"),
        Example(
            "CGI, art. ⟦257⟧, I, 2, 1° ; art. ⟦39⟧, I, 3 et ⟦40⟧ CGI",
            "code-general-des-impots-cgi/257#I/2/1° code-general-des-impots-cgi/39#I/3 code-general-des-impots-cgi/40",
        ),
        Example("article ⟦7⟧ in fine (DDHC)", "declaration:1789/7"),
        Example("article ⟦7⟧, relatif au lancer de navets, CGI", "code-general-des-impots-cgi/7"),
        Example("art. ⟦7⟧ précité C. civ.", "code-civil/7"),
        Example("CGV art. ⟦12⟧ (ci-jointes)", "?/12"),
        Example("Norme du moulin, article ⟦12⟧", "?/12"),
        Example(
            "les articles ⟦6⟧ § 1 et ⟦13⟧ de la directive 2014/68/UE",
            "directive-ue:2014/68/6#1 directive-ue:2014/68/13",
        ),
        Example("l'article ⟦5-1⟧-e) de la directive 2014/68/UE", "directive-ue:2014/68/5#1/e"),
        Example("l'article ⟦7⟧, alinéa 1, 5), de l'accord du moulin", "?/7#al1/5"),
        Example("l'article ⟦84⟧-I-2° et III de la loi n° 2020-12", "loi:2020-12/84#I/2° loi:2020-12/84#III"),
        Example("l'article ⟦7⟧ du code travail", "code-du-travail/7"),
        Example("l'article ⟦10.1.1⟧ de l'arrêté du 3 mars 2020", "arrete:2020-03-03/10.1.1"),
        Example("l'article ⟦49.3⟧ de la Constitution", "constitution:1958/49#al3"),
        Example("l'article ⟦6.1.b⟧ du règlement (UE) 2016/679", "reglement-ue:2016/679/6#1/b"),
        Example("l'art. ⟦257e⟧ al. 2", "ici/257e#al2"),
        Example("article ⟦l7-2⟧ du code du sport", "code-du-sport/l7-2"),
        Example("l'article⟦1240⟧ du code civil", "code-civil/1240"),
        Example("article ⟦D-212-4⟧", "ici/d212-4"),
        Example("l'article ⟦Ll237-11⟧", "ici/l1237-11"),
        Example("l'article ⟦L. 121-l⟧ du code du sport", "code-du-sport/l121-1"),
        Example("l'article ⟦7OO⟧ du code de procédure civile", "code-de-procedure-civile/700"),
        Example("l'article ⟦L 121 - 1⟧ du code du sport", "code-du-sport/l121-1"),
        Example("article ⟦L. 121,1⟧ du code du sport", "code-du-sport/l121-1"),
        Example("art. ⟦6⟧ CCAG-T", "?/6"),
        Example("art. ⟦145⟧. Mesures du meunier (CPC)", "code-de-procedure-civile/145"),
        Example("art⟦9⟧cc ; art.⟦l132-1⟧cconso", "code-civil/9 code-de-la-consommation/l132-1"),
        Example("les articles ⟦12 - 15⟧ du code civil", "code-civil/12..15"),
        Example("art. ⟦7⟧ d) loi n° 2020-12", "loi:2020-12/7#d"),
        Example("art. ⟦7⟧§2 de la directive 2014/68/UE", "directive-ue:2014/68/7#2"),
        Example("l'article ⟦L. 7-2⟧ du code du sport (II, 2°)", "code-du-sport/l7-2#II/2°"),
        Example("⟦L136-1-1⟧ CSS III 4°", "code-de-la-securite-sociale/l136-1-1#III/4°"),
        Example("l'article ⟦12⟧ (je crois) du code civil", "code-civil/12"),
        Example("l'article ⟦885 V bis⟧ du CGI", "code-general-des-impots-cgi/885-v-bis"),
        Example("art. ⟦24⟧, loi n° 2020-12 – art. ⟦9⟧ du code civil", "loi:2020-12/24 code-civil/9"),
        Example(
            "articles ⟦L. 7-1⟧ (code du sport), ⟦L. 7-2⟧ (du code de la route) et ⟦9⟧, tous deux du code civil",
            "code-du-sport/l7-1 code-de-la-route/l7-2 code-civil/9",
        ),
        Example("l'article ⟦XX.99⟧ du code de droit économique", "?/xx.99"),
        Example("l'article ⟦9⟧ du code civil et l'article ⟦10⟧ du second de ces codes", "code-civil/9 code-civil/10"),
        Example("l'article ⟦10⟧ du premier de ces codes", "?/10"),
        Example("art. ⟦35-2⟧ D 67-223", "decret:67-223/35-2"),
        Example("(article ⟦19 ter⟧, article ⟦L. 122-1⟧ du code du sport)", "ici/19-ter code-du-sport/l122-1"),
        Example("Article ⟦L. 7-2⟧ du code du sport : le navet vole", "code-du-sport/l7-2"),
        Example("articles ⟦671⟧ ⟦672⟧ ⟦673⟧ du code civil", "code-civil/671 code-civil/672 code-civil/673"),
        Example(
            "art ⟦1719⟧&⟦1720⟧ CC ; RGPD art ⟦13⟧/⟦14⟧",
            "code-civil/1719 code-civil/1720 reglement-ue:2016/679/13 reglement-ue:2016/679/14",
        ),
        Example(
            "art. ⟦6⟧+⟦13⟧ CEDH",
            "traite:convention-europeenne-des-droits-de-lhomme/6 traite:convention-europeenne-des-droits-de-lhomme/13",
        ),
        Example("art. ⟦L. 7-2⟧ et ⟦L. 7-9⟧, 1", "ici/l7-2 ici/l7-9#1"),
        Example(
            "art ⟦1103⟧; ⟦1104⟧ / ⟦1193⟧ CC ; articles ⟦6 a 13⟧ loi n° 2020-12",
            "code-civil/1103 code-civil/1104 code-civil/1193 loi:2020-12/6..13",
        ),
        Example(
            "arts. ⟦7⟧ and ⟦8⟧ CEDH",
            "traite:convention-europeenne-des-droits-de-lhomme/7 traite:convention-europeenne-des-droits-de-lhomme/8",
        ),
        Example(
            "⟦L. 7-2⟧, 2e al. - Code du sport ; loi n° 2020-12 modifiée (art. ⟦3⟧)",
            "code-du-sport/l7-2#al2 loi:2020-12/3",
        ),
        Example(
            "art. ⟦3⟧ [loi n° 2020-12 modifiée] ; CT → art. ⟦L. 7-2⟧ ; art. ⟦9⟧/DDHC",
            "loi:2020-12/3 code-du-travail/l7-2 declaration:1789/9",
        ),
        Example("art. ⟦12⟧, al. 2 de la L. du 3 mai 2019", "loi:2019-05-03/12#al2"),
        Example('"article": "⟦L. 7-2⟧", "code": "Code du sport"', "code-du-sport/l7-2"),
        Example("CGI;⟦293 B⟧\nCode civil;⟦1240⟧", "code-general-des-impots-cgi/293-b code-civil/1240"),
        Example("DDHC : art ⟦8⟧ / art ⟦9⟧ ; art. ⟦1⟧ P1", "declaration:1789/8 declaration:1789/9 ?/1"),
        Example("L. Navet, n° 2020-12, art. ⟦3⟧ ; loi n° 2020-13 « Chou », art. ⟦4⟧", "loi:2020-12/3 loi:2020-13/4"),
        Example("C. consom., art. ⟦L. 7-2⟧ (⟦ord. n° 2020-12⟧)", "code-de-la-consommation/l7-2 ordonnance:2020-12"),
        Example(
            "art ⟦l7-2-a⟧ du code du sport ; ⟦L5125-1-1 A⟧ CSP",
            "code-du-sport/l7-2-a code-de-la-sante-publique/l5125-1-1-a",
        ),
        Example(
            "art. ⟦R.7-2⟧ AL.4, AL.1 C.ROUTE ; ⟦R.7-3⟧ §I AL.1 C.ROUTE",
            "code-de-la-route/r7-2#al4 code-de-la-route/r7-2#al1 code-de-la-route/r7-3#I/al1",
        ),
        Example(
            "art. ⟦4⟧ / décret n° 2020-12 ; ⟦L. 7-2⟧ / ⟦décret n° 2020-12⟧", "decret:2020-12/4 ici/l7-2 decret:2020-12"
        ),
        Example("⟦700⟧ du CPC / ⟦37⟧ de la loi n° 2020-12", "code-de-procedure-civile/700 loi:2020-12/37"),
        Example("C. civ. ⟦16-10⟧; ⟦16-11⟧; ⟦16-12⟧", "code-civil/16-10 code-civil/16-11 code-civil/16-12"),
        Example("art. ⟦61-1⟧ C° ; art ⟦15⟧ convention Navets idcc 9486", "constitution:1958/61-1 idcc:9486/15"),
        Example(
            "L. n° 2020-12, dite « Navet », art. ⟦2⟧ : ⟦JO 7 janv. 2030, p. 227⟧", "loi:2020-12/2 jo:2030-01-07:227"
        ),
        Example("Article 1er : La requête du navet est rejetée."),
        Example("ARTICLE 3. PRIX\nLe navet vaut un sou."),
        Example("Article 5 - Durée\nLe navet dure un an."),
        Example("Article premier (lancer)\nLe navet vole."),
        Example("les articles suivants"),
        Example("des articles de sport"),
        Example("mon article 9 est paru, comme mon article 12 du journal"),
        Example("mon article ⟦9⟧ du code civil, art. ⟦9⟧ n.c.", "code-civil/9 ?/9"),
        Example("l'article 240-1.02 des règles techniques"),
        Example("Art. R. 1-1.-Le maire"),
        Example("Statuts\nArticle 7\nLes adhérents se réunissent une fois l'an dans la grande salle."),
        Example("les articles 5 % moins chers"),
    ),
)


def _read_quoted(text: str, start: int, end: int) -> Iterable[Phrase]:
    """``référence :`` ``«`` *number* {*sep* *number*} [*act*] ``»`` | ``mots :`` ``«`` *number* … *act* ``»``"""
    items, stop = read_list(text, end, plural=True)
    if not items or text[items[-1].end : items[-1].end + 2].strip(" ")[:1] == "°":
        return ()
    phrase = _with_act(text, items[0].start, stop, items, bare=True)
    if phrase.act is None and (text[start] not in "rR" or _CLOSES.match(text, phrase.stop) is None):
        return ()
    return (phrase,)


_CLOSES = compiled(r" ?(?:[,;] ?)?[»”\"]")

QUOTED_NUMBER = Rule(
    "quoted number",
    ("référence", "références", "mot", "mots"),
    r" ?: ?[«“\"] ?(?:(?:[,;]|et|ou|à) ?(?:et |ou )?)?(?=\d)",
    _read_quoted,
    (
        Example("la référence : « ⟦12-1⟧ » est supprimée", "ici/12-1"),
        Example("les références : « , ⟦12⟧ et ⟦13⟧ »", "ici/12 ici/13"),
        Example("les mots : « ⟦6⟧ et ⟦7⟧ de la loi n° 2020-12 »", "loi:2020-12/6 loi:2020-12/7"),
        Example("les mots : « 12 mois » ; la référence : « 3° »"),
        Example("la référence : « 200 euros »"),
    ),
)

NUMBER_ALONE = Rule(
    "number",
    ("L", "LO", "L.O", "R", "D", "A", "l", "r", "d"),
    r"\.?(?: ?|-(?=\d+-\d))(?:\* ?)*\d",
    _read_number,
    (
        Example("1° ⟦L. 6221-1⟧, relatif à l'apprentissage", "ici/l6221-1"),
        Example("⟦L. 313-34⟧ et ⟦R. 313-2⟧", "ici/l313-34 ici/r313-2"),
        Example("⟦L-7-2⟧ du code du sport", "code-du-sport/l7-2"),
        Example("la route D 12"),
        Example("Bât. A 3"),
        Example("votre lettre (réf. L. 2031-45)"),
    ),
)
