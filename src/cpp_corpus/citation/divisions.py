"""Divisions as people type them: ``titre II du livre III du code pénal``, ``Livre Ier, titre II``."""

from __future__ import annotations

import re
from typing import NamedTuple

from cpp_corpus.errors import CitationError
from cpp_corpus.lang.typography import fold
from cpp_corpus.normalizer.recognize.grammar.divisions import division_at

__all__ = ["DivisionCitation", "read_division"]


class DivisionCitation(NamedTuple):
    """A division that was read."""

    path: str
    """Its path, as far as it is named: ``livre.iii/titre.ii``."""
    act: str | None
    """The name of its act as it was typed; ``None`` where there is none."""


def read_division(text: str) -> DivisionCitation | None:
    """Read the name of a division; ``None`` where ``text`` begins with none; an annex is an article.

    ``CitationError`` where it names several, or goes on with something that is no name of an act.

    >>> read_division("titre II du livre III du code pénal")
    DivisionCitation(path='livre.iii/titre.ii', act='code pénal')
    >>> read_division("Livre Ier, titre II"), read_division("livre.iii/titre.ii")
    (DivisionCitation(path='livre.i/titre.ii', act=None), None)
    """
    folded = _SMALL.sub(lambda match: match[0].upper(), fold(text))
    paths: list[str] = []
    at, end = len(folded) - len(folded.lstrip()), 0
    while (phrase := division_at(folded, at)) is not None and not phrase.present:
        if len(phrase.items) > 1:
            raise CitationError("several divisions are named; give one", text, (at, len(text.rstrip())))
        end = phrase.stop if phrase.act is None else phrase.act.start
        paths.append(phrase.items[0].path or "")
        between = _BETWEEN.match(folded, end)
        if phrase.act is not None or between is None:
            break
        at = between.end()
    if not paths or paths[0].startswith("annexe"):  # an annex is an article
        return None
    rest = _OF.sub("", text[end:]).strip()
    return DivisionCitation("/".join(paths), rest or None)


# ---------------------------------------------------------------------------------------------------------------------

_SMALL = re.compile(r"\b(?<=[eE] |[nN] )[ivxlc]+(?=er\b|\b)")
"""Roman numerals in small letters."""
_BETWEEN = re.compile(r"\s*,\s*(?=\w)")
_OF = re.compile(r"^[\s,]*(?:(?:de\s+)?l['’]\s*|d['’]|(?:du|des|de la|de)\s+)?", re.IGNORECASE)
