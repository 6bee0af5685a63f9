"""``cpp-corpus normalize``: which formats it writes, and where numbers are looked up."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cpp_corpus.cli import app
from cpp_corpus.export.folder import KEPT

FIXTURES = Path(__file__).parents[2] / "fixtures"
MIRROR = FIXTURES / "mirror" / "code-des-sabliers"
DUMP = FIXTURES / "dumps" / "sabliers.txt"
JSON = {"corpus.json", "articles.jsonl", "references.jsonl", "graph.json", "findings.jsonl"}


def run(*arguments: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, [*map(str, arguments)])
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("options", "files", "end"),
    [
        ((), JSON | {"corpus.db"}, ""),
        (("--format", "json"), JSON, " as json"),
        (("--format", "json,graphml"), JSON | {"graph.graphml"}, " as json, graphml"),
        (("--format", "graphml", "--format", "json"), JSON | {"graph.graphml"}, " as graphml, json"),
        (("--format", "graphml"), {"corpus.json", "graph.graphml"}, " as graphml"),
    ],
)
def test_formats(tmp_path: Path, options: tuple[str, ...], files: set[str], end: str) -> None:
    out = tmp_path / "out"
    for _ in range(2):
        status, text, _ = run("normalize", MIRROR, "-o", out, "-j", 1, *options)
        assert status == 0
        assert {path.name for path in out.iterdir()} == files | {KEPT}
        assert text.splitlines()[-1] == f"written to {out}{end}"


def test_an_unknown_format_is_an_error_of_usage(tmp_path: Path) -> None:
    status, text, err = run("normalize", tmp_path / "nowhere", "-o", tmp_path / "out", "-j", 1, "--format", "json,docx")
    assert (status, text) == (2, "")
    assert "Invalid value for '--format': there is no export format 'docx'; there are: json, store, " in err


@pytest.mark.parametrize("former", ["--reference", "-r"])
def test_the_former_name_of_numbers_from(tmp_path: Path, former: str) -> None:
    status, _, err = run("normalize", DUMP, "-o", tmp_path / "new", "-j", 1, "--numbers-from", MIRROR)
    assert status == 0
    assert "--reference" not in err
    status, _, err = run("normalize", DUMP, "-o", tmp_path / "old", "-j", 1, former, MIRROR)
    assert status == 0
    assert "--reference is now --numbers-from" in err
    for path in (tmp_path / "new").iterdir():
        if path.name == KEPT:
            continue
        assert path.read_bytes() == (tmp_path / "old" / path.name).read_bytes()
    first, *_ = (tmp_path / "old" / "articles.jsonl").read_bytes().splitlines()
    assert json.loads(first)["number"] == "1"


@pytest.mark.parametrize("command", ["normalize", "show", "find", "graph", "audit", "diff"])
def test_the_help_names_the_new_one(command: str) -> None:
    status, text, _ = run(command, "--help")
    assert status == 0
    assert "--numbers-from" in text
    assert "--reference" not in text


def test_an_export_among_the_texts(tmp_path: Path) -> None:
    """It is passed over in one finding; that which is replaced is not mentioned at all."""
    texts = tmp_path / "texts"
    shutil.copytree(MIRROR, texts)
    command = ["normalize", str(texts), "-j", "1", "-o"]
    assert CliRunner().invoke(app, [*command, str(tmp_path / "plain")]).exit_code == 0
    CliRunner().invoke(app, [*command, str(texts / "out")])
    inside = CliRunner().invoke(app, [*command, str(texts / "out")])
    assert "export of cpp-corpus" not in inside.stderr
    beside = CliRunner().invoke(app, [*command, str(tmp_path / "beside")])
    assert beside.stderr.count("an export of cpp-corpus") == 1
    for name in ("articles.jsonl", "references.jsonl", "graph.json"):
        expected = (tmp_path / "plain" / name).read_bytes()
        assert (texts / "out" / name).read_bytes() == (tmp_path / "beside" / name).read_bytes() == expected
    only = CliRunner().invoke(app, ["normalize", str(texts / "out"), "-o", str(tmp_path / "other")])
    assert only.exit_code == 1
    assert "is an export, not texts" in only.stderr
