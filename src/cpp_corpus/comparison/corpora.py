"""What changed between two corpora."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cpp_corpus.comparison.articles import Pair, article_diff
from cpp_corpus.comparison.matching import Match, matched
from cpp_corpus.comparison.moves import retitled
from cpp_corpus.comparison.references import Renumbered
from cpp_corpus.comparison.versions import Side, newest_day, versions_compared
from cpp_corpus.errors import expect
from cpp_corpus.model.diff import ArticleDiff, ChangeKind, CorpusDiff, CorpusSide
from cpp_corpus.model.manifest import SCHEMA_VERSION
from cpp_corpus.model.view import CorpusView

__all__ = ["diff"]


def diff(old: CorpusView, new: CorpusView) -> CorpusDiff:
    """What changed from ``old`` to ``new``: articles added, repealed, renumbered …, their words and their references.

    Where a corpus has several versions of an article, the version that is law on the day of that corpus is compared:
    the day of :meth:`Corpus.at`, else the newest day of its sources. What is not law yet is left out. Articles are
    matched by their numbers, unless the text has another number in the other corpus; unnumbered articles by their
    texts. A change of typography alone is not reported.
    """
    expect("old", old, CorpusView)
    expect("new", new, CorpusView)
    before, after = _side(old), _side(new)
    matches = matched(before, after)
    renumbered = _renumbered(matches, before, after)
    found: list[ArticleDiff] = []
    counts: Counter[str] = Counter()
    for pair in _in_order(matches, before, after):
        made = article_diff(pair, before, after, renumbered)
        if made.kinds:
            found.append(made)
            counts.update(map(str, made.kinds))
        elif pair.old is not None and pair.new is not None:
            counts["unchanged"] += 1
            counts["typography"] += made.typography
    both = [(before.articles[match.old], after.articles[match.new]) for match in matches]
    return CorpusDiff(
        schema_version=SCHEMA_VERSION,
        old=_described(before, {match.old for match in matches}),
        new=_described(after, {match.new for match in matches}),
        counts={name: counts[name] for name in (*map(str, ChangeKind), "unchanged", "typography")},
        divisions=retitled(both),
        articles=tuple(found),
    )


# ---------------------------------------------------------------------------------------------------------------------


def _side(corpus: CorpusView) -> Side:
    day = newest_day(corpus.articles) if corpus.day is None else corpus.day
    return Side(versions_compared(corpus.articles, day), day, corpus.references_of)


def _described(side: Side, matched_places: set[int]) -> CorpusSide:
    acts = dict.fromkeys(article.act for article in side.articles if article.act is not None)
    alone = (article for at, article in enumerate(side.articles) if at not in matched_places)
    return CorpusSide(
        articles=len(side.articles),
        acts=tuple(acts),
        day=side.day,
        repealed_unmatched=sum(not article.validity.is_law_on(side.day) for article in alone),
    )


def _renumbered(matches: Sequence[Match], old: Side, new: Side) -> Renumbered:
    places = {}
    for match in matches:
        was, now = old.articles[match.old], new.articles[match.new]
        if was.number is not None and now.number is not None:
            before, after = (was.act, was.number.normalized), (now.act, now.number.normalized)
            if before != after:
                places[before] = after
    return places


class _Place(NamedTuple):
    """The position of an article in the list of changes: as in the new corpus; a removed one after its predecessor."""

    new: int
    old: int


def _in_order(matches: Sequence[Match], old: Side, new: Side) -> Iterator[Pair]:
    """Every article of both sides once."""
    by_old, by_new = {match.old: match for match in matches}, {match.new: match for match in matches}
    pairs: list[tuple[_Place, Pair]] = []
    for at, article in enumerate(new.articles):
        match = by_new.get(at)
        pairs.append((_Place(at, -1), Pair(None if match is None else old.articles[match.old], article, match)))
    follows = -1
    for at, article in enumerate(old.articles):
        if at in by_old:
            follows = by_old[at].new
        else:
            pairs.append((_Place(follows, at), Pair(article, None, None)))
    pairs.sort(key=lambda placed: placed[0])
    return (pair for _, pair in pairs)
