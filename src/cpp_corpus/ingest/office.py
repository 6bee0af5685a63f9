"""Office documents, .docx and .odt: their paragraphs and tables as text, by python-docx and odfpy.

A paragraph is a line; a row of a table is a line with ``|`` between its cells, as a text would draw it.
"""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.converted import read_converted
from cpp_corpus.limits import LimitReached, check, current
from cpp_corpus.model.document import Document

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from odf.element import Element  # type: ignore[import-untyped]

__all__ = ["ADAPTER"]

_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_RATIO = 400  # unpacked to packed


def _sniff(file: RawFile) -> bool:
    data = file.data
    if not data.startswith(b"PK\x03\x04"):
        return False
    return _ODT in data[:120] or (b"[Content_Types].xml" in data[:4096] and b"word/" in data)


def _read(file: RawFile) -> Iterator[Document]:
    yield read_converted(file, _text(file.data), ADAPTER.name, "an office document")


def _text(data: bytes) -> str:
    _check(data)
    try:
        return _odt_text(data) if _ODT in data[:120] else _docx_text(data)
    except (MissingExtraError, RefusedError, LimitReached):
        raise
    except Exception:  # noqa: BLE001 - what the two libraries raise on damaged files has no common class
        raise RefusedError("an office document that cannot be opened", "Save it again.") from None


def _check(data: bytes) -> None:
    """Raise ``RefusedError`` where the parts of a document are damaged, or too large when they are unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise RefusedError("a damaged office document", "Save it again.") from None
    size = sum(part.file_size for part in parts)
    check("text_size", sum(part.file_size for part in parts if part.filename.endswith(".xml")), "bytes of unpacked XML")
    if size > current().entry_size or size > _RATIO * max(len(data), 1 << 16) or len(parts) > 10_000:
        raise RefusedError("an office document that is too large when it is unpacked", "Save it in parts.")


# -- .docx ------------------------------------------------------------------------------------------------------------


def _docx_text(data: bytes) -> str:
    try:
        import docx  # noqa: PLC0415 - only where such a document is read
    except ImportError as error:
        raise MissingExtraError("reading .docx documents", "office") from error
    return "\n".join(_docx_lines(docx.Document(io.BytesIO(data)).iter_inner_content()))


def _docx_lines(parts: Iterable[Paragraph | Table]) -> Iterator[str]:
    for part in parts:
        if hasattr(part, "rows"):
            for row in part.rows:
                cells = {id(cell._tc): cell.text for cell in row.cells}  # noqa: SLF001 - a cell over two columns comes twice
                yield _row(list(cells.values()))
        else:
            yield from ("", part.text)


def _row(cells: list[str]) -> str:
    """A row of a table as one line; its cells are divided as by a drawn line."""
    return f"│{'│'.join(' '.join(cell.split()) for cell in cells)}│"


# -- .odt -------------------------------------------------------------------------------------------------------------


def _odt_text(data: bytes) -> str:
    try:
        from odf import opendocument, teletype  # type: ignore[import-untyped]  # noqa: PLC0415 - see _docx_text
    except ImportError as error:
        raise MissingExtraError("reading .odt documents", "office") from error
    with contextlib.redirect_stdout(io.StringIO()):  # odfpy prints what it cannot parse
        document = opendocument.load(io.BytesIO(data))
    return "\n".join(_odt_lines(document.text, teletype.extractText))


def _odt_lines(element: Element, words: Callable[[Element], str]) -> Iterator[str]:
    """The lines of an element: ``words`` gives the text of a paragraph."""
    for child in element.childNodes:
        name = getattr(child, "qname", ("", ""))[1]
        if name in {"p", "h"}:
            yield from ("", words(child))
        elif name == "table-row":
            yield _row(["\n".join(_odt_lines(cell, words)) for cell in child.childNodes])
        elif name not in _ASIDE:
            yield from _odt_lines(child, words)


_ASIDE = frozenset({"tracked-changes", "sequence-decls", "forms", "annotation"})


ADAPTER = Adapter(
    name="office",
    description="office document (.docx, .odt) with the text of an act",
    expects="a .docx or .odt document whose text has the headings of the articles",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "state", "dates", "divisions"),
    extra="office",
    example="PK…",
    text=_text,
)
