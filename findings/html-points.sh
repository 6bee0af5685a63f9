#!/bin/sh
# Expected: the main content of a page that shows an article is its text, at worst with a menu left in.
# What happens: with main_content, resiliparse drops an <ul> that stands near the top of the page's tree, though it is
# between two paragraphs: the points of the article go, the line that opens them ("comprend :") and the line after
# them stay, and the rest reads as a sound article. With one <div> more around the same text the points are there.
# For French law: extract without main_content; an article in which nothing is listed after a ":" is suspect.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check resiliparse==2.0.0

venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

from resiliparse.extract.html2text import extract_plain_text

ARTICLE = """<h3>Article L. 811-2</h3><p>Le registre du garde comprend :</p>
<ul><li>la force du vent ;</li><li>l'heure du relevé ;</li></ul><p>Il est signé chaque soir.</p>"""

def read(before, after, **options):
    text = extract_plain_text(f"<html><body>{before}{ARTICLE}{after}</body></html>", **options)
    return " / ".join(line.strip() for line in text.splitlines() if line.strip())

near = read("<main><div>", "</div></main>", main_content=True)
deep = read("<main><div><div>", "</div></div></main>", main_content=True)
whole = read("<main><div>", "</div></main>")
print("resiliparse", version("resiliparse"))
print("  main_content, list at the third level:  ", near)
print("  main_content, list at the fourth level: ", deep)
print("  without main_content:                   ", whole)
kept = ["force du vent" in text for text in (near, deep, whole)]
if kept != [False, True, True] or "comprend : / Il est signé" not in near:
    sys.exit("changed: resiliparse no longer drops the points of an article and keeps the line that opens them")
PY
