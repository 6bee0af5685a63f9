"""Texts with links of a markup whose marks cannot be undone with certainty: they are not read."""

from __future__ import annotations

import re

from cpp_corpus.ingest.adapter import RefusedError

__all__ = ["refuse_other_markup"]


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


# ---------------------------------------------------------------------------------------------------------------------

_FEW = 3  # links
_SEEN = 1 << 20  # characters
_LINK = re.compile(
    r"\[\[[^\[\]\n]{1,300}\]\["  # Org
    r"|\blink:\S{1,300}?\[[^\[\]\n]"  # AsciiDoc
    r"|`[^`<>\n]{1,300}<[^<>\s]{1,300}>`__"  # reStructuredText
    r"|\[\[[^\[\]|\n]{1,300}\|[^\[\]\n]{1,300}\]\]"  # MediaWiki
)
