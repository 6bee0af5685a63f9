import errno
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cpp_corpus.errors import OutputError
from cpp_corpus.export import fresh_folder

MANIFEST = b'{"schema_version":"2","generator":{"name":"cpp-corpus","version":"0"}}'


def write(out: Path, data: bytes = MANIFEST) -> None:
    with fresh_folder(out) as folder:
        (folder / "corpus.json").write_bytes(data)


def test_a_new_folder_and_its_parents(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b" / "corpus.json").read_bytes() == MANIFEST
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["b"]


def test_an_export_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out)
    (out / "graph.json").touch()
    write(out, MANIFEST + b"\n")
    assert [p.name for p in out.iterdir()] == ["corpus.json"]
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    write(out)
    assert (out / "corpus.json").exists()


@pytest.mark.parametrize("name", ["thesis.txt", "corpus.json"])
def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(OutputError, match="other files"):
        write(tmp_path)
    assert (tmp_path / name).read_text() == "mine"


def test_an_export_with_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out)
    (out / "thesis.txt").write_text("mine")
    with pytest.raises(OutputError, match="other files"):
        write(out)


def test_a_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.touch()
    with pytest.raises(OutputError, match="is a file"):
        write(out)


def test_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError):
        write(tmp_path / "file" / "out")


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "x"), KeyboardInterrupt(), ValueError("x")])
def test_nothing_is_left_where_the_work_ends_early(tmp_path: Path, error: BaseException) -> None:
    out = tmp_path / "out"
    write(out)

    def work() -> None:
        with fresh_folder(out) as folder:
            (folder / "corpus.json").write_text("half")
            raise error

    with pytest.raises(OutputError if isinstance(error, OSError) else type(error)) as caught:
        work()
    if isinstance(error, OSError):
        assert "No space left on device" in str(caught.value)
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert (out / "corpus.json").read_bytes() == MANIFEST


def test_the_old_export_comes_back_where_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    write(out)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.suffix == ".part":
            raise OSError(errno.EIO, "x")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OutputError):
        write(out, b"new")
    assert (out / "corpus.json").read_bytes() == MANIFEST
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_folders_made_above_go_too_where_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(KeyboardInterrupt), fresh_folder(tmp_path / "there" / "a" / "b" / "out"):
        raise KeyboardInterrupt
    assert list((tmp_path / "there").iterdir()) == []


KILLED = """
import os, signal, sys
from cpp_corpus.export import fresh_folder
with fresh_folder(sys.argv[1]) as folder:
    (folder / "articles.jsonl").write_bytes(b"half")
    print(folder.name, flush=True)
    sys.stdin.read() if sys.argv[2] == "wait" else os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be locked there")
def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-c", KILLED, str(out), "die"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    assert done.returncode == -signal.SIGKILL
    assert [path.name for path in tmp_path.iterdir()] == [done.stdout.strip()]
    write(out)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be locked there")
def test_what_a_living_run_has_begun_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-c", KILLED, str(out), "wait"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603
        assert running.stdin is not None
        assert running.stdout is not None
        name = running.stdout.readline().strip()
        write(out)
        assert {path.name for path in tmp_path.iterdir()} == {"out", name}
        (tmp_path / name / "corpus.json").write_bytes(MANIFEST + b"\n")
        (tmp_path / name / "articles.jsonl").unlink()
        running.stdin.close()
        assert running.wait(timeout=60) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (out / "corpus.json").read_bytes() == MANIFEST + b"\n"


def test_two_runs_of_one_process(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with fresh_folder(out) as first:
        write(out)
        assert first.is_dir()
        (first / "corpus.json").write_bytes(MANIFEST + b"\n")
    assert (out / "corpus.json").read_bytes() == MANIFEST + b"\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", [".out.part", ".out.12345678.old", ".out.1234567g.part", ".other.12345678.part"])
def test_folders_of_other_names_stay(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    write(tmp_path / "out")
    assert {path.name for path in tmp_path.iterdir()} == {"out", name}


def test_a_file_or_a_link_of_that_name_stays(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / ".out.00000000.part").touch()
    (tmp_path / ".out.00000001.part").symlink_to(tmp_path / "mine")
    write(tmp_path / "out")
    assert len(list(tmp_path.iterdir())) == 4
