"""What people type to name an article: a citation, a number or an id, each optionally followed by ``@`` and a day.

``art. 706-16 CPP``, ``L. 811-2 du code de la sécurité intérieure``, ``628-2@2010-12-31``. A day, a number or an act
that cannot be read is an error that shows its place.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple, NoReturn

from cpp_corpus.errors import CitationError, NumberError
from cpp_corpus.lang.acts import ACTS, by_abbreviation, by_name
from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.reference import Basis, Reference, Via
from cpp_corpus.normalizer.recognize import find_citation

__all__ = ["Citation", "read_citation"]


class Citation(NamedTuple):
    """A citation that was read."""

    text: str
    """The citation without its day."""
    references: tuple[Reference, ...]
    """The articles that it names; positions index ``text``. Empty for an id, and for a number such as ``Annexe I``."""
    day: date | None
    """The day whose version is meant; ``None`` where none is given."""


def read_citation(text: str, acts: Collection[str] = ()) -> Citation:
    """Read a citation, a number or an id; ``CitationError`` where it cannot be read.

    ``acts`` are ids of known acts other than the codes of French law.

    >>> citation = read_citation("art. 706-16 CPP@2010-12-31")
    >>> citation.day, [(each.act, each.article) for each in citation.references]
    (datetime.date(2010, 12, 31), [('code-de-procedure-penale', '706-16')])
    >>> read_citation("121-3 du code civl")
    Traceback (most recent call last):
        ...
    cpp_corpus.errors.CitationError: no act is known as 'code civl'; the nearest is 'Code civil'
        121-3 du code civl
                 ~~~~~~~~^
    """
    named, mark, written = text.rpartition("@")
    if not mark:
        return Citation(text, _references(text, acts), None)
    day = _day(text, written)
    try:
        return Citation(named, _references(named, acts), day)
    except CitationError as error:
        raise CitationError(error.problem, text, error.span) from None


# ---------------------------------------------------------------------------------------------------------------------

_DAY_FIRST = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*")
_WORD = re.compile(r"[^\s,;:()'’]+")
_NO_NAME = re.compile(
    r"(?:cf|v|voir|l|les?|la|aux?|à|du|des?|d|et|ou|al|alinéas?|arts?|articles?|[ivx]+|§|n°|°)\.?"
    r"|[a-z]|\d+(?:°|o|er|e|ème)?",
    re.IGNORECASE,
)
"""Words beside a number that are not part of a name: small words, ``article``, parts of an article (``2°``, ``al.
3``)."""


def _day(text: str, written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        other = _DAY_FIRST.fullmatch(written)
        example = f"{other[3]}-{int(other[2]):02}-{int(other[1]):02}" if other else "2010-12-31"
        start = len(text) - len(written)
        problem = f"no day can be read from {written!r}; write it as {example}"
        raise CitationError(problem, text, (start, len(text))) from None


def _references(text: str, acts: Collection[str]) -> tuple[Reference, ...]:
    found = find_citation(text)
    if not found:
        _check_number(text, acts)
        return ()
    first, last = found[0], found[-1]
    tail = text[last.end :]
    if tail[:1] == "." and text[last.end - 1].isalpha():  # "706-16 C. pr. pén.": the letter is not part of the number
        found = find_citation(text[: last.end - 1])
        first, last = found[0], found[-1]
    elif tail[:1].isalnum():
        end = last.end + len(re.split(r"[\s,;]", tail, maxsplit=1)[0])
        raise CitationError(f"no article has a number such as {text[first.start : end]!r}", text, (first.start, end))
    if last.act is not None:
        if last.act.startswith("code-") and last.act not in ACTS and last.act not in acts:
            _refuse_act(text, _named(text, first, last) or (0, len(text)), acts)
        return tuple(found)
    span = _named(text, first, last)
    if span is None:
        return tuple(found)
    name = text[slice(*span)]
    meant = _acts(name, acts)
    if not meant:
        _refuse_act(text, span, acts)
    if len(meant) > 1:
        return tuple(found)
    named = {"act": meant[0], "via": Via.EXPLICIT, "basis": Basis.NAMED, "reason": None, "detail": None}
    return tuple(each.replaced(**named) for each in found)


def _check_number(text: str, acts: Collection[str]) -> None:
    """``CitationError`` unless the text is an id, or a number that no citation has, such as ``Annexe I``."""
    act, slash, number = text.partition("/")
    if slash and number and (act in acts or act in ACTS or ":" in act):
        return
    try:
        ArticleNumber.parse(text)
    except NumberError:
        what = repr(text) if text.strip() else "an empty text"
        problem = f"no article number can be read from {what}; write it as in 'art. 706-16 CPP'"
        raise CitationError(problem, text, (0, len(text))) from None


def _named(text: str, first: Reference, last: Reference) -> tuple[int, int] | None:
    """Where the name of an act seems to be: after the last number, else before the first."""
    for start, end in ((last.end, len(text)), (0, first.start)):
        words = [word.span() for word in _WORD.finditer(text, start, end) if not _NO_NAME.fullmatch(word[0])]
        if words:
            return words[0][0], words[-1][1]
    return None


def _acts(name: str, acts: Collection[str]) -> tuple[str, ...]:
    return by_name(name) or by_abbreviation(name) or tuple(act for act in acts if _as_title(act) == name.lower())


def _refuse_act(text: str, span: tuple[int, int], acts: Collection[str]) -> NoReturn:
    name = text[slice(*span)]
    titles = {_as_title(act): _as_title(act) for act in acts} | {act.title.lower(): act.title for act in ACTS.values()}
    near = get_close_matches(name.lower(), titles, n=1, cutoff=0.7)
    hint = f"; the nearest is {titles[near[0]]!r}" if near else ""
    raise CitationError(f"no act is known as {name!r}{hint}", text, span)


def _as_title(act: str) -> str:
    """The id of a code as a title: words instead of hyphens."""
    return act.replace("-", " ")
