"""The grammar: where a reference may begin, and the rule that reads it from there.

:func:`phrases` goes once through the text. A trigger is a word at which a rule may apply; the rule reads on from
there as far as its grammar goes, and the search goes on behind what it read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from cpp_corpus.normalizer.recognize.grammar.acts import ACT_HEAD, act_at, how_before
from cpp_corpus.normalizer.recognize.grammar.articles import (
    ARTICLE_HEAD,
    OF_ARTICLE,
    articles_at,
    bare_numbers_at,
    continuation_at,
)
from cpp_corpus.normalizer.recognize.grammar.divisions import DIVISION_HEAD, division_at
from cpp_corpus.normalizer.recognize.grammar.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.locators import ORDINAL, Chain, chains_at
from cpp_corpus.normalizer.recognize.phrase import How, Item, Phrase

__all__ = ["phrases"]

_TRIGGER = compiled(
    rf"(?:(?<=(?<!\w)et)(?=[LRDA]\.)|(?<!\w))(?:(?P<article>{ARTICLE_HEAD})(?:(?!\w)|(?=[LRDA]\.))"
    rf"|(?P<division>{DIVISION_HEAD})(?!\w)"
    rf"|(?P<act>{ACT_HEAD})(?!\w)"
    r"|(?P<bare>(?:L\. ?O\.?|LO|[LRDA]\.?) ?(?:\* ?)*\d)"
    r"|(?P<locator>(?:(?:[Aa]ux?|[Dd]u|[Dd]es|[Ll]es?|[Ll]a|[Ll]'|[Cc]es?|[Cc]et|[Dd]udit|[Aa]udit|[Ll]edit|auxdits|desdits) |[Ll]')"
    r"(?:(?P<same>mêmes? )|(?P<present>présents? ))?"
    rf"(?=\d{{1,3}}(?: ?°|[ ,;.)\n])|[IVX]+(?!\w)|[A-Z](?![\w'.])|[a-z]{{1,2}}(?![\w'])|alinéas?|phrases?|paragraphes? (?:\d|[IVX])|points? \d"
    rf"|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix) (?:premi|derni|alinéas? pr)|{ORDINAL}|précédente?s? alinéa)))"
)
_ORDINAL_BEFORE = compiled(rf"(?P<ordinal>{ORDINAL}) $")
_PRESENT_BEFORE = compiled(r"(?:présente?s?|mêmes?|dite?s?|[dl]udit|ledit|ladite|audit) $", re.IGNORECASE)
_RELATIVE = compiled(r"(?P<head>articles?) (?:(?P<previous>précédente?s?|qui précèdent?)|(?P<next>suivants?|qui suit))(?!\w)", re.IGNORECASE)
_SELF = re.compile(r"articles?(?!\w)", re.IGNORECASE)
_SAID_BEFORE = compiled(r"(?:(?P<its>(?<!\w)(?:ses|son|leurs?))|(?P<present>présents?)|(?P<same>mêmes?|(?<!\w)(?:cet|ces|ce)|(?<!\w)[dl]edits?|dudit|desdits|audit|auxdits|lesdits)) $", re.IGNORECASE)
_POSSESSIVE = compiled(r",? ?de (?:son|ses|leurs?) ")
_SAID_WORD = re.compile(r"(?:dudit|audit|ledit|cet|ce|ces|même|mêmes|desdits) *$", re.IGNORECASE)
_GOES_ON = compiled(
    r"(?: ?[,;.:)\n]| (?:et|ou|est|sont|ne|n'|peut|peuvent|doi\w+|ci-dessus|ci-après|pour|lorsque|s'|se|dans|à|au|par|sur|ainsi|a|ont|qui|que|n'est|bis|ter|de ce|en|sous|avant|après|sans)(?!\w)|$)"
)
_LABEL = compiled(r" ?\.? ?[-–—]{1,2}(?: |[A-ZÉ])")


def phrases(text: str) -> Iterator[Phrase]:
    """The phrases of a folded text, in order, none overlapping another."""
    at = 0
    while (trigger := _TRIGGER.search(text, at)) is not None:
        phrase = _READERS[trigger.lastgroup or ""](text, trigger)
        if phrase is None:
            at = trigger.end() if trigger.end() > at else at + 1
        else:
            yield phrase
            while phrase.kind == "article" and phrase.act is not None and (more := continuation_at(text, phrase.stop)):
                phrase = more
                yield phrase
            at = max(phrase.stop, trigger.end())


def _article(text: str, trigger: re.Match[str]) -> Phrase | None:
    """[``même`` | ``présent`` | ``cet`` …] ``article`` …"""
    start = trigger.start()
    said = _SAID_BEFORE.search(text, max(0, start - 12), start)
    begin = said.start() if said else start
    how = None if said is None or said["its"] else How.PRESENT if said["present"] else How.SAME
    phrase = articles_at(text, start, start=begin, how=how if how is How.SAME else None)
    if phrase is not None:
        phrase.its = said is not None and said["its"] is not None
        return None if _is_label(text, phrase) else phrase
    return _said(text, start, begin, how, ())


def _said(text: str, at: int, begin: int, how: How | None, locators: tuple[str, ...]) -> Phrase | None:
    """An article that is named without its number; ``begin`` is where its adjective stands."""
    relative = _RELATIVE.match(text, at)
    if relative is not None and how is None:
        way = How.PREVIOUS if relative["previous"] else How.NEXT
        return Phrase("article", begin, relative.end(), [Item(at, relative.end(), locators=locators, how=way)])
    if how is None:
        return None
    word = _SELF.match(text, at)
    if word is None:
        return None
    if how is How.PRESENT:
        return Phrase("internal", begin, word.end(), [Item(begin, word.end(), locators=locators, how=how)], present=True)
    return Phrase("article", begin, word.end(), [Item(begin, word.end(), locators=locators, how=how)])


def _is_label(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is the label that opens a new article ("Art. R. 1-1.-")."""
    return len(phrase.items) == 1 and phrase.act is None and _LABEL.match(text, phrase.stop) is not None and text[phrase.start] == "A"


def _locator(text: str, trigger: re.Match[str]) -> Phrase | None:
    """*locators* (``de l'article`` … | ``du présent article`` | ``du même article`` | nothing)."""
    at = trigger.end()
    chains = chains_at(text, at)
    if not chains:
        return None
    begin = trigger.start()
    said = trigger["same"] or trigger["present"] or _SAID_WORD.match(trigger[0])
    how = How.PRESENT if trigger["present"] else How.SAME if said else None
    end = chains[-1].end
    locators = tuple(path for chain in chains for path, _, _ in chain.paths())
    of = OF_ARTICLE.match(text, end)
    if of is not None:
        word = (of["how"] or of["said"] or "").strip().lower()
        target = None if not word else How.PRESENT if word.startswith("pr") else How.SAME
        phrase = articles_at(text, of.start("head"), locators, begin, target if target is How.SAME else None)
        if phrase is not None:
            phrase.its = _POSSESSIVE.match(text, of.start()) is not None
            return phrase
        if target is How.PRESENT:
            return _internal(chains, begin, of.end(), True)
        mark = of.start("how") if of["how"] else of.start("said") if of["said"] else of.start("head")
        said_phrase = _said(text, of.start("head"), mark, target, locators)
        if said_phrase is not None:
            said_phrase.start = begin
            return said_phrase
    division = _of_division(text, end, locators, begin)
    if division is not None:
        return division
    if not _is_internal(text, chains, how):
        return None
    return _internal(chains, begin, end, how is not None or any(chain.how for chain in chains), how)


_OF_DIVISION = compiled(r" (?:de l'|du|de la) ?(?=(?:annexe|considérant|article))")


def _of_division(text: str, end: int, locators: tuple[str, ...], begin: int) -> Phrase | None:
    of = _OF_DIVISION.match(text, end)
    if of is None:
        return None
    phrase = division_at(text, of.end(), begin)
    if phrase is not None:
        for item in phrase.items:
            item.locators = locators
    return phrase


def _is_internal(text: str, chains: list[Chain], how: How | None) -> bool:
    """Whether locators that no article follows are parts of the article that speaks."""
    first = chains[0].levels[0]
    if first.how == "this" and how is None:
        return False
    if how is not None or len(chains[-1].levels) > 1 or first.how:
        return True
    weak = first.members[0][0].split("..")[0].split()[0]
    if weak.startswith(("al", "ph")) or "°" in weak:
        return True
    return _GOES_ON.match(text, chains[-1].end) is not None and weak not in ("L", "M", "C", "a") or (weak == "a" and len(first.members) > 1)


def _internal(chains: list[Chain], begin: int, end: int, present: bool, how: How | None = None) -> Phrase:
    items = [
        Item(start, stop, locators=(path,), how=how or (How.SAME if chain.how and not present else How.NAMED))
        for chain in chains
        for path, start, stop in chain.paths()
    ]
    return Phrase("internal", begin, end, items, present=present)


def _division(text: str, trigger: re.Match[str]) -> Phrase | None:
    """[``présent`` | *ordinal*] *division* …"""
    start = trigger.start()
    before = _PRESENT_BEFORE.search(text, max(0, start - 12), start) or _ORDINAL_BEFORE.search(text, max(0, start - 24), start)
    if before is not None:
        phrase = division_at(text, before.start())
        if phrase is not None:
            return phrase
    return division_at(text, start)


def _act(text: str, trigger: re.Match[str]) -> Phrase | None:
    """An act that stands alone."""
    how, begin = how_before(text, trigger.start())
    name = act_at(text, trigger.start(), how)
    if name is None or name.nature == "autre" or name.how is How.VAGUE:
        return None
    if name.how in (How.SAME, How.PRESENT):
        name.start = min(begin, name.start)
    return Phrase("act", name.start, name.stop, [], name)


def _bare(text: str, trigger: re.Match[str]) -> Phrase | None:
    phrase = bare_numbers_at(text, trigger.start())
    if phrase is None or not any("-" in (item.number or "") for item in phrase.items) or _LABEL.match(text, phrase.stop):
        return None
    return phrase


_READERS: dict[str, Callable[[str, re.Match[str]], Phrase | None]] = {
    "article": _article,
    "division": _division,
    "act": _act,
    "bare": _bare,
    "locator": _locator,
    "same": _locator,
    "present": _locator,
}
