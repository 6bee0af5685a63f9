"""``--json`` of every command: the shape that docs/commands.md describes, valid by the schema where there is one."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from typer.testing import CliRunner

from cpp_corpus.cli import app
from cpp_corpus.cli.app import COMMANDS
from cpp_corpus.export.schema import SCHEMAS, schema

ROOT = Path(__file__).parents[2]
MIRROR = ROOT / "fixtures" / "mirror"
DUMP = ROOT / "fixtures" / "dumps" / "sabliers.txt"
MILLS = "code-des-moulins-et-des-horloges"


@cache
def validator(name: str, *inside: str) -> Draft202012Validator:
    """Of a schema, or of a definition inside it."""
    whole = schema(name)
    part = {"$ref": f"#/$defs/{inside[0]}", "$defs": whole["$defs"]} if inside else whole
    return Draft202012Validator(part)


def printed(*args: str | Path, status: int = 0) -> list[Any]:
    """The lines of a command, each read."""
    done = CliRunner().invoke(app, [*map(str, args), "--json"])
    assert done.exit_code == status, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_find_prints_articles() -> None:
    found = printed("find", "annexe I", "--from", MIRROR, "-j", "1")
    assert [article["id"] for article in found] == [f"{MILLS}/annexe-i", f"{MILLS}/annexe-i~2"]
    for article in found:
        validator("articles").validate(article)


def test_show_prints_an_article_and_its_references(tmp_path: Path) -> None:
    (shown,) = printed("show", "L112-1", "--from", MIRROR, "-j", "1")
    assert list(shown) == ["article", "versions", "references", "cited_by"]
    validator("articles").validate(shown["article"])
    assert shown["references"]
    assert shown["cited_by"]
    printed("normalize", MIRROR, "-o", tmp_path / "out", "-j", "1")
    lines = map(json.loads, (tmp_path / "out" / "references.jsonl").read_text(encoding="utf-8").splitlines())
    assert shown["references"] == [line for line in lines if line["source_id"] == f"{MILLS}/l112-1"]
    for reference in shown["references"]:
        validator("references").validate(reference)
        assert reference["source_id"] == f"{MILLS}/l112-1"
    for edge in shown["cited_by"]:
        validator("graph", "Edge").validate(edge)
        assert edge["target"] == f"{MILLS}/l112-1"


def test_refs_names_the_file(tmp_path: Path) -> None:
    names = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for number, name in enumerate(names, 7):
        name.write_text(f"l'article {number} du code civil", encoding="utf-8")
    assert [(line["path"], line["article"], line["text"]) for line in printed("refs", *names)] == [
        (str(names[0]), "7", "7"),
        (str(names[1]), "8", "8"),
    ]
    assert [(line["path"], line["source_id"]) for line in printed("refs", names[0])] == [(str(names[0]), None)]
    (explained,) = printed("refs", names[0], "--explain")
    assert explained["explanation"]["rule"] == "article"
    done = CliRunner().invoke(app, ["refs", *map(str, names)])
    assert [line.split("\t")[:3] for line in done.stdout.splitlines()] == [
        [str(names[0]), "10-11", "7"],
        [str(names[1]), "10-11", "8"],
    ]


def test_of_several_files_one_cannot_be_read(tmp_path: Path) -> None:
    (good := tmp_path / "a.txt").write_text("l'article 7 du code civil", encoding="utf-8")
    done = CliRunner().invoke(app, ["refs", str(tmp_path / "nowhere"), str(good)])
    assert (done.exit_code, done.stdout.count("\n"), done.stderr.count("\n")) == (0, 1, 1)
    assert "nowhere: " in done.stderr
    done = CliRunner().invoke(app, ["refs", str(tmp_path / "nowhere"), str(tmp_path / "neither")])
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (1, "", 2)


def test_normalize_prints_what_the_manifest_holds(tmp_path: Path) -> None:
    (summary,) = printed("normalize", MIRROR, "-o", tmp_path / "out", "-j", "1")
    manifest = json.loads((tmp_path / "out" / "corpus.json").read_bytes())
    assert summary == {"out": str(tmp_path / "out")} | {k: manifest[k] for k in ("counts", "states", "findings")}
    assert printed("normalize", MIRROR, "-o", tmp_path / "out", "-j", "1", "--quiet") == [summary]


def test_graph_prints_counts(tmp_path: Path) -> None:
    (summary,) = printed("graph", "L112-1", "--from", MIRROR, "-o", tmp_path / "g.dot", "-n", "3", "-j", "1")
    assert list(summary) == ["focus", "nodes", "edges", "left_out", "path"]
    assert (summary["focus"], summary["nodes"]) == (f"{MILLS}/l112-1", 3)
    assert summary["left_out"] > 0


def test_audit_and_diff() -> None:
    done = CliRunner().invoke(app, ["audit", str(MIRROR), "--json"])
    assert done.stdout == CliRunner().invoke(app, ["audit", str(MIRROR), "--format", "json"]).stdout
    report = json.loads(done.stdout)
    assert list(report) == ["schema_version", "counts", "findings"]
    for finding in report["findings"]:
        validator("findings").validate(finding)
    (compared,) = printed("diff", DUMP, MIRROR)
    validator("diff").validate(compared)


def test_schema_prints_one_line() -> None:
    assert printed("schema", "articles") == [schema("articles")]
    (every,) = printed("schema")
    assert every == {name: schema(name) for name in SCHEMAS}


KNOWN = {"act", "number", "state", "dates", "divisions", "notes", "links", "ids"}


def test_formats() -> None:
    (rows,) = printed("formats")
    assert {row["use"] for row in rows} == {"read", "write", "annotate"}
    columns = ["use", "name", "description", "knows", "extra", "example"]
    assert all(list(row) == columns and row["name"] and row["description"] for row in rows)
    read = [row for row in rows if row["use"] == "read"]
    assert all(set(row["knows"]) <= KNOWN and row["knows"] and row["example"] for row in read)
    assert {row["extra"] for row in read} >= {None, "parquet"}


def test_atlas(tmp_path: Path) -> None:
    out = tmp_path / "x.atlas"
    (made,) = printed("atlas", "build", MIRROR, "-o", out, "-a", "code-des-sabliers", "-j", "1")
    size = out.stat().st_size
    assert made == {"path": str(out), "versions": 8, "acts": {"code-des-sabliers": 8}, "bytes": size}
    (said,) = printed("atlas", "info", out)
    assert said == {
        "path": str(out),
        "from": None,
        "source": "mirror",
        "acts": {"code-des-sabliers": {"versions": 8, "as_of": None, "dated": False}},
    }
    shipped, *_ = printed("atlas", "info")
    assert shipped["from"] == "shipped"
    assert shipped["acts"]["code-de-procedure-penale"]["as_of"] == "2023-12-01"


def test_what_is_not_there_prints_nothing() -> None:
    for command in ("find", "show"):
        assert printed(command, "9999", "--from", MIRROR, "-j", "1", status=1) == []


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "atlas"])
def test_every_command_has_it(name: str) -> None:
    assert "--json" in CliRunner().invoke(app, [name, "--help"]).stdout
    assert f"| `{name}` |" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
