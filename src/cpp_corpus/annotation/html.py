"""HTML: a text with its references as links, and a page of such texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from cpp_corpus.annotation.format import AnnotationFormat, Pages, counted_texts
from cpp_corpus.annotation.links import Link
from cpp_corpus.annotation.pieces import pieces
from cpp_corpus.annotation.text import AnnotatedText, checked_spans
from cpp_corpus.model.reference import Reference

__all__ = ["HTML", "html"]


def html(text: str, references: Iterable[Reference], link: Link) -> str:
    """The escaped text with its references as links; a reference without an address is a ``span``.

    Line breaks are kept; a page shows them with ``white-space: pre-line``.
    """
    found = checked_spans(text, references)
    out = []
    for piece in pieces(text, found):
        words = _escaped(text[piece.span.slice])
        out.append(_marked(words, piece.references, found, link) if piece.references else words)
    return "".join(out)


# ---------------------------------------------------------------------------------------------------------------------


def _marked(words: str, places: Sequence[int], found: Sequence[Reference], link: Link) -> str:
    here = [found[at] for at in places]
    address = next((address for each in here if (address := link(each)) is not None), None)
    tag = "span" if address is None else "a"
    attributes = {
        "class": "reference",
        "href": address,
        "data-kind": here[0].kind,
        "data-target": " | ".join(dict.fromkeys(each.target for each in here)),
        "data-reference": " ".join(map(str, places)),
    }
    written = "".join(f' {name}="{_attribute(value)}"' for name, value in attributes.items() if value is not None)
    return f"<{tag}{written}>{words}</{tag}>"


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\r", "&#13;")  # readers make a line feed of a bare one


def _attribute(value: str) -> str:
    return _CONTROLS.sub(lambda match: f"&#{ord(match[0])};", escape(value))


_CONTROLS = re.compile(r"[\t\n\r]")

_HEAD = """<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>References</title>
<style>
body { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 1rem/1.5 serif; }
article { white-space: pre-wrap; overflow-wrap: anywhere; }
.reference { color: #0b57a4; }
span.reference { border-bottom: 1px dotted; color: inherit; }
</style>
</head>
<body>
"""


def _page(texts: Iterable[AnnotatedText], link: Link) -> Pages:
    counts: Counter[str] = Counter()
    yield "", _HEAD.encode()
    for each in counted_texts(texts, counts):
        heading = "" if each.id is None else f"<h2>{_escaped(each.id)}</h2>\n"
        body = html(each.text, each.references, link)
        yield "", f"{heading}<article>{body}</article>\n".encode("utf-8", "replace")
    yield "", b"</body>\n</html>\n"
    return counts


HTML = AnnotationFormat(
    description="an HTML page with the references as links",
    suffix=".html",
    write=_page,
    inline=html,
)
"""The format ``html``."""
