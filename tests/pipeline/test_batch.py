"""What is kept of each article between the two passes, and that what is not kept is found again."""

from __future__ import annotations

import pickle
import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import orjson
import pytest

import cpp_corpus
from cpp_corpus import Edge, Mention, ReferenceState, Relation, ResolvedReference
from cpp_corpus.graph import GraphBuilder
from cpp_corpus.ingest import FileEntry, entries
from cpp_corpus.pipeline import batch
from cpp_corpus.pipeline.atlas import number_source
from cpp_corpus.pipeline.batch import Batch, _FirstPass, normalize
from cpp_corpus.pipeline.first_pass import Earlier
from cpp_corpus.pipeline.packed import Packed

ROOT = Path(__file__).parents[2]
LONG = "livre-premier-des-moulins-qui-tournent-par-tous-les-vents/titre-premier-des-ailes-et-des-meules-de-pierre"
PAGE = "# Article {0}\n\n<p>Le vent {0} souffle.</p>\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Article 2 is there twice, in two divisions."""
    for name, number in (("livre-i/1", "1"), ("livre-i/2", "2"), ("livre-ii/2", "2"), ("livre-ii/3", "3")):
        page = tmp_path / "pages" / "code-des-nuages" / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(PAGE.format(number), encoding="utf-8")
    return tmp_path / "pages"


def test_findings_on_second_articles_name_their_files(folder: Path, tmp_path: Path) -> None:
    normalize([folder], tmp_path / "out")
    written = [orjson.loads(line) for line in (tmp_path / "out" / "findings.jsonl").read_bytes().splitlines()]
    (second,) = [each for each in written if each["code"] == "duplicate-heading"]
    assert second["path"] == f"{folder}/code-des-nuages/livre-ii/2.md"
    (loaded,) = [each for each in cpp_corpus.load(folder).findings if each.code == "duplicate-heading"]
    assert loaded.model_dump(mode="json") == second


def packed(folder: Path, count: int) -> Iterator[Packed]:
    """Pages of one article each, deep in a folder of long names."""
    place = folder / "code-des-nuages" / LONG / LONG / LONG
    place.mkdir(parents=True)
    work = _FirstPass(number_source(None), None, Earlier(folder, None))
    for at in range(count):
        page = place / f"l{at}.md"
        page.write_text(PAGE.format(f"L{at}"), encoding="utf-8")
        yield from (result.packed for result in work(FileEntry(str(page))) if result.packed is not None)


def test_little_is_kept_of_an_article(tmp_path: Path) -> None:
    """A corpus has 100,000 of them; the path of a page often has more bytes than all that is kept of it."""
    out = tmp_path / "out"
    out.mkdir()
    files = [pickle.dumps(each) for each in packed(tmp_path, 600)]  # as another process sends them
    with Batch(out) as kept_of:
        for file in files[:100]:  # fills what has a fixed size
            kept_of.add(pickle.loads(file))  # noqa: S301 - written above
        tracemalloc.start()
        try:
            for file in files[100:]:
                kept_of.add(pickle.loads(file))  # noqa: S301
            kept, _ = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert kept / 500 < 550


def test_the_path_of_an_entry_is_made_once(folder: Path) -> None:
    assert all(entry.path is entry.path for entry in entries([folder]))


@pytest.mark.parametrize("out", ["out", "pages/out", "pages/../pages/out"])
def test_the_export_that_is_replaced_is_no_input(folder: Path, tmp_path: Path, out: str) -> None:
    """A folder beside it whose name begins like its own is."""
    (tmp_path / "pages" / "out-2.md").write_text(PAGE.format("9"), encoding="utf-8")
    counts = [normalize([folder], tmp_path / out).counts for _ in range(2)]
    assert counts[0] == counts[1]
    assert counts[0]["sources"] == 5


def test_edges_that_are_made_unchecked_are_as_checked_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fields of each have the types that the class says, in both passes and in memory."""
    made: list[Edge] = []

    class Keeping(GraphBuilder):
        def edges(self, references: Iterable[ResolvedReference]) -> list[Edge]:
            found = super().edges(references)
            made.extend(found)
            return found

    monkeypatch.setattr(batch, "GraphBuilder", Keeping)
    normalize([ROOT / "fixtures" / "mirror"], tmp_path / "out")
    assert made
    assert made == list(cpp_corpus.load(ROOT / "fixtures" / "mirror").graph.edges)
    for edge in made:
        assert edge == Edge(**{field.name: getattr(edge, field.name) for field in fields(Edge)})
        assert (type(edge.relation), type(edge.state)) == (Relation, ReferenceState)
        assert all(type(mention) is Mention for mention in edge.mentions)
        with pytest.raises(FrozenInstanceError):
            edge.source = "code-x/1"  # type: ignore[misc] # the very fault
