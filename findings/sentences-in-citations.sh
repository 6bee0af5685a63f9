#!/bin/sh
# Expected: a splitter of French sentences knows the abbreviations "art." and "L.", or at least begins no sentence in
# the middle of a number.
# What happens: all three end a sentence behind "art.", so that the number stands in another one than the word that says
# what it is. sentencex, whose rules for French know some abbreviations, also parts "l'article L. 112-1" into
# "l'article L." and "112-1 du code …", and a pattern for L. 112-1 finds nothing in either.
# For French law: find citations in the whole text, split into sentences after that, and never inside of a citation.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pysbd==0.3.4 sentencex==1.0.32 syntok==1.4.4

venv/bin/python -W ignore - <<'PY'
import sys
from importlib.metadata import version

import pysbd
import sentencex
import syntok.segmenter

WHOLE = "Aux termes de l'article L. 112-1 du code des sabliers, le meunier tient un registre."
SHORT = "Vu l'art. L. 112-1 du code des sabliers, le meunier tient un registre."


def by_syntok(text):
    ends = [sentence[-1] for paragraph in syntok.segmenter.analyze(text) for sentence in paragraph]
    begin, found = 0, []
    for token in ends:
        end = token.offset + len(token.value)
        found.append(text[begin:end].strip())
        begin = end
    return found


splitters = {
    "pysbd": pysbd.Segmenter(language="fr", clean=False).segment,
    "sentencex": lambda text: list(sentencex.segment("fr", text)),
    "syntok": by_syntok,
}
cuts = {}
for name, split in splitters.items():
    print(name, version(name))
    for text in (WHOLE, SHORT):
        parts = [part.strip() for part in split(text)]
        print("   ", " | ".join(parts))
        cuts.setdefault(name, []).append(len(parts) > 1)
if cuts != {"pysbd": [False, True], "sentencex": [True, True], "syntok": [False, True]}:
    sys.exit("changed: these splitters now cut citations elsewhere")
PY
