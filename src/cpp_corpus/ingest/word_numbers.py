"""The automatic numbers of a Word document, as Word prints them: ``numbering.xml`` and the styles that refer to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from cpp_corpus.ingest.list_labels import BULLET, LONGEST, figure

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Label", "WordNumbers", "child_value", "name_of", "w"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def w(name: str) -> str:
    """The full name of an element or attribute.

    >>> w("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return _W + name


def name_of(element: _Element) -> str:
    """The name of an element without its namespace; none of those of this format for comments."""
    return str(element.tag).rpartition("}")[2]


def child_value(element: _Element | None, *names: str) -> str | None:
    """The ``val`` of a descendant, by the names on the way to it; ``None`` where one is missing."""
    for name in names:
        element = None if element is None else element.find(w(name))
    return None if element is None else element.get(w("val"))


class Label(NamedTuple):
    """What is printed before a paragraph."""

    text: str
    gap: str
    """What stands between it and the words."""


class _Level(NamedTuple):
    start: int
    kind: str
    text: str
    gap: str
    restarts: int | None
    """The level, from 1, that makes this one begin again; ``None``: any above it; 0: none."""
    digits: bool
    """Whether the numbers of the levels above are written in digits, whatever those are."""
    style: str | None
    """The paragraph style that is of this level."""


class _List(NamedTuple):
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    """The numbers with which levels begin anew where this list begins."""


class WordNumbers:
    """Gives the label of each paragraph of a document, asked in order."""

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._styles = {} if styles is None else {each.get(w("styleId")): each for each in styles.iter(w("style"))}
        self._default = next(
            (name for name, each in self._styles.items() if _is_default(each)),
            None,
        )
        self._lists = {} if numbering is None else dict(self._read(numbering))
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def style_of(self, paragraph: _Element) -> str:
        """The name of the style of a paragraph, in lower case: English for those of Word itself (``toc 1``)."""
        style = child_value(paragraph.find(w("pPr")), "pStyle")
        return (child_value(self._styles.get(style), "name") or "").lower()

    def label(self, paragraph: _Element) -> Label | None:
        """What Word prints before a paragraph; ``None`` where that is nothing. It counts each paragraph once."""
        name, at = self._place(paragraph)
        found = self._lists.get(name or "")
        level = None if found is None else found.levels.get(at)
        if name is None or found is None or level is None:
            return None
        counts = self._counts.setdefault(found.abstract, {})
        if name not in self._begun:
            self._begun.add(name)
            counts.update({each: start - 1 for each, start in found.starts.items()})
        counts[at] = counts.get(at, level.start - 1) + 1
        for below in [each for each in counts if each > at]:
            restarts = found.levels[below].restarts if below in found.levels else None
            if restarts is None or restarts > at:
                del counts[below]
        if level.kind == "bullet":
            return Label(BULLET, " ")
        return Label(_text(found, level, counts), level.gap)

    def _place(self, paragraph: _Element) -> tuple[str | None, int]:
        """The list and the level of a paragraph: its own, or those of its style or a style that that is based on."""
        own = paragraph.find(w("pPr"))
        name, at = child_value(own, "numPr", "numId"), _number(child_value(own, "numPr", "ilvl"))
        if name is not None:
            return name, at or 0
        style = child_value(own, "pStyle") or self._default
        for each in self._bases(style):
            found = self._styles[each].find(w("pPr"))
            name = child_value(found, "numPr", "numId")
            if name is not None:
                levels = self._lists[name].levels if name in self._lists else {}
                of_style = next((level for level, is_of in levels.items() if is_of.style == each), None)
                given = at if at is not None else _number(child_value(found, "numPr", "ilvl"))
                return name, given if given is not None else of_style or 0
        return None, 0

    def _bases(self, style: str | None) -> Iterator[str]:
        seen: set[str] = set()
        while style is not None and style in self._styles and style not in seen:
            seen.add(style)
            yield style
            style = child_value(self._styles[style], "basedOn")

    def _read(self, numbering: _Element) -> Iterator[tuple[str, _List]]:
        abstract = {each.get(w("abstractNumId")): each for each in numbering.iter(w("abstractNum"))}
        lists = {each.get(w("numId")): each for each in numbering.iter(w("num"))}
        for name, each in lists.items():
            number = child_value(each, "abstractNumId")
            for _ in range(_LINKS):  # to the list of a style of lists
                style = child_value(abstract.get(number), "numStyleLink")
                linked = child_value(self._styles.get(style), "pPr", "numPr", "numId")
                if linked not in lists:
                    break
                number = child_value(lists[linked], "abstractNumId")
            if name is None or number not in abstract:
                continue
            levels = dict(_levels(abstract[number]))
            starts: dict[int, int] = {}
            for override in each.iter(w("lvlOverride")):
                levels |= _levels(override)
                at, start = _number(override.get(w("ilvl"))), _number(child_value(override, "startOverride"))
                if at is not None and start is not None:
                    starts[at] = start
            yield name, _List(number or "", levels, starts)


# ---------------------------------------------------------------------------------------------------------------------

_LINKS = 4
_PLACE = re.compile(r"%([1-9])")
_MOST = 1 << 20  # a number that is larger is damaged


def _text(found: _List, level: _Level, counts: dict[int, int]) -> str:
    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        of = found.levels.get(at, level)
        value = counts.setdefault(at, of.start)
        return figure(value, "decimal" if level.digits else of.kind)

    return _PLACE.sub(number, level.text)


def _levels(element: _Element) -> Iterator[tuple[int, _Level]]:
    for each in element.iter(w("lvl")):
        at = _number(each.get(w("ilvl")))
        if at is None:
            continue
        start = _number(child_value(each, "start"))
        yield (
            at,
            _Level(
                0 if start is None else start,
                child_value(each, "numFmt") or "decimal",
                (child_value(each, "lvlText") or "")[:LONGEST],
                "" if child_value(each, "suff") == "nothing" else " ",
                _number(child_value(each, "lvlRestart")),
                _is_on(each.find(w("isLgl"))),
                child_value(each, "pStyle"),
            ),
        )


def _number(value: str | None) -> int | None:
    return int(value) if value is not None and value.isdecimal() and int(value) < _MOST else None


def _is_on(element: _Element | None) -> bool:
    return element is not None and element.get(w("val"), "1") not in {"0", "false", "off"}


def _is_default(style: _Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}
