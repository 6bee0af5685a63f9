"""``cpp-corpus normalize``: from files of legal text to JSON and other formats."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from cpp_corpus.cli.engine import EngineName, EngineOption, Scheduler, chosen_engine
from cpp_corpus.cli.input import report
from cpp_corpus.cli.limits import Limit, limits_of
from cpp_corpus.cli.options import Act, AsJson, FormerReference, Jobs, NumbersFrom, usage_of
from cpp_corpus.cli.output import print_json
from cpp_corpus.errors import InputError
from cpp_corpus.export import EXPORTERS, chosen_exporters
from cpp_corpus.export.exported import is_export
from cpp_corpus.model.counting import counted
from cpp_corpus.model.manifest import DEFAULT_FORMATS
from cpp_corpus.pipeline.batch import Summary, normalize

__all__ = ["command"]


def command(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="Files, archives and folders; - is standard input.")
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="OUT", help="Output folder; an earlier export there is replaced.")
    ],
    jobs: Jobs,
    numbers_from: NumbersFrom = None,
    _reference: FormerReference = None,
    act: Act = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help=f"Format to write: {', '.join(EXPORTERS)}; json and store by default; may be given several times, "
            "or parted by commas.",
        ),
    ] = None,
    limit: Limit = None,
    engine: EngineOption = EngineName.PROCESSES,
    scheduler: Scheduler = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Process every file, also those that an earlier run into OUT has kept.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no findings, no summary.")] = False,
    as_json: AsJson = False,
) -> None:
    """Turn files of legal text into article records and a graph.

    Writes to OUT corpus.json and the files of each format; for json: articles.jsonl, references.jsonl, graph.json,
    findings.jsonl; for store: corpus.db, from which the other commands read only what they need.

    Example: cpp-corpus normalize pages/ dump.txt -o out/ --jobs 4
    """
    for path in filter(is_export, paths):
        raise InputError(
            "is an export, not texts", path=path, hint="give the texts; show, find and audit read an export"
        )
    with usage_of("--format"):
        chosen_exporters(formats or DEFAULT_FORMATS)
    runner = chosen_engine(engine, scheduler, jobs)
    with _progress(quiet) as progress:
        summary = normalize(
            paths,
            out,
            formats=formats or DEFAULT_FORMATS,
            numbers_from=numbers_from,
            act=act,
            engine=runner,
            limits=limits_of(limit),
            incremental=not fresh,
            progress=progress,
        )
    if not quiet:
        report(summary.findings, summary.examples)
    if as_json:
        counted_ = {"counts": summary.counts, "states": summary.states, "findings": summary.findings}
        print_json({"out": str(out)} | counted_)
    elif not quiet:
        _print_summary(summary, " as " + ", ".join(summary.formats) if formats else "")


def _print_summary(summary: Summary, formats: str) -> None:
    counts = summary.counts
    states = ", ".join(f"{count:,} {state}" for state, count in summary.states.items() if count)
    unread = sum(each.count for each in summary.unread)
    kinds = ", ".join(f"{each.count:,} {each.kind}: {each.reason}" for each in summary.unread)
    not_read = f", {unread:,} not read ({kinds})" if unread else ""
    typer.echo(f"{counted(counts['sources'], 'file')} read{not_read}, {counted(counts['articles'])}")
    typer.echo(counted(counts["references"], "reference") + (f": {states}" if states else ""))
    typer.echo(f"graph of {counted(counts['nodes'], 'node')} and {counted(counts['edges'], 'edge')}")
    typer.echo(counted(counts["findings"], "finding"))
    typer.echo(f"written to {summary.out}{formats}")


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """Progress on stderr: a bar on a terminal, elsewhere a line for each tenth, or each ten thousand, of the files."""
    if quiet:
        yield None
    elif not sys.stderr.isatty():
        yield _lines
    else:
        columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("reading", total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)


def _lines(done: int, total: int) -> None:
    step = min(total // 10, 10_000)  # the number of files in an archive is known only at its end
    if total >= 1000 and done % step == 0:
        typer.echo(f"{done:,} of {total:,} files", err=True)
