"""``cpp-corpus graph``: which node is meant, what is drawn, and what is said."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus import ArticleState, NodeKind
from cpp_corpus.cli import app

MIRROR = Path(__file__).parents[2] / "fixtures" / "mirror"
MILLS = "code-des-moulins-et-des-horloges"

runner = CliRunner()


def run(*args: str | Path) -> tuple[int, str, str]:
    result = runner.invoke(app, ["graph", *map(str, args)])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written") / "out"
    cpp_corpus.load(MIRROR).export(folder)
    return folder


def test_a_picture(out: Path, tmp_path: Path) -> None:
    status, said, err = run("L112-1", "--from", out, "-o", tmp_path / "g.svg", "--depth", "2")
    assert (status, err) == (0, "")
    assert said.startswith(f"{MILLS}/l112-1: ")
    assert said.rstrip().endswith(f"drawn to {tmp_path / 'g.svg'}")
    assert "L. 112-1" in (tmp_path / "g.svg").read_text(encoding="utf-8").replace("&#45;", "-")


def test_texts_and_their_export_give_one_picture(out: Path, tmp_path: Path) -> None:
    for name, source in (("a.dot", out), ("b.dot", MIRROR)):
        assert run("L112-1", "--from", source, "-o", tmp_path / name, "-j", "1")[0] == 0
    assert (tmp_path / "a.dot").read_bytes() == (tmp_path / "b.dot").read_bytes()


@pytest.mark.parametrize(
    "number",
    [f"{MILLS}/l112-1", "L. 112-1", "l112-1", "art. L. 112-1", "article L. 112-1 du code des moulins et des horloges"],
)
def test_what_names_an_article(number: str, out: Path, tmp_path: Path) -> None:
    assert run(number, "--from", out, "-o", tmp_path / "g.dot")[1].startswith(f"{MILLS}/l112-1: ")


def test_an_act_has_a_picture_too(out: Path, tmp_path: Path) -> None:
    graph = cpp_corpus.ArticleGraph.read(out)
    act = next(node.id for node in graph if node.kind == "act")
    assert run(act, "--from", out, "-o", tmp_path / "g.dot")[0] == 0


def test_a_number_of_several_articles(out: Path, tmp_path: Path) -> None:
    status, said, err = run("Annexe I", "--from", out, "-o", tmp_path / "g.dot")
    assert (status, said) == (1, "")
    assert err.startswith("cpp-corpus: Annexe I means several articles")
    assert err.splitlines()[1:] == [f"  {MILLS}/annexe-i", f"  {MILLS}/annexe-i~2"]
    assert run(f"{MILLS}/annexe-i~2", "--from", out, "-o", tmp_path / "g.dot")[0] == 0


def test_of_versions_the_one_that_is_law(tmp_path: Path) -> None:
    versions = (("2019-01-01", ArticleState.REPEALED), ("2020-01-01", ArticleState.IN_FORCE))
    graph = cpp_corpus.ArticleGraph(
        cpp_corpus.Node(
            f"code-x/1@{day}",
            NodeKind.ARTICLE,
            act="code-x",
            number="1",
            state=state,
            valid_from=date.fromisoformat(day),
        )
        for day, state in versions
    )
    (tmp_path / "out").mkdir()
    for name, data in (("graph.json", graph.to_json()), ("corpus.json", b"{}"), ("articles.jsonl", b"")):
        (tmp_path / "out" / name).write_bytes(data)
    assert run("1", "--from", tmp_path / "out", "-o", tmp_path / "g.dot")[1].startswith("code-x/1@2020-01-01: ")
    status, _, err = run("art. 1@1990-01-01", "--from", tmp_path / "out", "-o", tmp_path / "g.dot")
    assert (status, err) == (1, "cpp-corpus: 'art. 1@1990-01-01' is none of the 2 nodes of the graph\n")


def test_what_is_not_there(out: Path, tmp_path: Path) -> None:
    for number, lines in (("L999-99", 1), ("", 3), ("n'importe quoi", 3), ("L112-1@hier", 3)):
        status, said, err = run(number, "--from", out, "-o", tmp_path / "g.dot")
        assert (status, said) == (1, "")
        assert "is none of the" in err or err.startswith("cpp-corpus: no ")
        assert err.count("\n") == lines
    assert not (tmp_path / "g.dot").exists()


def test_too_many_neighbours(out: Path, tmp_path: Path) -> None:
    status, said, err = run("L112-1", "--from", out, "-o", tmp_path / "g.dot", "--limit", "3")
    assert status == 0
    assert "3 nodes" in said
    assert "were left out; --limit " in err


def test_one_relation(out: Path, tmp_path: Path) -> None:
    _, said, _ = run("L112-1", "--from", out, "-o", tmp_path / "g.dot", "--relation", "amends")
    assert f"{MILLS}/l112-1: 1 node and 0 edges" in said
    status, _, err = run("L112-1", "--from", out, "-o", tmp_path / "g.dot", "--relation", "loves")
    assert status == 2
    assert "'loves' is no relation; there are: amends, " in err


def test_a_picture_that_cannot_be(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "must end in one of .svg" in run("L112-1", "--from", out, "-o", tmp_path / "g.txt")[2]
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    status, said, err = run("L112-1", "--from", out, "-o", tmp_path / "g.png")
    assert (status, said) == (1, "")
    assert err.startswith("cpp-corpus: drawing as png needs the extra 'draw' of cpp-corpus: pip install 'pygraphviz")
    assert err.count("\n") == 1


def test_a_damaged_graph(out: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    for path in out.iterdir():
        (damaged / path.name).write_bytes(path.read_bytes()[:-9])
    status, _, err = run("L112-1", "--from", damaged, "-o", tmp_path / "g.dot")
    assert status == 1
    assert err.startswith(f"cpp-corpus: {damaged / 'graph.json'}:")
    assert err.count("\n") == 1


def test_a_reference_that_is_not_there(out: Path, tmp_path: Path) -> None:
    status, _, err = run("L112-1", "--from", out, "-o", tmp_path / "g.dot", "--numbers-from", tmp_path / "nowhere")
    assert status == 1
    assert "give an atlas, or texts that have article numbers" in err


@pytest.mark.parametrize("name", ["g.bogus", "g"])
def test_an_ending_that_no_format_has(out: Path, tmp_path: Path, name: str) -> None:
    status, said, err = run("L112-1", "--from", out, "-o", tmp_path / name)
    assert (status, said) == (2, "")
    assert all(f".{each}" in err for each in ("svg", "png", "pdf", "dot", "json", "graphml", "gexf"))
