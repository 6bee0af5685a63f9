"""One article in Akoma Ntoso: its element, its notes, and its edges for the analysis.

An alinéa is a ``paragraph`` (``I``, ``A``, ``1.``), a ``point`` (``1°``, ``a``), an ``indent`` or, without marker, an
``alinea``, nested as their locators say; rows of a table are one ``table``. Whatever the markers are, all words stand
in their order. Anchors are ``ref``, for a range ``rref``; where two overlap, the first is marked up. All edges, with
every mention, are in the analysis.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from cpp_corpus.export.akoma_ntoso.names import node_uri, part_step
from cpp_corpus.export.base import ExportedArticle
from cpp_corpus.export.xml import escaped, quoted
from cpp_corpus.model.graph import Edge
from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.model.resolution import ReferenceState, ResolvedReference

__all__ = ["ArticleXml", "article_xml"]


class ArticleXml(NamedTuple):
    """The parts of an article, each as XML; lines without indentation."""

    body: str
    notes: str
    edges: str


def article_xml(article: ExportedArticle, eid: str, wid: str, period: str | None) -> ArticleXml:
    """An article as the element with ``eid`` and ``wid``; ``period`` is the eId of the time in which it is law."""
    fields = article.fields
    marks = _marks(article.references, fields["act"], eid)
    guid = _SPACE.sub("_", fields["id"])
    attributes = f"eId={quoted(eid)} wId={quoted(wid)} GUID={quoted(guid)}"
    if fields["state"] == "repealed":
        attributes += ' status="removed"'
    if period is not None:
        attributes += f' period="#{period}"'
    parts = [f"<article {attributes}>"]
    if (printed := _number(fields)) is not None:
        parts.append(f"<num>{escaped(printed)}</num>")
    notes = fields["notes"]
    _Parts(fields, eid, marks.get(None, ()), parts).add_all(len(notes))
    parts.append("</article>\n")
    return ArticleXml("".join(parts), "".join(_notes(notes, eid, marks)), "".join(map(_edge, article.edges)))


# ---------------------------------------------------------------------------------------------------------------------

_SPACE = re.compile(r"\s")


def _number(fields: Mapping[str, Any]) -> str | None:
    if fields["heading"] is not None:
        return str(fields["heading"])
    return None if fields["number"] is None else f"Article {fields['number']}"


def _edge(edge: Edge) -> str:
    locator = "" if edge.locator is None else f" locator={quoted(edge.locator)}"
    mentions = "".join(map(_mention, edge.mentions))
    named = f"source={quoted(edge.source)} target={quoted(edge.target)}"
    return f'<cpp:edge {named} relation="{edge.relation}"{locator} state="{edge.state}">{mentions}</cpp:edge>\n'


def _mention(mention: Sequence[Any]) -> str:
    start, end, note, text = mention
    of_note = "" if note is None else f' note="{note}"'
    return f'<cpp:mention start="{start}" end="{end}"{of_note}>{escaped(text)}</cpp:mention>'


def _notes(notes: Sequence[Mapping[str, Any]], eid: str, marks: Mapping[int | None, Sequence[_Mark]]) -> Iterator[str]:
    for at, note in enumerate(notes):
        text = note["text"]
        lines = "".join(
            f"<p>{_inline(text, start, end, marks.get(at, ()))}</p>" for start, end in _lines(text, 0, len(text))
        )
        yield f"<note eId={quoted(f'{eid}__note_{at + 1}')}>{lines}</note>\n"


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the lines between two positions; at least one, which may be empty."""
    while True:
        stop = text.find("\n", start, end)
        if stop < 0:
            yield start, end
            return
        yield start, stop
        start = stop + 1


# ---------------------------------------------------------------------------------------------------------------------
# Anchors.


class _Mark(NamedTuple):
    """An anchor to be marked up."""

    start: int
    end: int
    tag: str
    """``ref`` or ``rref``."""
    attributes: str


_HELD = frozenset({ReferenceState.RESOLVED, ReferenceState.REPEALED})


def _marks(references: Iterable[ResolvedReference], act: str | None, eid: str) -> dict[int | None, list[_Mark]]:
    """The anchors in the text (``None``) and in each note that have a target, in order, none over another."""
    found: dict[int | None, list[_Mark]] = {}
    for reference in references:
        if (mark := _mark(reference, act, eid)) is not None:
            found.setdefault(reference.note, []).append(mark)
    return {note: _apart(marks) for note, marks in found.items()}


def _apart(marks: list[_Mark]) -> list[_Mark]:
    marks.sort(key=_by_place)
    kept: list[_Mark] = []
    for mark in marks:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _by_place(mark: _Mark) -> tuple[int, int]:
    return mark.start, mark.end


def _mark(reference: ResolvedReference, act: str | None, eid: str) -> _Mark | None:
    targets, kind = reference.targets, reference.kind
    relation = f'class="{reference.relation}"'
    if kind == ReferenceKind.INTERNAL:
        return _Mark(reference.start, reference.end, "ref", f'href="#{eid}" {relation}')
    if not targets:
        return None
    is_act = kind == ReferenceKind.ACT
    inside = act if reference.state in _HELD else None
    first = node_uri(targets[0], is_act=is_act, inside=inside)
    if len(targets) > 1 and reference.to is not None:
        last = node_uri(targets[-1], is_act=is_act, inside=inside)
        return _Mark(reference.start, reference.end, "rref", f"from={quoted(first)} upTo={quoted(last)} {relation}")
    return _Mark(reference.start, reference.end, "ref", f"href={quoted(first)} {relation}")


def _inline(text: str, start: int, end: int, marks: Sequence[_Mark]) -> str:
    """The words between two positions, with the anchors that are wholly there."""
    if not marks:
        return escaped(text[start:end])
    out = []
    for mark in marks:
        if mark.start < start:
            continue
        if mark.end > end:
            break
        out.append(escaped(text[start : mark.start]))
        out.append(f"<{mark.tag} {mark.attributes}>{escaped(text[mark.start : mark.end])}</{mark.tag}>")
        start = mark.end
    out.append(escaped(text[start:end]))
    return "".join(out)


# ---------------------------------------------------------------------------------------------------------------------
# Alinéas.


class _Open(NamedTuple):
    """An element that may still get children."""

    locator: str
    eid: str
    element: str


class _Alinea(NamedTuple):
    """One alinéa, or a table, before it is written."""

    locator: str
    marker: str | None
    start: int
    end: int
    table: Mapping[str, Any] | None


class _Parts:
    """Writes the alinéas of one article to ``out``."""

    def __init__(self, fields: Mapping[str, Any], eid: str, marks: Sequence[_Mark], out: list[str]) -> None:
        self._text: str = fields["text"]
        self._fields = fields
        self._eid = eid
        self._marks = marks
        self._out = out
        self._stack: list[_Open] = []
        self._counts: dict[tuple[str, str], int] = {}
        self._used: set[str] = set()

    def add_all(self, notes: int) -> None:
        """The content of the article, with the marks of its ``notes`` at the end."""
        alineas = list(_alineas(self._fields))
        for at, alinea in enumerate(alineas):
            after = alineas[at + 1].locator if at + 1 < len(alineas) else ""
            self._add(alinea, has_parts=after.startswith(f"{alinea.locator}/"))
        while self._stack:
            self._close()
        if notes or not alineas:
            self._add_last(notes, is_empty=not alineas)

    def _add_last(self, notes: int, *, is_empty: bool) -> None:
        marks = "".join(
            f'<noteRef href={quoted(f"#{self._eid}__note_{at}")} marker="{at}"/>' for at in range(1, notes + 1)
        )
        content = f"<content><p>{marks}</p></content>"
        if is_empty:
            self._out.append(content)
        else:
            self._out.append(f'<hcontainer name="notes" eId={quoted(f"{self._eid}__notes")}>{content}</hcontainer>')

    def _add(self, alinea: _Alinea, *, has_parts: bool) -> None:
        while self._stack and not alinea.locator.startswith(f"{self._stack[-1].locator}/"):
            self._close()
        around = self._stack[-1].eid if self._stack else self._eid
        element, eid = self._named(around, alinea)
        self._out.append(f"<{element} eId={quoted(eid)}>")
        start = alinea.start
        if alinea.marker is not None:
            start = self._add_number(alinea)
        holder = "intro" if has_parts else "content"
        self._out.append(f"<{holder}>{self._blocks(alinea, start)}</{holder}>")
        if has_parts:
            self._stack.append(_Open(alinea.locator, eid, element))
        else:
            self._out.append(f"</{element}>")

    def _close(self) -> None:
        self._out.append(f"</{self._stack.pop().element}>")

    def _named(self, around: str, alinea: _Alinea) -> tuple[str, str]:
        """The element of an alinéa and its eId, which no other has."""
        element, step = part_step(alinea.marker, 1)
        if step[-2:] == "_1" and (alinea.marker is None or element == "indent"):
            place = self._counts[around, element] = self._counts.get((around, element), 0) + 1
            step = part_step(alinea.marker, place)[1]
        eid = free = f"{around}__{step}"
        rank = 1
        while free in self._used:
            rank += 1
            free = f"{eid}-{rank}"
        self._used.add(free)
        return element, free

    def _add_number(self, alinea: _Alinea) -> int:
        """Write the marker of an alinéa; returns where its words begin."""
        match = _marker(alinea.marker or "").match(self._text, alinea.start, alinea.end)
        if match is None or any(alinea.start <= mark.start < match.end() for mark in self._marks):
            return alinea.start
        self._out.append(f"<num>{escaped(match[0].strip())}</num>")
        return match.end()

    def _blocks(self, alinea: _Alinea, start: int) -> str:
        if alinea.table is None:
            return f"<p>{_inline(self._text, start, alinea.end, self._marks)}</p>"
        rows = "".join(map(self._row, alinea.table["rows"]))
        return f"<table>{rows}</table>"

    def _row(self, cells: Sequence[Mapping[str, Any]]) -> str:
        return f"<tr>{''.join(map(self._cell, cells))}</tr>" if cells else ""

    def _cell(self, cell: Mapping[str, Any]) -> str:
        tag = "th" if cell["header"] else "td"
        spans = "".join(f' {name}="{cell[name]}"' for name in ("colspan", "rowspan") if cell[name] > 1)
        start, end = cell["span"]
        lines = "".join(f"<p>{_inline(self._text, *line, self._marks)}</p>" for line in _lines(self._text, start, end))
        return f"<{tag}{spans}>{lines}</{tag}>"


def _alineas(fields: Mapping[str, Any]) -> Iterator[_Alinea]:
    """The alinéas in order; those that are the rows of a table are one."""
    tables = iter([each for each in fields["tables"] if _is_whole(fields["text"], each)])
    table = next(tables, None)
    begun = False
    for each in _paragraphs(fields):
        start, end = each["span"]
        while table is not None and start >= table["span"][1]:
            table, begun = next(tables, None), False
        if table is None or start < table["span"][0]:
            yield _Alinea(each["locator"], each["marker"], start, end, None)
        elif not begun:
            begun = True
            yield _Alinea(each["locator"], None, start, end, table)


def _paragraphs(fields: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The alinéas of the record; where these do not have all of its text, as in one made by hand, the lines of that."""
    text, at = fields["text"], 0
    for each in fields["paragraphs"]:
        start, end = each["span"]
        if start < at or text[at:start].strip():
            break
        at = end
    else:
        if not text[at:].strip():
            found: Sequence[Mapping[str, Any]] = fields["paragraphs"]
            return found
    lines = enumerate(_lines(text, 0, len(text)), 1)
    return [{"locator": f"al{number}", "marker": None, "span": span} for number, span in lines]


def _is_whole(text: str, table: Mapping[str, Any]) -> bool:
    """Whether the cells of a table have all its words, and it begins and ends with a line."""
    start, end = table["span"]
    cells = [cell["span"] for row in table["rows"] for cell in row]
    if not cells or (start and text[start - 1] != "\n") or text[end : end + 1] not in {"", "\n"}:
        return False
    for first, last in cells:
        if first < start or text[start:first].strip():
            return False
        start = last
    return not text[start:end].strip()


@lru_cache(maxsize=1 << 12)
def _marker(label: str) -> re.Pattern[str]:
    """What a line begins with whose marker is ``label``: the marker with its signs and spaces."""
    words = _WORDS.findall(label)
    dash = "[-–—―‒−•·▪◦]"
    named = r"[\s.°]*".join(map(re.escape, words)) if words and label[0].isalnum() else dash
    return re.compile(rf"\s*{named}\s*°?\s*[.)]?\s*(?:{dash}(?!\d))?\s*", re.IGNORECASE)


_WORDS = re.compile(r"\w+")
