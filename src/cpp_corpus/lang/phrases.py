"""Search for names of several words at a position of a text; the longest match counts.

The names are kept in a tree of their words, in lower case and without accents, so that a look-up takes one step per
matching word, however many names there are. Words may be separated by blanks (including a line end), an apostrophe, a
hyphen, an ampersand, or the full stop of an abbreviation; by at most :data:`LONGEST_GAP` blanks. A comma is allowed
only where the name has one, and may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

from cpp_corpus.lang.typography import plain

__all__ = ["LONGEST_GAP", "WORD", "Phrases", "bare", "opens_word"]

T = TypeVar("T")

LONGEST_GAP = 40
"""Blanks allowed between two words of a name: a line end and the indent of the next line."""

WORD = re.compile(r"[^\W_]+")
"""A word: letters and digits."""
_NEXT = re.compile(rf"(,(?=\s))?\.?(?:\s{{1,{LONGEST_GAP}}}|\s?['’‐‑–&-]\s?|(?<=\.))([^\W_]+)")
_LEAF = ""


def bare(word: str) -> str:
    """A word as a key of the tree: in lower case, without accents.

    >>> bare("Évin"), bare("CGI")
    ('evin', 'cgi')
    """
    return word.lower() if word.isascii() else _accented(word)


@lru_cache(maxsize=4096)
def _accented(word: str) -> str:
    return plain(word).lower()


def opens_word(text: str, at: int) -> bool:
    """Whether there is no letter or digit before a position.

    >>> opens_word("du CGI", 3), opens_word("du CGI", 4)
    (True, False)
    """
    return at == 0 or not text[at - 1].isalnum()


class Phrases(Generic[T]):
    r"""A table of names with their values; of two rows with the same name the first counts.

    >>> kings = Phrases([("Louis", 1), ("Louis le Grand", 14)])
    >>> kings.at("LOUIS le\n grand bâtit", 0)
    (15, 14)
    >>> kings.at("Louise", 0) is None
    True
    """

    __slots__ = ("_skip", "_tree")

    def __init__(self, rows: Iterable[tuple[str, T]], skip: Iterable[str] = ()) -> None:
        """``skip`` are small words, up to two of which may follow the first word: "code *de la* santé publ."."""
        self._tree: dict[str, Any] = {}
        self._skip = frozenset(skip)
        for name, value in rows:
            keys = _keys(name)
            self._branch(keys).setdefault(_LEAF, value)
            if "," in name:
                self._branch([key.removeprefix(",") for key in keys]).setdefault(_LEAF, value)

    def _branch(self, keys: Iterable[str]) -> dict[str, Any]:
        node = self._tree
        for key in keys:
            node = node.setdefault(key, {})
        return node

    def at(self, text: str, at: int) -> tuple[int, T] | None:
        """The end and the value of the longest name that begins at ``at``; ``None`` where none does."""
        found = self.all_at(text, at)
        return found[-1] if found else None

    def all_at(self, text: str, at: int) -> Sequence[tuple[int, T]]:
        """The end and the value of every name that begins at ``at``, the shortest first.

        >>> Phrases([("Louis", 1), ("Louis le Grand", 14)]).all_at("Louis le Grand", 0)
        [(5, 1), (14, 14)]
        """
        match = WORD.match(text, at)
        if match is None:
            return ()
        node = self._tree.get(bare(match[0]))
        if node is None or not opens_word(text, at):
            return ()
        found = []
        if _LEAF in node:
            found.append((match.end(), node[_LEAF]))
        match = _NEXT.match(text, match.end())
        if self._skip:
            for _ in range(2):
                if match is None or _key(match) in node or bare(match[2]) not in self._skip:
                    break
                match = _NEXT.match(text, match.end())
        while match is not None and (node := node.get(_key(match))) is not None:
            end = match.end()
            if _LEAF in node:
                found.append((end, node[_LEAF]))
            match = _NEXT.match(text, end) if len(node) > (_LEAF in node) else None
        return found


def _key(match: re.Match[str]) -> str:
    return bare(match[2]) if match[1] is None else "," + bare(match[2])


def _keys(name: str) -> list[str]:
    """The words of a name, a comma before those that have one."""
    first = WORD.match(name)
    if first is None:
        raise ValueError(f"{name!r} cannot be a name: it does not begin with a letter or digit")
    keys, end = [bare(first[0])], first.end()
    while (match := _NEXT.match(name, end)) is not None:
        keys.append(_key(match))
        end = match.end()
    return keys
