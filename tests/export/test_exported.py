"""What is written and read back is what was written."""

from __future__ import annotations

import json
import pickle
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus import Corpus, InputError, Reference
from cpp_corpus.cli import app
from cpp_corpus.export.exported import is_export
from cpp_corpus.export.manifest import check_written
from cpp_corpus.model.manifest import WrittenFile
from cpp_corpus.pipeline.batch import normalize

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


def test_sources_that_are_gone(out: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"sources\.jsonl: No such file"):
        cpp_corpus.load(changed(out, tmp_path / "out", "sources.jsonl", None))


def of_version_2(out: Path, folder: Path) -> Path:
    """The export as an earlier version wrote it."""
    manifest = json.loads((out / "corpus.json").read_bytes())
    del manifest["options"]
    manifest["schema_version"] = "2"
    manifest["files"] = [each["name"] for each in manifest["files"] if each["name"] != "sources.jsonl"]
    manifest["sources"] = [json.loads(line) for line in (out / "sources.jsonl").read_bytes().splitlines()]
    folder = changed(out, folder, "corpus.json", json.dumps(manifest).encode())
    (folder / "sources.jsonl").unlink()
    graph = folder / "graph.json"
    graph.write_bytes(graph.read_bytes().replace(b'{"schema_version":"3"', b'{"schema_version":"2"'))
    return folder


def test_what_an_earlier_version_wrote(corpus: Corpus, out: Path, tmp_path: Path) -> None:
    folder = of_version_2(out, tmp_path / "out")
    again = cpp_corpus.load(folder)
    assert (again, again.sources, again.graph) == (corpus, corpus.sources, corpus.graph)
    manifest = json.loads((folder / "corpus.json").read_bytes())
    manifest["sources"].pop()
    count = len(corpus.sources)
    with pytest.raises(InputError, match=f"has {count - 1} sources, where corpus.json counts {count}"):
        cpp_corpus.load(changed(folder, tmp_path / "cut", "corpus.json", json.dumps(manifest).encode()))


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


def changed(out: Path, folder: Path, name: str, data: bytes | None, *, is_known: bool = False) -> Path:
    """The export, with the content of one file changed, or the file gone; its size ``is_known``, or not."""
    folder.mkdir(exist_ok=True)
    for path in out.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    if data is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(data)
    if name != "corpus.json" and not is_known:
        manifest = json.loads((out / "corpus.json").read_bytes())
        manifest["files"] = [{"name": each["name"]} for each in manifest["files"]]
        (folder / "corpus.json").write_text(json.dumps(manifest), encoding="utf-8")
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


LINES = ["articles.jsonl", "references.jsonl", "findings.jsonl", "sources.jsonl", "graph.json"]


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("cut", [0, 1, 2])
def test_a_file_that_was_cut(out: Path, tmp_path: Path, name: str, cut: int) -> None:
    """Also those that are read only when they are asked for, without them being read."""
    data = (out / name).read_bytes()
    folder = changed(out, tmp_path / "out", name, data[: len(data) * cut // 3], is_known=True)
    said = rf"{name}: has [0-9,]+ bytes, where corpus\.json has {len(data):,} \(it was cut or changed; run"
    with pytest.raises(InputError, match=said):
        cpp_corpus.load(folder)


@pytest.mark.parametrize("name", LINES)
def test_a_file_with_other_bytes(out: Path, tmp_path: Path, name: str) -> None:
    data = (out / name).read_bytes()
    at = data.rindex(b"a")
    folder = changed(out, tmp_path / "out", name, data[:at] + b"e" + data[at + 1 :], is_known=True)
    is_read_later = name in {"references.jsonl", "graph.json"}
    with pytest.raises(InputError, match=rf"{name}: has other bytes"):
        read_whole(cpp_corpus.load(folder) if is_read_later else folder)
    result = CliRunner().invoke(app, ["graph", "L112-1", "--from", str(folder), "-o", str(tmp_path / "g.dot")])
    assert result.exit_code == (name == "graph.json"), result.output


def read_whole(corpus: Corpus | Path) -> None:
    read = cpp_corpus.load(corpus) if isinstance(corpus, Path) else corpus
    list(read.references)
    read.graph  # noqa: B018 - read when asked for


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("references.jsonl", rb'"start":\d+,"end":\d+', b'"start":0,"end":99999'),
        ("references.jsonl", rb'"start":\d+,"end":\d+', b'"start":9,"end":1'),
        ("references.jsonl", rb'"start":\d+,', b'"start":-1,'),
        ("references.jsonl", rb'"start":\d+,', b'"start":123456789012345678901234567890,'),
        ("references.jsonl", rb'"note":null', b'"note":7'),
        ("references.jsonl", rb'"source_id":"', b'"source_id":"x'),
        ("articles.jsonl", rb'"span":\[0,\d+\]', b'"span":[0,99999]'),
        ("articles.jsonl", rb'"span":\[0,\d+\]', b'"span":[5,1]'),
        ("articles.jsonl", rb'"line":1,', b'"line":1234567890123456789012345678901234567890,'),
        ("findings.jsonl", rb'"line":(\d+|null)', b'"line":1e400'),
        ("sources.jsonl", rb'"size":\d+', b'"size":-3'),
        ("sources.jsonl", rb'"size":\d+', b'"size":1' + b"0" * 5000),
    ],
)
def test_numbers_that_cannot_be(out: Path, tmp_path: Path, name: str, before: bytes, after: bytes) -> None:
    """In an export whose hashes are not known, such as one of an earlier version."""
    data = (out / name).read_bytes()
    other = re.sub(before, after, data, count=1)
    assert other != data
    with pytest.raises(InputError, match=rf"{name}:\d+: "):
        read_whole(changed(out, tmp_path / "out", name, other))


def test_a_cut_manifest(out: Path, tmp_path: Path) -> None:
    data = (out / "corpus.json").read_bytes()
    for count in range(0, len(data) - 2, 97):
        with pytest.raises(InputError, match=r"corpus\.json: "):
            cpp_corpus.load(changed(out, tmp_path / "out", "corpus.json", data[:count]))


def test_the_manifest_is_small_and_says_how_it_was_made(tmp_path: Path) -> None:
    normalize([FIXTURES[1], FIXTURES[0]], tmp_path / "out", act="code-des-nuages", limits=cpp_corpus.Limits(depth=1))
    manifest = cpp_corpus.Manifest.model_validate_json((tmp_path / "out" / "corpus.json").read_bytes())
    assert manifest.options is not None
    assert manifest.options.model_dump() == {
        "act": "code-des-nuages",
        "numbers_from": None,
        "limits": {"depth": 1},
    }
    assert {each.name for each in manifest.files} == {
        path.name for path in (tmp_path / "out").iterdir() if path.name not in {"corpus.json", "first-pass.db"}
    }
    assert all(each.size == (tmp_path / "out" / each.name).stat().st_size for each in manifest.files)
    assert (tmp_path / "out" / "corpus.json").stat().st_size < 3000


def test_a_name_that_no_file_can_have_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no name of a file"):
        check_written(tmp_path / "articles\0.jsonl", WrittenFile(name="articles\0.jsonl", size=1))
