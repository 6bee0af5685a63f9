"""Locators: places inside an article, outer to inner, ``II/3°/al2/ph1``.

The notation::

    locator  = step {"/" step}
    step     = end [".." end]                           a range has both ends: 1°..3°
    end      = ("al" | "ph" | "tiret") (rank | way)     alinéas, sentences, indents: al2, al-1, ph1, tiret3
             | marker                                   as printed, without its signs: II, 3°, 2° bis, a, B, 1.2
    rank     = 1, 2, 3 …, or from the end -1, -2 …
    way      = ("-prev" | "-next") [2, 3 …] | "-this"   the one before, the next, this one; -prev2: two before
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Any

from cpp_corpus.errors import expect
from cpp_corpus.lang.adverbs import adverb_value
from cpp_corpus.lang.roman import from_roman
from cpp_corpus.model.notation import Notation, refused

__all__ = ["Locator", "LocatorStep", "LocatorUnit", "locator_steps", "unit_of"]


class LocatorUnit(StrEnum):
    """The kinds of steps of a locator."""

    MARKER = "marker"
    """The part with a marker: ``II``, ``3°``, ``a``."""
    ALINEA = "al"
    """A line of the part before it in the locator, by its rank."""
    SENTENCE = "ph"
    """A sentence."""
    INDENT = "tiret"
    """A line that begins with a dash."""


class LocatorStep(Notation):
    """One step of a :class:`Locator`, or one end of a step that is a range.

    >>> step = LocatorStep("al-1")
    >>> step == "al-1", step.unit is LocatorUnit.ALINEA, step.rank, step.is_range
    (True, True, -1, False)
    >>> LocatorStep("1°..3° bis").first, LocatorStep("1°..3° bis").last
    (LocatorStep('1°'), LocatorStep('3° bis'))
    >>> LocatorStep("al-prev").way, LocatorStep("II").marker
    ('prev', 'II')
    """

    __slots__ = ()

    @classmethod
    def _check(cls, text: str) -> None:
        ends = text.split("..")
        if len(ends) > 2 or "/" in text or any(not end or end != end.strip() for end in ends):
            refused("step of a locator", text, "'II', '3°', 'al2', 'al-prev' or '1°..3°'")

    @property
    def is_range(self) -> bool:
        """Whether it leads from one member to another."""
        return ".." in self

    @property
    def first(self) -> LocatorStep:
        """The first member of a range; else the step itself."""
        return LocatorStep(self.partition("..")[0]) if self.is_range else self

    @property
    def last(self) -> LocatorStep:
        """The last member of a range; else the step itself."""
        return LocatorStep(self.partition("..")[2]) if self.is_range else self

    @property
    def unit(self) -> LocatorUnit:
        """The kind of the step; for a range, of its first member."""
        return unit_of(self)

    @property
    def rank(self) -> int | None:
        """The rank of an alinéa, sentence or indent, negative from the end; else ``None``."""
        match = _COUNTED.fullmatch(self)
        return None if match is None or match["rank"] is None else int(match["rank"])

    @property
    def way(self) -> str | None:
        """``prev``, ``next`` or ``this`` for a step relative to the citing sentence; else ``None``."""
        match = _COUNTED.fullmatch(self)
        return None if match is None else match["way"]

    @property
    def distance(self) -> int | None:
        """How far ``prev`` or ``next`` is from the citing sentence, 1 the one beside it; else ``None``.

        >>> LocatorStep("al-prev").distance, LocatorStep("al-prev2").distance, LocatorStep("al2").distance
        (1, 2, None)
        """
        match = _COUNTED.fullmatch(self)
        return None if match is None or match["way"] in (None, "this") else int(match["far"] or 1)

    @property
    def marker(self) -> str | None:
        """The marker of a step with one; ``None`` for other steps, and for a range."""
        return None if self.is_range or self.unit is not LocatorUnit.MARKER else str(self)

    def covers(self, other: LocatorStep) -> bool:
        """Whether ``other`` is this step or one between the ends of this range.

        >>> LocatorStep("1°..3°").covers(LocatorStep("2° bis")), LocatorStep("al2..al-1").covers(LocatorStep("al1"))
        (True, False)
        """
        expect("other", other, LocatorStep)
        if self == other:
            return True
        ends = (self.first, self.last, other.first, other.last)
        if not self.is_range or any(end.unit is not self.unit or end.way for end in ends):
            return False
        begin, end, inner, outer = (each.order for each in ends)
        return begin <= inner and outer <= end

    @property
    def order(self) -> tuple[Any, ...]:
        """A sort key for steps of one kind: ``1° A``, ``1°``, ``1° bis A``, ``1° bis``, ``2°``.

        Ranks from the end come after those from the beginning, ranges after their first member.

        >>> LocatorStep("2° bis").order < LocatorStep("10°").order
        True
        """
        own = _order(self.partition("..")[0])
        return (*own, *_order(self.last)) if self.is_range else own


class Locator(Notation):
    """A place inside an article, outer to inner.

    >>> locator = Locator("II/3°/al2")
    >>> locator == "II/3°/al2", locator.steps[1], locator.parent
    (True, LocatorStep('3°'), Locator('II/3°'))
    >>> locator.parent / "a", Locator("II").contains(locator)
    (Locator('II/3°/a'), True)
    """

    __slots__ = ()

    @classmethod
    def _check(cls, text: str) -> None:
        locator_steps(text)

    @property
    def steps(self) -> tuple[LocatorStep, ...]:
        """Its steps, outer to inner."""
        return locator_steps(str(self))

    @property
    def parent(self) -> Locator | None:
        """The part around it; ``None`` where that is the article."""
        outer, mark, _ = self.rpartition("/")
        return Locator(outer) if mark else None

    @property
    def is_relative(self) -> bool:
        """Whether one of its steps is relative to the citing sentence.

        >>> Locator("II/al-prev").is_relative, Locator("II/al-1").is_relative
        (True, False)
        """
        return any(end.way is not None for step in self.steps for end in (step.first, step.last))

    def contains(self, other: str) -> bool:
        """Whether ``other`` is this part or is inside it; a range contains everything between its ends.

        >>> Locator("1°..3°").contains("2°/a"), Locator("II/3°").contains("II")
        (True, False)
        """
        inner = Locator(other).steps
        return len(self.steps) <= len(inner) and all(
            step.covers(below) for step, below in zip(self.steps, inner, strict=False)
        )

    def __truediv__(self, other: str) -> Locator:
        """The locator of ``other`` inside this part."""
        expect("other", other, str)
        return Locator(f"{self}/{other}")

    @property
    def order(self) -> tuple[Any, ...]:
        """A sort key for the locators of one article, as far as the order follows from the locators alone.

        >>> [str(each) for each in sorted(map(Locator, ["II", "I/10°", "I/2°", "I"]), key=lambda each: each.order)]
        ['I', 'I/2°', 'I/10°', 'II']
        """
        return tuple(step.order for step in self.steps)


@lru_cache(maxsize=1 << 14)
def locator_steps(text: str) -> tuple[LocatorStep, ...]:
    """The steps of a locator; ``NotationError`` where it is not one."""
    return tuple(map(LocatorStep, text.split("/")))


def unit_of(step: str) -> LocatorUnit:
    """The kind of a step, unchecked; for a range, of its first member."""
    match = _COUNTED.match(step)
    return LocatorUnit.MARKER if match is None else LocatorUnit(match["unit"])


# ---------------------------------------------------------------------------------------------------------------------

_COUNTED = re.compile(
    r"(?P<unit>al|ph|tiret)(?:(?P<rank>-?[1-9][0-9]*)|-(?P<way>this|(?:prev|next)(?![01]$|[01]\.))(?P<far>(?<!s)[1-9][0-9]?)?)"
    r"(?:$|(?=\.\.))"
)
_MARKER = re.compile(r"(?P<head>[0-9]+(?:\.[0-9]+)*|[A-Za-z]+)(?P<sign>°?)(?P<rest>(?:[ -][^ -]+)*)")
_REST = re.compile(r"[ -]([^ -]+)")
_UNITS = tuple(LocatorUnit)
_END = (1, 0)  # parts inserted with a letter come before their base, those with an adverb after it


def _order(end: str) -> tuple[Any, ...]:
    step = LocatorStep(end)
    unit = _UNITS.index(step.unit)
    if step.unit is LocatorUnit.MARKER:
        return unit, *_marker_order(end)
    if step.rank is None:
        far = step.distance or 0
        return unit, 2, str(step.way), -far if step.way == "prev" else far
    return unit, int(step.rank < 0), step.rank


def _marker_order(marker: str) -> tuple[Any, ...]:
    match = _MARKER.fullmatch(marker)
    if match is None:
        return 4, (), (), marker
    head = match["head"]
    rest = tuple(map(_rest_order, _REST.findall(match["rest"])))
    return (*_head_order(head), (*rest, _END), marker)


def _head_order(head: str) -> tuple[int, tuple[int, ...]]:
    """Sort key: numbers, Roman numerals, capitals, letters; C and D are letters, not 100 and 500."""
    if head[0].isdigit():
        return 0, tuple(map(int, head.split(".")))
    if head.isupper() and (len(head) > 1 or head in "IVX") and (value := from_roman(head)) is not None:
        return 1, (value,)
    return 2 if head.isupper() else 3, (len(head), *map(ord, head))


def _rest_order(word: str) -> tuple[int, int | str]:
    if word.isdecimal():
        return 3, int(word)
    value = adverb_value(word)
    return (0, word) if value is None else (2, value)
