"""The steps of the alignment of a dump against a reference, from what is certain to what follows from it.

Texts that stand once here and once there are anchors. Between two anchors that stand in the law's order only the
articles between their places are possible: that distinguishes articles of the same words, lets a similar text be
enough, and gives the one place between two neighbours to the one article between them. Each step makes anchors for the
next, until none adds any; where two answers remain, there is none.

Where the reference is not of the dump's day, law may have been renumbered between the two, and :mod:`.renumbering`
gives up what hangs together with that. Unless nearly all words agree, only anchors in the law's order count then, and
likeness must be certain.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cpp_corpus.model.article import IdentifiedBy
from cpp_corpus.normalizer.identify.candidates import Candidates
from cpp_corpus.normalizer.identify.renumbering import renumbered
from cpp_corpus.normalizer.identify.state import Anonymous, Match, State

__all__ = ["align"]


def align(articles: Sequence[Anonymous], candidates: Candidates) -> State:
    """The articles of a dump, in its order, matched to those of the reference as far as there is evidence."""
    state = State(articles, candidates)
    limits = _SAME_LAW if state.is_same_law else _OTHER_LAW
    anchored_in_order = _anchor(state, limits)
    state.in_order = anchored_in_order and _is_in_order(state)
    while _same_words(state) or _similar(state, limits) or _between(state, limits):
        state.in_order = anchored_in_order and _is_in_order(state)
    if not candidates.at_date:
        for rank in renumbered(state):
            state.matches[rank] = None
    return state


class _Limits(NamedTuple):
    """How much evidence is enough."""

    words: int
    """Number of words from which a text alone is evidence of its article."""
    share: float
    """Likeness that is enough between two neighbours."""
    margin: float
    """By how much it must be above that of any other."""
    unconfirmed_share: float
    """The same where no neighbours confirm it."""
    unconfirmed_margin: float
    order_share: float
    """Likeness that is enough for the only place between two neighbours."""


_NEVER = 2.0
_SAME_LAW = _Limits(words=4, share=0.2, margin=0.1, unconfirmed_share=0.45, unconfirmed_margin=0.2, order_share=0.05)
_OTHER_LAW = _Limits(
    words=8, share=0.45, margin=0.15, unconfirmed_share=_NEVER, unconfirmed_margin=_NEVER, order_share=0.25
)
_ANCHORED_IN_ORDER = 0.9
_ORDERED = 0.97  # share of the matches that stand in the law's order, in a dump that does
_TELLING = 1 / 3  # share of the articles that must be matched to say so


def _anchor(state: State, limits: _Limits) -> bool:
    """Texts that stand once in the dump and once in the reference; whether they stand there in the same order."""
    exact = state.candidates.exact
    times = Counter(article.print.exact for article in state.articles)
    found = [
        (rank, exact[article.print.exact][0])
        for rank, article in enumerate(state.articles)
        if len(exact.get(article.print.exact, ())) == 1
        and times[article.print.exact] == 1
        and article.print.words >= limits.words
    ]
    state.set_order(found)
    chain = [found[at] for at in _longest_rise([state.position(place) for _, place in found])]
    state.set_offset(chain)
    for rank, place in found if state.is_same_law else chain:
        state.match(rank, Match(place, IdentifiedBy.EXACT_TEXT, 1.0))
    if not state.is_same_law:  # what stands out of the order of numbers, but in the division of its neighbours
        strays = [(rank, place) for rank, place in found if state.matches[rank] is None]
        for rank, place in [each for each in strays if state.is_close(each[1], state.neighbours(each[0]))]:
            state.match(rank, Match(place, IdentifiedBy.EXACT_TEXT, 1.0))
    return len(chain) >= _ANCHORED_IN_ORDER * len(found)


def _is_in_order(state: State) -> bool:
    """Whether the matches show that the dump as a whole stands in the law's order."""
    positions = [state.position(match.place) for match in state.matches if match is not None]
    many = len(positions) >= _TELLING * len(state.matches)
    return many and len(_longest_rise(positions)) >= _ORDERED * len(positions)


def _same_words(state: State) -> int:
    """Texts that stand several times, here or in the reference: by the room that their neighbours leave."""
    exact = state.candidates.exact
    groups: dict[tuple[int, ...], list[int]] = {}
    rivals: Counter[int] = Counter()
    for rank in state.open():
        if _is_beside_stray(state, rank):
            continue
        if possible := state.possible(rank, exact.get(state.articles[rank].print.exact, ())):
            groups.setdefault(tuple(possible), []).append(rank)
            rivals.update(possible)
    numbered = 0
    for places, ranks in groups.items():
        if len(places) != len(ranks) or any(rivals[place] != len(ranks) for place in places):
            continue
        for rank, place in zip(ranks, places, strict=True):
            other = next((each for each in exact[state.articles[rank].print.exact] if each != place), None)
            state.match(rank, Match(place, IdentifiedBy.EXACT_TEXT, 1.0, other, None if other is None else 1.0))
        numbered += len(ranks)
    return numbered


def _is_beside_stray(state: State, rank: int) -> bool:
    """Whether a neighbour has the words of one article, and was left out all the same: it stands elsewhere."""
    around = (other for other in (rank - 1, rank + 1) if 0 <= other < len(state.matches))
    exact = state.candidates.exact
    return any(
        state.matches[other] is None and len(exact.get(state.articles[other].print.exact, ())) == 1 for other in around
    )


def _similar(state: State, limits: _Limits) -> int:
    """Texts that are much like one article of the reference, and like no other."""
    likely = {rank: [each for each in state.near(rank) if state.is_free(each[1])] for rank in state.open()}
    claims: dict[int, list[tuple[float, int]]] = {}
    for rank, near in likely.items():
        for share, place in near:
            claims.setdefault(place, []).append((share, rank))
    matches = [(rank, match) for rank, near in likely.items() if (match := _best(state, limits, rank, near, claims))]
    for rank, match in matches:
        state.match(rank, match)
    return len(matches)


def _best(
    state: State,
    limits: _Limits,
    rank: int,
    near: Sequence[tuple[float, int]],
    claims: Mapping[int, Sequence[tuple[float, int]]],
) -> Match | None:
    possible = set(state.possible(rank, [place for _, place in near]))
    inside = [each for each in near if each[1] in possible]
    least, margin = (limits.share, limits.margin) if inside else (limits.unconfirmed_share, limits.unconfirmed_margin)
    share, place = next(iter(inside or near), (0.0, -1))
    if share < least:
        return None
    other, second = next((each for each in near if each[1] != place), (None, None))
    excluded = (  # by the order of the law, which the neighbours must show from near
        state.in_order and inside and second not in possible and state.is_close(place, state.neighbours(rank))
    )
    rival = max((each for each, claimant in claims[place] if claimant != rank), default=0.0)
    if max(0.0 if excluded else other or 0.0, rival) + margin > share:
        return None
    return Match(place, IdentifiedBy.SIMILAR_TEXT, share, second, other)


def _between(state: State, limits: _Limits) -> int:
    """The only article between two neighbours, where the reference has one place there."""
    matches = [(rank, match) for rank in state.open() if (match := _only(state, limits, rank))]
    for rank, match in matches:
        state.match(rank, match)
    return len(matches)


def _only(state: State, limits: _Limits, rank: int) -> Match | None:
    if not 0 < rank < len(state.matches) - 1:
        return None
    before, after = state.matches[rank - 1], state.matches[rank + 1]
    if before is None or after is None or IdentifiedBy.ORDER in {before.by, after.by}:
        return None
    first = state.position(before.place)
    if state.position(after.place) != first + 2:
        return None
    place = state.at(first + 1)
    if not state.is_free(place) or not state.fits_depth(rank, place):
        return None
    share = state.candidates.share(state.articles[rank].print, place)
    unlisted = state.is_same_law and not state.candidates.words(place)
    if not unlisted and share < limits.order_share:
        return None
    other, second = next((each for each in state.near(rank) if each[1] != place), (None, None))
    if other is not None and other > max(share, limits.share):
        return None
    return Match(place, IdentifiedBy.ORDER, share, second, other)


def _longest_rise(values: Sequence[int]) -> list[int]:
    """Where the members of a longest rising subsequence stand.

    >>> _longest_rise([3, 1, 2, 9, 4])
    [1, 2, 4]
    """
    ends: list[int] = []  # values that end the best sequence of each length
    at_end: list[int] = []
    before: list[int | None] = []
    for at, value in enumerate(values):
        length = bisect_left(ends, value)
        before.append(at_end[length - 1] if length else None)
        ends[length : length + 1] = [value]
        at_end[length : length + 1] = [at]
    made: list[int] = []
    at_last = at_end[-1] if at_end else None
    while at_last is not None:
        made.append(at_last)
        at_last = before[at_last]
    return made[::-1]
