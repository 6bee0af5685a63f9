"""spaCy: a ``DocBin`` of texts, with the references in ``doc.spans["references"]``.

See :mod:`cpp_corpus.export.spacy`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cpp_corpus.annotation.format import AnnotationFormat, Pages, counted_texts
from cpp_corpus.annotation.links import Link
from cpp_corpus.annotation.text import AnnotatedText, checked_spans
from cpp_corpus.export.spacy import Documents, DocumentSpan

__all__ = ["SPACY"]


def _bin(texts: Iterable[AnnotatedText], _: Link) -> Pages:
    counts = Counter(texts=0, references=0, expanded=0)
    made = Documents()
    for each in counted_texts(texts, counts):
        found = checked_spans(each.text, each.references)
        facts = {
            "id": each.id,
            "act": each.act,
            "article": each.article,
            "references": [reference.model_dump(mode="json") for reference in found],
        }
        made.add(each.text, [DocumentSpan(*r.span, str(r.kind), r.target) for r in found], facts)
    counts["expanded"] = made.expanded
    yield "", made.take()
    return counts


SPACY = AnnotationFormat(
    description="a DocBin of spaCy with the references as spans",
    suffix=".spacy",
    write=_bin,
    is_binary=True,
    modules=("spacy",),
    extra="spacy",
)
"""The format ``spacy``."""
