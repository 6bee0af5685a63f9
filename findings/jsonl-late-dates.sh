#!/bin/sh
# Expected: a date that comes late in a JSON Lines file of articles is read, or is an error of type.
# What happens: DuckDB samples 20,480 rows. A field that is null in all of them gets the type NULL, and every later
# value of it is read as NULL, without an error. Where the articles in force come first, the end dates of all repealed
# articles are gone, and each of them counts as in force.
# For French law: name the columns (columns = {...}), or sample all rows (sample_size = -1), or query Parquet.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check duckdb==2.0.1

venv/bin/python - <<'PY'
import json
import sys

import duckdb

rows = [{"number": f"63-{n}", "valid_to": None} for n in range(20480)]
rows.append({"number": "706-73", "valid_to": "2021-03-01"})
with open("articles.jsonl", "w") as lines:
    lines.writelines(json.dumps(row) + "\n" for row in rows)

QUERY = "SELECT valid_to::VARCHAR, typeof(valid_to) FROM %s WHERE number = '706-73'"
sources = (
    "read_json('articles.jsonl')",
    "read_json('articles.jsonl', sample_size = -1)",
    "read_json('articles.jsonl', columns = {number: 'VARCHAR', valid_to: 'DATE'})",
)
print("duckdb", duckdb.__version__, "- the last line of the file is", json.dumps(rows[-1]))
seen = []
for source in sources:
    seen.append(duckdb.sql(QUERY % source).fetchall()[0])
    print(f"  {source}: valid_to is {seen[-1][0]}, type {seen[-1][1]}")
if [value for value, _ in seen] != [None, "2021-03-01", "2021-03-01"]:
    sys.exit("changed: DuckDB no longer reads the date after its sample as NULL")
PY
