"""The references of articles: detected in their texts, or read from an export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cpp_corpus.errors import InputError
from cpp_corpus.limits import LimitReached, Limits, timed, within
from cpp_corpus.model.article import Article
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.view import WrittenReferences

__all__ = ["References", "WrittenAs", "recognised"]


class WrittenAs(NamedTuple):
    """Where the references of an article are stored in an export."""

    references: WrittenReferences
    article_id: str
    """The id that the article has there."""


class References:
    """The references of the articles of a corpus, each found when first asked for."""

    def __init__(
        self,
        articles: Iterable[Article],
        written: Mapping[str, WrittenAs] | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._articles = {article.id: article for article in articles}
        self._written = written or {}
        self._limits = limits
        self._found: dict[str, tuple[Reference, ...]] = {}

    def of(self, article: Article, *, keep: bool = True) -> tuple[Reference, ...]:
        """The references of an article; for a copy with another text, they are detected anew.

        ``keep`` says whether they are kept in memory. ``InputError`` where there are more than the limits allow.
        """
        held = self._articles.get(article.id)
        if held is not article and held != article:
            return self._recognised(article)
        found = self._found.get(article.id)
        if found is None:
            written = self._written.get(article.id)
            found = self._recognised(article) if written is None else written.references.of(written.article_id)
            if keep:
                self._found[article.id] = found
        return found

    def _recognised(self, article: Article) -> tuple[Reference, ...]:
        try:
            with within(self._limits), timed():
                return recognised(article)
        except LimitReached as reached:
            raise InputError(f"{article.id} is an article {reached.what}", hint=reached.hint) from reached


def recognised(article: Article) -> tuple[Reference, ...]:
    """The references in the text of an article, then in its notes; ``LimitReached`` where there are too many."""
    from cpp_corpus.normalizer import recognize  # noqa: PLC0415 - heavy, and a load alone does not need it

    notes = [note.text for note in article.notes]
    return recognize.recognize(article.text, notes, act=article.act, article=article.number)
