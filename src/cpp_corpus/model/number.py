"""Article numbers as values.

A number has three forms; two numbers are equal when their normalised forms are:

============  ==============  =====================  =======================
form          of one          of another             where
============  ==============  =====================  =======================
heading       ``R*123-4``     ``1649 quater B bis``  above the article
running       ``R. * 123-4``  ``1649 quater B bis``  inside a sentence
normalised    ``r123-4``      ``1649-quater-b-bis``  ids, addresses
============  ==============  =====================  =======================

Reading and order are implemented in :mod:`cpp_corpus.lang.numbering`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, total_ordering
from typing import TYPE_CHECKING, Any, NoReturn

from pydantic_core import core_schema

from cpp_corpus.errors import expect
from cpp_corpus.lang.numbering import (
    NumberKind,
    OrderKey,
    Reading,
    normalize_number,
    order_key,
    read_number,
    running_form,
)

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

__all__ = ["ArticleNumber", "NumberKind", "normalize_number", "other_numbers"]


@total_ordering
class ArticleNumber:
    """An article number: immutable, hashable, ordered as the law orders the articles of one section.

    ``ArticleNumber(text)`` and :meth:`parse` read the same ``text``; ``parse`` returns one object for equal texts.

    >>> number = ArticleNumber.parse("art. R. * 123-4")
    >>> number.heading, number.running, number.normalized, number.prefix
    ('R*123-4', 'R. * 123-4', 'r123-4', 'R')
    >>> number == ArticleNumber.parse("r123-4")
    True
    >>> [str(n) for n in sorted(map(ArticleNumber.parse, ["L10-1", "L10 A", "L10-1 A", "R9 bis", "L10"]))]
    ['R9 bis', 'L10', 'L10-1 A', 'L10-1', 'L10 A']
    """

    __slots__ = ("_key", "heading", "kind", "normalized", "prefix")

    heading: str
    """The form of headings, ``L811-2``: as printed, except for spaces, and for dots and hyphens after the prefix."""
    normalized: str
    """The form of ids and addresses, ``l811-2``."""
    kind: NumberKind
    """Its kind."""
    prefix: str
    """``L``, ``LO``, ``R``, ``D``, ``A`` or nothing."""
    _key: OrderKey | None

    def __init__(self, text: str) -> None:
        expect("number", text, str)
        heading, kind, prefix = read_number(text)
        put = object.__setattr__
        put(self, "heading", heading)
        put(self, "kind", kind)
        put(self, "prefix", prefix)
        put(self, "normalized", normalize_number(heading))
        put(self, "_key", None)

    @classmethod
    def parse(cls, text: str) -> ArticleNumber:
        """Read a number in its heading, running or normalised form, with or without ``Article`` or ``art.`` before it.

        Raises :class:`~cpp_corpus.errors.NumberError` for anything else, also for ``None``, which some sources print
        above an unnumbered article.

        >>> str(ArticleNumber.parse("Article L.O. 6214-3"))
        'LO6214-3'
        """
        expect("number", text, str)
        return _parse(text)

    @property
    def running(self) -> str:
        """The form of sentences: ``L. 811-2``, ``R. * 123-4``, ``1er``."""
        return running_form(Reading(self.heading, self.kind, self.prefix))

    def __eq__(self, other: object) -> bool:
        return self.normalized == other.normalized if isinstance(other, ArticleNumber) else NotImplemented

    def __lt__(self, other: object) -> bool:
        return self._order() < other._order() if isinstance(other, ArticleNumber) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.normalized)

    def __str__(self) -> str:
        return self.heading

    def __repr__(self) -> str:
        return f"ArticleNumber({self.heading!r})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"article numbers are immutable: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"article numbers are immutable: {name}")

    def __reduce__(self) -> tuple[Any, ...]:
        return _parse, (self.heading,)

    def _order(self) -> OrderKey:
        key = self._key
        if key is None:
            key = order_key(self.kind, self.prefix, self.normalized)
            object.__setattr__(self, "_key", key)
        return key

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """A number is taken as it is, text is read; JSON has the heading form."""
        text = core_schema.no_info_after_validator_function(cls.parse, core_schema.str_schema())
        return core_schema.json_or_python_schema(
            json_schema=text,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), text]),
            serialization=core_schema.to_string_ser_schema(),
        )


@lru_cache(maxsize=1 << 12)
def _parse(text: str) -> ArticleNumber:
    return ArticleNumber(text)


def other_numbers(numbers: Iterable[str]) -> dict[str, str]:
    """Other numbers by which articles of an act are cited, each with the number of the article; all are normalised.

    ``numbers`` are those of the act. "Annexe III-14 (art. A322-77)" is cited as "annexe III-14", if no other article
    has that number, and "A123-2 et A123-3" by either number.

    >>> other_numbers(["annexe-iii-14-art-a322-77", "a123-2-et-a123-3", "a123-3"])
    {'annexe-iii-14': 'annexe-iii-14-art-a322-77', 'a123-2': 'a123-2-et-a123-3'}
    """
    known = dict.fromkeys(numbers)
    annexes: dict[str, list[str]] = {}
    for number in known:
        if number.startswith("annexe"):
            begin, mark, _ = number.partition("-art-")
            annexes.setdefault(begin, []).extend([number] if mark else [])
    others = {begin: whole[0] for begin, whole in annexes.items() if begin not in known and len(whole) == 1}
    for pair in [number for number in (*known, *others) if "-et-" in number and number[0] in "lrda0123456789"]:
        for number in pair.split("-et-"):
            if number not in known:
                others.setdefault(number, others.get(pair, pair))
    return others
