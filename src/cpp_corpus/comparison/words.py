"""Comparison of texts word by word.

Typography does not count: spaces, apostrophes, quotation marks, dashes, ligatures, accents on capitals and invisible
characters make no difference between two words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from rapidfuzz.distance import Indel, LCSseq

from cpp_corpus.lang.typography import fold
from cpp_corpus.model.diff import Operation, WordDiff

__all__ = ["likeness", "word_diff", "words_of"]


def words_of(text: str) -> list[str]:
    """The words and signs of a text, in the form in which they are compared.

    >>> words_of("L’article 706‑73 – du  c\u0153ur …")
    ["L'", 'article', '706-73', '-', 'du', 'coeur', '...']
    """
    return [key for key in map(_key, _TOKEN.findall(unicodedata.normalize("NFC", text))) if key]


def likeness(old: Sequence[str], new: Sequence[str], *, at_least: float = 0.0) -> float:
    """Twice the words in common, in order, over the words of both; 0 where that is less than ``at_least``.

    Of two texts without words it is 1.
    """
    if len(old) * len(new) > _LARGEST:
        return float(old == new)
    return Indel.normalized_similarity(old, new, score_cutoff=at_least)


def word_diff(old: str, new: str) -> tuple[WordDiff, ...]:
    """The runs of words that both texts have, and those that were removed and added, a removal before its addition.

    >>> [(str(run.op), run.text) for run in word_diff("le juge peut agir", "le procureur peut agir")]
    [('same', 'le '), ('removed', 'juge '), ('added', 'procureur '), ('same', 'peut agir')]
    """
    before, after = _tokens(old), _tokens(new)
    runs: list[WordDiff] = []
    end_old = end_new = 0
    same = lead = ""
    for start_old, start_new, length in [*_common(before, after), (len(before), len(after), 0)]:
        removed = "".join(text for text, _ in before[end_old:start_old])
        added = "".join(text for text, _ in after[end_new:start_new])
        spaces = (_space(before[end_old - 1][0]), _space(after[end_new - 1][0])) if same else ("", "")
        last, removed, added, lead = _between(spaces, removed, added)
        runs += _runs(same and same + last, removed, added)
        end_old, end_new = start_old + length, start_new + length
        pairs = zip(before[start_old:end_old], after[start_new:end_new], strict=True)
        same = lead + "".join(_spaced(now, was) for (was, _), (now, _) in pairs).rstrip() if length else ""
    return tuple(runs)


# ---------------------------------------------------------------------------------------------------------------------

_LARGEST = 1 << 31  # cells of an alignment; a bit each while it is made

_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_MARKS = rf"[\u0300-\u036f{_INVISIBLE}]"
_LETTERS = rf"[^\W\u00ba]+(?:{_MARKS}+[^\W\u00ba]*)*"  # not the "º" of "nº", which is a sign
_JOINT = "[-\u2010\u2011]"
_APOSTROPHE = "['\u2018\u2019\u02bc\u2032\u00b4`]"
# A hyphen joins digits, or small letters: "706-73", "celui-ci"; not the sign after a marker, "I-Le".
_INNER = (
    rf"{_JOINT}(?:(?<=[0-9]{_JOINT})(?=[0-9])|(?:(?<=[a-zà-ÿ]{_JOINT})|(?<=[a-z][\u0300-\u036f]{_JOINT}))(?=[a-zà-ÿ]))"
)
_ONE = rf"{_LETTERS}(?:{_INNER}{_LETTERS})*{_APOSTROPHE}?|\.\.\.|\S"
_TOKEN = re.compile(_ONE)
_WITH_SPACE = re.compile(rf"(?:{_ONE})\s*")

_SIGNS = {
    **dict.fromkeys(map(ord, "\u2012\u2013\u2014\u2015"), "-"),
    **dict.fromkeys(map(ord, "«»“”„‟″"), '"'),
    **dict.fromkeys([0xAD, *range(0x200B, 0x200E), 0x2060, 0xFEFF], None),
    **{ord(sign): plain for sign, plain in {"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "…": "..."}.items()},
    **str.maketrans("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ", "AAACEEEEIIOOUUUY"),
}


@lru_cache(maxsize=1 << 16)
def _key(token: str) -> str:
    return unicodedata.normalize("NFC", fold(token)).translate(_SIGNS)


def _tokens(text: str) -> list[tuple[str, str]]:
    """Each word or sign with the spaces after it, and in the form in which it is compared."""
    found = ((token, _key(token.rstrip())) for token in _WITH_SPACE.findall(unicodedata.normalize("NFC", text)))
    return [(token, key) for token, key in found if key]


def _common(before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]) -> list[tuple[int, int, int]]:
    """Runs in both, as (start in the old, start in the new, length), without those too short to be readable."""
    old, new = [key for _, key in before], [key for _, key in after]
    if len(old) * len(new) > _LARGEST:
        return [(0, 0, len(old))] if old == new else []
    blocks = LCSseq.opcodes(old, new).as_matching_blocks()
    return _readable([(block.a, block.b, block.size) for block in blocks if block.size], old, new)


def _readable(
    blocks: Sequence[tuple[int, int, int]], old: Sequence[str], new: Sequence[str]
) -> list[tuple[int, int, int]]:
    """The blocks, except those shorter than the changes before and after them.

    A single "de" inside a rewritten sentence does not count as unchanged.
    """
    letters_old, letters_new = _letters(old), _letters(new)

    def changed(end: tuple[int, int, int], start: tuple[int, int, int]) -> int:
        """Letters of the change between two blocks, on the side that has more of them."""
        before = letters_old[start[0]] - letters_old[end[0] + end[2]]
        return max(before, letters_new[start[1]] - letters_new[end[1] + end[2]])

    kept = [(0, 0, 0)]
    for block, following in pairwise([*blocks, (len(old), len(new), 0)]):
        kept.append(block)
        while len(kept) > 1:
            start, _, length = kept[-1]
            least = min(changed(kept[-2], kept[-1]), changed(kept[-1], following))
            if letters_old[start + length] - letters_old[start] > least or not least:
                break
            kept.pop()
    return kept[1:]


def _letters(words: Sequence[str]) -> list[int]:
    """How many letters stand before each word; signs count for nothing."""
    return [0, *accumulate(len(word) if word[0].isalnum() else 0 for word in words)]


def _spaced(now: str, was: str) -> str:
    """A word as it is printed now, with a space after it where either text has one."""
    return now if now[-1].isspace() or not was[-1].isspace() else f"{now} "


def _space(word: str) -> str:
    """The space after a word."""
    return word[len(word.rstrip()) :]


def _between(spaces: tuple[str, str], removed: str, added: str) -> tuple[str, str, str, str]:
    """Distribute the spaces between two unchanged runs so that both texts read as they were printed.

    ``spaces`` are those after the first run, in the old text and in the new. Returns the space after the first run, the
    words removed, the words added, and the space before the second run.
    """
    was, now = spaces
    if was == now:
        return now, removed, added, ""
    if removed and added:
        return "", was + removed, now + added, ""
    if added and _space(added) == was:
        return "", "", now + added.rstrip(), was
    if removed and _space(removed) == now:
        return "", was + removed.rstrip(), "", now
    return max(was, now, key=len), removed, added, ""


def _runs(same: str, removed: str, added: str) -> list[WordDiff]:
    texts = ((Operation.SAME, same), (Operation.REMOVED, removed), (Operation.ADDED, added))
    return [WordDiff.trusted(op=op, text=text) for op, text in texts if text]
