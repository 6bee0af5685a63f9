r"""Markdown (CommonMark): the text with its references as links.

Characters that would be markup are escaped, ``\*``, so that a viewer of Markdown shows the text itself. Line breaks
stay; an empty line separates two paragraphs, as in any Markdown. A space at either end of a line and a line break
within an anchor, which CommonMark would drop or read as markup, are written as character references.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote

from cpp_corpus.annotation.format import AnnotationFormat, Pages, counted_texts
from cpp_corpus.annotation.links import Link
from cpp_corpus.annotation.pieces import pieces
from cpp_corpus.annotation.text import AnnotatedText, checked_spans
from cpp_corpus.model.reference import Reference

__all__ = ["MARKDOWN", "markdown"]


def markdown(text: str, references: Iterable[Reference], link: Link) -> str:
    """The text with its references as links, escaped; a reference without an address is plain text."""
    found = checked_spans(text, references)
    signs = _escaped(text)
    out = []
    for (start, end), places in pieces(text, found):
        address = next((address for at in places if (address := link(found[at])) is not None), None)
        words = "".join(signs[start:end])
        out.append(words if address is None else f"[{_on_one_line(words)}]({_address(address)})")
    return "".join(out)


# ---------------------------------------------------------------------------------------------------------------------

_SPACE = "[ \\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_MARKUP = re.compile(
    rf"""(?P<sign>[\\`*_\[\]<>&~|!@$^{{}}])
    |   (?P<edge> (?<![^\n\r]){_SPACE} | {_SPACE}(?![^\n\r]) )                  # a space at either end of a line
    |   (?<![^\n\r])(?: (?P<mark>[#+=:-]) | [0-9]+(?P<point>[.)]) )             # what begins a block
    |   (?<=[a-zA-Z])(?P<scheme>:)(?=//) | (?<=www)(?P<dot>\.)                  # what some viewers link
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _escaped(text: str) -> list[str]:
    """Each character of the text, as it is written in Markdown."""
    signs = list(text)
    for match in _MARKUP.finditer(text):
        at = match.end() - 1
        signs[at] = f"&#{ord(text[at])};" if match["edge"] else f"\\{text[at]}"
    return signs


def _on_one_line(words: str) -> str:
    return words.replace("\n", "&#10;").replace("\r", "&#13;")


def _address(address: str) -> str:
    """The address as it can be written in parentheses: percent-encoded where needed."""
    return quote(address, safe="/:?#@!$&'*+,;=-._~%", errors="replace").replace("&", "&amp;")


def _file(texts: Iterable[AnnotatedText], link: Link) -> Pages:
    counts: Counter[str] = Counter()
    for each in counted_texts(texts, counts):
        heading = "" if each.id is None else f"## {_on_one_line(''.join(_escaped(each.id)))}\n\n"
        yield "", f"{heading}{markdown(each.text, each.references, link).rstrip()}\n\n".encode("utf-8", "replace")
    return counts


MARKDOWN = AnnotationFormat(
    description="Markdown with the references as links",
    suffix=".md",
    write=_file,
    inline=markdown,
)
"""The format ``markdown``."""
