"""The input and the output of a resolution step: ``Question`` and ``Answer``."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple, Protocol

from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.resolution import IndexedArticle, Resolution
from cpp_corpus.normalizer.resolve.index import CorpusIndex
from cpp_corpus.normalizer.resolve.sequence import Place

__all__ = ["Answer", "Citations", "Places", "Question", "Step"]


_BESIDE = 20  # references; longer lists of parts do not occur
_NEAR = 100  # references; "même" hardly refers to anything further away


class Citations:
    """All references of one article, in order of appearance: those of its text, then those of its notes.

    >>> from cpp_corpus import find_references
    >>> first, second, third = find_references("L'article 1 du code pénal, l'article 2 et l'article 3.")
    >>> citations = Citations([first, second, third])
    >>> citations.acts
    ('code-penal',)
    >>> [list(citations.before(second)), list(citations.after(second))] == [[first], [third]]
    True
    >>> list(citations.around(second)) == [first, second, third]
    True
    """

    def __init__(self, references: Sequence[Reference] = ()) -> None:
        """``references``: in order of appearance."""
        self.references = references

    @cached_property
    def acts(self) -> tuple[str, ...]:
        """The acts cited, in order of appearance."""
        return tuple(dict.fromkeys(each.act for each in self.references if each.act is not None))

    def before(self, reference: Reference) -> Iterator[Reference]:
        """The last ``_NEAR`` references before ``reference`` in the same text or note, the nearest first."""
        at = bisect_left(self.references, _position(reference), key=_position)
        for other in reversed(self.references[max(0, at - _NEAR) : at]):
            if other.note != reference.note:
                return
            yield other

    def around(self, reference: Reference) -> Iterator[Reference]:
        """The references near ``reference``, including itself."""
        at = bisect_left(self.references, _position(reference), key=_position)
        return iter(self.references[max(0, at - _BESIDE) : at + _BESIDE])

    def after(self, reference: Reference) -> Iterator[Reference]:
        """The references after ``reference`` in the same text or note, in order."""
        at = bisect_right(self.references, _position(reference), key=_position)
        behind = (self.references[place] for place in range(at, len(self.references)))
        return takewhile(lambda other: other.note == reference.note, behind)


def _position(reference: Reference) -> tuple[int, int]:
    return -1 if reference.note is None else reference.note, reference.start


class Question(NamedTuple):
    """A reference to resolve, with its context.

    Kind and ``via`` of the reference may be plain strings, as the first pass writes them: compare them with ``==``.

    >>> from cpp_corpus import find_references
    >>> citing = IndexedArticle("code-x/1", "code-x", "1", "in_force", None, None, ("titre.ii",))
    >>> (reference,) = find_references("l'article 2", act="code-x")
    >>> Question(CorpusIndex([citing]), citing, reference, Citations([reference])).near
    ('titre.ii',)
    """

    corpus: CorpusIndex
    """Where an act and a number lead."""
    source: IndexedArticle
    """The citing article."""
    reference: Reference
    """What is asked about."""
    citations: Citations
    """All references of that article."""

    @property
    def near(self) -> tuple[str, ...]:
        """The divisions of the citing article, if the reference is to its own act; else empty."""
        return self.source.divisions if self.source.act == self.reference.act else ()


class Places(NamedTuple):
    """Articles of the corpus as an answer; which version of each is law on the day is found after it.

    >>> Places([]).reason is None
    True
    """

    places: Sequence[Place]
    """The articles, in order, each in all its versions: what ``CorpusIndex.lookup`` gives."""
    reason: Reason | None = None
    """Why they are not all that the words say."""
    detail: str | None = None
    """What the reason is about."""


Answer = Places | Resolution | Reference | None
"""Articles; or the result; or another reference, to be resolved instead; ``None`` where the step does not apply."""


class Step(Protocol):
    """A function that answers a question; the steps are asked in their order, and the first answer counts."""

    def __call__(self, question: Question, /) -> Answer:
        """Its answer to ``question``; ``None`` where it has none."""
