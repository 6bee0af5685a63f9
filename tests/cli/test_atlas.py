from pathlib import Path

from typer.testing import CliRunner

from cpp_corpus.cli.app import app

FIXTURES = Path(__file__).parents[2] / "fixtures"
run = CliRunner().invoke


def test_build_and_info(tmp_path: Path) -> None:
    out = tmp_path / "x.atlas"
    made = run(
        app, ["atlas", "build", str(FIXTURES / "mirror"), "-o", str(out), "-a", "code-des-sabliers", "--title", "Essai"]
    )
    assert made.exit_code == 0, made.output
    assert "8 versions of articles of 1 acts" in made.output
    told = run(app, ["atlas", "info", str(out)])
    assert told.exit_code == 0
    assert told.output == "x.atlas: Essai\n  knows no dates; versions of articles:\n          8  code-des-sabliers\n"


def test_the_shipped_ones() -> None:
    told = run(app, ["atlas", "info"])
    assert told.exit_code == 0
    assert "code-de-procedure-penale" in told.output
    assert "the law until 2023-12-01" in told.output


def test_what_is_no_atlas(tmp_path: Path) -> None:
    told = run(app, ["atlas", "info", str(FIXTURES / "dumps" / "sabliers.txt")])
    assert told.exit_code == 1
    assert "is no atlas" in told.output
    made = run(app, ["atlas", "build", str(FIXTURES / "mirror"), "-o", str(tmp_path / "no" / "x.atlas")])
    assert made.exit_code == 1
    assert "No such file" in made.output


def test_normalize_and_show_with_a_reference(tmp_path: Path) -> None:
    dump, mirror = FIXTURES / "dumps" / "sabliers.txt", FIXTURES / "mirror"
    done = run(app, ["normalize", str(dump), "-o", str(tmp_path / "out"), "-r", str(mirror)])
    assert done.exit_code == 0, done.output
    shown = run(app, ["show", "12 bis", "--from", str(dump), "--reference", str(mirror)])
    assert shown.exit_code == 0
    assert "number 12 bis by exact text, likeness 1, numbering of the reference, which has no date" in shown.output
