"""Texts with marks that cannot be undone with certainty, links of a markup or changes: they are not read."""

from __future__ import annotations

import re
from itertools import pairwise

from cpp_corpus.ingest.adapter import RefusedError

__all__ = ["refuse_changes", "refuse_other_markup"]


def refuse_other_markup(text: str) -> None:
    """Raise ``RefusedError`` where ``text`` has the links of Org, AsciiDoc, reStructuredText or MediaWiki.

    >>> refuse_other_markup("Le vent [[1]](/1).")
    >>> refuse_other_markup("[[Vent|Le vent]] " * 9)
    Traceback (most recent call last):
    cpp_corpus.ingest.adapter.RefusedError: a text in the markup of Org, AsciiDoc, reStructuredText or MediaWiki
    """
    if len(_LINK.findall(text[:_SEEN])) > _FEW:
        advice = "Convert it to Markdown or to plain text, or save the page as HTML: these are read."
        raise RefusedError("a text in the markup of Org, AsciiDoc, reStructuredText or MediaWiki", advice)


def refuse_changes(text: str) -> None:
    r"""Raise ``RefusedError`` where ``text`` shows what changed between two versions, so that old and new are mixed.

    Its lines have their numbers in both versions above them, or it has the marks of ``diff``.

    >>> refuse_changes("1 1\n2 2\n3 3\n")
    >>> refuse_changes("7 7\nArticle 3\n8 8\nLe vent\n9 9\nLa pluie\n")
    Traceback (most recent call last):
    cpp_corpus.ingest.adapter.RefusedError: the changes between two versions of a text, old and new words mixed
    """
    seen = text[:_SEEN]
    if _HUNK.search(seen) or _is_numbered_twice(seen):
        advice = "Give one of the two versions, without the words that were taken out."
        raise RefusedError("the changes between two versions of a text, old and new words mixed", advice)


# ---------------------------------------------------------------------------------------------------------------------

_FEW = 3  # links
_RUNS = 2  # lines with their numbers, behind others
_SEEN = 1 << 20  # characters
_LINK = re.compile(
    r"\[\[[^\[\]\n]{1,300}\]\["  # Org
    r"|\blink:\S{1,300}?\[[^\[\]\n]"  # AsciiDoc
    r"|`[^`<>\n]{1,300}<[^<>\s]{1,300}>`__"  # reStructuredText
    r"|\[\[[^\[\]|\n]{1,300}\|[^\[\]\n]{1,300}\]\]"  # MediaWiki
)
_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@", re.MULTILINE)
_NUMBERS = re.compile(r"^(\d{1,6})[ \t]+(\d{1,6})[ \t]*$", re.MULTILINE)


def _is_numbered_twice(text: str) -> bool:
    """Whether lines have two numbers above them, those of one line being one more than those of the line before."""
    runs = words = 0
    for before, found in pairwise(_NUMBERS.finditer(text)):
        if [int(number) + 1 for number in before.groups()] == [int(number) for number in found.groups()]:
            runs += 1
            words += not text[before.end() : found.start()].isspace()
    return runs >= _RUNS and words > 0
