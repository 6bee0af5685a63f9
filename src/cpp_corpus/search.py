"""Full-text search for words and phrases, ignoring accents, case, kinds of apostrophe and plurals."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from cpp_corpus.lang.typography import fold, plain
from cpp_corpus.model.article import Article
from cpp_corpus.model.span import Span

__all__ = ["Hit", "TextIndex"]


class Hit(NamedTuple):
    """An article that a search found."""

    article: Article
    """The record."""
    spans: tuple[Span, ...]
    """The matches in its text, in order: the whole phrase, else the quoted phrases, else the words."""
    score: float
    """The higher the better; comparable within one search."""


class TextIndex:
    """The texts of articles, folded once; each search scans all of them.

    >>> _folded("L’Œuvre, à L'ÉTÉ")
    "l'oeuvre, a l'ete"
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._texts = [_folded(article.text) for article in articles]
        self._mean = sum(map(len, self._texts)) / max(len(self._texts), 1) or 1

    def search(self, query: str) -> list[Hit]:
        """The articles that have every word of ``query``, best first.

        Articles that have the words in the order of the query come first, then those that have them often for their
        length; ties in the order of the corpus. Words in double quotes must be in sequence.
        """
        asked = _Query(query)
        if not asked.words:
            return []
        found: list[tuple[float, int, list[tuple[int, int]]]] = []
        for at, text in enumerate(self._texts):
            if not all(stem in text for stem in asked.stems):
                continue
            if (scored := self._scored(asked, text)) is not None:
                found.append((scored[0], at, scored[1]))
        found.sort(key=lambda hit: (-hit[0], hit[1]))
        return [Hit(self._articles[at], _unfolded(self._articles[at].text, spans), score) for score, at, spans in found]

    def _scored(self, asked: _Query, text: str) -> tuple[float, list[tuple[int, int]]] | None:
        """Score and spans in the folded text; ``None`` where a word or a quoted phrase is not there."""
        words = [[match.span() for match in word.finditer(text)] for word in asked.words]
        quoted = [[match.span() for match in phrase.finditer(text)] for phrase in asked.quoted]
        if not all(words) or not all(quoted):
            return None
        whole = [match.span() for match in asked.whole.finditer(text)]
        score = sum(self._weight(len(spans), text) for spans in words)
        score += len(words) * (bool(whole) + self._weight(len(whole), text))
        shown = whole or [span for spans in quoted for span in spans] or [span for spans in words for span in spans]
        return score, sorted(set(shown))

    def _weight(self, times: int, text: str) -> float:
        """The weight of a word that occurs ``times`` times in a text (BM25 without rarity), below 2.2."""
        return 2.2 * times / (times + 1.2 * (0.25 + 0.75 * len(text) / self._mean))


class _Query:
    """The patterns of a query, for folded texts."""

    def __init__(self, query: str) -> None:
        asked = _folded(query.translate(_QUOTES))
        tokens = _WORD.findall(asked)
        self.stems = tuple(dict.fromkeys(map(_stem, tokens)))
        """Strings that a text must contain, tested first because that is fast."""
        self.words = [_pattern([stem]) for stem in self.stems]
        self.whole = _pattern(list(map(_stem, tokens)))
        phrases = map(_WORD.findall, asked.split('"')[1::2])
        self.quoted = [_pattern(list(map(_stem, phrase))) for phrase in phrases if phrase]


_WORD = re.compile(r"[^\W_]+")
_QUOTES = str.maketrans("«»“”„", '"' * 5)


def _stem(word: str) -> str:
    """A word without the ending of a regular plural."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def _pattern(stems: Sequence[str]) -> re.Pattern[str]:
    r"""A pattern for the words in sequence, with at most three other characters between two.

    >>> bool(_pattern(["technique", "d", "enquete"]).search("les techniques d'enquete"))
    True
    """
    return re.compile(r"\b" + r"[\W_]{1,3}".join(f"{re.escape(stem)}[sx]?" for stem in stems) + r"\b")


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
