import errno
from pathlib import Path

import pytest

from cpp_corpus.errors import OutputError
from cpp_corpus.export import fresh_folder, known_formats

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


def test_formats() -> None:
    assert known_formats(["json", "json"]) == ("json",)
    with pytest.raises(OutputError, match="there are: json"):
        known_formats(["docx"])
    with pytest.raises(OutputError):
        known_formats([])


def test_folders_made_above_go_too_where_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(KeyboardInterrupt), fresh_folder(tmp_path / "there" / "a" / "b" / "out"):
        raise KeyboardInterrupt
    assert list((tmp_path / "there").iterdir()) == []
