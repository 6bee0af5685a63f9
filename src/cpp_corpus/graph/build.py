"""From resolved references to nodes and edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from sys import intern

from cpp_corpus.lang.identifiers import identifiers
from cpp_corpus.model.article_id import number_in
from cpp_corpus.model.compact import NamePlaces, values_of
from cpp_corpus.model.division import act_and_path
from cpp_corpus.model.graph import Edge, Mention, Node, NodeKind, trusted_edge
from cpp_corpus.model.reference import ReferenceKind, Relation
from cpp_corpus.model.resolution import IndexedArticle, ReferenceState, ResolvedReference

__all__ = ["GraphBuilder"]

_RELATIONS = {str(relation): relation for relation in Relation}
_KEPT = 1 << 14  # targets of which it is known whether they are articles: they are cited again and again
_HELD = frozenset({ReferenceState.RESOLVED, ReferenceState.REPEALED})


class GraphBuilder:
    """Makes the edges of one article after the other, and remembers which nodes they need.

    A reference of an article to a part of itself makes no edge.
    """

    def __init__(self, all_indexed: Sequence[IndexedArticle], at: date | None = None) -> None:
        """``at`` is the day of the graph; without it, each article has the status of its own source."""
        self._indexed = all_indexed
        name_at = values_of(all_indexed, "id")
        ids = NamePlaces(map(name_at, range(len(all_indexed))), name_at)
        self._is_article = lru_cache(maxsize=_KEPT)(ids.__contains__)
        self._day = None if at is None else at.isoformat()
        self._others: dict[str, Node | str] = {}
        """The other nodes by id; of an article outside of the corpus only its act, since there may be many."""

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
                if not self._is_article(target):
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
        for key in sorted(self._others):
            other = self._others[key]
            if isinstance(other, str):
                other = Node(id=key, kind=NodeKind.ARTICLE, act=other or None, number=number_in(key), in_corpus=False)
            yield other


def _other(target: str, reference: ResolvedReference, known: Node | str | None) -> Node | str:
    """The node of a target that is not an article of the corpus, or its act if it is one of another corpus.

    ``known`` is what was made for it earlier.
    """
    act = reference.act
    in_corpus = reference.state in _HELD
    if target == act and not isinstance(known, str):
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
    return "" if act is None else intern(act)
