"""What the site has of an article, as short lists: the names of their fields are in ``assets/data.js``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from cpp_corpus.model.article import Article
from cpp_corpus.model.graph import Edge
from cpp_corpus.model.reference import Relation
from cpp_corpus.model.resolution import ReferenceState, ResolvedReference
from cpp_corpus.model.validity import ArticleState

__all__ = [
    "RELATIONS",
    "STATES",
    "TARGETS",
    "article_record",
    "first_words",
    "heading_of",
    "iso",
    "replaced",
]

RELATIONS = tuple(relation.value for relation in Relation)
"""Relations by the number that stands for them."""
STATES = tuple(state.value for state in ArticleState)
"""States of articles, likewise."""
TARGETS = tuple(state.value for state in ReferenceState)
"""States of references, likewise."""


def article_record(
    article: Article,
    references: Sequence[ResolvedReference],
    citing: Sequence[Edge],
    title_of: Callable[[str], str],
) -> dict[str, Any]:
    """All that the page of an article shows, but what the table of its act has."""
    record: dict[str, Any] = {
        "i": article.id,
        "x": article.text,
        "p": [[line.span.start, line.span.end, line.locator, line.level, line.marker] for line in article.paragraphs],
        "r": [_reference(each) for each in references],
        "c": [[edge.source, RELATIONS.index(edge.relation), edge.locator, edge.count] for edge in citing],
    }
    if article.notes:
        record["n"] = [note.text for note in article.notes]
    if article.tables:
        record["t"] = [
            [
                table.span.start,
                table.span.end,
                [
                    [[cell.span.start, cell.span.end, cell.colspan, cell.rowspan, int(cell.header)] for cell in row]
                    for row in table.rows
                ],
            ]
            for table in article.tables
        ]
    if article.ids.get("legiarti"):
        record["l"] = article.ids["legiarti"]
    outside = {each.act for each in references if each.act and each.state is ReferenceState.EXTERNAL}
    if outside:
        record["e"] = {act: title_of(act) for act in sorted(outside)}
    return record


def heading_of(article: Article) -> str:
    """The heading of an article; one made of its number where the source has none."""
    if article.heading:
        return article.heading
    return "Article sans numéro" if article.number is None else f"Article {article.number}"


def first_words(text: str) -> str:
    """The beginning of a text, for lists."""
    line = " ".join(text[:_FIRST].split())
    return line if len(text) <= _FIRST else line.rpartition(" ")[0] + " …"


# ---------------------------------------------------------------------------------------------------------------------

_FIRST = 110  # characters
_MOST = 200  # targets of a range that are listed


def _reference(each: ResolvedReference) -> list[Any]:
    return [
        each.start,
        each.end,
        -1 if each.note is None else each.note,
        RELATIONS.index(each.relation),
        TARGETS.index(each.state),
        list(each.targets[:_MOST]),
        each.locator,
        None if each.part_exists is None else int(each.part_exists),
        each.act,
        each.article,
    ]


def replaced(versions: Sequence[tuple[str | None, date | str | None, date | str | None]]) -> set[int]:
    """The places of ``versions`` that end on the day on which another one of their number begins.

    A version is a number, its first day, and the first day on which it is no longer law.

    >>> replaced([("l1", "2001-01-01", "2010-01-01"), ("l1", "2010-01-01", None), ("l2", None, "2010-01-01")])
    {0}
    """
    begun = {(number, begins) for number, begins, _ in versions if number is not None and begins is not None}
    return {at for at, (number, _, ends) in enumerate(versions) if (number, ends) in begun}


def iso(day: date | None) -> str | None:
    """A day as text."""
    return None if day is None else day.isoformat()
