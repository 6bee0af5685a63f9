"""The act of a page that does not say it, from the links of its own references.

A reference to which no act is named ("l'article 11") is one to the citing act. Where the source has put a
hyperlink on such a reference, its address names that act.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from cpp_corpus.model.article import Article
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.reference import Reference, ReferenceKind

__all__ = ["act_of"]


def act_of(
    articles: Sequence[Article], recogniser: Callable[[Article], Sequence[Reference]]
) -> tuple[list[Article], list[Finding]]:
    """The articles of one file, those without act with the one their links agree on, and what there is to say."""
    lone = [article for article in articles if article.act is None]
    votes = Counter(vote for article in lone if article.links for vote in _votes(article, recogniser(article)))
    if len(votes) == 1:
        (act,) = votes
        return [article if article.act is not None else _with_act(article, act) for article in articles], []
    why = f"its links disagree ({', '.join(sorted(votes))})" if votes else "nothing in it names one"
    finding = Finding.build(
        FindingCode.UNKNOWN_ACT,
        f"the act of this text is not known: {why}; references to the act itself stay without act",
        path=lone[0].source.path,
        line=lone[0].source.line,
        article=lone[0].id if len(lone) == 1 else None,
    )
    return list(articles), [finding]


def _votes(article: Article, references: Sequence[Reference]) -> Iterator[str]:
    default = [r for r in references if r.kind == ReferenceKind.ARTICLE and r.act is None and r.article is not None]
    for link in article.links:
        if link.act is not None and any(
            link.note == r.note and link.article in {r.article, r.to} and link.span.overlaps(r.span) for r in default
        ):
            yield link.act


def _with_act(article: Article, act: str) -> Article:
    return article.model_copy(update={"act": act, "id": act + article.id.removeprefix("?")})
