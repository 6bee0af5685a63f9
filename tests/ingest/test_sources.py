"""What sources give: entries, in which order, and what is passed over."""

from __future__ import annotations

import io
import os
import pickle
from errno import ENAMETOOLONG
from pathlib import Path

import pytest

from cpp_corpus.errors import InputError
from cpp_corpus.ingest import SOURCES, FileEntry, PassedOver, entries, unpacked


def made(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def found(root: Path) -> list[str]:
    return [Path(entry.path).relative_to(root).as_posix() for entry in entries([root])]


def test_files_of_a_folder_come_before_its_subfolders_and_numbers_by_their_value(tmp_path: Path) -> None:
    made(tmp_path, "b/1.md", "a-b/1.md", "a/2.md", "a/10.txt", "a/1/3.md", "a.md")
    assert found(tmp_path) == ["a.md", "a/2.md", "a/10.txt", "a/1/3.md", "a-b/1.md", "b/1.md"]


def test_every_file_is_an_entry_whatever_its_name(tmp_path: Path) -> None:
    made(tmp_path, "README.md", "a/readme.md", "image.png", "keep.TXT", "no-suffix")
    assert found(tmp_path) == ["README.md", "image.png", "keep.TXT", "no-suffix", "a/readme.md"]


def test_hidden_entries_and_version_control_are_passed_over(tmp_path: Path) -> None:
    made(tmp_path, ".git/x.md", ".hidden.md", "CVS/1.md", "1.md")
    given = list(entries([tmp_path]))
    passed = [Path(entry.path).name for entry in given if isinstance(entry, PassedOver)]
    assert passed == [".git", ".hidden.md", "CVS"]
    assert {entry.kind for entry in given if isinstance(entry, PassedOver)} == {"hidden"}
    assert [entry.path for entry in given if isinstance(entry, FileEntry)] == [f"{tmp_path}/1.md"]


def test_a_named_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    made(tmp_path, ".x.strange")
    assert list(entries([tmp_path / ".x.strange"])) == [FileEntry(f"{tmp_path}/.x.strange", is_named=True)]


def test_nothing_twice(tmp_path: Path) -> None:
    made(tmp_path, "a/1.md", "a/2.md", "a/.3.md")
    files = [tmp_path / "a/2.md", tmp_path / "a/2.md", tmp_path / "a/.3.md"]
    given = [entry for entry in entries([*files, tmp_path, tmp_path / "a"]) if isinstance(entry, FileEntry)]
    assert given == [
        FileEntry(f"{tmp_path}/a/1.md"),
        FileEntry(f"{tmp_path}/a/2.md"),
        FileEntry(f"{tmp_path}/a/.3.md", is_named=True),
    ]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"# Article 1\n\nx")))
    (entry,) = unpacked(entries(["-"]))
    assert not isinstance(entry, PassedOver)
    assert (entry.path, entry.size(), entry.open().read(), entry.is_named) == ("-", 14, b"# Article 1\n\nx", True)


def test_entries_travel_between_processes(tmp_path: Path) -> None:
    made(tmp_path, "1.md")
    (entry,) = entries([tmp_path])
    assert pickle.loads(pickle.dumps(entry)) == entry  # noqa: S301 - our own


def test_a_file_that_is_gone_has_no_size(tmp_path: Path) -> None:
    assert [FileEntry(str(tmp_path / name)).size() for name in ("gone", "nul\0")] == [0, 0]


def test_files_come_last_among_the_sources() -> None:
    assert list(SOURCES)[-1] == "file"


def test_links_that_go_in_circles(tmp_path: Path) -> None:
    made(tmp_path, "a/1.md")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert found(tmp_path) == ["a/1.md"]


def test_a_missing_path_stops_before_anything_is_read(tmp_path: Path) -> None:
    made(tmp_path, "1.md")
    with pytest.raises(InputError, match="no such file"):
        entries([tmp_path, tmp_path / "nowhere"])


def test_a_folder_that_cannot_be_looked_into_is_an_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then reading it says why, and what stands beside it is read."""
    made(tmp_path, "1.md", "deep/2.md", "too-deep/3.md")
    scandir = os.scandir

    def failing(path: str) -> object:
        if path.endswith("too-deep"):
            raise OSError(ENAMETOOLONG, "File name too long", path)
        return scandir(path)

    monkeypatch.setattr("os.scandir", failing)
    assert found(tmp_path) == ["1.md", "deep/2.md", "too-deep"]
