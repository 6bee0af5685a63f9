"""Reading back what was exported as JSON, or as a store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from cpp_corpus.errors import InputError
from cpp_corpus.model.article import Article
from cpp_corpus.model.base import Record, in_bulk
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.manifest import SCHEMA_VERSION, Manifest, SourceFile, Unread
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.resolution import ResolvedReference, as_recognised
from cpp_corpus.model.view import WrittenReferences
from cpp_corpus.store.database import is_store
from cpp_corpus.store.records import StoredRecords

__all__ = ["Exported", "WrittenGraph", "is_export", "manifest_of", "read_export", "records_of"]

Line = TypeVar("Line", bound=Record)


class Exported(NamedTuple):
    """The records of an export, in its order."""

    sources: tuple[SourceFile, ...]
    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]
    references: WrittenReferences
    graph: WrittenGraph | None
    unread: tuple[Unread, ...] = ()


class WrittenGraph(NamedTuple):
    """``graph.json`` of an export, and the counts that ``corpus.json`` has of it, if known."""

    path: Path
    nodes: int | None
    edges: int | None

    def check(self, nodes: int, edges: int) -> None:
        """``InputError`` where the numbers read are others, for example because lines are lost."""
        for what, read, count in (("nodes", nodes, self.nodes), ("edges", edges, self.edges)):
            if count is not None and read != count:
                raise _miscounted(self.path, what, read, count)


class _InLines:
    """The references of a file of lines, which is read when they are first asked for."""

    def __init__(self, path: Path, count: int | None) -> None:
        """``count`` is the number of references, if known."""
        self._path = path
        self._count = count

    def of(self, article_id: str) -> tuple[Reference, ...]:
        return tuple(self._all.get(article_id, ()))

    @cached_property
    def _all(self) -> Mapping[str, list[Reference]]:
        found: dict[str, list[Reference]] = {}
        with in_bulk():
            for resolved in records_of(self._path, ResolvedReference, self._count):
                found.setdefault(resolved.source_id, []).append(as_recognised(resolved))
        return found


def is_export(path: str | PathLike[str]) -> bool:
    """Whether ``path`` is a store, or a folder that was exported as JSON: it has ``corpus.json`` and its lines."""
    folder = Path(path)
    return is_store(path) or ((folder / "articles.jsonl").is_file() and (folder / "corpus.json").is_file())


def read_export(path: str | PathLike[str]) -> Exported:
    """The records of the export at ``path``, all of them: those of the lines of JSON, else those of the store.

    ``InputError`` where a file is missing, cannot be read, or is not as the schema says.
    """
    if not (Path(path) / "articles.jsonl").is_file() and is_store(path):
        held = StoredRecords(path)
        return Exported(held.sources, tuple(held.articles), held.findings, held, None, held.unread)
    folder = Path(path)
    manifest = manifest_of(folder / "corpus.json")
    sources = tuple(source.lean() for source in manifest.sources)
    counts = manifest.counts
    if (count := counts.get("sources", len(sources))) != len(sources):
        raise _miscounted(folder / "corpus.json", "sources", len(sources), count)
    articles = tuple(map(_lean, records_of(folder / "articles.jsonl", Article, counts.get("articles"))))
    findings = tuple(records_of(folder / "findings.jsonl", Finding, counts.get("findings")))
    references = _InLines(folder / "references.jsonl", counts.get("references"))
    graph = WrittenGraph(folder / "graph.json", counts.get("nodes"), counts.get("edges"))
    return Exported(sources, articles, findings, references, graph, manifest.unread)


def _lean(article: Article) -> Article:
    for part in (article.source, *article.divisions, *article.paragraphs, *article.notes, *article.links):
        part.lean()
    return article.lean()


def manifest_of(path: Path) -> Manifest:
    """What ``corpus.json`` says; ``InputError`` where it cannot be read, or is of another version."""
    try:
        manifest = Manifest.model_validate_json(_bytes(path))
    except ValidationError as error:
        raise _not_ours(path, None, error) from error
    if manifest.schema_version != SCHEMA_VERSION:
        raise InputError(
            f"is of schema version {manifest.schema_version}; this program reads version {SCHEMA_VERSION}",
            path=path,
            hint="run cpp-corpus normalize again",
        )
    return manifest


def records_of(path: Path, record: type[Line], count: int | None) -> Iterator[Line]:
    """The records of a file; ``InputError`` if it has not ``count`` lines, for example because it was truncated."""
    number = 0
    try:
        with path.open("rb", buffering=1 << 18) as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield record.model_validate_json(line)
                except ValidationError as error:
                    raise _not_ours(path, number, error) from error
    except OSError as error:
        raise InputError(error.strerror or str(error), path=path, hint="a file of the export is missing") from error
    if count is not None and number != count:
        raise _miscounted(path, "lines", number, count)


def _miscounted(path: Path, what: str, number: int, count: int) -> InputError:
    message = f"has {number:,} {what}, where corpus.json counts {count:,}"
    return InputError(message, path=path, hint="run cpp-corpus normalize again")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(error.strerror or str(error), path=path) from error


def _not_ours(path: Path, line: int | None, error: ValidationError) -> InputError:
    first = error.errors(include_url=False)[0]
    where = ".".join(map(str, first["loc"]))
    what = f"{where}: {first['msg']}" if where else first["msg"]
    return InputError(
        f"is not a line of an export: {what}", path=path, line=line, hint="run cpp-corpus normalize again"
    )
