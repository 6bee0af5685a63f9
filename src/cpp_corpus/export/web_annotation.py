"""W3C Web Annotation: ``annotations.jsonld``, an ``AnnotationPage`` with a line for each reference.

The target of an annotation is a text, by a ``TextPositionSelector`` (characters) and a ``TextQuoteSelector`` with 32
characters on either side; its body is what the reference leads to, with the fields of the reference. The context is
written in the file, so that nothing has to be fetched. Its terms are those of the Web Annotation Vocabulary, and
``urn:cpp-corpus:reference#`` for the fields of a reference.

The exporter has the texts of articles with their notes behind them, separated by line breaks. Articles and targets have
the ids that they have in ``corpus.jsonld``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from cpp_corpus.export.base import ExportedArticle, Exporter, Sink
from cpp_corpus.export.iris import node_iri
from cpp_corpus.export.whole_text import Anchor, whole_text
from cpp_corpus.model.reference import Reference, ReferenceKind

__all__ = ["PAGE_END", "WEB_ANNOTATION", "annotation", "page_head", "reference_body"]

_OA = "http://www.w3.org/ns/oa#"
_OWN = "urn:cpp-corpus:reference#"
_AROUND = 32  # characters of prefix and suffix

_BODY = [name for name in Reference.model_fields if name not in {"start", "end", "antecedent", "note", "kind"}]
"""Fields of a reference that are copied to the body."""

_CONTEXT: dict[str, Any] = {
    "oa": _OA,
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "SpecificResource": "oa:SpecificResource",
    "AnnotationPage": "as:OrderedCollectionPage",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "Annotation": "oa:Annotation",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "linking": "oa:linking",
    "body": "oa:hasBody",
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    **{f"{kind}-reference": f"{_OWN}{kind}" for kind in ReferenceKind},
    **{name: f"{_OWN}{name}" for name in _BODY},
    "state": f"{_OWN}state",
    "targets": {"@id": f"{_OWN}targets", "@type": "@id"},
}

PAGE_END = b"\n]}\n"
"""What ends a page."""


def page_head() -> bytes:
    """What begins a page; its annotations follow, each on a line, with commas between them."""
    head = {"@context": _CONTEXT, "id": "urn:cpp-corpus:annotations", "type": "AnnotationPage"}
    return orjson.dumps(head)[:-1] + b',"items":['


def reference_body(reference: Reference, target: str) -> dict[str, Any]:
    """The body of the annotation of a reference: its target, as an absolute id, with its fields."""
    fields = {name: getattr(reference, name) for name in _BODY}
    return {
        "type": ["SpecificResource", f"{reference.kind}-reference"],
        "source": target,
        **{name: value for name, value in fields.items() if value is not None and value is not False},
    }


def annotation(text: str, source: str, at: int, span: tuple[int, int], body: Mapping[str, Any]) -> dict[str, Any]:
    """The annotation of index ``at`` of a text with the absolute id ``source``; ``span`` is its place there."""
    start, end = span
    return {
        "id": f"{source}#{at}",
        "type": "Annotation",
        "motivation": "linking",
        "body": body,
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": _encodable(text[start:end]),
                    "prefix": _encodable(text[max(0, start - _AROUND) : start]),
                    "suffix": _encodable(text[end : end + _AROUND]),
                },
            ],
        },
    }


class _WebAnnotationSink(Sink):
    def __init__(self, folder: Path) -> None:
        self._out = (folder / "annotations.jsonld").open("wb", buffering=1 << 18)
        self._out.write(page_head())
        self._counts = {"texts": 0, "references": 0}

    def article(self, article: ExportedArticle) -> None:
        self._counts["texts"] += 1
        for line in _lines(article):
            self._out.write(b",\n" if self._counts["references"] else b"\n")
            self._out.write(line)
            self._counts["references"] += 1

    def end(self) -> dict[str, int]:
        self._out.write(PAGE_END)
        self._out.close()
        return self._counts

    def close(self) -> None:
        self._out.close()


WEB_ANNOTATION = Exporter(
    description="W3C Web Annotation: a page of JSON-LD with an annotation for each reference",
    files=("annotations.jsonld",),
    open=_WebAnnotationSink,
)
"""The exporter ``web-annotation``."""

# ---------------------------------------------------------------------------------------------------------------------


def _lines(article: ExportedArticle) -> Iterator[bytes]:
    if not article.references:
        return
    text, anchors = whole_text(article)
    source = node_iri(article.indexed.id)
    for at, anchor in enumerate(anchors):
        yield orjson.dumps(annotation(text, source, at, anchor[:2], _body(anchor)))


def _body(anchor: Anchor) -> dict[str, Any]:
    reference = anchor.reference
    targets = [node_iri(target) for target in reference.targets]
    body = reference_body(reference, targets[0] if targets else node_iri(reference.target)) | {"state": reference.state}
    return body if len(targets) < 2 else body | {"targets": targets}


def _encodable(words: str) -> str:
    return words.encode("utf-8", "replace").decode("utf-8")
