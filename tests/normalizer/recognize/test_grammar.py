"""Every rule reads its examples, and leaves its near misses alone."""

from __future__ import annotations

import pytest

from cpp_corpus.normalizer.recognize import references_in
from cpp_corpus.normalizer.recognize.discourse import CitingArticle
from cpp_corpus.normalizer.recognize.grammar import RULES
from cpp_corpus.normalizer.recognize.grammar.designations import DESIGNATIONS
from cpp_corpus.normalizer.recognize.rule import Example, Form, Rule, grammar_line

PARTS: list[Rule | Form] = [*RULES.values(), *DESIGNATIONS.values()]
EXAMPLES = [pytest.param(e, id=f"{part.name}: {e.text}") for part in PARTS for e in part.examples]


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: Example) -> None:
    text = example.text
    found = references_in(text, CitingArticle("ici", "1"))
    anchors = list(dict.fromkeys((r.start, text[r.start : r.end]) for r in found))
    assert [anchor for _, anchor in anchors] == example.anchors
    assert [r.target for r in found] == example.targets.split()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_a_rule_has_a_grammar_line_and_examples(part: Rule | Form) -> None:
    assert grammar_line(part.read)
    assert any(example.anchors for example in part.examples)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_without_its_docstring_a_function_has_its_grammar_line_from_the_source(part: Rule | Form) -> None:
    class Compiled:
        __doc__ = None
        __module__, __name__ = part.read.__module__, part.read.__name__

        def __call__(self) -> None: ...

    assert grammar_line(Compiled()) == grammar_line(part.read)
