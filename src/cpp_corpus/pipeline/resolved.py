"""Resolved references, and their packed form between the two passes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from cpp_corpus.model.article import Article
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Reference, ReferenceKind
from cpp_corpus.model.resolution import IndexedArticle, ResolvedReference
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.resolve import Citations, CorpusIndex, resolve

__all__ = ["failures", "missing_parts", "packed_references", "resolved_references", "unpacked_references"]

_FIELDS = tuple(Reference.model_fields)
_KINDS = {kind.value: kind for kind in ReferenceKind}


def resolved_references(
    index: CorpusIndex, source: IndexedArticle, article: Article, references: Iterable[Reference]
) -> list[ResolvedReference]:
    """The references of an article, resolved."""
    return _resolved(index, source, ((r, _anchor(article, r)) for r in references))


def packed_references(article: Article, references: Iterable[Reference]) -> bytes:
    """The references of an article with their anchors, as one line of JSON."""
    rows = [[*map(r.__dict__.__getitem__, _FIELDS), _anchor(article, r)] for r in references]
    return orjson.dumps(rows, default=list)


def unpacked_references(index: CorpusIndex, source: IndexedArticle, line: bytes) -> list[ResolvedReference]:
    """What :func:`packed_references` wrote, resolved."""
    return _resolved(index, source, map(_reference, orjson.loads(line)))


def missing_parts(references: Iterable[ResolvedReference]) -> Iterator[Finding]:
    """A finding for each reference to a part that its target does not have.

    Parts of the citing article are not reported: "le 8° est remplacé" often means another article named before.
    """
    for reference in references:
        if reference.part_exists is False and reference.kind == ReferenceKind.ARTICLE:
            whose = reference.targets[0] if len(reference.targets) == 1 else " or ".join(reference.targets)
            yield Finding.build(
                FindingCode.UNRESOLVED_PART,
                f"{reference.locator} of {reference.text!r} is cited, but {whose} has no such part; check the target.",
                article=reference.source_id,
                span=reference.span,
                note=reference.note,
            )


def failures(references: Iterable[ResolvedReference]) -> Iterator[Finding]:
    """A finding for each reference at which a step of the resolution failed."""
    for reference in references:
        if reference.reason is Reason.STEP_FAILED:
            yield Finding.build(
                FindingCode.INTERNAL_ERROR,
                f"{reference.text!r} was left unresolved: {reference.detail}",
                article=reference.source_id,
                span=reference.span,
                note=reference.note,
            )


def _reference(row: list[Any]) -> tuple[Reference, str]:
    fields: dict[str, Any] = dict(zip(_FIELDS, row, strict=False))
    fields["kind"] = _KINDS[fields["kind"]]
    if fields["antecedent"] is not None:
        fields["antecedent"] = Span(*fields["antecedent"])
    return Reference.around(fields), row[-1]


def _resolved(
    index: CorpusIndex, source: IndexedArticle, references: Iterable[tuple[Reference, str]]
) -> list[ResolvedReference]:
    pairs = list(references)
    citations = Citations([reference for reference, _ in pairs])
    made = []
    for reference, text in pairs:
        state, targets, reason, detail, exists, repealed = resolve(index, source, reference, citations)
        fields = {
            "source_id": source.id,
            **reference.__dict__,
            "text": text,
            "state": state,
            "targets": targets,
            "repealed": repealed,
            "part_exists": exists,
        }
        if reference.reason is None or reason is Reason.STEP_FAILED:
            fields |= {"reason": reason, "detail": detail}
        made.append(ResolvedReference.around(fields))
    return made


def _anchor(article: Article, reference: Reference) -> str:
    text = article.text if reference.note is None else article.notes[reference.note].text
    return text[reference.start : reference.end]
