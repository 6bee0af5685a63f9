"""The atlases of the package, as an installed cpp-corpus finds them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus.extending import ATLASES
from cpp_corpus.lang.acts import ACTS, numbers
from cpp_corpus.pipeline.atlas import InstalledNumbers, atlas_files, atlas_header, number_source, read_atlas
from cpp_corpus.pipeline.atlas import numbers as looked_up

package = pytest.importorskip("cpp_corpus_atlas")
try:
    distribution("cpp-corpus-atlas")
except PackageNotFoundError:
    pytest.skip("cpp-corpus-atlas is not installed: pip install -e packages/cpp-corpus-atlas", allow_module_level=True)
FILES = sorted(package.ATLASES.files.items())
MOST = 25_000_000  # bytes


def test_it_is_found_by_its_entry_point() -> None:
    assert ATLASES["codes"] == package.ATLASES
    assert next(iter(ATLASES)) == "shipped"
    assert len(list(atlas_files())) == len(FILES) + 1  # no code is in both


def test_its_size() -> None:
    assert len(FILES) == 63
    assert sum(path.stat().st_size for _, path in FILES) < MOST


@pytest.mark.parametrize(("act", "path"), FILES, ids=[act for act, _ in FILES])
def test_each_atlas_has_the_numbers_of_its_code(act: str, path: Path) -> None:
    header = atlas_header(path)
    assert "Licence Ouverte" in header.source
    assert list(header.acts) == [act]
    assert act in ACTS
    atlas = read_atlas(path).acts[act]
    assert len(atlas) == header.acts[act].versions > 0
    assert str(atlas.as_of) == "2023-12-01"
    current = {cpp_corpus.ArticleNumber(atlas.numbers[row]).normalized for row in atlas.rows_at(None)}
    missing = {number for number in current - numbers(act) if not number.startswith("annexe")}
    assert len(missing) <= 0.01 * len(current)
    assert len(atlas.sketch(len(atlas) - 1)) > 0


def test_only_the_atlas_of_the_act_of_a_dump_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def recorded(path: Path) -> object:
        read.append(path.stem)
        return read_atlas(path)

    monkeypatch.setattr(looked_up, "read_atlas", recorded)
    dump = tmp_path / "dump.txt"
    for title, act in (("Recueil", []), ("Code des sabliers", []), ("Code de l'artisanat", ["code-de-lartisanat"])):
        dump.write_text(f"{title}\n\nVersion en vigueur au 01 mars 2020\n\n    • Le sable est fin.\n", encoding="utf-8")
        (article,) = cpp_corpus.load(dump)
        assert article.number is None
        assert read == act


def test_a_source_of_numbers_does_not_switch_it_off(tmp_path: Path) -> None:
    page = tmp_path / "code-des-sabliers" / "1.md"
    page.parent.mkdir()
    page.write_text("# Article 1\n\n<p>Le sable est fin.</p>", encoding="utf-8")
    source = number_source(page.parent)
    assert [len(source.atlas(act).atlas or ()) for act in ("code-des-sabliers", "code-des-nuages")] == [1, 0]
    found, installed = (each.atlas("code-de-la-route").atlas for each in (source, InstalledNumbers()))
    assert found is not None
    assert installed is not None
    assert list(found.exact) == list(installed.exact)


def test_the_wheel_has_the_same_bytes_twice(tmp_path: Path) -> None:
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    package_folder = Path(__file__).parents[1]
    made = []
    for name in ("one", "two"):
        source = tmp_path / name
        shutil.copytree(package_folder, source, ignore=shutil.ignore_patterns("__pycache__", "dist"))
        command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(tmp_path), str(source)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
        assert done.returncode == 0, done.stdout + done.stderr
        (wheel,) = tmp_path.glob("*.whl")
        made.append(wheel.read_bytes())
        wheel.unlink()
    assert made[0] == made[1]
    assert len(made[0]) < MOST
