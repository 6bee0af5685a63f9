"""Alignment of the alinéas of two texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from rapidfuzz.distance import LCSseq

from cpp_corpus.comparison.words import likeness, word_diff, words_of
from cpp_corpus.model.article import Article
from cpp_corpus.model.diff import AlineaDiff, Operation, WordDiff

__all__ = ["Passage", "alineas", "notes", "one_sided", "passage_diff"]

Passage = tuple[str, str]
"""Locator and text."""


def alineas(article: Article) -> list[Passage]:
    """The alinéas of an article, each line of its text once."""
    lines = article.text.split("\n") if article.text else []
    if [paragraph.text for paragraph in article.paragraphs] == lines:
        return [(paragraph.locator, paragraph.text) for paragraph in article.paragraphs]
    return [(f"al{rank}", line) for rank, line in enumerate(lines, 1)]


def notes(article: Article) -> list[Passage]:
    """The notes of an article, without the label that some sources have above them."""
    return [(str(rank), _LABEL.sub("", note.text)) for rank, note in enumerate(article.notes)]


def passage_diff(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[AlineaDiff, ...]:
    """The passages of both texts in order: equal ones are paired first, then the similar ones between them.

    Passages that were split or joined are reported together.
    """
    before, after = [words_of(text) for _, text in old], [words_of(text) for _, text in new]
    diffs: list[AlineaDiff] = []
    place_old = place_new = 0
    for start_old, end_old, start_new, end_new in _blocks(before, after):
        diffs += one_sided(old[place_old:start_old], Operation.REMOVED)
        diffs += one_sided(new[place_new:start_new], Operation.ADDED)
        diffs.append(_both(old[start_old:end_old], new[start_new:end_new]))
        place_old, place_new = end_old, end_new
    diffs += one_sided(old[place_old:], Operation.REMOVED)
    return (*diffs, *one_sided(new[place_new:], Operation.ADDED))


def one_sided(passages: Sequence[Passage], op: Operation) -> tuple[AlineaDiff, ...]:
    """All passages as added, or as removed."""
    is_old = op is Operation.REMOVED
    return tuple(
        AlineaDiff.trusted(
            op=op,
            old=(locator,) if is_old else (),
            new=() if is_old else (locator,),
            words=(WordDiff.trusted(op=op, text=text),),
        )
        for locator, text in passages
    )


# ---------------------------------------------------------------------------------------------------------------------

_ALIKE = 0.4  # words in common that make two alinéas versions of one
_PART = 0.5  # share of the words of an alinéa from which on it is part of the other version of its neighbour
_WHOLE = 0.8  # the same for a short alinéa
_SENTENCE = 12  # words; fewer are not looked for in another alinéa
_GAP = 1 << 12  # pairs compared between two unchanged alinéas; beyond that, the text was rewritten
_LARGEST = 1 << 28  # cells of one alignment of words
_NEAR = 16  # alinéas looked ahead in such a text

_LABEL = re.compile(r"\A\s*nota\b\s*:?\s*", re.IGNORECASE)

_Words = Sequence[list[str]]
_Block = tuple[int, int, int, int]
"""Start and end in the old, start and end in the new."""


def _blocks(before: _Words, after: _Words) -> Iterator[_Block]:
    """Runs of alinéas that are versions of each other, in order."""
    keys = [[" ".join(words) for words in side] for side in (before, after)]
    place_old = place_new = 0
    for start_old, start_new, length in LCSseq.opcodes(*keys).as_matching_blocks():
        for block in _similar(before[place_old:start_old], after[place_new:start_new]):
            yield block[0] + place_old, block[1] + place_old, block[2] + place_new, block[3] + place_new
        for at in range(length):
            yield start_old + at, start_old + at + 1, start_new + at, start_new + at + 1
        place_old, place_new = start_old + length, start_new + length


def _similar(before: _Words, after: _Words) -> Iterator[_Block]:
    """The similar runs of two texts that have no alinéa in common."""
    pairs = [*_similar_pairs(before, after), (len(before), len(after))]
    if len(pairs) == 1 and 0 < min(len(before), len(after)) <= 2:  # one was cut into many small parts
        whole_old, whole_new = list(chain.from_iterable(before)), list(chain.from_iterable(after))
        if likeness(whole_old, whole_new) >= _PART:
            yield 0, len(before), 0, len(after)
    least_old = least_new = 0
    for (at_old, at_new), (next_old, next_new) in pairwise(pairs):
        start_old, end_old, start_new, end_new = at_old, at_old + 1, at_new, at_new + 1
        while start_new > least_new and _adds(
            before[at_old:end_old], after[start_new:end_new], after[start_new - 1], 0
        ):
            start_new -= 1
        while end_new < next_new and _adds(before[at_old:end_old], after[start_new:end_new], after[end_new], -1):
            end_new += 1
        if end_new - start_new == 1:
            while start_old > least_old and _adds(
                after[at_new:end_new], before[start_old:end_old], before[start_old - 1], 0
            ):
                start_old -= 1
            while end_old < next_old and _adds(after[at_new:end_new], before[start_old:end_old], before[end_old], -1):
                end_old += 1
        yield start_old, end_old, start_new, end_new
        least_old, least_new = end_old, end_new


def _adds(whole: _Words, parts: _Words, part: list[str], at: int) -> bool:
    """Whether ``part`` has words of ``whole`` that ``parts`` lack: most of its own, or most of those left over."""
    words = list(chain.from_iterable(whole))
    known = list(chain.from_iterable(parts))
    more = [*part, *known] if at == 0 else [*known, *part]
    if len(words) * len(more) > _LARGEST:
        return False
    covered = LCSseq.similarity(words, known)
    gain = LCSseq.similarity(words, more) - covered
    left_over = max(_SENTENCE, len(words) - covered)
    return gain >= (_PART if len(part) >= _SENTENCE else _WHOLE) * min(len(part), left_over)


def _similar_pairs(before: _Words, after: _Words) -> list[tuple[int, int]]:
    """The similar alinéas of two runs, in order, such that what they have in common is the most."""
    if not before or not after:
        return []
    if len(before) * len(after) > _GAP:
        return _next_similar(before, after)
    # best[i][j]: the most that the first i and the first j can have in common
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    weights: dict[tuple[int, int], float] = {}
    for i, old in enumerate(before, 1):
        for j, new in enumerate(after, 1):
            best[i][j] = max(best[i - 1][j], best[i][j - 1])
            weight = likeness(old, new, at_least=_ALIKE)
            if weight:
                weights[i, j] = weight - _ALIKE / 2  # one good pair is worth more than two poor ones
                best[i][j] = max(best[i][j], best[i - 1][j - 1] + weights[i, j])
    pairs = []
    i, j = len(before), len(after)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


def _next_similar(before: _Words, after: _Words) -> list[tuple[int, int]]:
    """The same for long runs, in linear time: each alinéa is paired with the most similar of the next few."""
    pairs = []
    place = 0
    for at, old in enumerate(before):
        near = range(place, min(place + _NEAR, len(after)))
        weight, negative = max(((likeness(old, after[j], at_least=_ALIKE), -j) for j in near), default=(0.0, 0))
        if weight:
            pairs.append((at, -negative))
            place = 1 - negative
    return pairs


def _both(old: Sequence[Passage], new: Sequence[Passage]) -> AlineaDiff:
    words = word_diff("\n".join(text for _, text in old), "\n".join(text for _, text in new))
    is_same = all(run.op is Operation.SAME for run in words)
    return AlineaDiff.trusted(
        op=Operation.SAME if is_same else Operation.CHANGED,
        old=tuple(locator for locator, _ in old),
        new=tuple(locator for locator, _ in new),
        words=words,
    )
