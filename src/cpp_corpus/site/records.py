"""What the site has of an article, as short lists: the names of their fields are in ``assets/data.js``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from cpp_corpus.model.article import Article, Division
from cpp_corpus.model.graph import Edge
from cpp_corpus.model.reference import Relation
from cpp_corpus.model.resolution import ReferenceState, ResolvedReference
from cpp_corpus.model.validity import ArticleState

__all__ = [
    "RELATIONS",
    "RELATION_LABELS",
    "STATES",
    "STATE_LABELS",
    "TARGETS",
    "article_record",
    "division_label",
    "first_words",
    "group_of",
    "iso",
]

RELATIONS = tuple(relation.value for relation in Relation)
"""Relations by the number that stands for them."""
STATES = tuple(state.value for state in ArticleState)
"""States of articles, likewise."""
TARGETS = tuple(state.value for state in ReferenceState)
"""States of references, likewise."""


RELATION_LABELS = dict(
    zip(
        Relation,
        (
            "mentionne",
            "pris en application de",
            "conforme à",
            "dans les conditions de",
            "entre en vigueur selon",
            "défini par",
            "exclut",
            "sous réserve de",
            "déroge à",
            "sans préjudice de",
            "puni par",
            "rend applicable",
            "modifie",
        ),
        strict=True,
    )
)
"""Relations in French, as ``assets/data.js`` has them."""
STATE_LABELS = {"in_force": "en vigueur", "repealed": "abrogé", "future": "à venir", "unknown": "état non indiqué"}
"""States of articles in French, likewise."""


def group_of(relation: Relation) -> str:
    """The class of the style in which references of a relation are shown, as in ``assets/views.js``.

    >>> group_of(Relation.EXCLUDES), group_of(Relation.REFERS_TO)
    ('ecarte', 'cite')
    """
    return _GROUPS[RELATIONS.index(relation)]


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


def division_label(division: Division) -> str:
    """A division as a heading: its kind and number, and its title where the source has one.

    >>> division_label(Division(kind="livre", number="IV", title="Du vent"))
    'Livre IV : Du vent'
    >>> division_label(Division(kind="partie", slug="partie-legislative"))
    'Partie legislative'
    >>> division_label(Division(kind="livre", number="IV", slug="livre-iv-du-vent"))
    'Livre IV : Du vent'
    """
    kind = division.kind.replace("-", " ").capitalize()
    title = division.title
    if title is None and division.slug:
        before = "-".join(filter(None, (division.kind, division.number and division.number.lower().replace(" ", "-"))))
        words = division.slug.removeprefix(f"{before}-") if division.number else division.slug
        title = "" if words == before else words.replace("-", " ").capitalize()
        if division.number is None:
            return title
    name = f"{kind} {division.number}" if division.number else kind
    return f"{name} : {title}" if title else name


def first_words(text: str) -> str:
    """The beginning of a text, for lists."""
    line = " ".join(text[:_FIRST].split())
    return line if len(text) <= _FIRST else line.rpartition(" ")[0] + " …"


# ---------------------------------------------------------------------------------------------------------------------

_GROUPS = ("cite", *["fonde"] * 4, "definit", *["ecarte"] * 4, "punit", "applique", "modifie")
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


def iso(day: date | None) -> str | None:
    """A day as text."""
    return None if day is None else day.isoformat()
