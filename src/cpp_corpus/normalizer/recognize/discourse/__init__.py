"""From phrases to references: which act, which article, by what comes before and after.

Four passes, each entered once, each with a value of its own:

=================  ===========================================================  =================
pass               decides                                                      value
=================  ===========================================================  =================
``scopes``         what governs which stretch of the text                       ``Scope``
``attribution``    which act a phrase is of, on what basis                      ``Decision``
``relations``      what the sentence does with its reference                    ``Relation``
``references``     which article, division or part, one for each                ``Reference``
=================  ===========================================================  =================
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cpp_corpus.model.reference import Reference, Relation
from cpp_corpus.normalizer.recognize.discourse.attribution import acts_of
from cpp_corpus.normalizer.recognize.discourse.decision import CitingArticle, Decision
from cpp_corpus.normalizer.recognize.discourse.references import references_of
from cpp_corpus.normalizer.recognize.discourse.relations import relations_of
from cpp_corpus.normalizer.recognize.discourse.scopes import Scope, scopes_of
from cpp_corpus.normalizer.recognize.phrase import Phrase

__all__ = ["Analysis", "CitingArticle", "Decision", "analysed"]


class Analysis(NamedTuple):
    """What the passes have made of a text."""

    phrases: Sequence[Phrase]
    """As their scopes have them."""
    scopes: Sequence[Scope]
    acts: Sequence[Decision | None]
    """Of each phrase; ``None`` where it is the citing act by default."""
    relations: Sequence[Relation]
    """Of each phrase."""
    references: Sequence[Reference]
    """In the order of the phrases."""
    ends: Sequence[int]
    """For each phrase, how many references it and those before it make."""


def analysed(text: str, phrases: Sequence[Phrase], citing: CitingArticle, note: int | None = None) -> Analysis:
    """What the phrases of a text mean in the article that cites; its notes begin at ``note``."""
    scoped = scopes_of(text, phrases, note)
    acts = acts_of(text, scoped, citing)
    relations = relations_of(text, scoped)
    references, ends = references_of(scoped.phrases, acts, relations, citing)
    return Analysis(scoped.phrases, scoped.scopes, acts, relations, references, ends)
