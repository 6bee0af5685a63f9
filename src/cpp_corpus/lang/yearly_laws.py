"""The laws that each year has one of, by its year: ``loi de finances pour 1998``, ``LFSS 2004``.

The data is in ``data/yearly_laws.toml``. A year may have several amending ones, which are known by their number alone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["YearlyLaw", "yearly_laws"]


class YearlyLaw(NamedTuple):
    """A law of the budget of a year, of the state or of social security."""

    id: str
    date: str
    """ISO 8601."""
    title: str
    """Its subject, in the words of its title."""
    names: tuple[str, ...]
    """What it is called behind the word "loi"."""
    abbreviations: tuple[str, ...]


@cache
def yearly_laws() -> Sequence[YearlyLaw]:
    """All of them, by subject and year.

    >>> law = next(law for law in yearly_laws() if law.title == "de finances pour 1998")
    >>> law.id, law.names[1], law.abbreviations[:2]
    ('loi:97-1269', 'de finances 1998', ('LF pour 1998', 'LF 1998'))
    """
    data = tomllib.loads((files("cpp_corpus.lang") / "data" / "yearly_laws.toml").read_text("utf-8"))
    return [
        YearlyLaw(
            ident,
            day,
            f"{subject} pour {year}",
            tuple(f"{name} {year}" for name in (f"{subject} pour", subject, f"{subject} pour l'année", *others)),
            tuple(f"{short} {behind}{year}" for short in shorts for behind in ("pour ", "")),
        )
        for key, (subject, others, shorts) in _KINDS.items()
        for year, ident, day in (line.split(" | ") for line in data[key].split("\n") if line)
    ]


_KINDS = {
    "finances": ("de finances", ("de finances initiale pour",), ("LF", "L. fin.", "LFI")),
    "financement": ("de financement de la sécurité sociale", (), ("LFSS", "L. fin. séc. soc.")),
}
"""The subject of each kind, what else stands between "loi" and the year, and the abbreviations."""
