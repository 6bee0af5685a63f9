"""What was found against what was written down by hand, by :func:`cpp_corpus.evaluate`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cpp_corpus import Evaluation, evaluate, find_references
from quality.passages import Passage

__all__ = ["FIELDS", "QUALIFIERS", "Verdict", "figures", "judged", "register_figures", "whole"]

FIELDS = ("locator", "via", "relation")
"""What is compared on the pairs that agree."""
QUALIFIERS = ("version", "successor", "operation")
"""What is compared where it was written down."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One passage judged."""

    passage: Passage
    evaluation: Evaluation

    @property
    def is_flawless(self) -> bool:
        """Whether everything is found, and nothing else, with every field as written down."""
        return all(each.agrees and not each.differing for each in self.evaluation.comparisons)


def judged(passage: Passage) -> Verdict:
    """The recogniser on one passage."""
    found = find_references(passage.text, act=passage.act, article=passage.article)
    return Verdict(passage, evaluate(passage.references, found))


def whole(verdicts: Iterable[Verdict]) -> Evaluation:
    """Many verdicts as one evaluation."""
    return Evaluation(tuple(each for verdict in verdicts for each in verdict.evaluation.comparisons))


def figures(evaluation: Evaluation) -> dict[str, float]:
    """Precision, recall and F1 by kind and of all, shares of equal fields: ``article.f1``, ``locator``."""
    out: dict[str, float] = {}
    for kind, score in [*evaluation.kinds.items(), ("all", evaluation.score)]:
        out |= {f"{kind}.precision": score.precision, f"{kind}.recall": score.recall, f"{kind}.f1": score.f1}
    out |= {name: evaluation.fields.get(name, 0.0) for name in FIELDS}
    return out | {name: evaluation.fields[name] for name in QUALIFIERS if name in evaluation.fields}


def register_figures(verdicts: Mapping[str, Sequence[Verdict]]) -> dict[str, float]:
    """F1 and the shares of equal fields of each register, and of all: ``judicial.f1``, ``all.version``."""
    out: dict[str, float] = {}
    together = [verdict for own in verdicts.values() for verdict in own]
    for register, own in [*verdicts.items(), ("all", together)]:
        evaluation = whole(own)
        shares = {name: evaluation.fields[name] for name in (*FIELDS, *QUALIFIERS) if name in evaluation.fields}
        out |= {f"{register}.{name}": value for name, value in {"f1": evaluation.score.f1, **shares}.items()}
    return out
