"""``cpp-corpus audit``: checks of the law as published."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

import cpp_corpus
from cpp_corpus.audit import CHECKS, audit, known_checks, report
from cpp_corpus.cli.console import SafeConsole
from cpp_corpus.cli.input import report_all
from cpp_corpus.cli.options import Act, FormerReference, Jobs, NumbersFrom, or_stdout, usage_of
from cpp_corpus.cli.output import check_file, print_data, say, write_file
from cpp_corpus.corpus import load
from cpp_corpus.model.counting import counted
from cpp_corpus.model.finding import Finding, Severity

__all__ = ["command", "rendered"]

FAIL_ON_STATUS = 3
"""Exit status where a finding is at least as severe as ``--fail-on`` says."""


class Format(StrEnum):
    """The format of a report."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


class FailOn(StrEnum):
    """The severity from which on the exit status is 3."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


def _list_checks(wanted: bool) -> None:
    if wanted:
        for check in CHECKS.values():
            say(f"{check.name}\t{check.severity}\t{check.title}")
        raise typer.Exit


Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Files and folders of texts, or an export.")]
Checks = Annotated[
    list[str] | None,
    typer.Option("--check", "-c", metavar="NAME", help="Only this check; can be given several times."),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", "-n", metavar="N", min=0, help="Findings to show per check. Default: 10 on a terminal, else all."
    ),
]
ReportFormat = Annotated[
    Format | None, typer.Option("--format", help="Format of the report: text (the default), JSON, or SARIF 2.1.0.")
]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", callback=or_stdout, help="File for the report; - is standard output."),
]
FailOnOption = Annotated[
    FailOn, typer.Option("--fail-on", help="Exit with status 3 if a finding has this severity or a worse one.")
]
ListChecks = Annotated[
    bool, typer.Option("--list-checks", callback=_list_checks, is_eager=True, help="List the checks.")
]


def command(
    paths: Paths,
    jobs: Jobs,
    numbers_from: NumbersFrom = None,
    _reference: FormerReference = None,
    act: Act = None,
    check: Checks = None,
    limit: Limit = None,
    form: ReportFormat = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    out: Out = None,
    fail_on: FailOnOption = FailOn.NEVER,
    _: ListChecks = False,
) -> None:
    """Check the law as published for errors.

    Dangling references, links that contradict their words, duplicate articles, damaged text … On a terminal the report
    is a table per check; in a file or pipe it is one line per finding.

    Example: cpp-corpus audit pages/ --check contradictory-link --fail-on error
    """
    chosen = _format(form, as_json)
    with usage_of("--check"):
        checks = known_checks(check or None)
    check_file(out, [*paths, numbers_from])
    corpus = load(*paths, numbers_from=numbers_from, act=act, jobs=jobs)
    report_all(finding for finding in corpus.findings if finding.code not in _LEFT_TO_CHECKS)
    findings = list(audit(corpus, checks))
    if out is None and chosen is Format.TEXT and sys.stdout.isatty():
        console = SafeConsole()
        for part in rendered(_limited(findings, _ON_TERMINAL if limit is None else limit), findings):
            console.print(part)
    else:
        _write(_report(chosen, _limited(findings, limit), checks), out)
        if chosen is Format.TEXT or out is not None:
            _summarise(findings, len(corpus))
    if _fails(findings, fail_on):
        raise typer.Exit(FAIL_ON_STATUS)


def rendered(shown: Sequence[Finding], findings: Sequence[Finding]) -> Iterator[RenderableType]:
    """The report on a terminal: a table for each check, the worst findings first, then a table of counts."""
    found = report.counts(findings)
    for name, by_severity in found.items():
        held = [finding for finding in shown if finding.code == name]
        if not held:
            continue
        total = sum(by_severity.values())
        yield Text.assemble((name, "bold"), (f"  {report.title_of(name)}", "dim"))
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold", ratio=1)
        for finding in held:
            table.add_row(Text(str(finding.severity), _COLOURS[finding.severity]), _described(finding))
        yield table
        if total > len(held):
            yield Text(f"… and {total - len(held):,} more; --check {name} --limit {total} shows them", "dim")
        yield ""
    yield _summary(found)


# ---------------------------------------------------------------------------------------------------------------------

_ON_TERMINAL = 10  # findings of each check
_WIDEST = 60  # characters of a path
_COLOURS = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_LEFT_TO_CHECKS = frozenset({"duplicate-heading"})  # the check duplicate-number reports these articles


def _format(form: Format | None, as_json: bool) -> Format:
    """The format that ``--format`` or ``--json`` names; ``BadParameter`` where they name two."""
    if as_json and form not in (None, Format.JSON):
        raise typer.BadParameter(f"goes without --format {form.value}; give one of the two", param_hint="'--json'")
    return Format.JSON if as_json else form or Format.TEXT


def _fails(findings: Sequence[Finding], fail_on: FailOn) -> bool:
    """Whether a finding is at least as severe as ``fail_on``."""
    ranks = list(Severity)
    return fail_on is not FailOn.NEVER and any(
        ranks.index(finding.severity) <= ranks.index(Severity(fail_on.value)) for finding in findings
    )


def _limited(findings: Sequence[Finding], limit: int | None) -> list[Finding]:
    """At most ``limit`` findings of each check, the worst first, otherwise in their order."""
    if limit is None:
        return list(findings)
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    taken: dict[str, int] = {}
    kept = []
    for finding in sorted(findings, key=lambda finding: ranks[finding.severity]):
        taken[finding.code] = taken.get(finding.code, 0) + 1
        if taken[finding.code] <= limit:
            kept.append(finding)
    return kept


def _report(form: Format, findings: Sequence[Finding], checks: Sequence[str]) -> bytes:
    if form is Format.JSON:
        return report.as_json(findings)
    if form is Format.SARIF:
        return report.as_sarif(findings, checks, cpp_corpus.__version__)
    return "".join(f"{finding}\n" for finding in findings).encode("utf-8", "replace")


def _write(data: bytes, out: Path | None) -> None:
    if out is None:
        print_data(data)
    else:
        write_file(out, data)


def _summarise(findings: Sequence[Finding], articles: int) -> None:
    """A line for each check on stderr, where it does not mix with the report."""
    for name, by_severity in report.counts(findings).items():
        say(f"{name}: " + ", ".join(_severities(severity, count) for severity, count in by_severity.items()), err=True)
    say(f"{counted(len(findings), 'finding')} in {counted(articles)}", err=True)


def _severities(severity: str, count: int) -> str:
    """A count of findings of a severity; "info" has no plural."""
    return f"{count:,} {severity}" if severity == Severity.INFO else counted(count, severity)


def _described(finding: Finding) -> Text:
    path = finding.path or ""
    if len(path) > _WIDEST:  # its end is what identifies it; the other formats have all of it
        path = f"…{path[1 - _WIDEST :]}"
    place = f"\n{path}:{finding.line or 1}" if path else ""
    return Text.assemble((f"{finding.article or ''}  ", "bold"), finding.message, (place, "dim"))


def _summary(found: Mapping[str, Mapping[str, int]]) -> RenderableType:
    if not found:
        return Text("no findings", "green")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("check")
    for severity in _COLOURS:
        table.add_column(severity, justify="right")
    for name, by_severity in found.items():
        cells = [Text(f"{by_severity.get(s, 0):,}" if by_severity.get(s) else "", _COLOURS[s]) for s in _COLOURS]
        table.add_row(name, *cells)
    return table
