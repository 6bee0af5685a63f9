import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpp_corpus.errors import InputError
from cpp_corpus.graph import ArticleGraph
from cpp_corpus.model.graph import Edge, Mention, Node, NodeKind
from cpp_corpus.model.reference import Relation
from cpp_corpus.model.resolution import ReferenceState

GRAPH = ArticleGraph(
    [Node(id="a/1", kind=NodeKind.ARTICLE, act="a", number="1"), Node(id="a", kind=NodeKind.ACT, act="a")],
    [
        Edge("a/1", "a", Relation.APPLIES, "II", ReferenceState.RESOLVED, (Mention(0, 9, None, "du code a"),)),
        Edge("a/1", "a/1", Relation.REFERS_TO),
    ],
)
DATA = GRAPH.to_json()


def test_there_and_back() -> None:
    assert ArticleGraph.from_json(DATA) == GRAPH
    assert ArticleGraph.from_json(DATA.decode()) == GRAPH
    assert ArticleGraph.from_json(DATA).to_json() == DATA
    assert ArticleGraph.from_json(ArticleGraph().to_json()) == ArticleGraph()


def test_one_entry_a_line() -> None:
    assert [line[:6] for line in DATA.splitlines()] == [
        b'{"sche', b'{"id":', b'{"id":', b'],"edg', b'{"sour', b'{"sour', b"]}",
    ]  # fmt: skip


@pytest.mark.parametrize("indent", [None, 2])
def test_however_it_is_laid_out(indent: int | None) -> None:
    loose = json.dumps(json.loads(DATA), indent=indent, ensure_ascii=True)
    assert ArticleGraph.from_json(loose) == GRAPH


def test_equal_texts_are_one_object() -> None:
    again = ArticleGraph.from_json(DATA)
    assert again.edges[0].source is again.edges[1].source
    assert again.edges[0].source is again.nodes[0].id


def test_from_a_file_or_a_folder(tmp_path: Path) -> None:
    (tmp_path / "graph.json").write_bytes(DATA)
    assert ArticleGraph.read(tmp_path) == ArticleGraph.read(str(tmp_path / "graph.json")) == GRAPH
    with pytest.raises(InputError, match="nowhere"):
        ArticleGraph.read(tmp_path / "nowhere")
    with pytest.raises(InputError, match=r"graph\.json"):
        ArticleGraph.read(tmp_path.parent)


WRONG = [
    b"",
    b"{}",
    b"[1]",
    b"null",
    b"\xff\xfe",
    b"{" * 5000,
    b'{"schema_version":"2","nodes":[{}],"edges":[]}',
    b'{"schema_version":"2","nodes":[1],"edges":[]}',
    b'{"schema_version":"2","nodes":{},"edges":[]}',
    b'{"schema_version":"0","nodes":[],"edges":[]}',
    b'{"schema_version":"2","nodes":[],"edges":[{"source":[],"target":"b"}]}',
    DATA[:-4],
    DATA[: len(DATA) // 2],
    DATA[:40],
    DATA + DATA,
    DATA + b"\n",
    DATA.replace(b'"applies"', b'"loves"'),
    DATA.replace(b"[0,9,null,", b'["0",9,null,7,'),
    DATA.replace(b"[0,9,null,", b"[0,"),
    DATA.replace(b'"mentions":[]', b'"mentions":null'),
    DATA.replace(b'"mentions":[]', b'"mentions":[3]'),
    DATA.replace(b'"target":"a"', b'"target":"z"'),
    DATA.replace(b'"target":"a"', b'"target":null'),
    DATA.replace(b'"locator":"II"', b'"locator":[]'),
    DATA.replace(b'"locator":"II"', b'"lokator":"II"'),
]


@pytest.mark.parametrize("data", WRONG)
def test_what_is_no_graph(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        ArticleGraph.from_json(data)
    path = tmp_path / "graph.json"
    path.write_bytes(data)
    with pytest.raises(InputError):
        ArticleGraph.read(path)


def test_the_message_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_bytes(DATA.replace(b'"applies"', b'"loves"'))
    with pytest.raises(InputError, match=r"graph\.json:5: not an article graph: relation: .*'refers_to'"):
        ArticleGraph.read(path)


@given(st.binary(max_size=60), st.integers(0, len(DATA)))
def test_damage_is_told_of(noise: bytes, at: int) -> None:
    damaged = DATA[:at] + noise + DATA[at + len(noise) :]
    try:
        graph = ArticleGraph.from_json(damaged)
    except InputError:
        return
    assert ArticleGraph.from_json(graph.to_json()) == graph
