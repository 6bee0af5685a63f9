"""The index of words of the site: which articles have a word, in files by the word."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from pathlib import Path

import orjson

from cpp_corpus.site.packing import bucket_of, pack_bytes, varints
from cpp_corpus.store.words import indexed_words

__all__ = ["WordIndex", "rank_of"]


class WordIndex:
    """Collects the words of articles, each by its place among all."""

    def __init__(self) -> None:
        self._places: dict[str, array[int]] = {}
        self.entries = 0
        """How many pairs of word and article there are."""

    def add(self, place: int, text: str, titles: str) -> int:
        """Add an article; words of its divisions (``titles``) count as if it were about them. Gives its length."""
        words = indexed_words(text).split()
        counts = Counter(words)
        about = set(indexed_words(titles).split())
        for word in about.difference(counts):
            counts[word] = 0
        for word, count in counts.items():
            strong = count >= _OFTEN or word in about
            held = self._places.get(word)
            if held is None:
                held = self._places[word] = array("I")
            held.append(place << 1 | strong)
        self.entries += len(counts)
        return len(words)

    def write(self, folder: Path) -> int:
        """Write all files to ``folder``; how many there are. The index is empty afterwards."""
        count = 1 << max(0, math.ceil(math.log2(max(1, self.entries / _IN_A_FILE))))
        buckets: list[list[str]] = [[] for _ in range(count)]
        for word in sorted(self._places):
            buckets[bucket_of(word, count)].append(word)
        for number, words in enumerate(buckets):
            blob = bytearray()
            starts: dict[str, int] = {}
            for word in words:
                starts[word] = len(blob)
                blob += _packed(self._places.pop(word))
            head = orjson.dumps(starts)
            pack_bytes(folder, f"word/{number}", len(head).to_bytes(4, "little") + head + bytes(blob))
        return count


def rank_of(*, is_law: bool, cited: int, length: int) -> int:
    """How far up a result an article stands, from 0 to 255: law before what is not, often cited, short.

    >>> rank_of(is_law=True, cited=30, length=80) > rank_of(is_law=True, cited=0, length=800)
    True
    """
    made = 90 * is_law + min(90, 14 * math.log2(1 + cited)) + max(0, 70 - 7 * math.log2(1 + length))
    return min(255, int(made))


# ---------------------------------------------------------------------------------------------------------------------

_OFTEN = 3
_IN_A_FILE = 60_000  # entries


def _packed(places: array[int]) -> bytes:
    """How many places, then the difference of each to the one before, with the lowest bit as it is."""
    made = [len(places)]
    before = 0
    for each in places:
        place = each >> 1
        made.append((place - before) << 1 | each & 1)
        before = place
    return varints(made)
