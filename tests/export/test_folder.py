import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cpp_corpus import atomic
from cpp_corpus.errors import InputError, OutputError
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


@pytest.mark.parametrize("refused", [".out.cpp-corpus-part", None])
def test_without_an_exchange_of_names_in_one_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str | None
) -> None:
    """The old export comes back where the new one cannot take its place."""
    out = tmp_path / "out"
    write(out)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == refused:
            raise OSError(errno.EIO, "x")
        return rename(self, target)

    monkeypatch.setattr(atomic, "_are_exchanged", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refuse)
    if refused is None:
        write(out, MANIFEST + b"\n")
    else:
        with pytest.raises(OutputError):
            write(out, MANIFEST + b"\n")
    assert (out / "corpus.json").read_bytes() == MANIFEST + (b"\n" if refused is None else b"")
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


@pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")
def test_a_second_run_says_so_and_stops(tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-c", KILLED, str(out), "wait"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603
        assert running.stdin is not None
        assert running.stdout is not None
        name = running.stdout.readline().strip()
        with pytest.raises(OutputError, match="out: another run is writing there; wait"):
            write(out)
        (tmp_path / name / "corpus.json").write_bytes(MANIFEST)
        (tmp_path / name / "articles.jsonl").unlink()
        running.stdin.close()
        assert running.wait(timeout=60) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (out / "corpus.json").read_bytes() == MANIFEST


@pytest.mark.parametrize("is_there", [True, False])
def test_two_runs_of_one_process(tmp_path: Path, is_there: bool) -> None:
    out = tmp_path / "out"
    if is_there:
        write(out)
    with fresh_folder(out) as first:
        with pytest.raises(OutputError, match="another run"):
            write(out)
        (first / "corpus.json").write_bytes(MANIFEST + b"\n")
    assert (out / "corpus.json").read_bytes() == MANIFEST + b"\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("end", [".cpp-corpus-old", ".0123abcd.old"])
@pytest.mark.parametrize("is_there", [True, False])
def test_what_was_there_when_a_process_was_killed_between_two_renames(tmp_path: Path, end: str, is_there: bool) -> None:
    out, old = tmp_path / "out", tmp_path / f".out{end}"
    write(out)
    out.rename(old)
    if is_there:
        write(out, MANIFEST + b"\n")
        assert [path.name for path in tmp_path.iterdir()] == ["out"]
        return

    def fails() -> None:
        with fresh_folder(out):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fails()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (out / "corpus.json").read_bytes() == MANIFEST


def test_what_an_earlier_version_left(tmp_path: Path) -> None:
    (tmp_path / ".out.0123abcd.part").mkdir()
    (tmp_path / ".out.0123abcd.part" / "articles.jsonl").touch()
    write(tmp_path / "out")
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


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    there = tmp_path / "disk" / "out"
    there.parent.mkdir()
    out = tmp_path / "out"
    out.symlink_to(there)
    for _ in range(2):
        write(out)
        assert out.is_symlink()
        assert (there / "corpus.json").read_bytes() == MANIFEST
        assert [path.name for path in there.parent.iterdir()] == ["out"]


def test_what_must_not_be_written_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    write(out)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError, match="out: cannot be written: Permission denied"):
        write(out, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_error_of_something_else_names_it(tmp_path: Path) -> None:
    def reads() -> None:
        with fresh_folder(tmp_path / "out"):
            (tmp_path / "nowhere.txt").read_bytes()

    with pytest.raises(InputError, match=r"nowhere\.txt: No such file"):
        reads()
    assert list(tmp_path.iterdir()) == []
