#!/bin/sh
# Expected: an article that does not fit into a cell of a spreadsheet raises, or at least warns, when it is written.
# What happens: a cell of .xlsx holds 32,767 characters. openpyxl and polars cut a longer text there and say nothing;
# the file is sound, and nothing in it tells that the end of an annex is missing. The cell just ends in a word. (pandas
# warns, also of an .ods file, which has no such limit and keeps the whole text.)
# For French law: annexes and schedules are often longer. Exchange articles as CSV, Parquet or .ods, not as .xlsx; treat
# a cell of just 32,767 characters as cut off.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 polars==2.1.0 xlsxwriter==3.3.1 \
    pandas==3.1.1 odfpy==1.4.1

venv/bin/python - <<'PY'
import sys
import warnings

import openpyxl
import pandas as pd
import polars as pl

annex = "".join(f"{point}° Le sablier de modèle {point} ; " for point in range(1, 1501))
articles = {"number": ["L. 811-2", "Annexe"], "text": ["Le sable est pesé.", annex]}


def written(name, write):
    """What is warned of, and the last cell as it is read back."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        write(name)
    if name.endswith(".ods"):
        return len(said), pd.read_excel(name)["text"][1]
    return len(said), openpyxl.load_workbook(name).active["B3"].value


def by_openpyxl(name):
    book = openpyxl.Workbook()
    for row in (list(articles), *zip(*articles.values())):
        book.active.append(row)
    book.save(name)


seen = {
    "openpyxl": written("openpyxl.xlsx", by_openpyxl),
    "polars": written("polars.xlsx", pl.DataFrame(articles).write_excel),
    "pandas, .xlsx": written("pandas.xlsx", lambda name: pd.DataFrame(articles).to_excel(name, index=False)),
    "pandas, .ods": written("pandas.ods", lambda name: pd.DataFrame(articles).to_excel(name, index=False)),
}
print(f"openpyxl {openpyxl.__version__}, polars {pl.__version__}, pandas {pd.__version__}")
print(f"  written: {len(annex):,} characters, … {annex[-28:]!r}")
for library, (warned, text) in seen.items():
    print(f"  {library:14} warnings {warned}, {len(text):,} characters, … {text[-28:]!r}")
if any(seen[library] != (0, annex[:32_767]) for library in ("openpyxl", "polars")):
    sys.exit("changed: openpyxl or polars no longer cuts long text silently")
if seen["pandas, .ods"][1].strip() != annex.strip():
    sys.exit("changed: an .ods file no longer keeps the whole text")
PY
