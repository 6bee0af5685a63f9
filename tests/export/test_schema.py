import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

import cpp_corpus
from cpp_corpus import Corpus
from cpp_corpus.export.schema import SCHEMAS, schema, schema_json
from cpp_corpus.model.base import Record

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "src" / "cpp_corpus" / "schemas"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return cpp_corpus.load(ROOT / "fixtures")


@pytest.fixture(scope="module")
def out(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "out"
    corpus.export(folder)
    compared = cpp_corpus.diff(cpp_corpus.load(ROOT / "fixtures" / "dumps"), corpus)
    (folder / "diff.json").write_text(compared.model_dump_json(), encoding="utf-8")
    lines = (each.model_dump_json() for each in corpus.verify("l'article L. 112-1 du code des moulins et des horloges"))
    touched = [each.model_dump_json() for each in corpus.impact("L211-1", depth=2)]
    (folder / "impact.jsonl").write_text("".join(f"{line}\n" for line in touched), encoding="utf-8")
    (folder / "verified.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder


def records(out: Path, name: str) -> list[bytes]:
    jsonl = out / f"{name}.jsonl"
    return jsonl.read_bytes().splitlines() if jsonl.exists() else [(out / f"{name}.json").read_bytes()]


@pytest.mark.parametrize("name", SCHEMAS)
def test_committed_copies_are_those_of_the_models(name: str) -> None:
    assert (COMMITTED / f"{name}.schema.json").read_text(encoding="utf-8") == schema_json(name)


def test_no_other_copies() -> None:
    assert {path.name for path in COMMITTED.iterdir()} == {f"{name}.schema.json" for name in SCHEMAS}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_record_is_as_its_schema_says(out: Path, name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    validator = Draft202012Validator(schema(name))
    found = records(out, name)
    assert found
    for line in found:
        validator.validate(json.loads(line))


@pytest.mark.parametrize("name", SCHEMAS)
def test_json_to_model_to_json(out: Path, name: str) -> None:
    model: type[Record] = SCHEMAS[name]
    for line in records(out, name):
        again = model.model_validate_json(line)
        assert json.loads(again.model_dump_json()) == json.loads(line)
        if name not in {"graph", "corpus"}:  # which are set over many lines, for the eye
            assert again.model_dump_json().encode() == line


def test_records_read_back_are_those_that_were_written(corpus: Corpus, out: Path) -> None:
    read = [cpp_corpus.Article.model_validate_json(line) for line in records(out, "articles")]
    assert [article.model_dump() for article in read] == [article.model_dump() for article in corpus.articles]
    assert cpp_corpus.ArticleGraph.from_json((out / "graph.json").read_bytes()) == corpus.graph
    written = [cpp_corpus.ResolvedReference.model_validate_json(line) for line in records(out, "references")]
    assert written == list(corpus.references)


def test_manifest_counts(out: Path) -> None:
    manifest = cpp_corpus.Manifest.model_validate_json((out / "corpus.json").read_bytes())
    graph = cpp_corpus.ArticleGraph.from_json((out / "graph.json").read_bytes())
    assert manifest.counts == {
        "sources": len(records(out, "sources")),
        "articles": len(records(out, "articles")),
        "references": len(records(out, "references")),
        "nodes": len(graph.nodes),
        "edges": len(graph.edges),
        "findings": len(records(out, "findings")),
    }
    assert sum(manifest.states.values()) == manifest.counts["references"]
    assert sum(manifest.findings.values()) == manifest.counts["findings"]
    other_sources = sum(len(json.loads(line)["other_sources"]) for line in records(out, "articles"))
    assert (
        sum(json.loads(line)["articles"] for line in records(out, "sources"))
        == manifest.counts["articles"] + other_sources
    )
