"""Everything that would be touched if an article or a division went: who cites it, or what it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from cpp_corpus.errors import expect_at_least
from cpp_corpus.model.division import DivisionId
from cpp_corpus.model.graph import Edge
from cpp_corpus.model.impact import Impact, ImpactVia
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.normalizer.resolve import CorpusIndex
from cpp_corpus.normalizer.resolve.division_index import Path

__all__ = ["Impacts"]

_Cited = tuple[Edge, ImpactVia, str]
"""An edge, what it cites, and the article of the layer before to which it leads."""


class Impacts:
    """Follows the citations of a corpus backward."""

    def __init__(
        self,
        index: CorpusIndex,
        entry: Callable[[str], IndexedArticle | None],
        into: Callable[[str], Sequence[Edge]],
        references: Callable[[str], Sequence[Reference]],
    ) -> None:
        """``entry`` gives the index entry of an article, ``into`` the edges to a node, ``references`` those of one."""
        self._index = index
        self._entry = entry
        self._into = into
        self._references = references
        self._siblings: dict[tuple[str, Path], tuple[list[str], list[str]]] = {}

    def of(self, lost: Iterable[str], depth: int, *, whole_act: bool) -> list[Impact]:
        """The articles that would be touched if those with the ids ``lost`` went, the nearest first.

        At most ``depth`` citations away; ``whole_act`` counts citations of the whole act too.
        """
        expect_at_least(1, "depth", depth)
        layer = list(dict.fromkeys(lost))
        paths: dict[str, tuple[str, ...]] = {each: (each,) for each in layer}
        found: list[Impact] = []
        for step in range(1, depth + 1):
            citing: dict[str, list[_Cited]] = {}
            for cited in self._citing(layer, whole_act=whole_act):
                if cited[0].source not in paths:
                    citing.setdefault(cited[0].source, []).append(cited)
            for name, ways in citing.items():
                best = min(ways, key=lambda each: _ORDER[each[1]])
                paths[name] = (*paths[best[2]], name)
                edges = tuple(dict.fromkeys(edge for edge, _, _ in ways))
                found.append(Impact(id=name, depth=step, via=best[1], path=paths[name], citations=edges))
            layer = list(citing)
            if not layer:
                break
        return found

    def _citing(self, layer: Sequence[str], *, whole_act: bool) -> Iterator[_Cited]:
        """The edges to the articles of a layer, and to what holds them."""
        asked: set[str] = set()
        for name in layer:
            for edge in self._into(name):
                yield edge, self._kind(edge), name
            entry = self._entry(name)
            if entry is None or entry.act is None:
                continue
            for depth in range(1, len(entry.divisions) + 1):
                path = entry.divisions[:depth]
                division = str(DivisionId.build(entry.act, "/".join(path)))
                if division not in asked:
                    asked.add(division)
                    for edge in (*self._into(division), *self._ranges_over(entry.act, path)):
                        yield edge, ImpactVia.DIVISION, name
            if whole_act and entry.act not in asked:
                asked.add(entry.act)
                for edge in self._into(entry.act):
                    yield edge, ImpactVia.ACT, name

    def _kind(self, edge: Edge) -> ImpactVia:
        """Whether an edge to an article comes from a range alone."""
        ranges = {
            (reference.start, reference.end, reference.note)
            for reference in self._references(edge.source)
            if reference.to is not None or reference.open
        }
        is_range = bool(edge.mentions) and all((m.start, m.end, m.note) in ranges for m in edge.mentions)
        return ImpactVia.RANGE if is_range else ImpactVia.ARTICLE

    def _ranges_over(self, act: str, path: Path) -> Iterator[Edge]:
        """The edges of ranges of divisions that have a division between their ends, which alone are in the graph."""
        before, after = self._beside(act, path)
        if not before or not after:
            return
        ends = {mention for name in after for edge in self._into(name) for mention in _places(edge)}
        for name in before:
            for edge in self._into(name):
                if not ends.isdisjoint(_places(edge)):
                    yield edge

    def _beside(self, act: str, path: Path) -> tuple[list[str], list[str]]:
        """Ids of the divisions of the same kind before and after one, in the same outer division."""
        if (act, path) not in self._siblings:
            rows: tuple[list[str], list[str]] = ([], [])
            for row, step in zip(rows, (-1, 1), strict=True):
                other = self._index.divisions.beside(act, path, step)
                while other is not None:
                    row.append(str(DivisionId.build(act, "/".join(other))))
                    other = self._index.divisions.beside(act, other, step)
            self._siblings[act, path] = rows
        return self._siblings[act, path]


_ORDER = {via: at for at, via in enumerate(ImpactVia)}


def _places(edge: Edge) -> set[tuple[str, int, int, int | None]]:
    """Where the references behind an edge stand."""
    return {(edge.source, mention.start, mention.end, mention.note) for mention in edge.mentions}
