"""Patterns that are compiled when they are first used, since a short run needs few of them; many words as one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

__all__ = ["Pattern", "by_letters", "with_capitals_apart"]


class Pattern:
    """A regular expression with the methods of ``re.Pattern``, compiled at the first call of one of them.

    >>> number = Pattern("[0-9]+")
    >>> number.search("article 12")
    <re.Match object; span=(8, 10), match='12'>
    """

    __slots__ = ("_flags", "_source", "findall", "finditer", "fullmatch", "match", "search", "split", "sub")

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[str | Any]]
    sub: Callable[..., str]

    def __init__(self, source: str | Callable[[], str], flags: int = 0) -> None:
        """``source``: the expression, or a function that returns it; ``flags``: those of ``re``."""
        self._source, self._flags = source, flags
        for method in _METHODS:
            setattr(self, method, partial(self._compile, method))

    @property
    def pattern(self) -> str:
        """The expression."""
        return self._source if isinstance(self._source, str) else self._source()

    def _compile(self, method: str, *arguments: Any, **named: Any) -> Any:
        made = re.compile(self.pattern, self._flags)
        for each in _METHODS:
            setattr(self, each, getattr(made, each))
        return getattr(made, method)(*arguments, **named)


_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub")


_Tree = dict[str, "_Tree | str"]


def by_letters(words: Iterable[tuple[str, str]]) -> str:
    """The source of a pattern for words, each with the source of its tail; where words are the same, the first counts.

    They stand in a tree by their letters, of which a search looks at one branch only.

    >>> by_letters([("la", ""), ("le", ""), ("les", "")])
    'l(?:a|e(?:s|))'
    """
    tree: _Tree = {}
    for word, tail in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        before = node.get("")
        node[""] = f"{before}|{tail}" if isinstance(before, str) else tail
    return _alternatives(tree)


def with_capitals_apart(words: Sequence[tuple[str, str]]) -> str:
    """The same for words of which some begin with a capital: these are looked at only where one stands.

    >>> with_capitals_apart([("la", ""), ("La", ""), ("Le", "")])
    '(?:la|(?:(?=[L])L(?:a|e)))'
    """
    capital = [each for each in words if each[0][0].isupper()]
    if not capital:
        return by_letters(words)
    letters = "".join(sorted({word[0] for word, _ in capital}))
    small = [each for each in words if not each[0][0].isupper()]
    return by_letters([*small, ("", f"(?=[{letters}]){by_letters(capital)}")])


def _alternatives(node: _Tree) -> str:
    branches = [re.escape(letter) + _alternatives(child) for letter, child in node.items() if isinstance(child, dict)]
    leaf = node.get("")
    if isinstance(leaf, str):
        branches.append(f"(?:{leaf})" if "|" in leaf else leaf)
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
