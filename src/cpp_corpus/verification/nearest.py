"""What is nearest to a number or a part that does not exist."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from cpp_corpus.lang.numbering import OrderKey
from cpp_corpus.model.parts import parts_at
from cpp_corpus.normalizer.resolve.sequence import order_of, prefix_of

__all__ = ["NumberRow", "nearest_parts", "shared_length"]

_MOST = 3
_LONGEST = 60  # characters of a number


class NumberRow:
    """The numbers of an act, and those nearest to one that it does not have."""

    def __init__(self, numbers: Iterable[str]) -> None:
        """``numbers``: normalised."""
        self._numbers = frozenset(numbers)
        rows: dict[str | None, list[tuple[OrderKey, str]]] = {}
        for number in self._numbers:
            key = order_of(number)
            if key is not None:
                rows.setdefault(prefix_of(number), []).append((key, number))
        self._rows = {prefix: sorted(row) for prefix, row in rows.items()}

    def nearest(self, number: str) -> tuple[str, ...]:
        """At most three numbers: with other hyphens, another prefix, a character less, then those beside it in order.

        Converters of PDF and Word files lose hyphens: L. 811-2 becomes L. 8112.

        >>> NumberRow(["l121-3", "l121-4", "r121-33", "l122-1"]).nearest("l121-33")
        ('r121-33', 'l121-3', 'l121-4')
        >>> NumberRow(["706-73", "7067"]).nearest("70673")
        ('706-73', '7067')
        """
        if len(number) > _LONGEST:
            return ()
        signs = number.replace("-", "")
        found = dict.fromkeys(sorted(each for each in self._numbers if each.replace("-", "") == signs))
        found |= dict.fromkeys(each for each in self._alike(number) if each in self._numbers)
        found |= dict.fromkeys(self._beside(number))
        return tuple(found)[:_MOST]

    @staticmethod
    def _alike(number: str) -> Iterator[str]:
        bare = number.removeprefix(_prefix(number))
        yield from (prefix + bare for prefix in ("", "l", "r", "d", "a", "lo") if bare[:1].isdigit())
        yield from (number[:at] + number[at + 1 :] for at in range(len(number)))
        while "-" in number:
            number = number.rpartition("-")[0]
            yield number

    def _beside(self, number: str) -> Iterator[str]:
        key = order_of(number)
        row = self._rows.get(prefix_of(number), []) if key is not None else []
        if key is not None and row:
            at = bisect_left(row, (key, number))
            pair = [name for _, name in row[max(at - 1, 0) : at + 1]]
            yield from sorted(pair, key=lambda name: -shared_length(name, number))


def nearest_parts(alineas: Sequence[str], locator: str) -> tuple[str, ...]:
    """The last part that an article has beside the one that it lacks, else the part around that.

    ``alineas`` are the locators of its alinéas.

    >>> nearest_parts(["I", "II", "II/1°", "II/2°"], "II/9°"), nearest_parts(["I", "II"], "XXIV")
    (('II/2°',), ('II',))
    """
    outer, _, step = locator.rpartition("/")
    inside = [alinea for alinea in alineas if not outer or alinea.startswith(f"{outer}/")]
    depth = outer.count("/") + 1 if outer else 0
    beside = [path[depth] for alinea in inside if len(path := alinea.split("/")) > depth]
    alike = [each for each in beside if _form(each) == _form(step)]
    if alike:
        return (f"{outer}/{alike[-1]}" if outer else alike[-1],)
    return (outer,) if outer and parts_at(alineas, outer) else ()


def shared_length(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning.

    >>> shared_length("l112-4", "l112-5"), shared_length("l1", "l1"), shared_length("r1", "l1")
    (5, 2, 0)
    """
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


_PREFIX = re.compile(r"lo|[lrda](?=\d)")


def _prefix(number: str) -> str:
    match = _PREFIX.match(number)
    return "" if match is None else match[0]


_FORMS: Sequence[tuple[str, Callable[[str], object]]] = (
    ("alinea", re.compile(r"al-?\d").match),
    ("roman", re.compile(r"[IVXLC]+\b").match),
    ("point", re.compile(r"\d+ ?°").match),
    ("number", re.compile(r"\d").match),
    ("indent", re.compile(r"tiret").match),
    ("capital", re.compile(r"[A-Z]").match),
)


def _form(step: str) -> str:
    return next((name for name, matches in _FORMS if matches(step)), "letter")
