"""Words that mark the law of another country: ``code civil belge``, ``Code des obligations``, ``Moniteur belge``.

A code of another country is not the French one of the same name, and its articles belong to no act known here. The data
is in ``data/foreign.toml``; abbreviations (``CO``, ``C.c.Q.``, ``BGB``) in the table of abbreviations.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from cpp_corpus.lang.phrases import WORD, Phrases, bare

__all__ = ["Foreign", "abroad_at", "country_beginnings", "country_behind", "foreign_act_at", "head_country"]

_WORDS_BEFORE = 4  # in the line of a head: with more, it stands in a sentence about another country
_RULED = re.compile(r"(?:\ben|\b(?:r[ée]gie?s? par le|soumise?s? au))\s{1,3}$", re.IGNORECASE)
_LONGEST_RULED = 20
_HEAD = 600  # characters at the beginning of a text that are searched for its country


class Foreign(NamedTuple):
    """A mark of another country's law."""

    end: int
    """Where its words end."""
    country: str
    """ISO 3166, two letters in lower case, or ``ohada``."""


def country_behind(text: str, at: int) -> Foreign | None:
    """The country named directly after the name of an act, blanks aside; ``None`` where none is.

    >>> country_behind("l'article 1382 du code civil belge et", 28)
    Foreign(end=34, country='be')
    >>> country_behind("le Code civil du Québec", 13).country, country_behind("le code civil du moulin", 13)
    ('ca', None)
    """
    while text[at : at + 1].isspace():
        at += 1
    found = _behind().at(text, at)
    return None if found is None else Foreign(*found)


def abroad_at(text: str, at: int) -> int | None:
    """Where a country ends that a sentence names as the place of its law; ``None`` where none is.

    >>> abroad_at("En Belgique, l'article 7", 0), abroad_at("En droit suisse, l'article 7", 0)
    (11, 15)
    >>> abroad_at("En France, l'article 7", 0) is None
    True
    """
    preposition = _IN.match(text, at)
    if preposition is None:
        return None
    end = preposition.end()
    found = country_behind(text, end) if preposition["law"] else _places().at(text, end)
    return None if found is None else found[0]


@cache
def country_beginnings() -> frozenset[str]:
    """The four characters, without case and accents, with which the names of :func:`country_behind` begin.

    >>> "belg" in country_beginnings(), "et d" in country_beginnings()
    (True, False)
    """
    return frozenset(bare(name[:4]) for name in (*(form for form, _ in _forms()), *(name for name, _ in _rows("of"))))


def foreign_act_at(text: str, at: int) -> Foreign | None:
    """The name of a foreign act, without French equivalent, that begins at a position; ``None`` where none does.

    What follows may belong to the name ("Code bruxellois du Logement"): the match ends with the words that show the
    country.

    >>> foreign_act_at("l'article 257e du Code des obligations", 18)
    Foreign(end=38, country='ch')
    >>> foreign_act_at("la loi fédérale du 3 mars", 3).country, foreign_act_at("le code civil", 3)
    ('ch', None)
    """
    found = _acts().at(text, at)
    return None if found is None else Foreign(*found)


def head_country(text: str) -> Foreign | None:
    r"""The country whose law a text belongs to, as its first 600 characters say; ``None`` where they do not.

    >>> head_country("ROYAUME DE BELGIQUE\nLe moulin est soumis à l'article 7 du code civil.")
    Foreign(end=19, country='be')
    >>> head_country("En droit suisse, l'article 7 du code civil vaut pour le moulin.").country
    'ch'
    """
    begins = _head_words()
    for word in WORD.finditer(text, 0, min(len(text), _HEAD)):
        key = bare(word[0])
        if key in begins:
            found = _heads().at(text, word.start())
            line = text.rfind("\n", 0, word.start()) + 1
            if found is not None and len(WORD.findall(text, line, word.start())) <= _WORDS_BEFORE:
                return Foreign(*found)
        if key == "droit" and _RULED.search(text, max(0, word.start() - _LONGEST_RULED), word.start()) is not None:
            ruled = country_behind(text, word.end())
            if ruled is not None:
                return ruled
    return None


# ---------------------------------------------------------------------------------------------------------------------


@cache
def _countries() -> list[dict[str, Any]]:
    data = (files("cpp_corpus.lang") / "data" / "foreign.toml").read_text("utf-8")
    countries: list[dict[str, Any]] = tomllib.loads(data)["country"]
    return countries


def _rows(*keys: str) -> Iterator[tuple[str, str]]:
    return ((name, country["code"]) for country in _countries() for key in keys for name in country.get(key, ()))


def _forms() -> Iterator[tuple[str, str]]:
    """The adjectives in their genders and numbers."""
    for adjectives, country in _rows("adjectives"):
        for form in adjectives.split(" "):
            yield form, country
            yield form + "s", country
            if form.endswith("al"):
                yield form[:-1] + "ux", country


_IN = re.compile(r"(?:en|aux?)\s{1,3}(?P<law>droit\s{1,3})?", re.IGNORECASE)
_OF = re.compile(r"(?:de la |des |du |de |d')")


@cache
def _places() -> Phrases[str]:
    """The countries themselves: "Belgique", of "de Belgique"."""
    return Phrases((_OF.sub("", name, count=1), country) for name, country in _rows("of", "places"))


@cache
def _behind() -> Phrases[str]:
    return Phrases([*_forms(), *_rows("of")])


@cache
def _acts() -> Phrases[str]:
    return Phrases(_rows("acts"))


@cache
def _heads() -> Phrases[str]:
    return Phrases(_rows("heads"))


@cache
def _head_words() -> frozenset[str]:
    return frozenset(bare(match[0]) for name, _ in _rows("heads") if (match := WORD.match(name)))
