"""Divisions told by where the sentence stands: ``présent titre``, ``même section``, ``chapitre précédent``."""

from __future__ import annotations

from collections.abc import Sequence

from cpp_corpus.model.reference import Reference, ReferenceKind
from cpp_corpus.model.resolution import IndexedArticle, ReferenceState, Resolution
from cpp_corpus.normalizer.resolve.question import Answer, Question

__all__ = ["relative_division"]

_BESIDE = {"precedent": -1, "suivant": 1}
_RELATIVE = frozenset({"present", "same", *_BESIDE})


def relative_division(question: Question) -> Answer:
    """The reference with the path that is meant, from the act down; ``None`` where its words are no such."""
    reference = question.reference
    path = reference.division
    if reference.kind != ReferenceKind.DIVISION or path is None or _is_own_annexe(path, question.source):
        return None
    steps = path.split("/")
    at = next((at for at, step in enumerate(steps) if step.partition(".")[2] in _RELATIVE), None)
    if at is None:
        return None
    kind, _, how = steps[at].partition(".")
    if how == "same":
        return _same(question, kind, steps[at + 1 :])
    if reference.act is None:
        return None
    near = question.near
    inside = next((depth for depth, own in enumerate(near) if own.partition(".")[0] == kind), None)
    if inside is None:
        return Resolution(ReferenceState.UNKNOWN, reason=f"the article is not known to stand in any {kind}")
    outer: tuple[str, ...] | None = near[: inside + 1]
    if how in _BESIDE:
        outer = question.corpus.divisions.beside(reference.act, near[: inside + 1], _BESIDE[how])
    if outer is None:
        return Resolution(ReferenceState.UNKNOWN, reason=f"there is no {kind} beside that of the article")
    return reference.replaced(division="/".join((*outer, *steps[at + 1 :])))


def _same(question: Question, kind: str, below: Sequence[str]) -> Answer:
    """That of the division named last of this kind, in its act."""
    reference = question.reference
    for other in question.citations.before(reference):
        steps = _steps(other)
        at = next((at for at, step in enumerate(steps) if step.startswith(f"{kind}.")), None)
        if at is not None and steps[at] != f"{kind}.same":
            return reference.replaced(act=other.act, division="/".join((*steps[: at + 1], *below)))
    return Resolution(ReferenceState.UNKNOWN, reason=f"no {kind} is named before that this could be")


def _is_own_annexe(path: str, source: IndexedArticle) -> bool:
    """Whether "présente annexe" is the article itself; in other articles it is a division."""
    return path == "annexe.present" and (source.number or "").startswith("annexe")


def _steps(reference: Reference) -> list[str]:
    return [] if reference.division is None or ".." in reference.division else reference.division.split("/")
