"""spaCy: a ``DocBin`` of texts, with the references in ``doc.spans["references"]``.

The label of a span is the kind of the reference, ``kb_id_`` its target, ``id_`` its position in
``doc.user_data["references"]``, which has all fields as in JSON. spaCy's tokens may have other borders than the anchors
("art.706-73"): such a span is extended to whole tokens and counted as ``expanded``; the exact ``start`` and ``end`` are
in the user data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from importlib import import_module
from typing import Any

from cpp_corpus.annotation.format import AnnotationFormat, Pages, counted_texts
from cpp_corpus.annotation.links import Link
from cpp_corpus.annotation.text import AnnotatedText, checked_spans

__all__ = ["SPACY"]


def _bin(texts: Iterable[AnnotatedText], _: Link) -> Pages:
    counts = Counter(texts=0, references=0, expanded=0)
    language = import_module("spacy").blank("fr")
    made = import_module("spacy.tokens").DocBin(store_user_data=True)
    for each in counted_texts(texts, counts):
        made.add(_document(language, each, counts))
    yield "", made.to_bytes()
    return counts


def _document(language: Any, annotated: AnnotatedText, counts: Counter[str]) -> Any:
    document = language.make_doc(annotated.text)
    found = checked_spans(annotated.text, annotated.references)
    spans = []
    for at, each in enumerate(found):
        names = {"label": str(each.kind), "kb_id": each.target, "span_id": str(at)}
        span = document.char_span(each.start, each.end, alignment_mode="expand", **names)
        counts["expanded"] += (span.start_char, span.end_char) != each.span
        spans.append(span)
    document.spans["references"] = spans
    document.user_data |= {
        "id": annotated.id,
        "act": annotated.act,
        "article": annotated.article,
        "references": [each.model_dump(mode="json") for each in found],
    }
    return document


SPACY = AnnotationFormat(
    description="a DocBin of spaCy with the references as spans",
    suffix=".spacy",
    write=_bin,
    is_binary=True,
    modules=("spacy",),
    extra="spacy",
)
"""The format ``spacy``."""
