"""``cpp-corpus normalize``: from files of legal text to JSON and other formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cpp_corpus.cli.engine import EngineName, EngineOption, Scheduler, chosen_engine
from cpp_corpus.cli.limits import Limit, limits_of
from cpp_corpus.cli.options import Act, AsJson, FormerReference, Jobs, NumbersFrom, usage_of, with_name
from cpp_corpus.cli.output import check_exports, print_json, say
from cpp_corpus.cli.progress import Cost, Log, shown
from cpp_corpus.errors import InputError
from cpp_corpus.export import EXPORTERS, chosen_exporters
from cpp_corpus.export.exported import is_export
from cpp_corpus.model.counting import counted
from cpp_corpus.model.manifest import DEFAULT_FORMATS
from cpp_corpus.pipeline.batch import Summary, normalize
from cpp_corpus.pipeline.progress import Progress

__all__ = ["command"]


def command(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="Files, archives and folders; - is standard input.")
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            "-o",
            metavar="OUT",
            callback=with_name,
            help="Output folder; an earlier export there is replaced.",
        ),
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
    log_json: Annotated[
        bool, typer.Option("--log-json", help="Progress, findings and summary as JSON lines on standard error.")
    ] = False,
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
    check_exports(out)
    with usage_of("--format"):
        chosen_exporters(formats or DEFAULT_FORMATS)
    if quiet and log_json:
        raise typer.BadParameter("cannot be given with --quiet", param_hint="'--log-json'")
    runner = chosen_engine(engine, scheduler, jobs)
    cost = Cost()
    with shown(quiet=quiet, as_json=log_json) as (log, watch):

        def watch_all(progress: Progress) -> None:
            cost.add(progress)
            watch(progress)

        summary = normalize(
            paths,
            out,
            formats=formats or DEFAULT_FORMATS,
            numbers_from=numbers_from,
            act=act,
            engine=runner,
            limits=limits_of(limit),
            incremental=not fresh,
            watch=watch_all,
        )
    _log_resumed(log, summary.resumed)
    log.findings(summary.findings, summary.examples)
    counted_ = {"counts": summary.counts, "states": summary.states, "findings": summary.findings}
    log.event("cost" if not log_json else "summary", str(cost), **counted_, **cost.fields())
    if as_json:
        print_json({"out": str(out)} | counted_)
    elif not quiet:
        _print_summary(summary, " as " + ", ".join(summary.formats) if formats else "")


def _log_resumed(log: Log, count: int | None) -> None:
    if count is not None:
        were = "was" if count == 1 else "were"
        used = f"{counted(count, 'file')} that it had processed {were} not processed again"
        used = used if count else "what it had left was removed"
        log.event("resumed", f"an earlier run into this folder had ended early; {used}", files=count)


def _print_summary(summary: Summary, formats: str) -> None:
    counts = summary.counts
    states = ", ".join(f"{count:,} {state}" for state, count in summary.states.items() if count)
    unread = sum(each.count for each in summary.unread)
    kinds = ", ".join(f"{each.count:,} {each.kind}: {each.reason}" for each in summary.unread)
    not_read = f", {unread:,} not read ({kinds})" if unread else ""
    say(f"{counted(counts['sources'], 'file')} read{not_read}, {counted(counts['articles'])}")
    say(counted(counts["references"], "reference") + (f": {states}" if states else ""))
    say(f"graph of {counted(counts['nodes'], 'node')} and {counted(counts['edges'], 'edge')}")
    say(counted(counts["findings"], "finding"))
    say(f"written to {summary.out}{formats}")
