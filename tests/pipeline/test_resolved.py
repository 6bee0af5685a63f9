"""Locators that lead nowhere, in a corpus that is held and in one that is written."""

from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import Finding, FindingCode
from cpp_corpus.export.exported import read_export
from cpp_corpus.export.folder import KEPT
from cpp_corpus.pipeline.batch import normalize
from cpp_corpus.pipeline.resolved import missing_parts

PAGES = {
    "l1": "<p>Au 3° de l'article L. 2, au 1° du même article et au second alinéa de l'article L. 1.</p>",
    "l2": "<p>Sont permis :<br/>1° Le vent ;<br/>2° La pluie.</p>",
    "l3": "<p>Le deuxième alinéa du présent article.</p><p>Aux III et IV.</p>",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, body in PAGES.items():
        page = tmp_path / "pages" / "code-des-moulins" / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"# Article {name.upper()}\n\n{body}", encoding="utf-8")
    return tmp_path / "pages"


def parts(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.code == FindingCode.UNRESOLVED_PART]


def test_parts_that_are_not_there(folder: Path) -> None:
    corpus = cpp_corpus.load(folder)
    parts_exist = [(r.locator, r.part_exists) for r in corpus.references]
    assert parts_exist == [("3°", False), ("1°", True), ("al2", None), ("al2", True), ("III", False), ("IV", False)]
    first, *_ = missing_parts(corpus.references)
    assert first.message == "3° of 'L. 2' is cited, but code-des-moulins/l2 has no such part; check the target."
    assert first.article == "code-des-moulins/l1"
    assert first.span is not None
    assert corpus["L1"].text[first.span.start : first.span.end] == "L. 2"


@pytest.mark.parametrize("jobs", [1, 2])
def test_they_are_findings_of_what_is_written(folder: Path, tmp_path: Path, jobs: int) -> None:
    summary = normalize([folder], tmp_path / "out", jobs=jobs)
    assert summary.findings == {FindingCode.UNRESOLVED_PART: 1}
    corpus = cpp_corpus.load(folder)
    assert parts(read_export(tmp_path / "out").findings) == list(missing_parts(corpus.references))


def test_they_are_told_once(folder: Path, tmp_path: Path) -> None:
    normalize([folder], tmp_path / "out")
    again = cpp_corpus.load(tmp_path / "out")
    assert again.findings == cpp_corpus.load(folder).findings
    again.export(tmp_path / "again")
    for path in (each for each in (tmp_path / "out").iterdir() if each.name != KEPT):
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()


def test_in_a_note(tmp_path: Path) -> None:
    page = tmp_path / "code-des-moulins" / "l4.md"
    page.parent.mkdir()
    page.write_text("# Article L4\n\n<p>Le vent.</p><i>NOTA : Voir le 3° de l'article L. 5.</i>", encoding="utf-8")
    (page.parent / "l5.md").write_text("# Article L5\n\n<p>Sont permis :<br/>1° Le vent.</p>", encoding="utf-8")
    corpus = cpp_corpus.load(tmp_path)
    (finding,) = missing_parts(corpus.references)
    assert finding.span is not None
    assert finding.note == 0
    assert corpus["L4"].notes[0].text[finding.span.slice] == "L. 5"
    assert str(finding).startswith("code-des-moulins/l4: info: ")
