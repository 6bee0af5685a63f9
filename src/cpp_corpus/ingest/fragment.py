"""Lines of canonical text from a value of a data file: an HTML fragment or plain text inside JSON, XML or a table.

The words are read as those of a page of a mirror, so that the same article has the same words from each. A value has no
bytes of its own in the file, since it is escaped there: its lines lead to the record that has it.
"""

from __future__ import annotations

from typing import NamedTuple

from cpp_corpus.ingest.adapter import RawFile
from cpp_corpus.ingest.lines import Located, line_block
from cpp_corpus.ingest.markup import read_markup
from cpp_corpus.lang.typography import without_damage
from cpp_corpus.limits import check, check_time, within
from cpp_corpus.model.document import Block, Role
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.span import Span

__all__ = ["RecordPlace", "fragment_line", "read_fragment", "whole_file"]


class RecordPlace(NamedTuple):
    """The place of a record in its file."""

    line: int
    """Line of the file at which it begins, from 1."""
    byte: Span
    """Range of the file's bytes that it covers."""


def whole_file(file: RawFile) -> RecordPlace:
    """The place of a record that is the whole of ``file``, or whose place in it is not known.

    >>> whole_file(RawFile("a.json", b"{}"))
    RecordPlace(line=1, byte=Span(start=0, end=2))
    """
    return RecordPlace(1, Span(0, len(file.data)))


def read_fragment(value: str | None, record: RecordPlace, *, html: bool = True, note: bool = False) -> list[Block]:
    r"""The lines of ``value``, an HTML fragment or (without ``html``) plain text that may have ``<`` and ``&``.

    ``record`` is the place that all of them have. Paragraphs, line breaks, list items and table rows make lines, blank
    lines too; links and cells are kept as from a page. With ``note`` all of it is one note of the editors; without,
    what is in italics after ``NOTA`` is one. Nothing where ``value`` is ``None`` or has no words.

    >>> record = RecordPlace(3, Span(120, 480))
    >>> blocks = read_fragment("<p>Le  meunier&nbsp;:</p><p>1&#176; moud ;<br/>2° dort.</p>", record)
    >>> [block.text for block in blocks]
    ['Le meunier :', '1° moud ;', '2° dort.']
    >>> blocks[2].line, blocks[2].byte, blocks[2].offsets.span("2° dort.", Span(0, 2))
    (3, Span(start=120, end=480), Span(start=120, end=480))
    >>> read_fragment("A &lt; B", record, html=False)[0].text
    'A &lt; B'
    >>> read_fragment("Voir plus bas.", record, note=True)[0].role
    <Role.NOTE: 'note'>
    """
    if not value:
        return []
    check("text_size", len(value), "characters in one record")
    check_time()
    source = _Value(value, record)
    with within(None):
        blocks = read_markup(source, 0, len(source.text), markup=html)
    if note:
        return [block._replace(role=Role.NOTE, opens=at == 0) for at, block in enumerate(blocks)]
    return blocks


def fragment_line(value: str | None, record: RecordPlace, role: Role, *, html: bool = False) -> Block | None:
    """``value`` as one line with tidied spaces, or ``None`` where it has no words; its tags are kept as text.

    ``record`` is its place, ``role`` what the line is; with ``html``, entities such as ``&nbsp;`` are decoded.

    >>> fragment_line(" Code des  sabliers ", RecordPlace(1, Span(0, 9)), Role.TITLE).text
    'Code des sabliers'
    """
    if not value:
        return None
    source = _Value(value, record)
    return line_block(source, 0, len(source.text), role, entities=html)


# ---------------------------------------------------------------------------------------------------------------------


class _Value:
    """The characters of a value; every line made from them is at the place of the record."""

    __slots__ = ("_located", "text")

    def __init__(self, value: str, record: RecordPlace) -> None:
        self.text = without_damage(value)
        line, byte = record
        self._located = Located(line, byte, OffsetMap((0,), (byte.start,), (byte.end,), encoding=""))

    def locate(self, _starts: list[int], _edges: list[int], /) -> Located:
        return self._located
