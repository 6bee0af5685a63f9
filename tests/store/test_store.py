"""The store as a file: what is in it, who may read it, and what is said of one that is damaged."""

from __future__ import annotations

import io
import pickle
import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import CitationError, Corpus, InputError
from cpp_corpus.store import tables, writer
from cpp_corpus.store.database import is_store
from cpp_corpus.store.schema import STORE_VERSION

MIRROR = "fixtures/mirror"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store") / "out"
    cpp_corpus.load(MIRROR, "fixtures/dumps", "fixtures/broken").export(folder)
    return folder


@pytest.fixture
def file(out: Path, tmp_path: Path) -> Path:
    """A copy of the store, to be damaged."""
    return Path(shutil.copy(out / "corpus.db", tmp_path / "corpus.db"))


def changed(file: Path, *statements: str) -> Path:
    base = sqlite3.connect(file)
    for statement in statements:
        base.execute(statement)
    base.commit()
    base.close()
    return file


def everything(corpus: Corpus) -> object:
    """All that can be asked of a corpus."""
    return (
        list(corpus),
        list(corpus.references),
        [corpus.references_of(article) for article in corpus],
        [(corpus.cites(article), corpus.cited_by(article)) for article in corpus],
        (corpus.acts, corpus.leftovers, corpus.findings, corpus.errors, corpus.sources, corpus.unread),
        (corpus.graph.nodes, corpus.graph.edges),
        [hit.article.id for hit in corpus.search("moulin")],
        [corpus.impact(article, depth=2, whole_act=True) for article in corpus],
        [corpus.impact(act) for act in corpus.acts],
        [corpus.verify(f"{article.id}\n\n{article.text}") for article in corpus],
    )


def test_the_same_answers(out: Path) -> None:
    sources = cpp_corpus.load(MIRROR, "fixtures/dumps", "fixtures/broken")
    for kept in (cpp_corpus.load(out), cpp_corpus.load(out / "corpus.db"), cpp_corpus.open(str(out))):
        assert everything(kept) == everything(sources)
        assert kept == sources
        assert hash(kept) == hash(sources)
        assert repr(kept) == repr(sources)
        assert everything(kept.at("2020-06-30")) == everything(sources.at("2020-06-30"))


def parts(corpus: Corpus, citation: str) -> object:
    try:
        return corpus.find_parts(citation)
    except CitationError as error:
        return str(error)


def test_every_citation_is_found_alike(out: Path) -> None:
    sources, kept = cpp_corpus.load(MIRROR, "fixtures/dumps", "fixtures/broken"), cpp_corpus.open(out)
    asked = [
        "L. 111-1 à L. 112-1",
        "1649 quater B et suivants",
        "annexe I",
        "L. 112-1, II, 2° et 9°",
        "7 du code des sabliers",
        "1@2020-06-30",
        "L. 999",
        "code-des-sabliers/7",
        *[article.id for article in sources],
        *[str(article.number) for article in sources if article.number],
    ]
    for citation in asked:
        assert parts(kept, citation) == parts(sources, citation), citation
        assert (citation in kept) is (citation in sources), citation
    for path in ("titre.i", "livre.i", "titre.i/chapitre.ii"):
        for act in sources.acts:
            try:
                wanted: object = sources.division(act, path)
            except LookupError as error:
                with pytest.raises(type(error)):
                    kept.division(act, path)
            else:
                assert kept.division(act, path) == wanted


def test_an_export_of_a_store_is_the_export_of_its_sources(out: Path, tmp_path: Path) -> None:
    cpp_corpus.open(out).export(tmp_path / "again")
    for path in out.iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes(), path.name


def test_a_store_is_read_beside_texts_and_without_the_lines(out: Path, tmp_path: Path) -> None:
    (tmp_path / "alone").mkdir()
    shutil.copy(out / "corpus.db", tmp_path / "alone")
    page = "fixtures/pages/l212-8.txt"
    assert cpp_corpus.load(tmp_path / "alone", page) == cpp_corpus.load(out, page)
    assert cpp_corpus.load(page, numbers_from=tmp_path / "alone").articles == cpp_corpus.load(page).articles


def test_a_corpus_of_one_day_keeps_its_day(tmp_path: Path) -> None:
    whole = cpp_corpus.load(MIRROR)
    whole.at("2023-12-31").export(tmp_path / "out")
    kept = cpp_corpus.open(tmp_path / "out")
    lines = Corpus(list(kept), findings=kept.findings, sources=kept.sources, leftovers=kept.leftovers)
    assert list(kept.references) == list(lines.references)
    assert len(kept) == len(whole) - 1


def test_only_what_is_asked_is_read(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    validated = cpp_corpus.Article.model_validate_json

    def counted(line: bytes) -> object:
        read.append("")
        return validated(line)

    monkeypatch.setattr(cpp_corpus.Article, "model_validate_json", counted)
    corpus = cpp_corpus.open(out)
    assert len(corpus) > 40
    assert corpus["L112-1"].number == cpp_corpus.ArticleNumber("L112-1")
    assert corpus.cited_by("L112-1")
    assert len(corpus.search("moulin")) > 1
    assert len(read) == 1


def test_the_same_bytes_whatever_the_workers(tmp_path: Path) -> None:
    made = []
    for at, jobs in enumerate((1, 2, 1)):
        cpp_corpus.load(MIRROR, jobs=jobs).export(tmp_path / str(at), formats="store")
        made.append((tmp_path / str(at) / "corpus.db").read_bytes())
    assert made[0] == made[1] == made[2]


def test_is_store(out: Path, tmp_path: Path) -> None:
    assert is_store(out)
    assert is_store(out / "corpus.db")
    assert is_store(shutil.copy(out / "corpus.db", tmp_path / "law.sqlite"))
    assert not is_store(tmp_path)
    assert not is_store(tmp_path / "corpus.db")
    assert not is_store(out / "articles.jsonl")


# ------------------------------------------------------------------------------------------------- who may read it


def test_threads_and_a_pickle(out: Path) -> None:
    corpus = cpp_corpus.open(out)
    ids = [article.id for article in corpus] * 5
    with ThreadPoolExecutor(4) as pool:
        assert [article.id for article in pool.map(corpus.__getitem__, ids)] == ids
    again = pickle.loads(pickle.dumps(corpus))  # noqa: S301
    assert again == corpus


def _one(path: Path) -> str:
    return cpp_corpus.open(path)["L112-1"].id


def test_several_processes(out: Path) -> None:
    with get_context("spawn").Pool(2) as pool:
        assert set(pool.map(_one, [out] * 4)) == {_one(out)}


def test_a_process_made_by_fork(out: Path) -> None:
    code = (
        "import os, sys, cpp_corpus\n"
        "corpus = cpp_corpus.open(sys.argv[1])\n"
        "one = corpus['L112-1'].id\n"
        "child = os.fork()\n"
        "for each in list(corpus):\n"
        "    assert corpus[each.id] == each\n"
        "if child == 0:\n"
        "    os._exit(0)\n"
        "assert os.waitpid(child, 0)[1] == 0\n"
        "print(one)\n"
    )
    made = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-c", code, str(out)], capture_output=True, text=True, check=True
    )
    assert made.stdout.strip() == _one(out)


def test_a_folder_that_may_not_be_written(file: Path) -> None:
    file.chmod(0o400)
    file.parent.chmod(0o500)
    try:
        assert cpp_corpus.open(file)["L112-1"].heading == "Article L112-1"
        assert [each.name for each in file.parent.iterdir()] == ["corpus.db"]
    finally:
        file.parent.chmod(0o700)


@pytest.mark.parametrize("name", ["a b", "100%", "what?", "a#b", "é", "a'b"])
def test_any_name_of_a_folder(out: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    shutil.copy(out / "corpus.db", tmp_path / name)
    assert cpp_corpus.load(tmp_path / name)["L112-1"].heading == "Article L112-1"


# ----------------------------------------------------------------------------------------------- what may be wrong


@pytest.mark.parametrize(
    ("version", "message"),
    [
        (STORE_VERSION - 1, r"corpus\.db: is a store of version 0; this program reads version 1 \(run cpp-corpus norm"),
        (STORE_VERSION + 1, r"is a store of version 2; this program reads version 1 \(update cpp-corpus"),
    ],
)
def test_another_version(file: Path, version: int, message: str) -> None:
    with pytest.raises(InputError, match=message):
        cpp_corpus.load(changed(file, f"PRAGMA user_version = {version}"))


@pytest.mark.parametrize("path", ["nowhere", "."])
def test_no_store(tmp_path: Path, path: str) -> None:
    with pytest.raises(
        InputError,
        match=r"there is no such file or folder|there is no store \(give the folder",
    ):
        cpp_corpus.open(tmp_path / path)


def test_another_program(tmp_path: Path) -> None:
    changed(tmp_path / "corpus.db", "CREATE TABLE articles (id)")
    for read in (cpp_corpus.load, cpp_corpus.open):
        with pytest.raises(InputError, match=r"corpus\.db: is no store of cpp-corpus"):
            read(tmp_path)


@pytest.mark.parametrize("size", [0, 1, 99, 100, 4096, -4096, -1])
def test_a_file_that_was_cut(file: Path, size: int) -> None:
    data = file.read_bytes()
    file.write_bytes(data[:size])
    with pytest.raises(InputError, match=r"corpus\.db: (is no store|is damaged: it has [0-9,]+ bytes of )"):
        cpp_corpus.load(file)


def test_a_file_that_is_too_long(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"x")
    with pytest.raises(InputError, match="is damaged: it has"):
        cpp_corpus.load(file)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE meta",
        "DROP TABLE articles",
        "DROP TABLE records",
        "DROP TABLE shapes",
        "DROP TABLE edges",
        "DROP TABLE nodes",
        "DROP TABLE acts",
        "DROP TABLE words",
        "DELETE FROM meta WHERE name = 'articles'",
        "UPDATE meta SET value = 'many' WHERE name = 'articles'",
        "UPDATE meta SET value = '1' WHERE name = 'schema_version'",
        "UPDATE records SET record = x'00'",
        "UPDATE records SET record = 'text'",
        "UPDATE records SET record = (SELECT resolved FROM records WHERE resolved IS NOT NULL)",
        "UPDATE records SET resolved = record",
        "DELETE FROM records",
        "DELETE FROM shapes",
        "UPDATE edges SET mentions = '['",
        "UPDATE edges SET relation = 'likes'",
        "UPDATE nodes SET kind = 'x'",
        "UPDATE nodes SET identifiers = '['",
        "UPDATE findings SET record = '{}'",
        "UPDATE sources SET leftovers = '{'",
        "UPDATE articles SET valid_from = 'soon'",
        "UPDATE articles SET valid_to = '20240101'",
        "UPDATE articles SET state = 'x'",
        "UPDATE articles SET place = -5 WHERE place = 1",
        "UPDATE articles SET number = x'00'",
        "UPDATE acts SET newest = 'soon'",
        "UPDATE meta SET value = x'00' WHERE name = 'articles'",
        "DELETE FROM articles WHERE place > 3",
    ],
)
def test_tables_that_were_changed(file: Path, statement: str) -> None:
    with pytest.raises(InputError, match=r"corpus\.db: (is damaged|has records of schema version)"):
        everything(cpp_corpus.load(changed(file, statement)))


@pytest.mark.parametrize("seed", range(12))
def test_bytes_that_were_changed(file: Path, seed: int) -> None:
    """Whatever is changed, the answer is an answer or ``InputError``."""
    data = bytearray(file.read_bytes())
    for at in range(seed * 97, len(data), 1013 * (seed + 1)):
        data[at] ^= 1 << (seed % 8)
    file.write_bytes(bytes(data))
    with suppress(InputError, KeyError):
        everything(cpp_corpus.load(file))


# ------------------------------------------------------------------------------------------------------ its writing


@pytest.mark.parametrize("method", ["articles", "nodes", "end"])
def test_an_error_of_the_writer_ends_the_export(method: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(tables.Tables, method, broken)
    with pytest.raises(cpp_corpus.OutputError, match="'store' failed: OperationalError: database or disk is full"):
        cpp_corpus.load(MIRROR).export(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_large_store_is_written_by_a_process(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "_SMALL", 1)
    monkeypatch.setattr(writer, "_TOGETHER", 16)
    corpus = cpp_corpus.open(out)
    corpus.export(tmp_path / "process")
    monkeypatch.setattr(sys, "executable", "")
    corpus.export(tmp_path / "here")
    made = [(tmp_path / name / "corpus.db").read_bytes() for name in ("process", "here")]
    assert made[0] == made[1]
    assert everything(cpp_corpus.open(tmp_path / "process")) == everything(corpus)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    corpus.export(tmp_path / "other")
    assert (tmp_path / "other" / "corpus.db").read_bytes() == made[0]


@pytest.mark.parametrize("articles", [1, 60])
def test_a_process_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, articles: int) -> None:
    monkeypatch.setattr(writer, "_SMALL", 1)
    monkeypatch.setattr(writer, "_TOGETHER", articles)
    monkeypatch.setattr(tables, "__name__", "cpp_corpus.nothing")
    with pytest.raises(cpp_corpus.OutputError, match="the store was not written: its process ended with status 1"):
        cpp_corpus.load(MIRROR).export(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_what_the_process_says(tmp_path: Path) -> None:
    said = io.BytesIO()
    file = tmp_path / "a.db"
    tables.fill(str(file), io.BytesIO(pickle.dumps(("findings", ([b"no"],)))), said)
    assert said.getvalue().startswith(b"JSONDecodeError: ")
    said = io.BytesIO()
    tables.fill(str(tmp_path / "b.db"), io.BytesIO(b""), said)
    assert said.getvalue() == b""
    tables.fill(str(tmp_path), io.BytesIO(b""), said)
    assert said.getvalue() == b"OperationalError: unable to open database file"


def test_acts_whose_articles_alternate(tmp_path: Path) -> None:
    named = [("code-x", "annexe-i-art-r1"), ("code-y", "2-et-3"), ("code-x", "4"), ("code-x", None), ("code-y", "3")]
    ids = [f"{act}/{at}" for at, (act, _) in enumerate(named)]
    indexed = [(ids[at], *each, "in_force", None, None, (), None, "a.md", "al1") for at, each in enumerate(named)]
    made = tables.Tables(tmp_path / "corpus.db")
    made.articles([tables.ArticleRow(each, b'{"text":"Le vent.","ids":{}}', b"", ()) for each in indexed])
    made.end({}, ())
    made.close()
    base = sqlite3.connect(tmp_path / "corpus.db")
    assert base.execute("SELECT act, articles FROM acts ORDER BY place").fetchall() == [("code-x", 3), ("code-y", 2)]
    assert base.execute("SELECT number, act, written FROM other_numbers").fetchall() == [
        ("annexe-i", "code-x", "annexe-i-art-r1"),
        ("2", "code-y", "2-et-3"),
    ]
    base.close()
