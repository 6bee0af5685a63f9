"""Corpora made by hand, for tests of their comparison."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from cpp_corpus import Article, ArticleNumber, ArticleState, Corpus, Division, Note, Source, Span

CODE = "code-des-moulins"

__all__ = ["CODE", "article", "corpus", "division", "sentence"]


def division(kind: str, number: str, title: str | None = None) -> Division:
    return Division(kind=kind, number=number, title=title)


def article(
    number: str | None,
    text: str,
    *,
    act: str | None = CODE,
    state: str = "in_force",
    divisions: Iterable[Division] = (),
    notes: Iterable[str] = (),
    line: int = 1,
    version: str | None = None,
    **fields: Any,
) -> Article:
    """An article; ``version`` is the first day of one of several."""
    parsed = None if number is None else ArticleNumber.parse(number)
    name = f"~{line}" if parsed is None else parsed.normalized
    return Article(
        id=f"{act or '?'}/{name}" + (f"@{version}" if version else ""),
        act=act,
        number=parsed,
        heading=None if parsed is None else f"Article {parsed}",
        state=ArticleState(state),
        valid_from=None if version is None else date.fromisoformat(version),
        divisions=tuple(divisions),
        text=text,
        notes=tuple(Note(text=note, line=1) for note in notes),
        source=Source(path="pages", format="mirror-page", line=line, byte=Span(0, 0)),
        **fields,
    )


def corpus(*articles: Article) -> Corpus:
    return Corpus(articles)


def sentence(subject: str) -> str:
    """An article of some thirty words, few of which another subject's has."""
    return f"Le garde {subject} " + " ".join(f"{subject}{rank}" for rank in range(26)) + f" au profit de {subject}."
