"""Databases of legi.py."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

import cpp_corpus
from cpp_corpus import InputError
from cpp_corpus.ingest import FileEntry, read_bytes, read_file, unpacked
from cpp_corpus.ingest.sources import database
from cpp_corpus.model.article import ArticleState
from cpp_corpus.model.span import Span
from cpp_corpus.pipeline.offsets import SourceOffsets

MIRROR = Path(__file__).parents[2] / "fixtures" / "mirror"
TEXT = "LEGITEXT000000000001"
SCHEMA = """
CREATE TABLE db_meta (key text primary key, value blob);
CREATE TABLE textes_versions (
    id char(20) unique not null, nature text, titre text, titrefull text, etat text, date_debut day, date_fin day,
    num text, nor char(12), dossier text not null, cid char(20) not null, mtime int not null);
CREATE TABLE sections (
    id char(20) unique not null, titre_ta text, commentaire text, parent char(20), dossier text not null,
    cid char(20) not null, mtime int not null);
CREATE TABLE articles (
    id char(20) unique not null, section char(20), num text, etat text, date_debut day, date_fin day, type text,
    nota text, bloc_textuel text, dossier text not null, cid char(20) not null, mtime int not null);
CREATE TABLE sommaires (
    cid char(20) not null, parent char(20), element char(20) not null, debut day, fin day, etat text, num text,
    position int, _source text);
CREATE INDEX sommaires_cid_idx ON sommaires (cid, num);
CREATE TABLE liens (
    src_id char(20) not null, dst_cid char(20), dst_id char(20), dst_titre text, typelien text, _reversed bool);
CREATE INDEX liens_src_idx ON liens (src_id) WHERE NOT _reversed;
"""
COLUMNS = "id, cid, section, num, etat, date_debut, date_fin, nota"
THIRD = (
    "<p>La marque mentionnée à l'article 2 est apposée sur le verre.</p>"
    "<p>Les sabliers de moins de deux minutes en sont dispensés, sous réserve de l'article 1er.</p>"
)


def arti(number: int) -> str:
    return f"LEGIARTI{number:012}"


def scta(number: int) -> str:
    return f"LEGISCTA{number:012}"


def made(path: Path, *statements: str, log: bool = False) -> Path:
    """A database with three articles of two acts; ``statements`` are run last."""
    with closing(sqlite3.connect(path)) as base:
        if log:
            base.execute("PRAGMA journal_mode = WAL")
        base.executescript(SCHEMA)
        fill(base)
        for statement in statements:
            base.execute(statement)
        base.commit()
    return path


def fill(base: sqlite3.Connection) -> None:
    insert(
        base,
        "textes_versions (id, cid, titre, titrefull, nor, dossier, mtime)",
        [(TEXT, TEXT, "Sabliers", "Code des sabliers", "SABL0000001L", "c", 1)],
    )
    insert(
        base,
        "sections (id, titre_ta, parent, dossier, cid, mtime)",
        [
            (scta(1), "Titre Ier : Du sable", None, "c", TEXT, 1),
            (scta(2), "Chapitre II : De la marque", scta(1), "c", TEXT, 1),
        ],
    )
    columns = "id, section, num, etat, date_debut, date_fin, nota, bloc_textuel, dossier, cid, mtime"
    insert(
        base,
        f"articles ({columns})",
        [
            (arti(3), scta(2), "3", "VIGUEUR", "2019-05-01", "2999-01-01", "<p>Du verre.</p>", THIRD, "c", TEXT, 1),
            (arti(2), scta(1), "2", "MODIFIE", "2001-01-01", "2019-05-01", None, "<p>Vent.</p>", "c", TEXT, 1),
            (
                arti(9),
                None,
                "9",
                "VIGUEUR",
                "2001-01-01",
                "2999-01-01",
                None,
                "<p>Pluie.</p>",
                "c",
                "JORFTEXT000000000009",
                1,
            ),
        ],
    )
    insert(
        base,
        "sommaires (cid, parent, element, position)",
        [
            (TEXT, scta(2), arti(3), 0),
            (TEXT, None, scta(1), 0),
            (TEXT, scta(1), scta(2), 1),
            (TEXT, scta(1), arti(2), 0),
            (TEXT, scta(1), arti(404), 2),
        ],
    )
    insert(
        base,
        "liens (src_id, dst_cid, dst_id, dst_titre, typelien, _reversed)",
        [
            (arti(3), TEXT, arti(2), "Code des sabliers - art. 2 (V)", "CITATION", 0),
            (arti(3), TEXT, arti(7), "Code des sabliers - art. 7 (M)", "MODIFIE", 0),
            (arti(9), "", arti(3), "", "CITATION", 1),
        ],
    )


def insert(base: sqlite3.Connection, into: str, rows: Iterable[tuple[object, ...]]) -> None:
    found = list(rows)
    base.executemany(f"INSERT INTO {into} VALUES ({', '.join('?' * len(found[0]))})", found)  # noqa: S608 - our own


def test_articles_of_a_database(tmp_path: Path) -> None:
    path = made(tmp_path / "legi.sqlite")
    corpus = cpp_corpus.load(path)
    assert [article.id for article in corpus] == [
        "code-des-sabliers/2",
        "code-des-sabliers/3",
        "texte:JORFTEXT000000000009/9",
    ]
    second, third, _ = corpus.articles
    page = cpp_corpus.load(MIRROR)["code-des-sabliers/3"]
    assert isinstance(page, cpp_corpus.Article)
    assert (third.text, third.number, third.state) == (page.text, page.number, page.state)
    assert [(reference.span, reference.article) for reference in corpus.references_of(third)] == [
        (reference.span, reference.article) for reference in cpp_corpus.load(MIRROR).references_of(page)
    ]
    assert (second.state, second.valid_from, second.valid_to) == (
        ArticleState.REPEALED,
        date(2001, 1, 1),
        date(2019, 5, 1),
    )
    assert [(each.kind, each.number, each.title) for each in third.divisions] == [
        ("titre", "Ier", "Du sable"),
        ("chapitre", "II", "De la marque"),
    ]
    assert third.ids == {"legiarti": arti(3), "legitext": TEXT, "legiscta": scta(2), "nor": "SABL0000001L"}
    assert [(link.act, link.article, link.href, link.kind) for link in third.links] == [
        ("code-des-sabliers", "2", arti(2), "CITATION")
    ]
    assert [note.text for note in third.notes] == ["Du verre."]
    assert (third.source.format, third.source.line, third.source.byte) == (
        "legi-sqlite",
        1,
        (0, path.stat().st_size),
    )


@pytest.mark.parametrize("log", [False, True])
def test_a_database_on_the_disk_and_in_memory_give_the_same(tmp_path: Path, log: bool) -> None:
    path = made(tmp_path / "legi.sqlite", "INSERT INTO db_meta VALUES ('pad', zeroblob(100000))", log=log)
    before = (sorted(each.name for each in tmp_path.iterdir()), path.read_bytes())
    on_disk, in_memory = read_file(path), read_bytes(path.read_bytes(), str(path))
    assert on_disk == in_memory
    assert (on_disk.size, on_disk.format, len(on_disk.documents)) == (path.stat().st_size, "legi-sqlite", 2)
    assert (sorted(each.name for each in tmp_path.iterdir()), path.read_bytes()) == before


def test_a_database_with_articles_only(tmp_path: Path) -> None:
    dropped = [f"DROP TABLE {name}" for name in ("sommaires", "sections", "liens", "textes_versions")]
    corpus = cpp_corpus.load(made(tmp_path / "x", *dropped))
    assert [article.id.partition("/")[2] for article in corpus] == ["3", "2", "9"]
    assert {article.act for article in corpus} == {f"texte:{TEXT}", "texte:JORFTEXT000000000009"}


@pytest.mark.parametrize("name", ["nor", "titre"])
def test_columns_that_are_not_needed_may_be_missing(tmp_path: Path, name: str) -> None:
    whole = cpp_corpus.load(made(tmp_path / "x"))
    corpus = cpp_corpus.load(made(tmp_path / "y", f"ALTER TABLE textes_versions DROP COLUMN {name}"))
    assert {article.act for article in corpus if article.act == "code-des-sabliers"}
    assert [article.act for article in corpus] == [article.act for article in whole]


def test_changes_that_are_only_in_the_log(tmp_path: Path) -> None:
    path = tmp_path / "legi.sqlite"
    made(path, "INSERT INTO db_meta VALUES ('pad', zeroblob(100000))", log=True)
    with closing(sqlite3.connect(path)) as base:
        base.execute("UPDATE articles SET num = '4'")
        base.commit()
        refusal = read_file(path).refusal
    assert refusal is not None
    assert "wal_checkpoint" in refusal.advice


@pytest.mark.parametrize(
    ("statements", "parts"),
    [((), [TEXT, "unlisted"]), (("DROP TABLE sommaires",), ["rows-1-2", "rows-3-4"])],
)
def test_a_large_database_is_read_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, statements: tuple[str, ...], parts: list[str]
) -> None:
    path = made(tmp_path / "legi.sqlite", *statements, "INSERT INTO db_meta VALUES ('pad', zeroblob(100000))")
    whole = cpp_corpus.load(path)
    monkeypatch.setattr(database, "_LARGE", 0)
    monkeypatch.setattr(database, "_ROWS", 2)
    divided = cpp_corpus.load(path)
    assert [source.path for source in divided.sources] == [f"{path}/{part}" for part in parts]
    assert len({source.sha256 for source in divided.sources}) == 2
    assert [(article.id, article.text, article.ids, article.divisions) for article in divided] == [
        (article.id, article.text, article.ids, article.divisions) for article in whole
    ]
    offsets = SourceOffsets()
    for article in (*whole, *divided):
        found = offsets.of(article)
        assert found is not None
        assert found.span(article.text, Span(0, 1)) == (0, path.stat().st_size)


def test_a_large_database_of_something_else_is_one_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_LARGE", 0)
    with closing(sqlite3.connect(tmp_path / "a")) as base:
        base.execute("CREATE TABLE moulins (a)")
    (tmp_path / "b").write_bytes(database.SQLITE + b"x" * 200)
    for name in "ab":
        entry = FileEntry(str(tmp_path / name))
        assert list(unpacked([entry])) == [entry]


def test_another_database_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x")) as base:
        base.executescript("CREATE TABLE moulins (a); CREATE TABLE articles (id, num);")
    refusal = read_file(tmp_path / "x").refusal
    assert refusal is not None
    assert refusal.reason == "a SQLite database without the articles of legi.py"
    assert "articles, moulins" in refusal.advice


@pytest.mark.parametrize(
    "statements",
    [
        ("UPDATE sections SET parent = id",),
        ("UPDATE sommaires SET parent = element",),
        ("UPDATE sommaires SET position = NULL, parent = NULL",),
        ("UPDATE articles SET num = NULL, bloc_textuel = NULL",),
        ("UPDATE articles SET num = x'00ff', bloc_textuel = 7, nota = 1.5, date_debut = 'hier'",),
        ("UPDATE articles SET bloc_textuel = CAST(x'e9fffe41' AS TEXT)",),
        ("UPDATE articles SET rowid = -rowid",),
        ("UPDATE articles SET rowid = 9223372036854775000 + rowid",),
        ("UPDATE textes_versions SET titrefull = NULL, titre = NULL",),
        ("UPDATE liens SET dst_titre = NULL, dst_id = NULL",),
        ("UPDATE sommaires SET element = ''",),
    ],
)
def test_odd_values(tmp_path: Path, statements: tuple[str, ...]) -> None:
    done = read_file(made(tmp_path / "x", *statements))
    assert done.documents
    drafts = [draft for document in done.documents for draft in document.drafts]
    assert len(drafts) == (1 if "bloc_textuel = NULL" in statements[0] else 3)


@pytest.mark.parametrize(
    "view",
    [
        "CREATE VIEW articles AS WITH RECURSIVE x(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM x) SELECT id FROM x",
        f"CREATE TABLE articles ({COLUMNS}, bloc_textuel AS (hex(zeroblob(500000000))))",
    ],
)
def test_what_a_program_would_compute_is_not_read(tmp_path: Path, view: str) -> None:
    with closing(sqlite3.connect(tmp_path / "x")) as base:
        base.execute(view)
        base.commit()
    refusal = read_file(tmp_path / "x").refusal
    assert refusal is not None
    assert "without the articles" in refusal.reason


def test_a_database_cut_or_damaged_anywhere_is_read_or_refused(tmp_path: Path) -> None:
    data = made(tmp_path / "x").read_bytes()
    for at in [*range(16, 4096, 61), *range(4096, len(data), 997)]:
        for hostile in (data[:at], data[:at] + bytes([data[at] ^ 0x5A]) + data[at + 1 :]):
            done = read_bytes(hostile, "x")
            assert done.documents or done.refusal


def test_names_that_are_no_utf8_are_damage(tmp_path: Path) -> None:
    data = made(tmp_path / "legi.sqlite").read_bytes()
    refusal = read_bytes(data.replace(b"CREATE TABLE articles", b"CREATE TABLE artic\xffes"), "a").refusal
    assert refusal is not None
    for at in range(100, 4096, 7):  # the page of the tables
        read_bytes(data[:at] + b"\x8c" + data[at + 1 :], "a")


def test_columns_that_a_database_lacks_are_empty(tmp_path: Path) -> None:
    path = tmp_path / "legi.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE articles (id, cid, num, bloc_textuel, date_debut)")
        row = ("LEGIARTI000099000001", "LEGITEXT000099000001", "L1", "<p>Le vent.</p>", "2020-01-01")
        connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?)", row)
        connection.execute("CREATE TABLE textes_versions (cid, titre)")
        connection.execute("INSERT INTO textes_versions VALUES ('LEGITEXT000099000001', 'Code des vents')")
    (article,) = cpp_corpus.load(path).articles
    assert (article.id, article.text, str(article.valid_from)) == ("code-des-vents/l1", "Le vent.", "2020-01-01")


def test_the_message_names_the_columns_that_are_needed(tmp_path: Path) -> None:
    path = tmp_path / "legi.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE articles (id, titre)")
    with pytest.raises(InputError, match="with the columns id, num, bloc_textuel"):
        cpp_corpus.load(path)
