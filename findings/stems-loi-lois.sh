#!/bin/sh
# Expected: the French Snowball stemmer, which most search engines use, gives "loi" and "lois" one stem.
# What happens: it takes no plural s away after an i. loi and lois, emploi and emplois, convoi and convois, essai and
# essais have two stems each. A search for "loi" misses every "lois", in silence, while the words that one tries first
# (décrets, articles, alinéas, délais) work.
# For French law: put a plural rule before the stemmer, or ask for both forms.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check snowballstemmer==3.1.1

venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import snowballstemmer

stem = snowballstemmer.stemmer("french").stemWord
print("snowballstemmer", version("snowballstemmer"))
same = {}
for word in ("décret", "article", "alinéa", "délai", "loi", "emploi", "convoi", "essai"):
    same[word] = stem(word) == stem(word + "s")
    print(f"  {word}, {word}s: {stem(word)}, {stem(word + 's')}", "" if same[word] else "  <- two stems")
apart = [word for word, joined in same.items() if not joined]
if apart != ["loi", "emploi", "convoi", "essai"]:
    sys.exit("changed: the French Snowball stemmer no longer keeps loi and lois apart")
PY
