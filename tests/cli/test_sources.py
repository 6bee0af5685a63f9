"""What the commands read: standard input, texts whose act is given; what they say of the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cpp_corpus.cli import app

PAGE = "# Article {}\n\n<p>Le vent souffle.</p>"
runner = CliRunner()


def run(*args: str | Path, stdin: str | None = None) -> tuple[int, str, str]:
    result = runner.invoke(app, list(map(str, args)), input=stdin)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "1.md"
    path.write_text(PAGE.format("421-1"), encoding="utf-8")
    return path


def test_normalize_reads_standard_input(tmp_path: Path) -> None:
    status, out, _ = run(
        "normalize", "-", "-o", tmp_path / "out", "--act", "CPP", "-j", "1", stdin=PAGE.format("706-73")
    )
    assert (status, out.splitlines()[0]) == (0, "1 file read, 1 article")
    assert '"path":"-"' in (tmp_path / "out" / "articles.jsonl").read_text(encoding="utf-8")
    assert run("show", "code-de-procedure-penale/706-73", "-f", tmp_path / "out", "-j", "1")[0] == 0


def test_standard_input_of_a_process() -> None:
    program = "from cpp_corpus.cli import app; app()"
    command = [sys.executable, "-c", program, "find", "421-1", "--from", "-", "--act", "code pénal", "-j", "2"]
    done = subprocess.run(command, input=PAGE.format("421-1"), capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.startswith("code-penal/421-1\t")


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "code-penal/421-1", "--from", "PAGE"),
        ("find", "art. 421-1 du code pénal", "--from", "PAGE"),
        ("audit", "PAGE"),
        ("diff", "PAGE", "PAGE"),
        ("graph", "code-penal/421-1", "--from", "PAGE", "-o", "g.dot"),
    ],
)
def test_commands_take_an_act(arguments: tuple[str, ...], page: Path, tmp_path: Path) -> None:
    given = [str(page) if each == "PAGE" else each for each in arguments]
    given = [str(tmp_path / each) if each == "g.dot" else each for each in given]
    status, out, err = run(*given, "--act", "LEGITEXT000006070719", "-j", "1")
    assert status == 0, err
    assert "?/" not in out


def test_an_unknown_act_ends_the_command_with_the_nearest_names(page: Path, tmp_path: Path) -> None:
    status, _, err = run("normalize", page, "-o", tmp_path / "out", "--act", "code pénnal", "-j", "1")
    assert status == 2
    assert "Invalid value for '--act'" in err
    assert "code-penal (Code pénal)" in err
    assert not (tmp_path / "out").exists()
