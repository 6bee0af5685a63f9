#!/bin/sh
# Expected: spaCy's French tokenizer keeps words with hyphens whole (sous-préfet, peut-être), and so it does 706-73.
# What happens: between digits the hyphen is a token of its own. 706-73-1 is five tokens, L. 811-2 four, R*421-1 three,
# while 1240 is one. A Matcher or an EntityRuler with a pattern for one token finds article 706 where the text has
# 706-73-1, without a word: another article, which exists.
# For French law: run the pattern over doc.text, and take doc.char_span(start, end).
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check spacy==3.8.18

venv/bin/python - <<'PY'
import re
import sys

import spacy
from spacy.matcher import Matcher

NUMBER = r"^(?:[LRD]\*?)?\d+(?:-\d+)*$"
TEXT = "Le sous-préfet vise l'article 1240, l'article 706-73-1 et l'article R*421-1 du code des sabliers."
nlp = spacy.blank("fr")
doc = nlp(TEXT)
print("spacy", spacy.__version__)
print("  tokens:", " ".join(token.text for token in doc))
matcher = Matcher(nlp.vocab)
matcher.add("ARTICLE", [[{"LOWER": "article"}, {"TEXT": {"REGEX": NUMBER}}]])
matched = [doc[start + 1 : end].text for _, start, end in matcher(doc)]
searched = [doc.char_span(*match.span(1)).text for match in re.finditer(r"article ((?:[LRD]\*?)?\d+(?:-\d+)*)", TEXT)]
print("  a pattern of tokens finds", ", ".join(matched))
print("  one over the text finds", ", ".join(searched))
whole = "sous-préfet" in [token.text for token in doc]
if not whole or matched != ["1240", "706", "R*421"] or searched != ["1240", "706-73-1", "R*421-1"]:
    sys.exit("changed: spaCy's French tokenizer splits numbers otherwise")
PY
