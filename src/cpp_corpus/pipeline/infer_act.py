"""Inference of the act of a page from the links on its references.

A reference without an act ("l'article 11") is to the citing act. Where such a reference is a hyperlink, its address
names that act.

Links may be wrong, and the act may be named elsewhere in the sentence ("l'article 1er et l'article 2 dudit code"). So
the act must have an article with the number of the page, and no other code of its family may have one (an annex of a
code cites the code without its name). A single link is not enough where the text names that act as another one, or
where many codes have the number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from cpp_corpus.lang.acts import annex_of, codes_with, has_number, whole_of
from cpp_corpus.model.article import Article
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.model.reference import Reference, ReferenceKind

__all__ = ["act_of"]


def act_of(
    articles: Sequence[Article], recogniser: Callable[[Article], Sequence[Reference]]
) -> tuple[list[Article], list[Finding]]:
    """The articles of one file, those without an act with the one on which their links agree, and the findings."""
    without = [article for article in articles if article.act is None]
    votes: Counter[str] = Counter()
    objection: str | None = None
    for article in without:
        if article.links:
            references = recogniser(article)
            cited = set(_votes(article, references))
            votes.update(act for act, _ in cited)
            objection = objection or (_objection(article, references, cited) if cited else None)
    if len(votes) == 1 and objection is None:
        (act,) = votes
        return [article if article.act is not None else _with_act(article, act) for article in articles], []
    if len(votes) > 1:
        objection = f"its links lead to several acts ({', '.join(sorted(votes))})"
    finding = Finding.build(
        FindingCode.UNKNOWN_ACT,
        f"The act of this text is not known: {objection or 'nothing in it names one'}; "
        "references to the act itself have no act either. Give it with --act.",
        path=without[0].source.path,
        line=without[0].source.line,
        article=without[0].id if len(without) == 1 else None,
    )
    return list(articles), [finding]


_MANY = 12  # codes with a number: one in six of those whose numbers are known


def _objection(article: Article, references: Sequence[Reference], cited: Collection[tuple[str, str]]) -> str | None:
    """Why the act to which the links of an article lead may not be its own; ``None`` where it is accepted."""
    act = next(iter(cited))[0]
    number = None if article.number is None else article.number.normalized
    exists = None if number is None else has_number(act, number)
    if exists is False:
        return f"its links lead to {act}, which has no article {article.number}"
    if number is not None and _in_family(act, number):
        return f"its links lead to {act}, but it may belong to an annex of that code, or the links to the annex"
    if len(cited) > 1:
        return None
    if number is None or exists is None:
        return f"only one link leads to {act}, whose numbers are not known"
    if any(reference.act == act for reference in references):
        return f"only one link leads to {act}, which the text names as another act"
    if len(codes_with(number)) >= _MANY:
        return f"only one link leads to {act}, and many codes have an article {article.number}"
    return None


@lru_cache(maxsize=1024)
def _in_family(act: str, number: str) -> bool:
    """Whether another code of the family of ``act`` (a code and its annexes) has an article with that number too."""
    whole = whole_of(act) or act
    family = {whole, *(annex_of(whole, numeral) or whole for numeral in ("I", "II", "III", "IV"))} - {act}
    return any(has_number(other, number) for other in family)


def _votes(article: Article, references: Sequence[Reference]) -> Iterator[tuple[str, str]]:
    """Acts and numbers in the addresses of links on references without an act."""
    default = [r for r in references if r.kind == ReferenceKind.ARTICLE and r.act is None and r.article is not None]
    for link in article.links:
        if (
            link.act is not None
            and link.article is not None
            and any(
                link.note == r.note and link.article in {r.article, r.to} and link.span.overlaps(r.span)
                for r in default
            )
        ):
            yield link.act, str(link.article)


def _with_act(article: Article, act: str) -> Article:
    return article.model_copy(update={"act": act, "id": act + article.id.removeprefix("?")})
