"""The page on the grammar says what the rules say."""

from __future__ import annotations

from pathlib import Path

from cpp_corpus.normalizer.recognize.grammar import RULES
from cpp_corpus.normalizer.recognize.grammar.designations import DESIGNATIONS
from cpp_corpus.normalizer.recognize.grammar.document import document
from cpp_corpus.normalizer.recognize.rule import Form, Rule

PAGE = Path(__file__).parents[3] / "docs" / "grammar.md"


def test_the_committed_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == document(), "run: make grammar"


def test_it_holds_every_rule_and_every_example() -> None:
    page = document()
    parts: list[Rule | Form] = [*RULES.values(), *DESIGNATIONS.values()]
    for part in parts:
        assert f"\n### {part.name}\n" in page
        for example in part.examples:
            shown = example.marked.replace("*", r"\*").replace("\n", " ⏎ ")
            assert shown.replace("⟦", "**").replace("⟧", "**") in page
