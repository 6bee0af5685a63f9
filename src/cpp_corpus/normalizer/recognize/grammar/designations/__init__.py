"""How acts are named: one form for each nature of text."""

from __future__ import annotations

from cpp_corpus.normalizer.recognize.grammar.designations.codes import ABBREVIATION, ANNEX, CODE
from cpp_corpus.normalizer.recognize.grammar.designations.courts import COURT
from cpp_corpus.normalizer.recognize.grammar.designations.laws import LAW
from cpp_corpus.normalizer.recognize.grammar.designations.others import OTHER
from cpp_corpus.normalizer.recognize.grammar.designations.treaties import CONSTITUTION, TREATY
from cpp_corpus.normalizer.recognize.grammar.designations.union import UNION
from cpp_corpus.normalizer.recognize.rule import Form

__all__ = ["FORMS"]

FORMS: tuple[Form, ...] = (ANNEX, CODE, LAW, COURT, UNION, CONSTITUTION, TREATY, ABBREVIATION, OTHER)
"""The forms, in the order in which they are tried."""
