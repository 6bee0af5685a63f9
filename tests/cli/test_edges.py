"""``cites``, ``cited-by`` and ``impact``: lines, JSON and CSV of one corpus; ``graph`` as data."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus import ArticleGraph, Impact
from cpp_corpus.cli import app

MIRROR = "fixtures/mirror"
MILLS = "code-des-moulins-et-des-horloges"
SANDS = "code-des-sabliers"
CORPUS = cpp_corpus.load(MIRROR)

runner = CliRunner()


def run(*args: str | Path) -> tuple[int, str, str]:
    result = runner.invoke(app, [*map(str, args), "--from", MIRROR, "-j", "1"])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_cites() -> None:
    edges = CORPUS.cites("L221-1")
    _, lines, _ = run("cites", "L221-1")
    assert [line.split("\t")[2] for line in lines.splitlines()] == [edge.target for edge in edges]
    _, rows, _ = run("cites", "L221-1", "--format", "csv")
    assert [(row["source"], row["target"], row["locator"]) for row in table(rows)] == [
        (edge.source, edge.target, edge.locator or "") for edge in edges
    ]
    _, printed, _ = run("cites", "L221-1", "--json")
    assert [json.loads(line)["target"] for line in printed.splitlines()] == [edge.target for edge in edges]


def test_cited_by_an_article_a_division_and_an_act(tmp_path: Path) -> None:
    out = tmp_path / "cited.csv"
    assert run("cited-by", "L221-1", "--format", "csv", "-o", out)[:2] == (0, "")
    assert [row["source"] for row in table(out.read_text(encoding="utf-8"))] == [f"{MILLS}/l221-2"]
    _, lines, _ = run("cited-by", f"{SANDS}#titre.i")
    assert [line.split("\t")[0] for line in lines.splitlines()] == [f"{MILLS}/l212-2"]
    assert run("cited-by", SANDS) == (0, "", "")  # nothing cites it as a whole
    assert run("cited-by", "Code des sabliers") == (0, "", "")
    _, lines, _ = run("cited-by", MILLS)
    assert [line.split("\t")[0] for line in lines.splitlines()] == [edge.source for edge in CORPUS.cited_by(MILLS)]


def test_cited_by_an_article_that_the_corpus_does_not_have() -> None:
    whole = run("cited-by", "code-de-lenvironnement/l999-1")
    assert whole[1].splitlines()
    assert run("cited-by", "L. 999-1 du code de l'environnement") == whole
    assert run("cited-by", "loi n° 2009-9118") == run("cited-by", "loi:2009-9118")
    assert run("cited-by", "loi n° 2009-9118")[1]
    code, _, err = run("cited-by", "art. 9 du code civil")
    assert (code, "is none of the 42 articles" in err) == (1, True)


def test_impact() -> None:
    status, lines, err = run("impact", "L221-1", "--depth", "2")
    assert status == 0
    assert err == "3 articles would be touched\n"
    assert [line.split("\t")[:2] for line in lines.splitlines()] == [
        ["1", "article"],
        ["1", "division"],
        ["2", "range"],
    ]
    _, rows, _ = run("impact", "L221-1", "--format", "csv", "-d", "2")
    assert table(rows)[2]["path"] == " < ".join(f"{MILLS}/{number}" for number in ("l221-1", "l212-2", "l311-1"))
    _, printed, _ = run("impact", "L221-1", "--json", "-d", "2")
    found = [Impact.model_validate_json(line) for line in printed.splitlines()]
    assert found == CORPUS.impact("L221-1", depth=2)
    assert run("impact", f"{SANDS}#titre.i")[0] == run("impact", SANDS)[0] == 0
    for command in ("impact", "cited-by"):
        assert run(command, "titre Ier du code des sabliers") == run(command, f"{SANDS}#titre.i")
    whole = run("cited-by", f"{MILLS}#partie-legislative/livre.ii/titre.ii")
    assert whole[1]
    assert run("cited-by", f"{MILLS}#livre.ii/titre.ii") == whole


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (["cites", "L. 999"], 1, "is none of"),
        (["cites", "annexe I"], 1, "means several"),
        (["cited-by", f"{SANDS}#titre.xl"], 1, "no division"),
        (["cites", f"{SANDS}#titre.i"], 1, ""),
        (["impact", "titre XX du code des sabliers"], 1, "no division"),
        (["impact", "titre I du code des nuages"], 1, "there is no act 'code des nuages' in this corpus"),
        (["impact", "L221-1", "--depth", "0"], 2, "--depth"),
        (["cites", "L221-1", "--format", "xml"], 2, "--format"),
    ],
)
def test_what_is_not_found(args: list[str], status: int, said: str) -> None:
    done, out, err = run(*args)
    assert (done, out) == (status, "")
    assert said in err


@pytest.mark.parametrize("form", ["json", "graphml", "gexf"])
@pytest.mark.parametrize("by_extension", [True, False])
def test_graph_as_data(tmp_path: Path, form: str, by_extension: bool) -> None:
    out = tmp_path / (f"g.{form}" if by_extension else "g.data")
    status, said, _ = run("graph", "L221-1", "-d", "2", "-o", out, *([] if by_extension else ["--format", form]))
    assert status == 0
    assert f"written to {out}" in said
    wanted = CORPUS.graph.neighbourhood(f"{MILLS}/l221-1", 2)
    if form == "json":
        assert ArticleGraph.read(out) == wanted
        return
    read = nx.read_graphml(out, force_multigraph=True) if form == "graphml" else nx.read_gexf(out)
    assert list(read.nodes) == [node.id for node in wanted]
    relations = sorted((source, target, data["relation"]) for source, target, data in read.edges(data=True))
    assert relations == sorted((edge.source, edge.target, edge.relation.value) for edge in wanted.edges)
