"""From resolved references to nodes and edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cpp_corpus.model.graph import Edge, Node, NodeKind
from cpp_corpus.model.reference import ReferenceKind, Relation
from cpp_corpus.model.resolution import Bearer, ReferenceState, ResolvedReference

__all__ = ["GraphBuilder"]

_HELD = frozenset({ReferenceState.RESOLVED, ReferenceState.REPEALED})


class GraphBuilder:
    """Makes the edges of one article after the other, and remembers which nodes they need.

    A reference of an article to a part of itself is no edge.
    """

    def __init__(self, bearers: Sequence[Bearer]) -> None:
        self._bearers = bearers
        self._ids = {bearer.id for bearer in bearers}
        self._others: dict[str, Node] = {}

    def edges(self, references: Iterable[ResolvedReference]) -> list[Edge]:
        """The edges of the references of one article, in order of appearance."""
        anchors: dict[tuple[str, str, Relation, str | None], list[str]] = {}
        for reference in references:
            if reference.kind == ReferenceKind.INTERNAL:
                continue
            for target in reference.targets:
                key = (reference.source_id, target, reference.relation, reference.locator)
                anchors.setdefault(key, []).append(reference.text)
                if target not in self._ids and target not in self._others:
                    self._others[target] = _other(target, reference)
        return [
            Edge.trusted(
                source=source,
                target=target,
                relation=relation,
                locator=locator,
                anchors=tuple(dict.fromkeys(words)),
                count=len(words),
            )
            for (source, target, relation, locator), words in anchors.items()
        ]

    def nodes(self) -> Iterator[Node]:
        """The articles of the corpus in its order, then, by id, what the edges made so far lead to besides."""
        for bearer in self._bearers:
            yield Node.trusted(
                id=bearer.id, kind=NodeKind.ARTICLE, act=bearer.act, number=bearer.number, in_corpus=True
            )
        yield from (self._others[key] for key in sorted(self._others))


def _other(target: str, reference: ResolvedReference) -> Node:
    """The node of a target that is no article of the corpus."""
    name = target.removeprefix(reference.act or "")
    kind = NodeKind.ACT if not name else NodeKind.DIVISION if name[0] == "#" else NodeKind.ARTICLE
    return Node(
        id=target,
        kind=kind,
        act=reference.act,
        number=name[1:].partition("@")[0] if kind is NodeKind.ARTICLE else None,
        in_corpus=kind is not NodeKind.ARTICLE and reference.state in _HELD,
    )
