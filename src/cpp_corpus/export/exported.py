"""Reading back what was exported as JSON, or as a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import NamedTuple, TypeVar

import orjson
from pydantic import ValidationError

from cpp_corpus.errors import InputError
from cpp_corpus.export.manifest import MANIFEST, SOURCES, check_written
from cpp_corpus.model.article import Article
from cpp_corpus.model.base import Record, in_bulk
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.manifest import READ_VERSIONS, SCHEMA_VERSION, Manifest, SourceFile, Unread, WrittenFile
from cpp_corpus.model.reference import Reference
from cpp_corpus.model.resolution import ResolvedReference, as_recognised
from cpp_corpus.model.view import WrittenReferences
from cpp_corpus.store.database import is_store
from cpp_corpus.store.records import StoredRecords

__all__ = ["Exported", "WrittenGraph", "check_graph", "damaged_files", "is_export", "read_export"]

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
    """``graph.json`` of an export, and what ``corpus.json`` has of it, if known."""

    path: Path
    written: WrittenFile | None
    nodes: int | None
    edges: int | None

    def check_bytes(self) -> None:
        """``InputError`` where the file is not as it was written."""
        check_written(self.path, self.written)

    def check(self, nodes: int, edges: int) -> None:
        """``InputError`` where the numbers read are others, for example because lines are lost."""
        for what, read, count in (("nodes", nodes, self.nodes), ("edges", edges, self.edges)):
            if count is not None and read != count:
                raise _miscounted(self.path, what, read, count)


class _InLines:
    """The references of a file of lines, which is read when they are first asked for."""

    def __init__(self, path: Path, written: WrittenFile | None, count: int | None, lengths: _Lengths) -> None:
        """``written`` and ``count``, the number of references, are what ``corpus.json`` has of it, if known."""
        self._path = path
        self._written = written
        self._count = count
        self._lengths = lengths

    def of(self, article_id: str) -> tuple[Reference, ...]:
        return tuple(self._all.get(article_id, ()))

    @cached_property
    def _all(self) -> Mapping[str, list[Reference]]:
        found: dict[str, list[Reference]] = {}
        check_written(self._path, self._written)
        with in_bulk():
            for line, resolved in enumerate(_records(self._path, ResolvedReference, self._count), 1):
                if wrong := self._lengths.fault(resolved):
                    raise InputError(wrong, path=self._path, line=line, hint=_AGAIN)
                found.setdefault(resolved.source_id, []).append(as_recognised(resolved))
        return found


class _Lengths:
    """The lengths of the texts of all articles, by which positions in them are checked."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._of = {each.id: (len(each.text), *(len(note.text) for note in each.notes)) for each in articles}

    def fault(self, reference: ResolvedReference) -> str | None:
        """What is wrong with the place of a reference."""
        lengths = self._of.get(reference.source_id)
        if lengths is None:
            return f"is a reference of {reference.source_id}, which articles.jsonl does not have"
        at = 0 if reference.note is None else reference.note + 1
        if not 0 <= at < len(lengths) or not 0 <= reference.start <= reference.end <= lengths[at]:
            return f"is a reference at {reference.start}–{reference.end}, where {reference.source_id} has no text"
        return None


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
    manifest, sources = _manifest(folder)
    counts = manifest.counts
    written = {each.name: each for each in manifest.files}
    for name in ("references.jsonl", "graph.json"):  # their hashes are compared when they are read
        if (folder / name).exists():
            check_written(folder / name, written.get(name), is_whole=False)
    for name in ("articles.jsonl", "findings.jsonl"):
        check_written(folder / name, written.get(name))
    articles = tuple(_articles(folder / "articles.jsonl", counts.get("articles")))
    findings = tuple(_records(folder / "findings.jsonl", Finding, counts.get("findings")))
    references = _InLines(
        folder / "references.jsonl", written.get("references.jsonl"), counts.get("references"), _Lengths(articles)
    )
    graph = WrittenGraph(folder / "graph.json", written.get("graph.json"), counts.get("nodes"), counts.get("edges"))
    return Exported(sources, articles, findings, references, graph, manifest.unread)


def damaged_files(path: str | PathLike[str]) -> Iterator[str]:
    """A line for each file of the export at ``path`` that is not as its ``corpus.json`` says; all of them are read."""
    folder = Path(path)
    try:
        manifest, _ = _manifest(folder)
    except InputError as error:
        yield str(error)
        return
    for each in manifest.files:
        try:
            check_written(folder / each.name, each)
        except InputError as error:
            yield str(error)


def check_graph(path: str | PathLike[str]) -> None:
    """``InputError`` where ``graph.json`` of the export at ``path`` is not what its ``corpus.json`` says of it."""
    try:
        manifest, _ = _manifest(Path(path), with_sources=False)
    except InputError:  # the graph can be read without
        return
    written = {each.name: each for each in manifest.files}
    check_written(Path(path) / "graph.json", written.get("graph.json"))


def _articles(path: Path, count: int | None) -> Iterator[Article]:
    for line, article in enumerate(_records(path, Article, count), 1):
        texts = (article.text, *(note.text for note in article.notes))
        spans = [(paragraph.span, 0) for paragraph in article.paragraphs]
        spans += [(table.span, 0) for table in article.tables]
        spans += [(link.span, 0 if link.note is None else link.note + 1) for link in article.links]
        for span, at in spans:
            if at >= len(texts) or not span.start <= span.end <= len(texts[at]):
                wrong = f"{article.id} has a part at {span.start}–{span.end}, where it has no text"
                raise InputError(wrong, path=path, line=line, hint=_AGAIN)
        yield _lean(article)


def _lean(article: Article) -> Article:
    for part in (article.source, *article.divisions, *article.paragraphs, *article.notes, *article.links):
        part.lean()
    return article.lean()


_AGAIN = "run cpp-corpus normalize again"
_NEWER = f"update cpp-corpus, or {_AGAIN}"


def _manifest(folder: Path, *, with_sources: bool = True) -> tuple[Manifest, tuple[SourceFile, ...]]:
    """What an export says of itself, and its sources, which version 2 has in the same file."""
    path = folder / MANIFEST
    try:
        fields = orjson.loads(_bytes(path))
        version = fields.get("schema_version") if isinstance(fields, dict) else None
        if isinstance(version, str) and version not in READ_VERSIONS:
            raise InputError(
                f"is of schema version {version}; this program reads version {SCHEMA_VERSION}",
                path=path,
                hint=_NEWER if version.isdecimal() and int(version) > int(SCHEMA_VERSION) else _AGAIN,
            )
        inside = []
        if version == _WITH_SOURCES and isinstance(fields.get("files"), list):
            inside = fields.pop("sources", [])
            fields["files"] = [{"name": name} for name in fields["files"]]
        manifest = Manifest.model_validate(fields)
        sources = tuple(map(SourceFile.model_validate, inside))
    except ValidationError as error:
        raise _not_ours(path, None, error) from error
    except ValueError as error:
        raise InputError(f"is no JSON: {error}", path=path, hint=_AGAIN) from error
    count = manifest.counts.get("sources")
    if version != _WITH_SOURCES and with_sources:
        written = next((each for each in manifest.files if each.name == SOURCES), None)
        check_written(folder / SOURCES, written)
        sources = tuple(_records(folder / SOURCES, SourceFile, count))
    elif with_sources and count not in {None, len(sources)}:
        raise _miscounted(path, "sources", len(sources), count or 0)
    return manifest, tuple(source.lean() for source in sources)


_WITH_SOURCES = "2"
"""The version of ``corpus.json`` that has the sources."""


def _records(path: Path, record: type[Line], count: int | None) -> Iterator[Line]:
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
    return InputError(message, path=path, hint=_AGAIN)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(error.strerror or str(error), path=path) from error


def _not_ours(path: Path, line: int | None, error: ValidationError) -> InputError:
    first = error.errors(include_url=False)[0]
    where = ".".join(map(str, first["loc"]))
    what = f"{where}: {first['msg']}" if where else first["msg"]
    return InputError(f"is not a line of an export: {what}", path=path, line=line, hint=_AGAIN)
