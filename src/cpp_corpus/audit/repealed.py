"""References to articles that are no longer law."""

from __future__ import annotations

from collections.abc import Iterator

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.audit.link_target import reason_gone, with_target
from cpp_corpus.audit.listed_links import is_listed_citation
from cpp_corpus.audit.wording import printed, title
from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.article_id import unversioned
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.model.resolution import ReferenceState

__all__ = ["RepealedTarget"]


class RepealedTarget(Check):
    name = FindingCode.REPEALED_TARGET

    def look(self, subject: Subject) -> Iterator[Finding]:
        if self.law.status(subject.article) is ArticleState.REPEALED:
            return
        said: set[str] = set()
        yield from self._by_record(subject, said)
        yield from self._by_title(subject, said)

    def _by_record(self, subject: Subject, said: set[str]) -> Iterator[Finding]:
        """Targets that the corpus itself records as repealed."""
        for reference in subject.references:
            if reference.kind != ReferenceKind.ARTICLE:
                continue
            ended = reference.targets if reference.state == ReferenceState.REPEALED else reference.repealed
            for target in map(self.law.article, ended):
                if target is None or target.id in said or self.law.status(target) is not ArticleState.REPEALED:
                    continue
                said.update((target.id, unversioned(target.id)))
                number = str(target.number) if target.number else printed(reference.article or "")
                since = f" since {target.valid_to}" if target.valid_to else ""
                yield self.finding(
                    subject.article,
                    f"{reference.text} is cited, but article {number} of {title(target.act)} is repealed{since}; "
                    "check what has replaced it.",
                    span=reference.span,
                    note=reference.note,
                )

    def _by_title(self, subject: Subject, said: set[str]) -> Iterator[Finding]:
        """Targets that the title of a link says are repealed, unless the corpus has them as law."""
        cited = (link for link in subject.article.links if link.span.start < link.span.end or is_listed_citation(link))
        for link in filter(None, map(with_target, filter(reason_gone, cited))):
            act, number = link.act, str(link.article)
            held = self.law.recorded(act).get(number, ())
            if f"{act}/{number}" in said or any(self.law.status(each) is not ArticleState.REPEALED for each in held):
                continue
            said.add(f"{act}/{number}")
            words = subject.text(link.note)[link.span.slice].strip() or f"Article {printed(number)}"
            yield self.finding(
                subject.article,
                f"{words} is cited, but the title of its link says that article {printed(number)} of "
                f"{title(act)} {reason_gone(link)}; check what has replaced it.",
                span=link.span if link.span.start < link.span.end else None,
                note=link.note,
            )
