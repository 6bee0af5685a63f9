#!/bin/sh
# Expected: a fuzzy search for "l'article 706-73-1 du code" in a list of numbers gives 706-73-1, which stands in the
# query letter by letter.
# What happens: the default scorer of rapidfuzz gives 90 points to a short choice that the query contains whole, and
# the query contains 706-73 as well. The two are level, and extractOne returns the first of the list: in a sorted list
# always the parent article, never the one asked for, with a high score. thefuzz, which calls rapidfuzz, does the
# same.
# For French law: never match article numbers by likeness; recognise the number, then look it up whole.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rapidfuzz==3.14.6

venv/bin/python - <<'PY'
import sys

import rapidfuzz
from rapidfuzz import process

query = "l'article 706-73-1 du code"
numbers = ["706-72", "706-73", "706-73-1", "706-74"]
first, last = process.extractOne(query, numbers), process.extractOne(query, numbers[::-1])
print("rapidfuzz", rapidfuzz.__version__, "-", query)
print("  list in order of the code: ", numbers, "->", first)
print("  list turned round:         ", numbers[::-1], "->", last)
if (first[0], last[0], first[1]) != ("706-73", "706-73-1", last[1]):
    sys.exit("changed: rapidfuzz no longer gives the parent article the score of the article that is asked for")
PY
