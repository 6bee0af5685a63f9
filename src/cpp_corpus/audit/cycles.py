"""Articles that depend on themselves, alone or in cycles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.audit.law import Law
from cpp_corpus.audit.place import Places
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.reference import ReferenceKind, Relation, Via
from cpp_corpus.model.resolution import ReferenceState
from cpp_corpus.model.span import Span

__all__ = ["ReferenceCycle", "SelfReference"]

_SENSELESS = {
    Relation.DEROGATES_FROM: "derogates from itself",
    Relation.DEFINED_BY: "takes a definition from itself",
    Relation.EXCLUDES: "excludes itself",
    Relation.SUBJECT_TO: "gives way to itself",
    Relation.WITHOUT_PREJUDICE_TO: "is without prejudice to itself",
}
_CYCLIC = {
    Relation.DEROGATES_FROM: "derogate from each other",
    Relation.DEFINED_BY: "take definitions from each other",
    Relation.SUBJECT_TO: "give way to each other",
}


_MOST = 1000  # cycles reported for one relation
_SENTENCE = 60  # characters; a shorter line is a caption


class SelfReference(Check):
    name = FindingCode.SELF_REFERENCE

    def look(self, subject: Subject) -> Iterator[Finding]:
        for reference in subject.references:
            if (
                reference.kind == ReferenceKind.ARTICLE
                and reference.targets == (subject.article.id,)
                and reference.to is None
                and not reference.open
                and reference.via != Via.ANAPHORA
                and reference.note is None
                and reference.locator is None
                and not _is_caption(subject.article.text, reference.start)
            ):
                what = _SENSELESS.get(reference.relation)
                yield self.finding(
                    subject.article,
                    f"The article {what or 'cites itself'}: its own number, {reference.text}, is given where another "
                    "number or “le présent article” was expected.",
                    span=reference.span,
                    severity=Severity.WARNING if what else Severity.INFO,
                )


class ReferenceCycle(Check):
    name = FindingCode.REFERENCE_CYCLE

    def __init__(self, law: Law, places: Places) -> None:
        super().__init__(law, places)
        self._edges: dict[Relation, dict[str, dict[str, Span]]] = {relation: {} for relation in _CYCLIC}

    def look(self, subject: Subject) -> Iterator[Finding]:
        for reference in subject.references:
            edges = self._edges.get(reference.relation)
            if (
                edges is not None
                and reference.kind == ReferenceKind.ARTICLE
                and reference.state == ReferenceState.RESOLVED
                and reference.to is None
                and reference.locator is None
                and reference.note is None
            ):
                for target in reference.targets:
                    if target != subject.article.id:
                        edges.setdefault(subject.article.id, {}).setdefault(target, reference.span)
        yield from ()

    def end(self) -> Iterator[Finding]:
        """Each cycle once, at the first of its articles."""
        for relation, what in _CYCLIC.items():
            edges = self._edges[relation]
            for cycle in islice(_cycles(edges), _MOST):
                first = self.law.article(cycle[0])
                if first is not None:
                    yield self.finding(
                        first,
                        f"{_joined(cycle)} {what}; read them together and check which of them prevails.",
                        span=edges[cycle[0]][cycle[1]],
                    )


def _joined(ids: Sequence[str]) -> str:
    return ", ".join(ids[:-1]) + f" and {ids[-1]}"


def _is_caption(text: str, at: int) -> bool:
    """Whether the line around ``at`` is a caption, "Tableau de l'article R. 1-1", rather than a sentence."""
    first, last = max(at - _SENTENCE, 0), at + _SENTENCE
    start, end = text.rfind("\n", first, at), text.find("\n", at, last)
    if start < 0 and end < 0:
        return False
    return (end if end >= 0 else min(len(text), last)) - (start if start >= 0 else first) < _SENTENCE


def _cycles(edges: dict[str, dict[str, Span]]) -> Iterator[tuple[str, ...]]:
    """The cycles of two and three, each from its first member in the order of the articles."""
    rank = {source: at for at, source in enumerate(edges)}
    for first, targets in edges.items():
        for second in targets:
            if rank.get(second, -1) < rank[first]:
                continue
            after = edges[second]
            if first in after:
                yield first, second
                continue
            for third in after:
                if rank.get(third, -1) > rank[first] and first in edges[third]:
                    yield first, second, third
