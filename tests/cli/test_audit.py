"""``cpp-corpus audit``: what a terminal, a pipe and a CI job get."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus import Finding
from cpp_corpus.audit import CHECKS
from cpp_corpus.cli import app, audit

MIRROR = "fixtures/mirror"
CODE = "code-des-moulins"

runner = CliRunner()


def run(*args: str | Path) -> tuple[int, str, str]:
    result = runner.invoke(app, ["audit", *map(str, args)])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A page of each severity: a damaged word, a dangling reference, an orphan; and three gaps of one check."""
    folder = tmp_path / "pages" / CODE
    folder.mkdir(parents=True)
    texts = {
        "l1": "<p>Le garde est saisi par l'autoritÃ©.</p>",
        "l2": "<p>L'article L. 999 s'applique.</p>",
        "l3": "<p>L'article L. 888 s'applique.</p>",
    }
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(f"# Article {name.upper()}\n\n{text}", encoding="utf-8")
    return tmp_path / "pages"


def test_lines(pages: Path) -> None:
    status, out, err = run(pages, "-j", "1")
    assert status == 0
    lines = out.splitlines()
    (damaged,) = [line for line in lines if line.endswith("[damaged-text]")]
    assert damaged.startswith(f"{pages / CODE / 'l1.md'}:3: error: In ")
    assert sum("[dangling-reference]" in line for line in lines) == 2
    assert "dangling-reference: 2 warning" in err
    assert f"{len(lines)} findings in 3 articles" in err


def test_limit_is_for_each_check_and_keeps_the_worst(pages: Path) -> None:
    _, out, err = run(pages, "-j", "1", "--limit", "1")
    assert sum("[dangling-reference]" in line for line in out.splitlines()) == 1
    assert sum("[damaged-text]" in line for line in out.splitlines()) == 1
    assert "dangling-reference: 2 warning" in err
    assert run(pages, "-j", "1", "--limit", "0")[1] == ""


def test_a_check(pages: Path) -> None:
    _, out, _ = run(pages, "-j", "1", "--check", "orphan")
    (line,) = out.splitlines()
    assert line.endswith("[orphan]")


def test_an_unknown_check(pages: Path) -> None:
    status, out, err = run(pages, "--check", "nonsense")
    assert (status, out) == (2, "")
    assert "nonsense" in err


def test_list_checks() -> None:
    status, out, _ = run("--list-checks")
    assert status == 0
    assert [line.split("\t")[0] for line in out.splitlines()] == list(CHECKS)


@pytest.mark.parametrize(
    ("check", "fail_on", "status"),
    [
        ("damaged-text", "error", 3),
        ("dangling-reference", "error", 0),
        ("dangling-reference", "warning", 3),
        ("orphan", "warning", 0),
        ("orphan", "info", 3),
        ("damaged-text", "never", 0),
        ("empty-article", "info", 0),
    ],
)
def test_exit_status(pages: Path, check: str, fail_on: str, status: int) -> None:
    assert run(pages, "-j", "1", "-c", check, "--fail-on", fail_on)[0] == status


def test_the_report_is_written_before_the_status_says_so(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "audit.sarif"
    status, text, err = run(pages, "-j", "1", "--format", "sarif", "-o", out, "--fail-on", "error")
    assert (status, text) == (3, "")
    assert "findings in 3 articles" in err
    assert json.loads(out.read_bytes())["version"] == "2.1.0"


def test_json(pages: Path) -> None:
    status, out, err = run(pages, "-j", "1", "--format", "json")
    assert (status, err) == (0, "")
    report = json.loads(out)
    assert report["counts"]["damaged-text"] == {"error": 1}
    assert [Finding.model_validate(each).code for each in report["findings"]].count("dangling-reference") == 2


def test_sarif_names_the_checks_that_ran(pages: Path) -> None:
    _, out, _ = run(pages, "-j", "1", "--format", "sarif", "-c", "orphan")
    (log,) = json.loads(out)["runs"]
    assert [rule["id"] for rule in log["tool"]["driver"]["rules"]] == ["orphan"]


def test_a_report_that_cannot_be_written(pages: Path, tmp_path: Path) -> None:
    status, _, err = run(pages, "-j", "1", "-o", tmp_path / "nowhere" / "report.txt")
    assert status == 1
    assert "report.txt: cannot be written" in err
    assert "Traceback" not in err


def test_the_same_from_what_normalize_wrote(pages: Path, tmp_path: Path) -> None:
    cpp_corpus.load(pages).export(tmp_path / "out")
    fresh = json.loads(run(pages, "-j", "1", "--format", "json")[1])
    again = json.loads(run(tmp_path / "out", "--format", "json")[1])
    assert again["counts"] == fresh["counts"]


def test_the_same_whatever_the_number_of_workers(pages: Path) -> None:
    assert run(pages, "-j", "2", "--format", "sarif")[1] == run(pages, "-j", "1", "--format", "sarif")[1]


def test_what_reading_had_to_say(pages: Path) -> None:
    (pages / "empty.md").touch()
    _, out, err = run(pages, "-j", "1")
    assert "[empty-file]" in err
    assert "[empty-file]" not in out


def test_nothing_to_read(tmp_path: Path) -> None:
    status, out, err = run(tmp_path / "nowhere")
    assert (status, out) == (1, "")
    assert err.startswith("cpp-corpus: ")


# -- the terminal


def shown(findings: list[Finding], held: list[Finding], width: int = 100) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    for part in audit.rendered(held, findings):
        console.print(part)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_tables(pages: Path) -> None:
    findings = cpp_corpus.load(pages).audit()
    text = shown(findings, findings)
    assert "dangling-reference  A reference to an article that its act does not have." in text
    assert f"{CODE}/l2" in text
    assert text.index("damaged-text") > text.index("dangling-reference")
    summary = text.splitlines()[-4:]
    assert any(line.split()[0] == "dangling-reference" and "2" in line for line in summary)


def test_a_table_says_what_it_left_out(pages: Path) -> None:
    findings = cpp_corpus.load(pages).audit(["dangling-reference"])
    assert "… and 1 more; --check dangling-reference --limit 2 shows them" in shown(findings, findings[:1])


def test_a_long_path_shows_its_end(pages: Path) -> None:
    (finding,) = cpp_corpus.load(pages).audit(["damaged-text"])
    long = finding.model_copy(update={"path": "a/" * 100 + "l1.md"})
    (line,) = [line.strip() for line in shown([long], [long]).splitlines() if "l1.md" in line]
    assert line.startswith("…")
    assert len(line) < 100


def test_nothing_found() -> None:
    assert "no findings" in shown([], [])


def test_markup_of_rich_in_a_text_is_words(pages: Path) -> None:
    (finding,) = cpp_corpus.load(pages).audit(["damaged-text"])
    odd = finding.model_copy(update={"message": "In [bold]x[/] and [/nonsense]."})
    assert "[/nonsense]" in shown([odd], [odd])


def test_a_terminal_gets_tables(
    pages: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    audit.command([pages], jobs=1, check=["dangling-reference"], limit=1)
    assert "… and 1 more" in capsys.readouterr().out


def test_two_formats_at_once(pages: Path) -> None:
    for other in ("sarif", "text"):
        status, out, err = run(pages, "--format", other, "--json")
        assert (status, out) == (2, "")
        assert f"Invalid value for '--json': goes without --format {other}; give one of the two" in err
    assert run(pages, "-j", "1", "--format", "json", "--json") == run(pages, "-j", "1", "--json")
