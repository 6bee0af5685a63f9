"""``cpp-corpus tables``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import orjson
import pytest
from typer.testing import CliRunner

from cpp_corpus.cli.app import app
from cpp_corpus.lang.learned import VARIABLE, read_learned

MIRROR = str(Path(__file__).parents[2] / "fixtures" / "mirror")
DUMPS = str(Path(__file__).parents[2] / "fixtures" / "dumps")
run = CliRunner().invoke


def test_what_there_is() -> None:
    shown = run(app, ["tables"])
    assert shown.exit_code == 0, shown.output
    assert shown.output == "shipped: 111 codes; 156,081 numbers of the articles of 77 codes; the law of 2023-12-01\n"
    rows = [orjson.loads(line) for line in run(app, ["tables", "--json"]).output.splitlines()]
    assert rows == [{"path": None, "codes": 111, "listed": 77, "numbers": 156_081, "day": "2023-12-01"}]


def test_learned_and_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "tables.json"
    update = ["tables", "update", "--from", MIRROR, "--as-of", "2025-01-01", "-o", str(out), "-j", "1"]
    made = run(app, update)
    assert made.exit_code == 0, made.output
    assert "code-des-sabliers: a new code, 'Code des sabliers', 8 numbers" in made.stdout
    assert f"2 codes, the law of 2025-01-01, written to {out}" in made.stdout
    assert f"To use it: export {VARIABLE}={out}" in made.stderr
    monkeypatch.setenv(VARIABLE, str(out))
    shown = run(app, ["tables"]).output.splitlines()
    assert shown[1].startswith(f"{out}: 2 codes; ")
    assert shown[1].endswith("the articles of 2 codes; the law of 2025-01-01")
    again = run(app, [*update, "--json"])
    assert "To use it" not in again.stderr
    rows = [orjson.loads(line) for line in again.stdout.splitlines()]
    assert [(row["act"], row["day"]) for row in rows][1] == ("code-des-sabliers", "2025-01-01")


def test_the_day_of_the_sources(tmp_path: Path) -> None:
    out = tmp_path / "tables.json"
    made = run(app, ["tables", "update", "--from", DUMPS, "-o", str(out), "-j", "1"])
    assert made.exit_code == 0, made.output
    assert {str(act.day) for act in read_learned(out).values()} == {"2020-03-01"}


def test_a_table_is_updated_code_by_code(tmp_path: Path) -> None:
    out = tmp_path / "tables.json"
    for act, day in (("code-des-sabliers", "2025-01-01"), ("code-des-moulins-et-des-horloges", "2025-02-01")):
        made = run(app, ["tables", "update", "--from", f"{MIRROR}/{act}", "--as-of", day, "-o", str(out), "-j", "1"])
        assert made.exit_code == 0, made.output
    assert [str(act.day) for act in read_learned(out).values()] == ["2025-02-01", "2025-01-01"]


def test_a_known_code_of_which_there_is_a_part(tmp_path: Path) -> None:
    page = tmp_path / "mirror" / "code-civil" / "9999-1.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Article 9999-1\n\n<p>Le vent se lève.</p>", encoding="utf-8")
    options = ["--from", str(page.parent.parent), "--as-of", "2025-01-01", "-o", str(tmp_path / "tables.json")]
    made = run(app, ["tables", "update", *options])
    assert "code-civil: only a part of it; 1 (9999-1) added, none dropped" in made.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "why"),
    [
        (["--from", MIRROR], 2, "give a file, or set CPP_CORPUS_TABLES"),
        (["--from", MIRROR, "-o", "{}/t.json"], 2, "give the day: --as-of"),
        (["--from", "{}/nowhere", "-o", "{}/t.json"], 1, "there is no such file"),
        (["--from", MIRROR, "-o", "{}/no/t.json"], 1, "there is no folder"),
        (["--from", "{}/plain", "-o", "{}/t.json", "--as-of", "2025-01-01"], 1, "has no article of a code"),
    ],
)
def test_what_cannot_be_done(tmp_path: Path, arguments: list[str], status: int, why: str) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "1.md").write_text("# Article 1\n\n<p>Rien.</p>", encoding="utf-8")
    made = run(app, ["tables", "update", *(part.replace("{}", str(tmp_path)) for part in arguments)])
    assert made.exit_code == status
    assert why in " ".join(made.output.replace("│", " ").split())


@pytest.mark.parametrize("command", ["normalize", "refs", "--version", "doctor"])
def test_a_table_that_is_none_is_the_fault_of_no_text(tmp_path: Path, command: str) -> None:
    (tmp_path / "t.json").write_text("{")
    paths = [] if command in {"--version", "doctor"} else [MIRROR]
    out = ["-o", str(tmp_path / "out")] if command == "normalize" else []
    done = subprocess.run(  # noqa: S603 - the table is read once in a process
        [sys.executable, "-m", "cpp_corpus", command, *paths, *out],
        env=os.environ | {VARIABLE: str(tmp_path / "t.json")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "t.json: is no table of codes: " in said
    assert "unreadable" not in said
    assert "Traceback" not in said
