"""Findings as a report: what each check found, as JSON and as SARIF 2.1.0."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson

from cpp_corpus.audit.table import CHECKS
from cpp_corpus.model.finding import Finding, FindingCode, Severity
from cpp_corpus.model.manifest import SCHEMA_VERSION
from cpp_corpus.sarif import sarif_location, sarif_log, sarif_rule

__all__ = ["as_json", "as_sarif", "counts", "title_of"]

_LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_CODES = frozenset(map(str, FindingCode))


def counts(findings: Iterable[Finding]) -> dict[str, dict[str, int]]:
    """Findings by code and severity, in the order of the checks; checks that found nothing are left out.

    Codes that are not those of checks come last: ``internal-error``, and other codes used by added checks.
    """
    found = Counter((str(finding.code), finding.severity) for finding in findings)
    codes = {code for code, _ in found}
    return {
        name: {str(severity): found[name, severity] for severity in Severity if found[name, severity]}
        for name in (*CHECKS, *sorted(codes - CHECKS.keys()))
        if name in codes
    }


def title_of(code: str) -> str:
    """The title of a finding code, in one line; empty for an unknown code.

    >>> title_of("empty-article"), title_of("never-heard-of")
    ('An article without text.', '')
    """
    if code in CHECKS:
        return CHECKS[code].title
    return FindingCode(code).text if code in _CODES else ""


def as_json(findings: Sequence[Finding]) -> bytes:
    """``{"schema_version", "counts", "findings"}``, a finding a line, so that two reports compare."""
    head = orjson.dumps({"schema_version": SCHEMA_VERSION, "counts": counts(findings)})
    lines = b",\n".join(finding.model_dump_json().encode() for finding in findings)
    return head[:-1] + b',"findings":[\n' + lines + (b"\n" if lines else b"") + b"]}\n"


def as_sarif(findings: Sequence[Finding], checks: Sequence[str], version: str) -> bytes:
    """A SARIF log of one run: the checks as rules, a result for each finding.

    Other codes of findings are rules too, after those of the checks.
    """
    names = dict.fromkeys((*checks, *sorted({str(finding.code) for finding in findings})))
    at = {name: place for place, name in enumerate(names)}
    results = [_result(finding, at[finding.code]) for finding in findings]
    return sarif_log([_rule(name) for name in names], results, version)


def _rule(name: str) -> dict[str, Any]:
    if name in CHECKS:
        check = CHECKS[name]
        return sarif_rule(name, check.title, check.advice, _LEVELS[check.severity])
    if name in _CODES:
        code = FindingCode(name)
        return sarif_rule(name, code.text, code.advice, _LEVELS[code.severity])
    return {"id": name}


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
    }
    location: dict[str, Any] = {}
    if finding.path is not None:
        location["physicalLocation"] = sarif_location(finding.path, startLine=finding.line or 1)
    if finding.article is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.article, "kind": "member"}]
    if location:
        result["locations"] = [location]
    more = {
        "span": None if finding.span is None else list(finding.span),
        "note": finding.note,
        "expected": finding.expected,
    }
    properties = {name: value for name, value in more.items() if value is not None}
    if properties:
        result["properties"] = properties
    return result
