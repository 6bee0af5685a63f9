"""The base class of a check: it is given each article in turn, and may report on the whole corpus at the end."""

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

__all__ = ["Check", "Subject"]


class Subject:
    """The article being checked; its references are resolved when a check first asks for them."""

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
        """The text, then the notes, each after its ``Reference.note``: ``None`` for the text, else the index."""
        yield None, self.article.text
        for at, note in enumerate(self.article.notes):
            yield at, note.text


class Check:
    """One kind of error in the law; ``name`` is the code of its findings.

    For a code of the table :class:`FindingCode`, title, advice and severity come from the table; a check with a code of
    its own defines them.

    One instance checks one corpus: ``look`` is called for each article in order, then ``end`` once.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    """What it finds, in a line."""
    advice: ClassVar[str]
    """What to do about it."""
    severity: ClassVar[Severity] = Severity.WARNING
    """The usual severity of its findings."""

    def __init_subclass__(cls) -> None:
        if isinstance(cls.name, FindingCode):
            cls.title, cls.advice, cls.severity = cls.name.text, cls.name.advice, cls.name.severity

    def __init__(self, law: Law, places: Places) -> None:
        self.law = law
        self._places = places

    def look(self, subject: Subject) -> Iterable[Finding]:  # noqa: ARG002 - a check may have ``end`` only
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
