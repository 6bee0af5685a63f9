"""Articles that moved to other divisions, and divisions that only got another title."""

from __future__ import annotations

from collections.abc import Iterable

from cpp_corpus.comparison.words import words_of
from cpp_corpus.model.article import Article, Division
from cpp_corpus.model.diff import DivisionDiff
from cpp_corpus.normalizer.resolve import indexed_article

__all__ = ["is_moved", "retitled"]


def is_moved(old: Article, new: Article) -> bool:
    """Whether an article moved to other divisions, compared by kind and number; those without a number by name.

    False where one corpus has no divisions of the article.
    """
    if not old.divisions or not new.divisions or (old.divisions == new.divisions and old.act == new.act):
        return False
    return old.act != new.act or _path(old) != _path(new)


def retitled(pairs: Iterable[tuple[Article, Article]]) -> tuple[DivisionDiff, ...]:
    """The divisions that kept articles and have another title, each once, in the order of the articles."""
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
    """The two titles of a division, or its slugs where one source has no titles; ``None`` where they are the same."""
    if old.title is not None and new.title is not None:
        return None if words_of(old.title) == words_of(new.title) else (old.title, new.title)
    if old.slug is not None and new.slug is not None and old.slug != new.slug:
        return old.slug, new.slug
    return None
