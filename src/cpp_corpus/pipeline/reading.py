"""Reading of texts and exports into the records of one corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from os import PathLike
from os.path import realpath

from cpp_corpus.export.exported import Exported, WrittenGraph, is_export, read_export
from cpp_corpus.ingest import Entry, Limits
from cpp_corpus.lang import acts
from cpp_corpus.model.base import in_bulk
from cpp_corpus.model.finding import FindingCode
from cpp_corpus.model.graph import NodeKind
from cpp_corpus.model.manifest import Unread
from cpp_corpus.pipeline.atlas import number_source
from cpp_corpus.pipeline.bundle import Bundle, Work
from cpp_corpus.pipeline.engine import Engine, engine_for, running
from cpp_corpus.pipeline.records import Graph, RecordsInMemory
from cpp_corpus.pipeline.references import WrittenAs
from cpp_corpus.pipeline.stages import FileResult, Processing, discover, unneeded
from cpp_corpus.pipeline.unique_ids import with_unique_ids
from cpp_corpus.pipeline.unread import UnreadCounts, nothing_read
from cpp_corpus.table import WithTables

__all__ = ["read_records"]


def read_records(  # noqa: PLR0913 - those of load
    paths: Sequence[str | PathLike[str]],
    *,
    numbers_from: str | PathLike[str] | None = None,
    act: str | None = None,
    engine: Engine | None = None,
    jobs: int | None = None,
    limits: Limits | None = None,
) -> RecordsInMemory:
    """The records of files, folders and exports; arguments and errors are those of :func:`cpp_corpus.load`."""
    numbers = number_source(numbers_from)
    work = Processing(numbers, None if act is None else acts.act_named(act), limits)
    runner = engine_for(engine, jobs)
    exports = list({realpath(path): path for path in paths if is_export(path)}.values())
    files = [path for path in paths if not is_export(path)]
    with in_bulk():
        read = [read_export(path) for path in exports]
    results = [result for exported in read for result in _again(exported)]
    unread = [each for exported in read for each in exported.unread]
    if files or not exports:
        read_now, unread_now = _read(files, runner, WithTables(work), limits, frozenset(map(realpath, exports)))
        results += read_now
        unread += unread_now
        if not exports:
            _check(results, files)
    if numbers_from is not None and not any(result.asked for result in results):
        results.append(FileResult(None, (), (), (unneeded(numbers_from),)))
    return _records_of(results, unread, read[0].graph if len(read) == 1 and not files else None, limits)


def _read(
    paths: Sequence[str | PathLike[str]],
    runner: Engine,
    work: Callable[[Entry | Bundle], list[FileResult]],
    limits: Limits | None,
    exports: frozenset[str | bytes],
) -> tuple[list[FileResult], tuple[Unread, ...]]:
    """The results of reading the files at and below ``paths``, and what was not read; the ``exports`` are read too."""
    found = discover(paths)
    counts = UnreadCounts(
        each for each in found.passed_over if each.kind != "export" or realpath(each.path) not in exports
    )
    results = []
    with running(runner, work, Work(found.entries, counts, limits)) as mapped:
        for result in chain.from_iterable(mapped):
            results.append(result)
            if result.refused is not None:
                counts.add(result.refused)
    results.append(FileResult(None, (), (), tuple(counts.findings())))
    return results, counts.records()


def _check(results: Sequence[FileResult], paths: Iterable[str | PathLike[str]]) -> None:
    """``InputError`` where nothing could be read."""
    if not any(result.is_read for result in results):
        raise nothing_read(paths, [finding for result in results for finding in result.findings])


def _records_of(
    results: Sequence[FileResult], unread: Iterable[Unread], graph: WrittenGraph | None, limits: Limits | None
) -> RecordsInMemory:
    """The records of all results, with ids that are unique, and the references and the graph that exports have."""
    articles, kept, findings = with_unique_ids(results)
    before = [(result.written, article.id) for result in results for article in result.articles]
    written = {
        article.id: WrittenAs(references, name)
        for article, (references, name) in zip(articles, map(before.__getitem__, kept), strict=True)
        if references is not None
    }
    return RecordsInMemory(
        articles,
        leftovers=(line for result in results for line in result.leftovers),
        findings=findings,
        sources=(result.source for result in results if result.source is not None),
        unread=unread,
        written=written,
        limits=limits,
        graph=None if graph is None else partial(_graph, graph, [article.id for article in articles]),
    )


def _graph(written: WrittenGraph, ids: Sequence[str]) -> Graph | None:
    """The graph of an export, if its articles are those with these ids; ``InputError`` where it is damaged."""
    from cpp_corpus.graph.read import read_file  # noqa: PLC0415 - heavy, and a load alone does not need it

    if not written.path.is_file():
        return None
    written.check_bytes()
    nodes, edges = read_file(written.path)
    written.check(len(nodes), len(edges))
    held = [node.id for node in nodes if node.kind is NodeKind.ARTICLE and node.in_corpus]
    return (nodes, edges) if held == ids else None


def _again(exported: Exported) -> list[FileResult]:
    """The records of an export, as results of reading files."""
    found = tuple(each for each in exported.findings if each.code != FindingCode.UNRESOLVED_PART)  # found anew
    sources = [FileResult(source, (), source.leftovers, ()) for source in exported.sources]
    return [*sources, FileResult(None, exported.articles, (), found, written=exported.references)]
