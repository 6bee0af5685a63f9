"""References that only one of two versions of an article makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cpp_corpus.model.article import Article
from cpp_corpus.model.diff import ReferenceDiff
from cpp_corpus.model.reference import Reference, ReferenceKind

__all__ = ["Citing", "Renumbered", "reference_diffs"]

Renumbered = Mapping[tuple[str | None, str], tuple[str | None, str]]
"""New act and normalised number of each article that was renumbered, by the old ones."""


class Citing(NamedTuple):
    """An article, and the references that it makes."""

    article: Article
    references: Sequence[Reference]


def reference_diffs(
    old: Citing | None, new: Citing | None, renumbered: Renumbered
) -> tuple[tuple[ReferenceDiff, ...], tuple[ReferenceDiff, ...]]:
    """The references gained and those lost, each in the order of its text.

    A reference counts once, however often and wherever it is made. An article that cites itself still does so under a
    new number.
    """
    before = {} if old is None else _made(old)
    after = {} if new is None else _made(new)
    lost = {key: made for key, made in before.items() if key not in after}
    gained = {key: made for key, made in after.items() if key not in before}
    for key, made in lost.items():
        follows = _following(made, renumbered)
        found = None if follows is None else _key(follows, None if new is None else new.article)
        if found in gained:
            lost[key] = made.model_copy(update={"renumbered": True})
            gained[found] = gained[found].model_copy(update={"renumbered": True})
    return tuple(gained.values()), tuple(lost.values())


# ---------------------------------------------------------------------------------------------------------------------

_Key = tuple[object, ...]
_FIELDS = ("kind", "act", "article", "to", "open", "division", "locator", "relation", "operation", "version")


def _made(citing: Citing) -> dict[_Key, ReferenceDiff]:
    """The references of an article, each once."""
    made: dict[_Key, ReferenceDiff] = {}
    article = citing.article
    for reference in citing.references:
        text = article.text if reference.note is None else article.notes[reference.note].text
        diff = _reference_diff(reference, text[reference.start : reference.end])
        made.setdefault(_key(diff, article), diff)
    return made


def _reference_diff(reference: Reference, text: str) -> ReferenceDiff:
    fields = {name: getattr(reference, name) for name in _FIELDS}
    return ReferenceDiff.trusted(**fields, text=text, in_note=reference.note is not None, renumbered=False)


def _key(reference: ReferenceDiff, citing: Article | None) -> _Key:
    """What makes two references the same; the number of the citing article itself does not count."""
    target: tuple[str | None, str | None] = (reference.act, reference.article)
    if citing is not None and citing.number is not None and target == (citing.act, citing.number.normalized):
        target = ("", "")
    if reference.kind is ReferenceKind.INTERNAL:
        target = ("", "")
    rest = (reference.to, reference.open, reference.division, reference.locator)
    done = (reference.relation, reference.operation, reference.version)
    return reference.kind, *target, *rest, *done, reference.in_note


def _following(reference: ReferenceDiff, renumbered: Renumbered) -> ReferenceDiff | None:
    """The reference with the new numbers of its targets; ``None`` where these are unchanged."""
    numbers = {"article": reference.article, "to": reference.to}
    now = {name: renumbered.get((reference.act, number)) for name, number in numbers.items() if number is not None}
    if not any(now.values()):
        return None
    update: dict[str, str | None] = {name: place[1] for name, place in now.items() if place is not None}
    if place := now.get("article"):
        update["act"] = place[0]
    return reference.model_copy(update=update)
