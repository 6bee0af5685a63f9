"""Annexes: ``annexe I`` is a division by its words, and an article of the corpus by its heading."""

from __future__ import annotations

from cpp_corpus.model.division import division_steps
from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.normalizer.resolve.question import Answer, Places, Question

__all__ = ["annexe"]


def annexe(question: Question) -> Answer:
    """The article under that heading; ``présente annexe`` is still here where it is the citing article."""
    reference, source = question.reference, question.source
    if reference.kind != ReferenceKind.DIVISION or reference.division is None:
        return None
    step = division_steps(reference.division)[-1]
    if not step.kind.startswith("annexe"):
        return None
    if step == "annexe.present":
        return Places([(source,)])
    found = question.corpus.lookup(reference.act, step.replace(".", "-"))
    return Places([found]) if found else None
