#!/bin/sh
# Expected: dateparser's search_dates finds the date of a law in a French sentence, or nothing.
# What happens: dates of the first of a month, written "1er mars 2011" as in every law, come out as two: "mars" in the
# present year and "2011" on the present day and month. The same date alone is parsed well, and so is "2 mars 2011" in the
# sentence. Nothing is reported.
# For French law: find the dates by a pattern of your own, and give dateparser only what it has matched.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check dateparser==1.5.0

venv/bin/python -W ignore - <<'PY'
import datetime
import sys
from importlib.metadata import version

import dateparser
from dateparser.search import search_dates

BASE = datetime.datetime(2024, 9, 17)
SETTINGS = {"RELATIVE_BASE": BASE}


def found(text):
    """The words and the days that are found."""
    return [(words, day.date().isoformat()) for words, day in search_dates(text, languages=["fr"], settings=SETTINGS) or ()]


print(f"dateparser {version('dateparser')}, asked on {BASE.date()}:")
read = {day: found(f"l'article 12 de la loi du {day} sur les moulins") for day in ("2 mars 2011", "1er mars 2011")}
for day, dates in read.items():
    print(f"  loi du {day}: {dates}")
alone = dateparser.parse("1er mars 2011", languages=["fr"]).date().isoformat()
print(f"  1er mars 2011, alone: {alone}")

good = read["2 mars 2011"] == [("2 mars 2011", "2011-03-02")] and alone == "2011-03-01"
words = [each for each, _ in read["1er mars 2011"]]
days = [day for _, day in read["1er mars 2011"]]
if not good or words != ["mars", "2011"] or "2011-03-01" in days:
    sys.exit("changed: search_dates now finds dates of the first of a month, or no longer the others")
print("The law of 1 March 2011 has become two dates, neither of them its own.")
PY
