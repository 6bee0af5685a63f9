"""The tables of a corpus and their rows: what Parquet, CSV and SQLite have in common.

Dates are ISO text here; an open end is ``None``, whatever a record made by hand has. Numbers of articles are text. No
column has a name that SQL reserves (``to``, ``end``, ``open``, ``references``).
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple

from cpp_corpus.export.base import ExportedArticle, Sink
from cpp_corpus.model.graph import Edge, Node
from cpp_corpus.model.resolution import ResolvedReference
from cpp_corpus.model.states import is_open_day

__all__ = ["ARTICLES", "EDGES", "NODES", "REFERENCES", "TABLES", "CellType", "Column", "Layout", "TablesSink", "day"]


class CellType(Enum):
    """The types of columns."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DAY = "day"
    """ISO text: ``2024-12-31``."""
    TEXTS = "texts"
    """A list of texts, never ``None``."""


class Column(NamedTuple):
    """One column."""

    name: str
    type: CellType
    description: str
    """What it holds, in one line."""


class Layout(NamedTuple):
    """A table: its name and its columns."""

    name: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)


Row = Sequence[Any]
"""The cells of a row, in the order of the columns."""

_TEXT, _INTEGER, _BOOLEAN, _DAY, _TEXTS = (
    CellType.TEXT,
    CellType.INTEGER,
    CellType.BOOLEAN,
    CellType.DAY,
    CellType.TEXTS,
)

ARTICLES = Layout(
    "articles",
    (
        Column("id", _TEXT, "id of the article, in one version"),
        Column("act", _TEXT, "id of its act"),
        Column("number", _TEXT, "number, normalised as in ids: l811-2"),
        Column("number_label", _TEXT, "number as headings have it: L811-2"),
        Column("heading", _TEXT, "heading as printed"),
        Column("state", _TEXT, "in_force, repealed, future or unknown"),
        Column("valid_from", _DAY, "first day of the version"),
        Column("valid_to", _DAY, "first day on which it is no longer law; empty while that is open"),
        Column("consolidated_at", _DAY, "day on which the source shows the law"),
        Column("division", _TEXT, "path of its division: livre.ii/titre.i"),
        Column("division_titles", _TEXTS, "titles of its divisions, outer to inner"),
        Column("text", _TEXT, "the words, a line for each alinéa"),
        Column("notes", _TEXTS, "notes of the editors"),
        Column("identifier", _TEXT, "identifier of the version in the source: LEGIARTI…"),
        Column("common_identifier", _TEXT, "identifier there of the article through time"),
        Column("identified_by", _TEXT, "evidence for the number"),
        Column("score", CellType.NUMBER, "for a number that was looked up: how well it fits, from 0 to 1"),
        Column("source_path", _TEXT, "file from which it was read"),
        Column("source_format", _TEXT, "format of that file"),
        Column("source_line", _INTEGER, "line at which it begins, from 1"),
    ),
)
REFERENCES = Layout(
    "references",
    (
        Column("source_id", _TEXT, "id of the citing article"),
        Column("place", _INTEGER, "place among the references of that article, from 0"),
        Column("kind", _TEXT, "article, division, act or internal"),
        Column("anchor", _TEXT, "the words of the anchor"),
        Column("anchor_start", _INTEGER, "first character of the anchor, from 0"),
        Column("anchor_end", _INTEGER, "end of the anchor, exclusive"),
        Column("note", _INTEGER, "index of the note that contains it; empty for the text of the article"),
        Column("act", _TEXT, "id of the act of the target"),
        Column("number", _TEXT, "normalised number of the target; of a range, the first"),
        Column("to_number", _TEXT, "last number of a range"),
        Column("open_ended", _BOOLEAN, "whether a range has no last number"),
        Column("division", _TEXT, "path of a division"),
        Column("locator", _TEXT, "place inside the target: II/3°/al2"),
        Column("via", _TEXT, "how the target is named"),
        Column("basis", _TEXT, "how the act is known"),
        Column("relation", _TEXT, "what the sentence does with the target"),
        Column("operation", _TEXT, "what an amending text does with it"),
        Column("version", _TEXT, "which version is meant"),
        Column("successor", _INTEGER, "place of the reference to what the target became"),
        Column("antecedent_start", _INTEGER, "first character of the words that an anaphor refers back to"),
        Column("antecedent_end", _INTEGER, "end of these words, exclusive"),
        Column("state", _TEXT, "resolved, repealed, missing, external or unknown"),
        Column("targets", _TEXTS, "ids of the nodes that it points to"),
        Column("repealed_targets", _TEXTS, "of several targets of which only some are law, the others"),
        Column("part_exists", _BOOLEAN, "whether the target has the part that the locator names"),
        Column("reason", _TEXT, "code of why something is not known"),
        Column("detail", _TEXT, "what the reason is about"),
    ),
)
EDGES = Layout(
    "edges",
    (
        Column("source_id", _TEXT, "id of the citing article"),
        Column("target_id", _TEXT, "id of the node that is cited"),
        Column("relation", _TEXT, "what the sentence does with the target"),
        Column("locator", _TEXT, "place inside the target"),
        Column("state", _TEXT, "resolved, repealed, missing or external"),
        Column("mention_count", _INTEGER, "number of references behind the edge"),
        Column("anchors", _TEXTS, "their words, each once"),
    ),
)
NODES = Layout(
    "nodes",
    (
        Column("id", _TEXT, "id of the article, division or act"),
        Column("kind", _TEXT, "article, division or act"),
        Column("act", _TEXT, "id of its act"),
        Column("number", _TEXT, "normalised number of an article"),
        Column("division", _TEXT, "path of the division"),
        Column("in_corpus", _BOOLEAN, "whether the corpus has a record of it"),
        Column("state", _TEXT, "of an article of the corpus: its state"),
        Column("valid_from", _DAY, "of an article: first day of the version"),
        Column("valid_to", _DAY, "of an article: first day on which it is no longer law; empty while that is open"),
        *(
            Column(scheme, _TEXT, f"of an act: {what}")
            for scheme, what in (
                ("legitext", "id of the text at Légifrance"),
                ("eli", "European Legislation Identifier"),
                ("celex", "number in EUR-Lex"),
                ("ecli", "European Case Law Identifier"),
                ("url", "web address"),
            )
        ),
    ),
)
TABLES = (ARTICLES, REFERENCES, EDGES, NODES)
"""All tables."""


class TablesSink(Sink):
    """A sink that receives rows: a subclass puts them into its tables."""

    def __init__(self) -> None:
        self._counts = dict.fromkeys((table.name for table in TABLES), 0)

    @abstractmethod
    def add(self, table: Layout, rows: Sequence[Row]) -> None:
        """Some more ``rows`` of a ``table``."""

    def article(self, article: ExportedArticle) -> None:
        self._add(ARTICLES, (article_row(article),))
        if article.references:
            self._add(REFERENCES, [_reference_row(at, each) for at, each in enumerate(article.references)])
        if article.edges:
            self._add(EDGES, [_edge_row(edge) for edge in article.edges])

    def node(self, node: Node) -> None:
        self._add(NODES, (tuple(_node_cells(node)),))

    def end(self) -> dict[str, int]:
        return self._counts

    def _add(self, table: Layout, rows: Sequence[Row]) -> None:
        self._counts[table.name] += len(rows)
        self.add(table, rows)


def article_row(article: ExportedArticle) -> Row:
    """The row of an article in :data:`ARTICLES`."""
    get = article.fields.__getitem__
    divisions, evidence, ids, source = get("divisions"), get("evidence"), get("ids"), get("source")
    return (
        get("id"),
        get("act"),
        article.indexed.number,
        get("number"),
        get("heading"),
        get("state"),
        day(get("valid_from")),
        day(get("valid_to")),
        day(get("consolidated_at")),
        "/".join(article.indexed.divisions) or None,
        [each["title"] or "" for each in divisions],
        get("text"),
        [note["text"] for note in get("notes")],
        ids.get("id"),
        ids.get("cid"),
        get("identified_by"),
        None if evidence is None else evidence["score"],
        source["path"],
        source["format"],
        source["line"],
    )


def day(iso: str | None) -> str | None:
    """An ISO date; ``None`` for a day by which a source writes that there is no end.

    >>> day("2016-07-01"), day("2999-01-01"), day(None)
    ('2016-07-01', None, None)
    """
    return None if iso is None or (iso >= "2" and is_open_day(iso)) else iso


# ---------------------------------------------------------------------------------------------------------------------


def _reference_row(place: int, reference: ResolvedReference) -> Row:
    get = reference.__dict__.__getitem__
    start, end = get("antecedent") or (None, None)
    return (
        get("source_id"),
        place,
        get("kind"),
        get("text"),
        get("start"),
        get("end"),
        get("note"),
        get("act"),
        get("article"),
        get("to"),
        get("open"),
        get("division"),
        get("locator"),
        get("via"),
        get("basis"),
        get("relation"),
        get("operation"),
        get("version"),
        get("successor"),
        start,
        end,
        get("state"),
        get("targets"),
        get("repealed"),
        get("part_exists"),
        get("reason"),
        get("detail"),
    )


def _edge_row(edge: Edge) -> Row:
    anchors = edge.anchors
    return edge.source, edge.target, edge.relation, edge.locator, edge.state, edge.count, anchors


def _node_cells(node: Node) -> Iterator[Any]:
    yield from (node.id, node.kind, node.act, node.number, node.division, node.in_corpus, node.state)
    for date in (node.valid_from, node.valid_to):
        yield None if date is None else day(date.isoformat())
    names = node.identifiers or {}
    yield from (names.get(scheme) for scheme in _SCHEMES)


_SCHEMES = NODES.names[9:]
