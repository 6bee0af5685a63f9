"""Documents whose text is not in their bytes: it is made from them, and read as a text is.

The lines of such a document lead to the whole file; ``line`` counts the lines of the text that was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cpp_corpus.ingest import flat_dump, page_text
from cpp_corpus.ingest.adapter import RawFile, RefusedError
from cpp_corpus.ingest.text_tables import drawn_tables, table_document
from cpp_corpus.limits import check
from cpp_corpus.model.document import Block, Document
from cpp_corpus.model.offsets import OffsetMap
from cpp_corpus.model.span import Span

__all__ = ["read_converted"]


def read_converted(file: RawFile, lines: Sequence[str], format_name: str, kind: str) -> list[Document]:
    """The articles of a text, made from ``file``, a document for each act.

    ``RefusedError`` where they are not found with certainty.

    ``lines`` are those of the text, ``format_name`` is that of the document, ``kind`` what it is in words: ``a PDF
    file``.
    """
    text = "\n".join(lines)
    check("text_size", len(text), "characters of text")
    made = RawFile(file.path, text.encode("utf-8", "replace"))
    if not any(map(str.isalnum, text)):
        raise RefusedError(f"{kind} without text", "Its pages may be images: get the text from Légifrance.")
    for adapter in (flat_dump.ADAPTER, page_text.ADAPTER):
        if not adapter.sniff(made):
            continue
        try:
            documents = list(adapter.read(made))
        except RefusedError as error:
            raise RefusedError(f"{kind} with {error.reason}", error.advice) from None
        return [_moved(document, format_name, len(file.data)) for document in documents]
    drawn = drawn_tables(lines)
    if document := table_document(file, format_name, drawn.tables, drawn.others):
        return [document]
    raise RefusedError(
        f"{kind} without headings of articles",
        "Expected: lines such as “Article L12-3” above the words of each article, and the title of the act.",
    )


# ---------------------------------------------------------------------------------------------------------------------


def _moved(document: Document, format_name: str, size: int) -> Document:
    """The document with its lines at the whole file of ``size`` bytes."""
    span, offsets = Span(0, size), OffsetMap((0,), (0,), (size,), encoding="")

    def moved(blocks: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(block._replace(byte=span, offsets=offsets) for block in blocks)

    drafts = tuple(draft._replace(blocks=moved(draft.blocks)) for draft in document.drafts)
    return replace(document, format=format_name, drafts=drafts, above=moved(document.above))
