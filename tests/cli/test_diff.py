"""``cpp-corpus diff``: of folders, and what is shown."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from rich.console import Console
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus import CorpusDiff
from cpp_corpus.cli import app
from cpp_corpus.cli import diff as module
from cpp_corpus.export.schema import schema

CODE = "code-des-moulins"
OLD = {
    "livre-i/l1.md": "# Article L1\n\n<p>Le vent est libre.</p><p>Le blé aussi.</p>",
    "livre-i/l2.md": "# Article L2\n\n<p>Le meunier garde la vanne, sauf l'article L. 1.</p>",
    "livre-i/l3.md": "# Article L3\n\n<p>La roue tourne.</p>",
}
NEW = {
    "livre-i/l1.md": "# Article L1\n\n<p>Le vent du nord est libre.</p><p>Le blé aussi.</p>",
    "livre-ii/l3.md": "# Article L3\n\n<p>La roue tourne.</p>",
    "livre-ii/l4.md": "# Article L4\n\n<p>Le sac est neuf.</p>",
}

runner = CliRunner()


def run(*args: str | Path) -> tuple[int, str, str]:
    result = runner.invoke(app, ["diff", *map(str, args)])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def write(folder: Path, pages: dict[str, str]) -> Path:
    for name, text in pages.items():
        path = folder / CODE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("states") / "old", OLD)


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("states") / "new", NEW)


def test_marks_where_there_are_no_colours(old: Path, new: Path) -> None:
    status, out, err = run(old, new, "-j", "1")
    assert (status, err) == (0, "")
    assert out == (
        f"old 3 articles of {CODE}\n"
        f"new 3 articles of {CODE}\n"
        "      1 added\n"
        "      1 removed\n"
        "      1 moved\n"
        "      1 changed\n"
        "0 articles unchanged\n"
        "0 references gained, 1 lost\n"
        "\n"
        "L1  changed\n"
        "  al1  Le vent {+du nord+} est libre.\n"
        "\n"
        "L2  removed\n"
        "  al1  [-Le meunier garde la vanne, sauf l'article L. 1.-]\n"
        f"  - L. 1  {CODE}/l1 (excludes)\n"
        "\n"
        "L3  moved\n"
        "  from Livre I\n"
        "  to   Livre II\n"
        "\n"
        "L4  added\n"
        "  al1  {+Le sac est neuf.+}\n"
    )


def test_stat(old: Path, new: Path) -> None:
    status, out, _ = run(old, new, "--stat", "-j", "1")
    assert status == 0
    assert len(out.splitlines()) == 8
    assert "L1" not in out


def test_json(old: Path, new: Path) -> None:
    status, out, err = run(old, new, "--json", "-j", "1")
    assert (status, err) == (0, "")
    Draft202012Validator(schema("diff")).validate(json.loads(out))
    assert CorpusDiff.model_validate_json(out) == cpp_corpus.diff(cpp_corpus.load(old), cpp_corpus.load(new))


def test_html(old: Path, new: Path, tmp_path: Path) -> None:
    page = tmp_path / "changes.html"
    status, out, _ = run(old, new, "--html", page, "-j", "1")
    assert status == 0
    assert out == run(old, new, "--stat", "-j", "1")[1]
    assert "<title>What changed: old → new</title>" in page.read_text(encoding="utf-8")


def test_html_that_cannot_be_written(old: Path, new: Path, tmp_path: Path) -> None:
    status, _, err = run(old, new, "--html", tmp_path / "nowhere" / "page.html", "-j", "1")
    assert status == 1
    nowhere = tmp_path / "nowhere"
    assert err == f"cpp-corpus: {nowhere / 'page.html'}: cannot be written: there is no folder {nowhere}\n"


def test_nothing_changed(old: Path) -> None:
    _, out, _ = run(old, old, "-j", "1")
    assert "nothing changed" in out
    assert out.count("\n") == 4


def test_a_path_that_does_not_exist(old: Path, tmp_path: Path) -> None:
    status, out, err = run(old, tmp_path / "nowhere")
    assert (status, out) == (1, "")
    assert err.count("\n") == 1


def test_what_could_not_be_read_is_said(old: Path, new: Path, tmp_path: Path) -> None:
    broken = write(tmp_path, {**NEW, "livre-ii/l5.md": ""})
    expected = {finding.severity for finding in cpp_corpus.load(broken).findings}
    status, _, err = run(old, broken, "--stat", "-j", "1")
    assert status == 0
    assert bool(err) == ("error" in expected)
    assert run(old, new, "--stat", "-j", "1")[2] == ""


def test_colours_and_what_would_move_the_cursor(old: Path, tmp_path: Path) -> None:
    pages = {**OLD, "livre-i/l1.md": "# Article L1\n\n<p>Le vent du \x1b[2Jsud est libre.</p><p>Le blé aussi.</p>"}
    compared = cpp_corpus.diff(cpp_corpus.load(old), cpp_corpus.load(write(tmp_path, pages)))
    console = Console(file=io.StringIO(), force_terminal=True, color_system="standard", width=100, highlight=False)
    for article in compared.articles:
        for text in module.rendered(article):
            console.print(text)
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert "\x1b[4;32mdu [2Jsud\x1b[0m" in shown
    assert "{+" not in shown


def test_titles_of_divisions(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    first = write(tmp_path / "a", {"livre-i-des-vents/l1.md": OLD["livre-i/l1.md"]})
    second = write(tmp_path / "b", {"livre-i-des-moulins/l1.md": OLD["livre-i/l1.md"]})
    _, out, _ = run(first, second, "-j", "1")
    assert f"{CODE} livre.i: livre-i-des-vents → livre-i-des-moulins" in out
    assert capsys.readouterr().out == ""


def test_the_command_does_not_load_jinja() -> None:
    assert "jinja2" not in module.__dict__
    assert module.__name__ in sys.modules
