"""Titles of acts that only a corpus knows, where each word has a capital: "Code Des Sabliers"."""

from __future__ import annotations

import re
from collections.abc import Collection

from cpp_corpus.lang.acts import ACTS
from cpp_corpus.lang.typography import slug

__all__ = ["lower_titles"]


def lower_titles(text: str, acts: Collection[str]) -> str:
    """``text`` with the titles of codes among ``acts`` in small letters, as other codes are recognised in any case.

    Places stay the same. A title that goes on with a capital is another one, and codes of French law stay as they are.

    >>> lower_titles("l'article 3 du Code Des Sabliers, al. 1", ["code-des-sabliers"])
    "l'article 3 du code des sabliers, al. 1"
    >>> lower_titles("l'article 3 du Code Des Sabliers Bleus", ["code-des-sabliers"])
    "l'article 3 du Code Des Sabliers Bleus"
    """
    if not _IN_CAPITALS.search(text):
        return text
    own = {act for act in acts if act.startswith("code-") and act not in ACTS}
    most = max((act.count("-") for act in own), default=0)
    pieces: list[str] = []
    begin = 0
    for match in _CODE.finditer(text):
        end = _end_of_title(text, match.start(), own, most)
        title = text[match.start() : end]
        if match.start() >= begin and len(title.lower()) == len(title) and not title.isupper():
            pieces += [text[begin : match.start()], title.lower()]
            begin = end
    return "".join([*pieces, text[begin:]])


# ---------------------------------------------------------------------------------------------------------------------

_CODE = re.compile(r"\bcode(?=\s)", re.IGNORECASE)
_IN_CAPITALS = re.compile(r"\b[Cc]ode\s+(?:\w+['’]\s?)?[^\W\d_a-zà-ÿ]")
_WORD = re.compile(r"[\s-]+([\w'’]+)")
_GOES_ON = re.compile(r"[^\S\r\n]+(?!(?:Art(?:icles?|s)?|[LRDA])\b)[^\W\d_a-zà-ÿ]")


def _end_of_title(text: str, start: int, acts: Collection[str], most: int) -> int:
    """Where the longest title of one of ``acts`` that begins at ``start`` ends; ``start`` where none does."""
    at, found = start + len("code"), start
    for _ in range(most):
        word = _WORD.match(text, at)
        if word is None:
            break
        at = word.end()
        if slug(text[start:at]) in acts:
            found = at
    return start if _GOES_ON.match(text, found) else found
