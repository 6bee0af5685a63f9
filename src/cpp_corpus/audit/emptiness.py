"""Articles without words."""

from __future__ import annotations

from collections.abc import Iterator

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.finding import Finding, FindingCode

__all__ = ["EmptyArticle"]


class EmptyArticle(Check):
    name = FindingCode.EMPTY_ARTICLE

    def look(self, subject: Subject) -> Iterator[Finding]:
        article = subject.article
        if self.law.status(article) is not ArticleState.REPEALED and not any(char.isalnum() for char in article.text):
            what = f"is only {article.text.strip()!r}" if article.text.strip() else "is no text"
            yield self.finding(
                article,
                f"Below {article.heading or article.id} there {what}; its text was expected. Fetch it again.",
            )
