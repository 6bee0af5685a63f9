from pathlib import Path

import orjson
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
    assert "8 versions of the articles of 1 act," in made.output
    info = run(app, ["atlas", "info", str(out)])
    assert info.exit_code == 0
    assert info.output == "x.atlas: Essai\n          8  code-des-sabliers: no dates\n"


def test_the_shipped_ones() -> None:
    info = run(app, ["atlas", "info"])
    assert info.exit_code == 0
    assert "code-de-procedure-penale" in info.output
    assert "code-de-procedure-penale: versions until 2023-12-01" in info.output


def test_what_is_no_atlas(tmp_path: Path) -> None:
    info = run(app, ["atlas", "info", str(FIXTURES / "dumps" / "sabliers.txt")])
    assert info.exit_code == 1
    assert "is not an atlas" in info.output
    made = run(app, ["atlas", "build", str(FIXTURES / "mirror"), "-o", str(tmp_path / "no" / "x.atlas")])
    assert made.exit_code == 1
    assert "there is no folder" in made.output


def test_normalize_and_show_with_a_reference(tmp_path: Path) -> None:
    dump, mirror = FIXTURES / "dumps" / "sabliers.txt", FIXTURES / "mirror"
    done = run(app, ["normalize", str(dump), "-o", str(tmp_path / "out"), "--numbers-from", str(mirror)])
    assert done.exit_code == 0, done.output
    shown = run(app, ["show", "12 bis", "--from", str(dump), "--numbers-from", str(mirror)])
    assert shown.exit_code == 0
    assert "number 12 bis by exact text, likeness 1, numbering of an undated source" in shown.output


def test_an_act_as_people_call_it(tmp_path: Path) -> None:
    page = tmp_path / "mirror" / "code-penal" / "1.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Article 1\n\n<p>Le vent se lève.</p>", encoding="utf-8")
    made = run(app, ["atlas", "build", str(tmp_path / "mirror"), "-o", str(tmp_path / "x.atlas"), "--act", "C. pén."])
    assert made.exit_code == 0, made.output
    refused = run(app, ["atlas", "build", str(tmp_path / "mirror"), "-o", str(tmp_path / "x.atlas"), "--act", "nuages"])
    assert refused.exit_code == 2
    assert "no act is known as 'nuages'" in refused.output


def test_a_damaged_atlas_is_not_described(tmp_path: Path) -> None:
    out = tmp_path / "x.atlas"
    assert run(app, ["atlas", "build", str(FIXTURES / "mirror"), "-o", str(out)]).exit_code == 0
    out.write_bytes(out.read_bytes()[:-5])
    info = run(app, ["atlas", "info", str(out)])
    assert info.exit_code == 1
    assert "the atlas is damaged" in info.output


def test_a_reference_for_every_command_that_reads_texts(tmp_path: Path) -> None:
    dump, mirror, picture = str(FIXTURES / "dumps" / "sabliers.txt"), str(FIXTURES / "mirror"), tmp_path / "g.dot"
    drawn = run(app, ["graph", "12 bis", "--from", dump, "--numbers-from", mirror, "-o", str(picture)])
    assert drawn.exit_code == 0, drawn.output
    audited = run(app, ["audit", dump, "--numbers-from", mirror])
    assert audited.exit_code == 0, audited.output
    assert "anonymous-articles" not in audited.output


def test_a_reference_that_cannot_be_used_is_told_by_every_command(tmp_path: Path) -> None:
    (bad := tmp_path / "bad.atlas").write_bytes(b"nothing")
    dump = str(FIXTURES / "dumps" / "sabliers.txt")
    for args in (
        ["show", "4", "--from", dump],
        ["find", "12 bis", "--from", dump],
        ["graph", "4", "--from", dump, "-o", str(tmp_path / "g.dot")],
        ["diff", dump, str(FIXTURES / "mirror")],
        ["audit", dump],
        ["normalize", dump, "-o", str(tmp_path / "out")],
    ):
        info = run(app, [*args, "--numbers-from", str(bad)])
        assert info.stderr.count("[unusable-numbers-from]") == 1, args


def test_an_atlas_for_each_act_of_a_store(tmp_path: Path) -> None:
    done = run(app, ["normalize", str(FIXTURES / "mirror"), "-o", str(tmp_path / "out"), "-j", "1"])
    assert done.exit_code == 0, done.output
    for source in (tmp_path / "out", tmp_path / "out" / "corpus.db"):
        made = run(app, ["atlas", "build", str(source), "--all", "-o", str(folder := tmp_path / f"to-{source.name}")])
        assert made.exit_code == 0, made.output
        assert "versions of the articles of 2 acts" in made.output
        names = sorted(path.name for path in folder.iterdir())
        assert names == ["code-des-moulins-et-des-horloges.atlas", "code-des-sabliers.atlas"]
    info = run(app, ["atlas", "info", "--json", str(tmp_path / "to-out" / "code-des-sabliers.atlas")])
    assert orjson.loads(info.output)["acts"] == {
        "code-des-sabliers": {"versions": 8, "as_of": None, "dated": False},
    }


def test_acts_that_the_source_lacks(tmp_path: Path) -> None:
    acts = ["--act", "code-des-sabliers", "--act", "code-civil"]
    made = run(app, ["atlas", "build", str(FIXTURES / "mirror"), *acts, "-o", str(tmp_path / "x.atlas")])
    assert made.exit_code == 0
    assert "has no article of code-civil with a number" in made.stderr


def test_a_place_for_all_that_is_no_folder(tmp_path: Path) -> None:
    (taken := tmp_path / "taken").touch()
    for out, why in ((taken, "is no folder; with --all, give a folder"), (tmp_path / "no" / "x", "there is no folder")):
        made = run(app, ["atlas", "build", str(FIXTURES / "mirror"), "--all", "-o", str(out)])
        assert made.exit_code == 1
        assert why in made.output
    one = run(app, ["atlas", "build", str(FIXTURES / "mirror"), "-o", str(tmp_path)])
    assert one.exit_code == 1
    assert "is a folder" in one.output


def test_the_law_of_a_day_without_dates(tmp_path: Path) -> None:
    out = tmp_path / "x.atlas"
    assert (
        run(app, ["atlas", "build", str(FIXTURES / "mirror"), "-o", str(out), "--as-of", "2023-12-01"]).exit_code == 0
    )
    assert "code-des-sabliers: no dates; the law of 2023-12-01" in run(app, ["atlas", "info", str(out)]).output
