"""The text of a Word document as it is printed: with its automatic numbers, insertions, boxes and notes.

A paragraph is a line; a row of a table is a line with ``│`` between its cells, as a text would draw it. What a tracked
change deletes is left out; notes stand at the end, and their calls are no part of the text. A tab stands behind a
strong heading of an article that begins a paragraph with words: ``**Article 3** Le vent souffle.``
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.ingest.list_labels import STRONG_HEADING, labelled, row_of
from cpp_corpus.ingest.word_numbers import WordNumbers, child_value, name_of, w

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["word_lines", "word_text"]


def word_text(data: bytes) -> str:
    """The text of a .docx document; ``MissingExtraError`` without python-docx, which raises many errors of its own."""
    return "\n".join(word_lines(data))


def word_lines(data: bytes) -> list[str]:
    """The lines of that text; rows of tables know their cells."""
    try:
        import docx  # noqa: PLC0415 - only where such a document is read
        from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415
        from docx.oxml import parse_xml  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("reading .docx documents", "office") from error
    part = docx.Document(io.BytesIO(data)).part

    def related(kind: str) -> _Element | None:
        """Another part of the document; ``None`` where it has none."""
        try:
            other = part.part_related_by(kind)
        except KeyError:
            return None
        return getattr(other, "element", None) if hasattr(other, "element") else parse_xml(other.blob)

    numbers = WordNumbers(related(RELATIONSHIP_TYPE.NUMBERING), related(RELATIONSHIP_TYPE.STYLES))
    lines = [line for body in part.element.iter(w("body")) for line in _lines(body, numbers)]
    for kind in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES):
        notes = related(kind)
        for note in () if notes is None else notes:
            if note.get(w("type"), "normal") == "normal":  # not the line that parts notes from the text
                lines += _lines(note, numbers)
    return lines


# ---------------------------------------------------------------------------------------------------------------------

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_LEFT_OUT = frozenset(("del", "moveFrom", "rPr", "pPr", "Fallback", "instrText", "delText", "rubyPr", "rt"))
"""Elements of which nothing is printed, or which say again what another one says."""
_STRONG = frozenset(("strong", "lev", "emphasis", "accentuation"))
"""Styles of strong words, as Word names them in English and in French."""
_OFF = frozenset(("0", "false", "off", "none"))
_BREAKS = frozenset(("page", "column"))


def _lines(parts: _Element, numbers: WordNumbers) -> Iterator[str]:
    """The lines of what stands in a body, a cell, a box or a note."""
    for part in parts:
        name = name_of(part)
        if name == "p":
            yield from _paragraph(part, numbers)
        elif name == "tbl":
            yield from _table(part, numbers)
        elif name not in _LEFT_OUT and not (name == "sdt" and _is_contents(part)):
            yield from _lines(part, numbers)


def _is_contents(control: _Element) -> bool:
    """Whether a content control holds a table of contents, which says headings again."""
    gallery = child_value(control, "sdtPr", "docPartObj", "docPartGallery")
    return gallery == "Table of Contents"


def _paragraph(paragraph: _Element, numbers: WordNumbers) -> Iterator[str]:
    if numbers.style_of(paragraph).startswith("toc "):
        return
    boxes: list[_Element] = []
    label = numbers.label(paragraph)
    words = "".join(_words(paragraph, boxes))
    heading = _strong_heading(paragraph)
    if heading and words.lstrip().startswith(heading):
        words = f"{heading}\t{words.lstrip()[len(heading) :].lstrip()}"
    yield from labelled(label.text, words, gap=label.gap) if label is not None else ("", words)
    for box in boxes:
        yield from _lines(box, numbers)


def _strong_heading(paragraph: _Element) -> str | None:
    """The heading of an article in strong words, with which a paragraph begins that has others."""
    runs = [run for run in paragraph if name_of(run) == "r"]
    strong = list(takewhile(_is_strong, runs))
    words = " ".join("".join("".join(_words(run, [])) for run in strong).split())
    return words if len(strong) < len(runs) and STRONG_HEADING.fullmatch(words) else None


def _is_strong(run: _Element) -> bool:
    """Whether the words of a run are strong, underlined or in italics."""
    if (child_value(run, "rPr", "rStyle") or "").lower() in _STRONG:
        return True
    marks = (run.find(f"{w('rPr')}/{w(mark)}") for mark in ("b", "i", "u"))
    return any(mark is not None and mark.get(w("val")) not in _OFF for mark in marks)


def _words(element: _Element, boxes: list[_Element]) -> Iterator[str]:
    """What is printed of the elements of a paragraph; the boxes that stand at it are put into ``boxes``."""
    for part in element:
        name = name_of(part)
        if name == "t":
            yield part.text or ""
        elif name == "txbxContent":
            boxes.append(part)
        elif name in _SIGNS:
            yield "" if name == "br" and part.get(w("type")) in _BREAKS else _SIGNS[name]
        elif name not in _LEFT_OUT:
            yield from _words(part, boxes)


def _table(table: _Element, numbers: WordNumbers) -> Iterator[str]:
    for row in _members(table, "tr"):
        yield row_of(["\n".join(_lines(cell, numbers)) for cell in _members(row, "tc")])


def _members(element: _Element, wanted: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also where something stands around them; not those deleted."""
    for part in element:
        name = name_of(part)
        if name == wanted:
            is_deleted = part.find(f"{w('trPr')}/{w('del')}") is not None
            if not is_deleted:
                yield part
        elif name not in _LEFT_OUT and name not in {"tbl", "p"}:
            yield from _members(part, wanted)
