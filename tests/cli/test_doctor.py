"""``cpp-corpus doctor``: what is there, what is missing with what to type, what is broken."""

from __future__ import annotations

import importlib.metadata
import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus.cli import about, app, doctor


def checked(*args: object) -> tuple[int, dict[str, Any]]:
    done = CliRunner().invoke(app, ["doctor", *map(str, args), "--json"], env={"PYTHONIOENCODING": "utf-8"})
    return done.exit_code, {row["name"]: row for row in json.loads(done.stdout)["checks"]}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    cpp_corpus.load("fixtures/mirror").export(tmp_path / "out", formats="store")
    return tmp_path / "out"


def test_all_is_well(out: Path) -> None:
    status, rows = checked(out)
    assert status == 0
    assert {"python", "cpp-corpus", "packages", "sqlite", "terminal", "tables", "store", "extra graph"} <= set(rows)
    assert rows["store"]["detail"].startswith("42 articles, ")
    assert "law of 20" in rows["tables"]["detail"]
    assert any(name.startswith("atlases, ") for name in rows)


def test_it_prints_a_line_for_each(out: Path) -> None:
    done = CliRunner().invoke(app, ["doctor", str(out)])
    assert re.search(
        rf"^ok      store: 42 articles, [0-9]+ references \(cpp-corpus check {out} ", done.stdout, re.MULTILINE
    )


def test_a_missing_extra_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = ["orjson>=3", 'no-such-package>=2.0; extra == "moulins"', 'cpp-corpus[moulins]; extra == "all"']
    monkeypatch.setattr(importlib.metadata, "requires", lambda _: rows)
    status, found = checked()
    assert status == 0
    assert found["packages"]["health"] == "ok"
    assert found["extra moulins"] == {
        "name": "extra moulins",
        "health": "missing",
        "detail": "no-such-package is not installed",
        "advice": "pip install 'no-such-package>=2.0'",
    }
    assert "extra all" not in found


@pytest.mark.parametrize(
    ("rows", "detail"),
    [
        (["no-such-package"], "no-such-package is not installed"),
        (["orjson>=9999.1"], "is older than 9999.1"),
        (importlib.metadata.PackageNotFoundError(), "the package is not installed"),
    ],
)
def test_what_is_always_needed(monkeypatch: pytest.MonkeyPatch, rows: Any, detail: str) -> None:
    def requires(_: str) -> list[str]:
        if isinstance(rows, Exception):
            raise rows
        found: list[str] = rows
        return found

    monkeypatch.setattr(importlib.metadata, "requires", requires)
    status, found = checked()
    assert (status, found["packages"]["health"]) == (1, "fault")
    assert detail in found["packages"]["detail"]


@pytest.mark.parametrize("damage", [b"", b"no store", None])
def test_a_store_that_cannot_be_read(out: Path, damage: bytes | None) -> None:
    file = out / "corpus.db"
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage)
    status, rows = checked(file)
    assert (status, rows["store"]["health"]) == (1, "fault")
    assert str(file) in rows["store"]["detail"]


def test_a_damaged_atlas(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "code-x.atlas").write_bytes(b"no atlas")
    monkeypatch.setattr(about, "atlas_files", lambda: iter([("moulins", tmp_path / "code-x.atlas")]))
    status, rows = checked()
    assert (status, rows["atlases, moulins"]["health"]) == (1, "fault")


def test_versions_are_compared_by_their_numbers() -> None:
    assert doctor._release("2.10") > doctor._release("2.9.1")
    assert doctor._release("3.0") == doctor._release("3.0.0")
