"""Why each reference is what it is: the rule that read it, and how its act is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from cpp_corpus.model.number import ArticleNumber, normalize_number
from cpp_corpus.model.reference import Reference, ReferenceKind, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize import find_references
from cpp_corpus.normalizer.recognize.discourse import CitingArticle, told
from cpp_corpus.normalizer.recognize.discourse.memory import Known
from cpp_corpus.normalizer.recognize.grammar import phrases
from cpp_corpus.normalizer.recognize.phrase import How, Phrase
from cpp_corpus.normalizer.recognize.text import Reading, reading

__all__ = ["Explanation", "explain"]


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
    """How the act is known, in a few words."""
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

    >>> [(e.rule, e.known) for e in explain("l'article 5", act="code-civil")]
    [('article', 'no act is named, so it is the citing act')]
    """
    read = reading(text)
    number = normalize_number(article if isinstance(article, str) else article.normalized) if article else None
    made = told(read.text, list(phrases(read.text)), CitingArticle(act, number))
    names = _names(text, read, made)
    found = find_references(text, act=act, article=article)
    return [
        _explained(text, read, phrase, reference, _how_known(phrase, known, reference, text, names))
        for (phrase, known, _), reference in zip(made, found, strict=True)
    ]


def _explained(text: str, read: Reading, phrase: Phrase, reference: Reference, known: str) -> Explanation:
    span = Span(read.back(phrase.start), read.back(phrase.stop))
    return Explanation(
        reference,
        rule=phrase.rule,
        form=None if phrase.act is None else phrase.act.form,
        span=span,
        phrase=_words(text, span),
        known=known,
        antecedent=None if reference.antecedent is None else _words(text, reference.antecedent),
        reason=reference.explanation,
    )


def _names(text: str, read: Reading, made: Iterable[tuple[Phrase, Known | None, object]]) -> dict[int, str]:
    """The words by which acts are named, by the identity of what is known of each: a carried act is that very value."""
    names = {}
    for phrase, known, _ in made:
        if known is not None and phrase.act is not None:
            start, end = phrase.act.start, phrase.act.end
            if phrase.kind != "act" and phrase.act.how in (How.SAME, How.PRESENT):  # "même" stands outside the anchor
                start = read.text.rfind(" ", 0, max(start - 1, 0)) + 1
            names[id(known)] = _words(text, Span(read.back(start), read.back(end)))
    return names


def _how_known(phrase: Phrase, known: Known | None, reference: Reference, text: str, names: dict[int, str]) -> str:
    """How the act of a reference is known."""
    before = None if reference.antecedent is None else _words(text, reference.antecedent)
    if reference.act is None and reference.reason is not None:
        return "not known"
    if reference.kind is ReferenceKind.INTERNAL:
        return "it is the citing act"
    if known is None:
        if before is not None:
            return f"that of «{before}», cited before"
        said = "no act is named, so it is" if reference.via is Via.DEFAULT else "it is"
        return f"{said} the citing act"
    if phrase.act is not None:
        return _by_name(phrase, names[id(known)], before, reference)
    if phrase.its:
        return f"a possessive leads back to «{before}»"
    if id(known) in names:
        return f"carried over from «{names[id(known)]}» beside it"
    if reference.kind is ReferenceKind.DIVISION:
        return f"it goes on from «{before}»"
    return f"the citing act has no such number, «{before}», named before, has"


def _by_name(phrase: Phrase, name: str, before: str | None, reference: Reference) -> str:
    """How the act that a phrase names in some way is known."""
    if before is not None:
        later = reference.antecedent is not None and reference.antecedent.start > reference.start
        return f"the same as «{before}», named {'later' if later else 'before'}"
    if phrase.act is not None and phrase.act.how is not How.NAMED:
        return f"«{name}» is the citing act"
    if reference.via is Via.EXPLICIT:
        return f"named in full here, «{name}»"
    return f"named here by its date alone, «{name}»"


def _words(text: str, span: Span) -> str:
    return " ".join(text[span.slice].split())
