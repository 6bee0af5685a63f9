"""Whether an article has a part, strictly: both ends of a range, and sentences too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product

from cpp_corpus.errors import NotationError
from cpp_corpus.model.article import Article
from cpp_corpus.model.locator import LocatorStep, LocatorUnit, locator_steps
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.normalizer.resolve.indexed import indexed_part_exists

__all__ = ["part_exists", "sentence_count"]


def part_exists(indexed: IndexedArticle, locator: str, article: Callable[[str], Article]) -> bool | None:
    """Whether an article has the part that ``locator`` names; ``None`` where that cannot be known.

    Of a range, both ends must exist. ``article`` gives the record with an id, whose sentences are counted.
    """
    try:
        steps = locator_steps(locator)
    except NotationError:
        return None
    found = [_has(indexed, each, article) for each in _ends(steps)]
    if indexed_part_exists(indexed, locator) is False:
        found.append(False)
    return False if False in found else None if None in found else True


def sentence_count(text: str) -> tuple[int, int]:
    """The least and the most sentences that ``text`` may have, apart from abbreviations.

    >>> sentence_count("Les uns. Les autres, selon l'art. L. 5."), sentence_count("Les uns ; les autres.")
    ((2, 4), (1, 2))
    """
    text = text.strip()
    ends = [match for match in _END.finditer(text) if not (match["next"] and _SHORT.fullmatch(match["word"]))]
    least = max(len(ends), 1)
    return least, max(len(_SIGN.findall(text)), least)


# ---------------------------------------------------------------------------------------------------------------------

_END = re.compile(r"(?P<word>\w*)[.!?…]+[»\"”)\s]*(?:\s(?=[«\"“(]*(?P<next>[A-ZÀ-Ý]))|$)")
_SIGN = re.compile(r"[.!?…:;\n]+")
_SHORT = re.compile(r"arts?|al|ch|cf|chap|pp?|nos?|ed|mm?|mmes?|mlle|me|dr|ste?|etc|ex|[a-z]|lo|[0-9]+", re.IGNORECASE)


def _ends(steps: tuple[LocatorStep, ...]) -> Iterator[tuple[LocatorStep, ...]]:
    """The steps of a locator with each range replaced by its ends: ``I/1°`` and ``I/3°`` for ``I/1°..3°``."""
    return product(*(dict.fromkeys((step.first, step.last)) for step in steps))


def _has(indexed: IndexedArticle, steps: tuple[LocatorStep, ...], article: Callable[[str], Article]) -> bool | None:
    around = [step for step in steps if step.unit is not LocatorUnit.SENTENCE]
    counted = [step.rank for step in steps if step.unit is LocatorUnit.SENTENCE]
    outer = "/".join(around)
    exists = indexed_part_exists(indexed, outer) if outer else True
    if not exists or not counted:
        return exists
    if None in counted:
        return None
    record = article(indexed.id)
    words = "\n".join(each.text for each in record.at(outer)) if outer else record.text
    least, most = sentence_count(words)
    rank = max(abs(rank) for rank in counted if rank is not None)
    if not words or rank > most:
        return None if not words else False
    return True if rank <= least else None
