r"""Articles in Markdown as records: lines that begin with a strong label, one of which has the words.

### Article L12
**Titre** : Du sable
**Contenu** : Le sable coule.
**Mots-clés** : sable, verre
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from cpp_corpus.ingest.markdown import HEADING, article_headings
from cpp_corpus.ingest.rows import columns_of

__all__ = ["Field", "fields_of", "is_of_fields"]


class Field(NamedTuple):
    """A stretch of text behind a label, up to the next one."""

    start: int
    """Its first character, the label included."""
    body: int
    """The character behind its label."""
    end: int
    """The character behind its last."""
    is_words: bool
    """Whether the label names the words of an article, as a column of a table does."""


def is_of_fields(text: str) -> bool:
    r"""Whether each article of a text in Markdown begins with a label, and has one that names its words.

    >>> is_of_fields("## Article 1\n**Titre** : Du vent\n**Texte :** Il souffle.")
    True
    >>> is_of_fields("## Article 1\n**Titre** : Du vent\n"), is_of_fields("## Article 1\nIl souffle.\n**Texte** : Lui.")
    (False, False)
    """
    records = (_is_record(text, start, end) for start, end in _bodies(text))
    return next(records, False) and all(records)


def fields_of(text: str, start: int, end: int) -> Iterator[Field]:
    r"""The fields in a part of a text; what stands before the first label is words.

    >>> text = "**Titre** : Du vent\n**Contenu** : Il souffle."
    >>> [(text[field.body : field.end], field.is_words) for field in fields_of(text, 0, len(text))]
    [(' Du vent\n', False), (' Il souffle.', True)]
    """
    found = list(_LABEL.finditer(text, start, end))
    edges = [*(label.start() for label in found), end]
    if text[start : edges[0]].strip():
        yield Field(start, start, edges[0], is_words=True)
    for label, (first, last) in zip(found, pairwise(edges), strict=True):
        yield Field(first, label.end(), last, _names_words(label["inner"] or label["outer"]))


# ---------------------------------------------------------------------------------------------------------------------

_LABEL = re.compile(
    r"(?<![^\r\n])[ \t]*(?:[-*+][ \t]+)?(?P<mark>\*\*|__)"
    r"(?:(?P<inner>[^*_:\r\n]{2,40}?)[ \t]*:(?P=mark)|(?P<outer>[^*_:\r\n]{2,40})(?P=mark)[ \t]*:)"
)
_BLANK = re.compile(r"\s*")


def _bodies(text: str) -> Iterator[tuple[int, int]]:
    """What stands below each heading of an article, up to the next heading."""
    for article in article_headings(text):
        following = HEADING.search(text, article.end())
        yield article.end(), following.start() if following else len(text)


def _is_record(text: str, start: int, end: int) -> bool:
    blank = _BLANK.match(text, start, end)
    begins = _LABEL.match(text, blank.end() if blank else start, end)
    return begins is not None and sum(field.is_words for field in fields_of(text, start, end)) == 1


def _names_words(label: str) -> bool:
    return columns_of((label,)).words({label: "Le vent souffle."}) is not None
