"""Reading of the lines around an article: headings without a number, version lines, "abrogé"."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from cpp_corpus.lang.dates import find_date
from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.heading import Heading
from cpp_corpus.model.state_words import not_in_force

__all__ = ["Version", "is_placeholder", "read_version", "says_repealed", "unreadable_number"]


class Version(NamedTuple):
    """First day of a version, first day on which it is no longer law, and the state that it says."""

    valid_from: date | None = None
    valid_to: date | None = None
    state: ArticleState | None = None


def unreadable_number(heading: Heading, printed: str) -> str:
    """Why a heading has no number, as a sentence; ``printed`` is the heading as printed.

    >>> from cpp_corpus.model.heading import read_heading
    >>> unreadable_number(read_heading("Article None"), "Article None")
    'The source prints None for the number, so the article has none; its id has its line instead.'
    """
    if heading.is_unnumbered:
        return "The source prints None for the number, so the article has none; its id has its line instead."
    if not heading.name:
        return "The heading has no number, so the article has none; its id has its line instead."
    return f"The heading {printed.strip()[:60]!r} has no readable number, so the id has its line; correct the heading."


def read_version(line: str) -> Version:
    """Read ``Version en vigueur depuis le 27 décembre 2020``, ``… du 1er mai 2001 au 3 juin 2005``.

    >>> read_version("Version en vigueur du 01 mai 2001 au 03 juin 2005").valid_to
    datetime.date(2005, 6, 3)
    >>> str(read_version("Version abrogée depuis le 03 juin 2005").state)
    'repealed'
    >>> str(read_version("Non entré en vigueur").state)
    'future'
    >>> str(read_version("Modifié, en vigueur du 01 mai 2001 au 03 juin 2005").state)
    'repealed'
    """
    first, _, last = line.partition(" au ")
    state = not_in_force(line)
    if state is ArticleState.REPEALED or _GONE.match(line):
        return Version(valid_to=find_date(last) or find_date(line), state=ArticleState.REPEALED)
    if state is ArticleState.FUTURE or _TO_COME.match(line):
        return Version(valid_from=find_date(line), state=ArticleState.FUTURE)
    end = find_date(last) if find_date(first) else None
    return Version(find_date(first), end, ArticleState.REPEALED if end and _REPLACED.match(line) else None)


@lru_cache(maxsize=16)
def says_repealed(text: str) -> bool:
    """Whether the whole text of an article says that it is repealed.

    >>> says_repealed("(Abrogé)"), says_repealed("(texte abrogé)."), says_repealed("Le vent est abrogé.")
    (True, True, False)
    """
    return len(text) < _SHORT and _REPEALED.fullmatch(text) is not None


def is_placeholder(text: str) -> bool:
    """Whether a text only says that the source lacks the words of the article.

    >>> is_placeholder("⚠️Missing data from [legifrance](…)⚠️"), is_placeholder("Le vent souffle.")
    (True, False)
    """
    return _PLACEHOLDER.match(text) is not None


# ---------------------------------------------------------------------------------------------------------------------

_SHORT = 120
_PLACEHOLDER = re.compile(r"\W*Missing data\b")
_GONE = re.compile(r"Version (?:abrogée|périmée|annulée|transférée)")
_REPLACED = re.compile(r"\w+ée?, en vigueur du ")
"""How a site says that another version, or none, came after this one."""
_TO_COME = re.compile(r"Version à venir (?:au|le) ")
_REPEALED = re.compile(
    r"[(\[]?\s*(?:(?:article|texte|dispositions)\s+)?(?:(?:abrog|supprim|transfér|périm|annul|déplac)ée?s?|disjointe?)"
    r"(?: par (?:la |le |l'|les )?(?:loi|décret|ordonnance|arrêté)s?\b[^.;]{0,80}?)?\s*[)\]]?\s*\.?",
    re.IGNORECASE,
)
