"""The sink: articles are written to spools as they come, and put together by act at the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import IO

from cpp_corpus.export.akoma_ntoso.article import article_xml
from cpp_corpus.export.akoma_ntoso.document import ActEntry, ArticleEntry, DivisionTitle, Place, document
from cpp_corpus.export.akoma_ntoso.names import article_eid, dated_work, file_name, work_level_eid, work_uri
from cpp_corpus.export.base import ExportedArticle, Exporter, Sink
from cpp_corpus.export.tables import day
from cpp_corpus.model.graph import Node, NodeKind

__all__ = ["AKOMA_NTOSO"]


class _AknSink(Sink):
    """Every document has its metadata first, which are complete only when all its articles are known."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "akn"
        self._folder.mkdir()
        self._path = folder / ".akn"
        self._spool: IO[bytes] = self._path.open("w+b", buffering=1 << 18)
        self._at = 0
        self._acts: dict[str | None, ActEntry] = {}
        self._paths: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._dated: dict[str, str] = {}
        self._counts = {"acts": 0, "articles": 0, "edges": 0}

    def article(self, article: ExportedArticle) -> None:
        fields = article.fields
        act = self._acts.setdefault(fields["act"], ActEntry(fields["act"]))
        name = fields["id"]
        eid = act.free_eid(article_eid(name))
        period = act.period(day(fields["valid_from"]), day(fields["valid_to"]))
        made = article_xml(article, eid, work_level_eid(name), period)
        act.newest = max(act.newest, fields["consolidated_at"] or "")
        act.has_versions = act.has_versions or "@" in name
        entry = ArticleEntry(
            self._divisions(act, article.indexed.divisions, fields["divisions"]),
            article.indexed.number,
            fields["source"]["path"],
            *map(self._put, made),
        )
        act.articles.append(entry)
        self._counts["articles"] += 1
        self._counts["edges"] += len(article.edges)

    def node(self, node: Node) -> None:
        if node.kind is NodeKind.ACT and node.identifiers is not None:
            dated = dated_work(node.id, node.identifiers.get("eli"))
            if dated is not None:
                self._dated[work_uri(node.id)] = dated

    def end(self) -> dict[str, int]:
        names: Counter[str] = Counter()
        read = self._reader()
        for act in self._acts.values():
            name = file_name(act.act)
            names[name] += 1
            work = work_uri(act.act)
            rank = f"-{names[name]}" if names[name] > 1 else ""
            with (self._folder / f"{name}{rank}.xml").open("wb", buffering=1 << 18) as out:
                out.writelines(document(act, self._dated.get(work, work), read))
        self._counts["acts"] = len(self._acts)
        return self._counts

    def close(self) -> None:
        self._spool.close()
        self._path.unlink(missing_ok=True)

    def _divisions(
        self, act: ActEntry, steps: tuple[str, ...], divisions: list[dict[str, str | None]]
    ) -> tuple[str, ...]:
        """The steps of a path; the titles of its divisions are kept."""
        path = self._paths.setdefault(steps, steps)
        if path not in act.titles:
            for depth, each in enumerate(divisions, 1):
                number = None if each["number"] is None else f"{(each['kind'] or '').capitalize()} {each['number']}"
                act.titles.setdefault(path[:depth], DivisionTitle(number, each["title"]))
        return path

    def _put(self, text: str) -> Place:
        data = text.encode("utf-8", "replace")
        self._spool.write(data)
        place = (self._at, len(data))
        self._at += len(data)
        return place

    def _reader(self) -> Callable[[Place], bytes]:
        """Reads what was put, with the dates of acts that are known by now in their URIs."""
        self._spool.flush()

        def read(place: Place) -> bytes:
            at, length = place
            if not length:
                return b""
            self._spool.seek(at)
            data = self._spool.read(length)
            return _WORK.sub(with_date, data) if self._dated else data

        def with_date(match: re.Match[bytes]) -> bytes:
            work = match[0].decode()
            return self._dated.get(work, work).encode()

        return read


_WORK = re.compile(rb'/akn/fr/act/[^/"]+/[0-9]{4}/[^/"]+')

AKOMA_NTOSO = Exporter(
    description="Akoma Ntoso 3.0: a document in XML for each act, with its divisions, articles and references",
    files=("akn",),
    open=_AknSink,
)
"""The exporter ``akoma-ntoso``."""
