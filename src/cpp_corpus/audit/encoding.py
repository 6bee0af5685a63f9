"""Text that was decoded with the wrong encoding, or lost characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.span import Span

__all__ = ["DamagedText"]

# UTF-8 read as Windows-1252 or Latin-1 shows a lead byte, then the trailing bytes that it announces. All alternatives
# look back at one set of characters: the search for that set is what makes the pattern quick.
_TAIL = (
    r"[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    r"\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_DAMAGE = re.compile(
    rf"[\u00c2\u00c3\u00c5\u00e2\ufffd?\ue000-\uf8ff{_CONTROL}](?:"
    rf"(?P<misread>(?<=[\u00c2\u00c3\u00c5]){_TAIL}|(?<=\u00e2){_TAIL}{{2}})"
    r"|(?P<lost>(?<=\ufffd)\ufffd*)"
    rf"|(?P<control>(?<=[{_CONTROL}])[{_CONTROL}]*)"
    r"|(?P<private>(?<=[\ue000-\uf8ff])[\ue000-\uf8ff]*)"
    r"|(?P<apostrophe>(?:(?<=\b[cdjlmnst]\?)|(?<=\bqu\?))(?=[aeiouyéèêàâîôûœh][a-zà-ÿ])))"
)
_SAYS = {
    "misread": "UTF-8 was read as another encoding",
    "lost": "a character was lost (U+FFFD)",
    "control": "there is a control character among the words",
    "private": "there is a private-use character, which only one font can show",
    "apostrophe": "there is a question mark in place of an apostrophe",
}
_WINDOW = 24


class DamagedText(Check):
    name = FindingCode.DAMAGED_TEXT

    def look(self, subject: Subject) -> Iterator[Finding]:
        for note, text in subject.parts():
            found = list(_DAMAGE.finditer(text))
            if not found:
                continue
            first = found[0]
            span = _word(text, first.span())
            word = text[span.slice]
            expected = _mended(word)
            again = f", and {len(found) - 1} more times in this text" if len(found) > 1 else ""
            should = f"“{expected}” was expected" if expected else "fetch the text again"
            yield self.finding(
                subject.article,
                f"In {word!r} {_SAYS[first.lastgroup or 'lost']}{again}; {should}.",
                span=span,
                note=note,
                expected=expected,
            )


def _word(text: str, span: tuple[int, int]) -> Span:
    """The word around a range, cut to a length that suits a message."""
    start, end = span
    while start > 0 and span[0] - start < _WINDOW and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and end - span[1] < _WINDOW and not text[end].isspace():
        end += 1
    while end > span[1] and text[end - 1] in ".,;:)":
        end -= 1
    return Span(start, end)


def _mended(word: str) -> str | None:
    """The word as it was before the damage; ``None`` where that cannot be known."""
    for encoding in ("cp1252", "latin-1"):
        try:
            made = word.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if made != word:
            return made
    made = re.sub(r"(?<=\b[cdjlmnst])\?|(?<=\bqu)\?", "’", word)
    return made if made != word and "\ufffd" not in made else None
