"""What a check is: it looks at one article after the other, and may say more at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import ClassVar

from cpp_corpus.audit.law import Law
from cpp_corpus.audit.place import Places
from cpp_corpus.model.article import Article
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.resolution import ResolvedReference
from cpp_corpus.model.span import Span

__all__ = ["Check", "Subject", "fault_of_check"]


class Subject:
    """The article that is looked at; its references are found when a check first asks for them."""

    def __init__(self, article: Article, resolve: Callable[[Article], Sequence[ResolvedReference]]) -> None:
        self.article = article
        self._resolve = resolve

    @cached_property
    def references(self) -> Sequence[ResolvedReference]:
        """The references of the article, with what they point to."""
        return self._resolve(self.article)

    def text(self, note: int | None = None) -> str:
        """The text of the article, or of one of its notes."""
        return self.article.text if note is None else self.article.notes[note].text

    def parts(self) -> Iterable[tuple[int | None, str]]:
        """The text and the notes, each with what names it in a reference."""
        yield None, self.article.text
        for at, note in enumerate(self.article.notes):
            yield at, note.text


class Check:
    """One thing that may be wrong; ``name`` is the code of its findings.

    Of a code of the table, :class:`FindingCode`, the title, the advice and the severity are those of the table; a check
    with a code of its own brings them.

    A corpus is looked at by one instance: ``look`` is called for each article in order, then ``end`` once.
    """

    name: ClassVar[str]
    """The code of its findings, as in the table."""
    title: ClassVar[str]
    """What it finds, in a line."""
    advice: ClassVar[str]
    """What to do about it."""
    severity: ClassVar[Severity] = Severity.WARNING
    """How much it matters as a rule."""

    def __init_subclass__(cls) -> None:
        name = getattr(cls, "name", None)
        if isinstance(name, FindingCode):
            cls.title, cls.advice, cls.severity = name.text, name.advice, name.severity

    def __init__(self, law: Law, places: Places) -> None:
        self.law = law
        self._places = places

    def look(self, subject: Subject) -> Iterable[Finding]:  # noqa: ARG002 - of a check that only ends
        """What is wrong with this article."""
        return ()

    def end(self) -> Iterable[Finding]:
        """What is wrong with the corpus as a whole."""
        return ()

    def finding(  # noqa: PLR0913 - the fields that a finding may have
        self,
        article: Article,
        message: str,
        *,
        span: Span | None = None,
        note: int | None = None,
        expected: str | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this check, with its place in the source."""
        return Finding(
            code=self.name,
            severity=severity or self.severity,
            message=message,
            path=article.source.path,
            line=self._places.line(article, span, note),
            article=article.id,
            span=span,
            note=note,
            expected=expected,
        )


def fault_of_check(entry: object) -> str | None:
    """Why an object is no check; ``None`` where it is one.

    >>> fault_of_check(Check)
    'does not say its name, title, advice'
    """
    if not isinstance(entry, type) or not issubclass(entry, Check):
        return f"is {entry!r:.80}, which is no subclass of Check"
    unsaid = [field for field in ("name", "title", "advice") if not getattr(entry, field, None)]
    return f"does not say its {', '.join(unsaid)}" if unsaid else None
