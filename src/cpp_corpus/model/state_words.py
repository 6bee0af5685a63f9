"""Words and letters by which headings, lines of pages and tables say the state of an article.

What a source has as data (``ABROGE_DIFF``) is in :mod:`cpp_corpus.model.states`.
"""

from __future__ import annotations

import re

from cpp_corpus.model.validity import ArticleState

__all__ = ["LETTERS", "NOT_IN_FORCE", "not_in_force"]

LETTERS = {
    "V": "VIGUEUR",
    "VT": "ABROGE_DIFF",
    "VD": "VIGUEUR_DIFF",
    "Ab": "ABROGE",
    "An": "ANNULE",
    "P": "PERIME",
    "T": "TRANSFERE",
    "MMN": "MODIFIE_MORT_NE",
}
"""The state words that Légifrance abbreviates in the titles of links: ``Code des vents - art. L12-3 (V)``."""

NOT_IN_FORCE = r"(?:[Nn]on en vigueur|(?:[Nn]on|[Pp]as) (?:encore (?:entr[ée]e? )?|entr[ée]e? )en vigueur)"
"""What says that an article is not in force, as part of a pattern."""


def not_in_force(words: str) -> ArticleState | None:
    """The state that words begin with where they say that an article is not in force: no longer, or not yet.

    >>> [str(not_in_force(words)) for words in ("Non en vigueur", "non entré en vigueur", "Pas encore en vigueur")]
    ['repealed', 'future', 'future']
    >>> not_in_force("En vigueur étendu") is None
    True
    """
    found = _NOT_IN_FORCE.match(words)
    return None if found is None else ArticleState.FUTURE if found["yet"] else ArticleState.REPEALED


# ---------------------------------------------------------------------------------------------------------------------

_NOT_IN_FORCE = re.compile(rf"(?=\w+(?P<yet> encore| entr)?){NOT_IN_FORCE}\b")
