"""Initials that a text itself defines, and those that end a query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from cpp_corpus.lang.abbreviations import abbreviation_at, is_unsure
from cpp_corpus.lang.acts import codes_with, has_none_like, has_number
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.grammar.designations.abbreviations import abbreviated
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item, Phrase

__all__ = ["define_initials", "is_asked", "with_initials_at_end"]

_DEFINED_WORDS = 100  # characters before initials in brackets that say what they are
_MEANT = re.compile(r"[^\W\d_]+")
_CLAUSE_ENDS = re.compile(r"[.;:\n()]")
_LITTLE = frozenset(("de", "du", "des", "la", "le", "les", "l", "d", "et", "à", "a", "au", "aux", "en", "pour", "sur"))


def define_initials(text: str, found: list[Phrase], initials: Iterable[str]) -> None:
    """Give initials what the text itself says they are: "le code de l'environnement (CE)".

    They are no act where that is none ("contrat de sécurisation professionnelle (CSP)", "le contrat (ci-après « CT »)",
    "son CT"), or where they mean other things too, stand alone, and the text does not cite the act elsewhere.
    """
    for each in sorted(initials):
        defined = _definition(each).search(text) if "(" in text else None
        meant = _UNREAD if defined is None and _is_of_someone(text, each) else None
        if defined is not None:
            meant = _meaning(text, defined, each, found)
        if meant is None and not is_unsure(each):
            continue
        cited: bool | None = None
        for index, phrase in enumerate(found):
            name = phrase.act
            if name is None or text[name.start : name.end] != each:
                continue
            if meant is not None and meant.ids and defined is not None and name.start == defined.start("short"):
                continue
            if meant is None:
                cited = _is_cited(text, found, name, each) if cited is None else cited
            if meant is not None or not cited:
                ids, nature, reason = meant or _UNREAD
                found[index] = phrase._replace(act=name._replace(ids=ids, nature=nature, reason=reason))


class _Meant(NamedTuple):
    """What the words of a text say that initials are."""

    ids: tuple[str, ...]
    nature: str
    reason: Reason | None


_UNREAD = _Meant((), "autre", Reason.UNKNOWN_NAME)


@lru_cache(maxsize=64)
def _definition(initials: str) -> Pattern:
    """What says in brackets that initials stand for what is before them: "(ci-après « CP »)"."""
    return compiled(
        r"\((?P<says>(?:ci-?[ -]?après,? |dite? |ou |dénommée?s? |désignée?s? |par abréviation )*(?:le |la |les |l')?)"
        rf"(?P<quote>[«\"“] ?(?:le |la |les |l')?)?(?P<short>{re.escape(initials)})(?: ?[»\"”])? ?\)"
    )


_OWNERS = ("son", "mon", "ton", "votre", "leur", "un")


def _is_of_someone(text: str, initials: str) -> bool:
    """Whether a text says that initials are a thing that people have: "M. Durand a signé son CT"."""
    return any(f" {owner} {initials} " in text for owner in _OWNERS)


def _meaning(text: str, defined: re.Match[str], initials: str, found: Sequence[Phrase]) -> _Meant | None:
    """What initials in brackets are: the act before them, or no act that is read, by the words before them.

    ``None`` where the words before them are neither: bare initials may stand in brackets for another reason.
    """
    at = defined.start()
    is_said = bool(defined["says"] or defined["quote"])
    for phrase in reversed(found):
        name = phrase.act
        if name is None or name.how is not How.NAMED or name.end >= at or not name.ids:
            continue
        between = text[name.end : at]
        if between == " " or (is_said and len(between) < _DEFINED_WORDS and not _CLAUSE_ENDS.search(between)):
            return _Meant(name.ids, name.nature, name.reason)
        break
    words = [word for word in _MEANT.findall(text[max(0, at - _DEFINED_WORDS) : at]) if word.lower() not in _LITTLE]
    if "".join(word[0] for word in words[-len(initials) :]).upper() == initials:
        return None if words[-len(initials)].lower() == "code" else _UNREAD
    return _UNREAD if is_said else None


def _is_cited(text: str, found: Sequence[Phrase], name: ActName, initials: str) -> bool:
    """Whether a text cites the act of initials in another way than by these alone, or numbers that only it has."""
    return any(
        each.kind == "article"
        and all(codes_with(normalize_number(item.number or "")) == name.ids for item in each.items)
        if each.act is None
        else each.act.ids[:1] == name.ids[:1]
        and (
            text[each.act.start : each.act.end] != initials
            or (each.kind != "act" and not _has_none_of(name.ids[0], each.items))
        )
        for each in found
    )


def _has_none_of(act: str, items: Iterable[Item]) -> bool:
    """Whether a number without a prefix is none of an act nor like those that it has; it may be the end of one."""
    return any(
        item.number.isdigit() and item.otherwise is None and has_none_like(act, item.number)
        for item in items
        if item.number
    )


_ASKED = compiled(r"(?: (?!(?:du|de|des|le|la|les|au|ce|et|ou) (?!.* ))[a-zà-ÿ0-9'-]{2,}){1,8} ")
_QUERY = 100  # characters


def is_asked(text: str, before: Phrase, name: ActName) -> bool:
    """Whether an act ends a query whose number it has, words between them: "L145-4 bail code de commerce"."""
    return (
        before.kind == "article"
        and before.act is None
        and len(text) <= _QUERY
        and _ASKED.fullmatch(text, before.stop, name.start) is not None
        and all(has_number(name.ids[0], normalize_number(item.number or "")) for item in before.items)
    )


_LAST_WORDS = re.compile(r"(?<= )[A-Za-z]\.? ?\w*\.?\Z|(?<= )\w+\.?\Z")


def with_initials_at_end(text: str, found: list[Phrase]) -> list[Phrase]:
    """The phrases of a query, the last one with the initials that end it, in whatever case: "R421-1 délai cja"."""
    if not found or len(text) > _QUERY or found[-1].kind != "article" or found[-1].act is not None:
        return found
    phrase = found[-1]
    for words in _LAST_WORDS.finditer(text, phrase.stop):
        short = abbreviation_at(text, words.start())
        if short is None or short.end < len(text.rstrip(".")) or short.kind != "code":
            continue
        name = abbreviated(words.start(), short)
        if name.ids and is_asked(text, phrase, name):
            return [*found[:-1], phrase._replace(act=name, stop=name.stop)]
    return found
