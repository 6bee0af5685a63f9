"""From files to files: one pass over each file alone, one over the whole corpus.

The first pass leaves on disk what it has made; in memory stays, of each article, what its id and the targets of
others depend on. :class:`Batch` then gives the exporters their stream.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from importlib.metadata import version
from os import PathLike
from pathlib import Path
from sys import intern
from typing import NamedTuple, Self

import orjson

from cpp_corpus.errors import InputError
from cpp_corpus.export import EXPORTERS, ArticleCitations, fresh_folder, known_formats
from cpp_corpus.export.spool import Spool
from cpp_corpus.graph import GraphBuilder
from cpp_corpus.model.article import Article
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.graph import Node
from cpp_corpus.model.manifest import SCHEMA_VERSION, Generator, SourceFile
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.normalizer.resolve import CorpusIndex, indexed_article, unique_ids
from cpp_corpus.pipeline.pool import in_order
from cpp_corpus.pipeline.resolved import missing_parts, packed_references, unpacked_references
from cpp_corpus.pipeline.stages import discover, process_file, unneeded, usable_reference
from cpp_corpus.pipeline.unique_ids import Fresh, places, renamed

__all__ = ["Batch", "Summary", "export", "normalize"]


class Summary(NamedTuple):
    """What an export came to."""

    out: str
    counts: dict[str, int]
    states: dict[str, int]
    """References by state."""
    findings: dict[str, int]
    """Findings by code, the most frequent first."""
    examples: dict[str, list[Finding]]
    """The first findings of each code."""


class PackedArticle(NamedTuple):
    """An article as the first pass leaves it."""

    indexed: IndexedArticle
    line: bytes
    """Its JSON, after the id."""
    references: bytes


class Packed(NamedTuple):
    """A file as the first pass leaves it."""

    source: SourceFile | None
    findings: tuple[Finding, ...]
    articles: tuple[PackedArticle, ...]
    asked: bool = False
    """As in :class:`FileResult`."""


def normalize(  # noqa: PLR0913 - each may be left out
    paths: Iterable[str | PathLike[str]],
    out: str | PathLike[str],
    *,
    formats: Sequence[str] = ("json",),
    reference: str | PathLike[str] | None = None,
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Summary:
    """Read the files at and below ``paths`` and write the corpus to the folder ``out``.

    The bytes written depend on nothing but the input. ``reference`` is as for :func:`cpp_corpus.load`. ``progress`` is
    called with the number of files done and of all. ``InputError`` where nothing could be read, ``OutputError`` where
    ``out`` cannot be written.
    """
    formats = known_formats(formats)
    work = partial(_work, reference=None if reference is None else usable_reference(reference))
    with fresh_folder(out) as folder:
        files = _without(Path(out).absolute(), discover(paths))
        with Batch(folder) as batch:
            asked = False
            for done, packed in enumerate(in_order(work, files, jobs), 1):
                batch.add(packed)
                asked = asked or packed.asked
                if progress is not None:
                    progress(done, len(files))
            batch.check()
            if reference is not None and not asked:
                batch.add(Packed(None, (unneeded(reference),), ()))
            return batch.write(out, formats)


def export(  # noqa: PLR0913 - the parts of a corpus
    sources: Iterable[SourceFile],
    articles: Iterable[Article],
    findings: Iterable[Finding],
    out: str | PathLike[str],
    formats: Sequence[str],
    *,
    at: date | None = None,
    others: Sequence[IndexedArticle] = (),
) -> Summary:
    """Write records that are held already, ids settled, to the folder ``out``. ``OutputError`` where it cannot be.

    Of a corpus of one day, ``at``, the ``others`` are the articles that were not law then.
    """
    formats = known_formats(formats)
    with fresh_folder(out) as folder, Batch(folder, at=at, others=others) as batch:
        for source in sources:
            batch.add(Packed(source, (), ()))
        for article in articles:
            batch.add(Packed(None, tuple(_recognised([article])), (_packed(article),)))
        batch.add(Packed(None, tuple(findings), ()))
        return batch.write(out, formats)


class Batch:
    """What the exporters read from; a context, which ends with its spools removed from ``folder``."""

    generator = Generator(name="cpp-corpus", version=version("cpp-corpus"))
    schema_version = SCHEMA_VERSION

    def __init__(self, folder: Path, *, at: date | None = None, others: Sequence[IndexedArticle] = ()) -> None:
        self._at = at
        self._others = others
        self._folder = folder
        self._indexed: list[IndexedArticle] = []
        self._ids: list[str] = []
        self._paths: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._shapes: dict[str, str] = {}
        self._articles = Spool(folder / ".articles")
        self._references = Spool(folder / ".references")
        self._findings = Spool(folder / ".findings")
        self._sources = Spool(folder / ".sources")
        self._graph = GraphBuilder(())
        self._fresh = Fresh()
        self._read = False
        self._told = False
        self._codes: Counter[str] = Counter()
        self._examples: dict[str, list[Finding]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for spool in (self._articles, self._references, self._findings, self._sources):
            spool.remove()

    def add(self, packed: Packed) -> None:
        """One more file; files come in the order of the corpus."""
        first = len(self._indexed)
        at = places(first, [article.indexed.id for article in packed.articles])
        for article in packed.articles:
            self._add_article(article)
        for finding in self._fresh(packed.findings, packed.source):
            self._add_finding(finding, at.get(finding.article))
        if packed.source is not None:
            self._read = self._read or packed.source.format is not None
            self._sources.add(packed.source.model_dump_json().encode())

    def check(self) -> None:
        """``InputError`` where no file could be read."""
        if not self._read:
            errors = (found[0] for found in self._examples.values() if found[0].severity == Severity.ERROR)
            first = next(errors, None)
            raise InputError("nothing could be read" + (f"; the first problem: {first}" if first else ""))

    def write(self, out: str | PathLike[str], formats: Sequence[str]) -> Summary:
        """Settle the ids, and let the exporters write."""
        self._ids = unique_ids(self._indexed)
        for finding in renamed(self._indexed, self._ids):
            self._add_finding(finding, None)
        self._indexed = [b._replace(id=name) for b, name in zip(self._indexed, self._ids, strict=True)]
        counts: dict[str, int] = {}
        states: dict[str, int] = {}
        for name in formats:
            counts, states = EXPORTERS[name](self, self._folder)
        return Summary(str(out), counts, states, dict(self._codes.most_common()), self._examples)

    def article_lines(self) -> Iterator[bytes]:
        """The articles, each as a line of JSON."""
        for name, line in zip(self._ids, self._articles, strict=True):
            yield b'{"id":' + orjson.dumps(name) + line

    def citing_articles(self) -> Iterator[ArticleCitations]:
        """What each article says of others, in the order of the corpus; :meth:`nodes` is complete after it."""
        index = CorpusIndex((*self._indexed, *self._others), at=self._at)
        self._graph = GraphBuilder(self._indexed, self._at)
        for indexed, line in zip(self._indexed, self._references, strict=True):
            if line == b"[]":
                continue
            references = unpacked_references(index, indexed, line)
            if not self._told:
                for finding in missing_parts(references):
                    self._add_finding(finding, None)
            yield ArticleCitations(references, self._graph.edges(references))
        self._told = True

    def nodes(self) -> Iterator[Node]:
        """The nodes of the graph."""
        return self._graph.nodes()

    def finding_lines(self) -> Iterator[bytes]:
        """The findings, each as a line of JSON; what is wrong with references is told once they have been read."""
        for line in self._findings:
            at, _, data = line.partition(b" ")
            if at == b"-":
                yield data
                continue
            fields = orjson.loads(data)
            fields["article"] = self._ids[int(at)]
            yield orjson.dumps(fields)

    def source_lines(self) -> Iterator[bytes]:
        """The files read, each as a line of JSON."""
        return iter(self._sources)

    @property
    def findings(self) -> dict[str, int]:
        """Findings by code."""
        return dict(sorted(self._codes.items()))

    def _add_article(self, article: PackedArticle) -> None:
        indexed = article.indexed
        self._indexed.append(
            indexed._replace(
                act=None if indexed.act is None else intern(indexed.act),
                state=intern(indexed.state),
                divisions=self._paths.setdefault(indexed.divisions, indexed.divisions),
                consolidated_at=None if indexed.consolidated_at is None else intern(indexed.consolidated_at),
                parts=self._shapes.setdefault(indexed.parts, indexed.parts),
            )
        )
        self._articles.add(article.line)
        self._references.add(article.references)

    def _add_finding(self, finding: Finding, at: int | None) -> None:
        code = str(finding.code)
        self._codes[code] += 1
        examples = self._examples.setdefault(code, [])
        if len(examples) < 3:
            examples.append(finding)
        self._findings.add(b"%s %s" % (b"-" if at is None else b"%d" % at, finding.model_dump_json().encode()))


def _without(out: Path, files: list[str]) -> list[str]:
    """The files that are not in ``out``, the export that is about to be replaced."""
    if not out.exists():
        return files
    return [file for file in files if out not in Path(file).absolute().parents]


def _work(path: str, reference: str | None) -> Packed:
    result = process_file(path, reference)
    failed = _recognised(result.articles)
    return Packed(result.source, (*result.findings, *failed), tuple(map(_packed, result.articles)), result.asked)


def _recognised(articles: Iterable[Article]) -> list[Finding]:
    """Find the references; where that fails, the article goes on without, and a finding tells of it."""
    failed = []
    for article in articles:
        try:
            article.references  # noqa: B018 - found when asked for
        except Exception as error:  # noqa: BLE001 - one article must not end a night's work
            article.bound(references=())
            failed.append(
                Finding.build(
                    FindingCode.INTERNAL_ERROR,
                    f"the references of this article were left out: {type(error).__name__}: {error}",
                    path=article.source.path,
                    line=article.source.line,
                    article=article.id,
                )
            )
    return failed


def _packed(article: Article) -> PackedArticle:
    line = article.model_dump_json().encode()
    rest = line[len(b'{"id":') + len(orjson.dumps(article.id)) :]
    return PackedArticle(indexed_article(article), rest, packed_references(article))
