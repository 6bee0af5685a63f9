"""References with what became of their targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from cpp_corpus.model.article import Article
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.resolution import Bearer, ResolvedReference
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.resolve import CorpusIndex, resolve

__all__ = ["packed_references", "resolved_references", "unpacked_references"]

_FIELDS = tuple(Reference.model_fields)


def resolved_references(index: CorpusIndex, source: Bearer, article: Article) -> list[ResolvedReference]:
    """The references of an article, resolved."""
    return _resolved(index, source, ((r, _anchor(article, r)) for r in article.references))


def packed_references(article: Article) -> bytes:
    """The references of an article with their anchors, as one line of JSON."""
    rows = [[*map(r.__dict__.__getitem__, _FIELDS), _anchor(article, r)] for r in article.references]
    return orjson.dumps(rows, default=list)


def unpacked_references(index: CorpusIndex, source: Bearer, line: bytes) -> list[ResolvedReference]:
    """What :func:`packed_references` wrote, resolved."""
    return _resolved(index, source, map(_reference, orjson.loads(line)))


def _reference(row: list[Any]) -> tuple[Reference, str]:
    fields: Mapping[str, Any] = dict(zip(_FIELDS, row, strict=False))
    reference = Reference.trusted(**fields)
    if reference.antecedent is not None:
        reference.__dict__["antecedent"] = Span(*reference.antecedent)
    return reference, row[-1]


def _resolved(
    index: CorpusIndex, source: Bearer, references: Iterable[tuple[Reference, str]]
) -> list[ResolvedReference]:
    made = []
    for reference, text in references:
        state, targets = resolve(index, source, reference)
        made.append(
            ResolvedReference.trusted(
                source_id=source.id, **reference.__dict__, text=text, state=state, targets=targets
            )
        )
    return made


def _anchor(article: Article, reference: Reference) -> str:
    text = article.text if reference.note is None else article.notes[reference.note].text
    return text[reference.start : reference.end]
