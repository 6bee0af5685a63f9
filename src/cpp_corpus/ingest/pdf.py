"""PDF files, such as those that Légifrance makes of a code: their text, page by page, by pypdfium2."""

from __future__ import annotations

from collections.abc import Iterator

from cpp_corpus.errors import MissingExtraError
from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.converted import read_converted
from cpp_corpus.limits import check, check_time
from cpp_corpus.model.document import Document

__all__ = ["ADAPTER"]


def _sniff(file: RawFile) -> bool:
    return file.data.startswith(b"%PDF-")


def _read(file: RawFile) -> Iterator[Document]:
    yield read_converted(file, _text(file.data), ADAPTER.name, "a PDF file")


def _text(data: bytes) -> str:
    """The text of the pages, each ended by a form feed."""
    try:
        import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - only where a PDF file is read
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
            page = document[at].get_textpage().get_text_bounded()
            length += len(page)
            check("text_size", length, "characters of text")
            check_time()
            pages.append(page.replace("\x02", "-").replace("\ufffe", "-"))
    except pypdfium2.PdfiumError:
        raise RefusedError("a PDF file with a damaged page", "Fetch it again.") from None
    finally:
        document.close()
    return "\n\f".join(pages)


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
