"""Articles that nothing refers to and that refer to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.audit.law import Law
from cpp_corpus.audit.place import Places
from cpp_corpus.audit.wording import counted, listed, title
from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.reference import ReferenceKind

__all__ = ["Orphan"]


class Orphan(Check):
    name = FindingCode.ORPHAN

    def __init__(self, law: Law, places: Places) -> None:
        super().__init__(law, places)
        self._silent: list[_Silent] = []
        self._cited: set[str] = set()

    def look(self, subject: Subject) -> Iterator[Finding]:
        article = subject.article
        is_cited = False
        for reference in subject.references:
            if reference.kind != ReferenceKind.INTERNAL:
                is_cited = True
                self._cited.update(target for target in reference.targets if target != article.id)
        if not is_cited and self.law.status(article) is not ArticleState.REPEALED:
            self._silent.append(_Silent(article.id, article.act, str(article.number or article.id)))
        yield from ()

    def end(self) -> Iterator[Finding]:
        """One finding for each act."""
        alone: dict[str | None, list[_Silent]] = {}
        for each in self._silent:
            if each.id not in self._cited:
                alone.setdefault(each.act, []).append(each)
        for act, articles in alone.items():
            first = self.law.article(articles[0].id)
            if first is None:
                continue
            names = listed([each.name for each in articles])
            do = "cites nothing and is cited" if len(articles) == 1 else "cite nothing and are cited"
            yield self.finding(
                first,
                f"{title(act)} has {counted(len(articles))} that {do} by nothing: {names}; "
                "check only those where that is surprising.",
            )


class _Silent(NamedTuple):
    """What is kept of an article that cites nothing: there may be many."""

    id: str
    act: str | None
    name: str
