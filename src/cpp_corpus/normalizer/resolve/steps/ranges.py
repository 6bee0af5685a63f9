"""Ranges of articles: ``L. 1 à L. 9``, ``L. 1 et suivants``."""

from __future__ import annotations

from cpp_corpus.model.reason import Reason
from cpp_corpus.model.reference import ReferenceKind
from cpp_corpus.normalizer.resolve.index import CorpusIndex
from cpp_corpus.normalizer.resolve.question import Answer, Places, Question

__all__ = ["article_range", "range_members"]


def article_range(question: Question) -> Answer:
    """All members that the act has, in its order; ``None`` where it has neither end."""
    reference = question.reference
    act, first, last = reference.act, reference.article, reference.to
    if reference.kind != ReferenceKind.ARTICLE or act is None or first is None or not (last or reference.open):
        return None
    return range_members(question.corpus, act, first, last)


def range_members(corpus: CorpusIndex, act: str, first: str, last: str | None) -> Places | None:
    """The articles of ``act`` from ``first`` to ``last``, or where that is ``None``, to the end of its division.

    Where they are not all known, the ends that the act has; ``None`` where it has neither.
    """
    if last is not None and corpus.lookup(act, whole := _completed(first, last)):
        last = whole
    ends = [first] if last is None else [first, last]
    gone = [end for end in ends if not corpus.lookup(act, end)]
    found = [corpus.lookup(act, end) for end in ends if end not in gone]
    if not found:
        return None
    if last is None:
        members = corpus.sequence(act).onwards(first)
        lost, detail = Reason.RANGE_OPEN, None
    else:
        members = corpus.sequence(act).between(first, last)
        lost, detail = Reason.RANGE_OUT_OF_ORDER, None
    if gone:
        lost, detail = Reason.RANGE_END_MISSING, gone[0]
        members = None if _far(first, last or first) else members
    if members is None:
        return Places(found, lost, detail)
    return Places(members, lost, detail) if gone else Places(members)


def _completed(first: str, last: str) -> str:
    """The last number of a range that prints only its end.

    >>> _completed("l2241-7", "17"), _completed("l2241-7", "l2241-17"), _completed("7", "17")
    ('l2241-17', 'l2241-17', '17')
    """
    head, dash, _ = first.rpartition("-")
    return f"{head}-{last}" if dash and last.isdecimal() else last


def _far(first: str, last: str) -> bool:
    """Whether two numbers with hyphens are of different chapters: where one is not there, it may be misprinted.

    >>> _far("r213-13", "r231-16"), _far("r213-13", "r213-16"), _far("706", "712")
    (True, False, False)
    """
    return "-" in first and "-" in last and first.partition("-")[0] != last.partition("-")[0]
