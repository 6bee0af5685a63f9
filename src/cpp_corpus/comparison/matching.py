"""Which old and which new article are the same.

The number decides, unless the text shows that the article was renumbered: the law renumbers whole blocks, and reuses
numbers. The steps, each applied to what the steps before have left:

1. the same number and the same words;
2. the same words under another number, where the text is long enough to be unique, or where the articles before or
   after are matched with each other too;
3. the same number and similar words;
4. similar words under another number, more similar than any other's;
5. the same number.

Unnumbered articles take part in steps 2 and 4. Repealed articles are matched by number alone. Articles that no step
matches were added or removed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from cpp_corpus.comparison.moves import is_moved
from cpp_corpus.comparison.pairs import Text, candidates, common, models, numbered_alike
from cpp_corpus.comparison.versions import Side
from cpp_corpus.model.diff import MatchedBy

__all__ = ["Match", "matched"]


class Match(NamedTuple):
    """Positions of an old and a new article that are the same article, and how that is known."""

    old: int
    new: int
    by: MatchedBy
    score: float | None = None
    runner_up: float | None = None


def matched(old: Side, new: Side) -> list[Match]:
    """The pairs, each article in at most one, in the order of the new side.

    Exchanging the sides gives the same pairs.
    """
    return _Matching(old, new).run()


# ---------------------------------------------------------------------------------------------------------------------

# Shares of words in common, chosen from two codes over fifteen years; uncertain pairs are left unmatched.
_SURE = 0.8  # with the same number: no other candidate is looked for
_STILL = 0.9  # with the same number: equal words under another number do not count against it
_STAYED = 0.5  # with the same number: more than two different articles on one subject have in common
_ELSEWHERE = 0.2  # by how much another number must be more similar than the article's own
# Words that an article needs to be matched by its text alone; and the same beside matched neighbours, or without a
# number:
_LONG = 25
_SHORT = 10


class _Enough(NamedTuple):
    """How similar two articles with different numbers must be to be the same article."""

    score: float
    margin: float
    """By how much the score must exceed that of the next candidate."""
    words: int
    others: float = 2
    """How many times as many words must differ in the next candidate: the law writes many articles on one model."""


# By the number of sides, before and after, on which the neighbours are matched too:
_ENOUGH = (_Enough(0.8, 0.15, _LONG), _Enough(0.7, 0.1, _SHORT), _Enough(0.65, 0.0, _SHORT))
_NUMBERLESS = (_Enough(0.7, 0.1, _SHORT), _Enough(0.65, 0.1, _SHORT), _Enough(0.4, 0.1, _SHORT, 1.2))
_OTHER_ACT = _Enough(0.9, 0.15, 2 * _LONG)
_PLACED = re.compile(r"\bprésente?s? (?:partie|livre|titre|chapitre|section|sous-section|paragraphe|sous-paragraphe)\b")
_ROUNDS = 4  # an article that was matched is evidence for its neighbours in the next round

_EDGE = Match(-1, -1, MatchedBy.ORDER)  # stands for the place before the first article and after the last

_Pair = tuple[int, int]
_Neighbours = Sequence[Sequence[Sequence[Match]]]  # before, after; old, new; by place


class _Matching:
    def __init__(self, old: Side, new: Side) -> None:
        self._sides = (old.articles, new.articles)
        self._texts = tuple([Text(article) for article in side.articles] for side in (old, new))
        self._law = tuple([article.validity.is_law_on(side.day) for article in side.articles] for side in (old, new))
        self._numbered = numbered_alike(old, new)
        self._common = common(self._texts[0]) | common(self._texts[1])
        self._found: tuple[dict[int, Match], dict[int, Match]] = ({}, {})
        self._own: tuple[dict[int, int], dict[int, int]] = ({}, {})  # pairs of one number, not decided yet
        self._likeness: dict[_Pair, float] = {}
        self._beside = self._neighbours()

    def run(self) -> list[Match]:
        self._one_number()
        for _ in range(_ROUNDS):
            if not self._same_words():
                break
        for pair in self._undecided():
            if self._own_score(pair) >= _SURE:
                self._add(*pair, MatchedBy.NUMBER, self._own_score(pair))
        self._similar_words()
        for pair in self._undecided():
            self._add(*pair, MatchedBy.NUMBER, self._own_score(pair))
        return [self._found[1][at] for at in sorted(self._found[1])]

    # -- steps

    def _one_number(self) -> None:
        for i, j in self._numbered:
            both_law = self._law[0][i] and self._law[1][j]
            if self._texts[0][i].is_same(self._texts[1][j]) and both_law:
                self._add(i, j, MatchedBy.NUMBER, 1.0)
            elif both_law or self._law[0][i] or self._law[1][j]:
                self._own[0][i], self._own[1][j] = j, i
            else:
                self._add(i, j, MatchedBy.NUMBER)

    def _same_words(self) -> int:
        """Match articles with the same words; returns how many were matched."""
        places: dict[str, tuple[list[int], list[int]]] = {}
        for side in (0, 1):
            for at in self._free(side):
                places.setdefault(self._texts[side][at].key, ([], []))[side].append(at)
        neighbours = self._neighbours()
        before = len(self._found[0])
        for key, (olds, news) in places.items():
            if not olds or not news:
                continue
            if key and len(olds) == len(news) == 1 and self._is_known_by_words(olds[0], news[0]):
                self._add(olds[0], news[0], MatchedBy.EXACT_TEXT, 1.0)
            else:
                self._by_neighbours(olds, news, neighbours)
        return len(self._found[0]) - before

    def _by_neighbours(self, olds: Sequence[int], news: Sequence[int], neighbours: _Neighbours) -> None:
        """Match articles with the same words by the matched articles next to them, where both sides have equally many.

        They must be in the same division: short articles say "la présente section".
        """
        for seen in neighbours:
            beside: dict[Match, tuple[list[int], list[int]]] = {}
            for side, places in enumerate((olds, news)):
                for at in places:
                    if at not in self._found[side]:
                        beside.setdefault(seen[side][at], ([], []))[side].append(at)
            for match, (some_old, some_new) in beside.items():
                if len(some_old) != len(some_new):
                    continue
                for i, j in zip(some_old, some_new, strict=True):
                    if (match is _EDGE or not self._texts[0][i].words) and not self._is_anonymous(i, j):
                        continue
                    if self._may_be(i, j) and not is_moved(self._sides[0][i], self._sides[1][j]):
                        self._add(i, j, MatchedBy.ORDER if len(olds) > 1 else MatchedBy.EXACT_TEXT, 1.0)

    def _similar_words(self) -> None:
        """Match articles with similar words."""
        free = [list(self._free(side)) for side in (0, 1)]
        scores = {pair: self._own_score(pair) for pair in self._undecided()}
        for i, j in candidates(*([self._texts[side][at] for at in free[side]] for side in (0, 1))):
            pair = free[0][i], free[1][j]
            if pair not in scores and (score := self._score(pair)) >= _NUMBERLESS[-1].score:
                scores[pair] = score
        for _ in range(_ROUNDS):
            likely = self._likely(scores)
            for (i, j), runner_up in zip(likely, self._runners_up(likely), strict=True):
                score, next_best = scores[i, j], max(likely[i, j], runner_up)
                if self._is_renumbered(i, j, score, next_best):
                    by = MatchedBy.EXACT_TEXT if score == 1 else MatchedBy.SIMILAR_TEXT
                    self._add(i, j, by, score, next_best or None)
            left = {(i, j): s for (i, j), s in scores.items() if i not in self._found[0] and j not in self._found[1]}
            if len(left) == len(scores):
                break
            scores = left

    def _likely(self, scores: Mapping[_Pair, float]) -> dict[_Pair, float]:
        """The pairs in which neither article has a better candidate, with the next best score."""
        best: tuple[dict[int, list[float]], dict[int, list[float]]] = ({}, {})
        for pair, score in scores.items():
            for side in (0, 1):
                best[side].setdefault(pair[side], []).append(score)
        for ranking in (*best[0].values(), *best[1].values()):
            ranking.sort(reverse=True)
            ranking.append(0.0)
        self._beside = self._neighbours()
        found = {}
        for (i, j), score in scores.items():
            rankings = best[0][i], best[1][j]
            runner_up = max(ranking[1] for ranking in rankings)
            is_best = score == max(ranking[0] for ranking in rankings) and self._own[0].get(i) != j
            if is_best and self._is_renumbered(i, j, score, runner_up):
                found[i, j] = runner_up
        return found

    def _runners_up(self, pairs: Collection[_Pair]) -> Iterator[float]:
        """How similar either of a pair is to any other article on the other side, matched or not.

        The law writes many articles on one model; then similar words are weak evidence.
        """
        if not pairs:
            return
        near = [models([self._texts[side][pair[side]] for pair in pairs], self._texts[1 - side]) for side in (0, 1)]
        for (i, j), near_old, near_new in zip(pairs, *near, strict=True):
            others = [(i, at) for at in near_old if at != j] + [(at, j) for at in near_new if at != i]
            yield max(map(self._score, others), default=0.0)

    # -- what counts as evidence

    def _is_known_by_words(self, i: int, j: int) -> bool:
        """Whether equal words are enough to match the two."""
        text = self._texts[0][i]
        if self._is_common(i, j) or not self._may_be(i, j) or self._is_out_of_place(i, j):
            return False
        if self._is_anonymous(i, j):
            return len(text.words) >= _SHORT
        return len(text.words) >= _LONG and all(score < _STILL for score in self._own_scores(i, j))

    def _may_be(self, i: int, j: int) -> bool:
        """Whether the two may be one article: of the same act, or of an unknown one; else only long texts."""
        acts = self._sides[0][i].act, self._sides[1][j].act
        return acts[0] == acts[1] or None in acts or len(self._texts[0][i].words) >= 2 * _LONG

    def _is_renumbered(self, i: int, j: int, score: float, runner_up: float) -> bool:
        """Whether similar words, and the articles next to both, are enough to match the two."""
        old, new = self._sides[0][i], self._sides[1][j]
        beside = sum(seen[0][i] is seen[1][j] is not _EDGE for seen in self._beside)
        enough = _ENOUGH[beside]
        if self._is_anonymous(i, j):
            enough = _NUMBERLESS[beside]
        elif old.act != new.act and None not in (old.act, new.act):
            enough = _OTHER_ACT
        elif not beside and (any(own >= _STAYED for own in self._own_scores(i, j)) or self._is_out_of_place(i, j)):
            return False  # its words are the only evidence, and the article under its own number has similar words
        return (
            score > runner_up
            and score >= max(enough.score, runner_up + enough.margin)
            and 1 - runner_up >= enough.others * (1 - score)
            and all(score >= own + _ELSEWHERE for own in self._own_scores(i, j))
            and min(len(self._texts[0][i].words), len(self._texts[1][j].words)) >= enough.words
        )

    def _is_anonymous(self, i: int, j: int) -> bool:
        return self._sides[0][i].number is None or self._sides[1][j].number is None

    def _is_common(self, i: int, j: int) -> bool:
        return any(self._sides[side][at].text in self._common for side, at in ((0, i), (1, j)))

    def _is_out_of_place(self, i: int, j: int) -> bool:
        """Whether the words mean something else there: "le présent chapitre" in another chapter."""
        old, new = self._sides[0][i], self._sides[1][j]
        return is_moved(old, new) and any(_PLACED.search(article.text) for article in (old, new))

    def _own_scores(self, i: int, j: int) -> Iterator[float]:
        """How similar the two are to the articles that have their numbers on the other side."""
        if i in self._own[0]:
            yield self._own_score((i, self._own[0][i]))
        if j in self._own[1]:
            yield self._own_score((self._own[1][j], j))

    def _own_score(self, pair: _Pair) -> float:
        """The score of a pair with the same number; 0 where one of the two is repealed."""
        i, j = pair
        return self._score(pair) if self._law[0][i] and self._law[1][j] else 0.0

    def _score(self, pair: _Pair) -> float:
        if pair not in self._likeness:
            i, j = pair
            self._likeness[pair] = self._texts[0][i].likeness(self._texts[1][j])
        return self._likeness[pair]

    # -- places

    def _add(self, i: int, j: int, by: MatchedBy, score: float | None = None, runner_up: float | None = None) -> None:
        match = Match(i, j, by, score, runner_up)
        self._found[0][i] = self._found[1][j] = match

    def _free(self, side: int) -> Iterator[int]:
        """The positions that may still be matched by text: law, and not matched yet."""
        found, law = self._found[side], self._law[side]
        return (at for at in range(len(law)) if law[at] and at not in found)

    def _undecided(self) -> list[_Pair]:
        """The pairs with the same number of which neither has been matched."""
        return [(i, j) for i, j in self._own[0].items() if i not in self._found[0] and j not in self._found[1]]

    def _neighbours(self) -> _Neighbours:
        """The last match before each position, and the first after it, on either side."""
        before, after = [], []
        for side in (0, 1):
            found, length = self._found[side], len(self._sides[side])
            before.append(_last_seen(found, range(length)))
            after.append(_last_seen(found, range(length - 1, -1, -1)))
        return before, after


def _last_seen(found: dict[int, Match], places: range) -> list[Match]:
    """For each position the match met last on the way to it."""
    seen = [_EDGE] * len(places)
    last = _EDGE
    for at in places:
        seen[at] = last
        last = found.get(at, last)
    return seen
