"""The wheel and the source distribution: what is in them, and that they are the same wherever they are built."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LEFT_OUT = (".git", ".venv*", "out", ".*_cache", ".cache", "htmlcov", "__pycache__", ".hypothesis", "made", "dist")

pytest.importorskip("build")
pytest.importorskip("hatchling")


def built(folder: Path, touched: bool) -> Path:
    """Both distributions, built from a copy of the checkout, without a venv of their own."""
    source = folder / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(*LEFT_OUT))
    if touched:
        for path in source.rglob("*"):
            os.utime(path, (1_000_000_000, 1_000_000_000))
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder / "dist"), str(source)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1700000000"}
    environment.pop("PYTHONPATH", None)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "dist"


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("dist"), touched=False)


def test_they_are_the_same_wherever_they_are_built(dist: Path, tmp_path: Path) -> None:
    other = built(tmp_path, touched=True)
    assert hashes(dist) == hashes(other)


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_the_wheel_has_the_package_and_its_licence(dist: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"cpp_corpus"}
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert "cpp_corpus/py.typed" in names


def test_the_source_distribution_has_what_its_tests_need(dist: Path) -> None:
    (archive,) = dist.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {member.name.partition("/")[2] for member in opened.getmembers()}
    for needed in (
        "Makefile",
        "constraints.txt",
        "SECURITY.md",
        "findings/README.md",
        ".ci/run",
        ".dockerignore",
        "tests/conftest.py",
    ):
        assert needed in names
    assert not [name for name in names if name.endswith(".pyc") or "/.cache/" in name]
