#!/bin/sh
# Expected: Parquet holds 2999-01-01, the day by which Légifrance says "no end", and the library that wrote it reads
# it back, or raises.
# What happens: files in the style of Spark hold a time as INT96. pyarrow writes 2999 there rightly, but reads INT96
# as nanoseconds, which end in 2262, and wraps: 1829-11-23. A filter on the end date then drops just the articles in
# force. The file is sound: read in milliseconds it says 2999.
# For French law: write ends as date32, an open end as null; read files of others with coerce_int96_timestamp_unit.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyarrow==26.0.1

venv/bin/python - <<'PY'
import datetime as dt
import sys

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

ends = pa.array([dt.datetime(2999, 1, 1), dt.datetime(2200, 1, 1)], pa.timestamp("ms"))
pq.write_table(pa.table({"number": ["63-4", "706-73"], "valid_to": ends}), "articles.parquet", flavor="spark")

plain = pq.read_table("articles.parquet")
coerced = pq.read_table("articles.parquet", coerce_int96_timestamp_unit="ms")
day = pa.scalar(dt.datetime(2100, 1, 1), pa.timestamp("ns"))
in_force = plain.filter(pc.field("valid_to") > day)["number"].to_pylist()

def dates(table):
    return [text[:10] for text in table["valid_to"].cast(pa.string()).to_pylist()]

print("pyarrow", pa.__version__)
print("  written:                          ", ends.cast(pa.string()).to_pylist())
print("  read_table:                       ", dates(plain))
print("  coerce_int96_timestamp_unit='ms': ", dates(coerced))
print("  articles in force on 2100-01-01:  ", in_force)
if (dates(plain)[0], dates(coerced)[0], in_force) != ("1829-11-23", "2999-01-01", ["706-73"]):
    sys.exit("changed: pyarrow no longer reads 2999-01-01 of an INT96 column as 1829-11-23")
PY
