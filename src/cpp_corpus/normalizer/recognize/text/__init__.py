r"""The text as the recogniser reads it; positions lead back to the text as it was given.

It has one apostrophe, one space, one hyphen, composed letters. What formats add is not read: ``1<sup>er</sup>``,
``1^er^``, ``R\*123-4``, ``**L. 1**``, ``[L. 1](…)``, ``&nbsp;``, soft hyphens. A line end inside a phrase is a blank,
and a hyphen at a line end joins a number; paragraphs of HTML are lines, and the lines of a string or of a comment of a
program are one. A few slips of scanners are mended where they can be nothing else: ``l°``.
"""

from __future__ import annotations

import re

from cpp_corpus.errors import TextError
from cpp_corpus.lang.typography import fold
from cpp_corpus.normalizer.recognize.text.edits import Edited, Reading, removed
from cpp_corpus.normalizer.recognize.text.line_ends import HYPHENED, IN_SOURCE, may_be_source, on_one_line, unhyphened
from cpp_corpus.normalizer.recognize.text.lost_signs import GLUED_DIGIT, RESTORED, lost_in
from cpp_corpus.normalizer.recognize.text.marks import (
    RAISED_ENDING,
    REPLIED,
    TIE,
    accents_behind_letters,
    attached,
    composed,
    marked,
    marks_in,
    unmarked,
)
from cpp_corpus.normalizer.recognize.text.slips import mended_slips

__all__ = ["checked", "reading"]


def checked(text: str) -> str:
    """The text that a user gives; ``TextError`` where it is none."""
    if not isinstance(text, str):
        advice = "; decode it: data.decode('utf-8')" if isinstance(text, bytes | bytearray) else ""
        raise TextError(f"text: expected text, got {type(text).__name__}{advice}")
    return text


def reading(text: str) -> Reading:
    r"""How the rules read ``text``.

    >>> reading("de\u0301cret").text, reading("de\u0301cret").back(2)
    ('décret', 3)
    >>> reading("l'article 1<sup>er</sup> de la\nloi, R\\*123-\n4").text
    "l'article 1er de la loi, R*123-4"
    """
    if "\f" in text:
        text = text.replace("\f", " ")
    if "~" in text:
        text = TIE.sub(" ", text)
    marks = accents_behind_letters(text)
    parted = " o " in text or " e " in text or " er" in text or "ar ticle" in text or "arti cle" in text
    source = may_be_source(text)
    glued = GLUED_DIGIT.search(text) is not None
    lost = lost_in(text, glued)
    if (
        not marks
        and not source
        and not lost
        and not (parted and RAISED_ENDING.search(text))
        and not (marked(text) and (next(marks_in(text), None) or HYPHENED.search(text) or "\n>" in text))
    ):
        mended = mended_slips(fold(text), glued)
        return _spaced(Edited(mended)) if "  " in mended or "\n " in mended else Reading(mended)
    edited = Edited(text)
    if marks:
        edited = edited.by(re.finditer(f"[^{marks}][{marks}]+", text), composed)
    if source:
        edited = edited.by(IN_SOURCE.finditer(edited.text), on_one_line)
    if "\n>" in edited.text:
        edited = edited.by(REPLIED.finditer(edited.text), removed)
    if marked(edited.text):
        edited = edited.by(marks_in(edited.text), unmarked)
    if "\n" in edited.text:
        edited = edited.by(HYPHENED.finditer(edited.text), unhyphened)
    if parted:
        edited = edited.by(RAISED_ENDING.finditer(edited.text), attached)
    for pattern in lost:
        edited = edited.by(pattern.finditer(edited.text), RESTORED[pattern])
    glued = glued or GLUED_DIGIT.search(edited.text) is not None  # marks of formats may have parted them
    return _spaced(edited._replace(text=mended_slips(fold(edited.text), glued)))


_SPACES = re.compile(r"  (?<=\S  ) *+(?=\S)")
"""More blanks than one between words."""
_INDENT = re.compile(r" (?:(?<=\n )|(?<=\A )) *+(?=[^\W_]|[«\"'*•–-])")
"""Blanks before the first word of a line."""


def _spaced(edited: Edited) -> Reading:
    """A text with one blank between its words, and none before its lines, which printed text and programs indent."""
    if "  " in edited.text:
        edited = edited.by(_SPACES.finditer(edited.text), _one_blank)
    if edited.text[:1] == " " or "\n " in edited.text:
        edited = edited.by(_INDENT.finditer(edited.text), removed)
    return Reading(*edited)


def _one_blank(_match: re.Match[str]) -> str:
    return " "
