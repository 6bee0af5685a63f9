"""What the heading of an article says: its number, and whether it is law; and what the line of its version says."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from cpp_corpus.errors import NumberError
from cpp_corpus.lang.dates import find_date
from cpp_corpus.lang.typography import plain
from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.number import ArticleNumber

__all__ = ["Heading", "Version", "is_placeholder", "read_heading", "read_version", "says_repealed"]


class Heading(NamedTuple):
    """A heading, read."""

    number: ArticleNumber | None
    state: ArticleState
    problem: str | None
    """Why there is no number."""

    def finding(self, path: str, line: int, article: str) -> Finding:
        """The problem as a finding."""
        return Finding.build(
            FindingCode.UNREADABLE_NUMBER,
            str(self.problem),
            path=path,
            line=line,
            article=article,
        )


class Version(NamedTuple):
    """First day of a version, and first day on which it is law no more."""

    valid_from: date | None = None
    valid_to: date | None = None


def read_heading(heading: str) -> Heading:
    """Read a heading as printed: ``Article 12-3 (abrogé)``, ``Annexe I``.

    >>> read_heading("Article L12-3 (abrogé)")[:2]
    (ArticleNumber('L12-3'), <ArticleState.REPEALED: 'repealed'>)
    """
    state = ArticleState.IN_FORCE
    status = _STATUS.search(heading)
    if status and (found := _STATES.get(plain(status[1]).lower().rstrip("e"))):
        state = found
        heading = heading[: status.start()]
    bare = _WORD.sub("", heading, count=1).strip()
    if bare == "None":
        message = "The source prints None for the number, so the article has none; it is known by its line."
        return Heading(None, state, message)
    try:
        return Heading(ArticleNumber.parse(bare), state, None)
    except NumberError:
        message = (
            f"The heading {heading.strip()[:60]!r} has no number that can be read; the article is known by its line."
        )
        return Heading(None, state, message)


def read_version(line: str) -> Version:
    """Read ``Version en vigueur depuis le 27 décembre 2020``, ``… du 1er mai 2001 au 3 juin 2005``.

    >>> read_version("Version en vigueur du 01 mai 2001 au 03 juin 2005").valid_to
    datetime.date(2005, 6, 3)
    """
    first, _, last = line.partition(" au ")
    if _GONE.match(line):
        return Version(valid_to=find_date(line))
    return Version(find_date(first), find_date(last) if find_date(first) else None)


@lru_cache(maxsize=16)
def says_repealed(text: str) -> bool:
    """Whether the whole text of an article says that it is repealed.

    >>> says_repealed("(Abrogé)"), says_repealed("(texte abrogé)."), says_repealed("Le vent est abrogé.")
    (True, True, False)
    """
    return len(text) < 30 and _REPEALED.fullmatch(text) is not None


def is_placeholder(text: str) -> bool:
    """Whether a text only says that the source lacks the words of the article.

    >>> is_placeholder("⚠️Missing data from [legifrance](…)⚠️"), is_placeholder("Le vent souffle.")
    (True, False)
    """
    return _PLACEHOLDER.match(text) is not None


# ---------------------------------------------------------------------------------------------------------------------

_PLACEHOLDER = re.compile(r"\W*Missing data\b")
_STATUS = re.compile(r"\s*\(\s*([^()\d]{4,30}?)\s*\)\s*$")
_WORD = re.compile(r"\s*Article\b\s*", re.IGNORECASE)
_GONE = re.compile(r"Version (?:abrogée|périmée|annulée|transférée)")
_REPEALED = re.compile(r"[(\[]?\s*(?:(?:article|texte)\s+)?(?:abrogée?|supprimée?)\s*[)\]]?\s*\.?", re.IGNORECASE)
_STATES = {
    **dict.fromkeys(("abrog", "perim", "annul", "transfer", "disjoint", "modifie mort-n"), ArticleState.REPEALED),
    **dict.fromkeys(("differ", "vigueur differ", "a venir"), ArticleState.FUTURE),
    **dict.fromkeys(("abroge differ", "modifi"), ArticleState.IN_FORCE),
}
