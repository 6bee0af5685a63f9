"""PDF files, such as those that Légifrance makes of a code: their text, page by page, by pypdfium2.

Raised figures behind a word or a number ("article 5¹") become raised characters: as plain ones, the call of a note
would make another article of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.converted import read_converted
from cpp_corpus.limits import check, check_time
from cpp_corpus.model.document import Document

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage  # type: ignore[import-untyped]

__all__ = ["ADAPTER"]


def _sniff(file: RawFile) -> bool:
    return file.data.startswith(b"%PDF-")


def _read(file: RawFile) -> Iterator[Document]:
    yield from read_converted(file, _text(file.data).split("\n"), ADAPTER.name, "a PDF file")


def _text(data: bytes) -> str:
    """The text of the pages, each ended by a form feed."""
    try:
        import pypdfium2  # noqa: PLC0415 - only where a PDF file is read
    except ImportError as error:
        raise MissingExtraError("reading PDF files", "pdf") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise RefusedError("a PDF file that cannot be opened", "Fetch it again, without a password.") from None
    pages: list[str] = []
    length = 0
    try:
        for at in range(len(document)):
            page = _page_text(document[at].get_textpage())
            length += len(page)
            check("text_size", length, "characters of text")
            check_time()
            pages.append(page.replace("\x02", "-").replace("\ufffe", "-"))
    except pypdfium2.PdfiumError:
        raise RefusedError("a PDF file with a damaged page", "Fetch it again.") from None
    finally:
        document.close()
    return "\n\f".join(pages)


_DIGITS = re.compile(r"[0-9]+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALLER = 0.85
"""Of the height of the character before: what is less high and stands higher is raised."""


def _page_text(page: PdfTextPage) -> str:
    """The text of a page, figures that are raised as such."""
    text: str = page.get_text_bounded()
    places = _places(text, page.get_text_range(0, page.count_chars()))
    if places is None:
        return text
    parts: list[str] = []
    done = 0
    for digits in _DIGITS.finditer(text):
        start, end = digits.span()
        base = start - 1 if start and not text[start - 1].isspace() else start
        raised = end
        while raised > max(base + 1, start) and _is_raised(page, places[base], places[raised - 1]):
            raised -= 1
        if raised < end:
            parts += text[done:raised], text[raised:end].translate(_RAISED)
            done = end
    return "".join(parts) + text[done:]


def _places(text: str, raw: str) -> Sequence[int] | None:
    """Where each character of ``text`` is in ``raw``, which has other blanks; ``None`` where its words differ."""
    if text == raw:
        return range(len(text))
    marks = [at for at, char in enumerate(raw) if not char.isspace()]
    if "".join(text.split()) != "".join(raw.split()):
        return None
    count = iter(marks)
    return [-1 if char.isspace() else next(count) for char in text]


def _is_raised(page: PdfTextPage, base: int, at: int) -> bool:
    """Whether a character stands higher than another one of its line, and is smaller."""
    (below, above), (bottom, top) = _height(page, base), _height(page, at)
    height = above - below
    return 0 < top - bottom < _SMALLER * height and bottom > below and top > below + height / 2


def _height(page: PdfTextPage, at: int) -> tuple[float, float]:
    """The bottom and the top of the box of a character, that of its font."""
    from pypdfium2 import raw  # noqa: PLC0415 - see _text

    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(page.raw, raw.FPDFText_GetCharIndexFromTextIndex(page.raw, at), box)
    return box.bottom, box.top


ADAPTER = Adapter(
    name="pdf",
    description="PDF file with the text of an act, such as Légifrance makes",
    expects="a PDF file whose text has the headings of the articles",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "state", "dates", "divisions"),
    extra="pdf",
    example="%PDF-1.4 …",
    text=_text,
)
