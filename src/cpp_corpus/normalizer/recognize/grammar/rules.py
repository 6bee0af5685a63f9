"""The table of the rules, to which other packages can add, and the lexer that is made of it."""

from __future__ import annotations

from cpp_corpus.normalizer.recognize.grammar.acts import ACT, CELL, CONSTITUTIONAL, SECOND_ACT
from cpp_corpus.normalizer.recognize.grammar.articles import ARTICLE, NUMBER_ALONE, QUOTED_NUMBER
from cpp_corpus.normalizer.recognize.grammar.cited import ABBREVIATED, CITED_DECISION, DOCUMENT, SHORT_ACT
from cpp_corpus.normalizer.recognize.grammar.division_rules import ANNEX_CODE, DIVISION
from cpp_corpus.normalizer.recognize.grammar.parts import PART
from cpp_corpus.normalizer.recognize.lexer import Lexer, fault_of_rule
from cpp_corpus.normalizer.recognize.rule import Rule
from cpp_corpus.table import Table

__all__ = ["LEXER", "RULES"]

RULES: Table[Rule] = Table(
    "rules",
    {
        rule.name: rule
        for rule in (
            *(
                ARTICLE,
                ANNEX_CODE,
                DIVISION,
                ACT,
                SECOND_ACT,
                CELL,
                CONSTITUTIONAL,
                SHORT_ACT,
                NUMBER_ALONE,
                QUOTED_NUMBER,
                PART,
            ),
            *(CITED_DECISION, DOCUMENT, ABBREVIATED),
        )
    },
    fault=fault_of_rule,
)
"""The rules, in the order in which they are tried where several may begin.

Other packages add to it by entry points of the group ``cpp_corpus.rules``.
"""
LEXER = Lexer(RULES)
