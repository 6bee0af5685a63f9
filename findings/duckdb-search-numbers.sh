#!/bin/sh
# Expected: DuckDB's full-text index, made for French with stemmer = 'french', finds an article by a word of it, and
# also by its number.
# What happens: what the index takes for words are runs of the letters a to z; digits part words and are dropped, in
# texts and in questions. No article is found by its number, not even 1240, and a question for "706-73" or "L. 811-2" is
# empty, without a word, while every word that one tries first is found.
# For French law: create the index with ignore = '[^a-z0-9-]+', which keeps 706-73 as one word.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check duckdb==1.5.5 duckdb-extensions==1.5.5 duckdb-extension-fts==1.5.5

venv/bin/python - <<'PY'
import sys

import duckdb
from duckdb_extensions import import_extension

import_extension("fts")
base = duckdb.connect()
base.sql("LOAD fts")
base.sql("CREATE TABLE articles (number VARCHAR, words VARCHAR)")
for number in ("1240", "706-73", "L. 811-2"):
    base.execute("INSERT INTO articles VALUES (?, ?)", [number, f"Article {number} du code des sabliers : le sable dort."])


def found(question):
    sql = "SELECT number FROM articles WHERE fts_main_articles.match_bm25(number, ?) IS NOT NULL ORDER BY number"
    return [number for (number,) in base.execute(sql, [question]).fetchall()]


print("duckdb", duckdb.__version__)
answers = {}
for options in ("", ", ignore = '[^a-z0-9-]+'"):
    sql = f"PRAGMA create_fts_index('articles', 'number', 'words', stemmer = 'french'{options}, overwrite = 1)"
    base.sql(sql)
    for question in ("sable", "1240", "706-73", "811-2"):
        answers[options, question] = found(question)
        print(f"  {options.strip(', ') or 'default'}: {question!r} finds", ", ".join(answers[options, question]) or "nothing")
by_default = [len(numbers) for (options, _), numbers in answers.items() if not options]
if by_default != [3, 0, 0, 0]:
    sys.exit("changed: DuckDB's full-text index keeps numbers by default")
PY
