"""Several sources of one article in one corpus: the same version is kept once, with all its sources.

Two records of different files are the same version if they have act, number and words in common, no different
identifiers of an article, and

- both have the same first day;
- or only one has a first day, and the other shows no day, or one on which that version is law;
- or neither has a first day, and one has an identifier.

Records without any of these are left as they are. Letters and digits are compared; notes are not.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from string import punctuation, whitespace
from typing import NamedTuple

from xxhash import xxh3_64_intdigest

from cpp_corpus.lang.typography import fold
from cpp_corpus.model.article import Article
from cpp_corpus.model.compact import column, repeated
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.model.validity import ArticleState
from cpp_corpus.pipeline.listed import identifier_key

__all__ = ["SameVersions", "VersionKeys", "differing", "same_versions", "version_key"]


class SameVersions(NamedTuple):
    """Which records of a corpus are the same version, by their positions.

    >>> SameVersions({2: 0}, []).kept(3)
    [0, 1]
    """

    into: dict[int, int]
    """For a record that another one stands for: the position of that one."""
    differ: list[tuple[int, int]]
    """Records of the same version with different words: the earlier one and a later one."""

    def kept(self, count: int) -> list[int]:
        """The positions of the records that stay, of ``count``."""
        return [at for at in range(count) if at not in self.into]

    def others(self) -> dict[int, list[int]]:
        """For a record that stands for others: their positions."""
        found: dict[int, list[int]] = {}
        for at, kept in sorted(self.into.items()):
            found.setdefault(kept, []).append(at)
        return found


class VersionKeys:
    """What versions are compared by, for each record of a corpus in its order.

    >>> keys = VersionKeys()
    >>> keys.add(7, 0)
    >>> list(keys.words), list(keys.idents)
    ([7], [0])
    """

    def __init__(self) -> None:
        self.words = array("Q")
        """Hashes of the letters and digits of the texts."""
        self.idents = array("Q")
        """Hashes of the identifiers of the articles in their sources; 0 where there is none."""

    def add(self, words: int, ident: int) -> None:
        """One more record: ``words`` and ``ident`` are as :func:`version_key` returns them."""
        self.words.append(words)
        self.idents.append(ident)


def version_key(article: Article) -> tuple[int, int]:
    """Hashes of the letters and digits of the text, and of the identifier of the article in its source, or 0."""
    kept = fold(article.text)
    for sign in _SIGNS if not kept.isascii() else ():
        if sign in kept:
            kept = kept.replace(sign, "")
    words = xxh3_64_intdigest(kept.encode("utf-8", "replace").translate(None, _ASCII_SIGNS).lower())
    ident = next((value for name, value in article.ids.items() if name.endswith("arti")), None)
    return words, 0 if ident is None else identifier_key(ident)


def same_versions(all_indexed: Sequence[IndexedArticle], keys: VersionKeys) -> SameVersions:
    """Find the records that are the same version; ``all_indexed`` and ``keys`` are in the order of the corpus."""
    found = SameVersions({}, [])
    for places in repeated(lambda: _known_ids(all_indexed)).values():
        if len({all_indexed[at].file for at in places}) > 1:
            _compare([_Record(at, all_indexed[at], keys.words[at], keys.idents[at]) for at in places], found)
    return found


def differing(
    all_indexed: Sequence[IndexedArticle], id_of: Callable[[int], str], found: SameVersions
) -> Iterator[Finding]:
    """A finding for each record that has other words than an earlier one of the same version.

    ``id_of`` gives the final id of the record of a position.
    """
    for first, second in found.differ:
        indexed = all_indexed[second]
        version = f"The version of {indexed.valid_from}" if indexed.valid_from else "The same version"
        message = f"{version} of article {indexed.number} has other words here than in another source, {id_of(first)}."
        yield Finding.build(FindingCode.DIFFERENT_WORDS, message, path=indexed.file, article=id_of(second))


# ---------------------------------------------------------------------------------------------------------------------

_ASCII_SIGNS = (punctuation + whitespace).encode()
_SIGNS = "«»“”„–—―…°\ufeff"


class _Record(NamedTuple):
    at: int
    indexed: IndexedArticle
    words: int
    ident: int

    @property
    def day(self) -> str | None:
        return self.indexed.valid_from


def _known_ids(all_indexed: Sequence[IndexedArticle]) -> Iterator[str | None]:
    """The ids of the records; ``None`` for one that is no numbered article of a known act."""
    columns = (column(all_indexed, field) for field in ("id", "number", "act"))
    for name, number, act in zip(*columns, strict=True):
        yield None if number is None or act is None else name


def _compare(records: list[_Record], found: SameVersions) -> None:
    """Compare records with the same act and number."""
    groups: list[list[_Record]] = []
    for record in sorted(records, key=lambda each: (each.day is None, not each.ident)):
        fitting = [group for group in groups if _fits(group, record)]
        if fitting:
            max(fitting, key=_standing).append(record)
        else:
            found.differ.extend(_pair(group[0], record) for group in groups if _differs(group[0], record))
            groups.append([record])
    for group in groups:
        kept = max(group, key=lambda each: (each.day is not None, each.indexed.consolidated_at or "", -each.at))
        found.into.update((each.at, kept.at) for each in group if each is not kept)


def _fits(group: list[_Record], other: _Record) -> bool:
    first = group[0]
    if first.words != other.words or not all(_may_be_one(each, other) for each in group):
        return False
    if first.day is None:
        return bool(first.ident)
    if other.day is not None:
        return first.day == other.day
    shown = other.indexed.consolidated_at
    return shown is None or first.indexed.status_by_dates(shown) is ArticleState.IN_FORCE


def _differs(first: _Record, other: _Record) -> bool:
    if first.words == other.words or not _may_be_one(first, other) or first.day != other.day:
        return False
    if first.ident and first.ident == other.ident:
        return True
    divisions = {first.indexed.divisions, other.indexed.divisions} - {()}
    return first.day is not None and len(divisions) < 2  # not two annexes I, of two parts of an act


def _may_be_one(one: _Record, other: _Record) -> bool:
    """Whether two records are of different files, and not of different articles by their identifiers."""
    return one.indexed.file != other.indexed.file and (one.ident == other.ident or not (one.ident and other.ident))


def _standing(group: list[_Record]) -> tuple[bool, str]:
    """Sorts the version that has not ended after the others, later ones after earlier ones."""
    return group[0].indexed.valid_to is None, group[0].day or ""


def _pair(one: _Record, other: _Record) -> tuple[int, int]:
    return min(one.at, other.at), max(one.at, other.at)
