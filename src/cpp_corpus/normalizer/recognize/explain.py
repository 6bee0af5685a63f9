"""Why each reference is what it is: the rule that read it, and on what basis its act is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.reference import Basis, Reference, ReferenceKind
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize import citing_article, note_starts, references_in
from cpp_corpus.normalizer.recognize.discourse import Analysis, CitingArticle, Decision, analysed
from cpp_corpus.normalizer.recognize.grammar import phrases
from cpp_corpus.normalizer.recognize.phrase import How, Phrase
from cpp_corpus.normalizer.recognize.text import checked, reading
from cpp_corpus.normalizer.recognize.text.edits import Reading

__all__ = ["Explanation", "explain", "explained"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A reference, and what it was made of. Words are those of the text, spaces tidied."""

    reference: Reference
    rule: str
    """Name of the rule that read its phrase."""
    form: str | None
    """Name of the form that read the act in its phrase; ``None`` where the phrase names none."""
    span: Span
    """Range of the phrase: locators, numbers and act."""
    phrase: str
    """Words of the phrase."""
    known: str
    """How the act is known, in a few words: what ``reference.basis`` means here."""
    antecedent: str | None
    """Words of what an anaphor stands for."""
    reason: str | None
    """Why the target is not known."""

    def as_dict(self) -> dict[str, Any]:
        """All but the reference, for JSON."""
        fields = asdict(self)
        del fields["reference"]
        return fields


def explain(text: str, *, act: str | None = None, article: str | ArticleNumber | None = None) -> list[Explanation]:
    """The references that :func:`find_references` finds in ``text``, in the same order, each with why.

    >>> [(e.rule, e.reference.basis.value, e.known) for e in explain("l'article 5", act="code-civil")]
    [('article', 'default', 'no act is named, so it is the citing act')]
    """
    return explained(checked(text), citing_article(act, article))


def explained(text: str, citing: CitingArticle) -> list[Explanation]:
    """What :func:`explain` gives for the text of an article of whatever act."""
    read = reading(text)
    written = phrases(read.text)
    analysis = analysed(read.text, written.phrases, citing, next(iter(note_starts(text)), None))
    made = [(at, each) for at, own in enumerate(_by_phrase(analysis)) for each in own]
    made.sort(key=lambda pair: (pair[1].start, pair[1].end))
    words = _Words(text, read, analysis.phrases, written.rules)
    return [
        words.explanation(at, analysis.acts[at], reference)
        for (at, _), reference in zip(made, references_in(text, citing), strict=True)
    ]


def _by_phrase(analysis: Analysis) -> list[Sequence[Reference]]:
    """The references that each phrase makes."""
    return [analysis.references[begin:end] for begin, end in zip((0, *analysis.ends), analysis.ends, strict=False)]


class _Words:
    """The words of a text that explain its references."""

    def __init__(self, text: str, read: Reading, phrases: Sequence[Phrase], rules: Sequence[str]) -> None:
        self._text, self._read, self._phrases, self._rules = text, read, phrases, rules

    def explanation(self, at: int, decision: Decision | None, reference: Reference) -> Explanation:
        """Why a reference of the phrase ``at`` is what it is."""
        phrase = self._phrases[at]
        span = self._span(phrase.start, phrase.stop)
        before = None if reference.antecedent is None else self._quoted(reference.antecedent)
        origin = at if decision is None or decision.origin is None else decision.origin
        return Explanation(
            reference,
            rule=self._rules[at],
            form=(phrase.act.form or None) if phrase.act is not None else None,
            span=span,
            phrase=self._quoted(span),
            known=_known(reference, self._name(origin), before),
            antecedent=before,
            reason=reference.explanation,
        )

    def _name(self, at: int) -> str:
        """The words by which a phrase names its act; empty where it names none."""
        phrase = self._phrases[at]
        name = phrase.act
        if name is None:
            return ""
        start = name.start
        if phrase.kind != "act" and name.how in (How.SAME, How.PRESENT):  # "même" stands outside the anchor
            start = self._read.text.rfind(" ", 0, max(start - 1, 0)) + 1
        return self._quoted(self._span(start, name.end))

    def _span(self, start: int, end: int) -> Span:
        return Span(self._read.back(start), self._read.back(end))

    def _quoted(self, span: Span) -> str:
        return " ".join(self._text[span.slice].split())


def _known(reference: Reference, name: str, before: str | None) -> str:
    """How the act is known; ``name`` are the words that name it, ``before`` those of the antecedent."""
    basis = reference.basis
    if basis is Basis.NONE or basis is None:
        return "not known"
    if before is not None and basis in _AS_NAMED:
        later = reference.antecedent is not None and reference.antecedent.start > reference.start
        return f"the same as «{before}», named {'later' if later else 'before'}"
    if reference.kind is ReferenceKind.INTERNAL and basis is not Basis.SAME_ARTICLE:
        return "it is the citing act"
    if basis is Basis.DECISION:
        return "of the decision named with it" if before is None else f"of the decision named before, «{before}»"
    sentence = _SENTENCES[basis] if name or basis not in _AS_NAMED else "it is the citing act"
    return sentence.format(name=name, before=before)


_AS_NAMED = frozenset((Basis.SAME, Basis.NATURE, Basis.PRESENT, Basis.PRECITED, Basis.NAMED_LATER))
_SENTENCES = {
    Basis.NAMED: "named in full here, «{name}»",
    Basis.NAMED_LATER: "named in full later",
    Basis.LIST: "carried over from «{name}» beside it",
    Basis.HEAD: "the head of its list names it, «{name}»",
    Basis.EXCEPTION: "taken from «{name}» before it",
    Basis.LEADS_ON: "the citing act has no such number, «{before}», named before, has",
    Basis.CITED_BEFORE: "the citing act has no such number, «{before}» was cited before",
    Basis.CONTINUATION: "it goes on from «{before}»",
    Basis.SAME: "«{name}» is the citing act",
    Basis.NATURE: "«{name}» is the citing act",
    Basis.PRESENT: "«{name}» is the citing act",
    Basis.PRECITED: "named here by its date alone, «{name}»",
    Basis.POSSESSIVE: "a possessive, or its sentence, leads back to «{before}»",
    Basis.SAME_ARTICLE: "that of «{before}», cited before",
    Basis.NEIGHBOUR: "it is the citing act",
    Basis.CONTEXT: "the text is no article of an act, «{before}» is the act named last that may have the number",
    Basis.QUOTED: "no act is named in the quoted text, so it is the one that the text is of",
    Basis.DEFAULT: "no act is named, so it is the citing act",
}
