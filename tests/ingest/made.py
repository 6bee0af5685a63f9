"""PDF files and office documents, made of lines."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import docx
from odf.opendocument import OpenDocumentText  # type: ignore[import-untyped]
from odf.table import Table, TableCell, TableRow  # type: ignore[import-untyped]
from odf.text import P  # type: ignore[import-untyped]

__all__ = ["as_docx", "as_odt", "as_rtf", "pdf"]


def pdf(*pages: Sequence[str]) -> bytes:
    """A PDF file with pages of lines in Windows-1252; what stands in ``^`` is raised."""
    objects = [b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    kids = []
    for lines in pages:
        shown = b"\n".join(
            b"1 0 0 1 50 %d Tm (%s) Tj"
            % (780 - 20 * at, _raised(line.encode("cp1252").replace(b"(", rb"\(").replace(b")", rb"\)")))
            for at, line in enumerate(lines)
        )
        stream = b"BT /F1 12 Tf\n" + shown + b"\nET"
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 1 0 R>>>>>>"
            % (2 * len(pages) + 2, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects.append(b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids)))
    objects.append(b"<</Type/Catalog/Pages %d 0 R>>" % len(objects))
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(objects), start)
    return bytes(data)


def _raised(line: bytes) -> bytes:
    return re.sub(rb"\^([^^]*)\^", rb") Tj /F1 7 Tf 5 Ts (\1) Tj /F1 12 Tf 0 Ts (", line)


def as_docx(lines: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> bytes:
    """A .docx document with a paragraph for each line, and a table; an empty cell is merged with the one before."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                if words:
                    table.cell(at, column).text = words
                else:
                    table.cell(at, column - 1).merge(table.cell(at, column))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_odt(lines: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> bytes:
    """An .odt document with a paragraph for each line, and a table below."""
    document = OpenDocumentText()
    for line in lines:
        document.text.addElement(P(text=line))
    table = Table()
    for row in rows:
        made = TableRow()
        for words in row:
            cell = TableCell()
            cell.addElement(P(text=words))
            made.addElement(cell)
        table.addElement(made)
    if rows:
        document.text.addElement(table)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_rtf(lines: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> bytes:
    """An .rtf document with a paragraph for each line, and a table below."""

    def words(text: str) -> str:
        return "".join(f"\\u{ord(sign)}?" if ord(sign) > 126 or sign in "{}\\" else sign for sign in text)

    paragraphs = "".join(f"\\pard {words(line)}\\par\n" for line in lines)
    table = "".join(f"\\trowd\\intbl {''.join(f'{words(cell)}{chr(92)}cell ' for cell in row)}\\row\n" for row in rows)
    fonts = "{\\fonttbl{\\f0\\fcharset0 Arial;}}{\\*\\generator Atelier;}"
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{fonts}{paragraphs}{table}}}".encode("ascii")
