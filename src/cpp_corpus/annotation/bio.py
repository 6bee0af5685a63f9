"""BIO lines in the manner of CoNLL: one token per line, for training and evaluating taggers.

``token``, ``start``, ``end`` and ``tag`` are separated by tabs: ``B-article`` for the first token of an anchor,
``I-article`` for the others, ``O`` for tokens outside anchors. An empty line follows each line of the text, and each
text begins with ``# newdoc``, with its id if it has one.

A token is a run of letters and digits, with the points, hyphens and apostrophes between two of them
(``811-2``, ``10.1.1``, ``aujourd'hui``), and a following ``°``; an elided word with its apostrophe (``l'``,
``lorsqu'``); a single letter with the following point (``L.``, ``R.``); or any other single character. Anchors begin
and end at borders of tokens.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from cpp_corpus.annotation.format import AnnotationFormat, Pages, counted_texts
from cpp_corpus.annotation.links import Link
from cpp_corpus.annotation.pieces import flat
from cpp_corpus.annotation.text import AnnotatedText, checked_spans
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.span import Span

__all__ = ["BIO", "tagged_tokens", "tokens"]


def tokens(text: str, references: Iterable[Reference] = ()) -> Iterator[Span]:
    """The tokens of a text; the borders of the anchors of ``references`` are borders of tokens.

    >>> [text[span.slice] for text in ["de l'article L. 811-2."] for span in tokens(text)]
    ['de', "l'", 'article', 'L.', '811-2', '.']
    """
    borders = [0, *sorted({border for each in references for border in each.span}), len(text)]
    for start, end in pairwise(borders):
        for match in _TOKEN.finditer(text[start:end]):
            yield Span(*match.span()).shift(start)


def tagged_tokens(text: str, references: Iterable[Reference]) -> list[tuple[Span, str]]:
    """The tokens of a text with their tags; of overlapping anchors the first counts."""
    found = checked_spans(text, references)
    kept = iter([found[at] for at in flat(found)])
    current = next(kept, None)
    out = []
    mark = "B"
    for span in tokens(text, found):
        while current is not None and current.end <= span.start:
            current, mark = next(kept, None), "B"
        if current is None or span.start < current.start:
            out.append((span, "O"))
        else:
            out.append((span, f"{mark}-{current.kind}"))
            mark = "I"
    return out


# ---------------------------------------------------------------------------------------------------------------------

_TOKEN = re.compile(
    r"""\b[^\W\d_]\.(?![^\W_])                       # L.
    |   \b(?:[cdjlmnst]|[a-z]*qu)['’](?=[^\W_])      # l', lorsqu'
    |   [^\W_]+ (?: [.'’‐‑–-] [^\W_]+ )* °?          # 811-2, article, 3°
    |   \S""",
    re.VERBOSE | re.IGNORECASE,
)


def _lines(texts: Iterable[AnnotatedText], _: Link) -> Pages:
    counts: Counter[str] = Counter()
    for each in counted_texts(texts, counts):
        counts["overlapping"] += len(each.references) - len(flat(each.references))
        yield "", "".join(_document(each)).encode("utf-8", "replace")
    return counts


def _document(annotated: AnnotatedText) -> Iterator[str]:
    text = annotated.text
    yield "# newdoc" + ("" if annotated.id is None else f" id = {' '.join(annotated.id.split())}") + "\n"
    before = None
    for span, tag in tagged_tokens(text, annotated.references):
        if before is not None and not tag.startswith("I-") and "\n" in text[before : span.start]:
            yield "\n"
        yield f"{text[span.slice]}\t{span.start}\t{span.end}\t{tag}\n"
        before = span.end
    yield "\n"


BIO = AnnotationFormat(
    description="one token per line with its BIO tag, as in CoNLL",
    suffix=".bio",
    write=_lines,
)
"""The format ``bio``."""
