"""Floors: the figures that must not get worse. They only rise."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from pathlib import Path

__all__ = ["FLOORS", "below", "raised", "read", "write"]

FLOORS = Path(__file__).with_name("floors.toml")

_HAIR = 0.001
_HEAD = """\
# A figure below its floor fails the gate. `python -m quality --raise` lifts them to today's figures less a hair;
# nothing lowers them.
"""


def read(path: Path = FLOORS) -> dict[str, float]:
    """The floor of each figure; none where there is no file."""
    if not path.exists():
        return {}
    return {name: float(value) for name, value in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def write(floors: Mapping[str, float], path: Path = FLOORS) -> None:
    """Write them, sorted by name."""
    lines = [f'"{name}" = {floors[name]:.3f}\n' for name in sorted(floors)]
    path.write_text(_HEAD + "".join(lines), encoding="utf-8")


def below(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """The names of the figures below their floors.

    A figure of a measure that was not made today (its first word is that of no figure) is not missed; one that a
    measure no longer gives is.
    """
    measured = {name.split(".")[0] for name in figures}
    due = [name for name in sorted(floors) if name.split(".")[0] in measured]
    return [name for name in due if figures.get(name, 0.0) < floors[name] - 1e-9]


def raised(figures: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors lifted to the figures less a hair, to three decimals; a perfect figure is its own floor.

    >>> raised({"a": 0.9876, "b": 1.0, "c": 0.5}, {"a": 0.9, "c": 0.8, "d": 0.3})
    {'a': 0.986, 'c': 0.8, 'd': 0.3, 'b': 1.0}
    """
    lifted = {name: 1.0 if x >= 1 else math.floor((x - _HAIR) * 1000) / 1000 for name, x in figures.items()}
    return {**floors, **{name: max(x, floors.get(name, 0.0)) for name, x in lifted.items()}}
