#!/bin/sh
# Expected: in a table of articles, a column of 1, 2, 3 ... and 706-73 is text: one value that is no integer decides.
# What happens: frictionless takes the type that nine tenths of the sampled values have. With one number in twenty
# that has a hyphen, the column is "integer", and extract() gives None for 63-4 and 706-73. It raises nothing: the
# rows are there, with their titles, and the articles have lost their numbers.
# For French law: give a schema in which numbers are strings, or Detector(field_confidence=1); validate() does report.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check frictionless==5.21.0

venv/bin/python - <<'PY'
import sys

import frictionless
from frictionless import Detector, extract, validate

numbers = [str(n) for n in range(1, 96)] + ["63-4", "63-4-1", "77-1", "706-73", "706-73-1"]
with open("articles.csv", "w") as table:
    table.write("number,title\n" + "".join(f"{number},Moulin\n" for number in numbers))

def tail(**options):
    [rows] = extract("articles.csv", **options).values()
    return [row["number"] for row in rows[-6:]]

plain, strict = tail(), tail(detector=Detector(field_confidence=1))
errors = validate("articles.csv").stats["errors"]
print("frictionless", frictionless.__version__, "- the last six numbers of the file:", numbers[-6:])
print("  extract():                    ", plain)
print("  Detector(field_confidence=1): ", strict)
print("  errors of validate():         ", errors)
if (plain, strict, errors) != ([95, None, None, None, None, None], numbers[-6:], 5):
    sys.exit("changed: frictionless no longer gives None for article numbers with a hyphen among whole ones")
PY
