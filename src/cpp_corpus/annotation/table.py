"""CSV: one row per reference, for spreadsheets; no cell is taken for a formula."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cpp_corpus.annotation.format import AnnotationFormat, Pages, counted_texts
from cpp_corpus.annotation.links import Link
from cpp_corpus.annotation.text import AnnotatedText, checked_spans
from cpp_corpus.model.reference import Reference
from cpp_corpus.spreadsheet import csv_row

__all__ = ["CSV"]

_FIELDS = ("kind", "act", "article", "to", "open", "division", "locator", "relation", "via", "reason")
_COLUMNS = ("text", "start", "end", "words", "target", *_FIELDS, "href")


def _rows(texts: Iterable[AnnotatedText], link: Link) -> Pages:
    counts: Counter[str] = Counter()
    yield "", csv_row(_COLUMNS).encode()
    for each in counted_texts(texts, counts):
        found = checked_spans(each.text, each.references)
        yield "", "".join(csv_row(_row(each, reference, link)) for reference in found).encode("utf-8", "replace")
    return counts


def _row(annotated: AnnotatedText, reference: Reference, link: Link) -> Iterable[object]:
    words = " ".join(annotated.text[reference.span.slice].split())
    fields = (getattr(reference, name) for name in _FIELDS)
    return annotated.id, reference.start, reference.end, words, reference.target, *fields, link(reference)


CSV = AnnotationFormat(
    description="CSV, one row per reference, for spreadsheets",
    suffix=".csv",
    write=_rows,
)
"""The format ``csv``."""
