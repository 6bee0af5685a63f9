"""Texts that end in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_corpus.audit.check import Check, Subject
from cpp_corpus.model.article import Article, ArticleState
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.number import NumberKind
from cpp_corpus.model.span import Span

__all__ = ["TruncatedText"]

_OPEN = frozenset(",:([{«“")
_DASHES = frozenset("-–—")
_AFTER_WORD = re.compile(
    r"(?:^|[\s'’])(?:alinéas?|articles?|au|aux|avec|d|dans|de|des|du|en|et|l|la|le|les|leur|leurs|ou|par|pour|qu|que|sous|sur|un|une|à)['’]?$",
    re.IGNORECASE,
)
_SHORTEST = 120  # characters of a text in sentences; titles, captions and formulas are shorter
_TAIL = 40


class TruncatedText(Check):
    name = FindingCode.TRUNCATED_TEXT

    def look(self, subject: Subject) -> Iterator[Finding]:
        article = subject.article
        if self.law.status(article) is ArticleState.REPEALED or not _is_prose(article):
            return
        text = article.text.rstrip()
        last = text.rpartition("\n")[2]
        tail = Span(max(len(text) - _TAIL, len(text) - len(last)), len(text))
        if text[-1] in _OPEN or (text[-1] in _DASHES and text[-2:-1].isalpha()):
            what = f"after {text[-1]!r}"
        elif _AFTER_WORD.search(last):
            what = f"after the word {last.split()[-1]!r}"
        elif text[-1].isalnum() and last.rfind("(") > last.rfind(")"):
            what = "inside a bracket"
        elif text[-1].isalpha() and _is_sentences(text):
            yield self.finding(
                article,
                f"The text ends without a full stop, “…{text[tail.slice].strip()}”; compare it with another source.",
                span=tail,
                severity=Severity.INFO,
            )
            return
        else:
            return
        yield self.finding(
            article,
            f"The text ends {what}, “…{text[tail.slice].strip()}”; its end is missing, so fetch the source again.",
            span=tail,
        )


def _is_sentences(text: str) -> bool:
    return len(text) >= _SHORTEST and any(line.endswith((".", ";", ":")) for line in text.split("\n"))


def _is_prose(article: Article) -> bool:
    """Whether the text should end with a full stop: annexes may be forms and lists, and a table needs none."""
    text = article.text.rstrip()
    if not text or (article.number is not None and article.number.kind not in {NumberKind.NUMBER, NumberKind.PAIR}):
        return False
    return not any(table.span.end >= len(text) - 1 for table in article.tables)
