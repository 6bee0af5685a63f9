"""Nothing is passed over in silence: what is not read is counted by kind and reason, wherever a corpus says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import Corpus, InputError, Unread
from cpp_corpus.model.finding import Finding, FindingCode
from cpp_corpus.pipeline.batch import normalize
from cpp_corpus.pipeline.unread import first_problem

PAGE = "# Article 1\n\n<p>Le vent souffle.</p>"
FILES = {
    "code-des-nuages/1.md": PAGE.encode(),
    "2.xml": b"<article/>",
    "3.json": b"{}",
    "4.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "5.DOC": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "README.md": b"# Lisez-moi",
    "image.png": b"\x89PNG\r\n\x1a\n",
    ".hidden.md": PAGE.encode(),
    ".git/HEAD": b"ref",
}
COUNTED = {
    (".json", 1): "JSON in no known format",
    (".doc", 2): "an old office document",
    (".png", 1): "an image",
    (".xml", 1): "XML in no known format",
    ("README.md", 1): "text in no known format",
    ("hidden", 2): "a hidden entry or a version-control folder",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in FILES.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "in"


def counted(unread: tuple[Unread, ...]) -> dict[tuple[str, int], str]:
    return {(each.kind, each.count): each.reason for each in unread}


def test_every_entry_is_read_or_counted(folder: Path) -> None:
    corpus = cpp_corpus.load(folder)
    assert [article.id for article in corpus] == ["code-des-nuages/1"]
    assert counted(corpus.unread) == COUNTED
    assert next(each.example for each in corpus.unread if each.kind == ".doc") == f"{folder}/4.doc"
    assert len(corpus.sources) == 1


def test_one_finding_a_kind(folder: Path) -> None:
    corpus = cpp_corpus.load(folder)
    found = {Path(str(f.path)).name: (f.code, str(f.severity)) for f in corpus.findings}
    assert found == {
        "2.xml": ("unknown-format", "error"),
        "3.json": ("unknown-format", "error"),
        "4.doc": ("binary-file", "error"),
        "README.md": ("unknown-format", "info"),
        "image.png": ("binary-file", "info"),
        ".git": ("passed-over", "info"),
    }
    (many,) = [f.message for f in corpus.findings if f.code == "binary-file" and f.severity == "error"]
    assert many.startswith("2 files (.doc) were not read: each is an old office document.")


def test_it_stands_in_the_export_and_comes_back(folder: Path, tmp_path: Path) -> None:
    summary = normalize([folder], tmp_path / "out")
    assert counted(summary.unread) == COUNTED
    manifest = json.loads((tmp_path / "out" / "corpus.json").read_bytes())
    assert [Unread(**each) for each in manifest["unread"]] == list(summary.unread)
    again = cpp_corpus.load(tmp_path / "out")
    assert again.unread == summary.unread
    again.export(tmp_path / "again")
    cpp_corpus.load(folder).export(tmp_path / "loaded")
    for name in ("corpus.json", "findings.jsonl"):
        written = (tmp_path / "out" / name).read_bytes()
        assert (tmp_path / "again" / name).read_bytes() == written
        assert (tmp_path / "loaded" / name).read_bytes() == written
    assert again.at("2030-01-01").unread == again.unread


def test_a_named_file_has_a_finding_of_its_own(folder: Path) -> None:
    names = ["code-des-nuages/1.md", "4.doc", "5.DOC", "README.md"]
    corpus = cpp_corpus.load(*(folder / name for name in names))
    found = [(Path(str(f.path)).name, str(f.severity)) for f in corpus.findings]
    assert found == [("4.doc", "error"), ("5.DOC", "error"), ("README.md", "error")]
    assert {each.kind: each.count for each in corpus.unread} == {".doc": 2, "README.md": 1}


def test_jobs_do_not_matter(folder: Path) -> None:
    assert cpp_corpus.load(folder, jobs=2).unread == cpp_corpus.load(folder).unread


@pytest.mark.parametrize(("name", "said"), [("4.doc", "office"), ("3.json", "JSON"), ("README.md", "cpp-corpus refs")])
def test_where_nothing_is_read_the_error_says_why(folder: Path, name: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        cpp_corpus.load(folder / name)


def test_a_corpus_made_by_hand_has_nothing_unread() -> None:
    assert Corpus().unread == ()


def test_where_all_is_passed_over_or_no_text_the_error_says_why(tmp_path: Path) -> None:
    (tmp_path / ".hidden.md").write_text(PAGE, encoding="utf-8")
    with pytest.raises(InputError, match="only hidden entries"):
        cpp_corpus.load(tmp_path)
    (tmp_path / "README.md").write_text("# Lisez-moi", encoding="utf-8")
    with pytest.raises(InputError, match="text in no known format"):
        cpp_corpus.load(tmp_path)
    with pytest.raises(InputError, match="text in no known format"):
        normalize([tmp_path], tmp_path / "out")


def test_a_missing_extra_is_the_first_problem() -> None:
    first = Finding.build(FindingCode.UNKNOWN_FORMAT, "Who knows.", path="1.txt")
    extra = Finding.build(FindingCode.MISSING_EXTRA, "Install it.", path="2.xml")
    harmless = Finding.build(FindingCode.PASSED_OVER, "Hidden.", path=".git")
    assert first_problem([harmless, first, extra]) is extra
    assert first_problem([harmless, first]) is first
    assert first_problem([]) is None


def test_an_export_in_a_folder_that_is_given_too_is_read(folder: Path) -> None:
    normalize([folder / "code-des-nuages"], folder / "out")
    assert "export" in {each.kind for each in cpp_corpus.load(folder).unread}
    assert "export" not in {each.kind for each in cpp_corpus.load(folder, folder / "out").unread}


def test_a_file_of_an_export_names_its_folder(folder: Path, tmp_path: Path) -> None:
    normalize([folder], tmp_path / "out")
    with pytest.raises(InputError, match=r"articles\.jsonl: is a file of an export \(give its folder, .*out\)"):
        cpp_corpus.load(tmp_path / "out" / "articles.jsonl")
    texts = r"not texts \(give the texts; show, find and audit read"
    with pytest.raises(InputError, match=rf"articles\.jsonl: is a file of an export, {texts} its folder, .*out\)"):
        normalize([tmp_path / "out" / "articles.jsonl"], tmp_path / "again")
    with pytest.raises(InputError, match=rf"out: is an export, {texts} an export\)"):
        normalize([tmp_path / "out"], tmp_path / "again")


def test_a_file_of_an_export_without_records(folder: Path, tmp_path: Path) -> None:
    normalize([folder], tmp_path / "out", formats=["csv"])
    with pytest.raises(
        InputError, match=r"sources\.jsonl: is a file of an export without records, .*normalize the texts again"
    ):
        cpp_corpus.load(tmp_path / "out" / "sources.jsonl")
    with pytest.raises(InputError, match=r"sources\.jsonl: is a file of an export, not texts \(give the texts\)"):
        normalize([tmp_path / "out" / "sources.jsonl"], tmp_path / "again")
