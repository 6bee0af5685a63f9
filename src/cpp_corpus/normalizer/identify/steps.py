"""The steps of the alignment of a dump with an atlas, the most certain matches first.

Texts that occur exactly once in the dump and in the atlas are anchors. Between two anchors in the order of the law only
the articles between their places are possible: this distinguishes articles with the same text, makes a similar text
sufficient, and gives the only place between two neighbours to the only article between them. Each step adds anchors for
the next ones, until no step adds any. Where two candidates remain, the article stays unnumbered.

Where the atlas does not have the day of the dump, articles may have been renumbered between the two days, and the
numbers that :mod:`.renumbering` finds uncertain are dropped. Unless nearly all texts are equal, only anchors in the
order of the law count then, and more similarity is needed.
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
    """Match the articles of a dump, in its order, with those of the atlas, as far as there is evidence."""
    state = State(articles, candidates)
    limits = _SAME_LAW if state.is_same_law else _OTHER_LAW
    anchored_in_order = _anchor(state, limits)
    state.in_order = anchored_in_order and _is_in_order(state)
    while _same_words(state) or _similar(state, limits) or _between(state, limits):
        state.in_order = anchored_in_order and _is_in_order(state)
    if not candidates.at_date:
        for rank in renumbered(state):
            state.matches[rank] = None
    if _is_of_another_act(state):
        state.matches = [None] * len(articles)
    return state


def _is_of_another_act(state: State) -> bool:
    """Whether so few of many articles are matched that these have sentences that any act may have."""
    matched = sum(match is not None for match in state.matches)
    return len(state.matches) >= _SEVERAL and matched < _CHANCE * len(state.matches)


class _Limits(NamedTuple):
    """Thresholds of the evidence."""

    words: int
    """Number of words from which on a text alone identifies its article."""
    share: float
    """Similarity that is enough between two neighbours."""
    margin: float
    """By how much it must exceed that of any other candidate."""
    unconfirmed_share: float
    """``share`` where no neighbours confirm it."""
    unconfirmed_margin: float
    order_share: float
    """Similarity that is enough for the only place between two neighbours."""


_NEVER = 2.0
_SEVERAL = 20  # articles from which on their number tells
_CHANCE = 0.05  # share of articles that have their sentence in common with another act by chance
_SAME_LAW = _Limits(words=4, share=0.2, margin=0.1, unconfirmed_share=0.45, unconfirmed_margin=0.2, order_share=0.05)
_OTHER_LAW = _Limits(
    words=8, share=0.45, margin=0.15, unconfirmed_share=_NEVER, unconfirmed_margin=_NEVER, order_share=0.25
)
_ANCHORED_IN_ORDER = 0.9
_ORDERED = 0.97  # share of the matches in the order of the law from which on the dump counts as in order
_TELLING = 1 / 3  # share of the articles that must be matched to decide that


def _anchor(state: State, limits: _Limits) -> bool:
    """Match texts that occur once in the dump and once in the atlas; whether their order is the same."""
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
    if not state.is_same_law:  # articles out of the order of numbers, but in the division of their neighbours
        strays = [(rank, place) for rank, place in found if state.matches[rank] is None]
        for rank, place in [each for each in strays if state.is_close(each[1], state.neighbours(each[0]))]:
            state.match(rank, Match(place, IdentifiedBy.EXACT_TEXT, 1.0))
    return len(chain) >= _ANCHORED_IN_ORDER * len(found)


def _is_in_order(state: State) -> bool:
    """Whether the matches show that the dump as a whole is in the order of the law."""
    positions = [state.position(match.place) for match in state.matches if match is not None]
    many = len(positions) >= _TELLING * len(state.matches)
    return many and len(_longest_rise(positions)) >= _ORDERED * len(positions)


def _same_words(state: State) -> int:
    """Match texts that occur several times, in the dump or in the atlas, by the places between their neighbours."""
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
    """Whether a neighbour has the text of one article but was not matched, so it is out of order."""
    around = (other for other in (rank - 1, rank + 1) if 0 <= other < len(state.matches))
    exact = state.candidates.exact
    return any(
        state.matches[other] is None and len(exact.get(state.articles[other].print.exact, ())) == 1 for other in around
    )


def _similar(state: State, limits: _Limits) -> int:
    """Match texts that are similar to one article of the atlas, and to no other."""
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
    excluded = (  # by the order of the law, if the neighbours are close enough to show it
        state.in_order and inside and second not in possible and state.is_close(place, state.neighbours(rank))
    )
    rival = max((each for each, claimant in claims[place] if claimant != rank), default=0.0)
    if max(0.0 if excluded else other or 0.0, rival) + margin > share:
        return None
    return Match(place, IdentifiedBy.SIMILAR_TEXT, share, second, other)


def _between(state: State, limits: _Limits) -> int:
    """Match the only article between two neighbours, where the atlas has exactly one place there."""
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
    """The indexes of a longest increasing subsequence.

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
