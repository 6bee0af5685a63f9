"""The records of a store, read when they are asked for."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

import orjson
from pydantic import ValidationError

from cpp_corpus.model.article import Article
from cpp_corpus.model.base import in_bulk
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.graph import Edge, Node, NodeKind
from cpp_corpus.model.manifest import SourceFile, Unread
from cpp_corpus.model.on_demand import OnDemand
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.resolution import IndexedArticle, ResolvedReference, as_recognised
from cpp_corpus.model.validity import ArticleState
from cpp_corpus.store.database import Database, Row

__all__ = ["StoredIndex", "StoredRecords"]

Item = TypeVar("Item")


class StoredIndex:
    """What the index of a corpus needs, act by act: see :class:`cpp_corpus.normalizer.resolve.IndexedRecords`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._of_act: dict[str | None, list[IndexedArticle]] = {}

    @cached_property
    def acts(self) -> Mapping[str | None, str | None]:
        """The acts in the order of the corpus, each with the newest day of its sources."""
        found: dict[str | None, str | None] = dict(self._database.rows("SELECT act, newest FROM acts ORDER BY place"))
        if not (_TEXTS.issuperset(map(type, found)) and all(map(_is_day, found.values()))):
            raise self._database.damaged("an act is not as the schema says")
        return found

    def of_act(self, act: str | None) -> Sequence[IndexedArticle]:
        """The articles of an act."""
        if act not in self._of_act:
            rows = self._database.each(f"{_INDEXED} WHERE articles.act IS ? ORDER BY articles.place", act)
            with in_bulk():
                self._of_act[act] = list(map(self._made, rows))
        return self._of_act[act]

    def places(self, act: str) -> list[int]:
        """The places in the corpus of the articles of an act."""
        rows = self._database.rows("SELECT place FROM articles WHERE act = ? ORDER BY place", act)
        return [place for (place,) in rows]

    def of_number(self, act: str | None, number: str) -> tuple[IndexedArticle, ...]:
        """Those that have a number; an article that is cited by another number too is not among them."""
        sql = f"{_INDEXED} WHERE articles.number = ? AND articles.act IS ? ORDER BY articles.place"
        return tuple(map(self._made, self._database.rows(sql, number, act)))

    def acts_with(self, number: str) -> tuple[str | None, ...]:
        """The acts that have an article of that number, in the order of the corpus."""
        found = {
            *self._database.rows("SELECT DISTINCT act FROM articles WHERE number = ?", number),
            *self._database.rows("SELECT act FROM other_numbers WHERE number = ?", number),
        }
        return tuple(act for act in self.acts if (act,) in found) if found else ()

    def at(self, place: int) -> IndexedArticle:
        """The article of a place in the corpus."""
        row = self._database.row(f"{_INDEXED} WHERE articles.place = ?", place)
        if row is None:
            raise self._database.damaged(f"article {place} is missing")
        return self._made(row)

    def all(self) -> Iterator[IndexedArticle]:
        """All articles, in the order of the corpus."""
        return map(self._made, self._database.each(f"{_INDEXED} ORDER BY articles.place"))

    def _made(self, row: Row) -> IndexedArticle:
        name, act, number, state, valid_from, valid_to, divisions, consolidated_at, file, parts = row
        if parts is None:
            raise self._database.damaged(f"the parts of {name} are missing")
        is_text = name is not None and divisions is not None and _TEXTS.issuperset(map(type, row))
        if not (
            is_text and state in _STATES and _is_day(valid_from) and _is_day(valid_to) and _is_day(consolidated_at)
        ):
            raise self._database.damaged(f"the row of the article {name!r} is not as the schema says")
        steps = tuple(divisions.split("/")) if divisions else ()
        return IndexedArticle(name, act, number, state, valid_from, valid_to, steps, consolidated_at, file, parts)


class StoredRecords:
    """The records of the store at ``path``, a file or its folder; ``InputError`` where it cannot be read.

    See :class:`cpp_corpus.pipeline.records.Records`.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        self.database = Database(path)
        self.words = self.database
        self.index = StoredIndex(self.database)
        count = self.database.count("articles")
        if (self.database.value("SELECT max(place) FROM articles") or 0) + 1 != (count or 1):
            raise self.database.damaged(f"it has not the {count:,} articles that it counts")
        self.articles: Sequence[Article] = OnDemand(range(count), lru_cache(maxsize=_KEPT)(self._article))
        self.indexed: Sequence[IndexedArticle] = _StoredIndexed(range(len(self.articles)), self.index)
        self._is_of_day = "day" in self.database.meta

    @cached_property
    def leftovers(self) -> tuple[str, ...]:
        """The lines that belong to no article."""
        rows = self.database.rows("SELECT leftovers FROM sources WHERE leftovers IS NOT NULL ORDER BY source")
        return tuple(line for (lines,) in rows for line in self._json(lines))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings on the input; those on references are found anew."""
        return self._findings("code != ?", FindingCode.UNRESOLVED_PART.value)

    @cached_property
    def errors(self) -> tuple[Finding, ...]:
        """Those of them that are errors."""
        condition = "code != ? AND severity = ?"
        return self._findings(condition, FindingCode.UNRESOLVED_PART.value, Severity.ERROR.value)

    @cached_property
    def sources(self) -> tuple[SourceFile, ...]:
        """The files that were read."""
        names = ("path", "format", "size", "sha256", "articles", "leftovers")
        rows = self.database.each(f"SELECT {', '.join(names)} FROM sources ORDER BY source")  # noqa: S608 - no input
        with in_bulk():
            return tuple(
                self._made(SourceFile, dict(zip(names, (*row, self._json(lines or "[]")), strict=True)))
                for *row, lines in rows
            )

    @cached_property
    def unread(self) -> tuple[Unread, ...]:
        """What of the input was not read."""
        rows = self.database.rows("SELECT kind, reason, entries, example FROM unread ORDER BY rowid")
        return tuple(
            self._made(Unread, {"kind": kind, "reason": reason, "count": count, "example": example})
            for kind, reason, count, example in rows
        )

    def place(self, article_id: str) -> int | None:
        """The place of an article in the corpus."""
        found = self.database.value("SELECT place FROM articles WHERE id = ?", article_id)
        if found is not None and not (isinstance(found, int) and 0 <= found < len(self.articles)):
            raise self.database.damaged(f"the article {article_id!r} has no place as the schema says")
        return found

    def named(self, identifier: str) -> Sequence[str]:
        """The ids of the articles that have an identifier in their source."""
        sql = (
            "SELECT DISTINCT articles.id FROM identifiers JOIN articles USING (place) WHERE identifier = ?"
            " ORDER BY place"
        )
        return [name for (name,) in self.database.rows(sql, identifier)]

    def references(self, article: Article, *, keep: bool = True) -> tuple[Reference, ...] | None:  # noqa: ARG002 - as in memory
        """The references of an article of the store; ``None`` for any other record."""
        resolved = self._resolved(article)
        return None if resolved is None else tuple(map(as_recognised, resolved))

    def resolved(self, article: Article) -> list[ResolvedReference] | None:
        """The same with their targets; ``None`` where the store has not those of the whole corpus."""
        return None if self._is_of_day else self._resolved(article)

    def of(self, article_id: str) -> tuple[Reference, ...]:
        """The references of the article with an id."""
        place = self.place(article_id)
        return () if place is None else tuple(map(as_recognised, self._resolved_at(place)))

    def cites(self, article_id: str) -> tuple[Edge, ...] | None:
        """The edges that leave an article; ``None`` where the store has no such article."""
        place = self.place(article_id)
        return None if place is None else self._edges("source = ?", place)

    def cited_by(self, article_id: str) -> tuple[Edge, ...] | None:
        """The edges that arrive at an article, a division or an act; ``None`` where the store has no such article."""
        if "#" in article_id or article_id in self.index.acts or self.place(article_id) is not None:
            return self._edges("target = ?", article_id)
        return None

    def graph(self) -> tuple[Iterator[Node], Iterator[Edge]]:
        """The nodes and edges of the graph."""
        return self._nodes(), map(self._edge, self.database.each(f"{_EDGES} ORDER BY edge"))

    def __reduce__(self) -> tuple[type[StoredRecords], tuple[Path]]:
        return StoredRecords, (self.database.path,)

    # -----------------------------------------------------------------------------------------------------------------

    def _nodes(self) -> Iterator[Node]:
        day = self.database.meta.get("day")
        for indexed in self.index.all():
            yield self._made(
                Node,
                {
                    "id": indexed.id,
                    "kind": NodeKind.ARTICLE,
                    "act": indexed.act,
                    "number": indexed.number,
                    "division": "/".join(indexed.divisions) or None,
                    "state": indexed.status_on(day),
                    "valid_from": indexed.valid_from,
                    "valid_to": indexed.valid_to,
                },
            )
        names = ("id", "kind", "act", "number", "division", "in_corpus", "identifiers")
        for *row, known in self.database.each(f"SELECT {', '.join(names)} FROM nodes ORDER BY node"):  # noqa: S608 - no input
            fields = dict(zip(names, (*row, None if known is None else self._json(known)), strict=True))
            yield self._made(Node, fields | {"in_corpus": bool(fields["in_corpus"])})

    def _article(self, place: int) -> Article:
        data = self.database.value("SELECT record FROM records WHERE place = ?", place)
        return self._read(Article, self._unpacked(data))

    def _resolved(self, article: Article) -> list[ResolvedReference] | None:
        place = self.place(article.id)
        if place is None:
            return None
        held = self.articles[place]
        return self._resolved_at(place) if held is article or held == article else None

    def _resolved_at(self, place: int) -> list[ResolvedReference]:
        data = self.database.value("SELECT resolved FROM records WHERE place = ?", place)
        if data is None:
            return []
        return [self._read(ResolvedReference, line) for line in self._unpacked(data).splitlines()]

    def _findings(self, condition: str, *values: str) -> tuple[Finding, ...]:
        rows = self.database.rows(f"SELECT record FROM findings WHERE {condition} ORDER BY finding", *values)  # noqa: S608 - no input
        return tuple(self._read(Finding, line) for (line,) in rows)

    def _edges(self, condition: str, value: object) -> tuple[Edge, ...]:
        return tuple(map(self._edge, self.database.rows(f"{_EDGES} WHERE edges.{condition} ORDER BY edge", value)))

    def _edge(self, row: Row) -> Edge:
        *fields, mentions = row
        names = ("source", "target", "relation", "locator", "state")
        return self._made(Edge, dict(zip(names, fields, strict=True)) | {"mentions": self._json(mentions)})

    def _unpacked(self, data: object) -> bytes:
        try:
            return zlib.decompress(data)  # type: ignore[arg-type] # whatever a damaged file has there
        except (zlib.error, TypeError) as error:
            raise self.database.damaged(str(error)) from error

    def _json(self, text: str) -> Any:
        try:
            return orjson.loads(text)
        except (orjson.JSONDecodeError, TypeError) as error:
            raise self.database.damaged(str(error)) from error

    def _made(self, kind: Callable[..., Item], fields: Mapping[str, object]) -> Item:
        try:
            return kind(**fields)
        except (ValidationError, TypeError) as error:
            raise self.database.damaged("a row is not as the schema says") from error

    def _read(self, kind: type[AnyRecord], line: bytes | str) -> AnyRecord:
        try:
            return kind.model_validate_json(line)
        except ValidationError as error:
            raise self.database.damaged("a record is not as the schema says") from error


AnyRecord = TypeVar("AnyRecord", Article, ResolvedReference, Finding)


class _StoredIndexed(OnDemand[IndexedArticle]):
    def __init__(self, places: Sequence[int], index: StoredIndex) -> None:
        super().__init__(places, index.at)
        self._index = index

    def __iter__(self) -> Iterator[IndexedArticle]:
        return self._index.all()


@lru_cache(maxsize=1 << 12)
def _is_day(text: object) -> bool:
    """Whether a cell is empty or an ISO date, as all others are written."""
    try:
        return text is None or (isinstance(text, str) and date.fromisoformat(text).isoformat() == text)
    except ValueError:
        return False


_STATES = frozenset(state.value for state in ArticleState)
_TEXTS = frozenset((str, type(None)))
_KEPT = 1024  # articles, so that what was read last is at hand
_INDEXED = (
    "SELECT id, act, number, state, valid_from, valid_to, divisions, consolidated_at, file, parts"
    " FROM articles LEFT JOIN shapes USING (shape)"
)
_EDGES = (
    "SELECT articles.id, target, relation, locator, edges.state, mentions"
    " FROM edges JOIN articles ON articles.place = edges.source"
)
