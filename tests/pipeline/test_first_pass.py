"""What is kept from one run to the next: only what has changed is processed again, and the output does not show it."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus import InputError
from cpp_corpus.cli import app
from cpp_corpus.export import EXPORTERS, Exporter, Sink
from cpp_corpus.export.folder import KEPT
from cpp_corpus.pipeline import batch, first_pass, stages
from cpp_corpus.pipeline.batch import Summary, normalize
from cpp_corpus.pipeline.packed import Packed, as_bytes, from_bytes
from cpp_corpus.pipeline.progress import Progress

FIXTURES = Path("fixtures")
NUMBERS = FIXTURES / "history" / "codes.jsonl"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    for name in ("mirror", "dumps", "broken"):
        shutil.copytree(FIXTURES / name, tmp_path / "in" / name)
    return tmp_path / "in"


@pytest.fixture
def page(texts: Path) -> Path:
    return next(texts.rglob("l112-1.md"))


@contextmanager
def processed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The paths of the files that are processed."""
    paths: list[str] = []
    process = stages.process_file

    def counted(entry: Any, *others: Any) -> Any:
        paths.append(entry.path)
        return process(entry, *others)

    with monkeypatch.context() as patch:
        patch.setattr(batch, "process_file", counted)
        yield paths


def contents(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name != KEPT}


def alike(texts: Path, out: Path, **options: Any) -> bool:
    """Whether ``out`` has what a run that keeps nothing writes."""
    fresh = out.with_name("fresh")
    normalize([texts], fresh, incremental=False, **options)
    assert KEPT not in {path.name for path in fresh.iterdir()}
    return contents(out) == contents(fresh)


def same(one: Summary, other: Summary) -> bool:
    assert one == other
    assert [type(each) for each in one.unread] == [type(each) for each in other.unread]
    return True


def test_nothing_has_changed(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    first = normalize([texts], out)
    times = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    os.utime(next(texts.rglob("*.md")))
    done: list[tuple[int, int]] = []
    with processed(monkeypatch) as paths:
        again = normalize([texts], out, progress=lambda *counts: done.append(counts))
    assert paths == []
    assert same(first, again)
    assert times == {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    assert done[-1][0] == done[-1][1] == len(done)
    assert alike(texts, out)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_changed_file_is_processed_alone(
    texts: Path, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    out = tmp_path / "out"
    normalize([texts], out, jobs=jobs)
    page.write_text(page.read_text("utf-8").replace("moulin", "moulinet"), "utf-8")
    with processed(monkeypatch) as paths:
        normalize([texts], out, jobs=jobs)
    assert paths == ([str(page)] if jobs == 1 else [])  # those of workers are not seen here
    assert alike(texts, out)
    with processed(monkeypatch) as paths:
        normalize([texts], out)
    assert paths == []


def test_an_added_and_a_removed_file(texts: Path, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    normalize([texts], out)
    added = page.with_name("l112-1-1.md")
    added.write_text("# Article L112-1-1\n\n<p>Selon l'article L. 112-1.</p>", "utf-8")
    with processed(monkeypatch) as paths:
        normalize([texts], out)
    assert paths == [str(added)]
    assert alike(texts, out)
    page.unlink()
    last = max(path for path in texts.rglob("*") if path.is_file())
    last.unlink()
    with processed(monkeypatch) as paths:
        normalize([texts], out)
    assert paths == []
    assert alike(texts, out)


def test_a_file_with_another_name_is_another_file(
    texts: Path, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    normalize([texts], out)
    moved = page.rename(page.with_name("l112-9.md"))
    with processed(monkeypatch) as paths:
        normalize([texts], out)
    assert paths == [str(moved)]
    assert alike(texts, out)


@pytest.mark.parametrize("change", ["remove", "edit", "formats"])
def test_the_output_is_written_again_where_it_is_not_there(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    out = tmp_path / "out"
    normalize([texts], out)
    if change == "remove":
        (out / "graph.json").unlink()
    elif change == "edit":
        (out / "articles.jsonl").write_bytes(b"{}")
    formats = ("json", "graphml") if change == "formats" else ("json", "store")
    with processed(monkeypatch) as paths:
        normalize([texts], out, formats=formats)
    assert paths == []
    assert alike(texts, out, formats=formats)


@pytest.mark.parametrize("change", ["act", "numbers", "other numbers", "program", "packages", "table"])
def test_what_a_result_depends_on(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    out = tmp_path / "out"
    numbers = tmp_path / "codes.jsonl"
    shutil.copy(NUMBERS, numbers)
    first: dict[str, Any] = {"numbers_from": numbers} if change == "other numbers" else {}
    normalize([texts], out, **first)
    options = dict(first)
    if change == "act":
        options = {"act": "code-des-sabliers"}
    elif change == "numbers":
        options = {"numbers_from": numbers}
    elif change == "other numbers":
        numbers.write_bytes(b"".join(numbers.read_bytes().splitlines(keepends=True)[:-1]))
    elif change == "program":
        monkeypatch.setattr(first_pass, "_package", list)
    elif change == "packages":
        monkeypatch.setattr(first_pass, "_installed", list)
    else:
        EXPORTERS.add("another", Exporter("nothing", (), lambda _: Sink()))
    try:
        with processed(monkeypatch) as paths:
            normalize([texts], out, **options)
        assert len(paths) > 40
        assert alike(texts, out, **options)
        assert (out / KEPT).exists() is (change != "table")
    finally:
        if change == "table":
            EXPORTERS.remove("another")


def test_a_folder_supplies_the_numbers(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    supply = shutil.copytree(FIXTURES / "mirror", tmp_path / "supply")
    dump = texts / "dumps" / "moulins-livre-ii.txt"
    for paths_expected in (1, 0):
        with processed(monkeypatch) as paths:
            normalize([dump], tmp_path / "out", numbers_from=supply)
        assert len(paths) == paths_expected
    next(Path(supply).rglob("l211-1.md")).unlink()
    with processed(monkeypatch) as paths:
        normalize([dump], tmp_path / "out", numbers_from=supply)
    assert len(paths) == 1


def test_members_of_an_archive(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "law.zip"

    def pack(**changed: str) -> None:
        with zipfile.ZipFile(archive, "w") as packed:
            for path in sorted((texts / "mirror").rglob("*.md")):
                words = path.read_text("utf-8")
                packed.writestr(str(path.relative_to(texts)), changed.get(path.stem, words))

    pack()
    normalize([archive], tmp_path / "out")
    pack(l111="", **{"l111-1": "# Article L111-1\n\n<p>Le vent.</p>"})
    with processed(monkeypatch) as paths:
        normalize([archive], tmp_path / "out")
    assert [Path(path).name for path in paths] == ["l111-1.md"]
    assert alike(archive, tmp_path / "out")


def test_what_could_not_be_read_is_tried_again(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> Any:
        raise RuntimeError("no")

    with monkeypatch.context() as patch:
        patch.setattr(batch, "recognised", broken)
        normalize([texts], tmp_path / "out")
        times = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
        normalize([texts], tmp_path / "out")  # with the same result: the output stays
        assert times == {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
    with processed(monkeypatch) as paths:
        normalize([texts], tmp_path / "out")
    assert len(paths) > 40
    assert alike(texts, tmp_path / "out")


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", b"x" * 5000, None])
def test_a_file_that_is_none_is_not_used(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes | None
) -> None:
    out = tmp_path / "out"
    normalize([texts], out)
    if data is None:
        (out / KEPT).unlink()
        (out / KEPT).mkdir()
    else:
        (out / KEPT).write_bytes(data)
    with processed(monkeypatch) as paths:
        normalize([texts], out)
    assert len(paths) > 40
    assert alike(texts, out)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE portions SET data = x'00'",
        "UPDATE portions SET data = 'text'",
        "DELETE FROM portions",
        "UPDATE files SET start = start + 1",
        "UPDATE files SET start = -5",
        "UPDATE files SET start = 'text'",
        "UPDATE files SET size = size - 1",
        "UPDATE files SET size = 1 << 40",
        "UPDATE files SET portion = portion + 1",
        "UPDATE files SET digest = 'text'",
        "UPDATE files SET hash = x'00'",
        "UPDATE files SET (start, size) = (SELECT start, size FROM files WHERE place = 0)",
    ],
)
def test_a_result_that_was_changed(texts: Path, page: Path, tmp_path: Path, statement: str) -> None:
    out = tmp_path / "out"
    normalize([texts], out)
    base = sqlite3.connect(out / KEPT)
    base.execute(statement + (" WHERE place > 0" if "files" in statement else ""))
    base.commit()
    base.close()
    page.write_bytes(page.read_bytes() + b"\n")
    with pytest.raises(InputError, match=r"first-pass\.db: is damaged \(remove it, or use --fresh\)"):
        normalize([texts], out)
    normalize([texts], out, incremental=False)
    assert alike(texts, out)


@pytest.mark.parametrize("value", ["'{}'", "NULL", "x'ff'", "value || ' '"])
def test_what_an_earlier_run_said_and_was_changed_is_not_believed(texts: Path, tmp_path: Path, value: str) -> None:
    """The files stay as they are, but are written again."""
    out = tmp_path / "out"
    first = normalize([texts], out)
    with closing(sqlite3.connect(out / KEPT)) as base:
        base.execute("CREATE TABLE other AS SELECT * FROM meta")
        base.execute("DROP TABLE meta")
        base.execute("ALTER TABLE other RENAME TO meta")
        base.execute(f"UPDATE meta SET value = {value} WHERE name = 'summary'")  # noqa: S608 - ours
        base.commit()
    assert same(first, normalize([texts], out))
    assert alike(texts, out)


def test_an_earlier_run_of_another_layout_is_not_used(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr(first_pass, "_LAYOUT", "2")
        normalize([texts], out)
    with processed(monkeypatch) as paths:
        normalize([texts], out)
    assert len(paths) > 40
    assert alike(texts, out)


@pytest.mark.parametrize("jobs", [1, 2])
def test_bytes_that_were_read_are_counted_in_every_process(texts: Path, tmp_path: Path, jobs: int) -> None:
    steps: list[Progress] = []
    normalize([texts], tmp_path / "out", jobs=jobs, watch=steps.append)
    sizes = [json.loads(line)["size"] for line in (tmp_path / "out" / "sources.jsonl").read_bytes().splitlines()]
    assert max(step.size for step in steps) == sum(sizes) > 0


def test_the_command(texts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = ["normalize", str(texts), "-o", str(out), "-j", "1"]
    first = CliRunner().invoke(app, command)
    again = CliRunner().invoke(app, command)
    assert first.exit_code == again.exit_code == 0
    assert first.stdout == again.stdout
    assert first.stderr.splitlines()[:-1] == again.stderr.splitlines()[:-1]
    assert "0 bytes read in" in again.stderr.splitlines()[-1]
    assert (out / KEPT).exists()
    assert CliRunner().invoke(app, [*command, "--fresh"]).stdout == first.stdout
    assert not (out / KEPT).exists()
    assert cpp_corpus.load(out) == cpp_corpus.load(texts)


def test_a_file_as_bytes() -> None:
    assert from_bytes(as_bytes(Packed(None, (), (), asked=True))).asked
    with pytest.raises(ValueError, match="invalid literal"):
        from_bytes(b"nothing at all")
