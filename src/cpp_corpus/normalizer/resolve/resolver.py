"""What a reference points to: a table of steps, one for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.reference import Reference, ReferenceKind
from cpp_corpus.model.resolution import Bearer, ReferenceState, Resolution
from cpp_corpus.normalizer.resolve.divisions import ends, here
from cpp_corpus.normalizer.resolve.index import CorpusIndex

__all__ = ["resolve"]

_UNKNOWN = Resolution(ReferenceState.UNKNOWN)


def resolve(index: CorpusIndex, source: Bearer, reference: Reference) -> Resolution:
    """State and targets of a reference that stands in the article ``source``.

    Targets are ids of articles of the corpus; where it has none, the id that the target would have
    (``act/number``, ``act#division``, ``act``). A range leads to those of its two ends that exist.
    """
    return _STEPS[reference.kind](index, source, reference)


def _internal(_index: CorpusIndex, source: Bearer, _reference: Reference) -> Resolution:
    return _held([source])


def _act(index: CorpusIndex, _source: Bearer, reference: Reference) -> Resolution:
    if reference.act is None:
        return _UNKNOWN
    has = index.has_act(reference.act)
    return Resolution(ReferenceState.RESOLVED if has else ReferenceState.EXTERNAL, (reference.act,))


def _article(index: CorpusIndex, _source: Bearer, reference: Reference) -> Resolution:
    act = reference.act
    if act is None or reference.article is None:
        return _UNKNOWN
    ends = [reference.article] if reference.to is None else [reference.article, reference.to]
    if not index.has_act(act):
        return Resolution(ReferenceState.EXTERNAL, tuple(f"{act}/{end}" for end in ends))
    found = [bearer for end in ends for bearer in index.best(act, end)]
    if found:
        return _held(found)
    return Resolution(ReferenceState.MISSING, tuple(f"{act}/{end}" for end in ends))


def _division(index: CorpusIndex, source: Bearer, reference: Reference) -> Resolution:
    act, division = reference.act, reference.division
    if act is None or division is None:
        return _UNKNOWN
    if not index.has_act(act):
        return Resolution(ReferenceState.EXTERNAL, (f"{act}#{division}",))
    if annexes := _annexes(index, source, act, division):
        return _held(annexes)
    near = source.divisions if source.act == act else ()
    steps = here(division.split("/"), near)
    if not steps or not index.divisions.has(act):
        return _UNKNOWN
    found = [index.divisions.find(act, end, near) for end in ends(steps)]
    if not any(found):
        return Resolution(ReferenceState.MISSING, (f"{act}#{division}",))
    if any(map(_differ, found)):
        return _UNKNOWN
    return Resolution(ReferenceState.RESOLVED, tuple(f"{act}#{'/'.join(path)}" for each in found for path in each))


def _annexes(index: CorpusIndex, source: Bearer, act: str, division: str) -> Sequence[Bearer]:
    """An "annexe I", a division by its words, is an article of the corpus by its heading."""
    step = division.rpartition("/")[2]
    if step == "annexe.present":
        return [source] if source.number is not None and source.number.startswith("annexe") else ()
    return index.best(act, step.replace(".", "-")) if step.startswith("annexe") else ()


def _differ(paths: Sequence[tuple[str, ...]]) -> bool:
    """Whether these are different divisions; livre Ier of the law and of the regulations of a code are one."""
    return len({tuple(step for step in path if "." in step) for path in paths}) > 1


def _held(bearers: Sequence[Bearer]) -> Resolution:
    repealed = all(bearer.state == ArticleState.REPEALED for bearer in bearers)
    targets = tuple(dict.fromkeys(bearer.id for bearer in bearers))
    return Resolution(ReferenceState.REPEALED if repealed else ReferenceState.RESOLVED, targets)


_STEPS: Mapping[str, Callable[[CorpusIndex, Bearer, Reference], Resolution]] = {
    ReferenceKind.ARTICLE: _article,
    ReferenceKind.DIVISION: _division,
    ReferenceKind.ACT: _act,
    ReferenceKind.INTERNAL: _internal,
}
