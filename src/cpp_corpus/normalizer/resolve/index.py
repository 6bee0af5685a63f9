"""Where an act and a number lead in a corpus."""

from __future__ import annotations

from collections.abc import Iterable

from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.resolution import Bearer
from cpp_corpus.normalizer.resolve.divisions import DivisionIndex

__all__ = ["CorpusIndex"]

_STANDING = {ArticleState.IN_FORCE: 0, ArticleState.UNKNOWN: 1, ArticleState.FUTURE: 2, ArticleState.REPEALED: 3}


class CorpusIndex:
    """The articles of a corpus by act and number, and its divisions; ids must be settled."""

    def __init__(self, bearers: Iterable[Bearer] = ()) -> None:
        self._acts: dict[str | None, dict[str, tuple[Bearer, ...]]] = {}
        self._by_number: dict[str, list[str | None]] | None = None
        self.divisions = DivisionIndex()
        for bearer in bearers:
            numbers = self._acts.setdefault(bearer.act, {})
            if bearer.act is not None:
                self.divisions.add(bearer.act, bearer.divisions)
            if bearer.number is not None:
                numbers[bearer.number] = (*numbers.get(bearer.number, ()), bearer)
        for numbers in self._acts.values():
            _add_short_annexes(numbers)

    @property
    def acts(self) -> tuple[str, ...]:
        """Ids of the acts that the corpus has articles of, in its order."""
        return tuple(act for act in self._acts if act is not None)

    def has_act(self, act: str) -> bool:
        """Whether the corpus has articles of that act."""
        return act in self._acts

    def bearers(self, act: str | None, number: str) -> tuple[Bearer, ...]:
        """The articles of that act under that normalised number, in the order of the source."""
        return self._acts.get(act, {}).get(number, ())

    def best(self, act: str | None, number: str) -> tuple[Bearer, ...]:
        """Of the same, those that are law; where none is, those that will be or were."""
        found = self.bearers(act, number)
        if len(found) < 2:
            return found
        first = min(_STANDING[ArticleState(bearer.state)] for bearer in found)
        return tuple(bearer for bearer in found if _STANDING[ArticleState(bearer.state)] == first)

    def acts_with(self, number: str) -> tuple[str | None, ...]:
        """Acts that have an article of that normalised number, in the order of the source."""
        if self._by_number is None:
            self._by_number = {}
            for act, numbers in self._acts.items():
                for each in numbers:
                    self._by_number.setdefault(each, []).append(act)
        return tuple(self._by_number.get(number, ()))


def _add_short_annexes(numbers: dict[str, tuple[Bearer, ...]]) -> None:
    """An "Annexe III-14 (art. A322-77)" is cited as "annexe III-14"; it is found by that, where nothing else is."""
    short: dict[str, list[str]] = {}
    for number in numbers:
        if number.startswith("annexe"):
            begin, mark, _ = number.partition("-art-")
            short.setdefault(begin, []).extend([number] if mark else [])
    for begin, whole in short.items():
        if begin not in numbers and len(whole) == 1:
            numbers[begin] = numbers[whole[0]]
