"""The outline of a text that amends: its points ("I. –", "1°", "a)", "–"), and how deep each stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from cpp_corpus.normalizer.recognize.fragments import ADVERB, compiled

__all__ = ["Segment", "outline"]


class Segment(NamedTuple):
    """A point, from its mark to the next mark; or a line without one."""

    start: int
    body: int
    """Where its words begin, the mark aside."""
    end: int
    depth: int
    """How many marks it stands under, its own counted; 0 without one."""
    titled: bool = False
    """Whether it is the label of an article ("Article 2"), with which everything begins anew."""


_BREAK = re.compile(
    r"\n\s*+(?![«\"“\x02])|(?<=[:;.»\"”])[ ]++(?=[IVXL]|[A-Z] ?[-–—.]|[0-9]{1,3} ?[°).]|[a-z]{1,2}(?: bis)?\)|[-–—•] )"
)
_WRAPPED = re.compile(r"[a-zà-ÿ0-9(](?<![0-9](?=[°).]))")
_MARK = compiled(rf"""
    (?P<article>(?i:article) (?:\d{{1,3}}(?:er)?|unique|premier|[IVXL]+)(?: {ADVERB})?(?= ?(?:\n|:|\.|[-–—]|$)))
    |(?P<roman>[IVXL]+(?: {ADVERB})?(?: [A-Z])? ?(?:\.|°)? ?[-–—](?=[\ ]|[A-ZÀ«])|[IVXL]+\.(?= [A-ZÀ]))
    |(?P<capital>[A-Z](?: {ADVERB})? ?\.? ?[-–—](?= )|[A-Z]\.(?= [A-ZÀ][a-zà-ÿ' ]))
    |(?P<degree>\d{{1,3}} ?°(?: ?{ADVERB}(?: [A-Z](?= ))?)?(?:[.)]|\ ?[-–—])?)
    |(?P<number>\d{{1,3}}(?: {ADVERB})?(?:\)|\.(?!\d)|\ ?[-–—](?= )))
    |(?P<letter>(?:[a-z]|[ivx]{{2,4}})(?: {ADVERB})?\))
    |(?P<double>[a-z]{{2}}\))
    |(?P<dash>[-–—•](?= ))
""")
_SPACES = re.compile(r"[ \t]*+")


def outline(text: str, start: int, end: int) -> list[Segment]:
    r"""The segments of a stretch of text, in order.

    A mark of a kind that stands open already closes what stands below it. A line without a mark stands under none,
    unless it goes on with the sentence.

    >>> text = "1° Un ;\n2° Deux :\na) Trois.\nFin."
    >>> [(segment.depth, text[segment.body : segment.end].strip()) for segment in outline(text, 0, len(text))]
    [(1, 'Un ;'), (1, 'Deux :'), (2, 'Trois.'), (0, 'Fin.')]
    """
    segments: list[Segment] = []
    kinds: list[str] = []
    begin, body, depth, titled = start, start, 0, False
    at = _SPACES.match(text, start, end).end()  # type: ignore[union-attr]
    line = True
    while True:
        mark = _MARK.match(text, at, end)
        if mark is not None or line:
            if at > begin:
                segments.append(Segment(begin, body, at, depth, titled))
            begin = body = at
            titled = False
            if mark is None:
                kinds.clear()
            while mark is not None:
                kind = mark.lastgroup or ""
                titled = titled or kind == "article"
                if titled:
                    kinds.clear()
                elif kind in kinds:
                    del kinds[kinds.index(kind) + 1 :]
                else:
                    kinds.append(kind)
                body = _SPACES.match(text, mark.end(), end).end()  # type: ignore[union-attr]
                mark = None if titled else _MARK.match(text, body, end)
            depth = len(kinds)
        found = _BREAK.search(text, max(body, at), end)
        if found is None:
            break
        at = found.end()
        line = found[0][0] == "\n" and _WRAPPED.match(text, at) is None
    if end > begin:
        segments.append(Segment(begin, body, end, depth, titled))
    return segments
