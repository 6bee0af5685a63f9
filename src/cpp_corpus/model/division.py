"""Paths of divisions, from the act down: ``livre.iv/titre.ii``.

The notation::

    path     = step {"/" step}
    step     = kind ["." number [".." number]]          livre.iv, titre.ii..iv, partie-legislative
             | kind "." way                             relative to the sentence: titre.present, section.same
    way      = "present" | "same" | "precedent" | "suivant"
    id       = act "#" path                             of a node of the graph
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from math import inf

from cpp_corpus.errors import expect
from cpp_corpus.lang.numbering import NumberKind, OrderKey, order_key
from cpp_corpus.lang.roman import from_roman
from cpp_corpus.model.notation import Notation, refused

__all__ = [
    "DivisionId",
    "DivisionPath",
    "DivisionStep",
    "DivisionWay",
    "RelativeStep",
    "act_and_path",
    "depth_of",
    "division_steps",
    "step_key",
]


_KINDS = ("partie", "livre", "titre", "chapitre", "section", "paragraphe")


def depth_of(step: str) -> float:
    """How deep a division of a code usually stands, by the kind of its step: 0 a part; infinite for any other kind.

    A sous-section is half a step below its section.

    >>> depth_of("titre.ii"), depth_of("sous-section.1"), depth_of("annexe.i")
    (2, 4.5, inf)
    """
    kind = step.partition(".")[0]
    plain = kind.removeprefix("sous-")
    return _KINDS.index(plain) + (0.5 if plain != kind else 0) if plain in _KINDS else inf


class DivisionWay(StrEnum):
    """How a relative step leads to its division."""

    PRESENT = "present"
    """The division that contains the sentence: "le présent titre"."""
    SAME = "same"
    """The division named before: "la même section"."""
    PREVIOUS = "precedent"
    """The division before the one that contains the sentence."""
    NEXT = "suivant"
    """The division after the one that contains the sentence."""


class DivisionStep(Notation):
    """One step of a :class:`DivisionPath`.

    >>> step = DivisionStep("titre.ii..iv")
    >>> step == "titre.ii..iv", step.kind, step.number, step.is_range
    (True, 'titre', 'ii..iv', True)
    >>> step.first, step.last
    (DivisionStep('titre.ii'), DivisionStep('titre.iv'))
    """

    __slots__ = ()

    @classmethod
    def _check(cls, text: str) -> None:
        if _STEP.fullmatch(text) is None:
            refused("step of a path of divisions", text, "'livre.iv', 'titre.ii..iv' or 'partie-legislative'")

    @property
    def kind(self) -> str:
        """``livre``, ``titre``, ``section`` …; of a division without number, its name."""
        return self.partition(".")[0]

    @property
    def number(self) -> str | None:
        """Its number, in lower case; ``None`` where it has none, and for a relative step."""
        return self.partition(".")[2] or None

    @property
    def is_range(self) -> bool:
        """Whether it leads from one division to another."""
        return ".." in self

    @property
    def first(self) -> DivisionStep:
        """The first division of a range; else the step itself."""
        return DivisionStep(self.partition("..")[0]) if self.is_range else self

    @property
    def last(self) -> DivisionStep:
        """The last division of a range; else the step itself."""
        return DivisionStep(f"{self.kind}.{self.partition('..')[2]}") if self.is_range else self

    @property
    def key(self) -> str:
        """The step with its numeral in digits: ``titre.viii`` and ``titre.8`` name one division.

        >>> DivisionStep("titre.viii-bis").key
        'titre.8-bis'
        """
        return step_key(str(self))

    @property
    def order(self) -> OrderKey:
        """A sort key: divisions of one kind in the order of the act.

        >>> [str(each) for each in sorted(map(DivisionStep, ["titre.x", "titre.ix"]), key=lambda each: each.order)]
        ['titre.ix', 'titre.x']
        """
        return order_key(NumberKind.TITLE, "", self.first.key)


class RelativeStep(DivisionStep):
    """A step that depends on the place of the sentence: ``titre.present``.

    >>> step = DivisionPath("titre.present/section.2").steps[0]
    >>> step, step.kind, step.way is DivisionWay.PRESENT, step.number
    (RelativeStep('titre.present'), 'titre', True, None)
    """

    __slots__ = ()

    @classmethod
    def _check(cls, text: str) -> None:
        super()._check(text)
        if not _is_relative(text):
            refused("relative step of a path of divisions", text, "'titre.present' or 'section.same'")

    @property
    def way(self) -> DivisionWay:
        """How it leads to its division."""
        return DivisionWay(self.partition(".")[2])

    @property
    def number(self) -> None:
        """None: it has no number."""
        return


class DivisionPath(Notation):
    """The path of a division, outer to inner; from the act down, unless levels are left out.

    >>> path = DivisionPath("livre.iv/titre.ii")
    >>> path == "livre.iv/titre.ii", path.steps[1], path.parent
    (True, DivisionStep('titre.ii'), DivisionPath('livre.iv'))
    >>> path.parent / "titre.iii", path.contains("livre.iv/titre.ii/chapitre.i")
    (DivisionPath('livre.iv/titre.iii'), True)
    """

    __slots__ = ()

    @classmethod
    def _check(cls, text: str) -> None:
        division_steps(text)

    @property
    def steps(self) -> tuple[DivisionStep, ...]:
        """Its steps, outer to inner; relative ones are :class:`RelativeStep`."""
        return division_steps(str(self))

    @property
    def parent(self) -> DivisionPath | None:
        """The division around it; ``None`` where that is the act."""
        outer, mark, _ = self.rpartition("/")
        return DivisionPath(outer) if mark else None

    @property
    def is_relative(self) -> bool:
        """Whether one of its steps is relative.

        >>> DivisionPath("titre.present/section.2").is_relative
        True
        """
        return any(isinstance(step, RelativeStep) for step in self.steps)

    @property
    def ends(self) -> tuple[DivisionPath, ...]:
        """The two ends of a range; else the path itself.

        >>> DivisionPath("livre.i/titre.ii..iv").ends
        (DivisionPath('livre.i/titre.ii'), DivisionPath('livre.i/titre.iv'))
        """
        last = self.steps[-1]
        if not last.is_range:
            return (self,)
        return tuple(DivisionPath("/".join((*self.steps[:-1], end))) for end in (last.first, last.last))

    def contains(self, other: str) -> bool:
        """Whether ``other`` is this division or is inside it, both from the act down; ``iv`` and ``4`` are the same.

        >>> DivisionPath("livre.iv").contains("livre.4/titre.i"), DivisionPath("livre.iv").contains("livre.ivbis")
        (True, False)
        """
        inner = [step.key for step in DivisionPath(other).steps]
        own = [step.key for step in self.steps]
        return inner[: len(own)] == own

    def __truediv__(self, other: str) -> DivisionPath:
        """The path of ``other`` inside this division."""
        expect("other", other, str)
        return DivisionPath(f"{self}/{other}")

    @property
    def order(self) -> tuple[OrderKey, ...]:
        """A sort key: the divisions of an act by their numbers.

        >>> paths = map(DivisionPath, ["livre.ii", "livre.i/titre.x", "livre.i/titre.ix", "livre.i"])
        >>> [str(each) for each in sorted(paths, key=lambda each: each.order)]
        ['livre.i', 'livre.i/titre.ix', 'livre.i/titre.x', 'livre.ii']
        """
        return tuple(step.order for step in self.steps)


class DivisionId(Notation):
    """The id of a division: its act and its path.

    >>> division = DivisionId("code-penal#livre.iv/titre.ii")
    >>> division.act, division.path
    ('code-penal', DivisionPath('livre.iv/titre.ii'))
    >>> DivisionId.build("code-penal", "livre.iv") == "code-penal#livre.iv"
    True
    """

    __slots__ = ()

    @classmethod
    def _check(cls, text: str) -> None:
        act, path = act_and_path(text)
        if not act or not path:
            refused("id of a division", text, "'code-penal#livre.iv/titre.ii'")
        division_steps(path)

    @classmethod
    def build(cls, act: str, path: str) -> DivisionId:
        """The id of the division of ``act`` at ``path``."""
        expect("act", act, str)
        expect("path", path, str)
        return cls(f"{act}#{path}")

    @property
    def act(self) -> str:
        """Id of the act."""
        return act_and_path(self)[0]

    @property
    def path(self) -> DivisionPath:
        """The path from the act down."""
        return DivisionPath(act_and_path(self)[1])


def act_and_path(node: str) -> tuple[str, str]:
    """The act and the path in the id of a division, unchecked; for an act, the path is empty.

    >>> act_and_path("code-penal#livre.iv"), act_and_path("code-penal")
    (('code-penal', 'livre.iv'), ('code-penal', ''))
    """
    act, _, path = node.partition("#")
    return act, path


@lru_cache(maxsize=1 << 14)
def division_steps(text: str) -> tuple[DivisionStep, ...]:
    """The steps of a path of divisions; ``NotationError`` where it is not one."""
    return tuple((RelativeStep if _is_relative(step) else DivisionStep)(step) for step in text.split("/"))


@lru_cache(maxsize=1 << 14)
def step_key(step: str) -> str:
    """A step with its numeral in digits: ``titre.viii`` and ``titre.8`` name one division.

    >>> step_key("titre.viii-bis"), step_key("partie-legislative"), step_key("section.preliminaire")
    ('titre.8-bis', 'partie-legislative', 'section.preliminaire')
    """
    kind, dot, number = step.partition(".")
    head, dash, rest = number.partition("-")
    return f"{kind}{dot}{from_roman(head) or head}{dash}{rest}"


# ---------------------------------------------------------------------------------------------------------------------

_STEP = re.compile(r"[^/.#]+(?:\.(?!\.)(?:(?!\.\.)[^/#])+(?<!\.)(?:\.\.(?:(?!\.\.)[^/#])+)?)?")
_WAYS = frozenset(DivisionWay)


def _is_relative(step: str) -> bool:
    return step.partition(".")[2] in _WAYS
