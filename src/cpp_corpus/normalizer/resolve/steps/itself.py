"""Parts of the citing article: ``au deuxième alinéa``."""

from __future__ import annotations

from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.normalizer.resolve.question import Answer, Places, Question

__all__ = ["itself"]


def itself(question: Question) -> Answer:
    """The article itself, in its own version."""
    return Places([(question.source,)]) if question.reference.kind == ReferenceKind.INTERNAL else None
