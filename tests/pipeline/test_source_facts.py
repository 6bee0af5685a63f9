"""A format that says facts as data, added to the table of formats: from its bytes to the corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import AmbiguousReference
from cpp_corpus.ingest import ADAPTERS, Adapter, RawFile
from cpp_corpus.ingest.lines import LineBuilder, SourceMap
from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.document import Block, Document, Draft, Facts, Role
from cpp_corpus.model.number import ArticleNumber


def read(file: RawFile) -> Iterator[Document]:
    """One article a line: a JSON object of facts, a bar, the words."""
    source = SourceMap(file)
    drafts = []
    at = len("!facts\n")
    for line in file.text[at:].splitlines(keepends=True):
        said, _, _words = line.partition("|")
        builder = LineBuilder(source, at, at + len(line), entities=False)
        builder.add(at + len(said) + 1, at + len(line))
        block = builder.finish(Role.TEXT)
        at += len(line)
        if isinstance(block, Block):
            drafts.append(Draft(facts(json.loads(said)), (block,)))
    yield Document(file.path, "facts", tuple(drafts), marks_notes=True)


def facts(row: dict[str, str]) -> Facts:
    return Facts(
        act="code-des-nuages",
        number=ArticleNumber(row["number"]),
        state=ArticleState(row["state"]),
        valid_from=date.fromisoformat(row["from"]),
        ids=(("id", row["id"]), ("cid", row["cid"])),
    )


ROWS = [
    {"number": "L1", "state": "in_force", "from": "2020-01-01", "id": "LEGIARTI000000000001", "cid": "LEGIARTI1"},
    {"number": "L2", "state": "repealed", "from": "2015-01-01", "id": "LEGIARTI000000000002", "cid": "LEGIARTI2"},
    {"number": "L2", "state": "in_force", "from": "2021-01-01", "id": "LEGIARTI000000000003", "cid": "LEGIARTI2"},
]


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    ADAPTERS.add("facts", Adapter("facts", "facts", "!facts", lambda file: file.data.startswith(b"!facts\n"), read))
    path = tmp_path / "x.bin"
    path.write_text("!facts\n" + "".join(f"{json.dumps(row)}|Le vent.\n" for row in ROWS), encoding="utf-8")
    yield path
    ADAPTERS.remove("facts")


def test_facts_reach_the_corpus(path: Path) -> None:
    corpus = cpp_corpus.load(path)
    assert [(article.id, str(article.state)) for article in corpus] == [
        ("code-des-nuages/l1", "in_force"),
        ("code-des-nuages/l2@2015-01-01", "repealed"),
        ("code-des-nuages/l2@2021-01-01", "in_force"),
    ]
    assert corpus["L1"].ids == {"id": "LEGIARTI000000000001", "cid": "LEGIARTI1"}


def test_identifiers_of_the_source_find_their_article(path: Path, tmp_path: Path) -> None:
    corpus = cpp_corpus.load(path)
    corpus.export(tmp_path / "out")
    for held in (corpus, cpp_corpus.load(tmp_path / "out")):
        assert held["LEGIARTI000000000001"].id == "code-des-nuages/l1"
        assert "LEGIARTI000000000003" in held
        assert "LEGIARTI000000000009" not in held
        with pytest.raises(AmbiguousReference, match="l2@2015-01-01"):
            held["LEGIARTI2"]
