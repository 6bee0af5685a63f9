"""``cpp-corpus show`` and ``find``: of sources, and of what normalize wrote."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus import Corpus
from cpp_corpus.cli import app, show

FIXTURES = Path(__file__).parents[2] / "fixtures"
MIRROR, DUMPS = FIXTURES / "mirror", FIXTURES / "dumps"

runner = CliRunner()


def run(*args: str | Path) -> tuple[int, str, str]:
    result = runner.invoke(app, list(map(str, args)))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return cpp_corpus.load(MIRROR)


@pytest.fixture(scope="module")
def out(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written") / "out"
    corpus.export(folder)
    return folder


def shown(corpus: Corpus, key: str, width: int = 100) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    for part in show.rendered(corpus, corpus[key]):
        console.print(part)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_the_place_of_an_article(corpus: Corpus) -> None:
    lines = shown(corpus, "L112-1").splitlines()
    assert lines[0] == "Article L112-1  code-des-moulins-et-des-horloges/l112-1  in force"
    assert lines[1:6] == [
        "partie-legislative",
        "  Livre Ier  des-moulins",
        "    Titre Ier  de-letablissement-des-moulins",
        "      Chapitre II  de-lautorisation",
        "        Section 1  de-la-demande",
    ]


def test_references_out_and_in(corpus: Corpus) -> None:
    text = shown(corpus, "L112-1", width=200)
    rows = [line.split() for line in text.splitlines() if line.startswith(("→", "←"))]
    assert ["→", "12"] in [row[:2] for row in rows]
    assert rows[-1][:1] == ["←"]
    assert "code-des-moulins-et-des-horloges/l111-2" in text


def test_words_are_not_cut_by_a_narrow_terminal(corpus: Corpus) -> None:
    assert "vigueur" in shown(corpus, "L112-1", width=60)


def test_an_article_that_stands_alone(corpus: Corpus) -> None:
    alone = next(article for article in corpus if not corpus.references_of(article) and not corpus.cited_by(article))
    assert "it cites nothing and is cited by nothing" in shown(corpus, alone.id)


def test_other_versions_are_named() -> None:
    sources = "--from", MIRROR, "--from", DUMPS
    _, text, _ = run("show", "L221-1", *sources, "-j", "1")
    taken, other, *_ = text.splitlines()
    assert "/l221-1@2016-01-09  in force as of 2016-01-09" in taken
    assert other == "also held: code-des-moulins-et-des-horloges/l221-1  in force"
    _, printed, _ = run("show", "L221-1", *sources, "-j", "1", "--json")
    assert [each.rpartition("/")[2] for each in json.loads(printed)["versions"]] == ["l221-1", "l221-1@2016-01-09"]
    _, _, err = run("cites", "L221-1", *sources, "-j", "1")
    assert "taken: code-des-moulins-et-des-horloges/l221-1@2016-01-09; also held: code-des-moulins" in err
    assert not run("cites", "code-des-moulins-et-des-horloges/l221-1", *sources, "-j", "1")[2]


def test_what_is_piped_is_not_wrapped() -> None:
    status, text, _ = run("show", "L112-1", "--from", MIRROR, "-j", "1")
    assert status == 0
    assert max(map(len, text.splitlines())) > 100


@pytest.mark.parametrize("command", ["show", "find"])
def test_what_normalize_wrote_is_read(command: str, out: Path) -> None:
    for number in ("L112-1", "L121-3", "art. 2 du code des sabliers"):
        assert run(command, number, "--from", out) == run(command, number, "--from", MIRROR, "-j", "1")


def test_what_normalize_wrote_is_not_normalized_again(out: Path, tmp_path: Path) -> None:
    status, text, err = run("normalize", out, "-o", tmp_path / "again")
    assert (status, text) == (1, "")
    assert "is an export, not texts" in err
    assert not (tmp_path / "again").exists()


def test_a_damaged_export(out: Path, tmp_path: Path) -> None:
    for path in out.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes()[:-9])
    status, text, err = run("show", "L112-1", "--from", tmp_path)
    assert (status, text) == (1, "")
    assert err.startswith(f"cpp-corpus: {tmp_path}")
    assert err.count("\n") == 1
