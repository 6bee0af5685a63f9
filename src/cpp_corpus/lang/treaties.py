"""Treaties by the names under which French law cites them, from ``data/treaties.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["treaty_names"]


@cache
def treaty_names() -> Mapping[str, str]:
    """The id of each treaty by its names in lower case, the longest names first.

    >>> treaty_names()["statut de rome"]
    'statut-de-la-cour-penale-internationale'
    """
    rows = tomllib.loads((files("cpp_corpus.lang") / "data" / "treaties.toml").read_text("utf-8"))["treaty"]
    names = {name.lower(): row["id"] for row in rows for name in row["names"]}
    return {name: names[name] for name in sorted(names, key=len, reverse=True)}
