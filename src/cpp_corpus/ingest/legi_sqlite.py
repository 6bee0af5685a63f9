"""SQLite databases of legi.py: the tables ``articles``, ``textes_versions``, ``sections``, ``sommaires``, ``liens``.

===================  =================================================================================================
table                what is read
===================  =================================================================================================
``articles``         ``id``, ``section``, ``num``, ``etat``, ``date_debut``, ``date_fin``, ``nota``, ``bloc_textuel``
``textes_versions``  ``id``, ``cid``, ``titre``, ``titrefull``, ``nor``: the act, by the ``cid`` of the article
``sections``         ``id``, ``titre_ta``, ``parent``: the divisions, from ``articles.section`` upwards
``sommaires``        ``cid``, ``parent``, ``element``, ``position``: the order of the articles of an act
``liens``            ``src_id``, ``dst_cid``, ``dst_id``, ``dst_titre``: what an article cites (``CITATION``)
===================  =================================================================================================

Only ``articles`` is needed. An act is a document; the articles that no ``sommaires`` lists come last. A database on the
disk is opened where it is, for reading only, and never loaded, a large one act by act; one in an archive is opened in
memory.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from cpp_corpus.database import DAMAGE, connected, read_only
from cpp_corpus.ingest.adapter import Adapter, RawFile, RefusedError
from cpp_corpus.ingest.article_data import ArticleData
from cpp_corpus.ingest.fragment import RecordPlace
from cpp_corpus.ingest.naming import listed_link, source_act, titled_division
from cpp_corpus.ingest.sources.database import SQLITE, UNLISTED
from cpp_corpus.lang.typography import without_damage
from cpp_corpus.model.article import Division, Link
from cpp_corpus.model.document import Document
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.span import Span

__all__ = ["ADAPTER"]


def _sniff(file: RawFile) -> bool:
    return file.data.startswith(SQLITE)


def _read(file: RawFile) -> Iterator[Document]:
    try:
        with closing(_opened(file)) as connection:
            yield from _Database(file, connection).documents()
    except (*DAMAGE, MemoryError, OverflowError) as error:
        why = " ".join(str(error).split())[:120]
        raise RefusedError("a damaged SQLite database", f"Make it again ({why}).") from error


# ---------------------------------------------------------------------------------------------------------------------

_BATCH = 500  # rows
_DEEPEST = 40  # sections in sections
_LONGEST = 1 << 26  # bytes of a value
_ROWS = re.compile(r"rows-([0-9]{1,18})-([0-9]{1,18})")
_STEPS = 1000  # steps of the engine for each byte of the database, before it is stopped
_COLUMNS = {
    "articles": ("id", "num", "bloc_textuel"),
    "textes_versions": ("cid",),
    "sections": ("id", "titre_ta", "parent"),
    "sommaires": ("cid", "parent", "element", "position"),
    "liens": ("src_id", "dst_cid", "dst_id", "dst_titre", "typelien", "_reversed"),
}
_IDENTIFIER = re.compile(r"[A-Z]{8}[0-9]{12}")
_ARTICLE = ("id", "cid", "section", "num", "etat", "date_debut", "date_fin", "nota", "bloc_textuel")
_TEXT = ("cid", "id", "titrefull", "titre", "nor")
"""What is read of an article, and of a text; columns that a database lacks are empty."""


def _opened(file: RawFile) -> sqlite3.Connection:
    """The database, for reading only."""
    if file.disk is not None:
        _no_pending(Path(file.disk + "-wal"))
        connection = read_only(file.disk)
    else:
        connection = connected(":memory:")
        connection.deserialize(_without_log(file.data))
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.text_factory = _text
    left = iter(range(_STEPS * file.size // 1_000_000 + 50))
    connection.set_progress_handler(lambda: next(left, None) is None, 1_000_000)
    for pragma in ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _no_pending(log: Path) -> None:
    if log.is_file() and log.stat().st_size:
        raise RefusedError(
            "a SQLite database with changes that are not written into it yet",
            "Close the program that uses it, or run: sqlite3 FILE 'PRAGMA wal_checkpoint(TRUNCATE)'.",
        )


def _without_log(data: bytes) -> bytes:
    """A database in memory cannot have a log: bytes 18 and 19 say that there is none."""
    return data if data[18:20] != b"\x02\x02" else data[:18] + b"\x01\x01" + data[20:]


def _text(value: bytes) -> str:
    return without_damage(value.decode("utf-8", "surrogateescape"))


class _Act(NamedTuple):
    """What ``textes_versions`` has of an act."""

    ident: str
    title: str | None
    nor: str | None


class _Database:
    """Reads the articles of a database, act by act."""

    def __init__(self, file: RawFile, connection: sqlite3.Connection) -> None:
        self.file = file
        self.connection = connection
        self.tables = self._tables()
        if "articles" not in self.tables:
            raise RefusedError(
                "a SQLite database without the articles of legi.py",
                f"Its tables are {', '.join(self._all_tables()[:12]) or 'none'}; expected was the table articles with"
                f" the columns {', '.join(_COLUMNS['articles'])}, and beside it textes_versions and sections.",
            )
        self.columns = self._chosen("articles", _ARTICLE, "a.")
        self.acts = self._acts() if "textes_versions" in self.tables else {}
        self.section = lru_cache(maxsize=1 << 14)(self._section)

    def documents(self) -> Iterator[Document]:
        """A document for each act, and for each batch of articles that no table of contents lists."""
        part = self.file.part
        if rows := _ROWS.fullmatch(part or ""):
            yield from self._batches("a.rowid BETWEEN ? AND ?", (int(rows[1]), int(rows[2])))
            return
        for cid in self._listed_acts():
            if part in {None, cid}:
                yield self._document(self._listed(cid))
        if part in {None, UNLISTED}:
            unlisted = "a.id || a.cid NOT IN (SELECT element || cid FROM sommaires)"
            yield from self._batches(unlisted if self._has_contents() else "1", ())

    def _batches(self, condition: str, values: tuple[int, ...]) -> Iterator[Document]:
        query = f"SELECT a.rowid, {self.columns} FROM articles a WHERE {condition} ORDER BY a.rowid"  # noqa: S608
        rows = self.connection.execute(query, values)
        while batch := list(islice(rows, _BATCH)):
            yield self._document(batch)

    def _document(self, rows: Iterable[tuple[Any, ...]]) -> Document:
        findings: list[Finding] = []
        drafts = [draft for row in rows if (draft := self._article(row).draft(self.file.path, findings))]
        return Document(self.file.path, ADAPTER.name, tuple(drafts), marks_notes=True, findings=tuple(findings))

    def _article(self, row: tuple[Any, ...]) -> ArticleData:
        line, *found = row
        ident, cid, section, number, state, start, end, note, words = map(_value, found)
        act = self.acts.get(cid or "")
        return ArticleData(
            place=RecordPlace(line, Span(0, self.file.size)),
            act=source_act(act.title if act else None, cid, act.ident if act else None),
            number=number,
            words=words,
            note=note,
            state=state,
            start=start,
            end=end,
            divisions=self._divisions(section),
            ids=(
                *_named_ids(ident, act.ident if act else None, cid, section),
                ("nor", act.nor if act else None),
            ),
            links=tuple(self._links(ident)),
        )

    # -- tables -------------------------------------------------------------------------------------------------------

    def _all_tables(self) -> list[str]:
        found = self.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        return [name for (name,) in found]

    def _tables(self) -> frozenset[str]:
        """The tables that have the columns of legi.py: no views, no tables that a program computes."""
        found = self.connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' AND rootpage > 0"
        )
        names = {name for (name,) in found if name in _COLUMNS}
        return frozenset(name for name in names if self._has_columns(name))

    def _has_columns(self, table: str) -> bool:
        """Whether a table has the columns, each stored and not computed."""
        return self._stored(table).issuperset(_COLUMNS[table])

    def _stored(self, table: str) -> set[str]:
        """The columns of a table that are not computed."""
        found = self.connection.execute(f"PRAGMA table_xinfo({table})")
        return {name for _, name, *_, hidden in found if not hidden}

    def _chosen(self, table: str, names: tuple[str, ...], prefix: str = "") -> str:
        """The columns ``names`` of a table as SQL, nothing for those that it lacks."""
        stored = self._stored(table)
        return ", ".join(f"{prefix}{name}" if name in stored else "NULL" for name in names)

    def _acts(self) -> dict[str, _Act]:
        chosen = f"SELECT {self._chosen('textes_versions', _TEXT)} FROM textes_versions ORDER BY rowid"  # noqa: S608
        rows = self.connection.execute(chosen)
        return {
            _value(cid) or "": _Act(_value(ident) or "", _value(full) or _value(title), _value(nor))
            for cid, ident, full, title, nor in rows
        }

    # -- order --------------------------------------------------------------------------------------------------------

    def _has_contents(self) -> bool:
        return "sommaires" in self.tables and "cid" in self._stored("articles")

    def _listed_acts(self) -> Iterator[str]:
        if self._has_contents():
            yield from (cid for (cid,) in self.connection.execute("SELECT DISTINCT cid FROM sommaires ORDER BY cid"))

    def _listed(self, cid: str) -> Iterator[tuple[Any, ...]]:
        """The articles of an act in the order of its table of contents, each once."""
        elements = iter(self._elements(cid))
        while batch := list(islice(elements, _BATCH)):
            places = ", ".join("?" * len(batch))
            query = f"SELECT a.rowid, {self.columns} FROM articles a WHERE a.id IN ({places}) AND a.cid = ?"  # noqa: S608
            rows = {row[1]: row for row in self.connection.execute(query, (*batch, cid))}
            yield from (rows[element] for element in batch if element in rows)

    def _elements(self, cid: str) -> Iterator[str]:
        children: dict[str | None, list[str]] = defaultdict(list)
        query = "SELECT parent, element FROM sommaires WHERE cid = ? ORDER BY position, rowid"
        for parent, element in self.connection.execute(query, (cid,)):
            children[_value(parent)].append(_value(element) or "")
        roots = [element for parent in (None, *children) if parent is None for element in children.get(parent, ())]
        below = {element for elements in children.values() for element in elements}
        roots += [parent for parent in children if parent is not None and parent not in below]
        pending, seen = roots[::-1], set[str]()
        while pending:
            element = pending.pop()
            if element in seen:
                continue
            seen.add(element)
            if element in children:
                pending += reversed(children[element])
            else:
                yield element
        yield from sorted(below - seen)  # in a circle of sections

    # -- what belongs to an article -----------------------------------------------------------------------------------

    def _divisions(self, section: str | None) -> tuple[Division, ...]:
        found: list[Division] = []
        seen: set[str] = set()
        while section and section not in seen and len(seen) < _DEEPEST and "sections" in self.tables:
            seen.add(section)
            title, section = self.section(section)
            if title:
                found.append(titled_division(title))
        return tuple(reversed(found))

    def _section(self, ident: str) -> tuple[str | None, str | None]:
        row = self.connection.execute("SELECT titre_ta, parent FROM sections WHERE id = ?", (ident,)).fetchone()
        return (_value(row[0]), _value(row[1])) if row else (None, None)

    def _links(self, ident: str | None) -> Iterator[Link]:
        """What the article cites, as the database lists it."""
        if ident is None or "liens" not in self.tables:
            return
        query = (
            "SELECT dst_id, dst_cid, dst_titre FROM liens"
            " WHERE src_id = ? AND NOT _reversed AND typelien = 'CITATION' ORDER BY rowid"
        )
        for target, cid, title in self.connection.execute(query, (ident,)):
            if href := _value(target) or _value(cid):
                yield listed_link(href, _value(title), _value(cid), "CITATION")


def _named_ids(*idents: str | None) -> Iterator[tuple[str, str]]:
    """Identifiers with their kinds as names: ``("legiarti", "LEGIARTI…")``; the first of each kind."""
    named: dict[str, str] = {}
    for ident in idents:
        if ident and _IDENTIFIER.fullmatch(ident):
            named.setdefault(ident[:8].lower(), ident)
    yield from named.items()


def _value(value: Any) -> str | None:
    """A value as text; empty values and those of other types are none."""
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, int) else None


ADAPTER = Adapter(
    name="legi-sqlite",
    description="SQLite database of legi.py: all versions of the articles of many acts",
    expects="a SQLite database with the tables of legi.py: articles, textes_versions, sections",
    sniff=_sniff,
    read=_read,
    knows=("act", "number", "state", "dates", "divisions", "notes", "links", "ids"),
    example="table articles (id, section, num, etat, date_debut, date_fin, nota, bloc_textuel, cid)",
    from_disk=True,
    in_records=True,
)
