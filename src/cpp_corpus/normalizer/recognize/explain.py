"""Why each reference is what it is: the rule that read it, and how its act is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cpp_corpus.model.number import ArticleNumber
from cpp_corpus.model.reference import Reference, ReferenceKind, Via
from cpp_corpus.model.span import Span
from cpp_corpus.normalizer.recognize import find_references
from cpp_corpus.normalizer.recognize.discourse import Speaker, told
from cpp_corpus.normalizer.recognize.discourse.memory import Known
from cpp_corpus.normalizer.recognize.grammar import phrases
from cpp_corpus.normalizer.recognize.phrase import ActName, How, Phrase
from cpp_corpus.normalizer.recognize.text import reading
from cpp_corpus.model.number import normalize_number

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
    act: str
    """How the act is known, in a few words."""
    antecedent: str | None
    """Words that an anaphor stands for."""
    reason: str | None
    """Why the target is not, or not wholly, known."""

    def as_dict(self) -> dict[str, Any]:
        """All but the reference, as JSON has it."""
        return {
            "rule": self.rule,
            "form": self.form,
            "span": [*self.span],
            "phrase": self.phrase,
            "act": self.act,
            "antecedent": self.antecedent,
            "reason": self.reason,
        }


def explain(
    text: str, *, act: str | None = None, article: str | ArticleNumber | None = None
) -> list[Explanation]:
    """What :func:`find_references` finds in ``text``, in the same order, each with why.

    >>> [(e.rule, e.act) for e in explain("l'article 5", act="code-civil")]
    [('article', 'no act is named: the one that speaks')]
    """
    read = reading(text)
    number = None if article is None else normalize_number(str(article))
    made = told(read.text, list(phrases(read.text)), Speaker(act, number))
    givers = {id(known): phrase.act for phrase, known, _ in made if known is not None and phrase.act is not None}
    found = find_references(text, act=act, article=article)
    explained = []
    for (phrase, known, _), reference in zip(made, found, strict=True):
        span = Span(read.back(phrase.start), read.back(phrase.stop))
        before = None if reference.antecedent is None else _words(text, reference.antecedent)
        giver = givers.get(id(known))
        explained.append(
            Explanation(
                reference,
                rule=phrase.rule,
                form=None if phrase.act is None else phrase.act.form,
                span=span,
                phrase=_words(text, span),
                act=_how_known(reference, phrase, known, before, None if giver is None else _name(read.text, giver)),
                antecedent=before,
                reason=reference.reason,
            )
        )
    return explained
