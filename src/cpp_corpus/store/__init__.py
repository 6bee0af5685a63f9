"""The store: a corpus in one SQLite file, ``corpus.db``, of which only what is asked for is read (docs/store.md).

``schema`` has the tables, ``writer`` fills them, ``database`` opens a file for reading and says what is wrong with it,
``records`` reads articles, references and edges when they are asked for. ``words`` prepares texts and queries for the
full-text index.
"""
