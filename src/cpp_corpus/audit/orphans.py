"""Articles that nothing refers to and that refer to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.audit.law import Law
from cpp_corpus.audit.place import Places
from cpp_corpus.audit.wording import counted, listed, title
from cpp_corpus.model.article import Article, ArticleState
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.reference import ReferenceKind

__all__ = ["Orphan"]


class Orphan(Check):
    name = FindingCode.ORPHAN

    def __init__(self, law: Law, places: Places) -> None:
        super().__init__(law, places)
        self._silent: list[Article] = []
        self._cited: set[str] = set()

    def look(self, subject: Subject) -> Iterator[Finding]:
        article = subject.article
        is_cited = False
        for reference in subject.references:
            if reference.kind != ReferenceKind.INTERNAL:
                is_cited = True
                self._cited.update(target for target in reference.targets if target != article.id)
        if not is_cited and self.law.status(article) is not ArticleState.REPEALED:
            self._silent.append(self.law.article(article.id) or article)
        yield from ()

    def end(self) -> Iterator[Finding]:
        """One finding for each act."""
        alone: dict[str | None, list[Article]] = {}
        for article in self._silent:
            if article.id not in self._cited:
                alone.setdefault(article.act, []).append(article)
        for act, articles in alone.items():
            names = listed([str(article.number or article.id) for article in articles])
            do = "cites nothing and is cited" if len(articles) == 1 else "cite nothing and are cited"
            yield self.finding(
                articles[0],
                f"{title(act)} has {counted(len(articles))} that {do} by nothing: {names}; "
                "check only those where that is surprising.",
            )
