"""Reading of texts and exports into the records of one corpus."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from os import PathLike
from pathlib import Path

from cpp_corpus.errors import InputError
from cpp_corpus.export.exported import Exported, is_export, read_export
from cpp_corpus.lang import acts
from cpp_corpus.model.base import in_bulk
from cpp_corpus.model.finding import FindingCode, Severity
from cpp_corpus.model.graph import NodeKind
from cpp_corpus.pipeline.atlas import number_source
from cpp_corpus.pipeline.engine import Engine, engine_for
from cpp_corpus.pipeline.records import Graph, RecordsInMemory
from cpp_corpus.pipeline.references import WrittenAs
from cpp_corpus.pipeline.stages import FileResult, discover, process_file, unneeded
from cpp_corpus.pipeline.unique_ids import with_unique_ids
from cpp_corpus.pipeline.unread import UnreadCounts
from cpp_corpus.table import WithTables

__all__ = ["read_records"]


def read_records(
    paths: Sequence[str | PathLike[str]],
    numbers_from: str | PathLike[str] | None = None,
    act: str | None = None,
    engine: Engine | None = None,
    jobs: int | None = None,
) -> RecordsInMemory:
    """The records of files, folders and exports; arguments and errors are those of :func:`cpp_corpus.load`."""
    numbers = number_source(numbers_from)
    given = None if act is None else acts.act_named(act)
    runner = engine_for(engine, jobs)
    exports = list({Path(path).resolve(): path for path in paths if is_export(path)}.values())
    files = [path for path in paths if not is_export(path)]
    with in_bulk():
        read = [read_export(path) for path in exports]
    results = [result for exported in read for result in _again(exported)]
    unread = [each for exported in read for each in exported.unread]
    if files or not exports:
        found = discover(files)
        counts = UnreadCounts(found.passed_over)
        for result in runner.map(WithTables(partial(process_file, numbers=numbers, act=given)), found.entries):
            results.append(result)
            if result.refused is not None:
                counts.add(result.refused)
        unread += counts.records()
        results.append(FileResult(None, (), (), tuple(counts.findings())))
    if not exports and not any(result.is_read for result in results):
        problems = [finding for result in results for finding in result.findings]
        first = next((each for each in problems if each.severity == Severity.ERROR), next(iter(problems), None))
        raise InputError(f"nothing could be read; the first problem: {first}")
    if numbers_from is not None and not any(result.asked for result in results):
        results.append(FileResult(None, (), (), (unneeded(numbers_from),)))
    articles, findings = with_unique_ids(results)
    before = ((result.written, article.id) for result in results for article in result.articles)
    written = {
        article.id: WrittenAs(references, name)
        for article, (references, name) in zip(articles, before, strict=True)
        if references is not None
    }
    ids = [article.id for article in articles]
    return RecordsInMemory(
        articles,
        leftovers=(line for result in results for line in result.leftovers),
        findings=findings,
        sources=(result.source for result in results if result.source is not None),
        unread=unread,
        written=written,
        graph=partial(_graph, Path(exports[0]) / "graph.json", ids) if len(exports) == 1 and not files else None,
    )


def _graph(file: Path, ids: Sequence[str]) -> Graph | None:
    """The graph of an export, if its articles are those with these ids; ``InputError`` where it is damaged."""
    if not file.is_file():
        return None
    from cpp_corpus.graph.read import read_file  # noqa: PLC0415 - heavy, and a load alone does not need it

    nodes, edges = read_file(file)
    held = [node.id for node in nodes if node.kind is NodeKind.ARTICLE and node.in_corpus]
    return (nodes, edges) if held == ids else None


def _again(exported: Exported) -> list[FileResult]:
    """The records of an export, as results of reading files."""
    found = tuple(each for each in exported.findings if each.code != FindingCode.UNRESOLVED_PART)  # found anew
    sources = [FileResult(source, (), source.leftovers, ()) for source in exported.sources]
    return [*sources, FileResult(None, exported.articles, (), found, written=exported.references)]
