"""The tables of a store."""

from __future__ import annotations

__all__ = ["APPLICATION_ID", "INDEXES", "NAME", "STORE_VERSION", "TABLES", "WORDS"]

NAME = "corpus.db"
"""Name of the file in the folder of an export."""

APPLICATION_ID = 0x63707063
"""What the header of the file says of its program: ``cppc``."""

STORE_VERSION = 1
"""Version of the tables, the ``user_version`` of the file; it changes when a reader must change."""

WORDS = "CREATE VIRTUAL TABLE words USING fts5 (text, content='', tokenize=\"ascii tokenchars '-'\")"
"""The full-text index. Its texts are not kept, only their words, as :mod:`cpp_corpus.store.words` writes them."""

TABLES = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE acts (place INTEGER PRIMARY KEY, act TEXT, articles INTEGER NOT NULL, newest TEXT)",
    "CREATE TABLE shapes (shape INTEGER PRIMARY KEY, parts TEXT NOT NULL)",
    """CREATE TABLE articles (
        place INTEGER PRIMARY KEY, id TEXT NOT NULL, act TEXT, number TEXT, state TEXT NOT NULL, valid_from TEXT,
        valid_to TEXT, consolidated_at TEXT, divisions TEXT NOT NULL, file TEXT, shape INTEGER NOT NULL
    )""",
    "CREATE TABLE records (place INTEGER PRIMARY KEY, record BLOB NOT NULL, resolved BLOB)",
    "CREATE TABLE identifiers (identifier TEXT NOT NULL, scheme TEXT NOT NULL, place INTEGER NOT NULL)",
    "CREATE TABLE other_numbers (number TEXT NOT NULL, act TEXT, written TEXT NOT NULL)",
    """CREATE TABLE edges (
        edge INTEGER PRIMARY KEY, source INTEGER NOT NULL, target TEXT NOT NULL, relation TEXT NOT NULL, locator TEXT,
        state TEXT NOT NULL, mentions TEXT NOT NULL
    )""",
    """CREATE TABLE nodes (
        node INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, act TEXT, number TEXT, division TEXT,
        in_corpus INTEGER NOT NULL, identifiers TEXT
    )""",
    """CREATE TABLE findings (
        finding INTEGER PRIMARY KEY, code TEXT NOT NULL, severity TEXT NOT NULL, article TEXT, path TEXT,
        message TEXT NOT NULL, record TEXT NOT NULL
    )""",
    """CREATE TABLE sources (
        source INTEGER PRIMARY KEY, path TEXT NOT NULL, format TEXT, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
        articles INTEGER NOT NULL, leftovers TEXT
    )""",
    "CREATE TABLE unread (kind TEXT NOT NULL, reason TEXT NOT NULL, entries INTEGER NOT NULL, example TEXT NOT NULL)",
    WORDS,
)
"""The statements that make the tables; docs/store.md describes their columns."""

INDEXES = (
    "CREATE UNIQUE INDEX articles_id ON articles (id)",
    "CREATE INDEX articles_number ON articles (number, act)",
    "CREATE INDEX articles_act ON articles (act)",
    "CREATE INDEX identifiers_identifier ON identifiers (identifier)",
    "CREATE INDEX other_numbers_number ON other_numbers (number)",
    "CREATE INDEX edges_source ON edges (source)",
    "CREATE INDEX edges_target ON edges (target)",
    "CREATE UNIQUE INDEX nodes_id ON nodes (id)",
    "CREATE INDEX findings_article ON findings (article)",
    "CREATE INDEX findings_severity ON findings (severity)",
)
"""The statements that make the indexes, once the tables are full."""
