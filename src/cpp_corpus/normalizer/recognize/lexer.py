"""Where a reference may begin: one pattern, made of the beginnings of all rules."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.rule import Rule

__all__ = ["Lexer"]


class Lexer:
    """Finds the next word of a text at which one of its rules may begin."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = {rule.name: rule for rule in rules}
        beginnings = "|".join(f"(?P<{rule.name}>{rule.begins})" for rule in rules)
        self._pattern = compiled(rf"(?:(?<!\w)|(?<=(?<!\w)et)(?=[LRDA]\.))(?:{beginnings})")

    def next(self, text: str, at: int) -> tuple[Rule, re.Match[str]] | None:
        """The first rule that may begin at ``at`` or after, and where; ``None`` at the end."""
        match = self._pattern.search(text, at)
        return None if match is None else (self._rules[match.lastgroup or ""], match)
