r"""Markdown (CommonMark): the text with its references as links.

The text is data: what would be markup is escaped, ``\*``, so that what a reader of Markdown shows is the text. Line
breaks stay; an empty line parts two paragraphs, as in any Markdown. What CommonMark would drop or take for markup, a
space at either end of a line or a line break within an anchor, is written as a character reference.
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
    """The text with its references as links, escaped; a reference that leads nowhere is only its words."""
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
    |   (?<![^\n\r])(?: (?P<mark>[#+=:-]) | [0-9]+(?P<point>[.)]) )             # what begins a block, at that of a line
    |   (?<=[a-zA-Z])(?P<scheme>:)(?=//) | (?<=www)(?P<dot>\.)                  # addresses that some make links of
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _escaped(text: str) -> list[str]:
    """Each character of the text as it is written."""
    signs = list(text)
    for match in _MARKUP.finditer(text):
        at = match.end() - 1
        signs[at] = f"&#{ord(text[at])};" if match["edge"] else f"\\{text[at]}"
    return signs


def _on_one_line(words: str) -> str:
    return words.replace("\n", "&#10;").replace("\r", "&#13;")


def _address(address: str) -> str:
    """The address as it may stand between brackets: what is none of its own signs in percent notation."""
    return quote(address, safe="/:?#@!$&'*+,;=-._~%", errors="replace").replace("&", "&amp;")


def _file(texts: Iterable[AnnotatedText], link: Link) -> Pages:
    counts: Counter[str] = Counter()
    for each in counted_texts(texts, counts):
        heading = "" if each.id is None else f"## {_on_one_line(''.join(_escaped(each.id)))}\n\n"
        yield "", f"{heading}{markdown(each.text, each.references, link).rstrip()}\n\n".encode("utf-8", "replace")
    return counts


MARKDOWN = AnnotationFormat(
    description="Markdown, the references as links",
    suffix=".md",
    write=_file,
    inline=markdown,
)
"""The format ``markdown``."""
