"""From resolved references to nodes and edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from cpp_corpus.lang.identifiers import identifiers
from cpp_corpus.model.article_id import number_in
from cpp_corpus.model.division import act_and_path
from cpp_corpus.model.graph import Edge, Mention, Node, NodeKind, trusted_edge
from cpp_corpus.model.reference import ReferenceKind, Relation
from cpp_corpus.model.resolution import IndexedArticle, ReferenceState, ResolvedReference

__all__ = ["GraphBuilder"]

_RELATIONS = {str(relation): relation for relation in Relation}
_HELD = frozenset({ReferenceState.RESOLVED, ReferenceState.REPEALED})


class GraphBuilder:
    """Makes the edges of one article after the other, and remembers which nodes they need.

    A reference of an article to a part of itself makes no edge.
    """

    def __init__(self, all_indexed: Sequence[IndexedArticle], at: date | None = None) -> None:
        """``at`` is the day of the graph; without it, each article has the status of its own source."""
        self._indexed = all_indexed
        self._ids = frozenset(indexed.id for indexed in all_indexed)
        self._day = None if at is None else at.isoformat()
        self._others: dict[str, Node] = {}

    def edges(self, references: Iterable[ResolvedReference]) -> list[Edge]:
        """The edges of the references of one article, in order of appearance."""
        mentions: dict[tuple[str, str, Relation, str | None, ReferenceState], list[Mention]] = {}
        for reference in references:
            if reference.kind == ReferenceKind.INTERNAL:
                continue
            mention = Mention(reference.start, reference.end, reference.note, reference.text)
            for target in reference.targets:
                state = ReferenceState.REPEALED if target in reference.repealed else reference.state
                key = (reference.source_id, target, _RELATIONS[reference.relation], reference.locator, state)
                mentions.setdefault(key, []).append(mention)
                if target not in self._ids:
                    self._others[target] = _other(target, reference, self._others.get(target))
        return [trusted_edge(*key, tuple(found)) for key, found in mentions.items()]

    def nodes(self) -> Iterator[Node]:
        """The articles of the corpus in its order, then, by id, the other nodes that the edges made so far lead to."""
        for indexed in self._indexed:
            yield Node(
                id=indexed.id,
                kind=NodeKind.ARTICLE,
                act=indexed.act,
                number=indexed.number,
                division="/".join(indexed.divisions) or None,
                in_corpus=True,
                state=indexed.status_on(self._day),
                valid_from=indexed.valid_from,  # type: ignore[arg-type] # an ISO date, which the node reads
                valid_to=indexed.valid_to,  # type: ignore[arg-type]
            )
        yield from (self._others[key] for key in sorted(self._others))


def _other(target: str, reference: ResolvedReference, known: Node | None) -> Node:
    """The node of a target that is not an article of the corpus; ``known`` is the node made for it earlier."""
    act = reference.act
    in_corpus = reference.state in _HELD
    if target == act:
        named = identifiers(target, reference.text if reference.kind == ReferenceKind.ACT else "")._asdict()
        known_as = {scheme: name for scheme, name in named.items() if name is not None}
        if known is None or known_as.keys() > (known.identifiers or {}).keys():
            return Node(id=target, kind=NodeKind.ACT, act=act, in_corpus=in_corpus, identifiers=known_as or None)
        return known
    if known is not None:
        return known
    _, division = act_and_path(target)
    if division:
        return Node(id=target, kind=NodeKind.DIVISION, act=act, division=division, in_corpus=in_corpus)
    return Node(id=target, kind=NodeKind.ARTICLE, act=act, number=number_in(target), in_corpus=False)
