"""The divisions of a corpus, found by their paths."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial

from cpp_corpus.lang.numbering import NumberKind, OrderKey, order_key
from cpp_corpus.model.compact import column, values_of
from cpp_corpus.model.division import step_key
from cpp_corpus.model.resolution import IndexedArticle

__all__ = ["DivisionIndex", "Path", "differ"]

Path = tuple[str, ...]
"""Steps of a path from the act down: ``("livre.iv", "titre.ii")``."""


class DivisionIndex:
    """The divisions of each act, by their last step, and their articles; those of an act are indexed when asked for."""

    def __init__(self, articles_of: Callable[[str], Sequence[IndexedArticle]]) -> None:
        """``articles_of``: the articles of an act, in the order of the source."""
        self._of = lru_cache(maxsize=_ACTS)(partial(_divisions, articles_of))

    def has(self, act: str) -> bool:
        """Whether the divisions of that act are known."""
        return bool(self._of(act).by_step)

    def find(self, act: str, steps: Sequence[str], near: Path = ()) -> list[Path]:
        """The divisions that ``steps`` may name, outer to inner; levels may be left out.

        Of several, those that share most with ``near``, the path of the citing article.
        """
        found = self._of(act).named(tuple(map(step_key, steps)))
        if len(found) < 2:
            return list(found)
        shared = [_shared(path, near) for path in found]
        return [path for path, much in zip(found, shared, strict=True) if much == max(shared)]

    def beside(self, act: str, path: Path, step: int) -> Path | None:
        """The division of the same kind before (``step`` -1) or after (1) another one, in the same outer division."""
        kind = path[-1].partition(".")[0]
        inside = path[:-1]
        row = [
            other
            for found in self._of(act).by_step.values()
            for other in found
            if other[:-1] == inside and other[-1].partition(".")[0] == kind
        ]
        row.sort(key=_order)
        at = row.index(path) + step if path in row else -1
        return row[at] if 0 <= at < len(row) else None

    def articles(self, act: str, path: Path) -> list[str]:
        """Ids of the articles in a division and in the divisions inside it, section by section."""
        found = self._of(act)
        inside = (places for other, places in found.places.items() if other[: len(path)] == path)
        return [found.id_at(at) for places in inside for at in places]


_ACTS = 32  # whose divisions are held: those that follow one another in a corpus cite each other little


def _divisions(articles_of: Callable[[str], Sequence[IndexedArticle]], act: str) -> _Divisions:
    return _Divisions(articles_of(act))


class _Divisions:
    """The divisions of one act."""

    def __init__(self, all_indexed: Sequence[IndexedArticle]) -> None:
        self.id_at = values_of(all_indexed, "id")
        """The id of the article of a place."""
        self.by_step: dict[str, list[Path]] = {}
        self.places: dict[Path, array[int]] = {}
        """Of the articles in each division, among ``all_indexed``."""
        for at, divisions in enumerate(column(all_indexed, "divisions")):
            outer = divisions
            while outer and outer not in self.places:
                self.places[outer] = array("I")
                self.by_step.setdefault(step_key(outer[-1]), []).append(outer)
                outer = outer[:-1]
            if divisions:
                self.places[divisions].append(at)
        self._named: dict[Path, list[Path]] = {}

    def named(self, keys: Path) -> list[Path]:
        """The divisions whose paths have these steps, in this order, with their numerals in digits."""
        found = self._named.get(keys)
        if found is None:
            *outer, last = keys
            found = self.by_step.get(last, [])
            if outer:
                found = [path for path in found if _follows(path, outer)]
            self._named[keys] = found
        return found


def differ(paths: Sequence[Path]) -> bool:
    """Whether these are different divisions, apart from steps without a number, such as parties of a code."""
    return len({tuple(step for step in path if "." in step) for path in paths}) > 1


def _order(path: Path) -> OrderKey:
    return order_key(NumberKind.TITLE, "", step_key(path[-1]))


def _follows(path: Path, keys: Iterable[str]) -> bool:
    """Whether the path has these steps, in this order, before its last one."""
    rest = map(step_key, path[:-1])
    return all(key in rest for key in keys)


def _shared(path: Path, near: Path) -> int:
    return next((at for at, (a, b) in enumerate(zip(path, near, strict=False)) if a != b), min(len(path), len(near)))
