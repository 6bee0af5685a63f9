"""Places of articles in two corpora: which are others, and which only have another title."""

from __future__ import annotations

from collections.abc import Iterable

from cpp_corpus.comparison.words import words_of
from cpp_corpus.model.article import Article, Division
from cpp_corpus.model.diff import DivisionDiff
from cpp_corpus.normalizer.resolve import indexed_article

__all__ = ["is_moved", "retitled"]


def is_moved(old: Article, new: Article) -> bool:
    """Whether the divisions are others, by kind and number; those without number by name.

    Not where one side knows nothing of its divisions.
    """
    if not old.divisions or not new.divisions or (old.divisions == new.divisions and old.act == new.act):
        return False
    return old.act != new.act or _path(old) != _path(new)


def retitled(pairs: Iterable[tuple[Article, Article]]) -> tuple[DivisionDiff, ...]:
    """The divisions in which articles stayed and that have another title, each once, in the order of the articles."""
    found: dict[tuple[str | None, str], DivisionDiff] = {}
    for old, new in pairs:
        if old.act != new.act or old.divisions == new.divisions:
            continue
        before, after = _path(old), _path(new)
        for depth in range(min(len(before), len(after))):
            if before[depth] != after[depth]:
                break
            titles = _titles(old.divisions[depth], new.divisions[depth])
            if titles is not None:
                path = "/".join(after[: depth + 1])
                found.setdefault((new.act, path), DivisionDiff(act=new.act, path=path, old=titles[0], new=titles[1]))
    return tuple(found.values())


# ---------------------------------------------------------------------------------------------------------------------


def _path(article: Article) -> tuple[str, ...]:
    return indexed_article(article).divisions


def _titles(old: Division, new: Division) -> tuple[str, str] | None:
    """The titles of one division, or its names in addresses where one source has no titles; ``None``: the same."""
    if old.title is not None and new.title is not None:
        return None if words_of(old.title) == words_of(new.title) else (old.title, new.title)
    if old.slug is not None and new.slug is not None and old.slug != new.slug:
        return old.slug, new.slug
    return None
