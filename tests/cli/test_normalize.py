"""``cpp-corpus normalize``: which formats it writes, and where numbers are looked up."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus.cli import app
from cpp_corpus.cli.progress import shown
from cpp_corpus.errors import InputError
from cpp_corpus.export.folder import KEPT
from cpp_corpus.pipeline.progress import Progress, Stage

FIXTURES = Path(__file__).parents[2] / "fixtures"
MIRROR = FIXTURES / "mirror" / "code-des-sabliers"
DUMP = FIXTURES / "dumps" / "sabliers.txt"
JSON = {"corpus.json", "sources.jsonl", "articles.jsonl", "references.jsonl", "graph.json", "findings.jsonl"}


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
        (("--format", "graphml"), {"corpus.json", "sources.jsonl", "graph.graphml"}, " as graphml"),
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


def test_a_log_of_json_lines(tmp_path: Path) -> None:
    command = ["normalize", str(MIRROR), str(FIXTURES / "broken"), "-o", str(tmp_path / "out"), "-j", "1"]
    done = CliRunner().invoke(app, [*command, "--log-json"])
    events = [json.loads(line) for line in done.stderr.splitlines()]
    summary = events[-1]
    assert [events[0]["event"], events[0]["stage"], events[0]["done"]] == ["progress", "reading", 1]
    read = [each for each in events if each.get("stage") == "reading"][-1]
    assert read["done"] == read["total"] == summary["counts"]["sources"] + 5
    assert read["path"].endswith(".md")
    assert {each["code"] for each in events if each["event"] == "finding"} == summary["findings"].keys()
    assert summary["event"] == "summary"
    assert summary["bytes_read"] == read["size"] > 0
    assert summary["peak_memory"] is None or summary["peak_memory"] > 1 << 20
    assert "written to" in done.stdout


def test_an_error_is_a_line_of_the_log(tmp_path: Path) -> None:
    (tmp_path / "empty.md").touch()
    command = ["normalize", str(tmp_path / "empty.md"), "-o", str(tmp_path / "out"), "-j", "1", "--log-json"]
    done = CliRunner().invoke(app, command)
    assert (done.exit_code, done.stdout) == (1, "")
    *_, last = map(json.loads, done.stderr.splitlines())
    assert last["event"] == "error"
    assert last["message"].startswith("nothing could be read")
    assert CliRunner().invoke(app, [*command, "--quiet"]).exit_code == 2


def test_lines_of_progress(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    now = [100.0]
    monkeypatch.setattr("cpp_corpus.cli.progress.monotonic", lambda: now[0])
    with shown(quiet=False, as_json=False) as (_, watch):
        for done in range(0, 5001, 500):
            watch(Progress(Stage.READING, done, 5000, "pages/l\u202e1.md"))
            now[0] += 1
        watch(Progress(Stage.RESOLVING, 1, 5000))
        now[0] += 6
        watch(Progress(Stage.RESOLVING, 600, 5000))
    assert capsys.readouterr().err.splitlines() == [
        "reading: 2,500 of 5,000 files, 500 a second, 5 s left, pages/l\\u202e1.md",
        "reading: 5,000 of 5,000 files, 500 a second, 0 s left, pages/l\\u202e1.md",
        "resolving: 600 of 5,000 articles, 100 a second, 44 s left",
    ]


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


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_an_export_without_records_is_named(tmp_path: Path, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    run("normalize", MIRROR, "-o", tmp_path / "out", "-j", 1, "--format", form)
    with pytest.raises(InputError, match=r"out: is an export without records.*--format json or --format store"):
        cpp_corpus.load(tmp_path / "out")
