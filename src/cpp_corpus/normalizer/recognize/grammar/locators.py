"""Where inside an article: ``première phrase du second alinéa du 3° du II``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from cpp_corpus.lang.ordinals import cardinal, ordinal_value
from cpp_corpus.normalizer.recognize.fragments import ADVERB, MONTH, ROMAN, by_letters, compiled
from cpp_corpus.normalizer.recognize.phrase import new

__all__ = [
    "CARDINAL",
    "COUNT",
    "FAR",
    "ORDINAL",
    "RANK",
    "SMALL_WORD",
    "STEMS",
    "Chain",
    "Level",
    "chain_at",
    "chains_at",
    "chains_before",
    "kind_of",
    "kind_of_part",
    "level_at",
]

STEMS = (
    "premier", "première", "second", "deuxi", "troisi", "quatri", "cinqui", "sixi", "septi", "huiti", "neuvi", "dixi",
    "onzi", "douzi", "treizi", "quatorzi", "quinzi", "seizi", "vingti", "trenti", "quaranti", "vingt", "trent",
    "quarant", "cinquant", "soixant", "dix-", "derni", "avant-derni", "avant derni", "antépénulti", "pénulti",
)  # fmt: skip
ORDINAL = rf"{by_letters((stem, '') for stem in STEMS)}[\w-]*(?: et uni[èe]me|(?<=soixante) et onzi[èe]me)?"
_UNIT = r"(?:ali(?:n[ée]a|[ée]na)s?|phrases?|tirets?|al\.|al(?!\w)|phr?\.)"
_CODE = {"a": "al", "p": "ph", "t": "tiret"}
COUNT = {cardinal(value): value for value in range(2, 31)}
CARDINAL = by_letters((word, "") for word in COUNT)


class Level(NamedTuple):
    """Members of one kind: ``2° et 3°``. ``members`` are (locator, start, end)."""

    members: list[tuple[str, int, int]]
    end: int
    how: str | None = None
    """``present``, ``same``, ``this`` or ``relative``, by its adjective."""


class Chain(NamedTuple):
    """Levels from inner to outer."""

    levels: Sequence[Level]
    end: int

    def paths(self) -> list[tuple[str, int, int]]:
        """(locator, start, end) of each member, outer levels distributed over the inner ones."""
        if len(self.levels) == 1:
            return self.levels[0].members
        outer = ["/".join(reversed(p)) for p in product(*([m[0] for m in level.members] for level in self.levels[1:]))]
        return [
            ("/".join(filter(None, (path, locator))), start, end)
            for path in outer
            for locator, start, end in self.levels[0].members
        ]

    @property
    def how(self) -> str | None:
        """How an adjective names one of its levels, the innermost that has one."""
        return next((level.how for level in self.levels if level.how), None)


_SEP, _SEP_OUTER = (
    r"(?:,? ?(?:et|ou|ainsi que|et/ou|,|ou encore)|,) ?"
    rf"(?:(?:(?:{words}) |(?:{short})l' ?)(?=\d|[IVX]|[a-z]\b|premi|second|\w+ième|derni))?"
    for words, short in (
        ("au|aux|du|des|le|les|à la|de la|la|celles du|ceux du", "à |de "),
        ("du|des|de la|celles du|ceux du", "de "),  # "au a du I et au II": behind "du", an "au" goes with the first one
    )
)
_TO = r" (?:à|au|jusqu'au) (?:la |l')?"

_FIGURE = re.compile(r"[0-9]{1,2}(?:(?:er|[èe]?re|nde?|[èeé]me|[eè])(?!\w)|°(?= (?:al|ph)[a-zé]*+\.?+(?! ?\d)))")
"""A rank in figures: ``5e``."""
_LAST = r"(?:av(?:ant)?\.?-)?dern?\."
RANK = rf"(?:{_LAST}|{ORDINAL}|{_FIGURE.pattern})"
"""A rank in words or figures."""
_JOINED = r"(?:,? ?(?:et|ou|ainsi que|soit|(?:tout )?comme)|,) ?(?:au |du |à la |de la |le |la )?"
"""What joins ranks of the same kind: "premier et deuxième", "premier comme second"."""
_ORDINALS = compiled(
    rf"(?:(?P<count>{CARDINAL}|\d) (?P<edge>premi(?:er|ère)s|derni(?:er|ère)s)"
    rf"|(?P<first>{RANK})(?P<more>(?:{_JOINED}{RANK}|{_TO}{RANK}){{0,99}})) (?P<unit>{_UNIT})(?!\w)",
    re.IGNORECASE,
)
_ORDINAL = compiled(RANK, re.IGNORECASE)
_SOME = re.compile(r"[0-9] +(?:premi|derni)")
_NOUN_FIRST = compiled(
    r"(?P<unit>ali(?:n[ée]a|[ée]na)s?|phrases?|tirets?|al\.?|phr?\.) ?"
    rf"(?P<first>\d{{1,2}}(?:er|(?:nde?|d)(?!\w))?|(?<=a\s)(?:premier|second|dernier|\w{{4,8}}i[èe]me)(?!\w)"
    r"|(?<=al\.\s)(?:second|dernier)(?!\w)"
    rf"|premier|(?:(?<=a\s)|(?<=as\s)){CARDINAL}(?!\w))"
    r"(?P<more>(?:(?:, ?(?-i:AL\. ?)?\d{1,2}(?![\d°/)-]|[eè]|re|nde?)| (?:et|ou) \d{1,2}(?![\d°/-]|[eè]|re|nde?))"
    r"(?! ?,? ?(?:al[.i ]|§|par[.a]|(?:premi|second|derni|\w{4,8}i[èe]me)\w* al)))*)"
    rf"(?: à (?:al(?:\.|in[ée]a)? )?(?P<last>\d{{1,2}}|{CARDINAL}(?!\w))(?![\d°/-]))?(?![\d°-]|/\d)",
    re.IGNORECASE,
)
_WAY = r"(?P<way>précédente?s?|suivante?s?(?! ?:)|qui précède(?:nt)?|qui suit|qui suivent|ci-dessus|ci-après)"
_RELATIVE = compiled(rf"(?P<unit>alin[ée]as?|phrases?)(?: (?:{_WAY}|(?P<only>unique)|(?P<final>finale?)))?(?!\w)")
_REVERSED = compiled(rf"(?P<count>{CARDINAL} )?(?P<way>précédente?s?|suivante?s?) (?P<unit>alin[ée]as?|phrases?)(?!\w)")
_COUNTED = compiled(rf"(?P<count>{CARDINAL} )(?P<unit>alin[ée]as|phrases) {_WAY}(?!\w| ?:)")

_NO_NATURE = r"(?! \d{1,2}[/.]\d{1,2}[/.]\d)"
"""What shows a capital to be no part, but the nature of an act of that day: "12, 1° L 10/7/1965"."""
_POINT = rf"\d{{1,3}} ?°(?: ?{ADVERB})?(?: [A-Z](?![\w'.]){_NO_NATURE})?"
_ROMAN = rf"{ROMAN}(?!\.[A-Z]\.[A-Z])(?: {ADVERB})?(?:-\d+(?![\d°]))?(?: [A-H](?![\w'.]){_NO_NATURE})?"
_LETTER = (
    r"(?!(?:pt|al|ph|cp|ct|cc(?! ?\)))(?!\w)"
    r"|a (?:été|eu|fait|dit|mis|pris|dû|pu|su|vu|[a-zà-ÿ]{2,}(?:é|ui|ni|vu|du|rit|uit|ert))(?!\w))"
    rf"(?:(?!co de(?!\w))[a-z]{{1,2}}|(?=[vi]ii)v?i{{2,3}})(?!['\w°]|-[a-z]|\. ?[a-z0-9])(?: {ADVERB})?(?: ?\))?"
)
_CAPITAL = rf"[A-Z](?!['\w]|\.(?! ?[»”\"])| ?n°){_NO_NATURE}(?: {ADVERB})?(?:-\d+(?![\d°]))?"
_DAYS = rf"(?: ?(?:,|au|et|ou|à|-) ?\d{{1,2}}(?:er)?){{0,4}} {MONTH}"
"""What makes a number a day, alone or the first of several: "du 3 au 7 juin", "des 3, 4 et 5 mai"."""
_ARABIC = (
    rf"(?:(?:\d{{1,2}}(?:\.\d{{1,2}})+(?![\d°%]|\.\d)|\d{{1,2}}(?![\d°%]|[.]\d|,\d(?!\d? ?(?:°|,|et |ou ))))"
    rf"(?!(?:er|[eè]?re|nde?|[eè]me|e)\b| ?%|{_DAYS}|-\d(?!\d*+ ?°))(?: {ADVERB})?"
    r"|(?:(?<=[§e]\s)|(?<=§))1er(?!\w)|(?<=point\s)\d{3}(?![\d°%.,/-]))"
)
_CLOSING = r"(?:\)(?=(?:,|,? (?:et|ou)) \d\d?\)))?"
"""The bracket behind a number that another one follows: "points 1) et 2)"."""
_KINDS = tuple(
    (
        compiled(rf"(?P<noun>{noun})(?P<first>{one})(?:{_TO}(?:{sign})?(?P<last>{one}))?"),
        *(
            compiled(rf"{closing}{sep}(?:{sign})?(?P<first>{one})(?:{_TO}(?:{sign})?(?P<last>{one}))?")
            for sep in (_SEP, _SEP_OUTER)
        ),
    )
    for noun, closing, sign, one in (
        (r"(?:points? |le |sous |§ ?)?", "", "", _POINT),
        (r"(?:paragraphes? |par\. |§ ?)?", "", "§ ?", _ROMAN),
        (r"(?:points? |pts?\. ?|pt |lettres? |[lL]ittera |lett?\. ?|litt?\. ?|sous (?:la lettre )?)?", "", "", _LETTER),
        (r"", "", "", _CAPITAL),
        (
            r"(?:[Pp]oints? |pts?\.? ?|ch\. ?|[Pp]aragraphes? |[Pp]ara?g?\. ?|sous |§§? ?|n° ?)?",
            _CLOSING,
            "§ ?",
            _ARABIC,
        ),
    )
)
_ALL, _DIGITS, _CAPITALS, _LETTERS = range(5), (0, 4), (1, 3), (2,)
_GLUED = tuple(f"al{rank}" for rank in range(1, 10))
"""An alinéa by its rank without a blank: ``al2``."""
_UNITS = ("alin", "aliéna", "phrase", "tiret", "al.", "al ", "ph.", "phr.", *_GLUED)
_CAPITAL_UNITS = ("Al.", "Al ", "AL.", "AL ", "Alin", "ALIN", "Phrase", "Tiret")
_CAPITAL_NOUNS = ("Paragraphe", "Par.", "Point")
_CAPITAL_FIRST = frozenset(word[0].upper() for word in (*STEMS, *COUNT, "alinéa", "phrase", "tiret"))
_BEGINNINGS = frozenset(word[:3] for word in (*STEMS, *COUNT, "précédent", "suivant"))
"""The first three letters of the words at which a level begins, its nouns aside."""
_NOUNS = (
    "alin", "aliéna", "al.", "al ", "phrase", "ph.", "phr.", "tiret", "point", "pt", "paragraphe", "par.", "para",
    "let", "lit", "ch. ", "sous ", "le ", "n°", "§", *_GLUED,
)  # fmt: skip
_LETTERS_OF_WORD = 3
SMALL_WORD = r"(?:ex|in|à|au|ce|de|du|dû|en|et|il|la|le|lu|ne|ni|on|ou|où|sa|se|si|un|vu|y)\b"
"""What is no letter of a list, though it has two letters at most."""
_SMALL_WORD = re.compile(SMALL_WORD)


def level_at(text: str, at: int, *, outer: bool = False) -> Level | None:
    """The level that begins at ``at``, determiner already read; ``outer``: one that holds what was named before."""
    first = text[at : at + 1]
    if first.isdigit():
        return (_worded(text, at) if _FIGURE.match(text, at) or _SOME.match(text, at) else None) or _numbered(
            text, at, _DIGITS, outer
        )
    if first.isupper():
        if first in _CAPITAL_FIRST:
            if text.startswith(_CAPITAL_UNITS, at) and (worded := _NOUN_FIRST.match(text, at)) is not None:
                return _noun_first(worded)
            if text[at : at + 3].lower() in _BEGINNINGS:
                return _worded(text, at)
            if text.startswith(_CAPITAL_NOUNS, at):
                return _numbered(text, at, _DIGITS)
        return _numbered(text, at, _CAPITALS, outer)
    three = text[at : at + 3]
    if three in _BEGINNINGS:
        return _worded(text, at)
    if text.startswith(_NOUNS, at):
        return _worded(text, at) or _numbered(text, at, _ALL, outer)
    return None if len(three) == _LETTERS_OF_WORD and three.isalpha() else _numbered(text, at, _LETTERS, outer)


def _worded(text: str, at: int) -> Level | None:
    """``deuxième et troisième alinéas`` | ``alinéas 1 à 3`` | ``alinéa précédent`` | ``deux premiers alinéas``"""
    if not text.startswith(_UNITS, at):
        match = _ORDINALS.match(text, at)
        if match is not None:
            return _ordinals(match)
        match = _REVERSED.match(text, at) or _COUNTED.match(text, at)
    else:
        match = _NOUN_FIRST.match(text, at)
        if match is not None:
            return _noun_first(match)
        match = _RELATIVE.match(text, at)
    return None if match is None else _relative(match)


def _noun_first(match: re.Match[str]) -> Level:
    code = _CODE[match["unit"][0].lower()]
    first: str = match["first"].lower()
    first = first.rstrip("ernd") if first[0].isdigit() else first
    first = str(ordinal_value(first) or COUNT.get(first) or first)
    last = COUNT.get((match["last"] or "").lower(), match["last"])
    if last and not match["more"]:
        return Level([(f"{code}{first}..{code}{last}", match.start(), match.end())], match.end())
    members = [(code + first, match.start(), match.end("first"))]
    base = match.start("more")
    end = match.end()
    rank, joined, several = int(first) if first.isdigit() else None, False, match["unit"].endswith("s")
    for digits in _FURTHER.finditer(match["more"]):
        bare = not several and digits["signed"] is None
        falls = bare and rank is not None and int(digits["rank"]) <= rank
        goes_on = digits["comma"] is None and rank is not None and int(digits["rank"]) == rank + 1
        closed = joined and bare and not goes_on  # "al. 1 et 2, 7", "al. 1 et 2 et 9"
        if falls:  # "al. 2, 12 et 9": articles
            del members[1:]
        if falls or closed or (first.isdigit() and int(digits["rank"]) > int(first) + FAR):  # "al. 1er et 46"
            return new(Level, (members, members[-1][2], None))  # without its range
        rank, joined = int(digits["rank"]), joined or digits["comma"] is None
        members.append((code + digits["rank"], base + digits.start("rank"), base + digits.end("rank")))
    if last:  # "alinéas 1 et 3 à 5"
        rank_of_first, start, _ = members[-1]
        members[-1] = (f"{rank_of_first}..{code}{last}", start, end)
    return new(Level, (members, end, None))


_FURTHER = re.compile(r"(?P<comma>,)?[^,0-9A]*(?P<signed>A)?[^,0-9]*(?P<rank>[0-9]+)")
"""A further rank behind a comma or a conjunction, with which the list of them ends."""


FAR = 20
"""Parts from one member of a list of them to the next: "209 B 1 et 57" are two articles."""


def _relative(match: re.Match[str]) -> Level | None:
    code = _CODE[match["unit"][0].lower()]
    way = match["way"]
    if way is None and match["only"]:
        return Level([(f"{code}1", match.start(), match.end())], match.end())
    if way is None and match["final"]:
        return Level([(f"{code}-1", match.start(), match.end())], match.end())
    if way is None:
        return Level([(f"{code}-this", match.start(), match.end("unit"))], match.end("unit"), "this")
    back = "préc" in way or "dessus" in way
    locator = f"{code}-prev" if back else f"{code}-next"
    if count := match.groupdict().get("count"):
        far = COUNT[count.strip()]
        locator = f"{code}-prev{far}..{code}-prev" if back else f"{code}-next..{code}-next{far}"
    elif match["unit"].endswith("s"):
        locator = f"{code}1..{code}-prev" if back else f"{code}-next..{code}-1"
    return Level([(locator, match.start(), match.end())], match.end(), "relative")


def _ordinals(match: re.Match[str]) -> Level | None:
    code = _CODE[match["unit"][0].lower()]
    if match["count"]:
        count = int(match["count"]) if match["count"].isdigit() else COUNT[match["count"].lower()]
        if count < 1:
            return None
        locator = f"{code}1..{code}{count}" if match["edge"].lower().startswith("pre") else f"{code}-{count}..{code}-1"
        return Level([(locator, match.start(), match.end())], match.end())
    words = [
        (_rank(word[0]), word.start(), word.end())
        for word in _ORDINAL.finditer(match.string, match.start(), match.end("unit"))
    ]
    if not words or any(value is None for value, _, _ in words):
        return None
    if (
        len(words) == 2
        and re.search(r" (?:à|au) ", match.string[words[0][2] : words[1][1]].lower() + " ")
        and not any(joint in match["more"].lower() for joint in (" et ", ",", " ou ", "soit", "comme"))
    ):
        return Level([(f"{code}{words[0][0]}..{code}{words[1][0]}", match.start(), match.end())], match.end())
    members = [(f"{code}{value}", start, end) for value, start, end in words]
    locator, start, _ = members[-1]
    members[-1] = (locator, start, match.end())
    return new(Level, (members, match.end(), None))


def _rank(word: str) -> int | None:
    if word[-1] == ".":  # "dern.", "av.-dern."
        return -2 if word[0] in "aA" else -1
    return ordinal_value(word.replace("°", "e"))


def _numbered(text: str, at: int, kinds: Sequence[int], outer: bool = False) -> Level | None:
    for index in kinds:
        head, *further = _KINDS[index]
        more = further[outer]
        match = head.match(text, at)
        if match is None:
            continue
        if index == 2 and _SMALL_WORD.match(match["first"]):
            return None
        members = [_member(match)]
        signed, several = bool(match["noun"]), (match["noun"] or "").startswith(_OF_SEVERAL)
        end = match.end()
        while (match := more.match(text, end)) is not None and not (index == 2 and _SMALL_WORD.match(match["first"])):
            if index == _ARABICS and (
                len(members) == _MOST_PLAIN
                or (_is_another(text, end, match, signed=signed) and not (several and _SOUS.match(text, match.end())))
            ):
                break
            if (
                index == 2
                and (text[end - 1] == ")" or match["first"][-1] == ")")
                and match["first"].rstrip(" )") == "i"
                and members[-1][0] != "h"
            ):
                break  # "sous c), i) à iii)": the points of c
            members.append(_member(match))
            end = match.end()
        return new(Level, (members, end, None))
    return None


_ARABICS = 4
_MOST_PLAIN = 100  # plain numbers in one level: they may be those of articles, and are asked for at each of these
_OF_SEVERAL = ("paragraphes", "Paragraphes", "points", "§§")
_SOUS = compiled(r",? ?sous [a-z]{1,2}\)")
"""A letter of the last of several paragraphs: "article 5, paragraphes 1 et 2, sous c)"."""
_PARTED = compiled(r" ?,? ?(?:§|paragraphe|par\.|al(?:\.|in)|sous |point|(?:1er|\de|premier|second|deuxi|dernier) al)")


def _is_another(text: str, end: int, match: re.Match[str], *, signed: bool) -> bool:
    """Whether a further plain number is an article with parts of its own: "articles 11, § 1, et 12, § 2"."""
    between = text[end : match.start("first")].strip()
    return (signed and between.startswith((", et", ", ou"))) or _PARTED.match(text, match.end()) is not None


def _member(match: re.Match[str]) -> tuple[str, int, int]:
    first, last = match["first"], match["last"]
    start = match.start("first")
    if last:
        start = match.start("noun") if "noun" in match.re.groupindex and match["noun"] else start
        return f"{_clean(first)}..{_clean(last)}", start, match.end("last")
    return _clean(first), start, start + len(first.rstrip(" )"))


@lru_cache(maxsize=1 << 12)
def _clean(text: str) -> str:
    if "°" in text:
        text = text.replace(" °", "°").replace("°", "° ")  # "18°bis"
    return " ".join(text.rstrip(" )").removesuffix("1er").split()) or "1"


_DOWN = compiled(
    r"(?:(?<=[IVX\d])\.(?= d))?,? ?(?:(?:(?:de la|du|des)(?!(?:es?|s)(?!\w))|de l') ?"  # not "dues"
    r"(?P<how>(?:mêmes?|présente?s?|dite?s?) )?"
    r"|(?P<again>dudit|desdits|de ce même|de ce|de cet) )(?! |article)"
)


_AROUND_ROMAN = frozenset(("roman", "capital"))
"""Of what kind a part is in which a Roman one stands."""
_DEEPEST = 12  # levels: no law has more than seven inside one another


def chain_at(text: str, at: int, *, listed: bool = False) -> Chain | None:
    """The chain of levels that begins at ``at``, determiner already read.

    ``listed``: others may follow, each with its preposition: "à la fin du I, du premier alinéa du II, du 3° du III".
    """
    level = level_at(text, at)
    if level is None:
        return None
    if text[level.end : level.end + 2].strip(" ")[:1] == "(":
        level = _with_bracket(text, level)
    levels = [level]
    for _ in range(_DEEPEST):
        down = _DOWN.match(text, levels[-1].end)
        outer = None if down is None else level_at(text, down.end(), outer=True)
        if down is None or outer is None or (outer.how == "this" and not (down["how"] or down["again"])):
            break
        if listed and down[0][0] == "," and kind_of(levels[-1]) == "roman" and kind_of(outer) not in _AROUND_ROMAN:
            break
        word = (down["how"] or down["again"] or "").strip()
        if word:
            outer = Level(outer.members, outer.end, "present" if word.startswith("présent") else "same")
        if outer.members[0][0] == levels[-1].members[0][0]:  # "du I du I": printed twice
            levels.pop()
        levels.append(outer)
    return new(Chain, (tuple(levels), levels[-1].end))


_BRACKET = compiled(r" ?\((?:\w)")
_BRACKET_ENDS = compiled(r"(?:(?<=\))| ?\))(?= (?:de l'article|des articles|du [IVX1-9]))")


def _with_bracket(text: str, level: Level) -> Level:
    """A level with the part of it in brackets, where an article follows: "I (troisième alinéa) de l'article 5"."""
    begins = _BRACKET.match(text, level.end)
    inner = level_at(text, begins.end() - 1) if begins else None
    ends = _BRACKET_ENDS.match(text, inner.end) if inner is not None else None
    if inner is None or ends is None:
        return level
    members = [(f"{outer}/{part}", start, end) for outer, _, _ in level.members for part, start, end in inner.members]
    return Level(members, ends.end(), level.how)


_AGAIN = compiled(
    r",? ?(?:et non(?: pas)?|et|ou|ainsi qu(?:e |')|,) ?(?:(?:[àa] la fin|au début) (?=d))?"
    r"(?:(?:(?:par|sur|dans|sous|selon) )?(?:(?:à la|au|aux|du|de la|des|(?P<bare>le|la|les)) |(?:à |de )?l' ?)"
    r"|(?=(?:premi|second|derni|\w{3,12}i[èe]me)\w* (?:alin|phrase)))(?=\w)"
)
_AGAIN_WITHIN = compiled(
    rf"(?:,? (?:et|ou)|,) (?=(?:(?:\d{{1,3}} ?°(?: {ADVERB})?|[a-z](?: ?\))?) (?:du|de la) \d"
    rf"|(?:\d{{1,3}}(?: ?°)?(?: {ADVERB})?|[a-z](?: ?\))?) du [IVX]+(?!\w)))"
)
"""What leads to a further part without its preposition, which says in what it stands: "aux 2° du I et 3° du II"."""
_PLACE = compiled(r"(?<!\w)(?:aux? |[àa] la |[àa] l' ?)$", re.IGNORECASE)
"""Before a part in which something is done to what a comma and a bare article begin: "Au I, la seconde phrase"."""


def chains_at(text: str, at: int) -> list[Chain]:
    """The chains that begin at ``at``, coordinated with their prepositions repeated."""
    first = chain_at(text, at, listed=True)
    chains = [first] if first else []
    while chains:
        again = _AGAIN.match(text, chains[-1].end)
        if again is None and text.startswith(_SECOND_OF_TWO, chains[-1].end):
            again = _paired(text, at, chains[-1].end)
        if again is None and len(chains[-1].levels) > 1:
            bare = _AGAIN_WITHIN.match(text, chains[-1].end)
            following = chain_at(text, bare.end(), listed=True) if bare else None
            if following is None:
                break
            chains.append(following)
            continue
        following = chain_at(text, again.end(), listed=True) if again else None
        if again is None or following is None:
            break
        bare_word = again.groupdict().get("bare")
        if bare_word and again[0].strip(", ") == bare_word and _PLACE.search(text, max(0, at - 6), at):
            break
        chains.append(following)
    for last in range(len(chains) - 1, 0, -1):
        chains[last - 1] = _with_shared(chains[last - 1], chains[last])
    return chains


_SECOND_OF_TWO = (" que ", " qu'", " soit ", ", soit ", " ni ", ", ni ")
_SECOND = compiled(
    r",? (?:(?P<word>que|soit|ni) |qu')(?:(?:par|sur|dans|sous|selon) )?"
    r"(?:(?:à la|aux?|du|de la|des|le|la|les) |(?:à |de )?l' ?)(?=\w)"
)
_FIRST_OF_TWO = {"que": ("tant ", "aussi bien ", "autant "), "soit": ("soit ",), "ni": ("ni ",)}
_LEADING = 24  # characters before a part in which the first word of such a pair stands


def _paired(text: str, at: int, end: int) -> re.Match[str] | None:
    """What leads to the second of two parts that a pair of words joins: "tant le 1° que le 2°", "ni le I ni le II"."""
    second = _SECOND.match(text, end)
    before = text[max(0, at - _LEADING) : at].lower()
    if second is None:
        return None
    return second if any(word in before for word in _FIRST_OF_TWO[second["word"] or "que"]) else None


_ENDS_PART = re.compile(
    r"(?:°|(?<!\w)(?:(?:al(?:in[ée]as?)?|phr(?:ases?)?|tirets?)\.?|bis|ter|[IVXL]+|[A-Za-z] ?\)?|1er|[0-9]{1,2}\)?))\Z"
)
_MAY_END_PART = frozenset("aelrst.°)0123456789")
_LONGEST_END = 10  # characters
_BEGINS_PART = compiled(
    rf"(?:(?<![\w.°-])(?=(?i:(?:{CARDINAL}|\d) (?:premi|derni)\w+s {_UNIT}"
    rf"|{RANK}(?:,? (?:et|ou|à|et la) {RANK})* {_UNIT}(?!\w)"
    r"|(?:alin[ée]as?|al\.?|phrases?|tirets?|paragraphes?|§) ?\d))"
    r"|(?:[«“\"(] ?|\A ?|(?<!\w)(?:[Cc]f\.?|[Vv]\.|[Vv]oir) )"
    r"(?=\d{1,3} ?°|[IVXL]+(?!\w)|[A-Z](?![\w'.])|[a-z](?: ?\)| (?:et|ou|à|du|de))|\d{1,2}\))"
    r"|(?:(?<=[a-zà-ÿ]{3})|(?<=[A-Z]{3}))(?:,| et| ou) (?=\d{1,3} ?°)"
    r"|(?:(?<=\d)|(?<=bis|ter))(?:,| et| ou) (?=[IVX]+(?!\w)|\d{1,3} ?°|[a-z](?: ?\))?\Z)"
    r"|(?<=[:;–])[ \n](?=\d{1,3} ?°|[IVXL]+(?!\w))|\n(?=[IVXL]+(?!\w)))"
)
_FAR_BEFORE = 60  # characters


def chains_before(text: str, at: int) -> list[Chain]:
    """The chains that reach to ``at`` and that no word leads to: at the beginning of a text, a quotation, a bracket …

    "« 1° et 2° de l'article 5", "(1° du II de l'article 7)", "cf. 3e alinéa de l'art. 4", "a) du 2° de l'article 8".
    Ranks with their unit are parts whatever stands before them; a point or letter at a line begins a list, and one
    behind an article goes on with it: "les I de l'article 5 et II de l'article 6".
    """
    last = text[at - 1 : at]
    if last not in _MAY_END_PART and text[at - 2 : at - 1].isalpha() and not last.isupper():
        return []  # most words
    if _ENDS_PART.search(text, max(0, at - _LONGEST_END), at) is None:
        return []
    for begins in _BEGINS_PART.finditer(text, max(0, at - _FAR_BEFORE), at):
        chains = chains_at(text, begins.end())
        if chains and chains[-1].end >= at:
            return chains
    return []


def _with_shared(chain: Chain, following: Chain) -> Chain:
    """A chain with what holds its like in the one behind it: "au a du 1° et au 2° du I" has the I in common."""
    kind = kind_of(chain.levels[-1])
    at = next((at for at, level in enumerate(following.levels) if kind_of(level) == kind), None)
    return chain if at is None else Chain((*chain.levels, *following.levels[at + 1 :]), chain.end)


def kind_of(level: Level) -> str:
    """Of what kind its members are: ``alinea``, ``point``, ``roman`` …"""
    return kind_of_part(level.members[0][0])


def kind_of_part(part: str) -> str:
    """Of what kind a part is, or the outermost one of a path of them.

    >>> kind_of_part("1° bis"), kind_of_part("I/a"), kind_of_part("b")
    ('point', 'roman', 'letter')
    """
    match = _KIND.match(part)
    return "" if match is None else match.lastgroup or ""


_KIND = re.compile(
    r"(?P<alinea>al-?[0-9])|(?P<sentence>ph-?[0-9])|(?P<tiret>tiret)|(?P<point>[0-9]+ ?°)|(?P<arabic>[0-9])"
    r"|(?P<roman>[IVXL]+\b)|(?P<capital>[A-Z])|(?P<letter>[a-z])"
)
