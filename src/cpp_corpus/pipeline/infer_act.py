"""The act of a page that does not say it, from the links of its own references.

A reference to which no act is named ("l'article 11") is one to the citing act. Where the source has put a
hyperlink on such a reference, its address names that act.

Links may be wrong, and what seems to have no act named may have one ("l'article 1er et l'article 2 dudit code"). So the
act must have an article of the number of the page, and no other code of its family may (an annex of a code cites the
code without its name); and one link alone does not do where the text names the act as well, as that of another text, or
where the number is one that many codes have.
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
    """The articles of one file, those without act with the one their links agree on, and what there is to say."""
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
        objection = f"its links disagree ({', '.join(sorted(votes))})"
    finding = Finding.build(
        FindingCode.UNKNOWN_ACT,
        f"the act of this text is not known: {objection or 'nothing in it names one'}; "
        "references to the act itself stay without act; --act gives it",
        path=without[0].source.path,
        line=without[0].source.line,
        article=without[0].id if len(without) == 1 else None,
    )
    return list(articles), [finding]


_MANY = 12  # codes that have a number: one in six of those whose numbers are known


def _objection(article: Article, references: Sequence[Reference], cited: Collection[tuple[str, str]]) -> str | None:
    """Why the act to which the links of an article lead may not be its own; ``None`` where nothing is against it."""
    act = next(iter(cited))[0]
    number = None if article.number is None else article.number.normalized
    exists = None if number is None else has_number(act, number)
    if exists is False:
        return f"its links lead to {act}, which has no article {article.number}"
    if number is not None and _in_family(act, number):
        return f"its links lead to {act}, and it may be of an annex of that, or the other way round"
    if len(cited) > 1:
        return None
    if number is None or exists is None:
        return f"one link alone leads to {act}, whose numbers are not known"
    if any(reference.act == act for reference in references):
        return f"one link alone leads to {act}, which the text names as another one"
    if len(codes_with(number)) >= _MANY:
        return f"one link alone leads to {act}, and many codes have an article {article.number}"
    return None


@lru_cache(maxsize=1024)
def _in_family(act: str, number: str) -> bool:
    """Whether an annex of a code and that code, or two of its annexes, both have an article of a number."""
    whole = whole_of(act) or act
    family = {whole, *(annex_of(whole, numeral) or whole for numeral in ("I", "II", "III", "IV"))} - {act}
    return any(has_number(other, number) for other in family)


def _votes(article: Article, references: Sequence[Reference]) -> Iterator[tuple[str, str]]:
    """Acts and numbers to which links lead that stand on references without act."""
    default = [r for r in references if r.kind == ReferenceKind.ARTICLE and r.act is None and r.article is not None]
    for link in article.links:
        if link.act is not None and any(
            link.note == r.note and link.article in {r.article, r.to} and link.span.overlaps(r.span) for r in default
        ):
            yield link.act, str(link.article)


def _with_act(article: Article, act: str) -> Article:
    return article.model_copy(update={"act": act, "id": act + article.id.removeprefix("?")})
