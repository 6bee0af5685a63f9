#!/bin/sh
# Expected: a Word file gives the same article numbers whichever library extracts its text.
# What happens: drafters keep a number on one line by Word's non-breaking hyphen, which a .docx holds as an element,
# not as a character. docx2txt and docx2python drop that element: L. 811-2 becomes L. 8112, 706-73 becomes 70673,
# numbers of a good form that name other articles or none. python-docx gives the hyphen. Nothing is reported.
# For French law: read Word files with python-docx or mammoth, and distrust numbers that the code cited does not have.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1

venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import docx
import docx2txt
from docx2python import docx2python
from docx.oxml import OxmlElement

draft = docx.Document()
paragraph = draft.add_paragraph()
for piece in ("Les articles L. 811", "-", "2 et 706", "-", "73 s'appliquent aux moulins."):
    run = paragraph.add_run("" if piece == "-" else piece)
    if piece == "-":
        run._r.append(OxmlElement("w:noBreakHyphen"))
draft.save("draft.docx")

read = {
    "python-docx": docx.Document("draft.docx").paragraphs[0].text,
    "docx2txt": docx2txt.process("draft.docx").strip(),
    "docx2python": docx2python("draft.docx").text.strip(),
}
for library, text in read.items():
    print(f"{library} {version(library)}: {text}")

right = "Les articles L. 811-2 et 706-73 s'appliquent aux moulins."
wrong = right.replace("-", "")
if read != {"python-docx": right, "docx2txt": wrong, "docx2python": wrong}:
    sys.exit("changed: docx2txt and docx2python no longer both drop the non-breaking hyphen that python-docx keeps")
print("The article numbers L. 811-2 and 706-73 have become L. 8112 and 70673.")
PY
