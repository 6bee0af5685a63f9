import errno
import json
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import InputError, OutputError
from cpp_corpus.export.folder import KEPT
from cpp_corpus.export.spool import Spool
from cpp_corpus.normalizer import recognize
from cpp_corpus.pipeline.batch import normalize

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "fixtures"
NAMES = {
    "corpus.json",
    "sources.jsonl",
    "articles.jsonl",
    "references.jsonl",
    "graph.json",
    "findings.jsonl",
    "corpus.db",
}


def contents(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name != KEPT}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("export") / "out"
    normalize([FIXTURES], out)
    return contents(out)


def test_files(expected: dict[str, bytes]) -> None:
    assert set(expected) == NAMES


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_same_bytes_whatever_the_workers(expected: dict[str, bytes], tmp_path: Path, jobs: int) -> None:
    normalize([FIXTURES], tmp_path / "out", jobs=jobs)
    assert contents(tmp_path / "out") == expected


def test_the_same_bytes_whatever_the_order(expected: dict[str, bytes], tmp_path: Path) -> None:
    files = [path for path in FIXTURES.rglob("*") if path.is_file() and path.suffix in {".md", ".txt"}]
    files = [path for path in files if path.name != "README.md"]
    normalize([*reversed(files), FIXTURES], tmp_path / "out")
    written = contents(tmp_path / "out")
    normalize([FIXTURES, *files], tmp_path / "out")
    assert contents(tmp_path / "out") == written
    of_named = {"corpus.json", "corpus.db", "findings.jsonl"}  # files that are named have findings of their own
    assert {name for name, data in written.items() if data != expected[name]} <= of_named
    readable = [path for path in files if path.parent.name != "broken"]
    normalize([*reversed(readable), FIXTURES], tmp_path / "out")
    assert contents(tmp_path / "out") == expected


def test_the_same_bytes_from_a_corpus(expected: dict[str, bytes], tmp_path: Path) -> None:
    corpus = cpp_corpus.load(FIXTURES)
    corpus.export(tmp_path / "out")
    assert contents(tmp_path / "out") == expected
    assert corpus.graph.to_json() == expected["graph.json"]


def test_the_same_bytes_over_an_earlier_export(expected: dict[str, bytes], tmp_path: Path) -> None:
    for _ in range(2):
        summary = normalize([FIXTURES], tmp_path / "out")
    assert contents(tmp_path / "out") == expected
    assert summary.counts == json.loads(expected["corpus.json"])["counts"]


def test_an_export_below_its_own_input_is_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "l1.md").write_text("# Article 1\n\n<p>Le vent.</p>", encoding="utf-8")
    normalize([tmp_path], tmp_path / "out")
    before = contents(tmp_path / "out")
    normalize([tmp_path], tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_progress(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    normalize([FIXTURES / "dumps"], tmp_path / "out", progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_self: Spool, _line: bytes) -> None:
        raise OSError(errno.ENOSPC, "x")

    monkeypatch.setattr(Spool, "add", full)
    with pytest.raises(OutputError, match="No space left on device"):
        normalize([FIXTURES], tmp_path / "out", incremental=False)
    assert list(tmp_path.iterdir()) == []


def test_nothing_could_be_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.md").touch()
    with pytest.raises(InputError, match=r"empty\.md"):
        normalize([tmp_path / "in"], tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_an_error_of_the_recogniser_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_fields: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(recognize, "recognize", broken)
    summary = normalize([FIXTURES / "dumps" / "sabliers.txt"], tmp_path / "out")
    assert summary.counts["references"] == 0
    assert summary.findings["internal-error"] == summary.counts["articles"]
    assert "too deep" in contents(tmp_path / "out")["findings.jsonl"].decode()


def test_findings_speak_of_settled_ids(expected: dict[str, bytes]) -> None:
    ids = {json.loads(line)["id"] for line in expected["articles.jsonl"].splitlines()}
    named = {json.loads(line)["article"] for line in expected["findings.jsonl"].splitlines()} - {None}
    assert named
    assert named <= ids
