"""The grammar: one rule for each form of reference, and the reading of a text by them.

A rule that is added to :data:`RULES` is read, tested by its examples and documented.
"""

from __future__ import annotations

from collections.abc import Iterator

from cpp_corpus.normalizer.recognize.grammar.acts import ACT, ANNEX_CODE, CELL
from cpp_corpus.normalizer.recognize.grammar.articles import ARTICLE, NUMBER_ALONE
from cpp_corpus.normalizer.recognize.grammar.divisions import DIVISION
from cpp_corpus.normalizer.recognize.grammar.parts import PART
from cpp_corpus.normalizer.recognize.lexer import Lexer
from cpp_corpus.normalizer.recognize.phrase import Phrase
from cpp_corpus.normalizer.recognize.rule import Rule

__all__ = ["RULES", "phrases"]

RULES: tuple[Rule, ...] = (ARTICLE, ANNEX_CODE, DIVISION, ACT, CELL, NUMBER_ALONE, PART)
"""The rules, in the order in which they are tried where several may begin."""

_LEXER = Lexer(RULES)


def phrases(text: str) -> Iterator[Phrase]:
    """The phrases of a folded text, in order, none overlapping another."""
    at = 0
    while (begun := _LEXER.next(text, at)) is not None:
        rule, start, end = begun
        at = end
        for phrase in rule.read(text, start, end):
            phrase.rule = rule.name
            yield phrase
            at = max(at, phrase.stop)
