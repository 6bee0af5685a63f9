"""Duplicates: two articles under one number, and one text under two numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.audit.law import Law
from cpp_corpus.audit.place import Places
from cpp_corpus.audit.wording import listed, title
from cpp_corpus.lang.typography import fold, tidy
from cpp_corpus.model.article import Article, ArticleState
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.number import NumberKind

__all__ = ["DuplicateNumber", "DuplicateText"]

_SHORTEST = 80  # characters; shorter texts are often the same: “Les modalités sont fixées par décret.”
_SHOWN = 4


class DuplicateNumber(Check):
    name = FindingCode.DUPLICATE_NUMBER

    def end(self) -> Iterator[Finding]:
        for act in self.law.acts:
            for articles in self.law.numbers(act).values():
                if len(articles) > 1:
                    yield from self._same_number(act, articles)

    def _same_number(self, act: str | None, articles: Sequence[Article]) -> Iterator[Finding]:
        held = [article for article in articles if self.law.status(article) is not ArticleState.REPEALED]
        for first, second in pairwise(sorted(held, key=lambda article: str(article.valid_from or ""))):
            if _follow(first, second) or _seen_twice(first, second):
                continue
            same = _key(first.text) == _key(second.text)
            plain = first.number is not None and first.number.kind == NumberKind.NUMBER
            yield self.finding(
                second,
                f"{title(act)} has an article {second.number} before this one, {first.id}, "
                f"with {'the same' if same else 'another'} text; delete one of the two or correct its number.",
                severity=Severity.WARNING if plain else Severity.INFO,
            )


class DuplicateText(Check):
    name = FindingCode.DUPLICATE_TEXT

    def __init__(self, law: Law, places: Places) -> None:
        super().__init__(law, places)
        self._texts: dict[bytes, list[str]] = {}

    def look(self, subject: Subject) -> Iterator[Finding]:
        article = subject.article
        is_repealed = self.law.status(article) is ArticleState.REPEALED
        if article.number is not None and len(article.text) >= _SHORTEST and not is_repealed:
            key = f"{article.act}\0{_key(article.text)}".encode("utf-8", "replace")
            self._texts.setdefault(blake2b(key, digest_size=16).digest(), []).append(article.id)
        yield from ()

    def end(self) -> Iterator[Finding]:
        """One finding for each text, at the first article that has it."""
        for ids in (each for each in self._texts.values() if len(each) > 1):
            articles = [article for article in map(self.law.article, ids) if article is not None]
            numbers = list(dict.fromkeys(str(article.number) for article in articles))
            if len(numbers) > 1:  # under one number they are versions, or a duplicate number
                first = articles[0]
                yield self.finding(
                    first,
                    f"Article {numbers[0]} of {title(first.act)} has, word for word, the text of "
                    f"{listed(numbers[1:], _SHOWN)}; check that this is meant.",
                )


def _key(text: str) -> str:
    return tidy(fold(text))


def _seen_twice(first: Article, second: Article) -> bool:
    """Whether the two are one article from two sources, at least one of which is dated."""
    dated = first.consolidated_at is not None or second.consolidated_at is not None
    return dated and first.source.path != second.source.path


def _follow(first: Article, second: Article) -> bool:
    """Whether these are versions of one article: the first ends before the second begins."""
    if first.valid_from is None or second.valid_from is None or first.valid_from == second.valid_from:
        return False
    return first.valid_to is None or first.valid_to <= second.valid_from
