"""What a corpus teaches of codes, and the tables of the package renewed."""

from __future__ import annotations

import lzma
import shutil
import tomllib
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus.errors import InputError
from cpp_corpus.lang.acts import ACTS, numbers, table_day
from cpp_corpus.model.resolution import IndexedArticle
from cpp_corpus.pipeline.learn import learn, newest_day
from cpp_corpus.pipeline.shipped_tables import main, renew

DAY = date(2025, 1, 1)
FEW = "code-de-deontologie-des-architectes"


def indexed(act: str | None, number: str | None, state: str = "in_force", day: str | None = None) -> IndexedArticle:
    return IndexedArticle(f"{act}/{number}", act, number, state, None, None, (), day)


def test_a_new_code() -> None:
    articles = [indexed("code-des-meules", number) for number in ("2", "1")]
    (found,) = learn(articles, DAY, "x", {"code-des-meules": "Code des meulés"})
    assert found.act == ("code-des-meules", "Code des meulés", DAY, "x", ("1", "2"))
    assert (found.is_new, found.is_part, found.added, found.dropped) == (True, False, ("1", "2"), ())


def test_what_is_repealed_or_no_code_is_not_learned() -> None:
    articles = [
        indexed("code-des-meules", "1"),
        indexed("code-des-meules", "2", "repealed"),
        indexed("code-des-meules", None),
        indexed("loi:2019-222", "1"),
        indexed(None, "1"),
    ]
    assert [(each.act.id, each.act.numbers) for each in learn(articles, DAY, "x")] == [("code-des-meules", ("1",))]


def test_a_known_code_renewed() -> None:
    known = sorted(numbers(FEW))
    (found,) = learn([indexed(FEW, number) for number in (*known[1:], "999")], DAY, "x")
    assert (found.is_new, found.is_part) == (False, False)
    assert (found.added, found.dropped) == (("999",), (known[0],))
    assert found.act.title == ACTS[FEW].title


def test_a_part_of_a_known_code_drops_nothing() -> None:
    known = numbers(FEW)
    (found,) = learn([indexed(FEW, "1"), indexed(FEW, "999")], DAY, "x")
    assert (found.is_part, found.added, found.dropped) == (True, ("999",), ())
    assert set(found.act.numbers) == {*known, "999"}


def test_the_newest_day() -> None:
    assert newest_day([]) is newest_day([indexed("code-x", "1")]) is None
    days = [indexed("code-x", "1", day=day) for day in ("2020-01-02", "2021-01-01", "2020-12-31")]
    assert newest_day(days) == date(2021, 1, 1)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the tables of the package."""
    with as_file(files("cpp_corpus.lang") / "data") as folder:
        shutil.copytree(folder, tmp_path / "data")
    return tmp_path / "data"


def test_the_tables_of_the_package_renewed(data: Path) -> None:
    before = (data / "acts.toml").read_text("utf-8")
    known = sorted(numbers(FEW))
    articles = [indexed(FEW, number) for number in (*known, "999")] + [indexed("code-des-meules", "1")]
    found = renew(data, articles, DAY)
    assert [each.act.id for each in found] == [FEW, "code-des-meules"]
    table = tomllib.loads((data / "acts.toml").read_text("utf-8"))
    rows = {row["id"]: row for row in table["act"]}
    assert table["day"] == DAY
    assert rows["code-des-meules"]["title"] == "Code des meules"
    assert "day" not in rows[FEW]
    assert rows["code-penal"]["day"] == table_day()  # its numbers are older than the table now
    assert len(rows) == len(tomllib.loads(before)["act"]) + 1
    lines = dict(
        line.split("\t") for line in lzma.decompress((data / "numbers.txt.xz").read_bytes()).decode().split("\n")
    )
    assert lines[FEW].split() == sorted({*known, "999"})
    assert set(lines["code-penal"].split()) == numbers("code-penal")
    state = [(data / name).read_bytes() for name in ("acts.toml", "numbers.txt.xz")]
    renew(data, articles, DAY)
    assert [tomllib.loads((data / "acts.toml").read_text("utf-8"))["day"]] == [DAY]
    assert (data / "numbers.txt.xz").read_bytes() == state[1]


def test_a_table_without_a_day(data: Path) -> None:
    (data / "acts.toml").write_text('\n[[act]]\nid = "code-x"\n', "utf-8")
    with pytest.raises(InputError, match="has no day above its first row"):
        renew(data, [indexed("code-des-meules", "1")], DAY)


def test_the_script(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("cpp_corpus.pipeline.shipped_tables.DATA", data)
    mirror = Path(__file__).parents[2] / "fixtures" / "mirror"
    cpp_corpus.load(mirror).export(tmp_path / "out", formats="store")
    for source in (mirror, tmp_path / "out"):
        main([str(source), "2025-01-01"])
        assert "code-des-sabliers: a new code, 8 numbers added, 0 dropped" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="usage"):
        main([])
