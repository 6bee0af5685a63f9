"""What the reading of a text knows: who speaks, and what has been named so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cpp_corpus.lang.acts import has_number
from cpp_corpus.model.number import normalize_number
from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import Reference, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize.phrase import Item, Phrase

__all__ = ["CitingArticle", "Known", "Memory", "NamedAct", "SeenArticle", "has_all", "may_have_all", "numbers_of"]

_DECISIONS = frozenset(("decision-ue", "decision-cc", "decision-ce"))


class CitingArticle(NamedTuple):
    """The citing article."""

    act: str | None = None
    article: str | None = None


class Known(NamedTuple):
    """The act of a phrase, as resolved."""

    id: str | None
    via: Via
    antecedent: Span | None = None
    reason: Reason | None = None


class NamedAct(NamedTuple):
    """An act that the text has named."""

    nature: str
    id: str
    span: Span
    date: str | None = None
    via: Via = Via.EXPLICIT
    """How it was known there."""


class SeenArticle(NamedTuple):
    """An article that the text has cited; ``internal`` where it is the citing act."""

    act: Known
    number: str | None
    item: Item
    internal: bool = False

    def known(self) -> Known:
        """What is known of its act where it is cited again."""
        return Known(self.act.id, Via.ANAPHORA, Span(self.item.start, self.item.end), self.act.reason)


@dataclass(slots=True)
class Memory:
    """What has been named so far, so kept that a look-up does not grow with the text."""

    latest: NamedAct | None = None
    """The act named last."""
    codes: dict[str, NamedAct] = field(default_factory=dict)
    """Codes by id, in the order in which each was named last."""
    article: SeenArticle | None = None
    """The article cited last."""
    articles: dict[str, SeenArticle] = field(default_factory=dict)
    """By number."""
    alinea: str | None = None
    """The last alinéa of the citing article."""
    parts: list[Reference] = field(default_factory=list)
    """References to parts of articles, in order."""
    _natures: dict[str, list[NamedAct]] = field(default_factory=dict)
    _dates: dict[tuple[str, str | None], NamedAct] = field(default_factory=dict)

    def remember(self, act: NamedAct) -> None:
        """Keep an act that is named."""
        self.latest = act
        self._natures.setdefault(act.nature, []).append(act)
        if act.nature in _DECISIONS:
            self._natures.setdefault("decision", []).append(act)
        self._dates[act.nature, act.date] = act
        if act.nature == "code":
            self.codes.pop(act.id, None)
            self.codes[act.id] = act

    def last(self, nature: str) -> NamedAct | None:
        """The last act of a nature; ``decision`` is one of whatever body."""
        return next(reversed(self._natures.get(nature, ())), None)

    def next(self, nature: str, after: int) -> NamedAct | None:
        """The first act of a nature that is named behind a position; for what is remembered of a whole text."""
        acts = self._natures.get(nature, ())
        at = bisect_left(acts, after, key=lambda act: act.span.start)
        return acts[at] if at < len(acts) else None

    def dated(self, nature: str, date: str | None) -> NamedAct | None:
        """The last act of a nature and a date."""
        return self._dates.get((nature, date))


def numbers_of(phrase: Phrase) -> list[str]:
    """The normalised numbers of a phrase."""
    return [normalize_number(item.number) for item in phrase.items if item.number]


def has_all(act: str | None, numbers: Sequence[str]) -> bool | None:
    """Whether an act has all the numbers; ``None`` where its numbers are not known."""
    for number in numbers:
        found = has_number(act, number)
        if not found:
            return found
    return True


def may_have_all(act: str | None, numbers: Sequence[str]) -> bool:
    """Whether an act has all the numbers, as far as one knows: only codes have numbers with a prefix."""
    found = has_all(act, numbers)
    return found is True or (found is None and not any(number[0] in "lrda" for number in numbers))
