"""The act of a file by the words of its name and its folders, where they are no spelling of a title.

Such names are short forms: ``code action sociale``, ``france.code-civil``, ``code_construction_legislatif``. They may
mean several codes, so the numbers of the articles in the file decide.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cpp_corpus.lang.acts import ACTS, act_written, by_abbreviation, numbers
from cpp_corpus.lang.typography import plain, slug, without_damage

__all__ = ["NamedAct", "act_by_names"]


class NamedAct(NamedTuple):
    """An act that a path names."""

    act: str
    """Its id."""
    below: tuple[str, ...] = ()
    """The folders below the one that names it, outer to inner."""


def act_by_names(path: str, numbers_found: Collection[str]) -> NamedAct | None:
    """The act that the name of a file or of one of its folders means; the file first, then from inner to outer.

    ``numbers_found`` are the normalised numbers of the articles of the file. A known code is meant if it has all words
    of the name that are in the title of any code, and nine of ten of the numbers; an abbreviation counts only with many
    of them. The name of a file ``code_des_nuages.md`` is also the title of an unknown code.

    >>> act_by_names("code action sociale/Politique familiale/Article L112-1.md", ["l112-1"])
    NamedAct(act='code-de-laction-sociale-et-des-familles', below=('Politique familiale',))
    >>> act_by_names("codes/code_des_nuages.md", ["1", "2"]), act_by_names("codes/1.md", ["1"])
    (NamedAct(act='code-des-nuages', below=()), None)
    """
    parts, folders = _names(path)
    for part in parts:
        if act := _known(part, numbers_found):
            return NamedAct(act)
    for at, folder in enumerate(folders):
        if act := _known(folder, numbers_found):
            return NamedAct(act, tuple(folders[:at][::-1]))
    titled = next(filter(None, map(_titled, parts)), None)
    return NamedAct(titled) if titled else None


# ---------------------------------------------------------------------------------------------------------------------

_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(
    ["a", "au", "aux", "code", "d", "de", "des", "du", "et", "l", "la", "le", "les", "un", "une", "livre"]
)
_ENOUGH = 0.9
_MANY = 20
_SHORTEST = 3
_ORDER = re.compile(r"\A[0-9]{1,4}[ _-]+")


def _names(path: str) -> tuple[list[str], list[str]]:
    """The parts of the name of a file, without order and suffixes, and its folders from inner to outer."""
    *folders, name = without_damage(os.path.abspath(path).replace(os.sep, "/")).split("/")  # noqa: PTH100 - as address
    stem = _ORDER.sub("", name[:1] + name[1:].partition(".")[0])
    return stem.split("__"), folders[::-1]


def _known(name: str, found: Collection[str]) -> str | None:
    if act := act_written(name):
        return act if act in ACTS else None
    words = _words(name)
    named = frozenset(words[words.index("code") + 1 :] if "code" in words else ()) - _SMALL
    fitting = [act for act in _with_words(named) if _fits(act, found)] if named else []
    if len(fitting) > 1:
        fitting = [act for act in fitting if _significant(ACTS[act].title) <= named] or fitting
    if not fitting and len(found) >= _MANY:
        fitting = [act for act in _abbreviated(words) if _fits(act, found)]
    return fitting[0] if len(fitting) == 1 else None


def _titled(stem: str) -> str | None:
    name = slug(stem.replace("_", " "))
    return act_written(name) if name.startswith("code-") else None


def _words(name: str) -> list[str]:
    return _WORD.findall(plain(name).lower())


def _significant(name: str) -> frozenset[str]:
    return frozenset(_words(name)) - _SMALL


@lru_cache(maxsize=1024)
def _with_words(words: frozenset[str]) -> tuple[str, ...]:
    """The codes with a name that has all those words that are in the name of any code, at least one."""
    wanted = words & _vocabulary()
    names = ((act.id, (act.title, *act.aliases)) for act in ACTS.values())
    return tuple(act for act, known in names if wanted and any(wanted <= _significant(name) for name in known))


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(word for act in ACTS.values() for name in (act.title, *act.aliases) for word in _words(name))


def _abbreviated(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        meant = by_abbreviation(word) if len(word) >= _SHORTEST else ()
        if len(meant) == 1:
            yield meant[0]


def _fits(act: str, found: Collection[str]) -> bool:
    """Whether a code has nine of ten of the numbers."""
    known = numbers(act)
    return bool(found) and sum(number in known for number in found) >= _ENOUGH * len(found)
