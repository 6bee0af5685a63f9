"""From phrases to references: which act, which article, by what comes before and after.

The phrases are read in order with a memory of the acts and articles named so far. An article without an act
belongs to the citing act, unless another act is carried over to it; which of two acts is meant is then settled
by which of them has the number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from cpp_corpus.model.reference import Reference
from cpp_corpus.normalizer.recognize.discourse.carrying import carry, headed, joined, lead_on
from cpp_corpus.normalizer.recognize.discourse.memory import CitingArticle, Known, Memory
from cpp_corpus.normalizer.recognize.discourse.naming import act_named, named_later
from cpp_corpus.normalizer.recognize.discourse.writing import written
from cpp_corpus.normalizer.recognize.phrase import Phrase
from cpp_corpus.normalizer.recognize.relations import relations_of

__all__ = ["CitingArticle", "references_of", "told"]


def references_of(
    text: str, phrases: Sequence[Phrase], citing: CitingArticle, note: int | None = None
) -> list[Reference]:
    """The references that the phrases of a text make, in order of their anchors; notes begin at ``note``."""
    memory = Memory()
    found: list[Reference] = []
    for phrase, act in _settled(text, phrases, citing, note):
        found += written(phrase, act, citing, memory)
    found.sort(key=_place)
    return found


def told(
    text: str, phrases: Sequence[Phrase], citing: CitingArticle, note: int | None = None
) -> list[tuple[Phrase, Known | None, Reference]]:
    """The same references, each behind its phrase and the act of that phrase (``None``: the citing act)."""
    memory = Memory()
    found = [
        (phrase, act, reference)
        for phrase, act in _settled(text, phrases, citing, note)
        for reference in written(phrase, act, citing, memory)
    ]
    found.sort(key=lambda made: _place(made[2]))
    return found


_place = attrgetter("start", "end")


def _settled(
    text: str, phrases: Sequence[Phrase], citing: CitingArticle, note: int | None
) -> Iterator[tuple[Phrase, Known | None]]:
    """The phrases, their relations decided, each with its act."""
    phrases = joined(text, phrases)
    headed(text, phrases)
    memory = Memory()
    acts = [
        act_named(text, phrase, citing, memory)
        if phrase.act is not None or phrase.its or phrase.kind == "division"
        else None
        for phrase in phrases
    ]
    if memory.latest is not None:
        acts = [named_later(phrase, act, memory) for phrase, act in zip(phrases, acts, strict=True)]
        carry(text, phrases, acts, citing)
    lead_on(text, phrases, acts, citing)
    for phrase, relation in zip(phrases, relations_of(text, phrases, len(text) if note is None else note), strict=True):
        phrase.relation = relation
    return zip(phrases, acts, strict=True)
