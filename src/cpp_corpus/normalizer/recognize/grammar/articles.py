"""Articles: the word, the list behind it, and the act that follows; articles named without their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cpp_corpus.lang.abbreviations import Standing, abbreviation_at, abbreviation_before, last_article
from cpp_corpus.lang.acts import code_name_at, codes_with, has_none_like, has_number, is_roman_suffixed
from cpp_corpus.lang.ordinals import CARDINAL, ORDINAL, cardinal_value, ordinal_value
from cpp_corpus.model.number import normalize_number
from cpp_corpus.normalizer.recognize.fragments import (
    PRECITED,
    PREFIX,
    adjective_before,
    by_letters,
    compiled,
    list_end,
    word_before,
)
from cpp_corpus.normalizer.recognize.grammar.act_names_at import unread_noun
from cpp_corpus.normalizer.recognize.grammar.acts_behind import act_after
from cpp_corpus.normalizer.recognize.grammar.article_acts import (
    NOUNS,
    PLAIN_DIGITS,
    combined_locators,
    has_number_of,
    is_in_bracket,
    unclear_act,
    with_act,
)
from cpp_corpus.normalizer.recognize.grammar.article_lists import (
    ENDED,
    FAR_BEFORE,
    LEADING,
    PREFIXES,
    QUERY,
    YEAR,
    parted,
)
from cpp_corpus.normalizer.recognize.grammar.article_titles import (
    LABEL,
    NUMERALS,
    has_field_behind,
    is_debated,
    is_field,
    is_in_capitals,
    is_label,
    is_named_title,
    is_quoted_label,
    is_title,
    listed_below,
    titled_phrases,
)
from cpp_corpus.normalizer.recognize.grammar.designations.laws import PLURAL_LAWS, further_laws
from cpp_corpus.normalizer.recognize.grammar.designations.treaties import HUMAN_RIGHTS
from cpp_corpus.normalizer.recognize.grammar.locators import chain_at, chains_before
from cpp_corpus.normalizer.recognize.grammar.numbers import SEPARATOR, opens_point, read_list
from cpp_corpus.normalizer.recognize.grammar.one_number import PREFIXED, is_certain
from cpp_corpus.normalizer.recognize.grammar.qualifiers import qualified_ahead
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase, Qualifier, how_named, new
from cpp_corpus.normalizer.recognize.rule import Example, Rule

__all__ = [
    "ARTICLE",
    "NUMBER_ALONE",
    "QUOTED_NUMBER",
    "articles_at",
    "continued",
    "named_again",
    "numbers_at",
]

_SLIPS = (
    "articl", "artcile", "artcle", "artice", "articel", "artciel", "artilce", "aritcle", "atricle", "aticle", "aricle",
    "acticle", "arcticle", "articke",
)  # fmt: skip
"""How the word is mistyped."""
_ARTICLE = rf"(?:article|{by_letters((slip, '') for slip in _SLIPS)})"
_HEAD = compiled(
    rf"(?:(?P<singular>l?{_ARTICLE}(?!s))|{_ARTICLE}s|arts?\.?)"
    r"(?:(?!\w)|(?=\d|(?-i:[LRDA])(?:[.\d]| ?\d)|l\d|(?<=\.)[lrd]\.\d)) ?,? ?"
    r"(?:numéro(?:s|tés?)? |n° ?|\(?(?:anc(?:iens?|\.)|nouv(?:eaux?|\.))\)? (?=\d|(?-i:[LRDA])[. ]?\d))?"
    r"(?:[\"']? ?[:=] ?[\"']?(?=(?:[LRD]\.? ?)?\d+-\d|(?-i:[LRD])\.? ?\d))?",
    re.IGNORECASE,
)
_USUAL_HEAD = re.compile(r"(?:(?P<singular>article)|articles) (?=[0-9LRDA])")
"""The same where nothing is peculiar, as in most places: in a third of the time."""
_PLURAL_BEFORE = frozenset(("aux ", "des ", "les ", "ces "))
"""Determiners of a list, however the word behind is printed: "aux article 5 et 7"."""
_SHORT = frozenset((".", " ", ""))
"""What follows "art", where it is neither "arts" nor a longer word."""
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
_BECOME = compiled(
    r"(?:,? devenue?s? (?:respectivement )?|, (?:anciennement|autrefois) (?:respectivement )?"
    r"|, (?:désormais|aujourd'hui|auj\.|ex-?) ?(?=(?:l'|les )?art)| \((?P<bracket>)"
    r"(?:(?:devenue?s?|désormais|aujourd'hui|auj\.|anciennement|anciens?|anc\.|ex)[ -]"
    r"|(?=(?:l'|art\. |article |l'article )*[LRD]?\.? ?\d[\d-]* (?:anc|nouv)(?:ien|eau|\.)\))))"
    r"(?:l'article |les articles |l'art\. |articles? |arts?\.? )?(?=[LRD]?\.? ?\d)"
)
_BECOMING = (", dev", " dev", " (", ", dans ", ", anc", ", autr", ", dés", ", auj", ", ex")
_BECOME_SEVERAL = (", devenus ", ", devenues ", " devenus ", " devenues ", ", anciennement ", ", autrefois ")
_FILE = compiled(
    r"(?<!\w)(?:(?<!\b[Ll]a\s)(?<!\b[Ll]es\s)[Rr][ée]f(?:érence)?s?|[Ff]acture|[Cc]ommande|[Dd]ossier|[Dd]evis|[Ll]ot|[Mm]odèle|[Ss]érie|[Vv]ol"
    r"|[Tt]rain)\.?(?: n[°o])? ?:? ?$"
)
"""What stands before the number of a file or a thing: "réf. L. 2031-45", "facture R. 2031-7"."""
_ENDS_FILE = frozenset("efrstoln.°: ")
_STREET = compiled(
    r"(?<!\w)(?:rue|avenue|place|boulevard|impasse|allée|chemin|quai|square|passage|route) (?:de l'|des )$",
    re.IGNORECASE,
)
_PARTED = r"[1-9]\d{0,3}(?:-\d+)*"
_SLASHED = compiled(
    rf"(?!\d\d?/(?:19|20)\d\d(?!\d)){_PARTED}(?:[/+&]{_PARTED})+(?![\w/-])"
    r"(?= ?(?:[;)(\[\n,]|$)| (?:anc(?:iens?|\.) )?(?:C\.|[A-Z]{2,6}(?!\w)|c\.? ?[a-z]|d(?:u|e la|e ce|e l') ?"
    r"|code|C(?:o(?:de|n[sv])|C)"
    r"|[lL]oi|[dD][ié]|[oO]rd|[rR][èe]gl|D\.|L\.))"
)
"""Numbers with a slash between them, before their act: "1103/1104 C. civ."."""
_LEADS_TO_SLASHED = compiled(r"(?:, ?| et | ou )(?=\d)")
_NEAR_SLASH = 10  # characters in which the first slash stands behind a list: "12, 13/14 du code"


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
    items, stop = _in_words(text, head.end()) if text[head.end() : head.end() + 1].islower() else ([], head.end())
    if not items:
        items, stop = read_list(text, head.end(), plural=plural, short=plural and head[0][3:4] in _SHORT)
    if not items and plural and text.startswith("(", head.end()):
        items, stop = read_list(text, head.end() + 1, plural=True)
        items, stop = (items, stop + 1) if text.startswith(")", stop) else ([], stop)
    if not items and (slashed := _SLASHED.match(text, head.end())) is not None:
        items, stop = parted(slashed), slashed.end()
    elif items and plural and text.find("/", stop, stop + _NEAR_SLASH) > 0:
        led = _LEADS_TO_SLASHED.match(text, stop)
        slashed = None if led is None else _SLASHED.match(text, led.end())
        members = [] if slashed is None else parted(slashed)
        if slashed is not None and _go_up(members):  # "14/1" may be one number
            items, stop = [*items, *members], slashed.end()
    if (
        not items
        and (cell := _IN_CELL.match(text, head.end())) is not None
        and (
            _BEHIND_ACT_CELL.search(text, at - 60, at)
            or has_field_behind(text, read_list(text, cell.end(), plural=True)[1])
        )
    ):
        items, stop = read_list(text, cell.end(), plural=True)
    if not items:
        return None
    if plural and items[-1].end == stop and len(text) <= QUERY:
        items, stop = _typed_list(text, items, stop)
    if locators or how is not None:
        for index, each in enumerate(items):
            item = _with_numeral(text, each) if any(path[0] in NUMERALS for path in locators) else each
            both = combined_locators(locators, item.locators) if item.locators else locators
            items[index] = new(Item, (*item[:6], both, how or item.how, *item[8:]))
            if head["singular"] is not None:  # "les II à V de l'article 7, 8 et 9": they are parts of 7 only
                break
    if locators and text.startswith(_JOINTS, stop):
        items[-1], stop = _with_part_of_act(text, items[-1], stop)
    return with_act(text, begin, stop, items)


_WORDS = rf"(?:(?:un|premier)(?!\w)|{CARDINAL}|{ORDINAL})"
_LIST_IN_WORDS = compiled(rf"{_WORDS}(?:(?:,| et| ou| à|,? ainsi que) {_WORDS}){{0,12}}")
_ONE_IN_WORDS = compiled(_WORDS)


def _in_words(text: str, at: int) -> tuple[list[Item], int]:
    """The members of a list whose numbers are words, which their act follows: "l'article six de la loi n° 2020-12"."""
    listed = None if text.endswith(", ", 0, at) else _LIST_IN_WORDS.match(text, at)
    if listed is None or listed[0] in _READ_AS_NUMBERS or not text.startswith(" d", listed.end()):
        return [], at
    act = act_after(text, listed.end())
    if act is None or act.how is How.VAGUE or act.nature in NOUNS:
        return [], at
    items: list[Item] = []
    for word in _ONE_IN_WORDS.finditer(text, at, listed.end()):
        value = cardinal_value(word[0]) or ordinal_value(word[0]) or 0
        if value < 1:
            return [], at
        if items and text.endswith(" à ", 0, word.start()):
            items[-1] = items[-1]._replace(to=str(value), end=word.end())
        else:
            items.append(Item(*word.span(), str(value)))
    return items, listed.end()


_READ_AS_NUMBERS = frozenset(("premier",))
_JOINTS = (" et ", " ou ", " ainsi ")
_PART_TOO = compiled(r" (?:et|ou|ainsi que) (?:le |la |l'|au |à l'|du |de l')(?=\w)")


def _with_part_of_act(text: str, item: Item, stop: int) -> tuple[Item, int]:
    """The member with a further part of it, which its act follows at once: "le II de l'article 9 et le III du code".

    No act has such parts but in its articles.
    """
    joint = _PART_TOO.match(text, stop)
    chain = None if joint is None else chain_at(text, joint.end())
    act = None if chain is None else act_after(text, chain.end)
    if chain is None or act is None or act.how is not How.NAMED or not act.ids:
        return item, stop
    return item._replace(locators=(*item.locators, *[path for path, _, _ in chain.paths()])), chain.end


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


def _go_up(items: Sequence[Item]) -> bool:
    """Whether numbers go up by what they begin with."""
    first = [int((item.number or "0").partition("-")[0]) for item in items]
    return all(one < other for one, other in pairwise(first))


def _ascend(items: Sequence[Item]) -> bool:
    """Whether numbers have as many digits and go up."""
    numbers = [item.number or "" for item in items]
    return len({*map(len, numbers)}) == 1 and all(one < other for one, other in pairwise(numbers))


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
    both = combined_locators(locators, first.locators) if first.locators else locators
    return with_act(text, begin, stop, [first._replace(locators=both), *items[1:]], bare=True)


def continued(text: str, phrase: Phrase) -> Iterable[Phrase]:
    """A phrase, and the lists that go on behind its act: "L. 1 du code …, L. 2 et L. 3 du code …"."""
    found, listed = _without_others(text, phrase), phrase.act is not None
    while phrase.act is not None or (listed and text.startswith(";", phrase.stop)):  # "C. civ. 16-10; 16-11; 16-12"
        closes = text.startswith("), ", phrase.stop)  # "L. 611-1 du code (devenu L. 8113-1 du même code), 591 du code"
        following = _continuation(text, phrase.stop + closes, phrase.act)
        if following is None and text.startswith(_BECOMING, phrase.stop):
            following = _successor(text, phrase.stop, phrase)
        if following is None:
            break
        phrase = following
        found += _without_others(text, phrase)
    return found if len(found) == 1 else _beyond_makers(text, found)


def _beyond_makers(text: str, found: list[Phrase]) -> list[Phrase]:
    """Phrases, with the act behind the last one for those which a bracket with what made them follows, as that one.

    "Les articles 5 (D. n° 2031-5) et 6 (D. n° 2031-6) du code de commerce".
    """
    for at in range(len(found) - 2, -1, -1):
        (one, other), maker = found[at : at + 2], found[at].act
        last, act = other.items[-1], other.act
        if (
            maker is None
            or act is None
            or act.start == maker.start
            or not is_in_bracket(text, one.items[-1].end, maker)
        ):
            break
        if not last.qualifiers or not text.startswith(" (", last.end) or is_in_bracket(text, last.end, act):
            break
        made = one.items[-1]._replace(qualifiers=(Qualifier("other", one.items[-1].end, maker.stop),))
        found[at] = one._replace(items=(*one.items[:-1], made), act=act)
    return found


_PRECITED = compiled(rf",? ?{PRECITED}")


def _precited(text: str, items: Sequence[Item]) -> int:
    """How many members of a list are said to be cited before, others behind them: "7 et 8 précités et 1240 du code"."""
    for at in range(len(items) - 1, 1, -1):
        for qualifier in items[at - 1].qualifiers:
            if text[qualifier.end - 1] == "s" and _PRECITED.fullmatch(text, qualifier.start, qualifier.end):
                return at
    return 0


def _without_others(text: str, phrase: Phrase) -> list[Phrase]:
    """A phrase without the first members of its list that are none of the act behind it, and these before it."""
    act, items = phrase.act, phrase.items
    if act is None or len(items) < 2:
        return [phrase]
    if len(items) > 2 and (at := _precited(text, items)):
        again = tuple([item._replace(how=How.SAME) for item in items[:at]])
        return [
            phrase._replace(items=again, act=None, stop=items[at - 1].qualifiers[-1].end),
            phrase._replace(items=items[at:], start=items[at].start, bare=True),
        ]
    at, other = _beyond(items, act), unclear_act(act) if act.nature == "code" else None
    if act.ids and act.ids[0].startswith(_PROTOCOLS):
        at, other = _before_protocol(text, items, act)
    if not at:
        return [phrase]
    return [
        phrase._replace(items=items[:at], act=other, stop=items[at - 1].end),
        phrase._replace(items=items[at:], start=items[at].start, bare=True),
    ]


def _before_protocol(text: str, items: Sequence[Item], protocol: ActName) -> tuple[int, ActName | None]:
    """How many members before the last one are none of a protocol, and their act: "6, 13 et 1 P1".

    The numbers of one act go up. Behind initials only one number is of the protocol; where those before it are higher,
    they are of the convention.
    """
    numbers = [int(digits[0]) if (digits := _DIGITS.match(item.number or "")) else 0 for item in items]
    up = max(numbers[:-1]) < numbers[-1]
    initials = _PROTOCOL_INITIALS.match(text, protocol.start) is not None
    if up and not initials:
        return 0, None
    of_convention = protocol._replace(nature="traité", ids=(HUMAN_RIGHTS,))
    return len(items) - 1, of_convention if initials and not up else unclear_act(protocol)


_PROTOCOLS = "traite:protocole-"
_PROTOCOL_INITIALS = re.compile(r"P[0-9]{1,2}(?![0-9])")
_DIGITS = re.compile(r"[0-9]+")


def _beyond(items: Sequence[Item], name: ActName) -> int:
    """The index behind the last member that is none of the act behind the list: "art. 1240 et 8 CEDH".

    The act has fewer articles, or its numbers have other prefixes or none; 0 where it may have all.
    """
    act = name.ids[0] if name.ids and name.how is How.NAMED else None
    last = None if act is None else last_article(act)
    at = len(items) - 1
    if act is None or (last is None and has_number(act, normalize_number(items[at].number or "")) is not True):
        return 0
    while at and not (
        _is_beyond(act, last, normalize_number(items[at - 1].number or "")) or _is_succeeded(act, items[at - 1])
    ):
        at -= 1
    return at


def _is_succeeded(act: str, item: Item) -> bool:
    """Whether a plain number that an act lacks has become one of it: "9, devenu l'article 226-1 du code pénal"."""
    number = item.number or ""
    succeeded = bool(item.qualifiers) and item.qualifiers[-1].kind == "successor" and number.isdigit()
    return succeeded and has_number(act, number) is False


def _is_beyond(act: str, last: int | None, number: str) -> bool:
    """Whether an act has no number that is like one."""
    if last is None:
        return has_none_like(act, number)
    leading = LEADING.match(number)
    return int(leading[0].partition(".")[0]) > last if leading is not None else number[:1] in PREFIXES


def _successor(text: str, at: int, before: Phrase) -> Phrase | None:
    """The article that the last one before its act has become, or was: "81 CE, devenu 101 TFUE".

    In a bracket it may be of the same act: "1103 du code civil (anciennement 1134)"; elsewhere, if that has the number,
    or is no code, and the number has no prefix.
    """
    version = _BEHIND_ACT.match(text, at) if text.startswith(", dans ", at) else None
    begins = _BECOME.match(text, at if version is None else version.end())
    several = begins is not None and (begins["bracket"] is not None or begins[0].startswith(_BECOME_SEVERAL))
    items, stop = read_list(text, begins.end(), plural=several) if begins else ([], 0)
    following = with_act(text, items[0].start, stop, items, bare=True) if items else None
    if following is None or begins is None or following.act is not None:
        return following
    act = before.act
    if act is None or act.how is How.VAGUE:
        return None
    if act.ids and act.nature != "code" and PREFIXED.match(items[0].number or "") is not None:
        return following._replace(act=unread_noun(stop, stop, "code"))  # "12 de la loi, devenu article L. 34"
    if begins["bracket"] is None and not (
        (several or len(items) == 1)
        and (
            is_certain(items[0]) or (bool(act.ids) and _may_become(act.ids[0], normalize_number(items[0].number or "")))
        )
    ):
        return None
    return following._replace(act=before.act)


def _may_become(act: str, number: str) -> bool:
    """Whether an article of an act may have become one of it with that number."""
    has = has_number(act, number)
    return number[:1].isdigit() if has is None else has


_QUALIFIES = frozenset(
    (", a", " al", " pr", ", p", ", d", " da", " (d", " (a", " ab", " en", ", e", " ap", " au", " (e")
)
_BEHIND_ACT = compiled(
    r" ?[,(]? ?(?:alors (?:applicables?|en vigueur)|précitée?s?|susvisée?s?|(?:aujourd'hui )?abrogée?s?"
    r"|(?:applicables?|en vigueur) (?:au (?:moment|jour|temps)|à (?:l'époque|la date)|lors) [^,;.:()\n]{3,40}(?=[,)])"
    r"|dans (?:sa|leur) (?:rédaction|version) [^,;.:()\n]{3,90}(?=[,)]))\)?(?=,)"
)
"""What qualifies an act before a list goes on: "du code …, alors applicables, et 946 du code …"."""
_NOTED = compiled(r" \((?:ci-après|[a-zà-ÿ]{3,})[^()\n\d]{0,60}\)(?=(?:,| et| ou|, et) (?:[LRD]\. ?)?\d)")
"""What an article is about, or a name for its act, before a list goes on: "112-1 C. civ. (information), 137 (dol)"."""
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
_CHANGED = compiled(r",? (?:modif|compl|dans )", re.IGNORECASE)
_OVER_CHANGE = compiled(
    r",? (?i:(?:modifi|complét|complet)[ée]e?s? par|dans (?:sa|leur) (?:r[ée]daction|version)) "
    r"(?:(?!(?i:articles?|arts?)(?!\w))[^.;:()\n]){3,120}?(?i:,| et| ou|, et| ainsi que) "
    rf"(?={_MEMBER}(?:(?i:,| et| ou) {_MEMBER}){{0,4}},? (?:(?i:du (?!\d)|de la |de l')|C\. ?[a-z]|[A-Z]{{3}}))"
)
"""What changed an act before a list goes on: "69 du code du sport modifié par la loi du 3 mai 2021, et 7 de la loi"."""


def _continuation(text: str, at: int, act: ActName | None) -> Phrase | None:
    if act is not None and text.startswith(PLURAL_LAWS, act.start) and next(further_laws(text, act), None) is not None:
        return None  # "des lois n° 83-634 du 13 juillet 1983, 84-16 du 11 janvier 1984"
    behind = _BEHIND_ACT.match(text, at) if text[at : at + 3] in _QUALIFIES else None
    if behind is None and text.startswith(" (", at):
        behind = _NOTED.match(text, at)
    sep = SEPARATOR.match(text, at if behind is None else behind.end())
    if sep is None and text[at : at + 3] in _TITLES:
        sep = _OVER_TITLE.match(text, at)
    if sep is None and act is not None and act.reason is not None:
        sep = _OVER_UNREAD.match(text, at)
    if sep is None and _CHANGED.match(text, at) is not None:
        sep = _OVER_CHANGE.match(text, at)
    signed = sep is None and text[at : at + 2] in _SIGNED
    if signed:
        sep = _NEXT.match(text, at)
    told = qualified_ahead(text, at) if sep is None else None
    if told is not None:
        begin = told.stop
    elif sep is None or sep[0].rstrip().endswith(("article", "articles")):
        return None
    else:
        begin = sep.end()
        if ";" in sep[0] and opens_point(text, begin):
            return None
    items, stop = read_list(text, begin, plural=True)
    if not items:
        return None
    if told is not None:
        begin = told.qualifiers[0].start
        items[0] = items[0]._replace(qualifiers=told.qualifiers + items[0].qualifiers)
    phrase = with_act(text, begin, stop, items, bare=True)
    named = phrase.act is not None and phrase.act.how is not How.VAGUE
    if signed:
        if text[at + 1] == "+" and phrase.act is None and act is not None and act.nature == "code" and act.ids:
            known = all(is_certain(item) and has_number_of(act.ids[0], item.number or "") for item in items)
            return phrase._replace(act=act) if known else None  # "313-1 du code pénal + 441-1"
        return phrase if named and phrase.act is not None and phrase.act.ids else None
    if named or all(map(is_certain, items)) or _is_of_text(text, phrase):
        return phrase
    if phrase.act is None and act is not None and act.nature == "code" and act.ids and ENDED.match(text, phrase.stop):
        known = all(_is_high(item) and has_number_of(act.ids[0], item.number or "") for item in items)
        return phrase._replace(act=act) if known else None  # "1104 C. civ. et 1105"
    return None


def _is_of_text(text: str, phrase: Phrase) -> bool:
    """Whether a text directly behind a list is named only by its noun: "18 de la loi n° 1 et 37 du décret"."""
    name, last = phrase.act, phrase.items[-1]
    end = last.qualifiers[-1].end if last.qualifiers else last.end
    return name is not None and name.how is How.VAGUE and text[end : name.start] in _OF_TEXT


_OF_TEXT = frozenset((" du ", " de la ", " de l'"))


def _is_high(item: Item) -> bool:
    """Whether a plain number is that of an article by its digits, and no year."""
    number = item.number or ""
    return len(number) >= PLAIN_DIGITS and YEAR.fullmatch(number) is None


def named_again(text: str, at: int, begin: int, how: How | None, locators: tuple[str, ...] = ()) -> Phrase | None:
    """``présent article`` | (``même`` | ``cet`` | ``ledit``) ``article`` | ``article`` (``précédent`` | ``suivant``)"""
    relative = _RELATIVE.match(text, at)
    if relative is not None and how is None:
        way = How.PREVIOUS if relative["previous"] else How.NEXT
        return Phrase("article", begin, relative.end(), (Item(at, relative.end(), locators=locators, how=way),))
    word = _SELF.match(text, at)
    if how is None or word is None or (how is How.SAME and is_debated(text, begin, word.end())):
        return None
    several = how is How.SAME and text[word.end() - 1] == "s"
    if several and _ONE_OF_THESE.search(text, max(0, begin - FAR_BEFORE), begin) is not None:
        return None
    if how is How.SAME and not several and not locators and text.startswith(",", word.end()):
        locators, stop = _parts_of_same(text, word.end())
    else:
        stop = word.end()
    item = Item(begin, word.end(), open=several, locators=locators, how=how)
    if how is How.PRESENT:
        return Phrase("internal", begin, word.end(), (item,), present=True)
    precited = None if several else _PRECITED.match(text, word.end())
    end = word.end() if precited is None else precited.end()
    if not several and text.startswith(" d", end):
        act = act_after(text, end)  # "le même article du code …", "l'article précité du code …"
        if precited is not None:
            item = item._replace(qualifiers=(Qualifier("other", *precited.span()),))
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
    elif text[phrase.start] in _ART and phrase.act is None and (below := listed_below(text, phrase)) is not None:
        return continued(text, phrase._replace(act=below, stop=max(phrase.stop, below.stop)))
    elif text[phrase.start] == "A" and len(phrase.items) == 1 and (phrase.act is None or is_in_capitals(text, phrase)):
        if _STREET.search(text, max(0, start - 20), start) is not None:
            return ()
        if phrase.act is None and is_field(text, phrase):
            return (phrase,)
        if is_title(text, phrase) or is_label(text, phrase):
            return titled_phrases(text, phrase)
        if is_quoted_label(text, phrase):
            return (Phrase("heading", phrase.start, phrase.stop),)
    elif text[phrase.start] == "A" and phrase.act is not None and is_named_title(text, phrase, phrase.act):
        return (Phrase("heading", phrase.start, phrase.act.stop, (), phrase.act),)
    if phrase is None or (word in _MINE and (phrase.act is None or phrase.act.nature == "nom")):
        return ()
    if word in _ITS:
        if phrase.act is not None and phrase.act.nature in NOUNS:  # "prévoit dans ses articles 86 à 88 des règles"
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


_ART = frozenset("Aa")
_SMALL_ALONE = compiled(r"[lrd]\.? ?\d{2,4}(?:-\d|[a-z]?,? (?:du )?(?:lpf|livre des proc[ée]dures fiscales)(?!\w))")
"""A number with a small prefix, which must have its act behind it: "l1234-9 et r1234-2 du code du travail"."""


def _read_number(text: str, at: int, _end: int) -> Iterable[Phrase]:
    """*prefixed number* {*sep* *prefixed number*} [*act*]"""
    if text[at - 1 : at] == "-" and text[at - 2 : at - 1].isupper():
        return ()  # "JUS-D-02-30056C"
    if _OF_DOCUMENT.match(text, at) is not None or (text[at + 1] == "-" and _SERIES.search(text, max(0, at - 3), at)):
        return ()
    small = text[at] in PREFIXES and _SMALL_ALONE.match(text, at) is not None
    items, stop = read_list(text, at, plural=small) if small or PREFIXED.match(text, at) else ([], at)
    if not items:
        return ()
    if small:
        phrase = with_act(text, at, stop, items, bare=True)
        if phrase.act is None:
            return (phrase,) if codes_with(normalize_number(items[0].number or "")) else ()
        return (phrase,) if phrase.act.ids else ()
    if (
        LABEL.match(text, stop)
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
    return continued(text, _without_places(with_act(text, at, stop, items, bare=True)))


_OF_DOCUMENT = re.compile(r"[LRDA][.-]? ?[0-9]+-0[0-9]{3}")
"""The number of a letter or a file, which has noughts before it: "lettre D-2019-025051"."""
_SERIES = re.compile(r"(?<!\w)[0-9] $")
"""The series of a bulletin of the tax office, before its letter: "BOI n° 8 du 12/01/1996, 5 L-1-96"."""
_HYPHENED_NUMBER = re.compile(r"-|[0-9]{3,4} [0-9]")
"""A number with a hyphen, or a blank for it: "R.1311 2"."""


_COUNT_BEHIND = compiled(r" [–-] \d{1,3} [a-zà-ÿ]")
"""What no text of an article begins with: "L. 1-1 - L. 1-5 - 3 pages"."""


def _may_be_label(text: str, at: int, items: Sequence[Item]) -> bool:
    """Whether a number with a dash behind it may be the label of its article: one alone that opens its line."""
    if text[max(0, at - 9) : at].rstrip().endswith(("Art.", "Art", "Article", "ARTICLE")):
        return True
    if len(items) > 1 or items[0].locators:
        return False
    if items[0].to is not None and _COUNT_BEHIND.match(text, items[0].end) is not None:
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
        return with_act(text, at, whole.end, [whole], bare=True)
    phrase = with_act(text, at, whole.end, [whole], bare=True)
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
_OF_NAMED_CODE = compiled(
    r"(?:,? \(?|,)(?=(?:du )?[Cc]ode [a-zé]|(?:du )?[Ll]ivre des|du [A-Z]{3,}|C\. ?[a-zé]|[A-Z]{3,})"
)
_BOOK = compiled(r"(?<!\w)(?:LPF|[Ll]ivre des procédures fiscales)(?:,| -)? $")
"""The one code whose articles have a letter and no hyphen: "LPF L. 64"."""
_OF_BOOK = compiled(r",? (?:du )?(?:LPF|livre des procédures fiscales)(?!\w)", re.IGNORECASE)
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
    return dash[0] == "-" or ENDED.match(text, named[0]) is not None


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
        phrase = with_act(text, at, stop, items, bare=True)
        ids = () if phrase.act is None else phrase.act.ids
        having = ids and all(has_number(ids[0], normalize_number(item.number or "")) for item in items)
        return (phrase,) if having else _nothing(at, stop, items)
    return (with_act(text, at, stop, items, bare=True),)


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
        Example(
            "les articles ⟦9⟧ du code du sport modifié par la ⟦loi n° 2020-12⟧, et ⟦7⟧ de la loi n° 2021-3",
            "code-du-sport/9 loi:2020-12 loi:2021-3/7",
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
        Example("l'article ⟦six⟧ de la loi n° 2020-12", "loi:2020-12/6"),
        Example("les articles ⟦5 à 9⟧, sauf ⟦7⟧, du code du sport", "code-du-sport/5..9 code-du-sport/7"),
        Example("CGI, art. ⟦38⟧, 1 et 2", "code-general-des-impots-cgi/38#1 code-general-des-impots-cgi/38#2"),
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
    phrase = with_act(text, items[0].start, stop, items, bare=True)
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
