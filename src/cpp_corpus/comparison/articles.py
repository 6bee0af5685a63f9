"""What changed between two versions of one article."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cpp_corpus.comparison.alineas import alineas, notes, one_sided, passage_diff
from cpp_corpus.comparison.matching import Match
from cpp_corpus.comparison.moves import is_moved
from cpp_corpus.comparison.references import Citing, Renumbered, reference_diffs
from cpp_corpus.comparison.versions import Side
from cpp_corpus.comparison.words import words_of
from cpp_corpus.model.article import Article
from cpp_corpus.model.diff import AlineaDiff, ArticleDiff, ArticleSide, ChangeKind, Operation, ReferenceDiff

__all__ = ["Pair", "article_diff"]


class Pair(NamedTuple):
    """An article of the old corpus and one of the new; one of the two may be absent, and then ``match`` is too."""

    old: Article | None
    new: Article | None
    match: Match | None


def article_diff(pair: Pair, before: Side, after: Side, renumbered: Renumbered) -> ArticleDiff:
    """The changes of an article; ``kinds`` is empty where nothing changed."""
    old = pair.old if pair.old is not None and pair.old.validity.is_law_on(before.day) else None
    new = pair.new if pair.new is not None and pair.new.validity.is_law_on(after.day) else None
    kinds: list[ChangeKind] = []
    texts: tuple[AlineaDiff, ...] = ()
    annotations: tuple[AlineaDiff, ...] = ()
    typography = False
    if old is not None and new is not None:
        if _has_other_number(old, new):
            kinds.append(ChangeKind.RENUMBERED)
        if is_moved(old, new):
            kinds.append(ChangeKind.MOVED)
        if old.text != new.text:
            typography = words_of(old.text) == words_of(new.text)
            if not typography:
                kinds.append(ChangeKind.CHANGED)
                texts = passage_diff(alineas(old), alineas(new))
        if _words_of_notes(old) != _words_of_notes(new):
            kinds.append(ChangeKind.NOTES)
            annotations = passage_diff(notes(old), notes(new))
    elif new is not None:
        kinds.append(ChangeKind.ADDED if pair.old is None else ChangeKind.REINSTATED)
        texts, annotations = (one_sided(each, Operation.ADDED) for each in (alineas(new), notes(new)))
    elif old is not None:
        kinds.append(ChangeKind.REMOVED if pair.new is None else ChangeKind.REPEALED)
        texts, annotations = (one_sided(each, Operation.REMOVED) for each in (alineas(old), notes(old)))
    gained, lost = _references(old, new, before, after, renumbered) if texts or annotations else ((), ())
    return ArticleDiff(
        kinds=tuple(kinds),
        old=_side(pair.old, before.day),
        new=_side(pair.new, after.day),
        matched_by=None if pair.match is None else pair.match.by,
        score=_rounded(None if pair.match is None else pair.match.score),
        runner_up=_rounded(None if pair.match is None else pair.match.runner_up),
        typography=typography,
        alineas=texts,
        notes=annotations,
        gained=gained,
        lost=lost,
    )


# ---------------------------------------------------------------------------------------------------------------------


def _references(
    old: Article | None, new: Article | None, before: Side, after: Side, renumbered: Renumbered
) -> tuple[tuple[ReferenceDiff, ...], tuple[ReferenceDiff, ...]]:
    return reference_diffs(
        None if old is None else Citing(old, before.references_of(old)),
        None if new is None else Citing(new, after.references_of(new)),
        renumbered,
    )


def _has_other_number(old: Article, new: Article) -> bool:
    if old.number is None or new.number is None:
        return False  # its old or new number is not known
    return (old.act, old.number) != (new.act, new.number)


def _words_of_notes(article: Article) -> list[list[str]]:
    return [words_of(text) for _, text in notes(article)]


def _side(article: Article | None, day: date | None) -> ArticleSide | None:
    if article is None:
        return None
    return ArticleSide.trusted(
        id=article.id,
        act=article.act,
        number=article.number,
        heading=article.heading,
        state=article.validity.status_on(day),
        valid_from=article.valid_from,
        valid_to=article.valid_to,
        divisions=article.divisions,
        source=article.source,
    )


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 3)
