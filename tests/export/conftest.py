"""Which tests of exports can run: each reads the files back with somebody else's reader, which must be installed."""

from __future__ import annotations

from importlib.util import find_spec

READERS = {
    "test_akoma_ntoso.py": ("cobalt",),
    "test_csv.py": ("pandas",),
    "test_graphml.py": ("igraph",),
    "test_jsonld.py": ("rdflib",),
    "test_parquet.py": ("duckdb", "pandas", "polars"),
    "test_sqlite.py": ("duckdb",),
}
"""By the file of the tests. All of them are in the group ``dev``; the lowest versions are tested without."""

collect_ignore = [name for name, readers in READERS.items() if not all(map(find_spec, readers))]
