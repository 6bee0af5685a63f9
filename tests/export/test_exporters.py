"""The table of formats: what is chosen, several at once, one after the other into one folder, one of a user's own."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import Corpus, ExtensionError, MissingExtraError, OutputError, SourceFile
from cpp_corpus.export import EXPORTERS, ExportedArticle, Exporter, RecordLine, Sink, chosen_exporters
from cpp_corpus.export.folder import KEPT
from cpp_corpus.model.finding import Finding
from cpp_corpus.model.graph import Node
from cpp_corpus.normalizer.resolve import resolver
from cpp_corpus.pipeline import resolved
from cpp_corpus.pipeline.batch import normalize

ROOT = Path(__file__).parents[2]
MIRROR = ROOT / "fixtures" / "mirror"
JSON = {"corpus.json", "sources.jsonl", *EXPORTERS["json"].files}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return cpp_corpus.load(ROOT / "fixtures")


class Calls(Sink):
    """Writes which method was called with what."""

    def __init__(self, folder: Path) -> None:
        self.file = (folder / "calls.txt").open("w", encoding="utf-8")
        self.counts = dict.fromkeys(("articles", "references", "edges", "nodes", "findings", "sources"), 0)

    def article(self, article: ExportedArticle) -> None:
        assert article.record.id == json.loads(article.json)["id"]
        assert all(reference.source_id == article.record.id for reference in article.references)
        lines = article.reference_lines.splitlines()
        assert [json.loads(line)["start"] for line in lines] == [r.start for r in article.references]
        self.counts["articles"] += 1
        self.counts["references"] += len(article.references)
        self.counts["edges"] += len(article.edges)
        print("article", article.record.id, file=self.file)

    def node(self, node: Node) -> None:
        self.counts["nodes"] += 1
        print("node", node.id, file=self.file)

    def finding(self, finding: RecordLine[Finding]) -> None:
        self.counts["findings"] += 1
        print("finding", finding.record.code, file=self.file)

    def source(self, source: RecordLine[SourceFile]) -> None:
        self.counts["sources"] += 1
        print("source", source.record.path, file=self.file)

    def end(self) -> dict[str, int]:
        print("end", file=self.file)
        return self.counts

    def close(self) -> None:
        self.file.close()


@pytest.fixture
def calls() -> Iterator[str]:
    EXPORTERS.add("calls", Exporter("what is called", ("calls.txt",), Calls))
    yield "calls"
    EXPORTERS.remove("calls")


def test_a_sink_receives_everything_in_order(corpus: Corpus, tmp_path: Path, calls: str) -> None:
    summary = corpus.export(tmp_path / "out", formats=calls)
    lines = (tmp_path / "out" / "calls.txt").read_text("utf-8").splitlines()
    assert summary.formats[calls] == {name: summary.counts[name] for name in summary.formats[calls]}
    assert [line.split()[1] for line in lines if line.startswith("article ")] == [each.id for each in corpus]
    kinds = list(dict.fromkeys(line.split()[0] for line in lines))
    assert kinds == ["article", "node", "finding", "source", "end"]
    assert Counter(line.split()[1] for line in lines if line.startswith("finding ")) == summary.findings


def test_several_at_once_write_what_each_writes_alone(corpus: Corpus, tmp_path: Path, calls: str) -> None:
    names = ["json", "graphml", calls]
    together = corpus.export(tmp_path / "all", formats=names)
    assert list(together.formats) == names
    for name in names:
        alone = corpus.export(tmp_path / name, formats=name)
        assert alone.formats[name] == together.formats[name]
        assert alone.counts == together.counts
        for file in EXPORTERS[name].files:
            assert (tmp_path / name / file).read_bytes() == (tmp_path / "all" / file).read_bytes()
    manifest = json.loads((tmp_path / "all" / "corpus.json").read_bytes())
    assert {each["name"] for each in manifest["files"]} == {path.name for path in (tmp_path / "all").iterdir()} - {
        "corpus.json"
    }


def test_references_are_resolved_once(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def counting(*args: object) -> object:
        nonlocal asked
        asked += 1
        return resolver.resolve(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(resolved, "resolve", counting)
    summary = corpus.export(tmp_path / "out", formats=["json", "graphml"])
    assert asked == summary.counts["references"]


@pytest.mark.parametrize("names", [["json", "graphml"], ["graphml"], ["json", "store"]], ids=str)
def test_one_after_the_other_into_one_folder(tmp_path: Path, calls: str, names: list[str]) -> None:
    out = tmp_path / "out"
    for each in (["json", "graphml", calls], names, names):
        normalize([MIRROR], out, formats=each)
    files = {
        "corpus.json",
        "sources.jsonl",
        *(f for n in names for f in EXPORTERS[n].files),
    }  # a table was changed: nothing is kept
    assert {path.name for path in out.iterdir()} == files
    (out / "thesis.txt").touch()
    with pytest.raises(OutputError, match="other files"):
        normalize([MIRROR], out, formats=names)


def test_an_export_of_a_format_that_is_no_longer_known_is_replaced(tmp_path: Path) -> None:
    EXPORTERS.add("calls", Exporter("what is called", ("calls.txt",), Calls))
    normalize([MIRROR], tmp_path / "out", formats="json,calls")
    EXPORTERS.remove("calls")
    normalize([MIRROR], tmp_path / "out", formats="json")
    assert {path.name for path in (tmp_path / "out").iterdir()} == JSON | {KEPT}


def test_an_export_without_json_is_not_loaded_as_one(corpus: Corpus, tmp_path: Path) -> None:
    corpus.export(tmp_path / "out", formats=["graphml"])
    with pytest.raises(cpp_corpus.InputError):
        cpp_corpus.load(tmp_path / "out")


def test_names() -> None:
    assert list(chosen_exporters(["json", "json"])) == ["json"]
    assert list(chosen_exporters("graphml")) == ["graphml"]
    assert list(chosen_exporters("graphml,json")) == list(chosen_exporters(["graphml, json"])) == ["graphml", "json"]
    nothing: list[list[str] | str] = [[], "", ","]
    for none in nothing:
        with pytest.raises(OutputError, match="no export format was named; there are: json, store, graphml"):
            chosen_exporters(none)
    with pytest.raises(OutputError, match="there is no export format 'docx'; there are: json, store, graphml"):
        chosen_exporters(["json", "docx"])


def test_two_that_write_the_same_file() -> None:
    for files in (("graph.graphml",), ("corpus.json",)):
        EXPORTERS.add("other", Exporter("the same", files, Calls))
        try:
            with pytest.raises(OutputError, match=f"both write {files[0]}"):
                chosen_exporters(["graphml", "other"])
        finally:
            EXPORTERS.remove("other")


@pytest.mark.parametrize("name", ["../escape.txt", "/escape.txt", "a/b.txt", "a\\b.txt", "..", ".hidden", ""])
def test_a_file_that_is_not_in_the_folder_is_not_declared(name: str) -> None:
    with pytest.raises(ExtensionError, match="which is no name for a file in the folder of an export"):
        EXPORTERS.add("other", Exporter("escapes", ("calls.txt", name), Calls))


@pytest.mark.parametrize("name", ["more.txt", "more/calls.txt", "../calls.txt"])
def test_what_is_written_is_declared(corpus: Corpus, tmp_path: Path, name: str) -> None:
    class Writing(Calls):
        def __init__(self, folder: Path) -> None:
            super().__init__(folder)
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text("x", encoding="utf-8")

    EXPORTERS.add("other", Exporter("writes more", ("calls.txt",), Writing))
    try:
        shown = name.removesuffix("/calls.txt") if name.startswith("more") else name
        with pytest.raises(
            OutputError, match=rf"^an exporter \('json', 'other'\) wrote '{shown}', which its files do not"
        ):
            corpus.export(tmp_path / "out", formats=["json", "other"])
    finally:
        EXPORTERS.remove("other")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_a_file_of_a_format(corpus: Corpus, tmp_path: Path) -> None:
    class Writing(Calls):
        def __init__(self, folder: Path) -> None:
            (folder / "tables").mkdir()
            super().__init__(folder / "tables")

    EXPORTERS.add("other", Exporter("a folder", ("tables",), Writing))
    try:
        for _ in range(2):
            corpus.export(tmp_path / "out", formats=["json", "other"])
    finally:
        EXPORTERS.remove("other")
    assert {each.name for each in (tmp_path / "out").iterdir()} == {*JSON, "tables"}
    assert [each.name for each in (tmp_path / "out" / "tables").iterdir()] == ["calls.txt"]


@pytest.mark.parametrize("module", ["no_such_module", "no_such_package.module"])
def test_a_missing_extra_is_told_before_the_work(tmp_path: Path, module: str) -> None:
    EXPORTERS.add("other", Exporter("tables", ("tables",), Calls, extra="graph", modules=("json", module)))
    try:
        with pytest.raises(MissingExtraError, match=r"'other' needs the extra 'graph' .*pip install 'networkx>="):
            normalize([tmp_path / "nowhere"], tmp_path / "out", formats=["other"])
    finally:
        EXPORTERS.remove("other")


def test_nothing_is_left_where_one_of_them_fails(corpus: Corpus, tmp_path: Path) -> None:
    closed = []

    class Failing(Calls):
        def node(self, node: Node) -> None:
            raise ValueError(node.id)

        def close(self) -> None:
            super().close()
            closed.append(True)

    EXPORTERS.add("other", Exporter("fails", ("calls.txt",), Failing))
    try:
        with pytest.raises(OutputError, match=r"the export format 'other' failed: ValueError: .*l121-9; nothing was"):
            corpus.export(tmp_path / "out", formats=["json", "other"])
    finally:
        EXPORTERS.remove("other")
    assert closed == [True]
    assert list(tmp_path.iterdir()) == []
