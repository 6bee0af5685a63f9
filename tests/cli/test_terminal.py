"""No character of a name or a text controls the terminal, a log, a report or a table, whatever the command."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from rich.table import Table
from rich.text import Text
from typer.testing import CliRunner

from cpp_corpus.cli import app
from cpp_corpus.cli.app import COMMANDS
from cpp_corpus.cli.console import SafeConsole
from cpp_corpus.lang.typography import CONTROLS
from cpp_corpus.pipeline.batch import normalize

NASTY = "a\x1b]0;x\x07\x1b[31mb\r\u202ec\x7f\x9b2J\u2066"
ACT = "code-des-nuages"
SENTENCE = "Vu l'article L. 1 du code des nuages et l'article 9.\x1b[2J"
FOUND = re.compile(f"[{re.escape(''.join(char for char in CONTROLS if char not in chr(10) + chr(9)))}]")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("names") / NASTY
    pages = folder / ACT / NASTY
    pages.mkdir(parents=True)
    for number in ("1", "2", "2 bis"):
        page = f"# Article L{number}\n\n<p>Le vent {NASTY} de l'article L. 1 et de l'article L. 99.</p>"
        (pages / f"l{number}{NASTY}.md").write_text(page, encoding="utf-8")
    (pages / f"{NASTY}.md").write_text("# Article L1\n\n<p>Le sable</p>", encoding="utf-8")
    (pages / f"empty{NASTY}.md").touch()
    (pages / f"x{NASTY}.pdf").write_bytes(b"\x00\x01")
    (folder / f"text{NASTY}.txt").write_text(SENTENCE, encoding="utf-8")
    normalize([folder / ACT], folder / f"out{NASTY}")
    return folder


CASES: dict[str, list[list[str]]] = {
    "normalize": [
        ["PAGES", "-o", "NEW"],
        ["PAGES", "-o", "NEW", "--json"],
        ["OUT", "-o", "NEW"],
        ["EMPTY", "-o", "NEW"],
    ],
    "show": [
        ["L2", "--from", "PAGES"],
        ["L2", "--from", "OUT", "--json"],
        [NASTY, "--from", "OUT"],
        ["L1", "-f", "PAGES"],
    ],
    "refs": [["TEXT"], ["TEXT", "--json"], ["TEXT", "--explain"], ["PAGES"], ["EMPTY", "TEXT"], [f"x{NASTY}"]],
    "find": [
        ["L2", "--from", "PAGES"],
        [f"art. 1 du code {NASTY}", "--from", "OUT"],
        ["L1", "--from", "OUT", "--json"],
    ],
    "cites": [["L2", "--from", "PAGES"], ["L2", "--from", "OUT", "--json"], [NASTY, "--from", "OUT"]],
    "cited-by": [["L1", "--from", "PAGES"], ["L1", "--from", "OUT", "--format", "csv"], [NASTY, "--from", "OUT"]],
    "impact": [["L1", "--from", "PAGES"], ["L1", "--from", "OUT", "--json"], [NASTY, "--from", "OUT"]],
    "verify": [
        ["TEXT", "-f", "OUT", "--format", "sarif", "-o", "SARIF"],
        ["TEXT", "--from", "OUT"],
        ["TEXT", "-f", "OUT", "--json"],
        ["TEXT", "-f", "OUT", "--format", "sarif"],
    ],
    "search": [["vent", "--from", "PAGES"], ["vent", "--from", "OUT", "--json"], [NASTY, "--from", "OUT"]],
    "graph": [
        ["L2", "--from", "OUT", "-o", "DOT"],
        [NASTY, "--from", "OUT", "-o", "DOT"],
        ["L2", "--from", "OUT", "-o", "OUT"],
    ],
    "audit": [
        ["PAGES", "--format", "sarif", "-o", "SARIF"],
        ["PAGES"],
        ["PAGES", "--json"],
        ["PAGES", "--format", "sarif"],
        ["OUT"],
        [f"x{NASTY}"],
    ],
    "check": [["OUT"], ["OUT", "--json"], [f"x{NASTY}"]],
    "diff": [["PAGES", "OUT"], ["PAGES", "TEXT"], ["OUT", "PAGES", "--json"], ["PAGES", f"x{NASTY}"]],
    "site": [["OUT", "-o", "SITE"], ["PAGES", "-o", "OUT"], [f"x{NASTY}", "-o", "SITE"]],
    "serve": [["--json"], [f"x{NASTY}", "--port", "0"], ["OUT", "--host", NASTY]],
    "mcp": [["--json"], [f"x{NASTY}"]],
    "doctor": [["OUT"], [f"x{NASTY}"], ["OUT", "--json"]],
    "schema": [["articles"], [NASTY]],
    "formats": [[], ["--json"]],
    "tables": [
        [],
        ["update", "--from", "PAGES", "--as-of", "2025-01-01", "-o", "TABLES"],
        ["update", "--from", f"x{NASTY}", "-o", "TABLES"],
    ],
    "atlas": [
        ["build", "PAGES", "-o", "ATLAS"],
        ["info", "ATLAS"],
        ["info", "TEXT"],
        ["build", f"x{NASTY}", "-o", "ATLAS"],
    ],
    f"x{NASTY}": [[]],
}


@pytest.mark.parametrize("command", CASES)
def test_nothing_comes_out_raw(folder: Path, tmp_path: Path, command: str) -> None:
    places = {
        "PAGES": folder / ACT,
        "OUT": folder / f"out{NASTY}",
        "TEXT": folder / f"text{NASTY}.txt",
        "EMPTY": folder / ACT / NASTY / f"empty{NASTY}.md",
        "NEW": tmp_path / f"new{NASTY}",
        "DOT": tmp_path / f"x{NASTY}.dot",
        "SITE": tmp_path / f"site{NASTY}",
        "SARIF": tmp_path / f"x{NASTY}.sarif",
        "ATLAS": tmp_path / f"x{NASTY}.atlas",
        "TABLES": tmp_path / f"tables{NASTY}.json",
    }
    for given in CASES[command]:
        arguments = [str(places.get(each, each)) for each in given]
        jobs = (
            []
            if command in {"check", "doctor", "schema", "formats", f"x{NASTY}"} or "info" in given or given == []
            else ["-j", "1"]
        )
        done = CliRunner().invoke(app, [command, *arguments, *jobs])
        assert done.exception is None or isinstance(done.exception, SystemExit), given
        assert "internal" not in done.output
        assert "an error in this program" not in done.output, (given, done.output)
        assert not (raw := FOUND.search(done.output)), (given, raw, done.output)
    for path in tmp_path.rglob("*"):
        if path.name in {"sources.jsonl", "findings.jsonl", "corpus.json"} or path.suffix == ".sarif":
            assert not FOUND.search(path.read_text("utf-8")), path.name


def test_every_command_is_tested() -> None:
    assert CASES.keys() == {*COMMANDS, f"x{NASTY}"}


def test_on_a_terminal() -> None:
    out = io.StringIO()
    table = Table("a")
    table.add_row(Text(NASTY, "bold"))
    console = SafeConsole(file=out, force_terminal=True, width=200)
    console.print(table)
    console.print(Text.assemble(("b", "red"), NASTY))
    shown = re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue())
    assert "\x1b[" in out.getvalue()
    assert shown.count("\ufffd[31mb") == 2
    assert not FOUND.search(shown)
