"""Parts of articles in citations as people type them: ``121-3, al. 2``, ``2° du I de l'article 5``, ``5, II, 1°``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import product
from math import prod
from typing import NamedTuple

from cpp_corpus.lang.adverbs import ADVERB
from cpp_corpus.lang.ordinals import ORDINAL, ORDINAL_FIGURE, ordinal_value

__all__ = ["Part", "locators", "parts_in", "without_parts"]


class Part(NamedTuple):
    """A part that is named, or several of one kind."""

    start: int
    end: int
    kind: str
    """``alinea``, ``point`` …; neighbours of the same kind can form a list."""
    steps: tuple[str, ...]
    """As locators have them: ``("I", "II")``, ``("1°..3°",)``."""


def parts_in(text: str) -> list[Part]:
    """The parts that ``text`` names, in their order.

    >>> [part.steps for part in parts_in("5, II, 1° à 3°, premier et dernier alinéas, ph. 2")]
    [('II',), ('1°..3°',), ('al1', 'al-1'), ('ph2',)]
    """
    found: list[Part] = []
    for match in _pattern().finditer(text):
        if match["roman"] and _DIVISION.search(text[max(match.start() - _NEAR, 0) : match.start()]):
            continue
        part = _part(match)
        is_listed = bool(found) and found[-1].kind == part.kind
        linked = _LINK.fullmatch(text, found[-1].end, part.start) if is_listed else None
        if linked is None:
            found.append(part)
        else:
            steps = _linked(found[-1].steps, part.steps, is_range=bool(linked["to"]))
            found[-1] = Part(found[-1].start, part.end, part.kind, steps)
    return found


def without_parts(text: str, parts: Sequence[Part]) -> str:
    """``text`` with spaces in place of its ``parts`` and of the words that connect them to the number.

    >>> text = "2° du I de l'article 5, al. 2 et 3, du code pénal"
    >>> without_parts(text, parts_in(text))
    "           l'article 5              du code pénal"
    """
    signs = list(text)
    for part in parts:
        near = text[max(part.start - _NEAR, 0) : part.start]
        before, behind = _LEADS_IN.search(near), _LEADS_ON.match(text, part.end)
        start = part.start if before is None else part.start - (len(near) - before.start())
        end = part.end if behind is None else behind.end()
        signs[start:end] = " " * (end - start)
    return _TAIL.sub(lambda match: " " * len(match[0]), "".join(signs)) if parts else text


def locators(before: Sequence[Part], behind: Sequence[Part]) -> list[str]:
    """The locators of the parts that are named ``before`` and ``behind`` a number.

    Those before it are in order from inner to outer, those behind it from outer to inner. ``ValueError`` if there are
    more than 100 locators.

    >>> locators(parts_in("2° du I"), []), locators([], parts_in("I et II, 2°"))
    (['I/2°'], ['I/2°', 'II/2°'])
    """
    levels = [part.steps for part in (*reversed(before), *behind)]
    if prod(map(len, levels)) > _MOST:
        raise ValueError("more parts than a citation can mean")
    return ["/".join(steps) for steps in product(*levels)] if levels else []


# ---------------------------------------------------------------------------------------------------------------------

_NEAR = 20  # characters before a part that are searched for a connecting word
_MOST = 100  # parts of one article
_TO = "(?:[ ]*[–-][ ]*|[ ]+(?:à|au)[ ]+)"
_LINK = re.compile(rf"(?P<to>{_TO})|[ ]*,?[ ]*(?:(?:et|ou)[ ]+)?", re.IGNORECASE)
_DIVISION = re.compile(r"(?:annexe|livre|titre|chapitre|section|partie|tome)s?\s+\Z", re.IGNORECASE)
"""What precedes a Roman numeral that is not part of an article."""
_LEADS_ON = re.compile(
    r"[\s,]*\b(?:du|de la|de|des|au|aux)\b[ ]*(?=(?:l['’])?art|(?:l[oO]?|[lrda])[.]?[ ]?[0-9]|[0-9IVX])"
    r"|[ ]*[),]+(?=\s*(?:d['’]|(?:du|de|des)\b))",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s,;()]+\Z")
_LEADS_IN = re.compile(r"[\s,(]*(?:(?<!\w)(?:l['’]|(?:l[ae]s?|aux?|du|des?)[ ]+))?\Z", re.IGNORECASE)
_STEPS = {"a": "al", "p": "ph", "t": "tiret"}


@cache
def _pattern() -> re.Pattern[str]:
    suffix = rf"(?:[ ](?:{ADVERB})(?!\w))?"
    unit = r"(?:al(?:in[ée]as?\b|\.|\b)|ph(?:rases?\b|\.)|tirets?\b)"
    more = rf"(?:{_TO}|[ ]*,[ ]*|[ ]+(?:et|ou)[ ]+)"
    rank = f"(?:{ORDINAL}|{ORDINAL_FIGURE})"
    number = rf"(?:[0-9]{{1,3}}(?![\w°])|{rank})"
    return re.compile(
        rf"""\b(?P<unit>{unit})[ ]*(?P<numbers>{number}(?:{more}{number})*)         # al. 2, alinéas 2 à 4
        |   (?<![\w-])(?P<ranks>{rank}(?:{more}{rank}){{0,9}})[ ](?P<of>{unit})           # deuxième alinéa
        |   (?<![\w.°-])(?P<point>[0-9]{{1,3}}[ ]?°{suffix})(?!\w)                  # 2° bis
        |   (?<![\w.°'’-])(?:§[ ]*)?(?P<roman>(?-i:[IVX]+){suffix})(?![\w.°'’-])    # II bis
        |   (?<![\w.°-])(?P<dashed>[0-9]{{1,2}}-[0-9]{{1,2}}[ ]?°)(?!\w)              # 1-5°
        |   §[ ]*(?P<paragraph>[0-9]{{1,3}})(?![\w°-])                              # § 2
        |   (?<![\w.])(?P<letter>[a-z]{suffix})[ ]?[)]                              # a)
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _part(match: re.Match[str]) -> Part:
    unit = match["unit"] or match["of"]
    if unit is None:
        kind = next(name for name in ("point", "dashed", "roman", "paragraph", "letter") if match[name])
        step = match[kind].replace(" °", "°")
        return Part(*match.span(), kind, (step.replace("-", "/") if kind == "dashed" else step,))
    steps: tuple[str, ...] = ()
    is_range = False
    for word in re.split(rf"({_TO})|[ ]*,[ ]*|[ ]+(?:et|ou)[ ]+", match["numbers"] or match["ranks"]):
        if word is not None and re.fullmatch(_TO, word):
            is_range = True
        elif word:
            rank = word if word.isdigit() else ordinal_value(word)
            steps = _linked(steps, (f"{_STEPS[unit[0].lower()]}{rank}",), is_range=is_range)
            is_range = False
    return Part(*match.span(), unit[0].lower(), steps)


def _linked(before: tuple[str, ...], behind: tuple[str, ...], *, is_range: bool) -> tuple[str, ...]:
    return (*before[:-1], f"{before[-1]}..{behind[0]}", *behind[1:]) if is_range else (*before, *behind)
