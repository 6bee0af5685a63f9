"""Which numbers hang together with a renumbering between the day of a dump and that of its reference.

Law that gives articles new numbers rewords whole blocks of them, so a text that is only similar counts among neighbours
of the same words. Numbers are given without holes, and a new article takes a number for which there is room: where the
dump would have a hole, or an article between two numbers that leave no room for one, the reference has other numbers
than the dump had, from there on, as far as they follow one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cpp_corpus.model.article import IdentifiedBy
from cpp_corpus.normalizer.identify.state import State

__all__ = ["renumbered"]


def renumbered(state: State) -> set[int]:
    """The articles whose numbers are in doubt."""
    same = [match is not None and match.by == IdentifiedBy.EXACT_TEXT for match in state.matches]
    known = [rank for rank, match in enumerate(state.matches) if match is not None]
    implausible = {rank for rank in known if not same[rank] and not _is_confirmed(same, rank)}
    for at, (before, after) in enumerate(pairwise(known)):
        if _is_broken(state, before, after):
            implausible.update(_following(state, known[at + 1 :]))
    return implausible


def _is_confirmed(same: Sequence[bool], rank: int) -> bool:
    """Whether enough of the neighbours have the same words as the articles that they are."""
    return sum(same[max(rank - _NEIGHBOURS, 0) : rank + _NEIGHBOURS + 1]) >= _CONFIRMING


def _is_broken(state: State, before: int, after: int) -> bool:
    """Whether the numbers of two neighbours do not go with what stands between them, here or in the reference."""
    first, last = _number(state, before), _number(state, after)
    if after - before > 1:
        return _is_child(first, last)
    start, end = state.position(_place(state, before)), state.position(_place(state, after))
    if state.is_same_law or end != start + 2:  # of the same law, the dump has left the article out
        return False
    place = state.at(start + 1)
    return state.candidates.words(place) > _NEVER_LEFT_OUT and _is_next(state.candidates.steps(place), last)


def _following(state: State, known: Sequence[int]) -> Iterator[int]:
    """The first of these, and those behind it as far as their numbers follow one another."""
    yield known[0]
    for one, after in pairwise(known):
        if not _is_next(_number(state, one), _number(state, after)):
            return
        yield after


def _place(state: State, rank: int) -> int:
    match = state.matches[rank]
    assert match is not None  # noqa: S101 - asked of known ones only
    return match.place


def _number(state: State, rank: int) -> tuple[str, ...]:
    return state.candidates.steps(_place(state, rank))


def _is_child(number: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the second is the first number that can be put behind the first: ``113-8-1`` behind ``113-8``."""
    return (*number, "1") == tuple(other)


def _is_next(number: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the second follows the first: ``113-8-2`` on ``113-8-1``."""
    one, two = number[-1], other[-1]
    return len(number) == len(other) > 2 and number[:-1] == other[:-1] and _is_one_more(one, two)


def _is_one_more(one: str, two: str) -> bool:
    return one.isdecimal() and two.isdecimal() and int(one) + 1 == int(two)


_NEIGHBOURS = 3  # on each side
_CONFIRMING = 2
_NEVER_LEFT_OUT = 60  # words: pages leave out articles of at most 500 bytes
