"""What was found against what was written down by hand.

A reference found agrees with one written down when their spans overlap and kind, act, article, to, open and division
are equal. Locator, ``via`` and ``relation`` are compared on the pairs that agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from cpp_corpus import find_references
from cpp_corpus.model.reference import Reference
from quality.passages import Passage

__all__ = ["FIELDS", "Score", "Verdict", "judged", "scored"]

FIELDS = ("locator", "via", "relation")
"""What is compared on the pairs that agree."""

Key = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One passage judged."""

    passage: Passage
    pairs: list[tuple[Reference, Reference]]
    """Written down, found."""
    missed: list[Reference]
    invented: list[Reference]

    @property
    def differing(self) -> list[tuple[str, Reference, Reference]]:
        """The pairs that agree, but for a field: field, written down, found."""
        return [(f, a, b) for a, b in self.pairs for f in FIELDS if getattr(a, f) != getattr(b, f)]


@dataclass(slots=True)
class Score:
    """Counts over passages."""

    agreed: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    equal: Counter[str] = field(default_factory=Counter)
    """By field."""

    @property
    def kinds(self) -> list[str]:
        """The kinds seen."""
        return sorted({*self.agreed, *self.missed, *self.invented})

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 by kind and of all, shares of equal fields: ``article.f1``, ``locator``."""
        out = {}
        for kind in [*self.kinds, "all"]:
            right, missed, invented = (
                c.total() if kind == "all" else c[kind] for c in (self.agreed, self.missed, self.invented)
            )
            out[f"{kind}.precision"] = right / (right + invented or 1)
            out[f"{kind}.recall"] = right / (right + missed or 1)
            out[f"{kind}.f1"] = 2 * right / (2 * right + missed + invented or 1)
        for name in FIELDS:
            out[name] = self.equal[name] / (self.agreed.total() or 1)
        return out


def judged(passage: Passage) -> Verdict:
    """The recogniser on one passage."""
    found = find_references(passage.text, act=passage.act, article=passage.article)
    return _compared(passage, passage.references, found)


def scored(verdicts: Sequence[Verdict]) -> Score:
    """The counts of many verdicts."""
    score = Score()
    for verdict in verdicts:
        for written, found in verdict.pairs:
            score.agreed[written.kind] += 1
            score.equal.update(f for f in FIELDS if getattr(written, f) == getattr(found, f))
        score.missed.update(r.kind.value for r in verdict.missed)
        score.invented.update(r.kind.value for r in verdict.invented)
    return score


def _compared(passage: Passage, written: Sequence[Reference], found: Sequence[Reference]) -> Verdict:
    pairs: dict[int, int] = {}
    for same_locator in (True, False):  # an anchor with two references must not pair them crosswise
        for i, a in enumerate(written):
            for j, b in enumerate(found):
                if i in pairs or j in pairs.values() or _key(a) != _key(b) or not a.span.overlaps(b.span):
                    continue
                if a.locator == b.locator or not same_locator:
                    pairs[i] = j
    return Verdict(
        passage,
        [(written[i], found[j]) for i, j in sorted(pairs.items())],
        [a for i, a in enumerate(written) if i not in pairs],
        [b for j, b in enumerate(found) if j not in pairs.values()],
    )


def _key(r: Reference) -> tuple[object, ...]:
    return r.kind, r.act, r.article, r.to, r.open, r.division
