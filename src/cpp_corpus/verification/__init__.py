"""Which citations of a text hold in a corpus: ``reading`` reads them, ``check`` looks them up (docs/verify.md)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from cpp_corpus.model.article import Article
from cpp_corpus.model.verified import Verified
from cpp_corpus.normalizer.recognize.text import checked
from cpp_corpus.normalizer.resolve import CorpusIndex
from cpp_corpus.verification.check import Answer, Checker
from cpp_corpus.verification.cited import Cited, line_starts
from cpp_corpus.verification.reading import citations_in

__all__ = ["Verifier"]


class Verifier:
    """Reads texts and looks their citations up in one corpus."""

    def __init__(
        self, index: CorpusIndex, article: Callable[[str], Article], ids: Callable[[str], Sequence[str]]
    ) -> None:
        """``article`` gives the record with an id, ``ids`` the articles that an id, also of a source, names."""
        self._index = index
        self._ids = ids
        self._checker = Checker(index, article)

    def verified(self, text: str, *, day: date | None = None, act: str | None = None) -> Iterator[Verified]:
        """What became of each citation of a text on a day; ``act`` is that of articles cited without one."""
        text = checked(text)
        starts = line_starts(text)
        named = text.strip()
        if named and "\n" not in named and (targets := self._ids(named)):
            at = text.index(named)
            yield _record(text, starts, Cited(at, at + len(named)), self._checker.of_id(targets, day))
            return
        for each in citations_in(text, self._index.acts, act=act):
            yield _record(text, starts, each, self._checker.answer(each, day))


def _record(text: str, starts: Sequence[int], cited: Cited, answer: Answer) -> Verified:
    reference = answer.reference
    read = answer.targets[0] if reference is None and answer.targets else None
    if reference is not None:
        read = reference.target if answer.day is None else f"{reference.target}@{answer.day}"
    return Verified.trusted(
        text=text[cited.start : cited.end],
        start=cited.start,
        end=cited.end,
        line=bisect_right(starts, cited.start),
        path=None,
        status=answer.status,
        depth=answer.depth,
        read=read,
        reference=reference,
        day=answer.day,
        targets=answer.targets,
        valid_from=answer.valid_from,
        valid_to=answer.valid_to,
        nearest=answer.nearest,
        moved_to=answer.moved_to,
        message=answer.message,
    )
