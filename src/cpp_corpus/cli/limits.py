"""The option ``--limit``."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated

import typer

from cpp_corpus.errors import shortened
from cpp_corpus.limits import MOST, Limits

__all__ = ["Limit", "limits_of"]

Limit = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=NUMBER",
        help="How much is read of an archive, a file or an article at most; may be given several times. "
        + ", ".join(f"{field.name} ({field.default:,})" for field in fields(Limits))
        + ".",
    ),
]


def limits_of(given: list[str] | None) -> Limits:
    """The limits that ``--limit`` gives."""
    numbers: dict[str, int] = {}
    names = [field.name for field in fields(Limits)]
    for each in given or ():
        name, _, number = each.partition("=")
        if name not in names:
            known = ", ".join(names)
            raise typer.BadParameter(f"there is no limit {name!r}; there are: {known}", param_hint="'--limit'")
        digits = number.lstrip("0")
        is_number = number.isascii() and number.isdecimal() and 0 < len(digits) <= len(str(MOST))
        if not is_number or int(digits) > MOST:
            wanted = f"a whole number from 1 to {MOST} was expected, as in {name}=1000"
            raise typer.BadParameter(f"{shortened(each)!r}: {wanted}", param_hint="'--limit'")
        numbers[name] = int(digits)
    return Limits(**numbers)
