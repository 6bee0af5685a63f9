from pathlib import Path

import pytest

from cpp_corpus import ingest
from cpp_corpus.errors import InputError
from cpp_corpus.ingest import FileEntry
from cpp_corpus.pipeline.stages import discover, process_file

PAGE = "# Article L1\n\n<p>Les moulins sont ouverts.</p>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    code = tmp_path / "code-des-essais"
    code.mkdir()
    for number in ("2", "10", "1"):
        (code / f"l{number}.md").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_order_is_that_of_the_numbers_however_the_files_were_given(folder: Path) -> None:
    files = [str(folder / "code-des-essais" / f"l{n}.md") for n in (1, 2, 10)]
    for given in ([str(folder)], files[::-1], [files[1], str(folder), files[1]]):
        assert [entry.path for entry in discover(given).entries] == files


def test_a_path_that_does_not_exist(folder: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.md: there is no such file"):
        discover([folder, folder / "nowhere.md"])


def test_no_file_at_all(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file"):
        discover([tmp_path])
    with pytest.raises(InputError):
        discover([])


def test_a_page(folder: Path) -> None:
    path = folder / "code-des-essais" / "l1.md"
    result = process_file(FileEntry(str(path), is_named=True))
    (article,) = result.articles
    assert article.id == "code-des-essais/l1"
    assert result.source is not None
    assert (result.source.articles, result.source.size) == (1, len(PAGE.encode()))
    assert result.is_read


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.md", b"", "empty-file"),
        ("binary.md", bytes(range(256)) * 8, "binary-file"),
        ("other.txt", "Une recette de crêpes, sans rien du droit.".encode(), "unknown-format"),
    ],
)
def test_what_is_no_law_is_a_finding(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = process_file(FileEntry(str(path), is_named=True))
    assert result.articles == ()
    assert [finding.code for finding in result.findings] == [code]
    assert not result.is_read


def test_a_file_that_is_gone_is_a_finding(tmp_path: Path) -> None:
    result = process_file(FileEntry(str(tmp_path / "gone.md"), is_named=True))
    assert [finding.code for finding in result.findings] == ["unreadable-file"]
    assert result.source is None


def test_an_error_of_a_stage_is_a_finding(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_entry: FileEntry, _act: str | None) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(ingest, "read_entry", broken)
    (finding,) = process_file(FileEntry(str(folder / "code-des-essais" / "l1.md"), is_named=True)).findings
    assert finding.code == "internal-error"
    assert "too deep" in finding.message
