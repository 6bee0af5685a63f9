"""The findings on the numbers of a dump: their source, missing articles, contradictions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cpp_corpus.model.article import Article
from cpp_corpus.model.counting import counted, either
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.normalizer.identify.sections import Sections
from cpp_corpus.normalizer.identify.state import State

__all__ = ["anonymous", "findings_of"]


def findings_of(
    articles: Sequence[Article], places: Sequence[int | None], state: State, sections: Sections
) -> list[Finding]:
    """The findings on the numbers of a dump that come from an atlas."""
    return [
        *_other_day(articles, places, state),
        *_absent(articles, places, state),
        *_depths(articles, places, sections),
    ]


def anonymous(without: Sequence[Article], total: int) -> list[Finding]:
    """The finding on the articles that stay unnumbered, of ``total`` articles."""
    if not without:
        return []
    lines = ", ".join(str(article.source.line) for article in without[:_SHOWN])
    message = (
        f"{len(without)} of {counted(total)} {either(len(without), 'stays', 'stay')} unnumbered, because there is no "
        f"evidence for a number; {either(len(without), 'it begins at line', 'they begin at lines')} "
        f"{lines}{_more(len(without))}. Give a source with the act on the day of the text: --numbers-from."
    )
    return [_finding(FindingCode.ANONYMOUS_ARTICLES, message, without[0])]


def _other_day(articles: Sequence[Article], places: Sequence[int | None], state: State) -> Iterator[Finding]:
    candidates = state.candidates
    count = sum(place is not None for place in places)
    day = articles[0].consolidated_at
    if not len(candidates):
        message = f"The number source has no article that is law on {day}; use one that goes back to that day."
        yield _finding(FindingCode.NUMBERS_OF_ANOTHER_DAY, message, articles[0])
    if candidates.at_date or not count:
        return
    source = "The text has no date" if day is None else f"The text is of {day}"
    known = f"has the law {'until' if candidates.atlas.dated else 'of'} {candidates.as_of}"
    whose = "has no dates" if candidates.as_of is None else known
    message = (
        f"{source}, the number source {whose}: {counted(count, 'number')} {either(count, 'is', 'are')} from the "
        "number source, and articles may have been renumbered between the two days. "
        "Use a source with the versions of that day if it matters."
    )
    yield _finding(FindingCode.NUMBERS_OF_ANOTHER_DAY, message, articles[0])


def _absent(articles: Sequence[Article], places: Sequence[int | None], state: State) -> Iterator[Finding]:
    """Articles that the atlas has between two neighbours of the dump, but the dump lacks."""
    known = [place for place in places if place is not None]
    headed = {article.number.normalized for article in articles if article.number is not None}
    absent = [
        place
        for before, after in pairwise(state.position(place) for place in known)
        for place in map(state.at, range(before + 1, after))
        if state.is_free(place) and state.candidates.normalized(place) not in headed
    ]
    if absent:
        numbers = ", ".join(state.candidates.number(place) for place in absent[:_SHOWN])
        message = (
            f"{counted(len(absent))} that the number source has between articles of this text "
            f"{either(len(absent), 'is', 'are')} missing in it: {numbers}"
            f"{_more(len(absent))}. Such dumps leave out short articles with links; fetch them separately."
        )
        yield _finding(FindingCode.ABSENT_ARTICLES, message, articles[0])


def _depths(articles: Sequence[Article], places: Sequence[int | None], sections: Sections) -> Iterator[Finding]:
    wrong = [article for at, article in enumerate(articles) if places[at] is not None and not sections.fits(at)]
    if wrong:
        names = ", ".join(str(article.number) for article in wrong[:_SHOWN])
        message = (
            f"The indent of {counted(len(wrong))} does not fit the number of their divisions in the number source: "
            f"{names}{_more(len(wrong))}. Divisions may have been added or removed between the two; compare them."
        )
        yield _finding(FindingCode.DEPTH_CONTRADICTION, message, wrong[0])


_SHOWN = 200


def _more(count: int) -> str:
    return f" and {count - _SHOWN} more" if count > _SHOWN else ""


def _finding(code: FindingCode, message: str, article: Article) -> Finding:
    return Finding.build(code, message, path=article.source.path, line=article.source.line)
