"""Findings as a report: what each check found, as JSON and as SARIF 2.1.0.

SARIF (Static Analysis Results Interchange Format, OASIS 2020) is what code-review tools read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

import orjson

from cpp_corpus.audit.table import CHECKS
from cpp_corpus.model.finding import Finding, Severity
from cpp_corpus.model.manifest import SCHEMA_VERSION

__all__ = ["as_json", "as_sarif", "counts"]

_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def counts(findings: Iterable[Finding]) -> dict[str, dict[str, int]]:
    """Findings by check and severity, in the order of the table; checks that found nothing are left out."""
    found = Counter((finding.code, finding.severity) for finding in findings)
    return {
        name: {str(severity): found[name, severity] for severity in Severity if found[name, severity]}
        for name in CHECKS
        if any(found[name, severity] for severity in Severity)
    }


def as_json(findings: Sequence[Finding]) -> bytes:
    """``{"schema_version", "counts", "findings"}``, a finding a line, so that two reports compare."""
    head = orjson.dumps({"schema_version": SCHEMA_VERSION, "counts": counts(findings)})
    lines = b",\n".join(finding.model_dump_json().encode() for finding in findings)
    return head[:-1] + b',"findings":[\n' + lines + (b"\n" if lines else b"") + b"]}\n"


def as_sarif(findings: Sequence[Finding], checks: Sequence[str], version: str) -> bytes:
    """A SARIF log of one run: the checks as rules, a result for each finding."""
    rules = [_rule(name) for name in checks]
    at = {name: place for place, name in enumerate(checks)}
    run = {
        "tool": {"driver": {"name": "cpp-corpus", "version": version, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, at[finding.code]) for finding in findings],
    }
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return orjson.dumps(log, option=orjson.OPT_INDENT_2) + b"\n"


def _rule(name: str) -> dict[str, Any]:
    check = CHECKS[name]
    return {
        "id": name,
        "shortDescription": {"text": check.title},
        "help": {"text": check.advice},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
    }


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
    }
    location: dict[str, Any] = {}
    if finding.path is not None:
        location["physicalLocation"] = {
            "artifactLocation": {"uri": _uri(finding.path)},
            "region": {"startLine": finding.line or 1},
        }
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


def _uri(path: str) -> str:
    """A path as a URI; relative paths stay relative, as reviews of a repository need them."""
    if Path(path).is_absolute():
        return Path(path).as_uri()
    return quote(PurePath(path).as_posix())
