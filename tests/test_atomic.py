"""Files that appear complete or not at all; folders: ``tests/export/test_folder.py``."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cpp_corpus.atomic import new_file, new_folder, unfinished, write_file
from cpp_corpus.errors import OutputError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    write_file(path, b"one")
    path.chmod(0o640)
    write_file(str(path), b"other")
    assert path.read_bytes() == b"other"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert names(tmp_path) == ["page.html"]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "x"), ValueError("x")])
def test_the_earlier_file_stays_where_the_work_ends_early(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "page.html"
    write_file(path, b"one")

    def fails() -> None:
        with new_file(path) as file:
            file.write(b"ot")
            raise error

    with pytest.raises(OutputError if isinstance(error, OSError) else type(error)):
        fails()
    assert path.read_bytes() == b"one"
    assert names(tmp_path) == ["page.html"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "page.html"
    link.symlink_to(tmp_path / "there" / "page.html")
    write_file(link, b"one")
    assert link.is_symlink()
    assert names(tmp_path / "there") == ["page.html"]


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_file(path, b"one")
        assert os.read(reader, 9) == b"one"
    finally:
        os.close(reader)
    assert path.is_fifo()
    assert names(tmp_path) == ["pipe"]


@pytest.mark.parametrize("place", ["", "nowhere/page.html", "page\0.html", "loop/page.html"])
def test_where_no_file_can_be_written(tmp_path: Path, place: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(OutputError):
        write_file(f"{tmp_path}/{place}", b"one")
    assert names(tmp_path) == ["loop"]


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    write_file(tmp_path / "page.html", b"one")
    for place in (tmp_path / "page.html" / "out", tmp_path / "page.html" / "more" / "out"):
        with pytest.raises(OutputError, match=r"page\.html is a file; give an output in a folder"), new_file(place):
            pass
        with pytest.raises(OutputError, match="is a file"), new_folder(place, lambda _: None):
            pass
    assert names(tmp_path) == ["page.html"]


def test_a_file_that_must_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.html"
    path.touch()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError, match="Permission denied"):
        write_file(path, b"one")


def test_two_at_once(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    with new_file(path) as file:
        file.write(b"one")
        with pytest.raises(OutputError, match="another run"):
            write_file(path, b"other")
    assert path.read_bytes() == b"one"
    assert names(tmp_path) == ["page.html"]


KILLED = """
import os, signal, sys
from cpp_corpus.atomic import new_file
with new_file(sys.argv[1]) as file:
    file.write(b"half")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_process_left_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    write_file(path, b"one")
    command = [sys.executable, "-c", KILLED, str(path)]
    assert subprocess.run(command, timeout=60, check=False).returncode == -signal.SIGKILL  # noqa: S603
    assert names(tmp_path) == [unfinished(path).name, "page.html"]
    assert path.read_bytes() == b"one"
    write_file(path, b"other")
    assert names(tmp_path) == ["page.html"]
    assert path.read_bytes() == b"other"


def test_files_kept_for_the_next_run(tmp_path: Path) -> None:
    def begins(error: BaseException) -> list[str]:
        with new_folder(tmp_path / "out", lambda _: None, kept=("done",)) as new:
            found = [*names(new.path), str(new.has_leftovers)]
            (new.path / "done").touch()
            (new.path / "half").touch()
            if error.args:
                raise error
        return found

    with pytest.raises(KeyboardInterrupt) as caught:
        begins(KeyboardInterrupt("x"))
    assert "the same command goes on from there" in caught.value.__notes__[0]
    assert names(tmp_path) == [".out.cpp-corpus-part"]
    assert names(tmp_path / ".out.cpp-corpus-part") == ["done"]
    with pytest.raises(OutputError, match="the same command goes on"):
        begins(OSError(28, "x"))
    assert begins(KeyboardInterrupt()) == ["done", "True"]
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("place", ["s3://moulins/vent", Path("s3://moulins/vent"), "https://example.org/vent"])
def test_nothing_is_written_to_an_address(place: str | Path) -> None:
    with pytest.raises(OutputError, match="is an address"), new_folder(place, lambda _: None):
        pass
