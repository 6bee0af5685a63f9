"""Reports: JSON, and SARIF as code-review tools want it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

import cpp_corpus
from cpp_corpus import Finding, Severity, Span
from cpp_corpus.audit import CHECKS
from cpp_corpus.audit.report import as_json, as_sarif, counts

GOLDEN = Path(__file__).parent / "golden.sarif.json"
FINDINGS = [
    Finding(
        code="contradictory-link",
        severity=Severity.ERROR,
        message="The link on “L. 1” leads to article L2; it should lead to article L1 of code-x.",
        path="pages/code-x/un dossier/l3.md",
        line=3,
        article="code-x/l3",
        span=Span(4, 9),
        expected="code-x/l1",
    ),
    Finding(code="orphan", severity=Severity.INFO, message="code-x has 1 article …", note=0),
    Finding(code="damaged-text", severity=Severity.WARNING, message="M.", path="a.md", article="code-x/l4"),
]

# What SARIF 2.1.0 asks of the parts that are written here, from its schema (OASIS, errata 01).
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
ESSENCE: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "shortDescription": TEXT,
                                                "help": TEXT,
                                                "defaultConfiguration": {"properties": {"level": LEVEL}},
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": LEVEL,
                                "message": TEXT,
                                "properties": {"type": "object"},
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "additionalProperties": False,
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "required": ["artifactLocation"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "required": ["uri"],
                                                        "properties": {"uri": {"type": "string", "pattern": "^[^ ]+$"}},
                                                    },
                                                    "region": {
                                                        "required": ["startLine"],
                                                        "properties": {"startLine": {"type": "integer", "minimum": 1}},
                                                    },
                                                },
                                            },
                                            "logicalLocations": {"type": "array", "uniqueItems": True},
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def test_sarif_is_as_it_was() -> None:
    made = as_sarif(FINDINGS, ["contradictory-link", "damaged-text", "orphan"], "0")
    assert json.loads(made) == json.loads(GOLDEN.read_text("utf-8"))


@pytest.mark.parametrize("findings", [[], FINDINGS, cpp_corpus.load("fixtures/mirror", "fixtures/dumps").audit()])
def test_sarif_has_the_shape_that_is_required(findings: list[Finding]) -> None:
    log = json.loads(as_sarif(findings, tuple(CHECKS), "0"))
    jsonschema.validate(log, ESSENCE)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CHECKS)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_uses_absolute_addresses_for_absolute_paths(tmp_path: Path) -> None:
    finding = FINDINGS[0].model_copy(update={"path": str(tmp_path / "é à.md")})
    log = json.loads(as_sarif([finding], tuple(CHECKS), "0"))
    uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.startswith("file:///")
    assert uri.endswith("%C3%A9%20%C3%A0.md")


def test_json() -> None:
    report = json.loads(as_json(FINDINGS))
    assert report["counts"] == {
        "contradictory-link": {"error": 1},
        "damaged-text": {"warning": 1},
        "orphan": {"info": 1},
    }
    assert [Finding.model_validate(each) for each in report["findings"]] == FINDINGS
    assert json.loads(as_json([])) == {"schema_version": report["schema_version"], "counts": {}, "findings": []}


def test_counts_are_in_the_order_of_the_table() -> None:
    assert list(counts(reversed(FINDINGS))) == ["contradictory-link", "damaged-text", "orphan"]
