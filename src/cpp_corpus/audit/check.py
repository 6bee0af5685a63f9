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

__all__ = ["Check", "Subject", "fault_of_check"]


class Subject:
    """The article being checked; its references are resolved when a check first asks for them.

    >>> import cpp_corpus
    >>> corpus = cpp_corpus.load("fixtures/mirror")
    >>> subject = Subject(corpus["L121-3"], corpus.resolved)
    >>> subject.references == corpus.resolved("L121-3"), subject.text() == corpus["L121-3"].text
    (True, True)
    >>> [note for note, text in subject.parts()]
    [None]
    """

    def __init__(self, article: Article, resolve: Callable[[Article], Sequence[ResolvedReference]]) -> None:
        """``article``: what is looked at; ``resolve``: what finds its references."""
        self.article = article
        self._resolve = resolve

    @cached_property
    def references(self) -> Sequence[ResolvedReference]:
        """The references of the article, with what they point to."""
        return self._resolve(self.article)

    def text(self, note: int | None = None) -> str:
        """The text of the article, or of its note of index ``note``."""
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

    >>> class Windless(Check):
    ...     name = "windless"
    ...     title = "An act without wind."
    ...     advice = "Wait."
    ...     seen = False
    ...     def look(self, subject):
    ...         self.seen = self.seen or "vent" in subject.article.text
    ...         return ()
    ...     def end(self):
    ...         if not self.seen:
    ...             yield self.finding(self.law.article("code-des-sabliers/1"), "No article mentions the wind.")
    >>> import cpp_corpus
    >>> from cpp_corpus.audit import CHECKS
    >>> CHECKS.add("windless", Windless)
    >>> corpus = cpp_corpus.load("fixtures/mirror")
    >>> corpus.audit("windless")
    []
    >>> _ = CHECKS.remove("windless")
    >>> check = Windless(Law(corpus), Places(corpus.offsets))
    >>> check.look(Subject(corpus["L121-3"], corpus.resolved)), check.finding(corpus["L121-3"], "No wind.").code
    ((), 'windless')
    >>> [finding.message for finding in check.end()]
    ['No article mentions the wind.']
    """

    name: ClassVar[str]
    """The code of its findings, as in the table."""
    title: ClassVar[str]
    """What it finds, in a line."""
    advice: ClassVar[str]
    """What to do about it."""
    severity: ClassVar[Severity] = Severity.WARNING
    """The usual severity of its findings."""

    def __init_subclass__(cls) -> None:
        name = getattr(cls, "name", None)
        if isinstance(name, FindingCode):
            cls.title, cls.advice, cls.severity = name.text, name.advice, name.severity

    def __init__(self, law: Law, places: Places) -> None:
        """``law``: what the corpus holds; ``places``: what finds the lines of findings. An own one takes both."""
        self.law = law
        self._places = places

    def look(self, subject: Subject) -> Iterable[Finding]:  # noqa: ARG002 - a check may have ``end`` only
        """What is wrong with the article ``subject``."""
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
        """A finding of this check on ``article``, with its place in the source.

        ``message`` is one sentence for a person: what was found, what to do. ``span`` is a range of the text of the
        article, or of its note of index ``note``; ``expected`` is what it should be, ``severity`` other than that of
        the check.
        """
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
