"""Numbers that are uncertain because of a renumbering between the day of a dump and that of the atlas.

A renumbering usually rewords whole blocks of articles, so a text that is only similar counts if its neighbours have the
same text as in the atlas. Numbers have no gaps, and a new article gets a free number: where the dump would have a gap,
or an article between two numbers with no number between them, the numbers of the atlas are not those of the dump, from
there on, as long as they are consecutive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cpp_corpus.model.article import IdentifiedBy
from cpp_corpus.normalizer.identify.state import State

__all__ = ["renumbered"]


def renumbered(state: State) -> set[int]:
    """The ranks of the articles whose numbers are uncertain."""
    same = [match is not None and match.by == IdentifiedBy.EXACT_TEXT for match in state.matches]
    known = [rank for rank, match in enumerate(state.matches) if match is not None]
    implausible = {rank for rank in known if not same[rank] and not _is_confirmed(same, rank)}
    for at, (before, after) in enumerate(pairwise(known)):
        if _is_broken(state, before, after):
            implausible.update(_following(state, known[at + 1 :]))
    return implausible


def _is_confirmed(same: Sequence[bool], rank: int) -> bool:
    """Whether enough of the neighbours have exactly the text of their matches."""
    return sum(same[max(rank - _NEIGHBOURS, 0) : rank + _NEIGHBOURS + 1]) >= _CONFIRMING


def _is_broken(state: State, before: int, after: int) -> bool:
    """Whether the numbers of two neighbours contradict the articles between them in the dump or in the atlas."""
    first, last = _number(state, before), _number(state, after)
    if after - before > 1:
        return _is_child(first, last)
    start, end = state.position(_place(state, before)), state.position(_place(state, after))
    if state.is_same_law or end != start + 2:  # if the law is the same, the dump left the article out
        return False
    place = state.at(start + 1)
    return state.candidates.words(place) > _NEVER_LEFT_OUT and _is_next(state.candidates.steps(place), last)


def _following(state: State, known: Sequence[int]) -> Iterator[int]:
    """The first of these, and those after it as long as their numbers are consecutive."""
    yield known[0]
    for one, after in pairwise(known):
        if not _is_next(_number(state, one), _number(state, after)):
            return
        yield after


def _place(state: State, rank: int) -> int:
    match = state.matches[rank]
    assert match is not None  # noqa: S101 - only called for known articles
    return match.place


def _number(state: State, rank: int) -> tuple[str, ...]:
    return state.candidates.steps(_place(state, rank))


def _is_child(number: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the second is the first number that can be inserted after the first: ``113-8-1`` after ``113-8``."""
    return (*number, "1") == tuple(other)


def _is_next(number: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the second is the next number after the first: ``113-8-2`` after ``113-8-1``."""
    one, two = number[-1], other[-1]
    return len(number) == len(other) > 2 and number[:-1] == other[:-1] and _is_one_more(one, two)


def _is_one_more(one: str, two: str) -> bool:
    return one.isdecimal() and two.isdecimal() and int(one) + 1 == int(two)


_NEIGHBOURS = 3  # on each side
_CONFIRMING = 2
_NEVER_LEFT_OUT = 60  # words: pages leave out articles of at most 500 bytes
