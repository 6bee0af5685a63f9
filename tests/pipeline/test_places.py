"""What is no file, paths that no file can have, trees that go round or too deep, inputs and outputs in one another."""

from __future__ import annotations

import os
import socket
import subprocess
from errno import EACCES
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import InputError, OutputError
from cpp_corpus.ingest import PassedOver, entries
from cpp_corpus.pipeline.atlas import build_atlas
from cpp_corpus.pipeline.batch import normalize


def page(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("# Article 1\n\n<p>Le vent.</p>", encoding="utf-8")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
def test_what_is_no_file_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "link.md").symlink_to("pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.path.relpath(tmp_path / "socket.md"))
    for entry in entries([tmp_path]):
        if isinstance(entry, PassedOver):
            assert entry.path == f"{tmp_path}/link.md"
            continue
        with pytest.raises(OSError, match="a pipe or a device"):
            entry.open()
    page(tmp_path / "code-des-nuages/1.md")
    corpus = cpp_corpus.load(tmp_path, jobs=2)
    assert [str(each.number) for each in corpus] == ["1"]
    assert {(each.kind, each.reason, each.count) for each in corpus.unread} == {
        (".md", "unreadable: a pipe or a device", 3),
        ("link", "a link to what is read at its own place", 1),
    }


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_a_device_that_is_named_is_not_read_without_end() -> None:
    with pytest.raises(InputError, match="/dev/zero: error: The file is unreadable: a device; - is standard input"):
        cpp_corpus.load("/dev/zero")


def test_a_link_to_nothing_is_one_entry_and_is_said_to_be_one(tmp_path: Path) -> None:
    page(tmp_path / "code-des-nuages/1.md")
    gone = tmp_path / "gone.md"
    gone.symlink_to("nothing.md")
    for places in ([tmp_path, gone], [gone, tmp_path], [gone, gone, tmp_path]):
        assert [each.path for each in entries(places)] == [str(gone), f"{tmp_path}/code-des-nuages/1.md"]
    said = "a link to something that does not exist"
    (unread,) = cpp_corpus.load(tmp_path).unread
    assert (unread.reason, unread.count, unread.example) == (f"unreadable: {said}", 1, str(gone))
    for call in (cpp_corpus.load, cpp_corpus.open, lambda path: normalize([path], tmp_path / "out")):
        with pytest.raises(InputError, match=f"gone.md: is {said}"):
            call(gone)


def test_a_loop_of_links_is_one_entry_that_cannot_be_read(tmp_path: Path) -> None:
    page(tmp_path / "code-des-nuages/1.md")
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    corpus = cpp_corpus.load(tmp_path)
    assert len(corpus) == 1
    assert [(each.count, each.example) for each in corpus.unread] == [(2, str(tmp_path / "a"))]
    assert "Too many levels of symbolic links" in corpus.unread[0].reason


@pytest.mark.parametrize("name", ["", "nowhere", "x" * 5000, "a\0b", "loop", "file/x", "\udcff"])
def test_a_path_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").touch()
    path = f"{tmp_path}/{name}" if name else ""
    calls = (cpp_corpus.load, cpp_corpus.open, build_atlas, lambda path: normalize([path], tmp_path / "out"))
    for call in calls:
        with pytest.raises(
            InputError, match=r"there is no such file|cannot be read: |is no name that a file can have|is empty"
        ):
            call(path)
    assert {each.name for each in tmp_path.iterdir()} == {"loop", "file"}


def test_thousands_of_nested_folders(tmp_path: Path) -> None:
    """The system has no path to the deepest of them; that is one finding, and the others are read."""
    page(tmp_path / "code-des-nuages/1.md")
    at = os.open(tmp_path, os.O_RDONLY)
    try:
        for _ in range(3000):
            os.mkdir("d", dir_fd=at)
            below = os.open("d", os.O_RDONLY, dir_fd=at)
            os.close(at)
            at = below
    finally:
        os.close(at)
    corpus = cpp_corpus.load(tmp_path)
    assert len(corpus) == 1
    assert [(each.count, each.reason) for each in corpus.unread] == [(1, "unreadable: File name too long")]
    subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)  # noqa: S603, S607 - Python cannot, in 3.11


@pytest.mark.parametrize("inside", ["pages/out", "pages/out/articles.jsonl", "loop/out/articles.jsonl"])
def test_inputs_and_output_in_one_another(tmp_path: Path, inside: str) -> None:
    page(tmp_path / "pages/code-des-nuages/1.md")
    (tmp_path / "loop").symlink_to("pages")
    out = tmp_path / "pages" / "out"
    for _ in range(2):
        summary = normalize([tmp_path / "pages"], out)
        assert summary.counts["sources"] == 1
        assert not summary.unread
    (out.with_name(".out.cpp-corpus-part")).mkdir()
    assert not normalize([tmp_path / "pages"], out).unread
    with pytest.raises(OutputError, match="one of the inputs"):
        normalize([tmp_path / inside], out)
    with pytest.raises(OutputError, match="one of the inputs"):
        normalize([out], tmp_path / "pages")
    with pytest.raises(OutputError, match="other files"):
        normalize([Path("fixtures/pages")], tmp_path)


def test_a_folder_that_cannot_be_looked_into_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page(tmp_path / "code-des-nuages/1.md")
    (tmp_path / "closed").mkdir()
    scandir = os.scandir

    def failing(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(EACCES, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr("os.scandir", failing)
    assert [each.reason for each in cpp_corpus.load(tmp_path).unread] == ["unreadable: Permission denied"]
