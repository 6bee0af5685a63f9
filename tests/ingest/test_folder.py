"""Which files are read, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpp_corpus.errors import InputError
from cpp_corpus.ingest import walk


def made(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def found(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in walk([root])]


def test_order_is_that_of_the_parts_of_the_path(tmp_path: Path) -> None:
    made(tmp_path, "b/1.md", "a-b/1.md", "a/2.md", "a/10.txt", "a.md")
    assert found(tmp_path) == ["a/10.txt", "a/2.md", "a-b/1.md", "a.md", "b/1.md"]


def test_what_is_passed_over(tmp_path: Path) -> None:
    made(tmp_path, ".git/x.md", ".hidden.md", "README.md", "a/readme.md", "image.png", "keep.TXT", "no-suffix")
    assert found(tmp_path) == ["keep.TXT", "no-suffix"]


def test_a_named_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    made(tmp_path, "x.strange")
    assert list(walk([tmp_path / "x.strange"])) == [tmp_path / "x.strange"]


def test_nothing_twice(tmp_path: Path) -> None:
    made(tmp_path, "a/1.md", "a/2.md")
    paths = list(walk([tmp_path, tmp_path / "a", tmp_path / "a/2.md", tmp_path / "a/2.md"]))
    assert paths == [tmp_path / "a/1.md", tmp_path / "a/2.md"]


def test_links_that_go_in_circles(tmp_path: Path) -> None:
    made(tmp_path, "a/1.md")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert found(tmp_path) == ["a/1.md"]


def test_a_missing_path_stops_before_anything_is_read(tmp_path: Path) -> None:
    made(tmp_path, "1.md")
    with pytest.raises(InputError, match="no such file"):
        walk([tmp_path, tmp_path / "nowhere"])
