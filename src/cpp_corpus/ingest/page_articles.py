"""The articles of a text: which lines are their headings, and what stands around them.

    page     = head { contents } { article } [ foot ]
    article  = heading { version | history } { text } { end }
    contents = heading heading { heading }                 a table of contents: nothing between them
    head     = { site | title | division | version | text }

Where a page marks the end of its articles (``Versions``, ``Liens relatifs``), a heading before that end is a line of
the article; where it marks its headings (``En savoir plus sur cet article``), other lines are none. An annex may have
articles of its own: they are lines of the annex.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cpp_corpus.ingest.page_around import (
    end_at_place,
    foot_of,
    join_extents,
    join_titles,
    mark_gone,
    mark_neighbours,
    mark_pages,
    mark_versions,
    mark_visas,
    put_outside,
)
from cpp_corpus.ingest.page_headings import (
    headings_above,
    headings_of,
    is_in_capitals,
    is_rider,
    other_text,
    own_part,
    points_of,
    title_again,
    with_misread,
    with_other_forms,
)
from cpp_corpus.ingest.page_line import Line
from cpp_corpus.ingest.page_model import (
    HEAD_LINES,
    HEADINGS,
    SEVERAL,
    Found,
    Page,
    length_before_words,
    title_goes_on,
    title_line,
)
from cpp_corpus.ingest.page_signed import signed_act
from cpp_corpus.ingest.page_words import (
    Kind,
    agreement_number,
    division_title,
    is_agreement,
    is_private,
    is_treaty,
    kind_of_line,
    law_title,
    run_in_heading,
)
from cpp_corpus.lang.patterns import Pattern
from cpp_corpus.model.heading import read_heading

__all__ = [
    "divisions_among",
    "read_page",
    "titles_above",
]


def read_page(lines: list[Line], few: int = SEVERAL) -> Page:
    """The articles of a text of these lines; ``few``: what :func:`fewest_run_in` says of all of the text."""
    page = Page(lines, [kind_of_line(line.words) for line in lines], [], fewest_run_in=few)
    title_tails = join_titles(page)
    mark_pages(page, title_tails)
    mark_neighbours(page)
    join_extents(page)
    mark_versions(page)
    mark_visas(page)
    page.private = _private(page)
    page.law = None if page.private else _law(page)
    mark_gone(page)
    points = points_of(page)
    own = None if points else own_part(page)
    headings = points or (
        headings_above(page, own) if own else with_misread(page, with_other_forms(page, headings_of(page)))
    )
    if (begins := title_again(page, headings)) is not None:
        page.begins = begins
        headings = [at for at in headings if at > begins]
    stop = foot_of(page, headings)
    if own and own.other is not None:
        page.anew, stop = own.other, min(stop, own.end)
    elif (anew := other_text(page, headings)) is not None and (
        page.law or is_in_capitals(page, anew) or is_rider(page, anew)
    ):
        page.anew = stop = anew
        headings = [at for at in headings if at < anew]
    for at, following in pairwise([*headings, stop]):
        if at < stop:
            is_bare = bool(points) and page.kinds[at] is Kind.TEXT
            run_in = None if points else length_before_words(page, at)
            page.articles.append(Found(at, min(following, stop), run_in, is_bare=is_bare))
    for article in page.articles:
        put_outside(page, article)
    end_at_place(page)
    _find_agreement(page)
    return page


def _law(page: Page) -> str | None:
    at = title_line(page)
    return signed_act(page.lines, page.kinds) if at is None else law_title(page.lines[at].words)


def _private(page: Page) -> str | None:
    """The line that says that the text is a contract: above the title of an act, or of the persons who agree."""
    if not {Kind.VERSION, Kind.HISTORY, Kind.END}.isdisjoint(page.kinds):
        return None
    if any(is_treaty(line.words) for line in page.lines[:HEAD_LINES]):
        return None
    title: int | None = None
    for at, line in enumerate(page.lines[:HEAD_LINES]):
        kind = page.kinds[at]
        if kind in HEADINGS or run_in_heading(line.words) or read_heading(line.words).has_title:
            return None
        title = at if kind is Kind.TITLE and title is None else title
        is_above = title is None or line.words.lower().startswith("entre")
        if kind is Kind.TEXT and is_private(line.words) and (is_above or _is_subtitle(page, title, at)):
            return line.words
    return None


def _is_subtitle(page: Page, title: int | None, at: int) -> bool:
    """Whether a line is the title of a text below the law that it follows, which has a day and no subject."""
    above = page.lines[at - 1].words
    return (
        title == at - 1
        and law_title(above) is not None
        and above[-1:].isdecimal()
        and page.lines[at].words[0].isupper()
    )


def _find_agreement(page: Page) -> None:
    """Find the title of a collective agreement above the first article, and its number, where there is only one."""
    above = [line.words for line in page.lines[: page.first]]
    page.is_agreement = any(map(is_agreement, above))
    numbers = {number for words in above if (number := agreement_number(words))}
    page.agreement = next(iter(numbers)) if page.is_agreement and len(numbers) == 1 else None


def titles_above(page: Page, start: int) -> range:
    """The lines from ``start`` to the first article that may have its divisions: those below the summary of the page.

    The summary ends where its first title comes again; below the button that leads to it, behind a list of titles.
    """
    titles = [at for at in range(start, page.first) if page.kinds[at] is Kind.DIVISION]
    names = [division_title(page.lines[at].words) for at in titles]
    again = [at for at, name in zip(titles[1:], names[1:], strict=True) if name == names[0]]
    if again:
        return range(again[-1], page.first)
    button = next((at for at in range(start, page.first) if _TO_SUMMARY.match(page.lines[at].words)), page.first)
    end = next((at for at in range(button + 1, page.first) if page.kinds[at] is not Kind.DIVISION), page.first)
    labels = [_LABEL.match(page.lines[at].words) for at in range(button + 1, end)]
    ranks = [label[0].lower() for label in labels if label]
    return range(end if end < page.first and len(ranks) > len(set(ranks)) else start, page.first)


_TO_SUMMARY = Pattern(r"(?:Naviguer dans le )?[Ss]ommaire\b")
_LABEL = Pattern(r"[\w-]+")
_USUAL_TITLE = Pattern(r"Dispositions \w+", re.IGNORECASE)
_LABEL_WORDS = 3  # of "Chapitre Ier bis"


def divisions_among(page: Page, indexes: Sequence[int]) -> list[str]:
    """The titles of divisions among the lines ``indexes``, those that go over several lines joined."""
    titles: list[str] = []
    goes_on = False
    for at in indexes:
        words, kind = page.lines[at].words, page.kinds[at]
        if kind is Kind.DIVISION:
            title = division_title(words) or words
            if goes_on and _USUAL_TITLE.fullmatch(title) and len(titles[-1].split()) <= _LABEL_WORDS:
                titles[-1] += f" {title}"  # "CHAPITRE Ier" / "Dispositions générales"
                continue
            titles.append(title)
            goes_on = title == words
        elif kind is Kind.TEXT and goes_on and title_goes_on(page, at):
            titles[-1] += f" {words}"
        elif kind not in {Kind.FOOTER, Kind.SITE}:
            goes_on = False
    return [division_title(title) or title for title in titles]
