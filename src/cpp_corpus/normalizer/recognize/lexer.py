"""Where a reference may begin: one pattern, made of the first words of all rules.

The words stand in a tree by their letters, behind a character that is no letter: so the search skips from word to
word, and at each looks at one branch only: five times as quick as an alternation of the rules themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cpp_corpus.normalizer.recognize.fragments import by_letters, compiled
from cpp_corpus.normalizer.recognize.rule import Rule

__all__ = ["Lexer"]

_NO_LETTER = "[^0-9A-Z_a-zÀ-ÖØ-öø-ɏ]"
r"""``\W`` of the Latin script, in which it is twice as quick."""


class Lexer:
    """Finds the next word of a text at which one of its rules may begin."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        entries = [(rule, word) for rule in rules for word in _spellings(rule.words)]
        tails = [(word, f"{rule.tail}(?P<r{number}>)") for number, (rule, word) in enumerate(entries)]
        pattern = by_letters(tails)
        self._first = compiled(pattern)
        self._next = compiled(f"{_NO_LETTER}{pattern}")
        self._rules = {self._next.groupindex[f"r{number}"]: rule for number, (rule, _) in enumerate(entries)}

    def next(self, text: str, at: int) -> tuple[Rule, int, int] | None:
        """The first rule that may begin at ``at`` or after, where it begins and where its first words end.

        ``None`` where there is none.
        """
        if not at and (match := self._first.match(text)) is not None:
            return self._rules[match.lastindex or 0], 0, match.end()
        match = self._next.search(text, at - 1 if at else 0)
        return None if match is None else (self._rules[match.lastindex or 0], match.start() + 1, match.end())


def _spellings(words: Iterable[str]) -> list[str]:
    return sorted({spelling for word in words for spelling in (word, word[0].upper() + word[1:])})
