"""The text of an OpenDocument text as it is printed: with the numbers of its lists and headings, and its notes.

A paragraph is a line; a row of a table is a line with ``│`` between its cells. Notes stand at the end, and their calls
are no part of the text; what tracked changes have deleted is left out.
"""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.ingest.adapter import RefusedError
from cpp_corpus.ingest.list_labels import BULLET, LONGEST, figure, labelled, row_of

if TYPE_CHECKING:
    from odf.element import Element  # type: ignore[import-untyped]
    from odf.opendocument import OpenDocument  # type: ignore[import-untyped]

__all__ = ["open_document_lines", "open_document_text", "opened"]


def open_document_text(data: bytes) -> str:
    """The text of an .odt document; ``MissingExtraError`` without odfpy, which raises many errors of its own."""
    return "\n".join(open_document_lines(data))


def open_document_lines(data: bytes) -> list[str]:
    """The lines of that text; rows of tables know their cells."""
    document = opened(data, "reading .odt documents")
    reader = _Reader((document.styles, document.automaticstyles))
    lines = [line for part in document.body.childNodes if _name(part) == "text" for line in reader.lines(part)]
    while reader.notes:
        waiting, reader.notes = reader.notes, []
        for note in waiting:
            lines += reader.lines(note)
    return lines


def opened(data: bytes, what: str) -> OpenDocument:
    """An OpenDocument file; ``what`` is what cannot be done without odfpy."""
    try:
        from odf import opendocument  # type: ignore[import-untyped]  # noqa: PLC0415 - only where one is read
    except ImportError as error:
        raise MissingExtraError(what, "office") from error
    printed = io.StringIO()  # odfpy prints what it cannot parse, and leaves it out
    with contextlib.redirect_stdout(printed):
        document = opendocument.load(io.BytesIO(_on_one_line(data)))
    if _CONTENT in printed.getvalue():
        raise RefusedError("an office document that cannot be opened", "Save it again.")
    return document


# ---------------------------------------------------------------------------------------------------------------------

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_OUTLINE = "outline"
_ASIDE = frozenset(
    ("tracked-changes", "sequence-decls", "forms", "annotation", "table-of-content", "note-citation", "ruby-text")
)
_PLACE = re.compile(r"%([0-9]+)%")
_CONTENT = "<office:document-content"
_ROOT = 1 << 14  # bytes in which the first tag of a part stands
_NAMESPACE = re.compile(rb"[ \t]*[\r\n]\s*(?=xmlns:)")
_MOST = 1 << 20


def _on_one_line(data: bytes) -> bytes:
    """The document with the namespaces of each part on one line: odfpy cannot parse those on lines of their own."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(made, "w") as written:
        parts = [(part, archive.read(part) if part.filename.endswith(".xml") else b"") for part in archive.infolist()]
        if not any(_NAMESPACE.search(content[:_ROOT]) for _, content in parts):
            return data
        for part, content in parts:
            joined = _NAMESPACE.sub(b" ", content[:_ROOT]) + content[_ROOT:]
            written.writestr(part, joined if content else archive.read(part))
    return made.getvalue()


class _Level(NamedTuple):
    kind: str
    prefix: str
    suffix: str
    start: int
    shown: int
    """How many levels its number shows, itself included."""
    form: str
    """Its label with ``%1%`` for the number of level 1; empty where the other fields say it."""
    bullet: bool


class _Open(NamedTuple):
    """A list that is being read."""

    style: str
    counts: dict[int, int]


class _Reader:
    """Goes through a document in order, and counts what it numbers."""

    def __init__(self, roots: tuple[Element, ...]) -> None:
        self._styles: dict[str, Mapping[int, _Level]] = {}
        for root in roots:
            self._read_styles(root)
        self._last: dict[str, dict[int, int]] = {}
        self._by_id: dict[str, dict[int, int]] = {}
        self.notes: list[Element] = []
        """Bodies of notes whose calls were met."""

    # -- styles -------------------------------------------------------------------------------------------------------

    def _read_styles(self, root: Element) -> None:
        for each in root.childNodes:
            name = _name(each)
            if name == "list-style":
                self._styles[_value(each, _STYLE, "name")] = dict(_levels(each))
            elif name == "outline-style":
                self._styles[_OUTLINE] = dict(_levels(each))

    # -- lines --------------------------------------------------------------------------------------------------------

    def lines(self, element: Element) -> Iterator[str]:
        """The lines of what stands in an element."""
        for child in element.childNodes:
            name = _name(child)
            if name == "h":
                yield from labelled(self._of_heading(child), self._words(child))
            elif name == "p":
                yield from ("", self._words(child))
            elif name == "list":
                yield from self._list(child, None, 1)
            elif name == "table-row":
                yield row_of(["\n".join(self.lines(cell)) for cell in child.childNodes if _name(cell)])
            elif name not in _ASIDE:
                yield from self.lines(child)

    def _of_heading(self, heading: Element) -> str:
        """The label of a heading that stands in no list."""
        at = _number(_value(heading, _TEXT, "outline-level")) or 1
        if _OUTLINE not in self._styles or _value(heading, _TEXT, "is-list-header") == "true":
            return ""
        counts = self._last.setdefault(_OUTLINE, {})
        return self._counted(_Open(_OUTLINE, counts), at, _number(_value(heading, _TEXT, "start-value")))

    def _list(self, element: Element, around: _Open | None, depth: int) -> Iterator[str]:
        style = _value(element, _TEXT, "style-name") or (around.style if around is not None else "")
        if around is None:
            style = _OUTLINE if style.lower() == _OUTLINE else style
            own = _Open(style, self._counts(element, style))
        else:
            own = _Open(style, around.counts)
        for item in element.childNodes:
            name = _name(item)
            label: str | None = None
            if name == "list-item":
                start = _number(_value(item, _TEXT, "start-value"))
                if _begins_with_words(item):
                    label = self._counted(own, depth, start)
                elif start is not None:
                    own.counts[depth] = start - 1
            for child in item.childNodes:
                if _name(child) == "list":
                    yield from self._list(child, own, depth + 1)
                elif _name(child) in {"p", "h"}:
                    yield from labelled(label or "", self._words(child))
                    label = None
                else:
                    yield from self.lines(child)

    def _counts(self, element: Element, style: str) -> dict[int, int]:
        """The numbers at which a list begins: where it goes on with another one, those of that."""
        before = self._by_id.get(_value(element, _TEXT, "continue-list"))
        if before is None and (_value(element, _TEXT, "continue-numbering") == "true" or style == _OUTLINE):
            before = self._last.get(style)
        counts = {} if before is None else before
        self._last[style] = counts
        for name in (_value(element, _XML, "id"), _value(element, _TEXT, "id")):
            if name:
                self._by_id[name] = counts
        return counts

    def _counted(self, of: _Open, at: int, start: int | None) -> str:
        """The label of the next paragraph of a level."""
        levels = self._styles.get(of.style, {})
        level = levels.get(at)
        if level is None:
            return ""
        counts = of.counts
        counts[at] = start if start is not None else counts.get(at, level.start - 1) + 1
        for below in [each for each in counts if each > at]:
            del counts[below]
        if level.bullet:
            return BULLET
        if not level.kind and not level.form:
            return f"{level.prefix}{level.suffix}"

        def number(above: int) -> str:
            other = levels.get(above, level)
            return figure(counts.setdefault(above, other.start), other.kind)

        if level.form:
            return _PLACE.sub(lambda match: number(int(match[1])), level.form)
        shown = [number(each) for each in range(max(1, at - level.shown + 1), at + 1)]
        return f"{level.prefix}{'.'.join(filter(None, shown))}{level.suffix}"

    def _words(self, element: Element) -> str:
        """What is printed of a paragraph."""
        parts: list[str] = []
        for child in element.childNodes:
            name = _name(child)
            if child.nodeType in _CHARACTERS:
                parts.append(_SPACES.sub(" ", str(child.data)))
            elif name == "s":
                parts.append(" " * min(_number(_value(child, _TEXT, "c")) or 1, _BLANKS))
            elif name in _SIGNS:
                parts.append(_SIGNS[name])
            elif name == "note":
                self.notes += [each for each in child.childNodes if _name(each) == "note-body"]
            elif name in {"frame", "custom-shape", "rect"}:
                self.notes.append(child)
            elif name not in _ASIDE:
                parts.append(self._words(child))
        return "".join(parts)


_XML = "http://www.w3.org/XML/1998/namespace"
_CHARACTERS = (3, 4)  # nodes of text, as in the DOM
_BLANKS = 1000
_SPACES = re.compile(r"[ \t\r\n]+")
_SIGNS = {"tab": "\t", "line-break": "\n", "soft-page-break": ""}


def _levels(style: Element) -> Iterator[tuple[int, _Level]]:
    for each in style.childNodes:
        at = _number(_value(each, _TEXT, "level"))
        if at is None or at > _DEEPEST:
            continue
        form = _value(each, _STYLE, "num-list-format") or _value(each, _LOEXT, "num-list-format")
        start, shown = _number(_value(each, _TEXT, "start-value")), _number(_value(each, _TEXT, "display-levels"))
        yield (
            at,
            _Level(
                _value(each, _STYLE, "num-format"),
                _value(each, _STYLE, "num-prefix")[:LONGEST],
                _value(each, _STYLE, "num-suffix")[:LONGEST],
                1 if start is None else start,
                shown or 1,
                form[:LONGEST],
                _name(each) == "list-level-style-bullet",
            ),
        )


_DEEPEST = 10  # levels of a list, as the format has them
_LOEXT = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"


def _begins_with_words(item: Element) -> bool:
    first = next((each for each in item.childNodes if _name(each)), None)
    return first is not None and _name(first) != "list"


def _name(element: Element) -> str:
    return str(getattr(element, "qname", ("", ""))[1])


def _value(element: Element, space: str, name: str) -> str:
    """An attribute; empty where it is missing."""
    attributes = getattr(element, "attributes", None) or {}
    return str(attributes.get((space, name), ""))


def _number(value: str) -> int | None:
    return int(value) if value.isdecimal() and int(value) < _MOST else None
