"""Citations as people type them: a citation, a number or an id, each optionally followed by ``@`` and a day.

``art. 706-16 CPP``, ``L. 811-2 du code de la sécurité intérieure``, ``121-1 à 121-3``, ``121-3, al. 2``,
``628-2@2010-12-31``, ``code-penal/121-3``. A day, a number, a part or an act that cannot be read is an error that shows
where it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple, NoReturn

from cpp_corpus.citation.parts import Part, locators, parts_in, without_parts
from cpp_corpus.citation.titles import lower_titles
from cpp_corpus.errors import CitationError, NotationError, NumberError
from cpp_corpus.lang.act_titles import act_title, nearest_acts
from cpp_corpus.lang.acts import ACTS, but_for_a_letter, by_abbreviation, by_name
from cpp_corpus.lang.typography import slug
from cpp_corpus.model.locator import Locator
from cpp_corpus.model.number import ArticleNumber, normalize_number
from cpp_corpus.model.reference import Basis, Reference, ReferenceKind, Via
from cpp_corpus.model.target import target_fields
from cpp_corpus.normalizer.recognize import find_citation

__all__ = ["Citation", "read_citation"]


class Citation(NamedTuple):
    """A citation that was read."""

    text: str
    """The citation without its day."""
    references: tuple[Reference, ...]
    """The articles and ranges that it names, each with its part if it has one; positions index ``text``."""
    day: date | None
    """The day after ``@``; ``None`` if there is none."""


def read_citation(text: str, acts: Collection[str] = ()) -> Citation:
    """Read a citation, a number or an id; ``CitationError`` where it cannot be read.

    ``acts`` are ids of known acts other than the codes of French law.

    >>> citation = read_citation("art. 706-16, al. 2, CPP@2010-12-31")
    >>> citation.day, [(each.act, each.article, each.locator) for each in citation.references]
    (datetime.date(2010, 12, 31), [('code-de-procedure-penale', '706-16', 'al2')])
    >>> read_citation("code-penal/121-1..121-3").references[0].to
    '121-3'
    >>> read_citation("121-3 du code civl")
    Traceback (most recent call last):
        ...
    cpp_corpus.errors.CitationError: no act is known as 'code civl'; the nearest is 'Code civil'
        121-3 du code civl
                 ~~~~~~~~^
    """
    if len(text) > _LONGEST:
        problem = f"a citation has no more than {_LONGEST:,} characters; find_references reads texts"
        raise CitationError(problem, f"{text[:60]}…", (60, 61))
    named, mark, written = text.rpartition("@")
    day = _day(text, written) if mark else None
    asked = named if mark else text
    try:
        return Citation(asked, _read(lower_titles(asked, acts), acts), day)
    except CitationError as error:
        raise CitationError(error.problem, text, error.span, error.act) from None


# ---------------------------------------------------------------------------------------------------------------------

_LONGEST = 4000
_ACT_ID = re.compile(r"[a-z-]+:\S+")
_UNREAD = re.compile(r"\b(?:al|alin[ée]as?|ph|phrases?|tirets?)\b\.?|§|[0-9]+[ ]?°|;[ ]*[0-9][\w-]*", re.IGNORECASE)
"""Words and numbers of parts that were not read."""
_GOES_ON = re.compile(r"(?:^|\s)(à|et|ou|-)\s*$", re.IGNORECASE)
_DAY_FIRST = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*")
_WORD = re.compile(r"[^\s,;:()'’]+")
_NO_NAME = re.compile(
    r"(?:cf|v|voir|l|les?|la|aux?|à|du|des?|d|et|ou|al|alinéas?|arts?|articles?|[ivx]+|§|n°|°)\.?"
    r"|[a-z]|\d+(?:°|o|er|e|ème)?",
    re.IGNORECASE,
)
"""Words beside a number that are not part of a name: small words, ``article``, parts of an article (``2°``, ``al.
3``)."""


def _year_first(written: str) -> str | None:
    """A day that is written in another order, as it should be; ``None`` where no calendar has it."""
    other = _DAY_FIRST.fullmatch(written)
    try:
        return None if other is None else date(int(other[3]), int(other[2]), int(other[1])).isoformat()
    except ValueError:
        return None


def _day(text: str, written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        example = _year_first(written) or "2010-12-31"
        start = len(text) - len(written)
        problem = f"no day can be read from {written!r}; write it as {example}"
        raise CitationError(problem, text, (start, len(text))) from None


def _read(text: str, acts: Collection[str]) -> tuple[Reference, ...]:
    own = _by_id(text, acts)
    if own is not None:
        return (own,)
    parts = parts_in(text)
    bare = without_parts(text, parts)
    found = _references(bare, acts)
    _check_rest(text, bare, found)
    return tuple(_with_parts(text, found, parts))


def _by_id(text: str, acts: Collection[str]) -> Reference | None:
    """An id of this library, or the short form of a target: ``code-penal/121-3``, ``code-penal/121-1..121-3#II``."""
    place, _, locator = text.partition("#")
    act, slash, number = place.rpartition("/")
    if not (slash and number and (act in acts or act in ACTS or _ACT_ID.fullmatch(act))):
        return None
    fields = target_fields(ReferenceKind.ARTICLE, f"{act}/{number}")
    named = {"kind": ReferenceKind.ARTICLE, "start": 0, "end": len(text), "via": Via.EXPLICIT, "basis": Basis.NAMED}
    ends = {name: normalize_number(fields[name]) for name in ("article", "to") if fields[name]}
    return Reference(**(fields | named | ends | {"locator": _locator(text, locator) if locator else None}))


def _with_parts(text: str, found: Sequence[Reference], parts: Sequence[Part]) -> Iterator[Reference]:
    """Each reference with the parts after it, the first also with those before it; repeated for each part."""
    for at, reference in enumerate(found):
        end = found[at + 1].start if at + 1 < len(found) else len(text)
        before = [part for part in parts if at == 0 and part.end <= reference.start]
        behind = [part for part in parts if reference.end <= part.start < end]
        try:
            own = locators(before, behind)
        except ValueError as error:
            raise CitationError(str(error), text, (0, len(text))) from None
        if own:
            yield from (reference.replaced(locator=_locator(text, each)) for each in own)
        else:
            yield reference


def _locator(text: str, locator: str) -> str:
    try:
        return str(Locator(locator))
    except NotationError:
        start = max(text.find(locator), 0)
        problem = f"no part of an article is written {locator!r}; write it as in '121-3, II, 2°, al. 3'"
        raise CitationError(problem, text, (start, len(text))) from None


def _check_rest(text: str, bare: str, found: Sequence[Reference]) -> None:
    """``CitationError`` for anything that was not read: parts, numbers, a list without an end."""
    begin = 0
    for reference in (*found, None):
        end = len(bare) if reference is None else reference.start
        unread = _UNREAD.search(bare, begin, end)
        if unread is not None:
            raise CitationError(f"{unread[0]!r} cannot be read", text, unread.span())
        begin = begin if reference is None else reference.end
    if is_open := _GOES_ON.search(bare, found[-1].end):
        raise CitationError(f"nothing follows {is_open[1]!r}", text, is_open.span(1))


def _references(text: str, acts: Collection[str]) -> tuple[Reference, ...]:
    found = find_citation(text)
    if not found:
        return (_by_number(text),)
    first, last = found[0], found[-1]
    tail = text[last.end :]
    if tail[:1] == "." and text[last.end - 1].isalpha():  # "706-16 C. pr. pén.": the letter is not part of the number
        found = find_citation(text[: last.end - 1])
        if not found:
            return (_by_number(text),)
        first, last = found[0], found[-1]
    elif tail[:1].isalnum():
        end = last.end + len(re.split(r"[\s,;]", tail, maxsplit=1)[0])
        raise CitationError(f"no article has a number such as {text[first.start : end]!r}", text, (first.start, end))
    if last.act is not None:
        if last.act.startswith("code-") and last.act not in ACTS and last.act not in acts:
            whole = _named(text, first, last) or (0, len(text))
            meant = _acts(text[slice(*whole)], acts)  # a title of which only the beginning was read
            if len(meant) != 1:
                _refuse_act(text, whole, acts)
            return tuple(each.replaced(act=meant[0]) if each.act == last.act else each for each in found)
        place = _named(text, first, last)
        if place is not None and by_name(text[slice(*place)]) == () and but_for_a_letter(text[slice(*place)]):
            _refuse_act(text, place, acts)  # misspelt, which a text may be, and not what is asked for
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


def _by_number(text: str) -> Reference:
    """A number that begins with a word, ``Annexe I``; ``CitationError`` for any other text."""
    try:
        number = ArticleNumber.parse(text)
        start = len(text) - len(text.lstrip())
        return Reference(kind=ReferenceKind.ARTICLE, start=start, end=len(text.rstrip()), article=number.normalized)
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
    return by_name(name) or by_abbreviation(name) or tuple(act for act in acts if act == slug(name))


def _refuse_act(text: str, span: tuple[int, int], acts: Collection[str]) -> NoReturn:
    name = text[slice(*span)]
    near = nearest_acts(name, acts)
    hint = f"; the nearest is {(act_title if near[0] in ACTS else _as_title)(near[0])!r}" if near else ""
    raise CitationError(f"no act is known as {name!r}{hint}", text, span, name)


def _as_title(act: str) -> str:
    """The id of a code as a title: words instead of hyphens."""
    return act.replace("-", " ")
