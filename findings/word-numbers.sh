#!/bin/sh
# Expected: the text of a Word file has the numbers of its articles, which stand on every printed page.
# What happens: contracts, by-laws and drafts let Word number their articles and points. Those numbers are in no word of
# the file: python-docx, docx2txt and mammoth give the sentences without "Article L. 811-2" and "2°", and docx2python
# gives "2)" for both, whatever the form is. "The 2° of article L. 811-2" has no place in such a text. Nothing is reported.
# For French law: count the levels of numbering.xml as Word does, or print the file to text by a word processor.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0

venv/bin/python - <<'PY'
import re
import sys
from importlib.metadata import version

import docx
import docx2txt
import mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

W = nsdecls("w")
LEVELS = ("Article L. 811-%1", "%2°")
draft = docx.Document()
numbering = draft.part.numbering_part.element
levels = "".join(
    f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
    for at, text in enumerate(LEVELS)
)
numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="90">{levels}</w:abstractNum>'))
numbering.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
for words, level in (("Le vent est libre.", 0), ("Le garde ouvre :", 0), ("le jour ;", 1), ("la nuit.", 1)):
    place = f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'
    draft.add_paragraph(words)._p.get_or_add_pPr().append(parse_xml(place))
draft.save("draft.docx")

with open("draft.docx", "rb") as file:
    by_mammoth = mammoth.extract_raw_text(file).value
read = {
    "python-docx": "\n".join(each.text for each in docx.Document("draft.docx").paragraphs),
    "docx2txt": docx2txt.process("draft.docx"),
    "mammoth": by_mammoth,
    "docx2python": docx2python("draft.docx").text,
}
lines = {library: [" ".join(line.split()) for line in text.split("\n") if line.strip()] for library, text in read.items()}
for library, found in lines.items():
    print(f"{library} {version(library)}: {found}")

words = ["Le vent est libre.", "Le garde ouvre :", "le jour ;", "la nuit."]
labels = ["1) ", "2) ", "1) ", "2) "]
wanted = dict.fromkeys(("python-docx", "docx2txt", "mammoth"), words)
wanted["docx2python"] = [label + each for label, each in zip(labels, words)]
if lines != wanted:
    sys.exit("changed: one of the four libraries now gives the numbers that Word prints")
print("Word prints Article L. 811-1, Article L. 811-2, 1° and 2°: three give none of them, one gives 1), 2), 1), 2).")
PY
