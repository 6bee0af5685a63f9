"""Evaluation of detected references against labelled ones."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import Any, NamedTuple

from pydantic import ValidationError

from cpp_corpus.annotation.text import AnnotatedText
from cpp_corpus.errors import InputError, expect_all
from cpp_corpus.model.reference import Reference

__all__ = ["Compared", "Evaluation", "Score", "evaluate"]

Given = Reference | Mapping[str, Any] | AnnotatedText


class Compared(NamedTuple):
    """A labelled reference and the one found for it, or only one of the two.

    >>> Compared(text=None, gold=None, found=Reference(kind="act", start=3, end=13)).agrees
    False
    """

    text: str | None
    """Id of their text."""
    gold: Reference | None
    """The labelled reference; ``None`` where there is none."""
    found: Reference | None
    """The reference found; ``None`` where there is none."""
    differing: tuple[str, ...] = ()
    """Names of the fields in which the two differ.

    ``basis``, ``operation``, ``version`` and ``successor`` are compared only where they are labelled.
    """

    @property
    def agrees(self) -> bool:
        """Whether both exist and have the same target: kind, act, article, ``to``, ``open`` and division are equal.

        >>> gold = [{"kind": "article", "start": 2, "end": 3, "act": "code-civil", "article": "7"}]
        >>> [each.agrees for each in evaluate(gold, []).comparisons]
        [False]
        """
        return self.gold is not None and self.found is not None and not _MEANING.intersection(self.differing)


class Score(NamedTuple):
    """How many agree, and how many do not."""

    agreed: int
    """Found as labelled."""
    missed: int
    """Labelled, but not found as labelled."""
    invented: int
    """Found, but not labelled as found."""

    @property
    def precision(self) -> float:
        """The share of the references found that agree; 0 where none was found.

        >>> Score(agreed=3, missed=1, invented=0).precision
        1.0
        """
        return self.agreed / (self.agreed + self.invented or 1)

    @property
    def recall(self) -> float:
        """The share of the labelled references that were found; 0 where none is labelled.

        >>> Score(agreed=3, missed=1, invented=0).recall
        0.75
        """
        return self.agreed / (self.agreed + self.missed or 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two.

        >>> round(Score(agreed=3, missed=1, invented=0).f1, 3)
        0.857
        """
        return 2 * self.agreed / (2 * self.agreed + self.missed + self.invented or 1)


@dataclass(frozen=True)
class Evaluation:
    """The result of an evaluation, text by text, in the order of the texts.

    >>> from cpp_corpus import find_references
    >>> gold = [{"kind": "article", "start": 10, "end": 11, "act": "code-civil", "article": "77", "via": "explicit"}]
    >>> evaluation = evaluate(gold, find_references("l'article 7 du code civil et le code pénal"))
    >>> for each in evaluation.missed:
    ...     print(each.gold, "found as", each.found, each.differing)
    article code-civil/77 found as article code-civil/7 ('article',)
    >>> [str(each.found) for each in evaluation.invented]
    ['article code-civil/7', 'act code-penal']
    >>> [each.differing for each in evaluation.differing]
    [('article',)]
    >>> evaluation.kinds["act"], evaluation.score
    (Score(agreed=0, missed=0, invented=1), Score(agreed=0, missed=1, invented=2))
    >>> evaluation.fields["act"], evaluation.fields["article"]
    (1.0, 0.0)
    """

    comparisons: tuple[Compared, ...] = ()
    """Each reference once: pairs, in the order of the gold; then those not found; then those not labelled."""

    @property
    def missed(self) -> tuple[Compared, ...]:
        """Labelled references that were not found as labelled, each with what was found in its place, if anything."""
        return tuple(each for each in self.comparisons if each.gold is not None and not each.agrees)

    @property
    def invented(self) -> tuple[Compared, ...]:
        """References found that are not labelled as found, each with what is labelled in its place, if anything."""
        return tuple(each for each in self.comparisons if each.found is not None and not each.agrees)

    @property
    def differing(self) -> tuple[Compared, ...]:
        """Pairs in the same place that differ in a field, even if they agree."""
        return tuple(each for each in self.comparisons if each.differing)

    @cached_property
    def kinds(self) -> Mapping[str, Score]:
        """The score of each kind of reference that occurs: ``evaluation.kinds["article"]``."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for each in self.comparisons:
            if each.agrees and each.gold is not None:
                counts[each.gold.kind.value]["agreed"] += 1
                continue
            if each.gold is not None:
                counts[each.gold.kind.value]["missed"] += 1
            if each.found is not None:
                counts[each.found.kind.value]["invented"] += 1
        return {kind: Score(each["agreed"], each["missed"], each["invented"]) for kind, each in sorted(counts.items())}

    @property
    def score(self) -> Score:
        """The score of all kinds together."""
        return Score(*(sum(each) for each in zip(*self.kinds.values(), strict=True))) if self.kinds else Score(0, 0, 0)

    @cached_property
    def fields(self) -> Mapping[str, float]:
        """The share of equal values by field.

        ``locator``, ``via``, ``relation``, ``basis``, ``operation``, ``version`` and ``successor`` of the pairs that
        agree; ``kind``, ``act``, ``article``, ``to``, ``open`` and ``division`` of all pairs whose spans overlap. A
        field of which nothing was compared is left out.
        """
        shares = {}
        agreed = [each for each in self.comparisons if each.agrees]
        paired = [each for each in self.comparisons if each.gold is not None and each.found is not None]
        for name in (*_KEY, *_DETAILS):
            pairs = paired if name in _KEY else agreed
            compared = [each for each in pairs if each.gold is not None and _is_compared(each.gold, name)]
            if compared:
                shares[name] = sum(name not in each.differing for each in compared) / len(compared)
        return shares

    def __str__(self) -> str:
        """The figures as a table."""
        rows = [*self.kinds.items(), ("all", self.score)]
        lines = [f"{'kind':10}{'gold':>6}{'found':>7}{'precision':>11}{'recall':>9}{'F1':>9}"]
        lines += [
            f"{kind:10}{s.agreed + s.missed:6}{s.agreed + s.invented:7}{s.precision:11.4f}{s.recall:9.4f}{s.f1:9.4f}"
            for kind, s in rows
        ]
        lines.append("equal: " + ", ".join(f"{name} {share:.4f}" for name, share in self.fields.items()))
        return "\n".join(lines)


def evaluate(gold: Iterable[Given], found: Iterable[Given]) -> Evaluation:
    """Measure ``found`` against the labelled references ``gold``.

    Either is references of one text (``Reference``, or mappings with its fields, as lines of ``refs --json`` have),
    or texts with their references, ``AnnotatedText``, as :func:`find_references_in` and :func:`read_annotations` give
    them. Texts are compared by their ids, or in their order where they have none. A reference found agrees with a
    labelled one when their spans overlap and kind, act, article, ``to``, ``open`` and division are equal;
    ``InputError`` if the two sides do not have the same texts.

    >>> from cpp_corpus import find_references
    >>> gold = [{"kind": "article", "start": 10, "end": 11, "act": "code-civil", "article": "7", "via": "explicit"}]
    >>> print(evaluate(gold, find_references("l'article 7 du code civil")).score)
    Score(agreed=1, missed=0, invented=0)
    """
    golds, founds = (expect_all(name, given, object) for name, given in (("gold", gold), ("found", found)))
    if any(isinstance(each, AnnotatedText) for each in (*golds, *founds)):
        pairs = _texts(_annotated(golds), _annotated(founds))
        compared = [each for a, b in pairs for each in _compared(a.references, b.references, a.id)]
    else:
        compared = _compared(list(map(_reference, golds)), list(map(_reference, founds)), None)
    return Evaluation(tuple(compared))


# ---------------------------------------------------------------------------------------------------------------------

_KEY = ("kind", "act", "article", "to", "open", "division")
"""The fields that are equal in two references that agree."""
_MEANING = frozenset(_KEY)
_WRITTEN = ("basis", "operation", "version", "successor")
"""The fields that are compared only where they are labelled."""
_DETAILS = ("locator", "via", "relation", *_WRITTEN)
"""What is compared besides."""

Key = tuple[object, ...]


def _annotated(given: Sequence[object]) -> list[AnnotatedText]:
    texts = [each for each in given if isinstance(each, AnnotatedText)]
    if len(texts) != len(given):
        raise InputError("one side has texts with references and the other references alone; both must have the same")
    return texts


def _reference(given: object) -> Reference:
    if isinstance(given, Reference):
        return given
    if not isinstance(given, Mapping):
        raise InputError(f"a {type(given).__name__} is not a reference; a Reference or a mapping was expected")
    fields = {name: value for name, value in given.items() if name in Reference.model_fields}
    try:
        return Reference.model_validate(fields)
    except ValidationError as error:
        wrong = error.errors()[0]
        raise InputError(f"{dict(given)} is not a reference: {wrong['loc'][-1]}: {wrong['msg']}") from error


def _texts(
    golds: Sequence[AnnotatedText], founds: Sequence[AnnotatedText]
) -> Iterable[tuple[AnnotatedText, AnnotatedText]]:
    """The texts of both sides, paired."""
    by_id = {each.id: each for each in founds}
    if None in by_id or any(each.id is None for each in golds):
        pairs = list(zip_longest(golds, founds))
    else:
        if len(by_id) != len(founds) or len({each.id for each in golds}) != len(golds):
            raise InputError("two texts have the same id; ids must be unique")
        pairs = [(each, by_id.pop(each.id, None)) for each in golds]
        pairs += [(None, each) for each in by_id.values()]
    for at, (one, other) in enumerate(pairs):
        if one is None or other is None:
            name = next(each.id for each in (one, other) if each is not None) or f"number {at}"
            raise InputError(f"the text {name} is {'not in the gold' if one is None else 'in the gold alone'}")
        if one.text != other.text:
            raise InputError(f"the text {one.id or f'number {at}'} is not the same on both sides")
        yield one, other


def _compared(gold: Sequence[Reference], found: Sequence[Reference], text: str | None) -> list[Compared]:
    pairs = _pairs(gold, found)
    taken = set(pairs.values())
    out = [Compared(text, gold[i], found[j], _differing(gold[i], found[j], pairs)) for i, j in sorted(pairs.items())]
    out += [Compared(text, each, None) for i, each in enumerate(gold) if i not in pairs]
    out += [Compared(text, None, each) for j, each in enumerate(found) if j not in taken]
    return out


def _pairs(gold: Sequence[Reference], found: Sequence[Reference]) -> dict[int, int]:
    """The pairs of positions in gold and found: first those that agree, then those that overlap.

    An anchor may have two references, which must not be paired crosswise: equal locators go first.
    """
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    order = sorted(range(len(found)), key=lambda j: (found[j].start, j))
    starts = [found[j].start for j in order]
    longest = max((each.end - each.start for each in found), default=0)
    for is_as_good in (_same_with_locator, _same, _any):
        for i, a in enumerate(gold):
            if i in pairs:
                continue
            first, last = bisect_left(starts, a.start - longest), bisect_left(starts, a.end)
            for j in sorted(order[first:last]):
                if j not in taken and a.span.overlaps(found[j].span) and is_as_good(a, found[j]):
                    pairs[i] = j
                    taken.add(j)
                    break
    return pairs


def _same_with_locator(a: Reference, b: Reference) -> bool:
    return _same(a, b) and a.locator == b.locator


def _same(a: Reference, b: Reference) -> bool:
    return _key(a) == _key(b)


def _any(_a: Reference, _b: Reference) -> bool:
    return True


def _key(reference: Reference) -> Key:
    return tuple(getattr(reference, name) for name in _KEY)


def _is_compared(gold: Reference, name: str) -> bool:
    return name not in _WRITTEN or getattr(gold, name) is not None


def _differing(gold: Reference, found: Reference, pairs: Mapping[int, int]) -> tuple[str, ...]:
    """The fields in which a pair differs; ``pairs``: which of the gold goes with which found, for successors."""
    names = (name for name in (*_KEY, *_DETAILS) if _is_compared(gold, name))
    return tuple(name for name in names if _value(gold, name, pairs) != getattr(found, name))


def _value(gold: Reference, name: str, pairs: Mapping[int, int]) -> object:
    value = getattr(gold, name)
    return pairs.get(value) if name == "successor" else value
