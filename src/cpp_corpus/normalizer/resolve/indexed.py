"""Index entries of articles, and ids that are unique in a corpus."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from cpp_corpus.lang.typography import slug
from cpp_corpus.model.article import Article, ArticleState
from cpp_corpus.model.compact import NamePlaces, repeated, values_of
from cpp_corpus.model.parts import has_part, markers_within
from cpp_corpus.model.resolution import IndexedArticle

__all__ = ["indexed_article", "indexed_part_exists", "other_ids", "unique_ids"]


def indexed_article(article: Article) -> IndexedArticle:
    """What the index of a corpus keeps of an article."""
    return IndexedArticle(
        article.id,
        article.act,
        None if article.number is None else article.number.normalized,
        article.state.value,
        None if article.valid_from is None else article.valid_from.isoformat(),
        None if article.valid_to is None else article.valid_to.isoformat(),
        tuple(_step(division.kind, division.number, division.slug) for division in article.divisions),
        None if article.consolidated_at is None else article.consolidated_at.isoformat(),
        article.source.path,
        parts_of(article),
    )


def parts_of(article: Article) -> str:
    """The parts of an article as a text: locators of its alinéas, an empty line, the markers inside its lines."""
    lines = [paragraph.locator for paragraph in article.paragraphs]
    within = markers_within(article.text)
    return "\n".join([*lines, "", *within] if within else lines)


def indexed_part_exists(indexed: IndexedArticle, locator: str) -> bool | None:
    """Whether an article has the part that a locator names; ``None`` where that cannot be known."""
    return _has_part(indexed.parts, locator)


@lru_cache(maxsize=1 << 14)
def _has_part(parts: str, locator: str) -> bool | None:
    alineas, _, within = parts.partition("\n\n")
    return has_part(alineas.split("\n") if alineas else (), locator, within.split("\n"))


def unique_ids(all_indexed: Sequence[IndexedArticle]) -> list[str]:
    """A unique id for each article; ``all_indexed`` is in the order of the source.

    Articles with the same id are distinguished as follows. Versions of one article (no source shows two of them as law
    at the same time) become ``id@date``, with the first day of the version, else the day of the source; a version
    without a known day keeps the id. If they are not versions, the first one keeps the id. Further articles with an id
    become ``id~2``, ``id~3``, in the order of the source.
    """
    others = other_ids(all_indexed)
    return [others.get(at, indexed.id) for at, indexed in enumerate(all_indexed)]


def other_ids(all_indexed: Sequence[IndexedArticle]) -> dict[int, str]:
    """The ids of :func:`unique_ids` that are not those which the articles have, by place."""
    id_at = values_of(all_indexed, "id")
    alike = repeated(lambda: map(id_at, range(len(all_indexed))))
    if not alike:
        return {}
    taken = NamePlaces(map(id_at, range(len(all_indexed))), id_at)
    ids: dict[int, str] = {}
    used: set[str] = set()
    for name, places in alike.items():
        if days := _version_days([all_indexed[at] for at in places]):
            wanted = [f"{name}@{day}" if day else name for day in days]
        else:
            wanted = [name, *(f"{name}~{rank}" for rank in range(2, len(places) + 1))]
        for at, other in zip(places, wanted, strict=True):
            if other != name:
                ids[at] = _free(other, used, taken)
    return ids


def _version_days(all_indexed: Sequence[IndexedArticle]) -> list[str | None] | None:
    """The first day of each version of an article, else the day on which its source shows it as law.

    ``None`` where they are not versions: two have no day, or one source shows two as law at the same time.
    """
    days = [
        indexed.valid_from or (None if indexed.status_on() is ArticleState.REPEALED else indexed.consolidated_at)
        for indexed in all_indexed
    ]
    sources: dict[str | None, list[IndexedArticle]] = {}
    for indexed in all_indexed:
        sources.setdefault(indexed.file, []).append(indexed)
    return None if days.count(None) > 1 or any(map(_together, sources.values())) else days


def _together(all_indexed: Sequence[IndexedArticle]) -> bool:
    """Whether two of the articles that one source shows under one number are law at the same time."""
    ordered = sorted(all_indexed, key=lambda indexed: indexed.valid_from or "")
    standing = [indexed for indexed in ordered if indexed.status_on() is not ArticleState.REPEALED]
    return any(one.valid_from == other.valid_from is not None for one, other in pairwise(ordered)) or any(
        one.valid_to is None or other.valid_from is None or one.valid_to > other.valid_from
        for one, other in pairwise(standing)
    )


def _free(name: str, used: set[str], taken: NamePlaces) -> str:
    """``name``, or ``name`` with the next free rank where a source already uses that id."""
    rank = 2
    free = name
    while free in used or free in taken:
        free = f"{name}~{rank}"
        rank += 1
    used.add(free)
    return free


@lru_cache(maxsize=1 << 14)
def _step(kind: str, number: str | None, name: str | None) -> str:
    """A division as a step of a path: ``livre.iv``; its slug where it has no number."""
    if number is None:
        return name or kind
    first, dash, rest = slug(number).partition("-")
    return f"{kind}.{_FIRST.get(first, first)}{dash}{rest}"


_FIRST = {"ier": "i", "premier": "i", "premiere": "i", "1er": "1"}
