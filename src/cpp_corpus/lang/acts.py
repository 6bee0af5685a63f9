"""The codes of French law: titles, names in running text, abbreviations, and the article numbers they have.

The facts stand in ``data/acts.toml`` (one table row a code) and ``data/numbers.txt.xz`` (normalised
article numbers of 77 codes, state of December 2023): which numbers exist is evidence of which act is meant.
"""

from __future__ import annotations

import lzma
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

from cpp_corpus.lang.patterns import Pattern

__all__ = [
    "ACTS",
    "Act",
    "abbreviations",
    "annex_of",
    "by_abbreviation",
    "by_name",
    "code_name_at",
    "has_number",
    "is_act_id",
    "is_roman_suffixed",
    "numbers",
    "numbers_alike",
    "whole_of",
]

_DATA = files("cpp_corpus.lang") / "data"


@dataclass(frozen=True, slots=True)
class Act:
    """A code, as Légifrance publishes it."""

    id: str
    title: str
    legitext: str
    state: str
    valid_from: date | None = None
    valid_to: date | None = None
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


class _Acts(Mapping[str, Act]):
    """The table of the codes, read when it is first looked at."""

    @cached_property
    def _rows(self) -> dict[str, Act]:
        rows: list[dict[str, Any]] = tomllib.loads((_DATA / "acts.toml").read_text("utf-8"))["act"]
        lists = ("aliases", "abbreviations")
        acts = (Act(**{**row, **{key: tuple(row.get(key, ())) for key in lists}}) for row in rows)
        return {act.id: act for act in acts}

    def __getitem__(self, act: str) -> Act:
        return self._rows[act]

    def __contains__(self, act: object) -> bool:
        return act in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


ACTS: Mapping[str, Act] = _Acts()
"""Every known code, by id."""


def is_act_id(text: str) -> bool:
    """Whether ``text`` is the id of a code, known or named like one.

    >>> is_act_id("code-penal"), is_act_id("livre-ier-dispositions-generales")
    (True, False)
    """
    return text in ACTS or text.startswith("code-")


@lru_cache(maxsize=4096)
def by_name(name: str) -> tuple[str, ...]:
    """Ids of the codes that bear a name, the likeliest first; case, accents and spaces do not matter.

    >>> by_name("code Pénal")[0]
    'code-penal'
    >>> by_name("code des nuages")
    ()
    """
    return _names().get(_key(name), ())


def by_abbreviation(text: str) -> tuple[str, ...]:
    """Ids of the codes that an abbreviation stands for; dots and spaces do not matter.

    >>> by_abbreviation("CPP"), by_abbreviation("C. civ.")
    (('code-de-procedure-penale',), ('code-civil',))
    """
    return _abbreviations().get(_short(text), ())


def code_name_at(text: str, at: int) -> tuple[int, tuple[str, ...]] | None:
    """Where the longest name of a known code ends that begins at ``at``, and the ids of the codes that bear it.

    Case, accents and spaces do not matter.

    >>> code_name_at("le Code  Pénal", 3), code_name_at("le code des nuages", 3)
    ((14, ('code-penal', 'code-penal-ancien')), None)
    """
    following, ids = _words_of_names()
    found = None
    while (token := _TOKEN.match(text, at)) is not None:
        node = following.get(_plain_token(token[0]))
        if node is None:
            break
        at = token.end()
        following, ids = node
        if ids:
            found = at, ids
    return found


def abbreviations() -> str:
    """Source of a pattern for the abbreviations of codes that are capitals only: ``CGI``, ``CPP``."""
    names = {name for act in ACTS.values() for name in act.abbreviations if name.isalpha() and name.isupper()}
    return rf"(?:{'|'.join(sorted(names, key=lambda name: (-len(name), name)))})(?!\w)"


def annex_of(act: str, numeral: str) -> str | None:
    """Id of the annex of a code that is a code of its own.

    >>> annex_of("code-general-des-impots-cgi", "III"), annex_of("code-penal", "I")
    ('code-general-des-impots-annexe-iii-cgianiii', None)
    """
    known = ACTS.get(act)
    return next(iter(by_name(f"{known.title}, annexe {numeral}")), None) if known else None


def whole_of(annex: str) -> str | None:
    """Id of the code of which a code is an annex.

    >>> whole_of("code-general-des-impots-annexe-iii-cgianiii"), whole_of("code-penal")
    ('code-general-des-impots-cgi', None)
    """
    title, comma, _ = ACTS[annex].title.partition(", annexe ") if annex in ACTS else ("", "", "")
    return next(iter(by_name(title)), None) if comma else None


@cache
def numbers(act: str) -> frozenset[str]:
    """Normalised numbers of the articles of a code; empty where the package does not know them."""
    return frozenset(_number_lines().get(act, "").split())


def has_number(act: str | None, number: str) -> bool | None:
    """Whether a code has an article; ``None`` where the package has no list of its numbers.

    >>> has_number("code-penal", "221-1"), has_number("code-penal", "9999"), has_number("loi:1881-07-29", "24")
    (True, False, None)
    """
    if act is None:
        return None
    known = numbers(act)
    return number in known if known else None


def numbers_alike(act: str, number: str) -> bool:
    """Whether a code has articles whose numbers begin with the letter of ``number``, or without one as it does.

    >>> numbers_alike("code-minier", "68-21"), numbers_alike("code-minier-nouveau", "68-21")
    (True, False)
    """
    return _letter(number) in _letters(act)


def is_roman_suffixed(number: str) -> bool:
    """Whether some code has an article whose number ends with a capital that reads as a Roman numeral.

    >>> is_roman_suffixed("204-i"), is_roman_suffixed("244-quater-x"), is_roman_suffixed("67-ii")
    (True, True, False)
    """
    return number in _roman_suffixed()


@cache
def _letters(act: str) -> frozenset[str]:
    return frozenset(map(_letter, numbers(act)))


def _letter(number: str) -> str:
    return number[0] if number[:1].isalpha() else ""


@cache
def _roman_suffixed() -> frozenset[str]:
    listed = [n for n in _number_text().split() if "-i" in n or "-v" in n or "-x" in n]
    return frozenset(filter(_ROMAN_SUFFIX.fullmatch, listed))


_ROMAN_SUFFIX = Pattern(r"[0-9a-z-]*(?:[0-9]|bis|ter|ies)-[ivx]+(?:-[a-z]*(?:bis|ter|ies))?")


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    return _grouped((_key(name), act.id) for act in ACTS.values() for name in (act.title, *act.aliases))


@cache
def _abbreviations() -> Mapping[str, tuple[str, ...]]:
    return _grouped((_short(name), act.id) for act in ACTS.values() for name in act.abbreviations)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for key, act in pairs:
        if act not in groups.get(key, ()):
            groups[key] = (*groups.get(key, ()), act)
    return groups


def _key(name: str) -> str:
    """Lower case, no accents, plain apostrophes, single spaces."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    return " ".join(bare.replace("’", "'").replace("' ", "'").split())


def _short(text: str) -> str:
    return "".join(c for c in _key(text) if c.isalnum())


_TOKEN = Pattern(r"(?:\s+|['’] ?)?\w+|\s+|.")
"""A word with the space or apostrophe before it, or what stands between two."""
_Node = tuple[dict[str, "_Node"], tuple[str, ...]]
"""What may follow, by token, and the ids of the codes whose name ends here."""


@cache
def _words_of_names() -> _Node:
    """The names of the codes as a tree of their words."""
    tree: _Node = ({}, ())
    for name, ids in _names().items():
        tokens = [_plain_token(token[0]) for token in _TOKEN.finditer(name)]
        following = tree[0]
        for token in tokens[:-1]:
            following = following.setdefault(token, ({}, ()))[0]
        following[tokens[-1]] = following.get(tokens[-1], ({}, ()))[0], ids
    return tree


@lru_cache(maxsize=4096)
def _plain_token(token: str) -> str:
    """A token in lower case, without accents; each white space is one space, each apostrophe a plain one."""
    return (" " if token[0].isspace() else "") + _key(token)


@cache
def _number_text() -> str:
    return lzma.decompress((_DATA / "numbers.txt.xz").read_bytes()).decode()


@cache
def _number_lines() -> Mapping[str, str]:
    return dict(line.split("\t", 1) for line in _number_text().split("\n"))

