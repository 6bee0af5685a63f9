"""The alinéas of an article that a locator names.

An article is given as the locators of its alinéas, in order: ``("I", "I/1°", "I/2°", "I/al4", "II")``. The answer is
the positions of those that a locator such as ``I/2°`` or ``I/al2..al-1`` names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from cpp_corpus.errors import NotationError
from cpp_corpus.lang.adverbs import ADVERB
from cpp_corpus.model.locator import Locator, LocatorStep, LocatorUnit, locator_steps, unit_of

__all__ = ["has_part", "markers_within", "parts_at"]


def parts_at(alineas: Sequence[str], locator: str) -> list[int]:
    """Positions of the alinéas that ``locator`` names: those at it and below it; empty where there is no such part.

    ``al2`` and ``al-1`` count all lines of the part before them, whatever their markers; a range names everything from
    its first member to its last, if both exist; a sentence, ``ph1``, names its alinéa.

    >>> lines = ("I", "I/1°", "I/2°", "I/al4", "II", "II/al2")
    >>> parts_at(lines, "I"), parts_at(lines, "I/al2..al3"), parts_at(lines, "II/al-1/ph1"), parts_at(lines, "I/3°")
    ([0, 1, 2, 3], [1, 2], [5], [])
    """
    try:
        found = _walk(alineas, locator_steps(locator), strict=True)
    except NotationError:
        return []
    return found[0].lines if found else []


def has_part(alineas: Sequence[str], locator: str, inline: Collection[str] = ()) -> bool | None:
    """Whether an article has the part that ``locator`` names; ``inline`` are the markers within its lines.

    Outer levels may be left out, as in ``3°`` for ``II/3°``, and ``3`` and ``3°`` count as the same. ``None`` where it
    cannot be known: for "alinéa précédent"; for an article without text; for the second alinéa of an article of one
    line, since some sources join the lines of an article; for ``I`` where only ``II`` is printed.

    >>> lines = ("I", "I/1°", "I/2°", "I/al4", "II", "II/al2")
    >>> has_part(lines, "2°"), has_part(lines, "II/al3"), has_part(lines, "al-prev"), has_part((), "II")
    (True, False, None, None)
    >>> has_part(["al1"], "2°", inline=["1°", "2°"]), has_part(["al1"], "al2"), has_part(["al1"], "2°")
    (True, None, False)
    """
    wanted = Locator(locator)
    if not alineas or wanted.is_relative:
        return None
    if _walk(alineas, wanted.steps, strict=False):
        return True
    steps = [step for step in wanted.steps if step.unit is not LocatorUnit.SENTENCE]
    markers = [step for step in steps if step.unit is not LocatorUnit.ALINEA]
    within = set(map(_same, inline))
    if any(_same(end) in within for step in markers for end in (step.first, step.last)):
        return True if len(steps) == 1 else None
    if len(alineas) == 1 and len(markers) < len(steps):
        return None
    unclear = any(
        _not_printed(alineas, steps[:at], step) or _goes_on(alineas, steps[:at], step) for at, step in enumerate(steps)
    )
    return None if unclear else False


def markers_within(text: str) -> list[str]:
    """The markers inside the lines of a text: after a colon, a semicolon or a full stop, or in a table.

    >>> markers_within("Sont admis : 1° Les uns ; 2°) Les autres. II.-Aux 3° et 4° ci-dessous.")
    ['1°', '2°', 'II']
    """
    return list(dict.fromkeys([match[match.lastindex or 0] for match in _WITHIN.finditer(f"\n{text}")]))


# ---------------------------------------------------------------------------------------------------------------------

_WITH_OR_WITHOUT_SIGN = re.compile(r"^(\d+)(°?)$")  # a part cited as 3° is sometimes printed 3.
_SECOND = {"I": "II", "A": "B", "1": "2", "1°": "2°", "a": "b"}
_MARKER = (
    rf"(?:\d{{1,2}} ?°(?: (?:{ADVERB}))?|\d{{1,2}}(?=\. )|[IVX]{{1,5}}(?= ?[.–-])|[A-H](?=\. ?[–-])"
    r"|[a-z](?= ?\)))(?!\w)"
)
_WITHIN = re.compile(  # by its first character, as it is quickest to look for
    rf"[\n\t:;.](?:(?<=\n)(?:(?=[\da-z])(\d{{1,2}}|[a-z](?: (?:{ADVERB}))?)"
    r"(?=\.? [A-ZÀ-Ý]| [a-z]\. )"  # 16. Les uns, 1 Les uns, b bis Les uns
    rf"|[\"“«] ?({_MARKER})|({_MARKER})(?=[^\n\t]*\t))"  # in quotation marks; in the first cell of a row
    rf"|(?<!\n)(?:(?<!\t) ?)?({_MARKER}))"
)
_LISTED = re.compile(r"\d+°|tiret|(?!al)[a-z]{1,2}\b")


class _Group(NamedTuple):
    """Alinéas of one part, and how many steps of their locators have been matched."""

    lines: list[int]
    depth: int


def _not_printed(alineas: Sequence[str], outer: Sequence[LocatorStep], step: LocatorStep) -> bool:
    """Whether a part has a second member but no first one."""
    second = _SECOND.get(step)
    if second is None or _walk(alineas, (*outer, step), strict=False):
        return False
    return bool(_walk(alineas, (*outer, LocatorStep(second)), strict=False))


def _goes_on(alineas: Sequence[str], outer: Sequence[LocatorStep], step: LocatorStep) -> bool:
    """Whether lines without marker follow the outer part, which may belong to it with their list."""
    if not outer or not (step.unit is LocatorUnit.ALINEA or _walk(alineas, (step,), strict=False)):
        return False
    ends = [group.lines[-1] + 1 for group in _walk(alineas, outer, strict=False)]
    return any(end < len(alineas) and unit_of(alineas[end].rpartition("/")[2]) is LocatorUnit.ALINEA for end in ends)


def _walk(alineas: Sequence[str], steps: Iterable[LocatorStep], *, strict: bool) -> list[_Group]:
    """The parts that a locator may name; at most one with ``strict``, which allows no level to be left out."""
    paths = [alinea.split("/") for alinea in alineas]
    groups = [_Group(list(range(len(paths))), 0)]
    for step in steps:
        if step.unit is LocatorUnit.SENTENCE:
            continue
        first, last = step.first, step.last
        if first.rank is not None and last.rank is not None and step.unit is LocatorUnit.ALINEA:
            ranks = first.rank, last.rank
            groups = [_Group(lines, group.depth) for group in groups if (lines := _counted(group.lines, *ranks))]
            if not strict:
                groups = [_Group(_with_list(paths, group.lines), group.depth) for group in groups]
            continue
        begun = _below(paths, groups, first, strict=strict)
        groups = _between(begun, _below(paths, groups, last, strict=strict)) if step.is_range else begun
    return groups


def _counted(lines: list[int], first: int, last: int) -> list[int]:
    """``al2`` or ``al2..al4`` of some lines; empty where one of the ends does not exist."""
    begin, end = (at - 1 if at > 0 else len(lines) + at for at in (first, last))
    return lines[begin : end + 1] if 0 <= begin <= end < len(lines) else []


def _with_list(paths: Sequence[Sequence[str]], lines: list[int]) -> list[int]:
    """The lines of an alinéa and of the enumeration that it introduces, as in "3° du premier alinéa"."""
    last = lines[-1]
    is_alinea = unit_of(paths[last][-1]) is LocatorUnit.ALINEA
    stem = paths[last][:-1] if is_alinea else paths[last]
    end, depth = last + 1, len(stem)
    while end < len(paths) and paths[end][:depth] == stem and _LISTED.match("/".join(paths[end][depth : depth + 1])):
        end += 1
    return [*lines, *range(last + 1, end)]


def _same(marker: str) -> str:
    """``3`` for ``3°``: a part cited as one is sometimes printed as the other."""
    return marker.replace("°", "").replace("  ", " ").strip()


def _below(paths: Sequence[Sequence[str]], groups: Sequence[_Group], step: str, *, strict: bool) -> list[_Group]:
    """The lines at and below a marker, one group for each part that has it."""
    made: dict[tuple[str, ...], _Group] = {}
    other = step if strict else _WITH_OR_WITHOUT_SIGN.sub(lambda match: match[1] + ("" if match[2] else "°"), step)
    for lines, depth in groups:
        for line in lines:
            path = paths[line]
            at = next((i for i in range(depth, len(path)) if path[i] in {step, other}), None)
            if at is not None and (at == depth or not strict):
                made.setdefault(tuple(path[: at + 1]), _Group([], at + 1)).lines.append(line)
    return list(made.values())


def _between(first: Sequence[_Group], last: Sequence[_Group]) -> list[_Group]:
    """From one marker to another below the same part: ``1°..3°``."""
    return [
        _Group(list(range(begin.lines[0], end.lines[-1] + 1)), begin.depth)
        for begin in first
        for end in last
        if begin.depth == end.depth and begin.lines[0] <= end.lines[-1]
    ][:1]
