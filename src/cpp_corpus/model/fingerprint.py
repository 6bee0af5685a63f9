"""Fingerprints of texts: a hash of all words, and a sample of the hashes of the shingles.

Two texts with the same words, whatever their typography, have the same ``exact`` hash. Different texts are compared by
the share of shingles (runs of three words) in common: the sample keeps those with small hashes, so that samples of
texts of any length can be compared (A. Broder, "On the resemblance and containment of documents", 1997).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from xxhash import xxh3_64_intdigest, xxh32_intdigest

from cpp_corpus.lang.typography import fold, plain

__all__ = ["Fingerprint", "fingerprint_of", "shared_share", "similarity"]


class Fingerprint(NamedTuple):
    """The fingerprint of a text."""

    exact: int
    """64-bit hash of its words."""
    words: int
    """How many words it has."""
    sketch: tuple[int, ...]
    """24-bit hashes of its shingles that are below ``2**24 >> level``, each once, in ascending order."""
    level: int
    """How many times the sampling rate was halved."""


def fingerprint_of(text: str) -> Fingerprint:
    r"""The fingerprint of a text; case, accents, punctuation, spaces and ligatures do not count.

    >>> fingerprint_of("L’œuvre, dite « libre ».").exact == fingerprint_of("l' OEuvre dite\nlibre").exact
    True
    """
    words = [word.encode() for word in _WORD.findall(plain(fold(text)).lower())]
    joined = b" ".join(words)
    starts = range(max(len(words) - _SHINGLE + 1, 1))
    shingles = {xxh32_intdigest(b" ".join(words[at : at + _SHINGLE])) >> _DROPPED for at in starts}
    level = max((len(shingles) // _KEPT).bit_length(), 0)
    limit = _RANGE >> level
    return Fingerprint(xxh3_64_intdigest(joined), len(words), tuple(sorted(h for h in shingles if h < limit)), level)


def similarity(first: Fingerprint, second: Fingerprint) -> float:
    """The share of shingles in common, of all shingles of the two, from 0 to 1, estimated from the samples.

    >>> similarity(fingerprint_of("un deux trois quatre"), fingerprint_of("un deux trois cinq"))
    0.3333333333333333
    """
    return shared_share(first.sketch, first.level, second.sketch, second.level)


def shared_share(first: Iterable[int], first_level: int, second: Iterable[int], second_level: int) -> float:
    """The same for two samples, each in any order, and their levels."""
    limit = _RANGE >> max(first_level, second_level)
    one, other = ({shingle for shingle in sketch if shingle < limit} for sketch in (first, second))
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if one or other else 0.0


_WORD = re.compile(r"[^\W_]+")
_SHINGLE = 3
_KEPT = 128  # shingles kept of a longer text: between half of this and this many
_DROPPED = 8  # bits of a hash: the others are enough to tell the shingles of an act apart
_RANGE = 1 << (32 - _DROPPED)
