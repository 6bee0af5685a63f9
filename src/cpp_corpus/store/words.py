"""Words of texts and queries, as the full-text index has them.

Accents, case, ligatures and the kind of apostrophe do not matter, nor does the ``s`` or ``x`` of a plural. A number
with its hyphens is one word, ``706-73-1``, and the letter before it another one: ``L. 811-2`` and ``l811-2`` are ``l``
and ``811-2``. ``1er`` is ``1``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import accumulate
from typing import Any, Protocol

from cpp_corpus.database import connected
from cpp_corpus.lang.typography import fold, plain
from cpp_corpus.model.span import Span
from cpp_corpus.store.schema import WORDS

__all__ = ["Query", "TextIndex", "WordsInMemory", "indexed_words", "matches"]


def indexed_words(text: str) -> str:
    """The words of a text, each in its indexed form, separated by spaces.

    >>> indexed_words("Les œuvres de l’article L.811-2, à l'ÉTÉ du 1er")
    'les oeuvre de l article l 811-2 a l ete du 1'
    """
    quick = _quick(text)
    return " ".join(_stems(_folded(text))) if quick is None else " ".join(quick.split())


class Query:
    """What a query asks for.

    >>> query = Query('L. 811-2 "des moulins" vent')
    >>> query.required
    (('l', '811-2'), ('des', 'moulin'), ('vent',))
    >>> query.expression
    '"l 811-2" AND "des moulin" AND "vent"'
    """

    def __init__(self, text: str) -> None:
        folded = _folded(text.translate(_QUOTES))
        loose: list[tuple[str, ...]] = []
        self.quoted: list[tuple[str, ...]] = []
        """The phrases in double quotes."""
        words: list[str] = []
        for at, part in enumerate(folded.split('"')):
            found = tuple(_stems(part))
            words += found
            if at % 2 and found:
                self.quoted.append(found)
            else:
                loose += _grouped(found)
        quoted = [phrase for phrase in self.quoted if phrase]
        order = dict.fromkeys([*loose, *quoted])
        self.required: tuple[tuple[str, ...], ...] = tuple(sorted(order, key=lambda phrase: _first(words, phrase)))
        """Words, and words that must be in sequence; a text must have all of them."""
        self.whole: tuple[str, ...] = tuple(words)
        """All words in their order; a text that has them in sequence comes first."""

    @property
    def expression(self) -> str:
        """What the text must match, in the language of FTS5."""
        return " AND ".join(map(_phrase, self.required))

    @property
    def sequence(self) -> str:
        """The whole query as one phrase, in the language of FTS5."""
        return _phrase(self.whole)


class TextIndex(Protocol):
    """A database with the table ``words`` of a store, and with act and state in a table ``articles``."""

    def rows(self, sql: str, /, *values: object) -> Sequence[tuple[Any, ...]]:
        """All rows of a query."""


class WordsInMemory:
    """The index of texts in memory, each given with its act and state.

    >>> WordsInMemory([("code-x", "in_force", "Le vent.")]).rows("SELECT rowid FROM words WHERE words MATCH 'vent'")
    [(0,)]
    """

    def __init__(self, texts: Iterable[tuple[str | None, str, str]]) -> None:
        self._base = connected(":memory:")
        self._base.execute(WORDS)
        self._base.execute("CREATE TABLE articles (place INTEGER PRIMARY KEY, act TEXT, state TEXT)")
        self._base.execute("BEGIN")
        for place, (act, state, text) in enumerate(texts):
            self._base.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (place, indexed_words(text)))
            self._base.execute("INSERT INTO articles VALUES (?, ?, ?)", (place, act, state))
        self._base.execute("COMMIT")

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        return self._base.execute(sql, values).fetchall()


def matches(text: str, query: Query) -> tuple[Span, ...]:
    """Where a text matches: the whole query in sequence, else the quoted phrases, else the words.

    >>> text = "Les techniques d’enquête"
    >>> [text[span.slice] for span in matches(text, Query("technique d'enquete"))]
    ['techniques d’enquête']
    """
    folded = _folded(text)
    found = list(_TOKEN.finditer(folded))
    stems = [match[1] or _stem(match[0]) for match in found]
    runs = _runs(stems, [query.whole]) or _runs(stems, query.quoted) or _runs(stems, query.required)
    return _unfolded(text, sorted({(found[first].start(), found[last].end()) for first, last in runs}))


# ---------------------------------------------------------------------------------------------------------------------

_QUOTES = str.maketrans("«»“”„", '"' * 5)
_TOKEN = re.compile(r"([0-9]+(?:-[0-9]+)*)(?:(?:ere|er|re)(?![^\W_]))?|[^\W0-9_]+")
_PREFIXES = frozenset({"l", "r", "d", "a", "lo"})
"""Letters before numbers of articles."""


def _stems(folded: str) -> list[str]:
    """The words of a folded text in their indexed form."""
    return [match[1] or _stem(match[0]) for match in _TOKEN.finditer(folded)]


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    """A word without the ending of a regular plural."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def _grouped(stems: Sequence[str]) -> list[tuple[str, ...]]:
    """Single words, but the letter before a number together with it."""
    made: list[tuple[str, ...]] = []
    for stem in stems:
        if stem[0].isdecimal() and made and made[-1][0] in _PREFIXES and len(made[-1]) == 1:
            made[-1] = (made[-1][0], stem)
        else:
            made.append((stem,))
    return made


def _first(words: list[str], phrase: Sequence[str]) -> int:
    runs = _runs(words, [phrase])
    return runs[0][0] if runs else len(words)


def _phrase(stems: Sequence[str]) -> str:
    return f'"{" ".join(stems)}"'


def _runs(stems: list[str], phrases: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """First and last place of each run of words that is one of the phrases."""
    found: list[tuple[int, int]] = []
    for phrase in filter(None, phrases):
        size, wanted = len(phrase), list(phrase)
        found += [(at, at + size - 1) for at in _places(stems, wanted[0]) if stems[at : at + size] == wanted]
    return found


def _places(stems: list[str], wanted: str) -> Iterator[int]:
    at = -1
    with suppress(ValueError):
        while True:
            at = stems.index(wanted, at + 1)
            yield at


class _Folding(dict[int, str]):
    """The folded form of each character, computed when first met; combining accents are dropped."""

    def __missing__(self, code: int) -> str:
        made = self[code] = plain(fold(chr(code))).casefold()
        return made


_FOLDING = _Folding()


def _folded(text: str) -> str:
    return text.translate(_FOLDING)


def _unfolded(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """Ranges of the folded text as ranges of the text: folding changes the length of some characters."""
    if all(len(_FOLDING[ord(char)]) == 1 for char in set(text)):
        return tuple(Span(start, end) for start, end in spans)
    ends = list(accumulate(len(_FOLDING[ord(char)]) for char in text))
    return tuple(Span(bisect_right(ends, start), bisect_left(ends, end) + 1) for start, end in spans)


# ---------------------------------------------------------------------------------------------------------------------
# The same words ten times as fast, by replacements in bytes, for texts of nothing but Latin-1 and the usual signs.

_ODD = 0xFF


def _byte(code: int) -> int:
    """What stands for a character of Latin-1: its letter, a digit, a hyphen, a space; ``_ODD`` for all others."""
    folded = _FOLDING[code]
    if folded.isascii() and len(folded) == 1:
        return ord(folded) if folded.isalnum() or folded == "-" else ord(" ")
    return _ODD if len(folded) != 1 or folded.isalnum() or folded.isnumeric() else ord(" ")


_TABLE = bytes(map(_byte, range(256)))
_USUAL = (("œ", "oe"), ("Œ", "oe"), *((sign, " ") for sign in "–—…“”„•€"))
_RANKED = re.compile(rb"([0-9])(?:ere|er|re)(?![a-z0-9])")
_LETTER_BEFORE = re.compile(rb"[0-9](?<=[a-z][0-9])")
_LETTER_BEHIND = re.compile(rb"[0-9](?=[a-z])")
_LOOSE_HYPHEN = re.compile(rb"-(?:(?![0-9])|(?<![0-9]-))")
_PLURAL = re.compile(rb"[sx](?<=[a-z]{4})(?![a-z])")


def _quick(text: str) -> str | None:
    folded = fold(text)
    if not folded.isascii():
        for sign, other in _USUAL:
            folded = folded.replace(sign, other)
    try:
        data = folded.encode("latin-1").translate(_TABLE)
    except UnicodeEncodeError:
        return None
    if _ODD in data:
        return None
    data = _RANKED.sub(rb"\1 ", data)
    data = _LETTER_BEHIND.sub(rb"\g<0> ", _LETTER_BEFORE.sub(rb" \g<0>", data))
    return _PLURAL.sub(b"", _LOOSE_HYPHEN.sub(b" ", data)).decode("ascii")
