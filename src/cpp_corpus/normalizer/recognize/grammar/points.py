"""Plain numbers in a list that are points of the article before them: ``CGI, art. 38, 1 et 2``, ``RGPD, art. 9, 2``.

The articles of the tax code and of the acts of the Union have numbered paragraphs, which are cited without a sign. They
look as the next article of the list does, and only the act tells the two apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cpp_corpus.lang.acts import has_number
from cpp_corpus.model.number import normalize_number
from cpp_corpus.normalizer.recognize.fragments import ADVERB, compiled
from cpp_corpus.normalizer.recognize.grammar.locators import FAR, kind_of_part
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Item

__all__ = ["with_points"]

_TAXES = "code-general-des-impots-cgi"
_POINTED_ACTS = (_TAXES, "reglement-ue:", "directive-ue:", "decision-ue:", "traite:tfue", "traite:tue")
_POINT = compiled(rf"(?P<figure>\d{{1,2}})(?: {ADVERB})?")
_FIRST_DIGITS = re.compile(r"[0-9]+")
_FEW = 4
"""Paragraphs that most articles of the Union have; an article with such a number is cited before others."""
_FIGURED = frozenset(("arabic", "point"))
_IN_POINTS = frozenset(("letter", "point"))


def with_points(text: str, items: Sequence[Item], act: ActName | None) -> Sequence[Item]:
    """The members of a list of an act, the numbers that are points of the article before made parts of that.

    What was read as such a point is of the number where the act has that one: "67 bis 1" of the customs code.
    """
    if act is None or not act.ids:
        return items
    if any(item.locators and not (item.number or "1")[-1].isdigit() for item in items):
        items = [_with_figure(text, item, act.ids[0]) for item in items]
    if len(items) < 2 or not act.ids[0].startswith(_POINTED_ACTS):
        return items
    read = [items[0]]
    parted = False  # whether the member before was a point
    for at, (before, item) in enumerate(pairwise(items), start=1):
        base = read[-1]
        comma = text[before.end : item.start].lstrip(" ").startswith(",") and not before.locators
        path = _as_point(base, items[at:], act.ids[0], behind_comma=comma, parted=parted)
        parted = path is not None
        if path is None:
            read.append(item)
            continue
        inner = tuple([f"{path}/{part}" for part in item.locators]) or (path,)
        read[-1] = base._replace(locators=base.locators + inner, qualifiers=base.qualifiers + item.qualifiers)
    return read if len(read) < len(items) else items


_FIGURE = compiled(r" (?P<figure>\d{1,2})(?![\w°])")


def _with_figure(text: str, item: Item, act: str) -> Item:
    """An item whose number goes on with a figure behind a blank, where the act has that number."""
    figure = _FIGURE.match(text, item.end)
    if figure is None or item.number is None or item.to is not None or item.locators[:1] != (figure["figure"],):
        return item
    number = f"{item.number}-{figure['figure']}"
    return item._replace(number=number, end=figure.end(), locators=()) if _has(act, number) else item


def _as_point(base: Item, rest: Sequence[Item], act: str, *, behind_comma: bool, parted: bool) -> str | None:
    """The path of the first number of the ``rest`` of a list as a point of an article; ``None`` where it is none.

    It is less than the number of the article. Behind a comma it begins the points of that; behind points it goes on
    with them where it is more than the last one.
    """
    item = rest[0]
    point, number = _POINT.fullmatch(item.number or ""), _FIRST_DIGITS.match(base.number or "")
    if point is None or number is None or base.to is not None or base.how is not How.NAMED or item.how is not How.NAMED:
        return None
    if base.relation is not None or item.relation is not None or item.open:
        return None
    figure = int(point["figure"])
    if figure >= int(number[0]):
        return None
    own = item.number or ""
    path = f"{own}..{item.to}" if item.to is not None else own
    if base.locators:
        above = _above_last_figure(base.locators[-1])
        if above is None or not _goes_on(base.locators[-1][len(above) :], figure, own):
            return None
        is_point = kind_of_part(base.locators[-1][len(above) :]) == "arabic" or parted or not _has(act, own)
        return f"{above}{path}" if is_point else None
    if not behind_comma:
        return None
    return path if _begins_points(act, rest, figure) else None


def _begins_points(act: str, rest: Sequence[Item], figure: int) -> bool:
    """Whether a number behind a comma is a point: one with a letter or a sign, or that is no such article's.

    So are several of one digit with which a list goes on and ends: its articles would ascend ("CGI, art. 13, 5 et 6").
    """
    item, figures = rest[0], [each.number or "" for each in rest]
    if any(kind_of_part(path) in _IN_POINTS for path in item.locators):
        return True
    if not act.startswith(_TAXES):
        return figure <= _FEW
    ascend = (
        len(rest) > 1 and figures == sorted(set(figures)) and all(each.isdigit() and len(each) == 1 for each in figures)
    )
    return ascend or not _has(act, item.number or "")


def _has(act: str, number: str) -> bool:
    """Whether an act is known to have an article."""
    return has_number(act, normalize_number(number)) is True


def _above_last_figure(path: str) -> str | None:
    """What stands before the last number of a path: ``I/`` of ``I/2/a``, nothing of ``1/5°``.

    >>> _above_last_figure("I/2/a"), _above_last_figure("1/5°"), _above_last_figure("II/b")
    ('I/', '', None)
    """
    levels = path.split("/")
    plain = [at for at, level in enumerate(levels) if kind_of_part(level) == "arabic"]
    figured = plain or [at for at, level in enumerate(levels) if kind_of_part(level) in _FIGURED]
    return None if not figured else "".join(f"{level}/" for level in levels[: figured[0]])


def _goes_on(last: str, figure: int, number: str) -> bool:
    """Whether a number is a little more than the one before, or that with an adverb: "3° et 3 bis"."""
    digits = _FIRST_DIGITS.findall(last.partition("/")[0])
    if not digits:
        return False
    leap = figure - int(digits[-1])
    return 0 < leap <= FAR or (leap == 0 and not number.isdigit())
