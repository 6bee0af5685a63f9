"""Article numbers of French law: reading, normalised form and order, as functions on text.

The grammar, on folded and tidied text::

    number   = [prefix] core
    prefix   = ("LO" | "L.O." | "L. O." | "L" | "R" | "D" | "A") {"." | " " | "*" | "-"}
    core     = (int | "1er") { ("-" | " ") int | (" " | "-") adverb | [" " | "-"] LETTERS }
    LETTERS  = one to four of A–Z but "ET", or one of a–z; never twice in a row
    pair     = number " et " number                     one article under two numbers
    range    = number " à " number                      one article for all of them: repealed together
    named    = "préliminaire" | "liminaire" | "unique" | "sommaire" | "préambule" | roman {"-" int}
    rubrique = "Rubrique" core
    tableau  = "Tableau" ["n°"] core
    annexe   = "Annexe" words | words "Annexe" words
    title    = two to four words, the first with a capital: "Statuts types"

A ``*`` may also stand before the prefix. In the normalised form all is lower case, and hyphens stand for spaces.

The rules of the order were derived from the structure of the published codes. The key of a number is a tuple of steps,
from its first integer on; a step is ``(rank, value, zeros)``. The rank distinguishes letters, adverbs and integers;
``zeros`` is negative for "-0 T" and "-00 T", which come just before T. A number that ends where another one continues
has the step ``_END`` there.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from cpp_corpus.errors import NumberError
from cpp_corpus.lang.adverbs import ADVERB, adverb_value
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.lang.roman import from_roman
from cpp_corpus.lang.typography import fold, plain, slug, tidy

__all__ = [
    "NumberKind",
    "OrderKey",
    "Reading",
    "is_number",
    "normalize_number",
    "number_named",
    "order_key",
    "read_number",
    "running_form",
]

OrderKey = tuple[int, tuple[tuple[int, int, int | str], ...], int, str]


class NumberKind(StrEnum):
    """The kinds of article numbers."""

    NUMBER = "number"
    """``L811-2``, ``1649 quater B bis``."""
    PAIR = "pair"
    """``A123-2 et A123-3``: one article under two numbers; ``323 bis à 323 quinquies``: one under all between them."""
    NAMED = "named"
    """``préliminaire``, ``liminaire``, ``unique`` …, ``IV``, ``II-3``."""
    RUBRIQUE = "rubrique"
    """``Rubrique 0-7``."""
    TABLEAU = "tableau"
    """``Tableau n° 35 bis``."""
    ANNEXE = "annexe"
    """``Annexe I``, ``Annexe à l'article R1-1``, ``A1-1 Annexe``."""
    TITLE = "title"
    """Words only: ``Statuts types``."""


class Reading(NamedTuple):
    """The parts of a number."""

    heading: str
    """Its heading form."""
    kind: NumberKind
    prefix: str
    """``L``, ``LO``, ``R``, ``D``, ``A`` or nothing."""


def read_number(text: str) -> Reading:
    """Read a number in its heading, running or normalised form; :class:`NumberError` for any other text.

    >>> read_number("art. R. * 123-4")
    Reading(heading='R*123-4', kind=<NumberKind.NUMBER: 'number'>, prefix='R')
    >>> read_number("Article 3.2.1").heading
    '3.2.1'
    """
    if plain_number := _PLAIN.fullmatch(text):
        prefix = (plain_number[1] or "").upper()
        return Reading(prefix + plain_number[2], NumberKind.NUMBER, prefix)
    if len(text) > _LONGEST:
        raise NumberError(f"not an article number: {text[:40]!r}… is too long")
    printed = _STARRED.sub(r"\2\1", _bare(unicodedata.normalize("NFC", text)), count=1)
    for printed_word, word in _PAIRED:
        parts = [_read_plain(part) for part in printed.split(printed_word)]
        read = [part for part in parts if part is not None]
        if len(read) == len(parts) <= 2:
            kind = NumberKind.PAIR if len(read) == 2 else NumberKind.NUMBER
            return Reading(word.join(map("".join, read)), kind, read[0][0])
    if _DOTTED.fullmatch(printed.lower()):
        return Reading(printed.lower(), NumberKind.NUMBER, "")
    name = plain(printed).lower()
    if name in _ONE:
        return Reading("1er", NumberKind.NUMBER, "")
    if name in _NAMES:
        return Reading(_NAMES[name] if printed == name else printed, NumberKind.NAMED, "")
    if _ROMAN.fullmatch(printed) or _ROMAN_DOTTED.fullmatch(printed.lower()):
        return Reading(printed.upper(), NumberKind.NAMED, "")
    for pattern, kind in _SHAPES:
        if pattern.fullmatch(printed):
            return Reading(_worded(printed) if _SLUG.fullmatch(printed) else printed, kind, "")
    raise NumberError(
        f"not an article number: {text!r}; expected one such as 'L811-2', 'R. * 123-4', '706-73', '1649 quater B bis', "
        "'préliminaire' or 'Annexe I'"
    )


def is_number(text: str) -> bool:
    """Whether :func:`read_number` reads it.

    >>> is_number("l811-2"), is_number("???")
    (True, False)
    """
    try:
        read_number(text)
    except NumberError:
        return False
    return True


def number_named(text: str) -> str | None:
    """The normalised form of a number in any form, with any dash; ``None`` where ``text`` is not one.

    >>> number_named("L. 811–2"), number_named("l811-2"), number_named("L811-2#"), number_named("-1")
    ('l811-2', 'l811-2', None, None)
    """
    normalized = normalize_number(text)
    return normalized if normalized == text or is_number(text.translate(_DASHES)) else None


@lru_cache(maxsize=1 << 14)
def normalize_number(text: str) -> str:
    """The normalised form of a number in any printed form; for any other text, a meaningless slug.

    It is fast and checks nothing: the recogniser calls it for every reference.

    >>> [normalize_number(text) for text in ("L. 811-2", "R. * 123-4", "LO 141", "1 er", "1649 quater B bis", "10.1.1")]
    ['l811-2', 'r123-4', 'lo141', '1', '1649-quater-b-bis', '10.1.1']
    >>> normalize_number("5:70")  # as the codes of neighbours have them
    '5:70'
    """
    lower = text.lower()
    if simple := _SIMPLE.fullmatch(lower):
        prefix, core = simple.groups()
        return core if prefix is None else prefix[0] + ("o" if len(prefix) > 1 else "") + core
    if _DOTTED.fullmatch(lower) or _ROMAN_DOTTED.fullmatch(lower):
        return lower
    if lower.endswith("1 er"):
        lower = lower[:-3] + "er"
    name = slug(_ABBREVIATED.sub("art ", _bare(lower.translate(_DASHES))))
    if name in _ONE:
        return "1"
    if "annexe" in name:
        return _CITED.sub(_glued, name)
    name = _SECOND.sub(_glued, name)
    return "-et-".join(_FIRST.sub("1", _GLUE.sub(_glued, part)) for part in name.split("-et-"))


def running_form(number: Reading) -> str:
    """The number in the form used inside sentences.

    >>> running_form(read_number("r*123-4")), running_form(read_number("L1"))
    ('R. * 123-4', 'L. 1er')
    """
    if number.kind is NumberKind.PAIR:
        word = next(word for _, word in _PAIRED if word in number.heading)
        return word.join(running_form(read_number(part)) for part in number.heading.split(word))
    if number.kind is not NumberKind.NUMBER:
        return number.heading
    rest = number.heading[len(number.prefix) :]
    core = rest.lstrip("*")
    words = (_PRINTED_PREFIX[number.prefix], "*" * (len(rest) - len(core)), _PLAIN_ONE.sub("1er", core))
    return " ".join(filter(None, words))


def order_key(kind: NumberKind, prefix: str, normalized: str) -> OrderKey:
    """The sort key of a number in the order of the law: by core, then by prefix.

    It orders the numbers of one section, where prefixes are mixed; the order of a whole act also needs its divisions.
    """
    if kind is NumberKind.NUMBER or kind is NumberKind.PAIR:
        core = _steps(normalized[len(prefix) :].partition("-et-")[0])
        kind = NumberKind.NUMBER
    else:
        core = _words(normalized)
    return _KINDS.index(kind), core, _PREFIXES.index(prefix), normalized


# -- reading

_LONGEST = 160  # characters; a longer text is a sentence, not a heading
_NAMES = {plain(name): name for name in ("préliminaire", "liminaire", "unique", "sommaire", "préambule")}
_ONE = frozenset({"premier", "ier"})
_PAIRED = ((" et ", " et "), (" à ", " à "), ("-et-", " et "), ("-a-", " à "))
"""What stands between two numbers, in either form, and how it is printed."""
_STARRED = Pattern(r"^(\*)[ ]?([LRDAlrda])(?=[. ]{0,2}[0-9])")
_PRINTED_PREFIX = {"": "", "L": "L.", "LO": "L.O.", "R": "R.", "D": "D.", "A": "A."}

_DASHES = str.maketrans("–—", "--")

_SIMPLE = Pattern(r"(?:(l[. \u00a0]{0,2}o|[lrda])[. \u00a0\u202f*]*)?([0-9]+(?:-[0-9]+)*)")
_PLAIN = Pattern(r"(LO|lo|[LRDAlrda])?([0-9]{1,9}(?:-[0-9]{1,9}){0,9})")  # nine of ten, in headings and in ids
_DOTTED = Pattern(r"[0-9]+(?:(?:\.[0-9]+)+(?:\.[a-z])?|:[0-9]+)")
_ROMAN_DOTTED = Pattern(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})(?:\.[0-9]+)+")
_LEAD = Pattern(r"(?:(?:l')?art(?:icles?)?\b\.? ?)?(?:n ?[°ºo] ?(?=[0-9]))?", re.IGNORECASE)
_STUCK = Pattern(rf"(?<=[0-9])(?=[A-Za-z]{{3}})(?=(?i:{ADVERB})\b)")
_ABBREVIATED = Pattern(r"\bart\.")
_GLUE = Pattern(r"^(?:(l)-?(o)|([lrda]))-?(?=[0-9])")
_SECOND = Pattern(r"(?<=-a-)(?:(l)-?(o)|([lrda]))-(?=[0-9])")
_CITED = Pattern(r"(?:\b(l)-?(o)|\b([lrd])|(?<=cle-|les-|art-)(a)|^(a))-(?=[0-9])")
_FIRST = Pattern(r"(?<![0-9-])1er\b")
_FIRST_PRINTED = Pattern(r"^1er\b", re.IGNORECASE)
_PLAIN_ONE = Pattern(r"^1(?:er)?(?![\w-]|\.[0-9])")

_PREFIX = r"(?P<prefix>(?i:L[. ]{0,2}O|[LRDA]))(?P<stars>[. *-]*)(?=[0-9])"
_LETTERS = r"(?!E[TR](?![A-Za-z]))(?:[A-Z]{1,4}|[a-z])(?![A-Za-z])"
_PART = rf"(?:[ -][0-9]+|[ -](?i:{ADVERB})\b|[ -]?{_LETTERS}(?![ -]{_LETTERS}))"
_CORE = rf"(?:1(?i:er)\b|[0-9]+){_PART}*"
_PRINTED = Pattern(rf"(?:{_PREFIX})?(?P<core>{_CORE})")
_NORMAL_LETTERS = rf"(?!{ADVERB}\b|e[tr](?![a-z]))[a-z]{{1,4}}(?![a-z])"
_NORMAL_PART = rf"(?:-[0-9]+|-{ADVERB}\b|-?{_NORMAL_LETTERS}(?!-{_NORMAL_LETTERS}))"
_NORMAL = Pattern(rf"(?P<prefix>lo|[lrda])?(?P<core>(?!1er\b)[0-9]+{_NORMAL_PART}*)")
_SLUG = Pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RUBRIQUE = Pattern(rf"(?i:rubrique)[ -]{_CORE}")
_TABLEAU = Pattern(rf"(?i:tableau)[ -](?:(?i:n)(?: ?[°ºo] ?|-))?{_CORE}")
_ANNEXE = Pattern(
    r"(?:(?i:annexes?)\b|[^ ]+ (?i:annexe)\b|[a-z0-9-]+-annexe\b)(?=['.,:;()°º*/]*(?:[ –-]|\Z))"
    r"[\w '.,:;()°º*/–-]*"
)
_LETTER = "[a-zA-ZàâäçéèêëîïôöùûüÿÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ]"  # letters that remain in the normalised form
_TITLE = Pattern(
    r"(?!None\b|(?i:l?art(?:icles?)?)\b)"
    rf"(?:(?=[A-ZÀ-Þ]){_LETTER}{{2,}}(?: {_LETTER}+){{1,3}}|[a-z]{{2,}}(?:-[a-z]+){{1,3}})"
)


_ROMAN = Pattern(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?:-[0-9]+)*|(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})(?:-[0-9]+)*")
_SHAPES = (
    (_RUBRIQUE, NumberKind.RUBRIQUE),
    (_TABLEAU, NumberKind.TABLEAU),
    (_ANNEXE, NumberKind.ANNEXE),
    (_TITLE, NumberKind.TITLE),
)


def _read_plain(text: str) -> tuple[str, str, str] | None:
    """Prefix, stars and core of a plain number, normalised or printed: ``("R", "*", "123-4 A")``."""
    if match := _NORMAL.fullmatch(text):
        return (match["prefix"] or "").upper(), "", _spaced(match["core"])
    if match := _PRINTED.fullmatch(text):
        prefix = (match["prefix"] or "").upper().replace(".", "").replace(" ", "")
        core = match["core"]
        return prefix, "*" * (match["stars"] or "").count("*"), _FIRST_PRINTED.sub("1er", core)
    return None


def _spaced(core: str) -> str:
    """A normalised core as headings print it: ``1649-quater-b-bis`` is ``1649 quater B bis``."""
    words = re.sub(r"-(?=[a-z])", " ", core).split(" ")
    return " ".join(word if adverb_value(word.partition("-")[0]) else word.upper() for word in words)


def _worded(name: str) -> str:
    """A heading in words, reconstructed as far as possible from its normalised form: ``Annexe à l'article R1-1``."""
    words = re.sub(r"(?<=[0-9])-(?=[0-9])", "\x00", name).split("-")
    words = [w.upper() if from_roman(w) or re.match(r"(?:lo|[lrda])[0-9]", w) else w for w in words]
    text = " ".join(words).replace("\x00", "-")
    text = re.sub(r"\bl(article|art)\b", r"l'\1", text)
    text = re.sub(r"\ba (?=l'|la\b)", "à ", re.sub(r"\bn (?=[0-9])", "n° ", text))
    return text[0].upper() + text[1:]


def _glued(match: re.Match[str]) -> str:
    return "".join(filter(None, match.groups()))


def _bare(text: str) -> str:
    """A number with its typography made uniform, without ``Article`` or ``n°``; ``12bis`` is ``12 bis``."""
    bare = tidy(fold(text))
    while (rest := _LEAD.sub("", bare, count=1)) != bare:
        bare = rest
    return _STUCK.sub(" ", bare)


# -- order

_Steps = tuple[tuple[int, int, int | str], ...]

_BEFORE, _END, _INT, _AFTER, _ADVERB = range(5)
_KINDS = tuple(NumberKind[name] for name in ("NAMED", "NUMBER", "RUBRIQUE", "TABLEAU", "ANNEXE", "TITLE"))
_PREFIXES = ("", "L", "LO", "R", "D", "A")
_TOKENS = re.compile(r"[0-9]+|[a-z]+")


def _steps(core: str) -> _Steps:
    """The steps of a normalised core, for instance ``5214-1-a``."""
    first, *tokens = _TOKENS.findall(core)
    steps = [_int_step(first)]
    zeros = 0
    letter = _AFTER  # after a plain number
    for token, following in pairwise([*tokens, ""]):
        if token in ("0", "00") and following.isalpha():
            zeros = -len(token)
        elif token.isdigit():
            steps.append(_int_step(token))
            letter = _BEFORE  # a letter after a hyphenated number comes before it
        else:
            value = adverb_value(token)
            if value is not None:
                steps.append((_ADVERB, value, zeros))
            else:  # letter by letter, for A < AA < AB < A bis < B
                steps += [(letter if i == 0 else _AFTER, ord(c), 0) for i, c in enumerate(token)]
                steps[-1] = (*steps[-1][:2], zeros)
            zeros, letter = 0, _AFTER
    return (*steps, (_END, 0, 0))


@lru_cache(maxsize=1 << 14)
def _int_step(digits: str) -> tuple[int, int, int]:
    """One object for equal steps: the keys of a hundred thousand numbers share a few thousand."""
    return _INT, int(digits), 0


def _words(normalized: str) -> _Steps:
    """The steps of a heading in words: integers, Roman numerals and adverbs sort by value, after other words."""
    steps: list[tuple[int, int, int | str]] = []
    for word in _TOKENS.findall(normalized):
        value = int(word) if word.isdigit() else adverb_value(word)
        if value is None and (len(word) > 1 or word in ("i", "v", "x")):
            value = from_roman(word)
        steps.append((0, 0, word) if value is None else (1, value, ""))
    return tuple(steps)
