"""Findings on stderr: a summary by code with the first examples, not a flood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import typer

from cpp_corpus.model.finding import Finding, Severity

__all__ = ["report", "report_all"]

_EXAMPLES = 3


def report_all(findings: Iterable[Finding]) -> None:
    """The findings of a corpus that is held in memory."""
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    report({code: len(found) for code, found in by_code.items()}, by_code)


def report(counts: Mapping[str, int], examples: Mapping[str, Sequence[Finding]]) -> None:
    """How many of each code, errors first, with the first examples of each."""
    ranks = list(Severity)
    for code in sorted(counts, key=lambda code: (ranks.index(examples[code][0].severity), -counts[code], code)):
        shown = examples[code][:_EXAMPLES]
        for finding in shown:
            typer.echo(_shortened(str(finding)), err=True)
        if counts[code] > len(shown):
            typer.echo(f"… and {counts[code] - len(shown)} more [{code}]", err=True)


# ---------------------------------------------------------------------------------------------------------------------

_LONGEST = 480  # characters: a finding may list some hundred numbers


def _shortened(line: str) -> str:
    """A finding without the middle of a long list: it begins with what is wrong and ends with what to do."""
    if len(line) <= _LONGEST:
        return line
    start, end = line[: _LONGEST * 5 // 8], line[-_LONGEST * 3 // 8 :]
    return f"{start.rpartition(' ')[0]} […] {end.partition(' ')[2]}"
