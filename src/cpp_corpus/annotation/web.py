"""W3C Web Annotation: an ``AnnotationPage`` in JSON-LD with an annotation for each reference.

See :mod:`cpp_corpus.export.web_annotation`. The source of the body is the link of the reference, or else
``urn:cpp-corpus:`` and the target in short.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote

import orjson

from cpp_corpus.annotation.format import AnnotationFormat, Pages, counted_texts
from cpp_corpus.annotation.links import Link
from cpp_corpus.annotation.text import AnnotatedText, checked_spans
from cpp_corpus.export.web_annotation import PAGE_END, annotation, page_head, reference_body
from cpp_corpus.model.reference import Reference

__all__ = ["WEB_ANNOTATION"]

_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:\S+")


def _page(texts: Iterable[AnnotatedText], link: Link) -> Pages:
    counts: Counter[str] = Counter()
    yield "", page_head()
    between = b"\n"
    for each in counted_texts(texts, counts):
        source = _source(each, counts["texts"])
        for at, reference in enumerate(checked_spans(each.text, each.references)):
            body = reference_body(reference, _target(reference, link))
            yield "", between + orjson.dumps(annotation(each.text, source, at, reference.span, body))
            between = b",\n"
    yield "", PAGE_END
    return counts


def _source(annotated: AnnotatedText, place: int) -> str:
    """The id of a text as an absolute URI."""
    if annotated.id is None:
        return f"urn:cpp-corpus:text:{place}"
    is_absolute = _ABSOLUTE.fullmatch(annotated.id) and ":/" in annotated.id
    return _iri(annotated.id) if is_absolute else f"urn:cpp-corpus:text:{quote(annotated.id, safe='')}"


def _target(reference: Reference, link: Link) -> str:
    address = link(reference)
    return f"urn:cpp-corpus:{quote(reference.target, safe='/:.,-')}" if address is None else _iri(address)


def _iri(address: str) -> str:
    return quote(address, safe="/:?#[]@!$&'()*+,;=-._~%", errors="replace")


WEB_ANNOTATION = AnnotationFormat(
    description="W3C Web Annotation, a page of JSON-LD",
    suffix=".jsonld",
    write=_page,
)
"""The format ``web-annotation``."""
