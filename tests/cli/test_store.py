"""``cpp-corpus search`` and ``cpp-corpus check``, and the other commands over a store."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import cpp_corpus
from cpp_corpus.cli import app

MIRROR = "fixtures/mirror"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "out"
    cpp_corpus.load(MIRROR).export(folder)
    return folder


def run(*arguments: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, [*map(str, arguments), *(() if arguments[0] == "check" else ("-j", "1"))])
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "garde des vents"),
        ("search", "moulin", "--json", "--act", "code-des-sabliers"),
        ("search", "moulin", "--division", "titre.i", "--act", "code-des-sabliers", "--state", "in_force"),
        ("search", "moulin", "--at", "2023-12-31", "--limit", "2"),
        ("search", "nuage"),
        ("search", "moulin", "--act", "code-des-nuages"),
        ("search", "moulin", "--division", "code-des-sabliers#titre.xx"),
        ("find", "L. 111-1 à L. 112-1"),
        ("find", "L. 112-1@2023-12-31"),
        ("show", "L112-1"),
        ("show", "L112-1", "--json"),
    ],
    ids=" ".join,
)
def test_the_same_from_texts_and_from_the_store(out: Path, arguments: tuple[str, ...]) -> None:
    from_texts, from_store = (run(*arguments, "--from", path) for path in (MIRROR, out))
    assert from_texts == from_store


def test_search(out: Path) -> None:
    status, text, err = run("search", "garde des vents", "--from", out, "--limit", "1")
    assert (status, err) == (0, "cpp-corpus: 3 more; --limit 4 prints them all\n")
    name, state, snippet = text.rstrip("\n").split("\t")
    assert (name, state) == ("code-des-moulins-et-des-horloges/r112-3", "in_force")
    assert "garde des vents" in snippet
    _, text, _ = run("search", "garde des vents", "--from", out, "--limit", "1", "--json")
    found = json.loads(text)
    assert found["id"] == name
    assert found["snippet"] == snippet
    assert found["number"] == "R*112-3"
    article = cpp_corpus.open(out)[name]
    assert next(article.text[slice(*span)] for span in found["spans"]) == "garde des vents"


def test_nothing_is_found(out: Path) -> None:
    assert run("search", "nuage", "--from", out)[0] == 1


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (["moulin", "--act", "code-des-nuages"], 2, "there is no act 'code-des-nuages' in this corpus (it has"),
        (["moulin", "--act", "code des sablers"], 2, "the nearest: code-des-sabliers"),
        (["«»"], 2, "has no word to search for"),
        (["moulin", "--state", "dead"], 2, "'in_force'"),
        (["moulin", "--at", "31/12/2020"], 2, "'31/12/2020' is no date; write it as"),
        (["moulin", "--division", "titre Ier"], 2, "an id such as code-x#titre.i"),
        (["moulin", "--division", "titre XX", "--act", "code-des-sabliers"], 1, "no division 'titre XX' in act"),
        (["moulin", "--division", "titre XX du code des sabliers"], 1, "no division"),
        (["moulin", "--division", "titre I", "--act", "code des moulins et des horloges"], 1, "#partie-"),
    ],
)
def test_what_cannot_be_searched(out: Path, args: list[str], status: int, said: str) -> None:
    done, text, err = run("search", *args, "--from", out)
    assert (done, text) == (status, "")
    assert said in " ".join(err.split())


@pytest.mark.parametrize("division", ["titre I", "Titre Ier", "titre.i", "titre Ier du code des sabliers"])
def test_divisions_by_their_names(out: Path, division: str) -> None:
    args = ("search", "moulin", "--from", out, "--division")
    assert run(*args, division, "--act", "code-des-sabliers") == run(*args, "code-des-sabliers#titre.i")
    if "code" in division:
        assert run(*args, division) == run(*args, "code-des-sabliers#titre.i")


def test_check(out: Path, tmp_path: Path) -> None:
    status, text, _ = run("check", out)
    assert (status, text.partition("; ")[0]) == (0, f"{out / 'corpus.db'}: no faults")
    _, text, _ = run("check", out / "corpus.db", "--json")
    assert json.loads(text)["faults"] == []
    assert json.loads(text)["counts"]["articles"] == 42
    file = shutil.copy(out / "corpus.db", tmp_path)
    Path(file).write_bytes(Path(file).read_bytes()[:-1])
    assert run("check", file)[0] == 1


def test_check_of_the_other_files(out: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(out, tmp_path / "out"))
    data = (copy / "references.jsonl").read_bytes()
    (copy / "references.jsonl").write_bytes(data.replace(b"resolved", b"Resolved", 1))
    (copy / "graph.json").unlink()
    status, text, _ = run("check", copy)
    assert (status, len(text.splitlines())) == (1, 2)
    assert "references.jsonl: has other bytes than" in text
    assert "graph.json: No such file" in text


@pytest.mark.parametrize(
    ("name", "change", "fault"),
    [
        ("articles.jsonl", lambda data: data[:-20], "articles.jsonl: has "),
        ("references.jsonl", lambda data: data + b"{}\n", "references.jsonl: has "),
        ("references.jsonl", lambda data: data.replace(b"article", b"elcitra", 1), "has other bytes than those"),
        ("findings.jsonl", None, "findings.jsonl: No such file"),
        ("graph.json", lambda data: data[:-3], "graph.json: has "),
        ("corpus.json", lambda data: data[:-9], "corpus.json"),
        ("graph.graphml", None, "graph.graphml: No such file"),
        ("sources.jsonl", None, "sources.jsonl"),
    ],
)
@pytest.mark.parametrize("formats", ["json,store,graphml", "json,graphml"])
def test_faults_of_files(tmp_path: Path, name: str, change: Any, fault: str, formats: str) -> None:
    cpp_corpus.load(MIRROR).export(tmp_path / "out", formats=formats)
    assert run("check", tmp_path / "out")[0] == 0
    file = tmp_path / "out" / name
    if change is None:
        file.unlink()
    else:
        file.write_bytes(change(file.read_bytes()))
    status, text, _ = run("check", tmp_path / "out")
    assert status == 1
    assert fault in text
    assert len(text.splitlines()) == 1


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("DELETE FROM articles WHERE place = 3", "it has 41 articles, and counts 42"),
        ("DELETE FROM edges WHERE edge = 3", "it has 77 edges, and counts 78"),
        ("DELETE FROM records WHERE place = 3", "1 articles without a record"),
        ("DELETE FROM shapes WHERE shape = 3", "articles without their parts"),
        ("UPDATE edges SET target = 'nowhere' WHERE edge = 3", "1 edges that end at no node"),
        ("UPDATE edges SET source = 99 WHERE edge = 3", "1 edges that begin at no article"),
        ("DELETE FROM words_docsize WHERE id = 3", "1 articles that are not in the full-text index"),
        ("UPDATE records SET resolved = NULL", "it has 0 references, and counts 76"),
        ("UPDATE records SET record = x'00' WHERE place = 3", "is damaged"),
        ("UPDATE findings SET record = '{}'", "is damaged"),
    ],
)
def test_faults(out: Path, tmp_path: Path, statement: str, fault: str) -> None:
    file = shutil.copy(out / "corpus.db", tmp_path)
    base = sqlite3.connect(file)
    base.execute("PRAGMA writable_schema = ON")
    base.execute(statement)
    base.commit()
    base.close()
    status, text, _ = run("check", file)
    assert status == 1
    assert fault in text


def test_bytes_that_were_changed_are_found(out: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(out / "corpus.db", tmp_path))
    data = bytearray(file.read_bytes())
    for at in range(8192, len(data), 4096):
        data[at + 3] ^= 0x55
    file.write_bytes(bytes(data))
    assert run("check", file)[0] == 1


def test_a_store_without_the_lines(out: Path, tmp_path: Path) -> None:
    """All commands read it, those too that need all of it."""
    (folder := tmp_path / "store").mkdir()
    file = shutil.copy(out / "corpus.db", folder / "corpus.db")
    for place in (folder, Path(file)):
        for command in (
            ("graph", "L112-1", "--from", place, "-o", tmp_path / "g.dot"),
            ("audit", place),
            ("diff", place, out),
        ):
            done = CliRunner().invoke(app, [*map(str, command)])
            assert done.exit_code == 0, done.stderr
    assert (tmp_path / "g.dot").read_bytes()
