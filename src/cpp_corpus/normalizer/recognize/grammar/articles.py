"""Articles: lists and ranges of numbers, the locators before and after them, and the act that follows."""

from __future__ import annotations

import re

from cpp_corpus.lang.acts import is_roman_suffixed
from cpp_corpus.model.number import normalize_number
from cpp_corpus.normalizer.recognize.grammar.acts import act_after
from cpp_corpus.normalizer.recognize.grammar.divisions import divisions_after
from cpp_corpus.normalizer.recognize.grammar.fragments import ADVERB, AND, NUMBER, PREFIX, compiled
from cpp_corpus.normalizer.recognize.grammar.locators import chain_at
from cpp_corpus.normalizer.recognize.phrase import How, Item, Phrase

__all__ = ["ARTICLE_HEAD", "OF_ARTICLE", "articles_at", "bare_numbers_at", "continuation_at"]

ARTICLE_HEAD = r"[Aa]rticles?|ARTICLES?|[Aa]rts?\."
"""The words at which a list of articles begins."""

OF_ARTICLE = compiled(
    r",? ?(?:(?:de l'|des|du|de son|de ses|de leurs?|de|à l'|aux|l'|d'un) ?(?P<how>(?:mêmes?|présents?|dits?) )?|(?P<said>dudit|desdits|de cet|de ces|audit|à cet|de ce même|de cet même) )(?P<head>articles?(?!\w)|art\.)",
    re.IGNORECASE,
)
"""What leads from a locator to its article."""

_HEAD = compiled(r"(?:articles?|arts?\.)(?:(?!\w)|(?=(?-i:[LRDA])\.)) ?,? ?(?:n° ?)?", re.IGNORECASE)
_WORD = compiled(r"(?P<named>préliminaire|liminaire|unique|premier|1er|Ier)(?!\w)", re.IGNORECASE)
_NUMBER = compiled(rf"(?P<number>{NUMBER})")
_PREFIXED = compiled(rf"{PREFIX}\d")
_HYPHEN = re.compile(r"\d+-\d")
_RANGE = compiled(rf" ?(?:à|au|jusqu'à l'article|-|–)(?: l'article)? (?P<last>{NUMBER}|premier)")
_OPEN = compiled(r" et (?:les )?(?:articles )?suivants?(?!\w)|,? et s(?:uiv)?\.")
_SEP = compiled(
    rf"(?: ?[,;] ?(?:{AND} ?,? ?)?| ?{AND} ?,? ?)(?:(?:à |aux |de |des |du |les |le |l'|d'|en )(?=[LRDA](?:\.|[\d ]))|(?:articles? )?)(?! )"
)
_JUST = compiled(r" (?=[LRDA]\. ?\*?\d)")
_UNITS = compiled(
    r" (?:jours?|mois|ans?|années?|heures?|semaines?|euros?|francs?|F|€|membres?|fois|mètres?|km|kg|grammes?|personnes?|places?|points?|tonnes?|litres?|hectares?|habitants?|salariés?|centimètres?|exemplaires?|%|p\. 100|pour cent|représentants?|alinéas?|premiers|derniers)(?!\w)"
)
_EXCEPT = compiled(r",? (?:à l'exception|à l'exclusion|sauf|hormis|exceptée?s?) ?(?:de la|de l'|du|des|de (?:son|sa|ses|leurs?)|de|le|la|les|l')? ?")
_OF_ITS = compiled(r" (?:de (?:son|sa|ses|leur)) ?")
_PRECITED = compiled(r",? ?(?:précitée?s?|susvisée?s?|susmentionnée?s?)(?!\w)")
_PAREN = compiled(r" ?\( ?")
_COMMA = compiled(r" ?, ?(?:(?:à son|à sa|en son|au|du|à la|dans sa|en sa) )?")
_SPACE = compiled(r"(?: ?- ?(?=[IVX])| )")
_ROMANISH = re.compile(r"[IVX]+(?!\w)")


def articles_at(text: str, at: int, locators: tuple[str, ...] = (), start: int | None = None, how: How | None = None) -> Phrase | None:
    """``article`` | ``articles`` *number* {*sep* *number*} [*act*]; ``at`` is where the word stands."""
    head = _HEAD.match(text, at)
    if head is None:
        return None
    phrase = Phrase("article", at if start is None else start, head.end())
    plural = text[head.start() : head.end()].rstrip(" ,.").lower().endswith(("s", "art")) or "n°" in head[0]
    _list(text, head.end(), phrase, plural)
    if not phrase.items:
        return None
    for item in phrase.items:
        item.locators = _combined(locators, item.locators)
        if how is not None:
            item.how = how
    _act(text, phrase)
    return phrase


def bare_numbers_at(text: str, at: int) -> Phrase | None:
    """*prefixed number* {*sep* *prefixed number*} [*act*], without the word "article"."""
    phrase = Phrase("article", at, at, bare=True)
    if not _PREFIXED.match(text, at):
        return None
    _list(text, at, phrase, plural=False)
    if not phrase.items:
        return None
    _act(text, phrase)
    return phrase


def continuation_at(text: str, at: int) -> Phrase | None:
    """*sep* *number* {*sep* *number*} [*act*]: a list that goes on behind an act ("L. 1 du code …, L. 2 du code …")."""
    sep = _SEP.match(text, at)
    if sep is None or sep[0].rstrip().endswith(("article", "articles")):
        return None
    phrase = Phrase("article", sep.end(), sep.end(), bare=True)
    _list(text, sep.end(), phrase, plural=True)
    if not phrase.items:
        return None
    _act(text, phrase)
    certain = all(_PREFIXED.match(item.number or "") or _HYPHEN.match(item.number or "") for item in phrase.items)
    return phrase if certain or (phrase.act is not None and phrase.act.how is not How.VAGUE) else None


def _act(text: str, phrase: Phrase) -> None:
    """Read the act behind a list, divisions in between included; "précité" without an act leads back."""
    act = act_after(text, phrase.stop)
    if act is None:
        within = divisions_after(text, phrase.stop)
        if within is not None and (within.act is not None or within.present):
            phrase.act, phrase.stop = within.act, within.stop
            return
    if act is not None:
        phrase.act, phrase.stop = act, act.stop
        return
    before = _PRECITED.match(text, phrase.stop)
    if before is not None and len(phrase.items) == 1:
        phrase.stop = before.end()
        phrase.items[0].how = How.SAME


def _combined(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    if not before or not after:
        return before or after
    return tuple(f"{outer}/{inner}" for outer in before for inner in after)


def _list(text: str, at: int, phrase: Phrase, plural: bool) -> None:
    """Read the members of a list from ``at`` on into ``phrase``."""
    items = phrase.items
    while True:
        item = _item(text, at, strict=bool(items) and not plural)
        if item is None:
            break
        if items and not _PREFIXED.match(item.number or "") and _UNITS.match(text, item.end):
            break
        items.append(item)
        phrase.stop = _portions(text, item, items)
        sep = _SEP.match(text, phrase.stop) or (_JUST.match(text, phrase.stop) if plural else None)
        if sep is None:
            break
        at = sep.end()
        plural = plural or bool(item.number and _PREFIXED.match(item.number))


def _item(text: str, at: int, *, strict: bool) -> Item | None:
    """One number or range; where ``strict``, only what can be nothing but an article number."""
    match = _NUMBER.match(text, at)
    if match is None:
        match = _WORD.match(text, at)
        if match is None or strict:
            return None
        return Item(match.start(), match.end(), match[0])
    if strict and not (_PREFIXED.match(text, at) or _HYPHEN.match(match[0])):
        return None
    match = _with_roman(text, match) or match
    item = Item(match.start(), match.end(), match[0])
    last = _RANGE.match(text, match.end())
    if last is not None and not _UNITS.match(text, last.end()):
        end = _NUMBER.match(text, last.start("last"))
        longer = _with_roman(text, end) if end is not None else None
        item.to, item.end = (longer[0], longer.end()) if longer else (last["last"], last.end())
    following = _OPEN.match(text, item.end)
    if following is not None:
        item.open, item.end = True, following.end()
    return item


_ROMAN_SUFFIX = compiled(rf"{NUMBER}[ -](?:I|V|X|XX)(?![\w'])(?: {ADVERB})?")


def _with_roman(text: str, number: re.Match[str]) -> re.Match[str] | None:
    """The number with the capital behind it, where that makes a number of the law ("204 I" is one, "67 II" is not)."""
    longer = _ROMAN_SUFFIX.match(text, number.start()) if text[number.end() : number.end() + 2].strip(" -") in ("I", "V", "X") else None
    return longer if longer is not None and is_roman_suffixed(normalize_number(longer[0])) else None


def _portions(text: str, item: Item, items: list[Item]) -> int:
    """The locators after a number, into ``item``; where reading goes on."""
    at = item.end
    for lead in (_PAREN, _COMMA, _SPACE):
        match = lead.match(text, at)
        if match is None:
            continue
        chain = chain_at(text, match.end())
        if chain is None or not _is_portion(text, match.end(), chain.levels[0].members[0][0], lead):
            continue
        end = chain.end
        if lead is _PAREN:
            closing = text.find(")", end, end + 40)
            if closing < 0:
                return at
            end = closing + 1
        item.locators = tuple(reversed_path(path) for path, _, _ in chain.paths()) if lead is not _SPACE else tuple(p for p, _, _ in chain.paths())
        return end
    match = _EXCEPT.match(text, at)
    if match is not None:
        chain = chain_at(text, match.end())
        if chain is not None:
            end = chain.end
            its = _OF_ITS.match(text, end)
            if its is not None:
                outer = chain_at(text, its.end())
                end = outer.end if outer else end
            return end
    return at


def reversed_path(path: str) -> str:
    return path


def _is_portion(text: str, at: int, locator: str, lead: re.Pattern[str]) -> bool:
    """Whether what follows a number is a part of that article, and not the next member of the list."""
    if locator[0].isdigit():
        return "°" in locator
    if lead is _SPACE:
        return bool(_ROMANISH.match(text, at)) or locator.startswith(("al", "ph"))
    if lead is _PAREN:
        return True
    return locator.startswith(("al", "ph", "tiret")) or bool(_ROMANISH.match(text, at))
