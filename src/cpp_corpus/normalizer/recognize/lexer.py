"""Where a reference may begin: one pattern, made of the first words of all rules.

The words stand in a tree by their letters, behind a character that is no letter: so the search skips from word to
word, and at each looks at one branch only: five times as quick as an alternation of the rules themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cpp_corpus.normalizer.recognize.fragments import compiled
from cpp_corpus.normalizer.recognize.rule import Rule

__all__ = ["Lexer"]

_Tree = dict[str, "_Tree | str"]


class Lexer:
    """Finds the next word of a text at which one of its rules may begin."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        tree: _Tree = {}
        entries = [(rule, word) for rule in rules for word in _spellings(rule.words)]
        for number, (rule, word) in enumerate(entries):
            self._add(tree, word, f"{rule.tail}(?P<r{number}>)")
        pattern = _alternatives(tree)
        self._first = compiled(pattern)
        self._next = compiled(rf"\W{pattern}")
        self._rules = {self._next.groupindex[f"r{number}"]: rule for number, (rule, _) in enumerate(entries)}

    @staticmethod
    def _add(tree: _Tree, word: str, tail: str) -> None:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        before = node.get("")
        node[""] = f"{before}|{tail}" if before else tail

    def next(self, text: str, at: int) -> tuple[Rule, int, int] | None:
        """The first rule that may begin at ``at`` or after, where it begins and where its first words end.

        ``None`` where there is none.
        """
        if at:
            match = self._next.search(text, at - 1)
        elif (match := self._first.match(text)) is not None:
            return self._rules[match.lastindex or 0], 0, match.end()
        else:
            match = self._next.search(text)
        return None if match is None else (self._rules[match.lastindex or 0], match.start() + 1, match.end())


def _spellings(words: Iterable[str]) -> list[str]:
    return sorted({spelling for word in words for spelling in (word, word[0].upper() + word[1:])})


def _alternatives(node: _Tree) -> str:
    branches = [re.escape(letter) + _alternatives(child) for letter, child in node.items() if isinstance(child, dict)]
    leaf = node.get("")
    if isinstance(leaf, str):
        branches.append(f"(?:{leaf})")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
