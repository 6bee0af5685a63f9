"""What is written and read back is what was written."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import Corpus, InputError, Reference
from cpp_corpus.export.exported import is_export

ROOT = Path(__file__).parents[2]
FIXTURES = [ROOT / "fixtures" / name for name in ("mirror", "dumps", "pages")]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return cpp_corpus.load(*FIXTURES)


@pytest.fixture(scope="module")
def out(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written") / "out"
    corpus.export(folder, formats="json")
    return folder


def test_the_same_records(corpus: Corpus, out: Path) -> None:
    again = cpp_corpus.load(out)
    assert again.articles == corpus.articles
    assert again.leftovers == corpus.leftovers
    assert again.findings == corpus.findings
    assert again.sources == corpus.sources
    assert again.acts == corpus.acts


def test_the_same_references_and_graph(corpus: Corpus, out: Path) -> None:
    again = cpp_corpus.load(out)
    assert [again.references_of(each) for each in again] == [corpus.references_of(each) for each in corpus]
    assert all(type(reference) is Reference for each in again for reference in again.references_of(each))
    assert list(again.references) == list(corpus.references)
    assert again.graph == corpus.graph


def test_the_graph_is_read_and_not_built_anew(corpus: Corpus, out: Path, tmp_path: Path) -> None:
    folder = changed(out, tmp_path / "out", "references.jsonl", b"damaged")
    assert cpp_corpus.load(folder).graph == corpus.graph


def test_the_graph_is_built_where_it_was_not_written_or_is_of_other_records(
    corpus: Corpus, out: Path, tmp_path: Path
) -> None:
    assert cpp_corpus.load(changed(out, tmp_path / "a", "graph.json", None)).graph == corpus.graph
    data = (out / "graph.json").read_bytes()
    first = corpus.articles[0].id.encode()
    other = data.replace(b'"%s"' % first, b'"%s~9"' % first)
    assert other != data
    assert cpp_corpus.load(changed(out, tmp_path / "b", "graph.json", other)).graph == corpus.graph


@pytest.mark.parametrize(("what", "more"), [("nodes", 1), ("edges", -1)])
def test_a_graph_that_has_more_or_less(out: Path, tmp_path: Path, what: str, more: int) -> None:
    """Whatever its layout: here all is on one line."""
    graph = json.loads((out / "graph.json").read_bytes())
    rows = graph[what]
    graph[what] = [*rows, rows[0] | {"id": "code-des-nuages/1"}] if more > 0 else rows[:-1]
    again = cpp_corpus.load(changed(out, tmp_path / "out", "graph.json", json.dumps(graph).encode()))
    said = rf"graph\.json: has {len(rows) + more} {what}, where corpus\.json counts {len(rows)} \(run cpp-corpus"
    with pytest.raises(InputError, match=said):
        again.graph  # noqa: B018 - read when asked for


def test_a_manifest_that_lacks_sources(out: Path, tmp_path: Path) -> None:
    manifest = json.loads((out / "corpus.json").read_bytes())
    count = len(manifest["sources"])
    manifest["sources"].pop()
    with pytest.raises(InputError, match=f"has {count - 1} sources, where corpus.json counts {count}"):
        cpp_corpus.load(changed(out, tmp_path / "out", "corpus.json", json.dumps(manifest).encode()))


def test_a_damaged_graph_is_told_of_when_asked_for(out: Path, tmp_path: Path) -> None:
    data = (out / "graph.json").read_bytes()
    again = cpp_corpus.load(changed(out, tmp_path / "out", "graph.json", data[:-9]))
    with pytest.raises(InputError, match=r"graph\.json:\d+: not an article graph"):
        again.graph  # noqa: B018 - read when asked for


def test_the_references_are_read_and_not_found_anew(out: Path, tmp_path: Path) -> None:
    first, *others = (out / "references.jsonl").read_bytes().splitlines(keepends=True)
    again = cpp_corpus.load(changed(out, tmp_path / "out", "references.jsonl", first * (1 + len(others))))
    assert len({each.source_id for each in again.references}) == 1


def test_written_again_it_gives_the_same_bytes(out: Path, tmp_path: Path) -> None:
    cpp_corpus.load(str(out)).export(tmp_path / "again", formats="json")
    for path in out.iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes(), path.name


def test_an_export_beside_other_files(out: Path, tmp_path: Path) -> None:
    page = tmp_path / "code-des-nuages" / "l1.md"
    page.parent.mkdir()
    page.write_text("# Article L1\n\n<p>Les nuages passent.</p>", encoding="utf-8")
    both = cpp_corpus.load(page, out)
    assert len(both) == len(cpp_corpus.load(out)) + 1
    assert both.offsets(("code-des-nuages", "L1")) is not None


def test_it_can_be_pickled(corpus: Corpus, out: Path) -> None:
    again: Corpus = pickle.loads(pickle.dumps(cpp_corpus.load(out)))  # noqa: S301
    assert again.graph == corpus.graph


def test_what_is_an_export(out: Path, tmp_path: Path) -> None:
    assert is_export(out)
    assert is_export(str(out))
    assert not is_export(tmp_path)
    assert not is_export(out / "corpus.json")
    assert not is_export(tmp_path / "nowhere")


def changed(out: Path, folder: Path, name: str, data: bytes | None) -> Path:
    """The export, with the content of one file changed, or the file gone."""
    folder.mkdir(exist_ok=True)
    for path in out.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    if data is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("name", ["corpus.json", "articles.jsonl", "findings.jsonl"])
@pytest.mark.parametrize("data", [b"{}\n", b"\xff\xfe", b'{"id": 3', b"[]\n"])
def test_a_damaged_export(out: Path, tmp_path: Path, name: str, data: bytes) -> None:
    with pytest.raises(InputError, match=name):
        cpp_corpus.load(changed(out, tmp_path / "out", name, data))


@pytest.mark.parametrize("data", [b"{}\n", None])
def test_damaged_references_are_told_of_when_asked_for(out: Path, tmp_path: Path, data: bytes | None) -> None:
    again = cpp_corpus.load(changed(out, tmp_path / "out", "references.jsonl", data))
    with pytest.raises(InputError, match=r"references\.jsonl"):
        list(again.references)


def test_an_export_of_another_version(out: Path, tmp_path: Path) -> None:
    manifest = json.loads((out / "corpus.json").read_bytes()) | {"schema_version": "0"}
    with pytest.raises(InputError, match="schema version 0"):
        cpp_corpus.load(changed(out, tmp_path / "out", "corpus.json", json.dumps(manifest).encode()))


@pytest.mark.parametrize("name", ["articles.jsonl", "references.jsonl", "findings.jsonl"])
def test_a_file_that_ends_between_two_lines(name: str, out: Path, tmp_path: Path) -> None:
    lines = (out / name).read_bytes().splitlines(keepends=True)
    cut = changed(out, tmp_path / "out", name, b"".join(lines[:-1]))
    said = f"has {len(lines) - 1:,} lines, where corpus.json counts {len(lines):,}"
    with pytest.raises(InputError, match=said):
        list(cpp_corpus.load(cut).references)


def test_one_export_named_twice_is_read_once(out: Path) -> None:
    assert cpp_corpus.load(out, f"{out}/../{out.name}") == cpp_corpus.load(out)
