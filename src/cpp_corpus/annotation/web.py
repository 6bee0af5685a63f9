"""W3C Web Annotation: an ``AnnotationPage`` in JSON-LD with an annotation for each reference.

The target is the text, by a ``TextPositionSelector`` (characters) and a ``TextQuoteSelector`` with 32 characters on
either side; the body is the target, with the fields of the reference. The id of the body is the link of the reference,
or else ``urn:cpp-corpus:`` and the target in short. The context is written in the file, so that nothing has to be
fetched. Its terms are those of the Web Annotation Vocabulary, and ``urn:cpp-corpus:reference#`` for the fields of a
reference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

import orjson

from cpp_corpus.annotation.format import AnnotationFormat, Pages, counted_texts
from cpp_corpus.annotation.links import Link
from cpp_corpus.annotation.text import AnnotatedText, checked_spans
from cpp_corpus.model.reference import Reference, ReferenceKind

__all__ = ["WEB_ANNOTATION"]

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
    "AnnotationPage": "as:OrderedCollectionPage",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "Annotation": "oa:Annotation",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "linking": "oa:linking",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
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
}

_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:\S+")


def _page(texts: Iterable[AnnotatedText], link: Link) -> Pages:
    counts: Counter[str] = Counter()
    head = {"@context": _CONTEXT, "id": "urn:cpp-corpus:annotations", "type": "AnnotationPage"}
    yield "", orjson.dumps(head)[:-1] + b',"items":['
    between = b"\n"
    for each in counted_texts(texts, counts):
        source = _source(each, counts["texts"])
        for at, reference in enumerate(checked_spans(each.text, each.references)):
            yield "", between + orjson.dumps(_annotation(each.text, source, at, reference, link))
            between = b",\n"
    yield "", b"\n]}\n"
    return counts


def _source(annotated: AnnotatedText, place: int) -> str:
    """The id of a text as an absolute URI."""
    if annotated.id is None:
        return f"urn:cpp-corpus:text:{place}"
    is_absolute = _ABSOLUTE.fullmatch(annotated.id) and ":/" in annotated.id
    return _iri(annotated.id) if is_absolute else f"urn:cpp-corpus:text:{quote(annotated.id, safe='')}"


def _annotation(text: str, source: str, at: int, reference: Reference, link: Link) -> dict[str, Any]:
    start, end = reference.span
    address = link(reference)
    body = {
        "id": f"urn:cpp-corpus:{quote(reference.target, safe='/:.,-')}" if address is None else _iri(address),
        "type": f"{reference.kind}-reference",
    }
    fields = {name: getattr(reference, name) for name in _BODY}
    return {
        "id": f"{source}#{at}",
        "type": "Annotation",
        "motivation": "linking",
        "body": body | {name: value for name, value in fields.items() if value is not None and value is not False},
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


def _iri(address: str) -> str:
    return quote(address, safe="/:?#[]@!$&'()*+,;=-._~%", errors="replace")


def _encodable(words: str) -> str:
    return words.encode("utf-8", "replace").decode("utf-8")


WEB_ANNOTATION = AnnotationFormat(
    description="W3C Web Annotation, a page of JSON-LD",
    suffix=".jsonld",
    write=_page,
)
"""The format ``web-annotation``."""
