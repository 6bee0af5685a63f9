"""What the grammar reads: phrases as they stand in the text, before anything is known of what they mean.

They are values: nothing changes a phrase once it is read. What a later pass decides stands in the values of that pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Relation

__all__ = ["ActName", "How", "Item", "Phrase", "Qualifier", "how_named", "new"]

new = tuple.__new__
"""Makes a value of all its fields, in two thirds of the time that a call of its class takes."""


class How:
    """How a phrase names its act, or an item its article. A closed set of values; no enum, whose members are slow.

    >>> How.SAME
    How.SAME
    """

    __slots__ = ("name",)

    NAMED: ClassVar[How]
    """In full: "code pénal", "loi n° 2019-222 du 23 mars 2019"."""
    PRESENT: ClassVar[How]
    """As the citing act: "présent code"."""
    SAME: ClassVar[How]
    """As one named before: "même code", "ledit décret", "cette loi"."""
    VAGUE: ClassVar[How]
    """By its nature alone: "la loi", "le règlement"."""
    PREVIOUS: ClassVar[How]
    """As the one before: "article précédent"."""
    NEXT: ClassVar[How]
    """As the one after: "article suivant"."""

    def __init__(self, name: str) -> None:
        """``name``: what it is called."""
        self.name = name

    def __repr__(self) -> str:
        return f"How.{self.name}"


for _name in ("NAMED", "PRESENT", "SAME", "VAGUE", "PREVIOUS", "NEXT"):
    setattr(How, _name, How(_name))

_ADJECTIVES = dict.fromkeys(("présent", "présente", "présents", "présentes"), How.PRESENT) | dict.fromkeys(
    (
        "même", "mêmes", "dit", "dite", "dits", "dites", "ce", "cet", "cette", "ces", "dudit", "audit", "ledit",
        "ladite", "lesdits", "lesdites", "desdits", "desdites", "auxdits", "auxdites",
    ),
    How.SAME,
)  # fmt: skip

how_named = _ADJECTIVES.get
"""How an adjective, in lower case, names the act or article behind it; ``None`` for any other word.

>>> how_named("présente"), how_named("dudit"), how_named("grand")
(How.PRESENT, How.SAME, None)
"""


class ActName(NamedTuple):
    """An act as a phrase names it."""

    start: int
    """Where the anchor begins, which is its whole designation."""
    end: int
    """Where the anchor ends."""
    stop: int
    """Where reading goes on, "précité" included."""
    nature: str
    """``code``, ``loi``, ``decret`` …; what an addition calls it, ``almanach``."""
    ids: tuple[str, ...] = ()
    """Ids that the designation may stand for, the likeliest first; empty where it gives none."""
    how: How = How.NAMED
    """How it is named: ``NAMED`` in full, whatever the determiner."""
    date: str | None = None
    """Date of a designation without a number, ISO."""
    form: str = ""
    """Name of the form that read it."""
    reason: Reason | None = None
    """Why it gives no id."""


class Qualifier(NamedTuple):
    """Words between the number of an article and its act, or behind the act, that qualify the article."""

    kind: str
    """``former`` ("ancien"), ``new`` ("nouveau"), ``version`` ("dans sa rédaction issue de la loi n° …", "alors en
    vigueur"), ``successor`` ("devenu 1240"), ``predecessor`` ("anciennement 1382"), or ``other`` (a bracket, "relatif à
    …", "précité", "in fine")."""
    start: int
    end: int
    """What it covers; acts named in it are phrases of their own."""
    value: str | None = None
    """Of a successor or predecessor its number as printed, which is the next item of the phrase, or the first of the
    next phrase; of a version ``before``, ``from``, ``at`` or ``then``, by its words."""


class Item(NamedTuple):
    """One member of a list."""

    start: int
    """Where the anchor begins."""
    end: int
    """Where the anchor ends."""
    number: str | None = None
    """Number of an article as printed."""
    to: str | None = None
    """Last number of a range, as printed."""
    open: bool = False
    """Whether the range has no last number; of what is named again, whether it is several ("les mêmes articles")."""
    path: str | None = None
    """Path of a division."""
    locators: tuple[str, ...] = ()
    """Locators of the parts that are cited of it."""
    how: How = How.NAMED
    """How the article is named."""
    relation: Relation | None = None
    """What is done with it, where it differs from its phrase."""
    again: tuple[int, int] | None = None
    """Of a part of a part cited before ("premier alinéa du même I"): where that part is named again ("même I")."""
    otherwise: Item | None = None
    """Another reading of its number, which counts where the act has that number and not this one."""
    qualifiers: tuple[Qualifier, ...] = ()
    """What else stands between its number and its act, in order."""


class Phrase(NamedTuple):
    """One head with its members, its locators and its act."""

    kind: str
    """``article``, ``internal``, ``division`` or ``act``; ``heading`` for "les articles suivants du code …"; or
    ``nothing``, for words that are no phrase, behind which reading goes on."""
    start: int
    """Where it begins, locators and act included."""
    stop: int
    """Where it ends."""
    items: Sequence[Item] = ()
    """Its members; none of an act."""
    act: ActName | None = None
    """The act that it names."""
    present: bool = False
    """Whether its words keep it inside the citing article, or the citing division."""
    bare: bool = False
    """Whether its numbers stand without the word "article"."""
    its: bool = False
    """Whether a possessive leads back to an act ("notamment ses articles 2 et 3")."""
