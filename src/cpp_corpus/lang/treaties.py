"""Treaties by the names under which French law cites them, from ``data/treaties.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["treaty_names", "treaty_title"]


@cache
def treaty_names() -> Mapping[str, str]:
    """The id of each treaty by its names in lower case, the longest names first.

    >>> treaty_names()["statut de rome"]
    'statut-de-la-cour-penale-internationale'
    """
    names = {name.lower(): ident for ident, each in _rows().items() for name in each}
    return {name: names[name] for name in sorted(names, key=len, reverse=True)}


def treaty_title(ident: str) -> str:
    """The usual name of a treaty; of one that has none here, the words of its id.

    >>> treaty_title("tue"), treaty_title("convention-de-la-meule")
    ("traité sur l'Union européenne", 'convention de la meule')
    """
    return _rows()[ident][0] if ident in _rows() else ident.replace("-", " ")


@cache
def _rows() -> Mapping[str, tuple[str, ...]]:
    """The names of each treaty, the usual one first."""
    rows = tomllib.loads((files("cpp_corpus.lang") / "data" / "treaties.toml").read_text("utf-8"))["treaty"]
    return {row["id"]: tuple(row["names"]) for row in rows}
